"""Claims that an accord provides for something, or is silent on it.

In: rows of `provisions.csv`, and from when to when each accord exists. Out: claims whose object is
a concept. What does not belong here: for whom an accord is in force (`legal`).

A text says the same from the day on which it was opened or signed until the accord ends, so these
days bound the claim; the row itself states none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.claims.lists import held
from comity.claims.model import Bounds
from comity.rdf.dates import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from comity.claims.attesting import Speakers
    from comity.claims.model import Claim
    from comity.tables import Tables
    from comity.tables.rows import AttestationRow


def provision_claims(
    tables: Tables, speakers: Speakers, further: Mapping[str, Sequence[AttestationRow]]
) -> Iterator[Claim]:
    """Yield one claim for each row, in table order.

    Args:
        tables: All tables.
        speakers: The sources.
        further: Further attestations, by the slug of their claim.
    """
    opened = {row.accord: row.opened for row in tables.accord_terms if row.opened}
    spans = {row.id: Period(opened.get(row.id, row.start), row.end) for row in tables.entities}
    for row in tables.provisions:
        text = spans[row.accord]
        bounds = Bounds(text.earliest_start, text.latest_start, text.earliest_end, text.latest_end)
        yield held(
            row.claim,
            (row.accord, row.predicate, row.provision),
            Period(),
            bounds,
            (speakers.provision(row), *map(speakers.further, further.get(row.claim, ()))),
            row.confidence,
            (("place_in_text", row.where),) if row.where else (),
            row.note,
        )
