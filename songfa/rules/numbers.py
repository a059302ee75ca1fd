"""Document numbers from the templates of the pack."""

from dataclasses import dataclass

from songfa.rules.packs.schema import PLACE, NumberTemplate
from songfa.rules.problems import NUMBER_PART_MISSING


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes into a number.

    `letter` is the issuer's short name (桦, TT); `matter` and `doc` are codes that the template
    turns into its own words; `form` stands as it is (TGTT).
    """

    year: int
    seq: int
    letter: str = ""
    matter: str = ""
    doc: str = ""
    form: str = ""


def render(template: NumberTemplate, parts: Parts) -> str:
    """Fill a template: `（桦）援申字[2026]第12号`, `TT.TGTT.01.2026`.

    A matter without a word in the template is left out. Raises NUMBER_PART_MISSING when the
    template needs a letter, document or form that is not given or not known, or `seq` < 1.
    """
    values = {
        "letter": parts.letter,
        "matter": template.matters.get(parts.matter, ""),
        "doc": template.docs.get(parts.doc, ""),
        "form": parts.form,
        "year": f"{parts.year:04d}",
        "seq": f"{parts.seq:0{template.padding}d}" if parts.seq >= 1 else "",
    }
    for place in PLACE.findall(template.template):
        if place != "matter" and not values[place]:
            raise NUMBER_PART_MISSING(name=template.code, part=place)
    return PLACE.sub(lambda match: values[match[1]], template.template)


def series(template: NumberTemplate, unit: str, parts: Parts) -> str:
    """Name the gap-free sequence that a number is drawn from, such as `unit=3/year=2026/doc=申`.

    Papers that share a word in the number share its sequence, so that no number is given twice.
    """
    values = {
        "unit": unit,
        "year": str(parts.year),
        "doc": template.docs.get(parts.doc, ""),
        "matter": template.matters.get(parts.matter, ""),
        "form": parts.form,
    }
    return "/".join(f"{key}={values[key]}" for key in template.per)
