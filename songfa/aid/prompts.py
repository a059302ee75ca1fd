"""Which questions the ledger raises about a file."""

from datetime import date

from songfa.aid.days import local_day
from songfa.aid.models import File, Notice
from songfa.people.models import Person
from songfa.rules.notices import SEVERAL, NeedQuestion, NoticeHead, Question, questions
from songfa.rules.packs.read import load

CRIMINAL_SERVICES = ("criminal_defence", "criminal_representation")


def day_of(file: File) -> date:
    """Return the day on which the file was asked for, where it lies."""
    return local_day(load(file.pack), file.received_at)


def asks(file: File) -> bool:
    """Return whether the ledger may raise questions about a file at all: about a criminal one."""
    return "criminal" in file.story().facts or file.service in CRIMINAL_SERVICES


def raised(file: File, person: Person | None) -> tuple[Question, ...]:
    """Return the questions about a criminal file, answered or not; none about another.

    What the notice itself gives as its head is no question, nor a need that was told.
    """
    pack, on = load(file.pack), day_of(file)
    told = file.story()
    facts = told.facts
    if not asks(file):
        return ()
    types = facts.get("person", {}).get("disability", {}).get("types", ())
    known = {*types, *(person.disabilities if person else ())}
    born = person.born if person else None
    if born is None and facts.get("person", {}).get("birth_date"):
        born = date.fromisoformat(facts["person"]["birth_date"])
    found = questions(
        pack.all(NoticeHead, on), pack.all(NeedQuestion, on), role=facts.get("criminal", {}).get("role", ""),
        disabilities=known, born=born, on=on,
    )  # fmt: skip
    notice = Notice.objects.filter(file=file).only("head").first()
    said = {notice.head if notice else "", *told.contact.needs}
    return tuple(q for q in found if q.code not in said)


def needs_kinds(asked: Question) -> bool:
    """Return whether the answer must say which disability it is."""
    return asked.kind == "head" and SEVERAL in asked.because
