"""Stores that the tests start: the Oxigraph server, and Virtuoso.

In: a folder. Out: a running store on a free port, stopped by its process at the end. What does not
belong here: what is asked of it.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.programs import need_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OPTION = "--without-virtuoso"
PACKAGE = "virtuoso-opensource"
PATIENCE = 120.0  # seconds that a server may take to start, on a busy machine
STARTS = 3  # tries
PASSWORD = "dba"  # noqa: S105  (of the user dba in a new Virtuoso, which hears on the loopback alone)

_INI = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = .
NumberOfBuffers = 40000
MaxDirtyBuffers = 30000

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 8

[SPARQL]
ResultSetMaxRows = 10000
MaxQueryExecutionTime = 300
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running store.

    Attributes:
        query: Where it is asked.
        environment: What a command needs to write to it.
        pid: Its process.
    """

    query: str
    environment: dict[str, str]
    pid: int


def free_port() -> int:
    """Return a port of the loopback that nobody uses now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


@contextmanager
def oxigraph(folder: Path, *, read_only: bool = False) -> Iterator[Server]:
    """Give a running Oxigraph server, with what is in a folder."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    how = "serve-read-only" if read_only else "serve"

    def begin() -> tuple[list[str], str]:
        port = free_port()
        command = [program, how, "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
        return command, f"http://127.0.0.1:{port}/query"

    with _running(begin, folder.parent) as (pid, address):
        yield Server(address, {}, pid)


@contextmanager
def virtuoso(config: pytest.Config, folder: Path) -> Iterator[Server]:
    """Give a running Virtuoso with a new database in a folder."""
    program = need_virtuoso(config)
    folder.mkdir(parents=True, exist_ok=True)
    ini = folder / "virtuoso.ini"

    def begin() -> tuple[list[str], str]:
        http = free_port()
        ini.write_text(_INI.format(sql=free_port(), http=http), encoding="utf-8")
        (folder / "virtuoso.lck").unlink(missing_ok=True)  # of one that did not start
        command = [program, "+foreground", "+configfile", str(ini)]
        return command, f"http://127.0.0.1:{http}/sparql"

    with _running(begin, folder) as (pid, address):
        who = {"COMITY_STORE_USER": "dba", "COMITY_STORE_PASSWORD": PASSWORD}
        yield Server(address, who, pid)


@contextmanager
def _running(begin: Callable[[], tuple[list[str], str]], folder: Path) -> Iterator[tuple[int, str]]:
    """Give the process and the address of a server that answers.

    Args:
        begin: Returns a command and the address that it will have. It is asked again when the
            server ends at once: somebody else may have taken its port, between look and start.
        folder: Where it runs, and where its log stands.
    """
    with (folder / "server.log").open("wb") as log:
        for _ in range(STARTS):
            command, address = begin()
            process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
            try:
                if _answers(address, process):
                    yield process.pid, address
                    return
                if process.poll() is None:
                    break  # it runs, and still does not answer
            finally:
                process.kill()
                process.wait()
    words = (folder / "server.log").read_text()[-500:]
    pytest.fail(f"{command!r} did not start: {words}", pytrace=False)


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx.get(address, params={"query": "ASK {}"}, timeout=5).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.05)  # between two looks at a port; nothing tells us when it opens
        else:
            return True
    return False


def need_virtuoso(config: pytest.Config) -> str:
    """Return the path of Virtuoso; skip when it is left out, fail when there is none."""
    if config.getoption(OPTION, default=False):
        pytest.skip(f"{OPTION}: tests that ask Virtuoso are left out")
    return need_program(
        lambda: shutil.which("virtuoso-t"),
        [PACKAGE],
        missing=f"Virtuoso is missing: install Debian's {PACKAGE}, "
        f"or leave these tests out with `pytest {OPTION}`",
    )
