"""Programs of Debian packages that tests need.

In: names of programs and of their packages. Out: the path of one; it is installed when that is
possible: as root, where there is apt-get. What does not belong here: what a program is used for.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def need_program(
    find: Callable[[], str | None],
    packages: Sequence[str],
    *,
    missing: str,
    may_install: bool = True,
) -> str:
    """Return the path of a program; fail in one line when it is missing and cannot be installed.

    Args:
        find: Returns its path, or None.
        packages: What is installed.
        missing: What the failure says.
        may_install: Whether it may be installed.
    """
    with _one_at_a_time():
        path = find()
        if path is None and may_install:
            _install(packages)
            path = find()
    if path is None:
        pytest.fail(missing, pytrace=False)
    return path


def _install(packages: Sequence[str]) -> None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(
            [apt, *words], check=False, capture_output=True, env=environment, timeout=600
        )


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Keep other test processes from installing at the same time."""
    with (Path(tempfile.gettempdir()) / "comity-installing.lock").open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield
