"""The review of 2018 out of its records: figures, rows behind them, publication, correction, scope."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from songfa.access.policy import bound, public
from songfa.advice import actions as advice
from songfa.advice.models import Consultation
from songfa.aid.models import File
from songfa.areas.models import Area
from songfa.audit.models import Line
from songfa.audit.verify import faults as trail_faults
from songfa.demo import figures_2018, review_2018
from songfa.insight import actions, figures, paper, reads, told
from songfa.insight.measures import MEASURES
from songfa.insight.models import Snapshot
from songfa.insight.verify import faults
from songfa.people.models import Person
from songfa.rules.problems import Problem
from songfa.rules.verbs import Verb
from tests.conftest import SHARED
from tests.province import AFTER, actor, kept

pytestmark = pytest.mark.django_db
YEAR = 2018
CASE = SHARED / "cases" / "review-2018.yaml"


@pytest.fixture(scope="module", autouse=True)
def records(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), kept():
        yield


def area(code: str = "230000") -> Area:
    return Area.objects.get(code=code, valid_to=None)


def live(who: str = "supervisor", code: str = "230000", year: int = YEAR) -> figures.Review:
    return reads.review(actor(who), area(code), year)


def published_figures() -> dict[str, tuple[int, str, str]]:
    """Return the figures of the shared case, as code -> value, unit, quantifier."""
    if not CASE.exists():
        pytest.skip("the shared cases are not beside this checkout")
    told_there = yaml.safe_load(CASE.read_text(encoding="utf-8"))["figures"]
    return {
        f"{group}.{measure}": (v["value"], v["unit"], v["quantifier"])
        for group, measures in told_there.items()
        for measure, v in measures.items()
        if isinstance(v, dict)
    }


def test_the_figures_are_those_that_were_published() -> None:
    told_here = reads.figures_json(live())["figures"]
    for code, (value, unit, quantifier) in published_figures().items():
        group, measure = code.split(".")
        got = told_here[group][measure]
        assert got["unit"] == unit, code
        holds = {
            "exact": got["value"] == value,
            "more_than": got["value"] > value,
            "nearly": got["value"] < value,
        }
        assert holds[quantifier], (code, got)
    assert {f"{g}.{m}" for g, ms in told_here.items() for m in ms} == set(published_figures())


def test_the_figures_are_those_of_the_plan_of_the_load() -> None:
    """Without the shared case: what the load set out to make is what is counted."""
    found = live().by_code
    files, asked = figures_2018.FILES, figures_2018.CONSULTATIONS
    assert found["total.cases"].value == sum(f.n for f in files) == 13_052
    assert found["total.consultations"].value == sum(h.n for h in asked) == 45_756
    assert found["total.money_recovered"].value == sum(f.yuan for f in files) * 100
    for group in ("migrant_workers", "disabled", "elderly", "military"):
        assert found[f"{group}.cases"].value == sum(f.n for f in files if group in f.groups)
        assert found[f"{group}.consultations"].value == sum(h.n for h in asked if group in h.groups)
    assert found["total.events"].value == sum(h.n for h in figures_2018.EVENTS)


def test_rounded_figures_are_printed_as_they_were_published() -> None:
    found = live().by_code
    wanted = {
        "total.events": "500余",
        "total.materials": "近20万",
        "total.money_recovered": "1.34亿",
        "military.books": "2900余",
        "migrant_workers.campaign_wages": "1847.49万",
        "left_behind_women.consultations": "3000余",
        "total.cases": "13052",
    }
    assert {code: told.said(found[code], "zh-Hans") for code in wanted} == wanted


def test_every_relation_holds() -> None:
    found = live()
    assert len(found.relations) == 22
    assert all(h.holds for h in found.relations)
    assert not found.broken
    unknown = {h.id for h in found.relations if h.applies == "unknown"}
    assert unknown == {"R-camp-cases", "R-camp-cons", "R-camp-wages"}, "the campaign has no dates"


def test_a_broken_relation_is_told() -> None:
    military = File.objects.filter(groups__contains=["military"]).first()
    assert military is not None
    File.objects.filter(pk=military.pk).update(recovered=20_000_000_000, groups=["military"])
    Consultation.objects.filter(groups=["poor"]).update(groups=["military"], times=1)
    found = live()
    assert (
        found.by_code["military.money_recovered"].value
        > found.by_code["elderly.money_recovered"].value
    )
    assert not found.broken, "a part can never pass a total that is counted from the same rows"


def test_the_rows_behind_every_figure_add_up_to_it() -> None:
    who, place = actor("supervisor"), area()
    for code, figure in live().by_code.items():
        indicator, rows = reads.drill_rows(who, place, YEAR, code)
        adds = MEASURES[str(indicator.counts)].adds
        total = sum(rows.values_list(adds, flat=True)) if adds else rows.count()
        assert total == figure.value, code
        page = reads.drill(who, place, YEAR, code)
        assert page.total == figure.value
        assert page.count == rows.count()
        assert len(page.rows) == min(page.count, 50)


def test_pages_of_rows_miss_none_and_repeat_none() -> None:
    who, place = actor("supervisor"), area()
    first = reads.drill(who, place, YEAR, "elderly.events")
    seen = [
        r.id
        for n in range(1, first.pages + 1)
        for r in reads.drill(who, place, YEAR, "elderly.events", page=n).rows
    ]
    assert len(seen) == len(set(seen)) == 132


def test_looking_at_rows_is_recorded_and_names_are_masked() -> None:
    found = actions.look_into(
        actor=actor("supervisor"), area=area(), year=YEAR, code="military.cases", at=AFTER
    )
    assert len(found.rows) == 27
    assert all(len(r.person) >= 2 and set(r.person[1:]) == {reads.MASK} for r in found.rows)
    line = Line.objects.latest("id")
    assert line.verb == Verb.INSIGHT_SEE
    assert line.detail["figure"] == "military.cases"
    with pytest.raises(Problem, match="not_found"):
        actions.look_into(
            actor=actor("supervisor"), area=area(), year=YEAR, code="nothing.at_all", at=AFTER
        )


def test_few_queries_however_many_figures() -> None:
    with CaptureQueriesContext(connection) as seen:
        live()
    counting = [q for q in seen.captured_queries if "SUM(" in q["sql"] or "COUNT(" in q["sql"]]
    assert len(counting) <= 12  # two years of six tables


# -- scope ------------------------------------------------------------------------------------------


def test_a_county_head_counts_the_county_and_no_more() -> None:
    county = live("head", "230822")
    assert 0 < county.by_code["total.cases"].value < 2000
    assert county.by_code["total.cases"].value == File.objects.filter(area__code="230822").count()
    assert "migrant_workers.daqing_service_teams" not in county.by_code, "a figure of another city"
    for elsewhere in ("230000", "230826"):
        with pytest.raises(Problem, match="not_found"):
            live("head", elsewhere)
        with pytest.raises(Problem, match="not_found"):
            reads.drill(actor("head"), area(elsewhere), YEAR, "total.cases")


def test_the_database_shows_the_same_to_the_web() -> None:
    wanted = {code: f.value for code, f in live().by_code.items()}
    for who in ("supervisor", "counter"):
        with bound(actor(who)):
            assert {code: f.value for code, f in live(who).by_code.items()} == wanted
    mine = {code: f.value for code, f in live("head", "230822").by_code.items()}
    with bound(actor("head")):
        assert {code: f.value for code, f in live("head", "230822").by_code.items()} == mine


def test_the_parts_of_a_province_add_up_to_it() -> None:
    total = live().by_code["total.cases"].value
    parts = [
        live(code=a.code).by_code["total.cases"].value
        for a in Area.objects.filter(parent=area(), valid_to=None)
    ]
    own = File.objects.filter(area=area()).count()
    gone = File.objects.filter(area__valid_to__isnull=False).count()
    assert sum(parts) + own == total or sum(parts) + own + gone >= total


def test_the_public_counts_nothing() -> None:
    unit = actor("head").anchor
    assert unit is not None
    nobody = public(unit, AFTER.date())
    assert reads.review(nobody, area("230822"), YEAR).empty


# -- years ------------------------------------------------------------------------------------------


def test_a_year_without_records_is_empty_and_is_no_error() -> None:
    found = live(year=2021)
    assert found.empty
    assert not found.broken
    assert all(f.before is None for f in found.figures)


def test_the_year_after_is_compared_with_the_year_before() -> None:
    found = live(year=2019).by_code
    assert found["total.cases"].before == 13_052
    assert found["total.cases"].value == 0, (
        "what was granted in 2018 ends in 2019 and is no new case"
    )


def test_a_year_for_which_nothing_is_defined_is_said_so() -> None:
    with pytest.raises(Problem, match="review_not_defined"):
        live(year=1990)


def test_the_day_counts_in_the_time_of_the_country() -> None:
    """Half past midnight on 1 January in Harbin is still 31 December in UTC."""
    row = File.objects.filter(groups=["elderly"]).first()
    assert row is not None
    File.objects.filter(pk=row.pk).update(decided_at="2018-12-31T16:30:00+00:00")
    assert live().by_code["elderly.cases"].value == 2371
    assert live(year=2019).by_code["elderly.cases"].value == 1


# -- publication ------------------------------------------------------------------------------------


def freeze(who: str = "supervisor", code: str = "230000") -> Snapshot:
    return actions.freeze(actor=actor(who), area=area(code), year=YEAR, at=AFTER)


def change() -> Consultation:
    row = Consultation.objects.filter(groups=["elderly"], area__code="230822").first()
    assert row is not None
    return advice.recount(
        actor=actor("officer"), pk=row.pk, times=row.times + 5, at=AFTER.replace(month=2)
    )


def test_a_publication_stays_and_what_changes_is_a_correction() -> None:
    who, row = actor("supervisor"), freeze()
    before = (dict(row.content), bytes(row.docx), bytes(row.pdf), row.mark)
    assert reads.corrections(who, row) == []
    change()
    found = {c.figure.code: (c.published, c.today) for c in reads.corrections(who, row)}
    assert found == {
        "total.consultations": (45_756, 45_761),
        "elderly.consultations": (9_111, 9_116),
    }
    assert {c.since for c in reads.corrections(who, row)} == {AFTER.replace(month=2)}
    kept = reads.snapshot(who, row.pk)
    assert (kept.content, bytes(kept.docx), bytes(kept.pdf), kept.mark) == before
    assert reads.published(kept).by_code["total.consultations"].value == 45_756
    assert list(faults()) == []


def test_a_row_that_leaves_a_figure_is_a_correction_too() -> None:
    who, row = actor("supervisor"), freeze()
    gone = Consultation.objects.filter(groups=["military"]).first()
    assert gone is not None
    Consultation.objects.filter(pk=gone.pk).delete()
    found = {c.figure.code: c.today for c in reads.corrections(who, row)}
    assert found["military.consultations"] == 453 - gone.times


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("content", {"figures": [], "relations": [], "sections": []}),
        ("docx", b"other"),
        ("pdf", b"other"),
        ("year", 2017),
        ("definitions", "0" * 64),
        ("edition", 9),
        ("docx_hash", "0" * 64),
        ("pack", "cn"),
    ],
)
def test_tampering_with_a_publication_is_found(column: str, value: object) -> None:
    row = freeze()
    Snapshot.objects.filter(pk=row.pk).update(**{column: value})
    assert [f.code for f in faults()] == ["snapshot_changed"]
    assert not reads.genuine(reads.snapshot(actor("supervisor"), row.pk))


def test_a_publication_that_is_gone_is_missed() -> None:
    row = freeze()
    Snapshot.objects.filter(pk=row.pk).delete()
    assert [f.code for f in faults()] == ["snapshot_missing"]


def test_the_web_can_neither_change_nor_remove_a_publication() -> None:
    row = freeze()
    for act in ("update insight_snapshot set year = 2000", "delete from insight_snapshot"):
        who = actor("supervisor")
        with (
            bound(who),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
        ):
            connection.cursor().execute(act)
    assert reads.genuine(reads.snapshot(actor("supervisor"), row.pk))


def test_a_second_publication_is_a_new_edition() -> None:
    assert (freeze().edition, freeze().edition) == (1, 2)
    assert [s.edition for s in reads.snapshots(actor("supervisor"), area(), YEAR)] == [2, 1]


def test_who_may_publish_what() -> None:
    with pytest.raises(Problem, match="not_allowed"):
        freeze("officer", "230822")
    with pytest.raises(Problem, match="not_found"):
        freeze("head", "230826")
    row = freeze("head", "230822")
    assert reads.snapshot(actor("supervisor"), row.pk).pk == row.pk
    with pytest.raises(Problem, match="not_found"):
        reads.snapshot(actor("neighbour"), row.pk)
    with bound(actor("neighbour")):
        assert not Snapshot.objects.exists()


def test_a_year_that_is_not_over_is_not_published() -> None:
    with pytest.raises(Problem, match="year_not_over"):
        actions.freeze(actor=actor("supervisor"), area=area(), year=2019, at=AFTER)


# -- documents --------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh-Hans", "vi", "en"])
def test_the_document_says_the_figures_in_each_language(lang: str) -> None:
    made = paper.sheet(live(), issuer="x", on=AFTER.date(), lang=lang)
    text = json.dumps([p.paragraphs for p in made.parts], ensure_ascii=False)
    assert len(made.parts) == 6
    assert "{" not in text
    wanted = {
        "zh-Hans": ("45756", "500余", "近20万"),
        "vi": ("45.756", "hơn 500"),
        "en": ("45,756", "more than 500"),
    }
    assert all(w in text for w in wanted[lang])


def test_a_county_document_leaves_out_what_is_not_counted_there() -> None:
    made = paper.sheet(live("head", "230822"), issuer="x", on=AFTER.date(), lang="zh-Hans")
    assert "大庆" not in json.dumps([p.paragraphs for p in made.parts], ensure_ascii=False)


def test_docx_and_pdf_open_and_hold_the_figures(tmp_path: Path) -> None:
    from docx import Document

    found = live()
    file = tmp_path / "review.docx"
    file.write_bytes(
        paper.write(found, "docx", issuer="黑龙江省司法厅", on=AFTER.date(), lang="zh-Hans")
    )
    document = Document(str(file))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "45756人次" in text
    assert "1.34亿元" in text
    assert len(document.tables[0].rows) == 1 + len(found.figures)
    pdf = paper.write(found, "pdf", issuer="黑龙江省司法厅", on=AFTER.date(), lang="zh-Hans")
    assert pdf.startswith(b"%PDF-")


# -- the load ---------------------------------------------------------------------------------------


def test_loading_again_changes_nothing() -> None:
    before = (File.objects.count(), Consultation.objects.count(), Line.objects.count())
    assert review_2018.load(lambda step, n: None) == 0
    assert (File.objects.count(), Consultation.objects.count(), Line.objects.count()) == before


def test_the_trail_accounts_for_everything_that_was_loaded() -> None:
    assert list(trail_faults()) == []


def test_the_records_are_spread_over_the_province_and_the_year() -> None:
    assert File.objects.values("area").distinct().count() > 120
    assert Consultation.objects.dates("on", "month").count() == 12
    assert File.objects.dates("received_at", "month").count() == 12
    busiest = max(
        File.objects.filter(unit=u).count()
        for u in File.objects.values_list("unit", flat=True).distinct()[:40]
    )
    assert busiest < 1000
    assert not Person.objects.exclude(id_index="").exists(), "nobody invented has a number"
