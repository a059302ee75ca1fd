"""The official forms of the packs: all there, all drawn, with everything known and with nothing."""

import posixpath
import re
import unicodedata
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml as parse
from pypdf import PdfReader

from songfa.papers.out import letter, many
from songfa.papers.out.compose import Frame, compose
from songfa.papers.out.letter import Grid, Letter, Line, Points, Table
from songfa.rules.forms import Form, lacks
from songfa.rules.packs.read import FOLDER, check, load
from songfa.rules.packs.schema import Paper
from songfa.rules.problems import Problem
from songfa.rules.values import KINDS, OF_ACT, OF_FILE, PLACES, Value

ON = date(2026, 11, 18)
COUNTRIES = ("cn", "vn")
# the forms of Circular 12/2018 without the picture of the logo (10), and the two of Circular 08/2017
VIETNAMESE = {f"{n:02d}-TP-TGPL" for n in (*range(1, 10), 11, 12, 13, 14, 15)}
FULL_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")


def forms(country: str) -> dict[str, Form]:
    return load(country).all(Form, ON)


FRAMES = {
    "cn": Frame(
        style="cn", lang="zh-Hans", title="文书", office="桦南县法律援助中心", number="编号：1", dated="2026年11月18日",
    ),
    "vn": Frame(
        style="vn", lang="vi", title="Văn bản", office="Trung tâm", above="Sở Tư pháp", number="Số: 01",
        motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"), copies_title="Nơi nhận:",
        dated="Cần Thơ",
    ),
}  # fmt: skip


def frame(country: str) -> Frame:
    return FRAMES[country]


def full(form: Form) -> dict[str, Value]:
    """Return a value for every key that a form can name; boxes get the code of one of their choices."""
    marks: dict[str, Value] = {}
    for n, (key, kind) in enumerate(KINDS.items()):
        mark = f"Q{n}Q"
        marks[key] = mark if kind == "text" else (mark,) if kind == "list" else ((mark, mark),)
    for part in form.parts:
        for field in part.fields:
            if field.key:
                code = field.choices[-1].code
                marks[field.key] = code if KINDS[field.key] == "text" else (code,)
    return marks


def words(letter: Letter) -> str:
    return letter.to_json()


EVERY = [(country, code) for country in COUNTRIES for code in forms(country)]
each = pytest.mark.parametrize(("country", "code"), EVERY, ids=[f"{a}-{b}" for a, b in EVERY])


def test_the_thirty_two_forms_of_china_and_those_of_the_circulars() -> None:
    kinds = load("cn").all(Paper, ON)
    numbered = {kinds[code].form_no for code in forms("cn")} - {None}
    assert numbered == {str(n) for n in range(1, 33)}
    kinds = load("vn").all(Paper, ON)
    assert {kinds[code].form_no for code in forms("vn")} >= VIETNAMESE


def test_doubt_is_said_on_the_entry_and_never_on_the_paper() -> None:
    for country in COUNTRIES:
        for form in forms(country).values():
            assert form.status == "unconfirmed"
            assert form.unconfirmed == ("parts",)
            text = words(compose(form, full(form), frame(country)))
            assert not re.search("unconfirmed|未核实|待核|chưa xác", text)


@each
def test_a_form_with_everything_known_says_every_value_it_names(country: str, code: str) -> None:
    form = forms(country)[code]
    values = full(form)
    text = words(compose(form, values, frame(country)))
    boxes = {field.key for part in form.parts for field in part.fields if field.key}
    # what stands only where another value is not known is not here
    standing = [part for part in form.parts if not part.unless]
    said = {place for part in standing for t in part.said() for place in PLACES.findall(t)}
    said |= {key for part in standing for key in (part.each, part.table) if key}
    for key in said:
        value = values[key]
        first = value if isinstance(value, str) else value[0] if isinstance(value[0], str) else value[0][0]  # fmt: skip
        assert first in text, key
    assert "{" not in "".join(re.findall(r'"text": "([^"]*)"', text))
    if boxes:
        assert "☑" in text


@each
def test_a_form_with_nothing_known_leaves_room_to_write(country: str, code: str) -> None:
    form = forms(country)[code]
    least = {key: full(form)[key] for key in form.needs}
    assert compose(form, least, frame(country)).parts
    empty = compose(form, {}, frame(country), blank=True)
    texts = [part.text for part in empty.parts if isinstance(part, Line)]
    assert not any(PLACES.search(text) for text in texts)
    if form.needs:
        assert lacks(form, {}) == form.needs
        with pytest.raises(Problem, match="form_lacks"):
            compose(form, {}, frame(country))


def test_a_value_that_no_form_knows_is_an_error() -> None:
    form = forms("cn")["grant"]
    with pytest.raises(Problem, match="form_value_unknown"):
        compose(form, {"person.shoe_size": "42"}, frame("cn"))


@pytest.mark.parametrize("country", COUNTRIES)
def test_all_forms_of_a_country_are_drawn(country: str) -> None:
    """Accessible PDF of all in one run, full and empty, and a docx of each."""
    letters: list[Letter] = []
    for blank in (False, True):
        letters = [
            compose(form, {} if blank else full(form), frame(country), blank=blank)
            for form in forms(country).values()
        ]
        made = many.pdf(letters, "forms")
        reader = PdfReader(BytesIO(made))
        assert len(letters) <= len(reader.pages) <= 2 * len(letters)
        assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()  # type: ignore[index]
    with ZipFile(BytesIO(many.docx([(letter.title, letter) for letter in letters]))) as archive:
        assert len(archive.namelist()) == len(letters)


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_text_of_forms_is_in_the_hand_of_its_country(country: str) -> None:
    for form in forms(country).values():
        texts = [text for part in form.parts for text in part.said()]
        texts += [field.name for part in form.parts for field in part.fields]
        texts += [c.name for part in form.parts for field in part.fields for c in field.choices]
        for text in texts:
            assert unicodedata.normalize("NFC", text) == text
            if country == "cn":
                assert not FULL_WIDTH.search(PLACES.sub("字", text)), text


def test_every_value_is_named_by_some_form_or_by_none_for_a_reason() -> None:
    """A key that no form names would be asked for in vain."""
    named = {key for country in COUNTRIES for form in forms(country).values() for key in form.places()}  # fmt: skip
    assert not named - set(KINDS)
    assert set(OF_ACT) <= named
    assert set(OF_FILE) - named <= {"office.above", "recipients"}


def test_a_form_has_a_version_for_every_day_of_its_paper() -> None:
    """Where the pack numbers or issues a paper, its form is there from the first day on."""
    for country in COUNTRIES:
        pack = load(country)
        for code, form in forms(country).items():
            assert pack.get(Form, code, form.valid_from).parts
            assert pack.get(Paper, code, form.valid_from).name.zh


PACK = """[pack]
code = "xx"
country = "cn"
timezone = "Asia/Shanghai"
currency = "CNY"
languages = ["zh-Hans"]
name = { en = "X", zh = "某", vi = "X" }
"""
PAPER = """
[[papers]]
code = "grant"
name = { en = "Grant", zh = "决定书", vi = "Quyết định" }
valid_from = 2024-01-01
legal_basis = "x"
status = "in_force"
kind = "decision"
"""
FORM = """
[[forms]]
code = "grant"
valid_from = 2024-01-01
legal_basis = "x"
status = "in_force"

[[forms.parts]]
"""


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ('text = "{person.name}"', ""),
        ('text = "{person.shoe}"', "pack_field_wrong"),
        ('text = "{missing}"', "pack_field_wrong"),
        ('each = "person.name"', "pack_field_wrong"),
        ('text = "a"\nnote = "b"', "pack_field_wrong"),
        ('when = "note"', "pack_field_wrong"),
        ('table = "logs"', "pack_field_wrong"),
        ('colour = "red"', "pack_field_unknown"),
        ('columns = 1\nfields = [{ name = "a", span = 2 }]', "pack_field_wrong"),
        ('fields = [{ name = "a", key = "means" }]', "pack_field_wrong"),
        (
            'fields = [{ text = "b", key = "means", choices = [{ code = "x", name = "y" }] }]',
            "pack_field_wrong",
        ),
    ],
)  # fmt: skip
def test_the_check_of_packs_names_what_is_wrong_with_a_form(
    tmp_path: Path, part: str, code: str
) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "pack.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "xx" / "forms.toml").write_text(PAPER + FORM + part, encoding="utf-8")
    assert [p.code for p in check(tmp_path)] == ([code] if code else [])


def test_a_form_of_a_paper_that_there_is_not_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "pack.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "xx" / "forms.toml").write_text(FORM + 'text = "a"', encoding="utf-8")
    assert [p.code for p in check(tmp_path)] == ["pack_reference_missing"]
    assert not check(FOLDER)


def test_parts_are_filled_in_the_manner_of_the_country() -> None:
    told: dict[str, Value] = {
        "office.name": "桦南县法律援助中心", "person.name": "李小红", "matter": "拖欠工资",
        "termination.ground": "受援人自行委托律师", "missing": ("身份证",),
    }  # fmt: skip
    letter = compose(forms("cn")["termination"], told, frame("cn"))
    texts = [part.text for part in letter.parts if isinstance(part, Line)]
    assert texts[0] == "李小红："
    # a day that is not known leaves the room of a day, anything else that of words
    assert "你于＿＿＿＿年＿＿月＿＿日提出的法律援助申请（编号：＿＿＿＿＿＿＿＿" in texts[1]
    assert "因受援人自行委托律师" in texts[2]
    assert letter.signed == "桦南县法律援助中心"
    notice = compose(forms("cn")["supplement_notice"], told, frame("cn"))
    assert Points(("身份证",)) in notice.parts


def test_a_table_of_fields_fills_its_rows() -> None:
    letter = compose(forms("cn")["application"], {"person.name": "李小红"}, frame("cn"))
    for grid in (part for part in letter.parts if isinstance(part, Grid)):
        assert {sum(cell.span for cell in row) for row in grid.rows} == {2 * grid.pairs}


def test_a_table_of_rows_keeps_empty_lines_to_write_on() -> None:
    rows = (("1", "身份证"),)
    told: dict[str, Value] = {"person.name": "李小红", "papers.table": rows}
    letter = compose(forms("cn")["receipt_for_materials"], told, frame("cn"))
    (table,) = (part for part in letter.parts if isinstance(part, Table))
    assert table.rows[0] == ("1", "身份证", "", "", "")
    assert len(table.rows) == 6
    assert {len(row) for row in table.rows} == {len(table.heads)}


def test_boxes_are_ticked_by_codes() -> None:
    told: dict[str, Value] = {"objection.result": "dismissed", "objection.against": "中心"}
    letter = compose(forms("cn")["objection_decision"], told, frame("cn"))
    (grid,) = (part for part in letter.parts if isinstance(part, Grid))
    upheld, dismissed = grid.rows[0][0].text.split("\n")
    assert upheld.startswith("☐ ")
    assert dismissed == "☑ 异议不成立，维持原决定"


def known(country: str, **more: Value) -> dict[str, Value]:
    name = "李小红" if country == "cn" else "Nguyễn Thị Hoa"
    return {
        "person.name": name,
        "matter": "请求支付劳动报酬",
        "request_number": "（桦）援申字[2026]第16号",
        **more,
    }


@pytest.mark.parametrize("papers", [0, 1, 6, 9])
def test_a_receipt_for_a_usual_list_is_one_page(papers: int) -> None:
    rows = tuple((str(n), f"劳动合同及补充协议第{n}份") for n in range(1, papers + 1))
    told = known("cn", received_on="2026年11月18日", **{"papers.table": rows})
    made = compose(forms("cn")["receipt_for_materials"], told, frame("cn"), blank=not papers)
    assert len(PdfReader(BytesIO(many.pdf([made], "x"))).pages) == 1


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_box_to_tick_stays_with_its_words(country: str) -> None:
    """No line of the PDF ends with a box, and none begins with the words of a short choice."""
    for code, form in forms(country).items():
        made = compose(form, full(form), frame(country))
        for page in PdfReader(BytesIO(many.pdf([made], code))).pages:
            for line in page.extract_text().split("\n"):
                assert not line.rstrip().endswith(("☐", "☑")), (code, line)


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# the order in which WordprocessingML wants the facts of a cell and of a paragraph (ECMA-376, 17.4.66, 17.3.1.26)
IN_ORDER = {
    "tcPr": ("tcW", "gridSpan", "vMerge", "shd", "vAlign"),
    "pPr": ("pStyle", "spacing", "ind", "jc"),
    "rPr": ("rFonts", "b", "i", "color", "sz"),
}


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_docx_holds_what_a_strict_reader_asks(country: str) -> None:
    for code, form in forms(country).items():
        made = letter.docx(compose(form, full(form), frame(country)))
        assert Document(BytesIO(made)).paragraphs
        with ZipFile(BytesIO(made)) as archive:
            assert archive.testzip() is None
            names = set(archive.namelist())
            parts = {n: parse(archive.read(n)) for n in names if n.endswith((".xml", ".rels"))}
        assert not loose_ends(names, parts), code
        body = parts["word/document.xml"]
        styles = {s.get(f"{WORD}styleId") for s in parts["word/styles.xml"].iter(f"{WORD}style")}
        used = {
            x.get(f"{WORD}val")
            for kind in ("pStyle", "rStyle", "tblStyle")
            for x in body.iter(WORD + kind)
        }
        assert used <= styles, code
        assert all(is_whole(table) for table in body.iter(f"{WORD}tbl")), code
        assert not disordered(body), code
        assert body[0][-1].tag == f"{WORD}sectPr", code


def loose_ends(names: set[str], parts: dict[str, Any]) -> list[str]:
    """Return the parts without a type of content and the relationships that lead nowhere."""
    types = {t.get("PartName") or t.get("Extension") for t in parts["[Content_Types].xml"]}
    found = [
        n for n in names - {"[Content_Types].xml"} if not {"/" + n, n.rpartition(".")[2]} & types
    ]
    for name in (n for n in names if n.endswith(".rels")):
        base = name.replace("_rels/", "").rpartition("/")[0]
        for link in parts[name]:
            target = posixpath.normpath(posixpath.join("/" + base, link.get("Target") or ""))
            if link.get("TargetMode") != "External" and target.lstrip("/") not in names:
                found.append(target)
    return found


def is_whole(table: Any) -> bool:
    """Whether each row of a table fills its grid, and each cell ends with a paragraph."""
    wide = len(table.findall(f"{WORD}tblGrid/{WORD}gridCol"))
    for row in table.findall(f"{WORD}tr"):
        cells = row.findall(f"{WORD}tc")
        spans = [c.find(f"{WORD}tcPr/{WORD}gridSpan") for c in cells]
        if sum(1 if s is None else int(s.get(f"{WORD}val")) for s in spans) != wide:
            return False
        if any(cell[-1].tag != f"{WORD}p" for cell in cells):
            return False
    return True


def disordered(body: Any) -> list[list[str]]:
    """Return the facts of cells, paragraphs and runs that do not stand in their order."""
    found = []
    for kind, order in IN_ORDER.items():
        for facts in body.iter(WORD + kind):
            tags = [f.tag.removeprefix(WORD) for f in facts]
            places = [order.index(tag) for tag in tags if tag in order]
            if places != sorted(places):
                found.append(tags)
    return found
