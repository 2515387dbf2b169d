"""What changed between two days.

In: a store with all times, and two days. Out: `Change` values, grouped and in words. What does not
belong here: what changed between two releases of the data (`releases`).

A claim begins on the first day on which it may have held, and ends on the last, as in a question
as of a day (`ontology/decisions/0002`). So what `changes` lists is the difference between the two
days' views, and what came and went between them besides. Contradicted, outdated and disputed
claims are left out, and so are single votes: a resolution is one change. A plan or number is stated
for its time, so it is listed when it held then, even if it is outdated today.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.sentences import no_longer, thing_began, thing_ended
from comity.analysis.ties import VOTED, finer_relations
from comity.queries.evaluation import evaluate
from comity.rdf.dates import PartialDate
from comity.rdf.namespaces import identifier
from comity.rdf.vocabulary import ATTRIBUTES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from pyoxigraph import QuerySolution

    from comity.rdf.engine import Engine

GROUPS: Final = (
    "Founded",
    "Agreed",
    "Put to a vote",
    "Joined or signed",
    "Left",
    "Began to cooperate",
    "Stopped cooperating",
    "Talked, declined or objected",
    "Launched",
    "Carried, provided or operated",
    "Missions and programmes that ended",
    "Restricted",
    "Restriction lifted or excepted",
    "Samples",
    "Events",
    "Planned, counted or described",
    "Other ties that began",
    "Other ties that ended",
    "With these, but without dates of their own",
)
_THINGS_BEGIN: Final[Mapping[str, str]] = {
    "accord": "Agreed",
    "agency": "Founded",
    "event": "Events",
    "institution": "Founded",
    "instrument": "Carried, provided or operated",
    "mission": "Launched",
    "nation": "Founded",
    "organisation": "Founded",
    "programme": "Founded",
    "resolution": "Put to a vote",
    "restriction": "Restricted",
    "sample": "Samples",
    "satellite": "Launched",
}
_THINGS_END: Final[Mapping[str, str]] = {
    "mission": "Missions and programmes that ended",
    "programme": "Missions and programmes that ended",
    "restriction": "Restriction lifted or excepted",
}
_BEGINNINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "Joined or signed": ("affiliated_with",),
    "Left": ("withdrew_from", "cancelled"),
    "Began to cooperate": ("cooperates_with",),
    "Talked, declined or objected": (
        "claims_membership_of", "consulted_on", "declined_to_join", "expressed_interest_in",
        "negotiated", "opposed",
    ),
    "Put to a vote": ("sponsored", "vetoed"),
    "Carried, provided or operated": (
        "built_by", "carries_payload", "contributes_to", "launched_by", "operates", "owned_by",
        "provided_by",
    ),
    "Launched": ("flew_on",),
    "Restricted": ("issued", "restricted_by", "restricts_dealings_with"),
    "Restriction lifted or excepted": ("authorised_exception_to",),
    "Samples": ("received_samples", "returned_sample"),
    "Events": ("takes_part_in",),
}  # fmt: skip
_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "Left": ("affiliated_with",),
    "Stopped cooperating": ("cooperates_with",),
    "Restriction lifted or excepted": ("restricted_by", "restricts_dealings_with"),
}
_SAID: Final = "Planned, counted or described"
_STANDINGS: Final = finer_relations("affiliated_with")
_RELATIONS: Final = {
    relation.iri.value: relation.name
    for relation in RELATIONS.values()
    if relation.name not in finer_relations(VOTED)
}
_ATTRIBUTES: Final = {attribute.iri.value: attribute.name for attribute in ATTRIBUTES.values()}
_BY_IRI: Final = {**_RELATIONS, **_ATTRIBUTES}
_PHRASES: Final = {
    **{relation.name: relation.phrase for relation in RELATIONS.values()},
    **{attribute.name: attribute.phrase for attribute in ATTRIBUTES.values()},
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing or claim that began, ended or became known.

    Attributes:
        group: One of `GROUPS`.
        date: Day of the change as stated; empty when it only follows from what it belongs to.
        what: `began`, `ended`, `happened` (both on one day) or `known`.
        words: The change as a sentence.
        id: Id of the claim or of the thing.
        subject: Id of the subject, or of the thing itself.
        relation: Name of the relation or attribute; empty for a thing.
        object: Id of the object, or the value; empty for a thing.
        verdict: The claim's verdict; empty for a thing.
    """

    group: str
    date: str
    what: str
    words: str
    id: str
    subject: str
    relation: str
    object: str
    verdict: str


def changes(store: Engine, since: date, until: date, *, today: date) -> list[Change]:
    """Return what changed in the world after one day and until another, that day included.

    Args:
        store: Where the claims of all times are; of what was known by a day, if wanted.
        since: The first day; what began on it is no change.
        until: The last day.
        today: Day after which a thing is only planned.
    """
    first, last = sorted((since.isoformat(), until.isoformat()))
    found = [
        *_things(store, first, last, today.isoformat()),
        *_claims_begun_or_ended(store, first, last),
    ]
    return _in_order(_without_doubles(found))


def became_known(store: Engine, since: date, until: date) -> list[Change]:
    """Return the claims that became public after one day and until another, whenever they held."""
    first, last = sorted((since.isoformat(), until.isoformat()))
    within = f'?known > "{first}"^^xsd:date && ?known <= "{last}"^^xsd:date'
    found = []
    for row in _rows(
        store,
        f"GRAPH graph:claims {{ ?claim comity:knownFrom ?known }} FILTER ({within})",
        "?known",
    ):
        claim = _Claim.of(row)
        said = claim.sentence(_PHRASES[claim.relation])
        dates = f"{claim.start} – {claim.end}" if claim.end else f"since {claim.start}"
        words = f"{said} ({dates})" if claim.start else said
        group = _group(_BEGINNINGS, claim, "began")
        found.append(claim.change(group, row["known"].value, "known", words))
    return _in_order(found)


@dataclass(frozen=True, slots=True)
class _Claim:
    id: str
    subject: str
    subject_name: str
    relation: str
    object: str
    object_name: str
    start: str
    end: str
    verdict: str

    @classmethod
    def of(cls, row: QuerySolution) -> _Claim:
        return cls(
            id=_id(row["claim"]),
            subject=_id(row["subject"]),
            subject_name=_text(row["subject_name"]),
            relation=_BY_IRI[row["property"].value],
            object=_id(row["object"]),
            object_name=_text(row["object_name"]),
            start=_text(row["start"]),
            end=_text(row["end"]),
            verdict=_text(row["verdict"]),
        )

    @property
    def is_moment(self) -> bool:
        return bool(self.start) and self.start == self.end

    def sentence(self, phrase: str) -> str:
        return f"{self.subject_name} {phrase} {self.object_name}"

    def change(self, group: str, day: str, what: str, words: str) -> Change:
        return Change(
            group, day, what, words, self.id, self.subject, self.relation, self.object, self.verdict
        )


def _claims_begun_or_ended(store: Engine, first: str, last: str) -> Iterator[Change]:
    begun = f"""
      GRAPH graph:claims {{ ?claim comity:earliestStart ?earliest }}
      FILTER (?earliest > "{first}"^^xsd:date && ?earliest <= "{last}"^^xsd:date)"""
    for claim in map(_Claim.of, _rows(store, begun)):
        group = _group(_BEGINNINGS, claim, "began") if claim.start else GROUPS[-1]
        what = "happened" if claim.is_moment else "began"
        yield claim.change(group, claim.start, what, claim.sentence(_PHRASES[claim.relation]))
    over = f"""
      GRAPH graph:claims {{ ?claim comity:latestEnd ?latest }}
      FILTER (?latest >= "{first}"^^xsd:date && ?latest < "{last}"^^xsd:date)"""
    for claim in map(_Claim.of, _rows(store, over)):
        if not claim.is_moment:
            group = _group(_ENDINGS, claim, "ended")
            words = claim.sentence(no_longer(_PHRASES[claim.relation]))
            yield claim.change(group, claim.end, "ended", words)


def _things(store: Engine, first: str, last: str, today: str) -> Iterator[Change]:
    # partial dates in the order of their letters: of those that are left, some are out after all
    near = f'STR(?near) >= "{first[:4]}" && STR(?near) <= "{last}"'
    rows = evaluate(
        store,
        f"""
        SELECT DISTINCT ?thing ?label ?start ?end ?symbol
        WHERE {{
          GRAPH graph:things {{
            {{ ?thing comity:startDate ?near }} UNION {{ ?thing comity:endDate ?near }}
            FILTER ({near})
            ?thing rdfs:label ?label ; comity:verification ?any .
            OPTIONAL {{ ?thing comity:startDate ?start }}
            OPTIONAL {{ ?thing comity:endDate ?end }}
            OPTIONAL {{ ?thing comity:symbol ?symbol }}
          }}
        }}""",
    )
    for row in rows:  # type: ignore[union-attr]  # a SELECT gives solutions
        id_, label = _id(row["thing"]), _text(row["label"])
        kind = id_.partition("/")[0]
        start, end = _text(row["start"]), _text(row["end"])
        if start and first < _first_day(start) <= last:
            sort = "resolution" if row["symbol"] is not None else kind
            group = _THINGS_BEGIN.get(sort, "Other ties that began")
            words = thing_began(label, sort, planned=_first_day(start) > today)
            yield Change(group, start, "began", words, id_, id_, "", "", "")
        if end and end != start and first <= _last_day(end) < last and kind != "event":
            group = _THINGS_END.get(kind, "Other ties that ended")
            words = thing_ended(label, kind, planned=_last_day(end) > today)
            yield Change(group, end, "ended", words, id_, id_, "", "", "")


def _group(groups: Mapping[str, Collection[str]], claim: _Claim, what: str) -> str:
    if claim.relation in ATTRIBUTES:
        return _SAID
    for group, relations in groups.items():
        if claim.relation in finer_relations(*relations):
            return group
    return f"Other ties that {what}"


def _without_doubles(found: list[Change]) -> Iterator[Change]:
    """Yield changes without ends that others tell: a withdrawal, or the end of the mission."""
    left = {(each.subject, each.object) for each in found if each.relation == "withdrew_from"}
    over = {each.id for each in found if each.group == "Missions and programmes that ended"}
    for each in found:
        ended = each.what == "ended" and each.relation
        told = each.relation in _STANDINGS and (each.subject, each.object) in left
        if not (ended and (told or {each.subject, each.object} & over)):
            yield each


def _in_order(found: Collection[Change] | Iterator[Change]) -> list[Change]:
    return sorted(
        found, key=lambda each: (GROUPS.index(each.group), each.date, each.words, each.id)
    )


def _rows(store: Engine, bounds: str, extra: str = "") -> Iterator[QuerySolution]:
    for text in (_TIES, _VALUES):
        # a SELECT gives solutions
        yield from evaluate(store, text.replace("$extra", extra).replace("$bounds", bounds))  # type: ignore[misc]


def _id(term: object) -> str:
    return identifier(term) or str(getattr(term, "value", term))


def _text(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def _first_day(partial: str) -> str:
    return PartialDate.parse(partial).first_day.isoformat()


def _last_day(partial: str) -> str:
    return PartialDate.parse(partial).last_day.isoformat()


# Of tens of thousands of claims, those of the days in question are looked up first. For that the
# relations are a filter: joined as VALUES, they have the engine read all claims.
_HEAD: Final = """
SELECT ?claim ?subject ?subject_name ?property ?object ?object_name ?start ?end ?verdict $extra
WHERE {
  $bounds
  GRAPH graph:claims {
    ?claim rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ;
           comity:verdict ?judged .
  }"""
_TIES: Final = f"""{_HEAD}
  FILTER (?judged IN (comity:Supported, comity:Unverified))
  FILTER (?property IN ({", ".join(f"<{name}>" for name in _RELATIONS)}))
  ?judged skos:notation ?verdict .
  ?subject rdfs:label ?subject_name .
  ?object rdfs:label ?object_name .
  OPTIONAL {{ ?claim comity:validFrom ?start }}
  OPTIONAL {{ ?claim comity:validUntil ?end }}
}}"""
_VALUES: Final = f"""{_HEAD}
  FILTER (?property IN ({", ".join(f"<{name}>" for name in _ATTRIBUTES)}))
  ?judged skos:notation ?verdict .
  ?subject rdfs:label ?subject_name .
  OPTIONAL {{ ?claim comity:verdictWhenPublished ?then }}
  FILTER (COALESCE(?then, ?judged) IN (comity:Supported, comity:Unverified))
  OPTIONAL {{ ?object rdfs:label ?label }}
  BIND (COALESCE(?label, STR(?object)) AS ?object_name)
  OPTIONAL {{ ?claim comity:validFrom ?start }}
  OPTIONAL {{ ?claim comity:validUntil ?end }}
}}"""
