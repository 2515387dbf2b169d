"""A neighbourhood of Chang'e-6 as the pages' tests see it: about the size of a real one.

Texts and dates are examples for tests; the curated tables are the place of what is claimed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import networkx as nx

from comity.views.neighbourhood import PageFacts

if TYPE_CHECKING:
    from collections.abc import Iterable

THINGS = [
    ("mission/change-6", "Chang'e-6", 0, "2024-05-03", "2024-06-25"),
    ("agency/cnsa", "China National Space Administration", 1, "1993-04-22", None),
    ("programme/clep", "Chinese Lunar Exploration Program", 1, "2004-01", None),
    ("instrument/dorn", "DORN", 1, None, None),
    ("instrument/nils", "Negative Ions at the Lunar Surface", 1, None, None),
    ("instrument/inrri", "INRRI", 1, None, None),
    ("instrument/icube-q", "ICUBE-Q", 1, "2024-05-08", None),
    ("sample/change-6-samples", "Chang'e-6 samples", 1, "2024-06-25", None),
    ("nation/chn", "China", 2, None, None),
    ("agency/cnes", "CNES", 2, "1961-12-19", None),
    ("institution/irap", "IRAP", 2, "2011-01", None),
    ("organisation/esa", "European Space Agency", 2, "1975-05-30", None),
    ("institution/irf", "Swedish Institute of Space Physics", 2, None, None),
    ("institution/infn", "INFN", 2, None, None),
    ("agency/asi", "Italian Space Agency", 2, "1988", None),
    ("agency/suparco", "SUPARCO", 2, "1961-09-16", None),
    ("institution/ist", "Institute of Space Technology", 2, "2002", None),
    ("institution/sjtu", "Shanghai Jiao Tong University", 2, "1896", None),
    ("nation/fra", "France", 3, None, None),
    ("nation/swe", "Sweden", 3, None, None),
    ("nation/ita", "Italy", 3, None, None),
    ("nation/pak", "Pakistan", 3, None, None),
    ("restriction/wolf-amendment", "Wolf Amendment", 2, "2011-04-15", None),
    ("programme/ilrs", "International Lunar Research Station", 2, "2021-03-09", None),
    ("accord/artemis-accords", "Artemis Accords", 3, "2020-10-13", None),
    ("event/iac-2023", "International Astronautical Congress 2023", 2, "2023-10-02", "2023-10-06"),
]

# subject, relation, object, start, end, verdict, inferred; tails of the arrows are in BACKWARDS
TIES = [
    ("mission/change-6", "carries_payload", "instrument/dorn", "2024-05-03", None, "supported", 0),
    ("mission/change-6", "carries_payload", "instrument/nils", "2024-05-03", None, "supported", 0),
    ("mission/change-6", "carries_payload", "instrument/inrri", "2024-05-03", None, "supported", 0),
    (
        "mission/change-6",
        "carries_payload",
        "instrument/icube-q",
        "2024-05-03",
        "2024-05-08",
        "supported",
        0,
    ),
    ("agency/cnsa", "operates", "mission/change-6", "2024-05-03", "2024-06-25", "supported", 0),
    ("mission/change-6", "part_of", "programme/clep", None, None, "supported", 0),
    (
        "mission/change-6",
        "returned_sample",
        "sample/change-6-samples",
        "2024-06-25",
        None,
        "supported",
        0,
    ),
    ("agency/cnsa", "operates", "programme/clep", "2004-01", None, "supported", 0),
    ("agency/cnsa", "agency_of", "nation/chn", "1993-04-22", None, "supported", 0),
    ("instrument/dorn", "provided_by", "institution/irap", None, None, "supported", 0),
    ("instrument/dorn", "provided_by", "agency/cnes", None, None, "supported", 0),
    ("instrument/nils", "provided_by", "organisation/esa", None, None, "supported", 0),
    ("instrument/nils", "provided_by", "institution/irf", None, None, "supported", 0),
    ("instrument/inrri", "provided_by", "institution/infn", None, None, "supported", 0),
    ("instrument/inrri", "provided_by", "agency/asi", None, None, "unverified", 0),
    ("instrument/icube-q", "provided_by", "institution/ist", None, None, "supported", 0),
    ("instrument/icube-q", "provided_by", "institution/sjtu", None, None, "supported", 0),
    ("instrument/icube-q", "provided_by", "agency/suparco", None, None, "supported", 0),
    ("agency/cnes", "agency_of", "nation/fra", "1961-12-19", None, "supported", 0),
    ("institution/irap", "part_of", "nation/fra", None, None, "supported", 1),
    ("nation/fra", "member_of", "organisation/esa", "1975-05-30", None, "supported", 0),
    ("nation/swe", "member_of", "organisation/esa", "1975-05-30", None, "supported", 0),
    ("nation/ita", "member_of", "organisation/esa", "1975-05-30", None, "supported", 0),
    ("institution/irf", "part_of", "nation/swe", None, None, "supported", 1),
    ("agency/asi", "agency_of", "nation/ita", "1988", None, "supported", 0),
    ("agency/suparco", "agency_of", "nation/pak", "1961-09-16", None, "supported", 0),
    ("institution/ist", "part_of", "agency/suparco", None, None, "supported", 0),
    ("agency/cnsa", "cooperates_with", "agency/suparco", "2018", None, "supported", 0),
    ("agency/cnsa", "cooperates_with", "organisation/esa", "2015", "2023-01", "supported", 0),
    ("organisation/esa", "expressed_interest_in", "programme/ilrs", "2021", "2022", "disputed", 0),
    ("agency/cnsa", "operates", "programme/ilrs", "2021-03-09", None, "supported", 0),
    ("nation/pak", "member_of", "programme/ilrs", "2023-10", None, "supported", 0),
    (
        "restriction/wolf-amendment",
        "restricts_dealings_with",
        "agency/cnsa",
        "2011-04",
        None,
        "x",
        0,
    ),
    ("nation/fra", "party_to", "accord/artemis-accords", "2022-06-07", None, "supported", 0),
    ("nation/ita", "party_to", "accord/artemis-accords", "2020-10-13", None, "supported", 0),
    ("nation/swe", "party_to", "accord/artemis-accords", "2024-04-16", None, "supported", 0),
    ("agency/cnsa", "takes_part_in", "event/iac-2023", "2023-10-02", "2023-10-06", "outdated", 0),
    (
        "agency/suparco",
        "takes_part_in",
        "event/iac-2023",
        "2023-10-02",
        "2023-10-06",
        "outdated",
        0,
    ),
    ("agency/cnsa", "claims_membership_of", "programme/ilrs", "2024", None, "contradicted", 0),
]

BACKWARDS = {"carries_payload", "provided_by", "restricted_by"}

PAGE = PageFacts(
    title="Chang'e-6 and its partners",
    subtitle="Things within three steps of the mission that returned samples from the far side",
    as_of="2024-06-30",
    snapshot="0.1.0 of 2026-11-20",
    today=date(2026, 11, 20),
    centre=("mission/change-6",),
    omitted=12,
    version="0.1.0",
)


def claim(subject: str, relation: str, thing: str, **facts: Any) -> dict[str, Any]:
    slug = "-".join(part.split("/")[-1].replace("_", "-") for part in (subject, relation, thing))
    sources = [
        {
            "title": "Chang'e-6 mission: international payloads",
            "publisher": "China National Space Administration",
            "url": "https://www.cnsa.gov.cn/english/",
            "published": "2024-05-03",
        }
    ]
    if relation == "provided_by":
        sources.append(
            {
                "title": "A European instrument on the far side of the Moon",
                "publisher": "European Space Agency",
                "url": "https://www.esa.int/",
                "published": "2024-05",
            }
        )
    return {
        "id": slug,
        "start": None,
        "end": None,
        "verdict": "supported",
        "legal_status": None,
        "note": None,
        "sources": sources,
        **facts,
    }


def sample_graph() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, label, distance, start, end in THINGS:
        kind = node.split("/")[0]
        graph.add_node(
            node,
            label=label,
            kind=kind,
            description=f"{label}, an example {kind} of the sample neighbourhood.",
            start=start,
            end=end,
            distance=distance,
        )
    for subject, relation, thing, start, end, verdict, inferred in TIES:
        seen = "supported" if verdict == "x" else verdict
        one = claim(
            subject,
            relation,
            thing,
            start=start,
            end=end,
            verdict=seen,
            legal_status="binding" if relation == "party_to" else None,
            note="Sources give different accounts."
            if seen in {"disputed", "contradicted"}
            else None,
        )
        tail, head = (thing, subject) if relation in BACKWARDS else (subject, thing)
        graph.add_edge(
            tail,
            head,
            key=relation,
            relation=relation,
            phrase=relation.replace("_", " "),
            subject=subject,
            object=thing,
            ended=bool(end and end < "2024-06-30"),
            verdict=seen,
            inferred=bool(inferred),
            start=start,
            end=end,
            claims=[] if inferred else [one],
        )
    return graph


def small_graph(labels: Iterable[str]) -> nx.MultiDiGraph[str]:
    """Return a chain of missions with these labels, each fact of it filled with the label."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = list(labels)
    for at, label in enumerate(names):
        graph.add_node(
            f"mission/{at}{label}",
            label=label,
            kind=label if at % 2 else "mission",
            description=label,
            start=label,
            end=label,
            distance=at,
        )
    nodes = list(graph)
    for tail, head, label in zip(nodes, nodes[1:], names, strict=False):
        source = dict.fromkeys(("title", "publisher", "url", "published"), label)
        graph.add_edge(
            tail,
            head,
            key=label,
            relation=label,
            phrase=label,
            subject=tail,
            object=head,
            ended=False,
            verdict=label,
            inferred=False,
            start=label,
            end=label,
            claims=[
                {
                    **dict.fromkeys(
                        ("id", "start", "end", "verdict", "legal_status", "note"), label
                    ),
                    "sources": [source],
                }
            ],
        )
    return graph
