"""Grounds as what JSON can hold, and back, so that they need not be read anew.

In: grounds, or what was made of them. Out: the other. What does not belong here: where they are
kept (`comity.networks.cache`).
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from comity.pathways.grounds import Actor, Bond, Grounds
from comity.pathways.model import Precedent, Prohibition

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Row = TypeVar("Row", Actor, Bond, Precedent, Prohibition)
_BONDS: Final = ("belongings", "parts", "links", "exceptions")


def to_value(grounds: Grounds) -> Any:
    """Return grounds as what JSON can hold, and `from_value` reads."""
    return {
        "actors": [_cells(each) for each in grounds.actors.values()],
        **{name: [_cells(each) for each in getattr(grounds, name)] for name in _BONDS},
        "prohibitions": [_cells(each) for each in grounds.prohibitions.values()],
        "precedents": [_cells(each) for each in grounds.precedents.values()],
        "strengths": dict(grounds.strengths),
        "within": dict(grounds.within),
        "labels": dict(grounds.labels),
    }


def from_value(value: Mapping[str, Any]) -> Grounds:
    """Return the grounds of what `to_value` gave, or of that through JSON."""
    return Grounds(
        actors={each.id: each for each in _rows(Actor, value["actors"])},
        **{name: tuple(_rows(Bond, value[name])) for name in _BONDS},
        prohibitions={each.id: each for each in _rows(Prohibition, value["prohibitions"])},
        precedents={each.id: each for each in _rows(Precedent, value["precedents"])},
        strengths=value["strengths"],
        within=value["within"],
        labels=value["labels"],
    )


def _cells(row: Any) -> list[Any]:
    return [str(cell) if isinstance(cell, date) else cell for cell in asdict(row).values()]


def _rows(kind: Callable[..., Row], rows: list[list[Any]]) -> list[Row]:
    """Return values of a kind from their cells, which stand in the order of its fields."""
    days = [
        place
        for place, field in enumerate(fields(kind))  # type: ignore[arg-type]  # all are dataclasses
        if str(field.type).startswith("date")
    ]
    found = []
    for row in rows:
        cells: list[Any] = [tuple(cell) if isinstance(cell, list) else cell for cell in row]
        for place in days:
            cells[place] = date.fromisoformat(cells[place]) if cells[place] else None
        found.append(kind(*cells))
    return found
