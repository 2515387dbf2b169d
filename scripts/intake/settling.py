"""Settle claims into table rows: the best source inline, the others as attestations.

In: claims with their statements. Out: rows of the claim tables and of `attestations.csv`.
Which statements belong together is decided in `intake.claims`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from intake.account import (
    ATTESTATION,
    CLAIM,
    MADE_ATTESTATION,
    MADE_CLAIM,
    MADE_OF_DATE,
    Account,
)
from intake.qualifiers import written
from intake.rules import RECALL_SOURCE, SOURCE_RANK

if TYPE_CHECKING:
    from intake.claims import Claim, Triple
    from intake.mapping import Statement
    from intake.tables import Cells

_CONFIDENCES = ("high", "medium", "low")
_NO_QUOTE: Final = {"quote": "", "char_start": "", "char_end": ""}


class Settler:
    """Makes rows of claims and keeps the account."""

    def __init__(
        self, sources: dict[str, Cells], addresses: dict[str, str], account: Account
    ) -> None:
        """Keep what the settling looks up."""
        self._sources = sources
        self._addresses = addresses
        self._account = account
        self.attestations: list[Cells] = []

    def settle(self, claims: list[Claim]) -> list[Cells]:
        """Return the rows of all claims, those of the tables unchanged."""
        names = name_claims(claims)
        return [self._settle_one(claim, names[id(claim)]) for claim in claims]

    def _settle_one(self, claim: Claim, name: str) -> Cells:
        ranked = sorted(claim.statements, key=self._rank)
        if claim.row is not None:
            row, taken, rest = claim.row, set(claim.sources), ranked
        else:
            best = ranked[0]
            row, taken, rest = self._row(claim, name, best), {best.source}, ranked[1:]
            self._count(best, CLAIM)
        for statement in rest:
            if statement.source in taken:
                self._fold(claim, row, statement)
            else:
                taken.add(statement.source)
                self.attestations.append(_attestation(claim, row["id"], statement))
                self._count(statement, ATTESTATION)
        self._attest_dates(claim, row["id"], taken)
        return row

    def _count(self, statement: Statement, outcome: str) -> None:
        if statement.is_made:
            self._account.generated[MADE_CLAIM if outcome == CLAIM else MADE_ATTESTATION] += 1
        else:
            self._account.note_outcome(statement.row, outcome)

    def _rank(self, statement: Statement) -> tuple[bool, int, int, int]:
        stated = len(statement.start) + len(statement.end)
        kind = self._sources[statement.source]["kind"]
        return (
            statement.verified == "recalled",
            _CONFIDENCES.index(statement.confidence),
            SOURCE_RANK.index(kind),
            -stated,
        )

    def _row(self, claim: Claim, name: str, best: Statement) -> Cells:
        confidence, words = best.confidence, [best.note]
        for column in ("start", "end"):
            stated, settled = getattr(best, column), getattr(claim, column)
            if stated != settled:
                teller = next(one for one in claim.statements if getattr(one, column) == settled)
                words.append(f"{column} as stated by {teller.source}")
                confidence = max(confidence, teller.confidence, key=_CONFIDENCES.index)
        if claim.rival_of:
            words.append(f"rival start; {claim.rival_of} is the accepted one")
        subject, predicate, target = claim.triple
        return {
            "id": name,
            "subject": subject,
            "predicate": predicate,
            "object": target,
            "start": claim.start,
            "end": claim.end,
            "qualifiers": written(claim.qualifiers),
            "source": best.source,
            "verified": best.verified,
            "confidence": confidence,
            "note": "; ".join(filter(None, words)),
        }

    def _fold(self, claim: Claim, row: Cells, statement: Statement) -> None:
        if claim.row is not None:
            reason = "stands in the tables already"
        else:
            reason = "the same claim from the same source as another row"
            if statement.note and statement.note not in row["note"]:
                holder = next(
                    (
                        one
                        for one in reversed(self.attestations)
                        if one["claim"] == row["id"] and one["source"] == statement.source
                    ),
                    row,
                )
                holder["note"] = "; ".join(filter(None, (holder["note"], statement.note)))
        if not statement.is_made:
            self._account.note_not_carried(statement.row, reason)

    def _attest_dates(self, claim: Claim, name: str, taken: set[str]) -> None:
        for statement in claim.statements:
            source = statement.date_source
            if source and source not in taken:
                taken.add(source)
                self._account.generated[MADE_OF_DATE] += 1
                self.attestations.append(
                    {
                        "claim": name,
                        "source": source,
                        "stance": "affirms",
                        "modality": "asserted",
                        "voice": "",
                        **_NO_QUOTE,
                        "stated_start": "",
                        "stated_end": "",
                        "verified": self._addresses[source],
                        "confidence": statement.confidence,
                        "note": "date",
                    }
                )


def _attestation(claim: Claim, name: str, statement: Statement) -> Cells:
    words = [statement.note]
    if (claim.start or claim.end) and not (statement.start or statement.end):
        words.append("states no date")
    return {
        "claim": name,
        "source": statement.source,
        "stance": "affirms",
        "modality": "asserted",
        "voice": statement.qualifiers.get("claimed_by", ""),
        **_NO_QUOTE,
        "stated_start": statement.start if statement.start != claim.start else "",
        "stated_end": statement.end if statement.end != claim.end else "",
        "verified": statement.verified,
        "confidence": statement.confidence,
        "note": "; ".join(filter(None, words)),
    }


def find_addresses(statements: list[Statement], sources: dict[str, Cells]) -> dict[str, str]:
    """Return the address under which each source was seen."""
    found = {name: row["url"] for name, row in sources.items()}
    for statement in reversed(statements):
        if statement.verified != "recalled":
            found[statement.source] = statement.verified
    found[RECALL_SOURCE] = "recalled"
    return found


def name_claims(claims: list[Claim]) -> dict[int, str]:
    """Return a name for each claim, by its identity; names of the tables stay.

    The first claim of a triple by date has the plain name, the others add their start or a
    number. Two triples that would have one name insert the kinds.
    """
    by_triple: dict[Triple, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_triple[claim.triple].append(claim)
    triples_by_name: dict[str, set[Triple]] = defaultdict(set)
    for triple in by_triple:
        triples_by_name[_plain_name(triple)].add(triple)
    names = {id(claim): claim.row["id"] for claim in claims if claim.row is not None}
    taken = set(names.values())
    for triple, group in by_triple.items():
        base = _plain_name(triple)
        if len(triples_by_name[base]) > 1:
            base = _full_name(triple)
        for claim in sorted((one for one in group if one.row is None), key=_by_date):
            names[id(claim)] = _free_name(base, claim.start, taken)
            taken.add(names[id(claim)])
    return names


def _plain_name(triple: Triple) -> str:
    subject, predicate, target = triple
    words = (subject.partition("/")[2], predicate.replace("_", "-"), target.partition("/")[2])
    return "-".join(words)


def _full_name(triple: Triple) -> str:
    subject, predicate, target = triple
    words = (subject.replace("/", "-"), predicate.replace("_", "-"), target.replace("/", "-"))
    return "-".join(words)


def _by_date(claim: Claim) -> tuple[str, str, str, str]:
    return claim.start or "9999", claim.standing, claim.end or "9999", written(claim.qualifiers)


def _free_name(base: str, start: str, taken: set[str]) -> str:
    if base not in taken:
        return base
    stem = f"{base}-{start}" if start else base
    if start and stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
