"""What a row of the tables of flights, crews and satellites is.

In: nothing. Out: row types, and the parser of each of their columns. What does not belong here: the
tables of one fact a claim (`rows`), and whether a row fits the others (`flight_checks`).

These tables are compact: a row holds a whole flight, a seat or a satellite, and several claims are
made of it (`comity.claims.flights`, `comity.claims.satellites`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.tables import columns as c

if TYPE_CHECKING:
    from comity.rdf.dates import PartialDate
    from comity.tables.place import Place

IN_ORBIT: Final = ("earth-orbit", "lunar")
CONFIDENCE: Final = c.choice("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class FlightRow:
    """A crewed flight, or one that went up empty and brought a crew down; a mission as well."""

    place: Place
    mission: str
    spacecraft: str
    launched: PartialDate
    ended: PartialDate | None
    path: str
    launch_nation: str
    operators: tuple[str, ...]
    programmes: tuple[str, ...]
    stations: tuple[str, ...]
    note: str
    source: tuple[str, ...]
    verified: tuple[str, ...]
    confidence: str

    @property
    def reached_orbit(self) -> bool:
        """Whether it came into orbit."""
        return self.path in IN_ORBIT


@dataclass(frozen=True, slots=True)
class CrewRow:
    """A person's seat on the way up, and the craft on which the person came down."""

    place: Place
    flight: str
    person: str
    nation: str
    role: str
    role_basis: str
    down_flight: str | None
    first_of_nation: str
    seat_sponsors: tuple[str, ...]
    seat_source: str | None
    seat_verified: str
    note: str
    source: tuple[str, ...]
    verified: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class SatelliteRow:
    """A satellite, or several of one kind with the same owner, launcher and year.

    Its id is that of a mission or an instrument where it stands in the table of these already.
    """

    place: Place
    id: str
    label: str
    alt_labels: tuple[str, ...]
    cospar: str
    catalogue_number: str
    owners: tuple[str, ...]
    operator: str
    builders: tuple[str, ...]
    builder: str
    launched: PartialDate
    launch_nations: tuple[str, ...]
    launcher: str
    launch_site: str
    purpose: str
    users: str
    first_of_nation: str
    units: int
    reached_orbit: str
    source: tuple[str, ...]
    verified: tuple[str, ...]
    builder_source: tuple[str, ...]
    confidence: str
    note: str

    @property
    def is_thing_of_its_own(self) -> bool:
        """Whether no other table describes it."""
        return self.id.startswith("satellite/")


FLIGHT: Final = {
    "mission": c.identifier,
    "spacecraft": c.some_text,
    "launched": c.partial_date,
    "ended": c.optional_date,
    "path": c.choice(*IN_ORBIT, "launch-abort", "pad-abort", "lost-before-space"),
    "launch_nation": c.identifier,
    "operators": c.some_identifiers,
    "programmes": c.identifiers,
    "stations": c.identifiers,
    "note": c.text,
    "source": c.some_slugs,
    "verified": c.some_texts,
    "confidence": CONFIDENCE,
}
CREW: Final = {
    "flight": c.identifier,
    "person": c.identifier,
    "nation": c.identifier,
    "role": c.choice(
        "commander",
        "pilot",
        "flight-engineer",
        "mission-specialist",
        "payload-specialist",
        "station-crew",
        "guest",
        "private",
        "other",
    ),
    "role_basis": c.choice("", "recalled", "rule"),
    "down_flight": c.optional_identifier,
    "first_of_nation": c.choice("", "yes", "successor-of-sun"),
    "seat_sponsors": c.identifiers,
    "seat_source": c.optional_slug,
    "seat_verified": c.text,
    "note": c.text,
    "source": c.some_slugs,
    "verified": c.some_texts,
    "confidence": CONFIDENCE,
}
SATELLITE: Final = {
    "id": c.identifier,
    "label": c.some_text,
    "alt_labels": c.texts,
    "cospar": c.text,
    "catalogue_number": c.text,
    "owners": c.some_identifiers,
    "operator": c.text,
    "builders": c.identifiers,
    "builder": c.text,
    "launched": c.partial_date,
    "launch_nations": c.some_identifiers,
    "launcher": c.some_text,
    "launch_site": c.text,
    "purpose": c.choice(
        "",
        "communications",
        "earth-observation",
        "education",
        "military",
        "navigation",
        "other",
        "science",
        "technology",
    ),
    "users": c.choice("", "civil", "commercial", "government", "military"),
    "first_of_nation": c.choice("", "yes"),
    "units": c.count,
    "reached_orbit": c.choice("yes", "no"),
    "source": c.some_slugs,
    "verified": c.some_texts,
    "builder_source": c.slugs,
    "confidence": CONFIDENCE,
    "note": c.text,
}
