"""Three languages, complete; Chinese with its own punctuation; no sentence in code or templates."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

HOUSE = Path(__file__).parents[2] / "songfa"
LOCALE = HOUSE / "words" / "locale"
LANGUAGES = ("en", "zh-Hans", "vi")
ROOMS = sorted({f.name for language in LANGUAGES for f in (LOCALE / language).glob("*.ftl")})

HAN = r"[\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{HAN}[,:;?!()]|[,;?!(]{HAN}|\){HAN}")


class _Facts(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(language: str, room: str) -> dict[str, set[str]]:
    """Return message id -> the facts it uses; unreadable lines fail."""
    file = LOCALE / language / room
    if not file.exists():
        return {}
    tree = FluentParser().parse(file.read_text(encoding="utf-8"))
    junk = [(e.content or "").strip()[:80] for e in tree.body if isinstance(e, ast.Junk)]
    assert not junk, f"{language}/{room}: {junk}"
    found = {}
    for entry in tree.body:
        if isinstance(entry, ast.Message):
            seen = _Facts()
            seen.visit(entry)
            assert entry.id.name not in found, f"{language}/{room}: {entry.id.name} twice"
            found[entry.id.name] = seen.names
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_three_languages_say_the_same_messages(room: str) -> None:
    english = messages("en", room)
    assert english
    for language in LANGUAGES[1:]:
        other = messages(language, room)
        assert english.keys() == other.keys(), f"{language}: {english.keys() ^ other.keys()}"
        for key, facts in english.items():
            assert other[key] <= facts | {"n"}, (
                f"{language}/{room}: {key} uses {other[key] - facts}"
            )


def test_no_message_is_said_in_two_files() -> None:
    seen: dict[str, str] = {}
    for room in ROOMS:
        for key in messages("en", room):
            assert key not in seen, f"{key} in {seen[key]} and {room}"
            seen[key] = room


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _chinese() -> Iterator[tuple[str, str]]:
    for file in (LOCALE / "zh-Hans").glob("*.ftl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield file.name, re.sub(r"\{[^}]*\}", "〇", line.split("=", 1)[-1])
    for file in (HOUSE / "packs").rglob("*.toml"):
        for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))):
            yield file.name, text
    for file in HOUSE.rglob("templates/**/*.html"):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield file.name, line


def test_chinese_has_its_own_punctuation() -> None:
    wrong = [f"{name}: {text}" for name, text in _chinese() if HALF_WIDTH.search(text)]
    assert wrong == []


def test_words_are_composed() -> None:
    """Vietnamese and all other text is in NFC."""
    import unicodedata

    for file in [*LOCALE.rglob("*.ftl"), *(HOUSE / "packs").rglob("*.toml")]:
        text = file.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), file


TAG = re.compile(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<script.*?</script>|<code.*?</code>|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
PROSE = re.compile(r"[A-Za-zÀ-ỹ]{3,}|[\u4e00-\u9fff]{2,}")
SAID = ("aria-label", "title", "alt", "placeholder")
ALLOWED = {"Songfa", "送法", "doctype", "html", "PDF", "docx"}  # names, the same in every language


def test_templates_hold_no_sentence() -> None:
    for file in HOUSE.rglob("templates/**/*.html"):
        text = COMMENT.sub("", file.read_text(encoding="utf-8"))
        bare = re.sub(
            r"&\w+;|[\w-]+=(?:'[^']*'|\"[^\"]*\")",
            "",
            TAG.sub(" ", re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)),
        )
        words = set(PROSE.findall(bare)) - ALLOWED
        assert not words, f"{file.relative_to(HOUSE)}: {sorted(words)[:8]}"
        for name in SAID:
            for value in re.findall(rf'\s{name}="([^"{{]+)"', text):
                assert not PROSE.search(value) or value in ALLOWED, (
                    f"{file.relative_to(HOUSE)}: {name}={value}"
                )


PAGE_OF_WORDS = HOUSE.parent / "docs" / "words.md"


def _named(pattern: str) -> set[str]:
    return set(re.findall(pattern, PAGE_OF_WORDS.read_text(encoding="utf-8")))


def test_the_page_of_words_names_what_there_is() -> None:
    """Whatever table, verb or section the page names exists; each noun and verb of legal aid stands there."""
    from django.apps import apps

    from songfa.rules.packs.read import load
    from songfa.rules.verbs import Verb

    rooms = "access|advice|aid|areas|audit|duties|insight|network|outreach|people"
    tables = {
        f"{m._meta.app_label}.{m.__name__}"
        for m in apps.get_models()
        if m.__module__.startswith("songfa.")
    }
    named = _named(rf"`((?:{rooms})\.[A-Z]\w+)(?:\.\w+)?`")
    assert named <= tables, named - tables
    ours = {t for t in tables if t.startswith("aid.") and not t.endswith("Event")}
    assert ours <= named, ours - named
    verbs = _named(rf"`((?:{rooms}|duty)\.[a-z_]+)`")
    assert verbs <= set(Verb), verbs - set(Verb)
    of_aid = {v for v in Verb if v.startswith("aid.")} - {Verb.AID_SEE}
    assert of_aid <= verbs, of_aid - verbs
    packs = [p.name for p in (HOUSE / "packs").iterdir() if (p / "pack.toml").exists()]
    sections = {section for pack in packs for section in load(pack).sections}
    for told in _named(r"pack: ((?:`\w+`(?:, )?)+)"):
        assert set(re.findall(r"`(\w+)`", told)) <= sections, told


def test_every_row_of_the_page_of_words_has_three_languages() -> None:
    for line in PAGE_OF_WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("|") and not line.startswith("| ---"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            assert len(cells) == 5, line
            assert all(cells[:3]), line
