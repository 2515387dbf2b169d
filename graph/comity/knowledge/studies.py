"""Studies of networks, which take long and are kept on disk.

In: a record seen from a moment, and what a study is of. Out: the study, read from disk if the same
was asked of the same snapshot before. What does not belong here: any study.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypeVar

from comity.knowledge.networks import Networks
from comity.knowledge.readings import FIRST_YEAR, expect_years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd


Years = int | tuple[int, int]
_ENGINES = ("graspologic-native", "numpy", "scipy")
Found = TypeVar("Found")


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
        engines = {name: version(name) for name in _ENGINES}
        return read(self.network_cache.value(what, {**options, **engines}, lambda: write(make())))

    def years_of(self, years: Years | None) -> tuple[int, ...]:
        """Return the years that are meant: of all, from 1958 to the snapshot's.

        Raises:
            BadNumber: A year is out of range.
        """
        if years is None:
            years = (FIRST_YEAR, self.today.year)
        first, last = (years, years) if isinstance(years, int) else years
        expect_years(first, last, self.today.year)
        return tuple(range(first, last + 1))


def to_frame(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Return rows as a DataFrame."""
    import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

    return pd.DataFrame([tuple(row) for row in rows], columns=list(names))
