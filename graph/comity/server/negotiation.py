"""Which format a client takes.

In: the header `Accept` and the formats on offer. Out: their names, the best first. What does not
belong here: what a format is (`formats`).

The rules are those of RFC 9110, section 12.5.1: each offer has the quality of the most exact range
that fits it; equal ones stand in the order of the offer.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from comity.server.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence


_EXACT: Final = 2


def acceptable(accept: str | None, offered: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the offered formats that a client takes, the best first.

    Args:
        accept: The header; without one, or with an empty one, everything is taken.
        offered: Names of formats, in the order of the server's liking.

    >>> acceptable("text/csv;q=0.5, application/*", ["csv", "json", "html"])
    ('json', 'csv')
    """
    return _acceptable(accept or "*/*", tuple(offered))


@lru_cache(maxsize=64)  # most clients always send the same
def _acceptable(accept: str, offered: tuple[str, ...]) -> tuple[str, ...]:
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    ranked = []
    for place, name in enumerate(offered):
        form = FORMATS[name]
        quality, exactness = _fit(form.media_type, ranges)
        for alias in form.aliases:  # asked for by name only, not by a range such as text/*
            asked = [quality for media_range, quality in ranges if media_range == alias]
            if asked and (max(asked), _EXACT) > (quality, exactness):
                quality, exactness = max(asked), _EXACT
        if quality > 0:
            ranked.append((-quality, -exactness if quality == 1 else 0, place, name))
    return tuple(name for *_, name in sorted(ranked))


def _range(part: str) -> tuple[str, float]:
    media_range, *parameters = (piece.strip() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return media_range.lower(), min(max(float(value), 0.0), 1.0)
            except ValueError:
                return media_range.lower(), 0.0
    return media_range.lower(), 1.0


def _fit(media_type: str, ranges: Sequence[tuple[str, float]]) -> tuple[float, int]:
    """Return the quality of the most exact range that fits a media type, and how exact it is."""
    whole = media_type.partition("/")[0] + "/*"
    for exactness, wanted in ((_EXACT, media_type), (1, whole), (0, "*/*")):
        qualities = [quality for media_range, quality in ranges if media_range == wanted]
        if qualities:
            return max(qualities), exactness
    return 0.0, 0
