from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from comity.queries.names import Names

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph


@pytest.fixture(scope="module")
def names(kg: KnowledgeGraph) -> Names:
    return Names(kg.store)


def test_the_beginning_of_a_name_comes_before_that_of_a_word(names: Names) -> None:
    found = [match.label for match in names.complete("moon")]
    assert found[0] == "Moon Agreement"
    assert found.index("MoonLIGHT and its pointing actuator MPAc") < found.index("JUICE")


def test_case_accents_and_punctuation_do_not_matter(names: Names) -> None:
    assert names.complete("TURKI")[0].id == "nation/tur"
    assert names.complete("chang e 6")[0].id == "mission/change-6"


def test_what_only_resembles_a_name_is_not_offered(names: Names) -> None:
    assert names.complete("Artmis") == []
    assert names.complete("") == []
    assert names.complete("...") == []


def test_a_kind_leaves_out_the_others(names: Names) -> None:
    found = names.complete("s", kind="satellite")
    assert {match.kind for match in found} == {"satellite"}


def test_the_kind_in_an_id_is_no_beginning(names: Names) -> None:
    assert all("satellite" in match.label.lower() for match in names.complete("satellite ")[:3])


def test_a_whole_name_comes_first_and_is_told(names: Names) -> None:
    (found, *_) = names.complete("CNSA")
    assert found.id == "agency/cnsa"
    assert found.matched == "CNSA"


def test_completing_takes_milliseconds(names: Names) -> None:
    began = time.perf_counter()
    for letter in "abcdefghij":
        names.complete(letter)
    assert (time.perf_counter() - began) / 10 < 0.25


def test_things_of_a_kind_have_their_labels(names: Names) -> None:
    assert ("nation/chn", "China") in names.of_kind("nation")
    assert names.label("nation/chn") == "China"
    assert names.label("nation/nowhere") is None
