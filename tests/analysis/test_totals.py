"""Published totals are recomputed, and what differs is explained."""

import pytest

from comity import resources
from comity.analysis.totals import answer, compare
from comity.errors import UnknownName
from comity.knowledge import KnowledgeGraph
from comity.tables import read_tables

ROWS = {row.id: row for row in read_tables(resources.tables_folder()).published_totals}


@pytest.mark.parametrize("name", ROWS)
def test_a_published_total_is_found_again(name: str, kg: KnowledgeGraph) -> None:
    (total,) = compare(kg.store, [ROWS[name]])
    assert total.holds, f"{total.found} found, {total.value} published by {total.source}"


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.tolerance])
def test_a_tolerance_is_no_wider_than_the_difference(name: str, kg: KnowledgeGraph) -> None:
    (total,) = compare(kg.store, [ROWS[name]])
    assert abs(int(total.found) - int(total.value)) == total.tolerance
    assert total.definition


def test_the_knowledge_graph_gives_them_as_a_frame(kg: KnowledgeGraph) -> None:
    frame = kg.as_of("2000-01-01").published_totals()
    assert len(frame) == len(ROWS)
    assert frame["holds"].all()


def test_a_total_that_nobody_published_does_not_hold(toy: KnowledgeGraph) -> None:
    assert answer(toy.store, "count signatory_of accord/moon-pact", None) == "2"
    assert answer(toy.store, "roll_call accord/res-1", None) == "2-1-0"
    assert answer(toy.store, "at_place 2 signatory_of accord/moon-pact", None) == "nation/bor"
    assert answer(toy.store, "at_place 9 signatory_of accord/moon-pact", None) == ""


@pytest.mark.parametrize(
    "question", ["count", "members accord/moon-pact", "count likes accord/moon-pact"]
)
def test_an_unknown_question_is_refused(question: str, toy: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName):
        answer(toy.store, question, None)
