"""What each verb asks before it is done."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from songfa.aid import reads
from songfa.aid.actions.decide import WITHDRAWALS
from songfa.aid.actions.work import KINDS_OF_WORK, MINUTES_A_DAY, MOST_COUNTED
from songfa.aid.reads import File
from songfa.rules.money import read_minor
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Channel, Indicator, Outcome, Paper
from songfa.rules.problems import Problem
from songfa.rules.refusals import RefusalGround
from songfa.web.boxes import DayField
from songfa.web.public.apply_forms import Choices, name_of, one_of, several, words, wrong
from songfa.words.habits import day
from songfa.words.say import say

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
        awaited = reads.papers_awaited(file)
        known = dict(_papers(pack, file, on, awaited))
        choices = [(c, known.get(c, c)) for c in awaited]
        if file.state != "received":
            choices.append((EXPLAINED, say("file-papers-explained")))
        field = several(choices)
        field.required = True
        field.error_messages["required"] = say("file-need-received")
        self.add("papers", field, "file-papers-came")

    def clean_papers(self) -> list[str]:
        return [code for code in self.cleaned_data["papers"] if code != EXPLAINED]


class GrantForm(VerbForm):
    """On what the means are judged, where they matter; papers that may follow where help comes first, and why."""

    def __init__(self, pack: Pack, file: File, on: date, data: Any = None) -> None:
        super().__init__(data)
        if reads.means_matter(file):
            bases = words("means-basis", ("declared", "data_checked"))
            self.add("means_basis", one_of(bases, need="decide-need-means"), "decide-means")
        wanted = {c for need in reads.bring(file.finding) for c in need}
        left = wanted - reads.papers_in_hand(file)
        choices = [c for c in _papers(pack, file, on) if c[0] in left]
        if choices:
            self.add("missing", several(choices), "file-papers-follow")
            if not file.finding.get("emergency_aid"):
                self.add("urgent", _long(), "decide-urgent")


class RefuseForm(VerbForm):
    def __init__(self, pack: Pack, file: File, on: date, data: Any = None) -> None:
        super().__init__(data)
        grounds = sorted(pack.all(RefusalGround, on).values(), key=lambda g: g.order)
        field = several([(g.code, name_of(g)) for g in grounds])
        field.required = True
        field.error_messages["required"] = say("file-need-reasons")
        self.add("reasons", field, "file-reasons")
        self.add("text", _long(required=True, need="file-need-text"), "file-reasons-text")


class ThenForm(VerbForm):
    """The day on which a file is to be seen as it stood: between its receipt and today."""

    def __init__(self, first: date, today: date, data: Any = None) -> None:
        super().__init__(data)
        self.first, self.today = first, today
        self.add("on", DayField(error_messages={"required": say("file-need-day")}), "file-then-day")

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if not self.first <= on <= self.today:
            raise forms.ValidationError(
                say("file-then-outside", first=day(self.first), last=day(self.today))
            )
        return on


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
