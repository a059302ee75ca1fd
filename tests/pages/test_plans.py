"""The pages of plans: upload, check, correct, give out, adopt, report, answer; who is let in and who is not."""

import re
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from songfa.audit.models import Line
from songfa.outreach.actions import plans as actions
from songfa.outreach.actions import shares as share_actions
from songfa.outreach.models import Evidence, Obstacle, Plan, Share, Task
from songfa.papers.uploads import Upload
from tests.rooms.plan_read import TEXT
from tests.town import Town

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 60
# a plan of next year, whenever the test runs
YEAR = timezone.localdate().year + 1
DOCUMENT = TEXT.replace("2027", str(YEAR)).replace("2026", str(YEAR - 1)).encode()


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.SECOND_FACTOR_FOR_STAFF = False


def enter(town: Town, key: str, client: Client | None = None) -> Client:
    client = client or Client()
    client.force_login(town.users[key], backend="django.contrib.auth.backends.ModelBackend")
    return client


def ask(client: Client, name: str, *args: object, query: str = "") -> Any:
    return client.get(reverse(name, args=args) + query)


def drawn(town: Town) -> Plan:
    return actions.draft(
        actor=town.actor("head"), at=timezone.now(), upload=Upload("方案.txt", DOCUMENT)
    ).plans[0]


def running(town: Town) -> Plan:
    plan = drawn(town)
    actions.assign_suggested(actor=town.actor("head"), at=timezone.now(), plan=plan)
    return actions.adopt(actor=town.actor("head"), at=timezone.now(), plan=plan)


def share_of(town: Town, plan: Plan, unit: str) -> Share:
    return Share.objects.get(plan=plan, unit=town.units[unit])


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def send(client: Client, data: bytes, name: str = "plan.txt") -> Any:
    return client.post(reverse("plan_upload"), {"document": SimpleUploadedFile(name, data)})


def test_a_document_is_uploaded_and_read(town: Town) -> None:
    client = enter(town, "officer")
    assert ask(client, "plan_upload").status_code == 200
    answer = send(client, DOCUMENT)
    plan = Plan.objects.get()
    assert answer["Location"] == reverse("plan", args=[plan.pk])
    page = client.get(answer["Location"])
    assert page.status_code == 200
    assert "办好法治宣传" in text(page)
    assert "线" not in plan.title
    again = send(client, DOCUMENT)
    assert again["Location"] == reverse("plan_source", args=[plan.source_id])
    assert plan.title in text(client.get(again["Location"]))
    client.post(again["Location"])
    assert Plan.objects.count() == 2


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 broken", b"%PDF-1.4 broken", "只有一句话。".encode()]
)
def test_what_cannot_be_read_is_said_and_nothing_is_kept(town: Town, data: bytes) -> None:
    answer = send(
        enter(town, "officer"), data, "../../x.docx" if data.startswith(b"PK") else "x.txt"
    )
    assert answer.status_code == 400
    assert "govuk-error-message" in answer.content.decode()
    assert not Plan.objects.exists()


def test_the_review_of_a_year_is_no_plan(town: Town) -> None:
    review = (
        Path(__file__).resolve().parents[2].parent / "shared" / "seeds" / "004_4196a01c7a3f2309.txt"
    )
    if not review.exists():
        pytest.skip("the sample documents are not beside this checkout")
    answer = send(enter(town, "officer"), review.read_bytes())
    assert answer.status_code == 400
    assert "工作回顾" in text(answer)
    assert not Plan.objects.exists()


def test_a_task_is_seen_beside_its_lines_and_corrected(town: Town) -> None:
    plan, client = drawn(town), enter(town, "officer")
    task = plan.tasks.get(title__contains="讲座")
    page = ask(client, "plan_task", task.pk).content.decode()
    first = re.search(r'id="line-(\d+)" class="source__hit"', page)
    assert first
    assert int(first[1]) == task.first_line
    assert 'href="#line-' in page
    opened = ask(client, "plan_task", task.pk, query="?edit=lead").content.decode()
    assert 'name="lead"' in opened
    url = reverse("plan_correct", args=[task.pk, "lead"])
    assert (
        client.post(url, {"lead": "县残联\r\n 县妇联 \r\n"})["Location"]
        == reverse("plan_task", args=[task.pk]) + "#task"
    )
    task.refresh_from_db()
    assert task.lead == ["县残联", "县妇联"]
    assert "原文：县残联" in text(ask(client, "plan_task", task.pk))
    client.post(
        reverse("plan_correct", args=[task.pk, "end"]),
        {"end-year": "", "end-month": "9", "end-day": ""},
    )
    task.refresh_from_db()
    assert task.end == "--09"
    wrong = client.post(
        reverse("plan_correct", args=[task.pk, "end"]),
        {"end-year": str(YEAR), "end-month": "2", "end-day": "30"},
    )
    assert wrong.status_code == 400
    assert "日历上没有这一天" in text(wrong)
    assert (
        client.post(
            reverse("plan_correct", args=[task.pk, "state"]), {"state": "adopted"}
        ).status_code
        == 404
    )


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "text",
        "lead",
        "partners",
        "start",
        "end",
        "frequency",
        "quantity",
        "products",
        "budget",
        "audiences",
    ],
)
def test_every_field_opens_and_is_saved_as_it_stands(town: Town, field: str) -> None:
    plan, client = drawn(town), enter(town, "officer")
    task = plan.tasks.get(title__contains="讲座")
    page = ask(client, "plan_task", task.pk, query=f"?edit={field}").content.decode()
    form = page[page.index(reverse("plan_correct", args=[task.pk, field])) :]
    form = form[: form.index("</form>")]
    data: dict[str, Any] = dict(
        re.findall(r'<input[^>]*name="([^"]+)"[^>]*type="text"[^>]*value="([^"]*)"', form)
    )
    data |= dict(re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s*([^<]*)</textarea>', form))
    before = {k: v for k, v in vars(task).items() if not k.startswith(("_", "corrected"))}
    assert client.post(reverse("plan_correct", args=[task.pk, field]), data).status_code == 302
    task = Task.objects.get(pk=task.pk)
    after = {k: v for k, v in vars(task).items() if not k.startswith(("_", "corrected"))}
    assert after == before


def test_one_task_after_the_other(town: Town) -> None:
    plan, client = drawn(town), enter(town, "officer")
    tasks = list(plan.tasks.order_by("place"))
    for task, following in pairwise(tasks):
        answer = client.post(reverse("plan_right", args=[task.pk]))
        assert answer["Location"] == reverse("plan_task", args=[following.pk])
    assert client.post(reverse("plan_right", args=[tasks[-1].pk]))["Location"] == reverse(
        "plan_units", args=[plan.pk]
    )
    assert not plan.tasks.filter(checked_at__isnull=True).exists()
    client.post(reverse("plan_merge", args=[tasks[-1].pk]))
    client.post(reverse("plan_remove", args=[tasks[0].pk]))
    client.post(
        reverse("plan_add", args=[plan.pk]), {"title": "入户走访", "after": str(tasks[1].pk)}
    )
    assert plan.tasks.count() == len(tasks) - 1
    client.post(reverse("plan_add", args=[plan.pk]), {"title": ""})
    assert plan.tasks.count() == len(tasks) - 1


def test_head_units_and_adoption(town: Town) -> None:
    plan, client = drawn(town), enter(town, "head")
    answer = client.post(
        reverse("plan_head", args=[plan.pk]),
        {
            "title": plan.title,
            "number": "桦司发〔2027〕1号",
            "issuer": plan.issuer,
            "year": str(YEAR),
            "dated-year": "",
            "dated-month": "",
            "dated-day": "",
        },
    )
    assert answer.status_code == 302
    plan.refresh_from_db()
    assert plan.number == "桦司发〔2027〕1号"
    assert client.post(reverse("plan_head", args=[plan.pk]), {"title": ""}).status_code == 200
    assert ask(client, "plan_units", plan.pk).status_code == 200
    client.post(reverse("plan_units", args=[plan.pk]))
    task = plan.tasks.get(title__contains="手册")
    page = ask(client, "plan_task_units", task.pk)
    assert town.units["station"].name in text(page)
    assert town.units["other"].name not in text(page)
    areas = re.findall(r'name="(area\d+)"[^>]*value="([0-9a-f-]{36})"', page.content.decode())
    name = next(n for n, value in areas if value == str(town.units["centre"].pk))
    saved = client.post(
        reverse("plan_task_units", args=[task.pk]),
        {name: str(town.units["centre"].pk), "target": "１５００"},
    )
    assert saved.status_code == 302
    task.refresh_from_db()
    assert (task.to, task.target) == ([town.units["centre"].pk], Decimal(1500))
    shown = text(ask(client, "plan_adopt", plan.pk))
    assert "4 个单位" in shown
    assert "4 份任务" in shown
    assert client.post(reverse("plan_adopt", args=[plan.pk]))["Location"] == reverse(
        "plan", args=[plan.pk]
    )
    assert client.post(reverse("plan_adopt", args=[plan.pk])).status_code == 409
    assert ask(client, "plan", plan.pk).status_code == 200
    assert ask(client, "plan", plan.pk, query="?by=unit").status_code == 200
    assert town.units["station"].name in text(
        ask(client, "plan_shares", plan.pk, query=f"?unit={town.units['station'].pk}")
    )
    assert ask(client, "plan_shares", plan.pk, query="?unit=x").status_code == 404


def test_an_officer_prepares_and_the_head_adopts(town: Town) -> None:
    plan = drawn(town)
    officer = enter(town, "officer")
    actions.assign_suggested(actor=town.actor("head"), at=timezone.now(), plan=plan)
    assert ask(officer, "plan_adopt", plan.pk).status_code == 200
    assert officer.post(reverse("plan_adopt", args=[plan.pk])).status_code == 403
    assert not Share.objects.exists()


def test_a_draft_is_put_away(town: Town) -> None:
    plan, client = drawn(town), enter(town, "officer")
    assert ask(client, "plan_discard", plan.pk).status_code == 200
    client.post(reverse("plan_discard", args=[plan.pk]))
    assert ask(client, "plan", plan.pk).status_code == 200
    assert plan.title in text(ask(client, "plans", query="?list=discarded"))


def told(share: Share, **more: Any) -> dict[str, Any]:
    day = timezone.localdate()
    plain = {
        "amount": "1",
        "note": "已更换",
        "on-year": str(day.year),
        "on-month": str(day.month),
        "on-day": str(day.day),
        "once": str(uuid4()),
    }
    return plain | more


def test_a_unit_reports_with_evidence_once(town: Town) -> None:
    plan = running(town)
    share, client = share_of(town, plan, "station"), enter(town, "worker")
    assert share.brief["task"] in text(ask(client, "shares"))
    assert share.brief["task"] in text(ask(client, "desk"))  # what I owe
    assert reverse("share", args=[share.pk]) in ask(client, "desk").content.decode()
    data = told(share)
    for _ in range(2):  # pressed twice
        files = [SimpleUploadedFile("../照片\u202e.html", PNG), SimpleUploadedFile("b.png", PNG)]
        assert (
            client.post(
                reverse("share_report", args=[share.pk]), {**data, "evidence": files}
            ).status_code
            == 302
        )
    assert share.reports.count() == 1
    kept = Evidence.objects.order_by("name")
    assert [e.name for e in kept] == ["b.png", "照片.png"]
    got = ask(client, "evidence", kept[1].pk)
    assert got["Content-Disposition"].startswith("attachment;")
    assert (got["Content-Type"], got["X-Content-Type-Options"], got.content) == (
        "image/png",
        "nosniff",
        PNG,
    )
    assert Line.objects.filter(subject_id=kept[1].pk).exists()
    assert "照片.png" in text(ask(client, "share", share.pk))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"evidence": [SimpleUploadedFile("a.png", b"<script>1</script>")]}, "没有保存"),
        ({"on-day": "31", "on-month": "2"}, "日历上没有这一天"),
        ({"on-year": str(YEAR + 3)}, "还没有到"),
        ({"amount": ""}, "请填写"),
        ({"amount": "-1"}, "不能小于"),
        ({"amount": "NaN"}, "格式不对"),
    ],
)
def test_reports_that_are_refused(town: Town, more: dict[str, Any], sentence: str) -> None:
    share = share_of(town, running(town), "station")
    answer = enter(town, "worker").post(
        reverse("share_report", args=[share.pk]), told(share, **more)
    )
    assert answer.status_code == 400
    assert sentence in text(answer)
    assert not share.reports.exists()


def test_finish_needs_words_when_less_was_done(town: Town) -> None:
    share, client = share_of(town, running(town), "federation"), enter(town, "federal")
    assert client.post(reverse("share_finish", args=[share.pk]), {}).status_code == 400
    assert (
        client.post(reverse("share_finish", args=[share.pk]), {"closing": "汛情。"}).status_code
        == 302
    )
    assert share.brief["task"] in text(ask(client, "shares", query="?list=done"))


def test_an_obstacle_is_raised_answered_and_seen(town: Town) -> None:
    plan = running(town)
    share, worker, head = (
        share_of(town, plan, "station"),
        enter(town, "worker"),
        enter(town, "head"),
    )
    assert worker.post(reverse("share_raise", args=[share.pk]), {"text": ""}).status_code == 400
    assert (
        worker.post(
            reverse("share_raise", args=[share.pk]), {"text": "缺少经费。", "once": str(uuid4())}
        ).status_code
        == 302
    )
    obstacle = Obstacle.objects.get()
    assert "缺少经费。" in text(ask(head, "plans"))
    assert "缺少经费。" in text(ask(head, "plan", plan.pk))
    assert reverse("obstacle", args=[obstacle.pk]) in ask(head, "desk").content.decode()
    assert head.post(reverse("obstacle", args=[obstacle.pk]), {"text": ""}).status_code == 200
    assert (
        head.post(reverse("obstacle", args=[obstacle.pk]), {"text": "本月拨付。"}).status_code
        == 302
    )
    assert "本月拨付。" in text(ask(worker, "share", share.pk))
    assert worker.post(reverse("obstacle_up", args=[obstacle.pk])).status_code == 403
    assert head.post(reverse("obstacle_up", args=[obstacle.pk])).status_code == 409


def test_a_contact_point_sees_what_it_raised(town: Town) -> None:
    share = share_of(town, running(town), "station")
    contact = enter(town, "contact")  # whose reach is the unit's own rows
    contact.post(reverse("share_raise", args=[share.pk]), {"text": "缺人。", "once": str(uuid4())})
    assert "缺人。" in text(ask(contact, "share", share.pk))


def test_strangers_find_nothing(town: Town) -> None:
    plan = running(town)
    share = share_of(town, plan, "station")
    share_actions.report(
        actor=town.actor("worker"),
        at=timezone.now(),
        share=share,
        amount=Decimal(1),
        on=timezone.localdate() - timedelta(days=2),
        evidence=[Upload("a.png", PNG)],
    )
    obstacle = share_actions.raise_obstacle(
        actor=town.actor("worker"), at=timezone.now(), share=share, text="缺人。"
    )
    task, evidence = plan.tasks.first(), Evidence.objects.get()
    assert task is not None
    routes = [
        ("plan", plan.pk),
        ("plan_head", plan.pk),
        ("plan_units", plan.pk),
        ("plan_adopt", plan.pk),
        ("plan_shares", plan.pk),
        ("plan_discard", plan.pk),
        ("plan_source", plan.source_id),
        ("plan_document", plan.source_id),
        ("plan_task", task.pk),
        ("plan_task_units", task.pk),
        ("share", share.pk),
        ("evidence", evidence.pk),
        ("obstacle", obstacle.pk),
    ]
    stranger, nobody = enter(town, "stranger"), Client()
    for name, key in routes:
        assert ask(stranger, name, key).status_code == 404, name
        assert "login" in ask(nobody, name, key)["Location"], name
    for name, *args in (
        ("share_report", share.pk),
        ("share_raise", share.pk),
        ("share_finish", share.pk),
        ("plan_right", task.pk),
        ("plan_correct", task.pk, "title"),
        ("plan_add", plan.pk),
    ):
        assert (
            stranger.post(
                reverse(name, args=args), told(share, text="x", closing="x", title="x")
            ).status_code
            == 404
        ), name
    # a neighbour's township: not even the share of the next one
    assert ask(enter(town, "worker2"), "share", share.pk).status_code == 404
    assert ask(enter(town, "worker2"), "plan", plan.pk).status_code == 404


def test_the_document_is_handed_out_as_a_file_and_recorded(town: Town) -> None:
    plan, client = drawn(town), enter(town, "officer")
    answer = ask(client, "plan_document", plan.source_id)
    assert answer.content == DOCUMENT
    assert "filename*=UTF-8''%E6%96%B9%E6%A1%88.txt" in answer["Content-Disposition"]
    assert Line.objects.filter(subject_id=plan.source_id, detail__act="document").exists()


@pytest.mark.parametrize("language", ["en", "vi", "zh-hans"])
def test_every_page_speaks_every_language(town: Town, language: str, settings: Any) -> None:
    """A Vietnamese example from upload to report; every page is drawn, and none says a Chinese word of ours."""
    example = (Path(settings.HERE) / "papers" / "examples" / "plan-vi.txt").read_text(
        encoding="utf-8"
    )
    head, worker = town.actor("vn_head"), town.actor("vn_worker")
    moved = example.replace("2026", str(YEAR)).replace("2025", str(YEAR - 1))
    plan = actions.draft(
        actor=head, at=timezone.now(), upload=Upload("ke-hoach.txt", moved.encode())
    ).plans[0]
    client, task = enter(town, "vn_head"), plan.tasks.order_by("place").last()
    assert task is not None

    def see(name: str, *args: object, query: str = "", by: Client = client) -> str:
        answer = by.get(re.sub(r"^/[^/]+/", f"/{language}/", reverse(name, args=args)) + query)
        assert answer.status_code == 200, name
        if language == "vi":
            assert not re.search(
                r"[\u4e00-\u9fff]{2}", text(answer).replace("送法", "").replace("简体中文", "")
            ), name
        return text(answer)

    for name in ("plans", "plan_upload", "shares"):
        see(name)
    see("plan_source", plan.source_id)
    for name in ("plan", "plan_head", "plan_units", "plan_adopt", "plan_discard"):
        see(name, plan.pk)
    for field in ("", "end", "frequency", "audiences", "lead"):
        see("plan_task", task.pk, query=f"?edit={field}")
    see("plan_task_units", task.pk)
    actions.assign(actor=head, at=timezone.now(), task=task, units=[town.units["vn_commune"].pk])
    actions.correct(
        actor=head,
        at=timezone.now(),
        task=task,
        field="frequency",
        values={"times": Decimal(1), "per": "quarter"},
    )
    actions.correct(
        actor=head, at=timezone.now(), task=task, field="end", values={"end": f"{YEAR}-12-31"}
    )
    actions.assign(actor=head, at=timezone.now(), task=task, units=[town.units["vn_commune"].pk])
    see("plan_adopt", plan.pk)
    actions.adopt(actor=head, at=timezone.now(), plan=plan)
    share = share_of(town, plan, "vn_commune")
    share_actions.report(
        actor=worker,
        at=timezone.now(),
        share=share,
        amount=Decimal(1),
        on=timezone.localdate(),
        evidence=[Upload("a.png", PNG)],
    )
    obstacle = share_actions.raise_obstacle(
        actor=worker, at=timezone.now(), share=share, text="Thiếu kinh phí."
    )
    for query in ("", "?by=unit"):
        see("plan", plan.pk, query=query)
    see("plan_shares", plan.pk)
    see("share", share.pk, by=enter(town, "vn_worker"))
    see("desk", by=enter(town, "vn_worker"))
    assert "Thiếu kinh phí." in see("obstacle", obstacle.pk)


def test_the_list_opens_where_something_is(town: Town) -> None:
    plan = drawn(town)
    page = enter(town, "officer").get(reverse("plans"))
    assert page.context["chosen"] == "draft"
    assert plan.title in text(page)
