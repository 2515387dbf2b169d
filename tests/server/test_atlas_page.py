"""The atlas of the service in a browser: from a thing to the picture, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser import open_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with open_chromium(request.config) as browser:
        yield browser


def test_a_thing_is_seen_in_the_atlas_and_leads_back(
    chromium: Browser, server: str, front_end: None
) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{server}/id/mission/change-6?as-of=2024-07-01")
    page.click("text=See it in the atlas")
    page.wait_for_selector("#app:not([hidden])", timeout=180_000)  # it waits while it is laid out
    name = page.inner_text("#panel h2")
    assert "day=2024-07-01" in page.url
    page.click("#panel >> text=Its page")
    assert page.url == f"{server}/id/mission/change-6"
    assert page.inner_text("h1") == name
    assert complaints == []
    page.close()
