"""A payment file: one sheet of rows to pay, as xlsx."""

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from songfa.papers.out.harmless import harmless

Value = str | int | Decimal


def sheet(
    title: str, heads: Sequence[str], rows: Sequence[Sequence[Value]], last: Sequence[Value], made: datetime
) -> bytes:  # fmt: skip
    """Return a workbook: a line of headings, the rows, and a line of sums. Amounts are numbers, all else is text."""
    import xlsxwriter  # noqa: PLC0415 - loads slowly

    out = io.BytesIO()
    told = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, told)
    book.set_properties({"created": made.replace(tzinfo=None)})
    page = book.add_worksheet()
    bold, amount = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
    page.write_string(0, 0, harmless(title), bold)
    for column, head in enumerate(heads):
        page.write_string(2, column, harmless(head), bold)
        page.set_column(column, column, 22 if column else 6)
    for n, row in enumerate([*rows, last], 3):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(n, column, harmless(value))
            else:
                page.write_number(n, column, value, amount if isinstance(value, Decimal) else None)
    book.close()
    return out.getvalue()
