"""Turns a finding into sentences: what, on which article, what follows. Rows bring codes and names; words are here."""

import re
from collections.abc import Iterable
from typing import Any

from songfa.rules.eligibility.finding import Finding, Reason
from songfa.rules.eligibility.schema import Law
from songfa.rules.packs.schema import Names
from songfa.words.say import key_of, say

CITE = re.compile(r"^(?P<law>\S+)(?: (?P<article>\d+[a-z]?)(?P<parts>(?:\([0-9a-z]+\))*))?$")
AMENDED = re.compile(r"^(?P<cite>.+) as amended (?P<year>\d{4})$")
KEYS = {"zh": "zh-Hans", "vi": "vi", "en": "en"}  # key of the JSON -> language
DIGITS = "零一二三四五六七八九"


def chinese_number(text: str) -> str:
    """Write 1 to 999 as a statute does (二十五, 一百零四); anything else stays as it is."""
    if not text.isdigit() or not 0 < int(text) < 1000:
        return text
    hundreds, rest = divmod(int(text), 100)
    tens, ones = divmod(rest, 10)
    said = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += DIGITS[0]
    return said + (DIGITS[ones] if ones else "")


def named(names: Names, lang: str) -> str:
    return str(getattr(names, "zh" if lang == "zh-Hans" else lang))


def say_cite(cite: str, finding: Finding, lang: str, what: Names | None = None) -> str:
    """Write a citation code in words: `LAL 25(1)(3)` is 《…》第二十五条第一款第（三）项."""
    amended = AMENDED.match(cite)
    if amended:
        plain = say_cite(amended["cite"], finding, lang, what)
        return say("cite-amended", lang, cite=plain, year=amended["year"])
    found = CITE.match(cite)
    law = finding.book.laws.get(found["law"]) if found else None
    if found is None or law is None:
        return named(what, lang) if what is not None else cite
    if found["article"] is None:
        return say("cite-law", lang, law=named(law.name, lang))
    parts = re.findall(r"\(([0-9a-z]+)\)", found["parts"])
    return _place(law, found["article"], parts, lang)


def _place(law: Law, article: str, parts: list[str], lang: str) -> str:
    """Write article, paragraph and item in the order of the language."""
    paragraph_first = len(parts) > 1 or law.paragraphs is None
    if not paragraph_first:
        paragraph_first = int(re.sub(r"\D", "", article)) in (law.paragraphs or ())
    parts = ["đ" if part == "dd" else part for part in parts]
    if lang == "zh-Hans":
        article, parts = chinese_number(article), [chinese_number(part) for part in parts]
    key = "cite-a" + ("" if not parts else "-p-i" if len(parts) > 1 else "-i")
    facts = {"law": named(law.name, lang), "a": article}
    if parts and paragraph_first:
        key = "cite-a-p" + ("-i" if len(parts) > 1 else "")
        facts["p"] = parts[0]
        parts = parts[1:]
    return say(key, lang, **facts, **({"i": parts[0]} if parts else {}))


def say_cites(cites: Iterable[str], finding: Finding, lang: str, what: Names | None = None) -> str:
    joint = say("cite-and", lang)
    return joint.join(say_cite(cite, finding, lang, what) for cite in cites)


def _reason(reason: Reason, finding: Finding, lang: str) -> str:
    cite = say_cites(reason.cite, finding, lang, reason.what) or reason.legal_basis
    return say(key_of("reason", reason.code), lang, cite=cite, what=named(reason.what, lang))


def _goes_without_saying(reason: Reason) -> bool:
    """A person who files in their own name need not be told that they may."""
    return not reason.cite and reason.code in ("applicant_valid", "place", "proven")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _clocks(finding: Finding, lang: str) -> list[str]:
    said = []
    for due in finding.clocks:
        period = due.period
        key = key_of("finding-clock", period.unit if period.amount else "at_once")
        cite = say_cites(due.rule.refer, finding, lang, period.name) or period.legal_basis
        said.append(say(key, lang, what=named(period.name, lang), amount=period.amount, cite=cite))
    return said


def _who_may_apply(finding: Finding, lang: str) -> list[str]:
    if finding.applicant_valid is not False:
        return []
    names = [say(key_of("finding-may-apply", code), lang) for code in finding.who_may_apply]
    return [say("finding-may-apply", lang, who=say("finding-list-and", lang).join(names))]


def _asks(finding: Finding, lang: str) -> list[str]:
    if finding.outcome != "means_test_required" or finding.means_result is not None:
        return []
    facts = [say(key_of("fact", path), lang) for path in finding.evidence["ask"]]
    if not facts:
        return []
    return [say("finding-ask", lang, facts=say("finding-list-and", lang).join(facts))]


def explain(finding: Finding, lang: str) -> tuple[str, ...]:
    """Return the explanation as sentences, article by article, in `en`, `zh-Hans` or `vi`."""
    met = ("met",) if finding.means_result == "pass" else ()
    said = [say(key_of("finding-outcome", finding.outcome, *met), lang)]
    said += [
        _reason(reason, finding, lang)
        for reason in finding.reasons
        if not _goes_without_saying(reason)
    ]
    if finding.means_basis is not None:
        said.append(say(key_of("finding-means", finding.means_basis), lang))
    said += _who_may_apply(finding, lang)
    said.append(say(key_of("finding-who", finding.who_decides), lang))
    said += _clocks(finding, lang)
    said += [say(key_of("finding-remedy", remedy), lang) for remedy in finding.remedies]
    said += _asks(finding, lang)
    if finding.rule_status == "unconfirmed":
        said.append(say("finding-unconfirmed", lang))
    return tuple(map(_sentence, said))


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return the whole finding as JSON-ready data, explanation in all languages included."""
    explanation = {key: list(explain(finding, lang)) for key, lang in KEYS.items()}
    return {**finding.to_json(), "explanation": explanation}
