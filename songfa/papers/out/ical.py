"""A calendar file (iCalendar, RFC 5545), read by every calendar program."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

FOLD = 75  # octets of a line (RFC 5545, 3.1)
WHO = "-//Songfa//Legal aid//EN"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry. `uid` stays the same when it is moved; `revision` grows. `remind` is how long before the start."""

    uid: str
    starts: datetime
    ends: datetime
    summary: str
    stamp: datetime
    place: str = ""
    text: str = ""
    revision: int = 0
    cancelled: bool = False
    remind: timedelta | None = None


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """Return a calendar of events; moments are written in UTC, so that no table of zones is needed."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{WHO}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]  # fmt: skip
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event: Event) -> list[str]:
    lines = [
        "BEGIN:VEVENT", f"UID:{_text(event.uid)}", f"DTSTAMP:{_moment(event.stamp)}",
        f"DTSTART:{_moment(event.starts)}", f"DTEND:{_moment(event.ends)}", f"SEQUENCE:{event.revision}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}", f"SUMMARY:{_text(event.summary)}", "CLASS:PRIVATE",
    ]  # fmt: skip
    if event.place:
        lines.append(f"LOCATION:{_text(event.place)}")
    if event.text:
        lines.append(f"DESCRIPTION:{_text(event.text)}")
    if event.remind is not None:
        minutes = int(event.remind.total_seconds() // 60)
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-PT{minutes}M"]
        lines += [f"DESCRIPTION:{_text(event.summary)}", "END:VALARM"]
    return [*lines, "END:VEVENT"]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Return a text as a property holds it (3.3.11): marks escaped, no control signs."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in plain if c in "\n\t" or (ord(c) >= 0x20 and ord(c) != 0x7F))
    for mark in ("\\", ";", ","):
        kept = kept.replace(mark, f"\\{mark}")
    return kept.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, none of which ends within a character (3.1)."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > (FOLD if not pieces else FOLD - 1):
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + sign, size + width
    return "\r\n ".join([*pieces, piece])
