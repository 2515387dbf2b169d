"""The atlas over HTTP: the same page as `comity atlas` writes, with links to the service's pages.

In: requests. Out: the page; while it is being made, an answer that says so. What does not belong
here: the page itself (`comity.views.atlas`).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from comity.server.asking import parameters_of
from comity.server.browsing import flag
from comity.server.explorer.awaiting import (
    Awaited,
    headers_of,
    look,
    not_there,
    unchanged,
    wanted_of,
)
from comity.server.formats import FORMATS

if TYPE_CHECKING:
    from starlette.requests import Request

_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
_AGAIN: Final = 2  # seconds; it is laid out in some more


async def atlas(request: Request) -> Response:
    """Show the whole graph, or that it is being laid out."""
    is_full = flag(parameters_of(request), "full")
    name = "full-atlas" if is_full else "atlas"
    wanted = wanted_of(request, {"study": name}, ("html",), ("full",))
    found = look(request, name, wanted)
    if not isinstance(found, dict):
        return not_there(request, wanted, Awaited(name, "The atlas", _AGAIN, is_atlas=True), found)
    headers = headers_of(request, wanted)
    if same := unchanged(request, headers):
        return same
    text: str = found["page"]
    if policy := _POLICY.search(text[:2000]):  # the page's own names its script by its hash
        headers["Content-Security-Policy"] = f"{unescape(policy[1])}; frame-ancestors 'none'"
    return Response(text, media_type=FORMATS["html"].content_type, headers=headers)
