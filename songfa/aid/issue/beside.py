"""Values from what stands beside a file: objections, complaints, wishes for somebody else, requests, opinions."""

from songfa.aid.issue.frame import Desk
from songfa.aid.models import (
    Assignment,
    ChangeRequest,
    Complaint,
    Cooperation,
    File,
    Intake,
    Objection,
    Opinion,
    Paper,
)
from songfa.aid.overdue import AFTER_HELP
from songfa.aid.overdue import ASKED as ASKED_PAPERS
from songfa.duties.models import Duty
from songfa.rules.values import KINDS, Value

# the decision against which an objection goes, by the state that it met
OBJECTED = {"refused": "refuse", "terminated": "termination", "discontinued": "discontinuation"}
ANSWERED = {"upheld": "upheld", "dismissed": "dismissed"}
# the values in which the answers of an opinion stand, by its form
ASKED = {
    "court_observation": "observed",
    "organ_opinion": "organ_says",
    "follow_up": "follow_up",
    "opinion_slip": "follow_up",
}


def of_objection(desk: Desk, file: File) -> dict[str, Value]:
    row = Objection.objects.filter(file=file).order_by("-created_at", "-pk").first()
    if row is None:
        return {}
    decision = desk.name_of("papers", OBJECTED.get(row.against, ""))
    number = (
        Paper.objects.filter(file=file, kind=OBJECTED.get(row.against, ""))
        .order_by("-created_at")
        .values_list("number", flat=True)
        .first()
    )
    return {
        "objection.against": file.unit.name, "objection.on": desk.day(row.created_at),
        "objection.of": desk.numbered(decision, number or ""), "objection.text": row.text,
        "objection.result": ANSWERED.get(row.state, ""), "objection.reason": row.answer,
    }  # fmt: skip


def of_complaint(desk: Desk, file: File) -> dict[str, Value]:
    row = Complaint.objects.filter(file=file).order_by("-created_at", "-pk").first()
    if row is None:
        return {}
    acting = file.practitioner.name if file.practitioner else ""
    return {
        "complaint.against": desk.join([file.unit.name, acting]), "complaint.text": row.text,
        "complaint.ground": desk.name_of("complaint_grounds", row.ground),
    }  # fmt: skip


def of_change(desk: Desk, file: File) -> dict[str, Value]:
    """Who had the file before, from its assignments; what the recipient asked and what became of it."""
    replaced = Assignment.objects.filter(file=file, ended_by="replaced").select_related(
        "practitioner", "firm"
    )
    before = replaced.order_by("-ended_at").first()
    asked = (
        ChangeRequest.objects.filter(file=file)
        .select_related("of__unit")
        .order_by("-created_at", "-pk")
        .first()
    )
    found: dict[str, Value] = {}
    if before is not None:
        same = file.practitioner is not None and file.practitioner.unit_id == before.firm_id
        found |= {
            "change.former": before.practitioner.name, "change.unit": before.firm.name,
            "change.reason": before.end_text, "change.result": "same_unit" if same else "other_unit",
        }  # fmt: skip
    if asked is not None:
        found |= {"change.asked_on": desk.day(asked.created_at), "change.request": asked.text}
        if asked.state == "not_agreed":
            found |= {
                "change.former": asked.of.name, "change.unit": asked.of.unit.name, "change.reason": asked.answer,
                "change.result": "refused", "change.next": "",
            }  # fmt: skip
    return found


def of_cooperation(desk: Desk, file: File) -> dict[str, Value]:
    row = (
        Cooperation.objects.filter(file=file, side="asking").order_by("-created_at", "-pk").first()
    )
    if row is None:
        return {}
    owed = (
        Duty.objects.filter(subject_id__in=[row.pk, row.twin], due_at__isnull=False)
        .order_by("due_at")
        .first()
    )
    return {
        "cooperation.to": row.body, "cooperation.request": row.text,
        "cooperation.answer_by": desk.day(owed.due_at) if owed else "",
    }  # fmt: skip


def of_unit_on_behalf(desk: Desk, file: File) -> dict[str, Value]:
    row = Intake.objects.filter(file=file).first()
    if row is None or row.way != "unit":
        return {}
    return {"behalf.name": row.behalf_name}


def of_opinions(desk: Desk, file: File) -> dict[str, Value]:
    """The newest opinion by each form: its answers (5 best, 1 worst), from whom, when, in words."""
    found: dict[str, Value] = {}
    for row in Opinion.objects.filter(file=file).order_by("created_at", "pk"):
        place = ASKED.get(row.form)
        if place is None:
            continue
        found = {k: v for k, v in found.items() if not k.startswith(f"{place}.")}
        found |= {f"{place}.{code}": str(points) for code, points in row.answers.items()}
        found |= {
            f"{place}.by": row.given_by,
            f"{place}.on": desk.day(row.given_on),
            f"{place}.notes": row.text,
        }
    # a question that only a pack of some place asks has no box on the paper
    return {key: value for key, value in found.items() if key in KINDS}


def of_owed(desk: Desk, file: File) -> dict[str, Value]:
    """Until when papers are to come, as long as they are owed."""
    owed = Duty.objects.filter(
        subject_id=file.pk,
        code__in=(ASKED_PAPERS, *AFTER_HELP),
        ended_at__isnull=True,
        due_at__isnull=False,
    )
    first = owed.order_by("due_at").first()
    return {"limit_on": desk.day(first.due_at)} if first else {}
