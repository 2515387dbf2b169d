"""Parsers of single cells.

In: the text of a cell. Out: a typed value, or a `Misfit` that says what the text is not. What does
not belong here: anything that needs a second cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from comity.errors import BadDate
from comity.rdf.dates import PartialDate, parse_day
from comity.rdf.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_IDENTIFIER: Final = re.compile(rf"[a-z]+/{_SLUG}")
_PLAIN_SLUG: Final = re.compile(_SLUG)
_WIKIDATA: Final = re.compile(r"Q[1-9]\d*")
_SEEN_ELSEWHERE: Final = re.compile(r" via | quoting | / |\(copy", re.IGNORECASE)
_KEY: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")

Qualifiers = tuple[tuple[str, str], ...]
QUOTED_WORDS: Final = 25


class Misfit(Exception):
    """A cell does not fit its column; the text completes a sentence that begins with the value."""


def text(cell: str) -> str:
    """Return the cell as it is."""
    return cell


def some_text(cell: str) -> str:
    """Return the cell, which must not be empty."""
    if not cell.strip():
        raise Misfit("must not be empty")
    return cell


def publisher(cell: str) -> str:
    """Return whose words a source gives, and not where they were seen; it may be empty.

    >>> publisher("Reuters")
    'Reuters'
    """
    if found := _SEEN_ELSEWHERE.search(cell):
        raise Misfit(
            f"has “{found[0].strip()}” in it; name whose words they are, "
            "and where they were seen in the column via"
        )
    return cell


def quote(cell: str) -> str:
    """Return quoted words, which must be few enough to be a quotation."""
    if len(cell.split()) >= QUOTED_WORDS:
        raise Misfit(f"is too long for a quotation; keep it under {QUOTED_WORDS} words")
    return cell


def texts(cell: str) -> tuple[str, ...]:
    """Return the parts of a list that is separated by `|`."""
    parts = tuple(cell.split("|")) if cell else ()
    if not all(parts):
        raise Misfit("has an empty part between two bars")
    if len(set(parts)) != len(parts):
        raise Misfit("names the same thing twice")
    return parts


def some_texts(cell: str) -> tuple[str, ...]:
    """Return the parts of a list, at least one."""
    return texts(some_text(cell))


def slugs(cell: str) -> tuple[str, ...]:
    """Return the slugs of a list."""
    return tuple(slug(part) for part in texts(cell))


def some_slugs(cell: str) -> tuple[str, ...]:
    """Return the slugs of a list, at least one."""
    return slugs(some_text(cell))


def identifiers(cell: str) -> tuple[str, ...]:
    """Return the identifiers of a list."""
    return tuple(identifier(part) for part in texts(cell))


def some_identifiers(cell: str) -> tuple[str, ...]:
    """Return the identifiers of a list, at least one."""
    return identifiers(some_text(cell))


def slug(cell: str) -> str:
    """Return a slug such as `unoosa-status-2026`."""
    if not _PLAIN_SLUG.fullmatch(cell):
        raise Misfit("is not a slug (lower-case letters, digits and single hyphens)")
    return cell


def optional_slug(cell: str) -> str | None:
    """Return a slug, or None for an empty cell."""
    return slug(cell) if cell else None


def identifier(cell: str) -> str:
    """Return an identifier such as `nation/chn`."""
    if not _IDENTIFIER.fullmatch(cell):
        raise Misfit("is not an identifier (kind/slug, such as nation/chn)")
    return cell


def optional_identifier(cell: str) -> str | None:
    """Return an identifier, or None for an empty cell."""
    return identifier(cell) if cell else None


def optional_wikidata(cell: str) -> str | None:
    """Return a Wikidata item such as `Q148`, or None for an empty cell."""
    if cell and not _WIKIDATA.fullmatch(cell):
        raise Misfit("is not a Wikidata item (Q and a number)")
    return cell or None


def optional_date(cell: str) -> PartialDate | None:
    """Return a partial date, or None for an empty cell."""
    return partial_date(cell) if cell else None


def partial_date(cell: str) -> PartialDate:
    """Return a partial date."""
    try:
        return PartialDate.parse(cell)
    except BadDate as problem:
        raise Misfit("is not a date (YYYY, YYYY-MM or YYYY-MM-DD)") from problem


def whole_day(cell: str) -> date:
    """Return a date with its day."""
    try:
        return parse_day(cell)
    except BadDate as problem:
        raise Misfit("is not a day (YYYY-MM-DD)") from problem


def span(cell: str) -> Span:
    """Return a span of time; an empty cell is no time at all."""
    try:
        return Span.parse(cell)
    except BadDate as problem:
        raise Misfit("is not a span (such as 30 days or 1 year)") from problem


def optional_count(cell: str) -> int | None:
    """Return a number that is not negative, or None for an empty cell."""
    return count(cell) if cell else None


def count(cell: str) -> int:
    """Return a number that is not negative."""
    if not (cell.isascii() and cell.isdigit()):
        raise Misfit("is not a count (a whole number without sign)")
    return int(cell)


def choice(*words: str) -> Callable[[str], str]:
    """Return a parser that takes one of some words."""

    def parse(cell: str) -> str:
        if cell not in words:
            shown = ", ".join(word or "(empty)" for word in words)
            raise Misfit(f"is not one of {shown}")
        return cell

    return parse


def qualifiers(cell: str) -> Qualifiers:
    """Return the pairs of `key=value;key=value`, in the order of the cell."""
    pairs: list[tuple[str, str]] = []
    for part in cell.split(";") if cell else ():
        key, equals, value = part.partition("=")
        if not (equals and _KEY.fullmatch(key) and value):
            raise Misfit(f"has a part {part!r} that is not key=value")
        if any(key == known for known, _ in pairs):
            raise Misfit(f"has the key {key!r} twice")
        pairs.append((key, value))
    return tuple(pairs)
