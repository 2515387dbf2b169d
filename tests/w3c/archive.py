"""The W3C's SPARQL test data, fetched when tests run.

In: nothing. Out: a folder with the suites of SPARQL 1.0 (`dawg-data-r2`) and 1.1 (`sparql11`). They
come inside the source archive of rdflib, whose hash is pinned. What does not belong here: what the
files mean (`manifests`).
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.caching import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

OPTION: Final = "--without-w3c"
VERSION: Final = "7.6.0"
SHA256: Final = "6c831288d5e4a5a7ece85d0ccde9877d512a3d0f02d7c06455d00d6d0ea379df"
SUITES: Final = ("sparql11", "dawg-data-r2")
_INSIDE: Final = f"rdflib-{VERSION}/test/data/suites/w3c/"


def need_suites(config: pytest.Config) -> Path:
    """Return the folder of the suites; skip when they are left out, fail when not to be had."""
    if config.getoption(OPTION, default=False):
        pytest.skip(f"{OPTION}: the tests of the W3C are left out")
    try:
        return kept(f"w3c-sparql-{SHA256[:16]}", _fetch)
    except (OSError, subprocess.SubprocessError, tarfile.TarError) as problem:
        pytest.fail(
            f"the W3C's test data is missing: pip could not fetch the source of rdflib {VERSION} "
            f"({_last_line(problem)}); leave these tests out with `pytest {OPTION}`",
            pytrace=False,
        )


def _fetch(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        wanted = Path(name, "wanted.txt")
        wanted.write_text(f"rdflib=={VERSION} --hash=sha256:{SHA256}\n", encoding="utf-8")
        words = ["--no-deps", "--no-binary", "rdflib", "--require-hashes", "--dest", name]
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", *words, "-r", str(wanted)],
            check=True,
            capture_output=True,
            text=True,
            timeout=300,
        )
        with tarfile.open(Path(name, f"rdflib-{VERSION}.tar.gz")) as archive:
            archive.extractall(folder, _wanted(archive), filter="data")


def _wanted(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    for member in archive:
        path = member.name.removeprefix(_INSIDE)
        if member.isfile() and path != member.name and path.startswith(SUITES):
            yield member.replace(name=path)


def _last_line(problem: BaseException) -> str:
    said = getattr(problem, "stderr", None) or str(problem)
    return (str(said).strip().splitlines() or ["no reason given"])[-1]
