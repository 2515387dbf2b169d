"""Which addresses of the service a site holds, and which file each of them is.

In: addresses. Out: names of files, and links between them. What does not belong here: content.

A page whose address can hold whatever somebody types (a search, a comparison, a day) cannot be made
beforehand; of the others, all are.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

THINGS: Final = "/things"
STARTS: Final = (
    "/",
    THINGS,
    "/board",
    "/map",
    "/matrix",
    "/stories",
    "/queries",
    "/sources",
    "/ns",
)
"""Where following links begins."""
ATLAS: Final = "/atlas"
_OWN: Final[Mapping[str, frozenset[str]]] = {
    "/board": frozenset({"verdict", "offset"}),
    "/matrix": frozenset({"set", "group"}),
    "/sources": frozenset({"class", "offset"}),
    "/stories/": frozenset({"step"}),
}
_KEPT: Final = re.compile(
    r"/(?:board|map|matrix|stories|queries|sources|ns|atlas|things)?"
    r"|/(?:stories|queries|things)/[a-z0-9-]+|/id/[a-z]+/[a-z0-9._-]+"
)
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_FILES: Final = re.compile(r"/(?:static|data)/[a-z]+(?:\.[a-z]+)+")


def file_of(address: str) -> str | None:
    """Return the file that an address of the service is in a site, or None if it is in none.

    >>> file_of("/"), file_of("/id/nation/chn#ties"), file_of("/board?verdict=disputed&offset=50")
    ('index.html', 'id/nation/chn.html', 'board-offset-50-verdict-disputed.html')
    >>> file_of("/static/comity.css?0123"), file_of("/search?q=chang")
    ('static/comity.css', None)
    >>> file_of("/id/nation/chn?format=turtle"), file_of("https://example.org/")
    (None, None)
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if _FILES.fullmatch(parts.path):
        return parts.path[1:]
    if not _KEPT.fullmatch(parts.path):
        return None
    given = parse_qsl(parts.query, keep_blank_values=True)
    own = _OWN.get(parts.path) or _OWN.get(parts.path.rpartition("/")[0] + "/", frozenset())
    if any(name not in own or not _PLAIN.fullmatch(value) for name, value in given):
        return None
    stem = parts.path[1:] or "index"
    return "-".join([stem, *(f"{name}-{value}" for name, value in sorted(given))]) + ".html"


def relative(target: str, page: str) -> str:
    """Return the link from a page to a file of the same site.

    >>> relative("id/nation/chn.html", "id/accord/moon-agreement.html")
    '../nation/chn.html'
    >>> relative("board.html", "index.html")
    'board.html'
    """
    here, there = PurePosixPath(page).parent.parts, PurePosixPath(target).parts
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]])
