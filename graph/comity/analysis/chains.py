"""How two things are connected.

In: a store and two ids. Out: the shortest chains of accepted claims between them, each leg with its
words, dates, status, verdict and sources. What does not belong here: which of them are allowed
under which rule.

Among chains of one length, those through things with few ties come first: that two actors have
each signed a bilateral agreement says more than that both are members of the United Nations.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

import networkx as nx

from comity.analysis.networks import NETWORKS
from comity.analysis.ties import Tie, read_nodes, read_sources, read_ties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.analysis.ties import Node
    from comity.rdf.engine import Engine

_HUB_WEIGHT: Final = 0.01  # so small that it orders chains of one length alone


@dataclass(frozen=True, slots=True)
class Leg:
    """One claim of a chain.

    Attributes:
        claim: Id of the claim.
        words: The claim as a sentence, from its subject to its object.
        subject: Id of its subject.
        relation: Name of its relation.
        object: Id of its object.
        start: When it began, as stated, or empty.
        end: When it ended, as stated, or empty.
        legal_status: Label of its legal status, or empty.
        verdict: Its verdict.
        sources: Titles of its sources, each with the year of publication where it is known.
        others: Number of further claims that tie the same two things.
    """

    claim: str
    words: str
    subject: str
    relation: str
    object: str
    start: str
    end: str
    legal_status: str
    verdict: str
    sources: tuple[str, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of claims from one thing to another.

    Attributes:
        things: Ids along the chain, from the first thing to the last.
        labels: Their labels.
        legs: One claim for each step.
    """

    things: tuple[str, ...]
    labels: tuple[str, ...]
    legs: tuple[Leg, ...]

    def __str__(self) -> str:
        """Return the sentences of the legs, one a line."""
        return "\n".join(leg.words for leg in self.legs)


def chains(store: Engine, first: str, last: str, *, limit: int = 3) -> list[Chain]:
    """Return the shortest chains between two things, at most `limit`; none if nothing joins them.

    Args:
        store: Where the claims are; as of a day, if it is a store of a day.
        first: Id of the thing to begin from.
        last: Id of the thing to reach.
        limit: How many at most.
    """
    between: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in read_ties(store, NETWORKS["all"].names):
        if tie.is_accepted and tie.subject != tie.object:
            between[_pair(tie.subject, tie.object)].append(tie)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(sorted(between))
    for tail, head in graph.edges:
        crowd = math.log2(graph.degree(tail) * graph.degree(head))
        graph.edges[tail, head]["weight"] = 1 + _HUB_WEIGHT * crowd
    if first == last or first not in graph or last not in graph:
        return []
    if not nx.has_path(graph, first, last):
        return []
    paths = nx.shortest_simple_paths(graph, first, last, weight="weight")
    found: list[list[str]] = list(islice(paths, limit))
    best = {
        _pair(*step): min(between[_pair(*step)], key=_worth)
        for path in found
        for step in pairwise(path)
    }
    sources = read_sources(store, (tie.claim for tie in best.values()))
    nodes = read_nodes(store)
    return [_chain(path, best, between, nodes, sources) for path in found]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _worth(tie: Tie) -> tuple[bool, bool, bool, str, str]:
    """Order claims on one pair: supported, not ended, dated ones first, then the oldest."""
    is_supported = tie.verdict == "supported"
    return (not is_supported, tie.end is not None, tie.start is None, tie.start or "", tie.claim)


def _chain(
    path: Sequence[str],
    best: Mapping[tuple[str, str], Tie],
    between: Mapping[tuple[str, str], Sequence[Tie]],
    nodes: Mapping[str, Node],
    sources: Mapping[str, Sequence[Mapping[str, str]]],
) -> Chain:
    legs = []
    for step in pairwise(path):
        tie = best[_pair(*step)]
        legs.append(
            Leg(
                claim=tie.claim,
                words=f"{nodes[tie.subject].label} {tie.phrase} {nodes[tie.object].label}",
                subject=tie.subject,
                relation=tie.relation,
                object=tie.object,
                start=tie.start or "",
                end=tie.end or "",
                legal_status=tie.legal_status,
                verdict=tie.verdict,
                sources=tuple(_cited(source) for source in sources.get(tie.claim, ())),
                others=len(between[_pair(*step)]) - 1,
            )
        )
    return Chain(tuple(path), tuple(nodes[id_].label for id_ in path), tuple(legs))


def _cited(source: Mapping[str, str]) -> str:
    year = source["published"][:4]
    return f"{source['title']} ({year})" if year else source["title"]
