"""What the record shows on a day is what a store of that day shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.networks.invented import DAY, entry, invented
from tests.release import released

from comity.claims.moments import quads_of_moment
from comity.networks.history import History, read_history
from comity.rdf import terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import identifier
from comity.rdf.vocabulary import Comity
from comity.verdicts.known import judged_by_the_known

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

ACCEPTED = {Comity.Supported, Comity.Unverified}


@pytest.fixture(scope="module")
def whole(kg: KnowledgeGraph) -> History:
    return read_history(kg.store)


def claims_of_store(day: date) -> set[str]:
    left = list(quads_of_moment(released(), Moment(as_of=day, known_by=day)))
    ties, accepted = set(), set()
    for quad in judged_by_the_known(left):
        if quad.predicate == terms.OBJECT and "/" in (identifier(quad.object) or ""):
            ties.add(quad.subject)
        elif quad.predicate == Comity.verdict and quad.object in ACCEPTED:
            accepted.add(quad.subject)
    found = {identifier(node) or "" for node in ties & accepted}
    return {name for name in found if name.startswith("claim/")}


@pytest.mark.parametrize("day", [date(2023, 10, 2), date(2025, 12, 31)])
def test_the_same_claims_count_as_in_a_store_of_the_day(whole: History, day: date) -> None:
    found = {each.claim for each in (*whole.entries, *whole.votes) if each.holds(day)}
    documents = {
        identifier(quad.subject)
        for quad in released()
        if quad.graph_name.value.endswith("graph/documents")
    }
    assert found == claims_of_store(day) - documents


def test_what_was_refuted_later_counts_until_then(toy: KnowledgeGraph) -> None:
    entries = {each.claim: each for each in read_history(toy.store).entries}
    signed = entries["claim/cor-signatory-of-moon-pact"]
    # the paper is of July 2022, the Atlas, which denies it, of January 2024
    assert not signed.holds(date(2022, 1, 1))
    assert signed.holds(date(2023, 1, 1))
    assert not signed.holds(date(2024, 6, 1))


def test_what_ended_counts_until_its_last_day() -> None:
    begun = entry("nation/a", "member_of", "organisation/b", date(2010, 1, 1))
    ended = replace(begun, end=date(2012, 5, 1))
    assert ended.holds(date(2012, 5, 1))
    assert not ended.holds(date(2012, 5, 2))
    assert ended.had_begun(date(2012, 5, 2))


def test_a_history_until_a_day_has_nothing_later() -> None:
    day = date(2017, 6, 1)
    left = invented().until(day)
    assert left.entries
    assert all(each.start and each.start <= day for each in (*left.entries, *left.votes))
    assert invented().until(DAY).until(day).entries == left.entries
