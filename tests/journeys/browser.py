"""A browser for the journeys: Debian's Chromium, a server of its own, and an accessibility check at each page."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 375, "height": 800}


def chromium() -> str:
    """Return where Chromium is; skip the journey where there is none."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: no journey would be walked")
        pytest.skip("Chromium is not installed (make setup installs it)")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's own loop is at rest between calls, but Django takes it for a running one
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium(), args=ARGS, headless=True)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, settings: Any) -> Iterator[Page]:
    """A fresh window, 1280 pixels wide; staff sign in without a second factor."""
    settings.SECOND_FACTOR_FOR_STAFF = False
    context = browser.new_context(viewport=WIDE, locale="en-GB")  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """Return the accessibility violations of the page as it stands (axe-core, WCAG 2.2 A and AA)."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [
        f"{v['id']} ({v['impact']}): {v['help']} at {', '.join(str(n['target']) for n in v['nodes'][:3])}"
        for v in found["violations"]
    ]


def check(page: Page, *, shot: str = "") -> None:
    """Assert that the page has no violation and does not scroll sideways on a telephone.

    With `SONGFA_SHOTS` set to a folder, keep a picture at both widths under the name `shot`.
    """
    assert faults(page) == [], page.url
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    over = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    _picture(page, shot, NARROW["width"])
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    _picture(page, shot, WIDE["width"])
    assert over <= 0, f"{page.url} is {over} px too wide for a telephone"


def _picture(page: Page, shot: str, width: int) -> None:
    folder = os.environ.get("SONGFA_SHOTS")
    if folder and shot:
        page.screenshot(path=str(Path(folder) / f"{shot}-{width}.png"), full_page=True)


def sign_in(page: Page, address: str, username: str, password: str) -> None:
    """Sign in as somebody and land on the desk."""
    page.goto(f"{address}/en/accounts/login/")
    page.locator("input[name=login]").fill(username)
    page.locator("input[name=password]").fill(password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/desk/**")
