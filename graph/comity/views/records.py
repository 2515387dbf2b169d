"""A neighbourhood as plain records, ready for a page: things, ties and their claims.

In: a networkx graph whose nodes are things and whose edges are ties with claims. Out: dictionaries
of texts, numbers and lists, cleaned by `comity.views.wording`, in a fixed order. What does not
belong here: places, colours and HTML.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from comity.claims.publication import published_by
from comity.views.palette import VERDICTS, look_of, standing_of
from comity.views.wording import label_lines, lifespan, period, readable, shortened, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import networkx as nx

    Record = dict[str, Any]

BEND: Final = 0.16
"""How far parallel ties bend away from one another, as vis-network's roundness."""


def thing_records(graph: nx.MultiDiGraph[str], centre: Iterable[str], today: date) -> list[Record]:
    """Return one record a node: centre first, then by distance, kind and id.

    Each record has a short key (`n0`, `n1` …) for use inside the page, so that no name that a
    source wrote is ever the key of an object in the browser.

    Args:
        graph: The neighbourhood.
        centre: Ids of the things that were asked for.
        today: Day of the release; all after it is planned.
    """
    asked = set(centre)
    order = sorted(
        graph,
        key=lambda node: (
            node not in asked,
            int(graph.nodes[node].get("distance", 0)),
            str(graph.nodes[node].get("kind", "")),
            node,
        ),
    )
    return [
        _thing(f"n{at}", node, graph.nodes[node], today, asked=node in asked)
        for at, node in enumerate(order)
    ]


def _thing(key: str, node: str, facts: Mapping[str, Any], today: date, *, asked: bool) -> Record:
    label = readable(facts.get("label") or node)
    start, end = readable(facts.get("start")), readable(facts.get("end"))
    kind = readable(facts.get("kind"))
    return {
        "key": key,
        "node": node,
        "id": readable(node),
        "label": label,
        "short": shortened(label),
        "lines": label_lines(label),
        "kind": kind,
        "kind_words": look_of(kind).one,
        "description": readable(facts.get("description")),
        "period": lifespan(readable(node), start, end, today),
        "distance": int(facts.get("distance", 0)),
        "centre": asked,
    }


def tie_records(graph: nx.MultiDiGraph[str], things: list[Record], today: date) -> list[Record]:
    """Return one record an edge, in the order of tail, head and relation.

    Args:
        graph: The neighbourhood.
        things: Records of its nodes.
        today: Day of the release; all after it is planned.
    """
    by_node = {thing["node"]: thing for thing in things}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: (*edge[:2], str(edge[2])))
    ties = [
        _tie(f"e{at}", by_node[tail], by_node[head], str(key), facts, by_node, today)
        for at, (tail, head, key, facts) in enumerate(edges)
    ]
    _bend_parallel(ties)
    return ties


def _tie(
    key: str,
    tail: Record,
    head: Record,
    relation: str,
    facts: Mapping[str, Any],
    by_node: Mapping[str, Record],
    today: date,
) -> Record:
    subject = by_node.get(str(facts.get("subject")), tail)
    thing = by_node.get(str(facts.get("object")), head)
    verdict = readable(facts.get("verdict")).lower()
    ended, inferred = bool(facts.get("ended")), bool(facts.get("inferred"))
    start, end = readable(facts.get("start")), readable(facts.get("end"))
    relation = readable(facts.get("relation") or relation)
    phrase = shortened(readable(facts.get("phrase")) or relation.replace("_", " "), 60)
    return {
        "key": key,
        "tail": tail["key"],
        "head": head["key"],
        "subject": subject["key"],
        "object": thing["key"],
        "relation": relation,
        "phrase": phrase,
        "along": shortened(readable(facts.get("along")), 60) or phrase,
        "standing": readable(facts.get("ruling"))
        or standing_of(
            verdict, ended=ended, inferred=inferred, planned=bool(facts.get("planned"))
        ).value,
        "ended": ended,
        "inferred": inferred,
        "verdict": verdict,
        "verdict_words": _verdict_words(verdict),
        "start": start,
        "end": end,
        "period": period(start, end, today),
        "claims": [_claim(claim, today) for claim in facts.get("claims") or ()],
    }


def _claim(claim: Mapping[str, Any], today: date) -> Record:
    start, end = readable(claim.get("start")), readable(claim.get("end"))
    verdict = readable(claim.get("verdict")).lower()
    return {
        "id": readable(claim.get("id")),
        "start": start,
        "end": end,
        "period": period(start, end, today),
        "verdict": verdict,
        "verdict_words": _verdict_words(verdict),
        "legal_status": readable(claim.get("legal_status")).replace("_", " "),
        "note": readable(claim.get("note")),
        "sources": [_source(source) for source in claim.get("sources") or ()],
    }


def _source(source: Mapping[str, Any]) -> Record:
    url = web_address(source.get("url"))
    return {
        "title": readable(source.get("title")) or url or "(no title)",
        "publisher": published_by(readable(source.get("publisher")), readable(source.get("via"))),
        "published": readable(source.get("published")),
        "url": url,
        "unlinked": "" if url else readable(source.get("url")),
    }


def _verdict_words(verdict: str) -> str:
    return VERDICTS.get(verdict, verdict or VERDICTS["unverified"])


def _bend_parallel(ties: list[Record]) -> None:
    """Give each tie a signed bend: nought alone, spread evenly among ties of the same pair."""
    pairs: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for tie in ties:
        pairs[tuple(sorted((tie["tail"], tie["head"])))].append(tie)
    for pair, together in pairs.items():
        for at, tie in enumerate(together):
            side = 1 if tie["tail"] == pair[0] else -1
            tie["bend"] = round(side * BEND * (2 * at - (len(together) - 1)), 3)
