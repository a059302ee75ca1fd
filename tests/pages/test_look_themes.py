"""Every component in every theme, on a phone and on a desk, in a real browser under the strict policy."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import engines
from django_cotton.compiler_regex import CottonCompiler

from tests.pages.test_look_build import BUILT, ROOT, WEB
from tests.pages.test_look_parts import Form

CHROMIUM = shutil.which("chromium")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
POLICY = "; ".join(
    f"{name} {' '.join(values)}"
    for name, values in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
)
STATES = ("done", "done", "late", "now", "next")

pytestmark = pytest.mark.skipif(
    not CHROMIUM or not AXE.exists() or not BUILT.exists(),
    reason="needs Chromium and the built look: npm ci, npm run build",
)


def gallery(**reading: str) -> str:
    links = [
        {"name": "One", "url": "#", "current": True},
        {"name": "Two", "url": "#", "current": False},
    ]
    context = {
        "form": Form({"born-year": "2026", "born-month": "2", "born-day": "30"}),
        "links": links,
        "desk_links": [{**links[0], "count": 3, "late": True}, {**links[1], "count": 128}],
        "steps": [
            {"name": f"Step {s}", "state": s, "when": "7 days", "article": "Article 43"}
            for s in STATES
        ],
        "heads": ["Number", "Due", {"name": "Cases", "num": True}],
        "reading": reading,
        "language": "en",
    }
    source = (Path(__file__).parent / "gallery.html").read_text(encoding="utf-8")
    template = engines["django"].from_string(CottonCompiler().process(source))
    return str(template.render(context))


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("gallery")
    (folder / "static").symlink_to(WEB / "static")
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("contrast", "size", "width"),
    [
        ("light", "medium", 1280),
        ("light", "large", 375),
        ("dark", "medium", 1280),
        ("high", "medium", 375),
    ],
)
def test_every_component_is_accessible(
    browser: Any, place: tuple[Path, str], contrast: str, size: str, width: int
) -> None:
    folder, address = place
    name = f"{contrast}-{size}-{width}.html"
    (folder / name).write_text(
        gallery(contrast=contrast, size=size, width="wide"), encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": width, "height": 800})
    said: list[str] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/{name}")
    page.wait_for_function("document.body.classList.contains('js-enabled')")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    faults = [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]]
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert not faults
    assert not said
    assert over <= 0
