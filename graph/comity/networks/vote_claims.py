"""Tests of whether blocs of cooperation follow votes at the United Nations.

In: evidence. Out: outcomes. What does not belong here: how two matrices are compared (`dyadic`),
how blocs are found (`communities`) and agreement is measured (`voting`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from comity.networks import dyadic
from comity.networks.bloc_claims import SINCE
from comity.networks.communities import communities
from comity.networks.hypothesis_values import Outcome, Untold
from comity.networks.links import Window, graph_of
from comity.networks.rollup import Reading
from comity.networks.voting import FEWEST, agreement, ballots

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from comity.networks.evidence import Evidence
    from comity.networks.hypothesis_values import Effort
    from comity.networks.voting import Index

DECADE: Final = 10
Togetherness = Literal["bloc", "tie"]


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years of cooperation and votes.

    Attributes:
        first: The first year.
        last: The last year.
        nations: Ids of the nations that have ties and votes, sorted; the rows and columns.
        together: Whether two are in one bloc, or tied, as 0 and 1.
        alike: How far their votes agree; NaN without enough roll calls in common.
    """

    first: int
    last: int
    nations: tuple[str, ...]
    together: npt.NDArray[np.float64]
    alike: npt.NDArray[np.float64]

    def of(self, nations: Sequence[str]) -> tuple[npt.NDArray[np.float64], ...]:
        """Return both matrices for some of the nations."""
        places = [self.nations.index(nation) for nation in nations]
        at = np.ix_(places, places)
        return self.together[at], self.alike[at]

    @property
    def words(self) -> str:
        """How far votes agree within blocs and outside, in words."""
        known = np.triu(~np.isnan(self.alike), 1)
        inside, outside = (self.alike[known & (self.together == side)] for side in (1.0, 0.0))
        if not (len(inside) and len(outside)):
            return ""
        return (
            f"From {self.first} to {self.last}, votes of two in one bloc agreed by"
            f" {inside.mean():.3f} on average, those of others by {outside.mean():.3f}."
        )


def blocs_follow_votes(
    evidence: Evidence,
    effort: Effort,
    *,
    index: Index = "share",
    together: Togetherness = "bloc",
    beyond_region: bool = False,
) -> Outcome | Untold:
    """Return whether nations of one bloc vote alike, in the last ten years that are over.

    Args:
        evidence: The record.
        effort: How much is computed.
        index: The measure of agreement.
        together: Whether nations are together in a bloc, or by a tie of cooperation.
        beyond_region: Whether agreement that goes with a common subregion is taken out.
    """
    last = evidence.record.last_year
    found = decade(evidence, effort, last, index=index, together=together)
    alike = found.alike
    if beyond_region and len(found.nations):
        places = np.array([evidence.record.subregions.get(n, n) for n in found.nations])
        alike = dyadic.without(alike, (places[:, None] == places[None, :]).astype(float))
    tested = dyadic.association(found.together, alike, draws=effort.draws, seed=effort.seed)
    if tested is None:
        return Untold(_too_few(found))
    return Outcome(
        effect=tested.r,
        low=tested.low,
        high=tested.high,
        p=tested.p,
        cases=f"{len(found.nations)} nations, {tested.pairs:,} pairs",
        said=(found.words,) if index == "share" and together == "bloc" else (),
    )


def blocs_follow_votes_more(
    evidence: Evidence, effort: Effort, *, index: Index = "share", together: Togetherness = "bloc"
) -> Outcome | Untold:
    """Return whether nations of one bloc vote alike more than in the ten years before 2008.

    Args:
        evidence: The record.
        effort: How much is computed.
        index: The measure of agreement.
        together: Whether nations are together in a bloc, or by a tie of cooperation.
    """
    last = evidence.record.last_year
    if last < SINCE + DECADE - 1:
        return Untold(f"ten years since {SINCE} are not over")
    then, now = (
        decade(evidence, effort, year, index=index, together=together) for year in (SINCE - 1, last)
    )
    nations = sorted(set(then.nations) & set(now.nations))
    if len(nations) < dyadic.FEWEST_ACTORS:
        return Untold(f"only {len(nations)} nations have ties and votes in both decades")
    earlier, later = then.of(nations), now.of(nations)
    tested = dyadic.difference(
        (earlier[0], earlier[1]), (later[0], later[1]), draws=effort.draws, seed=effort.seed
    )
    if tested is None:
        return Untold("blocs or votes do not vary in one of the decades")
    alone = [dyadic.weighted(*_pairs(*each)) for each in (earlier, later)]
    return Outcome(
        effect=tested.r,
        low=tested.low,
        high=tested.high,
        p=tested.p,
        cases=f"{len(nations)} nations, {tested.pairs:,} pairs",
        said=(
            (
                f"Among the nations of both decades, the correlation was {alone[0]:.3f} from"
                f" {then.first} to {then.last} and {alone[1]:.3f} from {now.first} to {now.last}."
            ),
        ),
    )


def decade(
    evidence: Evidence, effort: Effort, last: int, *, index: Index, together: Togetherness
) -> Decade:
    """Return cooperation and votes of ten years up to one."""
    first = last - DECADE + 1
    links = evidence.cooperation(Window.of_years(first, last), Reading(memory=1))
    graph = graph_of(links)
    votes = ballots(evidence.votes(first, last))
    nations = sorted(set(graph) & set(votes.nations))
    places = [list(votes.nations).index(nation) for nation in nations]
    at = np.ix_(places, places)
    if nations:
        known = np.where(votes.common >= FEWEST, agreement(votes, index), np.nan)[at]
    else:
        known = np.zeros((0, 0))
    if together == "bloc":
        bloc = communities(graph, runs=effort.runs, seed=effort.seed).of if graph else {}
        of = np.array([bloc[nation] for nation in nations])
        joined = of[:, None] == of[None, :]
    else:
        joined = np.array([[graph.has_edge(a, b) for b in nations] for a in nations], dtype=bool)
    return Decade(first, last, tuple(nations), joined.astype(float), known)


def _pairs(
    together: npt.NDArray[np.float64], alike: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], ...]:
    known = np.triu(~np.isnan(alike), 1)
    return together[known], alike[known], np.ones(int(known.sum()))


def _too_few(found: Decade) -> str:
    if len(found.nations) < dyadic.FEWEST_ACTORS:
        return f"only {len(found.nations)} nations have ties and votes from {found.first} on"
    return "blocs or votes do not vary"
