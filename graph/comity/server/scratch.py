"""A folder for large answers on their way out, as long as the server runs.

In: nothing. Out: a folder. It is removed when the server stops; when the server was killed, by the
next one that starts: a lock, which ends with its process, tells whose folder is still wanted. What
does not belong here: what is written.
"""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

_PREFIX: Final = "comity-answers-"
_LOCK: Final = ".lock"


class Scratch:
    """A folder that ends with this process."""

    def __init__(self) -> None:
        _remove_abandoned()
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._path = self.folder.with_suffix(_LOCK)
        self._lock = _locked(self._path)

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._path.unlink(missing_ok=True)
        self._lock.close()


def _locked(path: Path) -> TextIO:
    """Return a locked file; under its name it is never seen unlocked."""
    new = path.with_suffix(".new")
    stream = new.open("w")
    fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    new.rename(path)
    return stream


def _remove_abandoned() -> None:
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*{_LOCK}"):
        with suppress(OSError), path.open("r+") as stream:  # another's, or just removed
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path.with_suffix(""), ignore_errors=True)
            path.unlink()
