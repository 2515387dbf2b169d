"""Published totals, recomputed.

In: a store with all claims, and rows of `published_totals.csv`. Out: for each row what the graph
gives, and whether that is the published total. What does not belong here: the rows themselves.

A question is one of these, with the word of a relation and ids::

    count RELATION OBJECT               how many subjects may have it on the day
    undated RELATION OBJECT             how many of them began on a day that is not known
    roll_call RESOLUTION                votes for, against and abstentions, as 155-9-9
    first_in_both RELATION OBJECT RELATION OBJECT
                                        the first subject to have had both by the day
    at_place N RELATION OBJECT          the subject that was the Nth to have it
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from comity.errors import UnknownName
from comity.queries.evaluation import evaluate
from comity.rdf.namespaces import identifier, iri
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from pyoxigraph import Literal, QuerySolutions

    from comity.rdf.engine import Engine
    from comity.tables.legal_rows import PublishedTotalRow

_WORDS = {"count": 2, "undated": 2, "roll_call": 1, "first_in_both": 4, "at_place": 3}
_ACCEPTED = "FILTER (?verdict IN (comity:Supported, comity:Unverified))"


@dataclass(frozen=True, slots=True)
class Total:
    """A published total beside the graph's.

    Attributes:
        id: Slug of the total.
        question: What is counted.
        as_of: The day; None for all times.
        value: The total as published.
        found: What the graph gives.
        tolerance: How far apart they may be.
        holds: Whether they agree, within the tolerance.
        definition: What the publisher counts, where that is not what the graph counts.
        source: Slug of the source.
    """

    id: str
    question: str
    as_of: date | None
    value: str
    found: str
    tolerance: int
    holds: bool
    definition: str
    source: str


def compare(store: Engine, rows: Iterable[PublishedTotalRow]) -> list[Total]:
    """Return each published total beside the graph's.

    Raises:
        UnknownName: A question is not of a known form.
    """
    return [_total(store, row) for row in rows]


def answer(store: Engine, question: str, day: date | None) -> str:
    """Return what the graph gives for a question.

    Raises:
        UnknownName: The question is not of a known form, or names no relation.
    """
    form, *words = question.split()
    if _WORDS.get(form) != len(words):
        raise UnknownName("form of question", question, look="see comity.analysis.totals")
    if form == "count":
        return str(len(_subjects(store, words, day)))
    if form == "undated":
        return str(sum(begun is None for begun in _subjects(store, words, day).values()))
    if form == "roll_call":
        return _roll_call(store, words[0])
    if form == "at_place":
        place, *words = words
        begun = _in_order(_subjects(store, words, day))
        return begun[int(place) - 1] if len(begun) >= int(place) else ""
    one, other = _subjects(store, words[:2], day), _subjects(store, words[2:], day)
    both = {
        subject: None
        if one[subject] is None or other[subject] is None
        else max(str(one[subject]), str(other[subject]))
        for subject in one.keys() & other.keys()
    }
    return next(iter(_in_order(both)), "")


def _total(store: Engine, row: PublishedTotalRow) -> Total:
    found = answer(store, row.question, row.as_of)
    near = row.value.isdigit() and abs(int(row.value) - int(found)) <= row.tolerance
    return Total(
        id=row.id,
        question=row.question,
        as_of=row.as_of,
        value=row.value,
        found=found,
        tolerance=row.tolerance,
        holds=found == row.value or near,
        definition=row.definition,
        source=row.source,
    )


def _subjects(store: Engine, words: Sequence[str], day: date | None) -> dict[str, str | None]:
    """Return who may have a relation to a thing on a day, and when it began if that is stated."""
    relation, object_ = words
    if relation not in RELATIONS:
        raise UnknownName("relation", relation, look="see ontology/comity.ttl")
    on_day = (
        f'FILTER (!BOUND(?earliest) || ?earliest <= "{day}"^^xsd:date) '
        f'FILTER (!BOUND(?latest) || "{day}"^^xsd:date <= ?latest)'
        if day
        else ""
    )
    text = f"""
        SELECT ?subject (MIN(?begin) AS ?since) WHERE {{
          ?claim rdf:subject ?subject ; rdf:predicate {RELATIONS[relation].iri} ;
                 rdf:object {iri(object_)} ; comity:verdict ?verdict .
          {_ACCEPTED}
          OPTIONAL {{ ?claim comity:earliestStart ?earliest }}
          OPTIONAL {{ ?claim comity:latestEnd ?latest }}
          OPTIONAL {{ ?claim comity:validFrom ?stated }}
          BIND (IF(BOUND(?stated), STR(?earliest), ?never) AS ?begin)
          {on_day}
        }} GROUP BY ?subject"""
    return {
        identifier(row["subject"]) or "": cast("Literal", row["since"]).value
        if row["since"]
        else None
        for row in cast("QuerySolutions", evaluate(store, text))
    }


def _in_order(begun: dict[str, str | None]) -> list[str]:
    dated = [(when, subject) for subject, when in begun.items() if when is not None]
    return [subject for _, subject in sorted(dated)]


def _roll_call(store: Engine, resolution: str) -> str:
    counts = []
    for vote in ("voted_for", "voted_against", "abstained_on"):
        text = f"""
            SELECT (COUNT(DISTINCT ?nation) AS ?n) WHERE {{
              ?claim rdf:subject ?nation ; rdf:predicate {RELATIONS[vote].iri} ;
                     rdf:object {iri(resolution)} }}"""
        (row,) = cast("QuerySolutions", evaluate(store, text))
        counts.append(cast("Literal", row["n"]).value)
    return "-".join(counts)
