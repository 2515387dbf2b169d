"""Checks of rows against each other.

In: all tables. Out: faults, each at the row that is wrong. What does not belong here: single cells
(`columns`) and checks of the finished dataset (`comity.validation`).
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from comity.errors import Fault
from comity.rdf.dates import Period
from comity.rdf.vocabulary import QUALIFIERS, RELATIONS
from comity.tables.columns import Misfit, identifier, partial_date
from comity.tables.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.rdf.schema import Qualifier
    from comity.tables.catalogue import Tables
    from comity.tables.legal_rows import SuccessionRow
    from comity.tables.rows import AttestationRow, ClaimRow, Place, ResolutionRow

RECALLED = "recalled"


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
        *checks.attestations(),
        *checks.votes(),
        *checks.redirects(),
        *checks.assertions(),
        *checks.law(),
    ]


def _fault(place: Place, column: str, value: object, problem: str) -> Fault:
    return Fault(place.file, place.line, column, str(value), problem)


class _Checks:
    def __init__(self, tables: Tables, lost: frozenset[str]) -> None:
        self.tables = tables
        self.entity_ids = {row.id for row in tables.entities} | lost
        self.source_ids = {row.id for row in tables.sources} | lost
        self.claim_ids = {row.id for row in tables.claims} | lost
        self.claim_ids |= {row.claim for row in tables.successions}

    def duplicates(self) -> Iterator[Fault]:
        tables = self.tables
        yield from _repeated((row.place, "id", row.id) for row in tables.entities)
        yield from _repeated((row.place, "id", row.id) for row in tables.claims)
        yield from _repeated((row.place, "id", row.id) for row in tables.sources)
        yield from _repeated((row.place, "id", row.id) for row in tables.assertions)
        yield from _repeated((row.place, "accord", row.accord) for row in tables.resolutions)
        yield from _repeated(
            (row.place, "nation", f"{row.resolution} {row.nation}") for row in tables.votes
        )
        own = ((row.place, "source", f"{row.id} {row.source}") for row in tables.claims)
        further = (
            (row.place, "source", f"{row.claim} {row.source}") for row in tables.attestations
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
            yield from self._known(row.place, "subject", row.subject)
            yield from self._known(row.place, "object", row.object)
            yield from self._sourced(row.place, row.source)
            yield from _confidence(row)
            if not Period(row.start, row.end).is_ordered:
                yield _fault(row.place, "end", row.end, f"lies before the start {row.start}")
            yield from self._predicate(row)
            for key, value in row.qualifiers:
                yield from self._qualifier(row, key, value)

    def attestations(self) -> Iterator[Fault]:
        for row in self.tables.attestations:
            if row.claim not in self.claim_ids:
                yield _fault(row.place, "claim", row.claim, "is not a claim of any table")
            yield from self._sourced(row.place, row.source)
            yield from self._known(row.place, "voice", row.voice)
            yield from _confidence(row)

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
            found = {
                claim.subject
                for claim in self.tables.claims
                if (claim.predicate, claim.object) == (row.predicate, row.object)
                and not claim.standing
                and (row.as_of is None or Period(claim.start, claim.end).allows(row.as_of))
            }
            if not row.min <= len(found) <= row.max:
                expected = str(row.min) if row.min == row.max else f"{row.min} to {row.max}"
                when = f" on {row.as_of}" if row.as_of else ""
                yield _fault(
                    row.place,
                    "min",
                    row.min,
                    f"fails: {len(found)} {row.predicate} {row.object}{when}, not {expected}",
                )

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

    def _qualifier(self, row: ClaimRow, key: str, value: str) -> Iterator[Fault]:
        qualifier = QUALIFIERS.get(key)
        if qualifier is None:
            yield _fault(row.place, "qualifiers", key, "is not a qualifier of the ontology")
            return
        for part in value.split(",") if qualifier.multi else (value,):
            problem = _misfit(qualifier, part, self.entity_ids)
            if problem:
                yield _fault(row.place, "qualifiers", f"{key}={part}", problem)


def _misfit(qualifier: Qualifier, value: str, entities: Iterable[str]) -> str:
    try:
        match qualifier.range:
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
                if value not in qualifier.concepts:
                    return f"is not one of {', '.join(qualifier.concepts)}"
            case "party":
                if value not in qualifier.concepts and identifier(value) not in entities:
                    return "is not in any table of entities"
            case _:
                pass
    except (ValueError, InvalidOperation):
        return f"is not of the type {qualifier.range}"
    except Misfit as misfit:
        return str(misfit)
    return ""


def _confidence(row: ClaimRow | AttestationRow | SuccessionRow) -> Iterator[Fault]:
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
