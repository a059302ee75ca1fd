"""Two people at once, on PostgreSQL: each test fails when its lock is taken away. People are invented."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from songfa.access.policy import system
from songfa.aid import actions, reads
from songfa.aid.actions import Application, group
from songfa.aid.models import Assignment, File, Handover, Offer, Paper, Recipient, Volunteering
from songfa.network import actions as network
from songfa.network.actions import Known
from songfa.people.actions import Described
from songfa.rules.problems import Problem
from tests.at_once import Meeting, code_of
from tests.recipients import worker
from tests.rooms.test_aid import LAND, WAGES
from tests.rooms.test_aid_assign import add_lawyer, as_
from tests.rooms.test_aid_work import assigned, closed, hearing
from tests.town import NOON, PASSWORD, SINCE, Town, build

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
Met = Callable[..., list[str]]
ASSIGN = "songfa.aid.actions.assign"


@pytest.fixture
def there(settings: Any, tmp_path: Any, transactional_db: None) -> Town:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path
    return build()


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> Met:
    """Let the first act stop at a step, the second come; return the code of each problem, empty for none."""

    def run(
        step: str, first: Callable[[], object], second: Callable[[], object], **told: Any
    ) -> list[str]:
        ended = Meeting(monkeypatch, step).run(first, second)
        said = told.get("said")
        if said is not None:
            said += [e for e in ended if isinstance(e, Problem)]
        return [code_of(e) for e in ended]

    return run


def applied(town: Town, name: str = "李小红", **told: Any) -> File:
    application: Application = replace(WAGES, person=Described(name), **told)
    return actions.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=application, at=NOON
    ).file


def granted(town: Town, name: str = "李小红") -> File:
    return actions.grant(actor=town.actor("officer"), file=applied(town, name), at=NOON)


def offered(town: Town, file: File) -> Offer:
    until = NOON.date() + 7 * DAY
    return actions.offer(
        actor=town.actor("officer"), file=file, shown_path="cn.23.", until=until, at=NOON
    )


def volunteer(town: Town, offer: Offer, key: str = "lawyer") -> Volunteering:
    who = as_(town.users[key], town)
    return actions.volunteer(actor=who, offer_id=offer.pk, word="", at=NOON)


def give(town: Town, file: File, key: str = "lawyer", who: str = "officer") -> File:
    return actions.assign(
        actor=town.actor(who), file=file, practitioner_id=town.practitioners[key].pk, at=NOON
    )


# -- offers and their answers -----------------------------------------------------------------------


def test_an_offer_answered_while_its_file_is_given_is_over(there: Town, met: Met) -> None:
    file = granted(there)
    offer = offered(there, file)
    ended = met(f"{ASSIGN}.tell_organ", lambda: give(there, file), lambda: volunteer(there, offer))
    assert ended == ["", "offer_impossible"]
    assert Offer.objects.get().state == "taken_back"
    assert not Volunteering.objects.exists()


def test_who_answers_an_offer_may_be_given_another_file_meanwhile(there: Town, met: Met) -> None:
    """The answer names the practitioner, who is held while the other file is given to them."""
    offer, other = offered(there, granted(there)), granted(there, "钱大海")
    ended = met(f"{ASSIGN}.weighed", lambda: give(there, other), lambda: volunteer(there, offer))
    assert ended == ["", ""]
    assert Volunteering.objects.count() == Assignment.objects.count() == 1


def test_who_is_chosen_may_be_given_another_file_meanwhile(there: Town, met: Met) -> None:
    first, other = granted(there), granted(there, "钱大海")
    offer = offered(there, first)
    taken = volunteer(there, offer)
    ended = met(
        f"{ASSIGN}.assign",
        lambda: actions.choose(
            actor=there.actor("officer"), offer=offer, volunteering_id=taken.pk, at=NOON
        ),
        lambda: give(there, other, who="colleague"),
    )
    assert ended == ["", ""]
    assert Assignment.objects.filter(practitioner=there.practitioners["lawyer"]).count() == 2


def test_of_two_who_choose_the_second_sees_whom_the_first_chose(there: Town, met: Met) -> None:
    add_lawyer(there, "lawyer2", "王静")
    file = granted(there)
    offer = offered(there, file)
    taken = [volunteer(there, offer, key) for key in ("lawyer", "lawyer2")]
    said: list[Problem] = []

    def choose(who: str, n: int) -> Callable[[], object]:
        return lambda: actions.choose(
            actor=there.actor(who), offer=offer, volunteering_id=taken[n].pk, at=NOON
        )

    ended = met(f"{ASSIGN}.weighed", choose("officer", 0), choose("colleague", 1), said=said)
    assert ended == ["", "already_done"]
    assert (said[0].facts["by"], said[0].facts["act"]) == ("周岚", "choose")
    file.refresh_from_db()
    assert file.practitioner == there.practitioners["lawyer"]
    assert Assignment.objects.count() == 1


def test_who_answers_twice_at_once_has_answered_once(there: Town, met: Met) -> None:
    offer = offered(there, granted(there))
    ended = met(
        f"{ASSIGN}.record", lambda: volunteer(there, offer), lambda: volunteer(there, offer)
    )
    assert ended == ["", "volunteered_already"]
    assert Volunteering.objects.count() == 1


def test_two_volunteers_at_once_have_both_answered(there: Town, met: Met) -> None:
    add_lawyer(there, "lawyer2", "王静")
    offer = offered(there, granted(there))
    ended = met(
        f"{ASSIGN}.record",
        lambda: volunteer(there, offer),
        lambda: volunteer(there, offer, "lawyer2"),
    )
    assert ended == ["", ""]
    assert Volunteering.objects.count() == 2


# -- given by two -----------------------------------------------------------------------------------


def test_of_two_who_give_one_file_the_second_sees_the_first(there: Town, met: Met) -> None:
    add_lawyer(there, "lawyer2", "王静")
    file, said = granted(there), list[Problem]()
    ended = met(
        f"{ASSIGN}.weighed",
        lambda: give(there, file),
        lambda: give(there, file, "lawyer2", who="colleague"),
        said=said,
    )
    assert ended == ["", "already_done"]
    assert said[0].facts["by"] == "周岚"
    assert Assignment.objects.get().practitioner == there.practitioners["lawyer"]


def test_of_two_who_answer_a_wish_for_somebody_else_the_second_sees_the_first(
    there: Town, met: Met
) -> None:
    """One gives the file away by its own page, the other agrees by the page of the request."""
    new, other = (
        add_lawyer(there, f"lawyer{n}", name) for n, name in enumerate(("王静", "赵磊"), 2)
    )
    file, officer, said = granted(there), there.actor("officer"), list[Problem]()
    file = give(there, file)
    asked = actions.ask_change(actor=officer, file=file, text="三周没有联系", at=NOON)

    def give_away() -> object:
        return actions.reassign(
            actor=officer, file=file, practitioner_id=new.pk, reason="原承办人住院", at=NOON
        )

    def agree() -> object:
        return actions.agree_change(
            actor=there.actor("colleague"), request=asked, practitioner_id=other.pk, text="同意", at=NOON
        )  # fmt: skip

    assert met(f"{ASSIGN}.weighed", give_away, agree, said=said) == ["", "already_done"]
    assert said[0].facts["by"] == "周岚"
    file.refresh_from_db()
    asked.refresh_from_db()
    assert (file.practitioner, asked.to) == (new, new)


def test_two_who_confirm_the_same_files_in_another_order(there: Town, met: Met) -> None:
    """No practitioner is in both: what they share is the files."""
    mine = there.practitioners["lawyer"]
    other, third, fourth = (
        add_lawyer(there, f"lawyer{n}", name) for n, name in enumerate(("王静", "赵磊", "白杨"), 2)
    )
    files = [granted(there, name) for name in ("李小红", "钱大海")]
    done: dict[str, Any] = {}

    def confirm(who: str, *pairs: Any) -> Callable[[], object]:
        def run() -> None:
            done[who] = actions.confirm_batch(actor=there.actor(who), pairs=pairs, at=NOON)

        return run

    ended = met(
        f"{ASSIGN}.tell_organ",
        confirm("officer", (files[0].pk, mine.pk), (files[1].pk, other.pk)),
        confirm("colleague", (files[1].pk, third.pk), (files[0].pk, fourth.pk)),
    )
    assert ended == ["", ""]
    assert (len(done["officer"].done), len(done["officer"].failed)) == (2, 0)
    assert not done["colleague"].done
    told = [f.problem for f in done["colleague"].failed]
    assert [(p.code, p.facts["by"], p.facts["act"]) for p in told] == [
        ("already_done", "周岚", "assign")
    ] * 2
    assert Assignment.objects.count() == 2


def test_a_file_of_a_batch_given_by_somebody_else_meanwhile(there: Town, met: Met) -> None:
    mine, other = there.practitioners["lawyer"], add_lawyer(there, "lawyer2", "王静")
    files, said = [granted(there, name) for name in ("李小红", "钱大海")], list[Problem]()
    pairs = [(file.pk, mine.pk) for file in files]
    ended = met(
        f"{ASSIGN}.assign",
        lambda: actions.confirm_batch(actor=there.actor("officer"), pairs=pairs, at=NOON),
        lambda: give(there, files[0], "lawyer2", who="colleague"),
        said=said,
    )
    assert ended == ["", "already_done"]
    assert said[0].facts["by"] == "周岚"
    assert not Assignment.objects.filter(practitioner=other).exists()


def in_commune(town: Town, name: str, unit: str) -> File:
    actor = town.actor("vn_officer")
    application = replace(LAND, person=Described(name))
    file = actions.apply(actor=actor, unit=town.units[unit], application=application, at=NOON).file
    return actions.grant(actor=actor, file=file, at=NOON)


def test_two_batches_over_the_same_communes_in_another_order(there: Town, met: Met) -> None:
    """No file and no practitioner is in both: what they share is the trail of the two communes."""
    house = system("vn-92")
    for key, name, area in (
        ("near", "Chi nhánh Sóc Trăng", "31507"),
        ("far", "Chi nhánh Kế Sách", "31528"),
    ):
        there.units[key] = network.open_unit(
            actor=house, name=name, kind="legal_aid_branch", area=there.areas[area], pack="vn-92",
            parent=there.units["vn_centre"], at=SINCE,
        )  # fmt: skip
    user = network.enrol(
        actor=house, username="helper2", name="Võ Thị Hạnh", password=PASSWORD, language="vi", at=SINCE
    )  # fmt: skip
    network.post(
        actor=house, user=user, role="practitioner", unit=there.units["vn_centre"], at=SINCE
    )
    second = network.register(
        actor=house, user=user, unit=there.units["vn_centre"], kind="legal_aid_officer", skills=[],
        languages=["vi"], since=date(2015, 6, 1), at=SINCE,
    )  # fmt: skip
    near = [in_commune(there, f"Lý Thị {n}", "near") for n in ("An", "Bình")]
    far = [in_commune(there, f"Sơn Thị {n}", "far") for n in ("An", "Bình")]
    assert {f.area_path for f in near} != {f.area_path for f in far}
    first = there.practitioners["vn_helper"]
    done = []

    def confirm(who: str, by: Any, *files: File) -> Callable[[], object]:
        pairs = [(f.pk, by.pk) for f in files]
        return lambda: done.append(
            actions.confirm_batch(actor=there.actor(who), pairs=pairs, at=NOON)
        )

    ended = met(
        f"{ASSIGN}.tell_organ",
        confirm("vn_officer", first, near[0], far[0]),
        confirm("vn_head", second, far[1], near[1]),
    )
    assert ended == ["", ""]
    assert [(len(d.done), d.failed) for d in done] == [(2, ()), (2, ())]


# -- a practitioner who is struck off, or leaves ----------------------------------------------------


def struck(town: Town) -> object:
    mine = town.practitioners["lawyer"]
    known = Known(kind="lawyer", struck_off_on=NOON.date())
    return network.keep_roll(actor=town.actor("keeper"), practitioner=mine, known=known, at=NOON)


def left(town: Town) -> object:
    posting = town.users["lawyer"].postings.get()
    return network.end_posting(actor=town.actor("keeper"), posting=posting, at=NOON)


def on_leave(town: Town) -> object:
    mine, today = town.practitioners["lawyer"], NOON.date()
    return network.take_leave(
        actor=town.actor("keeper"), practitioner=mine, first=today, last=today, at=NOON
    )


@pytest.mark.parametrize(
    ("away", "step", "code"),
    [
        (struck, "record", "practitioner_barred"),
        (left, "_tell", "practitioner_barred"),
        (on_leave, "record", "bars_not_set_aside"),
    ],
)
def test_a_practitioner_struck_off_while_a_file_is_given_to_them_does_not_get_it(
    there: Town, met: Met, away: Callable[[Town], object], step: str, code: str
) -> None:
    file = granted(there)
    best = reads.candidates(there.actor("officer"), file, NOON)[0]
    assert best.fits
    ended = met(f"songfa.network.actions.{step}", lambda: away(there), lambda: give(there, file))
    assert ended == ["", code]
    file.refresh_from_db()
    assert (file.state, file.practitioner) == ("granted", None)


def test_who_is_struck_off_after_a_file_was_given_has_it(there: Town, met: Met) -> None:
    file = granted(there)
    ended = met(f"{ASSIGN}.tell_organ", lambda: give(there, file), lambda: struck(there))
    assert ended == ["", ""]
    file.refresh_from_db()
    assert file.practitioner == there.practitioners["lawyer"]


# -- letters and numbers ----------------------------------------------------------------------------


def people(town: Town, file: File, n: int = 3) -> list[Recipient]:
    told = [worker(k) for k in range(1, n + 1)]
    return [
        group.add_recipient(
            actor=town.actor("officer"), file=file, name=name, id_number=number, at=NOON
        )
        for name, number, *_ in told
    ]


def letters(town: Town, file: File, who: str = "colleague") -> object:
    return group.issue_to_all(actor=town.actor(who), file=file, kind="grant", at=NOON)


def test_letters_pressed_while_the_file_is_granted_wait_for_the_decision(
    there: Town, met: Met
) -> None:
    file = applied(there)
    people(there, file)
    ended = met(
        "songfa.aid.actions.decide.issue",
        lambda: actions.grant(actor=there.actor("officer"), file=file, at=NOON),
        lambda: letters(there, file),
    )
    assert ended == ["", ""]
    numbers = sorted(Paper.objects.filter(kind="grant").values_list("number", flat=True))
    assert numbers == [f"（桦）援决字[2026]第{n}号" for n in range(1, len(numbers) + 1)]
    assert len(numbers) == 1 + Recipient.objects.count()


def test_letters_pressed_while_somebody_leaves_do_not_go_to_them(there: Town, met: Met) -> None:
    file = applied(there)
    gone = people(there, file)[0]
    actions.grant(actor=there.actor("officer"), file=file, at=NOON)
    ended = met(
        "songfa.aid.actions.group._counted",
        lambda: group.leave(
            actor=there.actor("officer"), file=file, recipient_id=gone.pk, reason="withdrew",
            on=NOON.date(), at=NOON,
        ),
        lambda: letters(there, file),
    )  # fmt: skip
    assert ended == ["", ""]
    told = "".join(Paper.objects.filter(kind="grant").values_list("content", flat=True))
    assert gone.name not in told
    assert worker(2)[0] in told


def test_a_letter_written_anew_while_another_file_is_granted(there: Town, met: Met) -> None:
    """Both number by the same series and write into the same trail."""
    file, other = granted(there), applied(there, "钱大海")
    wrong = Paper.objects.get(file=file, kind="grant")
    ended = met(
        "songfa.aid.actions.papers.record",
        lambda: actions.correct_paper(
            actor=there.actor("officer"), paper=wrong, why="写错", at=NOON
        ),
        lambda: actions.grant(actor=there.actor("colleague"), file=other, at=NOON),
    )
    assert ended == ["", ""]
    numbers = sorted(Paper.objects.filter(kind="grant").values_list("number", flat=True))
    assert numbers == [f"（桦）援决字[2026]第{n}号" for n in (1, 2, 3)]


# -- handed in, handed over -------------------------------------------------------------------------


def test_a_file_handed_in_twice_is_handed_in_once(there: Town, met: Met) -> None:
    file, said = closed(there, assigned(there)), list[Problem]()

    def hand_in(who: str) -> Callable[[], object]:
        return lambda: actions.hand_in(
            actor=there.actor(who), file=file, at=NOON + DAY, why_lacking="原件在仲裁委"
        )

    ended = met(
        "songfa.aid.actions.archiving.move", hand_in("officer"), hand_in("colleague"), said=said
    )
    assert ended == ["", "already_done"]
    assert (said[0].facts["by"], said[0].facts["act"]) == ("周岚", "hand_in")
    assert Handover.objects.count() == 1


def elsewhere(town: Town, **told: Any) -> File:
    application = replace(WAGES, person=Described("孙立", **told))
    return actions.apply(
        actor=town.actor("stranger"), unit=town.units["other"], application=application, at=NOON
    ).file


def transfer(town: Town, file: File, who: str, to: str) -> Callable[[], object]:
    return lambda: actions.transfer(
        actor=town.actor(who),
        file=file,
        reason="other_agency_by_place",
        unit_id=town.units[to].pk,
        at=NOON,
    )


def test_two_files_sent_to_each_others_office_at_once(there: Town, met: Met) -> None:
    ours, theirs = applied(there), elsewhere(there)
    ended = met(
        "songfa.aid.actions.transfer._opened_there",
        transfer(there, ours, "officer", "other"),
        transfer(there, theirs, "stranger", "centre"),
    )
    assert ended == ["", ""]
    numbers = set(File.objects.values_list("number", flat=True))
    assert numbers == {f"（{letter}）援申字[2026]第{n}号" for letter in "桦川" for n in (1, 2)}
    assert set(File.objects.filter(origin_id__isnull=False).values_list("origin_id", flat=True)) == {
        ours.pk, theirs.pk,
    }  # fmt: skip


def test_a_file_sent_where_the_same_person_applies_just_now(there: Town, met: Met) -> None:
    identity = "230822198004010021"
    elsewhere(there, id_number=identity)
    person = Described("孙立", id_number=identity)
    ours = actions.apply(
        actor=there.actor("officer"), unit=there.units["centre"], application=replace(WAGES, person=person),
        at=NOON,
    ).file  # fmt: skip
    ended = met(
        "songfa.aid.actions.transfer.find_or_enter",
        transfer(there, ours, "officer", "other"),
        lambda: elsewhere(there, id_number=identity),
    )
    assert ended == ["", ""]
    there_now = File.objects.filter(unit=there.units["other"])
    assert there_now.count() == 3
    assert len(set(there_now.values_list("person", flat=True))) == 1


# -- what stands beside a file ----------------------------------------------------------------------


def test_a_hearing_held_while_its_file_is_withdrawn_was_called_off(there: Town, met: Met) -> None:
    file = assigned(there)
    row, said = hearing(there, file), list[Problem]()
    late = row.starts_at + DAY
    ended = met(
        "songfa.aid.actions.decide.call_off_hearings",
        lambda: actions.withdraw(
            actor=there.actor("officer"), file=file, reason="requested", at=late
        ),
        lambda: actions.hold_hearing(
            actor=there.actor("lawyer"), hearing=row, result="开庭", at=late
        ),
        said=said,
    )
    assert ended == ["", "already_done"]
    assert (said[0].facts["by"], said[0].facts["act"]) == ("周岚", "call_off_hearing")


def test_an_objection_upheld_while_a_party_is_named(there: Town, met: Met) -> None:
    officer = there.actor("officer")
    file = actions.refuse(
        actor=officer, file=applied(there), reasons=["hardship_not_met"], text="", at=NOON
    )
    row = actions.object_to(actor=officer, file=file, text="我符合条件", at=NOON)
    ended = met(
        "songfa.aid.actions.beside._reopened",
        lambda: actions.uphold(
            actor=there.actor("supervisor"), objection=row, text="符合", at=NOON
        ),
        lambda: actions.name_party(
            actor=officer, file=file, side="adverse", kind="person", name="钱大海", id_number="", at=NOON
        ),
    )  # fmt: skip
    assert ended == ["", ""]
    file.refresh_from_db()
    assert file.state == "received"


def test_who_comes_second_reads_who_was_first_and_when(there: Town, met: Met) -> None:
    from songfa.words.say import speaking
    from songfa.words.tell import tell

    add_lawyer(there, "lawyer2", "王静")
    file = granted(there)
    give(there, file)
    with pytest.raises(Problem) as why:
        give(there, file, "lawyer2", who="colleague")
    token = speaking.set("zh-Hans")
    told = tell(why.value)
    speaking.reset(token)
    assert "周岚已先行处理" in told
    assert "12:00" in told
    assert "已指派承办人" in told
    assert "T04" not in told
