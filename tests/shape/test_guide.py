"""The guide for staff: the same pages in three languages, every link leads somewhere, pictures stay small."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE, PICTURES = DOCS / "guide", DOCS / "pictures" / "guide"
LANGUAGES = ("en", "zh-Hans", "vi")
PAGES = sorted(GUIDE.rglob("*.md"))
LINK = re.compile(r"\]\(([^)#]+)\)")
MOST_BYTES = 120_000


def test_every_page_stands_in_three_languages() -> None:
    told = {lang: sorted(p.name for p in (GUIDE / lang).glob("*.md")) for lang in LANGUAGES}
    assert told["en"] == told["zh-Hans"] == told["vi"]
    assert len(told["en"]) >= 10


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(GUIDE)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = [t for t in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in t]
    assert [t for t in links if not (page.parent / t).exists()] == []


def test_every_page_is_named_in_the_contents() -> None:
    contents = (GUIDE / "README.md").read_text(encoding="utf-8")
    named = set(LINK.findall(contents))
    assert {str(p.relative_to(GUIDE)) for p in PAGES} - named == {"README.md"}


def test_pictures_are_small_and_all_are_shown() -> None:
    pictures = sorted(PICTURES.rglob("*.png"))
    assert [p.name for p in pictures if p.stat().st_size > MOST_BYTES] == []
    shown = {
        (page.parent / t).resolve()
        for page in PAGES
        for t in LINK.findall(page.read_text(encoding="utf-8"))
        if t.endswith(".png")
    }
    assert [str(p) for p in pictures if p.resolve() not in shown] == []
