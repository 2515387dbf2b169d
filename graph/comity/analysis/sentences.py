"""Claims and things in sentences.

In: labels, relations, kinds of things. Out: short English sentences. What does not belong here:
layout, and what is safe on a terminal or a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEGAN: Final[Mapping[str, str]] = {
    "accord": "was made",
    "agency": "was founded",
    "event": "took place",
    "institution": "was founded",
    "mission": "was launched",
    "nation": "came into being",
    "organisation": "was founded",
    "person": "was born",
    "restriction": "took effect",
    "resolution": "was put to a vote",
    "sample": "came into hand",
    "satellite": "was launched",
}
_ENDED: Final[Mapping[str, str]] = {
    "agency": "was dissolved",
    "institution": "was dissolved",
    "nation": "ceased to exist",
    "organisation": "was dissolved",
    "person": "died",
    "restriction": "ended",
}


def no_longer(phrase: str) -> str:
    """Return the words between subject and object when a relation has ended.

    >>> no_longer("is a member of"), no_longer("participates in")
    ('is no longer a member of', 'no longer participates in')
    """
    first, _, rest = phrase.partition(" ")
    return f"{first} no longer {rest}" if first in {"is", "was"} and rest else f"no longer {phrase}"


def thing_began(label: str, kind: str, *, planned: bool = False) -> str:
    """Return the sentence that a thing began, or is planned to.

    >>> thing_began("Chang'e-6", "mission")
    "Chang'e-6 was launched"
    """
    return f"{label} is planned" if planned else f"{label} {_BEGAN.get(kind, 'began')}"


def thing_ended(label: str, kind: str, *, planned: bool = False) -> str:
    """Return the sentence that a thing ended, or is planned to.

    >>> thing_ended("Soviet Union", "nation")
    'Soviet Union ceased to exist'
    """
    return f"{label} is to end" if planned else f"{label} {_ENDED.get(kind, 'ended')}"
