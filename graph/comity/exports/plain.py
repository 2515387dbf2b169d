"""A network with plain values, for formats that know no lists and no missing values.

In: a network of `comity.analysis`. Out: the same nodes and edges in the same order, with texts and
numbers only, and days for their partial dates. What does not belong here: any format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.rdf.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

# Neither may stand in XML 1.0, not even as a reference.
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN_ELSEWHERE: Final = frozenset({"label", "start", "end"})
Plain = str | int


@dataclass(frozen=True, slots=True)
class Lifespan:
    """The days between which something may have been; what is None is open.

    Attributes:
        first: The first day that its start may mean.
        last: The last day that its end may mean.
    """

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PlainNode:
    """A node: id, label, lifespan and other values."""

    id: str
    label: str
    lifespan: Lifespan
    values: Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class PlainEdge:
    """An edge: id, ends, relation, label, lifespan and other values."""

    id: str
    tail: str
    head: str
    relation: str
    label: str
    lifespan: Lifespan
    values: Mapping[str, Plain]


def plain_nodes(graph: nx.MultiDiGraph[str]) -> Iterator[PlainNode]:
    """Yield the nodes; `since` and `until` are their dates as stated."""
    for name, facts in graph.nodes(data=True):
        yield PlainNode(name, plain_text(facts["label"]), lifespan(facts), _values(facts))


def plain_edges(graph: nx.MultiDiGraph[str]) -> Iterator[PlainEdge]:
    """Yield the edges; `since` and `until` are their dates as stated."""
    for tail, head, key, facts in graph.edges(keys=True, data=True):
        yield PlainEdge(
            f"{tail} {key} {head}",
            tail,
            head,
            facts["relation"],
            plain_text(facts["along"]),
            lifespan(facts),
            _values(facts),
        )


def lifespan(facts: Mapping[str, Any]) -> Lifespan:
    """Return the days that the dates of a node or an edge may mean.

    >>> lifespan({"start": "2024", "end": "2024-06"})
    Lifespan(first='2024-01-01', last='2024-06-30')
    >>> lifespan({"start": "2024-06-03", "end": None})
    Lifespan(first='2024-06-03', last=None)
    """
    start, end = facts.get("start"), facts.get("end")
    return Lifespan(
        PartialDate.parse(start).first_day.isoformat() if start else None,
        PartialDate.parse(end).last_day.isoformat() if end else None,
    )


def plain_text(text: object) -> str:
    r"""Return a text without the characters that XML cannot hold.

    >>> plain_text("a\x00b")
    'a\ufffdb'
    """
    return _NOT_XML.sub("\ufffd", str(text))


def _values(facts: Mapping[str, Any]) -> dict[str, Plain]:
    found: dict[str, Plain] = {
        name: value if isinstance(value, int) else _text(value)
        for name, value in facts.items()
        if name not in _SHOWN_ELSEWHERE and value not in (None, "")
    }
    found |= {
        word: _text(facts[name])
        for word, name in (("since", "start"), ("until", "end"))
        if facts.get(name)
    }
    return found


def _text(value: object) -> str:
    """Return a value as one text; ids have no spaces, so a list of them can be split again."""
    return plain_text(" ".join(value) if isinstance(value, list) else value)
