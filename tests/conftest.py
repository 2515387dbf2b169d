"""Options and fixtures for all tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import comity
from comity import pipeline, resources
from comity.store import cache as store_cache
from comity.store import open_snapshot
from tests.caching import once
from tests.front_end import need_front_end
from tests.short import shortened
from tests.world import build_world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph


settings.register_profile("comity", deadline=None)  # a busy machine is no failure
settings.load_profile("comity")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--without-browser",
        action="store_true",
        help="leave out the tests that need Chromium",
    )
    parser.addoption(
        "--without-node",
        action="store_true",
        help="leave out the tests that need Node and npm",
    )
    parser.addoption(
        "--without-w3c",
        action="store_true",
        help="leave out the tests of the W3C, whose data is fetched",
    )
    parser.addoption(
        "--without-virtuoso",
        action="store_true",
        help="leave out the tests that need Virtuoso",
    )
    parser.addoption(
        "--every-row",
        action="store_true",
        help="compare the rows of every named query in the full atlas, not of each third alone",
    )


ONE_WORKER = ("server", "target", "w3c_server", "bounded", "small", "limited")
"""Fixtures that start a server; the tests of one run on one worker, so that it is started once."""


@pytest.hookimpl(tryfirst=True)  # xdist reads the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of one server together, unless they are in a group already."""
    for item in items:
        if item.get_closest_marker("xdist_group"):
            continue
        used = [name for name in ONE_WORKER if name in getattr(item, "fixturenames", ())]
        if used:
            item.add_marker(pytest.mark.xdist_group(used[0]))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests have recorded by `record_property("figure", …)`."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "figure" and report.when == "call":
                terminalreporter.write_line(f"figure: {value}")


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for cached stores, so that tests neither use nor fill the user's.

    All workers share it, and more stores are kept than a user's cache keeps: filling the store of
    the release, or of one of its days, takes seconds, and tests open many others in between.
    """
    folder = shared_folder(tmp_path_factory) / "cache"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_cache, "_KEPT_KEYS", 200)
        patch.setattr(store_cache, "_KEPT_STORES", 24)
        patch.setenv("COMITY_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def front_end(request: pytest.FixtureRequest) -> None:
    """The front end of the atlas."""
    need_front_end(request.config, "explorer.js")


@pytest.fixture(scope="session")
def kg() -> KnowledgeGraph:
    """The knowledge graph of the curated tables; `scripts/test` builds it before."""
    return comity.load()


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """The knowledge graph of a release with less than half of the statements; see `tests.short`."""

    def fill(folder: Path) -> None:
        shortened(open_snapshot(resources.snapshot_folder()), folder)

    return comity.load(once(shared_folder(tmp_path_factory), "short", fill))


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tables with a toy world of a few entities; see `tests.world`."""
    return build_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def toy(world: Path, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """The knowledge graph of the toy world."""
    folder = tmp_path_factory.mktemp("toy")
    pipeline.build(world, resources.ontology_folder(), folder)
    return comity.load(folder)
