"""What the running house depends on may be used by public bodies and companies alike."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK = Path(__file__).parents[2] / "requirements" / "base.lock"
STRICT = re.compile(r"\bA?GPL|Affero|GNU General Public", re.IGNORECASE)
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)


def _licence(name: str) -> str:
    about = metadata(name).json
    classifiers = [c for c in about.get("classifier", []) if c.startswith("License")]
    told = about.get("license_expression") or " ".join(classifiers) or about.get("license", "")
    return str(told)[:200]


def test_no_dependency_forbids_closed_use() -> None:
    names = re.findall(r"^([a-z0-9][\w.-]*)==", LOCK.read_text(), re.MULTILINE)
    seen = 0
    for name in names:
        try:
            licence = _licence(name)
        except PackageNotFoundError:  # a package of another platform
            continue
        seen += 1
        assert not STRICT.search(licence) or LESSER.search(licence), f"{name}: {licence}"
    assert seen > 40
