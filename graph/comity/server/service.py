"""The service: one snapshot after the other, and what is asked of the one that is served now.

In: a folder of a snapshot and limits. Out: replies. What does not belong here: HTTP.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from comity.errors import ComityError, ServerBusy, ServiceStopped
from comity.server.explorer.study_keeper import StudyKeeper
from comity.server.nursery import Nursery
from comity.server.pool import Pool
from comity.server.scratch import Scratch
from comity.store import open_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from comity.server.limits import Limits
    from comity.server.messages import Reply, Request
    from comity.store import Manifest

_LOG: Final = logging.getLogger("comity.server")
_ITSELF: Final = "the service itself"
_LOOK_EVERY: Final = 2.0  # seconds between looks for a new snapshot


class _Release:
    """A snapshot that is served."""

    def __init__(self, manifest: Manifest, pool: Pool) -> None:
        self.manifest = manifest
        self.pool = pool
        self.preparing: dict[tuple[object, ...], asyncio.Task[Reply]] = {}


class Service:
    """Answers requests from the newest snapshot of a folder."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder = folder
        self.limits = limits
        self.studies = StudyKeeper(folder)
        self._release: _Release | None = None
        self._scratch: Scratch | None = None  # a service that never starts leaves none behind
        self._one_at_a_time = asyncio.Semaphore(1)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def manifest(self) -> Manifest:
        """What the snapshot holds that is served now.

        Raises:
            ServiceStopped: None is, yet or any more.
        """
        return self._serving().manifest

    @property
    def is_ready(self) -> bool:
        """Whether requests are answered."""
        return self._release is not None and self._release.pool.is_alive

    @property
    def counts(self) -> dict[str, int]:
        """How many workers are idle, how many queries run or are long, how many requests wait."""
        return self._release.pool.counts if self._release else {}

    async def start(self) -> None:
        """Open the snapshot and watch its folder for a newer one.

        Raises:
            SnapshotMissing: There is no snapshot in the folder.
            SnapshotDamaged: The snapshot does not match its manifest.
            WorkerDied: The process that holds the store has ended.
        """
        self._release = await self._open()
        self._later(self._watch())

    async def ask(self, request: Request, client: str) -> Reply:
        """Return the reply to a request; a store of its moment is made first if there is none.

        Args:
            request: What is asked.
            client: Who asks.

        Raises:
            ServiceStopped: No snapshot is served.
            ServerBusy: Too many requests wait.
            TooMuchTime, TooMuchMemory, WorkerDied: A limit was met.
        """
        release = self._serving()
        reply = await release.pool.run(request, client)
        if reply.unprepared:
            await self._prepare(release, request)
            reply = await release.pool.run(replace(request, is_prepared=True), client)
        return reply

    async def reload(self) -> bool:
        """Serve the folder's snapshot if it is another one; requests under way are not disturbed.

        A snapshot that cannot be opened is reported in the log, and the one before it stays.
        """
        before = self._release
        try:
            manifest = open_snapshot(self.folder).manifest
            if before and before.pool.is_alive and manifest == before.manifest:
                return False
            self._release = await self._open()
        except ComityError as problem:
            _LOG.error("no new snapshot is served: %s", problem)
            return False
        if before:
            self._later(before.pool.close())
        return True

    async def stop(self) -> None:
        """Let requests under way end, and all processes with them."""
        for task in self._tasks:
            task.cancel()
        await self.studies.close()
        release, self._release = self._release, None
        if release:
            await release.pool.close()
        if self._scratch:
            self._scratch.close()

    def _serving(self) -> _Release:
        if self._release is None:
            raise ServiceStopped
        return self._release

    async def _open(self) -> _Release:
        self._scratch = self._scratch or Scratch()
        nursery = await Nursery.open(self.folder, self.limits, self._scratch.folder)
        manifest = open_snapshot(self.folder).manifest
        if manifest.sha256 != nursery.release:  # it was built anew meanwhile
            nursery.close()
            return await self._open()
        pool = Pool(nursery, self.limits)
        await pool.start()
        _LOG.info("serving the snapshot of %s (%s)", manifest.date, manifest.sha256[:16])
        return _Release(manifest, pool)

    async def _prepare(self, release: _Release, request: Request) -> None:
        """Make the store of a moment; requests for the same moment wait for the same work.

        Raises:
            ServerBusy: The stores of too many other moments are being made or wait for that.
        """
        key = (request.as_of, request.known_by, request.certain)
        if key not in release.preparing:
            if len(release.preparing) >= self.limits.moments:
                raise ServerBusy(f"{len(release.preparing)} other days are being made ready")
            preparation = replace(request, operation="prepare", arguments={})
            task = asyncio.create_task(self._prepare_alone(release, preparation))
            task.add_done_callback(lambda _: release.preparing.pop(key, None))
            release.preparing[key] = task
        await asyncio.shield(release.preparing[key])

    async def _prepare_alone(self, release: _Release, request: Request) -> Reply:
        async with self._one_at_a_time:
            return await release.pool.run(request, _ITSELF)

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            await self.reload()
            self._remove_abandoned()

    def _remove_abandoned(self) -> None:
        """Remove answers whose worker was killed before it could tell of them."""
        oldest = time.time() - 2 * max(self.limits.time, self.limits.prepare)
        for path in self._scratch.folder.iterdir() if self._scratch else ():
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _later(self, work: object) -> None:
        task: asyncio.Task[None] = asyncio.ensure_future(work)  # type: ignore[call-overload]
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
