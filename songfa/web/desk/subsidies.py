"""Subsidies: what a file comes to, claims to approve, payment files."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from songfa.aid import actions, owing
from songfa.aid.reads import work as reads
from songfa.base.saved import as_file
from songfa.papers.out.sheet import Value, xlsx
from songfa.papers.uploads import TYPES
from songfa.rules.money import MINOR
from songfa.rules.packs.read import load
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.files.forms import ReasonForm
from songfa.web.desk.files.opened import open_file
from songfa.web.desk.files.work_frame import one_form
from songfa.web.desk.pages import paged
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day, money, name_in, number
from songfa.words.say import key_of, say
from songfa.words.tell import tell

STATES = ("claimed", "approved", "returned", "paid")


def explained(lines: list[dict[str, Any]], pack: str, currency: str) -> list[dict[str, object]]:
    """Return the lines of a claim with their names and how each was reckoned."""
    book = load(pack)
    found = []
    for line in lines:
        how = say(
            key_of("subsidy-how", line["how"]), n=number(line["n"]), each=money(line["each"], currency)
        )  # fmt: skip
        found.append(
            {
                **line,
                "name": name_in(book, "subsidy_rates", line["code"]),
                "said": how,
                "since": day(date.fromisoformat(line["since"])),
            }
        )
    return found


@staff(Verb.AID_CLAIM_SUBSIDY)
def of_file(request: HttpRequest, file: UUID) -> HttpResponse:
    """Show what a file comes to by the rates of the pack, line by line, and claim it."""
    now = open_file(request, file)
    if request.method == "POST":
        claim = actions.claim_subsidy(actor=now.actor, file=now.file, at=now.at)
        messages.success(request, say("subsidy-claimed"))
        return redirect("subsidy", claim.pk)
    kept = reads.claims_of(now.actor, now.file)
    mine = next((c for c in kept if c.practitioner_id == now.file.practitioner_id), None)
    why, lines = "", []
    try:
        lines = [x.told() for x in owing.reckoned(now.file)]
    except Problem as problem:
        why = tell(problem)
    ready = now.file.state in ("handed_in", "archived")
    context = {
        **now.common(), "why": why or ("" if ready else say("problem-subsidy-too-early", number=now.file.number)),
        "lines": explained(lines, now.file.pack, now.pack.head.currency), "kept": mine,
        "total": sum(x["amount"] for x in lines), "currency": now.pack.head.currency, "on": owing.day_of(now.file),
        "may": ready and not why and (mine is None or mine.state == "returned"), "heads": _line_heads(),
    }  # fmt: skip
    return render(request, "desk/files/subsidy_of.html", context)


def _line_heads() -> list[object]:
    heads = [say(f"subsidy-{h}") for h in ("line", "how", "basis")]
    return [*heads, {"name": say("subsidy-amount"), "num": True}]


@staff(Verb.AID_CLAIM_SUBSIDY, Verb.AID_APPROVE_SUBSIDY)
def subsidies(request: HttpRequest) -> HttpResponse:
    """List claims by their state; whoever pays ticks those to pay together."""
    actor = actor_of(request)
    chosen = request.GET.get("state", STATES[0])
    chosen = chosen if chosen in STATES else STATES[0]
    found, more = paged(request, reads.claims(actor, chosen), state=chosen)
    heads: list[object] = [say(f"subsidy-{h}") for h in ("file", "practitioner", "since")]
    context = {
        "rows": found, "chosen": chosen, "states": STATES,
        "pays": chosen == "approved" and actor.may(Verb.AID_PAY_SUBSIDY),
        "batches": reads.batches(actor) if chosen == "paid" else [],
        **more,
        "heads": [*heads, {"name": say("subsidy-amount"), "num": True}],
        "zone": load(actor.pack).head.timezone,
    }  # fmt: skip
    return render(request, "desk/subsidies.html", context)


@staff(Verb.AID_PAY_SUBSIDY)
@require_POST
def pay(request: HttpRequest) -> HttpResponse:
    """Mark the ticked claims as paid together; the payment file is on the page of the batch."""
    wanted = []
    for text in request.POST.getlist("claim")[:5000]:
        try:
            wanted.append(UUID(text))
        except ValueError:
            continue
    batch = actions.pay_subsidies(actor=actor_of(request), claims=wanted, at=timezone.now())
    messages.success(request, say("subsidy-batch-paid", n=batch.claims_n))
    return redirect("subsidy_batch", batch.pk)


@staff(Verb.AID_CLAIM_SUBSIDY, Verb.AID_APPROVE_SUBSIDY)
def subsidy(request: HttpRequest, claim: UUID) -> HttpResponse:
    """Show a claim with the reason of every line, and what may be done with it."""
    actor = actor_of(request)
    row = reads.claim(actor, claim, at=timezone.now())
    decides = row.state == "claimed" and actor.user.pk not in (row.claimed_by_id, row.held_by_id)
    context = {
        "row": row, "lines": explained(row.lines, row.pack, row.currency), "heads": _line_heads(),
        "trail": [{"name": say("subsidy-title"), "url": reverse("subsidies")}],
        "approves": decides and actor.may(Verb.AID_APPROVE_SUBSIDY), "ready": row.file.state == "archived",
        "returns": row.state == "claimed" and actor.may(Verb.AID_RETURN_SUBSIDY),
        "again": row.state == "returned" and actor.may(Verb.AID_CLAIM_SUBSIDY),
        "zone": load(row.pack).head.timezone, "batch": actor.may(Verb.AID_PAY_SUBSIDY),
    }  # fmt: skip
    return render(request, "desk/subsidy.html", context)


@staff(Verb.AID_APPROVE_SUBSIDY)
@require_POST
def approve(request: HttpRequest, claim: UUID) -> HttpResponse:
    """Approve a claim."""
    actor, at = actor_of(request), timezone.now()
    actions.approve_subsidy(actor=actor, claim=reads.claim(actor, claim, at=at), at=at)
    messages.success(request, say("subsidy-approved"))
    return redirect("subsidy", claim)


@staff(Verb.AID_RETURN_SUBSIDY)
def give_back(request: HttpRequest, claim: UUID) -> HttpResponse:
    """Send a claim back with the reason."""
    actor, at = actor_of(request), timezone.now()
    row = reads.claim(actor, claim, at=at)
    form = ReasonForm("subsidy-return-why", request.POST if request.method == "POST" else None)
    return one_form(
        request, form, lambda told: actions.return_subsidy(actor=actor, claim=row, reason=told["reason"], at=at),
        title=say(key_of("verb", Verb.AID_RETURN_SUBSIDY)), back=reverse("subsidy", args=[row.pk]),
        trail=[{"name": say("subsidy-title"), "url": reverse("subsidies")}], caption=row.file.number,
        done=say("subsidy-sent-back"),
    )  # fmt: skip


@staff(Verb.AID_PAY_SUBSIDY)
def batch(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Show what was paid together."""
    row, claims = reads.batch(actor_of(request), batch, at=timezone.now())
    heads: list[object] = [say(f"subsidy-{h}") for h in ("file", "practitioner", "firm")]
    context = {
        "row": row, "claims": claims, "trail": [{"name": say("subsidy-title"), "url": reverse("subsidies")}],
        "heads": [*heads, {"name": say("subsidy-amount"), "num": True}], "zone": load(claims[0].pack).head.timezone,
    }  # fmt: skip
    return render(request, "desk/subsidy_batch.html", context)


@staff(Verb.AID_PAY_SUBSIDY)
def batch_sheet(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Hand out the payment file of a batch."""
    row, claims = reads.batch(actor_of(request), batch, at=timezone.now())
    names = ("n", "file", "practitioner", "licence", "firm", "service", "currency", "amount")
    book = load(claims[0].pack)
    factor = MINOR[row.currency]
    rows: list[list[Value]] = [
        [
            n, c.file.number, c.practitioner.name, c.practitioner.licence, c.practitioner.unit.name,
            name_in(book, "services", c.file.service), c.currency, Decimal(c.total) / factor,
        ]
        for n, c in enumerate(claims, 1)
    ]  # fmt: skip
    total = Decimal(row.total) / factor
    last: list[Value] = ["", say("subsidy-total"), *[""] * 4, row.currency, total]
    title = say("subsidy-sheet-title", number=row.number, unit=row.unit.name)
    data = xlsx(
        [say(f"subsidy-{h}") for h in names], rows, title=title, last=last, made=row.created_at
    )
    return as_file(data, f"{row.number}.xlsx".replace("/", "-"), TYPES["xlsx"])


urls = [
    path("subsidies/", subsidies, name="subsidies"),
    path("subsidies/pay/", pay, name="subsidies_pay"),
    path("subsidies/<uuid:claim>/", subsidy, name="subsidy"),
    path("subsidies/<uuid:claim>/approve/", approve, name="subsidy_approve"),
    path("subsidies/<uuid:claim>/return/", give_back, name="subsidy_return"),
    path("batches/<uuid:batch>/", batch, name="subsidy_batch"),
    path("batches/<uuid:batch>.xlsx", batch_sheet, name="subsidy_batch_xlsx"),
]
of_a_file = [path("files/<uuid:file>/subsidy/", of_file, name="file_subsidy")]
