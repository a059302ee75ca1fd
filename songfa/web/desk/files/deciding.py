"""What the verbs of deciding ask, and what they do."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from songfa.aid import actions, reads
from songfa.aid.actions.decide import WITHDRAWALS
from songfa.aid.reads import File
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Paper
from songfa.rules.refusals import RefusalGround
from songfa.rules.verbs import Verb
from songfa.web.desk.files.act import Act, shared
from songfa.web.desk.files.forms import VerbForm
from songfa.web.fields import Choices, long_text, name_of, one_of, several, words
from songfa.words.say import say

# an answer instead of a paper
EXPLAINED = "-"


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
        self.add("note", long_text(), "file-papers-note")


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
                self.add("urgent", long_text(), "decide-urgent")


class RefuseForm(VerbForm):
    def __init__(self, pack: Pack, file: File, on: date, data: Any = None) -> None:
        super().__init__(data)
        grounds = sorted(pack.all(RefusalGround, on).values(), key=lambda g: g.order)
        field = several([(g.code, name_of(g)) for g in grounds])
        field.required = True
        field.error_messages["required"] = say("file-need-reasons")
        self.add("reasons", field, "file-reasons")
        self.add("text", long_text("file-need-text"), "file-reasons-text")


class WithdrawForm(VerbForm):
    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.add(
            "reason",
            one_of(words("withdrawal", WITHDRAWALS), need="file-need-reason"),
            "file-withdraw-reason",
        )


ACTS: dict[Verb, Act] = {
    Verb.AID_ASK_PAPERS: Act(
        lambda now, data: PapersForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.ask_papers(
            **shared(now), papers=told["papers"], note=told["note"]
        ),
    ),
    Verb.AID_RECEIVE_PAPERS: Act(
        lambda now, data: ReceivedForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.receive_papers(**shared(now), papers=told["papers"]),
    ),
    Verb.AID_GRANT: Act(
        lambda now, data: GrantForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.grant(**shared(now), **told),
    ),
    Verb.AID_REFUSE: Act(
        lambda now, data: RefuseForm(now.pack, now.file, now.day, data),
        lambda now, told: actions.refuse(**shared(now), reasons=told["reasons"], text=told["text"]),
    ),
    Verb.AID_WITHDRAW: Act(
        lambda now, data: WithdrawForm(data),
        lambda now, told: actions.withdraw(**shared(now), reason=told["reason"]),
    ),
}
