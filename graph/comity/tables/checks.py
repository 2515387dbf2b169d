"""Checks of rows against each other.

In: all tables. Out: faults, each at the row that is wrong. What does not belong here: single cells
(`columns`) and checks of the finished dataset (`comity.validation`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from comity.errors import Fault
from comity.rdf.dates import Period
from comity.rdf.vocabulary import ATTRIBUTES, QUALIFIERS, RELATIONS
from comity.tables.columns import Misfit, identifier, partial_date
from comity.tables.entity_rows import SCHEMES
from comity.tables.flight_checks import faults_of_flights
from comity.tables.policy_checks import faults_of_policies
from comity.tables.provision_checks import faults_of_provisions
from comity.tables.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from comity.rdf.schema import RangeWord
    from comity.tables.catalogue import Tables
    from comity.tables.legal_rows import SuccessionRow
    from comity.tables.rows import AttestationRow, ClaimRow, Place, ResolutionRow, ValueRow

RECALLED = "recalled"
DOCUMENT = "text"


def faults_between(tables: Tables, lost: Iterable[str] = ()) -> list[Fault]:
    """Return what is wrong between rows.

    Args:
        tables: All rows that could be read.
        lost: Ids of rows that could not; a reference to one of them is no fault.
    """
    checks = _Checks(tables, frozenset(lost))
    return [
        *checks.duplicates(),
        *checks.entities(),
        *checks.claims(),
        *checks.values(),
        *checks.attestations(),
        *checks.votes(),
        *checks.sources(),
        *checks.identifiers(),
        *checks.redirects(),
        *checks.assertions(),
        *faults_of_flights(tables, checks.entity_ids, checks.source_ids, frozenset(lost)),
        *faults_of_provisions(tables, checks.entity_ids, checks.source_ids),
        *faults_of_policies(
            tables, checks.entity_ids, checks.claim_ids, checks.source_ids, frozenset(lost)
        ),
        *checks.exceptions(),
        *checks.law(),
    ]


def _fault(place: Place, column: str, value: object, problem: str) -> Fault:
    return Fault(place.file, place.line, column, str(value), problem)


class _Checks:
    def __init__(self, tables: Tables, lost: frozenset[str]) -> None:
        self.tables = tables
        self.entity_ids = {row.id for row in tables.entities} | lost
        self.source_ids = {row.id for row in tables.sources} | lost
        self.claim_ids = {row.id for row in tables.stated} | lost
        self.claim_ids |= {row.claim for row in tables.successions}
        self.claim_ids |= {row.claim for row in tables.provisions}
        self.documents = {row.id for row in tables.sources if row.kind == DOCUMENT}

    def duplicates(self) -> Iterator[Fault]:
        tables = self.tables
        yield from _repeated((row.place, "id", row.id) for row in tables.entities)
        yield from _repeated((row.place, "id", row.id) for row in tables.stated)
        yield from _repeated((row.place, "id", row.id) for row in tables.sources)
        yield from _repeated((row.place, "id", row.id) for row in tables.assertions)
        yield from _repeated((row.place, "accord", row.accord) for row in tables.resolutions)
        yield from _repeated((row.place, "mission", row.mission) for row in tables.flights)
        yield from _repeated(
            (row.place, "person", f"{row.flight} {row.person}") for row in tables.crew
        )
        others = (row for row in tables.satellites if not row.is_thing_of_its_own)
        yield from _repeated((row.place, "id", row.id) for row in others)
        yield from _repeated(
            (row.place, "nation", f"{row.resolution} {row.nation}") for row in tables.votes
        )
        own = (
            (row.place, "source", f"{row.id} {row.source}")
            for row in tables.stated
            if row.source not in self.documents
        )
        further = (
            (row.place, "source", " ".join((row.claim, row.source, _position(row))).rstrip())
            for row in tables.attestations
        )
        yield from _repeated([*own, *further])

    def entities(self) -> Iterator[Fault]:
        for row in self.tables.entities:
            kind = TABLES[row.place.file].kind
            if row.kind != kind:
                yield _fault(row.place, "id", row.id, f"is not of the kind {kind}")
            yield from self._known(row.place, "nation", row.nation)
            yield from self._sourced(row.place, *row.source)
            if not Period(row.start, row.end).is_ordered:
                yield _fault(row.place, "end", row.end, f"lies before the start {row.start}")

    def claims(self) -> Iterator[Fault]:
        for row in self.tables.claims:
            yield from self._known(row.place, "object", row.object)
            yield from self._stated(row)
            yield from self._predicate(row)

    def values(self) -> Iterator[Fault]:
        for row in self.tables.values:
            yield from self._stated(row)
            attribute = ATTRIBUTES.get(row.predicate)
            if attribute is None:
                words = "is not an attribute of the ontology"
                yield _fault(row.place, "predicate", row.predicate, words)
                continue
            if attribute.concepts:
                yield _fault(row.place, "predicate", row.predicate, "belongs in provisions.csv")
                continue
            problem = _misfit(attribute.range, row.value)
            if problem:
                yield _fault(row.place, "value", row.value, problem)

    def _stated(self, row: ClaimRow | ValueRow) -> Iterator[Fault]:
        yield from self._known(row.place, "subject", row.subject)
        yield from self._sourced(row.place, row.source)
        yield from _confidence(row)
        if not Period(row.start, row.end).is_ordered:
            yield _fault(row.place, "end", row.end, f"lies before the start {row.start}")
        for key, value in row.qualifiers:
            yield from self._qualifier(row, key, value)

    def attestations(self) -> Iterator[Fault]:
        for row in self.tables.attestations:
            if row.claim not in self.claim_ids:
                yield _fault(row.place, "claim", row.claim, "is not a claim of any table")
            yield from self._sourced(row.place, row.source)
            yield from self._known(row.place, "voice", row.voice)
            yield from _confidence(row)
            yield from _passage(row)

    def votes(self) -> Iterator[Fault]:
        resolutions = {row.accord: row for row in self.tables.resolutions}
        counted: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for row in self.tables.votes:
            yield from self._known(row.place, "nation", row.nation)
            yield from self._sourced(row.place, row.source)
            if row.resolution not in resolutions:
                yield _fault(row.place, "resolution", row.resolution, "is not in resolutions.csv")
            counted[row.resolution][row.vote] += 1
        for resolution in self.tables.resolutions:
            yield from self._known(resolution.place, "accord", resolution.accord)
            yield from self._sourced(resolution.place, resolution.source)
            yield from _totals(resolution, counted.get(resolution.accord, {}))

    def sources(self) -> Iterator[Fault]:
        for row in self.tables.sources:
            if row.origin is not None and row.origin not in self.source_ids:
                yield _fault(row.place, "origin", row.origin, "is not in sources.csv")

    def identifiers(self) -> Iterator[Fault]:
        rows = self.tables.identifiers
        for row in rows:
            yield from self._known(row.place, "entity", row.entity)
            yield from self._sourced(row.place, row.source)
            if not re.fullmatch(SCHEMES[row.scheme], row.value):
                yield _fault(row.place, "value", row.value, f"is not written as {row.scheme} is")
        yield from _repeated((row.place, "scheme", f"{row.scheme} of {row.entity}") for row in rows)
        things = [(row.place, "wikidata", row.wikidata) for row in self.tables.entities]
        named = [(row.place, row.scheme, row.value) for row in rows]
        yield from _repeated(  # one identifier for two things is wrong for one of them
            (place, "value" if place.file == "identifiers.csv" else scheme, f"{scheme} {value}")
            for place, scheme, value in (*things, *named)
            if value
        )

    def redirects(self) -> Iterator[Fault]:
        sources = {f"source/{name}" for name in self.source_ids}
        known = self.entity_ids | sources
        old = {row.old for row in self.tables.redirects}
        for row in self.tables.redirects:
            if row.old in known:
                yield _fault(row.place, "from", row.old, "still stands in a table of its own")
            if row.new in old:
                yield _fault(row.place, "to", row.new, "is itself redirected; name the last id")
            elif row.new not in known:
                yield _fault(row.place, "to", row.new, "is not in any table")

    def assertions(self) -> Iterator[Fault]:
        for row in self.tables.assertions:
            yield from self._sourced(row.place, row.source)
            yield from self._known(row.place, "object", row.object)
            if row.predicate not in RELATIONS:
                words = "is not a relation of the ontology"
                yield _fault(row.place, "predicate", row.predicate, words)
            if row.max < row.min:
                yield _fault(row.place, "max", row.max, f"is less than the minimum {row.min}")

    def exceptions(self) -> Iterator[Fault]:
        yield from _repeated((row.place, "about", row.about) for row in self.tables.exceptions)
        claims = {f"claim/{id_}" for id_ in self.claim_ids}
        for row in self.tables.exceptions:
            if row.about not in claims:
                yield from self._known(row.place, "about", row.about)
                if not (row.start or row.end):
                    yield _fault(row.place, "start", "", "must say from when, or until when in end")
            elif row.start or row.end:
                yield _fault(row.place, "start", row.start, "is not wanted for a claim")
            yield from self._sourced(row.place, row.source)

    def law(self) -> Iterator[Fault]:
        tables = self.tables
        yield from _repeated((row.place, "accord", row.accord) for row in tables.accord_terms)
        yield from _repeated(
            (row.place, "concerns", f"{row.accord} {row.concerns}") for row in tables.treaty_rules
        )
        yield from _repeated((row.place, "successor", row.claim) for row in tables.successions)
        yield from _repeated(
            (row.place, "successor", row.successor)
            for row in tables.successions
            if row.seat in {"passes", "new"}  # a place is taken from one state
        )
        yield from _repeated((row.place, "id", row.id) for row in tables.published_totals)
        for terms in tables.accord_terms:
            yield from self._known(terms.place, "accord", terms.accord)
            yield from self._sourced(terms.place, terms.source)
        for rule in tables.treaty_rules:
            yield from self._known(rule.place, "accord", rule.accord)
            yield from self._sourced(rule.place, rule.source)
        for succession in tables.successions:
            yield from self._known(succession.place, "predecessor", succession.predecessor)
            yield from self._known(succession.place, "successor", succession.successor)
            yield from self._sourced(succession.place, succession.source)
            yield from _confidence(succession)
        for total in tables.published_totals:
            yield from self._sourced(total.place, total.source)
            if total.tolerance and not total.definition:
                yield _fault(
                    total.place, "tolerance", total.tolerance, "needs a definition that explains it"
                )

    def _known(self, place: Place, column: str, value: str | None) -> Iterator[Fault]:
        if value is not None and value not in self.entity_ids:
            yield _fault(place, column, value, "is not in any table of entities")

    def _sourced(self, place: Place, *sources: str) -> Iterator[Fault]:
        for source in sources:
            if source not in self.source_ids:
                yield _fault(place, "source", source, "is not in sources.csv")

    def _predicate(self, row: ClaimRow) -> Iterator[Fault]:
        relation = RELATIONS.get(row.predicate)
        if relation is None:
            yield _fault(row.place, "predicate", row.predicate, "is not a relation of the ontology")
            return
        allowed = TABLES[row.place.file].predicates
        if row.predicate not in allowed:
            right = next(
                (name for name, table in TABLES.items() if row.predicate in table.predicates),
                "another table",
            )
            yield _fault(row.place, "predicate", row.predicate, f"belongs in {right}")
        if row.source in self.documents:
            return  # what a document says may be absurd; the verdict will say so
        for column, value, kinds in (
            ("subject", row.subject, relation.domain),
            ("object", row.object, relation.range),
        ):
            if value.partition("/")[0] not in kinds:
                yield _fault(
                    row.place,
                    column,
                    value,
                    f"cannot be the {column} of {row.predicate} (only {', '.join(kinds)})",
                )

    def _qualifier(self, row: ClaimRow | ValueRow, key: str, value: str) -> Iterator[Fault]:
        qualifier = QUALIFIERS.get(key)
        if qualifier is None:
            yield _fault(row.place, "qualifiers", key, "is not a qualifier of the ontology")
            return
        for part in value.split(",") if qualifier.multi else (value,):
            problem = _misfit(qualifier.range, part, qualifier.concepts, self.entity_ids)
            if problem:
                yield _fault(row.place, "qualifiers", f"{key}={part}", problem)


def _misfit(
    range_: RangeWord,
    value: str,
    concepts: Collection[str] = (),
    entities: Collection[str] = (),
) -> str:
    try:
        match range_:
            case "integer":
                int(value)
            case "decimal":
                Decimal(value)
            case "date":
                partial_date(value)
            case "entity":
                if identifier(value) not in entities:
                    return "is not in any table of entities"
            case "concept":
                if value not in concepts:
                    return f"is not one of {', '.join(concepts)}"
            case "party":
                if value not in concepts and identifier(value) not in entities:
                    return "is not in any table of entities"
            case _:
                pass
    except (ValueError, InvalidOperation):
        return f"is not of the type {range_}"
    except Misfit as misfit:
        return str(misfit)
    return ""


def _position(row: AttestationRow) -> str:
    return "" if row.char_start is None else str(row.char_start)


def _passage(row: AttestationRow) -> Iterator[Fault]:
    """Yield where quoted words and their offsets in the text do not fit each other."""
    start, end = row.char_start, row.char_end
    if (start is None) != (end is None) or bool(row.quote) != (start is not None):
        yield _fault(row.place, "quote", row.quote, "needs both offsets, and offsets need words")
    elif start is not None and end is not None and end - start != len(row.quote):
        words = f"has {len(row.quote)} characters, not the {end - start} of its offsets"
        yield _fault(row.place, "char_end", end, words)
    if start is not None and row.stance == "qualifies":
        words = "is not wanted for a passage of a document, which affirms or denies what it says"
        yield _fault(row.place, "stance", row.stance, words)


def _confidence(row: ClaimRow | ValueRow | AttestationRow | SuccessionRow) -> Iterator[Fault]:
    if row.verified == RECALLED and row.confidence == "high":
        yield _fault(row.place, "confidence", row.confidence, "is too much for a recalled row")


def _repeated(entries: Iterable[tuple[Place, str, str]]) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for place, column, value in entries:
        before = first.setdefault(value, place)
        if before is not place:
            yield _fault(place, column, value, f"stands already at {before.file}:{before.line}")


def _totals(resolution: ResolutionRow, counted: dict[str, int]) -> Iterator[Fault]:
    """Yield where a roll call disagrees with its totals.

    A list without any vote of one kind is a partial one, of which only the rest can be compared.
    """
    for vote, stated in (
        ("yes", resolution.yes),
        ("no", resolution.no),
        ("abstain", resolution.abstain),
    ):
        found = counted.get(vote, 0)
        if found and stated is not None and found != stated:
            problem = f"differs from the {found} in votes.csv"
            yield _fault(resolution.place, vote, stated, problem)
