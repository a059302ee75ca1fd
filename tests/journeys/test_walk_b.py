"""Walk B: a plan document becomes a running programme."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.browser import WIDE, browser, check, page, sign_in
from tests.rooms.plan_read import TEXT
from tests.town import PASSWORD, Town

__all__ = ["browser", "page"]
pytestmark = pytest.mark.django_db(transaction=True)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 60
