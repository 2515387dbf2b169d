"""The live server under hostile clients.

Each attack is answered with a clear error, or with a result within the limits; meanwhile a second
client gets its small answers within a second, and afterwards the server holds no more memory than
before, but for what its workers may keep.
"""

from __future__ import annotations

import json
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import pytest
from tests.server.bystander import Bystander
from tests.server.hostile_queries import HEAVY, TOO_DEEP
from tests.server.hostile_requests import (
    ATTACKS,
    PARAMETERS,
    PATHS,
    PAYLOADS,
    QUERY,
    ROUTES,
    with_parameter,
)
from tests.server.processes import family, memory_of, until
from tests.server.raw import CLOSED, Answer, exchange, head
from tests.server.serving import serving

from comity.server.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.server.serving import Served

    from comity.knowledge import KnowledgeGraph

LIMIT: Final = 3  # seconds that a query may run
GRACE: Final = 2  # seconds that the rest of an answer may take
MEGABYTE: Final = 1_048_576
GROWTH: Final = 4 * 128 * MEGABYTE  # what four workers may keep before they leave
CLEAR: Final = frozenset({*range(400, 500), 503, 504, 507})
BIG: Final = "SELECT * WHERE { ?s ?p ?o } LIMIT 300000"


@dataclass(frozen=True, slots=True)
class Target:
    """The server that is attacked: its address, its port and its process."""

    url: str
    port: int
    pid: int

    def memory(self) -> int:
        """Return the bytes that it and all its workers hold."""
        return memory_of(family(self.pid))


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A server of the curated graph with a short time limit."""
    folder = tmp_path_factory.mktemp("target")
    with serving(folder, time_limit=LIMIT, memory_limit=512) as served:
        yield Target(served.url, int(served.url.rpartition(":")[2]), served.process.pid)


@pytest.fixture(scope="module")
def at_rest(target: Target) -> int:
    """The memory of the server when it has answered a little and rests."""
    with Bystander(target.port):
        time.sleep(1)  # of answers, not of waiting for something
    return target.memory()


@pytest.fixture
def calm(target: Target, at_rest: int) -> Callable[[], object]:
    """A context in which a second client asks on; at its end, all must be as before."""

    @contextmanager
    def context() -> Iterator[Bystander]:
        with Bystander(target.port) as seen:
            yield seen
        assert seen.faults == []
        assert seen.slowest < seen.patience
        returned = until(lambda: target.memory() < at_rest + GROWTH)
        assert returned, f"{target.memory():,} bytes are held, {at_rest:,} were"

    return context


def told(answer: Answer) -> str:
    """Return what an answer says is wrong; it must be clear, and show nothing of the inside."""
    assert answer.headers["content-type"].startswith("application/problem+json"), answer.text
    detail = str(json.loads(answer.body)["detail"])
    assert detail
    assert "Traceback" not in detail
    assert "site-packages" not in detail
    return detail


def ask(target: Target, text: str) -> Answer:
    body = text.encode()
    lines = head("/sparql", "POST", Content_Length=str(len(body)), Content_Type=QUERY)
    return exchange(target.port, [lines, body])


# queries


@pytest.mark.parametrize("name", TOO_DEEP)
def test_a_query_that_would_end_the_engine_is_refused(
    name: str, target: Target, calm: Callable
) -> None:
    with calm():
        answer = ask(target, TOO_DEEP[name])
    assert answer.status in CLEAR
    assert told(answer)
    assert answer.seconds < LIMIT + GRACE


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_query_keeps_to_the_limits(name: str, target: Target, calm: Callable) -> None:
    with calm():
        answer = ask(target, HEAVY[name])
    assert answer.status == 200 or (answer.status in CLEAR and told(answer))
    assert answer.seconds < LIMIT + GRACE


@pytest.fixture
def secret() -> Iterator[tuple[int, list[bytes]]]:
    """A service on this machine that nobody may be led to: its port, and who came."""
    came: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.1)

        def watch() -> None:
            while True:
                try:
                    visitor, _ = door.accept()
                except TimeoutError:
                    continue
                except OSError:
                    return
                with visitor:
                    came.append(visitor.recv(1_000))

        watcher = Thread(target=watch, daemon=True)
        watcher.start()
        yield door.getsockname()[1], came
    watcher.join(5)


REACHING_OUT: Final = {
    "SERVICE": "/sparql?query=SELECT*%7BSERVICE%3C{url}%3E%7B?s?p?o%7D%7D",
    "SERVICE SILENT": "/sparql?query=SELECT*%7BSERVICE%20SILENT%3C{url}%3E%7B?s?p?o%7D%7D",
    "SERVICE by a variable": "/sparql?query=SELECT*%7BBIND(%3C{url}%3E%20AS?g)SERVICE?g%7B%7D%7D",
    "SERVICE with escapes": "/sparql?query=SELECT*%7B%5Cu0053ERVICE%3C{url}%3E%7B%7D%7D",
    "FROM": "/sparql?query=SELECT*FROM%3C{url}%3E%7B?s?p?o%7D",
    "FROM NAMED": "/sparql?query=SELECT*FROM%20NAMED%3C{url}%3E%7BGRAPH?g%7B?s?p?o%7D%7D",
    "a graph of the protocol": "/sparql?query=SELECT*%7B?s?p?o%7D&default-graph-uri={url}",
    "a named graph of the protocol": (
        "/sparql?query=SELECT*%7BGRAPH?g%7B?s?p?o%7D%7D&named-graph-uri={url}"
    ),
    "LOAD": "/sparql?update=LOAD%3C{url}%3E",
    "a graph store's graph": "/graph-store?graph={url}",
}


@pytest.mark.parametrize("name", REACHING_OUT)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_nobody_is_led_to_other_places(
    name: str, scheme: str, target: Target, calm: Callable, secret: tuple[int, list[bytes]]
) -> None:
    port, came = secret
    url = f"http://127.0.0.1:{port}/x" if scheme == "http" else "file:///etc/passwd"
    with calm():
        answer = exchange(target.port, [head(REACHING_OUT[name].format(url=url))])
    assert came == []
    assert answer.status in CLEAR | {200}
    assert "root:" not in answer.text
    if answer.status == 200:
        assert json.loads(answer.body)["results"]["bindings"] == []


# requests


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_request_is_refused_or_harmless(
    name: str, target: Target, calm: Callable
) -> None:
    attack = ATTACKS[name]
    with calm():
        answer = exchange(target.port, attack.pieces())
    assert answer.status in attack.statuses, answer.text[:500]
    assert answer.seconds < LIMIT + GRACE
    assert "root:" not in answer.text


@pytest.mark.parametrize("route", ROUTES)
def test_no_path_leads_out_of_the_routes(route: str, target: Target, calm: Callable) -> None:
    with calm():
        for path in PATHS:
            answer = exchange(target.port, [head(route + path)])
            assert answer.status in {*CLEAR, CLOSED, 301, 302, 307, 308}, (path, answer.text)
            assert "root:" not in answer.text
            place = answer.headers.get("location", "/")
            assert place.startswith(("/", f"{target.url}/", "http://127.0.0.1/")), place
            assert not place.startswith("//"), place


@pytest.mark.parametrize("route", PARAMETERS)
@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_no_parameter_gets_through_as_code(
    route: str, accept: str, target: Target, calm: Callable
) -> None:
    with calm():
        for name in PARAMETERS[route]:
            for payload, value in PAYLOADS.items():
                sent = head(with_parameter(route, name, value), Accept=accept)
                answer = exchange(target.port, [sent])
                where = (name, payload, answer.status, answer.text[:300])
                assert answer.status in CLEAR | {200}, where
                assert "set-cookie" not in answer.headers, where
                assert "root:" not in answer.text, where
                assert "Traceback" not in answer.text, where
                if "html" in answer.headers.get("content-type", ""):
                    assert "<script>alert" not in answer.text, where
                    assert "<img src=x" not in answer.text, where


# slow clients


def test_slow_heads_keep_nobody_waiting(target: Target, calm: Callable) -> None:
    with calm() as seen, ExitStack() as stack:
        links = [connected(stack, target) for _ in range(200)]
        for step in range(10):
            for link in links:
                suppressed_send(link, b"GET" if step == 0 else b"a")
            seen.ask()
    assert seen.answers > 10


def test_slow_bodies_keep_nobody_waiting(target: Target, calm: Callable) -> None:
    with calm() as seen, ExitStack() as stack:
        links = [connected(stack, target) for _ in range(100)]
        for link in links:
            link.sendall(head("/sparql", "POST", Content_Length="1000", Content_Type=QUERY))
        for _ in range(10):
            for link in links:
                suppressed_send(link, b"a")
            seen.ask()
    assert seen.answers > 10


def test_slow_readers_keep_nobody_waiting(target: Target, calm: Callable) -> None:
    with calm() as seen, ExitStack() as stack:
        links = [connected(stack, target, buffer=4_096) for _ in range(10)]
        for link in links:
            link.sendall(head(f"/sparql?format=csv&query={quote(BIG)}"))
        limit = time.monotonic() + LIMIT + GRACE
        while time.monotonic() < limit:
            for link in links:
                suppressed_receive(link, 100)
            seen.ask()
    assert seen.answers > 10


def test_idle_connections_keep_nobody_waiting(target: Target, calm: Callable) -> None:
    with calm() as seen, ExitStack() as stack:
        for _ in range(500):
            connected(stack, target)
        seen.ask()
    assert seen.answers > 1


def test_a_thousand_requests_in_one_breath_are_answered(target: Target, calm: Callable) -> None:
    with calm(), ExitStack() as stack:
        link = connected(stack, target)
        sender = Thread(
            target=link.sendall, args=(head("/health") * 999 + closing_head("/health"),)
        )
        sender.start()
        answers = b""
        while piece := link.recv(65_536):
            answers += piece
        sender.join()
    assert answers.count(b"HTTP/1.1 200") == 1_000


# many at once


def test_clients_that_leave_leave_nothing_behind(target: Target, calm: Callable) -> None:
    text = HEAVY["cross product, counted"]
    with calm() as seen:
        for number in range(30):
            with ExitStack() as stack:
                link = connected(stack, target)
                link.sendall(head(f"/sparql?query={quote(f'{text} # {number}')}"))
                seen.ask()
    assert until(lambda: running(target) == 0)


def test_a_flood_of_heavy_queries_leaves_room_for_small_ones(
    target: Target, calm: Callable
) -> None:
    answers: list[Answer] = []
    texts = [f"{HEAVY[name]} # {number}" for number in range(5) for name in HEAVY]
    with calm():
        all_at_once(*(lambda text=text: answers.append(ask(target, text)) for text in texts))
    assert len(answers) == len(texts)
    for answer in answers:
        assert answer.status == 200 or (answer.status in CLEAR and told(answer))
        if answer.status == 503:
            assert int(answer.headers["retry-after"]) > 0
    assert until(lambda: running(target) == 0)


def test_many_days_at_once_do_not_stop_the_others(
    toy: KnowledgeGraph, serve: Callable[..., Served]
) -> None:
    served = serve(snapshot=toy.snapshot.folder)
    port = int(served.url.rpartition(":")[2])
    text = quote("ASK { ?n comity:memberOf ?x }")
    days = [f"20{year:02}-{month:02}-01" for year in range(10, 22) for month in range(1, 7)]
    answers: list[Answer] = []

    def ask_of(day: str) -> None:
        answers.append(exchange(port, [head(f"/sparql?query={text}&as-of={day}")], timeout=60))

    with Bystander(port) as seen:
        all_at_once(*(partial(ask_of, day) for day in days))
    assert seen.faults == []
    assert seen.slowest < seen.patience
    statuses = Counter(answer.status for answer in answers)
    assert statuses.keys() == {200, 503}
    assert statuses[200] >= Limits().moments
    assert {told(answer) for answer in answers if answer.status == 503}


def all_at_once(*actions: Callable[[], object]) -> None:
    """Do things at the same time, and return when all are done."""
    with ThreadPoolExecutor(len(actions)) as threads:
        for done in [threads.submit(action) for action in actions]:
            done.result()


def connected(stack: ExitStack, target: Target, buffer: int = 0) -> socket.socket:
    """Return a connection that is closed at the end."""
    link = socket.socket()
    if buffer:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    link.settimeout(30)
    link.connect(("127.0.0.1", target.port))
    return stack.enter_context(link)


def suppressed_send(link: socket.socket, piece: bytes) -> None:
    """Send, if the server still listens."""
    try:
        link.sendall(piece)
    except OSError:
        link.close()


def suppressed_receive(link: socket.socket, size: int) -> None:
    """Receive a little, if there is something at once."""
    link.settimeout(0.01)
    try:
        link.recv(size)
    except OSError:
        return


def closing_head(target: str) -> bytes:
    return head(target, Connection="close")


def running(target: Target) -> int:
    """Return how many queries run, as the server's metrics say."""
    text = exchange(target.port, [closing_head("/metrics")]).text
    line = next(line for line in text.splitlines() if "running" in line and line[0] != "#")
    return int(float(line.split()[-1]))
