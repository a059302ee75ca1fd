"""Lists of recipients: headings in three languages, all that is wrong with each row, hostile files."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from songfa.aid.lists import HEADS, Entry, Rules, entries, packed, unpacked
from songfa.papers.table import MAX_ROWS, read_table
from songfa.rules.group_matters import RecipientListRule
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from tests import recipients as made

ON = date(2026, 11, 18)
CN = Rules("cn", "CNY", ON, load("cn").get(RecipientListRule, "recipients", ON))
VN = Rules("vn", "VND", ON, load("vn").get(RecipientListRule, "recipients", ON))


def read(data: bytes, name: str = "名单.xlsx", rules: Rules = CN) -> list[Entry]:
    return entries(read_table(name, data), rules)


def wrong(found: list[Entry]) -> dict[int, tuple[str, ...]]:
    return {e.row: tuple(w.code for w in e.wrong) for e in found if e.wrong}


def test_a_clean_list_is_read_whole() -> None:
    found = read(made.xlsx(made.workers(30)))
    assert len(found) == 30
    assert wrong(found) == {}
    assert (found[0].row, found[0].name) == (2, made.worker(1)[0])
    assert found[0].id_number == made.number(1)
    assert found[0].phone == "+8613800000001"
    assert found[0].claimed == 10_001_50


def test_all_twelve_bad_rows_of_three_hundred_are_told_with_row_and_reason() -> None:
    found = read(made.xlsx(made.spoiled()))
    assert len(found) == 300
    assert wrong(found) == {12 + 25 * n: (code,) for n, code in enumerate(made.BAD)}
    repeated = next(e for e in found if e.row == 12 + 25 * 6)
    assert repeated.wrong[0].facts == {"row": "2"}


def test_a_row_tells_everything_that_is_wrong_with_it_at_once() -> None:
    found = read(made.xlsx([("", "12", "x", "-1"), made.worker(2)]))
    assert wrong(found) == {2: ("name_missing", "id_form_cn", "phone", "amount_negative")}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_is_read_in_every_encoding(encoding: str, mark: str) -> None:
    text = made.csv(made.workers(40), mark=mark)
    found = read(text.encode(encoding), "名单.csv")
    assert len(found) == 40
    assert wrong(found) == {}
    assert found[39].name == made.worker(40)[0]


@pytest.mark.parametrize(
    ("header", "rules", "row"),
    [
        (("姓 名", "身份证号*", "手机号码", "欠薪金额(元)"), CN, made.worker(1)),
        (("Full name", "ID number", "Mobile", "Amount claimed"), CN, made.worker(1)),
        (
            ("HỌ VÀ TÊN", "Số CCCD", "Số điện thoại", "Số tiền yêu cầu (đồng)"),
            VN,
            ("Nguyễn Văn An", "092085001234", "0912 345 678", "12.500.000"),
        ),
    ],
)
def test_headings_are_known_in_three_languages(
    header: tuple[str, ...], rules: Rules, row: tuple[str, ...]
) -> None:
    found = read(made.xlsx([row], header), rules=rules)
    assert wrong(found) == {}
    assert found[0].claimed > 0
    assert found[0].phone.startswith("+8")


def test_every_heading_we_know_is_its_own_column() -> None:
    seen = [head for heads in HEADS.values() for head in heads]
    assert len(seen) == len(set(seen))


def test_a_wrong_check_digit_is_refused_or_doubted_as_the_pack_says() -> None:
    name, number, phone, amount = made.worker(1)
    spoiled = number[:17] + ("1" if number[17] == "0" else "0")
    row = made.xlsx([(name, spoiled, phone, amount)])
    assert wrong(read(row)) == {2: ("id_check_digit",)}
    gentle = replace(CN, rule=CN.rule.model_copy(update={"wrong_check_digit": "warn"}))
    found = read(row, rules=gentle)
    assert wrong(found) == {}
    assert [d.code for d in found[0].doubts] == ["check_digit"]


def test_without_numbers_the_same_name_and_telephone_are_the_same_person() -> None:
    free = replace(CN, rule=CN.rule.model_copy(update={"id_required": False}))
    row = ("赵伟", "", "13800000001", "100")
    found = read(made.xlsx([row, row, ("赵伟", "", "13800000002", "100")]), rules=free)
    assert wrong(found) == {3: ("repeated",)}


def test_titles_empty_rows_and_sums_do_no_harm() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.merge_range(0, 0, 0, 3, "某某公司拖欠农民工工资名单")
    for n, head in enumerate(("姓名", "身份证号", "电话", "金额")):
        sheet.write_string(2, n, head)
    for column, value in enumerate(made.worker(1)):
        sheet.write_string(5, column, value)
    sheet.write_string(7, 0, "合  计")
    sheet.write_formula(7, 3, "=SUM(D4:D7)", value=10001.5)
    book.close()
    found = read(out.getvalue())
    assert [e.row for e in found] == [6]
    assert wrong(found) == {}


def test_numbers_kept_as_numbers_are_read_and_cut_ones_refused() -> None:
    name, number, phone, _ = made.worker(1)
    found = read(made.xlsx([(name, float(number[:17] + "0"), int(phone), 1234.5)]))
    assert wrong(found) == {2: ("cut",)}
    assert found[0].claimed == 1234_50
    assert found[0].phone == "+8613800000001"
    text = made.csv([(name, "2.30822E+17", phone, "1")])
    assert wrong(read(text.encode(), "a.csv")) == {2: ("cut",)}


def test_a_formula_is_never_worked_out() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for column, head in enumerate(made.HEADER):
        sheet.write_string(0, column, head)
    for column, value in enumerate(made.worker(1)):
        sheet.write_string(1, column, value)
    sheet.write_formula(1, 3, "=A1+WEBSERVICE(B1)", value=5)
    book.close()
    assert wrong(read(out.getvalue())) == {2: ("formula",)}
    text = made.csv([("=cmd|' /C calc'!A0", made.number(1), "+8613800000001", "1")])
    assert wrong(read(text.encode(), "a.csv")) == {2: ("formula",)}


def _xlsx_of(sheet: str, extra: dict[str, bytes] | None = None) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml", sheet.replace("<worksheet>", f'<worksheet xmlns="{main}">')
        )
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def _fails(data: bytes, code: str, name: str = "名单.xlsx", **facts: Any) -> None:
    with pytest.raises(Problem) as why:
        read(data, name)
    assert why.value.code == code
    assert facts.items() <= why.value.facts.items()


def test_a_million_empty_rows_are_refused_without_being_read() -> None:
    rows = "".join(f'<row r="{n}"/>' for n in range(1, 1_000_001))
    data = _xlsx_of(f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
    _fails(data, "list_too_long", rows=str(MAX_ROWS))


def test_a_bomb_is_refused_by_its_size() -> None:
    _fails(
        _xlsx_of("<worksheet/>", {"xl/media/a.bin": b"\0" * (80 * 1024 * 1024)}), "file_too_large"
    )


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData/></worksheet>'
    _fails(_xlsx_of(bomb), "file_unreadable", reason="damaged_xlsx")


def test_a_merged_header_is_told() -> None:
    cells = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{t}</t></is></c>'
        for c, t in zip("ABCD", ("姓名", "身份证号", "电话", "金额"), strict=True)
    )
    sheet = (
        f'<worksheet><sheetData><row r="1">{cells}</row></sheetData>'
        '<mergeCells><mergeCell ref="D1:F1"/></mergeCells></worksheet>'
    )
    _fails(_xlsx_of(sheet), "list_header_merged", row="1")


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.xlsx", "file_empty"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "a.xls", "file_unreadable"),
        (b"PK\x03\x04garbage", "a.xlsx", "file_unreadable"),
        (b"not a sheet", "a.xlsx", "file_unreadable"),
        ("随便写一些字\n没有表头\n".encode(), "a.csv", "list_no_header"),
        (made.csv([]).encode(), "a.csv", "list_empty"),
        (b"x" * (6 * 1024 * 1024), "a.csv", "file_too_large"),
        (bytes(range(256)) * 40, "a.csv", "file_unreadable"),
    ],
    ids=["empty", "old", "damaged", "misnamed", "no_header", "no_rows", "large", "binary"],
)
def test_what_is_no_list_is_refused_clearly(data: bytes, name: str, code: str) -> None:
    _fails(data, code, name)


def test_what_was_read_survives_being_kept() -> None:
    found = read(made.xlsx(made.spoiled()))
    assert unpacked(packed(found)) == found
