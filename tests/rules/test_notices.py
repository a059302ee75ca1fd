"""Notices of organs: every head yields its finding; what a ledger's entry makes one ask, and never answers."""

from datetime import UTC, date, datetime

import pytest

from songfa.aid.noticed import NoticeTold, accepted_at_once, facts_of_notice
from songfa.people.actions import Described
from songfa.rules.certificates import Certificate, read_certificate
from songfa.rules.eligibility.check import check
from songfa.rules.notices import (
    NeedQuestion,
    NoticeHead,
    Question,
    questions,
    still_minor,
    with_head,
)
from songfa.rules.packs.read import load

CN, VN = load("cn-23"), load("vn-92")
DAY = date(2026, 11, 18)
AT = datetime(2026, 11, 18, 8, 20, tzinfo=UTC)
GROWN = date(1990, 3, 7)


def told(head: str, role: str, **more: object) -> NoticeTold:
    facts: dict[str, object] = {
        "person": Described("某人", GROWN), "organ": "court", "organ_name": "桦南县人民法院",
        "head": head, "role": role,
        "stage": "first_instance", "received_at": AT, **more,
    }  # fmt: skip
    return NoticeTold(**facts)  # type: ignore[arg-type]


CHINA: tuple[tuple[str, str, dict[str, object], str], ...] = (
    # head, role, what else, article, the outcome
    ("minor", "suspect", {"person": Described("某人", date(2010, 1, 2))}, "LAL 25(1)(1)"),
    ("sight_hearing_speech", "defendant", {"disabilities": ("hearing",)}, "LAL 25(1)(2)"),
    ("sight_hearing_speech", "suspect", {"disabilities": ("visual",)}, "LAL 25(1)(2)"),
    ("cannot_recognise_acts", "defendant", {}, "LAL 25(1)(3)"),
    ("life_sentence", "defendant", {}, "LAL 25(1)(4)"),
    ("death_sentence", "suspect", {}, "LAL 25(1)(4)"),
    ("death_review", "defendant", {"stage": "death_review"}, "LAL 25(1)(5)"),
    ("in_absentia", "defendant", {}, "LAL 25(1)(6)"),
    ("other_by_law", "defendant", {}, "LAL 25(1)(7)"),
    ("compulsory_treatment", "compulsory_treatment_respondent", {"stage": "compulsory_treatment"}, "LAL 28"),
)  # fmt: skip


@pytest.mark.parametrize(("head", "role", "more", "article"), CHINA)
def test_each_mandatory_head_is_accepted_without_a_look_at_means(
    head: str, role: str, more: dict[str, object], article: str
) -> None:
    entry = CN.get(NoticeHead, head, DAY)
    finding = check(facts_of_notice(told(head, role, **more), entry, CN, DAY), CN, DAY)
    assert finding.outcome == "mandatory_appointment"
    assert article in finding.grounds
    assert finding.means_basis == "none_required"
    assert accepted_at_once(entry, finding)


def test_the_tables_of_the_pack_hold_every_head_that_is_tested() -> None:
    heads = CN.all(NoticeHead, DAY)
    assert set(heads) == {row[0] for row in CHINA} | {"ordinary_procedure"}
    assert {h.code for h in heads.values() if h.accept == "never"} == {"ordinary_procedure"}


def test_what_the_court_may_notify_waits_for_a_decision() -> None:
    entry = CN.get(NoticeHead, "ordinary_procedure", DAY)
    finding = check(
        facts_of_notice(told("ordinary_procedure", "defendant"), entry, CN, DAY), CN, DAY
    )
    assert (finding.outcome, finding.grounds) == ("discretionary_appointment", ("LAL 25(2)",))
    assert not accepted_at_once(entry, finding)


@pytest.mark.parametrize(("head", "role", "more", "article"), CHINA)
def test_a_lawyer_of_ones_own_ends_the_duty_to_appoint(
    head: str, role: str, more: dict[str, object], article: str
) -> None:
    entry = CN.get(NoticeHead, head, DAY)
    facts = facts_of_notice(told(head, role, has_counsel=True, **more), entry, CN, DAY)
    assert not accepted_at_once(entry, check(facts, CN, DAY))


def test_a_head_that_the_facts_do_not_bear_out_is_not_accepted_unseen() -> None:
    entry = CN.get(NoticeHead, "minor", DAY)
    finding = check(facts_of_notice(told("minor", "suspect"), entry, CN, DAY), CN, DAY)
    assert not accepted_at_once(entry, finding)


@pytest.mark.parametrize(
    ("head", "more", "outcome"),
    [
        ("entitled", {"person": Described("Lò Văn Nam", GROWN, groups=("k2",))}, "granted_without_means_test"),
        ("entitled", {}, "refuse"),
        ("appointed_heavy", {}, "mandatory_appointment"),
        ("appointed_disability", {"disabilities": ("hearing",)}, "mandatory_appointment"),
        ("appointed_minor", {"person": Described("Lò Văn Nam", date(2009, 5, 5))}, "mandatory_appointment"),
    ],
)  # fmt: skip
def test_vietnam_accepts_at_once_whatever_is_still_to_be_proved(
    head: str, more: dict[str, object], outcome: str
) -> None:
    entry = VN.get(NoticeHead, head, DAY)
    facts = facts_of_notice(told(head, "suspect", custody="bat", **more), entry, VN, DAY)
    finding = check(facts, VN, DAY)
    assert accepted_at_once(entry, finding)
    if outcome == "mandatory_appointment":
        assert finding.facts["criminal.appointed_by_body"] is True
    else:
        assert finding.outcome == outcome


@pytest.mark.parametrize(
    ("on", "rule", "minor"),
    [
        (date(2026, 11, 17), "on_birthday", True),
        (date(2026, 11, 18), "on_birthday", True),
        (date(2026, 11, 19), "on_birthday", False),
        (date(2026, 11, 17), "before", True),
        (date(2026, 11, 18), "before", False),
    ],
)
def test_the_eighteenth_birthday(on: date, rule: str, *, minor: bool) -> None:
    assert still_minor(date(2008, 11, 18), on, rule) is minor


def asked(
    pack: str, role: str, kinds: tuple[str, ...], born: date | None = GROWN
) -> list[Question]:
    book = load(pack)
    heads, needs = book.all(NoticeHead, DAY), book.all(NeedQuestion, DAY)
    return list(questions(heads, needs, role=role, disabilities=kinds, born=born, on=DAY))


EVERY = [
    "sight_hearing_speech",
    "cannot_recognise_acts",
    "sign_language",
    "read_aloud",
    "easy_words",
]


@pytest.mark.parametrize(
    ("kinds", "codes"),
    [
        (("visual",), ["sight_hearing_speech", "read_aloud"]),
        (("hearing",), ["sight_hearing_speech", "sign_language"]),
        (("speech",), ["sight_hearing_speech", "sign_language"]),
        (("limb",), []),
        (("intellectual",), ["cannot_recognise_acts", "easy_words"]),
        (("mental",), ["cannot_recognise_acts", "easy_words"]),
        (("multiple",), EVERY),
        (("hearing", "multiple"), EVERY),
        ((), []),
    ],
)  # fmt: skip
def test_a_certificate_asks_by_its_kind(kinds: tuple[str, ...], codes: list[str]) -> None:
    assert [q.code for q in asked("cn-23", "defendant", kinds)] == codes


def test_a_known_kind_is_the_reason_before_an_open_one() -> None:
    found = {q.code: q.because for q in asked("cn-23", "suspect", ("hearing", "multiple"))}
    assert found["sight_hearing_speech"] == ("hearing",)
    assert found["cannot_recognise_acts"] == ("multiple",)


def test_a_minor_is_asked_about_and_a_victim_is_not() -> None:
    birthday = date(2008, DAY.month, DAY.day)
    assert asked("cn-23", "suspect", (), birthday) == [Question("minor", "head", ("minor",))]
    assert asked("cn-23", "victim", ("hearing",), birthday) == [
        Question("sign_language", "need", ("hearing",))
    ]
    assert asked("vn-92", "suspect", (), birthday) == []
    assert [q.code for q in asked("vn-92", "suspect", ("mental",))] == [
        "appointed_disability",
        "easy_words",
    ]


def test_a_head_adds_to_the_facts_and_changes_none_of_them() -> None:
    before = {"person": {"disability": {"types": ["limb"]}}, "criminal": {"role": "defendant"}}
    entry = CN.get(NoticeHead, "cannot_recognise_acts", DAY)
    after = with_head(before, entry, ["mental"])
    assert after["person"]["disability"]["types"] == ["limb", "mental"]
    assert after["criminal"] == {"role": "defendant", "cannot_fully_recognise_acts": True}
    assert before["criminal"] == {"role": "defendant"}


WIDE = "２３０８２２１９９００３０７００２７５２B1"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("23082219900307002721", Certificate("230822199003070027", "hearing", 1, longer=False)),
        ("23082219900307002x 7 4", Certificate("23082219900307002X", "multiple", 4, longer=False)),
        (WIDE, Certificate("230822199003070027", "intellectual", 2, longer=True)),
        ("230822199003070027", None),
        ("23082219900307002781", None),
        ("23082219900307002725", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_number_of_a_certificate(text: str, read: Certificate | None) -> None:
    assert read_certificate(text) == read
