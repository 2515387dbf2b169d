from __future__ import annotations

import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from comity.server.scratch import Scratch

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from comity.server.scratch import Scratch
scratch = Scratch()
(scratch.folder / "answer").write_text("large")
print(scratch.folder, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_nothing_is_left_of_a_folder_that_was_closed(temporary: Path) -> None:
    scratch = Scratch()
    (scratch.folder / "answer").write_text("large")
    scratch.close()
    assert list(temporary.iterdir()) == []


def test_a_folder_goes_when_its_process_was_killed_and_not_before(temporary: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(temporary)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        folder = temporary / other.stdout.readline().strip()
        Scratch().close()
        assert (folder / "answer").exists()
        other.kill()
        other.wait()
    Scratch().close()
    assert list(temporary.iterdir()) == []
