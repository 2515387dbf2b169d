"""Panels: a row for each pair of nations and year, or for each nation and year.

In: what makes links, the states and the years. Out: columns as arrays. What does not belong here:
DataFrames and files of them.

What each column counts is in `panel_table`. A link counts for two nations at level ``nation``;
links with intergovernmental bodies are in the networks and not in the panels. What holds over a
time counts in each year in which it may have held on some day; what happens counts in its year
alone, whatever the memory. A panel is made of accepted claims, by the same links as the networks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.networks.coalitions import COALITIONS
from comity.networks.incidences import joined
from comity.networks.links import Window
from comity.networks.panel_table import DIRECTED, EVENTS, STANDING, word
from comity.networks.voting import VOTES, agreement, ballots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from comity.networks.links import Link
    from comity.networks.projections import Projector
    from comity.networks.states import State

    Counts = dict[str, NDArray[np.float64]]

_BY_BODY = ("co-membership", "agreements", "cosponsorship")


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel.

    Attributes:
        name: `dyad-year` or `state-year`.
        columns: Arrays of equal length by the name of the variable; NaN where one is missing.
    """

    name: str
    columns: Mapping[str, NDArray[Any]]


class Years:
    """What joins two nations in each year, as matrices of counts."""

    def __init__(self, projector: Projector, states: Sequence[State]) -> None:
        self.states = sorted(states)
        self._projector = projector
        self._places = {state.id: place for place, state in enumerate(self.states)}
        self._parts = {name: projector.incidences(name) for name in ("co-membership", "agreements")}
        self._lasting = {name: projector.links(name) for name in STANDING if name not in _BY_BODY}
        self._events: dict[str, dict[int, list[Link]]] = {}
        for name in EVENTS:
            by_year = self._events.setdefault(name, {})
            for link in projector.links(name):
                if link.start is not None:
                    by_year.setdefault(link.start.year, []).append(link)
        self._votes: dict[int, list[Any]] = {}
        for vote in projector.votes():
            if vote.start is not None:
                self._votes.setdefault(vote.start.year, []).append(vote)

    def counts(self, year: int) -> Counts:
        """Return matrices of shape (states, states) by projection; from the row to the column.

        Those without a direction are symmetric. Beside them stand `co-membership weight`, `votes
        common` and `votes agreement`.
        """
        window = Window.of_years(year)
        found: Counts = {}
        for name in (*STANDING, *EVENTS):
            if name in self._parts:
                links: Iterable[Link] = joined(self._parts[name], window)
            elif name in STANDING:
                links = (link for link in self._lasting[name] if link.is_in(window))
            else:
                links = self._events[name].get(year, ())
            found[name], weights = self._matrices(links, directed=name in DIRECTED, name=name)
            if name == "co-membership":
                found["co-membership weight"] = weights
        found.update(self._votes_alike(year))
        return found

    def votes(self, year: int) -> NDArray[np.float64]:
        """Return votes for, abstentions and votes against by state: shape (3, states)."""
        found = np.zeros((len(VOTES), len(self.states)))
        for vote in self._votes.get(year, ()):
            found[VOTES.index(vote.relation), self._places[vote.subject]] += 1
        return found

    def memberships(self, year: int) -> NDArray[np.float64]:
        """Return in how many bodies each state is a member in a year."""
        window = Window.of_years(year)
        bodies = {
            (part.actor, part.body)
            for part in self._parts["co-membership"]
            if part.actor in self._places and part.is_in(window)
        }
        found = np.zeros(len(self.states))
        for actor, _ in sorted(bodies):
            found[self._places[actor]] += 1
        return found

    def coalitions(self, year: int) -> dict[str, NDArray[np.int64]]:
        """Return for each coalition which states are tied to it in a year, as 0 and 1."""
        window = Window.of_years(year)
        found = {name: np.zeros(len(self.states), dtype=np.int64) for name in COALITIONS}
        for name, standings in self._projector.coalitions.items():
            for standing in standings:
                if standing.actor in self._places and standing.is_in(window):
                    found[name][self._places[standing.actor]] = 1
        return found

    def present(self, year: int, counts: Counts) -> NDArray[np.bool_]:
        """Return which states are there in a year: by their time, or by what the record counts."""
        acting = sum((counts[name] + counts[name].T).sum(axis=1) for name in (*STANDING, *EVENTS))
        there = np.array([state.is_in(year) for state in self.states], dtype=bool)
        return np.asarray(there | (np.asarray(acting) > 0))

    def _matrices(
        self, links: Iterable[Link], *, directed: bool, name: str
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        size = (len(self.states), len(self.states))
        counts, weights = np.zeros(size), np.zeros(size)
        seen = set()
        for link in links:
            first, second = self._places.get(link.first), self._places.get(link.second)
            key = (link.through, first, second)
            if first is None or second is None or key in seen:
                continue
            seen.add(key)
            one = link.weight if name in {"launches", "builds", "joint"} else 1.0
            counts[first, second] += one
            weights[first, second] += link.weight
        if directed:
            return counts, weights
        return counts + counts.T, weights + weights.T

    def _votes_alike(self, year: int) -> Counts:
        size = (len(self.states), len(self.states))
        common, alike = np.zeros(size), np.full(size, np.nan)
        votes = ballots(self._votes.get(year, ()))
        if votes.nations:
            at = np.ix_(*[[self._places[name] for name in votes.nations]] * 2)
            common[at], alike[at] = votes.common, agreement(votes)
        return {"votes common": common, "votes agreement": alike}


def dyad_years(years: Years, span: Iterable[int], *, zeros: bool = False) -> Panel:
    """Return the panel of pairs of nations and years.

    Args:
        years: What joins nations in each year.
        span: The years.
        zeros: Whether pairs are there that nothing joins or sets apart in the year; votes alone
            make no row.

    Returns:
        Columns as in `DYAD_YEAR`, rows by year and pair.
    """
    return Panel("dyad-year", _stacked(_dyads(years, year, zeros=zeros) for year in span))


def state_years(years: Years, span: Iterable[int]) -> Panel:
    """Return the panel of nations and years: a row for each nation that is there in the year.

    Args:
        years: What joins nations in each year.
        span: The years.

    Returns:
        Columns as in `STATE_YEAR`, rows by year and nation.
    """
    return Panel("state-year", _stacked(_states(years, year) for year in span))


def _dyads(years: Years, year: int, *, zeros: bool) -> dict[str, NDArray[Any]]:
    counts = years.counts(year)
    there = years.present(year, counts)
    shown = np.triu(np.outer(there, there), k=1)
    if not zeros:
        shown &= np.asarray(sum(counts[name] + counts[name].T for name in (*STANDING, *EVENTS))) > 0
    first, second = np.nonzero(shown)
    columns: dict[str, NDArray[Any]] = {"year": np.full(len(first), year)}
    for place, rows in (("1", first), ("2", second)):
        columns |= _codes([years.states[row] for row in rows], place)
    for name in (*STANDING, *EVENTS):
        if name in DIRECTED:
            columns[f"{word(name)}_12"] = counts[name][first, second].astype(np.int64)
            columns[f"{word(name)}_21"] = counts[name][second, first].astype(np.int64)
        else:
            columns[word(name)] = counts[name][first, second].astype(np.int64)
    columns["co_membership_weight"] = counts["co-membership weight"][first, second]
    columns["votes_common"] = counts["votes common"][first, second].astype(np.int64)
    columns["votes_agreement"] = counts["votes agreement"][first, second]
    for coalition, tied in years.coalitions(year).items():
        columns[f"{coalition.lower()}1"] = tied[first]
        columns[f"{coalition.lower()}2"] = tied[second]
    return columns


def _states(years: Years, year: int) -> dict[str, NDArray[Any]]:
    counts = years.counts(year)
    rows = np.flatnonzero(years.present(year, counts))
    columns: dict[str, NDArray[Any]] = {"year": np.full(len(rows), year)}
    columns |= _codes([years.states[row] for row in rows], "")
    columns["memberships"] = years.memberships(year)[rows].astype(np.int64)
    for name in (*STANDING, *EVENTS):
        if name in DIRECTED:
            columns[f"{word(name)}_out"] = counts[name].sum(axis=1)[rows].astype(np.int64)
            columns[f"{word(name)}_in"] = counts[name].sum(axis=0)[rows].astype(np.int64)
        else:
            columns[word(name)] = counts[name].sum(axis=1)[rows].astype(np.int64)
        partners = ((counts[name] + counts[name].T) > 0).sum(axis=1)
        columns[f"{word(name)}_partners"] = partners[rows].astype(np.int64)
    votes = years.votes(year).astype(np.int64)
    columns["votes_for"] = votes[VOTES.index("voted_for")][rows]
    columns["votes_against"] = votes[VOTES.index("voted_against")][rows]
    columns["votes_abstained"] = votes[VOTES.index("abstained_on")][rows]
    for coalition, tied in years.coalitions(year).items():
        columns[coalition.lower()] = tied[rows]
    return columns


def _codes(states: Sequence[State], place: str) -> dict[str, NDArray[Any]]:
    return {
        f"nation{place}": np.array([state.id for state in states], dtype=object),
        f"iso{place}": np.array([state.iso3 for state in states], dtype=object),
        f"cow{place}": np.array([state.cow for state in states], dtype=object),
        f"name{place}": np.array([state.name for state in states], dtype=object),
    }


def _stacked(parts: Iterator[dict[str, NDArray[Any]]]) -> dict[str, NDArray[Any]]:
    listed = list(parts)
    names = listed[0] if listed else {}
    return {name: np.concatenate([part[name] for part in listed]) for name in names}
