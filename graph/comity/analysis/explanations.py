"""Why a claim has its verdict.

In: a store and the id of a claim. Out: the claim in words, its verdict with rule and reason, and
what each source says for or against it. What does not belong here: the rules themselves.

What a snapshot does not record (a rule, a quotation, a voice) stays empty.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.claims.publication import published_by
from comity.errors import BadIdentifier, UnknownName
from comity.queries.evaluation import evaluate
from comity.rdf import terms
from comity.rdf.namespaces import identifier, iri, parse_identifier
from comity.rdf.vocabulary import RELATIONS, Comity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import QuerySolution

    from comity.rdf.engine import Engine

_PHRASES: Final = {relation.iri.value: relation.phrase for relation in RELATIONS.values()}
_USUAL: Final[Mapping[str, str]] = {
    "supported": "a source that was seen affirms it",
    "unverified": "no source that was seen affirms it",
}
_STANCES: Final = ("affirms", "qualifies", "denies")
_SET: Final = "a curator has set it; the note says why"


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says about a claim.

    Attributes:
        id: Id of the attestation.
        source: Id of the source.
        title: Its title.
        source_class: What sort of source it is, in words.
        publisher: Who published it.
        via: Where its words were seen, if not at their publisher's.
        published: When, as a partial date.
        url: Where it is.
        origin: Title of the source that it reprints, if it does.
        stance: `affirms`, `qualifies` or `denies`.
        voice: Who speaks in it.
        modality: How it puts the claim, in words; empty for a plain assertion.
        seen: Whether it was looked at, not recalled.
        verified: The address where it was seen.
        stated: The period that it states where it differs from the claim's.
        confidence: `high`, `medium` or `low`.
        quote: Its own words.
        note: Free text.
        decided: Whether the verdict rests on it, as far as that is recorded.
        verdict: Whether what it says holds, if it is a document under examination.
        reason: Why that is so.
    """

    id: str
    source: str
    title: str
    source_class: str
    publisher: str
    via: str
    published: str
    url: str
    origin: str
    stance: str
    voice: str
    modality: str
    seen: bool
    verified: str
    stated: tuple[str, str]
    confidence: str
    quote: str
    note: str
    decided: bool
    verdict: str = ""
    reason: str = ""

    @property
    def published_by(self) -> str:
        """Whose words they are, and where they were seen, in words."""
        return published_by(self.publisher, self.via)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A claim with its verdict and what that rests on.

    Attributes:
        claim: Id of the claim.
        words: The claim as a sentence.
        subject: Id of its subject.
        object: Id of its object, or its value.
        start: When it began, as stated.
        end: When it ended, as stated.
        verdict: Its verdict now.
        reason: Why, in words.
        rule: The rule that gave it, in words; empty when none is recorded.
        verdict_when_published: What the verdict was when the claim was made, if recorded.
        reason_when_published: Why it was so.
        confidence: `high`, `medium` or `low`.
        legal_status: Label of its legal status.
        known_from: First day on which it was certainly public.
        exception: Why it may lie outside the time of what it joins.
        note: Free text.
        other_claims: Ids of claims that the verdict rests on too.
        attestations: What the sources say: those that affirm first, those that deny last, by date.
    """

    claim: str
    words: str
    subject: str
    object: str
    start: str
    end: str
    verdict: str
    reason: str
    rule: str
    verdict_when_published: str
    reason_when_published: str
    confidence: str
    legal_status: str
    known_from: str
    exception: str
    note: str
    other_claims: tuple[str, ...]
    attestations: tuple[Said, ...]


def claim_id(store: Engine, text: str) -> str:
    """Return the id of a claim from what a user writes: an id, its slug alone, or an IRI.

    Raises:
        BadIdentifier: The text is no id of a claim.
        UnknownName: There is no such claim; the nearest are offered.
    """
    id_ = parse_identifier(text if "/" in text or ":" in text else f"claim/{text}")
    if not id_.startswith("claim/"):
        raise BadIdentifier(text, "it is not that of a claim; to join two things, name both")
    if next(store.quads_for_pattern(iri(id_), terms.TYPE, Comity.Claim), None) is None:
        quads = store.quads_for_pattern(None, terms.TYPE, Comity.Claim)
        known = [name for quad in quads if (name := identifier(quad.subject))]
        nearest = difflib.get_close_matches(id_, known, n=2, cutoff=0.8)
        raise UnknownName("claim", id_, nearest, "see `comity claims`")
    return id_


def explain(store: Engine, claim: str) -> Explanation:
    """Return why a claim has its verdict.

    Args:
        store: Where the claims are.
        claim: Id of a claim that exists.
    """
    node = iri(claim)
    row = _one(store, _CLAIM.replace("$claim", str(node)))
    based_on = {_text(each["what"]) for each in _rows(store, _BASIS.replace("$claim", str(node)))}
    said = [
        _said(each, based_on) for each in _rows(store, _ATTESTATIONS.replace("$claim", str(node)))
    ]
    get = {key: _text(row[key]) for key in _CLAIM_KEYS}
    phrase = _PHRASES.get(row["property"].value) or get["phrase"] or get["relation"]
    if not get["object_name"] and phrase == get["relation"]:
        phrase = f"{phrase}:"
    return Explanation(
        claim=claim,
        words=f"{get['subject_name']} {phrase} {get['object_name'] or get['object']}",
        subject=get["subject"],
        object=get["object"],
        start=get["start"],
        end=get["end"],
        verdict=get["verdict"],
        reason=get["reason"] or _USUAL.get(get["verdict"], _SET),
        rule=get["rule"],
        verdict_when_published=get["verdict_then"],
        reason_when_published=get["reason_then"],
        confidence=get["confidence"],
        legal_status=get["status"],
        known_from=get["known"],
        exception=get["exception"],
        note=get["note"],
        other_claims=tuple(sorted(id_ for id_ in based_on if id_.startswith("claim/"))),
        attestations=tuple(sorted(said, key=_order)),
    )


def _order(said: Said) -> tuple[int, bool, str, str]:
    return _STANCES.index(said.stance), not said.seen, said.published, said.id


def _said(row: QuerySolution, based_on: set[str]) -> Said:
    get = {key: _text(row[key]) for key in _SAID_KEYS}
    modality = get["modality"]
    return Said(
        id=get["said"],
        source=get["source"],
        title=get["title"],
        source_class=get["class"],
        publisher=get["publisher"],
        via=get["via"],
        published=get["published"],
        url=get["url"],
        origin=get["origin"],
        stance=get["stance"],
        voice=get["voice"],
        modality="" if modality == "asserted" else modality,
        seen=get["verification"] != "comity:Recalled",
        verified=get["verified"],
        stated=(get["stated_from"], get["stated_until"]),
        confidence=get["confidence"],
        quote=get["quote"],
        note=get["note"],
        decided=get["said"] in based_on,
        verdict=get["judged"],
        reason=get["why"],
    )


def _one(store: Engine, text: str) -> QuerySolution:
    return next(iter(_rows(store, text)))


def _rows(store: Engine, text: str) -> list[QuerySolution]:
    return list(evaluate(store, text))  # type: ignore[arg-type]  # a SELECT gives solutions


def _text(term: object) -> str:
    return "" if term is None else identifier(term) or str(getattr(term, "value", term))


_CLAIM_KEYS: Final = (
    "subject", "subject_name", "relation", "phrase", "object", "object_name", "start", "end",
    "verdict", "verdict_then", "confidence", "status", "rule", "reason", "reason_then", "known",
    "exception", "note",
)  # fmt: skip
_CLAIM: Final = """
SELECT ?subject ?subject_name ?property ?relation ?phrase ?object ?object_name ?start ?end ?verdict
       ?verdict_then ?confidence ?status ?rule ?reason ?reason_then ?known ?exception ?note
WHERE {
  VALUES ?claim { $claim }
  ?claim rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ;
         comity:verdict/skos:notation ?verdict .
  OPTIONAL { ?subject rdfs:label ?subject_name }
  OPTIONAL { ?property rdfs:label ?label }
  BIND (COALESCE(?label, ?property) AS ?relation)
  OPTIONAL { ?property comity:verbPhrase ?phrase }
  OPTIONAL { ?object rdfs:label ?object_name }
  OPTIONAL { ?claim comity:validFrom ?start }
  OPTIONAL { ?claim comity:validUntil ?end }
  OPTIONAL { ?claim comity:verdictWhenPublished/skos:notation ?verdict_then }
  OPTIONAL { ?claim comity:confidence/skos:notation ?confidence }
  OPTIONAL { ?claim comity:legalStatus/skos:prefLabel ?status }
  OPTIONAL { ?claim comity:verdictRule/skos:prefLabel ?rule }
  OPTIONAL { ?claim comity:verdictReason ?reason }
  OPTIONAL { ?claim comity:verdictReasonWhenPublished ?reason_then }
  OPTIONAL { ?claim comity:knownFrom ?known }
  OPTIONAL { ?claim comity:exception ?exception }
  OPTIONAL { ?claim skos:note ?note }
} LIMIT 1
"""
_BASIS: Final = "SELECT ?what WHERE { $claim comity:verdictBasis ?what }"
_SAID_KEYS: Final = (
    "said", "source", "title", "class", "publisher", "via", "published", "url", "origin",
    "stance", "voice", "modality", "verification", "verified", "stated_from", "stated_until",
    "confidence", "quote", "note", "judged", "why",
)  # fmt: skip
_ATTESTATIONS: Final = """
SELECT DISTINCT ?said ?source ?title ?class ?publisher ?via ?published ?url ?origin ?stance
       ?voice ?modality ?verification ?verified ?stated_from ?stated_until ?confidence ?quote ?note
       ?judged ?why
WHERE {
  $claim comity:attestation ?said .
  ?said prov:wasDerivedFrom ?source ; comity:stance/skos:notation ?stance .
  OPTIONAL { ?source rdfs:label ?title }
  OPTIONAL { ?source comity:sourceClass/skos:prefLabel ?class }
  OPTIONAL { ?source dcterms:publisher ?publisher }
  OPTIONAL { ?source comity:via ?via }
  OPTIONAL { ?source dcterms:issued ?published }
  OPTIONAL { ?source comity:locator ?url }
  OPTIONAL { ?source comity:reprintOf/rdfs:label ?origin }
  OPTIONAL { ?said comity:voice/rdfs:label ?voice }
  OPTIONAL { ?said comity:modality/skos:notation ?modality }
  OPTIONAL { ?said comity:verification ?verification }
  OPTIONAL { ?said comity:verifiedAt ?verified }
  OPTIONAL { ?said comity:statedFrom ?stated_from }
  OPTIONAL { ?said comity:statedUntil ?stated_until }
  OPTIONAL { ?said comity:confidence/skos:notation ?confidence }
  OPTIONAL { ?said oa:exact ?quote }
  OPTIONAL { ?said comity:verdict/skos:notation ?judged }
  OPTIONAL { ?said comity:verdictReason ?why }
  OPTIONAL { ?said skos:note ?note }
}
"""
