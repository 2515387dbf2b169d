"""Errors as pages, for readers.

In: a request, and the answer that tells a program of an error. Out: that answer, or a page of the
same content when the client would rather have one. What does not belong here: which status an error
has (`problems`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from comity.errors import BadRequest
from comity.rdf.namespaces import ENTITY_KINDS
from comity.server.asking import one, parameters_of
from comity.server.formats import FORMATS
from comity.server.negotiation import acceptable
from comity.server.rendering import Frame, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import JSONResponse

_KEPT: Final = ("allow", "retry-after", "cache-control")


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What the page about an error shows.

    Attributes:
        status: Its status.
        title: Its name.
        detail: What is wrong, in words.
        nearest: What may have been meant: words, and where they lead or nothing.
        fields: What else is known of it: names and values.
    """

    status: int
    title: str
    detail: str
    nearest: Sequence[tuple[str, str]]
    fields: Sequence[tuple[str, str]]


def for_reader(request: Request, problem: JSONResponse) -> Response:
    """Return the answer that tells of an error, as a page if the client would rather have one."""
    if not _wants_page(request):
        return problem
    told = json.loads(bytes(problem.body))
    fields = {name: value for name, value in told.items() if name not in _SHOWN}
    shown = ErrorPage(
        status=told["status"],
        title=told["title"],
        detail=told["detail"],
        nearest=[(each, _path(each)) for each in told.get("nearest", ())],
        fields=[(name, _text(value)) for name, value in fields.items()],
    )
    kept = {name: value for name, value in problem.headers.items() if name in _KEPT}
    content = page("error", shown, Frame(request.url.path, has_moment=False))
    return Response(content, problem.status_code, kept, FORMATS["html"].content_type)


def _wants_page(request: Request) -> bool:
    try:
        named = one(parameters_of(request), "format")
    except BadRequest:
        named = None
    if named is not None:
        return named in {"html", "text/html"}
    accept = ", ".join(request.headers.getlist("accept"))
    return acceptable(accept, ("data", "html"))[:1] == ("html",)


def _path(text: str) -> str:
    return f"/id/{text}" if text.partition("/")[0] in (*ENTITY_KINDS, "claim") else ""


def _text(value: Any) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


# `look` names a command where a page has a field to search with
_SHOWN: Final = frozenset({"type", "title", "status", "detail", "nearest", "look"})
