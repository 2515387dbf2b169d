"""Published totals that the record must reproduce.

In: judged claims and the rows of `assertions.csv`. Out: a fault for each total that the record does
not give, so that a silent half-load, or a verdict that went wrong, stops the build.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from comity.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.claims.model import Claim
    from comity.tables.rows import AssertionRow


def broken_totals(claims: Iterable[Claim], totals: Iterable[AssertionRow]) -> Iterator[Fault]:
    """Yield the totals that accepted claims do not add up to."""
    counted: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.is_accepted and not claim.is_of_documents:
            counted[claim.predicate, claim.object].append(claim)
    for row in totals:
        found = {
            claim.subject
            for claim in counted[row.predicate, row.object]
            if row.as_of is None or claim.period.allows(row.as_of)
        }
        if not row.min <= len(found) <= row.max:
            expected = str(row.min) if row.min == row.max else f"{row.min} to {row.max}"
            when = f" on {row.as_of}" if row.as_of else ""
            problem = f"fails: {len(found)} {row.predicate} {row.object}{when}, not {expected}"
            yield Fault(row.place.file, row.place.line, "min", str(row.min), problem)
