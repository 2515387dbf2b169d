"""Turn collected facts about crews and satellites into rows of the compact tables.

In: rows of the folders, and the ids that other tables gave to the same things. Out: rows of the
tables `persons`, `missions`, `flights`, `crew` and `satellites`. What is derived from other rows is
left out. Merging with rows that stand in the tables does not belong here (`import_flights.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from intake.tables import Cells

RECALL_SOURCE: Final = "compiler-recall"
_ALSO: Final = re.compile(r"also (.+)")
_DERIVED_NOTES: Final = re.compile(r"builder recalled|launch failed or orbit not reached")


class Ids:
    """The id of each thing in the tables."""

    def __init__(self, identities: Iterable[Cells], flights: Iterable[Cells]) -> None:
        """Take redirects and curated identities first, then those that the collector noted."""
        self._same = {row["from"]: row["to"] for row in identities}
        for row in flights:
            slug = row["id"].partition("/")[2]
            self._same.setdefault(row["id"], row["same_as"] or f"mission/{slug}")

    def __getitem__(self, id_: str) -> str:
        """Return the id that stands for a thing."""
        return self._same.get(id_, id_)

    def listed(self, cell: str) -> str:
        """Return a list of ids, each as it stands in the tables."""
        return "|".join(dict.fromkeys(self[part] for part in cell.split("|") if part))


def person_row(row: Cells) -> Cells:
    """Return the row of a person."""
    return {
        "id": row["person"],
        "label": row["name"],
        "alt_labels": row["alt_labels"],
        "wikidata": row["wikidata"],
        "start": row["birth_year"],
        "nation": row["nationalities"].partition("|")[0],
        "description": _sentence(row["note"]),
        "source": row["source"],
        "verified": row["verified"],
    }


def mission_row(row: Cells, ids: Ids) -> Cells:
    """Return the mission that a flight is."""
    return {
        "id": ids[row["id"]],
        "label": row["label"],
        "wikidata": row["wikidata"],
        "start": row["launch_date"],
        "end": row["end_date"],
        "nation": row["launch_nation"],
        "description": _sentence(row["note"]),
        "source": row["source"],
        "verified": row["verified"],
    }


def flight_row(row: Cells, ids: Ids) -> Cells:
    """Return the row of a flight."""
    return {
        "mission": ids[row["id"]],
        "spacecraft": row["spacecraft"],
        "launched": row["launch_date"],
        "ended": row["end_date"],
        "path": row["orbit"],
        "launch_nation": row["launch_nation"],
        "operators": ids.listed(row["operator"]),
        "programmes": ids.listed(row["programme"]),
        "stations": ids.listed(row["station"]),
        "note": row["note"],
        "source": row["source"],
        "verified": _aligned(row["verified"]),
        "confidence": "high" if "|" in row["source"] else "medium",
    }


def crew_row(row: Cells, ids: Ids, described: Mapping[str, str]) -> Cells:
    """Return the row of a seat; a note that describes the person already is left out."""
    sponsors = ids.listed(row["seat_sponsor"])
    note = row["nationality_note"]
    return {
        "flight": ids[row["flight"]],
        "person": row["person"],
        "nation": row["nationality"],
        "role": row["role"],
        "role_basis": row["role_basis"] if row["role_basis"] in ("recalled", "rule") else "",
        "down_flight": ids[row["down_flight"]] if row["down_flight"] else "",
        "first_of_nation": row["first_of_nation"],
        "seat_sponsors": sponsors,
        "seat_source": RECALL_SOURCE if row["seat_verified"] == "recalled" else "",
        "seat_verified": row["seat_verified"],
        "note": "" if note == described.get(row["person"]) else note,
        "source": row["source"],
        "verified": _aligned(row["verified"]),
        "confidence": row["confidence"],
    }


def satellite_row(row: Cells, ids: Ids) -> Cells:
    """Return the row of a satellite."""
    notes = [note for note in row["note"].split("; ") if note]
    names = [match[1] for note in notes if (match := _ALSO.fullmatch(note))]
    rest = [note for note in notes if not (_ALSO.fullmatch(note) or _DERIVED_NOTES.fullmatch(note))]
    label = _label(row)
    return {
        "id": ids[row["id"]],
        "label": label,
        "alt_labels": "|".join(dict.fromkeys(name for name in names if name != label)),
        "cospar": row["cospar"],
        "catalogue_number": row["catalog_id"],
        "owners": ids.listed(row["owner_nations"]),
        "operator": row["operator"],
        "builders": ids.listed(row["builder_nation"]),
        "builder": row["builder"],
        "launched": row["launch_date"],
        "launch_nations": ids.listed(row["launch_nation"]),
        "launcher": row["launcher"],
        "launch_site": row["launch_site"],
        "purpose": row["purpose"],
        "users": row["users"],
        "first_of_nation": row["first_of_nation"],
        "units": row["units"],
        "reached_orbit": row["reached_orbit"],
        "source": row["source"],
        "verified": row["verified"],
        "builder_source": row["builder_source"],
        "confidence": row["confidence"],
        "note": _sentence("; ".join(rest)),
    }


def _label(row: Cells) -> str:
    """Return the name; the catalogue leaves some that were lost at launch without one."""
    name = re.sub(r" +", " ", row["name"]).strip(" -")
    return name or f"Unnamed satellite launched on {row['launch_date']}"


def _aligned(cell: str) -> str:
    return "|".join(part.strip() for part in cell.split("|"))


def _sentence(note: str) -> str:
    if not note:
        return ""
    return note[0].upper() + note[1:] + ("" if note.endswith(".") else ".")
