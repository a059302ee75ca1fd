"""A small plan as a reader gives it (the published form of a plan that was read), for tests of the room."""

from typing import Any

TEXT = """桦南县2027年普法工作方案
桦司发〔2026〕88号
一、工作目标
到2027年底，群众满意率达到90%。
二、主要任务
（一）办好法治宣传
1.设置法治宣传栏，每季度更换一次。
牵头单位：各乡镇
2.举办法治讲座，每个单位不少于4场。
牵头单位：县残联
完成时限：2027年6月底前
成果：讲座照片
（二）编印普法手册2000册。
三、实施步骤
第一阶段（2027年1月至2027年3月）：动员。
第二阶段（2027年4月至2027年11月）：实施。
"""


def task(no: str | None, title: str, lines: tuple[int, int], **more: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "no": no,
        "title": title,
        "text": title,
        "lead": [],
        "partners": [],
        "start": None,
        "end": None,
        "frequency": None,
        "quantity": None,
        "products": [],
        "budget": None,
        "audiences": [],
        "parent": None,
        "lines": list(lines),
        "field_lines": {},
    }
    return plain | more


SAID: dict[str, Any] = {
    "title": "桦南县2027年普法工作方案",
    "number": "桦司发〔2026〕88号",
    "issuer": "桦南县司法局",
    "date": None,
    "language": "zh-Hans",
    "kind": "方案",
    "lines": [1, 16],
    "field_lines": {"title": [1, 1], "number": [2, 2]},
    "aims": [],
    "audiences": [],
    "targets": [],
    "organisation": [],
    "duties": [],
    "phases": [
        {
            "name": "第一阶段",
            "start": "2027-01-01",
            "end": "2027-03-31",
            "text": "动员。",
            "lines": [15, 15],
        },
        {
            "name": "第二阶段",
            "start": "2027-04-01",
            "end": "2027-11-30",
            "text": "实施。",
            "lines": [16, 16],
        },
    ],
    "tasks": [
        task("一", "办好法治宣传", (6, 12)),
        task(
            "1",
            "设置法治宣传栏",
            (7, 8),
            parent="一",
            lead=["各乡镇"],
            frequency={"times": 1, "per": "quarter"},
            quantity={"value": 1, "unit": "个"},
            field_lines={"lead": [8, 8], "frequency": [7, 7]},
        ),
        task(
            "2",
            "举办法治讲座",
            (9, 12),
            parent="一",
            lead=["县残联"],
            end="2027-06-30",
            quantity={"value": 4, "unit": "场"},
            products=["讲座照片"],
            field_lines={
                "lead": [10, 10],
                "end": [11, 11],
                "products": [12, 12],
                "quantity": [9, 9],
            },
        ),
        task("二", "编印普法手册", (13, 13), quantity={"value": 2000, "unit": "册"}),
    ],
    "findings": [
        {"code": "missing_lead", "text": "编印普法手册", "lines": [13, 13]},
        {"code": "missing_product", "text": "设置法治宣传栏", "lines": [7, 8]},
    ],
}
