"""What the desk asks about who comes in, who may act for whom, links and referrals."""

from datetime import date
from typing import Any

from django import forms

from songfa.aid.actions.referrals import ROLES
from songfa.aid.door.doorway import Agent, Doorway, Paper, basis_of_spot, check_doorway
from songfa.aid.issue.referred import Referred
from songfa.aid.reads import File
from songfa.rules import doors
from songfa.rules.doors import Capacity, LinkPurpose, ReferralBody
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Channel, Matter
from songfa.rules.packs.schema import Paper as PaperKind
from songfa.rules.problems import Problem
from songfa.web.boxes import DayField
from songfa.web.desk.files.forms import VerbForm
from songfa.web.fields import Choices, name_of, one_of, phone_in, several, text, words
from songfa.web.public.apply_forms import SEXES, YES_NO, PersonForm, yes
from songfa.words.say import say
from songfa.words.tell import tell

# papers that people bring, as against those that an office writes
BROUGHT = ("proof", "statement")
# where on the form a problem of the doorway is told
PLACES = {
    "guardian_is_violator": "relation",
    "applicant_not_entitled": "relation",
    "applicant_missing": "applicant",
    "consent_missing": "consent",
    "read_back_missing": "read_back",
    "sign_missing": "signed_by",
    "proxy_missing": "proxy",
    "answer_on_the_spot": "simple",
}


def proofs_of(pack: Pack, on: date, capacities: tuple[str, ...]) -> Choices:
    """Return the papers that show one of these capacities."""
    papers, known = pack.all(PaperKind, on), pack.all(Capacity, on)
    codes = dict.fromkeys(p for c in capacities if c in known for p in known[c].proofs)
    return [(code, name_of(papers[code])) for code in codes if code in papers]


class DoorForm(VerbForm):
    """Who comes, for whom, and who wrote it down; asks only what the chosen way needs."""

    def __init__(
        self, pack: Pack, on: date, way: str, units: Choices, data: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.pack, self.on, self.way = pack, on, way if way in doors.WAYS else doors.SELF
        if self.way in doors.RELATIONS:
            self._agent()
        if self.way == doors.UNIT:
            self._unit(units)
        self._paper()

    def _agent(self) -> None:
        relations = doors.RELATIONS[self.way]
        self.add("applicant", text(80, required=True, need="door-need-applicant"), "door-applicant")
        self.add(
            "relation",
            one_of(words("relation", relations), need="door-need-relation"),
            "door-relation",
        )
        if self.way == doors.WARD:
            yes_no = one_of(words("answer", YES_NO), need="door-need-harms")
            self.add("guardian_harms", yes_no, "door-guardian-harms")
        self.add("applicant_id", text(30), "door-applicant-id")
        self.add("applicant_phone", text(40), "door-applicant-phone")
        if self.way == doors.RELATIVE and self.pack.head.country == "cn":
            self.add("entrusted", forms.BooleanField(required=False), "door-entrusted")
        capacities = {
            doors.WARD: ("statutory", doors.KIN),
            doors.HELD: (doors.KIN, "statutory"),
        }.get(self.way, (doors.KIN, "entrusted"))
        proofs = [("", say("door-proof-none")), *proofs_of(self.pack, self.on, capacities)]
        self.add("proof", one_of(proofs, required=False), "door-proof")

    def _unit(self, units: Choices) -> None:
        choices = [*units, ("", say("door-unit-other"))]
        self.add("behalf_unit", one_of(choices, required=False), "door-unit")
        self.add("behalf_name", text(120), "door-unit-name")
        self.add("unit_person", text(80), "door-unit-person")
        self.add("consent", forms.BooleanField(required=False), "door-consent")

    def _paper(self) -> None:
        writers = one_of(words("door-writer", doors.WRITERS), required=False)
        writers.initial = "applicant"
        self.add("written_by", writers, "door-written-by")
        self.add("read_back", forms.BooleanField(required=False), "door-read-back")
        signs = [("", say("door-sign-none")), *words("door-sign", doors.SIGNS)]
        self.add("signed_by", one_of(signs, required=False), "door-signed-by")
        self.add("proxy", text(80), "door-proxy")
        self.add("proxy_id", text(30), "door-proxy-id")
        self.add("witness", text(80), "door-witness")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not self.errors:
            try:
                check_doorway(self.pack, doorway_of(told, self.way, None), self.on)
            except Problem as why:
                self.blame(why)
        return told

    def blame(self, why: Problem) -> None:
        """Tell a problem beside the question that it is about."""
        place = PLACES.get(why.code, "")
        if why.code == "applicant_missing" and self.way == doors.UNIT:
            place = "behalf_name"
        if why.code in ("id_number_impossible", "id_number_refused"):
            place = "applicant_id"
        if why.code == "phone_unreadable":
            place = "applicant_phone"
        if why.code == "sign_missing" and why.facts["what"] == "witness":
            place = "witness"
        self.add_error(place if place in self.fields else None, wrong_of(why))


def wrong_of(why: Problem) -> forms.ValidationError:
    """Return a problem as an error of a form."""
    return forms.ValidationError(tell(why), code=why.code)


def doorway_of(told: dict[str, Any], way: str, unit: Any) -> Doorway:
    """Return what the answers of `DoorForm` say; `unit` is the row of the unit that was chosen."""
    paper = Paper(
        written_by=told.get("written_by") or "applicant", read_back=bool(told.get("read_back")),
        signed_by=told.get("signed_by", ""), proxy=told.get("proxy", ""), proxy_id=told.get("proxy_id", ""),
        witness=told.get("witness", ""),
    )  # fmt: skip
    agent = Agent(
        told.get("applicant", ""), told.get("applicant_id", ""), told.get("applicant_phone", "")
    )
    return Doorway(
        way=way, agent=agent, relation=told.get("relation", ""), proof=told.get("proof", ""),
        guardian_harms=yes(told.get("guardian_harms", "")), entrusted=bool(told.get("entrusted")), behalf_unit=unit,
        behalf_name=told.get("behalf_name", "") or told.get("behalf_unit", ""), consent=bool(told.get("consent")),
        paper=paper,
    )  # fmt: skip


class DeskPersonForm(PersonForm):
    """The person as the desk asks: who applies stands in `DoorForm`. What the ledger knows need not be said again."""

    def __init__(
        self, pack: Pack, on: date, matter: str, *args: Any, known: bool = False, held: bool = False, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(pack, on, matter, *args, **kwargs)
        for name in ("for_whom", "applicant", "relation", "guardian_harms", "held", "entrusted"):
            del self.fields[name]
        if known:
            for name in ("name", "born"):
                self.fields[name].required = False


class BroughtForm(VerbForm):
    """The papers that the applicant brought along: what is here need not be asked for."""

    def __init__(self, pack: Pack, on: date, data: Any = None) -> None:
        super().__init__(data)
        known = pack.all(PaperKind, on)
        choices = [(c, name_of(p)) for c, p in known.items() if p.kind in BROUGHT]
        if choices:
            self.add("documents", several(choices), "door-brought")


class SimpleForm(VerbForm):
    """Whether a question is simple: where the law answers those on the spot, no file is opened (vn: Art. 32(2))."""

    def __init__(self, pack: Pack, on: date, service: str, data: Any = None) -> None:
        super().__init__(data)
        self.basis = basis_of_spot(pack, service, on)
        if self.basis:
            field = one_of(words("door-simple", YES_NO), need="door-need-simple")
            self.add("simple", field, "door-simple")


# -- verbs of a file --------------------------------------------------------------------------------


class RepresentForm(VerbForm):
    def __init__(self, pack: Pack, today: date, data: Any = None) -> None:
        super().__init__(data)
        self.pack, self.today = pack, today
        known = sorted(pack.all(Capacity, today).values(), key=lambda c: c.order)
        self.add("name", text(80, required=True, need="apply-need-name"), "represent-name")
        capacities = [(c.code, name_of(c)) for c in known]
        self.add(
            "capacity", one_of(capacities, need="represent-need-capacity"), "represent-capacity"
        )
        self.add(
            "proof",
            one_of(
                proofs_of(pack, today, tuple(c.code for c in known)), need="represent-need-proof"
            ),
            "door-proof",
        )
        scopes = several(words("represent-scope", doors.SCOPES))
        scopes.required = True
        scopes.error_messages["required"] = say("problem-scope-missing")
        self.add("scopes", scopes, "represent-scopes")
        self.add("id_number", text(30), "apply-id-number")
        self.add("phone", text(40), "apply-phone")
        since = DayField(error_messages={"required": say("file-need-day")})
        since.initial = today
        self.add("since", since, "represent-since")
        self.add("until", DayField(required=False), "represent-until")


class LinkForm(VerbForm):
    """For what, for whom, for how long."""

    def __init__(
        self, pack: Pack, today: date, purposes: list[str], agents: Choices, data: Any = None
    ) -> None:
        super().__init__(data)
        known = pack.all(LinkPurpose, today)
        fit = [known[p] for p in purposes if p in known]
        self.hints = {
            p.code: say(f"link-default-{p.unit}", n=p.amount, longest=p.longest) for p in fit
        }
        self.add(
            "purpose",
            one_of([(p.code, name_of(p)) for p in fit], need="link-need-purpose"),
            "link-purpose",
        )
        if agents:
            self.add(
                "representative",
                one_of([("", say("link-for-person")), *agents], required=False),
                "link-for",
            )
        span = forms.IntegerField(
            required=False, min_value=1, error_messages={"invalid": say("file-need-count")}
        )
        self.add("span", span, "link-span")


class ReferForm(VerbForm):
    """Who is referred, by or to whom, and why."""

    def __init__(
        self, pack: Pack, today: date, data: Any = None, *, inward: bool, person: bool = True, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.pack = pack
        bodies = sorted(pack.all(ReferralBody, today).values(), key=lambda b: b.order)
        fit = [(b.code, name_of(b)) for b in bodies if (b.inward if inward else b.outward)]
        way = "in" if inward else "out"
        self.add("body", one_of(fit, need="refer-need-body"), f"refer-body-{way}")
        name = text(120, required=not inward, need="refer-need-body-name")
        self.add("body_name", name, f"refer-body-name-{way}")
        if person:
            self._person(pack, today)
        reason = forms.CharField(
            max_length=2000,
            widget=forms.Textarea,
            error_messages={"required": say("problem-referral-reason")},
        )
        self.add("reason", reason, "refer-reason")
        self.add("papers", text(300), "refer-papers")

    def _person(self, pack: Pack, today: date) -> None:
        self.add("name", text(80, required=True, need="apply-need-name"), "apply-name")
        self.add("born", DayField(required=False), "apply-born")
        self.add("sex", one_of(words("sex", SEXES), required=False), "apply-sex")
        self.add("id_number", text(30), "apply-id-number")
        self.add("phone", text(40), "apply-phone")
        self.add("address", text(200), "refer-address")
        self.add("role", one_of(words("referral-role", ROLES), required=False), "refer-role")
        matters = sorted(pack.all(Matter, today).values(), key=lambda m: m.order)
        choices = [("", say("advice-no-matter")), *((m.code, name_of(m)) for m in matters)]
        field = forms.ChoiceField(choices=choices, required=False)
        self.add("matter", field, "file-matter")

    def clean_phone(self) -> str:
        return phone_in(self.cleaned_data["phone"], self.pack.head.country)


def referred(told: dict[str, Any]) -> Referred:
    names = ("name", "born", "sex", "id_number", "phone", "address", "role", "reason", "papers")
    return Referred(**{n: told[n] for n in names if n in told})


def referred_of(file: File) -> dict[str, Any]:
    """Return whom a file is about, as a letter of referral names them."""
    told = file.story()
    return {"name": told.name, "phone": told.phone}


class ChannelForm(VerbForm):
    def __init__(self, pack: Pack, on: date, data: Any = None) -> None:
        super().__init__(data)
        channels = [(c.code, name_of(c)) for c in pack.all(Channel, on).values()]
        field = one_of(channels, need="file-need-channel")
        field.initial = "visit"
        self.add("channel", field, "file-channel")
