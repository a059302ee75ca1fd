"""Writes the documents of a file: in the form and language of its country, numbered, frozen as issued."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Sum

from songfa.aid import numbering
from songfa.aid.answering import remedies
from songfa.aid.days import local_day
from songfa.aid.models import File, Log, Paper
from songfa.areas.names import stem
from songfa.papers.out.letter import Letter
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Matter, Outcome, Service
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.refusals import RefusalGround
from songfa.words import habits
from songfa.words.say import key_of, say

LANGUAGE = {"cn": "zh-Hans", "vn": "vi"}
KEY = {"zh-Hans": "zh", "vi": "vi"}


@dataclass(frozen=True, slots=True)
class Desk:
    """What every letter about a file needs: its file, pack, day and language."""

    file: File
    pack: Pack
    on: date
    lang: str
    note: str

    def say(self, key: str, **facts: object) -> str:
        return say(key, lang=self.lang, **facts)

    def day(self, at: datetime | None) -> str:
        zone = ZoneInfo(self.pack.head.timezone)
        return habits.day(at.astimezone(zone) if at else None, self.lang)

    def named(self, entry: Matter | Service | Outcome | PaperKind | RefusalGround) -> str:
        return habits.named(entry.name.model_dump(), self.lang)

    @property
    def matter(self) -> str:
        return self.named(self.pack.get(Matter, self.file.matter, self.on))

    @property
    def service(self) -> str:
        return self.named(self.pack.get(Service, self.file.service, self.on))

    @property
    def basis(self) -> str:
        cites: list[str] = self.file.finding.get("cited", {}).get(KEY[self.lang], [])
        return self.say("cite-and").join(cites)


Parts = dict[str, tuple[str, ...] | tuple[tuple[str, str], ...] | str]


def _to_applicant(desk: Desk) -> str:
    return desk.say("letter-to", name=desk.file.story().name)


def _opening(desk: Desk) -> str:
    file = desk.file
    return desk.say(
        "letter-received",
        day=desk.day(file.received_at),
        number=file.request_number,
        matter=desk.matter,
    )


def _grant(desk: Desk) -> Parts:
    key = "letter-grant" if desk.basis else "letter-grant-plain"
    return {
        "addressee": _to_applicant(desk),
        "paragraphs": (_opening(desk), desk.say(key, basis=desk.basis, service=desk.service)),
        "after": (desk.say("letter-grant-next"), desk.say("letter-free")),
    }


def _refuse(desk: Desk) -> Parts:
    grounds = desk.pack.all(RefusalGround, desk.on)
    told = [grounds[code] for code in desk.file.reasons]
    items = tuple(
        desk.say("letter-ground", ground=desk.named(g), basis=g.legal_basis) for g in told
    )
    why = (desk.say("letter-why", text=desk.file.reasons_text),) if desk.file.reasons_text else ()
    return {
        "addressee": _to_applicant(desk),
        "paragraphs": (_opening(desk), desk.say("letter-refuse")),
        "items": items,
        "after": (*why, *_remedies(desk)),
    }


def _remedies(desk: Desk) -> tuple[str, ...]:
    """Return what may be said against the decision, in the words of the pack."""
    key = KEY[desk.lang]
    return tuple(getattr(r.text, key) for r in remedies(desk.pack, desk.file.state, desk.on))


def _supplement(desk: Desk) -> Parts:
    items = tuple(
        desk.named(desk.pack.get(PaperKind, code, desk.on)) for code in desk.file.missing_papers
    )
    note = (desk.say("letter-note", text=desk.note),) if desk.note else ()
    return {
        "addressee": _to_applicant(desk),
        "paragraphs": (_opening(desk), desk.say("letter-supplement")),
        "items": items,
        "after": (*note, desk.say("letter-supplement-after")),
    }


def _assignment(desk: Desk) -> Parts:
    file = desk.file
    practitioner = file.practitioner
    assert practitioner is not None
    told = file.story()
    rows = [
        ("letter-row-recipient", told.name),
        ("letter-row-phone", told.phone),
        ("letter-row-matter", desk.matter),
        ("letter-row-service", desk.service),
        ("letter-row-file", file.number),
    ]
    return {
        "addressee": desk.say("letter-to", name=practitioner.name),
        "paragraphs": (
            desk.say("letter-assign", name=practitioner.name, unit=practitioner.unit.name),
        ),
        "rows": tuple((desk.say(key), value) for key, value in rows if value),
        "after": (desk.say("letter-assign-after"),),
    }


def _closing(desk: Desk) -> Parts:
    file = desk.file
    minutes = Log.objects.filter(file=file).aggregate(n=Sum("minutes"))["n"] or 0
    money = (
        habits.money(file.recovered, file.currency, desk.lang) if file.recovered is not None else ""
    )
    rows = [
        ("letter-row-file", file.number),
        ("letter-row-recipient", file.story().name),
        ("letter-row-matter", desk.matter),
        ("letter-row-service", desk.service),
        ("letter-row-practitioner", file.practitioner.name if file.practitioner else ""),
        ("letter-row-received", desk.day(file.received_at)),
        ("letter-row-granted", desk.day(file.decided_at)),
        ("letter-row-assigned", desk.day(file.assigned_at)),
        ("letter-row-closed", desk.day(file.closed_at)),
        ("letter-row-hours", habits.number(round(minutes / 60, 1), desk.lang)),
        ("letter-row-outcome", desk.named(desk.pack.get(Outcome, file.outcome, desk.on))),
        ("letter-row-recovered", money),
        ("letter-row-people", habits.number(file.people_helped, desk.lang)),
        (
            "letter-row-petitions",
            habits.number(file.petitions_avoided, desk.lang) if file.petitions_avoided else "",
        ),
        ("letter-row-summary", file.summary),
    ]
    return {"paragraphs": (), "rows": tuple((desk.say(key), value) for key, value in rows if value)}


def _reason(desk: Desk, code: str) -> str:
    grounds = desk.pack.versions("ending_grounds", code)
    if grounds and grounds[-1].name is not None:
        return habits.named(grounds[-1].name.model_dump(), desk.lang)
    return desk.say(key_of("withdrawal", code))


def _ended(desk: Desk) -> Parts:
    reason = desk.say("letter-and").join(_reason(desk, code) for code in desk.file.reasons)
    text = desk.file.reasons_text
    why = (desk.say("letter-why", text=text),) if text else ()
    return {
        "addressee": _to_applicant(desk),
        "paragraphs": (_opening(desk), desk.say("letter-ended", reason=reason)),
        "after": (*why, *_remedies(desk)),
    }


def _organ_told(desk: Desk) -> Parts:
    reason = desk.say("letter-and").join(_reason(desk, code) for code in desk.file.reasons)
    told = desk.say(
        "letter-organ-ended",
        name=desk.file.story().name, reference=desk.file.organ_reference or "-", reason=reason,
    )  # fmt: skip
    return {"addressee": desk.say("letter-to", name=desk.file.organ), "paragraphs": (told,)}


def _transferred(desk: Desk) -> Parts:
    reason = desk.say("letter-and").join(_reason(desk, code) for code in desk.file.reasons)
    told = desk.say("letter-transferred", to=desk.file.handed_to, reason=reason)
    code = (desk.say("letter-transferred-code", code=desk.note),) if desk.note else ()
    return {
        "addressee": _to_applicant(desk),
        "paragraphs": (_opening(desk), told),
        "after": (*code, *_remedies(desk)),
    }


def _noted(key: str) -> Callable[[Desk], Parts]:
    """Return the writer of a letter that gives reasons or an answer as they were written."""

    def write(desk: Desk) -> Parts:
        told = (desk.say(key, number=desk.file.number), desk.say("letter-why", text=desk.note))
        return {"addressee": _to_applicant(desk), "paragraphs": told}

    return write


def _objected(desk: Desk) -> Parts:
    key = "letter-objection-upheld" if desk.file.upheld else "letter-objection-dismissed"
    return _noted(key)(desk)


def _changed(desk: Desk) -> Parts:
    name = desk.file.practitioner.name if desk.file.practitioner else ""
    told = (desk.say("letter-acts-now", name=name), desk.say("letter-why", text=desk.note))
    return {"addressee": _to_applicant(desk), "paragraphs": told}


def _asked_to_cooperate(desk: Desk) -> Parts:
    told = (desk.say("letter-cooperation", number=desk.file.number), desk.note)
    return {"paragraphs": told, "after": (desk.say("letter-cooperation-after"),)}


def _to_organ(desk: Desk) -> Parts:
    file, told = desk.file, desk.file.story()
    practitioner = file.practitioner
    assert practitioner is not None
    rows = [
        ("letter-row-recipient", told.name),
        ("letter-row-file", file.number),
        ("letter-row-organ-reference", file.organ_reference),
        ("letter-row-cause", file.cause),
        ("letter-row-practitioner", f"{practitioner.name} ({practitioner.unit.name})"),
    ]
    day = desk.day(file.received_at)
    return {
        "addressee": desk.say("letter-to", name=file.organ),
        "paragraphs": (desk.say("letter-to-organ", day=day, name=told.name),),
        "rows": tuple((desk.say(key), value) for key, value in rows if value),
    }


WRITERS: dict[str, Callable[[Desk], Parts]] = {
    "grant": _grant,
    "refuse": _refuse,
    "supplement_notice": _supplement,
    "assignment": _assignment,
    "appointment_for_litigation": _assignment,
    "closing_report": _closing,
    "official_letter": _to_organ,
    "termination": _ended,
    "discontinuation": _ended,
    "termination_letter": _organ_told,
    "transfer": _transferred,
    "objection_decision": _objected,
    "change_personnel_notice": _changed,
    "cooperation_letter": _asked_to_cooperate,
}


def issue(file: File, kind: str, *, at: datetime, note: str = "") -> Paper:
    """Write a document of the file and keep it as it is. `kind` is a paper of the pack.

    Raises NO_VALUE_AT_DATE for a paper that the pack does not know that day.
    """
    pack = load(file.pack)
    on = local_day(pack, at)
    desk = Desk(file, pack, on, LANGUAGE[pack.head.country], note)
    title = desk.named(pack.get(PaperKind, kind, on))
    number = numbering.of_paper(pack, file.unit, kind=kind, matter=file.matter, on=on)
    letter = _letter(desk, title, number, WRITERS[kind](desk))
    return Paper.objects.create(
        file=file, kind=kind, number=number, content=letter.to_json(), created_at=at,
        unit_id=file.unit_id, area_id=file.area_id, area_path=file.area_path, held_by_id=file.held_by_id,
    )  # fmt: skip


def _letter(desk: Desk, title: str, number: str, parts: Parts) -> Letter:
    unit, country = desk.file.unit, desk.pack.head.country
    place = stem(country, unit.area.kind, unit.area.name)
    common: dict[str, Any] = {
        "style": country, "lang": desk.lang, "office": unit.name, "title": title,
        "number": desk.say("letter-number", number=number) if number else "",
        "dated": desk.say(
            "letter-dated", place=place, y=str(desk.on.year),
            m=_padded(desk, desk.on.month, below=3), d=_padded(desk, desk.on.day, below=10),
        ),
        "signed": unit.name,
    }  # fmt: skip
    if country == "vn":
        common |= {
            "above": unit.parent.name if unit.parent else "",
            "motto": (desk.say("letter-motto-state"), desk.say("letter-motto")),
            "signed": desk.say("letter-signed"),
            "copies_title": desk.say("letter-copies"),
            "copies": (desk.say("letter-copies-you"), desk.say("letter-copies-file")),
        }
    return Letter(**{**common, **parts})


def _padded(desk: Desk, n: int, *, below: int) -> str:
    """Decree 30/2020: days under 10 and the months 1 and 2 have a zero before them."""
    return f"{n:02d}" if desk.lang == "vi" and n < below else str(n)
