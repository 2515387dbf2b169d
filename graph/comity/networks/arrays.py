"""Weighted graphs as arrays, for what is run hundreds of times.

In: a NetworkX graph or a square matrix. Out: `Weights`, a symmetric matrix by rows. What does not
belong here: what is found in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import networkx as nx
    import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """An undirected weighted graph without loops, as compressed rows of a symmetric matrix.

    Attributes:
        starts: Where each row starts in the other two, and where the last ends; int64, n + 1.
        columns: The neighbours, row by row, rising within a row; int32.
        values: The weights, all above 0; float64.
    """

    starts: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int32]
    values: npt.NDArray[np.float64]

    @classmethod
    def of_edges(
        cls,
        size: int,
        first: npt.NDArray[np.int64],
        second: npt.NDArray[np.int64],
        values: npt.NDArray[np.float64],
    ) -> Weights:
        """Return the graph of edges that are given once each; loops and zeros are left out."""
        kept = (first != second) & (values > 0)
        rows = np.concatenate((first[kept], second[kept]))
        columns = np.concatenate((second[kept], first[kept]))
        order = np.lexsort((columns, rows))
        starts = np.zeros(size + 1, dtype=np.int64)
        np.cumsum(np.bincount(rows, minlength=size), out=starts[1:])
        both = np.concatenate((values[kept], values[kept]))
        return cls(starts, columns[order].astype(np.int32), both[order].astype(np.float64))

    @classmethod
    def of_matrix(cls, matrix: npt.NDArray[np.float64]) -> Weights:
        """Return the graph of a symmetric matrix; what is not above 0 is no edge."""
        first, second = np.nonzero(np.triu(matrix, 1) > 0)
        return cls.of_edges(len(matrix), first, second, matrix[first, second])

    @classmethod
    def of_graph(cls, graph: nx.Graph[str], weight: str | None = "weight") -> Weights:
        """Return a graph whose nodes are numbered in the graph's own order.

        Args:
            graph: An undirected graph.
            weight: The name of the edges' weight, which is 1 where there is none; None lets every
                edge weigh 1.
        """
        place = {node: number for number, node in enumerate(graph)}
        ends = [(place[one], place[other]) for one, other in graph.edges]
        values = [
            1.0 if weight is None else float(data.get(weight, 1.0))
            for *_, data in graph.edges(data=True)
        ]
        pairs = np.array(ends, dtype=np.int64).reshape(-1, 2)
        return cls.of_edges(len(graph), pairs[:, 0], pairs[:, 1], np.array(values, dtype=float))

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.starts) - 1

    @property
    def strengths(self) -> npt.NDArray[np.float64]:
        """The sum of the weights of each node's edges; float64, n."""
        rows = np.repeat(np.arange(self.size), np.diff(self.starts))
        return np.bincount(rows, weights=self.values, minlength=self.size).astype(np.float64)

    def matrix(self) -> npt.NDArray[np.float64]:
        """Return the whole matrix; float64, n by n."""
        found = np.zeros((self.size, self.size))
        rows = np.repeat(np.arange(self.size), np.diff(self.starts))
        found[rows, self.columns] = self.values
        return found
