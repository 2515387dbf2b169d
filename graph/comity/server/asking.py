"""From an HTTP request to a worker's request.

In: the URL, the headers and the body of a request. Out: what is asked, from which moment, and in
which formats the answer may come. What does not belong here: answers.

The rules for queries are those of the SPARQL 1.1 Protocol, section 2.1.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from comity.errors import (
    BadDate,
    BadRequest,
    BodyTooLarge,
    NotAcceptable,
    UnsupportedMediaType,
    WrongParameter,
)
from comity.rdf.dates import parse_day
from comity.server.formats import FORMATS
from comity.server.messages import Request as WorkerRequest
from comity.server.negotiation import acceptable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from starlette.requests import Request

    from comity.server.limits import Limits

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"
NO_UPDATE: Final = "the graph is read-only; there is no update here"
_MOST_PARAMETERS: Final = 500
MOMENT: Final = ("as-of", "known-by", "certain")
SHARED: Final = (*MOMENT, "format")

Parameters = list[tuple[str, str]]


def parameters_of(request: Request) -> Parameters:
    """Return the parameters of a URL, in their order.

    Raises:
        BadRequest: They are not UTF-8, or too many.
    """
    try:
        return _decoded(request.scope["query_string"].decode())
    except UnicodeDecodeError as problem:
        raise BadRequest("the parameters are not UTF-8") from problem


async def query_of(request: Request, limits: Limits) -> tuple[str | None, Parameters]:
    """Return the query of a request to the SPARQL endpoint, and its other parameters.

    The query is None when the URL has no parameter `query`.

    Raises:
        BadRequest: There are two queries, or it is not UTF-8, or an update.
        BodyTooLarge: The body is too large.
        UnsupportedMediaType: The body is of another type than the protocol allows.
    """
    parameters = parameters_of(request)
    query: str | None = None
    if request.method == "POST":
        media_type, _, rest = request.headers.get("content-type", "").partition(";")
        media_type = media_type.strip().lower()
        if media_type == UPDATE:
            raise BadRequest(NO_UPDATE)
        if media_type not in {FORM, QUERY}:
            raise UnsupportedMediaType(media_type, (QUERY, FORM))
        if "charset" in rest.lower() and "utf-8" not in rest.lower():
            raise BadRequest("a query is sent in UTF-8")
        body = await body_of(request, limits)
        if media_type == QUERY:
            query = _text(body, "the query")
        else:
            parameters = parameters + _decoded(_text(body, "the form"))
    if any(name == "update" for name, _ in parameters):
        raise BadRequest(NO_UPDATE)
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) + (query is not None) > 1:
        raise BadRequest("there is more than one query")
    if query is None and queries:
        query = queries[0]
    if query is None and (request.method == "POST" or parameters):
        raise BadRequest("there is no query; send it as the parameter query")
    return query, [(name, value) for name, value in parameters if name != "query"]


async def body_of(request: Request, limits: Limits) -> bytes:
    """Return the body of a request.

    Raises:
        BodyTooLarge: It is too large.
        BadRequest: It takes too long to come, or is compressed.
    """
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType(
            f"content-encoding {request.headers['content-encoding']}", ("an uncompressed body",)
        )
    pieces, size = [], 0
    try:
        async with asyncio.timeout(limits.receive):
            async for piece in request.stream():
                size += len(piece)
                if size > limits.body:
                    raise BodyTooLarge(limits.body)
                pieces.append(piece)
    except TimeoutError as problem:
        words = f"the body of the request did not come within {limits.receive:g} s"
        raise BadRequest(words) from problem
    return b"".join(pieces)


def asked(
    operation: str,
    arguments: Mapping[str, object],
    formats: Sequence[str],
    request: Request,
    parameters: Parameters,
) -> WorkerRequest:
    """Return what a worker is asked.

    Args:
        operation: Name of the operation.
        arguments: What it is done with.
        formats: Names of the formats on offer, in the server's order.
        request: Its header `Accept` chooses among them, unless `format` does.
        parameters: Those that all routes share are read here: `as-of`, `known-by`, `certain` and
            `format`.

    Raises:
        WrongParameter: A day is not YYYY-MM-DD, or `certain` is given without `as-of`.
        BadRequest: A parameter is given twice.
        NotAcceptable: The client takes none of the formats.
    """
    as_of, known_by = _day(parameters, "as-of"), _day(parameters, "known-by")
    certain = (one(parameters, "certain") or "false").lower()
    if certain not in {"true", "false"}:
        raise WrongParameter("certain", f"{certain!r} is neither true nor false")
    if certain == "true" and as_of is None:
        raise WrongParameter("certain", "needs as-of=DAY")
    return WorkerRequest(
        operation,
        arguments,
        chosen_formats(request, parameters, formats),
        as_of.isoformat() if as_of else None,
        known_by.isoformat() if known_by else None,
        certain == "true",
    )


def chosen_formats(
    request: Request, parameters: Parameters, offered: Sequence[str]
) -> tuple[str, ...]:
    """Return the formats that a client takes, the best first.

    Clients such as SPARQLWrapper send `format` several times, with names of their own beside media
    types: what is not known is passed over as long as something else says what is wanted.

    Raises:
        BadRequest: The parameter names two formats.
        NotAcceptable: The client takes none of those on offer.
    """
    accept = ", ".join(request.headers.getlist("accept"))
    named = [
        name.strip() for key, value in parameters if key == "format" for name in value.split(",")
    ]
    found: tuple[str, ...] = ()
    if named:
        found = tuple(each for each in offered if {each, FORMATS[each].media_type} & {*named})
        if len(found) > 1:
            raise BadRequest(f"the parameter format names {' and '.join(found)}")
        if "json" in named and "data" in offered:
            found = ("data", *found)
    if not found and (not named or "*" not in (accept or "*")):
        found = acceptable(accept, offered)
    if not found:
        types = [name if named else FORMATS[name].media_type for name in offered]
        raise NotAcceptable(", ".join(named) or accept, types)
    return found


def one(parameters: Parameters, name: str) -> str | None:
    """Return the value of a parameter that may be given once, or None.

    Raises:
        BadRequest: It is given twice.
    """
    values = [value for key, value in parameters if key == name]
    if len(values) > 1:
        raise BadRequest(f"the parameter {name} is given {len(values)} times")
    return values[0] if values else None


def _day(parameters: Parameters, name: str) -> date | None:
    value = one(parameters, name)
    try:
        return parse_day(value) if value else None
    except BadDate as problem:
        raise WrongParameter(name, str(problem)) from problem


def _decoded(text: str) -> Parameters:
    try:
        return parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS
        )
    except UnicodeDecodeError as problem:
        raise BadRequest("the parameters are not UTF-8") from problem
    except ValueError as problem:
        raise BadRequest(f"there are more than {_MOST_PARAMETERS} parameters") from problem


def _text(body: bytes, what: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise BadRequest(f"{what} is not UTF-8: byte {problem.start}") from problem
