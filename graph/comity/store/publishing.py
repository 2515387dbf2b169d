"""Publishing a release in a store elsewhere.

In: a snapshot and a target. Out: the release in the target, whole and verified, or an error. What
does not belong here: requests (`target`).

How far it came is kept in the target itself, in the graph `publishing`, so that what was broken off
goes on there, from whatever machine. A reader knows a release by the graph `release`, which is
taken away first and put back last, when all has been read back and is what it should be. Graphs
that are not Comity's are never touched. Reifiers of RDF 1.2 are not published.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

import pyoxigraph as ox

from comity.errors import NotAComityStore, PublishingFailed, ReleaseNotUnderstood
from comity.rdf import literals, terms
from comity.rdf.namespaces import GRAPH, graph_name
from comity.rdf.vocabulary import Comity
from comity.store.description import (
    RELEASE,
    description,
    read_manifest,
    release_iri,
    shown_examples,
)
from comity.store.digest import MODULUS, quads_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from comity.store.snapshot import Manifest, Snapshot
    from comity.store.target import Target

    Progress = Callable[[str, int, int], None]

PUBLISHING: Final = graph_name("publishing")
BATCH: Final = 20_000
_SUBJECTS_AT_ONCE: Final = 500
_READ_AT_ONCE: Final = 8_000  # below the number of rows that Virtuoso gives at most


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did.

    Attributes:
        quads: How many statements the release holds.
        sent: How many were sent now; none when the release was there already.
        resumed: Whether an earlier publishing was taken up.
    """

    quads: int
    sent: int
    resumed: bool


def silent(stage: str, done: int, total: int) -> None:
    """Report progress to nobody."""


def publish(
    snapshot: Snapshot, target: Target, *, batch: int = BATCH, progress: Progress = silent
) -> Published:
    """Put a release into a store, in the place of the one that is there.

    Args:
        snapshot: The release.
        target: The store.
        batch: How many statements are sent at once.
        progress: Called with a stage, how much of it is done, and how much there is.

    Raises:
        SnapshotDamaged: The snapshot is not what its manifest says.
        EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable: The store does not do it; the
            next publishing goes on from here.
        PublishingFailed: What was read back differs from what was sent.
    """
    manifest = snapshot.manifest
    total = manifest.counts["quads"]
    if _is_there(target, manifest):
        target.drop(PUBLISHING)
        return Published(total, 0, resumed=False)
    graphs = _by_graph(snapshot)
    target.drop(RELEASE)
    done = _batches_done(target, manifest, batch)
    if done is None:
        _clear(target, progress)
        target.add(PUBLISHING, list(_state(manifest, batch)))
    sent = _send(target, manifest, graphs, batch, done or frozenset(), progress)
    _verify(target, graphs, progress)
    every = [quad for quads in graphs.values() for quad in quads]
    about = list(
        description(manifest, examples=shown_examples(every), endpoint=target.addresses.query)
    )
    # the one statement by which a reader knows a release comes after all that it will read
    mark = ox.Triple(release_iri(manifest), terms.TYPE, Comity.Release)
    target.add(RELEASE, [quad.triple for quad in about if quad.triple != mark])
    target.add(RELEASE, [mark])
    target.drop(PUBLISHING)
    return Published(total, sent, resumed=done is not None)


def _is_there(target: Target, manifest: Manifest) -> bool:
    described = ox.Store()
    described.extend(target.statements(RELEASE))
    try:
        return read_manifest(described, target.addresses.query) == manifest
    except (NotAComityStore, ReleaseNotUnderstood):
        return False


def _by_graph(snapshot: Snapshot) -> dict[ox.NamedNode, list[ox.Quad]]:
    """Return the quads of each graph, in the order of the snapshot, which is always the same."""
    graphs: dict[ox.NamedNode, list[ox.Quad]] = defaultdict(list)
    for quad in ox.parse(snapshot.read(), format=ox.RdfFormat.N_QUADS):
        if not isinstance(quad.graph_name, ox.NamedNode):
            raise PublishingFailed(str(snapshot.folder), "a statement stands in no graph")
        graphs[quad.graph_name].append(quad)
    return dict(sorted(graphs.items(), key=lambda item: item[0].value))


def _state(manifest: Manifest, batch: int) -> Iterator[ox.Triple]:
    """Yield what says which release is being published, in batches of which size."""
    release = release_iri(manifest)
    yield ox.Triple(release, Comity.snapshotHash, literals.text(manifest.sha256))
    yield ox.Triple(release, Comity.batchSize, literals.whole(batch))


def _batches_done(target: Target, manifest: Manifest, batch: int) -> frozenset[int] | None:
    """Return which batches have been sent already, or None when nothing can be gone on with."""
    said = {quad.triple for quad in target.statements(PUBLISHING)}
    if not said.issuperset(_state(manifest, batch)):
        return None
    others = {triple for triple in said if triple.subject != release_iri(manifest)}
    if others:
        return None
    return frozenset(
        int(triple.object.value)
        for triple in said
        if triple.predicate == Comity.batchDone and isinstance(triple.object, ox.Literal)
    )


def _clear(target: Target, progress: Progress) -> None:
    target.drop(PUBLISHING)
    old = [graph for graph in target.graphs_below(GRAPH) if graph != PUBLISHING]
    for number, graph in enumerate(old, start=1):
        target.drop(graph)
        progress("clearing", number, len(old))


def _send(
    target: Target,
    manifest: Manifest,
    graphs: Mapping[ox.NamedNode, Sequence[ox.Quad]],
    batch: int,
    done: frozenset[int],
    progress: Progress,
) -> int:
    total = sum(len(quads) for quads in graphs.values())
    release = release_iri(manifest)
    number = passed = sent = 0
    for graph, quads in graphs.items():
        for place in range(0, len(quads), batch):
            some = quads[place : place + batch]
            passed += len(some)
            if number not in done:
                target.add(graph, [quad.triple for quad in some])
                mark = ox.Triple(release, Comity.batchDone, literals.whole(number))
                target.add(PUBLISHING, [mark])
                sent += len(some)
            number += 1
            progress("sending", passed, total)
    return sent


def _verify(
    target: Target, graphs: Mapping[ox.NamedNode, Sequence[ox.Quad]], progress: Progress
) -> None:
    """Return when the target's graphs hold just what they should.

    Raises:
        PublishingFailed: A graph holds something else; the next publishing begins anew.
    """
    total = sum(len(quads) for quads in graphs.values())
    passed = 0
    for graph, quads in graphs.items():
        count = target.count(graph)
        if count != len(quads):
            _fail(target, f"{graph.value} holds {count:,} statements instead of {len(quads):,}")
        found = 0
        for subjects, size in _subject_groups(quads):
            found += quads_digest(target.statements(graph, subjects))
            passed += size
            progress("reading back", passed, total)
        if found % MODULUS != quads_digest(quads):
            _fail(target, f"{graph.value} holds other statements than were sent")


def _subject_groups(quads: Sequence[ox.Quad]) -> Iterator[tuple[list[str], int]]:
    """Yield subjects to ask about at once, and how many statements are about them."""
    group: list[str] = []
    size = 0
    for subject, count in Counter(str(quad.subject) for quad in quads).items():
        if group and (size + count > _READ_AT_ONCE or len(group) >= _SUBJECTS_AT_ONCE):
            yield group, size
            group, size = [], 0
        group.append(subject)
        size += count
    if group:
        yield group, size


def _fail(target: Target, reason: str) -> NoReturn:
    target.drop(PUBLISHING)
    raise PublishingFailed(target.addresses.query, reason)
