"""Numbers as plan documents write them."""

import re

_ZH = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
VI_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "giêng": 1, "chạp": 12, "nhất": 1,
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
LETTERS = "abcdđeghiklmnopqrstuvxy"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def chinese(text: str) -> int | None:
    """十二 -> 12, 一百二十 -> 120, 二〇二六 -> 2026; None if it is no number."""
    if not text or any(c not in _ZH and c not in "十百千" for c in text):
        return None
    if not any(c in "十百千" for c in text):
        return int("".join(str(_ZH[c]) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[c]
            digit = 0
        else:
            digit = _ZH[c]
    return total + digit


def roman(text: str) -> int | None:
    """IV -> 4; None if it is no Roman number."""
    values = [_ROMAN.get(c, 0) for c in text.upper()]
    if not values or 0 in values:
        return None
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-a if a < b else a for a, b in pairs)


def whole(text: str) -> int | None:
    """A small whole number in digits, Chinese or Vietnamese words, Roman or circled digits."""
    text = text.strip()
    if text.isdigit() and text.isascii():
        return int(text)
    if text in CIRCLED and text:
        return CIRCLED.index(text[0]) + 1
    if (value := chinese(text)) is not None:
        return value
    if text.lower() in VI_WORDS:
        return VI_WORDS[text.lower()]
    return roman(text)


def amount_zh(digits: str, scale: str = "") -> float | None:
    """`2.5`, `万` -> 25000; `二十` -> 20."""
    digits = digits.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        value: float | None = float(digits)
    else:
        value = chinese(digits)
    times = {"万": 10_000, "千": 1000, "百": 100, "亿": 100_000_000}.get(scale, 1)
    # 2.2 times 10000 is 22000.000000000004 in binary fractions.
    return None if value is None else round(value * times, 4)


def amount_vi(text: str) -> float | None:
    """`5.000` -> 5000; `1,5` -> 1.5; `hai` -> 2."""
    text = text.strip().lower()
    if text in VI_WORDS:
        return VI_WORDS[text]
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", "."))
    return None
