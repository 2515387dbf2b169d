"""Flights and satellites as RDF statements.

In: rows of flights and satellites. Out: pairs of predicate and value that say more about the
mission or satellite. What does not belong here: what every entity has (`things`), and claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from comity.rdf import literals, terms
from comity.rdf.vocabulary import Comity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.tables.flights import FlightRow, SatelliteRow

Fact = tuple[NamedNode, NamedNode | Literal]


def flight_facts(row: FlightRow) -> Iterator[Fact]:
    """Yield what a row says of a flight alone."""
    yield Comity.spacecraft, literals.text(row.spacecraft)
    yield Comity.flightPath, literals.text(row.path)
    yield Comity.reachedOrbit, Literal(row.reached_orbit)
    if row.note:
        yield terms.NOTE, literals.english(row.note)


def satellite_facts(row: SatelliteRow) -> Iterator[Fact]:
    """Yield what a row says of a satellite alone."""
    yield Comity.reachedOrbit, Literal(row.reached_orbit == "yes")
    if row.units > 1:
        yield Comity.units, literals.whole(row.units)
    for predicate, words in (
        (Comity.internationalDesignator, row.cospar),
        (Comity.catalogueNumber, row.catalogue_number),
        (Comity.operatorName, row.operator),
        (Comity.builderName, row.builder),
        (Comity.launchSite, row.launch_site),
        (Comity.purpose, row.purpose),
        (Comity.users, row.users),
    ):
        if words:
            yield predicate, literals.text(words)
    if not row.is_thing_of_its_own:
        for name in (row.label, *row.alt_labels):
            yield terms.ALT_LABEL, literals.text(name)
        if row.note:
            yield terms.NOTE, literals.english(row.note)
