"""A page of a few lines as a PDF, for documents of the demo: wage slips, receipts."""

from collections.abc import Sequence

TOP, STEP = 780, 22
# signs that end a text in a PDF
ENDS = str.maketrans("()\\", "   ")


def page(lines: Sequence[str]) -> bytes:
    """Return a PDF of one page with some lines in Latin letters. Raises UnicodeEncodeError for others."""
    shown = "".join(
        f"BT /F 14 Tf 60 {TOP - STEP * n} Td ({line.translate(ENDS)}) Tj ET\n"
        for n, line in enumerate(lines)
    ).encode("ascii")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%sendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (n, part)
    table = "".join(f"{place:010} 00000 n \n" for place in places).encode()
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(out))
    return out + head + table + tail
