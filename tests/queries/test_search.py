import pytest

from comity.knowledge import KnowledgeGraph
from comity.queries.search import folded


def ids(kg: KnowledgeGraph, words: str, **options: str) -> list[str]:
    return [match.id for match in kg.find(words, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Chang'e-6", "mission/change-6"),
        ("chang’e 6", "mission/change-6"),
        ("NASA", "agency/nasa"),
        ("turkiye", "nation/tur"),
        ("中国", "nation/chn"),
        ("wolf", "restriction/wolf-amendment"),
        ("outer space treaty", "accord/outer-space-treaty"),
        ("nation/fra", "nation/fra"),
    ],
)
def test_what_is_meant_comes_first(words: str, first: str, kg: KnowledgeGraph) -> None:
    assert ids(kg, words)[0] == first


def test_the_beginnings_of_words_are_enough(toy: KnowledgeGraph) -> None:
    assert ids(toy, "spac arc") == ["agency/arsa"]


def test_a_slip_finds_what_resembles(toy: KnowledgeGraph) -> None:
    assert ids(toy, "Arcadai") == ["nation/arc"]


def test_another_name_is_told(toy: KnowledgeGraph) -> None:
    (match,) = toy.find("republic of arcadia")
    assert (match.label, match.matched) == ("Arcadia", "Republic of Arcadia")


def test_a_kind_narrows(toy: KnowledgeGraph) -> None:
    assert ids(toy, "arc", kind="agency") == ["agency/arsa"]


@pytest.mark.parametrize("words", ["", "  ", "?!", "qqqqqq"])
def test_nothing_is_found_for_nothing(words: str, toy: KnowledgeGraph) -> None:
    assert toy.find(words) == []


def test_python_gets_a_frame(toy: KnowledgeGraph) -> None:
    frame = toy.search("moon")
    assert frame["id"].tolist() == ["accord/moon-pact"]
    assert toy.search("qqqqqq").columns.tolist() == ["id", "kind", "label", "matched"]


def test_folding_keeps_letters_of_every_script() -> None:
    assert folded("Договор о космосе: 外层空间条约") == "договор о космосе 外层空间条约"


def test_satellites_come_after_what_is_named_likewise(kg: KnowledgeGraph) -> None:
    found = [match.id for match in kg.find("artemis", limit=40)]
    assert found.index("accord/artemis-accords") < found.index("satellite/artemis-2001-029a")
    asked = kg.find("artemis", kind="satellite")
    assert asked[0].label == "Artemis"
