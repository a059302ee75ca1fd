"""Keyed fingerprints of names and numbers, by which a party is found again without being read."""

import re
import unicodedata

from songfa.areas.names import fold
from songfa.base.models import index_of

# words that say what a company is, not which
_FORMS = (
    "有限责任公司", "股份有限公司", "有限公司", "公司", "congtytnhhmtv", "congtytnhh", "congtycophan", "congty",
)  # fmt: skip


def folded(name: str, *, company: bool = False) -> str:
    """Return a name without marks, spaces, punctuation and letter case; a company's without its legal form."""
    bare = fold(unicodedata.normalize("NFKC", name))
    if not company:
        return bare
    for form in _FORMS:
        if bare.endswith(form) or bare.startswith(form):
            shorter = bare.removesuffix(form).removeprefix(form)
            return shorter or bare
    return bare


def name_mark(name: str, *, company: bool = False) -> str:
    return index_of(f"name:{folded(name, company=company)}")


def number_mark(number: str) -> str:
    """Return the fingerprint of an identity number or a company's code; the one the ledger keeps of a person."""
    plain = unicodedata.normalize("NFKC", number)
    return index_of(re.sub(r"[\s.\-]", "", plain).upper())
