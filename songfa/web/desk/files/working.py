"""What the verbs of working on a file and of ending it ask, and what they do."""

from datetime import timedelta
from typing import Any

from django import forms

from songfa.aid import actions
from songfa.aid.actions.contract import HINDRANCES, LONGEST, SIGNERS
from songfa.aid.actions.work import KINDS_OF_WORK, MINUTES_A_DAY, MOST_COUNTED
from songfa.aid.documents.parts import parts
from songfa.rules.filework import Checked, ClosingEvent
from songfa.rules.packs.schema import Indicator, Outcome
from songfa.rules.verbs import Verb
from songfa.web.boxes import DayField
from songfa.web.desk.files import group
from songfa.web.desk.files.act import Act, shared
from songfa.web.desk.files.forms import ReasonForm, VerbForm
from songfa.web.desk.files.opened import Opened
from songfa.web.fields import amount_in, long_text, name_of, one_of, words
from songfa.words.say import say

PARTS = "desk/files/parts.html"


def _told(found: tuple[Checked, ...], before: str) -> list[dict[str, object]]:
    return [
        {"name": name_of(c.part), "there": c.there, "basis": c.part.legal_basis}
        for c in found
        if c.part.before == before
    ]


def _count(least: int) -> forms.IntegerField:
    """Return a whole number that may stay empty."""
    return forms.IntegerField(
        required=False,
        min_value=least,
        max_value=MOST_COUNTED,
        error_messages={"invalid": say("file-need-count")},
    )


class WorkForm(VerbForm):
    """A piece of work; at the first meeting the risks are told."""

    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        day = DayField(error_messages={"required": say("file-need-day")})
        day.initial = now.day
        self.add("done_on", day, "file-log-day")
        self.add(
            "kind", one_of(words("work", KINDS_OF_WORK), need="file-need-kind"), "file-log-kind"
        )
        self.add("risks_told", forms.BooleanField(required=False), "work-risks-told")
        minutes = forms.IntegerField(
            min_value=1,
            max_value=MINUTES_A_DAY,
            error_messages={"required": say("file-need-minutes")},
        )
        self.add("minutes", minutes, "file-log-minutes")
        self.add("text", long_text(), "file-log-text")


class AgreementForm(VerbForm):
    """Signed when and by whom, or what was in the way and when it is tried again."""

    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        self.now = now
        ways = words("agreement-way", ("signed", "hindered"))
        self.add("way", one_of(ways, need="agreement-need-way"), "agreement-way")
        self.add("signed_on", DayField(required=False), "agreement-signed-on")
        self.add(
            "signed_by", one_of(words("signer", SIGNERS), required=False), "agreement-signed-by"
        )
        hindrances = one_of(words("hindrance", HINDRANCES), required=False)
        self.add("hindrance", hindrances, "agreement-hindrance")
        self.add("again_on", DayField(required=False), "agreement-again-on")
        self.add("text", long_text(), "agreement-text")

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if told.get("way") == "signed":
            told["hindrance"], told["again_on"] = "", None
            self._need(told, "signed_on", "agreement-need-day")
            self._need(told, "signed_by", "agreement-need-signer")
        elif told.get("way") == "hindered":
            told["signed_on"], told["signed_by"] = None, ""
            self._need(told, "hindrance", "agreement-need-hindrance")
            last = self.now.day + timedelta(days=LONGEST)
            if not told.get("again_on") or not self.now.day < told["again_on"] <= last:
                self.add_error("again_on", say("agreement-need-again", days=LONGEST))
        told.pop("way", None)
        return told

    def _need(self, told: dict[str, Any], name: str, key: str) -> None:
        if not told.get(name) and name not in self.errors:
            self.add_error(name, say(key))


class EndForm(VerbForm):
    """The closing report: what it still lacks is said at once, before anything is sent."""

    before = PARTS

    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        self.now, pack, on = now, now.pack, now.day
        self.currency = pack.head.currency
        outcomes = [(o.code, name_of(o)) for o in pack.all(Outcome, on).values()]
        self.add("outcome", one_of(outcomes, need="file-need-outcome"), "file-outcome")
        self.add(
            "recovered",
            forms.CharField(max_length=40, required=False),
            f"file-recovered-{self.currency}",
        )
        self.add("people_helped", _count(1), "file-people-helped")
        if group.told(now) is not None:  # counted from the rows of the group
            for name in ("recovered", "people_helped"):
                self.fields[name].widget = forms.HiddenInput()
        if any(i.counts == "petitions_avoided" for i in pack.all(Indicator, on).values()):
            self.add("petitions_avoided", _count(0), "file-petitions-avoided")
        self.add("summary", long_text(), "file-summary")
        self._parts(now)
        self._event(now)

    def _parts(self, now: Opened) -> None:
        found = parts(now.file, now.day)
        self.parts = {"close": _told(found, "close"), "hand_in": _told(found, "hand_in")}
        if now.file.recovered is not None:
            self.fields.pop("recovered", None)  # the sum of what was entered
        process = next((c.part for c in found if c.part.code == "process"), None)
        if process:
            summary = self.fields["summary"]
            summary.required = True
            summary.error_messages["required"] = say("end-lacks", part=name_of(process))

    def _event(self, now: Opened) -> None:
        events = sorted(now.pack.all(ClosingEvent, now.day).values(), key=lambda e: e.order)
        choices = [
            (e.code, name_of(e)) for e in events if not e.services or now.file.service in e.services
        ]
        self.add("ended_by", one_of(choices, required=False), "end-event")
        self.add("ended_on", DayField(required=False), "end-day")

    def clean_people_helped(self) -> int:
        return self.cleaned_data["people_helped"] or 1

    def clean_petitions_avoided(self) -> int:
        return self.cleaned_data["petitions_avoided"] or 0

    def clean_recovered(self) -> int | None:
        return amount_in(self.cleaned_data["recovered"], self.currency)

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        told.setdefault("recovered", None)
        lacks = parts(
            self.now.file, self.now.day, outcome=told.get("outcome") or "", summary=told.get("summary") or "",
            recovered=told["recovered"],
        )  # fmt: skip
        for missing in (c for c in lacks if c.part.before == "close" and not c.there):
            if missing.part.code not in ("result", "process"):  # their own fields say so
                self.add_error(None, say("end-lacks", part=name_of(missing.part)))
        return told


class HandInForm(VerbForm):
    """What the file must hold; what it lacks is explained."""

    before = PARTS

    def __init__(self, now: Opened, data: Any = None) -> None:
        super().__init__(data)
        found = parts(now.file, now.day)
        self.lacks = [c for c in found if c.part.before == "hand_in" and not c.there]
        self.parts = {"hand_in": _told(found, "hand_in")}
        if self.lacks:
            self.add("why_lacking", long_text("hand-in-need-why"), "hand-in-why")


ACTS: dict[Verb, Act] = {
    Verb.AID_LOG: Act(WorkForm, lambda now, told: actions.log(**shared(now), **told)),
    Verb.AID_SIGN_AGREEMENT: Act(
        AgreementForm, lambda now, told: actions.sign_agreement(**shared(now), **told)
    ),
    Verb.AID_CLOSE: Act(EndForm, lambda now, told: actions.close(**shared(now), **told)),
    Verb.AID_HAND_IN: Act(HandInForm, lambda now, told: actions.hand_in(**shared(now), **told)),
    Verb.AID_RETURN_FILE: Act(
        lambda now, data: ReasonForm("return-file-why", data),
        lambda now, told: actions.return_file(**shared(now), reasons=told["reason"]),
    ),
    Verb.AID_ARCHIVE: Act(
        lambda now, data: VerbForm(data), lambda now, told: actions.archive(**shared(now))
    ),
}
