"""A study of blocs: those of a projection through the years, with names, events and switchers.

In: a store's projector and what is wanted. Out: a `BlocStudy`, and the same from what JSON holds.
What does not belong here: how any part of it is found, DataFrames, and sentences.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

from comity.errors import BadNumber, UnknownName
from comity.networks.bloc_names import bloc_name
from comity.networks.bloc_series import BlocYear, bloc_years
from comity.networks.coalitions import BOTH, coalitions_in
from comity.networks.communities import Communities
from comity.networks.evolution import Event, Evolution, Switch, follow
from comity.networks.links import Window
from comity.networks.nullmodel import Chance
from comity.networks.projection_table import PROJECTIONS, projection
from comity.networks.rollup import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from comity.networks.projections import Projector

COALITION_WORDS: Final = {"Artemis": "the Artemis Accords", "ILRS": "the ILRS"}


@dataclass(frozen=True, slots=True)
class BlocOptions:
    """What a study is of.

    Attributes:
        projection: What joins two actors.
        years: The years, rising.
        width: How many years a window has: those up to each of `years`.
        runs: How many partitions are found each year.
        nulls: How many null graphs are made each year; 0 for none.
        seed: The first seed of either.
        resolution: Above 1 more and smaller blocs, below 1 fewer and larger.
        reading: How the record is read.
    """

    projection: str = "co-membership"
    years: tuple[int, ...] = ()
    width: int = 1
    runs: int = 100
    nulls: int = 200
    seed: int = 0
    resolution: float = 1.0
    reading: Reading = field(default_factory=Reading)

    def check(self) -> None:
        """Refuse what cannot be studied.

        Raises:
            UnknownName: There is no such projection, or it sets actors apart.
            BadNumber: There are no years or runs, or a number is out of its range.
        """
        if projection(self.projection).sign < 0:
            joining = ", ".join(name for name, each in PROJECTIONS.items() if each.sign > 0)
            raise UnknownName(
                "projection that joins", self.projection, look=f"it is one of {joining}"
            )
        if not self.years:
            raise BadNumber("number of years", 0, "1 or more")
        for name, value, least in (
            ("width", self.width, 1),
            ("runs", self.runs, 1),
            ("nulls", self.nulls, 0),
            ("seed", self.seed, 0),
        ):
            if value < least:
                raise BadNumber(name, value, f"{least} or more")

    def window(self, year: int) -> Window:
        """Return the window of a year."""
        return Window.of_years(year - self.width + 1, year)


@dataclass(frozen=True, slots=True)
class BlocStudy:
    """The blocs of a projection through the years.

    Attributes:
        years: The blocs of each year.
        evolution: What became of them.
        names: The name of each bloc, by year and thread.
        coalitions: For each year, the coalition of each actor that is tied to one.
    """

    years: tuple[BlocYear, ...]
    evolution: Evolution
    names: dict[tuple[int, int], str]
    coalitions: dict[int, dict[str, str]]

    @property
    def of_years(self) -> tuple[int, ...]:
        """The years, rising."""
        return tuple(each.year for each in self.years)


def study_blocs(
    projector: Projector,
    options: BlocOptions,
    labels: Mapping[str, str],
    *,
    tell: Callable[[int], None] | None = None,
) -> BlocStudy:
    """Return the blocs of a projection through the years.

    Args:
        projector: Makes the links.
        options: What is wanted.
        labels: Labels of actors.
        tell: Is called with each year when it is done, in order.

    Raises:
        UnknownName: There is no such projection, or it sets actors apart.
        BadNumber: A number is out of its range.
    """
    options.check()
    links = {
        year: projector.links(options.projection, options.window(year), options.reading)
        for year in options.years
    }
    years = bloc_years(
        links,
        runs=options.runs,
        nulls=options.nulls,
        seed=options.seed,
        resolution=options.resolution,
        tell=tell,
    )
    evolution = follow({each.year: each.found.members for each in years})
    coalitions = {
        year: coalitions_in(projector.coalitions, options.window(year)) for year in options.years
    }
    names = {}
    for each in years:
        groups = {
            words: [a for a, name in coalitions[each.year].items() if name in {group, BOTH}]
            for group, words in COALITION_WORDS.items()
        }
        for thread, members in zip(evolution.threads[each.year], each.found.members, strict=True):
            names[each.year, thread] = bloc_name(members, labels, each.within, groups)
    return BlocStudy(tuple(years), evolution, names, coalitions)


def to_value(study: BlocStudy) -> Any:
    """Return a study as what JSON can hold, and `from_value` reads."""
    return {
        "years": [asdict(each) for each in study.years],
        "threads": sorted(study.evolution.threads.items()),
        "events": [asdict(each) for each in study.evolution.events],
        "switches": [asdict(each) for each in study.evolution.switches],
        "names": [[*key, name] for key, name in sorted(study.names.items())],
        "coalitions": sorted(study.coalitions.items()),
    }


def from_value(value: Any) -> BlocStudy:
    """Return the study of what `to_value` gave, or of that through JSON."""
    evolution = Evolution(
        threads={year: tuple(numbers) for year, numbers in value["threads"]},
        events=tuple(Event(**each) for each in value["events"]),
        switches=tuple(Switch(**each) for each in value["switches"]),
    )
    return BlocStudy(
        years=tuple(_year(each) for each in value["years"]),
        evolution=evolution,
        names={(year, thread): name for year, thread, name in value["names"]},
        coalitions=dict(value["coalitions"]),
    )


def _year(fields: Mapping[str, Any]) -> BlocYear:
    found = dict(fields["found"])
    found["members"] = tuple(tuple(names) for names in found["members"])
    found["alone"] = tuple(found["alone"])
    chance = fields["chance"]
    return BlocYear(
        **{
            **fields,
            "found": Communities(**found),
            "chance": None if chance is None else Chance(**chance),
        }
    )
