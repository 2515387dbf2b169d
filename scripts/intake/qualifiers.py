"""Qualifiers of a relation row: rename, type, and move to the note what nobody will query.

In: the `qualifiers` cell. Out: a mapping and remarks for the note. Qualifiers that say
something about standing, dates or sources are taken out by `intake.mapping`.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from comity.rdf.vocabulary import QUALIFIERS
from comity.tables import columns
from intake.rules import (
    ENTITY_OF_NAME,
    FIELDS,
    FIELDS_KEPT_IN_NOTE,
    JOINED_KEYS,
    KINDS_OF_BARE_SLUGS,
    RENAMED_KEYS,
    SAME_ROLE,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container

Qualifiers = dict[str, str]


def parse(cell: str) -> Qualifiers:
    """Return the qualifiers of a cell; keys without a value are left out.

    Raises:
        Misfit: A part is not key=value, or a key stands twice.

    >>> parse("role=lead;section=")
    {'role': 'lead'}
    """
    return dict(columns.qualifiers(";".join(p for p in cell.split(";") if p and p[-1] != "=")))


def written(qualifiers: Qualifiers) -> str:
    """Return the cell for qualifiers, keys in alphabetical order.

    >>> written({"role": "lead", "host": "orbiter"})
    'host=orbiter;role=lead'
    """
    return ";".join(f"{key}={qualifiers[key]}" for key in sorted(qualifiers))


def normalise(
    raw: Qualifiers, resolve: Callable[[str], str], known: Container[str]
) -> tuple[Qualifiers, list[str]]:
    """Return the qualifiers to keep and the words for the note.

    Args:
        raw: Qualifiers as collected.
        resolve: Gives the id in use for an id.
        known: Ids of entities.

    Raises:
        Misfit: A mass is not a number.
    """
    kept: Qualifiers = {}
    notes: list[str] = []
    for old, stated in raw.items():
        key, value = _renamed(old, stated)
        if key not in QUALIFIERS:
            notes.append(f"{old}: {stated}")
            continue
        if stated in FIELDS_KEPT_IN_NOTE:
            notes.append(f"field: {stated}")
        if QUALIFIERS[key].range in {"entity", "party"}:
            value, unknown = _ids(key, value, resolve, known)
            notes.extend(f"{old}: {word}" for word in unknown)
        if value:
            kept[key] = value
    return kept, notes


def _renamed(old: str, value: str) -> tuple[str, str]:
    key = RENAMED_KEYS.get(old, old)
    if old == "mass_mg":
        try:
            return "mass_g", str(Decimal(value) / 1000)
        except InvalidOperation as problem:
            raise columns.Misfit(f"has a mass_mg that is no number: {value!r}") from problem
    if key == "public_law":
        return key, value.removeprefix("PL ")
    if key == "role":
        return key, SAME_ROLE.get(value, value)
    if key == "field":
        return key, FIELDS.get(value, value)
    if key in QUALIFIERS and QUALIFIERS[key].multi:
        return key, ",".join(part.strip() for part in value.split(","))
    return key, value


def _ids(
    key: str, value: str, resolve: Callable[[str], str], known: Container[str]
) -> tuple[str, list[str]]:
    found: list[str] = []
    unknown: list[str] = []
    for word in value.split(","):
        identifier = _identifier(key, word.strip(), resolve, known)
        if identifier:
            found.append(identifier)
        else:
            unknown.append(word.strip())
    if unknown and not QUALIFIERS[key].multi:
        return ",".join(found), [value]
    return ",".join(dict.fromkeys(found)), unknown


def _identifier(key: str, word: str, resolve: Callable[[str], str], known: Container[str]) -> str:
    if word in QUALIFIERS[key].concepts:
        return word
    named = ENTITY_OF_NAME.get(word, word)
    slugs = (f"{kind}/{word.lower()}" for kind in KINDS_OF_BARE_SLUGS.get(key, ()))
    return next((one for one in (resolve(named), *map(resolve, slugs)) if one in known), "")


def contradict(one: Qualifiers, other: Qualifiers) -> bool:
    """Whether two sets of qualifiers give different values to a key that must agree.

    >>> contradict({"role": "lead"}, {"role": "partner"}), contradict({"role": "lead"}, {})
    (True, False)
    """
    shared = (one.keys() & other.keys()) - JOINED_KEYS
    return any(one[key] != other[key] for key in shared)


def united(one: Qualifiers, other: Qualifiers) -> Qualifiers:
    """Return both sets together; lists are joined.

    >>> united({"field": "lunar"}, {"field": "mars", "role": "lead"})
    {'field': 'lunar,mars', 'role': 'lead'}
    """
    result = one | other
    for key in one.keys() & other.keys() & JOINED_KEYS:
        result[key] = ",".join(dict.fromkeys(f"{one[key]},{other[key]}".split(",")))
    return result
