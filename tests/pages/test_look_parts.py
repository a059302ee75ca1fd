"""The components: what they draw for a form, in three languages, safe from what people type."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from songfa.rules.problems import NOT_FOUND, ProblemType
from songfa.web.boxes import DayBoxes, DayField
from songfa.web.templatetags.look import faults, focus_id, sentences
from songfa.words.say import LANGUAGES, say, speaking
from tests.pages.test_look_build import TEMPLATES, WEB

EVIL = '"><script>alert(1)</script>'


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    token = speaking.set(request.param)
    yield request.param
    speaking.reset(token)


class Form(forms.Form):
    name = forms.CharField(label="Name", max_length=5, help_text="As on the card")
    born = DayField(label="Born")
    matter = forms.ChoiceField(
        label="Matter", choices=[("w", "Wages"), ("f", "Family")], widget=forms.RadioSelect
    )
    groups = forms.MultipleChoiceField(
        label="Groups",
        choices=[("m", "Migrant"), ("d", "Disabled")],
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.ChoiceField(label="Place", choices=[("", ""), ("a", EVIL)])
    income = forms.IntegerField(label="Income", min_value=0)
    story = forms.CharField(label="Story", max_length=9, widget=forms.Textarea)
    paper = forms.FileField(label="Paper")
    secret = forms.CharField(label="Secret", widget=forms.PasswordInput)
    true = forms.BooleanField(label="All true")


FIELDS = tuple(Form.base_fields)


def drawn(source: str, **context: Any) -> str:
    """Draw a piece without a request: the components need nothing of the site around them."""
    template = engines["django"].from_string(CottonCompiler().process(source))
    return str(template.render(context))


def field(form: forms.Form, name: str, more: str = "") -> str:
    return drawn(f'<c-field :field="field" {more} />', field=form[name])


@pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda p: p.relative_to(WEB / "templates").as_posix()
)
def test_every_template_compiles(template: Any) -> None:
    get_template(template.relative_to(WEB / "templates").as_posix())


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_ties_its_hint_and_error_to_its_control(language: str, name: str) -> None:
    html = field(Form({}), name, 'hint="A hint"')
    described = re.search(r'aria-describedby="([^"]*)"', html)
    assert described
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    assert {f"id_{name}-hint", f"id_{name}-error"} == set(described[1].split()) <= ids
    assert say("field-error-required") in html
    assert "<label" in html


@pytest.mark.parametrize("name", FIELDS)
def test_a_sound_field_says_nothing_of_errors(name: str) -> None:
    html = field(Form(), name)
    assert "error" not in html
    assert "aria-invalid" not in html


def test_the_summary_leads_to_controls_that_exist(language: str) -> None:
    form = Form({})
    page = "".join(field(form, name) for name in FIELDS)
    ids = re.findall(r'\sid="([^"]*)"', page)
    found = faults(form)
    assert len(ids) == len(set(ids))
    assert len(found) == len(FIELDS)
    assert {fault.target for fault in found} <= set(ids)
    summary = drawn('<c-error-summary :form="form" />', form=form)
    assert summary.count("<a href=") == len(FIELDS)
    assert say("look-fault", label="Name", text=say("field-error-required")) in summary


def test_no_summary_without_errors() -> None:
    assert drawn('<c-error-summary :form="form" />', form=Form()).strip() == ""


@pytest.mark.parametrize("name", ["name", "story", "income", "born"])
def test_what_people_type_stays_text(name: str) -> None:
    html = field(Form({name: EVIL, f"{name}-year": EVIL}), name)
    assert "<script" not in html
    assert "&lt;script" in html


@pytest.mark.parametrize("part", ["title", "caption", "lede"])
def test_attributes_are_escaped_once(part: str) -> None:
    html = drawn(f'<c-page-title {part}="{{{{ text }}}}" />', text=f"a & b {EVIL}")
    assert "<script" not in html
    assert "a &amp; b" in html
    assert "&amp;amp;" not in html


def test_passwords_and_files_never_come_back() -> None:
    assert "hunter2" not in field(Form({"secret": "hunter2"}), "secret")
    assert "value=" not in field(Form({"paper": "x"}), "paper")


def test_a_form_keeps_its_answers() -> None:
    form = Form(
        {"matter": "f", "groups": ["d"], "place": "a", "story": "so", "true": "on", "name": "Ann"}
    )
    assert re.search(r'value="f" checked', field(form, "matter"))
    assert re.search(r'value="d" checked', field(form, "groups"))
    assert re.search(r'<option value="a" selected', field(form, "place"))
    assert "\nso</textarea>" in field(form, "story")
    assert "checked" in field(form, "true")
    assert 'value="Ann"' in field(form, "name")


def test_words_of_stock_errors(language: str) -> None:
    form = Form({"name": "far too long", "income": "-1", "place": "z"})
    assert sentences(form["name"].errors) == [say("field-error-max-length", limit_value=5)]
    assert sentences(form["income"].errors) == [say("field-error-min-value", limit_value=0)]
    assert sentences(form["place"].errors) == [say("field-error-invalid-choice")]


def test_a_sentence_of_the_form_itself_stays() -> None:
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Tell us your name."})

    assert sentences(Own({})["name"].errors) == ["Tell us your name."]
    assert faults(Own({}))[0].label == ""


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        ("2026", "2", "28", date(2026, 2, 28)),
        ("２０２６", " 2 ", "08", date(2026, 2, 8)),
        ("2026", "2", "30", "day_impossible"),
        ("2026", "13", "1", "day_impossible"),
        ("0", "1", "1", "day_impossible"),
        ("2026", "", "1", "day_incomplete"),
        ("2026", "May", "1", "day_unreadable"),
        ("2026", "-1", "1", "day_unreadable"),
        ("99999999999", "1", "1", "day_unreadable"),
        ("2026", "²²", "x", "day_unreadable"),
        ("", "", "", "required"),
    ],
)
def test_a_day_in_three_boxes(year: str, month: str, day: str, expected: date | str) -> None:
    data = {"born-year": year, "born-month": month, "born-day": day}
    value = DayBoxes().value_from_datadict(data, {}, "born")
    if isinstance(expected, date):
        assert DayField().clean(value) == expected
        return
    with pytest.raises(ValidationError) as wrong:
        DayField().clean(value)
    assert wrong.value.error_list[0].code == expected


def test_an_empty_day_may_be_left_out() -> None:
    assert DayField(required=False).clean(("", "", "")) is None


def test_boxes_follow_the_habit_of_the_language(language: str) -> None:
    html = field(Form(initial={"born": date(1968, 3, 12)}), "born")
    names = re.findall(r'name="born-(\w+)"', html)
    assert names == (
        ["year", "month", "day"] if language == "zh-Hans" else ["day", "month", "year"]
    )
    assert sorted(re.findall(r'value="(\d+)"', html)) == ["12", "1968", "3"]
    assert focus_id(Form()["born"]) == f"id_born-{names[0]}"


def test_reading_aids_show_the_choice_and_follow_the_way_to_the_content() -> None:
    context = {
        "problem": NOT_FOUND(),
        "reading": {"size": "large", "contrast": "high", "width": "simple"},
        "request": RequestFactory().get("/x/?a=1"),
        "csrf_token": "token",
    }
    html = render_to_string("problem.html", context)
    pressed = re.findall(r'value="(\w+)" aria-pressed="true"', html)
    assert sorted(pressed) == ["high", "large", "simple"]
    assert 'data-size="large" data-contrast="high" data-width="simple"' in html
    assert html.index('href="#main"') < html.index('name="size"') < html.index("<main")
    assert 'name="next" value="/x/?a=1"' in html
    assert "csrfmiddlewaretoken" in html


def test_a_problem_without_words_is_said_by_its_kind(language: str) -> None:
    kind = NOT_FOUND.kind
    html = render_to_string("problem.html", {"problem": ProblemType("never_heard_of", kind)()})
    assert say(f"look-problem-{kind.value}") in html


def test_a_broken_server_still_speaks_three_languages() -> None:
    """Django draws this page without a request: no context processor has run."""
    html = get_template("500.html").render()
    for language in LANGUAGES:
        assert say("problem-server-fault", lang=language) in html


@pytest.mark.parametrize("page", ["400.html", "403.html", "403_csrf.html", "404.html"])
def test_refusals_wear_the_look(page: str) -> None:
    html = render_to_string(page)
    assert "<main" in html
    assert html.count("<h1") == 1
