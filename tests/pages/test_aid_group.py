"""Pages of group matters and quality: lists looked at before they are loaded, boxes, letters, sheets, the slip."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from pypdf import PdfReader

from songfa.aid import actions as aid
from songfa.aid.actions import group
from songfa.aid.door import codes
from songfa.aid.lists import Rules, entries
from songfa.aid.models import Assessment, Batch, File, Opinion, Paper, Recipient, RecipientList
from songfa.papers.table import read_table
from songfa.rules.group_matters import RecipientListRule
from songfa.rules.packs.read import load
from tests import recipients as made
from tests.pages.test_files import enter
from tests.rooms.test_aid import LAND, WAGES
from tests.town import Town


@pytest.fixture(autouse=True)
def chinese(settings: Any) -> Any:
    settings.SECOND_FACTOR_FOR_STAFF = False
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def file(town: Town) -> File:
    at = timezone.now() - timedelta(days=2)
    return aid.apply(
        actor=town.actor("officer"), unit=town.units["centre"], application=WAGES, at=at
    ).file


def upload(client: Client, file: File, data: bytes, name: str = "名单.xlsx") -> Any:
    return client.post(
        reverse("file_list_upload", args=[file.pk]), {"document": SimpleUploadedFile(name, data)}
    )


def in_group(town: Town, file: File, count: int = 3) -> list[Recipient]:
    at = timezone.now()
    actor = town.actor("officer")
    listed = group.read_list(
        actor=actor, file=file, name="a.xlsx", data=made.xlsx(made.workers(count)), at=at
    )
    group.load_list(actor=actor, file=file, list_id=listed.pk, at=at)
    return list(Recipient.objects.order_by("place"))


def boxes(rows: list[Recipient], **told: str) -> dict[str, str]:
    """Return what the page of recipients sends: every row, with these boxes in the first."""
    sent: dict[str, str] = {}
    for n, row in enumerate(rows):
        sent[f"row-{row.pk}"] = "1"
        sent[f"own-{row.pk}"] = "on"
        sent[f"claimed-{row.pk}"] = "10,000.00"
        for name, value in told.items() if n == 0 else ():
            sent[f"{name}-{row.pk}"] = value
    return sent


def test_three_hundred_rows_are_shown_with_what_is_wrong_and_loaded_on_a_press(
    town: Town, file: File
) -> None:
    client = enter(town, "officer")
    answer = upload(client, file, made.xlsx(made.spoiled()))
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    for n in range(12):
        assert f"第{12 + 25 * n}行" in page
    assert "校验码不符" in page
    assert "与第2行是同一人" in page
    assert "确认导入288人" in page
    assert Recipient.objects.count() == 0
    assert made.number(1) not in page  # masked
    done = client.post(answer["Location"], {"with_applicant": "on"})
    assert done.status_code == 302
    assert Recipient.objects.count() == 289
    assert client.post(answer["Location"]).status_code == 302  # pressed twice
    assert Recipient.objects.count() == 289


def test_bad_rows_come_back_as_a_list_that_can_be_mended(town: Town, file: File) -> None:
    client = enter(town, "officer")
    answer = upload(client, file, made.xlsx(made.spoiled(290)))
    listed = RecipientList.objects.get()
    sheet = client.get(reverse("file_list_bad", args=[file.pk, listed.pk]))
    assert sheet["Content-Disposition"].startswith("attachment")
    table = read_table("a.xlsx", sheet.content)
    assert len(table.lines) == 13
    assert table.lines[1].cells[-1].text == "缺少姓名。"
    assert answer.status_code == 302


@pytest.mark.parametrize("language", ["zh-hans", "vi", "en"])
def test_the_template_in_each_language_is_read_by_us(town: Town, file: File, language: str) -> None:
    client = enter(town, "officer")
    with translation.override(language):
        got = client.get(reverse("file_list_template", args=[file.pk])).content
    heads = [c.text for c in read_table("a.xlsx", got).lines[0].cells]
    row = [*made.worker(1)[:1], made.number(1), "13800000001", "12,000", "否"]
    on = timezone.localdate()
    rules = Rules("cn", "CNY", on, load("cn").get(RecipientListRule, "recipients", on))
    (entry,) = entries(read_table("a.xlsx", made.xlsx([row], heads)), rules)
    assert (entry.wrong, entry.claimed, entry.own_documents) == ((), 1_200_000, False)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("名单.xlsx", b"PK\x03\x04rubbish", "不是完整的电子表格"),
        ("名单.csv", b"", "空文件"),
        ("名单.csv", "没有表头\n".encode(), "没有找到表头"),
        ("名单.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧版 Excel"),
        ("名单.csv", bytes(range(256)) * 30, "不是名单"),
    ],
    ids=["damaged", "empty", "no_header", "old", "binary"],
)
def test_a_list_that_cannot_be_read_is_told_beside_the_field(
    town: Town, file: File, name: str, data: bytes, told: str
) -> None:
    answer = upload(enter(town, "officer"), file, data, name)
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert RecipientList.objects.count() == 0


def test_a_stale_list_shows_the_way_on(town: Town, file: File) -> None:
    client = enter(town, "officer")
    where = upload(client, file, made.xlsx(made.workers(3)))["Location"]
    group.add_recipient(
        actor=town.actor("colleague"),
        file=file,
        name="吴一",
        id_number=made.number(400),
        at=timezone.now(),
    )
    answer = client.post(where)
    assert answer.status_code == 409
    assert "案件人员已有变化" in answer.content.decode()
    assert Recipient.objects.count() == 2


def test_boxes_are_read_with_separators_and_all_faults_are_told_at_once(
    town: Town, file: File
) -> None:
    client = enter(town, "officer")
    rows = in_group(town, file)
    address = reverse("file_recipients", args=[file.pk])
    today = timezone.localdate()
    day = {
        "paid_on-year": str(today.year),
        "paid_on-month": str(today.month),
        "paid_on-day": str(today.day),
    }
    bad = {**boxes(rows, obtained="一万", avoided="-3"), **day}
    answer = client.post(address, bad)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f"obtained-{rows[0].pk}-error" in page
    assert f"avoided-{rows[0].pk}-error" in page
    assert 'value="一万"' in page
    assert not Recipient.objects.filter(claimed=1_000_000).exists()
    good = {**boxes(rows, obtained="9，500.50元", paid="on"), **day}
    assert client.post(address, good).status_code == 302
    first = Recipient.objects.get(pk=rows[0].pk)
    assert (first.obtained, first.claimed, first.paid_on) == (950_050, 1_000_000, today)
    assert "9,500.50" in client.get(address).content.decode()


def test_one_box_says_that_everybody_else_got_all(town: Town, file: File) -> None:
    rows, client = in_group(town, file), enter(town, "officer")
    address = reverse("file_recipients", args=[file.pk])
    sent = {
        **{f"row-{r.pk}": "1" for r in rows},
        **{f"claimed-{r.pk}": f"{r.claimed / 100:.2f}" for r in rows},
        f"obtained-{rows[0].pk}": "1",
        "all_paid": "on",
    }
    assert client.post(address, sent).status_code == 302
    now = list(Recipient.objects.order_by("place"))
    assert [r.obtained for r in now] == [100, *(r.claimed for r in rows[1:])]
    assert [r.paid_on is None for r in now] == [True, False, False]


def test_a_practitioner_writes_amounts_and_lets_nobody_in(town: Town, file: File) -> None:
    rows = in_group(town, file)
    officer, at = town.actor("officer"), timezone.now()
    aid.grant(actor=officer, file=file, at=at)
    aid.assign(actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=at)
    client = enter(town, "lawyer")
    address = reverse("file_recipients", args=[file.pk])
    assert client.post(address, boxes(rows, obtained="1")).status_code == 302
    assert Recipient.objects.get(pk=rows[0].pk).obtained == 100
    assert client.get(reverse("file_list_upload", args=[file.pk])).status_code == 403
    leaving = reverse("file_recipient_leave", args=[file.pk, rows[0].pk])
    assert client.post(leaving, {"reason": "other"}).status_code == 403


def test_letters_for_all_in_one_press_and_in_one_pdf(town: Town, file: File) -> None:
    in_group(town, file, 3)
    client = enter(town, "officer")
    aid.grant(actor=town.actor("officer"), file=file, at=timezone.now())
    page = client.get(reverse("file_recipients", args=[file.pk])).content.decode()
    assert "向全体出具" in page
    token = "5d1d6f9e-52d0-4a3e-9d0b-0d9a2f6b7a11"
    once, done = (
        client.post(reverse("file_letters", args=[file.pk]), {"kind": "grant", "token": token})
        for _ in range(2)
    )
    assert once.status_code == done.status_code == 302
    batch = Batch.objects.get()
    assert made.worker(2)[0] in client.get(done["Location"]).content.decode()
    pdf = client.get(reverse("file_batch_pdf", args=[file.pk, batch.pk]))
    texts = [p.extract_text() for p in PdfReader(BytesIO(pdf.content)).pages]
    assert len(texts) == 3
    assert made.worker(1)[0] in texts[0]
    # on the file's page the letters are one line, and each may be written anew from the batch
    page = client.get(reverse("file", args=[file.pk])).content.decode()
    letters = list(Paper.objects.filter(of_batch__batch=batch))
    assert done["Location"] in page
    assert not any(reverse("file_paper", args=[x.pk, "pdf"]) in page for x in letters)
    head = enter(town, "head").get(done["Location"]).content.decode()
    assert all(reverse("paper_again", args=[x.pk]) in head for x in letters)


def test_one_person_joins_and_leaves(town: Town, file: File) -> None:
    client = enter(town, "officer")
    add = reverse("file_recipient_add", args=[file.pk])
    told = {"name": "吴一", "id_number": made.number(7)[:17] + "@", "phone": "", "claimed": "5"}
    assert "应为18位" in client.post(add, told).content.decode()
    assert client.post(add, {**told, "id_number": made.number(7)}).status_code == 302
    row = Recipient.objects.get(name="吴一")
    where = reverse("file_recipient_leave", args=[file.pk, row.pk])
    today = timezone.localdate()
    gone = {
        "reason": "own_lawyer",
        "on-year": today.year,
        "on-month": today.month,
        "on-day": today.day,
    }
    assert client.post(where, gone).status_code == 302
    assert "自行委托律师" in client.get(reverse("file_recipients", args=[file.pk])).content.decode()


def test_the_panel_and_the_finding_tell_of_the_fast_track(town: Town, file: File) -> None:
    in_group(town, file, 12)
    page = enter(town, "officer").get(reverse("file", args=[file.pk])).content.decode()
    assert "绿色通道" in page
    assert "群体性案件，共12人" in page


def test_the_form_of_closing_asks_for_no_money_of_a_group(town: Town, file: File) -> None:
    rows = in_group(town, file)
    officer, at = town.actor("officer"), timezone.now()
    aid.grant(actor=officer, file=file, at=at)
    aid.assign(actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=at)
    client = enter(town, "officer")
    client.post(reverse("file_recipients", args=[file.pk]), boxes(rows, obtained="77"))
    where = reverse("file_act", args=[file.pk, "close"])
    assert "追回金额" not in client.get(where).content.decode().split("<main")[1]
    assert (
        client.post(
            where, {"outcome": "won", "recovered": "999999", "summary": "已办结"}
        ).status_code
        == 302
    )
    done = File.objects.get(pk=file.pk)
    assert (done.recovered, done.people_helped) == (7700, 3)


def test_a_program_reads_a_list_looks_at_it_and_loads_it(town: Town, file: File) -> None:
    client = enter(town, "officer")
    base = f"/api/v1/files/{file.pk}/recipients"
    sheet = SimpleUploadedFile("a.xlsx", made.xlsx(made.spoiled()))
    answer = client.post(f"{base}/lists", {"document": sheet})
    told = answer.json()
    assert answer.status_code == 201, told
    assert (told["good"], len(told["bad"])) == (288, 12)
    assert told["bad"][0]["wrong"][0]["code"] == "name_missing"
    assert client.get(base).json()["recipients"] == []
    for _ in range(2):
        done = client.post(
            f"{base}/lists/{told['id']}/confirm",
            '{"with_applicant": true}',
            content_type="application/json",
        )
        assert done.json() == {"loaded": 288}
    group_now = client.get(base).json()
    assert group_now["people"] == 289
    assert group_now["fast_track"] == "migrant_wages"
    assert group_now["recipients"][1]["id_number"] == "2308************" + made.number(1)[-2:]
    rubbish = client.post(f"{base}/lists", {"document": SimpleUploadedFile("a.csv", b"x")})
    assert rubbish.status_code == 400
    assert rubbish.json()["code"] == "list_no_header"


# -- quality ----------------------------------------------------------------------------------------


@pytest.fixture
def closed(town: Town, file: File) -> File:
    officer, at = town.actor("officer"), timezone.now()
    aid.grant(actor=officer, file=file, at=at)
    aid.assign(actor=officer, file=file, practitioner_id=town.practitioners["lawyer"].pk, at=at)
    return aid.close(actor=officer, file=file, outcome="won", recovered=1, summary="已办结", at=at)


def draw(client: Client, **told: str) -> Any:
    today = timezone.localdate()
    days = {
        f"{e}-{p}": str(getattr(today, p))
        for e in ("first", "last")
        for p in ("year", "month", "day")
    }
    return client.post(reverse("quality_draw"), {**days, "number": "5", "seed": "4-2-6", **told})


def test_a_file_is_drawn_scored_and_shown_in_the_results(town: Town, closed: File) -> None:
    client = enter(town, "supervisor")
    assert draw(client).status_code == 302
    row = Assessment.objects.get()
    page = client.get(reverse("quality")).content.decode()
    assert closed.number in page
    assert "4-2-6" in page
    where = reverse("quality_one", args=[row.pk])
    scores = {
        "item-met_in_time": "10", "item-informs": "10", "item-evidence": "15", "item-law": "20", "item-hearing": "15",
        "item-brief": "10", "item-records": "10", "item-handed_in": "5",
    }  # fmt: skip
    missing = client.post(where, {**scores, "item-law": "21"})
    assert missing.status_code == 400
    assert client.post(where, {**scores, "item-satisfied": "0", "remarks": "好"}).status_code == 302
    page = client.get(where).content.decode()
    assert "优秀" in page
    results = client.get(reverse("quality_results")).content.decode()
    assert "何平" in results
    assert (
        f"{timezone.localdate().year}年" in results
    )  # a year is a name, not a number with separators
    shown = enter(town, "head").get(reverse("file", args=[closed.pk])).content.decode()
    assert "优秀" in shown


def test_who_decided_gets_no_score_form(town: Town, closed: File) -> None:
    draw(enter(town, "head"))
    client = enter(town, "officer")
    where = reverse("quality_one", args=[Assessment.objects.get().pk])
    page = client.get(where).content.decode()
    assert "应由他人评查" in page
    assert "item-law" not in page
    assert client.post(where, {}).status_code == 403


@pytest.mark.parametrize(
    ("told", "text"),
    [({"rate": "5"}, "填写一项"), ({"number": ""}, "填写一项"), ({"seed": ""}, "")],
)
def test_an_unclear_draw_is_told(town: Town, closed: File, told: dict[str, str], text: str) -> None:
    answer = draw(enter(town, "supervisor"), **told)
    assert answer.status_code == 400
    assert text in answer.content.decode()
    assert Assessment.objects.count() == 0


def test_an_opinion_of_the_organ_is_taken_down(town: Town, closed: File) -> None:
    client = enter(town, "officer")
    where = reverse("file_opinions", args=[closed.pk])
    assert "征询办案机关意见" in client.get(where).content.decode()
    today = timezone.localdate()
    told = {
        "form": "organ_opinion", "answer-diligence": "5", "answer-skill": "4", "text": "认真", "given_by": "仲裁员金某",
        "on-year": today.year, "on-month": today.month, "on-day": today.day,
    }  # fmt: skip
    assert client.post(where, told).status_code == 400  # a question is open
    assert client.post(where, {**told, "answer-discipline": "5"}).status_code == 302
    assert "仲裁员金某" in client.get(where).content.decode()


def test_a_recipient_gives_an_opinion_by_the_code_once(town: Town, client: Client) -> None:
    officer, at = town.actor("vn_officer"), timezone.now()
    applied = aid.apply(actor=officer, unit=town.units["vn_centre"], application=LAND, at=at)
    file, where = applied.file, reverse("opinion")
    assert "查询码" in client.get(where).content.decode()
    assert client.post(where, {"code": applied.code}).status_code == 409  # not at an end
    aid.grant(actor=officer, file=file, at=at)
    aid.assign(actor=officer, file=file, practitioner_id=town.practitioners["vn_helper"].pk, at=at)
    aid.close(actor=officer, file=file, outcome="won", recovered=None, summary="已办结", at=at)
    with translation.override("vi"):
        where = reverse("opinion")
        form = client.post(where, {"code": applied.code.lower()}).content.decode()
        assert "Phiếu lấy ý kiến" in form
        assert "Nguyễn Thị Hoa" not in form
        answers = {f"answer-{q}": "4" for q in ("attitude", "informed", "on_time")}
        half = client.post(where, {"code": applied.code, "text": "", **answers})
        assert half.status_code == 400
        whole = {"code": applied.code, "text": "Cảm ơn", "answer-result": "5", **answers}
        assert "Cảm ơn Ông/Bà" in client.post(where, whole).content.decode()
        assert client.post(where, whole).status_code == 409
    row = Opinion.objects.get()
    assert (row.percent, row.by) == (81, None)
    assert client.post(where, {"code": "AAAA-AAAA"}).status_code == 200
    assert codes.typed(applied.code) not in client.get(where).content.decode()
