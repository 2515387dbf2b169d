"""Tests of what is claimed about blocs of cooperation: that they are there, and since when.

In: evidence. Out: outcomes. What does not belong here: how blocs are found (`communities`) and what
chance gives (`nullmodel`).
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from threadpoolctl import threadpool_limits

from comity.memory import free_before_threads
from comity.networks.bloc_series import null_source
from comity.networks.breaks import break_in
from comity.networks.hypothesis_values import Outcome, Untold
from comity.networks.links import Window, graph_of
from comity.networks.nullmodel import modularity_by_chance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.networks.evidence import Evidence
    from comity.networks.hypothesis_values import Effort
    from comity.networks.links import Link
    from comity.networks.nullmodel import Chance

SINCE: Final = 2008
_UNLIKELY: Final = 0.05
_WIDE: Final = 1.96
_CELLS: Final = 300_000  # what two threads shuffle side by side stays in the cache
_EVERY: Final = 3  # years that are looked at where only the sign is wanted
_BESIDE: Final = 49  # null graphs of years that only stand beside


def blocs_are_distinct(evidence: Evidence, effort: Effort) -> Outcome | Untold:
    """Return whether blocs of cooperation were more than chance in every year since 2008.

    That they were so in every year is claimed of the year in which they were least so; so the
    highest p of all years is the p of the claim, whatever the years have to do with each other
    (intersection-union test: Berger 1982, doi:10.1080/00401706.1982.10487790).
    """
    last = evidence.record.last_year
    years = range(SINCE, last + 1)
    if not years:
        return Untold(f"no year since {SINCE} is over")
    looked_at = years if effort.whole else years[::_EVERY]
    found = chances(_stock(evidence, looked_at), effort)
    missing = [year for year in looked_at if found[year] is None]
    if missing:
        return Untold(f"no ties of cooperation are left in {missing[0]}")
    known = {year: each for year, each in found.items() if each is not None}
    least = min(looked_at, key=lambda year: _excess(known[year]))
    weakest = known[least]
    reach = _WIDE * weakest.deviation
    said = [
        (
            f"Modularity lay above that of null graphs in {_share(known, years)} from {years[0]} to"
            f" {last}; least in {least}: {weakest.observed:.3f} against {weakest.mean:.3f}."
        )
    ]
    if effort.whole:
        before = range(SINCE - len(years), SINCE)
        fewer = replace(effort, nulls=min(effort.nulls, _BESIDE))
        earlier = chances(_stock(evidence, before), fewer)
        known |= {year: each for year, each in earlier.items() if each is not None}
        said.append(
            f"In the {len(before)} years before, {before[0]} to {before[-1]}, it did so in"
            f" {_share(known, before)}."
        )
    return Outcome(
        effect=_excess(weakest),
        low=_excess(weakest) - reach,
        high=_excess(weakest) + reach,
        p=max(known[year].p for year in looked_at),
        cases=f"{len(looked_at)} years",
        said=tuple(said),
        series=tuple((year, _excess(each)) for year, each in sorted(known.items())),
    )


def blocs_grew_distinct(evidence: Evidence, effort: Effort) -> Outcome | Untold:
    """Return whether blocs of what began in a year stepped further from chance in 2008."""
    last = evidence.record.last_year
    first = SINCE - (last - SINCE + 1)
    if last < SINCE:
        return Untold(f"no year since {SINCE} is over")
    links: dict[int, list[Link]] = {year: [] for year in range(first, last + 1)}
    for link in evidence.begun(first, last):
        if link.start is not None:
            links[link.start.year].append(link)
    found = chances(links, effort)
    empty = [year for year, each in found.items() if each is None]
    if empty:
        return Untold(f"no ties of cooperation begin in {empty[0]}")
    series = {year: _excess(each) for year, each in sorted(found.items()) if each is not None}
    step = break_in(list(series.values()), SINCE - first, draws=effort.draws, seed=effort.seed)
    if step is None:
        return Untold(f"too few years since {SINCE} are over")
    means = [_mean([series[year] for year in span]) for span in _sides(first, last)]
    return Outcome(
        effect=step.step,
        low=step.low,
        high=step.high,
        p=step.p,
        cases=f"{len(series)} years",
        said=(
            (
                f"Modularity above that of null graphs, on average: {means[0]:.3f} from {first} to"
                f" {SINCE - 1}, {means[1]:.3f} from {SINCE} to {last}; what is tested is the step"
                " beside a trend."
            ),
        ),
        series=tuple(series.items()),
    )


def chances(links: Mapping[int, Sequence[Link]], effort: Effort) -> dict[int, Chance | None]:
    """Return the modularity of each year beside that of null graphs; None without a tie."""

    def one(year: int) -> Chance | None:
        graph = graph_of(links[year])
        if not graph.number_of_edges():
            return None
        return modularity_by_chance(
            null_source(links[year], graph),
            nulls=effort.nulls,
            seed=effort.seed,
            at_once=_CELLS,
        )

    years = sorted(links)
    free_before_threads()
    # threads of the matrix library would compete with ours
    with threadpool_limits(1), ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(years, pool.map(one, years), strict=True))


def _stock(evidence: Evidence, years: range) -> dict[int, list[Link]]:
    return {year: evidence.cooperation(Window.of_years(year)) for year in years}


def _excess(chance: Chance) -> float:
    return chance.observed - chance.mean


def _share(known: Mapping[int, Chance], years: range) -> str:
    count = sum(known[year].p <= _UNLIKELY for year in years if year in known)
    return f"{count} of {len(years)} years"


def _sides(first: int, last: int) -> tuple[range, range]:
    return range(first, SINCE), range(SINCE, last + 1)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
