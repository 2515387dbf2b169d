"""Writing files and folders so that a failure leaves what was there before.

In: bytes and a path. Out: the file or the folder, whole or untouched. What does not belong here:
what the bytes mean.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from comity.errors import WriteFailed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file by way of a temporary one beside it, which is then renamed.

    A link is followed. What is no file, such as `/dev/null`, `/dev/stdout` or a pipe, is written
    to and never replaced: a rename would put a file in the place of the device.

    Raises:
        WriteFailed: The folder cannot be made, the disk is full, or the like; a file that was
            there before is unchanged and the temporary one is removed.
    """
    temporary: str | None = None
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
            return
        if path.is_symlink():
            path = path.resolve()
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


def write_folder(path: Path, files: Mapping[str, bytes], *, mark: str) -> None:
    """Write a folder of files by way of a temporary one beside it, which is then renamed.

    A folder that was there before is replaced as a whole, files of it that are not written again
    included. To replace nothing that is somebody else's, it must be empty or hold the mark.

    Args:
        path: The folder.
        files: Content by name of file; without folders inside.
        mark: Name of the file that every folder of this sort holds.

    Raises:
        WriteFailed: It could not be written, or what stands there is not of this sort; what was
            there before is unchanged.
    """
    with whole_folder(path, mark=mark) as fresh:
        for name, content in files.items():
            write_atomically(fresh / name, content)


@contextmanager
def whole_folder(path: Path, *, mark: str) -> Iterator[Path]:
    """Give an empty folder to fill, which takes the place of another one when all went well.

    Args:
        path: The folder that is written. What was there before is replaced as a whole; it must be
            empty or hold the mark.
        mark: Name of the file that every folder of this sort holds.

    Raises:
        WriteFailed: It could not be written, or what stands there is not of this sort; what was
            there before is unchanged.
    """
    temporary: Path | None = None
    try:
        if path.exists() and not path.is_dir():
            raise WriteFailed(path, "a file of that name stands where the folder would")
        if path.is_dir() and any(path.iterdir()) and not (path / mark).is_file():
            raise WriteFailed(path, f"the folder holds other files and no {mark}")
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        fresh = temporary / "new"
        fresh.mkdir()
        yield fresh
        _put_in_place(fresh, path, temporary / "old")
    except OSError as problem:
        raise WriteFailed(path, problem.strerror or str(problem)) from problem
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _put_in_place(fresh: Path, path: Path, aside: Path) -> None:
    """Rename a folder to its place; what stood there is moved aside, and back on a failure."""
    stood = path.exists()
    if stood:
        path.rename(aside)
    try:
        fresh.rename(path)
    except OSError:
        if stood:
            aside.rename(path)
        raise


def _umask() -> int:
    """Return the process's file mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
