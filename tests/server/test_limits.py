from __future__ import annotations

import os
import signal
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.processes import family, is_alive, memory_of, until
from tests.server.serving import serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.server.serving import Served

    from comity.knowledge import KnowledgeGraph

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"
GREEDY = "SELECT * { ?a ?p ?b . ?c ?q ?d } ORDER BY ?d ?a ?b ?c"
MANY = "SELECT * { ?a ?p ?b . ?c ?q ?d }"
SHORT = "SELECT ?n { ?n a comity:Nation } LIMIT 1"


@pytest.fixture(scope="module")
def limited(toy: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of the toy world with narrow limits."""
    options = {"time_limit": 2, "memory_limit": 200, "rows": 1000, "workers": 2, "queue": 5}
    folder = tmp_path_factory.mktemp("limited")
    with serving(folder, snapshot=toy.snapshot.folder, **options) as served:
        yield served


def ask(served: Served, query: str, **parameters: str) -> httpx.Response:
    return httpx.get(f"{served.url}/sparql", params={"query": query, **parameters}, timeout=60)


def workers_of(served: Served) -> list[int]:
    return family(served.process.pid)[2:]  # the server and its zygote come first


def test_a_query_is_ended_at_the_time_limit(limited: Served) -> None:
    began = time.monotonic()
    answer = ask(limited, ENDLESS)
    assert answer.status_code == 504
    assert answer.json()["detail"].startswith("the query was ended after 2 s")
    assert time.monotonic() - began < 10
    assert ask(limited, SHORT).status_code == 200


def test_short_questions_are_answered_while_long_ones_run(limited: Served) -> None:
    with ThreadPoolExecutor(8) as threads:
        long = [threads.submit(ask, limited, ENDLESS) for _ in range(4)]
        time.sleep(0.7)  # they are long by now
        times = []
        for _ in range(5):
            began = time.monotonic()
            assert ask(limited, SHORT).status_code == 200
            times.append(time.monotonic() - began)
        assert statistics.median(times) < 1  # others may use the machine, so not each of them
        assert {each.result().status_code for each in long} == {504}


def test_one_long_query_too_many_is_told_to_come_again(limited: Served) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = [
            each.result() for each in [threads.submit(ask, limited, ENDLESS) for _ in range(8)]
        ]
    refused = [answer for answer in answers if answer.status_code == 503]
    assert refused
    assert all(answer.headers["retry-after"] == "5" for answer in refused)
    assert {answer.status_code for answer in answers} == {503, 504}


def test_as_many_as_there_are_workers_may_be_long_while_nobody_else_asks(limited: Served) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = [
            each.result() for each in [threads.submit(ask, limited, ENDLESS) for _ in range(6)]
        ]
    assert {answer.status_code for answer in answers} == {504}


def test_a_query_that_wants_too_much_memory_is_ended(
    toy: KnowledgeGraph, serve: Callable[..., Served]
) -> None:
    # on a busy machine, two seconds may be over before so much memory is taken
    served = serve(snapshot=toy.snapshot.folder, time_limit=60, memory_limit=200)
    answer = ask(served, GREEDY)
    assert answer.status_code == 507
    assert "took more than 200 MiB" in answer.json()["detail"]


def test_an_answer_with_too_many_rows_is_refused(limited: Served) -> None:
    answer = ask(limited, MANY)
    assert answer.status_code == 422
    assert "larger than 1,000 rows; add LIMIT" in answer.json()["detail"]


def test_memory_returns(limited: Served) -> None:
    ask(limited, SHORT)
    before = memory_of(family(limited.process.pid))
    for query in (GREEDY, MANY, ENDLESS):
        ask(limited, query)
    assert until(lambda: memory_of(family(limited.process.pid)) < before + 50_000_000)


def test_a_worker_whose_client_has_gone_is_ended(
    toy: KnowledgeGraph, serve: Callable[..., Served]
) -> None:
    served = serve(snapshot=toy.snapshot.folder, time_limit=600)
    before = set(workers_of(served))
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{served.url}/sparql", params={"query": ENDLESS}, timeout=1)
    assert until(lambda: bool(before - set(workers_of(served))), 60)  # long before its time


def test_a_worker_may_be_killed_at_any_moment(limited: Served) -> None:
    ask(limited, SHORT)
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(ask, limited, ENDLESS)
        time.sleep(0.3)
        for pid in workers_of(limited):
            os.kill(pid, signal.SIGKILL)
        answer = asked.result()
    assert answer.status_code == 500
    assert "signal 9" in answer.json()["detail"]
    answers = {ask(limited, SHORT).status_code for _ in range(6)}
    assert answers <= {200, 500}  # a worker that was idle is found dead when it is asked
    assert ask(limited, SHORT).status_code == 200


def test_the_zygote_is_replaced_when_it_is_killed(limited: Served) -> None:
    zygote = family(limited.process.pid)[1]
    os.kill(zygote, signal.SIGKILL)
    assert until(lambda: family(limited.process.pid)[1:2] not in ([], [zygote]), 60)
    assert until(lambda: httpx.get(f"{limited.url}/ready").status_code == 200, 60)
    assert ask(limited, SHORT).status_code == 200


def test_no_process_outlives_a_server_that_was_killed(
    toy: KnowledgeGraph, serve: Callable[..., Served]
) -> None:
    served = serve(snapshot=toy.snapshot.folder, time_limit=2)
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(ask, served, ENDLESS)
        time.sleep(0.5)
        processes = family(served.process.pid)
        assert len(processes) >= 3
        served.process.kill()
        assert isinstance(asked.exception(), httpx.HTTPError)
    assert until(lambda: not any(is_alive(pid) for pid in processes), 30)
