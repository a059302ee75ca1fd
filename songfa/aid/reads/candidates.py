"""Who could take a file, in an order that explains itself."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from songfa.access.policy import Actor, visible
from songfa.aid.days import local_day
from songfa.aid.models import File
from songfa.network.models import Practitioner
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Matter
from songfa.rules.verbs import Verb

COURT_STAFF = frozenset({"lawyer", "legal_aid_officer"})
THREE_YEARS = 3
LEVELS = ("country", "province", "prefecture", "county", "township")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A practitioner and why they stand where they stand: (code of words `candidate-…`, number) each."""

    practitioner: Practitioner
    reasons: tuple[tuple[str, int], ...]
    fits: bool


def _years(row: Practitioner, on: date) -> int:
    since = row.practising_since
    return (
        0
        if since is None
        else on.year - since.year - ((on.month, on.day) < (since.month, since.day))
    )


def _shared(a: str, b: str) -> int:
    """Return how many steps of the territory two places share from the country downwards."""
    shared = 0
    for left, right in zip(a.strip(".").split("."), b.strip(".").split("."), strict=False):
        if left != right:
            break
        shared += 1
    return shared


def _skill(row: Practitioner, matter: str, field: str) -> int:
    return 2 if matter in row.skills else 1 if field in row.skills else 0


def _meets(row: Practitioner, demand: str, on: date) -> bool:
    """Return whether a practitioner meets a demand of the finding (`lawyer_requirement`)."""
    match demand:
        case "criminal_practice_3_years":  # cn: Legal Aid Law Art. 26
            return _years(row, on) >= THREE_YEARS and "criminal" in row.skills
        case "familiar_with_minors":  # cn: Law on the Protection of Minors Art. 104
            return "minors" in row.skills
        case "legal_aid_officer_or_lawyer":  # vn: Legal Aid Law Art. 31(1), 33(1)
            return row.kind in COURT_STAFF
    return True


@dataclass(frozen=True, slots=True)
class _Weighed:
    fits: bool
    skill: int
    speaks: bool
    load: int
    shared: int
    years: int

    def order(self) -> tuple[int, ...]:
        return (not self.fits, -self.skill, not self.speaks, self.load, -self.shared, -self.years)

    def reasons(self) -> tuple[tuple[str, int], ...]:
        found = [("fits" if self.fits else "demand_unmet", 0), ("years", self.years)]
        found.append((("skill_none", "skill_field", "skill_matter")[self.skill], 0))
        found.append(("language_spoken" if self.speaks else "language_other", 0))
        found.append(("load", self.load))
        found.append(
            ("near_" + LEVELS[min(self.shared, len(LEVELS)) - 1] if self.shared else "far", 0)
        )
        return tuple(found)


def candidates(actor: Actor, file: File, at: datetime) -> list[Candidate]:
    """Return the active practitioners in reach, in order: demands of the law, skill, language, load, nearness."""
    pack = load(file.pack)
    on = local_day(pack, at)
    field = pack.get(Matter, file.matter, on).field
    wanted = file.finding.get("lawyer_requirement", [])
    language = file.story().contact.language or ("zh-Hans" if pack.head.country == "cn" else "vi")
    rows = visible(actor, Verb.AID_ASSIGN, Practitioner.objects.filter(active=True)).select_related(
        "unit"
    )
    counted = dict(
        File.objects.filter(state__in=("assigned", "under_way"), practitioner__isnull=False)
        .values_list("practitioner")
        .annotate(n=Count("pk"))
    )
    weighed = [(_weigh(row, file, field, language, counted, wanted, on), row) for row in rows]
    weighed.sort(key=lambda pair: (pair[0].order(), pair[1].name))
    return [Candidate(row, w.reasons(), w.fits) for w, row in weighed]


def _weigh(
    row: Practitioner,
    file: File,
    field: str,
    language: str,
    counted: dict[UUID, int],
    demands: list[str],
    on: date,
) -> _Weighed:
    return _Weighed(
        fits=all(_meets(row, demand, on) for demand in demands),
        skill=_skill(row, file.matter, field),
        speaks=language in row.languages,
        load=counted.get(row.pk, 0),
        shared=_shared(row.area_path, file.area_path),
        years=_years(row, on),
    )
