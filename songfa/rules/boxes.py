"""What a paper still asks: the places of a form that no row of the house fills, and what a person tells for them.

Nobody must fill one: a box that stays empty is printed as room to write by hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from songfa.rules.forms import Choice, Form, Part
from songfa.rules.problems import FORM_BOX_CHOICE, FORM_BOX_SHUT
from songfa.rules.values import BY_HAND, KINDS, PLACES, Value, Values

Told = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Box:
    """A place to fill in: the key of its value, its name on the paper (empty within a text), what can be ticked."""

    key: str
    name: str = ""
    choices: tuple[Choice, ...] = ()
    lines: int = 1

    @property
    def several(self) -> bool:
        """Whether more than one choice can be ticked."""
        return KINDS[self.key] == "list"


def boxes(form: Form, known: Values) -> list[Box]:
    """Return the places of a form that may be told by hand and are not known, each once, in the order of the paper."""
    found: dict[str, Box] = {}
    for part in form.parts:
        if _may_stand(part, known):
            for box in _of_part(part):
                if box.key in BY_HAND and not known.get(box.key):
                    found.setdefault(box.key, box)
    return list(found.values())


def _may_stand(part: Part, known: Values) -> bool:
    """Whether a part stands on the paper, or would if its own place were filled."""
    if part.unless and known.get(part.unless):
        return False
    return not part.when or bool(known.get(part.when)) or part.when in BY_HAND


def _of_part(part: Part) -> Iterator[Box]:
    for field in part.fields:
        if field.key:
            yield Box(field.key, field.name, field.choices)
        for key in PLACES.findall(field.text):
            yield Box(key, field.name, lines=field.lines)
    for text in part.said():
        yield from (Box(key) for key in PLACES.findall(text))


def told(form: Form, known: Values, given: Told) -> dict[str, Value]:
    """Return what was told by hand, without what was left empty.

    Raises FORM_BOX_SHUT for what the form does not ask (a row knows it, or it has no such place), FORM_BOX_CHOICE
    for a choice that it does not offer.
    """
    opened = {box.key: box for box in boxes(form, known)}
    kept: dict[str, Value] = {}
    for key, value in given.items():
        clean = _clean(value)
        if not clean:
            continue
        box = opened.get(key)
        if box is None:
            raise FORM_BOX_SHUT(form=form.code, value=key)
        kept[key] = _fitting(form, box, clean)
    return kept


def _clean(value: Value) -> Value:
    if isinstance(value, str):
        return value.strip()
    return tuple(item.strip() for item in value if isinstance(item, str) and item.strip())


def _fitting(form: Form, box: Box, value: Value) -> Value:
    several = (value,) if isinstance(value, str) else tuple(str(item) for item in value)
    offered = {choice.code for choice in box.choices}
    if (offered and not offered.issuperset(several)) or (len(several) > 1 and not box.several):
        raise FORM_BOX_CHOICE(form=form.code, value=box.key)
    return several if box.several else several[0]


def filled(known: Values, hand: Told) -> dict[str, Value]:
    """Return the values of a paper: what the rows know, and in its gaps what was told by hand."""
    return {**known, **{key: value for key, value in hand.items() if not known.get(key)}}
