"""Names of people made findable: pinyin with the readings of surnames, Vietnamese without marks."""

import unicodedata

from songfa.areas.names import fold

BOUND = "|"
LONGEST = 200
# characters that are read otherwise when they are surnames
SURNAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "任": "ren",
    "盖": "ge", "朴": "piao", "华": "hua", "覃": "qin", "乐": "yue", "尉": "wei", "翟": "zhai",
    "洗": "xian", "冼": "xian", "缪": "miao", "折": "she", "黑": "he", "秘": "bi", "员": "yun",
    "召": "shao", "种": "chong", "繁": "po", "逄": "pang", "祭": "zhai", "句": "gou", "隗": "wei",
}  # fmt: skip
# of two characters, where the first is read otherwise
DOUBLE = {
    "尉迟": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"),
    "单于": ("chan", "yu"),
}


def tidy(name: str) -> str:
    """Return a name composed (NFC) with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def keys_of(name: str) -> str:
    """Return what people type to find a name: `|李小红|lixiaohong|lxh|`, `|nguyễn thị hoa|nguyenthihoa|nth|`."""
    plain = tidy(name).lower()
    if not plain:
        return ""
    syllables = (
        _spoken(plain)
        if any("\u4e00" <= c <= "\u9fff" for c in plain)
        else [fold(w) for w in plain.split()]
    )
    syllables = [s for s in syllables if s]
    whole, initials = "".join(syllables), "".join(s[0] for s in syllables)
    found = dict.fromkeys(k for k in (plain, whole, initials) if k)
    return (BOUND + BOUND.join(found) + BOUND)[:LONGEST]


def _spoken(name: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its tables load slowly

    syllables = [s.lower() for s in lazy_pinyin(name, style=Style.NORMAL, errors="ignore")]
    if name[:2] in DOUBLE:
        return [*DOUBLE[name[:2]], *syllables[2:]]
    if syllables and name[0] in SURNAMES:
        return [SURNAMES[name[0]], *syllables[1:]]
    return syllables
