"""Studies of networks: made once in a process of their own, and kept while the service runs.

In: the release, the name of a study and the moment. Out: the study, how far it is, or what went
wrong. What does not belong here: HTTP, and what a study holds (`studies`).

One study is made at a time, and few may wait, so that they never take more than one core. The
process also keeps what it worked out on disk, by the hash of the snapshot: after a restart the same
study is there in seconds.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from comity.errors import ServerBusy
from comity.server.limits import MEGABYTE

if TYPE_CHECKING:
    from pathlib import Path

_LOG: Final = logging.getLogger("comity.server")
_TIME: Final = 600  # seconds that a study may take
_MEMORY: Final = 3072 * MEGABYTE
_WAITING: Final = 6  # studies that are made or wait
_KEPT: Final = 64
_LINE: Final = 64 * MEGABYTE  # the longest line that is read


@dataclass(frozen=True, slots=True)
class StudyKey:
    """What a study follows from: the release, its name and the moment."""

    release: str
    study: str
    as_of: str | None
    known_by: str | None


@dataclass(slots=True)
class Making:
    """A study in the making.

    Attributes:
        began: When it was asked for, on the monotonic clock.
        done: How many parts of the work are done.
        of: Of how many; 0 when that is not known yet.
        has_started: Whether its turn has come.
    """

    began: float = field(default_factory=time.monotonic)
    done: int = 0
    of: int = 0
    has_started: bool = False

    @property
    def seconds(self) -> int:
        """How long ago it was asked for."""
        return int(time.monotonic() - self.began)


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a study could not be made: the name of the error's class, its words and its fields."""

    error: str
    message: str
    fields: dict[str, Any]


class StudyKeeper:
    """Makes studies, one after the other, and keeps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: OrderedDict[StudyKey, dict[str, Any] | Failed] = OrderedDict()
        self._making: dict[StudyKey, Making] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Semaphore(1)

    def look(self, key: StudyKey) -> dict[str, Any] | Failed | Making:
        """Return a study, why it failed, or how far it is; the first to ask has it begun.

        A failure is told once; whoever asks again has it tried again.

        Raises:
            ServerBusy: Too many other studies wait.
        """
        if key in self._made:
            found = self._made[key]
            if isinstance(found, Failed):
                del self._made[key]
            else:
                self._made.move_to_end(key)
            return found
        if key not in self._making:
            if len(self._making) >= _WAITING:
                raise ServerBusy(f"{len(self._making)} other studies are being made or wait")
            self._making[key] = Making()
            task = asyncio.create_task(self._make(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return self._making[key]

    async def close(self) -> None:
        """End what is being made."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _make(self, key: StudyKey) -> None:
        try:
            async with self._one_at_a_time:
                making = self._making[key]
                making.has_started = True
                found = await self._ask_process(key, making)
            self._made[key] = found
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
        finally:
            del self._making[key]

    async def _ask_process(self, key: StudyKey, making: Making) -> dict[str, Any] | Failed:
        asked = {
            "study": key.study,
            "as_of": key.as_of,
            "known_by": key.known_by,
            "snapshot": str(self._folder),
            "parent": os.getpid(),
            "time": _TIME,
            "memory": _MEMORY,
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "comity.server.explorer.study_process",
            json.dumps(asked),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            limit=_LINE,
        )
        said: dict[str, Any] = {}
        try:
            async with asyncio.timeout(_TIME):
                while process.stdout and (line := await process.stdout.readline()):
                    said = json.loads(line)
                    making.done, making.of = said.get("done", 0), said.get("of", 0)
                await process.wait()
        except TimeoutError:
            return Failed("TooMuchTime", f"the study was ended after {_TIME} s", {})
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.send_signal(signal.SIGKILL)
                await process.wait()
        if "study" in said and said["release"] == key.release:
            study: dict[str, Any] = said["study"]
            return study
        if "error" in said:
            return Failed(said["error"], said["message"], said["fields"])
        if "study" in said:
            return Failed("ServerBusy", "another snapshot has come; try again", {})
        _LOG.error("a study ended with code %s", process.returncode)
        return Failed("WorkerDied", "the process that made the study ended; try again", {})
