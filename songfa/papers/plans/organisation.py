"""The leading group: 组长, 副组长, 成员, 办公室; Trưởng ban, Phó Trưởng ban, Thành viên, Cơ quan thường trực."""
# ruff: noqa: E501 - a pattern is read best in one line

import re

from songfa.papers.plans.outline import mark_of
from songfa.papers.plans.passage import Passage
from songfa.papers.plans.sections import Outline, Sheet
from songfa.papers.plans.tables import tables
from songfa.papers.plans.vocabulary import Vocabulary
from songfa.rules.plans.parts import Member

_HAN_NAME = r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff]"
_VI_NAME = r"(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,5})"
_HONORIFIC = re.compile(r"^\s*(?:ông|bà|đồng chí|đ/c|luật sư|ts\.?|ths\.?)\s*:?\s+", re.IGNORECASE)


def read_organisation(sheet: Sheet, outline: Outline) -> list[Member]:
    """Seats in order of place."""
    tasks = {n for s in outline.of("tasks") for n in range(s.first, s.last + 1)}
    out: list[Member] = []
    role: str | None = None
    for text in sheet.lines:
        if text.line in sheet.skip or text.line in sheet.rows or text.line in tasks:
            role = None
            continue
        if not text:
            continue
        labels = _labels(text, sheet.words)
        if labels:
            for role, value in labels:
                out.extend(_entries(role, value, sheet.words))
            role = labels[-1][0]
            continue
        if role is not None and (more := _continued(text, role, sheet.words)):
            out.extend(more)
            continue
        role = None
        out.extend(_running(text, sheet.words))
    for table in tables(sheet):
        if table.kind == "people":
            out.extend(_row(e.cells, e.line, sheet.words) for e in table.entries if e.cells["name"])
    return sorted(out, key=lambda m: m.lines)


def _labels(text: Passage, words: Vocabulary) -> list[tuple[str, Passage]]:
    """The roles that a line opens with; several where each part after a semicolon has its own label."""
    parts = [p for p in text.split(re.compile(";")) if p.trim()]
    found = [role_label(p, words) for p in parts]
    if len(parts) > 1 and all(f is not None for f in found):
        return [f for f in found if f is not None]
    whole = role_label(text, words)
    return [whole] if whole is not None else []


def role_label(text: Passage, words: Vocabulary) -> tuple[str, Passage] | None:
    """The role that a line opens with as a label, and what stands after it."""
    begin = mark_of(text)
    head = text.cut(begin.length) if begin else text
    # 组  长: and 副 组 长: are set apart to fill the line.
    flat = re.sub(
        r"^[\u4e00-\u9fff\s]{1,8}?(?=:)", lambda m: re.sub(r"\s", "", m.group()), head.flat
    )
    shift = len(head.flat) - len(flat)
    for role in ("deputy", "office", "head", "member"):
        pattern = words.pattern(
            f"roles.{role}", rf"\s*(?:{words.any('roles', role)})\s*(?:\([^)]*\))?\s*:"
        )
        m = pattern.match(flat)
        if m:
            return role, head.cut(m.end() + shift)
        alone = words.pattern(f"roles.alone.{role}", rf"\s*(?:{words.any('roles', role)})\s*$")
        if begin is not None and (m := alone.match(flat)):
            return role, head.cut(len(head.flat))
        bare = words.pattern(
            f"roles.bare.{role}", rf"\s*(?:{words.any('roles', role)})\s+(?=(?:{_HAN_NAME})\s)"
        )
        if words.is_zh and (m := bare.match(head.flat)):
            return role, head.cut(m.end())
        behind = words.pattern(
            f"roles.behind.{role}",
            rf"^(?:ông|bà|đồng chí|đ/c|đại diện|lãnh đạo)\s.*?\s*[-,:]\s*(?P<r>{words.any('roles', role)})\s*[.;]?$",
        )
        if not words.is_zh and (m := behind.match(head.flat.strip())):
            return role, head.cut(0, head.flat.rfind(m.group("r"))).trim(" -,.;:")
    return None


def _entries(role: str, value: Passage, words: Vocabulary) -> list[Member]:
    if not value.trim():
        return []
    pieces = _seats(value, words) if words.is_zh else value.split(re.compile(";"))
    return [_member(role, p.trim(), words) for p in pieces if p.trim()]


_SEAT_ENDS = re.compile(r"[、;。]|(?<=[长任记事员人]),")
_SEAT_BRACKET = re.compile(r"\([^)]*\)")


def _seats(value: Passage, words: Vocabulary) -> list[Passage]:
    """One entry a seat: split at 、 but not between two posts of one person (党委书记、局长)."""
    guarded = value.masked(_SEAT_BRACKET)
    cuts = [m.span() for m in _SEAT_ENDS.finditer(guarded.flat)]
    out: list[tuple[int, int]] = []
    at = 0
    for a, b in [*cuts, (len(value.flat), len(value.flat))]:
        mark = value.flat[out[-1][1]] if out and out[-1][1] < len(value.flat) else ""
        if mark == "、" and _one_person(value.cut(*out[-1]), value.cut(at, a), words):
            out[-1] = (out[-1][0], a)
        else:
            out.append((at, a))
        at = b
    return [value.cut(a, b) for a, b in out if value.flat[a:b].strip()]


def _one_person(before: Passage, after: Passage, words: Vocabulary) -> bool:
    """宁致远 市司法局党委书记 + 局长; 镇党委副书记 + 镇长谈雨舟: the second only goes on with the first."""
    post = words.any("roles", "post_ends")
    bare = re.fullmatch(rf"\s*(?:(?:常务|第一)?副)?[\u4e00-\u9fff]{{0,2}}{post}\s*", after.flat)
    named = _name_zh(before.trim(), words)[0]
    if bare and named:
        return True
    party = re.search(r"(?:书记|党组成员|委员|常委)\s*$", before.flat)
    return bool(party) and not named and _name_zh(after.trim(), words)[0] is not None


def _continued(text: Passage, role: str, words: Vocabulary) -> list[Member]:
    """A further person under the same label: name and post, without a sentence."""
    mark = mark_of(text)
    if mark is not None and mark.rank < 6:
        return []
    item = (text.cut(mark.length) if mark else text).trim()
    if words.is_zh:
        if re.search(r"[。;]", item.flat):
            return []
        named = re.fullmatch(rf"(?:{_HAN_NAME})\s+\S.{{2,30}}", item.flat)
        # Set in under the names above, a post without a name.
        post = text.flat.startswith("  ") and re.fullmatch(
            rf"[^,:、\s]{{2,20}}{words.any('roles', 'post_ends')}", item.flat
        )
        return [_member(role, item, words)] if named or post else []
    if (
        mark is not None
        and len(item.flat) <= 140
        and not re.search(r"\.\s", item.flat)
        and (
            re.match(_VI_NAME + r"\s*[-,(]", _bare(item).flat)
            or item.flat.startswith(("Đại diện", "Lãnh đạo"))
        )
    ):
        return [_member(role, item, words)]
    return []


def _member(role: str, entry: Passage, words: Vocabulary) -> Member:
    lines = (entry.line, entry.line)
    name, post = _name_zh(entry, words) if words.is_zh else _name_vi(entry)
    unit, title = _post(post, words) if post else (None, None)
    return Member(role, name, title, unit, lines)


def _name_zh(entry: Passage, words: Vocabulary) -> tuple[str | None, Passage | None]:
    ends = words.any("roles", "post_ends")
    body = words.pattern("bodies.end", words.any("bodies", "ends") + r"(?:\([^)]*\))?$")
    flat = entry.flat
    m = re.match(rf"({_HAN_NAME})\s*[\s,(:]\s*(?=\S)(.*?)\)?$", flat)
    if m and not body.search(m.group(1)) and not re.search(ends + "$", m.group(1)):
        return re.sub(r"\s", "", entry.printed[m.start(1) : m.end(1)]), entry.cut(
            m.start(2), m.end(2)
        )
    m = re.match(rf"(.*{ends})\s*(?:\(|:)?\s*({_HAN_NAME})\)?$", flat)
    if (
        m
        and not re.search(ends + "$", m.group(2))
        and m.group(2) not in {"担任", "兼任", "负责", "同志"}
    ):
        return entry.printed[m.start(2) : m.end(2)], entry.cut(m.start(1), m.end(1))
    if re.fullmatch(_HAN_NAME, flat) and not body.search(flat) and not re.search(ends + "$", flat):
        return entry.text, None
    return None, entry


def _bare(entry: Passage) -> Passage:
    m = _HONORIFIC.match(entry.flat)
    return entry.cut(m.end()) if m else entry


def _name_vi(entry: Passage) -> tuple[str | None, Passage | None]:
    bare = _bare(entry)
    m = re.match(rf"({_VI_NAME})\s*(?:-|,|\(|:)\s*(.+?)\)?$", bare.flat)
    if m and not re.match(
        r"(?:Đại diện|Lãnh đạo|Chủ tịch|Phó|Giám đốc|Trưởng|Sở|Phòng|Hội|Ban|Công an|UBND|Trung tâm|Đoàn|Ủy ban)",
        m.group(1),
    ):
        return bare.printed[m.start(1) : m.end(1)], bare.cut(m.start(2), m.end(2)).trim()
    return None, bare


def _post(post: Passage, words: Vocabulary) -> tuple[str | None, str | None]:
    """A post cut into unit and title; where it cannot be told apart, all of it is the unit."""
    if words.is_zh:
        body = words.any("bodies", "ends")
        m = re.match(
            rf"(.*(?:{body}))((?:党委|党组|常务|第一|分管)?(?:书记、)?副?[\u4e00-\u9fff]{{0,6}}?(?:{words.any('roles', 'post_ends')}))$",
            post.flat,
        )
        if m:
            return post.printed[: m.end(1)].strip(), post.printed[m.start(2) :].strip()
        if re.search(words.any("roles", "post_ends") + "$", post.flat):
            return None, post.text
        return post.text or None, None
    m = re.match(
        rf"((?:{'|'.join(sorted(words.words('roles', 'post_ends'), key=len, reverse=True))})(?:\s+thường trực)?)\s+(.+)$",
        post.flat,
    )
    if m:
        return post.printed[m.start(2) :].strip(), post.printed[m.start(1) : m.end(1)].strip()
    return post.text or None, None


def _running(text: Passage, words: Vocabulary) -> list[Member]:
    """Seats named in a sentence: 办公室设在…, 由…任组长, … là cơ quan thường trực."""
    return _running_zh(text, words) if words.is_zh else _running_vi(text)


_AS = re.compile(r"(?:^|[以由、])([^、,。;以由为]{3,24})为((?:常务)?副?组长)")


def _running_zh(text: Passage, words: Vocabulary) -> list[Member]:
    out: list[Member] = []
    before = ""
    for clause in text.split(re.compile(r"[,。;]")):
        flat = clause.flat
        ahead, before = before, flat
        if re.search(r"办公室$", ahead) and (
            m := re.match(r"\s*设立?[在于]([^,。;(]{2,30})", flat)
        ):
            unit = clause.cut(*m.span(1)).trim().text
            out.append(Member("office", None, None, unit, (clause.line, clause.line)))
            continue
        if m := re.match(
            r"\s*(?:由)?([^,。;由]{4,80}?)为(?:领导小组|工作小组|小组|专班)?成员(?:的[^,。;]*)?$",
            flat,
        ):
            out.extend(_shared_post(clause.cut(*m.span(1)), words))
            continue
        if (
            out
            and out[-1].role == "office"
            and (
                m := re.match(
                    r"\s*由([^,。;由]{2,30}?)(?:同志)?(?:担任|兼任|任)(?:办公室)?主任$", flat
                )
            )
        ):
            out.append(_member("office", clause.cut(*m.span(1)).trim(), words))
            continue
        if m := re.search(r"办公室(?:日常工作)?(?:下?设在?|设立?在|设于|于)([^,。;(]{2,30})", flat):
            out.append(
                Member(
                    "office",
                    None,
                    None,
                    clause.cut(*m.span(1)).trim().text,
                    (clause.line, clause.line),
                )
            )
            continue
        if seats := list(_AS.finditer(flat)):
            for m in seats:
                role = "deputy" if m.group(2).startswith("副") else "head"
                out.append(_member(role, clause.cut(*m.span(1)).trim(), words))
            continue
        for role, word in (
            ("deputy", "(?:常务)?副(?:组长|总指挥|召集人)"),
            ("head", "(?<!副)(?:组长|总指挥|召集人)"),
            ("office", "办公室主任"),
            ("member", "成员"),
        ):
            m = re.search(
                rf"(?:由|^)([^,。;由]{{2,40}}?)(?:同志)?(?:担任|兼任|任)(?:领导小组|工作小组|专班)?{word}",
                flat,
            ) or re.search(
                rf"{word}(?:由|为)([^,。;]{{2,40}}?)(?:同志)?(?:担任|兼任|组成|构成|$)", flat
            )
            if m:
                named = _seats(clause.cut(*m.span(1)), words)
                out.extend(_member(role, p.trim(), words) for p in named)
                break
    return out


def _shared_post(named: Passage, words: Vocabulary) -> list[Member]:
    """镇司法所、镇民政办等单位负责人为成员: one entry a body, all with the post that stands at the end."""
    m = re.search(
        r"(?:等(?:单位|部门|站所|办所)?)?(?:的)?(?:主要|分管|有关|相关)*(?:负责人|负责同志|领导)$",
        named.flat,
    )
    pieces = named.cut(0, m.start()) if m else named
    title = named.cut(m.start()).trim("等单位部门站所办的").text if m else None
    line = (named.line, named.line)
    if m is None:
        return [_member("member", p.trim(), words) for p in _seats(named, words)]
    return [Member("member", None, title, p.trim().text, line) for p in _seats(pieces, words)]


def _running_vi(text: Passage) -> list[Member]:
    m = re.search(
        r"(?:[Gg]iao\s+)?((?:Sở|Phòng|Ban|Công an|UBND|Ủy ban|Trung tâm|Hội|Văn phòng|Bộ phận|Công chức)[^,.;:]*?)\s+(?:là|làm)\s+(?:cơ quan|đơn vị|bộ phận)\s+thường trực",
        text.flat,
    )
    if m:
        return [
            Member(
                "office",
                None,
                None,
                text.printed[m.start(1) : m.end(1)].strip(),
                (text.line, text.line),
            )
        ]
    return []


def _row(cells: dict[str, Passage], line: int, words: Vocabulary) -> Member:
    role_text = cells["role"].flat.strip() if cells.get("role") else ""
    role = "member"
    for code in ("deputy", "office", "head", "member"):
        if words.pattern(f"roles.cell.{code}", words.any("roles", code)).match(role_text):
            role = code
            break
    post = cells.get("post")
    unit, title = _post(post.trim(), words) if post else (None, None)
    return Member(
        role,
        re.sub(r"\s", "" if words.is_zh else " ", cells["name"].text),
        title,
        unit,
        (line, line),
    )
