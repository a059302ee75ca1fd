"""The words of a language's plan documents, loaded from lexicon/*.toml and compiled once."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parent / "lexicon"


def alternatives(words: list[str]) -> str:
    """A group that matches any of the fragments, the longest first; nothing when there is none."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")" if words else "(?!)"


class Vocabulary:
    """Access to the words of one language; patterns are compiled on first use and kept."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.is_zh = language == "zh-Hans"
        self.data: dict[str, Any] = tomllib.loads(
            (LEXICON / ("zh.toml" if self.is_zh else "vi.toml")).read_text(encoding="utf-8")
        )
        self._compiled: dict[str, re.Pattern[str]] = {}

    def words(self, table: str, key: str) -> list[str]:
        return list(self.data[table].get(key, []))

    def any(self, table: str, key: str) -> str:
        """The words of a key as one group of a pattern."""
        return alternatives(self.words(table, key))

    def table(self, table: str) -> dict[str, Any]:
        return dict(self.data[table])

    def pattern(self, name: str, source: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        """The compiled pattern called `name`, made from `source` once."""
        if name not in self._compiled:
            self._compiled[name] = re.compile(source, flags)
        return self._compiled[name]

    def find(self, table: str, key: str) -> re.Pattern[str]:
        """Any word of the key, anywhere; Vietnamese words only whole."""
        name = f"{table}.{key}"
        if name not in self._compiled:
            group = self.any(table, key)
            if not self.is_zh:
                group = rf"(?<!\w){group}(?!\w)"
            self._compiled[name] = re.compile(group, re.IGNORECASE)
        return self._compiled[name]


@lru_cache(maxsize=2)
def vocabulary(language: str) -> Vocabulary:
    """Words for `zh-Hans` or `vi`."""
    return Vocabulary(language)
