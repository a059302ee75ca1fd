"""A table as a spreadsheet (xlsx): texts stay texts, so that no program takes one for a formula or a number."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO

Value = str | int | Decimal
# what a spreadsheet may take for a formula, also after the sheet was saved as text and opened again; signs of full
# width stand for the narrow ones where people write Chinese
RISKY = ("=", "+", "-", "@", "|", "\t", "\r", "\n")
LONGEST = 32_000  # places in a cell
NARROWEST, WIDEST = 14, 60
TAB = 31  # places on the tab of a sheet


def harmless(text: str) -> str:
    """Return a text that no spreadsheet reads as a formula, cut where a cell ends.

    An apostrophe goes before one that could be. (OWASP: CSV injection.)
    """
    begins = unicodedata.normalize("NFKC", text[:80])
    risky = begins.startswith(RISKY) or _bare(begins).startswith(RISKY)
    return (f"'{text}" if risky else text)[:LONGEST]


def _bare(text: str) -> str:
    """Return a text without the blanks and the unseen signs before it."""
    for n, sign in enumerate(text):
        if not (sign.isspace() or unicodedata.category(sign)[0] == "C"):
            return text[n:]
    return ""


def xlsx(
    heads: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    tab: str = "",
    title: str = "",
    last: Sequence[Value] = (),
    made: datetime | None = None,
) -> bytes:
    """Return a workbook of one sheet: a title, the heads in bold, which stay in sight, the rows, a last row of sums.

    An amount (`Decimal`) is a number with two places, a count (`int`) a number, all else text. `made` makes the same
    rows the same bytes.
    """
    import xlsxwriter  # noqa: PLC0415 - loads slowly

    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    if made is not None:
        book.set_properties({"created": made.replace(tzinfo=None)})
    sheet = book.add_worksheet(_tab(tab))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    count, amount = (
        book.add_format({"num_format": "0"}),
        book.add_format({"num_format": "#,##0.00"}),
    )
    told = [list(row) for row in (*rows, *([last] if last else []))]
    top = 2 if title else 0
    if title:
        sheet.write_string(0, 0, harmless(title), book.add_format({"bold": True}))
    for column, head in enumerate(heads):
        sheet.set_column(column, column, _width(head, [row[column] for row in told]), text)
        sheet.write_string(top, column, harmless(head), bold)
    for n, row in enumerate(told, top + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(n, column, harmless(value), text)
            else:
                sheet.write_number(
                    n, column, value, amount if isinstance(value, Decimal) else count
                )
    sheet.freeze_panes(top + 1, 0)
    book.close()
    return out.getvalue()


def _tab(title: str) -> str:
    """Return a title as the tab of a sheet bears it, without the signs that are barred there."""
    return "".join(c for c in title if c not in "[]:*?/\\").strip("'")[:TAB]


def _width(head: str, values: Iterable[Value]) -> int:
    longest = max((len(str(value)) for value in values), default=0)
    return min(WIDEST, max(NARROWEST, len(head) * 2, longest + 2))
