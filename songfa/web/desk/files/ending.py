"""What the verbs of ending, handing over and asking others ask, and what they do."""

from typing import Any
from uuid import UUID

from django import forms

from songfa.aid import actions, reads
from songfa.aid.answering import remedies
from songfa.aid.door import offices
from songfa.rules.deciding import ComplaintGround
from songfa.rules.packs.schema import Code
from songfa.rules.verbs import Verb
from songfa.web.desk.files.act import Act, shared
from songfa.web.desk.files.assign import takes_over
from songfa.web.desk.files.forms import VerbForm
from songfa.web.desk.files.opened import Opened
from songfa.web.fields import Choices, long_text, name_of, one_of, several, token_field
from songfa.words.say import say


def _grounds(now: Opened, verb: Verb) -> Choices:
    return [(g.code, name_of(g)) for g in reads.grounds(now.file, verb, now.at)]


class EndForm(VerbForm):
    """Heads and reasons; what the system saw is ticked already, and a person decides."""

    def __init__(self, now: Opened, verb: Verb, data: Any = None) -> None:
        super().__init__(data)
        field = several(_grounds(now, verb))
        field.required = True
        field.error_messages["required"] = say("file-need-reasons")
        seen = reads.prompts(now.actor, now.file, now.at)
        field.initial = [p.ground for p in seen if p.verb == verb]
        self.add("reasons", field, "decide-grounds")
        self.add("text", long_text("file-need-text"), "file-reasons-text")


class ReceiverForm(VerbForm):
    """An agency of the system, or the name of a body outside it."""

    def receivers(self, now: Opened) -> None:
        units = offices.others(now.file.unit, now.day)
        choices = [("", say("decide-outside")), *((str(u.pk), u.name) for u in units)]
        field = forms.ChoiceField(choices=choices, required=False)
        self.add("unit", field, "decide-unit")
        self.add("body", forms.CharField(max_length=120, required=False), "decide-body")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("unit") and not str(told.get("body") or "").strip():
            self.add_error("unit", say("problem-receiver-missing"))
        return told


class TransferForm(ReceiverForm):
    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        grounds = _grounds(now, Verb.AID_TRANSFER)
        self.add("reason", one_of(grounds, need="file-need-reasons"), "decide-transfer-reason")
        self.receivers(now)
        self.add("text", long_text(), "file-reasons-text")


class CooperateForm(ReceiverForm):
    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        self.receivers(now)
        self.add("text", long_text("decide-need-question"), "decide-question")
        self.fields["token"] = token_field()


class SayForm(VerbForm):
    """Something that the recipient says, written down by the desk."""

    def __init__(self, label: str, data: Any = None) -> None:
        super().__init__(data)
        self.add("text", long_text("decide-need-words"), label)
        self.fields["token"] = token_field()


class ComplainForm(SayForm):
    def __init__(self, grounds: Choices, data: Any = None) -> None:
        super().__init__("decide-complaint-text", data)
        self.add("ground", one_of(grounds, need="decide-need-ground"), "decide-complaint-ground")
        self.order_fields(["ground", "text"])


def practitioner_field(now: Opened, *, required: bool = True) -> forms.ChoiceField:
    """Return the choice of whoever could take the file over at once: nothing speaks against them. It may be empty."""
    ranked = reads.candidates(now.actor, now.file, now.at)
    others = [
        c.practitioner for c in ranked if c.fits and c.practitioner.pk != now.file.practitioner_id
    ]
    choices = [(str(p.pk), f"{p.name} · {p.unit.name}") for p in others]
    return takes_over(choices, required=required)


def complaint_grounds(now: Opened) -> Choices:
    known = now.pack.all(ComplaintGround, now.day).values()
    return [(g.code, name_of(g)) for g in sorted(known, key=lambda g: g.order)]


def _receiver(told: dict[str, Any]) -> dict[str, Any]:
    return {"unit_id": UUID(told["unit"]) if told["unit"] else None, "body": told["body"]}


def _may_object(now: Opened) -> bool:
    codes: set[Code] = {r.code for r in remedies(now.pack, now.file.state, now.day)}
    return "objection" in codes


def _somebody_acts(now: Opened) -> bool:
    return Verb.AID_CHANGE_PROVIDER in now.file.machine.verbs_from(now.file.state)


def _undecided(now: Opened) -> bool:
    return now.file.state in ("received", "awaiting_papers", "granted", "assigned", "under_way")


def _ending(verb: Verb, do: Any) -> Act:
    return Act(
        lambda now, data: EndForm(now, verb, data), lambda now, told: do(**shared(now), **told)
    )


ACTS: dict[Verb, Act] = {
    Verb.AID_LAPSE: Act(
        lambda now, data: VerbForm(data),
        lambda now, told: actions.lapse(**shared(now)),
        lambda now: any(
            p.verb == Verb.AID_LAPSE for p in reads.prompts(now.actor, now.file, now.at)
        ),
    ),
    Verb.AID_TERMINATE: _ending(Verb.AID_TERMINATE, actions.terminate),
    Verb.AID_DISCONTINUE: _ending(Verb.AID_DISCONTINUE, actions.discontinue),
    Verb.AID_END_BY_LAW: _ending(Verb.AID_END_BY_LAW, actions.end_by_law),
    Verb.AID_TRANSFER: Act(
        TransferForm,
        lambda now, told: actions.transfer(
            **shared(now), reason=told["reason"], text=told["text"], **_receiver(told)
        ),
    ),
    Verb.AID_COOPERATE: Act(
        CooperateForm,
        lambda now, told: actions.cooperate(
            **shared(now), text=told["text"], token=told["token"], **_receiver(told)
        ),
        _undecided,
    ),
    Verb.AID_OBJECT: Act(
        lambda now, data: SayForm("decide-objection-text", data),
        lambda now, told: actions.object_to(**shared(now), **told),
        _may_object,
    ),
    Verb.AID_COMPLAIN: Act(
        lambda now, data: ComplainForm(complaint_grounds(now), data),
        lambda now, told: actions.complain(**shared(now), **told),
    ),
    Verb.AID_ASK_CHANGE: Act(
        lambda now, data: SayForm("decide-change-text", data),
        lambda now, told: actions.ask_change(**shared(now), **told),
        _somebody_acts,
    ),
}
# acts that leave the file's state as it is
BESIDE = (Verb.AID_COOPERATE, Verb.AID_OBJECT, Verb.AID_COMPLAIN, Verb.AID_ASK_CHANGE)
