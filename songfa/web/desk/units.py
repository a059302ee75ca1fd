"""Units and accounts: the tree below an administrator's place, who works where, and the keys of programs."""

import secrets
from datetime import timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from songfa.access.models import Posting, Unit, User
from songfa.access.policy import Actor
from songfa.areas.models import Area
from songfa.areas.reads import spelled
from songfa.network import actions, reads
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Names, Role, UnitKind
from songfa.rules.problems import NO_VALUE_AT_DATE, NOT_FOUND, Problem
from songfa.rules.verbs import Verb
from songfa.web.desk.links import DEEPEST
from songfa.web.desk.press import acted
from songfa.web.desk.staff import actor_of, staff
from songfa.words.habits import day, named
from songfa.words.say import LANGUAGES, key_of, say, speaking

# letters that nobody confuses when a password is read out or copied by hand: 31^12 is 59 bits
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 3, 4
DAYS = (30, 90, 365)
USERNAME = r"^[a-z0-9][a-z0-9._\-]{2,39}$"


def first_password() -> str:
    """Return a random password in three groups of four."""
    groups = ["".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS)]
    return "-".join(groups)


def told(names: Names) -> str:
    return named(names.model_dump())


def name_of(section: str, pack: str, code: str) -> str:
    """Return the name of a role or kind in the pack today; the code where the pack no longer has it."""
    try:
        entry = load(pack).one(section, code, timezone.localdate())
    except Problem as why:
        if why.code != NO_VALUE_AT_DATE.code:
            raise
        return code
    return told(entry.name) if entry.name else code


def said(problem: Problem) -> str:
    return say(key_of("problem", problem.code), **problem.facts)


def _heads(*keys: str) -> list[str]:
    return [say(f"units-{key}") for key in keys]


def _trail(*units: Unit) -> list[dict[str, str]]:
    first = {"name": say("nav-units"), "url": reverse("units")}
    return [first, *({"name": u.name, "url": reverse("unit", args=[u.pk])} for u in units)]


# -- the tree ---------------------------------------------------------------------------------------


@staff(Verb.ACCESS_MANAGE)
def units(request: HttpRequest) -> HttpResponse:
    """Show the units below the administrator's place, as a tree or as what a search found."""
    q = request.GET.get("q", "").replace("\0", "").strip()[:80]
    tree = reads.tree(actor_of(request), timezone.localdate(), q)
    rows = [
        {
            "unit": leaf.unit,
            "depth": min(leaf.depth, DEEPEST),
            "people": leaf.people,
            "kind": _kind(leaf.unit),
        }
        for leaf in tree.leaves
    ]
    context = {
        "rows": rows,
        "more": tree.more,
        "q": q,
        "heads": _heads("name", "kind", "place", "people"),
    }
    return render(request, "desk/units.html", context)


def _kind(unit: Unit) -> str:
    return name_of("unit_kinds", unit.pack, unit.kind)


class UnitForm(forms.Form):
    """A unit to be, in an area that was chosen."""

    name = forms.CharField(max_length=120)
    kind = forms.ChoiceField()
    letter = forms.CharField(max_length=12, required=False)
    parent = forms.ChoiceField(required=False)

    def __init__(self, data: object, kinds: list[UnitKind], above: list[Unit]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # what a request holds, or None
        self.fields["name"].label = say("units-name")
        self.fields["kind"].label = say("units-kind")
        self.fields["letter"].label = say("units-letter")
        self.fields["letter"].help_text = say("units-letter-hint")
        self.fields["parent"].label = say("units-parent")
        self.fields["kind"].choices = [(k.code, told(k.name)) for k in kinds]  # type: ignore[attr-defined]
        none = ("", say("units-parent-none"))
        self.fields["parent"].choices = [none, *((str(u.pk), u.name) for u in above)]  # type: ignore[attr-defined]
        if above and data is None:
            self.initial["parent"] = str(above[0].pk)


@staff(Verb.ACCESS_MANAGE)
def unit_new(request: HttpRequest) -> HttpResponse:
    """Find an area by name, then open a unit in it."""
    actor, today = actor_of(request), timezone.localdate()
    chosen = _uuid(request.POST.get("area") or request.GET.get("area"))
    if chosen is None:
        q = request.GET.get("q", "").replace("\0", "").strip()[:80]
        places = [(a, spelled(a, today)) for a in reads.places(actor, q, today)] if q else []
        return render(
            request, "desk/units_place.html", {"q": q, "places": places, "trail": _trail()}
        )
    area = reads.place(actor, chosen, today)
    above = reads.above(actor, area, today)
    form = UnitForm(
        request.POST if request.method == "POST" else None, reads.kinds(area, today), above
    )
    if form.is_valid():
        made = _opened(form, actor, area, {str(u.pk): u for u in above})
        if made is not None:
            messages.success(request, say("units-opened", name=made.name))
            return redirect("unit", unit=made.pk)
    context = {"form": form, "area": area, "place": spelled(area, today), "trail": _trail()}
    return render(request, "desk/units_new.html", context)


def _uuid(text: str | None) -> UUID | None:
    """Return an id as a form sends it; None when there is none. Raises NOT_FOUND for what cannot be one."""
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise NOT_FOUND(thing=Area._meta.label) from None


def _opened(form: UnitForm, actor: Actor, area: Area, above: dict[str, Unit]) -> Unit | None:
    given, at = form.cleaned_data, timezone.now()
    pack = reads.pack_of(area, timezone.localdate(at))
    try:
        return actions.open_unit(
            actor=actor, name=given["name"], kind=given["kind"], area=area, pack=pack,
            letter=given["letter"], parent=above.get(given["parent"]), at=at,
        )  # fmt: skip
    except Problem as problem:
        form.add_error(None, said(problem))
        return None


# -- one unit ---------------------------------------------------------------------------------------


@staff(Verb.ACCESS_MANAGE)
def unit(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Show a unit: its place, who is posted there with which keys, the units under it."""
    actor, at = actor_of(request), timezone.now()
    found = reads.unit(actor, unit)
    above = [found.parent] if found.parent and _ours(actor, found.parent) else []
    held = reads.staff(actor, found, at)
    context = {
        "unit": found,
        "kind": _kind(found),
        "pack_name": load(found.pack).head.name.model_dump(),
        "place": spelled(found.area, timezone.localdate(at)),
        "trail": _trail(*above),
        "people": [_person(h) for h in held if h.current],
        "former": [{"held": h, "role": _role(h.posting)} for h in held if not h.current],
        "children": [
            {"unit": u, "kind": _kind(u)}
            for u in reads.children(actor, found, timezone.localdate(at))
        ],
        "heads": _heads("person", "role", "keys", "do"),
        "former_heads": _heads("person", "role", "until"),
        "child_heads": _heads("name", "kind"),
    }
    return render(request, "desk/units_one.html", context)


def _ours(actor: Actor, unit: Unit) -> bool:
    return reads.within(actor, Unit.objects.filter(pk=unit.pk)).exists()


def _person(held: reads.Held) -> dict[str, object]:
    since = day(held.posting.valid.lower)
    return {"held": held, "role": _role(held.posting), "since": since}


def _role(posting: Posting) -> str:
    return name_of("roles", posting.unit.pack, posting.role)


class RoleForm(forms.Form):
    """A role of the pack, for somebody with an account."""

    role = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, data: object, roles: list[Role]) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # what a request holds, or None
        self.fields["role"].label = say("units-role")
        self.fields["role"].choices = [(r.code, told(r.name)) for r in roles]  # type: ignore[attr-defined]


class PostingForm(RoleForm):
    """Somebody who has an account already."""

    field_order = ("username", "role")
    username = forms.CharField(max_length=60)

    def __init__(self, data: object, roles: list[Role]) -> None:
        super().__init__(data, roles)
        self.fields["username"].label = say("units-username")
        self.fields["username"].help_text = say("units-username-known")


class AccountForm(RoleForm):
    """Somebody new."""

    field_order = ("name", "username", "language", "role")
    name = forms.CharField(max_length=80)
    username = forms.RegexField(USERNAME)
    language = forms.ChoiceField()

    def __init__(self, data: object, roles: list[Role]) -> None:
        super().__init__(data, roles)
        self.fields["name"].label = say("units-person-name")
        self.fields["username"].label = say("units-username")
        self.fields["username"].help_text = say("units-username-hint")
        self.fields["username"].error_messages["invalid"] = say("units-username-invalid")
        self.fields["language"].label = say("units-language")
        self.fields["language"].choices = [(c, say(f"units-language-{c}")) for c in LANGUAGES]  # type: ignore[attr-defined]
        self.initial["language"] = speaking.get()

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).lower()


@staff(Verb.ACCESS_MANAGE)
@never_cache
def account_new(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Make an account with a role here; its first password is shown on the answer and nowhere else."""
    actor, at = actor_of(request), timezone.now()
    place = reads.unit(actor, unit)
    data = request.POST if request.method == "POST" else None
    form = AccountForm(data, reads.roles(place.pack, timezone.localdate(at)))
    if form.is_valid():
        given, password = form.cleaned_data, first_password()
        try:
            user = actions.enrol(
                actor=actor, username=given["username"], name=given["name"], password=password,
                language=given["language"], at=at, given=True,
            )  # fmt: skip
            actions.post(actor=actor, user=user, role=given["role"], unit=place, at=at)
        except Problem as problem:
            form.add_error("username" if problem.code == "name_taken" else None, said(problem))
        else:
            return _shown_once(request, place, "password", password, user)
    return _form(request, form, place, "account-new")


@staff(Verb.ACCESS_MANAGE)
def posting_new(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Give somebody who has an account a role here."""
    actor, at = actor_of(request), timezone.now()
    place = reads.unit(actor, unit)
    data = request.POST if request.method == "POST" else None
    form = PostingForm(data, reads.roles(place.pack, timezone.localdate(at)))
    if form.is_valid():
        given = form.cleaned_data
        try:
            user = reads.account_named(given["username"])
            actions.post(actor=actor, user=user, role=given["role"], unit=place, at=at)
        except Problem as problem:
            text = say("units-nobody") if problem.code == NOT_FOUND.code else said(problem)
            form.add_error("username", text)
        else:
            messages.success(request, say("units-posted", name=user.name))
            return redirect("unit", unit=place.pk)
    return _form(request, form, place, "posting-new")


def _form(request: HttpRequest, form: forms.Form, place: Unit, act: str) -> HttpResponse:
    context = {"form": form, "unit": place, "act": act, "trail": _trail(place)}
    return render(request, "desk/units_form.html", context)


def _shown_once(
    request: HttpRequest, place: Unit | None, what: str, secret: str, user: User
) -> HttpResponse:
    trail = _trail(place) if place else _trail()
    context = {"unit": place, "what": what, "secret": secret, "account": user, "trail": trail}
    return acted(render(request, "desk/units_shown.html", context))


@staff(Verb.ACCESS_MANAGE)
def posting_end(request: HttpRequest, held: UUID) -> HttpResponse:
    """Ask, then end a posting."""
    actor = actor_of(request)
    found = reads.posting(actor, held)
    if request.method == "POST":
        actions.end_posting(actor=actor, posting=found, at=timezone.now())
        messages.success(request, say("units-ended", name=found.user.name))
        return redirect("unit", unit=found.unit_id)
    context = {"posting": found, "role": _role(found), "trail": _trail(found.unit)}
    return render(request, "desk/units_end.html", context)


# -- one account ------------------------------------------------------------------------------------


@staff(Verb.ACCESS_MANAGE)
@never_cache
def account(request: HttpRequest, account: UUID) -> HttpResponse:
    """Show an account with its postings here; close it, open it, give it a new password."""
    actor, at = actor_of(request), timezone.now()
    user = reads.account(actor, account)
    held = [h for h in reads.held_by(actor, user, at) if h.current]
    if request.method == "POST":
        return _acted(request, actor, user, held[0].posting.unit if held else None)
    context = {
        "account": user,
        "people": [{"held": h, "role": _role(h.posting)} for h in held],
        "ours": reads.manages(actor, user, at),
        "trail": _trail(*(h.posting.unit for h in held[:1])),
        "heads": _heads("name", "role"),
    }
    return render(request, "desk/units_account.html", context)


def _acted(request: HttpRequest, actor: Actor, user: User, place: Unit | None) -> HttpResponse:
    act, at = request.POST.get("act"), timezone.now()
    if act == "password":
        password = first_password()
        actions.renew_password(actor=actor, user=user, password=password, at=at)
        return _shown_once(request, place, "password", password, user)
    if act == "lock":
        actions.lock(actor=actor, user=user, at=at)
        messages.success(request, say("units-locked", name=user.name))
    elif act == "unlock":
        actions.unlock(actor=actor, user=user, at=at)
        messages.success(request, say("units-unlocked", name=user.name))
    return redirect("account", account=user.pk)


# -- keys of programs -------------------------------------------------------------------------------


class TokenForm(forms.Form):
    """A key to be: what it is for and for how long."""

    name = forms.CharField(max_length=80)
    days = forms.TypedChoiceField(coerce=int, widget=forms.RadioSelect, initial=DAYS[1])

    def __init__(self, data: object) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # what a request holds, or None
        self.fields["name"].label = say("units-key-name")
        self.fields["name"].help_text = say("units-key-name-hint")
        self.fields["days"].label = say("units-key-days")
        self.fields["days"].choices = [(n, say("units-days", days=n)) for n in DAYS]  # type: ignore[attr-defined]


@staff(Verb.ACCESS_MANAGE)
@never_cache
def token_new(request: HttpRequest, held: UUID) -> HttpResponse:
    """Make a key for a posting; it is shown on the answer and nowhere else."""
    actor, at = actor_of(request), timezone.now()
    posting = reads.posting(actor, held)
    form = TokenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        until = at + timedelta(days=form.cleaned_data["days"])
        made = actions.make_token(
            actor=actor, posting=posting, name=form.cleaned_data["name"], until=until, at=at
        )
        return _shown_once(request, posting.unit, "key", made.key, posting.user)
    return _form(request, form, posting.unit, "key-new")


@staff(Verb.ACCESS_MANAGE)
@require_POST
def token_revoke(request: HttpRequest, token: UUID) -> HttpResponse:
    """End a key at once."""
    actor = actor_of(request)
    found = reads.token(actor, token)
    actions.revoke_token(actor=actor, token=found, at=timezone.now())
    messages.success(request, say("units-key-revoked", name=found.name))
    return redirect("unit", unit=found.posting.unit_id)


urls = [
    path("units/", units, name="units"),
    path("units/new/", unit_new, name="unit_new"),
    path("units/<uuid:unit>/", unit, name="unit"),
    path("units/<uuid:unit>/account/", account_new, name="account_new"),
    path("units/<uuid:unit>/posting/", posting_new, name="posting_new"),
    path("units/postings/<uuid:held>/end/", posting_end, name="posting_end"),
    path("units/postings/<uuid:held>/key/", token_new, name="token_new"),
    path("units/people/<uuid:account>/", account, name="account"),
    path("units/keys/<uuid:token>/revoke/", token_revoke, name="token_revoke"),
]
