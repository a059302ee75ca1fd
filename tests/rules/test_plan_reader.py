"""The reader of plan documents: documents of our own with what a reader must find, field by field."""
# ruff: noqa: E501 - the lines of documents are as long as they are

import json
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest

from songfa.papers.intake import Document, read_document
from songfa.papers.plans.read import read_plans, readable_lines
from songfa.rules.plans.parts import PlanRead, Task
from songfa.rules.problems import Problem

EXAMPLES = Path(__file__).resolve().parents[2] / "songfa" / "papers" / "examples"


def plan_of(text: str) -> PlanRead:
    plans = read_plans(read_document("plan.txt", text.encode("utf-8")))
    assert len(plans) == 1
    return plans[0]


def example(name: str) -> PlanRead:
    return read_plans(read_document(name, (EXAMPLES / name).read_bytes()))[0]


def by_title(plan: PlanRead, start: str) -> Task:
    return next(t for t in plan.tasks if t.title.startswith(start))


def codes(plan: PlanRead) -> set[tuple[str, tuple[int, int] | None]]:
    return {(f.code, f.lines) for f in plan.findings}


def test_chinese_example_head_and_groups() -> None:
    plan = example("plan-zh.txt")
    assert plan.title == "云溪县2026年法律明白人培育工作实施方案"
    assert (plan.number, plan.issuer, plan.date, plan.kind) == (
        "云司发〔2026〕15号",
        "云溪县司法局",
        "2026-03-12",
        "实施方案",
    )
    assert [a.group for a in plan.audiences] == ["women", "veterans", "youth", "migrant_workers"]
    assert [(t.value, t.unit) for t in plan.targets] == [
        (3, "名"),
        (200, "名"),
        (95, "%"),
        (90, "%"),
    ]


def test_chinese_example_tasks() -> None:
    plan = example("plan-zh.txt")
    assert [(t.no, t.parent) for t in plan.tasks] == [("一", None), ("二", None), ("1", "二"), ("2", "二"), ("三", None), ("①", "三"), ("②", "三"), ("四", None)]  # fmt: skip
    chosen = by_title(plan, "抓好遴选")
    assert (chosen.lead, chosen.partners, chosen.end) == (
        ("乡镇司法所",),
        ("村（居）委会",),
        "2026-04-30",
    )
    assert chosen.products == ("人员名册", "推荐表")
    trained = by_title(plan, "抓好培训")
    assert (trained.lead, trained.start, trained.end) == (
        ("县司法局", "县委党校"),
        "2026-05-01",
        "2026-08-31",
    )
    assert by_title(plan, "集中培训").quantity is not None
    online = by_title(plan, "线上学习")
    assert online.frequency is not None
    assert (online.frequency.times, online.frequency.per, online.quantity) == (4, "month", None)
    used = by_title(plan, "抓好使用")
    assert used.lead == ("各乡镇人民政府", "街道办事处")
    assert used.partners == ("县妇联", "县残联", "县总工会")
    assert used.field_lines["lead"] == (26, 26)
    praised = by_title(plan, "抓好激励")
    assert praised.lead == ("县委宣传部",)
    assert praised.quantity is not None
    assert (praised.quantity.value, praised.start, praised.end) == (10, "2026-12-04", "2026-12-04")


def test_chinese_example_around_the_tasks() -> None:
    plan = example("plan-zh.txt")
    assert [(p.name, p.start, p.end) for p in plan.phases] == [
        ("动员阶段", "2026-03-01", "2026-03-31"),
        ("实施阶段", "2026-04-01", "2026-11-30"),
        ("总结阶段", "2026-12-01", "2026-12-31"),
    ]
    assert [(m.role, m.name) for m in plan.organisation] == [
        ("head", "顾远山"),
        ("deputy", "沈清和"),
        ("office", None),
    ]
    assert [(d.who, d.due) for d in plan.duties] == [
        ("县司法局", None),
        ("各司法所", "---05"),
        ("各乡镇", "2026-06-20"),
        ("各乡镇", "2026-12-10"),
    ]


def test_vietnamese_example() -> None:
    plan = example("plan-vi.txt")
    assert (plan.number, plan.date, plan.language) == ("18/KH-UBND", "2026-01-12", "vi")
    assert plan.title is not None
    assert plan.title.startswith("Trợ giúp pháp lý và phổ biến")
    talks = by_title(plan, "Tổ chức 03 buổi")
    assert talks.partners == (
        "Hội Người khuyết tật xã",
        "Đoàn Thanh niên xã",
        "Hội Liên hiệp Phụ nữ xã",
    )
    assert (talks.start, talks.end, talks.products) == (
        "2026-01-01",
        "2026-06-30",
        ("Báo cáo", "hình ảnh"),
    )
    assert talks.audiences == ("disabled",)
    mobile = by_title(plan, "Trợ giúp pháp lý lưu động")
    assert mobile.lead == ("Công chức Tư pháp",)
    assert mobile.partners == ("Trung tâm Trợ giúp pháp lý nhà nước",)
    assert mobile.quantity is None
    assert mobile.frequency is not None
    assert mobile.frequency.per == "quarter"
    printed = by_title(plan, "In 1.500")
    assert printed.quantity is not None
    assert (printed.quantity.value, printed.quantity.unit, printed.end) == (
        1500,
        "tờ gấp",
        "2026-05-31",
    )
    assert [p.name for p in plan.phases] == ["Chuẩn bị", "Thực hiện", "Tổng kết"]
    assert [m.name for m in plan.organisation] == ["Đặng Thị Suối", "Hà Văn Đồi", None, None]
    assert [(d.who, d.due) for d in plan.duties] == [
        ("Công chức Tư pháp", "2026-11-20"),
        ("Các thôn", "---25"),
    ]


ODD_ZH = """首页 > 方案
海棠镇20xx年民法典宣传活动方案
一、活动目的
让群众懂法。
二、活动内容
1.开展“四个一”活动。即发放一份读本、张贴一套挂图、举办一场竞赛。
2.组织学习。(1)学习会2次,由镇党政办负责;(2)网格员轮训,20xx年5月20日前完成,镇综治中心牵头、各村配合。
3.走访老人。时间:20xx年9月30日至8月1日
4.总结交流。完成时限:2月30日前
四、实施步骤
第一阶段(20xx年3月):
第二阶段(4月):总结。
上一篇:消防方案
版权所有
"""


def test_odd_chinese_plan() -> None:
    plan = plan_of(ODD_ZH)
    found = codes(plan)
    for expected in (
        ("web_residue", (1, 1)),
        ("web_residue", (13, 14)),
        ("placeholder_year", (2, 2)),
        ("list_count_mismatch", (6, 6)),
        ("end_before_start", (8, 8)),
        ("impossible_date", (9, 9)),
        ("numbering_gap", (10, 10)),
        ("empty_phase", (11, 11)),
        ("missing_product", None),
    ):
        assert expected in found
    assert [t.title for t in plan.tasks][:4] == [
        "开展“四个一”活动",
        "发放一份读本",
        "张贴一套挂图",
        "举办一场竞赛",
    ]
    trained = by_title(plan, "网格员轮训")
    assert (trained.no, trained.parent, trained.lead, trained.partners, trained.end) == (
        "2",
        "2",
        ("镇综治中心",),
        ("各村",),
        "--05-20",
    )
    assert (by_title(plan, "走访老人").start, by_title(plan, "走访老人").end) == (
        "--09-30",
        "--08-01",
    )
    assert by_title(plan, "总结交流").end is None


ODD_VI = """UBND HUYỆN HÒA LĂNG
PHÒNG TƯ PHÁP
Số: 31/KH-PTP
Hòa Lăng, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
Phổ biến, giáo dục pháp luật năm 2025
PHẦN I. MỤC ĐÍCH
Nâng cao nhận thức.
PHẦN II. NỘI DUNG THỰC HIỆN
1. Tổ chức 03 lớp tập huấn cho cán bộ Hội Người khuyết tật (Chủ trì: Phòng Tư pháp; phối hợp: Hội Người khuyết tật; thời gian: tháng 4 và tháng 9/2025)
2. Hưởng ứng Ngày Người khuyết tật Việt Nam: treo 10 băng rôn.
- Chủ trì: như trên
- Thời hạn hoàn thành: chậm nhất ngày 31/4/2025
- Kết quả: Băng rôn và ảnh tư liệu
- Kinh phí: 15.000.000 đồng
3. Tư vấn tại 05 xã, định kỳ 06 tháng/lần; phấn đấu 100% yêu cầu được giải quyết; dự kiến tháng 10
- Thời gian: quý I/2025
PHẦN IV. TỔ CHỨC THỰC HIỆN
1. Đề nghị UBND các xã, thị trấn gửi kế hoạch về Phòng Tư pháp trước ngày 25/3/2025; báo cáo kết quả hằng tháng trước ngày 25.
"""


def test_odd_vietnamese_plan() -> None:
    plan = plan_of(ODD_VI)
    trained = by_title(plan, "Tổ chức 03 lớp")
    assert (trained.lead, trained.partners) == (("Phòng Tư pháp",), ("Hội Người khuyết tật",))
    assert (trained.start, trained.end, trained.audiences) == ("2025-04-01", "2025-09-30", ())
    day = by_title(plan, "Hưởng ứng")
    assert (day.lead, day.end, day.budget, day.audiences) == (
        ("Phòng Tư pháp",),
        None,
        "15.000.000 đồng",
        ("disabled",),
    )
    advice = by_title(plan, "Tư vấn")
    assert advice.quantity is None
    assert advice.frequency is not None
    assert advice.frequency.per == "half_year"
    assert [(d.who, d.due) for d in plan.duties] == [
        ("UBND các xã, thị trấn", "2025-03-25"),
        ("UBND các xã, thị trấn", "---25"),
    ]
    assert [(t.value, t.unit) for t in plan.targets] == [(100, "%")]
    found = codes(plan)
    for expected in (
        ("dissolved_recipient", (1, 1)),
        ("impossible_date", (13, 13)),
        ("contradictory_dates", (16, 17)),
        ("numbering_gap", (18, 18)),
    ):
        assert expected in found


def test_a_plan_without_numbers() -> None:
    plan = plan_of(
        "2026年助老普法行动计划\n【活动内容】\n防骗课堂。每周开展一次防骗课堂。\n普法义诊。举办义诊2场。主办单位:社区居委会。\n"
        "【活动要求】\n各楼组长每月28日前收集老年人需求,社区居委会汇总后报街道。\n"
    )
    assert [(t.no, t.title) for t in plan.tasks] == [(None, "防骗课堂"), (None, "普法义诊")]
    assert plan.tasks[1].lead == ("社区居委会",)
    assert [(d.who, d.due) for d in plan.duties] == [("各楼组长", "---28"), ("社区居委会", None)]


def test_typed_table() -> None:
    plan = plan_of(
        "KẾ HOẠCH\nTruyền thông năm 2026\nI. Nhiệm vụ\nSTT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn\tKết quả\n"
        "1\tMở 02 lớp tập huấn\tSở Tư pháp\tSở Y tế; Tỉnh đoàn\tQuý I, III\tBáo cáo\n2\tThi vẽ tranh\tnhư trên\t-\tTừ tháng 5\tTranh\n"
    )
    first, second = plan.tasks
    assert (first.partners, first.start, first.end) == (
        ("Sở Y tế", "Tỉnh đoàn"),
        "2026-01-01",
        "2026-09-30",
    )
    assert (second.lead, second.partners, second.start, second.end) == (
        ("Sở Tư pháp",),
        (),
        "2026-05-01",
        None,
    )


def word(build: "object") -> Document:
    import docx

    made = docx.Document()
    build(made)  # type: ignore[operator]
    out = BytesIO()
    made.save(out)
    return read_document("plan.docx", out.getvalue())


def test_word_table_with_merged_cells() -> None:
    def build(made: object) -> None:
        made.add_paragraph("2026年法律援助重点任务清单")  # type: ignore[attr-defined]
        rows = [
            ["序号", "类别", "重点任务", "责任处室", "进度安排", "成果形式"],
            ["1", "扩面", "设立窗口15个", "援助科；综合科", "一季度", "窗口清单"],
            [
                "2",
                "",
                "为退役军人开通绿色通道",
                "援助科牵头，宣传科配合",
                "2026年3月—12月",
                "指引、月报",
            ],
            ["3", "宣传", "集中宣传", "〃", "9月第一周", "—"],
        ]
        table = made.add_table(rows=4, cols=6)  # type: ignore[attr-defined]
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                table.cell(i, j).text = text
        table.cell(1, 1).merge(table.cell(2, 1))

    plan = read_plans(word(build))[0]
    assert [t.title for t in plan.tasks] == ["设立窗口15个", "为退役军人开通绿色通道", "集中宣传"]
    assert plan.tasks[0].lead == ("援助科", "综合科")
    assert (plan.tasks[1].lead, plan.tasks[1].partners) == (("援助科",), ("宣传科",))
    assert (plan.tasks[2].start, plan.tasks[2].end) == ("2026-09-01", "2026-09-07")
    assert ("missing_product", (5, 5)) in codes(plan)


def test_word_numbers_and_heading_styles() -> None:
    def build(made: object) -> None:
        made.add_paragraph("KẾ HOẠCH")  # type: ignore[attr-defined]
        made.add_paragraph("Hòa giải ở cơ sở năm 2026")  # type: ignore[attr-defined]
        made.add_heading("Nội dung", 1)  # type: ignore[attr-defined]
        made.add_paragraph("Củng cố tổ. Kiện toàn 15 tổ hòa giải.", style="List Number")  # type: ignore[attr-defined]
        made.add_paragraph("Thi hòa giải: 01 cuộc thi vào quý III/2026.", style="List Number")  # type: ignore[attr-defined]

    plan = read_plans(word(build))[0]
    assert plan.title == "Hòa giải ở cơ sở năm 2026"
    assert [(t.no, t.title) for t in plan.tasks] == [(None, "Củng cố tổ"), (None, "Thi hòa giải")]


def test_several_plans_keep_the_lines_of_the_file() -> None:
    one = "社区普法活动方案{n}\n一、活动目的\n普法。\n二、活动内容\n1、办讲座{n}场。\n三、活动要求\n认真落实。\n"
    text = "".join(one.format(n=n) for n in (1, 2, 3))
    plans = read_plans(read_document("all.txt", text.encode()))
    assert [p.tasks[0].lines for p in plans] == [(5, 5), (12, 12), (19, 19)]


def test_machine_converted_text_is_cleaned() -> None:
    text = "社區(qū)普法活動方案\n一、活動目的\n為社區(qū)居民服務。\n二、活動內(nèi)容\n1、設一個宣傳欄。\n"
    document = read_document("old.txt", text.encode())
    plan = read_plans(document)[0]
    assert plan.title == "社区普法活动方案"
    assert plan.tasks[0].title == "设一个宣传栏"
    assert ("converted_text", None) in codes(plan)
    assert len(readable_lines(document)) == len(document.lines)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025年全县法律援助工作回顾\n全年办理案件300件。\n取得良好效果。", "review"),
        ("BÁO CÁO\nKết quả năm 2025\nĐã tổ chức 10 buổi.", "review"),
        ("今天天气很好。\n我们去公园。", "other"),
        ("x", "other"),
    ],
)
def test_what_is_no_plan_is_said_so(text: str, found: str) -> None:
    with pytest.raises(Problem) as caught:
        read_plans(read_document("x.txt", text.encode()))
    assert (caught.value.code, caught.value.facts["found"]) == ("file_not_a_plan", found)


def test_the_published_form_has_all_its_keys() -> None:
    said = json.loads(json.dumps(example("plan-zh.txt").to_json()))
    assert {"title", "number", "issuer", "date", "language", "kind", "aims", "audiences", "phases", "tasks", "targets", "organisation", "duties", "findings"} <= said.keys()  # fmt: skip
    assert {"no", "title", "text", "lead", "partners", "start", "end", "frequency", "quantity", "products", "budget", "audiences", "parent", "lines"} <= said["tasks"][0].keys()  # fmt: skip


@pytest.mark.parametrize("name", ["plan-zh.txt", "plan-vi.txt"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding_gives_the_same_plan(name: str, encoding: str) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    if encoding == "gb18030" and name == "plan-vi.txt":
        text = unicodedata.normalize("NFD", text)
        encoding = "utf-8"
    plan = read_plans(read_document(name, text.encode(encoding)))[0]
    assert plan.to_json() == example(name).to_json()
