from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from comity.analysis.standings import HELD, read_named, read_standings
from comity.networks.coalitions import COALITIONS, coalitions_in
from comity.networks.links import Window
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph


def test_a_refuted_claim_gives_no_standing(toy: KnowledgeGraph) -> None:
    found = read_standings(toy.store, Moment(), toy.today)
    pact = {each.state: each.status for each in found if each.body == "accord/moon-pact"}
    assert pact == {"nation/arc": "signed", "nation/bor": "signed"}


def test_standings_are_those_of_the_day(toy: KnowledgeGraph) -> None:
    found = read_standings(toy.store, Moment(date(2021, 1, 1)), toy.today)
    pact = [each.state for each in found if each.body == "accord/moon-pact"]
    assert pact == ["nation/arc"]


@pytest.mark.parametrize(
    ("day", "count"), [("2020-10-13", 8), ("2023-10-02", 29), ("2025-01-21", 53)]
)
def test_signatories_are_those_of_the_named_query(kg: KnowledgeGraph, day: str, count: int) -> None:
    asked = set(kg.as_of(day).ask("artemis-signatories", ids=True)["nation"])
    found = read_standings(kg.store, Moment(date.fromisoformat(day)), kg.today)
    held = {
        each.state
        for each in found
        if each.body == "accord/artemis-accords" and each.status in HELD
    }
    assert held == asked
    assert len(held) == count


@pytest.mark.parametrize("day", ["2021-12-31", "2023-10-02", "2026-11-22"])
def test_coalitions_are_those_of_the_networks(kg: KnowledgeGraph, day: str) -> None:
    wanted = date.fromisoformat(day)
    found = read_standings(kg.store, Moment(wanted), kg.today)
    for name, body in COALITIONS.items():
        held = {each.state for each in found if each.body == body and each.status in HELD}
        tied = coalitions_in(kg.projector.coalitions, Window(wanted, wanted))
        networks = {
            actor
            for actor, coalition in tied.items()
            if coalition in {name, "both"} and actor.startswith("nation/")
        }
        assert held == networks


def test_the_shortest_of_short_names_heads_a_column(kg: KnowledgeGraph) -> None:
    (found,) = read_named(kg.store, frozenset({"organisation/copuos"})).values()
    assert found.short == "COPUOS"
