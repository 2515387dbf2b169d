"""Writing files so that a failure leaves what was there before.

In: bytes and a path. Out: the file, whole or untouched. What does not belong here: what the bytes
mean.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from comity.errors import WriteFailed


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file by way of a temporary one beside it, which is then renamed.

    Raises:
        WriteFailed: The folder cannot be made, the disk is full, or the like; a file that was
            there before is unchanged and the temporary one is removed.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as problem:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise WriteFailed(path, problem.strerror or str(problem)) from problem


def _umask() -> int:
    """Return the process's file mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
