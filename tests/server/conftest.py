"""Servers for the tests of this folder: a shared one, and others with limits of their own."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import httpx
import pyoxigraph as ox
import pytest
from tests.server.serving import PATIENCE, Served, serving
from tests.w3c.archive import need_suites
from tests.w3c.datasets import all_quads, protocol_quads, runnable
from tests.w3c.manifests import CSV, EVALUATION

from comity.store import write_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one real server for all tests.

    Its limits are the usual ones, but for time: on a busy machine, the slowest of all questions,
    such as those of blocs, may take longer.
    """
    with serving(tmp_path_factory.mktemp("server"), time_limit=100) as served:
        yield served.url


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Served]]:
    """Start a server with options of its own: `serve(time_limit=2)`; it ends with the test."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(
            serving(tmp_path_factory.mktemp("server"), **options)
        )


@pytest.fixture(scope="session")
def small(
    toy: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory, cache: Path
) -> Iterator[Served]:
    """A server of the toy world, whose studies take seconds."""
    folder = tmp_path_factory.mktemp("small")
    with serving(folder, cache=cache, snapshot=toy.snapshot.folder) as served:
        yield served


@pytest.fixture(scope="session")
def client(server: str) -> Iterator[httpx.Client]:
    """A client of the shared server; redirects are not followed."""
    with httpx.Client(base_url=server, timeout=PATIENCE) as client:
        yield client


@pytest.fixture(scope="session")
def endpoint(server: str) -> str:
    """The address of the shared server's SPARQL endpoint."""
    return f"{server}/sparql"


@pytest.fixture(scope="session")
def w3c_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server whose graphs are the data of all the W3C's tests."""
    suites = need_suites(request.config)
    quads = [*all_quads(suites, runnable(suites, EVALUATION | CSV)), *protocol_quads()]
    folder = tmp_path_factory.mktemp("w3c")
    write_snapshot(
        folder / "snapshot",
        ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"",
        version="0",
        day=date(2026, 1, 1),
        inputs="the data of the W3C's tests",
        counts={"claims": 0},
    )
    with serving(folder, snapshot=folder / "snapshot") as served:
        yield served.url
