"""Checks of rows about prohibitions and precedents against the other rows.

In: all tables. Out: faults, each at the row that is wrong. What does not belong here: single cells
(`policy_rows`), and whether a law really says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.errors import Fault
from comity.rdf.dates import Period
from comity.tables.policy_rows import PARTY_CLASSES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from comity.tables.catalogue import Tables
    from comity.tables.policy_rows import PrecedentRow, ProhibitionRow

_RECALLED: Final = "recalled"
_UNSAID: Final = frozenset({"none", "unknown"})
_RESTRICTION: Final = "restriction/"


def faults_of_policies(
    tables: Tables,
    entities: Collection[str],
    claims: Collection[str],
    sources: Collection[str],
    lost: Collection[str] = (),
) -> Iterator[Fault]:
    """Yield what is wrong with rows about prohibitions and precedents.

    Args:
        tables: All rows that could be read.
        entities: Ids of all things, and of rows that could not be read.
        claims: Slugs of all claims, likewise.
        sources: Slugs of all sources, likewise.
        lost: Ids of the rows that could not be read.
    """
    for rows in (tables.prohibitions, tables.precedents):
        first: dict[str, ProhibitionRow | PrecedentRow] = {}
        for row in rows:
            before = first.setdefault(row.id, row)
            if before is not row:
                words = f"stands already at {before.place.file}:{before.place.line}"
                yield _fault(row, "id", row.id, words)
            yield from _references(row, entities, claims, sources)
    for prohibition in tables.prohibitions:
        yield from _of_prohibition(prohibition)
    known = {row.id: row for row in tables.prohibitions}
    for precedent in tables.precedents:
        yield from _of_precedent(precedent, known, lost)


def _references(
    row: ProhibitionRow | PrecedentRow,
    entities: Collection[str],
    claims: Collection[str],
    sources: Collection[str],
) -> Iterator[Fault]:
    if not row.restriction.startswith(_RESTRICTION):
        yield _fault(row, "restriction", row.restriction, "is not of the kind restriction")
    for column in ("restriction", "issuer", "one", "other", "mission_or_event"):
        value = getattr(row, column, None)
        if value is not None and value not in entities:
            yield _fault(row, column, value, "is not in any table of entities")
    for column in ("bound", "toward"):
        for party in getattr(row, column, ()):
            if party not in entities and party not in PARTY_CLASSES:
                yield _fault(row, column, party, "is not in any table of entities")
    for claim in row.claims:
        if claim not in claims:
            yield _fault(row, "claims", claim, "is not a claim of any table")
    if row.source not in sources:
        yield _fault(row, "source", row.source, "is not in sources.csv")


def _of_prohibition(row: ProhibitionRow) -> Iterator[Fault]:
    if not Period(row.start, row.end).is_ordered:
        yield _fault(row, "end", str(row.end), f"lies before the start {row.start}")
    if row.verified == _RECALLED and row.confidence == "high":
        yield _fault(row, "confidence", row.confidence, "is too much for a recalled row")
    if row.effect != "prohibits" and row.exemption == "none":
        words = "does not fit a rule that asks for leave: say who can give it, or unknown"
        yield _fault(row, "exemption", row.exemption, words)
    if row.exemption in _UNSAID:
        for column, value in (("duty", row.duty), ("lead_days", row.lead_days)):
            if value:
                words = f"is not wanted where the exemption is {row.exemption}"
                yield _fault(row, column, str(value), words)
    elif not row.duty.strip():
        yield _fault(row, "duty", row.duty, "must say what has to be done for the exemption")
    if row.force == "in-force" and row.start is None and row.confidence == "high":
        yield _fault(row, "confidence", row.confidence, "is too much without a first day")


def _of_precedent(
    row: PrecedentRow, known: dict[str, ProhibitionRow], lost: Collection[str]
) -> Iterator[Fault]:
    if (row.way == "prevented") != (row.outcome == "prevented"):
        yield _fault(row, "way", row.way, f"does not fit the outcome {row.outcome}")
    if row.one == row.other:
        yield _fault(row, "other", row.other, "is the same as the one side")
    if row.prohibition is None or row.prohibition in lost:
        return
    rule = known.get(row.prohibition)
    if rule is None:
        yield _fault(row, "prohibition", row.prohibition, "is not in prohibitions.csv")
    elif rule.restriction != row.restriction:
        words = f"belongs to {rule.restriction}, not to {row.restriction}"
        yield _fault(row, "prohibition", row.prohibition, words)
    elif not _overlap(Period(rule.start, rule.end), Period(row.date, row.date)):
        words = f"held from {rule.start} to {rule.end or 'now'}, not on {row.date}"
        yield _fault(row, "prohibition", row.prohibition, words)


def _overlap(one: Period, other: Period) -> bool:
    """Tell whether the record does not exclude that two periods have a day in common."""
    starts = [day for day in (one.earliest_start, other.earliest_start) if day]
    ends = [day for day in (one.latest_end, other.latest_end) if day]
    return not (starts and ends) or max(starts) <= min(ends)


def _fault(row: ProhibitionRow | PrecedentRow, column: str, value: str, problem: str) -> Fault:
    return Fault(row.place.file, row.place.line, column, value, problem)
