"""All tables together.

In: a folder. Out: `Tables`, complete and checked, or one error with all faults. What does not
belong here: how a single file is read (`reading`) or what the checks are (`checks`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.errors import Fault, TableFaults, Unreadable
from comity.tables.checks import faults_between
from comity.tables.flights import CrewRow, FlightRow, SatelliteRow
from comity.tables.legal_rows import (
    AccordTermsRow,
    PublishedTotalRow,
    SuccessionRow,
    TreatyRuleRow,
)
from comity.tables.policy_rows import PrecedentRow, ProhibitionRow
from comity.tables.provision_rows import ProvisionRow
from comity.tables.reading import read_rows
from comity.tables.rows import (
    TABLES,
    AssertionRow,
    AttestationRow,
    ClaimRow,
    EntityRow,
    ExceptionRow,
    IdentifierRow,
    RedirectRow,
    ResolutionRow,
    SourceRow,
    ValueRow,
    VoteRow,
)

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tables:
    """Every row of every table, in the order of the files.

    A satellite that no other table describes stands among the entities as well.
    """

    entities: tuple[EntityRow, ...]
    claims: tuple[ClaimRow, ...]
    values: tuple[ValueRow, ...]
    attestations: tuple[AttestationRow, ...]
    resolutions: tuple[ResolutionRow, ...]
    votes: tuple[VoteRow, ...]
    flights: tuple[FlightRow, ...]
    crew: tuple[CrewRow, ...]
    satellites: tuple[SatelliteRow, ...]
    sources: tuple[SourceRow, ...]
    identifiers: tuple[IdentifierRow, ...]
    redirects: tuple[RedirectRow, ...]
    assertions: tuple[AssertionRow, ...]
    accord_terms: tuple[AccordTermsRow, ...]
    treaty_rules: tuple[TreatyRuleRow, ...]
    successions: tuple[SuccessionRow, ...]
    published_totals: tuple[PublishedTotalRow, ...]
    exceptions: tuple[ExceptionRow, ...] = ()
    provisions: tuple[ProvisionRow, ...] = ()
    prohibitions: tuple[ProhibitionRow, ...] = ()
    precedents: tuple[PrecedentRow, ...] = ()

    @property
    def stated(self) -> tuple[ClaimRow | ValueRow, ...]:
        """Rows of ties and of values."""
        return (*self.claims, *self.values)

    @property
    def row_count(self) -> int:
        """Number of rows in all tables."""
        own = sum(row.is_thing_of_its_own for row in self.satellites)
        return sum(len(getattr(self, name)) for name in self.__slots__) - own


def read_tables(folder: Path) -> Tables:
    """Return all tables of a folder, checked in themselves and against each other.

    Raises:
        Unreadable: The folder or a file cannot be read; nothing is wrong besides.
        TableFaults: Rows are faulty; every fault of every table is listed.
    """
    if not folder.is_dir():
        raise Unreadable(folder, "no such folder of tables")
    rows: list[Any] = []
    faults = [
        Fault(path.name, 0, "", "", "is not a table of Comity; remove or rename it")
        for path in sorted(folder.glob("*.csv"))
        if path.name not in TABLES
    ]
    lost: set[str] = set()
    unreadable: list[Unreadable] = []
    partial = False
    for name, table in TABLES.items():
        try:
            reading = read_rows(folder / name, table)
        except Unreadable as problem:
            unreadable.append(problem)
            continue
        rows.extend(reading.rows)
        faults.extend(reading.faults)
        lost.update(reading.lost)
        partial = partial or reading.is_partial
    tables = Tables(
        entities=(*_of(EntityRow, rows), *_satellites_as_entities(rows)),
        claims=_of(ClaimRow, rows),
        values=_of(ValueRow, rows),
        attestations=_of(AttestationRow, rows),
        resolutions=_of(ResolutionRow, rows),
        votes=_of(VoteRow, rows),
        flights=_of(FlightRow, rows),
        crew=_of(CrewRow, rows),
        satellites=_of(SatelliteRow, rows),
        sources=_of(SourceRow, rows),
        identifiers=_of(IdentifierRow, rows),
        redirects=_of(RedirectRow, rows),
        assertions=_of(AssertionRow, rows),
        exceptions=_of(ExceptionRow, rows),
        accord_terms=_of(AccordTermsRow, rows),
        treaty_rules=_of(TreatyRuleRow, rows),
        successions=_of(SuccessionRow, rows),
        published_totals=_of(PublishedTotalRow, rows),
        provisions=_of(ProvisionRow, rows),
        prohibitions=_of(ProhibitionRow, rows),
        precedents=_of(PrecedentRow, rows),
    )
    if not (unreadable or partial):  # else most faults would only follow from missing rows
        faults.extend(faults_between(tables, lost))
    if unreadable and not faults:
        raise unreadable[0]
    faults.extend(Fault(problem.path, 0, "", "", problem.reason) for problem in unreadable)
    if faults:
        raise TableFaults(sorted(faults, key=lambda fault: (fault.file, fault.line)))
    return tables


def _satellites_as_entities(rows: list[Any]) -> tuple[EntityRow, ...]:
    return tuple(
        EntityRow(
            place=row.place,
            id=row.id,
            label=row.label,
            alt_labels=row.alt_labels,
            wikidata=None,
            start=row.launched,
            end=None,
            description=row.note,
            source=row.source,
            verified=" | ".join(row.verified),
        )
        for row in _of(SatelliteRow, rows)
        if row.is_thing_of_its_own
    )


def _of(kind: type, rows: list[Any]) -> tuple[Any, ...]:
    return tuple(row for row in rows if type(row) is kind)
