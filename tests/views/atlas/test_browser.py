"""The atlas in a browser, from disk and with the network cut: every feature is walked."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, Store
from tests.node import need_packages
from tests.views.conftest import until

from comity.knowledge.answers import View
from comity.views.palette import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from tests.views.atlas.conftest import OpenAtlas
    from tests.views.conftest import Opened

    from comity.knowledge import KnowledgeGraph

pytestmark = pytest.mark.xdist_group("atlas")
AXE = "axe-core@4.14.1"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="module")
def opened(open_atlas: OpenAtlas) -> Iterator[Opened]:
    """One atlas for many tests; `page` sets it back."""
    with open_atlas() as found:
        yield found


@pytest.fixture
def page(opened: Opened) -> Page:
    opened.page.evaluate("document.activeElement?.blur(); location.hash = '#'")
    until(opened.page, "comityAtlas.state().panel === 'about'")
    return opened.page


def panel(page: Page) -> str:
    return page.inner_text("#panel")


def settled(page: Page) -> None:
    """Wait until what was changed is drawn."""
    page.evaluate("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")


def set_state(page: Page, **changes: Any) -> None:
    page.evaluate("changes => comityAtlas.set(changes)", changes)
    settled(page)


def click_thing(page: Page, id_: str) -> None:
    box = page.locator("#picture").bounding_box()
    left, top = page.evaluate("id => comityAtlas.placeOf(id)", id_)
    assert box is not None
    page.mouse.click(box["x"] + left, box["y"] + top)


def downloaded(page: Page, label: str) -> bytes:
    page.evaluate("comityAtlas.set({panel: 'exports'})")
    with page.expect_download() as waiting:
        page.locator(".choice", has_text=f"({label}").click()
    return Path(waiting.value.path()).read_bytes()


def in_force(page: Page) -> set[str]:
    return set(page.evaluate("comityAtlas.inForce()"))


def slowness() -> float:
    """How many times longer things take because others use the machine."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


# Drawing


def test_it_is_drawn_at_once(open_atlas: OpenAtlas, record_property: pytest.RecordProperty) -> None:
    with open_atlas(**DESK) as opened:
        first = opened.page.evaluate("comityAtlas.drawn().first")
        shown = opened.page.evaluate("comityAtlas.shown()")
    record_property("figure", f"the atlas draws {shown} after {first / 1000:.2f} s")
    assert shown["things"] > 1500
    assert shown["ties"] > 5000
    assert first < 1500 * slowness()


def test_the_picture_has_the_colours_of_kinds(page: Page) -> None:
    colours = page.evaluate("""() => {
      const canvas = comityAtlas.picture().snapshot();
      const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set();
      for (let i = 0; i < data.length; i += 4) seen.add([data[i], data[i + 1], data[i + 2]].join());
      return ['0,114,178', '230,159,0', '204,121,167', '213,94,0'].map((each) => seen.has(each));
    }""")
    assert colours == [True] * 4


def test_panning_keeps_up(page: Page, record_property: pytest.RecordProperty) -> None:
    frames = """async (moves) => {
      const picture = document.getElementById('picture');
      const tell = (type, x) => picture.dispatchEvent(new PointerEvent(type,
        {pointerId: 1, clientX: 400 + x, clientY: 300, button: 0, bubbles: true}));
      picture.setPointerCapture = () => {};
      if (moves) tell('pointerdown', 0);
      const began = performance.now();
      let count = 0;
      while (performance.now() - began < 1500) {
        if (moves) tell('pointermove', 80 * Math.sin(count / 12));
        await new Promise(requestAnimationFrame);
        count++;
      }
      if (moves) tell('pointerup', 0);
      return count / (performance.now() - began) * 1000;
    }"""
    still = page.evaluate(frames, arg=False)
    before = page.evaluate("comityAtlas.drawn().times")
    moving = page.evaluate(frames, arg=True)
    assert page.evaluate("comityAtlas.drawn().times") - before < 20  # moved, seldom drawn anew
    record_property("figure", f"panning: {moving:.0f} frames a second (at rest {still:.0f})")
    assert moving > min(30, still * 0.6) / slowness()


# Finding and reading


def test_search_completes_and_opens_the_profile(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("chang e 6")
    assert page.get_by_role("option").first.inner_text().startswith("Chang'e-6")
    page.keyboard.press("Enter")
    assert "Chang'e-6" in page.inner_text("#panel h2")
    assert page.evaluate("comityAtlas.state().chosen") == {
        "type": "thing",
        "id": "mission/change-6",
    }


def test_search_knows_other_names_and_minds_no_accents(page: Page) -> None:
    for words, label in (
        ("roskosmos", "Roscosmos"),
        ("turkiye", "rk"),
        ("cote d ivoire", "Ivory Coast"),
    ):
        page.fill("#find", words)
        assert label in page.get_by_role("option").first.inner_text()
    page.fill("#find", "qqqq")
    assert page.get_by_role("option").first.inner_text() == "Nothing of that name"
    page.fill("#find", "")


def test_lines_are_those_of_the_view(page: Page, atlas_text: str) -> None:
    found = re.search(r'id="payload">([^<]+)<', atlas_text)
    assert found
    payload = json.loads(gzip.decompress(base64.b64decode(found[1])))
    claims, today = payload["claims"], payload["today"]
    columns = (claims[name] for name in ("id", "verdict", "from", "until", "inferred"))
    wanted = {
        name: standing_of(
            payload["verdicts"][verdict]["name"],
            ended=last is not None and last < today,
            planned=first is not None and first > today,
            inferred=bool(inferred),
        )
        for name, verdict, first, last, inferred in zip(*columns, strict=True)
    }
    drawn = page.evaluate("Object.fromEntries(comityAtlas.lines())")
    names = {"Holds": "in_force"}
    votes = drawn.keys() - wanted.keys()
    assert {drawn.pop(name) for name in votes} == {"Hidden"}  # until they are asked for
    assert {id_: names.get(line, line.lower()) for id_, line in drawn.items()} == wanted
    assert len(set(wanted.values())) >= 5


def test_a_click_opens_the_profile_with_claims_and_linked_sources(page: Page) -> None:
    click_thing(page, "nation/chn")
    until(page, "comityAtlas.state().chosen !== null")
    assert page.inner_text("#panel h2") == "China"
    page.locator("#panel summary:has-text('is a signatory of')").first.click()
    page.locator("#panel .sources summary:visible").first.click()
    page.locator("#panel .saying:visible").first.wait_for()  # filled once it is opened
    link = page.locator("#panel .saying a:visible").first
    assert re.match("https?://", link.get_attribute("href") or "")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_claim_has_a_page_of_its_own_and_a_source_too(page: Page) -> None:
    claim = "claim/bhr-signatory-of-artemis-accords"
    set_state(page, chosen={"type": "claim", "id": claim}, panel="profile")
    text = panel(page)
    assert "Bahrain is a signatory of Artemis Accords" in text.replace("\n", " ")
    assert "2022-03-02" in text
    page.locator("#panel .saying button").first.click()
    assert "Claims that it speaks on" in panel(page)


def test_exact_words_of_documents_are_shown(page: Page) -> None:
    claim = page.evaluate("""() => {
      const {data} = comityAtlas.picture().app.atlas;
      const at = data.attestations.quote.findIndex(Boolean);
      return data.claims.id[data.attestations.claim[at]];
    }""")
    set_state(page, chosen={"type": "claim", "id": claim}, panel="profile")
    assert page.locator("#panel blockquote").count() >= 1


def test_hubs_are_shown_a_page_at_a_time(page: Page) -> None:
    set_state(page, chosen={"type": "thing", "id": "nation/usa"}, panel="profile")
    group = page.locator("#panel details.group").first
    if group.get_attribute("open") is None:
        group.locator("summary").first.click()
    before = group.locator(".claim").count()
    group.locator(".more").click()
    assert before == 12
    assert group.locator(".claim").count() > 12


def test_a_click_beside_everything_chooses_nothing(page: Page) -> None:
    set_state(page, chosen={"type": "thing", "id": "nation/usa"})
    box = page.locator("#picture").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    assert page.evaluate("comityAtlas.state().chosen") is None


# Time


@pytest.mark.parametrize(
    ("day", "count"), [("2020-10-13", 8), ("2023-10-02", 29), ("2024-12-31", 52)]
)
def test_artemis_signatories_on_three_days(page: Page, day: str, count: int) -> None:
    set_state(page, chosen={"type": "thing", "id": "accord/artemis-accords"}, panel="profile")
    page.fill("#time input.day", day)
    page.keyboard.press("Enter")
    group = page.locator("#panel summary:has-text('is a signatory of it')")
    told = group.inner_text().split("is a signatory of it")[1]
    assert told.strip().startswith(f"{count} in force")


@pytest.mark.parametrize("day", ["1975-07-17", "2016-05-01"])
def test_what_is_in_force_on_a_day_is_what_python_says(
    page: Page, kg: KnowledgeGraph, day: str
) -> None:
    set_state(page, day=day, votes="all")
    shown = in_force(page)
    rows = kg.as_of(day).query("""
        SELECT ?claim WHERE {
          ?claim a comity:Claim ; comity:verdict ?v .
          FILTER (?v IN (comity:Supported, comity:Unverified))
          ?claim comity:at $moment . }""")
    held = {text.rpartition("/id/")[2] for text in rows["claim"].astype(str)}
    every = set(page.evaluate("comityAtlas.picture().app.atlas.data.claims.id"))
    assert shown == held & every


def test_what_has_ended_is_dashed_or_left_out(page: Page) -> None:
    set_state(page, day="2020-01-01")
    with_past = page.evaluate("comityAtlas.shown()")["ties"]
    assert page.evaluate("comityAtlas.isShown('nation/sun')")
    page.get_by_label("Keep what has ended").uncheck()
    assert page.evaluate("comityAtlas.shown()")["ties"] < with_past
    assert "past=no" in page.url


def test_play_moves_the_day_and_stops(page: Page) -> None:
    set_state(page, day="2020-01-01")
    page.get_by_role("button", name="Play").click()
    until(page, "comityAtlas.state().day > '2020-06-01'")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Play").wait_for()
    day = page.evaluate("comityAtlas.state().day")
    page.wait_for_timeout(600)  # two steps of play, had it gone on
    assert page.evaluate("comityAtlas.state().day") == day


def test_the_slider_goes_by_keys_and_marks_lead_to_events(page: Page) -> None:
    set_state(page, day="2020-01-01")
    page.focus(".time-slider")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("comityAtlas.state().day") == "2020-01-02"
    mark = page.locator(".time-mark").last
    mark.dispatch_event("click")
    assert page.evaluate("comityAtlas.state().chosen.id").startswith("event/")


# Filtering


def test_kinds_relations_verdicts_and_classes_are_filtered(page: Page) -> None:
    set_state(page, panel="filters")
    whole = page.evaluate("comityAtlas.shown()")
    page.get_by_label(re.compile("^missions")).uncheck()
    some = page.evaluate("comityAtlas.shown()")
    assert some["things"] < whole["things"]
    assert not page.evaluate("comityAtlas.isShown('mission/change-6')")
    page.get_by_label(re.compile("^missions")).check()
    page.get_by_label("disputed between sources").uncheck()
    assert page.evaluate("comityAtlas.shown()")["ties"] < whole["ties"]
    page.get_by_role("button", name="Show everything").click()
    assert page.evaluate("comityAtlas.shown()") == whole
    for title, label in (
        ("Relations", "party to"),
        ("Legal status", "ratified"),
        ("Backed by a source of class", "dataset"),
    ):
        group = page.locator(f"#panel details:has(summary:has-text('{title}'))")
        group.locator("summary").click()
        group.get_by_label(label, exact=False).first.uncheck()
        assert page.evaluate("comityAtlas.shown()")["ties"] < whole["ties"], title
        page.get_by_role("button", name="Show everything").click()


def test_a_coalition_leaves_its_members_and_what_they_are_tied_to(page: Page) -> None:
    set_state(page, panel="filters", day="2024-12-31")
    page.get_by_label("Coalition", exact=True).select_option("ILRS")
    assert page.evaluate("comityAtlas.isShown('nation/chn')")
    assert page.evaluate("""() => {
      const {app} = comityAtlas.picture();
      const {coalitions, claims} = app.scene();
      return claims.every((line, at) => {
        const {subject, object} = app.atlas.endsOf(at);
        return !line || [subject, object].some((end) => ['ILRS', 'both'].includes(coalitions[end]));
      });
    }""")
    page.get_by_label("Colour by", exact=True).select_option("coalition")
    set_state(page, panel="about")
    assert "ILRS" in panel(page)


def test_crews_and_satellites_are_summed_on_demand(page: Page) -> None:
    set_state(page, panel="filters")
    page.get_by_label("crews that flew together").check()
    sums = "comityAtlas.picture().app.scene().sums.length"
    assert page.evaluate(sums) > 20
    set_state(page, day="1979-01-01")
    assert 0 < page.evaluate(sums) < 20
    set_state(page, chosen={"type": "thing", "id": "nation/usa"}, panel="profile")
    assert "Flights and satellites" in panel(page)


# Votes


BALLOTS = {
    "voted for": "for",
    "voted against": "against",
    "abstained on": "abstained",
    "absent from": "absent",
}


def drawn_votes(page: Page) -> set[str]:
    return {name for name in page.evaluate("comityAtlas.claims()") if "/vote-" in name}


def test_votes_are_drawn_of_what_is_asked_for(page: Page, kg: KnowledgeGraph) -> None:
    assert drawn_votes(page) == set()
    set_state(page, panel="filters")
    page.fill("#votes-of", "France")
    page.keyboard.press("Enter")
    assert page.evaluate("comityAtlas.state().votes") == "nation/fra"
    of_france = {*kg.claims(subject="nation/fra", predicate="voted_on", ids=True)["claim"]}
    assert drawn_votes(page) == of_france
    set_state(page, day="1979-01-01")
    assert 0 < len(drawn_votes(page)) < len(of_france)
    set_state(page, day=None)
    page.get_by_role("button", name="Draw all 15,668").click()
    assert len(drawn_votes(page)) == 15668
    page.get_by_role("button", name="Draw none").click()
    assert drawn_votes(page) == set()


def test_a_state_that_never_voted_is_said_to_have_no_votes(page: Page) -> None:
    set_state(page, panel="filters")
    page.fill("#votes-of", "European Space Agency")
    page.keyboard.press("Enter")
    assert "No roll call on record" in page.inner_text("#said")
    assert page.evaluate("comityAtlas.state().votes") == ""


def test_a_resolution_lists_who_voted_how(page: Page, kg: KnowledgeGraph) -> None:
    resolution = "accord/unga-res-77-41"
    set_state(page, chosen={"type": "thing", "id": resolution}, panel="profile")
    rows = kg.ask("roll-call-totals", resolution=resolution)
    text = page.inner_text("#panel .votes")
    for row in rows.itertuples():
        assert re.search(rf"\b{row.states} {BALLOTS[row.vote]}\b", text), row
    page.locator("#panel .votes summary", has_text="against").click()
    card = page.locator("#panel .votes .claim", has_text="China")
    assert "2022-12-07" in card.inner_text()
    card.locator("summary").click()
    assert "dataset" in card.locator(".saying").inner_text()
    card.get_by_role("button", name="claim/vote-unga-res-77-41-chn").click()
    said = page.inner_text("#panel").replace("\n", " ")
    assert "China voted against" in said
    assert drawn_votes(page) == {"claim/vote-unga-res-77-41-chn"}  # a vote that is read of
    set_state(page, chosen={"type": "thing", "id": resolution})
    page.get_by_role("button", name="Draw these votes").click()
    assert len(drawn_votes(page)) == rows["states"].sum()
    page.get_by_role("button", name="Hide these votes").click()
    assert drawn_votes(page) == set()


def test_a_state_lists_its_votes_by_resolution(page: Page) -> None:
    set_state(page, chosen={"type": "thing", "id": "nation/jpn"}, panel="profile")
    page.locator("#panel .votes summary").first.click()
    cards = page.locator("#panel .votes .claim-facts").all_inner_texts()
    days = [found[0] for card in cards if (found := re.search(r"\d{4}-\d\d-\d\d", card))]
    assert len(days) == 12
    assert days == sorted(days, reverse=True)


def test_two_states_are_compared_by_their_votes(page: Page, kg: KnowledgeGraph) -> None:
    set_state(page, panel="compare", compare=["nation/usa", "nation/chn"])
    rows = (
        kg.claims(subject=n, predicate="voted_on", ids=True) for n in ("nation/usa", "nation/chn")
    )
    one, other = (
        {
            vote.object: vote.relation
            for vote in votes.itertuples()
            if vote.relation != "absent from"
        }
        for votes in rows
    )
    both = one.keys() & other.keys()
    alike = sum(one[name] == other[name] for name in both)
    assert 0 < alike < len(both)
    assert f"alike on {alike} of the {len(both)} resolutions" in panel(page)
    assert f"Voted differently ({len(both) - alike})" in panel(page)


# Paths, comparison, address


def test_a_path_is_found_by_two_picks(page: Page) -> None:
    set_state(page, chosen={"type": "thing", "id": "agency/nasa"}, panel="profile")
    page.get_by_role("button", name="Path from here").click()
    page.fill("#path-to", "China National Space Administration")
    page.keyboard.press("Enter")
    assert "2 steps" in panel(page)
    assert page.locator("#panel .chain").count() >= 5


def test_two_days_are_compared(page: Page, kg: KnowledgeGraph) -> None:
    set_state(page, panel="compare", compare=["2024-01-01", "2024-07-01"])
    page.locator("summary:has-text('Began')").click()
    text = panel(page)
    assert "Saudi Arabia" in text  # it left the Moon Agreement on 2024-01-05
    began = int(re.search(r"Began \((\d+)\)", text)[1])  # type: ignore[index]
    set_state(page, day="2024-01-01")
    before = in_force(page)
    set_state(page, day="2024-07-01")
    assert len(in_force(page) - before) == began


def test_two_states_are_compared(page: Page) -> None:
    set_state(page, panel="compare", compare=["nation/tha", "nation/sen"])
    text = panel(page)
    assert "Tied to both" in text
    assert "Only Thailand" in text
    page.locator("summary:has-text('Tied to both')").scroll_into_view_if_needed()
    assert "Artemis Accords" in panel(page)


def test_the_address_carries_the_whole_state(page: Page, open_atlas: OpenAtlas) -> None:
    set_state(
        page,
        day="2023-10-02",
        past=False,
        hidden={"kinds": ["sample"], "relations": [], "verdicts": ["disputed"], "statuses": [],
                "classes": ["state medium"]},
        coalition="Artemis",
        colour="coalition",
        layers=["crews"],
        votes="nation/jpn",
        chosen={"type": "thing", "id": "nation/jpn"},
        panel="profile",
        theme="dark",
    )  # fmt: skip
    page.get_by_role("button", name="Zoom in").click()
    state = page.evaluate("comityAtlas.state()")
    shown = page.evaluate("comityAtlas.shown()")
    with open_atlas(page.url.partition("#")[2]) as other:
        there = other.page.evaluate("comityAtlas.state()")
        assert {**there, "view": None} == {**state, "view": None}
        assert there["view"]["x"] == pytest.approx(state["view"]["x"], abs=0.1)
        assert other.page.evaluate("comityAtlas.shown()") == shown
        assert other.page.inner_text("#panel h2") == "Japan"


def test_a_broken_address_opens_the_whole(open_atlas: OpenAtlas) -> None:
    fragment = "day=never&thing=nation/nowhere&view=a,b,c&panel=<b>&path=x,,,&no-kinds=,,&%E0%A4%A"
    with open_atlas(fragment) as opened:
        assert opened.page.evaluate("comityAtlas.shown()")["things"] > 1500
        assert opened.complaints == []


# Taking along


def test_files_hold_what_is_seen(page: Page) -> None:
    set_state(page, day="2020-10-13", past=False)
    shown = page.evaluate("comityAtlas.shown()")
    claims = set(page.evaluate("comityAtlas.claims()"))

    rows = list(csv.DictReader(io.StringIO(downloaded(page, "CSV").decode())))
    assert {row["claim"] for row in rows} == claims
    assert len(rows) == shown["ties"]

    gexf = ET.fromstring(downloaded(page, "GEXF"))  # noqa: S314  (made here)
    space = "{http://gexf.net/1.3}"
    assert len(gexf.findall(f".//{space}node")) == shown["things"]
    assert {edge.get("id") for edge in gexf.iter(f"{space}edge")} == claims

    store = Store()
    store.load(downloaded(page, "Turtle"), RdfFormat.TURTLE)
    found = store.query(
        "SELECT (COUNT(?c) AS ?n) WHERE { ?c a <https://w3id.org/comity/ns#Claim> }"
    )
    assert int(next(iter(found))[0].value) == shown["ties"]  # type: ignore[union-attr, index]

    references = downloaded(page, "BibTeX").decode()
    entries = re.findall(r"^@misc\{([^,]+),$", references, re.MULTILINE)
    assert "  author = {{Xinhua}},\n  howpublished = {via People's Daily},\n" in references
    cited = {f"source/{name}" for name in entries}
    assert cited == {source for row in rows for source in row["sources"].split()}
    assert len(entries) == len(cited)

    svg = ET.fromstring(downloaded(page, "SVG"))  # noqa: S314  (made here)
    assert len(svg.findall(".//{http://www.w3.org/2000/svg}path")) > 500
    assert downloaded(page, "PNG").startswith(b"\x89PNG")


def test_a_link_is_copied(page: Page) -> None:
    set_state(page, panel="exports", chosen={"type": "thing", "id": "nation/ita"})
    page.get_by_role("button", name="Copy a link").click()
    until(page, "document.getElementById('said').textContent !== ''")
    assert "thing=nation/ita" in page.url


# For everybody


def test_the_table_says_what_is_drawn(page: Page) -> None:
    set_state(page, day="2020-10-13", past=False)
    shown = page.evaluate("comityAtlas.shown()")
    page.get_by_role("button", name="Table").click()
    text = page.inner_text("#table")
    assert f"1–100 of {shown['things']:,}" in text
    assert f"1–100 of {shown['ties']:,}" in text
    page.get_by_role("button", name="Next: Claims").click()
    assert f"101–200 of {shown['ties']:,}" in page.inner_text("#table")
    page.locator("#table tbody th button").first.click()
    assert page.evaluate("comityAtlas.state().table") is False


def test_all_is_reached_by_keys(page: Page) -> None:
    page.focus("#picture")
    page.keyboard.press("+")
    assert page.evaluate("comityAtlas.state().view.scale") > 0
    page.keyboard.press("0")
    assert page.evaluate("comityAtlas.state().view") is None
    page.focus("#tab-about")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("comityAtlas.state().panel") == "filters"
    assert page.evaluate("document.activeElement.id") == "tab-filters"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "panel"


AXE_STATES = [
    "",
    "panel=filters",
    "thing=nation/chn&panel=profile&day=2023-10-02",
    "panel=path&path=agency/nasa,agency/cnsa",
    "panel=compare&compare=2024-01-01,2024-07-01",
    "panel=exports&table=yes",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_atlas: OpenAtlas, scheme: str, request: Any) -> None:
    folder = need_packages(request.config, AXE.replace("@", "-"), AXE)
    axe = (folder / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    with open_atlas(color_scheme=scheme) as opened:
        opened.page.evaluate(axe)
        for fragment in AXE_STATES:
            opened.page.evaluate("fragment => { location.hash = '#' + fragment }", fragment)
            settled(opened.page)
            found = opened.page.evaluate(
                "axe.run({resultTypes: ['violations']}).then(({violations}) => violations"
                ".map(({id, nodes}) => [id, nodes.slice(0, 3).map((node) => node.html)]))"
            )
            assert found == [], fragment
        passed = opened.page.evaluate("axe.run().then(({passes}) => passes.length)")
        assert passed > 20


ENDS_OF_NAMES = """() => {
  const {labels, size} = comityAtlas.picture().seen();
  const context = document.createElement("canvas").getContext("2d");
  return labels.filter(each => each.left >= 0 && each.left < size.width).map(each => {
    context.font = `${each.strong ? 650 : 450} ${each.size}px system-ui`;
    return [each.text, each.left + context.measureText(each.text).width - size.width];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_small_screen(open_atlas: OpenAtlas, scheme: str) -> None:
    fragment = "thing=accord/artemis-accords&panel=profile"
    with open_atlas(fragment, color_scheme=scheme, has_touch=True, **PHONE) as opened:
        page = opened.page
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0
        for part in ("#picture", "#panel", ".time-slider", "#find"):
            box = page.locator(part).bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= 390.5
            assert box["width"] > 100
        ends = page.evaluate(ENDS_OF_NAMES)
        assert len(ends) > 4
        assert [text for text, beyond in ends if beyond > 2] == []
        long = "document.documentElement.scrollHeight - document.documentElement.clientHeight"
        for fragment in ("panel=about", "panel=filter", "panel=save"):
            page.evaluate("fragment => { location.hash = '#' + fragment }", fragment)
            settled(page)
            assert page.evaluate(long) == 0, fragment


def test_the_reader_may_choose_the_scheme(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_label("Light or dark").select_option("dark")
    assert page.evaluate(ground) != light
    page.get_by_label("Light or dark").select_option("auto")
    assert page.evaluate(ground) == light


def test_it_works_in_the_frame_of_a_notebook(
    chromium: Browser, atlas_text: str, tmp_path: Path
) -> None:
    path = tmp_path / "notebook.html"
    shown = View("atlas", atlas_text)._repr_html_()
    path.write_text(f'<!doctype html><meta charset="utf-8">{shown}', encoding="utf-8")
    page = chromium.new_page(viewport={"width": 1100, "height": 800})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    frame = page.frames[-1]
    frame.get_by_role("tab", name="Filter").wait_for()
    frame.get_by_role("tab", name="Filter").click()
    frame.get_by_label("Colour by", exact=True).select_option("coalition")
    assert frame.evaluate("comityAtlas.state().colour") == "coalition"
    page.close()
    assert complaints == []


def test_without_webgl_the_table_stands_in(open_atlas: OpenAtlas) -> None:
    without = """const asked = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === 'webgl2' ? null : asked.call(this, kind, ...rest);
    };"""
    with open_atlas(before=without) as opened:
        page = opened.page
        assert "Table of what is drawn" in page.inner_text("#table")
        page.fill("#find", "japan")
        page.keyboard.press("Enter")
        assert page.inner_text("#panel h2") == "Japan"
        assert "draws no WebGL 2" in page.inner_text("#picture")
        assert opened.complaints == []


# Safety


def test_hostile_texts_do_nothing(open_atlas: OpenAtlas, hostile_text: str) -> None:
    with open_atlas(text=hostile_text) as opened:
        page = opened.page
        ids = page.evaluate("comityAtlas.picture().app.atlas.data.things.id")
        claims = page.evaluate("comityAtlas.claims()")
        marked = "document.querySelectorAll('img, iframe, object, embed, svg script').length"
        for id_ in ids[:12] + ids[20:24]:
            set_state(page, chosen={"type": "thing", "id": id_}, panel="profile")
        for claim in claims[:10]:
            set_state(page, chosen={"type": "claim", "id": claim}, panel="profile")
        for source in range(5):
            set_state(page, chosen={"type": "source", "id": f"source/{source}"}, panel="profile")
        set_state(page, panel="compare", compare=[ids[0], ids[1]])
        set_state(page, panel="path", path=[ids[0], ids[1]])
        set_state(page, panel="filters", layers=["crews"])
        page.fill("#find", "script")
        set_state(page, table=True)
        for label in ("GEXF", "SVG"):
            ET.fromstring(downloaded(page, label))  # noqa: S314  (well-formed in spite of all)
        Store().load(downloaded(page, "Turtle"), RdfFormat.TURTLE)
        sheet = list(csv.reader(io.StringIO(downloaded(page, "CSV").decode())))
        assert len({len(row) for row in sheet}) == 1
        assert not any(cell.startswith("=") for row in sheet for cell in row)
        downloaded(page, "BibTeX")
        assert page.evaluate(marked) == 0
        assert page.locator("a[href^='javascript']").count() == 0
        assert opened.requests[1:] == [
            url for url in opened.requests[1:] if url.startswith("blob:")
        ]
        assert opened.complaints == []
        assert "<script>" in page.inner_text("#table")  # shown as what it is


def test_the_atlas_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    outside = [url for url in opened.requests if not url.startswith(("file:", "blob:", "data:"))]
    assert outside == []
    assert len([url for url in opened.requests if url.startswith("file:")]) == 1
    assert opened.complaints == []
