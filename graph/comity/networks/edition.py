"""The edition of this package: the hash of its code and of the engines' versions.

In: nothing. Out: a text that changes when findings may change with the same data; what is kept on
disk is kept by it. What does not belong here: the data.
"""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Final

_ENGINES: Final = ("graspologic-native", "networkx", "numpy", "scipy")


@functools.cache
def edition() -> str:
    """Return the hash of all modules of this package and of the versions of the engines.

    Findings of one edition and one snapshot are the same; those of others may not be.
    """
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for engine in _ENGINES:
        digest.update(f"{engine} {version(engine)}".encode())
    return digest.hexdigest()
