"""The letter by which a person is referred: to legal aid (vn: form 13-TP-TGPL), or by us to another body."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from songfa.access.models import Unit
from songfa.areas.names import stem
from songfa.papers.out.letter import Letter, written
from songfa.rules.packs.read import Pack, load
from songfa.rules.packs.schema import Matter
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.words import habits
from songfa.words.say import key_of, say

LANGUAGE = {"cn": "zh-Hans", "vn": "vi"}
INWARD, OUTWARD = "referral_letter", "referral_out_letter"


@dataclass(frozen=True, slots=True)
class Told:
    """What a letter of referral says. `role` is what the person is in the matter (vn: accused, victim, litigant)."""

    sender: Unit
    sender_name: str
    receiver: str
    name: str
    born: date | None = None
    id_number: str = ""
    phone: str = ""
    address: str = ""
    role: str = ""
    matter: str = ""
    reason: str = ""
    papers: str = ""


def write(told: Told, *, inward: bool, on: date) -> Letter:
    """Return the letter in the form and language of the sender's country. Raises NO_VALUE_AT_DATE."""
    pack = load(told.sender.pack)
    country = pack.head.country
    lang = LANGUAGE[country]
    kind = pack.get(PaperKind, INWARD if inward else OUTWARD, on)
    area = told.sender.area
    common: dict[str, Any] = {
        "style": country, "lang": lang, "office": told.sender_name, "number": "",
        "title": habits.named(kind.name.model_dump(), lang),
        "dated": say(
            "letter-dated", lang=lang, place=stem(country, area.kind, area.name), y=str(on.year),
            m=_padded(lang, on.month, below=3), d=_padded(lang, on.day, below=10),
        ),
        "addressee": say("referral-letter-to", lang=lang, name=told.receiver),
        "paragraphs": (_opening(told, lang, inward=inward),),
        "rows": _rows(told, pack, lang, on),
        "after": (say("referral-letter-end-in" if inward else "referral-letter-end-out", lang=lang),),
        "signed": told.sender_name,
    }  # fmt: skip
    if country == "vn":
        common |= {
            "motto": (say("letter-motto-state", lang=lang), say("letter-motto", lang=lang)),
            "signed": say("referral-letter-signed", lang=lang),
            "copies_title": say("letter-copies", lang=lang),
            "copies": (say("letter-copies-you", lang=lang), say("referral-letter-copy", lang=lang)),
        }
    return written(**common)


def _opening(told: Told, lang: str, *, inward: bool) -> str:
    key = "referral-letter-open-in" if inward else "referral-letter-open-out"
    return say(key, lang=lang, sender=told.sender_name, receiver=told.receiver)


def _rows(told: Told, pack: Pack, lang: str, on: date) -> tuple[tuple[str, str], ...]:
    matter = ""
    if told.matter:
        matter = habits.named(pack.get(Matter, told.matter, on).name.model_dump(), lang)
    rows = (
        ("referral-row-name", told.name),
        ("referral-row-born", habits.day(told.born, lang) if told.born else ""),
        ("referral-row-id-number", told.id_number),
        ("referral-row-address", told.address),
        ("referral-row-phone", told.phone),
        (
            "referral-row-role",
            say(key_of("referral-role", told.role), lang=lang) if told.role else "",
        ),
        ("referral-row-matter", matter),
        ("referral-row-reason", told.reason),
        ("referral-row-papers", told.papers),
    )
    return tuple((say(key, lang=lang), value) for key, value in rows if value)


def _padded(lang: str, n: int, *, below: int) -> str:
    """Decree 30/2020: days under 10 and the months 1 and 2 have a zero before them."""
    return f"{n:02d}" if lang == "vi" and n < below else str(n)
