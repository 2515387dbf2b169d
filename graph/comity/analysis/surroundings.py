"""What surrounds some things.

In: a store, the ids in the centre and a depth. Out: the graph of all ties among the things within
that depth, each edge with its claims and sources in full, and how many things were left out. What
does not belong here: the picture.

A thing with very many ties (a great power, a treaty with a hundred parties) is shown but not walked
through, since everything is near everything else by way of it. Persons, satellites and crewed
flights are shown when they are asked for, or where there are only a few (`listed`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.analysis.listed import Listed
from comity.analysis.networks import NETWORKS, graph_of
from comity.analysis.ties import Tie, read_nodes, read_sources, read_ties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import networkx as nx

    from comity.rdf.engine import Engine

HUB: Final = 40
_SEVERITY: Final = ("supported", "unverified", "outdated", "disputed", "contradicted")


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A part of the network around some things.

    Attributes:
        graph: Nodes as in `network`, with `distance` from the centre. Edges with `relation`,
            `phrase`, `along`, `subject`, `object`, `start`, `end`, `ended`, `planned` (not begun),
            `verdict`, `inferred` and `claims`, each claim a dict with its dates (as stated,
            and the first and last day on which it may have held), verdict, legal status, note and
            sources.
        centre: The ids asked for.
        omitted: Number of things within the depth that were left out to keep within the limit.
        unlisted: How many persons, satellites and crewed flights of each thing walked through were
            left out because they are many, by kind.
    """

    graph: nx.MultiDiGraph[str]
    centre: tuple[str, ...]
    omitted: int
    unlisted: Mapping[str, int]


def neighbourhood(
    store: Engine, centre: Sequence[str], *, depth: int, limit: int, today: date
) -> Neighbourhood:
    """Return what surrounds some things.

    Args:
        store: Where the claims are.
        centre: Ids that exist in the store.
        depth: How many ties a thing may be away; 0 gives the centre alone.
        limit: How many things may be shown; the nearest and best connected are kept.
        today: Day by which a tie counts as ended.
    """
    every = NETWORKS["all"]
    listed = Listed(store, read_ties(store, every.names, without=every.without_kinds))
    distances = _distances(listed, centre, depth)
    ties, adjacent = listed.ties, listed.adjacent
    kept = _nearest(distances, adjacent, limit)
    inside = [tie for tie in ties if tie.subject in kept and tie.object in kept]
    nodes = read_nodes(store, kept)
    graph = graph_of(inside, nodes)
    for name in centre:
        if name not in graph:
            graph.add_node(name, **{k: v for k, v in asdict(nodes[name]).items() if k != "id"})
    for name in graph:
        graph.nodes[name]["distance"] = distances[name]
    _describe_edges(graph, inside, read_sources(store, (tie.claim for tie in inside)), today)
    return Neighbourhood(graph, tuple(centre), len(distances) - len(kept), listed.unlisted)


def _distances(listed: Listed, centre: Sequence[str], depth: int) -> dict[str, int]:
    distances = dict.fromkeys(centre, 0)
    ring = list(distances)
    for distance in range(1, depth + 1):
        through = [name for name in ring if distance == 1 or len(listed.adjacent[name]) <= HUB]
        near = {other for name in through for other in listed.near(name, asked=distance == 1)}
        ring = sorted(near - distances.keys())
        distances.update(dict.fromkeys(ring, distance))
    return distances


def _nearest(
    distances: Mapping[str, int], adjacent: Mapping[str, set[str]], limit: int
) -> set[str]:
    inside = Counter(
        {name: len(adjacent.get(name, set()) & distances.keys()) for name in distances}
    )
    ranked = sorted(distances, key=lambda name: (distances[name], -inside[name], name))
    return set(ranked[:limit])


def _describe_edges(
    graph: nx.MultiDiGraph[str],
    ties: Sequence[Tie],
    sources: Mapping[str, list[dict[str, str]]],
    today: date,
) -> None:
    by_claim = {tie.claim: tie for tie in ties}
    for _, _, edge in graph.edges(data=True):
        among = [by_claim[name] for name in edge["claims"]]
        edge["claims"] = [_claim(tie, sources.get(tie.claim, [])) for tie in among]
        edge["verdict"] = min((tie.verdict for tie in among), key=_SEVERITY.index)
        edge["ended"] = all(tie.latest and tie.latest < today.isoformat() for tie in among)
        edge["planned"] = all(tie.earliest and tie.earliest > today.isoformat() for tie in among)
        edge["inferred"] = False


def _claim(tie: Tie, sources: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "id": tie.claim,
        "start": tie.start,
        "end": tie.end,
        "earliest": tie.earliest,
        "latest": tie.latest,
        "verdict": tie.verdict,
        "legal_status": tie.legal_status,
        "note": tie.note,
        "sources": sources,
    }
