"""The explorer's pages in a browser: for every reader, in light and dark, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from tests.browser import open_chromium
from tests.server.processes import until
from tests.server.serving import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from tests.server.serving import Served

PAGES = (
    "/board",
    "/matrix",
    "/map",
    "/compare?one=nation/bhr&other=nation/tur",
    "/compare?one=2024-01-01&other=2024-03-01",
    "/id/accord/unga-res-77-41",
    "/stories/five-texts",
    "/networks",
    "/",
)
STUDY = "/networks/bridges?as-of=2022-06-01"
WIDE, NARROW = 1440, 390


@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with open_chromium(request.config, webgl=False) as browser:
        yield browser


@pytest.fixture(scope="module")
def addresses(server: str, small: Served) -> list[str]:
    """The addresses of all sorts of pages; that of a study is of the toy world, and made."""
    study = small.url + STUDY
    assert until(lambda: httpx.get(study, timeout=60).status_code == 200, PATIENCE)
    return [study, *(server + path for path in PAGES)]


def opened(browser: Browser, scheme: str, width: int, *, bypass_csp: bool = False) -> Page:
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]  # one of the words that it knows
        viewport={"width": width, "height": 900},
        bypass_csp=bypass_csp,
        java_script_enabled=True,
    )
    return context.new_page()


@pytest.mark.parametrize(("scheme", "width"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_nothing(
    chromium: Browser, addresses: list[str], scheme: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415  (not without a browser)

    page = opened(chromium, scheme, width, bypass_csp=True)  # for axe, which is a script
    faults = []
    for address in addresses:
        page.goto(address)
        faults += [
            (address, each["id"], each["nodes"][0]["html"][:120])
            for each in Axe().run(page).response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append((address, "it scrolls sideways", ""))
    page.context.close()
    assert faults == []


def test_pages_ask_nothing_of_others_and_keep_their_policy(
    chromium: Browser, addresses: list[str]
) -> None:
    page = opened(chromium, "light", WIDE)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.on("console", lambda each: said.append(each.text))
    for address in addresses:
        page.goto(address)
    page.context.close()
    servers = {address[: address.index("/", len("http://"))] for address in addresses}
    assert all(url.startswith((*servers, "data:")) for url in asked)
    assert said == []


def test_the_map_draws_each_coalition_in_its_own_way(chromium: Browser, server: str) -> None:
    page = opened(chromium, "light", WIDE)
    page.goto(f"{server}/map")
    fills = {
        name: page.locator(f".map svg[role=group] path.{name}").first.evaluate(
            "each => getComputedStyle(each).fill"
        )
        for name in ("artemis", "ilrs", "both", "neither")
    }
    size = page.locator(".map svg[role=group] path.artemis").first.bounding_box()
    page.context.close()
    assert len(set(fills.values())) == 4
    assert "#hatch" in fills["ilrs"]
    assert "#stripes" in fills["both"]
    assert size
    assert size["width"] > 5


def test_heads_of_the_matrix_stay_in_sight(chromium: Browser, server: str) -> None:
    page = opened(chromium, "light", NARROW)
    page.goto(f"{server}/matrix")
    grid = page.locator(".grid")
    grid.evaluate("each => each.scrollTo(400, 1500)")
    corner = page.locator(".matrix .corner").bounding_box()
    box = grid.bounding_box()
    page.context.close()
    assert corner
    assert box
    assert abs(corner["x"] - box["x"]) < 3
    assert abs(corner["y"] - box["y"]) < 3


def test_a_story_is_walked_by_the_keyboard(chromium: Browser, server: str) -> None:
    page = opened(chromium, "light", WIDE)
    page.goto(f"{server}/stories")
    page.get_by_role("link", name="Five texts, and what the rules say").press("Enter")
    for number in range(2, 8):
        page.locator("a[rel=next]").press("Enter")
        page.wait_for_url(f"**step={number}*")
    assert page.locator("a[rel=next]").count() == 0
    page.context.close()


def test_a_claim_is_two_clicks_from_the_matrix(chromium: Browser, server: str) -> None:
    page = opened(chromium, "light", WIDE)
    page.goto(f"{server}/matrix?as-of=2023-10-02&bodies=accord/artemis-accords")
    page.get_by_role("link", name="Bahrain: signed since 2022-03-02").click()
    assert "as-of=2023-10-02" in page.url
    assert page.locator("section.verdict").count() == 1
    page.context.close()
