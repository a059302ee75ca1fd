"""Units and accounts: below one's own place only, never for oneself, and every act in the trail."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from songfa.access.models import Posting, Unit, User
from songfa.access.policy import Actor, bound, postings, system
from songfa.audit.models import Line
from songfa.network import actions, reads
from songfa.network.models import ApiToken, Practitioner
from songfa.rules.problems import Problem
from tests.town import NOON, Town

PASSWORD = "lantern-9-harbour"


def keeper(town: Town) -> Actor:
    return town.actor("keeper")


def posting(town: Town, who: str) -> Posting:
    return Posting.objects.select_related("unit__area", "user").get(user=town.users[who])


def opened(town: Town, area: str, actor: Actor | None = None, **more: Any) -> Unit:
    return actions.open_unit(
        actor=actor or keeper(town), name="新建工作站", kind="township_station", area=town.areas[area], pack="cn-23",
        at=NOON, **more,
    )  # fmt: skip


def lines(act: str) -> int:
    return Line.objects.filter(verb="access.manage", detail__act=act, at=NOON).count()


# -- units ------------------------------------------------------------------------------------------


def test_a_unit_is_opened_below_ones_own_place(town: Town) -> None:
    made = opened(town, "230822101", parent=town.units["centre"])
    assert reads.unit(keeper(town), made.pk) == made
    assert lines("open_unit") == 1


@pytest.mark.parametrize("area", ["230826", "230800", "230000", "31507"])
def test_not_outside(town: Town, area: str) -> None:
    with pytest.raises(Problem, match="not_found"):
        opened(town, area)


def test_not_under_a_unit_outside(town: Town) -> None:
    with pytest.raises(Problem, match="not_found"):
        opened(town, "230822101", parent=town.units["province"])


def test_not_twice_and_not_of_an_unknown_kind(town: Town) -> None:
    opened(town, "230822101")
    with pytest.raises(Problem, match="name_taken"):
        opened(town, "230822101")
    with pytest.raises(Problem, match="no_value_at_date"):
        actions.open_unit(
            actor=keeper(town),
            name="月球站",
            kind="moon_base",
            area=town.areas["230822"],
            pack="cn-23",
            at=NOON,
        )


def test_the_tree_shows_what_lies_below(town: Town) -> None:
    tree = reads.tree(keeper(town), NOON.date())
    shown = {leaf.unit.name: leaf.depth for leaf in tree.leaves}
    assert set(shown) == {
        town.units[k].name
        for k in ("bureau", "centre", "station", "station2", "firm", "federation")
    }
    assert shown[town.units["bureau"].name] == 0
    assert shown[town.units["centre"].name] == 1
    assert shown[town.units["station"].name] == 2
    assert {leaf.unit for leaf in reads.tree(keeper(town), NOON.date(), "土龙山").leaves} == {
        town.units["station2"]
    }
    assert reads.tree(town.actor("head"), NOON.date()).leaves == ()


def test_kinds_fit_the_level(town: Town) -> None:
    county = {k.code for k in reads.kinds(town.areas["230822"], NOON.date())}
    township = {k.code for k in reads.kinds(town.areas["230822101"], NOON.date())}
    assert {"county_bureau", "legal_aid_centre"} <= county
    assert "township_station" in township - county


# -- postings ---------------------------------------------------------------------------------------


def test_a_posting_is_given_ended_and_given_again(town: Town) -> None:
    user, place, actor = town.users["stranger"], town.units["centre"], keeper(town)
    given = actions.post(actor=actor, user=user, role="centre_officer", unit=place, at=NOON)
    with pytest.raises(Problem, match="posting_held"):
        actions.post(actor=actor, user=user, role="centre_officer", unit=place, at=NOON)
    later = NOON + timedelta(days=9)
    actions.end_posting(actor=actor, posting=given, at=later)
    assert given.pk not in {p.pk for p in postings(user, later)}
    assert given.pk in {p.pk for p in postings(user, NOON)}
    again = actions.post(
        actor=actor, user=user, role="centre_officer", unit=place, at=later + timedelta(days=9)
    )
    assert again.pk == given.pk
    assert lines("post") == 1
    assert Line.objects.filter(detail__act="end_posting", area_path=place.area_path).count() == 1


def test_a_posting_that_lasted_no_day_is_over(town: Town) -> None:
    given = actions.post(
        actor=keeper(town),
        user=town.users["stranger"],
        role="centre_officer",
        unit=town.units["centre"],
        at=NOON,
    )
    actions.end_posting(actor=keeper(town), posting=given, at=NOON)
    held = {h.posting.pk: h.current for h in reads.staff(keeper(town), town.units["centre"], NOON)}
    assert held[given.pk] is False


def test_who_leaves_takes_no_more_files_and_keys_end(town: Town) -> None:
    until = NOON + timedelta(days=30)
    lawyer = posting(town, "lawyer")
    made = actions.make_token(actor=keeper(town), posting=lawyer, name="k", until=until, at=NOON)
    with bound(keeper(town)):
        actions.end_posting(actor=keeper(town), posting=lawyer, at=NOON)
    assert not Practitioner.objects.get(held_by=town.users["lawyer"]).active
    assert reads.by_key(made.key, NOON) is None
    assert ApiToken.objects.get().revoked_at == NOON


@pytest.mark.parametrize("unit", ["province", "other", "vn_centre"])
def test_no_posting_outside(town: Town, unit: str) -> None:
    with pytest.raises(Problem, match="not_found"):
        actions.post(
            actor=keeper(town),
            user=town.users["officer"],
            role="centre_head",
            unit=town.units[unit],
            at=NOON,
        )


def test_nobody_raises_their_own_rights(town: Town) -> None:
    actor = keeper(town)
    own = posting(town, "keeper")
    attempts = (
        lambda: actions.post(
            actor=actor, user=actor.user, role="centre_head", unit=town.units["centre"], at=NOON
        ),
        lambda: actions.end_posting(actor=actor, posting=own, at=NOON),
        lambda: actions.lock(actor=actor, user=actor.user, at=NOON),
        lambda: actions.renew_password(actor=actor, user=actor.user, password=PASSWORD, at=NOON),
    )
    for attempt in attempts:
        with pytest.raises(Problem, match="own_rights"):
            attempt()


@pytest.mark.parametrize("who", ["officer", "head", "supervisor", "counter"])
def test_only_whoever_manages(town: Town, who: str) -> None:
    with pytest.raises(Problem, match="not_allowed"):
        actions.post(
            actor=town.actor(who),
            user=town.users["worker"],
            role="centre_head",
            unit=town.units["centre"],
            at=NOON,
        )


# -- accounts ---------------------------------------------------------------------------------------


def test_an_account_is_locked_and_opened(town: Town) -> None:
    user = town.users["officer"]
    actions.lock(actor=keeper(town), user=user, at=NOON)
    assert not User.objects.get(pk=user.pk).is_active
    actions.unlock(actor=keeper(town), user=user, at=NOON)
    assert User.objects.get(pk=user.pk).is_active
    assert (lines("lock"), lines("unlock")) == (1, 1)


@pytest.mark.parametrize("act", ["lock", "unlock", "renew_password"])
def test_an_account_with_a_role_elsewhere_is_not_theirs_alone(town: Town, act: str) -> None:
    """Otherwise whoever manages a county could sign in as somebody of the province."""
    user, facts = (
        town.users["supervisor"],
        {"password": PASSWORD} if act == "renew_password" else {},
    )
    with pytest.raises(Problem, match="not_found"):
        getattr(actions, act)(actor=keeper(town), user=user, at=NOON, **facts)
    actions.post(
        actor=keeper(town), user=user, role="centre_officer", unit=town.units["centre"], at=NOON
    )
    with pytest.raises(Problem, match="account_elsewhere"):
        getattr(actions, act)(actor=keeper(town), user=user, at=NOON, **facts)


def test_accounts_of_the_house_are_nobodys(town: Town) -> None:
    house = system("cn-23").user
    with pytest.raises(Problem, match="not_found"):
        actions.post(
            actor=keeper(town), user=house, role="centre_head", unit=town.units["centre"], at=NOON
        )
    with pytest.raises(Problem, match="not_found"):
        reads.account_named(house.username)


def test_a_new_password_must_be_good(town: Town) -> None:
    with pytest.raises(Problem, match="password_weak"):
        actions.renew_password(
            actor=keeper(town), user=town.users["officer"], password="1234", at=NOON
        )
    actions.renew_password(
        actor=keeper(town), user=town.users["officer"], password=PASSWORD, at=NOON
    )
    town.users["officer"].refresh_from_db()
    assert town.users["officer"].check_password(PASSWORD)


# -- keys -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_key_lives_a_year_at_most(town: Town, days: int) -> None:
    with pytest.raises(Problem, match="token_span"):
        actions.make_token(
            actor=keeper(town),
            posting=posting(town, "officer"),
            name="k",
            until=NOON + timedelta(days=days),
            at=NOON,
        )


def test_keys_of_others_are_not_found(town: Town) -> None:
    until = NOON + timedelta(days=1)
    with pytest.raises(Problem, match="not_found"):
        actions.make_token(
            actor=keeper(town), posting=posting(town, "stranger"), name="k", until=until, at=NOON
        )
    made = actions.make_token(
        actor=system("cn-23"), posting=posting(town, "stranger"), name="k", until=until, at=NOON
    ).token
    with pytest.raises(Problem, match="not_found"):
        reads.token(keeper(town), made.pk)
    with pytest.raises(Problem, match="not_found"):
        actions.revoke_token(actor=keeper(town), token=made, at=NOON)
    with pytest.raises(Problem, match="not_found"):
        reads.posting(keeper(town), uuid.uuid4())


def test_a_new_lawyer_can_be_given_files(town: Town) -> None:
    keeper, firm = town.actor("keeper"), town.units["firm"]
    new = actions.enrol(
        actor=keeper, username="newlaw", name="齐鲁", password=PASSWORD, language="zh-Hans", at=NOON
    )
    posting = actions.post(actor=keeper, user=new, role="practitioner", unit=firm, at=NOON)
    row = Practitioner.objects.get(held_by=new)
    assert (row.kind, row.unit, row.active) == ("lawyer", firm, True)
    actions.end_posting(actor=keeper, posting=posting, at=NOON + timedelta(days=1))
    assert not Practitioner.objects.get(held_by=new).active
    actions.post(
        actor=keeper, user=new, role="practitioner", unit=firm, at=NOON + timedelta(days=2)
    )
    assert Practitioner.objects.get(held_by=new).active


# -- days begin where people are --------------------------------------------------------------------

EARLY = datetime(
    2026, 11, 18, 16, 30, tzinfo=UTC
)  # half past midnight of the 19th in China, still the 18th in Vietnam
TOMORROW = date(2026, 11, 19)


def test_what_is_given_after_midnight_holds_from_that_day(town: Town) -> None:
    unit = actions.open_unit(
        actor=keeper(town), name="夜间工作站", kind="township_station", area=town.areas["230822101"], pack="cn-23",
        at=EARLY,
    )  # fmt: skip
    given = actions.post(
        actor=keeper(town), user=town.users["stranger"], role="station_worker", unit=unit, at=EARLY
    )
    assert (unit.valid[0], given.valid[0]) == (TOMORROW, TOMORROW)
    given.refresh_from_db()
    assert given in postings(town.users["stranger"], EARLY)
    assert given not in postings(town.users["stranger"], EARLY - timedelta(hours=1))


def test_a_posting_ends_with_the_day_of_its_own_country(town: Town) -> None:
    until = (date(2020, 1, 2), TOMORROW)
    Posting.objects.filter(user__in=[town.users["officer"], town.users["vn_officer"]]).update(
        valid=until
    )
    assert not postings(town.users["officer"], EARLY)
    assert postings(town.users["vn_officer"], EARLY)
    assert not postings(town.users["vn_officer"], EARLY + timedelta(minutes=30))


def test_a_key_works_as_long_as_its_posting_there(town: Town) -> None:
    held = posting(town, "officer")
    made = actions.make_token(
        actor=keeper(town), posting=held, name="夜班", until=EARLY + timedelta(days=9), at=NOON
    )
    Posting.objects.filter(pk=held.pk).update(valid=(date(2020, 1, 2), TOMORROW))
    assert reads.by_key(made.key, EARLY - timedelta(hours=1)) is not None
    assert reads.by_key(made.key, EARLY) is None


def test_which_day_it_is_where_a_unit_stands(town: Town) -> None:
    assert reads.day_at(str(town.units["centre"].pk), EARLY) == TOMORROW
    assert reads.day_at(str(town.units["vn_centre"].pk), EARLY) == date(2026, 11, 18)
    for key in ("", "x", str(uuid.uuid4())):
        with pytest.raises(Problem, match="not_found"):
            reads.day_at(key, EARLY)
