"""The server's end of a worker process.

In: a request. Out: a reply. What does not belong here: how many there are (`pool`).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from typing import TYPE_CHECKING, Final, cast

from comity.server.messages import LENGTHS, Reply

if TYPE_CHECKING:
    from comity.server.messages import Request

PID: Final = 8  # bytes, in which a worker first says its number
_LESS_OF_THE_PROCESSOR: Final = 10  # as in nice(1)


class Worker(asyncio.Protocol):
    """A worker process, reached by a socket; it answers one request at a time.

    Attributes:
        pid: Number of the process, when `born` is done.
        born: Done when the process has said who it is.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()
        self._wanted: asyncio.Future[Reply] | None = None
        self.pid = 0
        self.born: asyncio.Future[None] = self._loop.create_future()

    def ask(self, request: Request) -> asyncio.Future[Reply]:
        """Return what will be the worker's reply.

        It fails with a ConnectionError when the worker dies.
        """
        self._wanted = self._loop.create_future()
        if self._transport is None or self._transport.is_closing():
            self._wanted.set_exception(ConnectionResetError("the worker has ended"))
        else:
            self._transport.write(request.to_frame())
        return self._wanted

    def step_back(self) -> None:
        """Leave the processor to others, as far as they want it."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _LESS_OF_THE_PROCESSOR)

    def close(self) -> None:
        """Let the process end: it leaves when its socket closes."""
        if self._transport:
            self._transport.close()

    def kill(self) -> None:
        """End the process at once."""
        self.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to the process."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Take what the process says; a reply is given on when it is whole."""
        self._received += data
        if not self.pid:
            if len(self._received) >= PID:
                self.pid = int.from_bytes(self._received[:PID])
                del self._received[:PID]
                if not self.born.done():
                    self.born.set_result(None)
            return
        if len(self._received) < LENGTHS.size:
            return
        head, body = LENGTHS.unpack_from(self._received)
        middle = LENGTHS.size + head
        if len(self._received) < middle + body:
            return
        whole, self._received = self._received, bytearray()
        reply = Reply.from_parts(bytes(whole[LENGTHS.size : middle]), bytes(whole[middle:]))
        if self._wanted and not self._wanted.done():  # else nobody waits any more
            self._wanted.set_result(reply)

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits that nothing comes any more."""
        for awaited in (self.born, self._wanted):
            if awaited and not awaited.done():
                awaited.set_exception(exc or ConnectionResetError("the worker has ended"))
