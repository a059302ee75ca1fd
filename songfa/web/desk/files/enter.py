"""A new application over the desk: over the counter or the telephone, the same questions on two pages."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from songfa.access.policy import bound
from songfa.aid import actions, drafts, offices
from songfa.rules.packs.schema import Matter
from songfa.rules.problems import OFFICE_TAKES_NONE
from songfa.rules.verbs import Verb
from songfa.web.desk.files import forms as ask
from songfa.web.desk.files.listing import takes
from songfa.web.desk.staff import actor_of, staff
from songfa.web.public.apply import Begun, application_of, plain
from songfa.web.public.apply_forms import ContactForm, MatterForm, PersonForm
from songfa.words.habits import named


@staff(Verb.AID_APPLY)
def new(request: HttpRequest) -> HttpResponse:
    """Take an application over the counter or the telephone: the same questions on two pages."""
    actor, at = actor_of(request), timezone.now()
    unit = actor.anchor
    if unit is None or not takes(actor):
        raise OFFICE_TAKES_NONE(unit=unit.name if unit else "")
    data = request.POST if request.method == "POST" else None
    begun = Begun(drafts.Kept(uuid4(), _token(request), {}), unit)
    matter = (data or request.GET).get("matter", "")
    if matter not in begun.pack.all(Matter, begun.on):
        return render(request, "desk/file_new.html", {"matters": _matters(begun), "begun": begun})
    forms = {
        "channel": ask.ChannelForm(begun.pack, begun.on, data),
        "matter": MatterForm(begun.pack, begun.on, "", data, initial={"matter": matter}),
        "person": PersonForm(begun.pack, begun.on, matter, data),
        "contact": ContactForm(begun.pack, data),
    }
    if data is not None and _all_valid(forms.values()):
        told = {k: v for form in forms.values() for k, v in plain(form.cleaned_data).items()}
        filled = Begun(drafts.Kept(begun.draft.key, begun.draft.token, told), unit)
        door = offices.at_the_door(actor, offices.agency_of(unit))
        with bound(door):
            application = application_of(filled, told["channel"])
            applied = actions.apply(
                actor=door, unit=unit, application=application, at=at, token=begun.draft.token
            )
        return render(
            request, "desk/file_taken.html", {"applied": applied, "mine": actor.may(Verb.AID_SEE)}
        )
    context = {
        **forms,
        "forms": list(forms.values()),
        "begun": begun,
        "token": begun.draft.token,
        "chosen": matter,
    }
    return render(request, "desk/file_new.html", context)


def _all_valid(forms: Iterable[BaseForm]) -> bool:
    """Check every form, so that the page names all that is wrong at once."""
    return not [form for form in forms if not form.is_valid()]


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


def _matters(begun: Begun) -> list[dict[str, str]]:
    rows = sorted(begun.pack.all(Matter, begun.on).values(), key=lambda m: m.order)
    return [{"code": m.code, "name": named(m.name.model_dump())} for m in rows]


urls = [path("files/new/", new, name="file_new")]
