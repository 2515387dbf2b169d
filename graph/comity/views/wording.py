"""Texts that are safe and short enough to be shown, from texts that anybody may have written.

In: labels, notes, addresses, partial dates. Out: what a page shows in their place. What does not
belong here: escaping for HTML, which the template engine does, and the pictures themselves.
"""

from __future__ import annotations

import re
import textwrap
from datetime import date  # noqa: TC003  (examples in docstrings need it)
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

LABEL_WIDTH: Final = 19
LABEL_LINES: Final = 3
SHORT: Final = 140

_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls that no text needs
    "\u202a-\u202e\u2066-\u2069"  # overrides that reorder what stands around them
    "\ud800-\udfff\ufffe\uffff]"  # halves of pairs and noncharacters, which UTF-8 cannot carry
)
_SPACES: Final = re.compile(r"\s+")


def readable(text: object) -> str:
    r"""Return a text without controls that could reorder, hide or break what is shown.

    Args:
        text: Anything; `None` gives the empty text.

    Examples:
        >>> readable("Chang\u202e'e\x00-6")
        "Chang'e-6"
    """
    return "" if text is None else _UNSAFE.sub("", str(text))


def shortened(text: str, limit: int = SHORT) -> str:
    """Return a text in one line, cut with an ellipsis when it is longer than `limit`.

    Args:
        text: The text.
        limit: Most characters of the result.

    Examples:
        >>> shortened("Detection of Outgassing Radon", 13)
        'Detection of…'
    """
    line = _SPACES.sub(" ", text).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def label_lines(text: str) -> list[str]:
    """Return the lines of a label in the picture, at most three of about nineteen characters.

    Args:
        text: The full label.

    Examples:
        >>> label_lines("Institute of Space Technology")
        ['Institute of Space', 'Technology']
    """
    line = shortened(text, LABEL_WIDTH * (LABEL_LINES + 1))
    lines = textwrap.wrap(line, LABEL_WIDTH) or ["(no name)"]
    if len(lines) > LABEL_LINES:
        lines = lines[:LABEL_LINES]
        lines[-1] = lines[-1][: LABEL_WIDTH - 1].rstrip(" …") + "…"
    return lines


def web_address(text: object) -> str:
    """Return an address if it is one that a link may lead to, else the empty text.

    Only `http` and `https` with a host are taken; anything else is shown as text.

    Args:
        text: What a source gives as its address.

    Examples:
        >>> web_address("https://www.unoosa.org/")
        'https://www.unoosa.org/'
        >>> web_address("javascript:alert(1)")
        ''
    """
    address = "" if text is None else str(text).strip()
    if readable(address) != address or _SPACES.search(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and host else ""


def counted(verdicts: Sequence[str]) -> str:
    """Return how many claims there are; those that the record does not accept are counted apart.

    Args:
        verdicts: The verdict of each, in lower case.

    Examples:
        >>> counted(["supported", "unverified"]), counted(["supported", "contradicted", "disputed"])
        ('2', '1 accepted, 2 not')
    """
    accepted = sum(verdict in {"supported", "unverified"} for verdict in verdicts)
    others = len(verdicts) - accepted
    return f"{accepted:,} accepted, {others:,} not" if others else f"{accepted:,}"


def lifespan(id_: str, start: str | None, end: str | None, today: date) -> str:
    """Return in words from when until when a thing was there; a person is born and dies.

    Examples:
        >>> today = date(2026, 11, 22)
        >>> lifespan("person/yang-liwei", "1965", None, today)
        'born 1965'
        >>> lifespan("mission/change-8", "2029", None, today)
        'planned for 2029'
    """
    if id_.startswith("person/") and not (start and end):
        return f"born {start}" if start else f"died {end}" if end else ""
    return period(start, end, today)


def period(start: str | None, end: str | None, today: date | None = None) -> str:
    """Return in words from when until when something holds; empty when neither is known.

    Args:
        start: First partial date, or `None`.
        end: Last partial date, or `None`.
        today: The day after which all is planned; unless given, nothing is told from today.

    Examples:
        >>> period("2024-05-03", None), period("2021", "2023"), period(None, "2022")
        ('since 2024-05-03', '2021 – 2023', 'until 2022')
        >>> period("2024-06-25", "2024-06-25")
        '2024-06-25'
        >>> period("2026-12", None, date(2026, 11, 22)), period("2026", None, date(2026, 11, 22))
        ('planned for 2026-12', 'since 2026')
    """
    if start and end:
        return start if start == end else f"{start} – {end}"
    if start and today and start > today.isoformat()[: len(start)]:
        return f"planned for {start}"
    if start:
        return f"since {start}"
    return f"until {end}" if end else ""
