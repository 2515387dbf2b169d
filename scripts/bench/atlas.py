#!/usr/bin/env python
"""Draw synthetic graphs with the atlas and with pyvis, in the same browser and the same run.

In: numbers of things and ties. Out: a table on stdout: the size of each page, the seconds to make
it and until it is first drawn, and the frames a second while it is panned. WebGL is drawn by the
processor. It needs Chromium (`COMITY_CHROMIUM`, or one on PATH) and a machine that does nothing
else; what others do shows in the row "at rest".
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from comity.analysis.panorama import Document, Panorama
from comity.analysis.roll_calls import Saying
from comity.analysis.ties import Node, Tie
from comity.views.atlas.layout import place_all
from comity.views.atlas.page import atlas_page
from comity.views.atlas.payload import AtlasFacts, atlas_payload

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KINDS: Final = ("nation", "agency", "mission", "accord", "institution")
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
WAIT: Final = 180.0
PAN: Final = """async ([selector, moves]) => {
  const place = document.querySelector(selector);
  const tell = (type, x) => place.dispatchEvent(new PointerEvent(type, {pointerId: 1,
    pointerType: 'mouse', clientX: 500 + x, clientY: 400, button: 0, buttons: 1, bubbles: true}));
  place.setPointerCapture = () => {};
  if (moves) tell('pointerdown', 0);
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < 3000) {
    if (moves) tell('pointermove', 90 * Math.sin(count / 12));
    await new Promise(requestAnimationFrame);
    count++;
  }
  if (moves) tell('pointerup', 0);
  return count / (performance.now() - began) * 1000;
}"""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one page."""

    name: str
    megabytes: float
    made: float
    drawn: float
    frames: float
    at_rest: float


def synthetic(things: int, ties: int) -> Panorama:
    """Return a record of things whose ties gather at hubs, the same for the same numbers."""
    dice = random.Random(things * 1_000_003 + ties)  # noqa: S311  (not for secrets)
    ids = [f"{KINDS[n % len(KINDS)]}/t{n}" for n in range(things)]
    nodes = {i: Node(i, i.partition("/")[0], f"Thing {i}", "", None, None) for i in sorted(ids)}
    made = []
    for n in range(ties):
        one, other = ids[dice.randrange(things)], ids[int(things * dice.random() ** 3)]
        start = f"{dice.randrange(1960, 2026)}-01-01"
        made.append(Tie(f"claim/c{n}", one, "cooperates_with", other, start, None, start, None,
                        "supported", "", ""))  # fmt: skip
    source = Document("source/s", "A list", "Nobody", "", "", "2026", "dataset")
    said = tuple(Saying(tie.claim, source.id, "affirms", "", "", "") for tie in made)
    return Panorama(nodes, {}, tuple(made), {}, frozenset(), said, {source.id: source}, ())


def measured(browser: Browser, name: str, text: str, made: float) -> Row:
    """Open a page and return what is measured of it."""
    is_atlas = name == "atlas"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(text, encoding="utf-8")
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(WAIT * 1000)
        began = time.monotonic()
        page.goto(path.as_uri())
        ready = (
            "window.comityAtlas ? comityAtlas.drawn()?.times > 0 : false"
            if is_atlas
            else "typeof network === 'object' && network !== null"
        )
        while not page.evaluate(ready):
            if time.monotonic() - began > WAIT:
                sys.exit(f"error: {name} was not drawn in {WAIT:.0f} s")
            page.wait_for_timeout(20)
        if not is_atlas:
            page.evaluate("new Promise((done) => { network.once('afterDrawing', done);"
                          " network.redraw(); })")  # fmt: skip
        drawn = time.monotonic() - began
        place = "#picture" if is_atlas else "#mynetwork canvas"
        still = page.evaluate(PAN, [place, False])
        moving = page.evaluate(PAN, [place, True])
        page.close()
    return Row(name, len(text.encode()) / 1e6, made, drawn, moving, still)


def by_atlas(record: Panorama) -> str:
    """Return the page of the atlas."""
    ties = [(tie.subject, tie.object) for tie in record.ties]
    places = place_all(list(record.things), ties, {})
    facts = AtlasFacts("bench", "2026-01-01", "")
    return atlas_page(atlas_payload(record, places, facts), "bench")


def by_pyvis(record: Panorama) -> str:
    """Return the page of pyvis with the same places, and without physics."""
    from pyvis.network import Network  # noqa: PLC0415  (slow to import)

    ties = [(tie.subject, tie.object) for tie in record.ties]
    places = place_all(list(record.things), ties, {})
    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(status=False)
    network.node_ids = list(record.things)
    network.nodes = [
        {"id": name, "label": node.label, "x": places[name][0], "y": places[name][1]}
        for name, node in record.things.items()
    ]
    network.edges = [{"from": one, "to": other} for one, other in ties]
    return str(network.generate_html())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--things", type=int, default=5000)
    parser.add_argument("--ties", type=int, default=50_000)
    chosen = parser.parse_args()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (a developers' tool)

    place = os.environ.get("COMITY_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if place is None:
        sys.exit("error: Chromium is missing: install it or name it in COMITY_CHROMIUM")
    record = synthetic(chosen.things, chosen.ties)
    print(f"{chosen.things:,} things, {chosen.ties:,} ties; load {os.getloadavg()[0]:.1f}")
    print(f"{'':8}{'MB':>8}{'made, s':>9}{'drawn, s':>10}{'frames/s':>10}{'at rest':>9}")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
        browser = playwright.chromium.launch(executable_path=place, args=arguments)
        for name, make in (("atlas", by_atlas), ("pyvis", by_pyvis)):
            began = time.monotonic()
            text = make(record)
            row = measured(browser, name, text, time.monotonic() - began)
            print(
                f"{row.name:8}{row.megabytes:8.2f}{row.made:9.1f}{row.drawn:10.1f}"
                f"{row.frames:10.1f}{row.at_rest:9.1f}",
                flush=True,
            )
        browser.close()


if __name__ == "__main__":
    main()
