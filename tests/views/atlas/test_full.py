"""The full atlas: the whole record and an engine in one file, from disk and without a network."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode
from tests.node import need_packages
from tests.test_elsewhere import NAMES, PARAMETERS
from tests.views.atlas.hostile import ATTACKS
from tests.views.atlas.test_browser import AXE, DESK, PHONE, set_state, settled
from tests.views.conftest import until

from comity.queries.named import named_query

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Page
    from pyoxigraph import QuerySolutions
    from tests.views.atlas.conftest import OpenAtlas
    from tests.views.conftest import Opened

    from comity.knowledge import KnowledgeGraph

pytestmark = pytest.mark.xdist_group("atlas")
DAYS = (None, "2023-10-02")
PLANNED_BADLY = {"foreign-instruments", "rules-toward", "sources-of", "treaty-parties"}
"""Those that this engine takes long for when their filters stand inside GRAPH, or their unions
outside a SELECT of their own."""
FILLED = "window.comityAsk ? !['idle', 'filling'].includes(comityAsk.standing().is) : false"
ANSWERED = "['answered', 'fault'].includes(comityAsk.standing().is)"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="session")
def full_text(kg: KnowledgeGraph, front_end: None) -> str:
    """The full atlas of the curated tables."""
    return kg.atlas(full=True).page


@pytest.fixture(scope="module")
def opened(open_atlas: OpenAtlas, full_text: str) -> Iterator[Opened]:
    """One full atlas for many tests, its engine filled."""
    with open_atlas("panel=query", full_text, **DESK) as found:
        until(found.page, FILLED, 120)
        yield found


@pytest.fixture
def page(opened: Opened) -> Page:
    until(opened.page, "comityAsk.standing().is !== 'filling'", 120)  # as it is after a stop
    opened.page.evaluate("location.hash = '#panel=query'")
    until(opened.page, "comityAtlas.state().panel === 'query' && !comityAtlas.state().extra.ran")
    if opened.page.locator("#answer").count():
        opened.page.click("#answer [aria-label='Close the answer']")
    return opened.page


def asked(page: Page, text: str) -> None:
    """Put a query into the editor, run it, and wait for what comes of it."""
    set_state(page, extra={"sparql": text})
    page.click(".run")
    until(page, "comityAtlas.state().extra.ran === 'yes'")
    until(page, ANSWERED, 60)


def test_it_holds_the_whole_record_in_four_megabytes(
    opened: Opened, full_text: str, kg: KnowledgeGraph
) -> None:
    assert len(full_text.encode()) < 4_000_000
    there = opened.page.evaluate("comityAsk.ask('SELECT (COUNT(*) AS ?n) { GRAPH ?g {?s ?p ?o} }')")
    here = kg.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g {?s ?p ?o} }")["n"][0]
    assert int(there["rows"][0][0]["value"]) == here > 755_000


def test_the_light_atlas_has_no_engine(atlas_text: str) -> None:
    assert len(atlas_text.encode()) < 1_500_000
    assert "wasm" not in atlas_text
    assert "worker-src" not in atlas_text


def test_the_policy_allows_the_engine_and_nothing_else(full_text: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', full_text)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/=]+' 'wasm-unsafe-eval'", rules["script-src"])
    assert rules["worker-src"] == "blob:"
    assert "connect-src" not in rules
    assert "unsafe-inline" not in policy[1]


@pytest.mark.parametrize("name", NAMES)
def test_named_queries_have_the_same_texts_and_rows(
    name: str, page: Page, kg: KnowledgeGraph, pytestconfig: pytest.Config
) -> None:
    query = named_query(name)
    every_row = pytestconfig.getoption("--every-row") or name in {*NAMES[::3], *PLANNED_BADLY}
    for day in DAYS if query.carries_moment else (None,):
        for values in ({}, *PARAMETERS.get(name, ())):
            extra = {"query": name, **{f"p-{key}": value for key, value in values.items()}}
            set_state(page, extra=extra, day=day)
            text = page.evaluate("name => comityAsk.text(name)", name)
            answering, expected = kg.as_of(day).question(name, values)
            assert text.strip() == expected.strip(), (day, values)
            if not every_row or (query.carries_moment and not day):
                continue
            there = page.evaluate("text => comityAsk.ask(text)", text)
            found = cast("QuerySolutions", answering.results(expected))
            assert there["heads"] == [variable.value for variable in found.variables]
            rows = Counter(tuple(str(cell) for cell in row) for row in found)
            assert Counter(tuple(_term(cell) for cell in row) for row in there["rows"]) == rows


def _term(cell: Mapping[str, Any] | None) -> str:
    if cell is None:
        return "None"
    value = cell["value"]
    if cell["type"] == "uri":
        return str(NamedNode(value))
    if cell["type"] == "bnode":
        return str(BlankNode(value))
    if language := cell.get("xml:lang"):
        return str(Literal(value, language=language))
    datatype = cell.get("datatype")
    return str(Literal(value, datatype=NamedNode(datatype) if datatype else None))


def test_annotations_of_rdf_1_2_reach_the_claim(page: Page) -> None:
    text = (
        "SELECT DISTINCT ?n { ?n comity:memberOf accord:artemis-accords {| comity:validFrom ?d |} }"
    )
    asked(page, text)
    assert page.inner_text(".answer-bar strong") == "67 rows"


@pytest.mark.parametrize(("day", "rows"), [("2020-10-13", 8), ("2023-10-02", 29)])
def test_the_day_of_the_time_bar_is_asked_for(day: str, rows: int, page: Page) -> None:
    set_state(page, day=day, extra={"query": "artemis-signatories"})
    assert f"as of {day}" in page.inner_text("#panel")
    page.click(".run")
    until(page, ANSWERED, 60)
    assert page.inner_text(".answer-bar strong") == f"{rows} rows"
    set_state(page, day=None)


def test_cells_lead_to_things_and_to_claims(page: Page) -> None:
    page.click(".run")
    until(page, ANSWERED, 60)
    row = page.locator("#answer tbody tr", has_text="Italy")
    row.get_by_role("button", name="2020-10-13").first.click()
    assert (
        "is a signatory of" in page.inner_text("#panel").lower()
        or page.locator("#panel .claim").count()
    )
    # the claims of a row have no tab of their own: that of the query stands for it
    tabs = page.get_by_role("tab").all_inner_texts()
    assert tabs == ["About", "Filter", "Profile", "Path", "Compare", "Query", "Save"]
    assert page.locator("[role=tab][aria-selected=true]").inner_text() == "Query"
    row.get_by_role("button", name=re.compile("Italy \\(nation\\)")).click()
    assert page.evaluate("comityAtlas.state().chosen") == {"type": "thing", "id": "nation/ita"}
    assert page.locator("#answer").is_visible()


def test_rows_of_a_roll_call_lead_to_its_votes(page: Page) -> None:
    set_state(page, extra={"query": "roll-call"})
    page.click(".run")
    until(page, ANSWERED, 60)
    page.locator("#answer tbody tr", has_text="China").get_by_role("button", name="behind").click()
    assert "voted against UN General Assembly resolution A/RES/77/41" in page.inner_text("#panel")


def test_a_column_sorts_and_pages_turn(page: Page) -> None:
    asked(page, "SELECT (STRLEN(STR(?s)) AS ?n) { ?s a comity:Claim } LIMIT 250")
    page.locator("#answer .sort").first.click()
    first = [int(text) for text in page.locator("#answer tbody td:first-child").all_inner_texts()]
    assert first == sorted(first)
    page.click("#answer [aria-label^=Next]")
    following = page.locator("#answer tbody td:first-child").first.inner_text()
    assert int(following) >= first[-1]
    page.locator("#answer .sort").first.click()
    assert page.locator("#answer th").first.get_attribute("aria-sort") == "descending"


def test_an_answer_stands_out_in_the_picture_and_on_a_timeline(page: Page) -> None:
    page.click(".run")
    until(page, ANSWERED, 60)
    page.click("[data-view=graph]")
    assert "stand out" in page.inner_text("#answer")
    page.click("[data-view=timeline]")
    assert page.locator(".timeline-row").count() == 60
    assert page.inner_text(".timeline-row >> nth=0 >> .timeline-date") == "2020-10-13"
    page.click("[data-view=table]")


def test_an_answer_is_saved_as_csv(page: Page) -> None:
    asked(page, 'SELECT ?a ?b { VALUES (?a ?b) { ("=1+1" 5) (nation:chn -2) } }')
    with page.expect_download() as waiting:
        page.click("text=Save as CSV")
    rows = list(csv.reader(Path(waiting.value.path()).read_text("utf-8").splitlines()))
    assert rows == [["a", "b"], ["'=1+1", "5"], ["nation/chn", "-2"]]


@pytest.mark.parametrize(
    ("text", "place"),
    [("SELECT ?a {\n  ?a ?b\n}", "Line 3, column"), ("SELECT ?a { ?a nope:x ?b }", "Line 1,")],
)
def test_a_fault_says_its_place(text: str, place: str, page: Page) -> None:
    asked(page, text)
    assert page.inner_text(".fault").startswith(place)


def test_nothing_reaches_out_or_changes_the_record(page: Page, opened: Opened) -> None:
    for text in (
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        "INSERT DATA { nation:chn a comity:Nation }",
    ):
        asked(page, text)
        assert page.inner_text(".fault")
    assert {url.split(":")[0] for url in opened.requests} <= {"file", "blob"}
    assert opened.complaints == []


def test_hostile_answers_are_texts(page: Page, opened: Opened) -> None:
    quoted = " ".join('"' + re.sub(r'(["\\])', r"\\\1", each) + '"' for each in ATTACKS)
    asked(
        page,
        f"SELECT ?x ?y {{ VALUES ?x {{ {quoted} <javascript:attacked()> }} "
        'BIND("javascript:attacked()"^^xsd:anyURI AS ?y) }',
    )
    assert page.locator("#answer tbody tr").count() == len(ATTACKS) + 1
    assert page.locator("#answer img, #answer script, #answer a, #answer [onload]").count() == 0
    assert "\u202e" not in page.inner_text("#answer")
    for view in ("graph", "timeline", "table"):
        page.click(f"[data-view={view}]")
    assert opened.complaints == []


def test_the_editor_completes_words_of_the_vocabulary(page: Page) -> None:
    set_state(page, extra={"sparql": " "})
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT * { ?n comity:signa")
    page.locator(".cm-tooltip-autocomplete li", has_text="signatoryOf").wait_for()
    assert "relation" in page.locator(".cm-tooltip-autocomplete li").first.inner_text()
    page.keyboard.press("Escape")
    page.keyboard.type("toryOf accord:artemis-acc")
    page.locator(".cm-tooltip-autocomplete li", has_text="artemis-accords").wait_for()
    page.keyboard.press("Escape")
    assert "x-sparql=" in page.evaluate("location.hash")


def test_a_link_carries_the_query_and_its_answer(open_atlas: OpenAtlas, full_text: str) -> None:
    fragment = "panel=query&x-query=signatories-on&x-p-accord=accord/moon-agreement&x-ran=yes"
    with open_atlas(fragment, full_text, **PHONE) as opened:
        until(opened.page, "document.querySelector('#answer tbody tr') !== null", 120)
        assert "Moon" in opened.page.locator("#parameter-accord").input_value()
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert opened.page.evaluate(wide) == 0
        assert opened.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, scheme: str, request: Any) -> None:
    folder = need_packages(request.config, AXE.replace("@", "-"), AXE)
    page.evaluate((folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    set_state(page, theme=scheme)
    page.click(".run")
    until(page, ANSWERED, 60)
    for view in ("table", "graph", "timeline"):
        page.click(f"[data-view={view}]")
        settled(page)
        found = page.evaluate(
            "axe.run({resultTypes: ['violations']}).then(({violations}) => violations"
            ".map(({id, nodes}) => [id, nodes.slice(0, 3).map((node) => node.html)]))"
        )
        assert found == [], view
    set_state(page, theme="auto")


def test_a_long_query_can_be_stopped_while_the_page_goes_on(page: Page) -> None:
    set_state(page, extra={"sparql": SLOW})
    page.click(".run")
    until(page, "comityAsk.standing().is === 'asking'")
    set_state(page, day="2001-01-01")  # the page itself is not held up
    page.get_by_role("button", name="Stop", exact=True).click()
    until(page, "comityAsk.standing().is === 'fault'")
    assert page.inner_text(".fault").startswith("Stopped")
    set_state(page, day=None)
