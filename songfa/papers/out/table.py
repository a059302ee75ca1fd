"""A plain table as a spreadsheet (xlsx): texts and whole numbers; no text is taken for a formula."""

from collections.abc import Iterable
from io import BytesIO

from songfa.papers.out.harmless import harmless

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 14, 60


def xlsx(title: str, heads: Iterable[str], rows: Iterable[Iterable[str | int]]) -> bytes:
    """Return one sheet with a frozen row of heads. Texts are cut where a cell ends."""
    import xlsxwriter  # noqa: PLC0415 - loads slowly

    kept = BytesIO()
    # numbers of identity cards and telephones stay texts; a link stays a text too
    told = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(kept, told)
    sheet = book.add_worksheet(_named(title))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    named = list(heads)
    widest = [2 * len(head) for head in named]
    sheet.freeze_panes(1, 0)
    for column, head in enumerate(named):
        sheet.write_string(0, column, harmless(head), bold)
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(line, column, value)
            else:
                sheet.write_string(line, column, harmless(value), plain)
            if column < len(widest):
                widest[column] = max(widest[column], len(str(value)))
    for column, width in enumerate(widest):
        sheet.set_column(column, column, min(WIDEST, max(NARROWEST, width + 2)), plain)
    book.close()
    return kept.getvalue()


def _named(title: str) -> str:
    """Return a title as the tab of a sheet bears it: 31 places, without the signs that are barred."""
    return "".join(c for c in title if c not in "[]:*?/\\").strip("'")[:31] or "1"
