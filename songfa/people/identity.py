"""Numbers by which a person is known: read gently, doubted aloud, refused only when they cannot be."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import phonenumbers
from stdnum.cn import ric

from songfa.rules.problems import ID_NUMBER_IMPOSSIBLE, PHONE_UNREADABLE

CHINESE = re.compile(r"^\d{17}[\dX]$")
VIETNAMESE = re.compile(r"^\d{12}$")
# the number of the paper card before 2016: nine digits, without any meaning
VIETNAMESE_OLD = re.compile(r"^\d{9}$")


@dataclass(frozen=True, slots=True)
class Identity:
    """A number as it is kept, what it says of its holder, and what is odd about it (codes)."""

    number: str
    born: date | None = None
    sex: str = ""
    doubts: tuple[str, ...] = ()


def read_number(country: str, text: str, *, on: date) -> Identity:
    """Read a citizen's number (cn: GB 11643, 18 places; vn: Decree 137/2015 Art. 13, 12 digits).

    Raises ID_NUMBER_IMPOSSIBLE (reason: form, birth) when no such number can exist. A wrong check
    digit, an unknown province or an old form is only a doubt: cards with such numbers were issued.
    """
    number = re.sub(r"[\s.\-]", "", unicodedata.normalize("NFKC", text)).upper()
    if not number:
        return Identity("")
    return _chinese(number, on) if country == "cn" else _vietnamese(number, on)


def _chinese(number: str, on: date) -> Identity:
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


def read_phone(country: str, text: str) -> str:
    """Return a number in the form E.164 (+86…, +84…). Raises PHONE_UNREADABLE; empty stays empty."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return ""
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
