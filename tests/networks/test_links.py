from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from comity.networks.links import Link, Window, graph_of


def link(first: str, second: str, through: str, start: int | None, end: int | None = None) -> Link:
    return Link(
        first,
        second,
        through,
        date(start, 1, 1) if start else None,
        date(end, 12, 31) if end else None,
        1.0,
        (f"claim/{first}-{second}-{through}",),
    )


def test_a_pair_is_linked_once_through_one_thing() -> None:
    graph = graph_of([link("a", "b", "x", 2000), link("b", "a", "x", 2001), link("a", "b", "y", 1)])
    assert graph.edges["a", "b"] == {
        "weight": 2.0,
        "count": 2,
        "through": ["x", "y"],
        "claims": ["claim/a-b-x", "claim/a-b-y", "claim/b-a-x"],
        "since": date(1, 1, 1),
    }


def test_a_window_shows_what_may_hold_in_it() -> None:
    links = [link("a", "b", "x", 2000, 2001), link("a", "c", "y", 2003), link("a", "d", "z", None)]
    assert list(graph_of(links, Window.of_years(2001, 2002)).edges) == [("a", "b")]
    assert list(graph_of(links, Window.of_years(2002)).edges) == []
    assert list(graph_of(links, Window.of_day(date(2010, 5, 1))).edges) == [("a", "c")]
    assert len(graph_of(links).edges) == 3


def test_a_directed_graph_keeps_both_ways_apart() -> None:
    graph = graph_of([link("a", "b", "x", 2000), link("b", "a", "x", 2000)], directed=True)
    assert sorted(graph.edges) == [("a", "b"), ("b", "a")]


def test_actors_without_links_can_be_kept() -> None:
    assert list(graph_of([], nodes=["b", "a"]).nodes) == ["a", "b"]


LINKS = st.lists(
    st.builds(
        link,
        st.sampled_from("abc"),
        st.sampled_from("def"),
        st.sampled_from("xyz"),
        st.integers(1990, 2000),
        st.integers(2001, 2010) | st.none(),
    )
)


@given(LINKS, st.randoms())
def test_the_order_of_links_does_not_matter(links: list[Link], random: object) -> None:
    shuffled = list(links)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = graph_of(links), graph_of(shuffled)
    assert list(one.edges(data=True)) == list(other.edges(data=True))
