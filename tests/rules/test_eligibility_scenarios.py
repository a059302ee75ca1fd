"""The scenario files: our own always, those beside the checkout when they are there."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from songfa.rules.eligibility.check import check, in_order
from songfa.rules.packs.read import load

OWN = Path(__file__).parent / "cases"
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "cases"


def _flat(value: Any) -> str:
    return str(sorted(value.items())) if isinstance(value, dict) else str(value)


def _comparable(value: Any) -> Any:
    return sorted(map(_flat, value)) if isinstance(value, list) else value


def differences(found: dict[str, Any], expected: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Compare every expected field; lists as sets. Shape: (field, expected, found)."""
    return [
        (field, wanted, found[field])
        for field, wanted in expected.items()
        if _comparable(wanted) != _comparable(found[field])
    ]


def _scenarios(folder: Path) -> list[Any]:
    files = [folder / "eligibility-cn.yaml", folder / "eligibility-vn.yaml"]
    found = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files if file.exists()]
    return [pytest.param(row, id=row["id"]) for file in found for row in file["scenarios"]]


@pytest.mark.parametrize("row", _scenarios(OWN) + _scenarios(SHARED))
def test_scenario_holds(row: dict[str, Any]) -> None:
    finding = check(row["facts"], load(row["pack"]), date.fromisoformat(row["on"]))
    expected = {key: value for key, value in row["expect"].items() if key != "notes"}
    assert differences(finding.to_json(), expected) == []


def test_scenario_files_are_there() -> None:
    if not SHARED.is_dir():
        pytest.skip("the scenario files are not beside this checkout")
    assert len(_scenarios(SHARED)) >= 36


def test_our_own_scenarios_are_there() -> None:
    assert len(_scenarios(OWN)) >= 250


def test_grounds_of_one_law_stand_in_the_order_of_its_articles() -> None:
    found = ("LAL 31(4)", "LAL 42(1)", "X 2", "LAL 40(1)", "LAL 31(4)", "LAL 9")
    assert in_order(found) == ("LAL 9", "LAL 31(4)", "X 2", "LAL 40(1)", "LAL 42(1)")
    law = ("LTGPL 7(7)(e)", "ND144 2", "LTGPL 7(6a)", "LTGPL 7(7)(dd)", "LTGPL 7(6)")
    assert in_order(law) == (
        "LTGPL 7(6)",
        "ND144 2",
        "LTGPL 7(6a)",
        "LTGPL 7(7)(dd)",
        "LTGPL 7(7)(e)",
    )
