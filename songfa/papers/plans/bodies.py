"""Lists of bodies -> one entry a body, and who leads or helps in running text."""
# ruff: noqa: E501 - a pattern is read best in one line

import re
from dataclasses import dataclass

from songfa.papers.plans.passage import Passage, flatten
from songfa.papers.plans.vocabulary import Vocabulary

_BRACKETS = re.compile(r"\([^)]*\)")
_ZH_SPLIT = re.compile(r"[、;,\n]|(?<=[^\s]) +(?=[^\s])")
_ZH_AND = re.compile(r"和|及(?!时)|以及|与")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.、)]|[-+•*]|[①-⑳])\s*")


def bodies(text: Passage, words: Vocabulary) -> tuple[str, ...]:
    """The bodies named in a list, as printed, in order, each once."""
    if not text:
        return ()
    pieces = _zh(text, words) if words.is_zh else _vi(text, words)
    out: list[str] = []
    for piece in pieces:
        name = _clean(piece, words)
        if name and name not in out:
            out.append(name)
    return tuple(out)


def _clean(piece: Passage, words: Vocabulary) -> str:
    number = _NUMBERED.match(piece.flat)
    piece = (piece.cut(number.end()) if number else piece).trim()
    tail = (
        re.search(r"(?:等(?:单位|部门|有关部门|相关单位)?|等$)$", piece.flat)
        if words.is_zh
        else None
    )
    if tail and tail.start() > 1:
        piece = piece.cut(0, tail.start()).trim()
    return re.sub(r"\s*\n\s*", " ", piece.printed).strip()


def _zh(text: Passage, words: Vocabulary) -> list[Passage]:
    guarded = text.masked(_BRACKETS)
    pieces: list[Passage] = []
    at = 0
    cuts = [m.span() for m in _ZH_SPLIT.finditer(guarded.flat)]
    for a, b in [*cuts, (len(text.flat), len(text.flat))]:
        pieces.append(text.cut(at, a))
        at = b
    out: list[Passage] = []
    for piece in [p for p in pieces if p]:
        out.extend(_zh_and(piece, words))
    return _together(text, out, words)


def _zh_and(piece: Passage, words: Vocabulary) -> list[Passage]:
    """Split at 和 where both sides are bodies of their own: not 文化和旅游局."""
    ends = words.pattern("bodies.end", words.any("bodies", "ends") + r"(?:\([^)]*\))?$")
    for m in _ZH_AND.finditer(piece.flat):
        left, right = piece.cut(0, m.start()), piece.cut(m.end())
        if (
            len(left.flat.strip()) > 1
            and ends.search(left.flat.strip())
            and ends.search(right.flat.strip())
        ):
            return [left, *_zh_and(right, words)]
    return [piece]


def _together(text: Passage, pieces: list[Passage], words: Vocabulary) -> list[Passage]:
    """各镇、街道 is one: a territorial word after 各… only goes on with it."""
    places = words.pattern("bodies.places", words.any("bodies", "places") + "$")
    plain = words.pattern(
        "bodies.place_ends", words.any("bodies", "place_ends") + r"(?:\([^)]*\))?$"
    )
    out: list[Passage] = []
    for piece in pieces:
        flat = piece.flat.strip()
        before = out[-1].flat.strip() if out else ""
        goes_on = (
            bool(out)
            and places.fullmatch(before.split("、")[0]) is not None
            and not flat.startswith(("各", "县", "区", "市", "省"))
            and (plain.fullmatch(flat) is not None)
        )
        if goes_on:
            first = text.printed.find(out[-1].printed)
            last = text.printed.find(piece.printed, first) + len(piece.printed)
            out[-1] = text.cut(first, last)
        else:
            out.append(piece)
    return out


def _vi(text: Passage, words: Vocabulary) -> list[Passage]:
    heads = "|".join(sorted(words.words("bodies", "heads"), key=len, reverse=True))
    lower = "|".join(sorted(words.words("bodies", "heads_lower"), key=len, reverse=True))
    # Case tells a new body from the rest of a name, so this pattern is the one that minds it.
    pattern = words.pattern(
        "bodies.split",
        rf"\s*[;\n]\s*|\s*,\s*(?:và\s+)?(?=(?:{heads}|{lower})(?!\w))|(?<!HĐND)\s+(?:và|cùng với|với)\s+(?=(?:{heads}|{lower})(?!\w))|\s+-\s+(?=(?:{heads})\s)(?<=xã - )",
        0,
    )
    guarded = text.masked(_BRACKETS)
    pieces, at = [], 0
    for m in pattern.finditer(guarded.flat):
        pieces.append(text.cut(at, m.start()))
        at = m.end()
    pieces.append(text.cut(at))
    return _joined_vi(text, [p for p in pieces if p])


_PLURAL = re.compile(r"\s*(?:các|những|một số)\s", re.IGNORECASE)
_GENERIC = re.compile(r"\s*(?:đơn vị|cơ quan|cá nhân|tổ chức|công chức|cán bộ)(?!\w)")


def _joined_vi(text: Passage, pieces: list[Passage]) -> list[Passage]:
    """`Các phòng, đơn vị thuộc Sở` is one: a common noun after a plural goes on with it."""
    out: list[Passage] = []
    at = 0
    for piece in pieces:
        start = text.printed.find(piece.printed, at)
        between = text.printed[at:start]
        at = start + len(piece.printed)
        if (
            out
            and re.fullmatch(r"\s*(?:,|và)\s*", between)
            and _PLURAL.match(out[-1].flat)
            and _GENERIC.match(piece.flat)
        ):
            first = text.printed.rfind(out[-1].printed, 0, start)
            out[-1] = text.cut(first, at)
        else:
            out.append(piece)
    return out


@dataclass(frozen=True, slots=True)
class Roles:
    lead: tuple[str, ...]
    partners: tuple[str, ...]


_ZH_LIST = r"(?:[^,。;:“”()由]|\([^()]{1,4}\)){2,60}?"


def roles_in_text(text: Passage, words: Vocabulary) -> Roles:
    """Who leads and helps according to running text."""
    return _roles_zh(text, words) if words.is_zh else _roles_vi(text, words)


def _roles_zh(text: Passage, words: Vocabulary) -> Roles:
    masked = text.masked(re.compile(r"“[^”]*”|《[^》]*》"))
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    for clause in _clauses(masked):
        if not lead and (found := _named_lead(clause, words) or _lead_zh(clause, words)):
            lead, more = found
            partners = _merge(partners, more)
        elif more := _partners_zh(clause, words):
            partners = _merge(partners, more)
    return Roles(lead, tuple(p for p in partners if p not in lead))


def _clauses(text: Passage) -> list[Passage]:
    """Clauses; a short bracket inside a name, 村(居)委会, does not end one."""
    short = re.compile(r"(?<=[\u4e00-\u9fff])\([^()]{1,4}\)(?=[\u4e00-\u9fff、])")
    guarded = text.masked(short)
    pieces, at = [], 0
    for m in re.finditer(r"[,。;:()]", guarded.flat):
        pieces.append(text.cut(at, m.start()))
        at = m.end()
    pieces.append(text.cut(at))
    return [p for p in pieces if p]


_DOES = "现场|上门|统一|集中|分别|免费|提供|解答|授课|主讲|讲解|受理|办理|审核|收集|汇总|制作|编印|录制|发放|带队|指导|选派|安排|制定|建立|完成"


def _named_lead(
    clause: Passage, words: Vocabulary
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """牵头单位为县司法局."""
    m = re.match(rf"\s*(?:牵头|主办|责任|承办)单位(?:为|是)({_ZH_LIST})$", clause.flat)
    lead = _proper(clause.cut(*m.span(1)), words) if m else ()
    return (lead, ()) if lead else None


def _lead_zh(clause: Passage, words: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    flat = clause.flat
    with_help = re.search(
        rf"(?:由|^)({_ZH_LIST})(?:会同|联合|协同|商)({_ZH_LIST})(?:等(?:单位|部门)?)?(?=预约|组织|开展|举办|负责|牵头|实施|制定|共同|做好|定期|深入|对|为|在|$|[一每于])",
        flat,
    )
    if with_help:
        lead = _proper(clause.cut(*with_help.span(1)), words)
        if lead:
            return lead, _proper(clause.cut(*with_help.span(2)), words)
    pattern = r"(?:具体)?(?:牵头|主办|负责|承办)"
    shared = words.pattern("bodies.shared", words.any("bodies", "shared"))
    if m := shared.search(flat):
        lead = _proper(clause.cut(0, m.start()), words)
        return (lead, ()) if lead else None
    if re.search(r"由[^,]*(?:组成|构成)", flat):
        return None
    if m := re.search(
        rf"由({_ZH_LIST})(?:共同|联合|一起)?(?:{pattern}|组织|实施|开展|承担|按|统筹|具体|每|定期|对|为|预约|落实|举办|在|于)",
        flat,
    ) or re.match(rf"\s*由({_ZH_LIST})(?:{_DOES})", flat):
        lead = _proper(clause.cut(*m.span(1)), words)
        rest = clause.cut(m.end()).trim(" 、")
        return (lead, _partners_zh(rest, words) if rest else ()) if lead else None
    if m := re.match(rf"\s*({_ZH_LIST}){pattern}", flat):
        lead = _proper(clause.cut(*m.span(1)), words)
        rest = clause.cut(m.end()).trim(" 、")
        return (lead, _partners_zh(rest, words) if rest else ()) if lead else None
    return None


def _partners_zh(clause: Passage, words: Vocabulary) -> tuple[str, ...]:
    if m := re.match(
        rf"\s*由?({_ZH_LIST})(?:等(?:单位|部门)?)?(?:积极|共同|密切|予以|给予)?(?:配合|协同|协办|协助|参与)",
        clause.flat,
    ):
        return _proper(clause.cut(*m.span(1)), words)
    if m := re.match(rf"\s*(?:配合|协办|协同)单位(?:为|是)({_ZH_LIST})$", clause.flat):
        return _proper(clause.cut(*m.span(1)), words)
    if m := re.search(r"(?:会同|协同)(?=[^,。;:“”()由]{2})", clause.flat):
        # The list ends at the first word of action behind which only names of bodies are left.
        behind = clause.cut(m.end())
        ends = [e.start() for e in _ACTION.finditer(behind.flat) if e.start() > 1]
        for end in [*ends, len(behind.flat)]:
            if names := _proper(behind.cut(0, end), words):
                return names
    return ()


_ACTION = re.compile(
    r"等?(?:组织|开展|举办|共同|做好|制定|预约|实施|联合|定期|深入|进行|选派|建立|推进|完善|印发|对|为|在|于|到|向|以|就|每|按|一|\d|适时|集中|分批|统一|参与|走进|设立|成立)"
)


def _proper(text: Passage, words: Vocabulary) -> tuple[str, ...]:
    """The names if every one of them ends like a body; otherwise none: nothing is guessed."""
    text = text.trim()
    flat = re.sub(r"^(?:并|同时|具体)?(?:由|在(?=.*[局办委所站会部]))", "", text.flat)
    text = text.cut(len(text.flat) - len(flat))
    names = bodies(text, words)
    ends = words.pattern("bodies.end", words.any("bodies", "ends") + r"(?:\([^)]*\))?$")
    return (
        names if names and all(1 < len(n) <= 24 and ends.search(flatten(n)) for n in names) else ()
    )


def _merge(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return a + tuple(x for x in b if x not in a)


def _roles_vi(text: Passage, words: Vocabulary) -> Roles:
    flat = text.masked(re.compile(r"“[^”]*”")).flat
    end = r"(?=\s+(?:tổ chức|thực hiện|xây dựng|triển khai|tham mưu|rà soát|tiến hành|biên soạn|thẩm định|kiểm tra|hướng dẫn|để|trong|hoàn thành|trước|theo dõi|tập huấn|khảo sát|lắp đặt|in |phát thanh|đăng tải|tuyên truyền|truyền thông|đánh giá|lập|cung cấp|hằng|hàng|mỗi)|[.;:]|$)"
    who = r"(?P<a>[A-ZĐÀ-Ỹ][^.;:]*?)"
    partner = (
        rf"(?:,?\s*(?:và\s+)?phối hợp(?: (?:chặt chẽ|cùng))?(?: với)?\s+(?P<b>[^.;:]*?){end})?"
    )
    m = None
    for source in (
        rf"(?:[Gg]iao|[Dd]o)\s+{who}\s+(?:làm )?(?:chủ trì|là (?:cơ quan|đơn vị) chủ trì|đầu mối)(?:\s+(?:thực hiện|tham mưu|tổ chức))?{partner}",
        rf"(?:^|[.;:(]\s*|,\s+){who}\s+(?:chủ trì|là (?:cơ quan|đơn vị) chủ trì){partner}",
        rf"(?:[Gg]iao)\s+{who}\s+(?=thực hiện|triển khai|tổ chức|phụ trách)",
        rf"(?:[Dd]o)\s+{who}\s+(?=thực hiện|phụ trách|đảm nhận|chịu trách nhiệm)",
    ):
        m = re.search(source, flat)
        if m:
            break
    if not m:
        helper = re.search(
            rf"phối hợp(?: chặt chẽ)? với\s+(?P<b>[A-ZĐÀ-Ỹ][^.;:]*?|các [^.;:]*?){end}", flat
        ) or _HELPS.search(flat)
        return Roles((), _named_vi(text.cut(*helper.span("b")), words) if helper else ())
    lead = _named_vi(text.cut(*m.span("a")), words)
    helper = m if m.groupdict().get("b") else _HELPS.search(flat, m.end())
    partners = _named_vi(text.cut(*helper.span("b")), words) if helper else ()
    return Roles(lead, partners if lead else ())


# "Hội Phụ nữ, Đoàn Thanh niên phối hợp.": the helpers stand before the word.
_HELPS = re.compile(
    r"(?:^|[.;,]\s*)(?P<b>(?:[A-ZĐÀ-Ỹ]|các )[^.;:]{2,120}?)(?:\s+là (?:cơ quan|đơn vị))?\s+(?:cùng\s+)?phối hợp(?:\s+(?:thực hiện|tổ chức))?\s*(?=[.;)]|$)"
)


def _named_vi(text: Passage, words: Vocabulary) -> tuple[str, ...]:
    heads = "|".join(words.words("bodies", "heads") + words.words("bodies", "heads_lower"))
    names = bodies(text, words)
    pattern = words.pattern("bodies.head", rf"(?:{heads})(?!\w)")
    return names if names and all(pattern.match(n) and len(n) <= 90 for n in names) else ()
