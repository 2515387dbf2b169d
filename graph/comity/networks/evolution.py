"""Evolution: what becomes of communities from year to year.

In: the communities of some years, in order. Out: `Thread`s through the years, what happened between
them, and who went from one to another. What does not belong here: how communities are found, and
what they are called (`bloc_names`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from scipy.optimize import linear_sum_assignment

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import numpy.typing as npt

Happening = Literal["born", "continued", "merged", "split", "ended"]
LIKE: Final = 0.3
"""Least Jaccard index of two communities that are taken for one that went on."""
_MOST: Final = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """What happened to a community between two years.

    Attributes:
        year: The later year.
        happening: `born`: it continues none; `continued`; `merged`: most members of another
            joined it, which ended so; `split`: most of its members come from one that went on as
            another; `ended`: it goes on as none.
        thread: The number of its thread.
        other: The thread that merged into it, or from which it split; None otherwise.
        likeness: The Jaccard index of the two communities; 0 where there is one only.
    """

    year: int
    happening: Happening
    thread: int
    other: int | None
    likeness: float


@dataclass(frozen=True, slots=True, order=True)
class Switch:
    """An actor that went from one community to another that is no continuation of it.

    Attributes:
        year: The later year.
        actor: Its id.
        before: The thread that it left.
        after: The thread that it came to.
    """

    year: int
    actor: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Evolution:
    """Communities followed through the years.

    Attributes:
        threads: For each year, the numbers of the threads that its communities belong to, in the
            order of the communities; numbers count up from 0, and none comes back.
        events: What happened, by year.
        switches: Who went over, by year.
    """

    threads: dict[int, tuple[int, ...]]
    events: tuple[Event, ...]
    switches: tuple[Switch, ...]


def follow(years: Mapping[int, Sequence[Collection[str]]], *, like: float = LIKE) -> Evolution:
    """Follow communities through the years.

    From each year to the next, communities are paired so that the sum of their Jaccard indices,
    |A ∩ B| / |A ∪ B|, is highest (by the Hungarian method); pairs below `like` are undone. What is
    paired continues. A community without a partner before was born, or has split off when more than
    half of its members that were there before come from one community; one without a partner after
    ended, or merged when more than half of its members that are still there go to one community.

    A gap between years breaks nothing: each year is compared with the one before it in the order.

    Args:
        years: The communities of each year; those of one year share no member.
        like: The least Jaccard index of what continues.

    Examples:
        >>> found = follow({1: ["abcd", "efg"], 2: ["abc", "efgd"], 3: ["abcdefg"]})
        >>> found.threads
        {1: (0, 1), 2: (0, 1), 3: (1,)}
        >>> [(each.actor, each.before, each.after) for each in found.switches]
        [('d', 0, 1)]
        >>> [(each.year, each.happening, each.thread, each.other) for each in found.events][-1]
        (3, 'merged', 1, 0)

    References:
        Greene, Doyle and Cunningham 2010, doi:10.1109/ASONAM.2010.17; Palla, Barabási and Vicsek
        2007, doi:10.1038/nature05670, on the kinds of events.
    """
    threads: dict[int, tuple[int, ...]] = {}
    events: list[Event] = []
    switches: list[Switch] = []
    past: list[frozenset[str]] = []
    of_past: tuple[int, ...] = ()
    fresh = 0
    for year in sorted(years):
        present = [frozenset(members) for members in years[year]]
        likeness = jaccard(past, present)
        partners = matched(likeness, like)
        numbers = []
        for place in range(len(present)):
            before = partners.get(place)
            numbers.append(fresh if before is None else of_past[before])
            fresh += before is None
        threads[year] = tuple(numbers)
        if past:
            step = _Step(year, past, present, of_past, threads[year])
            events += _events(step, likeness, partners)
            switches += _switches(step)
        past, of_past = present, threads[year]
    return Evolution(threads, tuple(sorted(events, key=_order)), tuple(sorted(switches)))


def jaccard(
    before: Sequence[frozenset[str]], after: Sequence[frozenset[str]]
) -> npt.NDArray[np.float64]:
    """Return |A ∩ B| / |A ∪ B| for each A of the rows and each B of the columns."""
    table = [[len(a & b) / len(a | b) if a | b else 0.0 for b in after] for a in before]
    return np.array(table, dtype=float).reshape(len(before), len(after))


def matched(likeness: npt.NDArray[np.float64], least: float) -> dict[int, int]:
    """Return the pairs that together are most alike: the row for each column that has one."""
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    pairs = zip(columns.tolist(), rows.tolist(), strict=True)
    return {column: row for column, row in pairs if likeness[row, column] >= least}


@dataclass(frozen=True, slots=True)
class _Step:
    year: int
    past: list[frozenset[str]]
    present: list[frozenset[str]]
    of_past: tuple[int, ...]
    of_present: tuple[int, ...]


def _events(
    step: _Step, likeness: npt.NDArray[np.float64], partners: Mapping[int, int]
) -> list[Event]:
    found = []
    for place, thread in enumerate(step.of_present):
        before = partners.get(place)
        source = _most_of(step.present[place], step.past)
        if before is not None:
            found.append(
                Event(step.year, "continued", thread, None, float(likeness[before, place]))
            )
        elif source is not None:
            alike = float(likeness[source, place])
            found.append(Event(step.year, "split", thread, step.of_past[source], alike))
        else:
            found.append(Event(step.year, "born", thread, None, 0.0))
    for place in sorted(set(range(len(step.past))) - set(partners.values())):
        goal = _most_of(step.past[place], step.present)
        thread = step.of_past[place]
        if goal is None:
            found.append(Event(step.year, "ended", thread, None, 0.0))
        else:
            alike = float(likeness[place, goal])
            found.append(Event(step.year, "merged", step.of_present[goal], thread, alike))
    return found


def _most_of(members: frozenset[str], among: Sequence[frozenset[str]]) -> int | None:
    """Return which community has more than half of those members that are in any of them."""
    shares = [len(members & each) for each in among]
    if not sum(shares):
        return None
    most = max(range(len(among)), key=lambda place: (shares[place], -place))
    return most if shares[most] > _MOST * sum(shares) else None


def _switches(step: _Step) -> list[Switch]:
    before = {
        actor: thread
        for thread, members in zip(step.of_past, step.past, strict=True)
        for actor in members
    }
    went_on = set(step.of_past) & set(step.of_present)
    return [
        Switch(step.year, actor, before[actor], thread)
        for thread, members in zip(step.of_present, step.present, strict=True)
        for actor in members
        if before.get(actor, thread) != thread and {before[actor], thread} <= went_on
    ]


def _order(event: Event) -> tuple[int, int, str, int]:
    return event.year, event.thread, event.happening, -1 if event.other is None else event.other
