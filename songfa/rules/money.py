"""Amounts as people write them, into minor units (fen, dong). No floating point anywhere."""

import re
import unicodedata
from decimal import Decimal

from songfa.rules.problems import AMOUNT_INVALID

# minor units in one unit of a currency (ISO 4217; the dong has none in use), and the digits that people may write
# after the point
MINOR = {"CNY": 100, "VND": 1}
PLACES = {"CNY": 2, "VND": 0}
# the signs of each currency: an amount in another one is no amount of this file
MARKS = {
    "CNY": re.compile(r"^(¥|RMB|CNY)|(人民币|元|圆|整|RMB|CNY)$", re.IGNORECASE),
    "VND": re.compile(r"^(₫|VNĐ|VND)|(đồng|đ|₫|VNĐ|VND)$", re.IGNORECASE),
}
# signs and names of other money, looked for when an amount cannot be read
FOREIGN = re.compile(
    r"\b(USD|EUR|GBP|HKD|JPY|KRW|TWD|SGD|THB|CNY|RMB|VNĐ|VND)\b|[$€£¥₫]|人民币|越南盾|[美港欧日]([元币圆]|$)|[元圆]$|đ",
    re.IGNORECASE,
)
GROUPED = re.compile(r"^\d{1,3}([,.' ]\d{3})+$")
# two noughts that a spreadsheet writes after a whole amount: 1.234.567,00 or 1,234,567.00
NOUGHTS = re.compile(r"(\d+|\d{1,3}(\.\d{3})+),00|(\d+|\d{1,3}(,\d{3})+)\.00")
LARGEST = 10**15


def read_minor(text: str, currency: str) -> int | None:
    """Return an amount in minor units; None for an empty text.

    Separators of thousands (comma, point, blank, apostrophe) and signs of the currency may stand. Where a point
    parts what is smaller than one unit, a single one before three digits (`1.234`) may mean either and is refused.
    Raises AMOUNT_INVALID (reason: negative, currency, form, too_large).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    while (bare := MARKS[currency].sub("", plain).strip()) != plain:
        plain = bare
    if not plain:
        return None
    if plain[0] in "-−–":
        raise AMOUNT_INVALID(reason="negative", amount=text)
    factor, places = MINOR[currency], PLACES[currency]
    whole, rest = _split(plain, places)
    if not re.fullmatch(r"[0-9]+", whole) or not re.fullmatch(rf"[0-9]{{0,{places}}}", rest):
        reason = "currency" if FOREIGN.search(re.sub(r"\d", " ", plain)) else "form"
        raise AMOUNT_INVALID(reason=reason, amount=text)
    amount = int(Decimal(f"{whole}.{rest or '0'}") * factor)
    if amount > LARGEST:
        raise AMOUNT_INVALID(reason="too_large", amount=text)
    return amount


def _split(plain: str, places: int) -> tuple[str, str]:
    """Return the digits before and after the point, without separators; letters stay for the caller to refuse."""
    if not places:
        plain = plain[:-3] if NOUGHTS.fullmatch(plain) else plain
    doubtful = places and plain.count(".") == 1
    if GROUPED.match(plain) and len(set(re.findall(r"[,.' ]", plain))) == 1 and not doubtful:
        return re.sub(r"[,.' ]", "", plain), ""
    whole, rest = plain, ""
    if places and re.search(r"[.]\d{1,2}$", plain):
        whole, _, rest = plain.rpartition(".")
    if GROUPED.match(whole) and "." not in whole and len(set(re.findall(r"[,' ]", whole))) == 1:
        whole = re.sub(r"[,' ]", "", whole)
    return whole, rest
