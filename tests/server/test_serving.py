from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from tests.server.serving import Served


def test_the_shared_server_is_ready(client: httpx.Client) -> None:
    assert client.get("/health").text == "ok\n"
    assert client.get("/ready").status_code == 200


def test_a_server_with_options_of_its_own_starts_and_ends(serve: Callable[..., Served]) -> None:
    served = serve(workers=1, time_limit=5)
    assert httpx.get(f"{served.url}/ready").status_code == 200


def test_all_tests_of_the_shared_server_run_on_one_worker(
    server: str, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("loadgroup", default=False):
        assert request.node.nodeid.endswith("@server")
