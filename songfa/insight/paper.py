"""A review as a document: which texts and numbers stand in it, in the language and form of its country."""

from datetime import date

from songfa.areas.models import Area
from songfa.insight.figures import Figure, Review, pack_of
from songfa.insight.told import amount, exact, paragraphs, plain
from songfa.papers.review import docx, pdf
from songfa.papers.review.sheet import Part, Sheet, Table
from songfa.rules.review import ordinal
from songfa.words import habits
from songfa.words.say import key_of, say

STYLE = {"cn": "cn", "vn": "vn"}
WRITERS = {"docx": docx.write, "pdf": pdf.write}


def language_of(review: Review) -> str:
    """Return the language in which the country's offices write."""
    return pack_of(review.area).head.languages[0]


def title(review: Review, lang: str) -> str:
    return say("review-title", lang, area=place(review.area, lang), year=str(review.year))


def place(area: Area, lang: str) -> str:
    """Return an area's own name, or its English one in a language that does not write it."""
    own = {"cn": ("zh-Hans",), "vn": ("vi",)}[area.country]
    return area.name if lang in own or not area.name_en else area.name_en


def sheet(review: Review, *, issuer: str, on: date, lang: str) -> Sheet:
    """Return the document of a review as texts."""
    style = STYLE[review.area.country]
    figures = review.by_code
    parts = [
        Part(_heading(n, habits.named(s.heading, lang), lang), told)
        for n, s in enumerate(review.sections, start=1)
        if (told := tuple(plain(p, lang) for p in paragraphs(s, figures, lang)))
    ]
    notes = [
        say("review-note-live", lang),
        say("review-note-relations", lang, holding=review.holding, all=len(review.relations)),
    ]
    return Sheet(
        style=style, language=lang, title=title(review, lang), issuer=issuer, dated=_dated(review, on, lang),
        parts=tuple(parts), table=_table(review, lang), notes=tuple(notes),
        **(_vietnamese(lang) if style == "vn" else {}),
    )  # fmt: skip


def _heading(n: int, name: str, lang: str) -> str:
    return say("review-heading", lang, n=ordinal(n) if lang == "zh-Hans" else str(n), name=name)


def _dated(review: Review, on: date, lang: str) -> str:
    if review.area.country == "vn":
        day = {"day": f"{on.day:02}", "month": f"{on.month:02}", "year": str(on.year)}
        return say("review-dated-place", lang, place=review.area.name, **day)
    return habits.day(on, lang)


def _vietnamese(lang: str) -> dict[str, str]:
    """The head that Decree 30/2020/NĐ-CP prescribes."""
    return {
        "state": say("review-state", lang), "motto": say("review-motto", lang), "kind": say("review-kind", lang),
        "signature": say("review-signature", lang),
    }  # fmt: skip


def _table(review: Review, lang: str) -> Table:
    compared = any(f.before is not None for f in review.figures)
    heads = [say("review-col-group", lang), say("review-col-figure", lang), str(review.year)]
    if compared:
        heads.append(str(review.year - 1))
    rows = tuple(_row(review, f, lang, compared=compared) for f in review.figures)
    return Table(say("review-table", lang, year=str(review.year)), tuple(heads), rows, words=2)


def group_name(review: Review, group: str, lang: str) -> str:
    """Return the name of a group in a review."""
    return next((habits.named(s.name, lang) for s in review.sections if s.group == group), group)


def label(figure: Figure, lang: str) -> str:
    """Return what a figure counts, and in what."""
    name = habits.named(figure.name, lang)
    return say(
        "review-figure", lang, name=name, unit=say(key_of("review-unit", figure.unit.lower()), lang)
    )


def _row(review: Review, figure: Figure, lang: str, *, compared: bool) -> tuple[str, ...]:
    cells = [group_name(review, figure.group, lang), label(figure, lang), exact(figure, lang)]
    if compared:
        cells.append(amount(figure.before or 0, figure.currency, lang))
    return tuple(cells)


def write(review: Review, form: str, *, issuer: str, on: date, lang: str) -> bytes:
    """Return the review as `docx` or `pdf`."""
    return WRITERS[form](sheet(review, issuer=issuer, on=on, lang=lang))
