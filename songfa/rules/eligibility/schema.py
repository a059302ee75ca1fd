"""What the law of eligibility looks like in a pack: one row a head, ground, proof, clock or route.

A row says under which facts it applies. `when` is a table of facts that must all fit, `any` a list
of such tables of which one must fit, `unless` a list of which none may fit. A fact is a path of the
facts vocabulary (`person.fixed_income`) or one worked out from it (`age`). What must fit:
a yes or no, a number, a text, a list (one of them), a comparison (`">=60"`, `">=16,<18"`), a part of
a text (`"~commune"`), or `"*known"` / `"*unknown"`. An unknown fact fits only `"*unknown"`.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from songfa.rules.packs.schema import Code, Count, Entry, Flag, Named, Record, Text

Value = (
    Annotated[bool, Field(strict=True)]
    | Annotated[int, Field(strict=True)]
    | Annotated[str, Field(strict=True)]
    | tuple[Text, ...]
)
Table = dict[str, Value]
Outcome = Literal[
    "granted_without_means_test",
    "means_check_waived",
    "means_test_required",
    "refuse",
    "not_covered",
    "mandatory_appointment",
    "discretionary_appointment",
    "advice_only",
    "refer",
    "terminate",
    "continue",
]


class Papers(Record):
    """A tree of papers: a paper, or all of several, or one of several."""

    paper: Code | None = None
    all: "tuple[Papers, ...]" = ()
    any: "tuple[Papers, ...]" = ()


class Rule(Named):
    """A row that applies under conditions; `cite` are the citation codes it puts among the grounds."""

    when: Table = {}
    any: tuple[Table, ...] = ()
    unless: tuple[Table, ...] = ()
    cite: tuple[Text, ...] = ()
    refer: tuple[Text, ...] = ()  # citations to be shown that are not among the grounds
    order: Count = 100  # the smaller is asked first

    @field_validator("when")
    @classmethod
    def _paths(cls, value: Table) -> Table:
        if any(not path.replace(".", "").replace("_", "").isalnum() for path in value):
            raise ValueError("a path is made of words, dots and underscores")
        return value


class Regime(Named):
    """The statute of a period, code `aid`. Outside every regime there is no finding."""

    law: Code
    version: Text


class Law(Named):
    """An abbreviation of the citations.

    `paragraphs`: the articles whose first number is a paragraph; without it, all of them.
    """

    paragraphs: tuple[int, ...] | None = None


class Direct(Rule):
    """Requests that are answered without a decision on representation."""

    outcome: Outcome
    road: Code | None = None  # when it is not the usual road of the outcome


class Gate(Rule):
    """What shuts the door, or sends the request elsewhere."""

    outcome: Outcome
    who_decides: Code | None = None


class SideRule(Rule):
    """A norm that is named beside the ground without changing the outcome."""


class AidMatter(Rule):
    """A matter that the law names. `matter` defaults to the code."""

    matter: Code
    means: Literal["none", "test"]


class OpenHead(Rule):
    """The head under which a local matter falls, and the lists cited when nothing on them fits."""


class CriminalHead(Rule):
    """A head of the criminal side and the road it opens."""

    road: Literal["mandatory", "discretionary", "apply", "closed"]


class Waiver(Rule):
    """Persons whose hardship is presumed; `papers` prove the status."""

    papers: Papers | None = None


class MeansRule(Rule):
    """Says whether the financial condition is met, on what footing."""

    result: Literal["pass", "fail"]
    footing: Literal["declared", "data_checked", "presumed"]


class LawyerRule(Rule):
    """A demand on the practitioner."""

    requirement: Code


class EmergencyRule(Rule):
    """A ground for helping first and completing the file later."""


class ApplicantRule(Rule):
    """Who may file. The first that fits decides."""

    valid: Flag
    papers: Papers | None = None  # that prove the right to file
    who_may_apply: tuple[Code, ...] = ()


class PlaceRule(Rule):
    """Where to apply: one of the places in `seats` must be the place of application."""

    seats: tuple[Code, ...]
    cite_here: dict[str, Text] = {}  # place that fits -> citation


class PlaceSuccession(Entry):
    """From `valid_from` on, the place `before` is part of the place `after`."""

    before: Text
    after: Text


class StageRule(Rule):
    """What an event during the case or an objection leads to."""

    outcome: Outcome
    who_decides: Code | None = None
    remedies: tuple[Code, ...] | None = None


class Road(Named):
    """What follows from an outcome: who decides, which remedies stand open."""

    who_decides: Code
    remedies: tuple[Code, ...] = ()
    lawyer: Flag = True  # are the demands on the practitioner named?


class FindingClock(Rule):
    """A period of `clocks` that runs for an outcome; `step` is its name in a finding."""

    refers = {"clock": "clocks"}

    clock: Code
    step: Code
    outcomes: tuple[Outcome, ...]


class GroupRule(Rule):
    """A group of persons entitled to aid (Vietnam)."""

    means: Literal["none", "test"]
    refusal_cite: tuple[Text, ...] = ()  # cited when the means fail; default: `cite`
    residual: Flag = False  # asked only when no other group holds
    unless_cite: tuple[Text, ...] = ()  # cited besides when an `unless` shuts the group out


class ProofRule(Named):
    """Papers that prove a group; named among the grounds when handed in, if `named`."""

    group: Code
    papers: Papers
    cite: tuple[Text, ...]
    named: Flag = True
    order: Count = 100


class PaperFact(Entry):
    """What a paper shows when nothing else is known; the code is the paper."""

    fact: Text
    value: Value
    override: Flag = False  # also against a "no": admission to a social home


SECTIONS: dict[str, type[Entry]] = {
    "regimes": Regime,
    "laws": Law,
    "direct_rules": Direct,
    "gates": Gate,
    "side_rules": SideRule,
    "aid_matters": AidMatter,
    "open_heads": OpenHead,
    "criminal_heads": CriminalHead,
    "waivers": Waiver,
    "means_rules": MeansRule,
    "lawyer_rules": LawyerRule,
    "emergency_rules": EmergencyRule,
    "applicant_rules": ApplicantRule,
    "place_rules": PlaceRule,
    "place_successions": PlaceSuccession,
    "stage_rules": StageRule,
    "roads": Road,
    "finding_clocks": FindingClock,
    "group_rules": GroupRule,
    "proof_rules": ProofRule,
    "paper_facts": PaperFact,
}
