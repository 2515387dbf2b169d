"""Bring statements together: one claim for what several rows say alike.

In: statements, and the claims and attestations of the tables. Out: claims, each with its
statements. The words of the ontology are decided in `intake.mapping`; table rows are made in
`intake.settling`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from comity.rdf.vocabulary import RELATIONS
from intake.dates import agree, fuller
from intake.qualifiers import Qualifiers, contradict, parse, united
from intake.rules import RECALL_SOURCE

if TYPE_CHECKING:
    from intake.account import Account
    from intake.mapping import Statement
    from intake.tables import Cells

Triple = tuple[str, str, str]


@dataclass(slots=True)
class Claim:
    """A claim in the making, or one of the tables.

    Attributes:
        triple: Subject, predicate and object.
        start: Most precise start stated.
        end: Most precise end stated.
        qualifiers: Qualifiers of all statements.
        standing: Empty, `contradicted`, `disputed` or `outdated`.
        is_rival: Whether it was collected as a rival and joins no other claim.
        statements: Statements of the rows that came in.
        row: The row of the tables, for a claim that stands there.
        sources: Sources that attest it in the tables.
        rival_of: Accepted start, for a claim disputed because of its start.
    """

    triple: Triple
    start: str
    end: str
    qualifiers: Qualifiers
    standing: str
    is_rival: bool = False
    statements: list[Statement] = field(default_factory=list)
    row: Cells | None = None
    sources: frozenset[str] = frozenset()
    rival_of: str = ""

    def admits(self, statement: Statement) -> bool:
        """Whether the statement can be about this very claim."""
        return self.standing == statement.standing and self.fits(statement)

    def fits(self, statement: Statement) -> bool:
        """Whether dates and qualifiers can both be right."""
        return self.agrees_on_dates(statement) and not contradict(
            self.qualifiers, statement.qualifiers
        )

    def agrees_on_dates(self, statement: Statement) -> bool:
        """Whether the dates can both be right."""
        return agree(self.start, statement.start) and agree(self.end, statement.end)

    def take(self, statement: Statement) -> None:
        """Add a statement; a claim of the tables keeps its own words."""
        if self.row is None:
            self.start = fuller(self.start, statement.start)
            self.end = fuller(self.end, statement.end)
            self.qualifiers = united(self.qualifiers, statement.qualifiers)
        self.statements.append(statement)


def _new_claim(statement: Statement) -> Claim:
    claim = Claim(
        triple=statement.triple,
        start=statement.start,
        end=statement.end,
        qualifiers={},
        standing=statement.standing,
        is_rival=statement.is_rival,
    )
    claim.take(statement)
    return claim


class ClaimBook:
    """All claims, those of the tables and those of the statements.

    Attributes:
        left_alone: Statements that are in no claim because the tables, which win, say something
            else about the same two entities; each with the row of the tables that does.
    """

    def __init__(self, claim_rows: list[Cells], attestation_rows: list[Cells]) -> None:
        """Open the book with the claims of the tables."""
        self.left_alone: list[tuple[Statement, Cells]] = []
        self._groups: dict[Triple, list[Claim]] = defaultdict(list)
        self._standing_between: dict[frozenset[str], list[tuple[Cells, Claim]]] = defaultdict(list)
        attested: dict[str, set[str]] = defaultdict(set)
        for row in attestation_rows:
            attested[row["claim"]].add(row["source"])
        for row in claim_rows:
            claim = Claim(
                triple=(row["subject"], row["predicate"], row["object"]),
                start=row["start"],
                end=row["end"],
                qualifiers=parse(row["qualifiers"]),
                standing="",  # the tables leave it to the rules of verdicts
                row=row,
                sources=frozenset({row["source"], *attested[row["id"]]}),
            )
            self._groups[_key(claim.triple)].append(claim)
            self._standing_between[frozenset(claim.triple[::2])].append((row, claim))

    @property
    def claims(self) -> list[Claim]:
        """All claims."""
        return [claim for group in self._groups.values() for claim in group]

    def add(self, statements: list[Statement]) -> None:
        """Sort statements into claims; the most telling ones come first."""
        for statement in sorted(statements, key=_telling_first):
            group = self._groups[_key(statement.triple)]
            claim = _claim_for(statement, group)
            if claim is not None:
                claim.take(statement)
            elif row := self._row_instead(statement):
                self.left_alone.append((statement, row))
            else:
                group.append(_new_claim(statement))

    def add_alternatives(
        self, statements: list[Statement], addresses: dict[str, str], account: Account
    ) -> None:
        """Add a disputed claim for each rival start that a statement names.

        A claim with just that start, collected on its own, becomes the disputed one.
        """
        for statement in statements:
            if not statement.alternative_start:
                continue
            group = self._groups[_key(statement.triple)]
            standing_alone = [
                claim
                for claim in group
                if claim.start == statement.alternative_start and statement not in claim.statements
            ]
            if standing_alone:
                if standing_alone[0].row is None:
                    _dispute(standing_alone[0], statement, account)
                continue
            rival = _alternative(statement, addresses)
            if row := self._row_instead(rival):
                self.left_alone.append((rival, row))
            else:
                group.append(_new_claim(rival))

    def _row_instead(self, statement: Statement) -> Cells | None:
        """Return the row of the tables that a new claim would contradict or repeat.

        That is one with the same subject, relation and object, which a curator may have
        corrected, or one between the same two from the same source with dates that agree, whose
        relation a curator may have changed.
        """
        for row, claim in self._standing_between[frozenset(statement.triple[::2])]:
            if _key(claim.triple) == _key(statement.triple):
                return row
            if statement.source in claim.sources and claim.agrees_on_dates(statement):
                return row
        return None


def _key(triple: Triple) -> Triple:
    subject, predicate, target = triple
    if RELATIONS[predicate].symmetric and target < subject:
        return target, predicate, subject
    return triple


def _telling_first(statement: Statement) -> tuple[bool, int, int]:
    stated = len(statement.start) + len(statement.end)
    return statement.is_rival, -stated, -len(statement.qualifiers)


def _claim_for(statement: Statement, group: list[Claim]) -> Claim | None:
    for claim in group:
        if claim.row is not None and statement.source in claim.sources and claim.fits(statement):
            return claim
    own = [claim for claim in group if not claim.is_rival]
    if statement.is_rival:
        return next((claim for claim in own if _adds_nothing(statement, claim)), None)
    admitting = [claim for claim in own if claim.admits(statement)]
    return min(admitting, key=lambda claim: claim.start or "9999", default=None)


def _adds_nothing(statement: Statement, claim: Claim) -> bool:
    """Whether a rival disagrees in words only, so that it attests the claim it rivals."""
    return (
        statement.confidence != "low"
        and not claim.standing
        and (claim.start, claim.end) == (statement.start, statement.end)
        and statement.qualifiers.items() <= claim.qualifiers.items()
    )


def _alternative(statement: Statement, addresses: dict[str, str]) -> Statement:
    source = statement.alternative_source
    return replace(
        statement,
        start=statement.alternative_start,
        end="",
        qualifiers={},
        standing="disputed",
        source=source,
        verified="recalled" if source == RECALL_SOURCE else addresses[source],
        confidence="low",
        note=f"rival start; {statement.start} is the accepted one",
        is_rival=True,
        date_source="",
        alternative_start="",
        is_made=True,
    )


def _dispute(claim: Claim, statement: Statement, account: Account) -> None:
    claim.standing = "disputed"
    claim.rival_of = statement.start
    places = ", ".join(f"{one.row.place}:{one.row.line}" for one in claim.statements)
    account.remark(
        "Rival starts collected as rows of their own (now disputed)",
        f"`{' '.join(claim.triple)}` {claim.start} ({places}); accepted: {statement.start}",
    )
