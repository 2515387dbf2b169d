"""A short release: the curated record without most satellites and most votes.

In: the snapshot of the curated tables. Out: a snapshot of less than half of its statements, for
tests that fill stores elsewhere; every kind of thing and of claim is still in it. What does not
belong here: the stores.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pyoxigraph as ox

from comity.analysis.ties import VOTED, finer_relations
from comity.rdf import terms
from comity.rdf.namespaces import GRAPH, ID
from comity.rdf.text import canonical_nquads
from comity.rdf.vocabulary import RELATIONS, Comity
from comity.store import write_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from comity.store import Snapshot

KEPT_SATELLITES = 150
KEPT_RESOLUTIONS = ("-res-77-", "-res-78-", "-res-79-", "-2024-")
_SATELLITE = f"{ID}satellite/"
_VOTES = {RELATIONS[name].iri for name in finer_relations(VOTED)}


def shortened(snapshot: Snapshot, folder: Path) -> Snapshot:
    """Return a short release of a snapshot, written to a folder."""
    quads = list(ox.parse(snapshot.read(), format=ox.RdfFormat.N_QUADS))
    left_out = _left_out(quads)
    kept = [
        quad
        for quad in quads
        if not {quad.subject, quad.object} & left_out and not _is_other_vote(quad)
    ]
    content = canonical_nquads(kept)
    graphs = Counter(quad.graph_name for quad in kept)
    manifest = snapshot.manifest
    return write_snapshot(
        folder,
        content,
        version=manifest.version,
        day=date.fromisoformat(manifest.date),
        inputs=manifest.inputs,
        counts={
            **manifest.counts,
            **{f"graph.{name.value.removeprefix(GRAPH)}": n for name, n in graphs.items()},
            "claims": sum(
                quad.predicate == terms.TYPE and quad.object == Comity.Claim for quad in kept
            ),
            "quads": content.count(b"\n"),
        },
    )


def _left_out(quads: list[ox.Quad]) -> set[object]:
    """Return satellites, claims and attestations that are left out."""
    satellites = {
        quad.subject
        for quad in quads
        if quad.predicate == terms.TYPE and quad.subject.value.startswith(_SATELLITE)
    }
    left_out: set[object] = set(sorted(satellites, key=str)[KEPT_SATELLITES:])
    ends = (terms.SUBJECT, terms.OBJECT)
    claims = {quad.subject for quad in quads if quad.predicate in ends and quad.object in left_out}
    votes = {q.subject for q in quads if q.predicate == terms.PREDICATE and q.object in _VOTES}
    claims |= {
        quad.subject
        for quad in quads
        if quad.predicate == terms.OBJECT and quad.subject in votes and not _is_kept(quad.object)
    }
    said = [quad for quad in quads if quad.predicate == Comity.attestation]
    still_there = {quad.object for quad in said if quad.subject not in claims}
    attestations = {quad.object for quad in said if quad.subject in claims} - still_there
    return left_out | claims | attestations


def _is_other_vote(quad: ox.Quad) -> bool:
    """Tell whether a direct triple is a vote on a resolution that is left out."""
    return quad.predicate in _VOTES and not _is_kept(quad.object)


def _is_kept(resolution: object) -> bool:
    return any(part in str(resolution) for part in KEPT_RESOLUTIONS)
