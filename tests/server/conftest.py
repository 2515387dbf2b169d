"""Servers for the tests of this folder: a shared one, and others with limits of their own."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.serving import Served, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[str]:
    """The address of one real server for all tests, with the usual limits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMITY_CACHE", str(cache))
        with serving(tmp_path_factory.mktemp("server")) as served:
            yield served.url


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Served]]:
    """Start a server with options of its own: `serve(time_limit=2)`; it ends with the test."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(
            serving(tmp_path_factory.mktemp("server"), **options)
        )


@pytest.fixture(scope="session")
def client(server: str) -> Iterator[httpx.Client]:
    """A client of the shared server; redirects are not followed."""
    with httpx.Client(base_url=server, timeout=60) as client:
        yield client
