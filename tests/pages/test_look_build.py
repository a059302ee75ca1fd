"""The built look: ours alone, readable in each theme, fit for a strict content policy."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "songfa" / "web"
BUILT = WEB / "static" / "built"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SHEETS = ("public", "desk")


@pytest.fixture(scope="session")
def sheets() -> dict[str, str]:
    """The two stylesheets, built now when the tools are there: an old build proves nothing."""
    npm = shutil.which("npm")
    if npm and (ROOT / "node_modules" / "sass").is_dir():
        subprocess.run(
            [npm, "run", "build", "--silent"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            timeout=120,
        )
    if not (BUILT / "public.css").exists():
        pytest.skip("the look is not built: run npm ci and npm run build")
    return {name: (BUILT / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS}


def tokens(css: str, opening: str) -> dict[str, str]:
    """Return the colours of the first rule that begins with `opening` and sets our names."""
    for found in re.finditer(re.escape(opening) + r"\{([^}]*)\}", css.replace('"', "")):
        values = dict(re.findall(r"--([a-z0-9-]+): ?(#[0-9a-f]{3,6})\b", found.group(1)))
        if "paper" in values:
            return values
    raise AssertionError(f"no theme at {opening}")


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEMES = {
    "light": ":root",
    "dark": ":root[data-contrast=dark]",
    "high": ":root[data-contrast=high]",
}
GROUNDS = ("paper", "card", "mist", "wash")
TEXT = [
    (text, ground)
    for text in ("ink", "ink-2", "pine", "pine-deep", "visited", "late")
    for ground in GROUNDS
]
PAIRS = [
    *TEXT,
    ("on-pine", "pine"), ("on-pine", "pine-deep"), ("on-seal", "seal"), ("on-bar", "bar"),
    ("on-head", "head"), ("late", "late-wash"), ("soon", "soon-wash"), ("ok", "ok-wash"),
    ("plain", "plain-wash"), ("ink", "warn-wash"), ("on-sky", "sky"), ("on-focus", "focus"),
    ("card", "late"),
]  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sheet", SHEETS)
def test_text_contrast_is_seven_to_one(sheets: dict[str, str], sheet: str, theme: str) -> None:
    values = tokens(sheets[sheet], THEMES[theme])
    low = {
        f"{a} on {b}": round(contrast(values[a], values[b]), 2)
        for a, b in PAIRS
        if contrast(values[a], values[b]) < 7
    }
    assert not low


@pytest.mark.parametrize("theme", THEMES)
def test_edges_and_focus_stand_out_three_to_one(sheets: dict[str, str], theme: str) -> None:
    values = tokens(sheets["desk"], THEMES[theme])
    for edge in ("edge", "ink", "pine"):
        assert contrast(values[edge], values["card"]) >= 3
    # the focus is two rings: one of them stands out on any ground
    for ground in (*GROUNDS, "head", "bar", "pine"):
        assert (
            max(
                contrast(values["focus"], values[ground]),
                contrast(values["on-focus"], values[ground]),
            )
            >= 3
        )


def test_device_wish_counts_only_without_a_choice(sheets: dict[str, str]) -> None:
    for css in sheets.values():
        wishes = re.findall(r"@media screen and \(prefers-color-scheme: ?dark\)\{([^{]*)\{", css)
        assert wishes
        for selectors in wishes:
            assert all(
                "data-contrast=auto" in s or 'data-contrast=""' in s or ":not([data-contrast])" in s
                for s in selectors.split(",")
            )


@pytest.mark.parametrize(
    "foreign",
    ["gds transport", "crest", "crown", "govuk-logotype", "opengovernmentlicence", "@font-face"],
)
def test_nothing_of_another_government(sheets: dict[str, str], foreign: str) -> None:
    """Their components are free to use; their crest, crown and typeface are not."""
    assert sheets
    files = [f for f in (WEB / "static").rglob("*") if f.is_file()]
    assert files
    for file in files:
        assert foreign not in file.name.lower()
        assert foreign not in file.read_text(encoding="utf-8").lower(), file.name


def test_sheets_fetch_nothing(sheets: dict[str, str]) -> None:
    for css in sheets.values():
        assert "url(" not in css
        assert "@import" not in css


def test_sheets_have_our_type_and_stay_small(sheets: dict[str, str]) -> None:
    assert len(sheets["public"]) < len(sheets["desk"]) < 130_000
    for css in sheets.values():
        assert "Noto Sans SC" in css
        assert "font-family:var(--type)" in css
        assert "@media print" in css


def test_modules_name_no_map_and_run_no_text(sheets: dict[str, str]) -> None:
    """A map that is named but not there breaks collectstatic; the policy refuses evaluation."""
    assert sheets
    for name in ("govuk.js", "htmx.js"):
        assert "sourceMappingURL" not in (BUILT / name).read_text(encoding="utf-8")
    base = (WEB / "templates" / "base.html").read_text(encoding="utf-8")
    htmx = json.loads(re.search(r"htmx-config\" content='([^']*)'", base)[1])  # type: ignore[index]
    assert htmx["allowEval"] is False
    assert htmx["includeIndicatorStyles"] is False


def test_lock_names_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert len(lock["packages"]) > 4
    assert all("resolved" not in package for package in lock["packages"].values())
    assert all("integrity" in package for path, package in lock["packages"].items() if path)
    assert "http" not in (ROOT / ".npmrc").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda p: p.relative_to(WEB / "templates").as_posix()
)
def test_templates_carry_nothing_inline(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", text)
    for attributes in re.findall(r"<script([^>]*)>", text):
        assert "src=" in attributes or "application/json" in attributes


def test_every_component_is_in_the_readme() -> None:
    readme = (WEB / "templates" / "README.md").read_text(encoding="utf-8")
    inner = {
        "brand",
        "reading-aids",
        "reading-group",
        "languages",
        "account-menu",
        "messages",
        "field-notes",
        "field-control",
    }
    names = {file.stem for file in (WEB / "templates" / "cotton").glob("*.html")} - inner
    assert names
    assert not {name for name in names if f"<c-{name}" not in readme}
