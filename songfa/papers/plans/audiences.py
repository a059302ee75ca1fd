"""Special groups named in a text, by the words of the lexicon; names of bodies, laws and quoted titles do not count."""

import re
from dataclasses import dataclass

from songfa.papers.plans.passage import Passage
from songfa.papers.plans.vocabulary import Vocabulary, alternatives

_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|\"[^\"]*\"|「[^」]*」")


@dataclass(frozen=True, slots=True)
class Named:
    group: str
    text: str
    at: int


def groups(text: Passage, words: Vocabulary) -> list[Named]:
    """The groups in order of place, each once."""
    flat = _QUOTED.sub(lambda m: "\x00" * len(m.group()), text.flat)
    if not words.is_zh:
        stretch = words.pattern(
            "audiences.stretch",
            rf"(?<!\w){alternatives(words.words('audience_rules', 'stretches'))}(?!\w)",
            0,
        )
        flat = stretch.sub(lambda m: "\x00" * len(m.group()), flat)
    named = words.pattern("audiences.named", words.any("audience_rules", "named"))
    out: list[Named] = []
    for m in _pattern(words).finditer(flat):
        group = m.lastgroup or ""
        if any(n.group == group for n in out) or named.match(flat, m.end()):
            continue
        a, b = m.span()
        if not words.is_zh and flat[max(0, a - 6) : a].lower() == "người ":
            a -= 6
        out.append(Named(group, text.printed[a:b], a))
    return out


def _pattern(words: Vocabulary) -> re.Pattern[str]:
    table: dict[str, list[str]] = words.table("audiences")
    each = [f"(?P<{code}>{alternatives(list(group))})" for code, group in table.items() if group]
    source = "|".join(each)
    return words.pattern("audiences", source if words.is_zh else rf"(?<!\w)(?:{source})(?!\w)")
