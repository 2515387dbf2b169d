"""Errors as HTTP answers: problem details in JSON (RFC 9457).

In: an error. Out: a status and a document with `type`, `title`, `status`, `detail` and the fields
of the error. What does not belong here: messages (`comity.errors`).
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import JSONResponse

from comity import errors
from comity.errors import ComityError
from comity.rdf.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPE: Final = "application/problem+json"
# the most exact class that an error is of decides
STATUSES: Final[Mapping[type[ComityError], HTTPStatus]] = {
    ComityError: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.BadInput: HTTPStatus.BAD_REQUEST,
    errors.UnknownName: HTTPStatus.NOT_FOUND,
    errors.NoSuchPage: HTTPStatus.NOT_FOUND,
    errors.QueryRefused: HTTPStatus.FORBIDDEN,
    errors.MethodNotAllowed: HTTPStatus.METHOD_NOT_ALLOWED,
    errors.FormatMismatch: HTTPStatus.NOT_ACCEPTABLE,
    errors.NotAcceptable: HTTPStatus.NOT_ACCEPTABLE,
    errors.BodyTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.UnsupportedMediaType: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    errors.AnswerTooLarge: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.QueryFailed: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.CannotRun: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.ServerBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.ServiceStopped: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.TooMuchTime: HTTPStatus.GATEWAY_TIMEOUT,
    errors.TooMuchMemory: HTTPStatus.INSUFFICIENT_STORAGE,
}
_KEPT: Final = (str, int, float, list, tuple)
# errors name commands; who asks over HTTP has none
ROUTES: Final[Mapping[str, str]] = {
    "`comity search`": "/search?q=NAME",
    "`comity claims`": "/claims",
    "`comity queries`": "/queries",
    "`comity why`": "/claims/SLUG",
    "`comity restrictions`": "/path",
    "sources.csv": "/sources",
}


def status_of(kind: type[ComityError]) -> HTTPStatus:
    """Return the status of a class of errors."""
    return next(STATUSES[each] for each in kind.__mro__ if each in STATUSES)


def problem_of(error: ComityError) -> JSONResponse:
    """Return the answer that tells of an error."""
    return problem(type(error), str(error), vars(error))


def problem_from_worker(name: str, details: Mapping[str, Any]) -> JSONResponse:
    """Return the answer that tells of an error that a worker met.

    Args:
        name: Name of the error's class.
        details: Its `message` and its `fields`.
    """
    kind = getattr(errors, name)
    return problem(kind, details["message"], details["fields"])


def problem(kind: type[ComityError], message: str, fields: Mapping[str, Any]) -> JSONResponse:
    """Return an answer that tells of an error."""
    status = status_of(kind)
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()
    document = {
        "type": f"{BASE}problems/{words.replace(' ', '-')}",
        "title": words.capitalize(),
        "status": status.value,
        "detail": _with_routes(message),
        **{
            name: _with_routes(value) if isinstance(value, str) else value
            for name, value in fields.items()
            if isinstance(value, _KEPT) and value != message
        },
    }
    headers = {"Cache-Control": "no-store"}
    if issubclass(kind, errors.ServerBusy | errors.ServiceStopped):
        headers["Retry-After"] = str(kind.retry_after)
    if "allowed" in fields:
        headers["Allow"] = ", ".join(fields["allowed"])
    return JSONResponse(document, status, headers=headers, media_type=MEDIA_TYPE)


def _with_routes(text: str) -> str:
    """Return a text that names routes where it named commands."""
    for command, route in ROUTES.items():
        text = text.replace(command, route)
    return text
