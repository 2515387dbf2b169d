"""In which part of the world a nation lies.

In: a nation's description, which names a subregion ("State in Southern Asia."). Out: the subregion
and the region of the United Nations geoscheme (M49) that it belongs to. What does not belong here:
groups of states that are politics, not geography.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN: Final = "no region on record"
REGIONS: Final = ("Africa", "Americas", "Asia", "Europe", "Oceania", UNKNOWN)
_PLACE: Final = re.compile(
    r"^(?:State|Former state|Territory|Special administrative region of China) in (?:the )?"
    r"([A-Z][A-Za-z -]+?)(?:[.,;]|$)"
)
_WORDS: Final[Mapping[str, str]] = {
    "Africa": "Africa",
    "America": "Americas",
    "Caribbean": "Americas",
    "Asia": "Asia",
    "Europe": "Europe",
    "Australia": "Oceania",
    "Melanesia": "Oceania",
    "Micronesia": "Oceania",
    "Oceania": "Oceania",
    "Polynesia": "Oceania",
}


def subregion_of(description: str) -> str:
    """Return the subregion that a nation's description names, or `UNKNOWN`.

    >>> subregion_of("State in South-eastern Asia.")
    'South-Eastern Asia'
    """
    found = _PLACE.match(description)
    return found[1].replace("-eastern", "-Eastern") if found else UNKNOWN


def region_of(description: str) -> str:
    """Return the region that a nation's description names, or `UNKNOWN`.

    >>> region_of("State in Caribbean."), region_of("Former state.")
    ('Americas', 'no region on record')
    """
    subregion = subregion_of(description)
    return next((region for word, region in _WORDS.items() if word in subregion), UNKNOWN)
