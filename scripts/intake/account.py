"""The account of an intake: what became of every row, and what a curator should look at.

In: outcomes noted by the other modules. Out: counts and lists that the report prints and that
must balance. Deciding anything does not belong here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.reading import Row

CLAIM = "became a claim"
ATTESTATION = "became an attestation of a claim"
LEFT_ALONE = "Rows left alone because the tables say otherwise"
MADE_CLAIM = f"rival start of a qualifier {CLAIM}"
MADE_ATTESTATION = f"rival start of a qualifier {ATTESTATION}"
MADE_OF_DATE = "attestations of the date (date_source)"


@dataclass(slots=True)
class Account:
    """Everything the report tells.

    Attributes:
        outcomes: Number of relation rows by folder and outcome.
        not_carried: Lines not carried over as rows of their own, by file and reason.
        generated: Rows made out of qualifiers, by what they are.
        remarks: Sentences by heading.
        changed_predicates: Number of rows by old and new predicate.
        keys_in_notes: Number of qualifiers moved to notes, by key.
        entity_rows: Entity rows read, by folder.
        source_rows: Source rows read, by folder.
        totals: Other counts the report prints.
    """

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    not_carried: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    generated: Counter[str] = field(default_factory=Counter)
    remarks: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    changed_predicates: Counter[tuple[str, str]] = field(default_factory=Counter)
    keys_in_notes: Counter[str] = field(default_factory=Counter)
    entity_rows: Counter[str] = field(default_factory=Counter)
    source_rows: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)

    def note_outcome(self, row: Row, outcome: str) -> None:
        """Count a relation row that became a claim or an attestation."""
        self.outcomes[row.folder, outcome] += 1

    def note_not_carried(self, row: Row, reason: str) -> None:
        """Keep the line of a row that does not become a row of its own."""
        self.not_carried[row.place, reason].append(row.line)

    def became(self, outcome: str) -> int:
        """Return how many relation rows came to an outcome."""
        return sum(count for (_, what), count in self.outcomes.items() if what == outcome)

    def lost(self, file: str) -> int:
        """Return how many rows of the files of a name were not carried."""
        return sum(
            len(lines)
            for (place, _), lines in self.not_carried.items()
            if place.endswith(f"/{file}")
        )

    def remark(self, heading: str, text: str) -> None:
        """Keep a sentence for the curator."""
        self.remarks[heading].append(text)
