"""A person answers what the ledger raised beside a file: is a head of the law met, is help to understand needed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from songfa.access.policy import Actor, require
from songfa.aid.actions.notices import MANDATORY, accept_notice
from songfa.aid.frozen import frozen
from songfa.aid.holding import held
from songfa.aid.models import File, HeadAnswer, Notice
from songfa.aid.noticed import accepted_at_once, known_codes
from songfa.aid.prompts import day_of, needs_kinds, raised
from songfa.audit.door import record
from songfa.people.models import Person
from songfa.rules.eligibility.check import check
from songfa.rules.notices import NoticeHead, Question, with_head
from songfa.rules.packs.read import load
from songfa.rules.problems import NOT_FOUND, PROMPT_ANSWERED, PROMPT_NEEDS
from songfa.rules.verbs import Verb


@transaction.atomic
def answer_prompt(
    *, actor: Actor, file: File, question: str, yes: bool, reason: str = "", kinds: Iterable[str] = (), at: datetime
) -> HeadAnswer:  # fmt: skip
    """Answer a question once; nothing follows from a certificate without it.

    Yes to a head: the finding of the day of the request is made anew with what the head tells, and a
    notice that waited for a decision is accepted where none is left. Yes to a need: it is noted with the
    file. A no gives its reason. Raises NOT_FOUND for a question that is not raised, PROMPT_ANSWERED,
    PROMPT_NEEDS (field: reason; kinds where the ledger leaves open which disability it is).
    """
    row = held(file)
    require(actor, Verb.AID_ANSWER_PROMPT, row)
    person = Person.objects.filter(pk=row.person_id).first()
    asked = next((q for q in raised(row, person) if q.code == question), None)
    before = HeadAnswer.objects.filter(file=row, question=question).first()
    if before is not None:
        raise PROMPT_ANSWERED(by=before.by.name, answer="yes" if before.yes else "no")
    if asked is None:
        raise NOT_FOUND(thing="question")
    named = tuple(dict.fromkeys(kinds))
    known_codes(load(row.pack), day_of(row), (), disabilities=named)
    if not yes and not reason.strip():
        raise PROMPT_NEEDS(field="reason")
    if yes and needs_kinds(asked) and not named:
        raise PROMPT_NEEDS(field="kinds")
    answer = HeadAnswer.objects.create(
        file=row, question=question, because=list(asked.because), yes=yes, kinds=list(named if yes else ()),
        reason=reason.strip(), by=actor.user, created_at=at, **row.belonging(),
    )  # fmt: skip
    record(
        actor=actor, verb=Verb.AID_ANSWER_PROMPT, subject=row, at=at, question=question,
        answer="yes" if yes else "no", because=asked.because, kinds=named,
    )  # fmt: skip
    if yes:
        (_need if asked.kind == "need" else _head)(actor, row, asked, named, at)
    return answer


def _need(actor: Actor, row: File, asked: Question, kinds: tuple[str, ...], at: datetime) -> None:
    told = row.story()
    contact = replace(told.contact, needs=(*told.contact.needs, asked.code))
    row.told = replace(told, contact=contact).sealed()
    row.save(update_fields=["told"])


def _head(actor: Actor, row: File, asked: Question, kinds: tuple[str, ...], at: datetime) -> None:
    pack, on = load(row.pack), day_of(row)
    head = pack.get(NoticeHead, asked.code, on)
    told = row.story()
    of_head = set(head.disabilities)
    shown = {*kinds, *(k for k in asked.because if k in of_head)}
    facts: dict[str, Any] = with_head(told.facts, head, shown)
    notice = Notice.objects.filter(file=row).first()
    if notice is not None:
        facts["applicant"] = {"via": "proceedings_body"}
    finding = check(facts, pack, on)
    row.told, row.finding = replace(told, facts=facts).sealed(), frozen(finding)
    row.save(update_fields=["told", "finding"])
    if notice is None or row.state != "received" or not accepted_at_once(head, finding):
        return
    notice.head = head.code
    notice.defects = [code for code in notice.defects if code != "head_not_shown"]
    notice.save(update_fields=["head", "defects"])
    row.route = MANDATORY
    row.save(update_fields=["route"])
    accept_notice(actor=actor, file=row, at=at)
