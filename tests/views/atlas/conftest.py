"""The atlas of the curated tables and a hostile one, opened from disk with the network cut."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser import open_chromium
from tests.views.atlas.hostile import hostile_panorama
from tests.views.conftest import Opened, until

from comity.views.atlas.layout import place_all
from comity.views.atlas.page import atlas_page
from comity.views.atlas.payload import AtlasFacts, atlas_payload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser

    from comity.knowledge import KnowledgeGraph

    OpenAtlas = Callable[..., AbstractContextManager[Opened]]


READY = """window.comityAtlas
  ? comityAtlas.drawn()?.times > 0 || comityAtlas.picture() === null : false"""


@pytest.fixture(scope="session")
def atlas_text(kg: KnowledgeGraph, front_end: None) -> str:
    """The atlas of the curated tables."""
    return kg.atlas().page


@pytest.fixture(scope="session")
def hostile_text(front_end: None) -> str:
    """An atlas of a record whose every text is an attack."""
    record = hostile_panorama()
    places = place_all(list(record.things), [(t.subject, t.object) for t in record.ties], {})
    payload = atlas_payload(record, places, AtlasFacts("<b>1</b>", "2026-01-01", "x"))
    return atlas_page(payload, "</title><script>attacked()</script>")


@pytest.fixture(scope="module")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with open_chromium(request.config) as browser:
        yield browser


@pytest.fixture(scope="module")
def open_atlas(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, atlas_text: str
) -> OpenAtlas:
    """Return a function that opens an atlas as a file, offline, and records what happens."""
    folder = tmp_path_factory.mktemp("atlas")
    kept: dict[int, Path] = {}

    @contextmanager
    def opening(
        fragment: str = "", text: str = atlas_text, before: str = "", **options: Any
    ) -> Iterator[Opened]:
        path = kept.setdefault(id(text), folder / f"atlas-{len(kept)}.html")
        if not path.exists():
            path.write_text(text, encoding="utf-8")
        options.setdefault(
            "viewport", {"width": 1100, "height": 700}
        )  # the smaller, the sooner drawn
        options.setdefault("reduced_motion", "reduce")
        context = chromium.new_context(**options)
        context.set_offline(True)
        if before:
            context.add_init_script(before)
        opened = Opened(context.new_page())
        context.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on(
            "console",
            lambda message: (
                opened.complaints.append(message.text)
                if message.type in {"error", "warning"} and "GPU stall" not in message.text
                else None
            ),
        )
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", lambda dialog: opened.complaints.append(dialog.message))
        opened.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        until(opened.page, READY)
        try:
            yield opened
        finally:
            context.close()

    return opening
