"""What was worked out before, kept by the hash of what it follows from.

In: the key of a snapshot, a name, arguments and a function. Out: what the function returns, as JSON
gives it back; read from disk where the same was asked before. What does not belong here: what is
worked out.

A value follows from the snapshot, the arguments and this code, so its file is named by the hash of
all three; a snapshot or a version that differs finds nothing. Files are written beside their place
and renamed, so processes that work out the same at the same time do not disturb each other. They
lie in the folder of the snapshot's stores, and go with them. A file that is damaged is made anew;
where none can be written, a warning says so and the value is returned all the same.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from comity.errors import WriteFailed
from comity.files import write_atomically
from comity.store.cache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LOG: Final = logging.getLogger("comity")
_KEPT: Final = 200
_CODE: Final = ("networks", "analysis", "pathways")


@dataclass(frozen=True, slots=True)
class Cache:
    """The values that follow from one snapshot.

    Attributes:
        key: Name of the snapshot's folder in the cache, which its content gives.
        moment: From where the snapshot is looked at.
    """

    key: str
    moment: str = "all"

    def value(self, name: str, arguments: Mapping[str, object], make: Callable[[], Any]) -> Any:
        """Return a value, worked out now or before.

        ::

            cache.value("blocs", {"year": 2024, "seeds": 100}, lambda: …)

        Args:
            name: What it is, in letters and dashes.
            arguments: All else that it follows from; their texts (`repr`) tell them apart.
            make: Works it out; what it returns must be what JSON can hold.

        Returns:
            The value as JSON gives it back: tuples have become lists.
        """
        path = self._path(name, arguments)
        try:
            value = json.loads(path.read_bytes())
            path.touch()
        except (OSError, ValueError):
            content = json.dumps(make(), ensure_ascii=False).encode("utf-8")
            self._write(path, content)
            value = json.loads(content)
        return value

    def _path(self, name: str, arguments: Mapping[str, object]) -> Path:
        asked = [self.moment, _code(), *sorted((key, repr(arguments[key])) for key in arguments)]
        digest = hashlib.sha256(json.dumps(asked).encode("utf-8")).hexdigest()
        return cache_folder() / self.key / "networks" / f"{name}-{digest[:20]}.json"

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_atomically(path, content)
            files = sorted(path.parent.glob("*.json"), key=_used, reverse=True)
            for old in files[_KEPT:]:
                old.unlink(missing_ok=True)
        except (WriteFailed, OSError) as problem:
            _LOG.warning("what was worked out is not kept (%s); set COMITY_CACHE", problem)


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # another process has just removed it
        return 0.0


@lru_cache(maxsize=1)
def _code() -> str:
    """Return the hash of the code that values follow from."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for folder in _CODE:
        for path in sorted((package / folder).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
