"""A stretch of one line, kept twice: as printed, and flattened for matching. Both have the same length."""

import re
from dataclasses import dataclass

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)} | {
    ord("\u3000"): " ",
    ord("\u00a0"): " ",
    ord("—"): "-",
    ord("–"): "-",
    ord("－"): "-",
    ord("―"): "-",
    ord("~"): "-",
    ord("～"): "-",
    ord("﹣"): "-",
    ord("・"): "•",
    ord("·"): "•",
    ord("●"): "•",
    ord("\t"): " ",
    ord("\v"): " ",
    ord("\u2028"): " ",
}
_WIDE[ord("～")] = "-"
# Where the tone mark may stand on either of two vowels, one place is chosen; only at the end of a syllable.
_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
          "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}  # fmt: skip
_TONE = re.compile(r"(?<![qQ])(?:" + "|".join(_TONES) + r")(?!\w)", re.IGNORECASE)
# A half-width full stop after a Chinese character or a closing mark ends a sentence.
_STOP = re.compile(r"(?<=[\u4e00-\u9fff”’\")])\.(?=\s*(?:[\u4e00-\u9fff“‘\"(]|$|[A-Za-z0-9]))")
_EDGES = " \t\r\n\v\u3000\u00a0。.;;,,、::\u2028"


def flatten(text: str) -> str:
    """Full width to half, dashes to `-`, one place for Vietnamese tone marks; the length never changes."""
    flat = text.translate(_WIDE)
    flat = _TONE.sub(lambda m: _toned(m.group()), flat)
    return _STOP.sub("。", flat)


def _toned(pair: str) -> str:
    moved = _TONES[pair.lower()]
    return "".join(b.upper() if a.isupper() else b for a, b in zip(pair, moved, strict=True))


@dataclass(frozen=True, slots=True)
class Passage:
    printed: str
    flat: str
    line: int

    def cut(self, first: int, last: int | None = None) -> "Passage":
        return Passage(self.printed[first:last], self.flat[first:last], self.line)

    def trim(self, edges: str = _EDGES) -> "Passage":
        """Without spaces and closing punctuation at both ends."""
        first, last = 0, len(self.printed)
        if self.printed.rstrip().endswith(
            ("./.", "./")
        ):  # the closing mark of a Vietnamese document
            last = self.printed.rindex("./")
        keep = re.search(r"năm 20\.{2,}$", self.printed[:last].rstrip(), re.IGNORECASE)
        if keep:  # the dots stand for the year
            return self.cut(first, last).cut(
                len(self.printed[first:last])
                - len(self.printed[first:last].lstrip(edges + "，；：．"))
            )
        while first < last and self.printed[first] in edges + "，；：．":
            first += 1
        while last > first and self.printed[last - 1] in edges + "，；：．":
            last -= 1
        return self.cut(first, last)

    def split(self, pattern: re.Pattern[str]) -> list["Passage"]:
        """The pieces between matches of `pattern`; empty ones are left out."""
        pieces, at = [], 0
        for match in pattern.finditer(self.flat):
            pieces.append(self.cut(at, match.start()))
            at = match.end()
        pieces.append(self.cut(at))
        return [p for p in pieces if p.flat.strip()]

    def masked(self, pattern: re.Pattern[str]) -> "Passage":
        """With what matches made invisible to further matching."""
        return Passage(
            self.printed, pattern.sub(lambda m: "\x00" * len(m.group()), self.flat), self.line
        )

    def __bool__(self) -> bool:
        return bool(self.flat.strip())

    @property
    def text(self) -> str:
        return self.printed.strip()


def passage(text: str, line: int) -> Passage:
    return Passage(text, flatten(text), line)
