"""Fixtures that open a page in a browser without a network."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser import open_chromium
from tests.views.sample import PAGE, sample_graph

from comity.views.neighbourhood import neighbourhood_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page


@dataclass
class Opened:
    """A page that was opened, with all that it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def until(page: Page, condition: str, seconds: float = 20) -> None:
    """Wait until a JavaScript expression is true, without the eval that the page's policy bans.

    Playwright's own `wait_for_function` needs it when the first look fails.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never true: {condition}"
        page.wait_for_timeout(25)


@pytest.fixture(scope="session")
def sample_text() -> str:
    return neighbourhood_page(sample_graph(), PAGE)


@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with open_chromium(request.config, webgl=False) as browser:
        yield browser


@pytest.fixture
def chromium_page(
    chromium: Browser, tmp_path: Path, sample_text: str
) -> Iterator[Callable[..., Opened]]:
    """Return a function that opens a text as a file, offline, and records what happens.

    Keyword arguments are those of Playwright's new_context.
    """
    contexts: list[BrowserContext] = []

    def open_page(text: str = sample_text, **options: Any) -> Opened:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(text, encoding="utf-8")
        options.setdefault("viewport", {"width": 1280, "height": 860})
        options.setdefault("reduced_motion", "reduce")
        context = chromium.new_context(**options)
        contexts.append(context)
        context.set_offline(True)
        opened = Opened(context.new_page())
        context.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on(
            "console",
            lambda message: (
                opened.complaints.append(message.text)
                if message.type in {"error", "warning"}
                else None
            ),
        )
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", lambda dialog: opened.complaints.append(dialog.message))
        opened.page.goto(path.as_uri())
        until(opened.page, "window.comityPicture !== undefined")
        return opened

    yield open_page
    for context in contexts:
        context.close()
