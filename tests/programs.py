"""Programs of Debian packages that tests need.

In: the name of a program and of its package. Out: its path; it is installed when that is possible.
What does not belong here: Chromium, which has an option of its own (`browser`).
"""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest


def need_program(name: str, package: str) -> str:
    """Return the path of a program; fail when it is missing and cannot be installed."""
    path = shutil.which(name)
    apt = shutil.which("apt-get")
    if path is None and apt is not None and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "--yes", "--no-install-recommends", package]):
            subprocess.run(
                [apt, *words], check=False, capture_output=True, env=environment, timeout=600
            )
        path = shutil.which(name)
    if path is None:
        pytest.fail(f"{name} is missing: install the package {package}", pytrace=False)
    return path
