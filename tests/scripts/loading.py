"""A script as a module, for tests of its functions.

In: its name. Out: the module. What does not belong here: running it as a program.
"""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

from comity import resources

ROOT = resources.PACKAGE.parent.parent


def script(name: str) -> Any:
    """Return the module of `scripts/NAME.py`."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"scripts/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where its dataclasses look for their types
    spec.loader.exec_module(module)
    return module
