"""Spreadsheets that we hand out: texts as texts, so that no program takes one for a formula."""

from collections.abc import Sequence
from io import BytesIO

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60


def xlsx(title: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> bytes:
    """Return a workbook of one sheet with a header in bold that stays in sight."""
    import xlsxwriter  # noqa: PLC0415 - loads slowly

    out = BytesIO()
    # numbers of identity cards and telephones stay texts; a link stays a text too
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(title[:31])
    bold, text = (
        book.add_format({"bold": True, "text_wrap": True}),
        book.add_format({"num_format": "@"}),
    )
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
        longest = max([len(str(row[column])) for row in rows], default=0)
        sheet.set_column(column, column, min(WIDEST, max(14, len(head) * 2, longest + 2)), text)
    for n, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(n, column, value)
            else:
                sheet.write_string(n, column, value, text)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
