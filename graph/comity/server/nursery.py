"""The server's end of the zygote: where workers come from.

In: a snapshot's folder and limits. Out: workers, and how those that have ended did so. What does
not belong here: who may use a worker (`pool`).
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections import OrderedDict
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from comity.errors import WorkerDied
from comity.server.workers import Worker

if TYPE_CHECKING:
    from pathlib import Path

    from comity.server.limits import Limits

_REMEMBERED: Final = 200  # workers that have ended


class Nursery:
    """A zygote process and the socket to it; see `Nursery.open`.

    Attributes:
        release: Hash of the snapshot that the zygote holds.
    """

    def __init__(self, process: subprocess.Popen[bytes], control: socket.socket) -> None:
        self._process = process
        self._control = control
        self._ready = asyncio.Event()
        self.release = ""
        self._codes: OrderedDict[int, int] = OrderedDict()
        self._news = asyncio.Condition()
        self._writer: asyncio.StreamWriter | None = None  # forgotten, it would close the socket
        self._listening: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, snapshot: Path, limits: Limits, answers: Path) -> Nursery:
        """Start a zygote and return it when it has the store in memory.

        Args:
            snapshot: Folder of the snapshot.
            limits: What a request may cost.
            answers: Folder for answers that are too large for a socket.

        Raises:
            WorkerDied: It ended before that; its words are on stderr.
        """
        ours, theirs = socket.socketpair()
        settings = json.dumps({"snapshot": str(snapshot), "limits": asdict(limits)})
        with theirs:
            process = subprocess.Popen(  # noqa: S603  (ours; it starts in milliseconds)
                [sys.executable, "-m", "comity.server.zygote", str(theirs.fileno()), settings],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env={**os.environ, "TMPDIR": str(answers)},
            )
        nursery = cls(process, ours)
        ours.setblocking(False)
        reader, nursery._writer = await asyncio.open_connection(sock=ours.dup())
        nursery._listening = asyncio.create_task(nursery._listen(reader))
        ready = asyncio.create_task(nursery._ready.wait())
        await asyncio.wait({ready, nursery._listening}, return_when=asyncio.FIRST_COMPLETED)
        if not nursery._ready.is_set():
            ready.cancel()
            raise WorkerDied(await asyncio.to_thread(process.wait))
        return nursery

    @property
    def is_alive(self) -> bool:
        """Whether workers can still come from it."""
        return self._listening is not None and not self._listening.done()

    @property
    def pid(self) -> int:
        """The number of the zygote's process."""
        return self._process.pid

    async def fork(self) -> Worker:
        """Return a new worker.

        Raises:
            WorkerDied: The zygote has ended.
        """
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        try:
            with theirs:
                socket.send_fds(self._control, [b"w"], [theirs.fileno()])
        except ConnectionError as problem:
            ours.close()
            raise WorkerDied(None) from problem
        _, worker = await asyncio.get_running_loop().create_connection(Worker, sock=ours)
        try:
            await worker.born
        except ConnectionError as problem:
            worker.close()
            raise WorkerDied(None) from problem
        return worker

    async def code_of(self, pid: int, *, patience: float = 1.0) -> int | None:
        """Return the exit code of a worker that has ended, or None if it is not known in time."""
        try:
            async with asyncio.timeout(patience), self._news:
                await self._news.wait_for(lambda: pid in self._codes)
        except TimeoutError:
            return None
        return self._codes[pid]

    def close(self) -> None:
        """Let the zygote leave."""
        self._control.close()
        if self._writer:
            self._writer.close()
        if self._listening:
            self._listening.cancel()
        self._process.send_signal(signal.SIGKILL)  # it holds nothing; its workers go on
        self._process.wait()

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            news = json.loads(line)
            if "ready" in news:
                self.release = news["ready"]
                self._ready.set()
            else:
                async with self._news:
                    self._codes[news["ended"]] = news["code"]
                    while len(self._codes) > _REMEMBERED:
                        self._codes.popitem(last=False)
                    self._news.notify_all()
