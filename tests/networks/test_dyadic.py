"""Two matrices about the same pairs, and two groups within strata."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.stats import kstest

from comity.networks.dyadic import association, difference, without
from comity.networks.strata import compare_within

ACTORS = 24
Matrix = npt.NDArray[np.float64]


def groups(count: int = 3) -> Matrix:
    of = np.arange(ACTORS) % count
    return (of[:, None] == of[None, :]).astype(float)


def noise(seed: int) -> Matrix:
    drawn = np.random.default_rng(seed).normal(size=(ACTORS, ACTORS))
    return np.asarray(drawn + drawn.T)


def shuffled(matrix: Matrix, seed: int) -> Matrix:
    order = np.random.default_rng(seed).permutation(len(matrix))
    return matrix[np.ix_(order, order)]


def test_votes_that_follow_planted_blocs_are_found() -> None:
    found = association(groups(), groups() + 0.5 * noise(0), draws=199)
    assert found is not None
    assert found.p == 0.005
    assert 0.3 < found.low < found.r < found.high


def test_votes_dealt_to_other_states_are_not() -> None:
    found = association(groups(), shuffled(groups() + 0.5 * noise(0), 1), draws=199)
    assert found is not None
    assert found.p > 0.05
    assert found.low < 0 < found.high


def test_of_unrelated_matrices_p_is_uniform() -> None:
    made = [association(shuffled(groups(), seed), noise(seed), draws=49) for seed in range(150)]
    values = [found.p for found in made if found]
    assert len(values) == 150
    assert kstest(values, "uniform").pvalue > 0.01


def test_actors_that_differ_are_no_association() -> None:
    """Who differs from all differs in a whole row, which is no evidence pair by pair."""
    apart = np.random.default_rng(3).normal(size=ACTORS)
    made = [
        association(groups(2), np.add.outer(*[apart[order]] * 2), draws=49)
        for order in (np.random.default_rng(seed).permutation(ACTORS) for seed in range(100))
    ]
    assert sum(found.p <= 0.05 for found in made if found) <= 10


def test_pairs_of_which_nothing_is_known_do_not_count() -> None:
    votes = groups() + 0.1 * noise(0)
    votes[0, :] = votes[:, 0] = np.nan
    found = association(groups(), votes, draws=19)
    assert found is not None
    assert found.pairs == (ACTORS - 1) * (ACTORS - 2) / 2
    assert found.r > 0.8


def test_what_goes_with_a_third_matrix_is_taken_out() -> None:
    region = groups(2)
    blocs, votes = region, 2 * region + 0.01 * noise(0)
    before, after = (association(blocs, each, draws=99) for each in (votes, without(votes, region)))
    assert before is not None
    assert before.p == 0.01
    assert after is not None
    assert abs(after.r) < 1e-9


def test_a_planted_change_is_found_and_no_change_is_not() -> None:
    unlike, alike = shuffled(groups(), 5) + noise(1), groups() + 0.2 * noise(2)
    grown = difference((groups(), unlike), (groups(), alike), draws=199)
    assert grown is not None
    assert grown.p == 0.01
    assert grown.low > 0.3
    same = difference((groups(), alike), (groups(), groups() + 0.2 * noise(3)), draws=199)
    assert same is not None
    assert same.p > 0.05


def test_few_actors_or_one_bloc_tell_nothing() -> None:
    assert association(np.ones((9, 9)), noise(0)[:9, :9]) is None
    assert association(np.ones((ACTORS, ACTORS)), noise(0)) is None
    assert difference((np.ones((ACTORS, ACTORS)), noise(0)), (groups(), noise(1))) is None


def test_the_same_seed_gives_the_same() -> None:
    one, other = (association(groups(), noise(9), draws=49, seed=4) for _ in range(2))
    assert one == other


def test_a_group_with_more_is_found_within_strata() -> None:
    rng = np.random.default_rng(0)
    strata = [number % 3 for number in range(60)]
    inside = [bool(flag) for flag in rng.random(60) < 0.5]
    values = [place + 2.0 * is_in for place, is_in in zip(rng.normal(size=60), inside, strict=True)]
    found = compare_within(values, inside, strata, draws=199)
    assert found is not None
    assert found.p == 0.005
    assert found.low > 0.7


def test_what_the_stratum_explains_is_not_found() -> None:
    """The group is in the busy stratum, where all have more; within it, nobody has."""
    rng = np.random.default_rng(1)
    strata = [0] * 40 + [1] * 40
    inside = [bool(x) for x in rng.random(80) < np.repeat([0.2, 0.8], 40)]
    values = [10.0 * stratum + rng.normal() for stratum in strata]
    found = compare_within(values, inside, strata, draws=199)
    assert found is not None
    assert found.p > 0.05
    assert found.low < 0.5 < found.high


def test_within_strata_p_is_uniform_by_chance() -> None:
    made = []
    for seed in range(120):
        rng = np.random.default_rng(seed)
        inside = [bool(x) for x in rng.random(40) < 0.5]
        drawn, strata = list(rng.normal(size=40)), [n % 2 for n in range(40)]
        made.append(compare_within(drawn, inside, strata, draws=19))
    assert kstest([found.p for found in made if found], "uniform").pvalue > 0.01


def test_groups_of_few_are_not_compared() -> None:
    assert compare_within([1.0, 2.0, 3.0], [True, False, False], [0, 0, 0]) is None
