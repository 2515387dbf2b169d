"""Studies of networks, which take long and are kept on disk.

In: a record seen from a moment, and what a study is of. Out: the study, read from disk if the same
was asked of the same snapshot before. What does not belong here: any study.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from comity.errors import BadNumber
from comity.knowledge.networks import Networks
from comity.pipeline import cache_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd

    from comity.networks.rollup import Level, Reading, Seats

Years = int | tuple[int, int]
EARLIEST = 1958
_LATEST = 9000
_ENGINES = ("graspologic-native", "numpy", "scipy")
Found = TypeVar("Found")


class ReadAs(TypedDict, total=False):
    """How the record is read as a network; see `comity.networks.rollup`.

    Attributes:
        level: Who is a node: `nation` (the usual level), `agency` or `actor`.
        seats: Whether a seat that passed on stays two nodes, `kept`, or is one, `joined`.
        members: Whether the members of an intergovernmental body stand for it.
        memory: For how many years what happened on a day counts.
    """

    level: Level
    seats: Seats
    members: bool
    memory: int | None


class Studies(Networks):
    """What studies of a knowledge graph have in common."""

    def kept(
        self,
        what: str,
        options: Mapping[str, object],
        make: Callable[[], Found],
        *,
        write: Callable[[Found], Any],
        read: Callable[[Any], Found],
    ) -> Found:
        """Return a study, kept by the hash of the snapshot, the moment, the options and the code.

        Args:
            what: The name of the kind of study.
            options: What it is of.
            make: Works it out.
            write: Returns it as what JSON can hold.
            read: Returns it from that.
        """
        from comity.networks.cache import Cache  # noqa: PLC0415  (networkx is slow to import)

        cache = Cache(cache_key(self.manifest), str(self.moment))
        engines = {name: version(name) for name in _ENGINES}
        return read(cache.value(what, {**options, **engines}, lambda: write(make())))

    def years_of(self, years: Years | None) -> tuple[int, ...]:
        """Return the years that are meant: of all, from 1958 to the snapshot's.

        Raises:
            BadNumber: A year is out of range.
        """
        if years is None:
            years = (EARLIEST, self.today.year)
        first, last = (years, years) if isinstance(years, int) else years
        for each in (first, last):
            if not 1 <= each <= _LATEST:
                raise BadNumber("year", each, f"from 1 to {_LATEST}")
        if last < first:
            raise BadNumber("last year", last, f"{first} or later")
        return tuple(range(first, last + 1))


def reading_as(how: ReadAs) -> Reading:
    """Return how the record is read.

    Raises:
        UnknownName: There is no such level, or way to treat seats.
    """
    from comity.networks.rollup import reading_of  # noqa: PLC0415  (networkx is slow to import)

    return reading_of(
        how.get("level", "nation"),
        how.get("seats", "kept"),
        members=how.get("members", False),
        memory=how.get("memory"),
    )


def to_frame(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Return rows as a DataFrame."""
    import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

    return pd.DataFrame([tuple(row) for row in rows], columns=list(names))
