"""Numbers by which a person is known: read gently, doubted aloud, refused only when they cannot be."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import phonenumbers
from stdnum.cn import ric

from songfa.rules.doors import NumberCheck
from songfa.rules.packs.read import Pack
from songfa.rules.problems import ID_NUMBER_IMPOSSIBLE, ID_NUMBER_REFUSED, PHONE_UNREADABLE

CHINESE = re.compile(r"^\d{17}[\dX]$")
# the number of the card before 2013: six digits of the birthday, no check digit
CHINESE_OLD = re.compile(r"^\d{15}$")
# of the old number's last three digits: those of people born in the 1800s (GB 11643-1989)
CENTENARIANS = ("996", "997", "998", "999")
VIETNAMESE = re.compile(r"^\d{12}$")
# the number of the paper card before 2016: nine digits, without any meaning
VIETNAMESE_OLD = re.compile(r"^\d{9}$")
# mobile numbers of eleven digits became ones of ten in 2018: old prefix -> new prefix
VIETNAMESE_PREFIXES = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083", "0124": "084",
    "0125": "085", "0127": "081", "0129": "082", "0162": "032", "0163": "033", "0164": "034", "0165": "035",
    "0166": "036", "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identity:
    """A number as it is kept, what it says of its holder, and what is odd about it (codes)."""

    number: str
    born: date | None = None
    sex: str = ""
    doubts: tuple[str, ...] = ()


def read_number(country: str, text: str, *, on: date) -> Identity:
    """Read a citizen's number (cn: GB 11643, 18 places; vn: Decree 137/2015 Art. 13, 12 digits).

    A Chinese number of 15 digits is kept as the 18 places that follow from it (GB 11643-1999, Annex A), so
    that both find the same person.
    Raises ID_NUMBER_IMPOSSIBLE (reason: form, birth) when no such number can exist. A wrong check
    digit, an unknown province or an old form is only a doubt: cards with such numbers were issued.
    """
    number = re.sub(r"[\s.\-]", "", unicodedata.normalize("NFKC", text)).upper()
    if not number:
        return Identity("")
    return _chinese(number, on) if country == "cn" else _vietnamese(number, on)


def _chinese(number: str, on: date) -> Identity:
    if CHINESE_OLD.match(number):
        century = "18" if number[-3:] in CENTENARIANS else "19"
        longer = number[:6] + century + number[6:]
        found = _chinese(longer + ric.calc_check_digit(longer + "0"), on)
        return replace(found, doubts=("old_form_15",))
    if not CHINESE.match(number):
        raise ID_NUMBER_IMPOSSIBLE(reason="form", country="cn")
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise ID_NUMBER_IMPOSSIBLE(reason="birth", country="cn") from None
    if not born.year >= 1880 or born > on:
        raise ID_NUMBER_IMPOSSIBLE(reason="birth", country="cn")
    doubts = () if ric.calc_check_digit(number) == number[-1] else ("check_digit",)
    return Identity(number, born, "M" if int(number[16]) % 2 else "F", doubts)


def _vietnamese(number: str, on: date) -> Identity:
    if VIETNAMESE_OLD.match(number):
        return Identity(number, doubts=("old_form",))
    if not VIETNAMESE.match(number):
        raise ID_NUMBER_IMPOSSIBLE(reason="form", country="vn")
    century = int(number[3]) // 2
    year = 1900 + 100 * century + int(number[4:6])
    if year > on.year:
        raise ID_NUMBER_IMPOSSIBLE(reason="birth", country="vn")
    # 001-096 are provinces of birth registration, codes above are countries
    doubts = ("province",) if int(number[:3]) == 0 else ()
    return Identity(number, None, "F" if int(number[3]) % 2 else "M", doubts)


def year_of(country: str, number: str) -> int | None:
    """Return the year of birth that a number tells; None when it tells none."""
    if country == "cn" and CHINESE.match(number):
        return int(number[6:10])
    if country == "vn" and VIETNAMESE.match(number):
        return 1900 + 100 * (int(number[3]) // 2) + int(number[4:6])
    return None


def doubts_about(country: str, identity: Identity, born: date | None, sex: str) -> tuple[str, ...]:
    """Return the doubts of a number beside what the person says (`birth_differs`, `sex_differs`)."""
    found = list(identity.doubts)
    year = year_of(country, identity.number)
    differs = identity.born is not None and identity.born != born
    if born is not None and year is not None and (differs or year != born.year):
        found.append("birth_differs")
    if sex and identity.sex and sex != identity.sex:
        found.append("sex_differs")
    return tuple(found)


def refuse_doubts(pack: Pack, doubts: Iterable[str], on: date) -> None:
    """Raise ID_NUMBER_REFUSED for the first oddity that the pack refuses that day; the others are warnings."""
    refused = pack.get(NumberCheck, "citizen_number", on).refuse
    for doubt in doubts:
        if doubt in refused:
            raise ID_NUMBER_REFUSED(doubt=doubt)


def _of_today(plain: str) -> str:
    """Return a Vietnamese mobile number of eleven digits in its form of ten; any other as it is."""
    digits = re.sub(r"[\s.\-()]", "", plain)
    local = re.sub(r"^(\+84|0084|84(?=1\d{9}$))", "0", digits)
    known = VIETNAMESE_PREFIXES.get(local[:4]) if re.fullmatch(r"01\d{9}", local) else None
    return known + local[4:] if known else plain


def read_phone(country: str, text: str) -> str:
    """Return a number in the form E.164 (+86…, +84…). Raises PHONE_UNREADABLE; empty stays empty.

    Vietnamese mobile numbers from before 2018 become those of today: 0122… is 077….
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return ""
    if country == "vn":
        plain = _of_today(plain)
    try:
        found = phonenumbers.parse(plain, country.upper())
    except phonenumbers.NumberParseException:
        raise PHONE_UNREADABLE(country=country) from None
    if not phonenumbers.is_possible_number(found):
        raise PHONE_UNREADABLE(country=country)
    return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))


def mask(number: str) -> str:
    """Return a number with its middle hidden: `2323************1X`; short ones wholly."""
    if len(number) < 9:
        return "*" * len(number)
    return f"{number[:4]}{'*' * (len(number) - 6)}{number[-2:]}"
