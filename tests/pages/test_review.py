"""The review's pages: figures that open, publication, correction; and the forms that make the records."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from songfa.advice.models import Consultation
from songfa.aid import actions as aid
from songfa.audit.models import Line
from songfa.insight.models import Snapshot
from songfa.outreach.models import Distribution, Event
from songfa.rules.verbs import Verb
from tests.rooms.test_aid import WAGES
from tests.town import Town

pytestmark = pytest.mark.django_db
LAST_YEAR = timezone.localdate().year - 1
REVIEW = f"/en/desk/review/?area=230822&year={LAST_YEAR}"


@pytest.fixture(autouse=True)
def _one_factor(settings: Any) -> None:
    settings.SECOND_FACTOR_FOR_STAFF = False


def client(town: Town, who: str) -> Client:
    made = Client()
    made.force_login(town.users[who], backend="django.contrib.auth.backends.ModelBackend")
    return made


def asked(town: Town, times: int, unit: str = "centre") -> Consultation:
    place = town.units[unit]
    return Consultation.objects.create(
        channel="visit", groups=["elderly"], times=times, on=date(LAST_YEAR, 5, 4), pack=place.pack,
        created_at=town.noon, area=place.area, area_path=place.area_path, unit=place,
    )  # fmt: skip


def test_the_page_shows_figures_that_lead_to_their_rows(town: Town) -> None:
    asked(town, 7)
    page = client(town, "head").get(REVIEW)
    text = page.content.decode()
    assert page.status_code == 200
    assert f"Huanan, {LAST_YEAR}" in text
    assert "23 relations, all hold" in text
    address = f"/en/desk/review/rows/elderly.consultations/?area=230822&amp;year={LAST_YEAR}"
    assert address in text
    rows = client(town, "head").get(address.replace("&amp;", "&"))
    assert rows.status_code == 200
    assert rows.content.decode().count('class="rows__lead"') == 1
    assert (
        Line.objects.filter(verb=Verb.INSIGHT_SEE, detail__figure="elderly.consultations").count()
        == 1
    )


@pytest.mark.parametrize("language", ["en", "zh-hans", "vi"])
def test_the_page_speaks_each_language(town: Town, language: str) -> None:
    asked(town, 7)
    assert client(town, "head").get(REVIEW.replace("/en/", f"/{language}/")).status_code == 200


@pytest.mark.parametrize(
    ("language", "whole", "part"),
    [
        ("en", "applications refused", "refused: hardship not met"),
        ("zh-hans", "决定不予援助", "不予援助：不符合经济困难条件"),
        ("vi", "yêu cầu bị từ chối", "từ chối: không đáp ứng điều kiện khó khăn"),
    ],
)
def test_the_figures_of_the_procedure_stand_as_tiles_that_open(
    town: Town, language: str, whole: str, part: str
) -> None:
    """With the parts of each whole that are not nought, each leading to its rows."""
    year = town.noon.year
    officer, unit = town.actor("officer"), town.units["centre"]
    file = aid.apply(actor=officer, unit=unit, application=WAGES, at=town.noon).file
    aid.refuse(
        actor=officer, file=file, reasons=["hardship_not_met"], text="收入超过标准", at=town.noon
    )
    address = f"/{language}/desk/review/?area=230822&year={year}"
    page = client(town, "supervisor").get(address)
    text = page.content.decode()
    shown = page.context["procedure"]
    labels = {tile.label.partition(" (")[0].partition("（")[0]: tile for tile in shown["tiles"]}
    assert labels[whole].text == "1"
    assert labels[whole].url.replace("&", "&amp;") in text
    (one,) = (x for x in shown["parts"] if x["whole"].label.startswith(whole))
    (ground,) = one["parts"]
    assert ground.label.startswith(part)
    assert ground.url.replace("&", "&amp;") in text
    # a part is no tile of its own, and one that is nought is not shown
    assert not any(tile.label.startswith(part) for tile in shown["tiles"])
    rows = client(town, "supervisor").get(ground.url)
    assert rows.status_code == 200
    assert file.number in rows.content.decode()


def test_an_empty_year_says_so(town: Town) -> None:
    text = client(town, "head").get(REVIEW).content.decode()
    assert f"Nothing was recorded in {LAST_YEAR}" in text
    assert "review/publish" not in text


@pytest.mark.parametrize(
    "query",
    [
        "area=230822&year=abc",
        "area=230822&year=%D9%A2",
        "year=99999",
        "area=&year=",
        "area=230822&year=1990",
        "page=x",
    ],
)
def test_odd_addresses_are_no_errors(town: Town, query: str) -> None:
    asked(town, 1)
    assert client(town, "head").get(f"/en/desk/review/?{query}").status_code in (200, 404)


def test_another_county_is_not_found(town: Town) -> None:
    page = client(town, "head")
    for address in (REVIEW, f"/en/desk/review/rows/total.cases/?area=230822&year={LAST_YEAR}"):
        assert page.get(address.replace("230822", "230826")).status_code == 404
        assert page.get(address.replace("230822", "230000")).status_code == 404


def test_who_lacks_the_verb_is_turned_away(town: Town) -> None:
    assert client(town, "contact").get(REVIEW).status_code == 403
    assert (
        client(town, "officer")
        .post(f"/en/desk/review/publish/?area=230822&year={LAST_YEAR}")
        .status_code
        == 403
    )
    assert Client().get(REVIEW).status_code == 302


def test_publish_change_and_read_the_correction(town: Town) -> None:
    row = asked(town, 7)
    head = client(town, "head")
    answer = head.post(f"/en/desk/review/publish/?area=230822&year={LAST_YEAR}")
    snapshot = Snapshot.objects.get()
    assert answer["Location"] == f"/en/desk/review/published/{snapshot.pk}/"
    text = head.get(answer["Location"]).content.decode()
    assert "Seal checked" in text
    assert 'id="corrections"' not in text
    head.post(f"/en/desk/advice/{row.pk}/recount/", {"times": "9"})
    text = head.get(answer["Location"]).content.decode()
    assert 'id="corrections"' in text
    assert "2 corrected" in text
    assert head.get(f"{answer['Location']}review.docx").content == bytes(snapshot.docx)
    assert head.get(f"{answer['Location']}review.pdf").content == bytes(snapshot.pdf)
    assert client(town, "stranger").get(answer["Location"]).status_code == 404
    Snapshot.objects.update(year=2001)
    assert "Seal broken" in head.get(answer["Location"]).content.decode()


def test_live_documents(town: Town) -> None:
    asked(town, 7)
    head = client(town, "head")
    for form, magic in (("docx", b"PK"), ("pdf", b"%PDF")):
        answer = head.get(f"/zh-hans/desk/review/document.{form}?area=230822&year={LAST_YEAR}")
        assert answer.content.startswith(magic)
        assert "attachment" in answer["Content-Disposition"]


def test_the_vietnamese_review(town: Town) -> None:
    asked(town, 3, "vn_centre")
    page = client(town, "vn_head").get(f"/vi/desk/review/?year={LAST_YEAR}")
    assert "Thành phố Cần Thơ" in page.content.decode()
    assert (
        client(town, "vn_head")
        .get(f"/vi/desk/review/document.pdf?year={LAST_YEAR}")
        .content.startswith(b"%PDF")
    )


# -- the forms --------------------------------------------------------------------------------------

DAY = {"on-year": str(LAST_YEAR), "on-month": "3", "on-day": "5"}


def test_a_consultation_is_recorded(town: Town) -> None:
    worker = client(town, "worker")
    assert worker.get("/zh-hans/desk/advice/new/").status_code == 200
    form = {
        "channel": "visit",
        "matter": "labour_wages",
        "groups": ["migrant_workers"],
        "times": "3",
        "question": "工资",
        **DAY,
    }
    assert worker.post("/zh-hans/desk/advice/new/", form).status_code == 302
    row = Consultation.objects.get()
    assert (row.times, row.groups, row.unit, row.question) == (
        3,
        ["migrant_workers"],
        town.units["station"],
        "工资",
    )
    assert worker.get("/zh-hans/desk/advice/").content.decode().count("rows__lead") == 1
    assert (
        client(town, "stranger").get("/zh-hans/desk/advice/").content.decode().count("rows__lead")
        == 0
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"times": "0"},
        {"times": "x"},
        {"channel": "pigeon"},
        {"on-month": "13"},
        {"on-year": "2199"},
        {"groups": ["nobody"]},
    ],
)
def test_a_wrong_consultation_is_refused_and_nothing_is_kept(
    town: Town, wrong: dict[str, object]
) -> None:
    form = {"channel": "visit", "times": "1", **DAY, **wrong}
    answer = client(town, "worker").post("/zh-hans/desk/advice/new/", form)
    assert answer.status_code == 400
    assert "govuk-error-summary" in answer.content.decode()
    assert not Consultation.objects.exists()


def test_events_and_materials_are_recorded(town: Town) -> None:
    head = client(town, "head")
    for address in ("events/new/", "events/materials/new/"):
        assert head.get(f"/vi/desk/{address}").status_code == 200
    event = {
        "topic": "赡养与继承",
        "kind": "lecture",
        "attendance": "40",
        "groups": ["elderly"],
        **DAY,
    }
    assert head.post("/en/desk/events/new/", event).status_code == 302
    assert (
        head.post(
            "/en/desk/events/materials/new/",
            {"kind": "leaflet", "copies": "200", "groups": ["elderly"], **DAY},
        ).status_code
        == 302
    )
    assert Event.objects.get().attendance == 40
    row = Distribution.objects.get()
    assert (
        head.post(f"/en/desk/events/materials/{row.pk}/recount/", {"copies": "150"}).status_code
        == 302
    )
    assert Distribution.objects.get().copies == 150
    for chosen in ("events", "materials"):
        assert head.get(f"/en/desk/events/?list={chosen}").content.decode().count("rows__lead") == 1
    assert head.post("/en/desk/events/new/", {**event, "on-year": "2199"}).status_code == 400
    assert (
        client(town, "stranger")
        .post(f"/en/desk/events/materials/{row.pk}/recount/", {"copies": "1"})
        .status_code
        == 404
    )
