"""The command `songfa aid check`, as people script against it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from songfa.commands.aid import aid

CASE = """
pack: cn
on: 2024-05-06
facts: {service: litigation, matter: maintenance, person: {statuses: []}}
"""
SCENARIOS = """
scenarios:
- id: ONE
  pack: cn
  'on': '2024-05-06'
  facts: {service: litigation, matter: maintenance, applicant: {is_recipient: true}}
  expect: {outcome: means_test_required, grounds: [LAL 31(4)], notes: not compared}
- id: TWO
  pack: cn
  'on': '2024-05-06'
  facts: {service: litigation, matter: contract, applicant: {is_recipient: true}}
  expect: {outcome: %s, grounds: [LAL 31]}
  tags: [%s]
"""


def run(*arguments: str, given: str | None = None) -> Any:
    return CliRunner().invoke(aid, ["check", *arguments], input=given)


def test_one_case_as_json_from_stdin() -> None:
    result = run("--facts", "-", "--json", given=CASE)
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (told["outcome"], told["grounds"]) == ("means_test_required", ["LAL 31(4)"])
    assert (told["pack"], told["on"]) == ("cn", "2024-05-06")
    assert set(told["explanation"]) == {"zh", "vi", "en"}


def test_bare_facts_need_a_pack() -> None:
    bare = '{"service": "consultation"}'
    assert run("--facts", "-", given=bare).exit_code == 2
    result = run("--facts", "-", "--pack", "cn", "--on", "2024-05-06", given=bare)
    assert result.exit_code == 0
    assert "advice" in result.stdout


@pytest.mark.parametrize(("lang", "word"), [("zh-Hans", "赡养费"), ("vi", "cấp dưỡng")])
def test_it_speaks_the_language(lang: str, word: str) -> None:
    assert word in run("--facts", "-", "--lang", lang, given=CASE).stdout


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "be used"), ("zh-Hans", "无法使用"), ("vi", "Không dùng")]
)
def test_impossible_facts_end_with_a_sentence(lang: str, word: str) -> None:
    odd = '{"household": {"per_capita_monthly_income": -5}}'
    result = run("--facts", "-", "--pack", "cn", "--on", "2024-05-06", "--lang", lang, given=odd)
    assert result.exit_code == 1
    assert word in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("odd", ["{", "- just\n- a list", "a: [", "\x00"])
def test_a_file_that_is_no_facts(odd: str) -> None:
    assert run("--facts", "-", "--pack", "cn", given=odd).exit_code == 2


def test_one_of_facts_and_cases_is_needed() -> None:
    assert run().exit_code == 2


@pytest.mark.parametrize(
    ("outcome", "tag", "code", "last"),
    [
        ("not_covered", "x", 0, "2 passed, 0 failed"),
        ("refuse", "x", 1, "1 passed, 1 failed"),
        ("refuse", "ambiguous", 0, "2 passed, 0 failed"),
    ],
)
def test_scenarios(tmp_path: Path, outcome: str, tag: str, code: int, last: str) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(SCENARIOS % (outcome, tag), encoding="utf-8")
    result = run("--cases", str(file))
    lines = result.stdout.splitlines()
    assert result.exit_code == code
    assert lines[0] == "ONE passed"
    assert lines[-1] == last
    if code:
        assert lines[1] == 'TWO failed: outcome expected "refuse" got "not_covered"'


def test_a_file_without_scenarios(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text("scenarios: [{id: ONE}]", encoding="utf-8")
    assert run("--cases", str(file)).exit_code == 2
