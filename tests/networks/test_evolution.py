from hypothesis import given
from hypothesis import strategies as st

from comity.networks.bloc_names import bloc_name
from comity.networks.evolution import Event, Switch, follow


def happenings(years: dict[int, list[str]]) -> list[tuple[int, str, int, int | None]]:
    return [(each.year, each.happening, each.thread, each.other) for each in follow(years).events]


def test_what_stays_alike_continues() -> None:
    assert follow({2000: ["abcd"], 2001: ["abce"]}).events == (
        Event(2001, "continued", 0, None, 0.6),
    )


def test_the_order_of_communities_does_not_matter() -> None:
    assert follow({1: ["abc", "xyz"], 2: ["xyz", "abc"]}).threads == {1: (0, 1), 2: (1, 0)}


def test_a_new_one_is_born_and_one_that_is_gone_has_ended() -> None:
    assert happenings({1: ["abc", "pqr"], 2: ["abc", "xyz"]}) == [
        (2, "continued", 0, None),
        (2, "ended", 1, None),
        (2, "born", 2, None),
    ]


def test_a_smaller_part_splits_off() -> None:
    assert happenings({1: ["abcdefg"], 2: ["abcd", "efgx"]}) == [
        (2, "continued", 0, None),
        (2, "split", 1, 0),
    ]


def test_a_smaller_one_merges_into_a_larger() -> None:
    assert happenings({1: ["abcd", "ef"], 2: ["abcdef"]}) == [
        (2, "continued", 0, None),
        (2, "merged", 0, 1),
    ]


def test_a_number_never_comes_back() -> None:
    threads = follow({1: ["abc"], 2: ["xyz"], 3: ["abc"]}).threads
    assert threads == {1: (0,), 2: (1,), 3: (2,)}


def test_the_whole_of_pairs_is_matched_best() -> None:
    # greedily, the first would take abcde and leave nothing alike for the second
    assert follow({1: ["abcdx", "abcde"], 2: ["abcde", "qabcdx"]}).threads[2] == (1, 0)


def test_who_goes_over_is_named() -> None:
    found = follow({1: ["abcd", "wxyz"], 2: ["abc", "dwxyz"]})
    assert found.switches == (Switch(2, "d", 0, 1),)


def test_who_comes_or_leaves_has_not_gone_over() -> None:
    assert follow({1: ["abcd"], 2: ["abce"]}).switches == ()


def test_whose_community_ended_has_not_gone_over() -> None:
    assert follow({1: ["abcd", "ef"], 2: ["abcdef"]}).switches == ()


def test_years_without_communities_do_no_harm() -> None:
    assert follow({1: ["abc"], 2: [], 3: ["abc"]}).threads == {1: (0,), 2: (), 3: (1,)}


@given(st.lists(st.lists(st.integers(0, 3), min_size=8, max_size=8), min_size=1, max_size=6))
def test_every_community_has_one_thread_and_every_thread_ends_once(rows: list[list[int]]) -> None:
    years = {
        year: [
            {str(place) for place, label in enumerate(labels) if label == each}
            for each in sorted(set(labels))
        ]
        for year, labels in enumerate(rows)
    }
    found = follow(years)
    for year, communities in years.items():
        assert len(found.threads[year]) == len(set(found.threads[year])) == len(communities)
    seen = [thread for year in years for thread in found.threads[year]]
    assert set(seen) == set(range(len(set(seen))))
    for thread in set(seen):
        on = [year for year in years if thread in found.threads[year]]
        assert on == list(range(on[0], on[-1] + 1))


def test_names_say_who_is_in_it_and_no_more() -> None:
    labels = {"a": "Angola", "b": "Brazil"}
    assert bloc_name(["b", "a"], labels, {}) == "Angola and Brazil"
    assert bloc_name(["a"], labels, {}) == "Angola"
    assert bloc_name(["a"], labels, {}, {"the Accords": ["b"], "none": []}) == "Angola"
