"""Two matrices about the same pairs: how far they go together, and whether by chance.

In: square matrices whose rows and columns are the same actors. Out: an `Association`. What does not
belong here: what the matrices say.

Pairs that share an actor are not independent, so no test that takes them so will do. **Null**: the
actors of one matrix change places, rows and columns together, which keeps all that either matrix is
by itself (quadratic assignment: Mantel 1967, Krackhardt 1988). **Interval**: actors are drawn with
replacement, and the pairs of those drawn are measured (Snijders and Borgatti 1999); a pair of an
actor with itself does not count.

References:
    Mantel 1967, Cancer Research 27, 209–220; Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4;
    Dekker, Krackhardt and Snijders 2007, doi:10.1007/s11336-007-9016-1; Snijders and Borgatti
    1999, Connections 22(2), 161–170.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]

FEWEST_ACTORS: Final = 10
_TINY: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Association:
    """How far two matrices go together.

    Attributes:
        r: Pearson's correlation over the pairs of which both say something.
        low: Lower end of its 95% interval.
        high: Upper end.
        p: How often it is as far from chance with actors that changed places: (r + 1) / (n + 1).
        pairs: How many pairs count.
    """

    r: float
    low: float
    high: float
    p: float
    pairs: int


def association(
    complete: Matrix, other: Matrix, *, draws: int = 999, seed: int = 0
) -> Association | None:
    """Return how far two symmetric matrices go together, or None where that has no meaning.

    Args:
        complete: Shape (n, n), with a number for every pair; its actors change places.
        other: Shape (n, n); NaN where nothing is known of a pair. The diagonals do not count.
        draws: How many null matrices, and how many draws of actors for the interval.
        seed: Of either.

    Examples:
        >>> alike = np.kron(np.eye(2), np.ones((6, 6)))
        >>> found = association(alike, alike, draws=99)
        >>> round(found.r, 2), found.p
        (1.0, 0.01)
    """
    first, second = _known(other)
    if len(complete) < FEWEST_ACTORS or not _vary(complete[first, second], other[first, second]):
        return None
    beside = _standard(other[first, second])

    def correlation(order: npt.NDArray[np.int64]) -> float:
        return float(_standard(complete[order[first], order[second]]) @ beside)

    generator = np.random.default_rng(seed)
    size = len(complete)
    found = correlation(np.arange(size))
    null = np.array([correlation(generator.permutation(size)) for _ in range(draws)])
    null = null[~np.isnan(null)]
    centre = float(null.mean())
    as_far = int((np.abs(null - centre) >= abs(found - centre) - _TINY).sum())
    drawn = [
        weighted(complete[first, second], other[first, second], times[first] * times[second])
        for times in draws_of_actors(size, draws, seed)
    ]
    low, high = np.nanquantile(drawn, (0.025, 0.975))
    return Association(found, float(low), float(high), (as_far + 1) / (len(null) + 1), len(first))


def difference(
    earlier: tuple[Matrix, Matrix],
    later: tuple[Matrix, Matrix],
    *,
    draws: int = 999,
    seed: int = 0,
) -> Association | None:
    """Return how much more two matrices go together later than earlier, for the same actors.

    Args:
        earlier: Two matrices as for `association`.
        later: The same two of the same actors at another time.
        draws: How many draws of actors, the same of both times.
        seed: Of the draws.

    Returns:
        `r` is the difference; `p` how often draws of actors change its sign, twice the less of both
        sides; `pairs` those that count later.
    """
    known = [_known(other) for _, other in (earlier, later)]
    values = [
        (complete[pairs], other[pairs])
        for (complete, other), pairs in zip((earlier, later), known, strict=True)
    ]
    size = len(earlier[0])
    if size < FEWEST_ACTORS or not all(_vary(*each) for each in values):
        return None
    then, now = (weighted(*each, np.ones(len(each[0]))) for each in values)
    drawn = []
    for times in draws_of_actors(size, draws, seed):
        weights = [times[first] * times[second] for first, second in known]
        then_drawn, now_drawn = (
            weighted(*each, by) for each, by in zip(values, weights, strict=True)
        )
        drawn.append(now_drawn - then_drawn)
    changes = np.array(drawn)
    changes = changes[~np.isnan(changes)]
    below, above = int((changes <= 0).sum()), int((changes >= 0).sum())
    low, high = np.quantile(changes, (0.025, 0.975))
    p = min(1.0, 2 * (min(below, above) + 1) / (len(changes) + 1))
    return Association(now - then, float(low), float(high), p, len(values[1][0]))


def without(matrix: Matrix, third: Matrix) -> Matrix:
    """Return what is left of a matrix when a third is held: residuals of a line through the pairs.

    Args:
        matrix: Shape (n, n); NaN where nothing is known.
        third: Shape (n, n), with a number for every pair.
    """
    first, second = _known(matrix)
    if not _vary(third[first, second]):
        return matrix
    slope, level = np.polyfit(third[first, second], matrix[first, second], 1)
    return np.asarray(matrix - (level + slope * third))


def draws_of_actors(size: int, draws: int, seed: int) -> Iterator[npt.NDArray[np.float64]]:
    """Yield how often each actor is drawn, with replacement."""
    generator = np.random.default_rng(seed)
    for _ in range(draws):
        yield np.bincount(generator.integers(size, size=size), minlength=size).astype(float)


def weighted(
    one: npt.NDArray[np.float64], other: npt.NDArray[np.float64], by: npt.NDArray[np.float64]
) -> float:
    """Return the correlation of pairs that count several times; NaN where one does not vary."""
    total = by.sum()
    if total <= 0:
        return float("nan")
    left, right = one - by @ one / total, other - by @ other / total
    spread = (by @ left**2) * (by @ right**2)
    return float(by @ (left * right) / np.sqrt(spread)) if spread > _TINY else float("nan")


def _known(other: Matrix) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    first, second = np.nonzero(np.triu(~np.isnan(other), 1))
    return first.astype(np.int64), second.astype(np.int64)


def _vary(*values: npt.NDArray[np.float64]) -> bool:
    return all(len(each) > 1 and float(np.ptp(each)) > _TINY for each in values)


def _standard(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return values with mean 0 and length 1, so that a product is a correlation."""
    left = values - values.mean()
    length = float(np.sqrt(left @ left))
    return np.asarray(left / length if length > _TINY else np.full(len(left), np.nan))
