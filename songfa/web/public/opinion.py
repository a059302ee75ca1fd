"""The recipient's opinion by the code of the receipt: no name is asked for, and the code stands in no address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.cache import never_cache

from songfa.access.policy import bound
from songfa.aid import reads
from songfa.aid.actions import quality as actions
from songfa.aid.door import attempts, offices
from songfa.aid.reads import quality
from songfa.rules.machines import FILE_CLOSED
from songfa.rules.packs.read import load
from songfa.rules.problems import OPINION_GIVEN, OPINION_TOO_EARLY, Problem
from songfa.web.accounts import address
from songfa.web.desk.files.opinions import AnswersForm
from songfa.web.public.follow import unknown
from songfa.words.tell import tell


@never_cache
def opinion(request: HttpRequest) -> HttpResponse:
    """Ask for the code, then the questions; say thank you."""
    if request.method != "POST":
        return render(request, "public/opinion.html", {})
    at = timezone.now()
    came_from = address(request) or ""
    attempts.allow(came_from, at)
    code = request.POST.get("code", "")[:40]
    receipt = reads.receipt_of(code)
    if receipt is None:
        attempts.wrong(came_from, at)
        return unknown(request, "public/opinion.html")
    on = load(receipt.unit.pack).day(at)
    door = offices.public_door(receipt.unit, on)
    with bound(door):
        file = quality.by_receipt(door, receipt.file_id)
        forms = quality.forms_for(file, on, public=True)
        if not forms or file.state not in FILE_CLOSED:
            return _said(request, OPINION_TOO_EARLY(number=file.number))
        form = AnswersForm(forms[0], request.POST if "text" in request.POST else None)
        if not form.is_valid():
            context = {
                "form": form,
                "code": code,
                "name": forms[0].name.model_dump(),
                "office": receipt.unit.name,
            }
            return render(
                request, "public/opinion.html", context, status=400 if form.is_bound else 200
            )
        try:
            actions.take_opinion(
                actor=door, file=file, form=forms[0].code, answers=form.answers, text=form.cleaned_data["text"],
                on=on, at=at, by_public=True,
            )  # fmt: skip
        except Problem as why:
            if why.code != OPINION_GIVEN.code:
                raise
            return _said(request, why)
    return render(request, "public/opinion.html", {"done": True})


def _said(request: HttpRequest, why: Problem) -> HttpResponse:
    return render(request, "public/opinion.html", {"not_now": tell(why)}, status=409)


urls = [path("opinion/", opinion, name="opinion")]
