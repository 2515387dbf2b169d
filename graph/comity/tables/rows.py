"""Which rows each file holds.

In: nothing. Out: `TABLES`, which says for each file which rows it holds, how each cell is parsed
and by which columns the file is sorted; and the row types of one fact a row, by theme. What does
not belong here: reading files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.tables import claim_rows, entity_rows, flights, source_rows, vote_rows
from comity.tables import legal_rows as law
from comity.tables.claim_rows import AttestationRow, ClaimRow, ValueRow
from comity.tables.entity_rows import EntityRow, ExceptionRow, IdentifierRow, RedirectRow
from comity.tables.place import Place
from comity.tables.policy_rows import PRECEDENT, PROHIBITION, PrecedentRow, ProhibitionRow
from comity.tables.provision_rows import PROVISION, ProvisionRow
from comity.tables.source_rows import AssertionRow, SourceRow
from comity.tables.vote_rows import ResolutionRow, VoteRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "TABLES",
    "AssertionRow",
    "AttestationRow",
    "ClaimRow",
    "EntityRow",
    "ExceptionRow",
    "IdentifierRow",
    "Place",
    "PrecedentRow",
    "ProhibitionRow",
    "ProvisionRow",
    "RedirectRow",
    "ResolutionRow",
    "SourceRow",
    "Table",
    "ValueRow",
    "VoteRow",
]


@dataclass(frozen=True, slots=True)
class Table:
    """How a file is read and written.

    Attributes:
        row: Type of its rows.
        cells: For each column, in the order of the file, its name and its parser.
        key: Columns by which the file is sorted and in which a row is unique.
        fields: Names of the row's fields where they differ from the column's.
        predicates: Relations that a table of claims may hold; empty for the others.
        kind: Kind of thing that a table of entities or satellites holds; empty for the others.
    """

    row: type
    cells: Mapping[str, Callable[[str], Any]]
    key: tuple[str, ...]
    fields: Mapping[str, str]
    predicates: frozenset[str] = frozenset()
    kind: str = ""


def _entities(kind: str) -> Table:
    cells = {
        name: parse
        for name, parse in entity_rows.ENTITY.items()
        if (kind, name) != ("nation", "nation")
    }
    return Table(EntityRow, cells, ("id",), {}, kind=kind)


def _claims(predicates: str) -> Table:
    return Table(ClaimRow, claim_rows.CLAIM, ("id",), {}, predicates=frozenset(predicates.split()))


TABLES: Final[Mapping[str, Table]] = {
    **{f"{name}.csv": _entities(kind) for name, kind in entity_rows.KINDS.items()},
    **{f"{name}.csv": _claims(predicates) for name, predicates in claim_rows.PREDICATES.items()},
    "values.csv": Table(ValueRow, claim_rows.VALUE, ("id",), {}),
    "attestations.csv": Table(
        AttestationRow, claim_rows.ATTESTATION, ("claim", "source", "char_start"), {}
    ),
    "flights.csv": Table(flights.FlightRow, flights.FLIGHT, ("mission",), {}),
    "crew.csv": Table(flights.CrewRow, flights.CREW, ("flight", "person"), {}),
    "satellites.csv": Table(flights.SatelliteRow, flights.SATELLITE, ("id",), {}, kind="satellite"),
    "resolutions.csv": Table(ResolutionRow, vote_rows.RESOLUTION, ("accord",), {}),
    "votes.csv": Table(VoteRow, vote_rows.VOTE, ("resolution", "nation"), {}),
    "sources.csv": Table(SourceRow, source_rows.SOURCE, ("id",), {}),
    "identifiers.csv": Table(
        IdentifierRow, entity_rows.IDENTIFIER, ("entity", "scheme", "value"), {}
    ),
    "redirects.csv": Table(
        RedirectRow, entity_rows.REDIRECT, ("from",), {"from": "old", "to": "new"}
    ),
    "exceptions.csv": Table(ExceptionRow, entity_rows.EXCEPTION, ("about",), {}),
    "assertions.csv": Table(AssertionRow, source_rows.ASSERTION, ("id",), {}),
    "accord_terms.csv": Table(law.AccordTermsRow, law.ACCORD_TERMS, ("accord",), {}),
    "treaty_rules.csv": Table(law.TreatyRuleRow, law.TREATY_RULE, ("accord", "concerns"), {}),
    "successions.csv": Table(law.SuccessionRow, law.SUCCESSION, ("predecessor", "successor"), {}),
    "provisions.csv": Table(ProvisionRow, PROVISION, ("accord", "provision"), {}),
    "prohibitions.csv": Table(ProhibitionRow, PROHIBITION, ("id",), {}),
    "precedents.csv": Table(PrecedentRow, PRECEDENT, ("id",), {}),
    "published_totals.csv": Table(law.PublishedTotalRow, law.PUBLISHED_TOTAL, ("id",), {}),
}
