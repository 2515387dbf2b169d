"""What a store says of the release that it holds: the graph `release`.

In: a manifest. Out: quads that describe the release by VoID and DCAT, and the manifest read back
from a store that has them. The same manifest gives the same quads: no clock, no blank nodes. What
does not belong here: serving or publishing them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from comity.errors import NotAComityStore, ReleaseNotUnderstood
from comity.rdf import literals, terms
from comity.rdf.namespaces import BASE, GRAPH, ID, PREFIXES, graph_name, iri
from comity.rdf.vocabulary import CLASS_OF_KIND, Comity
from comity.store.snapshot import FORM, Manifest, quads_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.rdf.engine import Engine

RELEASE: Final = graph_name("release")
DATASET: Final = NamedNode(BASE + "dataset")
_EXAMPLES: Final = ("accord/artemis-accords", "mission/change-6", "nation/chn", "nation/usa")
_LICENCE: Final = NamedNode("https://creativecommons.org/licenses/by/4.0/")
_ABOUT: Final = (
    "An open knowledge graph of space diplomacy: who belongs to which accord or body, whose "
    "instrument flies on whose mission, and who is restricted from working with whom, each claim "
    "with its sources, dates, legal status and verdict."
)
_KEYWORDS: Final = ("international relations", "knowledge graph", "space diplomacy", "space policy")
_VOCABULARIES: Final = (
    "comity",
    "dcterms",
    "oa",
    "odrl",
    "org",
    "owl",
    "prov",
    "rdf",
    "rdfs",
    "schema",
    "skos",
    "sosa",
)
_COUNTS: Final = {
    "claims": Comity.claimCount,
    "votes": Comity.voteCount,
    "attestations": Comity.attestationCount,
    "sources": Comity.sourceCount,
}
_KIND: Final = "kind."
_GRAPH: Final = "graph."


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


_VOID_DATASET: Final = _term("void:Dataset")
_SUBSET: Final = _term("void:subset")
_TRIPLES: Final = _term("void:triples")
_ENTITIES: Final = _term("void:entities")
_TITLE: Final = _term("dcterms:title")
_VALUE: Final = _term("rdf:value")
_VERSION: Final = _term("dcat:version")


def release_iri(manifest: Manifest) -> NamedNode:
    """Return the IRI of a release, which its day and its hash make."""
    return NamedNode(f"{BASE}release/{manifest.date}-{manifest.sha256[:16]}")


def shown_examples(quads: Iterable[Quad]) -> list[str]:
    """Return the ids among a few well-known ones that some quads describe."""
    described = {quad.subject for quad in quads if quad.predicate == terms.TYPE}
    return [id_ for id_ in _EXAMPLES if iri(id_) in described]


def description(
    manifest: Manifest, *, examples: Iterable[str] = (), endpoint: str | None = None
) -> Iterator[Quad]:
    """Yield the quads that describe a release, all in the graph `release`.

    Args:
        manifest: What the release holds.
        examples: Ids of things that show what is in it.
        endpoint: Address at which it answers SPARQL, if it does.
    """
    release = release_iri(manifest)

    def said(subject: NamedNode, predicate: NamedNode | str, value: NamedNode | Literal) -> Quad:
        term = _term(predicate) if isinstance(predicate, str) else predicate
        return Quad(subject, term, value, RELEASE)

    for kind in (Comity.Release, _VOID_DATASET, _term("dcat:Dataset")):
        yield said(release, terms.TYPE, kind)
    yield said(release, "dcterms:isVersionOf", DATASET)
    title = f"Comity, the release of {manifest.date}"
    yield said(release, _TITLE, literals.english(title))
    yield said(release, terms.DESCRIPTION, literals.english(_ABOUT))
    yield said(release, "dcterms:creator", literals.text("The Comity contributors"))
    yield said(release, "dcterms:license", _LICENCE)
    yield said(release, terms.ISSUED, Literal(manifest.date, datatype=literals.DATE))
    yield said(release, terms.IDENTIFIER, literals.text(f"sha256:{manifest.sha256}"))
    yield said(release, _VERSION, literals.text(manifest.version))
    for word in _KEYWORDS:
        yield said(release, "dcat:keyword", literals.english(word))
    yield said(release, Comity.snapshotForm, literals.whole(manifest.form))
    yield said(release, Comity.snapshotHash, literals.text(manifest.sha256))
    yield said(release, Comity.inputsHash, literals.text(manifest.inputs))
    yield said(release, "void:uriSpace", literals.text(ID))
    for prefix in _VOCABULARIES:
        yield said(release, "void:vocabulary", NamedNode(PREFIXES[prefix]))
    for id_ in examples:
        yield said(release, "void:exampleResource", iri(id_))
    if endpoint:
        yield said(release, "void:sparqlEndpoint", NamedNode(endpoint))
    for key, count in manifest.counts.items():
        number = literals.whole(count)
        node = NamedNode(f"{release.value}/count/{key}")
        yield said(release, Comity.hasCount, node)
        yield said(node, terms.TYPE, Comity.ReleaseCount)
        yield said(node, terms.IDENTIFIER, literals.text(key))
        yield said(node, _VALUE, number)
        if key in _COUNTS:
            yield said(release, _COUNTS[key], number)
        elif key == "quads":
            yield said(release, _TRIPLES, number)
        elif key == "entities":
            yield said(release, _ENTITIES, number)
        elif key.removeprefix(_KIND) in CLASS_OF_KIND and key.startswith(_KIND):
            part = NamedNode(f"{release.value}/kind/{key.removeprefix(_KIND)}")
            yield said(release, "void:classPartition", part)
            yield said(part, terms.TYPE, _VOID_DATASET)
            yield said(part, "void:class", CLASS_OF_KIND[key.removeprefix(_KIND)])
            yield said(part, _ENTITIES, number)
        elif key.startswith(_GRAPH):
            name = key.removeprefix(_GRAPH)
            part = NamedNode(f"{release.value}/graph/{name}")
            yield said(release, _SUBSET, part)
            yield said(part, terms.TYPE, _VOID_DATASET)
            yield said(part, terms.TYPE, _term("sd:NamedGraph"))
            yield said(part, "sd:name", NamedNode(GRAPH + name))
            yield said(part, _TRIPLES, number)


def release_graphs(engine: Engine) -> tuple[str, ...]:
    """Return the IRIs of the graphs of a described release, and of its description, sorted."""
    named = engine.quads_for_pattern(None, _term("sd:name"), None, RELEASE)
    iris = (quad.object.value for quad in named if isinstance(quad.object, NamedNode))
    return tuple(sorted({RELEASE.value, *iris}))


def read_manifest(engine: Engine, place: str) -> Manifest:
    """Return the manifest of the release that a store says it holds.

    Args:
        engine: The store.
        place: What the store is called in errors.

    Raises:
        NotAComityStore: The store holds no release.
        ReleaseNotUnderstood: It describes several, or one of another form.
    """
    facts: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = {}
    for quad in engine.quads_for_pattern(None, None, None, RELEASE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            facts.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)
    releases = [node for node, said in facts.items() if Comity.Release in said.get(terms.TYPE, ())]
    if not releases:
        raise NotAComityStore(place)
    if len(releases) > 1:
        raise ReleaseNotUnderstood(place, f"it describes {len(releases)} releases, not one")

    def one(subject: NamedNode, predicate: NamedNode) -> str:
        values = facts.get(subject, {}).get(predicate, [])
        if len(values) != 1:
            words = f"{subject.value} has {len(values)} values of {predicate.value}, not one"
            raise ReleaseNotUnderstood(place, words)
        return values[0].value

    def number(subject: NamedNode, predicate: NamedNode) -> int:
        text = one(subject, predicate)
        try:
            return int(text)
        except ValueError as problem:
            raise ReleaseNotUnderstood(place, f"{text!r} is not a number") from problem

    (release,) = releases
    form = number(release, Comity.snapshotForm)
    if form != FORM:
        words = f"its layout {form} is not the {FORM} of this version of Comity"
        raise ReleaseNotUnderstood(place, words)
    digest = one(release, Comity.snapshotHash)
    nodes = facts[release].get(Comity.hasCount, [])
    counts = {
        one(node, terms.IDENTIFIER): number(node, _VALUE)
        for node in nodes
        if isinstance(node, NamedNode)
    }
    return Manifest(
        form=form,
        version=one(release, _VERSION),
        date=one(release, terms.ISSUED),
        inputs=one(release, Comity.inputsHash),
        quads=quads_file(digest),
        sha256=digest,
        counts=dict(sorted(counts.items())),
    )
