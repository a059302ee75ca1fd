"""Notices of organs in criminal cases, and the questions that a ledger's entry puts beside a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from songfa.rules.eligibility.facts import age_on
from songfa.rules.eligibility.schema import Table
from songfa.rules.eligibility.vocabulary import DISABILITIES
from songfa.rules.packs.schema import Code, Count, Entry, Named, Text

GROWN = 18
MINOR, INTERPRETER = "minor", "sign_language"
# what a notice or a row of the register may say; the pages have a word for each
NEEDS = (
    "sign_language",
    "large_print",
    "read_aloud",
    "easy_words",
    "step_free",
    "interpreter",
    "at_home",
)
LANGUAGES = {
    "cn": ("zh-Hans", "ko", "mn", "ug", "kk", "bo", "za", "ii", "vi", "en"),
    "vn": ("vi", "km", "tyz", "nut", "hmn", "blt", "mtq", "cjm", "rad", "jra", "zh-Hans", "en"),
}
HOUSEHOLDS = ("poor", "near_poor", "neither")
CUSTODIES = {"cn": ("none", "detained"), "vn": ("none", "bat", "tam_giu", "tam_giam")}
ROLES = (
    "suspect", "defendant", "accused", "compulsory_treatment_respondent", "held_in_emergency", "denounced",
    "proposed_for_prosecution", "victim", "witness",
)  # fmt: skip
STAGES = (
    "investigation", "prosecution", "prosecution_review", "first_instance", "second_instance", "death_review",
    "retrial", "compulsory_treatment",
)  # fmt: skip
# a disability of several kinds does not say which: it asks whatever one of them would ask
SEVERAL = "multiple"


class Organ(Named):
    """A kind of body that sends notices, and how a person usually stands before it."""

    role: Code
    stage: Code
    order: Count = 100


class NoticeHead(Named):
    """Why a body sends a notice. `tells` are the facts of eligibility that the notice states thereby.

    `asks` are what the notice must tell besides. `accept` says when help begins without a decision:
    `found` where the finding bears the head out, `always` whatever is still unknown, `never` where the
    agency decides. `organs` are the bodies that notify under the head (none named: each of them).
    `disabilities` (kinds) and `minor` are what in the ledger raises the question of the
    head; a minor is one until the eighteenth birthday, or on that day too (`on_birthday`).
    """

    tells: Table = {}
    asks: tuple[Literal["born", "disabilities", "groups"], ...] = ()
    accept: Literal["found", "always", "never"]
    roles: tuple[Code, ...] = ()
    organs: tuple[Code, ...] = ()
    disabilities: tuple[Code, ...] = ()
    minor: Literal["", "before", "on_birthday"] = ""
    order: Count = 100
    refers = {"organs": "organs"}


class NeedQuestion(Named):
    """A need for understanding that a kind of disability raises: code of a need, and the kinds."""

    disabilities: tuple[Code, ...]
    order: Count = 100


class HelpKind(Named):
    """A kind of help that a duty lawyer gives."""

    order: Count = 100


class DutyPlace(Named):
    """A kind of place where duty lawyers sit."""

    order: Count = 100


class Asker(Named):
    """Who asks for a duty lawyer: the person, or a body that tells the agency; `paper` is its form."""

    paper: Text = ""
    order: Count = 100


SECTIONS: dict[str, type[Entry]] = {
    "organs": Organ,
    "notice_heads": NoticeHead,
    "need_questions": NeedQuestion,
    "help_kinds": HelpKind,
    "duty_places": DutyPlace,
    "askers": Asker,
}


def unknown_code(country: str, **said: str | Iterable[str]) -> tuple[str, str] | None:
    """Return the first field and code that no list has; None when all are known. Empty says nothing."""
    lists: dict[str, Iterable[str]] = {
        "needs": NEEDS, "language": LANGUAGES[country], "custody": CUSTODIES[country], "role": ROLES, "stage": STAGES,
        "disabilities": DISABILITIES, "household": HOUSEHOLDS if country == "vn" else (),
    }  # fmt: skip
    for field, given in said.items():
        for code in (given,) if isinstance(given, str) else given:
            if code and code not in lists[field]:
                return field, code
    return None


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is to answer: the head of a notice or a need (`code`), and what in the ledger raises it."""

    code: str
    kind: Literal["head", "need"]
    because: tuple[str, ...]


def still_minor(born: date, on: date, rule: str) -> bool:
    """Return whether somebody is a minor in criminal procedure on a day.

    `on_birthday`: on the eighteenth birthday too (cn: the Supreme People's Court, juvenile cases,
    2006, Art. 2); `before`: until the day before it.
    """
    age = age_on(born, on)
    birthday = (born.month, born.day) == (on.month, on.day)
    return age < GROWN or (rule == "on_birthday" and age == GROWN and birthday)


def questions(
    heads: Mapping[str, NoticeHead],
    needs: Mapping[str, NeedQuestion],
    *,
    role: str,
    disabilities: Iterable[str],
    born: date | None,
    on: date,
) -> tuple[Question, ...]:
    """Return the questions that a person's entry in the ledger raises about a criminal case, in order.

    They are asked and never answered here: a certificate shows a disability, not that a head of the
    law is met.
    """
    known = set(disabilities)
    found: list[Question] = []
    for head in sorted(heads.values(), key=lambda h: h.order):
        if role not in head.roles:
            continue
        because = _because(head.disabilities, known)
        if head.minor and born is not None and still_minor(born, on, head.minor):
            because = (*because, MINOR)
        if because:
            found.append(Question(head.code, "head", because))
    for need in sorted(needs.values(), key=lambda n: n.order):
        because = _because(need.disabilities, known)
        if because:
            found.append(Question(need.code, "need", because))
    return tuple(found)


def _because(asked: Iterable[str], known: set[str]) -> tuple[str, ...]:
    kinds = tuple(k for k in asked if k in known)
    return kinds or ((SEVERAL,) if SEVERAL in known and tuple(asked) else ())


def with_head(
    facts: Mapping[str, Any], head: NoticeHead, disabilities: Iterable[str] = ()
) -> dict[str, Any]:
    """Return the facts (nested tables) with what a head tells, and with kinds of disability added."""
    made = _copied(facts)
    for path, value in head.tells.items():
        _put(made, path, value)
    kinds = set(disabilities)
    if kinds:
        told = made.setdefault("person", {}).setdefault("disability", {})
        told["types"] = sorted(kinds | set(told.get("types", ())))
    return made


def _put(made: dict[str, Any], path: str, value: object) -> None:
    *above, last = path.split(".")
    table = made
    for name in above:
        table = table.setdefault(name, {})
    table[last] = value


def _copied(table: Mapping[str, Any]) -> dict[str, Any]:
    return {k: _copied(v) if isinstance(v, Mapping) else v for k, v in table.items()}
