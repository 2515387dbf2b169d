from __future__ import annotations

from tests.networks.graphs import FIRST_GROUP, women

from comity.networks.affiliations import Affiliations
from comity.networks.arrays import Weights
from comity.networks.bloc_series import bloc_year, bloc_years, null_source
from comity.networks.links import Link, graph_of


def test_years_are_worked_out_as_one_by_one() -> None:
    years = {2001: women()[:40], 2000: women(), 2002: []}
    told: list[int] = []
    found = bloc_years(years, runs=5, nulls=5, workers=2, tell=told.append)
    assert [each.year for each in found] == told == [2000, 2001, 2002]
    assert found == [bloc_year(year, years[year], runs=5, nulls=5) for year in sorted(years)]


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
