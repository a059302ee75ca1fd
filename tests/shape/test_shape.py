"""The shape of the house: what the type checker and the import linter cannot see."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from songfa.audit.guard import stateful
from songfa.rules import problems
from songfa.rules.machines import MACHINES
from songfa.rules.packs.read import load
from songfa.rules.packs.schema import Role
from songfa.rules.verbs import Verb
from songfa.words.say import key_of

HOUSE = Path(__file__).parents[2] / "songfa"
CONTRACTS = tomllib.loads((HOUSE.parent / "pyproject.toml").read_text())["tool"]["importlinter"]
LEVEL = {
    room.strip(): level
    for level, line in enumerate(reversed(CONTRACTS["contracts"][0]["layers"]))
    for room in line.split("|")
}
SOURCES = [p for p in HOUSE.rglob("*.py") if "migrations" not in p.parts]
PACKS = sorted(p.name for p in (HOUSE / "packs").iterdir() if (p / "pack.toml").exists())


def room_of(module: str) -> str:
    return module.split(".")[1]


def test_foreign_keys_point_down() -> None:
    """A foreign key given as a string is a dependency that no import shows."""
    seen = 0
    for model in apps.get_models():
        if not model.__module__.startswith("songfa."):
            continue
        for field in model._meta.get_fields():
            target = field.related_model if field.concrete else None
            if isinstance(target, type) and target.__module__.startswith("songfa."):
                here, there = room_of(model.__module__), room_of(target.__module__)
                seen += 1
                assert here == there or LEVEL[there] < LEVEL[here], f"{model} -> {target}"
    assert seen > 20


def _writes_state(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == "state" and isinstance(node.ctx, ast.Store)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("update", "bulk_update") and any(
            k.arg == "state" for k in node.keywords
        )
    return False


def test_only_the_door_writes_a_state() -> None:
    for path in SOURCES:
        if any(_writes_state(n) for n in ast.walk(ast.parse(path.read_text()))):
            assert path.relative_to(HOUSE).as_posix() == "audit/door.py"


def _actions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in SOURCES:
        if path.name == "actions.py" or path.parent.name == "actions":
            for node in ast.parse(path.read_text()).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield f"{path.relative_to(HOUSE)}:{node.name}", node


ACTIONS = dict(_actions())


def _calls(node: ast.AST) -> set[str]:
    return {
        n.func.id
        for n in ast.walk(node)
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_leaves_a_line(name: str) -> None:
    """An action calls the door, itself or through other functions of its file."""
    tree = ast.parse((HOUSE / name.split(":", maxsplit=1)[0]).read_text())
    functions = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}
    reached: set[str] = set()
    todo = [ACTIONS[name].name]
    while todo:
        fresh = _calls(functions[todo.pop()]) - reached
        reached |= fresh
        todo += [f for f in fresh if f in functions]
    assert reached & {"move", "enter", "record", "record_many", "look_many", "beside"}, name


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_names_its_actor_and_its_time(name: str) -> None:
    arguments = ACTIONS[name].args
    assert {"actor", "at"} <= {a.arg for a in arguments.kwonlyargs}, name
    assert not arguments.args, f"{name}: keyword-only, please"


def test_there_are_actions() -> None:
    assert len(ACTIONS) > 10


def test_migrations_import_nothing_of_ours() -> None:
    for path in HOUSE.rglob("migrations/0*.py"):
        assert not re.search(
            r"^(from|import) songfa|songfa\.\w+\.(models|fields)\.", path.read_text(), re.MULTILINE
        ), path


def _routes(
    patterns: list[URLPattern | URLResolver], before: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            yield from _routes(entry.url_patterns, before + str(entry.pattern))
        else:
            yield before + str(entry.pattern), entry


def test_every_desk_page_is_guarded() -> None:
    """A page of the desk names the verbs that open it; nothing else opens it."""
    desk = [(r, p) for r, p in _routes(get_resolver().url_patterns) if "desk/" in r]
    assert len(desk) > 10
    for route, pattern in desk:
        assert getattr(pattern.callback, "verbs", ()), route


def test_rows_are_locked_so_that_others_may_refer_to_them() -> None:
    """A lock FOR UPDATE also stops a row that names the locked one; its writer holds the trail, and waits in a ring."""
    for path in SOURCES:
        for call in re.findall(r"select_for_update\([^)]*", path.read_text()):
            assert "no_key=True" in call, f"{path}: {call}"


TEMPLATES = HOUSE / "web" / "templates"
# forms that bear no number of their own (`web/desk/press.py`), and why pressing them twice does nothing twice
BARE_FORMS = {
    "cotton/account-menu.html": "signs out, or takes up another posting: the same twice",
    "cotton/reading-aids.html": "how the page is read: the same twice",
    "public/apply_place.html": "which office: the application after it has a token",
    "public/follow.html": "opens the form of what is to be said, which has a token",
    "public/raise.html": "shows the file again",
}
POSTS = re.compile(r"<form\b[^>]*method=.post", re.IGNORECASE)


def test_every_form_that_makes_something_is_done_once() -> None:
    """A form is drawn by `c-form`, which gives it a number, or stands in the list above."""
    found = {
        p.relative_to(TEMPLATES).as_posix()
        for p in TEMPLATES.rglob("*.html")
        if POSTS.search(p.read_text())
    }
    assert found == set(BARE_FORMS)
    assert 'name="press" value="{% new_press %}"' in (TEMPLATES / "cotton/form.html").read_text()
    acting = [p for p in TEMPLATES.rglob("*.html") if "<c-form" in p.read_text()]
    assert len(acting) > 60


# pages of the desk that are shown in answer to a form and are themselves its result
RESULTS = ("assigning_done", "file_link_made", "file_taken", "referral_sent", "units_shown")


def test_pages_that_are_a_result_are_shown_again_as_they_were() -> None:
    """They are marked `acted`: a second press shows the first result. No other page may be added without the mark."""
    desk = "".join(p.read_text() for p in (HOUSE / "web" / "desk").rglob("*.py"))
    for name in RESULTS:
        drawn = re.findall(rf"(\w+\()?render\((?:self\.)?request, .desk/{name}\.html", desk)
        assert drawn == ["acted("], name


@pytest.mark.parametrize("pack", PACKS)
def test_roles_speak_the_vocabulary(pack: str) -> None:
    on = load(pack).versions("roles", "administrator")[-1].valid_from
    roles = load(pack).all(Role, on)
    spoken = set().union(*(r.verbs for r in roles.values()))
    assert spoken <= set(Verb), spoken - set(Verb)


def test_every_verb_belongs_to_somebody() -> None:
    """Each country has its own procedure; together their roles speak every verb."""
    spoken: set[str] = set()
    for pack in PACKS:
        on = load(pack).versions("roles", "administrator")[-1].valid_from
        spoken |= set().union(*(r.verbs for r in load(pack).all(Role, on).values()))
    assert set(Verb) - spoken <= {Verb.ACCESS_SIGN_IN}, set(Verb) - spoken


@pytest.mark.parametrize("pack", PACKS)
def test_clocks_speak_the_vocabulary(pack: str) -> None:
    book = load(pack)
    for code in book.sections.get("clocks", {}):
        for clock in book.versions("clocks", code):
            verbs = {
                v
                for f in ("opened_by", "met_by", "suspended_by", "resumed_by")
                for v in getattr(clock, f)
            }
            assert verbs <= set(Verb), f"{code}: {verbs - set(Verb)}"


def codes() -> Iterator[str]:
    """Every message id that a code of ours must have."""
    yield from (key_of("verb", v) for v in Verb)
    yield from (key_of("state", s) for m in MACHINES for s in m.states())
    found = [p for p in vars(problems).values() if isinstance(p, problems.ProblemType)]
    yield from (key_of("problem", p.code) for p in found)


CODES = sorted(set(codes()))


@pytest.mark.parametrize("language", ["en", "zh-Hans", "vi"])
def test_every_code_has_words(language: str) -> None:
    from songfa.words.say import has

    assert [c for c in CODES if not has(c, language)] == []


def test_machines_and_tables_agree() -> None:
    assert {x.name for m in stateful() for x in m.machines.values()} == {m.name for m in MACHINES}


def test_every_problem_is_in_the_catalogue() -> None:
    """No room makes a ProblemType of its own."""
    for path in SOURCES:
        if path.name != "problems.py":
            assert "ProblemType(" not in path.read_text(), path


LOCAL = re.compile(
    rf"{re.escape(str(HOUSE.parent))}/|/root/|/home/\w+/|registry\.\w+\.\w|--(extra-)?index-url",
    re.IGNORECASE,
)


def test_the_repository_speaks_of_the_product_alone() -> None:
    tree = [
        p
        for p in HOUSE.parent.rglob("*")
        if p.is_file()
        and p.suffix in (".py", ".md", ".toml", ".ftl", ".html", ".in", ".lock", ".json")
    ]
    for path in tree:
        inside = path.relative_to(HOUSE.parent)
        if (
            inside.parts[0] in (".venv", "node_modules", ".songfa", ".git")
            or inside.name == "test_shape.py"
        ):
            continue
        for line in path.read_text(errors="replace").splitlines():
            assert not LOCAL.search(line) or "--no-emit-index-url" in line, (
                f"{inside}: {line[:120]}"
            )
