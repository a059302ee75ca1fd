"""Packs: the shipped ones are valid and say what the law says; every fault names file and line."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from songfa.commands.packs import packs
from songfa.rules.packs.read import Pack, check, codes, load, of_area
from songfa.rules.packs.schema import Clock, Entry, Group, Matter, Names, Role, Service, Trouble
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.words.say import LANGUAGES

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TODAY = date(2026, 6, 1)

HEAD = """[pack]
code = "aa"
country = "cn"
timezone = "Asia/Shanghai"
currency = "CNY"
languages = ["zh-Hans"]
name = { en = "A", zh = "甲", vi = "A" }
"""
GROUP = """
[[groups]]
code = "disabled"
name = { en = "A", zh = "甲", vi = "A" }
valid_from = 2020-01-01
legal_basis = "Law 1"
status = "in_force"
"""
CLOCK = """
[[clocks]]
code = "decide"
name = { en = "A", zh = "甲", vi = "A" }
valid_from = 2020-01-01
legal_basis = "Law 1"
status = "in_force"
amount = 7
unit = "days"
from_event = "received"
owed_by = "agency"
"""
CALENDAR = """
[[holidays]]
code = "calendar"
valid_from = 2025-01-01
valid_to = 2025-12-31
legal_basis = "Notice"
status = "in_force"
off = [{ first = 2025-01-01, last = 2025-01-01, name = { en = "A", zh = "甲", vi = "A" } }]
makeup = [2025-01-04]
"""
NUMBER = """
[[numbers]]
code = "document"
name = { en = "A", zh = "甲", vi = "A" }
valid_from = 2020-01-01
legal_basis = "Law 1"
status = "in_force"
template = "{letter}.{seq}"
per = ["unit"]
"""

ROLES = {
    "resident",
    "contact_worker",
    "station_worker",
    "centre_officer",
    "centre_head",
    "practitioner",
    "federation_worker",
    "supervisor",
    "statistician",
    "administrator",
    "notifying_organ",
}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write packs into a folder of their own: `write(aa={"pack": HEAD, "x": GROUP})`."""

    def put(**by_code: dict[str, str | bytes]) -> Path:
        for code, files in by_code.items():
            (tmp_path / code).mkdir(exist_ok=True)
            for name, text in files.items():
                raw = text if isinstance(text, bytes) else text.encode()
                (tmp_path / code / f"{name}.toml").write_bytes(raw)
        return tmp_path

    return put


def faults(folder: Path) -> list[tuple[str, str, int]]:
    return [(p.code, p.facts["file"], int(p.facts["line"])) for p in check(folder)]


# --- what is shipped


def test_the_shipped_packs_are_valid() -> None:
    assert check() == ()
    assert set(codes()) >= {"cn", "cn-23", "cn-61", "vn", "vn-92"}


@pytest.fixture(scope="module", params=["cn", "cn-23", "cn-61", "vn", "vn-92"])
def pack(request: pytest.FixtureRequest) -> Pack:
    return load(str(request.param))


def test_the_eight_troubles_lead_to_matters(pack: Pack) -> None:
    troubles = sorted(pack.all(Trouble, TODAY).values(), key=lambda t: t.order)
    under = {code for matter in pack.all(Matter, TODAY).values() for code in matter.troubles}
    assert [t.order for t in troubles] == list(range(1, 9))
    assert under == {t.code for t in troubles}


def test_the_roles_are_known_and_their_verbs_exist(pack: Pack) -> None:
    roles = pack.all(Role, TODAY)
    known = {verb.value for verb in Verb}
    assert set(roles) == ROLES
    for role in roles.values():
        assert set(role.verbs) <= known, role.code
    assert roles["resident"].reach == "own"
    assert "aid.grant" not in roles["station_worker"].verbs


def test_clocks_are_moved_by_verbs_that_exist(pack: Pack) -> None:
    known = {verb.value for verb in Verb}
    for clock in pack.all(Clock, TODAY).values():
        moved_by = clock.opened_by + clock.met_by + clock.suspended_by + clock.resumed_by
        assert set(moved_by) <= known, clock.code


def test_sections_hold_something_in_2018_and_today(pack: Pack) -> None:
    sections = "groups troubles matters services papers numbers publicity unit_kinds roles channels"
    for section in sections.split():
        for on in (date(2018, 6, 1), TODAY):
            assert pack.entries(section, on), (section, on)


@pytest.mark.parametrize(
    ("code", "on", "status"),
    [
        ("k5", date(2025, 12, 31), "in_force"),
        ("k5", date(2026, 1, 1), "in_force"),
        ("k6a", date(2025, 7, 1), "in_force"),
        ("k7g", date(2025, 6, 30), "repealed"),
        ("k7dd", date(2025, 12, 31), "repealed"),
        ("k7d", date(2026, 12, 31), "in_force"),
        ("k7d", date(2027, 1, 1), "unconfirmed"),
    ],
)
def test_vietnamese_groups_have_versions(code: str, on: date, status: str) -> None:
    assert load("vn-92").get(Group, code, on).status == status


@pytest.mark.parametrize(
    ("code", "on"),
    [
        ("k6a", date(2025, 6, 30)),
        ("k7g", date(2025, 7, 1)),
        ("k7dd", date(2026, 1, 1)),
        ("k1", date(2017, 12, 31)),
    ],
)
def test_a_group_outside_its_dates_raises(code: str, on: date) -> None:
    with pytest.raises(Problem) as raised:
        load("vn").get(Group, code, on)
    assert raised.value.code == "no_value_at_date"


def test_the_wording_of_k5_changes_with_the_juvenile_justice_law() -> None:
    before, after = load("vn").versions("groups", "k5")
    assert before.name is not None
    assert after.name is not None
    assert before.name.vi == "Người bị buộc tội từ đủ 16 tuổi đến dưới 18 tuổi"
    assert "người làm chứng" in after.name.vi


def test_no_hardship_line_is_invented(pack: Pack) -> None:
    with pytest.raises(Problem):
        pack.one("hardship_lines", "monthly", TODAY)


def test_former_soc_trang_comes_under_can_tho_with_the_merger() -> None:
    assert of_area("vn", "94", date(2025, 6, 30)) == "vn"
    assert of_area("vn", "94", date(2025, 7, 1)) == "vn-92"
    assert of_area("cn", "230102", date(2018, 1, 1)) == "cn-23"
    assert of_area("cn", "110000", date(2018, 1, 1)) == "cn"


def names_of(value: object) -> Iterator[Names]:
    if isinstance(value, Names):
        yield value
    elif isinstance(value, Entry) or hasattr(value, "model_fields_set"):
        for _, inner in value:  # type: ignore[attr-defined]
            yield from names_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from names_of(inner)


def test_texts_are_composed_and_chinese_is_chinese(pack: Pack) -> None:
    entries = [e for s in pack.sections.values() for versions in s.values() for e in versions]
    for name in (n for entry in entries for n in names_of(entry)):
        for text in (name.en, name.zh, name.vi):
            assert unicodedata.is_normalized("NFC", text)
        assert any("\u4e00" <= c <= "\u9fff" for c in name.zh), name.zh
        assert not any("\u4e00" <= c <= "\u9fff" for c in name.en + name.vi), name.en


@pytest.mark.parametrize(("file", "code"), [("eligibility-cn", "cn"), ("eligibility-vn", "vn")])
def test_every_word_of_the_scenarios_is_in_the_pack(file: str, code: str) -> None:
    path = SHARED / "cases" / f"{file}.yaml"
    if not path.exists():
        pytest.skip("the scenario files are not beside this checkout")
    meta = yaml.safe_load(path.read_bytes())["meta"]
    words = {key: set(value.split(", ")) for key, value in meta["fact_vocabulary"].items()}
    steps = {s.split(" (")[0] for s in meta["expect_vocabulary"]["clock_steps"].split(", ")}
    pack = load(code)
    clocks = pack.all(Clock, TODAY).values()
    assert words["matter"] <= set(pack.all(Matter, TODAY))
    assert words["service"] <= set(pack.all(Service, TODAY))
    assert words["documents"] <= set(pack.entries("papers", TODAY))
    assert steps <= {clock.step or clock.code for clock in clocks}
    if code == "vn":
        assert words["vn_groups"] <= set(pack.sections["groups"])


# --- faults


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (GROUP + "x = [", "pack_unreadable", 8),
        (b"\n\xb2\xd0\xbc\xb2", "pack_unreadable", 2),
        (GROUP + 'colour = "red"\n', "pack_field_unknown", 8),
        (GROUP.replace('legal_basis = "Law 1"\n', ""), "pack_field_missing", 2),
        (GROUP.replace('"Law 1"', '""'), "pack_field_wrong", 6),
        (GROUP.replace('vi = "A"', 'fr = "A"'), "pack_field_missing", 4),
        (GROUP.replace('"in_force"', '"maybe"'), "pack_field_wrong", 7),
        (GROUP.replace("2020-01-01", '"2020-01-01"'), "pack_field_wrong", 5),
        (GROUP + "sensitive = 1\n", "pack_field_wrong", 8),
        (GROUP + 'unconfirmed = ["colour"]\n', "pack_field_wrong", 2),
        (GROUP + "valid_to = 2019-12-31\n", "pack_dates_reversed", 8),
        (GROUP + 'parent = "nobody"\n', "pack_reference_missing", 8),
        (GROUP + GROUP, "pack_overlap", 12),
        (GROUP + "valid_to = 2021-01-01\n" + GROUP.replace("2020", "2021"), "pack_overlap", 13),
        (GROUP.replace("[[groups]]", "[[groupes]]"), "pack_section_unknown", 2),
        (GROUP.replace("[[groups]]", "[groups]"), "pack_invalid", 2),
        (CLOCK.replace("amount = 7", 'amount = "7"'), "pack_field_wrong", 8),
        (CLOCK.replace("amount = 7", "amount = -1"), "pack_field_wrong", 8),
        (CLOCK + CLOCK.replace("decide", "other").replace('"days"', '"d"'), "pack_field_wrong", 20),
        (CALENDAR.replace("2025-01-04", "2025-01-06"), "pack_field_wrong", 2),
        (CALENDAR.replace("2025-01-04", "2026-01-03"), "pack_field_wrong", 2),
        (CALENDAR.replace("2025-12-31", "2025-12-30"), "pack_field_wrong", 2),
        (CALENDAR.replace("last = 2025-01-01", "last = 2024-12-31"), "pack_dates_reversed", 8),
        (NUMBER.replace("{letter}", "{colour}"), "pack_field_wrong", 2),
        (NUMBER.replace(".{seq}", ""), "pack_field_wrong", 2),
    ],
)
def test_each_fault_names_its_line(write: Write, text: str | bytes, code: str, line: int) -> None:
    folder = write(aa={"pack": HEAD, "x": text})
    assert (code, "aa/x.toml", line) in faults(folder)


def test_every_fault_of_every_pack_is_listed(write: Write) -> None:
    bad = GROUP.replace('legal_basis = "Law 1"\n', "") + 'colour = "red"\n'
    other = HEAD.replace('"aa"', '"bb"')
    folder = write(aa={"pack": HEAD, "x": bad}, bb={"pack": other, "y": bad})
    assert faults(folder) == [
        ("pack_field_missing", "aa/x.toml", 2),
        ("pack_field_unknown", "aa/x.toml", 7),
        ("pack_field_missing", "bb/y.toml", 2),
        ("pack_field_unknown", "bb/y.toml", 7),
    ]


def test_a_reference_to_a_faulty_entry_or_into_an_unread_file_is_no_second_fault(
    write: Write,
) -> None:
    child = GROUP.replace("disabled", "deaf") + 'parent = "disabled"\n'
    faulty = GROUP.replace('"in_force"', '"maybe"')
    folder = write(aa={"pack": HEAD, "x": child, "y": faulty})
    assert faults(folder) == [("pack_field_wrong", "aa/y.toml", 7)]
    write(aa={"y": "x = ["})
    assert faults(folder) == [("pack_unreadable", "aa/y.toml", 1)]


def test_versions_in_two_files_may_not_overlap(write: Write) -> None:
    folder = write(aa={"pack": HEAD, "x": GROUP, "y": "\n" + GROUP})
    assert faults(folder) == [("pack_overlap", "aa/y.toml", 6)]
    assert check(folder)[0].facts["other_file"] == "aa/x.toml"


def test_a_missing_parent_and_a_cycle_are_named(write: Write) -> None:
    child = HEAD.replace('code = "aa"', 'code = "aa"\nparent = "bb"')
    folder = write(aa={"pack": child})
    assert faults(folder) == [("pack_parent_missing", "aa/pack.toml", 3)]
    folder = write(bb={"pack": child.replace('"bb"', '"aa"').replace('"aa"', '"bb"', 1)})
    assert [f[0] for f in faults(folder)] == ["pack_cycle", "pack_cycle"]
    with pytest.raises(Problem, match="pack_cycle"):
        load("aa", folder)


def test_a_pack_that_is_its_own_parent_is_a_cycle(write: Write) -> None:
    folder = write(aa={"pack": HEAD.replace('"aa"', '"aa"\nparent = "aa"')})
    assert faults(folder) == [("pack_cycle", "aa/pack.toml", 3)]


def test_the_head_is_needed_and_called_as_its_folder(write: Write) -> None:
    folder = write(aa={"x": GROUP}, bb={"pack": HEAD})
    assert faults(folder) == [
        ("pack_field_missing", "aa/pack.toml", 1),
        ("pack_field_wrong", "bb/pack.toml", 2),
    ]


def test_keys_inside_long_texts_are_not_taken_for_keys(write: Write) -> None:
    long = GROUP.replace('"Law 1"', '"""\n[[groups]]\ncolour = 1\n"""') + 'colour = "red"\n'
    assert faults(write(aa={"pack": HEAD, "x": long})) == [("pack_field_unknown", "aa/x.toml", 11)]


# --- reading


def two_packs(write: Write) -> Path:
    first = GROUP + "valid_to = 2021-12-31\n"
    second = GROUP.replace("2020-01-01", "2022-01-01").replace("Law 1", "Law 2")
    own = GROUP.replace("2020-01-01", "2023-01-01").replace("Law 1", "Rule of the province")
    head = HEAD.replace('code = "aa"', 'code = "bb"\nparent = "aa"')
    return write(aa={"pack": HEAD, "x": first + second + CLOCK}, bb={"pack": head, "y": own})


def test_the_version_of_the_day_is_given(write: Write) -> None:
    pack = load("aa", two_packs(write))
    assert pack.one("groups", "disabled", date(2021, 12, 31)).legal_basis == "Law 1"
    assert pack.one("groups", "disabled", date(2022, 1, 1)).legal_basis == "Law 2"
    assert [v.legal_basis for v in pack.versions("groups", "disabled")] == ["Law 1", "Law 2"]


def test_a_child_replaces_all_versions_of_its_parent(write: Write) -> None:
    pack = load("bb", two_packs(write))
    assert pack.chain == ("bb", "aa")
    assert pack.one("groups", "disabled", date(2024, 1, 1)).legal_basis == "Rule of the province"
    assert pack.get(Clock, "decide", date(2024, 1, 1)).amount == 7
    with pytest.raises(Problem) as raised:
        pack.one("groups", "disabled", date(2022, 6, 1))
    assert raised.value.code == "no_value_at_date"


@pytest.mark.parametrize("section", ["groups", "clocks"])
def test_a_date_outside_every_version_raises(write: Write, section: str) -> None:
    pack = load("aa", two_packs(write))
    with pytest.raises(Problem) as raised:
        pack.entries(section, date(2019, 12, 31))
    assert raised.value.code == "no_value_at_date"


def test_a_section_the_pack_is_silent_on_is_empty_and_an_unknown_one_raises(write: Write) -> None:
    pack = load("aa", two_packs(write))
    assert pack.entries("matters", TODAY) == {}
    with pytest.raises(Problem) as raised:
        pack.entries("colours", TODAY)
    assert raised.value.code == "pack_section_unknown"


def test_an_unknown_pack_raises(tmp_path: Path) -> None:
    with pytest.raises(Problem) as raised:
        load("zz", tmp_path)
    assert raised.value.code == "pack_unknown"


def test_entries_cannot_be_changed() -> None:
    clock = load("cn").get(Clock, "review_and_decide", TODAY)
    with pytest.raises(ValueError, match="frozen"):
        clock.amount = 8  # type: ignore[misc]


# --- the command


@pytest.mark.parametrize("lang", LANGUAGES)
def test_check_prints_file_line_and_sentence_and_fails(write: Write, lang: str) -> None:
    texts = [GROUP + 'colour = "red"\n', CLOCK.replace('"days"', '"d"'), GROUP + GROUP, "x = ["]
    texts += [GROUP + 'parent = "nobody"\n', GROUP + "valid_to = 2019-12-31\n"]
    texts += [GROUP.replace("[[groups]]", "[groups]"), GROUP.replace("groups", "groupes")]
    texts += [GROUP.replace('legal_basis = "Law 1"\n', "")]
    head = HEAD.replace('code = "aa"', 'code = "aa"\nparent = "bb"')
    folder = write(aa={"pack": head, **{f"x{n}": text for n, text in enumerate(texts)}})
    result = CliRunner().invoke(packs, ["check", "--folder", str(folder), "--lang", lang])
    assert result.exit_code == 1
    assert f"{folder}/aa/pack.toml:3: " in result.output
    assert f"{folder}/aa/x0.toml:8: " in result.output
    assert len(result.output.splitlines()) >= len(texts)


def test_check_of_the_shipped_packs_succeeds() -> None:
    assert CliRunner().invoke(packs, ["check"]).exit_code == 0


def test_show_prints_what_is_in_force() -> None:
    runner = CliRunner()
    options = ["show", "vn-92", "--on", "2026-01-01", "--section", "groups", "--json"]
    shown = json.loads(runner.invoke(packs, options).output)
    found = {entry["code"] for entry in shown["sections"]["groups"]}
    assert shown["chain"] == ["vn-92", "vn"]
    assert "k6a" in found
    assert "k7g" not in found
    text = runner.invoke(packs, ["show", "cn", "--on", "2026-01-01", "--lang", "zh-Hans"]).output
    assert "[clocks]" in text
    assert "审查申请并作出决定" in text


@pytest.mark.parametrize("options", [["zz", "--on", "2026-01-01"], ["vn", "--on", "1900-01-01"]])
def test_show_says_so_when_there_is_nothing(options: list[str]) -> None:
    result = CliRunner().invoke(packs, ["show", *options])
    assert result.exit_code == 1
    assert result.output.strip()
