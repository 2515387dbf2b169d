"""The end of a process with that of its parent.

In: the number of a parent. Out: nothing; the system does the rest. What does not belong here: what
the process does.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import Final

_PR_SET_PDEATHSIG: Final = 1  # of prctl(2)


def end_with(parent: int) -> None:
    """Let the system end this process when its parent has ended, however that came."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before
        os._exit(0)
