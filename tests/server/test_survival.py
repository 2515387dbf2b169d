"""A server that is killed, at whatever moment, serves the same when it is started again."""

from __future__ import annotations

import subprocess
import sys
import time
from threading import Event, Thread
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.processes import family, is_alive, until
from tests.server.serving import serving

from comity.queries.formats import to_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph

EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def served_by(url: str, **moment: str) -> list[bytes]:
    """Return all that a server serves, line by line."""
    parameters = {"query": EVERYTHING, "format": "ntriples", **moment}
    answer = httpx.get(f"{url}/sparql", params=parameters, timeout=60)
    assert answer.status_code == 200, answer.text
    return sorted(answer.content.splitlines())


def held_by(graph: KnowledgeGraph) -> list[bytes]:
    """Return all that the graph itself holds, line by line."""
    lines = sorted(to_bytes(graph.results(EVERYTHING), "ntriples").splitlines())
    assert len(lines) > 500
    return lines


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def keep_asking(url: str, over: Event) -> None:
    """Ask heavy things, small things and for other days, until it is over."""
    with httpx.Client(base_url=url, timeout=5) as client:
        number = 0
        while not over.is_set():
            number += 1
            text = HEAVY if number % 3 == 0 else f"ASK {{ ?n a comity:Nation }} # {number}"
            moment = {"as-of": f"20{10 + number % 10}-02-03"} if number % 3 == 1 else {}
            try:
                client.get("/sparql", params={"query": text, **moment})
            except httpx.HTTPError:
                continue  # killed meanwhile


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a cache of its own, so that no other test fills it."""
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("moment", [0.1, 0.4, 0.8, 1.5])
def test_a_server_killed_while_it_starts_serves_the_same_later(
    moment: float, toy: KnowledgeGraph, folders: Path
) -> None:
    before = files_of(toy.snapshot.folder)
    command = [sys.executable, "-m", "comity.cli.main", "serve", "--port=0"]
    with subprocess.Popen(
        [*command, f"--snapshot={toy.snapshot.folder}"], stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(moment)  # the moment is what is tested
        process.kill()
    assert files_of(toy.snapshot.folder) == before
    with serving(folders, snapshot=toy.snapshot.folder) as served:
        assert served_by(served.url) == held_by(toy)


@pytest.mark.parametrize("moment", [0.05, 0.3, 1.0, 2.0])
def test_a_server_killed_at_work_serves_the_same_later(
    moment: float, toy: KnowledgeGraph, folders: Path
) -> None:
    before = files_of(toy.snapshot.folder)
    day = "2019-05-17"
    over = Event()
    with serving(folders, snapshot=toy.snapshot.folder, time_limit=3) as served:
        asking = [Thread(target=keep_asking, args=(served.url, over)) for _ in range(4)]
        for each in asking:
            each.start()
        time.sleep(moment)  # the moment is what is tested
        processes = family(served.process.pid)
        served.process.kill()
        over.set()
        for each in asking:
            each.join()
    assert until(lambda: not any(map(is_alive, processes)))
    assert files_of(toy.snapshot.folder) == before
    (folders / "port").unlink()
    with serving(folders, snapshot=toy.snapshot.folder) as served:
        assert served_by(served.url) == held_by(toy)
        assert served_by(served.url, **{"as-of": day}) == held_by(toy.as_of(day))
