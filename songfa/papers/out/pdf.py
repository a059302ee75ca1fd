"""Draws documents as accessible PDF (PDF/UA-1) with typst: one, or many in one file."""

import json
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from songfa.papers.out.letter import Letter, writable
from songfa.rules.problems import LETTER_FONT_MISSING

HERE = Path(__file__).parent
# the first that the machine has is used: GB/T 9704 sets texts in 仿宋; Debian's fonts-noto-cjk brings Noto
CHINESE_FONTS = (
    "FangSong",
    "STFangsong",
    "FZFangSong-Z02",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "Songti SC",
)
# what a package of the system brings
PACKAGED = ("Noto Serif CJK SC", "Noto Sans CJK SC")
# Decree 30/2020 sets documents in Times New Roman, of whose measure Liberation Serif is; Libertinus comes with typst
# itself and knows every Vietnamese letter; the last has the boxes to tick
LATIN_FONTS = ("Times New Roman", "Liberation Serif", "Libertinus Serif", "DejaVu Sans Mono")

_kept = threading.local()


@cache
def families() -> frozenset[str]:
    """Return the font families that typst finds: those of the system and those it carries."""
    import typst  # noqa: PLC0415 - loads slowly

    return frozenset(typst.Fonts().families())


def fonts_for(lang: str) -> list[str]:
    """Return the families for a language. Raises LETTER_FONT_MISSING when none can write Chinese."""
    latin = [name for name in LATIN_FONTS if name in families()]
    if lang != "zh-Hans":
        return latin
    found = [name for name in CHINESE_FONTS if name in families()]
    if not found:
        raise LETTER_FONT_MISSING(fonts=", ".join(PACKAGED))
    return [latin[0], found[0], latin[-1]]


def draw(letters: Sequence[Letter], title: str = "", form: str = "pdf") -> bytes:
    """Return the documents one after the other in one PDF, each with its own page numbers.

    The same documents give the same bytes. They are set in one run: a run costs far more than a page.
    """
    import typst  # noqa: PLC0415

    told = {
        "title": title or letters[0].title,
        "fonts": fonts_for(letters[0].lang),
        "letters": [json.loads(writable(letter).to_json()) for letter in letters],
    }
    given: Any = {
        "sys_inputs": {"told": json.dumps(told, ensure_ascii=False)},
        "timestamp": 0,
        "format": form,
    }
    try:
        made: bytes = _compiler().compile(**given, pdf_standards="ua-1")
    except typst.TypstError:
        # a sign that no font has (somebody's name in a script of their own): the letter goes out all the same
        made = _compiler().compile(**given)
    return made


def _compiler() -> Any:
    """Return the compiler of this thread: it has read the fonts and the sheet already."""
    if not hasattr(_kept, "compiler"):
        import typst  # noqa: PLC0415

        _kept.compiler = typst.Compiler(input=str(HERE / "letter.typ"), root=str(HERE))
    return _kept.compiler
