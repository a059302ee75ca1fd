"""The one guard of every spreadsheet that leaves the house: no text in it is taken for a formula."""

import unicodedata

# what a spreadsheet may take for the beginning of a formula, also after the sheet was saved as text and opened again;
# signs of full width stand for the narrow ones where people write Chinese
RISKY = ("=", "+", "-", "@", "|", "\t", "\r", "\n")
LONGEST = 32_000  # places in a cell


def harmless(text: str) -> str:
    """Return a text that no spreadsheet reads as a formula, cut where a cell ends.

    An apostrophe goes before one that could be. (OWASP: CSV injection.)
    """
    begins = unicodedata.normalize("NFKC", text[:80])
    risky = begins.startswith(RISKY) or _bare(begins).startswith(RISKY)
    return (f"'{text}" if risky else text)[:LONGEST]


def _bare(text: str) -> str:
    """Return a text without the blanks and the unseen signs before it."""
    for n, sign in enumerate(text):
        if not (sign.isspace() or unicodedata.category(sign)[0] == "C"):
            return text[n:]
    return ""
