"""Draws official numbers: gap-free in each series, one after the other, within the caller's transaction."""

from datetime import date

from songfa.access.models import Unit
from songfa.aid.models import Sequence
from songfa.audit.door import hold_chains
from songfa.rules.numbers import Parts, render, series
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Matter, NumberTemplate, Service

DOCUMENT, REQUEST, CASE_FILE = "document", "request", "case_file"
APPLICATION = "application"


def templates(pack: Pack, on: date) -> dict[str, NumberTemplate]:
    return pack.all(NumberTemplate, on)


def draw(
    template: NumberTemplate,
    unit: Unit,
    *,
    place: str,
    year: int,
    doc: str = "",
    matter: str = "",
    form: str = "",
) -> str:
    """Draw the next number of a template's series for a unit, for something that lies at `place`.

    The row of the series stays locked until the transaction ends: whoever comes second waits, and a
    number that is rolled back is drawn again. The trail of the place is held before it, as by every act: nobody
    waits in a ring. Raises NUMBER_PART_MISSING.
    """
    parts = Parts(year=year, seq=1, letter=unit.letter, doc=doc, matter=matter, form=form)
    name = f"{template.code}/{series(template, str(unit.pk), parts)}"
    hold_chains([place])
    Sequence.objects.get_or_create(unit=unit, series=name)
    row = Sequence.objects.select_for_update(no_key=True).get(unit=unit, series=name)
    row.last += 1
    number = render(template, Parts(year, row.last, unit.letter, matter, doc, form))
    row.save(update_fields=["last"])
    return number


def at_receipt(pack: Pack, unit: Unit, *, place: str, matter: str, on: date) -> str:
    """Return the number of an application received: of the application form, else of the receipt."""
    known = templates(pack, on)
    field = pack.get(Matter, matter, on).field
    document = known.get(DOCUMENT)
    if document is not None and APPLICATION in document.docs:
        return draw(document, unit, place=place, year=on.year, doc=APPLICATION, matter=field)
    return draw(known[REQUEST], unit, place=place, year=on.year, matter=field)


def at_grant(pack: Pack, unit: Unit, *, place: str, service: str, on: date) -> str:
    """Return the code of the case file that opens with the grant; empty where the law has none.

    Vietnam: Circular 12/2018/TT-BTP Art. 11(1), by form of service (`TT.TGTT.01.2026`).
    """
    template = templates(pack, on).get(CASE_FILE)
    if template is None:
        return ""
    form = pack.get(Service, service, on).form
    return draw(template, unit, place=place, year=on.year, form=form)


def of_paper(pack: Pack, unit: Unit, *, place: str, kind: str, matter: str, on: date) -> str:
    """Return the number of a document; empty for papers that the template does not number.

    Also empty for a unit without a letter of its own: it has no series, and numbers its letters by hand.
    """
    template = templates(pack, on).get(DOCUMENT)
    if template is None or kind not in template.docs or not unit.letter:
        return ""
    field = pack.get(Matter, matter, on).field if matter else ""
    return draw(template, unit, place=place, year=on.year, doc=kind, matter=field)


def has_number(pack: Pack, kind: str, on: date) -> bool:
    """Whether documents of a kind are numbered that day."""
    template = templates(pack, on).get(DOCUMENT)
    return template is not None and kind in template.docs
