"""The widget's front end in a browser, with a model as anywidget gives it, and no network."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from tests.browser import open_chromium
from tests.node import need_packages
from tests.views.atlas.test_browser import AXE
from tests.views.conftest import Opened
from tests.views.sample import claim, small_graph
from tests.views.test_neighbourhood import HOSTILE
from tests.views.widget.conftest import picture_of

from comity.views.palette import LINES, VERDICTS, Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from comity.knowledge import KnowledgeGraph

PACT = "accord/moon-pact"
POLICY = "default-src 'none'; script-src blob:; img-src data:"
NOTEBOOK = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><link rel="icon" href="data:,">
<title>A notebook</title></head><body><main><h1>A notebook</h1><div id="cell"></div></main></body>
</html>"""
# get, set, save_changes, on and off, as https://anywidget.dev/en/afm/ describes them
RENDER = """async ([script, picture]) => {
  const url = URL.createObjectURL(new Blob([script], {type: "text/javascript"}));
  const widget = (await import(url)).default;
  const state = {picture, selection: [], as_of: ""}, listeners = {}, waiting = {};
  window.saved = [];
  window.attacked = () => saved.push("attacked");
  window.model = {
    get: (name) => state[name],
    set(name, value) {
      if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
      state[name] = waiting[name] = value;
      for (const listener of [...(listeners[`change:${name}`] ?? [])]) listener();
    },
    save_changes() {
      for (const name of Object.keys(waiting)) {
        saved.push([name, waiting[name]]);
        delete waiting[name];
      }
    },
    on: (event, listener) => (listeners[event] ??= []).push(listener),
    off: (event, listener) => {
      listeners[event] = listeners[event].filter((each) => each !== listener);
    },
  };
  window.listening = () => Object.values(listeners).flat().length;
  window.cleanup = widget.render({model, el: document.getElementById("cell")});
}"""


@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with open_chromium(request.config) as browser:
        yield browser


@contextmanager
def opening(
    chromium: Browser, folder: Path, script: str, picture: dict[str, Any], **options: Any
) -> Iterator[Opened]:
    path = folder / "notebook.html"
    path.write_text(NOTEBOOK, encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1000, "height": 900}, **options)
    context.set_offline(True)
    opened = Opened(context.new_page())
    opened.page.on("request", lambda request: opened.requests.append(request.url))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.on("console", lambda message: opened.complaints.append(message.text))
    opened.page.goto(path.as_uri())
    opened.page.evaluate(RENDER, [script, picture])
    yield opened
    context.close()


def asked_outside(opened: Opened) -> list[str]:
    return [url for url in opened.requests if not url.startswith(("blob:", "file:", "data:"))]


def open_table(page: Page) -> None:
    page.locator(".lists > summary").click()
    page.locator(".lists tbody tr").first.wait_for()


@pytest.fixture(scope="module")
def opened(
    chromium: Browser,
    toy: KnowledgeGraph,
    widget_script: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Opened]:
    """One widget for many tests; `page` sets it back."""
    picture = toy.explore(PACT, depth=2).picture
    with opening(chromium, tmp_path_factory.mktemp("widget"), widget_script, picture) as found:
        yield found
        assert asked_outside(found) == []
        assert found.complaints == []


@pytest.fixture
def page(opened: Opened) -> Page:
    opened.page.evaluate(
        "model.set('selection', []); model.set('as_of', ''); model.save_changes(); saved.length = 0"
    )
    return opened.page


def saved(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate("saved")
    return found


def click_thing(page: Page, name: str, *modifiers: Any) -> None:
    mark = page.locator("g.thing", has=page.locator("title", has_text=name)).locator(".mark")
    mark.click(modifiers=list(modifiers))


def status(page: Page) -> str:
    return page.locator(".status").inner_text()


def test_a_click_tells_python(page: Page) -> None:
    click_thing(page, "Borduria (nation)")
    assert saved(page) == [["selection", ["nation/bor"]]]
    click_thing(page, "Arcadia (nation)", "Shift")
    assert saved(page)[-1] == ["selection", ["nation/bor", "nation/arc"]]
    click_thing(page, "Borduria (nation)", "Shift")
    assert saved(page)[-1] == ["selection", ["nation/arc"]]
    page.get_by_role("button", name="Clear").click()
    assert saved(page)[-1] == ["selection", []]


def test_python_is_seen(page: Page) -> None:
    page.evaluate("model.set('selection', ['nation/bor'])")
    assert page.locator("g.thing.chosen title").text_content() == "Borduria (nation)"
    panel = page.locator(".panel")
    assert "Borduria" in panel.locator(".name").inner_text()
    assert "since 2022-06" in panel.inner_text()
    panel.locator("summary").first.click()
    assert panel.locator("li").count() > 0
    assert "1 chosen" in status(page)


def test_a_tie_chooses_its_claims(page: Page) -> None:
    tie = page.locator("g.tie", has=page.locator("title", has_text="Borduria is a signatory"))
    tie.locator(".reach").dispatch_event("click", {"bubbles": True})
    assert saved(page) == [["selection", ["claim/bor-signatory-of-moon-pact"]]]
    assert page.locator(".panel article").count() == 1


def test_days_show_what_may_have_held(page: Page, toy: KnowledgeGraph) -> None:
    page.evaluate("model.set('as_of', '2021-01-01')")
    drawn = page.locator("g.tie:not(.away) title").all_text_contents()
    assert any("Arcadia" in words and "Moon Pact" in words for words in drawn)
    assert not any("Borduria is a signatory" in words for words in drawn)
    assert "as of 2021-01-01" in status(page)
    graph = toy.explore(PACT, depth=2)
    held = set(toy.as_of("2021-01-01").claims(ids=True)["claim"])
    expected = sum(any(c["id"] in held for c in tie["claims"]) for tie in graph.picture["ties"])
    assert len(drawn) == expected  # the front end and the store agree on the day


def test_the_slider_moves_by_keyboard_and_python_sees_the_day(page: Page) -> None:
    page.evaluate("model.set('as_of', '2021-01-01')")
    slider = page.get_by_role("slider")
    assert slider.get_attribute("aria-valuetext") == "2021-01-01"
    slider.focus()
    page.keyboard.press("ArrowLeft")
    assert saved(page)[-1] == ["as_of", "2020-12-31"]
    assert page.locator(".day").input_value() == "2020-12-31"
    page.get_by_role("button", name="All times").click()
    assert saved(page)[-1] == ["as_of", ""]
    page.locator(".day").fill("2022-13-01")
    page.locator(".day").press("Enter")
    assert page.locator(".day").get_attribute("aria-invalid") == "true"
    page.locator(".day").fill("2022-12-01")
    page.locator(".day").press("Enter")
    assert saved(page)[-1] == ["as_of", "2022-12-01"]


def test_the_table_says_the_same_and_chooses_by_keyboard(page: Page) -> None:
    page.evaluate("model.set('as_of', '2021-01-01')")
    page.locator(".lists > summary").focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name="Choose Arcadia", exact=True)
    box.focus()
    page.keyboard.press("Space")
    assert saved(page)[-1] == ["selection", ["nation/arc"]]
    assert box.is_checked()
    assert page.evaluate("cell.shadowRoot.activeElement.ariaLabel") == "Choose Arcadia"
    things = page.locator(".lists table").first.locator("tbody tr").count()
    assert status(page).startswith(f"{things} things")
    page.locator(".lists > summary").click()


def test_enter_takes_a_day_once_even_where_no_change_follows(page: Page) -> None:
    box = page.locator(".day")
    box.click()
    page.keyboard.type("2022-12-01")
    # JupyterLab lets no change follow
    page.evaluate("addEventListener('keypress', (event) => event.preventDefault(), {once: true})")
    page.keyboard.press("Enter")
    assert saved(page) == [["as_of", "2022-12-01"]]
    box.evaluate("box => box.blur()")
    assert saved(page) == [["as_of", "2022-12-01"]]


def test_jupyterlab_is_told_to_leave_the_keys_to_the_widget(page: Page) -> None:
    # it takes them in the capture phase, which nothing inside the widget can stop
    assert page.locator("#cell").get_attribute("data-lm-suppress-shortcuts") == "true"


def test_the_picture_moves_by_keyboard(page: Page) -> None:
    picture = page.locator("svg.picture")
    whole = picture.get_attribute("viewBox")
    picture.focus()
    for key in ("+", "ArrowRight", "-", "ArrowDown"):
        before = picture.get_attribute("viewBox")
        page.keyboard.press(key)
        assert picture.get_attribute("viewBox") != before, key
    page.keyboard.press("0")
    assert picture.get_attribute("viewBox") == whole
    assert "things and" in (picture.get_attribute("aria-label") or "")


def test_a_drag_moves_and_chooses_nothing(page: Page) -> None:
    picture = page.locator("svg.picture")
    before, box = picture.get_attribute("viewBox"), picture.bounding_box()
    assert box
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 260, box["y"] + 230, steps=3)
    page.mouse.up()
    assert picture.get_attribute("viewBox") != before
    assert saved(page) == []
    page.get_by_role("button", name="Show all").click()
    page.locator("g.thing .mark").first.dispatch_event("click", {"bubbles": True})
    assert len(saved(page)) == 1  # a click without a pointer counts again


def test_it_follows_the_notebooks_scheme(page: Page) -> None:
    paper = "getComputedStyle(cell.shadowRoot.querySelector('.widget')).backgroundColor"
    light = page.evaluate(paper)
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    dark = page.evaluate(f"new Promise((r) => setTimeout(() => r({paper})))")
    page.evaluate("delete document.body.dataset.jpThemeLight")
    assert dark != light


def every_standing() -> nx.MultiDiGraph[str]:
    """Return a tie for each verdict and each time: before, on and after the day."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("accord/a", label="A", kind="accord", distance=0)
    spans = {
        "now": ("2020-01-01", None),
        "ended": (None, "2021-01-01"),
        "planned": ("2030-01-01", None),
    }
    for verdict in VERDICTS:
        for when, (first, last) in spans.items():
            name = f"nation/{verdict}-{when}"
            graph.add_node(name, label=f"{verdict} {when}", kind="nation", distance=1)
            held = claim(name, "r", "accord/a", verdict=verdict, earliest=first, latest=last)
            graph.add_edge(
                name, "accord/a", key="r", subject=name, object="accord/a", claims=[held],
                verdict=verdict, ended=when == "ended", planned=when == "planned",
            )  # fmt: skip
    return graph


def test_lines_are_those_of_the_view(chromium: Browser, widget_script: str, tmp_path: Path) -> None:
    picture = picture_of(every_standing())
    with opening(chromium, tmp_path, widget_script, picture) as opened:
        drawn = opened.page.locator("g.tie").evaluate_all(
            """ties => ties.map((tie) => [tie.querySelector("title").textContent,
              tie.classList[1], tie.querySelector(".line").getAttribute("stroke-dasharray")])"""
        )
    assert len(drawn) == 3 * len(VERDICTS)
    for title, standing, dashes in drawn:
        verdict, when, *_ = title.split()
        wanted = standing_of(
            verdict, ended=when == "ended", planned=when == "planned", inferred=False
        )
        assert standing == wanted.value, title
        assert dashes == " ".join(map(str, LINES[Standing(standing)].dashes))


def test_hostile_texts_do_nothing(chromium: Browser, widget_script: str, tmp_path: Path) -> None:
    attacks = [*HOSTILE, "<img src=x onerror=attacked()>", "</title><script>attacked()</script>"]
    picture = picture_of(small_graph(attacks))
    chosen = [thing["id"] for thing in picture["things"]]
    with opening(chromium, tmp_path, widget_script, picture) as opened:
        page = opened.page
        page.evaluate("ids => model.set('selection', ids)", chosen)
        open_table(page)
        assert page.locator(".lists tbody tr").count() > len(chosen)
        assert page.locator("img, script, iframe, .panel a[href^='javascript']").count() == 0
        assert "attacked" not in saved(page)
        assert asked_outside(opened) == []
        assert opened.complaints == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 1000


def test_cleaning_up_stops_listening(chromium: Browser, widget_script: str, tmp_path: Path) -> None:
    with opening(chromium, tmp_path, widget_script, picture_of(every_standing())) as opened:
        assert opened.page.evaluate("listening()") == 2
        opened.page.evaluate("cleanup()")
        assert opened.page.evaluate("listening()") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    chromium: Browser,
    toy: KnowledgeGraph,
    widget_script: str,
    tmp_path: Path,
    scheme: Any,
    request: pytest.FixtureRequest,
) -> None:
    folder = need_packages(request.config, AXE.replace("@", "-"), AXE)
    axe = (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    picture = toy.explore(PACT, depth=2).picture
    with opening(chromium, tmp_path, widget_script, picture, color_scheme=scheme) as opened:
        page = opened.page
        page.evaluate(axe)
        open_table(page)
        for chosen in ([], ["nation/bor", PACT], ["claim/bor-signatory-of-moon-pact"]):
            page.evaluate("ids => model.set('selection', ids)", chosen)
            found = page.evaluate(
                "axe.run({include: [['#cell']]}).then(({violations}) => violations"
                ".map(({id, nodes}) => [id, nodes.slice(0, 3).map((node) => node.html)]))"
            )
            assert found == [], chosen
        assert page.evaluate("axe.run('#cell').then(({passes}) => passes.length)") > 10
