"""What must hold for every case: dates, unrelated facts, impossible facts, coverage, words."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songfa.rules.eligibility import schema
from songfa.rules.eligibility.check import check
from songfa.rules.eligibility.evidence import _inner
from songfa.rules.eligibility.finding import REASONS, Finding
from songfa.rules.packs.read import FOLDER, load
from songfa.rules.problems import Problem
from songfa.words.explain import chinese_number, explain, finding_json, say_cite
from songfa.words.say import LANGUAGES, has, key_of
from tests.rules.test_eligibility_china import TABLE as CHINA
from tests.rules.test_eligibility_vietnam import TABLE as VIETNAM

TABLE = CHINA + VIETNAM
PACKS = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "pack.toml").exists())
RULES = (
    schema.Direct,
    schema.Gate,
    schema.SideRule,
    schema.AidMatter,
    schema.OpenHead,
    schema.CriminalHead,
    schema.Waiver,
    schema.MeansRule,
    schema.LawyerRule,
    schema.EmergencyRule,
    schema.ApplicantRule,
    schema.StageRule,
    schema.FindingClock,
    schema.GroupRule,
    schema.ProofRule,
    schema.PlaceRule,
)


def _findings() -> list[Finding]:
    return [check(told, load(pack), date.fromisoformat(on)) for _, pack, on, told, _ in TABLE]


def _rows(pack: str) -> Iterator[tuple[str, str, date]]:
    for section, model in schema.SECTIONS.items():
        if model in RULES:
            for code, versions in load(pack).sections.get(section, {}).items():
                yield from ((section, code, version.valid_from) for version in versions)


def test_every_rule_of_every_pack_is_reached() -> None:
    reached = {
        (value["section"], value["code"], date.fromisoformat(value["valid_from"]))
        for finding in _findings()
        for value in finding.values
    }
    wanted = {row for pack in PACKS for row in _rows(pack)}
    assert sorted(wanted - reached) == []


def test_every_place_that_was_merged_is_reached() -> None:
    told = {value for _, _, _, facts, _ in TABLE for value in facts.get("place", {}).values()}
    rows = [
        row
        for pack in PACKS
        for versions in load(pack).sections.get("place_successions", {}).values()
        for row in versions
    ]
    assert rows
    assert [row.code for row in rows if getattr(row, "before", None) not in told] == []


@pytest.mark.parametrize(
    ("pack", "last_day_before"),
    [("cn", "2003-08-31"), ("cn-23", "2003-08-31"), ("vn", "2017-12-31"), ("vn-92", "2017-12-31")],
)
def test_a_date_outside_every_version_raises(pack: str, last_day_before: str) -> None:
    day = date.fromisoformat(last_day_before)
    with pytest.raises(Problem) as caught:
        check({"service": "consultation"}, load(pack), day)
    assert caught.value.code == "no_value_at_date"
    check({"service": "consultation"}, load(pack), date.fromordinal(day.toordinal() + 1))


@given(on=st.dates(max_value=date(2017, 12, 31)))
@settings(max_examples=30, deadline=None)
def test_no_finding_before_the_law(on: date) -> None:
    with pytest.raises(Problem):
        check({"service": "litigation"}, load("vn"), on)


UNRELATED = st.fixed_dictionaries(
    {},
    optional={
        "channel": st.sampled_from(["phone", "counter", "post"]),
        "group": st.fixed_dictionaries({"size": st.integers(1, 500)}),
        "household.size": st.integers(1, 12),
        "documents+": st.sampled_from(["photograph", "bus_ticket"]),
        "local_campaign": st.just("a-campaign-of-another-year"),
    },
)


@given(row=st.sampled_from(TABLE), more=UNRELATED)
@settings(max_examples=300, deadline=None)
def test_an_unrelated_fact_never_changes_the_outcome(row: Any, more: dict[str, Any]) -> None:
    _, pack, on, told, _ = row
    day = date.fromisoformat(on)
    wider = dict(told)
    for key, value in more.items():
        if key == "household.size":
            wider["household"] = {**told.get("household", {}), "size": value}
        elif key == "documents+":
            wider["documents"] = [*told.get("documents", []), value]
        else:
            wider.setdefault(key, value)
    before, after = check(told, load(pack), day), check(wider, load(pack), day)
    assert (before.outcome, before.grounds, before.clocks) == (
        after.outcome,
        after.grounds,
        after.clocks,
    )


@given(row=st.sampled_from(CHINA), income=st.integers(0, 10**9))
@settings(max_examples=100, deadline=None)
def test_income_without_a_line_decides_nothing(row: Any, income: int) -> None:
    _, pack, on, told, _ = row
    if "params" in told:
        return
    wider = {**told, "household": {"per_capita_monthly_income": income}}
    day = date.fromisoformat(on)
    assert check(told, load(pack), day).outcome == check(wider, load(pack), day).outcome


@pytest.mark.parametrize(
    ("told", "field", "reason"),
    [
        ({"shoe_size": 43}, "shoe_size", "unknown_key"),
        ({"person": {"birth_day": "1990-01-01"}}, "person.birth_day", "unknown_key"),
        ({"person": {"birth_date": "2030-01-01"}}, "person.birth_date", "in_the_future"),
        ({"person": {"birth_date": "1990-02-30"}}, "person.birth_date", "no_such_day"),
        ({"person": {"birth_date": "last year"}}, "person.birth_date", "not_a_day"),
        ({"person": {"birth_date": "1066-10-14"}}, "person.birth_date", "too_long_ago"),
        ({"person": {"statuses": ["rich"]}}, "person.statuses", "unknown_value"),
        ({"person": {"statuses": "hiv"}}, "person.statuses", "not_a_list"),
        ({"person": {"statuses": [7]}}, "person.statuses", "not_text"),
        ({"person": {"fixed_income": "no"}}, "person.fixed_income", "not_yes_or_no"),
        ({"person": {"disability": {"grade": 9}}}, "person.disability.grade", "unknown_value"),
        ({"person": []}, "person", "not_a_table"),
        (
            {"household": {"per_capita_monthly_income": -1}},
            "household.per_capita_monthly_income",
            "negative_or_endless",
        ),
        (
            {"household": {"per_capita_monthly_income": "many"}},
            "household.per_capita_monthly_income",
            "not_a_number",
        ),
        ({"household": {"size": 0}}, "household.size", "below_one"),
        ({"matter": "astrology"}, "matter", "unknown_value"),
        ({"matter": 5}, "matter", "not_text"),
        ({"service": "magic"}, "service", "unknown_value"),
    ],
)
def test_impossible_facts_are_told(told: dict[str, Any], field: str, reason: str) -> None:
    with pytest.raises(Problem) as caught:
        check(told, load("cn"), date(2024, 5, 6))
    assert caught.value.code == "facts_invalid"
    assert caught.value.facts == {"field": field, "reason": reason}


def test_unknown_facts_are_asked_for_and_decide_nothing() -> None:
    told = {"service": "litigation", "matter": "maintenance", "applicant": {"is_recipient": True}}
    finding = check(told, load("cn"), date(2024, 5, 6))
    assert finding.outcome == "means_test_required"
    assert finding.means_result is None
    assert "household.per_capita_monthly_income" in finding.evidence["ask"]
    assert "person.fixed_income" not in finding.facts


def test_evidence_is_a_tree_that_papers_complete() -> None:
    day = date(2024, 5, 6)
    told: dict[str, Any] = {
        "service": "litigation",
        "person": {"statuses": ["hiv"]},
        "household": {"near_poor": True},
    }
    poor = check(told, load("vn"), day).evidence
    papers = ["near_poor_certificate", "hiv_confirmation"]
    rich = check({**told, "documents": papers}, load("vn"), day).evidence
    assert poor["missing"] is True
    assert rich["missing"] is False
    assert {"paper": "hiv_confirmation"} in poor["bring"]["all"][-1]["all"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_explains_itself(lang: str) -> None:
    for finding in _findings():
        said = explain(finding, lang)
        assert len(said) >= 3
        assert all(sentence.strip() for sentence in said)


def test_explanations_speak_their_own_language() -> None:
    finding = check(CHINA[0][3], load("cn"), date(2024, 5, 6))
    english = " ".join(explain(finding, "en"))
    assert "Art. 31" in english
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in english)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_words(lang: str) -> None:
    codes = [key_of("finding-outcome", outcome) for outcome in schema.Outcome.__args__]  # type: ignore[attr-defined]
    codes += [key_of("receipt-outcome", outcome) for outcome in schema.Outcome.__args__]  # type: ignore[attr-defined]
    codes += ["receipt-outcome-means-test-required-met"]
    codes += [key_of("reason", code) for code in REASONS.values()]
    codes += [
        key_of("reason", f"{s}_{m}")
        for s in ("aid_matters", "group_rules")
        for m in ("none", "test")
    ]
    codes += [f"reason-means-{result}" for result in ("pass", "fail")]
    codes += [f"reason-criminal-{r}" for r in ("mandatory", "discretionary", "apply", "closed")]
    codes += ["reason-local-matter", "reason-not-listed", "finding-outcome-means-test-required-met"]
    codes += ["reason-group-claim-failed", "reason-group-claim-open"]
    codes += ["reason-applicant-valid", "reason-applicant-not-valid"]
    for pack in PACKS:
        sections = load(pack).sections
        for road in (row for rows in sections.get("roads", {}).values() for row in rows):
            codes.append(key_of("finding-who", road.who_decides))  # type: ignore[attr-defined]
            codes += [key_of("finding-remedy", r) for r in road.remedies]  # type: ignore[attr-defined]
        for name in ("waivers", "group_rules", "emergency_rules", "means_rules"):
            for row in (row for rows in sections.get(name, {}).values() for row in rows):
                tables = (row.when, *row.any)  # type: ignore[attr-defined]
                paths = {_inner(path) for table in tables for path in table}
                codes += [key_of("fact", path) for path in paths if path is not None]
    assert sorted({code for code in codes if not has(code, lang)}) == []


def _papers(tree: schema.Papers) -> set[str]:
    own = {tree.paper} if tree.paper else set()
    return own.union(*(_papers(branch) for branch in (*tree.all, *tree.any)))


@pytest.mark.parametrize("pack", ["cn", "vn"])
def test_every_paper_asked_for_has_a_name(pack: str) -> None:
    sections = load(pack).sections
    wanted = {"application", "identity_card", "case_papers"}
    for section in ("waivers", "proof_rules", "applicant_rules"):
        for row in (row for rows in sections.get(section, {}).values() for row in rows):
            tree = getattr(row, "papers", None)
            wanted |= _papers(tree) if tree is not None else set()
    wanted |= set(sections.get("paper_facts", {}))
    assert sorted(wanted - set(sections["papers"])) == []


def test_citations_are_written_as_statutes_write_them() -> None:
    china = check(CHINA[0][3], load("cn"), date(2024, 5, 6))
    vietnam = check({"service": "litigation"}, load("vn"), date(2024, 5, 6))
    law = "中华人民共和国法律援助法"
    assert say_cite("LAL 25(1)(3)", china, "zh-Hans") == f"《{law}》第二十五条第一款第（三）项"
    assert say_cite("LAL 31(5)", china, "zh-Hans") == f"《{law}》第三十一条第（五）项"
    assert say_cite("LAL 40(1)", china, "zh-Hans") == f"《{law}》第四十条第一款"
    assert (
        say_cite("LTGPL 7(7)(dd)", vietnam, "vi") == "điểm đ khoản 7 Điều 7 Luật Trợ giúp pháp lý"
    )
    assert say_cite("LTGPL 7(6a)", vietnam, "en") == "Legal Aid Law of Vietnam, Art. 7(6a)"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("7", "七"),
        ("10", "十"),
        ("25", "二十五"),
        ("104", "一百零四"),
        ("110", "一百一十"),
        ("6a", "6a"),
    ],
)
def test_chinese_numbers(number: str, said: str) -> None:
    assert chinese_number(number) == said


def test_a_claim_that_fails_is_answered() -> None:
    told = {"service": "litigation", "household": {"poor": False}, "vn_groups": ["k2"]}
    finding = check(told, load("vn"), date(2024, 5, 6))
    assert finding.reasons[0].code == "group_claim_failed"


def test_the_json_holds_what_is_promised() -> None:
    told = finding_json(check(CHINA[0][3], load("cn"), date(2024, 5, 6)))
    promised = (
        "outcome grounds basis emergency_aid lawyer_requirement clocks evidence explanation values"
        " pack on"
    )
    assert set(promised.split()) <= set(told)
    assert set(told["explanation"]) == {"zh", "vi", "en"}
    assert told["basis"][0] == {"law": "LAL", "article": "31(1)", "version": "2022-01-01"}


def test_table_names_are_unique() -> None:
    names = Counter(row[0] for row in CHINA)
    assert [name for name, count in names.items() if count > 1] == []


def test_rules_do_not_load_django() -> None:
    import subprocess

    code = (
        "import sys, songfa.commands.aid, songfa.words.explain; sys.exit('django' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=root).returncode == 0
