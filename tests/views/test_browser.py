"""The page in a browser that has no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.views.sample import PAGE, THINGS, TIES, small_graph
from tests.views.test_neighbourhood import HOSTILE, data_of, hostile_text

from comity.views.neighbourhood import neighbourhood_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.views.conftest import Opened

    from comity.knowledge import KnowledgeGraph

    OpenPage = Callable[..., Opened]


def click_picture(page: Page, place: dict[str, Any]) -> None:
    box = page.locator("#picture").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])


def has_sideways_scroll(page: Page) -> bool:
    wide = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return bool(wide)


def test_page_asks_for_nothing_and_complains_of_nothing(chromium_page: OpenPage) -> None:
    opened = chromium_page()
    opened.page.evaluate("comityPicture.choose('agency/cnsa')")
    opened.page.click("#rearrange")
    opened.page.wait_for_timeout(200)
    assert opened.requests == [opened.page.url]
    assert opened.complaints == []


def test_picture_is_drawn(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    colours = page.evaluate(
        """() => {
          const canvas = document.querySelector('#picture canvas');
          const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const seen = new Set();
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] === 255) seen.add([data[i], data[i + 1], data[i + 2]].join());
          }
          return ['0,114,178', '230,159,0', '213,94,0'].map((colour) => seen.has(colour));
        }"""
    )
    assert colours == [True, True, True]


def test_click_on_a_node_shows_the_thing_and_its_ties(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    click_picture(page, page.evaluate("comityPicture.placeOf('agency/cnsa')"))
    page.wait_for_selector("#panel h2:has-text('China National Space Administration')")
    panel = page.inner_text("#panel")
    assert "since 1993-04-22" in panel
    assert "cooperates with …" in panel
    assert "… restricts dealings with this agency" in panel


def test_click_on_a_line_shows_the_claim_and_its_sources(
    chromium_page: OpenPage, sample_text: str
) -> None:
    page = chromium_page().page
    key = next(
        tie["key"]
        for tie in data_of(sample_text)["ties"]
        if tie["relation"] == "expressed_interest_in"
    )
    click_picture(page, page.evaluate("key => comityPicture.middleOf(key)", key))
    page.wait_for_selector("#panel article.claim")
    panel = page.inner_text("#panel")
    assert (
        "European Space Agency expressed interest in International Lunar Research Station." in panel
    )
    assert "2021 – 2022" in panel
    assert "disputed between sources" in panel
    assert "Sources give different accounts." in panel
    assert "published 2024-05-03" in panel
    assert "esa-expressed-interest-in-ilrs" in panel
    link = page.locator("#panel article a")
    assert link.get_attribute("href") == "https://www.cnsa.gov.cn/english/"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_click_beside_everything_returns_to_the_overview(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    page.evaluate("comityPicture.choose('agency/cnsa')")
    click_picture(page, {"x": 4, "y": 4})
    page.wait_for_selector("#panel h2:has-text('In this picture')")


def test_search_completes_and_chooses_by_keyboard(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    page.keyboard.press("/")
    page.keyboard.type("swed")
    assert page.locator("#found [role=option]").all_inner_texts()[0].startswith("Sweden")
    assert page.get_attribute("#find", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#find", "aria-activedescendant") == "found-1"
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Swedish Institute of Space Physics"
    assert page.get_attribute("#find", "aria-expanded") == "false"


def test_escape_closes_what_is_chosen(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    page.evaluate("comityPicture.choose('nation/fra')")
    page.keyboard.press("Escape")
    assert page.inner_text("#panel h2") == "In this picture"


def test_kinds_and_standings_can_be_hidden(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    assert page.evaluate("comityPicture.shown()") == {"things": len(THINGS), "ties": len(TIES)}
    page.uncheck("input[data-kind=nation]")
    shown = page.evaluate("comityPicture.shown()")
    assert shown["things"] == len(THINGS) - 5
    assert shown["ties"] < len(TIES)
    page.check("input[data-kind=nation]")
    page.uncheck("input[data-standing=ended]")
    page.uncheck("input[data-standing=contested]")
    ended = page.evaluate("comityPicture.shown()")["ties"]
    assert ended == len(TIES) - 7


def test_list_of_things_works_without_a_mouse(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    page.focus("#list summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == page.inner_text("#panel h2")
    assert "ties" in page.inner_text("#status")


def test_table_leads_to_ties(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    page.click("#table summary")
    page.click("#table tr.contested button >> nth=0")
    assert page.locator("#panel article.claim").count() == 1


def test_rearranging_moves_and_show_all_restores(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    before = page.evaluate("comityPicture.placeOf('nation/pak')")
    page.click("#rearrange")
    page.wait_for_function(
        "before => Math.abs(comityPicture.placeOf('nation/pak').x - before.x) > 1", arg=before
    )
    page.click("#reset")
    after = page.evaluate("comityPicture.placeOf('nation/pak')")
    assert after == pytest.approx(before, abs=1)
    assert page.get_attribute("#rearrange", "aria-pressed") == "false"


def test_forces_can_be_switched_on_and_off(chromium_page: OpenPage) -> None:
    page = chromium_page(reduced_motion="no-preference").page
    page.click("#rearrange")
    assert page.get_attribute("#rearrange", "aria-pressed") == "true"
    page.click("#rearrange")
    assert page.get_attribute("#rearrange", "aria-pressed") == "false"


def test_buttons_zoom(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    before = page.evaluate("comityPicture.scale()")
    page.click("#zoom-in")
    assert page.evaluate("comityPicture.scale()") > before
    page.click("#zoom-out")
    assert page.evaluate("comityPicture.scale()") == pytest.approx(before)


def test_dark_scheme_changes_paper_and_ink(chromium_page: OpenPage) -> None:
    opened = chromium_page(color_scheme="light")
    read = "getComputedStyle(document.body)"
    light = opened.page.evaluate(f"[{read}.backgroundColor, {read}.color]")
    opened.page.emulate_media(color_scheme="dark")
    dark = opened.page.evaluate(f"[{read}.backgroundColor, {read}.color]")
    assert light[0] != dark[0]
    assert light[1] != dark[1]
    assert opened.complaints == []


@pytest.mark.parametrize("width", [320, 390, 768])
def test_narrow_screen_has_no_sideways_scroll(chromium_page: OpenPage, width: int) -> None:
    page = chromium_page(viewport={"width": width, "height": 844}, has_touch=True).page
    assert not has_sideways_scroll(page)
    page.evaluate("comityPicture.choose('institution/irf')")
    page.click("#list summary")
    page.click("#table summary")
    assert not has_sideways_scroll(page)
    picture, panel = (page.locator(at).bounding_box() for at in ("#picture", "#panel"))
    assert picture is not None
    assert panel is not None
    assert panel["y"] > picture["y"] + picture["height"]


@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_texts_are_shown_as_text(chromium_page: OpenPage, width: int) -> None:
    opened = chromium_page(hostile_text(), viewport={"width": width, "height": 844})
    page = opened.page
    assert page.inner_text("h1") == HOSTILE[0]
    assert page.evaluate("({}).polluted") is None
    page.click("#table summary")
    page.click("#list summary")
    for at in range(len(HOSTILE)):
        page.locator("#list button").nth(at).click()
        assert page.inner_text("#panel h2")
        page.locator("#panel .tie").first.click()
        assert page.locator("#panel article.claim").count() == 1
    page.fill("#find", "<script>")
    assert page.locator("#found script").count() == 0
    assert not has_sideways_scroll(page)
    assert opened.requests == [page.url]
    assert opened.complaints == []


def test_address_of_a_thing_opens_it(chromium_page: OpenPage) -> None:
    page = chromium_page().page
    page.evaluate("location.hash = '#nation/fra'")
    page.wait_for_selector("#panel h2:has-text('France')")


@pytest.mark.parametrize("size", [0, 1])
def test_smallest_graphs_open(chromium_page: OpenPage, size: int) -> None:
    opened = chromium_page(neighbourhood_page(small_graph(["alone"][:size]), PAGE))
    assert opened.complaints == []
    assert opened.page.evaluate("comityPicture.shown().things") == size


def test_the_pages_of_the_release_ask_for_nothing_and_complain_of_nothing(
    chromium_page: OpenPage, kg: KnowledgeGraph
) -> None:
    for thing, depth in (("mission/change-6", 2), ("nation/chn", 1), ("accord/artemis-accords", 1)):
        opened = chromium_page(kg.view(thing, depth=depth).page)
        assert opened.requests == [opened.page.url]
        assert opened.complaints == []
        assert opened.page.evaluate("comityPicture.shown().ties") > 10
