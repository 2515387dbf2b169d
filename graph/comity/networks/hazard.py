"""A discrete-time hazard: how likely a state joins within a half-year, if it has not joined before.

In: rows of states at risk, with what happened to them. Out: a model that gives probabilities. What
does not belong here: what the features are (`features`), and how good it is (`backtest`).

In the half-year that begins on day *t*, state *i* joins with probability

    h(i, t) = 1 / (1 + exp(−a − x(i, t)·b))

where *x* are its features on *t*. Rows of all half-years are taken together, which makes the
likelihood that of a discrete-time survival model (Cox 1972, Allison 1982, Singer and Willett 1993).
With some tens of states that ever joined and as many features, the coefficients *b* are held small
by a ridge, ½ λ |b|² (Hoerl and Kennard 1970; le Cessie and van Houwelingen 1992); *a* is free. λ is
chosen among a few by cross-validation inside the rows given, all rows of a state in one fold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import numpy.typing as npt

    from comity.networks.features import FeatureTable

PENALTIES: Final = (1000.0, 300.0, 100.0, 30.0, 10.0, 3.0, 1.0)
"""From the strongest; of equally good ones the first is taken."""
DECIMALS: Final = 9
"""To which results are rounded: sums differ in their last bits with the number of threads."""
_FOLDS: Final = 5
_STEPS: Final = 100
_CLOSE: Final = 1e-10


@dataclass(frozen=True)
class Rows:
    """States at risk in half-years, and whether they joined in them.

    Attributes:
        names: Names of the features.
        values: Comparable values of the features; float64 of shape (rows, features).
        joined: Whether the state joined; float64 of 0 and 1, one a row.
        states: Id of the state, one a row.
        regions: Its region, one a row.
        days: The first day of the half-year, one a row.
    """

    names: tuple[str, ...]
    values: npt.NDArray[np.float64]
    joined: npt.NDArray[np.float64]
    states: tuple[str, ...]
    regions: tuple[str, ...]
    days: tuple[date, ...]


@dataclass(frozen=True)
class HazardModel:
    """A fitted hazard.

    Attributes:
        names: Names of the features.
        intercept: *a*.
        coefficients: *b*, one a feature.
        penalty: λ.
    """

    names: tuple[str, ...]
    intercept: float
    coefficients: npt.NDArray[np.float64]
    penalty: float

    def probabilities(self, table: FeatureTable, periods: int) -> npt.NDArray[np.float64]:
        """Return how likely each state of a table joins within some half-years.

        The features are held as they are on the day of the table.
        """
        hazard = logistic(self.intercept + self.chosen(table) @ self.coefficients)
        found: npt.NDArray[np.float64] = np.round(1 - (1 - hazard) ** periods, DECIMALS)
        return found

    def contributions(self, table: FeatureTable) -> npt.NDArray[np.float64]:
        """Return what each feature adds to the log-odds of each state, of shape (states, names)."""
        found: npt.NDArray[np.float64] = np.round(self.chosen(table) * self.coefficients, DECIMALS)
        return found

    def chosen(self, table: FeatureTable) -> npt.NDArray[np.float64]:
        """Return the columns of a table that the model uses."""
        return table.values[:, [table.names.index(name) for name in self.names]]


def fit_hazard(rows: Rows, names: Sequence[str] | None = None) -> HazardModel:
    """Return the model of some rows.

    Args:
        rows: What is known at the cut-off, and nothing later. Some states joined, some did not.
        names: The features to use; all unless given. None at all gives the mean hazard.
    """
    used = tuple(rows.names if names is None else names)
    values = rows.values[:, [rows.names.index(name) for name in used]]
    penalty = _best_penalty(values, rows.joined, rows.states) if used else PENALTIES[0]
    intercept, coefficients = fit_ridge(values, rows.joined, penalty)
    return HazardModel(used, intercept, coefficients, penalty)


def logistic(odds: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the probabilities of some log-odds.

    >>> logistic(np.array([0.0])).tolist()
    [0.5]
    """
    found: npt.NDArray[np.float64] = 0.5 * (1 + np.tanh(odds / 2))
    return found


def fit_ridge(
    values: npt.NDArray[np.float64], joined: npt.NDArray[np.float64], penalty: float
) -> tuple[float, npt.NDArray[np.float64]]:
    """Return intercept and coefficients that minimise the penalised negative log-likelihood.

    Newton's method; the function is convex, and strictly so where some rows are 1 and some 0. A
    step that would not lower it is halved.

    >>> rng = np.random.default_rng(1)
    >>> x = rng.normal(size=(200, 2))
    >>> y = (x[:, 0] + rng.logistic(size=200) > 1).astype(float)
    >>> a, b = fit_ridge(x, y, 10.0)
    >>> round(a, 4), b.round(4).tolist()
    (-0.9351, [0.9676, -0.0547])

    Args:
        values: Features, of shape (rows, features).
        joined: 0 or 1, one a row; both occur.
        penalty: λ, above 0.
    """
    design = np.column_stack([np.ones(len(values)), values])
    ridge = np.full(design.shape[1], penalty)
    ridge[0] = 0.0
    at = np.zeros(design.shape[1])
    mean = joined.mean()
    at[0] = np.log(mean / (1 - mean))
    loss = _loss(design, joined, ridge, at)
    for _ in range(_STEPS):
        hazard = logistic(design @ at)
        slope = design.T @ (hazard - joined) + ridge * at
        curve = (design * (hazard * (1 - hazard))[:, None]).T @ design + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        while (tried := _loss(design, joined, ridge, at - step)) > loss and np.abs(
            step
        ).max() > _CLOSE:
            step = step / 2
        at, loss = at - step, tried
        if np.abs(step).max() < _CLOSE:
            break
    return float(at[0]), at[1:]


def _loss(
    design: npt.NDArray[np.float64],
    joined: npt.NDArray[np.float64],
    ridge: npt.NDArray[np.float64],
    at: npt.NDArray[np.float64],
) -> float:
    odds = design @ at
    return float((np.logaddexp(0, odds) - joined * odds).sum() + (ridge * at * at).sum() / 2)


def _best_penalty(
    values: npt.NDArray[np.float64], joined: npt.NDArray[np.float64], states: Sequence[str]
) -> float:
    folds = _folds(joined, states)
    losses = {}
    for penalty in PENALTIES:
        loss = 0.0
        for fold in range(_FOLDS):
            out = folds == fold
            inside = joined[~out]
            if not 0 < inside.sum() < len(inside):
                continue  # nothing to learn without this fold
            intercept, coefficients = fit_ridge(values[~out], inside, penalty)
            odds = intercept + values[out] @ coefficients
            loss += float((np.logaddexp(0, odds) - joined[out] * odds).sum())
        losses[penalty] = round(loss, DECIMALS)
    return min(PENALTIES, key=lambda penalty: losses[penalty])


def _folds(joined: npt.NDArray[np.float64], states: Sequence[str]) -> npt.NDArray[np.int64]:
    """Return the fold of each row: states that joined, then the others, dealt out in turn."""
    ever = {state for state, did in zip(states, joined, strict=True) if did}
    order = sorted(set(states), key=lambda state: (state not in ever, state))
    fold = {state: position % _FOLDS for position, state in enumerate(order)}
    return np.array([fold[state] for state in states], dtype=np.int64)
