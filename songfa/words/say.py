"""Says a message in a language. The texts are Fluent files: locale/<language>/<room>.ftl. No Django here."""

from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("en", "zh-Hans", "vi")

# the language of the page or command that is being written
speaking: ContextVar[str] = ContextVar("speaking", default="en")


class WordsMissing(LookupError):
    """A message is not in a language's files, or lacks a fact: a fault of ours, never of the reader."""


def files(language: str) -> list[Path]:
    return sorted((LOCALE / language).glob("*.ftl"))


@cache
def bundle(language: str) -> FluentBundle:
    """Return all messages of a language; two files may not define the same message."""
    made = FluentBundle([language], use_isolating=False)
    for file in files(language):
        made.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return made


def key_of(*parts: str) -> str:
    """Return the message id of codes: `key_of("verb", "aid.ask_papers")` is `verb-aid-ask-papers`."""
    return "-".join(parts).replace(".", "-").replace("_", "-")


def has(key: str, language: str = "en") -> bool:
    return bool(bundle(language).has_message(key))


def say(key: str, lang: str | None = None, **facts: object) -> str:
    """Return message `key` in `lang` (or the language being spoken) with the facts filled in.

    Raises WordsMissing when the message or one of its facts is missing.
    """
    language = f"{lang}" if lang else speaking.get()  # a template hands over its own kind of text
    if not facts:
        plain = _said(language, key)
        if plain is not None:
            return plain
    return _format(language, key, facts)


@lru_cache(maxsize=20_000)
def _said(language: str, key: str) -> str | None:
    try:
        return _format(language, key, {})
    except WordsMissing:
        if not bundle(language).has_message(key):
            raise
        return None


def _format(language: str, key: str, facts: dict[str, object]) -> str:
    found = bundle(language)
    if not found.has_message(key):
        raise WordsMissing(f"{key} [{language}]")
    pattern = found.get_message(key).value
    if pattern is None:
        raise WordsMissing(f"{key} [{language}] has no text")
    text, errors = found.format_pattern(pattern, facts)
    if errors:
        raise WordsMissing(f"{key} [{language}]: {errors[0]}")
    return str(text)
