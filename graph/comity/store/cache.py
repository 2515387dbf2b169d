"""Oxigraph stores on disk, cached by the hash of what they hold.

In: a key, a name and a function that fills a store. Out: a read-only store; opened at once when it
was filled before. A store is filled in a folder of its own, which is then renamed, so two processes
never see half of one. Where no folder can be written, the store is kept in memory. What does not
belong here: what is filled in.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Store

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG: Final = logging.getLogger("comity")
_KEPT_KEYS: Final = 2
_KEPT_STORES: Final = 8
_ABANDONED: Final = 3600  # seconds after which a store that is still being filled is taken for dead
_BROKEN: Final = (OSError, RuntimeError)  # the engine raises the second for corrupt files


def cache_folder() -> Path:
    """Return the folder of cached stores: `$COMITY_CACHE`, or the user's cache folder."""
    chosen = os.environ.get("COMITY_CACHE")
    if chosen:
        return Path(chosen)
    import platformdirs  # noqa: PLC0415  (not needed when the folder is chosen)

    return Path(platformdirs.user_cache_dir("comity", appauthor=False))


def open_store(key: str, name: str, fill: Callable[[Store], None]) -> Store:
    """Return a store with what `fill` puts into it.

    Args:
        key: Hash of everything that the content follows from.
        name: Which of several stores with that key is meant.
        fill: Puts the content into an empty store.
    """
    folder = cache_folder() / key / name
    if folder.is_dir():
        with suppress(*_BROKEN):
            store = Store.read_only(str(folder))
            for used in (folder, folder.parent):  # what was asked last is forgotten last
                used.touch()
            return store
        shutil.rmtree(folder, ignore_errors=True)  # a damaged cache is made anew
    _LOG.info("preparing the store %s; this takes some seconds, once", name)
    try:
        _fill_on_disk(folder, fill)
        return Store.read_only(str(folder))
    except _BROKEN as problem:
        _LOG.warning("no store can be kept in %s (%s); set COMITY_CACHE", folder.parent, problem)
        store = Store()
        fill(store)
        return store


def has_store(key: str, name: str) -> bool:
    """Tell whether a store was filled before."""
    return (cache_folder() / key / name).is_dir()


def _fill_on_disk(folder: Path, fill: Callable[[Store], None]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=".filling-", dir=folder.parent))
    try:
        store = Store(str(temporary))
        fill(store)
        store.flush()
        del store
        with suppress(OSError):  # another process may have been first; its store is the same
            temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    _forget_oldest(folder.parent, _KEPT_STORES)
    _forget_oldest(folder.parent.parent, _KEPT_KEYS)


def _forget_oldest(folder: Path, kept: int) -> None:
    entries = []
    for entry in folder.iterdir():
        if not entry.name.startswith("."):
            entries.append(entry)
        elif time.time() - entry.stat().st_mtime > _ABANDONED:
            shutil.rmtree(entry, ignore_errors=True)
    entries.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in entries[kept:]:
        shutil.rmtree(entry, ignore_errors=True)
