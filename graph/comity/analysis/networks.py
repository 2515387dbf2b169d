"""Named networks.

In: a store and the name of a network. Out: a NetworkX MultiDiGraph with one edge for each pair of
things and relation, which lists the claims that it rests on. What does not belong here: measures.

Three networks are sums over flights and satellites (`dyads`): one edge for each pair of nations,
with the claims of all of them.

Contradicted, outdated and disputed claims are left out. Edges run as arrows in pictures do: from
the member to the body, from the provider to the mission. A store as of a day has that day's claims
only; a store of all times gives the network of a day too, unless it is a sum: see `tells_days`.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import networkx as nx

from comity.analysis.dyads import read_dyads
from comity.analysis.ties import (
    LISTED_KINDS,
    VOTED,
    Tie,
    finer_relations,
    plain_flights,
    read_nodes,
    read_ties,
)
from comity.errors import UnknownName
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from comity.analysis.dyads import Dyad
    from comity.analysis.ties import Node
    from comity.rdf.engine import Engine


@dataclass(frozen=True, slots=True)
class NetworkKind:
    """What a named network is.

    Attributes:
        nodes: What a node is.
        edges: What an edge is.
        relations: The relations whose claims become edges.
        without: Relations left out of them.
        without_kinds: Kinds of things left out, with their ties.
        without_flights: Whether crewed flights are left out of which no more is recorded than who
            ran and launched them.
        phrase: Words from one end of an edge to the other, where an edge is a sum over dyads.
    """

    nodes: str
    edges: str
    relations: tuple[str, ...]
    without: tuple[str, ...] = ()
    without_kinds: tuple[str, ...] = ()
    without_flights: bool = False
    phrase: str = ""

    @property
    def names(self) -> frozenset[str]:
        """Names of the relations, with all finer ones."""
        return finer_relations(*self.relations) - finer_relations(*self.without)


NETWORKS: Final[Mapping[str, NetworkKind]] = {
    "membership": NetworkKind(
        nodes="actors, and the bodies, accords and programmes they belong to",
        edges="a standing: member, party, signatory, observer, participant and so on",
        relations=("affiliated_with",),
    ),
    "payload": NetworkKind(
        nodes="providers, instruments, missions and those who operate or launch them, without"
        " crewed flights that carried nothing on record",
        edges="who provides which instrument to which mission, and who runs that mission",
        relations=("carries_payload", "provided_by", "operates", "launched_by", "contributes_to"),
        without_kinds=LISTED_KINDS,
        without_flights=True,
    ),
    "cooperation": NetworkKind(
        nodes="nations, agencies and institutions that work together",
        edges="a stated cooperation; it runs both ways, and is given once",
        relations=("cooperates_with",),
    ),
    "restriction": NetworkKind(
        nodes="restrictions, those whom they bind and those with whom they limit dealings",
        edges="a rule binds an actor, limits dealings with one, or was excepted from",
        relations=("restricted_by", "restricts_dealings_with", "authorised_exception_to"),
    ),
    "samples": NetworkKind(
        nodes="sample collections, the missions that returned them and those who received parts",
        edges="returned, or received as a loan or gift",
        relations=("returned_sample", "received_samples"),
    ),
    "votes": NetworkKind(
        nodes="nations and resolutions of the General Assembly",
        edges="a vote: for, against, abstaining or absent",
        relations=(VOTED,),
    ),
    "crews": NetworkKind(
        nodes="nations",
        edges="two nations flew together: citizens of both went up to orbit on one craft",
        relations=("flew_on",),
        phrase="flew with",
    ),
    "launches": NetworkKind(
        nodes="nations, agencies and organisations",
        edges="the second launched satellites that the first owns; it runs from owner to launcher",
        relations=("launched_by", "owned_by"),
        phrase="had satellites launched by",
    ),
    "builds": NetworkKind(
        nodes="nations, agencies and organisations",
        edges="the second built satellites that the first owns; it runs from owner to builder",
        relations=("built_by", "owned_by"),
        phrase="had satellites built by",
    ),
    "all": NetworkKind(
        nodes="all things but persons and satellites",
        edges="every tie but the votes",
        relations=tuple(RELATIONS),
        without=(VOTED,),
        without_kinds=LISTED_KINDS,
    ),
}


def tells_days(kind: str) -> bool:
    """Tell whether a network of a day can be had from a store of all times.

    Sums over flights and satellites cannot: their claims are read without the days of their ends.
    """
    return kind in NETWORKS and not NETWORKS[kind].phrase


def network(store: Engine, kind: str, day: date | None = None) -> nx.MultiDiGraph[str]:
    """Return a named network.

    Args:
        store: Where the claims are; as of a day, if it is a store of a day.
        kind: One of `NETWORKS`.
        day: Only ties that may have held on it; for kinds that tell days.

    Returns:
        Nodes are ids with `kind`, `label`, `description`, `start` and `end`. Edges are keyed by the
        relation's name and have `relation`, `phrase` (the words from subject to object), `along`
        (the words along the edge), `subject`, `object`, `start`, `end` and
        `claims`, the sorted ids of the claims. Edges that sum dyads have `count`, the number of
        flights or satellites, `things`, their ids, and `last`, the last launch, as well; they are
        keyed by the name of the network.

    Raises:
        UnknownName: There is no network of that name.
    """
    if kind not in NETWORKS:
        nearest = difflib.get_close_matches(kind, NETWORKS, n=1)
        raise UnknownName("network", kind, nearest, f"choose one of {', '.join(NETWORKS)}")
    wanted = NETWORKS[kind]
    if wanted.phrase:
        graph = _graph_of_dyads(read_dyads(store, kind), kind, read_nodes(store))  # type: ignore[arg-type]
        graph.graph["kind"] = kind
        return graph
    ties = read_ties(store, wanted.names, without=wanted.without_kinds)
    ties = [tie for tie in ties if tie.is_accepted and (day is None or tie.may_hold(day))]
    if wanted.without_flights:
        flights = plain_flights(store, ties)
        ties = [tie for tie in ties if not {tie.subject, tie.object} & flights]
    graph = graph_of(ties, read_nodes(store))
    graph.graph["kind"] = kind
    return graph


def graph_of(ties: Iterable[Tie], nodes: Mapping[str, Node]) -> nx.MultiDiGraph[str]:
    """Return the graph of some ties, with nodes and edges in a fixed order."""
    edges: dict[tuple[str, str, str], list[Tie]] = {}
    for tie in ties:
        edges.setdefault((*tie.arrow, tie.relation), []).append(tie)
    graph = _graph_of_nodes({end for tail, head, _ in edges for end in (tail, head)}, nodes)
    for (tail, head, relation), among in sorted(edges.items()):
        first = among[0]
        graph.add_edge(
            tail,
            head,
            key=relation,
            relation=relation,
            phrase=RELATIONS[relation].phrase,
            along=RELATIONS[relation].along,
            subject=first.subject,
            object=first.object,
            start=min((tie.start for tie in among if tie.start), default=None),
            end=None
            if any(tie.end is None for tie in among)
            else max(str(tie.end) for tie in among),
            claims=sorted(tie.claim for tie in among),
        )
    return graph


def _graph_of_dyads(
    dyads: Iterable[Dyad], kind: str, nodes: Mapping[str, Node]
) -> nx.MultiDiGraph[str]:
    edges: dict[tuple[str, str], list[Dyad]] = {}
    for dyad in dyads:
        edges.setdefault((dyad.first, dyad.second), []).append(dyad)
    graph = _graph_of_nodes({end for pair in edges for end in pair}, nodes)
    phrase = NETWORKS[kind].phrase
    for (first, second), among in sorted(edges.items()):
        graph.add_edge(
            first,
            second,
            key=kind,
            relation=kind,
            phrase=phrase,
            along=phrase,
            subject=first,
            object=second,
            start=among[0].day,
            end=None,
            last=among[-1].day,
            count=sum(dyad.units for dyad in among),
            things=[dyad.thing for dyad in among],
            claims=sorted({claim for dyad in among for claim in dyad.claims}),
        )
    return graph


def _graph_of_nodes(names: Iterable[str], nodes: Mapping[str, Node]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in sorted(names):
        node = nodes[name]
        graph.add_node(
            name,
            kind=node.kind,
            label=node.label,
            description=node.description,
            start=node.start,
            end=node.end,
        )
    return graph
