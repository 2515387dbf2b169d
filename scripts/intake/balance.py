"""Check that every row that came in is accounted for.

In: the facts, the tables before and after, and the account. Out: a sentence with the sums, or an
error. A difference is a fault of the intake, never of the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors import Findings
from intake.account import ATTESTATION, CLAIM, MADE_ATTESTATION, MADE_CLAIM, MADE_OF_DATE
from intake.tables import CLAIM_TABLES, TABLE_OF_KIND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake.account import Account
    from intake.reading import Facts
    from intake.tables import Tables


class Unbalanced(Findings):
    """Rows that came in and rows accounted for differ."""

    def __init__(self, what: str, found: int, expected: int) -> None:
        self.what = what
        self.found = found
        self.expected = expected
        super().__init__(f"the account does not balance: {found} {what}, {expected} accounted for")


def check_balance(facts: Facts, before: Tables, after: Tables, account: Account) -> str:
    """Return the sums of the relation rows in one line.

    Raises:
        Unbalanced: A sum of rows that came in differs from what became of them.
    """

    def added(*tables: str) -> int:
        return sum(len(after[table]) - len(before[table]) for table in tables)

    made, totals = account.generated, account.totals
    claims, attestations = account.became(CLAIM), account.became(ATTESTATION)
    lost = account.lost("relations.csv")
    entities = len(facts.entities) - totals["entity rows merged into another"]
    sources = len(facts.sources) - totals["sources merged"]
    sums: Iterable[tuple[str, int, int]] = (
        ("relation rows", len(facts.relations), claims + attestations + lost),
        ("new claims", added(*CLAIM_TABLES), claims + made[MADE_CLAIM]),
        (
            "new attestations",
            added("attestations"),
            attestations + made[MADE_OF_DATE] + made[MADE_ATTESTATION],
        ),
        (
            "new entities",
            added(*TABLE_OF_KIND.values()),
            entities - totals["entity rows that stand in the tables already"],
        ),
        (
            "new sources",
            added("sources"),
            sources - totals["source rows that stand in the tables already"],
        ),
        (
            "new resolutions",
            added("resolutions"),
            len(facts.resolutions) - account.lost("resolutions.csv"),
        ),
        ("new votes", added("votes"), len(facts.votes) - account.lost("votes.csv")),
    )
    for what, found, expected in sums:
        if found != expected:
            raise Unbalanced(what, found, expected)
    return (
        f"relation rows {len(facts.relations)} = claims {claims} + attestations {attestations} "
        f"+ not carried {lost}; made besides: {dict(made)}"
    )
