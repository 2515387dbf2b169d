"""The zygote: a process that holds the store in memory and forks workers that share it.

In: a socket to the server, over which come the sockets of workers to be. Out: worker processes,
each with the store already open; and a line for each that has ended, with how. Forking takes
milliseconds, so a worker that was killed is replaced at once. What does not belong here: requests.

The zygote itself never runs a query, so nothing that a client sends can end it. It leaves when the
server closes the socket.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import select
import signal
import socket
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from comity.knowledge import load
from comity.server.held import make_ready
from comity.server.limits import Limits
from comity.server.worker import work

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

_PR_SET_PDEATHSIG: Final = 1  # of prctl(2)
_CRASHED: Final = 70  # exit code of a worker that an error of ours has ended


def main() -> None:
    """Serve the control socket whose number is the first argument."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = json.loads(sys.argv[2])
    for ignored in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(ignored, signal.SIG_IGN)  # the server says when to leave
    # A thread's pieces of memory lie apart, so the heap that workers go on with is not scattered by
    # the millions of pieces of the store: they find room at once and answer a third faster.
    with ThreadPoolExecutor(1) as apart:
        graph = apart.submit(_open, settings["snapshot"]).result()
    gc.freeze()  # what is there stays, and no worker looks through it or copies it for that
    _tend(control, graph, Limits(**settings["limits"]))


def _open(snapshot: str) -> KnowledgeGraph:
    graph = load(snapshot, in_memory=True)
    make_ready(graph)
    return graph


def _tend(control: socket.socket, graph: KnowledgeGraph, limits: Limits) -> None:
    """Fork a worker for each socket that comes, and tell of each that has ended."""
    wakened, wakener = socket.socketpair()
    for end in (wakened, wakener):
        end.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wakener.fileno(), warn_on_full_buffer=False)
    _tell(control, ready=graph.manifest.sha256)
    while True:
        readable, _, _ = select.select([control, wakened], [], [])
        if wakened in readable:
            with contextlib.suppress(BlockingIOError):
                wakened.recv(4096)
            _tell_of_ended(control)
        if control in readable:
            message, sockets, _, _ = socket.recv_fds(control, 1, 1)
            if not message:
                return
            for number in sockets:
                _fork(number, [control, wakened, wakener], graph, limits)


def _fork(number: int, others: list[socket.socket], graph: KnowledgeGraph, limits: Limits) -> None:
    connection = socket.socket(fileno=number)
    zygote = os.getpid()
    if os.fork():
        connection.close()
        return
    code = _CRASHED
    try:
        signal.set_wakeup_fd(-1)
        _end_with(zygote)
        for sent in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(sent, signal.SIG_DFL)
        for other in others:
            other.close()
        connection.sendall(os.getpid().to_bytes(8))
        work(connection, graph, limits)
        code = 0
    except (BrokenPipeError, ConnectionResetError):
        code = 0  # the server has gone
    except Exception:  # noqa: BLE001  (the outermost layer of a worker)
        traceback.print_exc()
    finally:
        os._exit(code)  # nothing of the zygote's may run in a worker


def _end_with(parent: int) -> None:
    """Let the system end this process when its parent has ended, however that came."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before
        os._exit(0)


def _tell_of_ended(control: socket.socket) -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            _tell(control, ended=pid, code=os.waitstatus_to_exitcode(status))


def _tell(control: socket.socket, **words: int | str) -> None:
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        control.sendall(json.dumps(words).encode() + b"\n")


if __name__ == "__main__":
    main()
