"""A real server for tests: `comity serve` in a process of its own, on a port that is free.

In: options of the command. Out: its address, when it answers. What does not belong here: what it
should answer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 120  # seconds for a start on a busy machine


@dataclass(frozen=True, slots=True)
class Served:
    """A running server.

    Attributes:
        url: Its address, without a slash at the end.
        process: Its process.
        log: File with its log lines.
    """

    url: str
    process: subprocess.Popen[bytes]
    log: Path


@contextmanager
def serving(folder: Path, *, cache: Path | None = None, **options: object) -> Iterator[Served]:
    """Start a server, give it when it answers, and end it.

    Args:
        folder: An empty folder, for its port and its log.
        cache: Where it keeps stores; a folder of its own unless given, for it keeps fewer than the
            tests do, and would take away theirs.
        options: Options of `comity serve`: `time_limit=2` is `--time-limit 2`; what may be given
            again has a list.
    """
    port, log = folder / "port", folder / "log"
    words = [
        f"--{name.replace('_', '-')}={each}"
        for name, value in options.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    command = [sys.executable, "-m", "comity.cli.main", "serve", "--port=0"]
    environment = {**os.environ, "COMITY_CACHE": str(cache or folder / "cache")}
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*command, f"--port-file={port}", *words], stderr=stream, env=environment
        )
    try:
        until = time.monotonic() + PATIENCE
        while not port.exists():
            if process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"the server did not start: {log.read_text()}")
            time.sleep(0.05)
        yield Served(f"http://127.0.0.1:{port.read_text().strip()}", process, log)
    finally:
        process.terminate()
        process.wait(PATIENCE)
