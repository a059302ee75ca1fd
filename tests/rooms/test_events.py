"""Events and materials: what is recorded, by whom, and how a number is put right."""

from datetime import date, timedelta

import pytest

from songfa.audit.models import Line
from songfa.outreach.actions import events as actions
from songfa.outreach.models import Distribution, Event
from songfa.outreach.reads import events as reads
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.words.say import LANGUAGES, has, key_of
from tests.town import NOON, Town

pytestmark = pytest.mark.django_db
EVENT = {
    "kind": "lecture",
    "topic": "赡养与继承",
    "groups": ["elderly"],
    "on": date(2026, 11, 17),
    "attendance": 40,
    "at": NOON,
}
MATERIALS = {
    "kind": "leaflet",
    "groups": ["elderly"],
    "on": date(2026, 11, 17),
    "copies": 200,
    "at": NOON,
}


def test_an_event_and_what_was_handed_out_there(town: Town) -> None:
    head = town.actor("head")
    event = actions.hold(actor=head, **EVENT)  # type: ignore[arg-type]
    row = actions.distribute(actor=head, event=event, **MATERIALS)  # type: ignore[arg-type]
    assert (event.unit, row.event, row.area_path) == (town.units["centre"], event, event.area_path)
    assert [
        line.verb for line in Line.objects.filter(subject_id__in=[event.pk, row.pk]).order_by("id")
    ] == [
        Verb.OUTREACH_HOLD,
        Verb.OUTREACH_DISTRIBUTE,
    ]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": "party"}, "code_unknown"),
        ({"groups": ["nobody"]}, "no_value_at_date"),
        ({"campaign": "nothing"}, "no_value_at_date"),
        ({"on": NOON.date() + timedelta(days=1)}, "day_to_come"),
    ],
)
def test_what_cannot_be_is_refused(town: Town, wrong: dict[str, object], code: str) -> None:
    head = town.actor("head")
    with pytest.raises(Problem, match=code):
        actions.hold(actor=head, **{**EVENT, **wrong})  # type: ignore[arg-type]
    with pytest.raises(Problem, match=code):
        actions.distribute(actor=head, **{**MATERIALS, **wrong})  # type: ignore[arg-type]
    with pytest.raises(Problem, match="count_invalid"):
        actions.hold(actor=head, **{**EVENT, "attendance": -1})  # type: ignore[arg-type]
    with pytest.raises(Problem, match="count_invalid"):
        actions.distribute(actor=head, **{**MATERIALS, "copies": 0})  # type: ignore[arg-type]
    assert not Event.objects.exists()
    assert not Distribution.objects.exists()


def test_who_may_and_who_sees(town: Town) -> None:
    with pytest.raises(Problem, match="not_allowed"):
        actions.hold(actor=town.actor("supervisor"), **EVENT)  # type: ignore[arg-type]
    actions.hold(actor=town.actor("head"), **EVENT)  # type: ignore[arg-type]
    seen = {
        who: reads.events(town.actor(who)).count()
        for who in ("officer", "stranger", "supervisor", "lawyer")
    }
    assert seen == {"officer": 1, "stranger": 0, "supervisor": 1, "lawyer": 0}
    assert reads.events(town.actor("head"), year=2025).count() == 0
    assert reads.events(town.actor("head"), group="elderly").count() == 1


def test_copies_are_put_right_and_the_trail_keeps_the_old_number(town: Town) -> None:
    row = actions.distribute(actor=town.actor("head"), **MATERIALS)  # type: ignore[arg-type]
    actions.recount(actor=town.actor("head"), pk=row.pk, copies=150, at=NOON)
    assert Distribution.objects.get().copies == 150
    assert Line.objects.latest("id").detail == {"act": "recount", "was": 200, "now": 150}
    for who in ("supervisor", "stranger"):
        with pytest.raises(Problem):
            actions.recount(actor=town.actor(who), pk=row.pk, copies=1, at=NOON)
    assert reads.distributions(town.actor("officer"), year=2026, group="elderly").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_word(language: str) -> None:
    assert all(has(key_of("event-kind", k), language) for k in reads.EVENT_KINDS)
    assert all(has(key_of("material-kind", k), language) for k in reads.MATERIAL_KINDS)
