"""The forms of an application. Labels are said when a form is made; choices are the pack's."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from songfa.aid.door import answers
from songfa.people.identity import doubts_about, read_number, refuse_doubts
from songfa.rules.doors import GUARDIAN
from songfa.rules.money import MINOR, read_minor
from songfa.rules.notices import HOUSEHOLDS, LANGUAGES
from songfa.rules.packs.read import Pack
from songfa.rules.packs.schema import Matter, Service, Trouble
from songfa.rules.problems import Problem
from songfa.web.boxes import DayField
from songfa.web.fields import (
    amount_in,
    long_text,
    name_of,
    one_of,
    phone_in,
    several,
    text,
    words,
    wrong,
)
from songfa.words.habits import named
from songfa.words.say import key_of, say

STORY = 3000
YES_NO = ("yes", "no")
SEXES = ("F", "M")
RELATIONS = (
    "statutory_representative",
    "other_statutory_representative",
    "close_relative",
    "other",
)
DISABILITIES = (
    "visual",
    "hearing",
    "speech",
    "limb",
    "intellectual",
    "mental",
    "multiple",
    "other",
)
ROLES = ("suspect", "defendant", "victim")
CUSTODIES = ("none", "bat", "tam_giu", "tam_giam")
WAYS = ("call", "text", "letter", "through_someone", "visit")
CAUTIONS = ("none", "no_details", "hours", "only_me")
NEEDS = (
    "sign_language",
    "large_print",
    "read_aloud",
    "easy_words",
    "step_free",
    "interpreter",
    "at_home",
)
BIGGEST_HOUSEHOLD = 40
OLDEST = date(1880, 1, 1)
# forms of service that people ask for in a field of law, the commonest first
SERVICES = {
    "criminal": ("criminal_defence", "criminal_representation", "consultation"),
    "labour": ("arbitration", "litigation", "non_litigation", "drafting", "consultation"),
    "state_compensation": ("state_compensation", "drafting", "consultation"),
}
OTHER_SERVICES = ("litigation", "non_litigation", "drafting", "consultation")


class Plain(forms.Form):
    """A form whose words are ours: labels and hints by `apply-<field>`, required by `apply-need-<field>`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def add(self, name: str, field: forms.Field, *, label: str = "") -> None:
        field.label = say(label or f"apply-{name.replace('_', '-')}")
        field.widget.attrs.update(field.widget_attrs(field.widget))
        self.fields[name] = field


class TroubleForm(Plain):
    def __init__(self, pack: Pack, on: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        troubles = sorted(pack.all(Trouble, on).values(), key=lambda t: t.order)
        self.hints = {t.code: named(t.hint.model_dump()) for t in troubles}
        self.add(
            "trouble", one_of([(t.code, name_of(t)) for t in troubles], need="apply-need-trouble")
        )


def matters_of(pack: Pack, trouble: str, on: date) -> list[Matter]:
    found = [m for m in pack.all(Matter, on).values() if not trouble or trouble in m.troubles]
    return sorted(found, key=lambda m: m.order)


def services_of(pack: Pack, matters: Iterable[Matter], on: date) -> list[Service]:
    """Return the forms of service to choose from for some matters, in the order in which they are common."""
    known = pack.all(Service, on)
    wanted = [code for m in matters for code in SERVICES.get(m.field, OTHER_SERVICES)]
    return [known[code] for code in dict.fromkeys(wanted) if code in known]


class MatterForm(Plain):
    """What it is about, in everyday words, what help is wanted, and the story."""

    def __init__(self, pack: Pack, on: date, trouble: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pack, self.on = pack, on
        matters = matters_of(pack, trouble, on)
        services = services_of(pack, matters, on)
        everyday = [(m.code, named(m.everyday.model_dump())) for m in matters]
        field = one_of(everyday, need="apply-need-matter")
        if len(everyday) == 1:  # nothing to choose
            field.initial = everyday[0][0]
        self.add("matter", field)
        offered = [
            (s.code, named(s.everyday.model_dump()) if s.everyday else name_of(s)) for s in services
        ]
        self.add("service", one_of(offered, need="apply-need-service"))
        story = forms.CharField(
            max_length=STORY,
            widget=forms.Textarea,
            error_messages={"required": say("apply-need-story")},
        )
        self.add("story", story)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        matter, service = told.get("matter"), told.get("service")
        if matter and service:
            chosen = self.pack.get(Matter, matter, self.on)
            if service not in [s.code for s in services_of(self.pack, [chosen], self.on)]:
                self.add_error("service", wrong("apply-service-unfit"))
        return told


def yes(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


class PersonForm(Plain):
    """Who needs help and how they live; asks for a criminal case only in a criminal matter."""

    def __init__(self, pack: Pack, on: date, matter: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pack, self.on, self.seen = pack, on, ""
        self.country = pack.head.country
        self.criminal = pack.get(Matter, matter, on).field == "criminal"
        yes_no = words("answer", YES_NO)
        self.add(
            "for_whom", one_of(words("for-whom", ("self", "other")), need="apply-need-for-whom")
        )
        self.add("applicant", text(80))
        self.add("relation", one_of(words("relation", RELATIONS), required=False))
        self.add("guardian_harms", one_of(yes_no, required=False), label="door-guardian-harms")
        self.add("held", one_of(yes_no, required=False), label="apply-held")
        self.add("entrusted", forms.BooleanField(required=False), label="door-entrusted-own")
        self.add("name", text(80, required=True, need="apply-need-name"))
        self.add("born", DayField(error_messages={"required": say("apply-need-born")}))
        self.add("sex", one_of(words("sex", SEXES), required=False))
        self.add("id_number", text(30))
        self.fields["id_seen"] = forms.CharField(
            required=False, max_length=30, widget=forms.HiddenInput
        )
        groups = answers.groups_to_ask(pack, on)
        self.add("groups", several([(code, name_of(group)) for code, group in groups.items()]))
        self.add("disabilities", several(words("disability", DISABILITIES)))
        if self.country == "vn":
            self.add("household", one_of(words("household", HOUSEHOLDS), required=False))
            self.add("monthly_allowance", one_of(yes_no, required=False))
        else:
            self.add("fixed_income", one_of(yes_no, required=False))
            self.add(
                "household_size",
                forms.IntegerField(min_value=1, max_value=BIGGEST_HOUSEHOLD, required=False),
            )
            self.add("household_income", text(30))
        if self.criminal:
            self.add("role", one_of(words("role", ROLES), need="apply-need-role"))
            self.add(
                "custody",
                one_of(
                    words(f"custody-{self.country}", self._custodies()), need="apply-need-custody"
                ),
            )
            self.add("has_counsel", one_of(yes_no, required=False))
        self.add("limit_on", DayField(required=False))

    def _custodies(self) -> tuple[str, ...]:
        return CUSTODIES if self.country == "vn" else ("none", "detained")

    def clean_born(self) -> date:
        born: date = self.cleaned_data["born"]
        if born > self.on:
            raise wrong("apply-born-future")
        if born < OLDEST:
            raise wrong("apply-born-too-old")
        return born

    def clean_limit_on(self) -> date | None:
        limit: date | None = self.cleaned_data["limit_on"]
        if limit is not None and abs((limit - self.on).days) > 366 * 20:
            raise wrong("apply-limit-far")
        return limit

    def clean_household_income(self) -> str:
        written: str = self.cleaned_data["household_income"]
        amount_in(written, self.pack.head.currency)
        return written

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("for_whom") == "other":
            if not told.get("applicant"):
                self.add_error("applicant", wrong("apply-need-applicant"))
            if not told.get("relation"):
                self.add_error("relation", wrong("apply-need-relation"))
            if told.get("relation") == GUARDIAN and told.get("guardian_harms") == "yes":
                self.add_error("relation", wrong("problem-guardian-is-violator"))
        if answers.needs_disability(self.pack, told.get("groups", ()), self.on) and not told.get(
            "disabilities"
        ):
            self.add_error("disabilities", wrong("apply-need-disabilities"))
        if told.get("household_income") and not told.get("household_size"):
            self.add_error("household_size", wrong("apply-need-household-size"))
        self._identity(told)
        return told

    def _identity(self, told: dict[str, Any]) -> None:
        """Refuse a number that cannot be; ask once more about one that looks wrong, then take it as it is."""
        written = told.get("id_number", "")
        self.seen = told.get("id_seen", "")
        try:
            found = read_number(self.country, written, on=self.on)
        except Problem as why:
            self.add_error("id_number", wrong("problem-id-number-impossible", **why.facts))
            return
        doubts = doubts_about(self.country, found, told.get("born"), told.get("sex", ""))
        try:
            refuse_doubts(self.pack, doubts, self.on)
        except Problem as why:
            self.add_error("id_number", wrong("problem-id-number-refused", **why.facts))
            return
        if doubts and told.get("id_seen") != found.number:
            self.seen = found.number
            self.add_error(
                "id_number", wrong("apply-id-doubt", doubt=say(key_of("doubt", doubts[0])))
            )

    @property
    def doubted(self) -> str:
        """The number about which the reader was asked once."""
        return self.seen


def circumstances(kept: dict[str, Any], currency: str) -> answers.Circumstances:
    """Return what the answers of `PersonForm` say, as they lie in the draft."""
    income = read_minor(kept.get("household_income") or "", currency)
    return answers.Circumstances(
        born=day_of(kept.get("born")),
        groups=tuple(kept.get("groups", ())),
        disabilities=tuple(kept.get("disabilities", ())),
        fixed_income=yes(kept.get("fixed_income", "")),
        household_size=kept.get("household_size"),
        household_income=None if income is None else Decimal(income) / MINOR[currency],
        household=kept.get("household", ""),
        monthly_allowance=yes(kept.get("monthly_allowance", "")),
        limit_on=day_of(kept.get("limit_on")),
        for_other=kept.get("for_whom") == "other",
        relation=kept.get("relation", "") if kept.get("for_whom") == "other" else "",
        role=kept.get("role", ""),
        custody=kept.get("custody", ""),
        has_counsel=yes(kept.get("has_counsel", "")),
    )


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def spoken(country: str) -> forms.ChoiceField:
    """Return the question for the language that somebody speaks: those of the country, not those of the site."""
    choices = [("", "–"), *words("language", LANGUAGES[country])]
    return forms.ChoiceField(choices=choices, required=False)


class ContactForm(Plain):
    """How to reach the person safely, what they need, and that it is true."""

    def __init__(self, pack: Pack, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = pack.head.country
        self.add("phone", text(40))
        self.add("address", text(200))
        self.add("way", one_of(words("contact-way", WAYS), need="apply-need-way"))
        self.add("caution", one_of(words("contact-caution", CAUTIONS), need="apply-need-caution"))
        self.add("note", long_text(limit=300))
        self.add("language", spoken(self.country))
        self.add("needs", several(words("need", NEEDS)))
        truth = forms.BooleanField(error_messages={"required": say("apply-need-truth")})
        self.add("truth", truth)

    def clean_phone(self) -> str:
        return phone_in(self.cleaned_data["phone"], self.country)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("way") in ("call", "text") and "phone" in told and not told["phone"]:
            self.add_error("phone", wrong("apply-need-phone"))
        elif told.get("way") == "letter" and not told.get("address") and not told.get("note"):
            self.add_error("address", wrong("apply-need-address"))
        elif "phone" in told and not (told["phone"] or told.get("note") or told.get("address")):
            self.add_error("note", wrong("apply-need-note"))
        return told
