"""Dates, numbers, money and names in the habit of each language."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import phonenumbers
from babel.numbers import format_currency, format_decimal

from songfa.rules.money import MINOR
from songfa.rules.packs.read import Pack
from songfa.words.say import key_of, say, speaking

BABEL = {"en": "en", "zh-Hans": "zh_Hans_CN", "vi": "vi_VN"}
DAY = {
    "en": "{d.day} {month} {d.year}",
    "zh-Hans": "{d.year}年{d.month}月{d.day}日",
    "vi": "{d.day:02}/{d.month:02}/{d.year}",
}
MONTHS = "January February March April May June July August September October November December"


def day(value: date | datetime | None, lang: str | None = None) -> str:
    """Return 21 November 2026, 2026年11月21日 or 21/11/2026; empty for None."""
    if value is None:
        return ""
    return DAY[lang or speaking.get()].format(d=value, month=MONTHS.split()[value.month - 1])


def moment(value: datetime | None, zone: str = "", lang: str | None = None) -> str:
    """Return day and minute in `zone` (IANA name); empty for None."""
    if value is None:
        return ""
    local = value.astimezone(ZoneInfo(zone)) if zone else value
    return f"{day(local, lang)} {local:%H:%M}"


def phone(value: str, country: str = "") -> str:
    """Return a number kept as E.164 as its country writes it: 138 1234 5678, 0912 345 678.

    A number of another country than `country` (cn, vn; a pack's code does) keeps its prefix: +84 912 345 678. What is
    no such number stays as it was written.
    """
    if not value.startswith("+"):
        return value
    try:
        found = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    home = phonenumbers.country_code_for_region(country[:2].upper()) if country else 0
    abroad = home and found.country_code != home
    form = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(found, form.INTERNATIONAL if abroad else form.NATIONAL))


def number(value: float | None, lang: str | None = None) -> str:
    return "" if value is None else str(format_decimal(value, locale=BABEL[lang or speaking.get()]))


def money(minor: int | None, currency: str, lang: str | None = None) -> str:
    """Return an amount given in minor units (fen, dong) with its currency."""
    if minor is None:
        return ""
    units = Decimal(minor) / MINOR[currency]
    digits = 0 if units == units.to_integral_value() else 2
    pattern = {"en": "¤#,##0", "zh-Hans": "#,##0", "vi": "#,##0 ¤"}[lang or speaking.get()]
    if digits:
        pattern = pattern.replace("##0", "##0.00")
    text = format_currency(
        units, currency, pattern, locale=BABEL[lang or speaking.get()], currency_digits=False
    )
    return (
        f"{text}元"
        if (lang or speaking.get()) == "zh-Hans" and currency == "CNY"
        else (f"{text}越南盾" if (lang or speaking.get()) == "zh-Hans" else str(text))
    )


# an article as the packs write it in short: 法律援助法 43, 法律援助法 23、31(7)
BARE = re.compile(r"(?<=[\u4e00-\u9fff）、])\s?(\d+)(?=$|[、；(])")


# an article that is written out already; 第四季度 is none
ARTICLE = re.compile(r"第[0-9一二三四五六七八九十百零]+(条|款|项)")


def article(basis: str) -> str:
    """Return a legal basis with its articles written out in Chinese texts; others as they are."""
    return basis if ARTICLE.search(basis) else BARE.sub(r"第\1条", basis)


def named(value: object, lang: str | None = None) -> str:
    """Return the text of `{"en", "zh", "vi"}` in the language spoken; other values as they are."""
    if not isinstance(value, Mapping):
        return "" if value is None else str(value)
    language = lang or speaking.get()
    return str(value.get("zh" if language == "zh-Hans" else language) or value.get("en") or "")


def name_in(pack: Pack, section: str, code: str, lang: str | None = None) -> str:
    """Return what a pack calls a code in the newest version of it; the code itself where it has no name."""
    found = pack.versions(section, code) if code else ()
    return named(found[-1].name.model_dump(), lang) if found and found[-1].name else code


def interpreter_name(code: str) -> str:
    """Return who is called in to interpret: nobody, sign language, another, or a language by its name."""
    kind = "interpreter" if code in ("", "sign", "other") else "language"
    return say(key_of(kind, code or "none"))
