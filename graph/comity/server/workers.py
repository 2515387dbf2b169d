"""The server's end of a worker process.

In: a request. Out: a reply. What does not belong here: how many there are (`pool`).
"""

from __future__ import annotations

import contextlib
import os
import signal
from typing import TYPE_CHECKING, Final

from comity.server.messages import LENGTHS, Reply

if TYPE_CHECKING:
    import asyncio

    from comity.server.messages import Request

_LESS_OF_THE_PROCESSOR: Final = 10  # as in nice(1)


class Worker:
    """A worker process, reached by a socket."""

    def __init__(
        self, pid: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.pid = pid
        self._reader = reader
        self._writer = writer

    async def ask(self, request: Request) -> Reply:
        """Return the worker's reply.

        Raises:
            asyncio.IncompleteReadError, ConnectionError: The worker has died.
        """
        self._writer.write(request.to_frame())
        await self._writer.drain()
        lengths = await self._reader.readexactly(LENGTHS.size)
        head, body = LENGTHS.unpack(lengths)
        parts = await self._reader.readexactly(head + body)
        return Reply.from_parts(parts[:head], parts[head:])

    def step_back(self) -> None:
        """Leave the processor to others, as far as they want it."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _LESS_OF_THE_PROCESSOR)

    def close(self) -> None:
        """Let the process end: it leaves when its socket closes."""
        self._writer.close()

    def kill(self) -> None:
        """End the process at once."""
        self._writer.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
