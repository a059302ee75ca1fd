"""Who takes a file: the order, bars, conflicts, declining, changing, the batch, offers. People are invented."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from songfa.access.models import User
from songfa.access.policy import Actor, acting, bound, system
from songfa.aid import actions, conflicts, marks, reads
from songfa.aid.actions import Application, group
from songfa.aid.models import Assignment, File, Offer, Paper, Party, Volunteering
from songfa.aid.told import Contact, Told
from songfa.audit.models import Line
from songfa.network import actions as network
from songfa.network.models import Leave, Practitioner
from songfa.people.actions import Described
from songfa.rules.problems import Problem
from tests.town import PASSWORD, SINCE, Town

WAGES = Application(
    person=Described("李小红", date(1980, 4, 1), "F", "230822198004010021", "13800138000"),
    matter="labour_wages",
    service="arbitration",
    told=Told(
        story="工地欠了我三个月工资",
        facts={"person": {"birth_date": "1980-04-01", "statuses": ["migrant_worker"]}},
        contact=Contact(way="call", language="zh-Hans"),
    ),
    groups=("migrant_workers",),
)
BOSS = replace(
    WAGES, person=Described("钱大海", date(1970, 1, 5), "M", "230822197001050015", "13900139000")
)
Grant = Callable[..., File]


def add_lawyer(town: Town, key: str, name: str, unit: str = "firm", **told: Any) -> Practitioner:
    house = system(town.units[unit].pack)
    user = network.enrol(
        actor=house, username=key, name=name, password=PASSWORD, language="zh-Hans", at=SINCE
    )
    network.post(actor=house, user=user, role="practitioner", unit=town.units[unit], at=SINCE)
    row = network.register(
        actor=house, user=user, unit=town.units[unit], kind="lawyer", skills=["labour_wages"],
        languages=["zh-Hans"], since=date(2015, 6, 1), at=SINCE,
    )  # fmt: skip
    for field, value in told.items():
        setattr(row, field, value)
    row.save()
    town.users[key] = user
    town.practitioners[key] = row
    return row


def as_(user: User, town: Town) -> Actor:
    return acting(user.postings.select_related("unit__area", "user").get(), town.noon.date())


@pytest.fixture
def grant(town: Town) -> Grant:
    def make(application: Application = WAGES, unit: str = "centre", who: str = "officer") -> File:
        actor = town.actor(who)
        made = actions.apply(
            actor=actor, unit=town.units[unit], application=application, at=town.noon
        )
        return actions.grant(actor=actor, file=made.file, missing=[], at=town.noon)

    return make


def give(town: Town, file: File, key: str = "lawyer", **told: Any) -> File:
    return actions.assign(
        actor=town.actor("officer"), file=file, practitioner_id=town.practitioners[key].pk,
        at=town.noon, **told,
    )  # fmt: skip


def order(town: Town, file: File) -> list[tuple[str, bool]]:
    found = reads.candidates(town.actor("officer"), file, town.noon)
    return [(c.practitioner.name, c.fits) for c in found]


def test_the_order_and_its_reasons(town: Town, grant: Grant) -> None:
    add_lawyer(town, "lawyer2", "王静", skills=["labour"])
    add_lawyer(town, "lawyer3", "赵磊", languages=["ko"])
    Leave.objects.create(
        practitioner=add_lawyer(town, "lawyer4", "白杨"), first=town.noon.date(), last=town.noon.date(),
        unit=town.units["firm"], area=town.units["firm"].area, area_path=town.units["firm"].area_path,
        created_at=town.noon,
    )  # fmt: skip
    file = grant()
    assert order(town, file) == [
        ("何平", True),
        ("王静", True),
        ("赵磊", True),
        ("白杨", False),
    ]
    best = reads.candidates(town.actor("officer"), file, town.noon)[0].standing
    assert {r.code for r in best.reasons} >= {"skill_matter", "language_spoken", "load", "years"}
    assert best.points == sum(r.points for r in best.reasons)


def test_files_held_weigh_wherever_they_lie(town: Town, grant: Grant) -> None:
    """The officer's reach does not hide how busy somebody is elsewhere."""
    add_lawyer(town, "lawyer2", "王静")
    first, second = grant(), grant(BOSS)
    give(town, first)
    with bound(town.actor("officer")):
        assert order(town, second)[0][0] == "王静"


def test_why_this_one_is_kept_as_it_was(town: Town, grant: Grant) -> None:
    file = give(town, grant())
    (kept,) = reads.history(town.actor("officer"), file)
    assert kept.practitioner == town.practitioners["lawyer"]
    assert kept.by == town.users["officer"]
    assert kept.firm == town.units["firm"]
    assert {r["code"] for r in kept.reasons} >= {"skill_matter", "quality_unknown"}
    assert kept.points == sum(r["points"] for r in kept.reasons)
    assert Paper.objects.filter(file=file, kind="assignment").count() == 1


@pytest.mark.parametrize(
    ("change", "bar"),
    [
        ({"struck_off_on": date(2026, 11, 18)}, "struck_off"),
        ({"active": False}, "not_active"),
        ({"licence_until": date(2026, 11, 17)}, "licence_ended"),
        ({"kind": "volunteer"}, "demand_unmet:representation_by_qualified"),
    ],
)
def test_struck_off_between_ranking_and_assignment(
    town: Town, grant: Grant, change: dict[str, Any], bar: str
) -> None:
    file = grant()
    assert order(town, file) == [("何平", True)]
    Practitioner.objects.filter(pk=town.practitioners["lawyer"].pk).update(**change)
    with pytest.raises(Problem) as why:
        give(town, file, set_aside=[bar], why="急")
    assert why.value.code == "practitioner_barred"
    assert why.value.facts["bars"] == bar
    assert not Assignment.objects.exists()
    assert File.objects.get().state == "granted"


def test_a_full_practitioner_only_with_a_reason(town: Town, grant: Grant) -> None:
    Practitioner.objects.update(capacity=0)
    file = grant()
    with pytest.raises(Problem, match="bars_not_set_aside"):
        give(town, file)
    with pytest.raises(Problem, match="set_aside_without_why"):
        give(town, file, set_aside=["full"])
    give(town, file, set_aside=["full"], why="本县只有一名合适的律师")
    kept = Assignment.objects.get()
    assert kept.set_aside == ["full"]
    assert kept.why == "本县只有一名合适的律师"


# -- conflicts --------------------------------------------------------------------------------------


def party(
    town: Town, file: File, side: str, name: str, number: str = "", *, kind: str = "person"
) -> Party:
    return actions.name_party(
        actor=town.actor("officer"), file=file, side=side, kind=kind, name=name, id_number=number, at=town.noon
    )  # fmt: skip


def bars(town: Town, file: File, key: str = "lawyer") -> set[str]:
    with bound(town.actor("officer")):
        found = reads.candidates(town.actor("officer"), file, town.noon)
    (one,) = [c for c in found if c.practitioner == town.practitioners[key]]
    return {conflicts.key_of_bar(b) for b in one.standing.bars}


def test_whoever_acts_for_the_other_side_is_refused(town: Town, grant: Grant) -> None:
    add_lawyer(town, "lawyer2", "王静", unit="firm")
    give(town, grant(BOSS))
    file = grant()
    party(town, file, "adverse", "钱大海", "230822197001050015")
    assert bars(town, file) == {"conflict:acts_for_adverse"}
    assert bars(town, file, "lawyer2") == {"conflict:firm_acts_for_adverse"}
    with pytest.raises(Problem, match="practitioner_barred"):
        give(town, file, set_aside=["conflict:acts_for_adverse"], why="双方同意")
    give(town, file, "lawyer2", set_aside=["conflict:firm_acts_for_adverse"], why="双方书面同意")


def test_whoever_acts_against_the_person_is_refused(town: Town, grant: Grant) -> None:
    other = grant(BOSS)
    party(town, other, "adverse", "李小红", "230822198004010021")
    give(town, other)
    assert bars(town, grant()) == {"conflict:acts_against"}


def test_whoever_acted_may_act_when_it_is_set_aside(town: Town, grant: Grant) -> None:
    other = give(town, grant(BOSS))
    lawyer = town.actor("lawyer")
    actions.log(
        actor=lawyer, file=other, done_on=town.noon.date(), minutes=30, kind="meeting", text="", at=town.noon
    )  # fmt: skip
    actions.close(
        actor=lawyer, file=other, outcome="won", recovered=None, summary="调解", at=town.noon
    )
    file = grant()
    party(town, file, "adverse", "钱大海", "230822197001050015")
    assert bars(town, file) == {"conflict:acted_for_adverse"}
    give(town, file, set_aside=["conflict:acted_for_adverse"], why="原委托人书面同意")


def test_a_name_alone_is_to_be_looked_at_and_another_number_is_another_person(
    town: Town, grant: Grant
) -> None:
    give(town, grant(BOSS))
    file = grant()
    party(town, file, "adverse", " 钱大海 ")
    assert bars(town, file) == {"conflict_maybe:acts_for_adverse"}
    Party.objects.filter(file=file).delete()
    party(town, file, "adverse", "钱大海", "230822196502030012")
    assert bars(town, file) == set()


def test_a_company_is_known_by_its_name_without_its_form(town: Town, grant: Grant) -> None:
    other = grant(BOSS)
    party(town, other, "own", "桦南宏达建筑有限公司", kind="company")
    give(town, other)
    file = grant()
    party(town, file, "adverse", "桦南宏达建筑", kind="company")
    assert bars(town, file) == {"conflict:acts_for_adverse"}


def test_the_other_side_of_a_group_is_known_to_every_later_file(town: Town, grant: Grant) -> None:
    """The lawyer acts for workers against a builder; the builder's other name was a slip of the pen."""
    officer, workers = town.actor("officer"), grant()
    for name in ("桦南弘达建筑有限公司", "桦南宏达建筑有限公司"):
        group.name_adverse_party(actor=officer, file=workers, name=name, at=town.noon)
    give(town, workers)
    file = grant(BOSS)
    party(town, file, "own", "桦南弘达建筑", kind="company")
    assert bars(town, file) == set()
    party(town, file, "own", "桦南宏达建筑", kind="company")
    assert bars(town, file) == {"conflict:acts_against"}


def test_who_joins_a_group_after_it_was_assigned_is_known_too(town: Town, grant: Grant) -> None:
    workers = grant()
    give(town, workers)
    group.add_recipient(
        actor=town.actor("officer"), file=workers, name="钱大海", id_number="230822197001050015", at=town.noon
    )  # fmt: skip
    file = grant()
    party(town, file, "adverse", "钱大海", "230822197001050015")
    assert bars(town, file) == {"conflict:acts_for_adverse"}


def test_a_conflict_is_found_beyond_the_reach_of_whoever_asks(town: Town, grant: Grant) -> None:
    """The other side's file lies with the neighbouring county, which the officer does not see."""
    elsewhere = grant(BOSS, "other", "stranger")
    with bound(system("cn-23")):
        actions.assign(
            actor=system("cn-23"), file=elsewhere, practitioner_id=town.practitioners["lawyer"].pk,
            at=town.noon,
        )  # fmt: skip
    file = grant()
    with bound(town.actor("officer")):
        assert not File.objects.filter(pk=elsewhere.pk).exists()
    party(town, file, "adverse", "钱大海", "230822197001050015")
    assert bars(town, file) == {"conflict:acts_for_adverse"}


def test_somebody_who_declined_never_acted(town: Town, grant: Grant) -> None:
    other = give(town, grant(BOSS))
    actions.decline(
        actor=town.actor("lawyer"), file=other, reason="conflict", text="", at=town.noon
    )
    file = grant()
    party(town, file, "adverse", "钱大海", "230822197001050015")
    assert bars(town, file) == set()


def test_ties_and_own_interest(town: Town, grant: Grant) -> None:
    file = grant()
    actions.declare_tie(
        actor=town.actor("lawyer"), practitioner=town.practitioners["lawyer"], ground="kin", name="钱大海",
        id_number="230822197001050015", at=town.noon,
    )  # fmt: skip
    party(town, file, "adverse", "钱大海", "230822197001050015")
    party(town, file, "other", "何平")
    assert bars(town, file) == {"conflict:kin", "conflict_maybe:own_interest"}


def test_a_tie_that_is_no_more_stands_in_nobodys_way_and_stays_written_down(
    town: Town, grant: Grant
) -> None:
    file, lawyer = grant(), town.actor("lawyer")
    tie = actions.declare_tie(
        actor=lawyer, practitioner=town.practitioners["lawyer"], ground="interest", name="钱大海",
        id_number="230822197001050010", at=town.noon,
    )  # fmt: skip
    party(town, file, "adverse", "钱大海", "230822197001050010")
    assert bars(town, file) == {"conflict:interest"}
    assert reads.ties(town.actor("stranger")) == []
    with pytest.raises(Problem):
        actions.end_tie(actor=town.actor("stranger"), tie=tie, at=town.noon)
    actions.end_tie(actor=lawyer, tie=tie, at=town.noon)
    assert bars(town, file) == set()
    assert reads.ties(lawyer) == []
    lines = Line.objects.filter(verb="aid.declare_tie").order_by("n")
    assert [line.detail.get("ended") for line in lines] == [None, str(tie.pk)]
    with pytest.raises(Problem) as why:
        actions.end_tie(actor=lawyer, tie=tie, at=town.noon)
    assert why.value.code == "not_found"


def test_who_acts_for_whom_is_no_tie_that_one_declares(town: Town) -> None:
    with pytest.raises(Problem) as why:
        actions.declare_tie(
            actor=town.actor("lawyer"), practitioner=town.practitioners["lawyer"], ground="acts_against",
            name="钱大海", id_number="", at=town.noon,
        )  # fmt: skip
    assert why.value.code == "code_unknown"


def test_names_of_parties_are_sealed_and_the_trail_does_not_tell_them(
    town: Town, grant: Grant
) -> None:
    from django.db import connection

    file = grant()
    party(town, file, "adverse", "钱大海", "230822197001050015")
    with connection.cursor() as cursor:
        cursor.execute("select name, name_mark, id_mark from aid_party")
        name, *found = cursor.fetchone()
    assert "钱大海".encode() not in bytes(name)
    assert all(len(mark) == 64 for mark in found)
    told = " ".join(str(line.detail) for line in Line.objects.all())
    assert "钱大海" not in told
    assert "197001050010" not in told


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"side": "both"}, "party_unreadable"),
        ({"kind": "ghost"}, "party_unreadable"),
        ({"name": " 。 "}, "party_unreadable"),
        ({"id_number": "123"}, "id_number_impossible"),
    ],
)
def test_a_party_that_cannot_be(
    town: Town, grant: Grant, change: dict[str, str], code: str
) -> None:
    told = {"side": "adverse", "kind": "person", "name": "钱大海", "id_number": "", **change}
    with pytest.raises(Problem, match=code):
        actions.name_party(actor=town.actor("officer"), file=grant(), at=town.noon, **told)


@pytest.mark.parametrize(
    ("one", "other", "company"),
    [
        ("桦南宏达建筑有限公司", "桦南宏达建筑有限责任公司", True),
        ("（桦南）宏达 建筑有限公司", "(桦南)宏达建筑有限公司", True),
        ("Công ty TNHH Hòa Phát", "cong ty hoa phat", True),
        ("Đỗ Thị Hòa", "do thi hoa", False),
        ("ＡＢＣ公司", "abc", True),
    ],
)
def test_folded_names(one: str, other: str, *, company: bool) -> None:
    assert marks.folded(one, company=company) == marks.folded(other, company=company)


# -- accepted, declined, changed --------------------------------------------------------------------


def test_accepting_and_declining(town: Town, grant: Grant) -> None:
    file = give(town, grant())
    lawyer = town.actor("lawyer")
    with bound(lawyer), transaction.atomic():
        with pytest.raises(Problem, match="decline_without_why"):
            actions.decline(actor=lawyer, file=file, reason="other", text=" ", at=town.noon)
        with pytest.raises(Problem, match="decline_without_why"):
            actions.decline(actor=lawyer, file=file, reason="mood", text="", at=town.noon)
        back = actions.decline(
            actor=lawyer, file=file, reason="too_much_work", text="三起开庭", at=town.noon
        )
        assert (back.state, back.practitioner_id, back.held_by_id) == ("granted", None, None)
        assert not File.objects.exists()  # it has left their reach
    assert set(Paper.objects.values_list("held_by", flat=True)) == {None}
    assert bars(town, back) == {"declined_before"}
    (kept,) = reads.history(town.actor("officer"), back)
    assert (kept.ended_by, kept.end_reason, kept.end_text) == (
        "declined",
        "too_much_work",
        "三起开庭",
    )
    add_lawyer(town, "lawyer2", "王静")
    later = town.noon + timedelta(hours=1)
    again = actions.assign(
        actor=town.actor("officer"), file=back, practitioner_id=town.practitioners["lawyer2"].pk, at=later
    )  # fmt: skip
    taken = actions.accept(actor=as_(town.users["lawyer2"], town), file=again, at=town.noon)
    assert taken.state == "under_way"
    assert [a.accepted_at for a in reads.history(town.actor("officer"), taken)] == [
        None,
        town.noon,
    ]


def test_only_the_one_who_has_it_accepts(town: Town, grant: Grant) -> None:
    add_lawyer(town, "lawyer2", "王静")
    file = give(town, grant())
    with pytest.raises(Problem, match="not_found"):
        actions.accept(actor=as_(town.users["lawyer2"], town), file=file, at=town.noon)
    with pytest.raises(Problem, match="not_allowed"):
        actions.accept(actor=town.actor("officer"), file=file, at=town.noon)


def test_changing_who_acts_loses_nothing(town: Town, grant: Grant) -> None:
    add_lawyer(town, "lawyer2", "王静")
    file = give(town, grant())
    actions.accept(actor=town.actor("lawyer"), file=file, at=town.noon)
    with pytest.raises(Problem, match="no_such_move"):
        give(town, file, "lawyer2")
    change: dict[str, Any] = {
        "actor": town.actor("officer"),
        "file": file,
        "at": town.noon + timedelta(days=2),
    }
    with pytest.raises(Problem, match="set_aside_without_why"):
        actions.reassign(**change, practitioner_id=town.practitioners["lawyer2"].pk, reason="")
    with pytest.raises(Problem, match="practitioner_barred"):
        actions.reassign(**change, practitioner_id=town.practitioners["lawyer"].pk, reason="同一人")
    now = actions.reassign(
        **change, practitioner_id=town.practitioners["lawyer2"].pk, reason="受援人要求更换"
    )
    assert (now.state, now.held_by) == ("assigned", town.users["lawyer2"])
    first, second = reads.history(town.actor("officer"), now)
    assert (first.ended_by, first.end_text) == ("replaced", "受援人要求更换")
    assert second.ended_at is None
    assert set(Paper.objects.values_list("held_by", flat=True)) == {town.users["lawyer2"].pk}
    with bound(as_(town.users["lawyer"], town)):
        assert Assignment.objects.count() == 1  # their own part stays theirs
    with bound(as_(town.users["lawyer2"], town)):
        assert [a.practitioner.name for a in Assignment.objects.all()] == ["王静"]


def test_one_assignment_at_a_time_in_the_database_too(town: Town, grant: Grant) -> None:
    give(town, grant())
    kept = Assignment.objects.get()
    kept.pk, kept._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save(force_insert=True)


# -- the whole batch --------------------------------------------------------------------------------


def test_a_proposal_then_its_confirmation(town: Town, grant: Grant) -> None:
    add_lawyer(town, "lawyer2", "王静", skills=["divorce_property"])
    divorce = replace(
        BOSS, matter="divorce_property", service="litigation",
        told=Told(facts={"person": {"birth_date": "1970-01-05", "statuses": ["migrant_worker"]}}),
    )  # fmt: skip
    files = [grant(), grant(divorce)]
    officer = town.actor("officer")
    with bound(officer):
        found = reads.proposal(officer, [f.pk for f in files], town.noon)
    assert {p.file.pk: p.practitioner.name for p in found.pairs} == {
        files[0].pk: "何平",
        files[1].pk: "王静",
    }
    assert found.total == sum(p.standing.points for p in found.pairs)
    assert not found.left
    assert all(worth >= (0, found.total) for worth in found.by_hand.values())
    assert not Assignment.objects.exists()  # nothing is written yet
    done = actions.confirm_batch(
        actor=officer, pairs=[(p.file.pk, p.practitioner.pk) for p in found.pairs], at=town.noon
    )
    assert len(done.done) == 2
    assert Assignment.objects.count() == 2


def test_what_changed_meanwhile_is_named_and_the_rest_goes_through(
    town: Town, grant: Grant
) -> None:
    add_lawyer(town, "lawyer2", "王静")
    files = [grant(), grant(BOSS), grant(replace(WAGES, person=Described("孙七")))]
    officer, him = town.actor("officer"), town.practitioners
    pairs = [
        (files[0].pk, him["lawyer"].pk),
        (files[1].pk, him["lawyer2"].pk),
        (files[2].pk, him["lawyer2"].pk),
    ]
    give(town, files[0])
    Practitioner.objects.filter(pk=him["lawyer2"].pk).update(struck_off_on=town.noon.date())
    pairs[2] = (files[2].pk, him["lawyer"].pk)
    found = actions.confirm_batch(actor=officer, pairs=pairs, at=town.noon)
    assert [f.pk for f in found.done] == [files[2].pk]
    assert [(f.number, f.problem.code) for f in found.failed] == [
        (files[0].number, "already_done"),
        (files[1].number, "practitioner_barred"),
    ]


def test_a_file_for_which_there_is_nobody_is_left_and_says_why(town: Town, grant: Grant) -> None:
    Practitioner.objects.filter(pk=town.practitioners["lawyer"].pk).update(capacity=1)
    files = [grant(), grant(BOSS)]
    found = reads.proposal(town.actor("officer"), [f.pk for f in files], town.noon)
    assert len(found.pairs) == 1
    assert [(r.code, n) for r, n in found.left[0].why] == [("no_room", 1)]
    party(town, files[0], "adverse", "何平", "230822197505050012")
    party(town, files[1], "other", "何平")
    found = reads.proposal(town.actor("officer"), [f.pk for f in files], town.noon)
    assert not found.pairs
    assert {(r.code, r.entry) for left in found.left for r, _ in left.why} == {
        ("conflict_maybe", "own_interest")
    }


def test_the_batch_asks_as_often_for_many_files_as_for_few(
    town: Town, grant: Grant, django_assert_max_num_queries: Any
) -> None:
    files = [grant(replace(WAGES, person=Described(f"工人{n}"))) for n in range(6)]
    officer = town.actor("officer")
    with bound(officer), django_assert_max_num_queries(22):
        reads.proposal(officer, [f.pk for f in files], town.noon)


# -- offers -----------------------------------------------------------------------------------------


def put_up(town: Town, file: File, shown: str = "cn.23.2308.230822.", days: int = 7) -> Offer:
    return actions.offer(
        actor=town.actor("officer"), file=file, shown_path=shown,
        until=town.noon.date() + timedelta(days=days), at=town.noon,
    )  # fmt: skip


def test_an_offer_is_seen_answered_and_given(town: Town, grant: Grant) -> None:
    offer = put_up(town, grant())
    lawyer, officer = town.actor("lawyer"), town.actor("officer")
    with bound(lawyer):
        (notice,) = reads.board(lawyer, town.noon)
        assert (notice.matter, notice.place, notice.mine) == ("labour_wages", "桦南县", False)
        assert "李小红" not in repr(notice)
        assert "230822198004010021" not in repr(notice)
        actions.volunteer(actor=lawyer, offer_id=offer.pk, word="可以承办", at=town.noon)
        with pytest.raises(Problem, match="volunteered_already"):
            actions.volunteer(actor=lawyer, offer_id=offer.pk, word="", at=town.noon)
        assert reads.board(lawyer, town.noon)[0].mine
        assert not File.objects.exists()  # the file itself stays hidden
    with bound(officer):
        (shown,) = reads.offers(officer)
        (taker,) = shown.volunteers.all()
        assert taker.word == "可以承办"
        file = actions.choose(actor=officer, offer=shown, volunteering_id=taker.pk, at=town.noon)
    assert (file.state, file.practitioner) == ("assigned", town.practitioners["lawyer"])
    assert Offer.objects.get().state == "chosen"
    with bound(lawyer):
        assert reads.board(lawyer, town.noon) == []


def test_an_offer_is_shown_only_where_it_was_meant_to_be(town: Town, grant: Grant) -> None:
    add_lawyer(town, "far", "方远", unit="other")
    offer = put_up(town, grant())
    far = as_(town.users["far"], town)
    with bound(far):
        assert reads.board(far, town.noon) == []
        with pytest.raises(Problem, match="not_found"):
            actions.volunteer(actor=far, offer_id=offer.pk, word="", at=town.noon)
    actions.end_offer(actor=town.actor("officer"), offer=offer, at=town.noon)
    put_up(town, File.objects.get(), shown="cn.23.2308.")
    with bound(far):
        assert len(reads.board(far, town.noon)) == 1


def test_offers_that_cannot_be(town: Town, grant: Grant) -> None:
    file = grant()
    for shown, days, why in (
        ("cn.23.2301.", 7, "place"),
        ("cn.23.23", 7, "place"),
        ("cn.23.", 40, "until"),
        ("cn.23.", -1, "until"),
    ):
        with pytest.raises(Problem) as raised:
            put_up(town, file, shown, days)
        assert raised.value.facts["why"] == why
    offer = put_up(town, file)
    with pytest.raises(Problem, match="offer_impossible"):
        put_up(town, file)
    lawyer = town.actor("lawyer")
    with pytest.raises(Problem, match="offer_impossible"):
        actions.volunteer(
            actor=lawyer, offer_id=offer.pk, word="", at=town.noon + timedelta(days=9)
        )
    give(town, file)  # given another way: the offer is over
    assert Offer.objects.get().state == "taken_back"
    assert not Volunteering.objects.exists()
    with pytest.raises(Problem) as raised:
        put_up(town, File.objects.get())
    assert raised.value.facts["why"] == "state"


def test_what_is_recorded(town: Town, grant: Grant) -> None:
    file = give(town, grant())
    actions.decline(actor=town.actor("lawyer"), file=file, reason="too_far", text="", at=town.noon)
    verbs = list(
        Line.objects.filter(subject_id=file.pk).order_by("n").values_list("verb", flat=True)
    )
    assert verbs[-3:] == ["aid.grant", "aid.assign", "aid.decline"]
