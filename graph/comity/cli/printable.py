"""Texts of the data, safe to show on a terminal.

In: any text. Out: the same with its control characters spelt out. What does not belong here:
layout.
"""

from __future__ import annotations

from typing import Final

_JOINERS: Final = "\u200c\u200d"  # Persian, Hindi and others need them within words


def printable(text: str) -> str:
    r"""Return a text in which controls and overrides are shown, not sent.

    >>> printable("a\x1b[31mred\u202e")
    'a\\x1b[31mred\\x202e'
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in _JOINERS else f"\\x{ord(char):02x}" for char in text
    )
