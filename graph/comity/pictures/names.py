"""The names of the pictures, and what each shows.

In: a name. Out: the same, if there is such a picture. What does not belong here: drawing.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from comity.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Mapping

PICTURES: Final[Mapping[str, str]] = {
    "bloc-timeline": "blocs year by year, and who goes from one to another",
    "bloc-modularity": "how marked blocs are beside what chance gives",
    "signed-balance": "how far cooperation and opposition fit two camps, beside chance",
    "bridge-ranking": "who stands between blocs or coalitions, year by year",
    "memberships": "which states stand in which accords and bodies on a day",
    "calibration": "what forecasts said, and what came",
}


def expect_picture(name: str) -> str:
    """Return the name of a picture.

    Raises:
        UnknownName: There is no picture of that name.
    """
    if name not in PICTURES:
        nearest = difflib.get_close_matches(name, PICTURES, n=1)
        raise UnknownName("picture", name, nearest, f"choose one of {', '.join(PICTURES)}")
    return name
