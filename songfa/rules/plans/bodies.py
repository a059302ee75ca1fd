"""Which units a plan means by the names it prints: `县司法局`, `各乡镇`, `UBND các xã, phường`."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# words that say "each of them"
EACH_ZH = re.compile(
    r"^(?:(?:全[县区市镇乡]|辖区内?)?(?:各|每个|所有)|(?=乡镇|镇街|村居|村[（(]居|村[（(]社区))"
)
EACH_VI = re.compile(r"(?:^|\s)(?:các|mỗi|tất cả các|toàn thể các)(?:\s|$)", re.IGNORECASE)
# what stands before the body's own name: the level of its office
LEVEL_ZH = re.compile(r"^(?:[本我该]?[省市县区镇乡]|街道|社区)(?=.{2,})")
# office words that stand behind a place in the name of its government
OFFICE_ZH = re.compile(
    r"(?:人民政府|政府|办事处|党委|党工委|居民委员会|居委会|村民委员会|村委会|委员会|\(.*?\)|（.*?）)$"
)
ABBREVIATIONS_VI = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
}
EXACT, CONTAINED, SHORTENED = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Body:
    """A unit that may be meant.

    `kind_word` is its area's word (镇, xã); `highest` says that no unit of the same area stands above it in the tree of
    units; `here` that it lies in the issuer's own area.
    """

    key: str
    name: str
    kind_word: str
    highest: bool
    here: bool


def suggest(printed: Iterable[str], bodies: Sequence[Body]) -> tuple[str, ...]:
    """Return the keys of the bodies that the printed names mean, each once, in the order of the names.

    A name that could mean several single bodies suggests the closest; one that fits none suggests nothing.
    """
    found: dict[str, None] = {}
    for name in printed:
        plain = unicodedata.normalize("NFC", name).strip().strip("。.;；")
        found.update(dict.fromkeys(b.key for b in _meant(plain, bodies)))
    return tuple(found)


def _meant(name: str, bodies: Sequence[Body]) -> list[Body]:
    if EACH_ZH.search(name):
        return _each(_kinds_zh(EACH_ZH.sub("", name)), bodies)
    if match := EACH_VI.search(name):
        return _each(_kinds_vi(name[match.end() :]), bodies)
    near = [(closeness(name, b.name), b) for b in bodies]
    fitting = sorted((-n, not b.here, len(b.name), at) for at, (n, b) in enumerate(near) if n)
    return [bodies[fitting[0][3]]] if fitting else []


def _kinds_zh(text: str) -> list[str]:
    """`乡镇（街道）` is 乡, 镇, 街道; `社区居委会` is 社区."""
    text = re.sub(r"[(（]([^)）]*)[)）]", r"、\1", text)
    words: list[str] = []
    for part in re.split(r"[、,，/和及]", text):
        bare = OFFICE_ZH.sub("", part) or part
        # 乡镇司法所: the 司法所 of each of them
        words += ["乡", "镇"] if bare == "乡镇" else [bare.removeprefix("乡镇")]
    return [w for w in words if w]


def _kinds_vi(text: str) -> list[str]:
    return [w.strip().lower() for w in re.split(r",|;|/|\bvà\b", text) if w.strip()]


def _each(words: Sequence[str], bodies: Sequence[Body]) -> list[Body]:
    """Of each area of that kind the highest unit; else every unit with the word in its name."""
    found: list[Body] = []
    for word in words:
        by_area = [b for b in bodies if not b.here and b.highest and b.kind_word == word]
        found += by_area or [b for b in bodies if word in b.name.lower()]
    return found


def closeness(printed: str, name: str) -> int:
    """Say how near a printed name is to a unit's: 3 the same, 2 part of it, 1 a shortened form, 0 not it."""
    ours, theirs = _folded(name), _folded(printed)
    if ours == theirs:
        return EXACT
    bare = LEVEL_ZH.sub("", theirs)
    if len(bare) >= 2 and bare in ours:
        return CONTAINED
    return SHORTENED if _is_han(bare) and len(bare) >= 2 and _shortens(bare, ours) else 0


def _folded(text: str) -> str:
    words = unicodedata.normalize("NFC", text).lower().split()
    return " ".join(ABBREVIATIONS_VI.get(w, w) for w in words).replace("uỷ", "ủy")


def _is_han(text: str) -> bool:
    return bool(re.fullmatch(r"[\u4e00-\u9fff]+", text))


def _shortens(short: str, full: str) -> bool:
    """`残联` shortens `…残疾人联合会`: its characters stand there in that order, near its end."""
    at = full.rfind(short[0])
    for character in short:
        at = full.find(character, at)
        if at < 0:
            return False
        at += 1
    return True
