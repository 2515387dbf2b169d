#!/usr/bin/env python
"""Time the server against the `oxigraph` server, over the same store folder, in the same run.

In: nothing; a built snapshot. Out: a table on stdout: answers a second, median and p99 of a lookup
and of an aggregate, for both servers, and the ratios. The two take turns, so that other work on the
machine meets both. Every query differs from all before it, so no cache of answers helps.

The load comes from wrk where it is installed, else from a client of our own in its own process.
"""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.request import urlopen

import comity
from comity.rdf.terms import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOKUP: Final = "SELECT ?p{N} ?o WHERE { <{ID}> ?p{N} ?o }"
AGGREGATE: Final = (
    "SELECT ?kind{N} (COUNT(?thing) AS ?things) "
    f"WHERE {{ ?thing a ?kind{{N}} ; <{LABEL.value}> ?name }} GROUP BY ?kind{{N}}"
)
LUA: Final = Path(__file__).with_name("serving.lua")
TARGETS: Final = {"lookup": (LOOKUP, 0.3), "aggregate": (AGGREGATE, 0.8)}
TAIL: Final = 10  # p99 of a lookup stays below this many medians


@dataclass(frozen=True, slots=True)
class Load:
    """What one round of load measured: answers a second, and milliseconds."""

    rate: float
    median: float
    p99: float
    failed: int


@contextmanager
def started(words: list[str], address: str) -> Iterator[str]:
    """Give the address of a server when it answers, and end it afterwards."""
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            for _ in range(600):
                with suppress(OSError), urlopen(f"{address}?query=ASK%7B%7D", timeout=5):  # noqa: S310
                    break
                time.sleep(0.1)
            else:
                raise SystemExit(f"{words[0]} does not answer at {address}")
            yield address
        finally:
            process.terminate()


def free_port() -> int:
    """Return a port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def store_of(kg: comity.KnowledgeGraph) -> Path:
    """Return the folder of the store that both servers read."""
    from comity.store.cache import cache_folder  # noqa: PLC0415

    kg.ask("artemis-signatories")
    digest = kg.snapshot.manifest.sha256[:16]
    return next(folder for folder in cache_folder().glob(f"{digest}-*/all") if folder.is_dir())


def load(
    address: str, template: str, ids: Path, *, connections: int, seconds: int, seed: int
) -> Load:
    """Return what a server does under load."""
    if shutil.which("wrk"):
        words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s"]
        words += ["-s", str(LUA), address, "--", str(ids), template, str(seed)]
    else:
        own = Path(__file__).with_name("load.py")
        words = [sys.executable, str(own), address, str(ids), template, str(seed)]
        words += [str(connections), str(seconds)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    return Load(**json.loads(done.stdout.splitlines()[-1]))


def median_of(rounds: list[Load]) -> Load:
    """Return the medians of several rounds, and all failures."""
    rate, median, p99 = (
        statistics.median(getattr(each, name) for each in rounds)
        for name in ("rate", "median", "p99")
    )
    return Load(rate, median, p99, sum(each.failed for each in rounds))


def compare(ours: str, theirs: str, ids: Path, options: argparse.Namespace) -> bool:
    """Print what both servers do under both kinds of load; return whether all targets are met."""
    addresses = {"comity": ours, "oxigraph": theirs}
    print(f"{'':<11}{'server':<10}{'answers/s':>10}{'median ms':>11}{'p99 ms':>9}{'failed':>8}")
    met = True
    seed = 0
    for kind, (template, target) in TARGETS.items():
        rounds: dict[str, list[Load]] = {name: [] for name in addresses}
        for _ in range(options.rounds):
            for name, address in addresses.items():
                seed += 1_000_000
                rounds[name].append(
                    load(
                        address,
                        template,
                        ids,
                        connections=options.connections,
                        seconds=options.seconds,
                        seed=seed,
                    )
                )
        result = {name: median_of(loads) for name, loads in rounds.items()}
        for name, each in result.items():
            print(
                f"{kind:<11}{name:<10}{each.rate:>10,.0f}{each.median:>11.2f}{each.p99:>9.2f}"
                f"{each.failed:>8}"
            )
        ratio = result["comity"].rate / result["oxigraph"].rate
        tail, their_tail = (result[name].p99 / result[name].median for name in addresses)
        good = ratio >= target and (kind != "lookup" or tail < TAIL) and not result["comity"].failed
        met = met and good
        print(
            f"{kind:<11}ratio {ratio:.2f} (target {target}), p99 {tail:.1f} medians, "
            f"oxigraph's {their_tail:.1f}"
            f"{f' (target {TAIL})' if kind == 'lookup' else ''}: {'met' if good else 'NOT MET'}\n"
        )
    return met


def main() -> None:
    """Start both servers, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--seconds", type=int, default=5, help="of each round")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    kg = comity.load()
    store = store_of(kg)
    port, other = free_port(), free_port()
    command = [sys.executable, "-m", "comity.cli.main", "serve", "--port", str(port)]
    rival = ["oxigraph", "serve-read-only", "--union-default-graph", "--location", str(store)]
    rival += ["--bind", f"127.0.0.1:{other}"]
    with ExitStack() as stack:
        ids = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "ids"
        found = kg.query("SELECT ?s WHERE { ?s a comity:Entity }")["s"]
        ids.write_text("".join(f"{iri}\n" for iri in sorted(found)), encoding="utf-8")
        ours = stack.enter_context(started(command, f"http://127.0.0.1:{port}/sparql"))
        theirs = stack.enter_context(started(rival, f"http://127.0.0.1:{other}/query"))
        generator = "wrk" if shutil.which("wrk") else "load.py"
        print(f"{len(found):,} ids, {options.connections} connections, load from {generator}\n")
        if not compare(ours, theirs, ids, options):
            raise SystemExit(1)


if __name__ == "__main__":
    main()
