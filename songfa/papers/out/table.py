"""A plain table as a spreadsheet (xlsx): texts only, none of which a spreadsheet takes for a formula."""

from collections.abc import Iterable
from io import BytesIO

import xlsxwriter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# what a spreadsheet may take for the beginning of a formula
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST = 32_000  # places in a cell
WIDTH = 18


def xlsx(title: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return one sheet with a frozen row of heads. Texts are cut where a cell ends."""
    kept = BytesIO()
    book = xlsxwriter.Workbook(
        kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(_named(title))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    named = list(heads)
    sheet.set_column(0, max(len(named) - 1, 0), WIDTH)
    sheet.freeze_panes(1, 0)
    for column, head in enumerate(named):
        sheet.write_string(0, column, head, bold)
    for line, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            sheet.write_string(line, column, _safe(text), plain)
    book.close()
    return kept.getvalue()


def _named(title: str) -> str:
    """Return a title as the tab of a sheet bears it: 31 places, without the signs that are barred."""
    return "".join(c for c in title if c not in "[]:*?/\\")[:31] or "1"


def _safe(text: str) -> str:
    """Keep a text a text also when the sheet is saved as CSV and opened again."""
    return f"'{text}"[:LONGEST] if text.startswith(FORMULA) else text[:LONGEST]
