"""What the running house depends on may be used by public bodies and companies alike."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK = Path(__file__).parents[2] / "requirements" / "base.lock"
STRICT = re.compile(r"\bA?GPL|Affero|GNU General Public", re.I)
LESSER = re.compile(r"LGPL|Lesser", re.I)


def _licence(name: str) -> str:
    about = metadata(name)
    classifiers = [c for c in about.get_all("Classifier") or [] if c.startswith("License")]
    return about.get("License-Expression") or " ".join(classifiers) or (about.get("License") or "")[:80]


def test_no_dependency_forbids_closed_use() -> None:
    names = re.findall(r"^([a-z0-9][\w.-]*)==", LOCK.read_text(), re.M)
    seen = 0
    for name in names:
        try:
            licence = _licence(name)
        except PackageNotFoundError:  # a package of another platform
            continue
        seen += 1
        assert not STRICT.search(licence) or LESSER.search(licence), f"{name}: {licence}"
    assert seen > 40  # noqa: PLR2004
