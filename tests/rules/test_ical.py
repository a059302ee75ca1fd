"""Calendar files (RFC 5545) and payment sheets."""

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

import songfa.papers
from songfa.papers.out.ical import Event, calendar
from songfa.papers.out.sheet import harmless, xlsx

AT = datetime(2026, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=8)))


def lines(**told: object) -> list[str]:
    facts = {
        "uid": "1@songfa", "starts": AT, "ends": AT + timedelta(hours=2), "summary": "开庭", "stamp": AT, **told,
    }  # fmt: skip
    return calendar("日程", [Event(**facts)]).decode().split("\r\n")  # type: ignore[arg-type]


def unfolded(found: list[str]) -> list[str]:
    return "\r\n".join(found).replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_the_parts_that_every_program_asks_for() -> None:
    found = lines(remind=timedelta(days=1))
    assert found[:4] == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Songfa//Legal aid//EN", "CALSCALE:GREGORIAN",
    ]  # fmt: skip
    assert found[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART:20261122T010000Z" in found
    assert "DTEND:20261122T030000Z" in found
    assert "TRIGGER:-PT1440M" in found
    assert "STATUS:CANCELLED" in lines(cancelled=True)
    assert "SEQUENCE:3" in lines(revision=3)


def test_long_lines_are_folded_within_75_octets_and_between_characters() -> None:
    long = "桦南县劳动人事争议仲裁委员会第一仲裁庭，" * 12
    found = lines(place=long)
    assert all(len(line.encode()) <= 75 for line in found)
    assert f"LOCATION:{long}" in unfolded(found)


@pytest.mark.parametrize(
    ("said", "written"),
    [("a;b,c\\d", "a\\;b\\,c\\\\d"), ("one\r\ntwo\nthree", "one\\ntwo\\nthree"), ("x\0\x07y", "xy"),
     ("END:VEVENT\nBEGIN:VEVENT", "END:VEVENT\\nBEGIN:VEVENT")],
)  # fmt: skip
def test_marks_are_escaped(said: str, written: str) -> None:
    assert f"SUMMARY:{written}" in lines(summary=said)


def test_moments_are_written_in_utc() -> None:
    assert "DTSTAMP:20261122T090000Z" in lines(stamp=AT.replace(tzinfo=UTC))


RISKY = [
    "=1+1", "+86 139", "-2", "@SUM(A1)", "\t=1", " =1", "=cmd|'/c calc'!A1", "＝1+1", "＠SUM(A1)", "\u200b=1",
    "\u00a0=1", "|calc", "\n=1",
]  # fmt: skip


@pytest.mark.parametrize("text", RISKY)
def test_no_text_becomes_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
    data = xlsx(["#", "姓名"], [[1, text]], title="批次", last=["", ""], made=AT)
    inside = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in inside
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    kept = rows[3][1]
    assert kept == f"'{text}"
    plain = xlsx([text, "#"], [[text, 3]], tab=text)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(plain)).get_sheet_by_index(0).to_python()
    assert rows == [[f"'{text}", "#"], [f"'{text}", 3.0]]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(plain)).read("xl/worksheets/sheet1.xml")


def test_every_spreadsheet_of_the_house_has_the_one_guard() -> None:
    house = Path(songfa.papers.__file__).parents[1]
    writers = {
        p.relative_to(house).as_posix()
        for p in house.rglob("*.py")
        if re.search(r"xlsxwriter|csv\.(Dict)?[wW]riter", p.read_text()) and "/make/" not in str(p)
    }
    assert writers == {"papers/out/sheet.py"}
    for name in writers:
        written = re.findall(
            r"write_string\(([^()]*(?:\([^()]*\))?[^()]*)\)", (house / name).read_text()
        )
        assert written
        assert all("harmless(" in call for call in written)


def test_amounts_are_numbers() -> None:
    data = xlsx(
        ["#", "元"], [[1, Decimal("1354.50")]], title="批次", last=["", Decimal("1354.50")], made=AT
    )
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [r[1] for r in rows[3:]] == [1354.5, 1354.5]
    assert harmless("何平") == "何平"
