"""The finding as it is kept with a file, explained and cited in every language, so that it can always be read."""

from typing import Any

from songfa.rules.eligibility.finding import Finding
from songfa.words.explain import KEYS, finding_json, say_cite


def frozen(finding: Finding) -> dict[str, Any]:
    cites = {
        key: [say_cite(c, finding, lang) for c in finding.grounds] for key, lang in KEYS.items()
    }
    return {**finding_json(finding), "cited": cites}
