"""What each verb asks before it is done."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from songfa.aid import reads
from songfa.aid.actions.decide import WITHDRAWALS
from songfa.aid.actions.work import KINDS_OF_WORK, MINUTES_A_DAY, MOST_COUNTED
from songfa.aid.reads import Candidate, File
from songfa.rules.money import read_minor
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Channel, Indicator, Outcome, Paper
from songfa.rules.problems import Problem
from songfa.rules.refusals import RefusalGround
from songfa.web.boxes import DayField
from songfa.web.public.apply_forms import Choices, name_of, one_of, several, words, wrong
from songfa.words.say import key_of, say

LONG = 3000
# an answer instead of a paper
EXPLAINED = "-"


class VerbForm(forms.Form):
    """A form of a verb; alone it asks for nothing but a yes."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.label_suffix = ""

    def add(self, name: str, field: forms.Field, label: str) -> None:
        field.label = say(label)
        self.fields[name] = field


def _long(*, required: bool = False, need: str = "") -> forms.CharField:
    errors = {"required": say(need)} if need else {}
    return forms.CharField(
        max_length=LONG, widget=forms.Textarea, required=required, error_messages=errors
    )


def _count(least: int) -> forms.IntegerField:
    """Return a whole number that may stay empty."""
    return forms.IntegerField(
        required=False,
        min_value=least,
        max_value=MOST_COUNTED,
        error_messages={"invalid": say("file-need-count")},
    )


def _papers(pack: Pack, file: File, on: date, codes: Iterable[str] = ()) -> Choices:
    """Return the papers that people bring: first those that the finding asks for."""
    known = {c: p for c, p in pack.all(Paper, on).items() if p.kind in ("proof", "statement")}
    wanted = [c for need in reads.bring(file.finding) for c in need if c in known]
    order = dict.fromkeys((*codes, *wanted, *known))
    return [(c, name_of(known[c])) for c in order if c in known]


class PapersForm(VerbForm):
    """All that is missing, named once."""

    def __init__(self, pack: Pack, file: File, on: date, data: Any = None) -> None:
        super().__init__(data)
        choices = [c for c in _papers(pack, file, on) if c[0] not in file.papers_received]
        field = several(choices)
        field.required = True
        field.error_messages["required"] = say("file-need-papers")
        self.add("papers", field, "file-papers-missing")
        self.add("note", _long(), "file-papers-note")


class ReceivedForm(VerbForm):
    """What came in; that nothing did but an explanation has to be said, so that no empty form moves the file."""

    def __init__(self, pack: Pack, file: File, on: date, data: Any = None) -> None:
        super().__init__(data)
        known = dict(_papers(pack, file, on, file.missing_papers))
        choices = [(c, known.get(c, c)) for c in file.missing_papers]
        field = several([*choices, (EXPLAINED, say("file-papers-explained"))])
        field.required = True
        field.error_messages["required"] = say("file-need-received")
        self.add("papers", field, "file-papers-came")

    def clean_papers(self) -> list[str]:
        return [code for code in self.cleaned_data["papers"] if code != EXPLAINED]


class GrantForm(VerbForm):
    """Nothing has to be filled in; papers that may follow can be named where help comes first."""

    def __init__(self, pack: Pack, file: File, on: date, data: Any = None) -> None:
        super().__init__(data)
        first = bool(file.finding.get("emergency_aid"))
        wanted = {c for need in reads.bring(file.finding) for c in need} if first else set()
        choices = [c for c in _papers(pack, file, on) if c[0] in wanted]
        field = several(choices) if choices else several([])
        if not choices:
            field.widget = forms.MultipleHiddenInput()
        self.add("missing", field, "file-papers-follow")


class RefuseForm(VerbForm):
    def __init__(self, pack: Pack, file: File, on: date, data: Any = None) -> None:
        super().__init__(data)
        grounds = sorted(pack.all(RefusalGround, on).values(), key=lambda g: g.order)
        field = several([(g.code, name_of(g)) for g in grounds])
        field.required = True
        field.error_messages["required"] = say("file-need-reasons")
        self.add("reasons", field, "file-reasons")
        self.add("text", _long(required=True, need="file-need-text"), "file-reasons-text")


class AssignForm(VerbForm):
    """The candidates with the reasons for their order."""

    def __init__(self, candidates: list[Candidate], data: Any = None) -> None:
        super().__init__(data)
        self.candidates = candidates
        choices = [(str(c.practitioner.pk), c.practitioner.name) for c in candidates]
        initial = choices[0][0] if choices else None
        field = one_of(choices, need="file-need-practitioner")
        field.initial = initial
        self.add("practitioner", field, "file-practitioner")
        self.hints = {str(c.practitioner.pk): _why(c) for c in candidates}


def _why(candidate: Candidate) -> str:
    said = [say(key_of("candidate", code), n=n) for code, n in candidate.reasons]
    return " · ".join([candidate.practitioner.unit.name, *said])


class LogForm(VerbForm):
    def __init__(self, today: date, data: Any = None) -> None:
        super().__init__(data)
        field = DayField(error_messages={"required": say("file-need-day")})
        field.initial = today
        self.add("done_on", field, "file-log-day")
        self.add(
            "kind", one_of(words("work", KINDS_OF_WORK), need="file-need-kind"), "file-log-kind"
        )
        minutes = forms.IntegerField(
            min_value=1,
            max_value=MINUTES_A_DAY,
            error_messages={"required": say("file-need-minutes")},
        )
        self.add("minutes", minutes, "file-log-minutes")
        self.add("text", _long(), "file-log-text")


class CloseForm(VerbForm):
    def __init__(self, pack: Pack, on: date, data: Any = None, *, counted: bool = False) -> None:
        super().__init__(data)
        self.currency = pack.head.currency
        outcomes = [(o.code, name_of(o)) for o in pack.all(Outcome, on).values()]
        self.add("outcome", one_of(outcomes, need="file-need-outcome"), "file-outcome")
        self.add(
            "recovered",
            forms.CharField(max_length=40, required=False),
            f"file-recovered-{self.currency}",
        )
        self.add("people_helped", _count(1), "file-people-helped")
        if counted:  # from the rows of the group
            for name in ("recovered", "people_helped"):
                self.fields[name].widget = forms.HiddenInput()
        if any(i.counts == "petitions_avoided" for i in pack.all(Indicator, on).values()):
            self.add("petitions_avoided", _count(0), "file-petitions-avoided")
        self.add("summary", _long(), "file-summary")

    def clean_people_helped(self) -> int:
        return self.cleaned_data["people_helped"] or 1

    def clean_petitions_avoided(self) -> int:
        return self.cleaned_data["petitions_avoided"] or 0

    def clean_recovered(self) -> int | None:
        written: str = self.cleaned_data["recovered"]
        try:
            return read_minor(written, self.currency)
        except Problem as why:
            raise wrong(
                "problem-amount-invalid", reason=why.facts["reason"], amount=written
            ) from why


class WithdrawForm(VerbForm):
    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.add(
            "reason",
            one_of(words("withdrawal", WITHDRAWALS), need="file-need-reason"),
            "file-withdraw-reason",
        )


class ChannelForm(VerbForm):
    def __init__(self, pack: Pack, on: date, data: Any = None) -> None:
        super().__init__(data)
        channels = [(c.code, name_of(c)) for c in pack.all(Channel, on).values()]
        field = one_of(channels, need="file-need-channel")
        field.initial = "visit"
        self.add("channel", field, "file-channel")
