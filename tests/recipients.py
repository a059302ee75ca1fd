"""Lists of invented workers for the tests of group matters, as spreadsheets and as text."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from stdnum.cn import ric

HEADER = ("姓名", "身份证号码", "联系电话", "拖欠工资（元）")
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈", "伟芳娜敏静丽强磊军洋艳勇杰娟涛明超秀霞平"


def number(n: int) -> str:
    """Return the n-th number of an identity card that nobody has."""
    body = f"230822{1960 + n % 40}{1 + n % 12:02d}{1 + n % 28:02d}{n % 1000:03d}"
    return body + str(ric.calc_check_digit(body + "0"))


def worker(n: int) -> tuple[str, str, str, str]:
    name = SURNAMES[n % 10] + GIVEN[n % 20] + GIVEN[n * 7 // 20 % 20]
    return name, number(n), f"138{n:08d}", f"{10_000 + n:,}.50"


def workers(count: int) -> list[tuple[str, ...]]:
    return [worker(n) for n in range(1, count + 1)]


def xlsx(rows: Sequence[Sequence[Any]], header: Sequence[str] = HEADER) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for n, row in enumerate([header, *rows]):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(n, column, value)
            else:
                sheet.write(n, column, value)
    book.close()
    return out.getvalue()


def csv(rows: Sequence[Sequence[Any]], header: Sequence[str] = HEADER, mark: str = ",") -> str:
    quoted = [[f'"{cell}"' for cell in row] for row in [header, *rows]]
    return "".join(mark.join(row) + "\r\n" for row in quoted)


def spoiled(count: int = 300) -> list[tuple[str, ...]]:
    """Return a list in which twelve rows are bad, each in its own way (rows of the sheet: 12, 37, … 287)."""
    rows = workers(count)
    right = rows[35][1]
    ways: list[tuple[int, str]] = [
        (0, ""), (1, right[:17] + ("1" if right[17] == "0" else "0")), (1, "23082219"), (2, "138"), (3, "-500"),
        (3, "一万元"), (1, rows[0][1]), (1, ""), (0, "张3"), (1, "230822199913010021"), (3, "9" * 20), (0, "李" * 90),
    ]  # fmt: skip
    for n, (column, value) in enumerate(ways):
        at = 10 + 25 * n
        rows[at] = (*rows[at][:column], value, *rows[at][column + 1 :])
    return rows


BAD = (
    "name_missing", "id_check_digit", "id_form_cn", "phone", "amount_negative", "amount_form", "repeated",
    "id_missing", "name_odd", "id_birth_cn", "amount_too_large", "name_long",
)  # fmt: skip
