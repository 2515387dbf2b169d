"""Claims about satellites: whose they are, who built them, who launched them.

In: the table of satellites. Out: claims between each satellite and nations, agencies or
organisations. What does not belong here: ties between nations, which analyses make of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.claims.lists import Record, act, slug_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.claims.attesting import Speakers
    from comity.claims.lists import Qualifiers
    from comity.claims.model import Claim
    from comity.tables import Tables
    from comity.tables.flights import SatelliteRow


def satellite_claims(tables: Tables, speakers: Speakers) -> Iterator[Claim]:
    """Yield the claims about satellites, in table order."""
    record = Record("satellites", speakers)
    for row in tables.satellites:
        yield from _of_satellite(row, record)


def _of_satellite(row: SatelliteRow, record: Record) -> Iterator[Claim]:
    """Yield the claims of a row.

    The sources that name the builder attest the builder; the others, and the first in any case,
    attest owner and launch.
    """
    addresses = dict(zip(row.source, row.verified, strict=True))
    listed = [
        source
        for place, source in enumerate(row.source)
        if not place or source not in row.builder_source
    ]
    said = record.said_by(listed, [addresses[source] for source in listed])
    prefix = row.id.replace("/", "-")
    for rank, owner in enumerate(row.owners, start=1):
        facts: Qualifiers = (
            *((("owner_rank", str(rank)),) if len(row.owners) > 1 else ()),
            *(
                (("first_of_nation", row.first_of_nation),)
                if rank == 1 and row.first_of_nation
                else ()
            ),
        )
        triple = (row.id, "owned_by", owner)
        id_ = f"{prefix}-owned-by-{slug_of(owner)}"
        yield act(id_, triple, row.launched, said, row.confidence, facts)
    for nation in row.launch_nations:
        triple = (row.id, "launched_by", nation)
        id_ = f"{prefix}-launched-by-{slug_of(nation)}"
        vehicle = (("vehicle", row.launcher),)
        yield act(id_, triple, row.launched, said, row.confidence, vehicle)
    by = record.said_by(row.builder_source, [addresses[source] for source in row.builder_source])
    for builder in row.builders:
        triple = (row.id, "built_by", builder)
        id_ = f"{prefix}-built-by-{slug_of(builder)}"
        yield act(id_, triple, row.launched, by, row.confidence)
