"""Claims that do not simply hold, and who says what of them.

In: a store and the moment. Out: a `Contested` value a claim: its verdict, by which rule and why,
and what each source says. What does not belong here: which of them a reader wants to see.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.queries.evaluation import evaluate
from comity.queries.moments import at_moment
from comity.rdf.namespaces import identifier
from comity.rdf.vocabulary import ATTRIBUTES, CONCEPTS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.rdf.dates import Moment
    from comity.rdf.engine import Engine

CONTESTED: Final = ("contradicted", "disputed", "outdated")
"""The verdicts of claims that were examined and do not simply hold."""
_ORDER: Final = ("affirms", "qualifies", "denies")
_NAMES: Final = {
    **{each.iri.value: each.name for each in RELATIONS.values()},
    **{each.iri.value: each.name for each in ATTRIBUTES.values()},
}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says of a claim.

    Attributes:
        source: Id of the source.
        title: Its title.
        source_class: Its class, one of those of the vocabulary.
        stance: `affirms`, `qualifies` or `denies`.
        published: When, as a partial date, or empty.
    """

    source: str
    title: str
    source_class: str
    stance: str
    published: str


@dataclass(frozen=True, slots=True)
class Contested:
    """A claim that does not simply hold.

    Attributes:
        claim: Its id.
        subject: Id of its subject.
        subject_name: Name of its subject.
        kind: Kind of its subject.
        predicate: Name of the relation or attribute, as in the vocabulary.
        relation: The same in words.
        object: Id of its object, or its value.
        object_name: Name of its object, or the value.
        since: When it begins, as stated, or empty.
        until: When it ends, as stated, or empty.
        verdict: Its verdict.
        rule: The rule that gave it, in words.
        reason: Why.
        voices: Who says what, those that affirm first, by date.
    """

    claim: str
    subject: str
    subject_name: str
    kind: str
    predicate: str
    relation: str
    object: str
    object_name: str
    since: str
    until: str
    verdict: str
    rule: str
    reason: str
    voices: Sequence[Voice]


def read_contested(
    store: Engine, moment: Moment, verdicts: Sequence[str] = CONTESTED
) -> list[Contested]:
    """Return the claims of some verdicts, by subject, relation, object and id.

    Args:
        store: A store in which texts with marks are asked.
        moment: The moment from which it is looked.
        verdicts: Names of verdicts.
    """
    judged = " ".join(str(CONCEPTS["VerdictScheme"][name]) for name in verdicts)
    voices = _voices(store, judged, moment)
    found: dict[str, Contested] = {}
    for row in _rows(store, _CLAIMS.replace("$judged", judged), moment):
        claim = _text(row["claim"])
        subject = _text(row["subject"])
        found[claim] = Contested(
            claim=claim,
            subject=subject,
            subject_name=row["subject_name"].value,
            kind=subject.partition("/")[0],
            predicate=_NAMES.get(row["property"].value, ""),
            relation=row["relation"].value,
            object=_text(row["object"]),
            object_name=_text(row["object_name"]) or _text(row["object"]),
            since=_text(row["since"]),
            until=_text(row["until"]),
            verdict=row["verdict"].value,
            rule=_text(row["rule"]),
            reason=_text(row["reason"]),
            voices=voices.get(claim, ()),
        )
    return sorted(
        found.values(),
        key=lambda each: (each.subject_name, each.relation, each.object_name, each.claim),
    )


def _voices(store: Engine, judged: str, moment: Moment) -> dict[str, list[Voice]]:
    found: dict[str, set[Voice]] = defaultdict(set)
    for row in _rows(store, _SAID.replace("$judged", judged), moment):
        found[_text(row["claim"])].add(
            Voice(
                source=_text(row["source"]),
                title=row["title"].value,
                source_class=_text(row["class"]),
                stance=_text(row["stance"]) or "affirms",
                published=_text(row["published"]),
            )
        )
    return {
        claim: sorted(
            said, key=lambda each: (_ORDER.index(each.stance), each.published, each.source)
        )
        for claim, said in found.items()
    }


def _rows(store: Engine, text: str, moment: Moment) -> list[Any]:
    return list(evaluate(store, at_moment(text, moment)))  # type: ignore[arg-type]  # a SELECT gives solutions


def _text(term: Any) -> str:
    return "" if term is None else identifier(term) or str(term.value)


_CLAIMS: Final = """
SELECT ?claim ?subject ?subject_name ?property ?relation ?object ?object_name ?since ?until
       ?verdict ?rule ?reason
WHERE {
  VALUES ?judged { $judged }
  ?claim comity:verdict ?judged ; a comity:Claim ;
         rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object .
  ?claim comity:at $moment .
  ?judged skos:notation ?verdict .
  ?subject rdfs:label ?subject_name .
  ?property rdfs:label ?relation .
  OPTIONAL { ?object rdfs:label ?object_name }
  OPTIONAL { ?claim comity:validFrom ?since }
  OPTIONAL { ?claim comity:validUntil ?until }
  OPTIONAL { ?claim comity:verdictReason ?reason }
  OPTIONAL { ?claim comity:verdictRule ?by . ?by skos:prefLabel ?rule }
}"""
_SAID: Final = """
SELECT ?claim ?source ?title ?class ?stance ?published
WHERE {
  VALUES ?judged { $judged }
  ?claim comity:verdict ?judged ; comity:attestation ?said .
  ?claim comity:at $moment .
  ?said prov:wasDerivedFrom ?source .
  ?said comity:publicAt $moment .
  ?source rdfs:label ?title .
  OPTIONAL { ?source comity:sourceClass/skos:notation ?class }
  OPTIONAL { ?said comity:stance/skos:notation ?stance }
  OPTIONAL { ?source dcterms:issued ?published }
}"""
