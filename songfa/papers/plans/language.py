"""Which language a text is in, and making machine-converted old characters readable."""

import re
from dataclasses import dataclass

_HAN = re.compile(r"[\u3400-\u9fff]")
_VIET = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_VIET_WORD = re.compile(
    r"\b(?:ke hoach|phap luat|thuc hien|nhiem vu|xa|phuong|va|cua|cho|cac)\b", re.IGNORECASE
)
# What a converter leaves behind a character it could not map: its reading in brackets, 社區(qū).
_PINYIN = re.compile(
    r"(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,6}[)）](?=[\u4e00-\u9fff\W\d]|$)"
)
_TONE_MARK = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]")
# Frequent characters that only old-style text has.
_OLD = frozenset(
    "為與國會對開關動進區實義務種樣過還這後經說時來個們發業專學習車長門問間東萬無書見親觀規認識設計劃織組織鄉鎮縣員單號責領導劃總結構點題節導隊專體條產傳統統籌階級資號"
)


@dataclass(frozen=True, slots=True)
class Readable:
    lines: tuple[str, ...]
    converted: bool


def detect(lines: tuple[str, ...]) -> str:
    """`zh-Hans` or `vi`, by the letters used."""
    text = "\n".join(lines)
    han = len(_HAN.findall(text))
    viet = len(_VIET.findall(text)) + len(_VIET_WORD.findall(text))
    return "vi" if viet > han else "zh-Hans"


def readable(lines: tuple[str, ...]) -> Readable:
    """Chinese lines in simplified characters without inserted pinyin; the count of lines stays the same.

    `converted` tells that readings in brackets were found among old characters.
    """
    text = "\n".join(lines)
    inserted = _PINYIN.findall(text)
    marked = sum(1 for m in inserted if _TONE_MARK.search(m))
    old = sum(1 for c in text if c in _OLD)
    converted = marked >= 1 and old >= 1
    if converted:
        lines = tuple(_PINYIN.sub("", line) for line in lines)
    if old * 50 < len(text):
        return Readable(lines, converted)
    from opencc import OpenCC  # noqa: PLC0415 - its tables are needed for old characters only

    simplify = OpenCC("t2s")
    return Readable(tuple(simplify.convert("\n".join(lines)).split("\n")), converted)
