"""The query for claims that fit some filters.

In: ids and words to filter by. Out: a SPARQL text with a mark for the moment. What does not belong
here: evaluation.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.errors import UnknownName
from comity.queries.moments import ALWAYS, at_moment
from comity.rdf.namespaces import iri
from comity.rdf.vocabulary import ATTRIBUTES, CONCEPTS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pyoxigraph import NamedNode

_STEM: Final = 4  # letters that words of one stem have in common


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are wanted; what is None does not matter.

    Attributes:
        subject: Id of the subject.
        predicate: Name of a relation, finer relations counting too, or of an attribute.
        object: Id of the object.
        source: Slug of a source that attests the claim.
        verdict: A verdict.
        votes: Whether votes are wanted too; they are by far the most claims.
    """

    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
    source: str | None = None
    verdict: str | None = None
    votes: bool = False

    def sparql(self) -> str:
        """Return the query; its rows are sorted by relation, subject, object and date.

        Raises:
            BadIdentifier: An id is malformed.
            UnknownName: There is no such relation or verdict; the nearest are offered.
        """
        return _TEXT.replace("$filters", "\n  ".join(self._patterns()))

    def count_sparql(self) -> str:
        """Return the query for the number of claims, with marks for a moment; errors likewise."""
        return _MARKED.format(what="(COUNT(DISTINCT ?claim) AS ?count)", where=self._where())

    def page_sparql(self, limit: int, offset: int) -> str:
        """Return the query for some of the claims, by id, with marks for a moment.

        Args:
            limit: How many at most.
            offset: How many are left out before them.

        Raises:
            BadIdentifier: An id is malformed.
            UnknownName: There is no such relation or verdict; the nearest are offered.
        """
        text = _MARKED.format(what="DISTINCT ?claim", where=self._where())
        return f"{text}\nORDER BY ?claim LIMIT {limit} OFFSET {offset}"

    def _where(self) -> str:
        return "\n  ".join(self._patterns())

    def _patterns(self) -> list[str]:
        patterns = []
        if self.subject:
            patterns.append(f"VALUES ?subject {{ {iri(self.subject)} }}")
        if self.object:
            patterns.append(f"VALUES ?object {{ {iri(self.object)} }}")
        if self.predicate:
            expect_predicate(self.predicate)
            if self.predicate in ATTRIBUTES:
                patterns.append(f"VALUES ?property {{ {ATTRIBUTES[self.predicate].iri} }}")
            else:
                general = RELATIONS[self.predicate].iri
                patterns.append(f"?property rdfs:subPropertyOf* {general} .")
        elif not self.votes:
            patterns.append("FILTER NOT EXISTS { ?property rdfs:subPropertyOf comity:votedOn }")
        if self.verdict:
            verdicts = CONCEPTS["VerdictScheme"]
            expect_verdict(self.verdict)
            patterns.append(f"VALUES ?judged {{ {verdicts[self.verdict]} }}")
        if self.source:
            source = iri(f"source/{self.source}")
            patterns.append(f"?wanted prov:wasDerivedFrom {source} .")
            patterns.append("?claim comity:attestation ?wanted .")
        return patterns


def details_sparql(claims: Iterable[NamedNode]) -> str:
    """Return the query of `ClaimFilter.sparql` for some claims, whenever they hold."""
    text = _TEXT.replace("$filters", f"VALUES ?claim {{ {' '.join(map(str, claims))} }}")
    return at_moment(text, ALWAYS)


def about_sparql(things: Iterable[str], claims: Iterable[str]) -> str:
    """Return the query of `ClaimFilter.sparql` for the claims about some things, and some claims.

    Votes are left out. The text has marks for a moment.

    Args:
        things: Ids of things, as subjects or objects.
        claims: Ids of claims.

    Raises:
        BadIdentifier: An id is malformed.
    """
    about, single = (" ".join(str(iri(name)) for name in names) for names in (things, claims))
    groups = []
    if about:
        groups += [
            f"{{ VALUES ?about {{ {about} }} ?claim rdf:{end} ?about }}"
            for end in ("subject", "object")
        ]
    if single:
        groups.append(f"{{ VALUES ?claim {{ {single} }} }}")
    no_votes = "FILTER NOT EXISTS { ?property rdfs:subPropertyOf comity:votedOn }"
    filters = f"{' UNION '.join(groups)}\n  {no_votes}" if groups else "FILTER (false)"
    return _TEXT.replace("$filters", filters)


def expect_predicate(name: str) -> None:
    """Return when there is a relation or an attribute of a name.

    Raises:
        UnknownName: There is none; the nearest are offered.
    """
    _known("relation or attribute", name, {**RELATIONS, **ATTRIBUTES})


def expect_verdict(word: str) -> None:
    """Return when there is a verdict of a name.

    Raises:
        UnknownName: There is none; the nearest are offered.
    """
    _known("verdict", word, CONCEPTS["VerdictScheme"])


def _known(kind: str, name: str, names: Collection[str]) -> None:
    if name not in names:
        among, least = (akin, 0) if (akin := _of_same_stem(name, names)) else (names, 0.6)
        nearest = difflib.get_close_matches(name, among, n=2, cutoff=least)
        raise UnknownName(kind, name, nearest, f"choose one of {', '.join(sorted(names))}")


def _of_same_stem(name: str, names: Collection[str]) -> list[str]:
    """Return the names with a word that begins as one of a name does.

    >>> _of_same_stem("signed", ["signatory_of", "visited"])
    ['signatory_of']
    """
    stems = {word[:_STEM] for word in re.split("[-_ ]", name.lower()) if len(word) >= _STEM}
    return [each for each in names if stems & {word[:_STEM] for word in each.split("_")}]


# What may be missing comes last: an OPTIONAL amid the patterns is joined for all claims.
_TEXT = """
SELECT ?claim ?subject ?subject_name ?relation ?object ?object_name ?since ?until
       ?verdict ?confidence (COUNT(DISTINCT ?source) AS ?sources)
WHERE {
  $filters
  ?claim a comity:Claim ;
         rdf:subject ?subject ;
         rdf:predicate ?property ;
         rdf:object ?object ;
         comity:verdict ?judged ;
         comity:confidence/skos:notation ?confidence .
  ?claim comity:at $moment .
  ?judged skos:notation ?verdict .
  ?property rdfs:label ?relation .
  ?subject rdfs:label ?subject_name .
  OPTIONAL { ?object rdfs:label ?object_label }
  BIND (COALESCE(?object_label, STR(?object)) AS ?object_name)  # a value has no label
  OPTIONAL { ?claim comity:validFrom ?since }
  OPTIONAL { ?claim comity:validUntil ?until }
  OPTIONAL { ?claim comity:attestation/prov:wasDerivedFrom ?source }
}
GROUP BY ?claim ?subject ?subject_name ?relation ?object ?object_name ?since ?until
         ?verdict ?confidence
ORDER BY ?relation ?subject_name ?object_name ?since ?claim
"""
_MARKED = """
SELECT {what}
WHERE {{
  {where}
  ?claim a comity:Claim ; rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ;
         comity:verdict ?judged .
  ?claim comity:at $moment .
}}"""
