"""Findings on disk: what takes minutes to work out, kept by the hash of all that it follows from.

In: a key, and functions that work a finding out, write it as text and read it again. Out: the
finding. A file is renamed into place whole, so two processes never see half of one; one that cannot
be read is made anew. Where no folder can be written, findings are worked out every time. What does
not belong here: what is found.
"""

from __future__ import annotations

import hashlib
import json
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar

from comity.errors import WriteFailed
from comity.files import write_atomically
from comity.store.cache import FINDINGS, cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_LOG: Final = logging.getLogger("comity")
_KEPT: Final = 200
Found = TypeVar("Found")


def kept(
    key: Mapping[str, object],
    make: Callable[[], Found],
    *,
    write: Callable[[Found], str],
    read: Callable[[str], Found],
) -> Found:
    """Return a finding, read from disk if it was worked out before.

    Args:
        key: Everything that the finding follows from, the data and the code by their hashes.
        make: Works it out.
        write: Returns it as text.
        read: Returns it from such a text; raises ValueError, KeyError or TypeError for others.
    """
    text = json.dumps(key, sort_keys=True, default=str)
    path = cache_folder() / FINDINGS / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = read(path.read_text("utf-8"))
        path.touch()
        return found
    found = make()
    try:
        write_atomically(path, write(found).encode("utf-8"))
        _forget_oldest(path.parent)
    except WriteFailed as problem:
        _LOG.warning("no finding can be kept: %s; set COMITY_CACHE", problem.reason)
    return found


def _forget_oldest(folder: Path) -> None:
    with suppress(OSError):  # another process may have forgotten one first
        files = sorted(folder.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
        for each in files[_KEPT:]:
            each.unlink(missing_ok=True)
