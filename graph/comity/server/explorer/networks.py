"""The pages of studies of networks: blocs, bridges and the forecast.

In: requests. Out: a page, JSON or a picture; while the study is being made, an answer that says so
and when to come again. What does not belong here: making studies (`study_keeper`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from comity.errors import NoSuchPage
from comity.server.asking import asked, parameters_of
from comity.server.browsing import expect_known
from comity.server.explorer.awaiting import (
    Awaited,
    frame_for,
    headers_of,
    look,
    not_there,
    unchanged,
    wanted_of,
)
from comity.server.explorer.choices import STUDY_NAMES, STUDY_PICTURES
from comity.server.formats import FORMATS
from comity.server.rendering import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from comity.server.messages import Request as WorkerRequest

_PICTURE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_TITLES: Final = {
    "blocs": "Blocs: who is together with whom",
    "bridges": "Bridges: who stands between groups",
    "forecast": "Forecast: who signs next",
}


@dataclass(frozen=True, slots=True)
class StudyPage:
    """What the page of a study shows.

    Attributes:
        name: Name of the study.
        title: Its title.
        study: The study.
        studies: Names and titles of all studies.
    """

    name: str
    title: str
    study: dict[str, Any]
    studies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NetworksPage:
    """What the list of studies shows: for each its name, its title and what it tells."""

    studies: Sequence[tuple[str, str, str]]


async def networks(request: Request) -> Response:
    """List the studies; none is made for that, so that links and crawlers start none."""
    parameters = parameters_of(request)
    expect_known(parameters, ())
    wanted = asked("studies", {}, ("data", "html"), request, parameters)
    headers = {"Vary": "Accept, Accept-Encoding", "Cache-Control": "no-cache"}
    if wanted.formats[0] == "html":
        shown = NetworksPage([(name, title, _TOLD[name]) for name, title in _STUDIES])
        content = page("networks", shown, frame_for(request, wanted, ("data",)))
        return Response(content, media_type=FORMATS["html"].content_type, headers=headers)
    base = str(request.base_url).removesuffix("/")
    items = [
        {"name": name, "title": title, "about": _TOLD[name], "url": f"{base}/networks/{name}"}
        for name, title in _STUDIES
    ]
    told = {"items": items, "total": len(items), "next": None}
    content = json.dumps(told, ensure_ascii=False).encode()
    return Response(content, media_type=FORMATS["data"].content_type, headers=headers)


async def network(request: Request) -> Response:
    """Show a study, or that it is being made."""
    name = request.path_params["name"]
    if name not in STUDY_NAMES:
        raise NoSuchPage(request.url.path)
    wanted = wanted_of(request, {"study": name}, ("data", "html"))
    found = look(request, name, wanted)
    if not isinstance(found, dict):
        return not_there(request, wanted, Awaited(name, _TITLES[name], studies=_STUDIES), found)
    headers = headers_of(request, wanted)
    if same := unchanged(request, headers):
        return same
    if wanted.formats[0] == "html":
        shown = StudyPage(name, _TITLES[name], found, _STUDIES)
        content = page(f"study-{name}", shown, frame_for(request, wanted, ("data",)))
        return Response(content, media_type=FORMATS["html"].content_type, headers=headers)
    told = {"status": "made", **found, "pictures": _listed(request, wanted, found)}
    content = json.dumps(told, ensure_ascii=False).encode()
    return Response(content, media_type=FORMATS["data"].content_type, headers=headers)


async def picture(request: Request) -> Response:
    """Give a picture of a study, or that the study is being made."""
    name, asked_for = request.path_params["name"], request.path_params["picture"]
    if asked_for not in STUDY_PICTURES.get(name, ()):
        raise NoSuchPage(request.url.path)
    wanted = wanted_of(request, {"study": name, "picture": asked_for}, ("svg",))
    found = look(request, name, wanted)
    if not isinstance(found, dict):
        return not_there(request, wanted, Awaited(name, _TITLES[name], studies=_STUDIES), found)
    drawn = {each["name"]: each["svg"] for each in found["pictures"]["drawn"]}
    if asked_for not in drawn:  # the page says what is not installed
        raise NoSuchPage(request.url.path)
    headers = headers_of(request, wanted)
    if same := unchanged(request, headers):
        return same
    headers["Content-Security-Policy"] = _PICTURE_POLICY
    return Response(drawn[asked_for], media_type=FORMATS["svg"].content_type, headers=headers)


def _listed(request: Request, wanted: WorkerRequest, found: dict[str, Any]) -> list[dict[str, str]]:
    """Return the pictures of a study for programs: what they show, and where they are."""
    base, frame = str(request.base_url).removesuffix("/"), frame_for(request, wanted)
    return [
        {
            "name": each["name"],
            "title": each["title"],
            "description": each["description"],
            "url": base + frame.link(f"{request.url.path}/{each['name']}.svg"),
        }
        for each in found["pictures"]["drawn"]
    ]


_STUDIES: Final = tuple(_TITLES.items())
_TOLD: Final = {
    "blocs": "Which states are together in accords and bodies, year by year, how firmly many runs "
    "agree on it, and what chance gives.",
    "bridges": "Through whom the shortest ways between groups lead, and by which claims.",
    "forecast": "Which states sign the Artemis Accords next, with reasons, and how such forecasts "
    "did in past years.",
}
