"""An official letter of one country, as PDF (typst, PDF/UA-1) and as docx for editing.

Both are drawn from the same record. Its text comes from words/; nothing is worded here.
China: the order of parts follows GB/T 9704-2012; Vietnam: Decree 30/2020/NĐ-CP, Annex I.
"""

import json
import re
from dataclasses import asdict, dataclass, fields
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from songfa.rules.problems import LETTER_FONT_MISSING

HERE = Path(__file__).parent
# the first that the machine has is used; Debian's fonts-noto-cjk brings the Noto families
CHINESE_FONTS = (
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "Songti SC",
)
# Libertinus comes with typst itself and knows every Vietnamese letter
LATIN_FONTS = ("Libertinus Serif",)
# what XML 1.0 does not allow; tabs and line ends may stay
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Letter:
    """One document. `style` is the country whose form it has; empty parts are left out.

    `rows` is a table of (name, value); `copies` are the receivers under "Nơi nhận".
    """

    style: Literal["cn", "vn"]
    lang: str
    office: str
    title: str
    number: str
    dated: str
    paragraphs: tuple[str, ...]
    above: str = ""
    motto: tuple[str, ...] = ()
    subject: str = ""
    addressee: str = ""
    items: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    signed: str = ""
    copies_title: str = ""
    copies: tuple[str, ...] = ()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Letter":
        kept = json.loads(text)
        for name, value in kept.items():
            if isinstance(value, list):
                kept[name] = tuple(tuple(v) if isinstance(v, list) else v for v in value)
        return cls(**kept)


@cache
def families() -> frozenset[str]:
    """Return the font families that typst finds: those of the system and those it carries."""
    import typst  # noqa: PLC0415 - loads slowly

    return frozenset(typst.Fonts().families())


def fonts_for(lang: str) -> list[str]:
    """Return the families for a language. Raises LETTER_FONT_MISSING when none can write Chinese."""
    if lang != "zh-Hans":
        return list(LATIN_FONTS)
    found = [name for name in CHINESE_FONTS if name in families()]
    if not found:
        raise LETTER_FONT_MISSING(fonts=", ".join(CHINESE_FONTS[:2]))
    return [*LATIN_FONTS, found[0]]


def writable(letter: Letter) -> Letter:
    """Return the letter without the signs that no document can hold: control signs and halves of signs."""
    return Letter(**{f.name: _writable(getattr(letter, f.name)) for f in fields(letter)})


def _writable(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_writable(v) for v in value)
    return UNWRITABLE.sub(" ", value)


def pdf(letter: Letter) -> bytes:
    """Return the letter as an accessible PDF (PDF/UA-1). The same letter gives the same bytes."""
    import typst  # noqa: PLC0415

    data = {**json.loads(writable(letter).to_json()), "fonts": fonts_for(letter.lang)}
    told: Any = {
        "input": str(HERE / "letter.typ"), "root": str(HERE), "timestamp": 0,
        "sys_inputs": {"letter": json.dumps(data, ensure_ascii=False)},
    }  # fmt: skip
    try:
        made: bytes = typst.compile(**told, pdf_standards="ua-1")
    except typst.TypstError:
        # a sign that no font has (somebody's name in a script of their own): the letter goes out all the same
        made = typst.compile(**told)
    return made


def docx(letter: Letter) -> bytes:
    """Return the letter as an editable docx."""
    from songfa.papers.out.word import draw  # noqa: PLC0415 - python-docx loads slowly

    out = BytesIO()
    draw(writable(letter)).save(out)
    return out.getvalue()
