"""One page with one form about something of a file: drawn, sent, and back to where it came from."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from songfa.base.http import STATUS
from songfa.rules.problems import Kind, Problem
from songfa.words.say import say
from songfa.words.tell import tell


def one_form(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    *,
    title: str,
    back: str,
    trail: object,
    done: str,
    caption: str = "",
    lede: str = "",
    widths: dict[str, str] | None = None,
) -> HttpResponse:
    """Draw the form, or do what was sent; what is wrong is said on the page, with what was typed."""
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                do(form.cleaned_data)
            except Problem as why:
                if why.kind not in (Kind.INVALID, Kind.CONFLICT):
                    raise
                status = STATUS[why.kind]
                form.add_error(None, tell(why))
            else:
                messages.success(request, done)
                return redirect(back)
    context = {
        "form": form, "title": title, "caption": caption, "lede": lede, "back": back, "trail": trail,
        "widths": widths or {}, "button": title, "cancel": say("file-cancel"),
    }  # fmt: skip
    return render(request, "desk/files/work_form.html", context, status=status)
