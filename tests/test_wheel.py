"""The wheel, built from the source distribution and installed without the developers' tools."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from comity import resources
from comity.store import open_snapshot

pytestmark = pytest.mark.xdist_group("wheel")  # it is built once, not by each worker
ROOT = resources.PACKAGE.parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(cwd),
            "COMITY_CACHE": str(cwd / "cache"),
            "PIP_NO_COMPILE": "1",  # little of what is installed is imported
        },
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a virtual environment that has the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT, cwd=folder)
    wheel = next((folder / "dist").glob("*.whl"))
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    pip = (sys.executable, "-m", "pip", "--python", folder / "venv")
    run(*pip, "install", "--quiet", wheel, cwd=folder)
    return folder


def test_the_wheel_carries_the_snapshot_of_these_tables(installed: Path) -> None:
    about = json.loads(run(installed / "venv/bin/comity", "info", "--json", cwd=installed))
    manifest = open_snapshot(resources.snapshot_folder()).manifest
    assert about["sha256"] == manifest.sha256


def test_the_wheel_answers_draws_and_has_what_it_is_built_from(installed: Path) -> None:
    comity = installed / "venv/bin/comity"
    query = [comity, "query", "--name", "artemis-signatories", "--as-of", "2020-10-13"]
    assert len(run(*query, "--format", "csv", cwd=installed).splitlines()) == 1 + 8
    run(comity, "view", "accord/artemis-accords", "-o", "a.html", cwd=installed)
    assert (installed / "a.html").stat().st_size > 100_000
    run(comity, "atlas", "-o", "atlas.html", cwd=installed)
    assert 300_000 < (installed / "atlas.html").stat().st_size < 1_500_000
    check = """
from comity import pipeline, resources as ours
folders = ours.tables_folder(), ours.ontology_folder(), ours.snapshot_folder()
print(pipeline.is_up_to_date(*folders))"""
    assert run(installed / "venv/bin/python", "-c", check, cwd=installed) == "True\n"
    run(comity, "tables", "check", cwd=installed)
