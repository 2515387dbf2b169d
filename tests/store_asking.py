"""An embedded store that is asked as one elsewhere is.

In: a store. Out: what `comity.store.asking.Asker` gives, without requests. What does not belong
here: servers (`tests.servers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class StoreAsker:
    """Whoever asks an embedded store.

    Attributes:
        asked: The texts that were asked, in their order.
    """

    address = "http://store.example/query"

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self.asked: list[str] = []

    def solutions(
        self,
        text: str,
        names: Sequence[str] = (),  # noqa: ARG002  (no answer is cut here)
        graphs: Mapping[str, Sequence[str]] | None = None,
    ) -> ox.QuerySolutions:
        """Return the solutions over some graphs, by the names of the protocol's parameters."""
        self.asked.append(text)
        default, named = (
            [ox.NamedNode(iri) for iri in (graphs or {}).get(f"{which}-graph-uri", ())]
            for which in ("default", "named")
        )
        return self.store.query(text, default_graph=default, named_graphs=named)
