"""A study of bridges: who stands between blocs, or between the coalitions, in one year.

In: a projector and what is wanted. Out: a `BridgeStudy`. What does not belong here: how bridges are
measured (`bridges`), DataFrames, and sentences.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from comity.errors import UnknownName
from comity.networks.arrays import Weights
from comity.networks.bloc_names import bloc_name
from comity.networks.bloc_study import COALITION_WORDS, BlocOptions
from comity.networks.bridges import Bridge, Strand, bridges, strands
from comity.networks.coalitions import BOTH, COALITIONS, coalitions_in
from comity.networks.communities import communities, weight_within
from comity.networks.links import graph_of
from comity.networks.partitions import partitions
from comity.networks.rollup import Reading
from comity.networks.source_classes import classes_behind, left_without

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from comity.networks.projections import Projector

Between = Literal["blocs", "coalitions"]
BETWEEN: Final[tuple[Between, ...]] = ("blocs", "coalitions")
EXPLAINED: Final = 25
"""How many bridges are given with the ties that make them one."""
_FEWER_RUNS: Final = 20  # for each class of sources left out, blocs are found anew


@dataclass(frozen=True, slots=True)
class BridgeOptions:
    """What a study is of.

    Attributes:
        year: The year.
        projection: What joins two actors.
        between: Whether the groups are the blocs found, or the two coalitions given.
        width: How many years the window has, up to this one.
        runs: How many partitions are found.
        seed: The first seed.
        resolution: Above 1 more and smaller blocs, below 1 fewer and larger.
        reading: How the record is read.
    """

    year: int
    projection: str = "co-membership"
    between: Between = "blocs"
    width: int = 1
    runs: int = 100
    seed: int = 0
    resolution: float = 1.0
    reading: Reading = field(default_factory=Reading)

    @property
    def of_blocs(self) -> BlocOptions:
        """The same, for blocs."""
        return BlocOptions(
            projection=self.projection,
            years=(self.year,),
            width=self.width,
            runs=self.runs,
            nulls=0,
            seed=self.seed,
            resolution=self.resolution,
            reading=self.reading,
        )


@dataclass(frozen=True, slots=True)
class BridgeStudy:
    """Who stands between groups in one year.

    Attributes:
        groups: The names of the groups; a bridge's `group` is a place in them.
        members: How many actors each has.
        bridges: All actors, those on most ways first.
        strands: The ties of the first ones to each group, those of most weight first.
        coalitions: The coalition of each actor that is tied to one.
        left_out: The classes of sources that were left out one by one.
    """

    groups: tuple[str, ...]
    members: tuple[int, ...]
    bridges: tuple[Bridge, ...]
    strands: dict[str, tuple[Strand, ...]]
    coalitions: dict[str, str]
    left_out: tuple[str, ...]


def study_bridges(
    projector: Projector,
    options: BridgeOptions,
    labels: Mapping[str, str],
    classes: Mapping[str, frozenset[str]],
) -> BridgeStudy:
    """Return who stands between groups in a year.

    Between coalitions, a group is made of the actors tied to one alone; who is tied to both is in
    neither, and can stand on the ways between them.

    Args:
        projector: Makes the links.
        options: What is wanted.
        labels: Labels of actors.
        classes: The classes of sources behind each claim.

    Raises:
        UnknownName: There is no such projection, or it sets actors apart.
        BadNumber: A number is out of its range.
    """
    options.of_blocs.check()
    window = options.of_blocs.window(options.year)
    links = projector.links(options.projection, window, options.reading)
    graph = graph_of(links)
    coalitions = coalitions_in(projector.coalitions, window)
    runs: list[dict[str, int]] = []
    if options.between == "coalitions":
        groups = _given(graph, coalitions)
        names = tuple(f"with {words} alone" for words in COALITION_WORDS.values())
    else:
        found = communities(
            graph, runs=options.runs, seed=options.seed, resolution=options.resolution
        )
        groups = found.of
        within = weight_within(graph, groups)
        names = tuple(bloc_name(members, labels, within) for members in found.members)
        runs = _each_run(graph, options)
    left_out = classes_behind(links, classes)
    without = []
    for each in left_out:
        remaining = graph_of(left_without(links, classes, each))
        its_groups = (
            _given(remaining, coalitions)
            if options.between == "coalitions"
            else communities(
                remaining,
                runs=min(options.runs, _FEWER_RUNS),
                seed=options.seed,
                resolution=options.resolution,
            ).of
        )
        without.append((remaining, its_groups))
    ranked = bridges(graph, groups, runs=runs, without=without)
    return BridgeStudy(
        groups=names,
        members=tuple(
            sum(group == place for group in groups.values()) for place in range(len(names))
        ),
        bridges=tuple(ranked),
        strands={
            each.actor: tuple(strands(links, each.actor, groups)) for each in ranked[:EXPLAINED]
        },
        coalitions=coalitions,
        left_out=tuple(left_out),
    )


def expect_between(text: str) -> Between:
    """Return what a text says that groups are.

    Raises:
        UnknownName: It is neither `blocs` nor `coalitions`.
    """
    for each in BETWEEN:
        if text == each:
            return each
    raise UnknownName("kind of groups", text, look=f"choose one of {', '.join(BETWEEN)}")


def to_value(study: BridgeStudy) -> Any:
    """Return a study as what JSON can hold, and `from_value` reads."""
    return asdict(study)


def from_value(value: Any) -> BridgeStudy:
    """Return the study of what `to_value` gave, or of that through JSON."""
    return BridgeStudy(
        groups=tuple(value["groups"]),
        members=tuple(value["members"]),
        bridges=tuple(_bridge(each) for each in value["bridges"]),
        strands={
            actor: tuple(_strand(each) for each in among)
            for actor, among in value["strands"].items()
        },
        coalitions=value["coalitions"],
        left_out=tuple(value["left_out"]),
    )


def _bridge(fields: dict[str, Any]) -> Bridge:
    for name in ("toward", "over_runs", "over_sources", "ranks_over_runs", "ranks_over_sources"):
        fields[name] = None if fields[name] is None else tuple(fields[name])
    return Bridge(**fields)


def _strand(fields: dict[str, Any]) -> Strand:
    return Strand(
        **{**fields, "partners": tuple(fields["partners"]), "claims": tuple(fields["claims"])}
    )


def _given(graph: nx.Graph[str], coalitions: Mapping[str, str]) -> dict[str, int]:
    place = {name: number for number, name in enumerate(COALITIONS)}
    return {
        actor: place[name] for actor, name in coalitions.items() if name != BOTH and actor in graph
    }


def _each_run(graph: nx.Graph[str], options: BridgeOptions) -> list[dict[str, int]]:
    """Return the groups of each run that differs from the others."""
    found = partitions(
        Weights.of_graph(graph),
        range(options.seed, options.seed + options.runs),
        resolution=options.resolution,
    )
    return [dict(zip(graph, row.tolist(), strict=True)) for row in np.unique(found, axis=0)]
