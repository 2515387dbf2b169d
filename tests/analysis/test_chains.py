"""How two things of the toy world are connected."""

from comity.analysis.chains import chains
from comity.knowledge import KnowledgeGraph


def test_a_direct_tie_comes_first(toy: KnowledgeGraph) -> None:
    best, *others = chains(toy.store, "agency/arsa", "agency/bosa", limit=3)
    assert best.things == ("agency/arsa", "agency/bosa")
    assert str(best) == "Arcadian Space Agency cooperates with Bordurian Space Agency"
    leg = best.legs[0]
    assert (leg.start, leg.end, leg.verdict) == ("2005", "2010", "supported")
    assert leg.sources == ("Atlas of the toy world (2024)",)
    assert all(len(chain.things) >= len(best.things) for chain in others)


def test_alternatives_are_counted_and_differ(toy: KnowledgeGraph) -> None:
    found = chains(toy.store, "agency/arsa", "mission/probe", limit=5)
    assert len({chain.things for chain in found}) == len(found) >= 2
    assert {len(chain.legs) for chain in found[:2]} == {2}


def test_refuted_claims_connect_nothing(toy: KnowledgeGraph) -> None:
    assert chains(toy.store, "nation/cor", "nation/arc") == []


def test_a_day_hides_what_had_ended(toy: KnowledgeGraph) -> None:
    on_the_day = toy.as_of("2020-01-01").store
    found = chains(on_the_day, "agency/arsa", "agency/bosa", limit=1)
    assert not found or len(found[0].legs) > 1


def test_legs_keep_the_direction_of_their_claims(toy: KnowledgeGraph) -> None:
    there = chains(toy.store, "nation/arc", "nation/bor", limit=1)
    back = chains(toy.store, "nation/bor", "nation/arc", limit=1)
    assert there[0].things == back[0].things[::-1]
    assert {leg.words for leg in there[0].legs} == {leg.words for leg in back[0].legs}


def test_answers_are_the_same_each_time(kg: KnowledgeGraph) -> None:
    assert chains(kg.store, "nation/usa", "nation/chn") == chains(
        kg.store, "nation/usa", "nation/chn"
    )
