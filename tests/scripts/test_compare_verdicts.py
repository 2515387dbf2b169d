from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tests.scripts.loading import script

if TYPE_CHECKING:
    import pytest


def test_a_reader_that_leaves_early_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    comparing = script("compare_verdicts")
    monkeypatch.setattr(comparing, "compare", lambda _: [])
    monkeypatch.setattr(comparing, "share", lambda _: 1.0)
    monkeypatch.setattr(sys, "argv", ["compare_verdicts.py"])
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert comparing.main() == 0
