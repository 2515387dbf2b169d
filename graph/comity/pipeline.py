"""The one module that runs the stages in order.

In: the folders of tables and ontology, and a day. Out: a snapshot on disk, or a store that shows
the snapshot as of another day. What does not belong here: how a stage does its work.

::

    tables → claims → verdicts → dataset → inference → validation → snapshot → store
"""

from __future__ import annotations

import hashlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from comity import resources
from comity.claims import assemble, claim_quads, policy_quads, thing_quads
from comity.claims.moments import quads_of_moment
from comity.errors import NotConforming, SnapshotDamaged, SnapshotMissing, TableFaults
from comity.inference import derive, read_rules
from comity.memory import collector_paused
from comity.rdf import terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import GRAPH, graph_name
from comity.rdf.text import canonical_nquads
from comity.store import (
    Manifest,
    Snapshot,
    has_store,
    open_snapshot,
    open_store,
    write_snapshot,
)
from comity.store.description import description, shown_examples
from comity.store.reification import reifiers
from comity.tables import read_tables
from comity.tables.release import release_day
from comity.validation import run_checks, run_shapes
from comity.verdicts import broken_totals, judge
from comity.verdicts.known import judged_by_the_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from comity.claims import Claim
    from comity.tables import Tables

    Progress = Callable[[str, str], None]

ONTOLOGY: Final = graph_name("ontology")
THINGS: Final = graph_name("things")
CLAIMS: Final = graph_name("claims")
DOCUMENTS: Final = graph_name("documents")
CURRENT: Final = graph_name("current")
ALWAYS: Final = Moment()
_ASSERTED: Final = frozenset({THINGS, CLAIMS, DOCUMENTS, ONTOLOGY})
_CACHE_FORM: Final = "7"  # raise it when the content of cached stores changes


def silent(stage: str, detail: str) -> None:
    """Report progress to nobody."""


@collector_paused()
def build(
    tables_folder: Path,
    ontology_folder: Path,
    out: Path,
    *,
    as_of: date | None = None,
    version: str = resources.VERSION,
    progress: Progress = silent,
) -> Snapshot:
    """Build the snapshot and return it.

    Args:
        tables_folder: Where the curated tables are.
        ontology_folder: Where the ontology, the rules, the shapes and the checks are.
        out: Folder that the snapshot is written to.
        as_of: Day for which direct triples hold; the day of the release unless given.
        version: Version of the package, for the manifest.
        progress: Called with the name of each finished stage and what it gave.

    Raises:
        TableFaults: The tables have faults; all are listed.
        NotConforming: The dataset breaks shapes or checks; all findings are listed.
        Unreadable: A file cannot be read.
        WriteFailed: The snapshot could not be written; the one before it is unchanged.
    """
    day = as_of or release_day(tables_folder)
    tables = read_tables(tables_folder)
    progress("tables", f"{tables.row_count:,} rows")
    claims = assemble(tables)
    progress("claims", f"{len(claims):,} claims")
    claims = judged(tables, claims, release_day(tables_folder))
    verdicts = Counter(claim.verdict for claim in claims)
    progress("verdicts", ", ".join(f"{n:,} {word}" for word, n in verdicts.most_common()))
    quads = [
        *thing_quads(tables),
        *policy_quads(tables),
        *claim_quads(claims),
        *ontology_quads(ontology_folder),
    ]
    dataset = ox.Store()
    dataset.bulk_extend(quads)
    progress("dataset", f"{len(dataset):,} statements")
    derived = derive(dataset, read_rules(ontology_folder / "rules"), day)
    quads.extend(derived)
    progress("inference", f"{len(derived):,} derived statements")
    with ThreadPoolExecutor(max_workers=1) as beside:  # engines validate; they leave Python to us
        written = beside.submit(canonical_nquads, quads)
        warnings = validate(dataset, ontology_folder)
        told = f"; warnings: {len(warnings)}, see `comity validate`" if warnings else ""
        progress("validation", f"conforms to all shapes and checks{told}")
        content = written.result()
    snapshot = write_snapshot(
        out,
        content,
        version=version,
        day=day,
        inputs=inputs_hash(tables_folder, ontology_folder),
        counts=_counts(tables, claims, dataset),
    )
    progress("snapshot", f"{snapshot.manifest.quads} in {out}")
    return snapshot


def check_tables(folder: Path) -> Tables:
    """Return the tables of a folder, checked in themselves and against published totals.

    Raises:
        Unreadable: The folder or a file cannot be read; nothing is wrong besides.
        TableFaults: Rows are faulty, or do not add up to a published total; all are listed.
    """
    tables = read_tables(folder)
    judged(tables, assemble(tables), release_day(folder))
    return tables


def judged(tables: Tables, claims: Sequence[Claim], today: date) -> list[Claim]:
    """Return the claims with their verdicts.

    Raises:
        TableFaults: The claims that are accepted do not add up to a published total.
    """
    found = judge(claims, tables.entities, tables.assertions, today)
    faults = list(broken_totals(found, tables.assertions))
    if faults:
        raise TableFaults(faults)
    return found


def is_up_to_date(tables_folder: Path, ontology_folder: Path, out: Path) -> bool:
    """Tell whether a folder's snapshot was built from just these inputs, for the release's day."""
    try:
        manifest = open_snapshot(out).manifest
    except (SnapshotMissing, SnapshotDamaged):
        return False
    return (
        manifest.inputs == inputs_hash(tables_folder, ontology_folder)
        and manifest.date == release_day(tables_folder).isoformat()
        and (out / manifest.quads).is_file()
    )


def inputs_hash(tables_folder: Path, ontology_folder: Path) -> str:
    """Return the SHA-256 of all that a snapshot follows from, the package's code included."""
    digest = hashlib.sha256()
    for folder, patterns in (
        (tables_folder, ("*.csv", "*.toml")),
        (ontology_folder, ("*.ttl", "*/*.ttl", "*/*.rq")),
        (resources.PACKAGE, ("*.py", "*/*.py")),
    ):
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            digest.update(str(path.relative_to(folder)).encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def ontology_quads(folder: Path) -> Iterator[ox.Quad]:
    """Yield the ontology's statements, in the graph `ontology`."""
    for quad in ox.parse(path=folder / "comity.ttl", format=ox.RdfFormat.TURTLE):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)


def validate(dataset: ox.Store, ontology_folder: Path) -> list[str]:
    """Run the shapes and the checks on a dataset and return the warnings, which stop nothing.

    Raises:
        NotConforming: Something breaks them; all findings are listed.
        Unreadable: The shapes or checks cannot be read.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        by_shapes = beside.submit(_broken_shapes, dataset, ontology_folder / "shapes")
        found = run_checks(dataset, ontology_folder / "checks")
        findings = [*by_shapes.result(), *found["error"]]
    if findings:
        raise NotConforming([*findings, *found["warning"]])
    return found["warning"]


def _broken_shapes(dataset: ox.Store, folder: Path) -> list[str]:
    written = (
        dataset.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""
        for name in sorted(_ASSERTED, key=str)
    )
    return run_shapes(b"".join(written), folder)


def open_graph(snapshot: Snapshot, moment: Moment = ALWAYS) -> ox.Store:
    """Return a read-only store with the snapshot, or with what of it held, or was known, on a day.

    Claims that the moment leaves out are left out with their attestations, and direct and inferred
    triples are made anew for it. The graph `release` says which release it is. All kinds of store
    are cached.

    Raises:
        SnapshotDamaged: The snapshot is not what its manifest says.
    """
    return open_store(
        cache_key(snapshot.manifest), str(moment), lambda store: _fill(store, snapshot, moment)
    )


def hold_graph(snapshot: Snapshot) -> ox.Store:
    """Return a store in memory with the whole snapshot, faster to ask than one on disk.

    Raises:
        SnapshotDamaged: The snapshot is not what its manifest says.
    """
    store = ox.Store()
    _fill(store, snapshot, ALWAYS)
    return store


def is_prepared(snapshot: Snapshot, moment: Moment) -> bool:
    """Tell whether the store of a moment is cached, so that it opens at once."""
    return has_store(cache_key(snapshot.manifest), str(moment))


def cache_key(manifest: Manifest) -> str:
    """Return the name of the folder in the cache for what follows from a snapshot."""
    return f"{manifest.sha256[:16]}-{_CACHE_FORM}"


@collector_paused()
def _fill(store: ox.Store, snapshot: Snapshot, moment: Moment) -> None:
    if moment == ALWAYS:  # the engine's loader needs less memory than quads in Python
        store.bulk_load(snapshot.read(), format=ox.RdfFormat.N_QUADS)
    else:
        store.bulk_extend(_shown_by(snapshot, moment))
    examples = shown_examples(store.quads_for_pattern(None, terms.TYPE, None))
    about = description(snapshot.manifest, examples=examples)
    store.bulk_extend([*reifiers(store), *about])


def _shown_by(snapshot: Snapshot, moment: Moment) -> list[ox.Quad]:
    """Return what of a snapshot a moment shows, with what the rules derive from that."""
    quads = list(ox.parse(snapshot.read(), format=ox.RdfFormat.N_QUADS))
    quads = list(quads_of_moment(quads, moment))
    if moment.known_by:
        quads = list(judged_by_the_known(quads))
    dataset = ox.Store()  # rules run faster in memory
    dataset.bulk_extend(quads)
    day = moment.as_of or date.fromisoformat(snapshot.manifest.date)
    return quads + derive(dataset, read_rules(resources.ontology_folder() / "rules"), day)


def _counts(tables: Tables, claims: Sequence[Claim], dataset: ox.Store) -> dict[str, int]:
    kinds = Counter(row.kind for row in tables.entities)
    attestations = {said.id for claim in claims for said in claim.attestations}
    graphs = _statements_by_graph(dataset)
    return {
        **{f"kind.{kind}": count for kind, count in sorted(kinds.items())},
        **{
            f"verdict.{verdict}": count
            for verdict, count in sorted(Counter(claim.verdict for claim in claims).items())
        },
        "entities": len(tables.entities),
        "claims": len(claims),
        "votes": len(tables.votes),
        "prohibitions": len(tables.prohibitions),
        "precedents": len(tables.precedents),
        "attestations": len(attestations),
        "sources": len(tables.sources),
        **{f"graph.{name.removeprefix(GRAPH)}": count for name, count in sorted(graphs.items())},
        "direct": graphs[CURRENT.value],
        "quads": len(dataset),
    }


def _statements_by_graph(dataset: ox.Store) -> Counter[str]:
    rows = dataset.query(
        "SELECT ?graph (COUNT(*) AS ?count) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
    )
    return Counter({row["graph"].value: int(row["count"].value) for row in rows})  # type: ignore[union-attr]
