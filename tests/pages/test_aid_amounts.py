"""Pages and endpoints of a sheet of amounts: fetched, filled in, looked at, confirmed."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from songfa.aid.actions import group
from songfa.aid.models import AmountsSheet, File, Recipient
from songfa.aid.recoveries import Recovery
from songfa.papers.table import read_table
from tests import recipients as made
from tests.pages.test_aid_group import chinese, file, in_group  # noqa: F401 - fixtures
from tests.pages.test_files import enter
from tests.town import Town


def filled(sheet: bytes, **told: str) -> bytes:
    """Return a sheet as it was handed out with something put into the columns of its first row."""
    heads, *rows = [[c.text for c in line.cells] for line in read_table("a.xlsx", sheet).lines]
    for name, value in told.items():
        rows[0] += [""] * (len(heads) - len(rows[0]))
        rows[0][heads.index(name)] = value
    return made.xlsx(rows, heads)


def send(client: Any, file: File, data: bytes, name: str = "金额.xlsx") -> Any:  # noqa: F811
    return client.post(
        reverse("file_amounts", args=[file.pk]), {"document": SimpleUploadedFile(name, data)}
    )


def test_the_sheet_that_is_handed_out_is_filled_in_looked_at_and_written_down(
    town: Town, file: File  # noqa: F811
) -> None:  # fmt: skip
    in_group(town, file)
    client = enter(town, "officer")
    assert (
        reverse("file_amounts", args=[file.pk])
        in client.get(reverse("file_recipients", args=[file.pk])).content.decode()
    )
    handed = client.get(reverse("file_amounts_sheet", args=[file.pk]))
    assert handed["Content-Disposition"].startswith("attachment")
    assert made.number(1) not in str(read_table("a.xlsx", handed.content))
    answer = send(client, file, filled(handed.content, 追回金额="9,000.50", 领取日期="2026-01-05"))
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert "确认写入1人的金额" in page
    assert "9,000.50" in page
    assert "另有2行与现有金额相同" in page
    assert Recipient.objects.filter(obtained=0).count() == 3
    assert (
        "有一份金额表等待确认"
        in client.get(reverse("file_recipients", args=[file.pk])).content.decode()
    )
    for _ in range(2):  # pressed twice
        assert client.post(answer["Location"]).status_code == 302
    row = Recipient.objects.order_by("place")[0]
    assert (row.obtained, str(row.paid_on)) == (9000_50, "2026-01-05")
    assert "已经写入" in client.get(answer["Location"]).content.decode()


def test_bad_rows_are_told_and_come_back_to_be_mended(town: Town, file: File) -> None:  # noqa: F811
    in_group(town, file)
    client = enter(town, "officer")
    rows = [
        ("1", made.worker(1)[0], "1.234,50"),
        ("", "欧阳无名", "5"),
        ("3", made.worker(3)[0], "10"),
    ]
    answer = send(client, file, made.xlsx(rows, ("序号", "姓名", "追回金额")))
    page = client.get(answer["Location"]).content.decode()
    assert "第2行" in page
    assert "“追回金额”无法识别" in page
    assert "名单中没有此人" in page
    assert "名单中另有1人不在表内" in page
    sheet = AmountsSheet.objects.get()
    bad = client.get(reverse("file_amounts_bad", args=[file.pk, sheet.pk])).content
    table = read_table("a.xlsx", bad)
    assert len(table.lines) == 3
    assert table.lines[1].cells[4].text == "1.234,50"
    assert "无法识别" in table.lines[1].cells[-1].text


def test_a_stale_sheet_shows_the_way_on(town: Town, file: File) -> None:  # noqa: F811
    rows = in_group(town, file)
    client = enter(town, "officer")
    told = [("1", rows[0].name, "5")]
    where = send(client, file, made.xlsx(told, ("序号", "姓名", "追回金额")))["Location"]
    each = {rows[1].pk: Recovery(rows[1].claimed, 9, 0)}
    group.record_recoveries(actor=town.actor("colleague"), file=file, each=each, at=timezone.now())
    answer = client.post(where)
    assert answer.status_code == 409
    assert "本案的人员或金额已有变化" in answer.content.decode()
    assert Recipient.objects.get(pk=rows[0].pk).obtained == 0


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", b"PK\x03\x04rubbish", "不是完整的电子表格"),
        ("a.csv", "姓名,电话\n赵一,1\n".encode(), "没有找到表头"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_told_beside_the_field(
    town: Town, file: File, name: str, data: bytes, told: str  # noqa: F811
) -> None:  # fmt: skip
    in_group(town, file)
    answer = send(enter(town, "officer"), file, data, name)
    assert answer.status_code == 400
    assert told in answer.content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "vi", "en"])
def test_the_sheet_of_each_language_is_read_by_us(town: Town, file: File, language: str) -> None:  # noqa: F811
    in_group(town, file)
    client = enter(town, "officer")
    with translation.override(language):
        sheet = client.get(reverse("file_amounts_sheet", args=[file.pk])).content
    answer = send(client, file, sheet)
    kept = AmountsSheet.objects.get()
    assert answer.status_code == 302
    assert (kept.changed, kept.bad) == (0, 0)


def test_a_program_reads_a_sheet_looks_at_it_and_writes_it_down(town: Town, file: File) -> None:  # noqa: F811
    rows = in_group(town, file)
    client = enter(town, "officer")
    base = f"/api/v1/files/{file.pk}/recipients/amounts"
    text = f'name,recovered\n{rows[0].name},"1,200.50"\n{rows[1].name},-3\nNobody,5\n'
    answer = client.post(base, {"document": BytesIO(text.encode())})
    told = answer.json()
    assert answer.status_code == 201, told
    assert [(r["recipient"], r["obtained"], r["changes"]) for r in told["changed"]] == [
        (str(rows[0].pk), 1200_50, ["obtained"])
    ]
    assert [(r["row"], r["wrong"][0]["code"]) for r in told["bad"]] == [
        (3, "sum_negative"),
        (4, "unknown"),
    ]
    assert (told["obtained"], told["not_named"], told["loaded"]) == (1200_50, 1, False)
    assert client.get(f"{base}/{told['id']}").json() == told
    for _ in range(2):
        assert client.post(f"{base}/{told['id']}/confirm").json() == {"changed": 1}
    assert Recipient.objects.get(pk=rows[0].pk).obtained == 1200_50
