"""Takes away what a broken-off transaction left in the vault: bytes that no document knows."""

from datetime import datetime

from songfa.aid.documents import vault
from songfa.aid.models import Document


def clear(before: datetime) -> int:
    """Drop bytes stored before a moment that belong to no row; return how many.

    It must see every row: a task of the house, never of a page.
    """
    found = list(vault.stored(before))
    known = set(Document.objects.filter(pk__in=found).values_list("pk", flat=True))
    strays = [key for key in found if key not in known]
    for key in strays:
        vault.drop(key)
    return len(strays)
