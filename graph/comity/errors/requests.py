"""An HTTP request is not as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors.roots import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence


class BadRequest(BadInput):
    """An HTTP request is not as it should be."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(problem)


class WrongParameter(BadRequest):
    """A parameter of an HTTP request has a value that it cannot have."""

    def __init__(self, parameter: str, reason: str, nearest: Sequence[str] = ()) -> None:
        self.parameter = parameter
        self.nearest = list(nearest)
        super().__init__(f"the parameter {parameter}: {reason}")


class NoSuchPage(BadRequest):
    """Nothing has the address that was asked for."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"nothing is at {path!r}; see / for what there is")


class MethodNotAllowed(BadRequest):
    """A method was used that the address does not know."""

    def __init__(self, method: str, allowed: Sequence[str]) -> None:
        self.method = method
        self.allowed = tuple(allowed)
        super().__init__(f"{method} is not known here; use {', '.join(allowed)}")


class NotAcceptable(BadRequest):
    """None of the formats that a client takes is on offer."""

    def __init__(self, asked: str, offered: Sequence[str]) -> None:
        self.asked = asked
        self.offered = tuple(offered)
        super().__init__(f"no answer as {asked!r}; there are {', '.join(offered)}")


class BodyTooLarge(BadRequest):
    """The body of a request is too large."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"the body of the request is larger than {limit:,} bytes")


class UnsupportedMediaType(BadRequest):
    """The body of a request is of a type that is not understood."""

    def __init__(self, media_type: str, understood: Sequence[str]) -> None:
        self.media_type = media_type
        self.understood = tuple(understood)
        found = repr(media_type) if media_type else "no media type"
        super().__init__(f"{found} is not understood here; send {' or '.join(understood)}")
