from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.server.processes import family, is_alive, until
from tests.server.serving import serving
from tests.server.test_limits import ENDLESS, SHORT, ask

from comity import pipeline, resources
from comity.store import open_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.server.serving import Served

    from comity.knowledge import KnowledgeGraph


def test_a_request_under_way_is_answered_before_the_end(
    toy: KnowledgeGraph, tmp_path: Path
) -> None:
    with serving(tmp_path, snapshot=toy.snapshot.folder, time_limit=2) as served:
        processes = family(served.process.pid)
        with ThreadPoolExecutor(1) as threads:
            asked = threads.submit(ask, served, ENDLESS)
            time.sleep(0.6)
            served.process.send_signal(signal.SIGTERM)
            assert asked.result().status_code == 504
        assert served.process.wait(30) == 0
    assert until(lambda: not any(is_alive(pid) for pid in processes))


def test_a_new_snapshot_is_served_without_dropping_a_request(world: Path, tmp_path: Path) -> None:
    folder = tmp_path / "snapshot"
    old = pipeline.build(world, resources.ontology_folder(), folder).manifest.sha256
    with serving(tmp_path, snapshot=folder) as served:
        statuses, stop = [], threading.Event()

        def keep_asking() -> None:
            while not stop.is_set():
                statuses.append(ask(served, SHORT).status_code)

        asking = [threading.Thread(target=keep_asking) for _ in range(3)]
        for each in asking:
            each.start()
        tag = ask(served, SHORT).headers["etag"]
        new = pipeline.build(
            world, resources.ontology_folder(), folder, as_of=date(2020, 1, 1)
        ).manifest.sha256
        assert new != old
        served.process.send_signal(signal.SIGHUP)
        taken_over = until(lambda: ask(served, SHORT).headers.get("etag") != tag, 60)
        stop.set()
        for each in asking:
            each.join()
        assert taken_over
        assert set(statuses) == {200}
        assert new[:16] in httpx.get(f"{served.url}/metrics").text


def test_a_damaged_snapshot_does_not_replace_the_one_that_is_served(
    toy: KnowledgeGraph, tmp_path: Path
) -> None:
    folder = tmp_path / "snapshot"
    shutil.copytree(toy.snapshot.folder, folder)
    with serving(tmp_path, snapshot=folder) as served:
        (folder / "manifest.json").write_text("{")
        served.process.send_signal(signal.SIGHUP)
        assert until(lambda: "no new snapshot is served" in served.log.read_text())
        assert ask(served, SHORT).status_code == 200


def test_a_store_of_another_day_is_made_once(toy: KnowledgeGraph, tmp_path: Path) -> None:
    text = "ASK { ?n a comity:Nation }"
    with serving(tmp_path, snapshot=toy.snapshot.folder, time_limit=10) as served:
        with ThreadPoolExecutor(4) as threads:
            days = {"as-of": "2019-05-17"}
            asked = [threads.submit(ask, served, text, **days) for _ in range(4)]
            assert {each.result().status_code for each in asked} == {200}
        (made,) = tmp_path.glob("cache/*/*2019-05-17*")
        before = made.stat().st_ino
        assert ask(served, text, **days).status_code == 200
        assert made.stat().st_ino == before


def test_log_lines_can_be_read_by_programs(toy: KnowledgeGraph, tmp_path: Path) -> None:
    with serving(tmp_path, snapshot=toy.snapshot.folder, log="json") as served:
        ask(served, SHORT)
        httpx.get(f"{served.url}/no%0Asuch")
    lines = [line for line in served.log.read_text().splitlines() if line.startswith("{")]
    found = [json.loads(line) for line in lines]
    requests = [line for line in found if line["logger"] == "comity.server.access"]
    assert {(line["route"], line["status"]) for line in requests} >= {
        ("/sparql", 200),
        ("none", 404),
    }
    assert all(line["ms"] >= 0 and line["bytes"] > 0 for line in requests)
    assert SHORT not in served.log.read_text()  # what somebody asks is nobody else's business


def test_an_address_in_use_is_said_so(toy: KnowledgeGraph) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "-m", "comity.cli.main", "serve", f"--port={port}",
             f"--snapshot={toy.snapshot.folder}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert ended.returncode == 3
    assert ended.stderr == (
        f"comity: cannot listen at 127.0.0.1:{port}: Address already in use; "
        "choose another with --port\n"
    )


def test_a_missing_snapshot_is_said_so(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "comity.cli.main", "serve", f"--snapshot={tmp_path}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 3
    assert "no snapshot here; run `comity build` first" in ended.stderr


@pytest.mark.parametrize("words", [["--port=70000"], ["--time-limit=0"], ["--workers=0"]])
def test_options_out_of_range_are_usage_errors(words: list[str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "comity.cli.main", "serve", *words],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 2


def test_the_zygote_holds_the_snapshot_that_the_server_names(
    toy: KnowledgeGraph, serve: Callable[..., Served]
) -> None:
    served = serve(snapshot=toy.snapshot.folder)
    manifest = open_snapshot(toy.snapshot.folder).manifest
    text = httpx.get(f"{served.url}/metrics").text
    assert f'release="{manifest.sha256[:16]}"' in text
