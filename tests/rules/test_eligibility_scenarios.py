"""The scenario files beside the checkout, when they are there."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from songfa.rules.eligibility.check import check
from songfa.rules.packs.read import load

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


def _scenarios() -> list[Any]:
    files = [SHARED / "eligibility-cn.yaml", SHARED / "eligibility-vn.yaml"]
    found = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files if file.exists()]
    return [pytest.param(row, id=row["id"]) for file in found for row in file["scenarios"]]


@pytest.mark.parametrize("row", _scenarios())
def test_scenario_holds(row: dict[str, Any]) -> None:
    finding = check(row["facts"], load(row["pack"]), date.fromisoformat(row["on"]))
    expected = {key: value for key, value in row["expect"].items() if key != "notes"}
    assert differences(finding.to_json(), expected) == []


def test_scenario_files_are_there() -> None:
    if not SHARED.is_dir():
        pytest.skip("the scenario files are not beside this checkout")
    assert len(_scenarios()) >= 36
