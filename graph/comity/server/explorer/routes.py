"""The routes of the explorer's pages.

In: requests. Out: answers, as pages or as data. What does not belong here: what a page shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.errors import WrongParameter
from comity.server.asking import one, parameters_of
from comity.server.browsing import MOST, number, respond
from comity.server.explorer.atlas import atlas
from comity.server.explorer.choices import BOARD_FILTERS, BOARD_USUAL, GROUPINGS, SETS
from comity.server.explorer.networks import network, networks, picture
from comity.server.listings import LISTS

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.server.asking import Parameters

    Route = tuple[str, Callable[[Request], Coroutine[object, object, Response]]]


async def board(request: Request) -> Response:
    """List claims that do not simply hold, and why."""
    parameters = parameters_of(request)
    arguments = {
        **{name: one(parameters, name) or None for name in BOARD_FILTERS},
        "limit": number(parameters, "limit", BOARD_USUAL, least=1, most=MOST),
        "offset": number(parameters, "offset", 0),
    }
    own = (*BOARD_FILTERS, "limit", "offset")
    return await respond(request, "board", arguments, LISTS, own)


async def matrix(request: Request) -> Response:
    """Show how states stand to accords and bodies."""
    parameters = parameters_of(request)
    arguments = {
        "set": _choice(parameters, "set", SETS),
        "group": _choice(parameters, "group", GROUPINGS),
        "bodies": one(parameters, "bodies"),
    }
    return await respond(request, "matrix", arguments, LISTS, tuple(arguments))


async def world(request: Request) -> Response:
    """Show which coalition each state belongs to, on a map."""
    return await respond(request, "map", {}, LISTS)


async def compare(request: Request) -> Response:
    """Set two things, or two days, side by side."""
    parameters = parameters_of(request)
    arguments = {name: one(parameters, name) or None for name in ("one", "other")}
    missing = next((name for name, text in arguments.items() if not text), None)
    return await respond(
        request, "compare", arguments, ("data", "html"), ("one", "other"), needed=missing
    )


async def stories(request: Request) -> Response:
    """List the stories."""
    return await respond(request, "stories", {}, ("data", "html"))


async def story(request: Request) -> Response:
    """Show a step of a story, or the whole as data."""
    parameters = parameters_of(request)
    arguments = {
        "name": request.path_params["name"],
        "step": number(parameters, "step", 1, least=1, most=MOST),
    }
    return await respond(request, "story", arguments, ("data", "html"), ("step",))


def _choice(parameters: Parameters, name: str, known: Sequence[str]) -> str | None:
    text = one(parameters, name) or None
    if text and text not in known:
        raise WrongParameter(name, f"no {name} {text!r}; choose one of {', '.join(known)}")
    return text


ROUTES: Final[Sequence[Route]] = (
    ("/board", board),
    ("/matrix", matrix),
    ("/map", world),
    ("/compare", compare),
    ("/stories", stories),
    ("/stories/{name}", story),
    ("/atlas", atlas),
    ("/networks", networks),
    ("/networks/{name}", network),
    ("/networks/{name}/{picture}.svg", picture),
)
