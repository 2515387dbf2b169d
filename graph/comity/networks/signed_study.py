"""A study of signed networks: cooperation and opposition, year by year.

In: a projector and what is wanted. Out: `SignedYear` values. What does not belong here: how balance
is measured (`signed`, `frustration`), DataFrames, and sentences.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from comity.errors import BadNumber, UnknownName
from comity.networks.frustration import Frustration, frustration
from comity.networks.links import Window, graph_of
from comity.networks.nullmodel import Chance
from comity.networks.projection_table import PROJECTIONS, projection
from comity.networks.rollup import Reading
from comity.networks.signed import (
    Balance,
    SignedGraph,
    balance,
    balance_by_chance,
    signed_communities,
    signed_modularity_by_chance,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from comity.networks.projections import Projector


@dataclass(frozen=True, slots=True)
class SignedOptions:
    """What a study is of.

    Attributes:
        positive: Projections whose ties count as cooperation.
        negative: Projections whose ties count as opposition.
        width: How many years a window has, up to the year.
        runs: How many partitions are found.
        nulls: How many null graphs.
        seed: The first seed of either.
        reading: How the record is read.
    """

    positive: tuple[str, ...] = ("cooperation",)
    negative: tuple[str, ...] = ("restriction", "opposed-votes")
    width: int = 1
    runs: int = 20
    nulls: int = 200
    seed: int = 0
    reading: Reading = field(default_factory=Reading)

    def check(self) -> None:
        """Refuse what cannot be studied.

        Raises:
            UnknownName: There is no such projection, or its sign is another.
            BadNumber: A number is out of its range.
        """
        for names, sign, words in ((self.positive, 1, "joins"), (self.negative, -1, "sets apart")):
            for name in names:
                if projection(name).sign != sign:
                    others = ", ".join(
                        each for each, its in PROJECTIONS.items() if its.sign == sign
                    )
                    raise UnknownName(
                        f"projection that {words}", name, look=f"it is one of {others}"
                    )
        for name, value, least in (
            ("width", self.width, 1),
            ("runs", self.runs, 1),
            ("nulls", self.nulls, 0),
        ):
            if value < least:
                raise BadNumber(name, value, f"{least} or more")


@dataclass(frozen=True, slots=True)
class SignedYear:
    """The signed network of one year.

    Attributes:
        year: The year.
        actors: Ids of all actors that have a tie, sorted.
        positive: How many pairs have more cooperation than opposition.
        negative: How many pairs have more opposition than cooperation.
        balance: How far triangles are balanced.
        by_chance: The share of balanced triangles beside that with signs dealt anew; None without
            triangles or null graphs.
        frustration: What stands against a division into two camps.
        communities: For each actor, the number of its community by signed modularity.
        modularity: The signed modularity of the communities.
        modularity_by_chance: That of a single run beside those of graphs with signs dealt anew.
    """

    year: int
    actors: tuple[str, ...]
    positive: int
    negative: int
    balance: Balance
    by_chance: Chance | None
    frustration: Frustration
    communities: tuple[int, ...]
    modularity: float
    modularity_by_chance: Chance | None


def study_signed(projector: Projector, options: SignedOptions, year: int) -> SignedYear:
    """Return the signed network of a year.

    Args:
        projector: Makes the links.
        options: What is wanted.
        year: The year.

    Raises:
        UnknownName: There is no such projection, or its sign is another.
        BadNumber: A number is out of its range.
    """
    options.check()
    window = Window.of_years(year - options.width + 1, year)
    graphs = [
        graph_of(link for name in names for link in projector.links(name, window, options.reading))
        for names in (options.positive, options.negative)
    ]
    graph = SignedGraph.of_graphs(*graphs)
    labels, highest = signed_communities(graph, runs=options.runs, seed=options.seed)
    nulls, seed = options.nulls, options.seed
    return SignedYear(
        year=year,
        actors=graph.names,
        positive=int((graph.weights > 0).sum()) // 2,
        negative=int((graph.weights < 0).sum()) // 2,
        balance=balance(graph),
        by_chance=balance_by_chance(graph, nulls=nulls, seed=seed) if nulls else None,
        frustration=frustration(graph, seed=seed),
        communities=tuple(labels.tolist()),
        modularity=highest,
        modularity_by_chance=signed_modularity_by_chance(graph, nulls=nulls, seed=seed)
        if nulls
        else None,
    )


def study_signed_years(
    projector: Projector,
    options: SignedOptions,
    years: Sequence[int],
    *,
    tell: Callable[[int], None] | None = None,
) -> list[SignedYear]:
    """Return the signed networks of some years, in order; `tell` is called after each."""
    found = []
    for year in years:
        found.append(study_signed(projector, options, year))
        if tell is not None:
            tell(year)
    return found


def to_value(study: list[SignedYear]) -> Any:
    """Return a study as what JSON can hold, and `from_value` reads."""
    return [asdict(each) for each in study]


def from_value(value: Any) -> list[SignedYear]:
    """Return the study of what `to_value` gave, or of that through JSON."""
    return [_year(fields) for fields in value]


def _year(fields: Mapping[str, Any]) -> SignedYear:
    frustrated = fields["frustration"]
    chances = {
        name: None if fields[name] is None else Chance(**fields[name])
        for name in ("by_chance", "modularity_by_chance")
    }
    changed = {
        "actors": tuple(fields["actors"]),
        "balance": Balance(**fields["balance"]),
        "frustration": Frustration(**{**frustrated, "camps": tuple(frustrated["camps"])}),
        "communities": tuple(fields["communities"]),
    }
    return SignedYear(**{**fields, **chances, **changed})
