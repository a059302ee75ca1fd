"""How people come in, who may act for whom, links and referrals: sections of the packs, and the words they use."""

from typing import Literal

from songfa.rules.packs.schema import Code, Count, Entry, Flag, Named, Positive

# by which door an application comes in
SELF, RELATIVE, WARD, HELD, UNIT = "self", "relative", "ward", "held", "unit"
WAYS = (SELF, RELATIVE, WARD, HELD, UNIT)
# who wrote the application down; what others write is read back and signed
WRITERS = ("applicant", "staff", "proxy")
SIGNS = ("signature", "fingerprint")
# how somebody who applies for another stands to that person
GUARDIAN, OTHER_GUARDIAN, KIN = (
    "statutory_representative",
    "other_statutory_representative",
    "close_relative",
)
RELATIONS = {
    RELATIVE: (KIN, "other"),
    WARD: (GUARDIAN, OTHER_GUARDIAN, KIN),
    HELD: (KIN, GUARDIAN),
}
# what a representative may do
APPLY, HAND_IN, RECEIVE = "apply", "hand_in", "receive_papers"
SCOPES = (APPLY, HAND_IN, RECEIVE, "attend", "settle", "opinion", "withdraw")
CAPACITIES = ("statutory", "entrusted", "close_relative", "unit")
# what a one-time link is for, and the scope that somebody needs who uses it for another
COMPLETE, PAPERS, DECLARE, OPINION = (
    "complete_application",
    "hand_in_papers",
    "sign_declaration",
    "give_opinion",
)
PURPOSES = {COMPLETE: APPLY, PAPERS: HAND_IN, DECLARE: APPLY, OPINION: "opinion"}

NumberDoubt = Literal[
    "check_digit", "old_form", "old_form_15", "province", "birth_differs", "sex_differs"
]


class Capacity(Named):
    """In what capacity somebody represents another, and the papers of which one shows it."""

    proofs: tuple[Code, ...] = ()
    order: Count = 100
    refers = {"proofs": "papers"}


class LinkPurpose(Named):
    """What a one-time link is for, and how long it can be opened when the desk says nothing else."""

    amount: Positive
    unit: Literal["hours", "days"]
    longest: Positive  # in the same unit


class NumberCheck(Entry):
    """Which oddities of an identity number are refused; the others are warned of and the number is kept."""

    refuse: tuple[NumberDoubt, ...] = ()


class ReferralBody(Named):
    """A kind of body that refers people to legal aid, or to which legal aid refers people."""

    inward: Flag
    outward: Flag
    order: Count = 100


class OnTheSpot(Entry):
    """A service (the code) that is answered on the spot and recorded as a consultation, without a case file."""


SECTIONS: dict[str, type[Entry]] = {
    "capacities": Capacity,
    "link_purposes": LinkPurpose,
    "number_checks": NumberCheck,
    "referral_bodies": ReferralBody,
    "on_the_spot": OnTheSpot,
}
