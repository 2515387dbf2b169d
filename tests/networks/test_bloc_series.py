from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from tests.networks.graphs import FIRST_GROUP, women

from comity.networks import bloc_series
from comity.networks.affiliations import Affiliations
from comity.networks.arrays import Weights
from comity.networks.bloc_series import bloc_year, bloc_years, null_source
from comity.networks.links import Link, graph_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from comity.networks.bloc_series import BlocYear


def test_years_are_worked_out_as_one_by_one() -> None:
    years = {2001: women()[:40], 2000: women(), 2002: []}
    told: list[int] = []
    found = bloc_years(years, runs=5, nulls=5, workers=2, tell=told.append)
    assert [each.year for each in found] == told == [2000, 2001, 2002]
    assert found == [bloc_year(year, years[year], runs=5, nulls=5) for year in sorted(years)]


def test_threads_do_not_come_upon_answers_of_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    unraisable: list[object] = []

    def collecting(year: int, links: Sequence[Link], **options: Any) -> BlocYear:
        gc.collect()  # as Python may at any time, in the thread
        return bloc_year(year, links, **options)

    monkeypatch.setattr(sys, "unraisablehook", unraisable.append)
    monkeypatch.setattr(bloc_series, "bloc_year", collecting)
    store = ox.Store()
    gc.disable()
    try:
        for _ in range(3):  # answers that only a search for cycles frees
            cycle: list[object] = [store.query("SELECT * { ?s ?p ?o }")]
            cycle.append(cycle)
        del cycle
        bloc_years({2000: women()}, runs=2, nulls=2, workers=2)
    finally:
        gc.enable()
    assert unraisable == []


def test_a_year_says_who_how_firmly_and_whether_by_chance() -> None:
    found = bloc_year(2000, women(), runs=5, nulls=19)
    assert (found.actors, found.ties) == (18, 139)
    assert frozenset(found.found.members[0]) == FIRST_GROUP
    assert found.chance is not None
    assert (found.chance.model, found.chance.p) == ("affiliations", 0.05)
    assert max(found.within, key=lambda name: found.within[name]) == "Evelyn Jefferson"


def test_a_year_without_ties_has_no_blocs() -> None:
    found = bloc_year(2000, [], runs=5)
    assert (found.actors, found.found.members, found.chance) == (0, (), None)


def test_ties_through_one_thing_are_no_projection() -> None:
    alike = [Link(one, two, "votes", None, None, 0.5, ()) for one, two in ("ab", "bc", "cd")]
    assert isinstance(null_source(alike, graph_of(alike)), Weights)
    assert isinstance(null_source(women(), graph_of(women())), Affiliations)
    found = bloc_year(2000, alike, runs=5, nulls=9)
    assert found.chance is not None
    assert found.chance.model == "edges"
