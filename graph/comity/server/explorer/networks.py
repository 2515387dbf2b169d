"""The pages of studies of networks: blocs, bridges and the forecast.

In: requests. Out: a page, JSON or a picture; while the study is being made, an answer that says so
and when to come again. What does not belong here: making studies (`study_keeper`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from comity.errors import NoSuchPage, WrongParameter
from comity.server.answers import tag_of
from comity.server.asking import asked, parameters_of
from comity.server.browsing import expect_known
from comity.server.explorer.choices import STUDY_NAMES, STUDY_PICTURES
from comity.server.explorer.study_keeper import Failed, Making, StudyKey
from comity.server.formats import FORMATS
from comity.server.mistakes import for_reader
from comity.server.problems import problem_from_worker
from comity.server.rendering import Frame, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from comity.server.messages import Request as WorkerRequest
    from comity.server.service import Service

_PICTURE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_AGAIN: Final = 5  # seconds after which it is worth looking again
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
        study: The study; None while it is being made.
        making: How far it is, while it is being made.
        again: After how many seconds it is worth looking again.
        studies: Names and titles of all studies.
    """

    name: str
    title: str
    study: dict[str, Any] | None
    making: Making | None
    again: int
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
        frame = _frame(request, wanted)
        content = page("networks", shown, frame)
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
    wanted = _wanted(request, {"study": name}, ("data", "html"))
    found = _look(request, name, wanted)
    if not isinstance(found, dict):
        return _not_there(request, wanted, name, found)
    headers = _headers(request, wanted)
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if wanted.formats[0] == "html":
        return _page(
            request, wanted, StudyPage(name, _TITLES[name], found, None, 0, _STUDIES), 200, headers
        )
    told = {"status": "made", **found, "pictures": _listed(request, wanted, found)}
    content = json.dumps(told, ensure_ascii=False).encode()
    return Response(content, media_type=FORMATS["data"].content_type, headers=headers)


async def picture(request: Request) -> Response:
    """Give a picture of a study, or that the study is being made."""
    name, asked_for = request.path_params["name"], request.path_params["picture"]
    if asked_for not in STUDY_PICTURES.get(name, ()):
        raise NoSuchPage(request.url.path)
    wanted = _wanted(request, {"study": name, "picture": asked_for}, ("svg",))
    found = _look(request, name, wanted)
    if not isinstance(found, dict):
        return _not_there(request, wanted, name, found)
    drawn = {each["name"]: each["svg"] for each in found["pictures"]["drawn"]}
    if asked_for not in drawn:  # the page says what is not installed
        raise NoSuchPage(request.url.path)
    headers = _headers(request, wanted)
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Security-Policy"] = _PICTURE_POLICY
    return Response(drawn[asked_for], media_type=FORMATS["svg"].content_type, headers=headers)


def _wanted(request: Request, arguments: dict[str, str], formats: tuple[str, ...]) -> WorkerRequest:
    parameters = parameters_of(request)
    expect_known(parameters, ())
    wanted = asked("study", arguments, formats, request, parameters)
    if wanted.certain:
        raise WrongParameter("certain", "a study reads all that may have held; leave it out")
    return wanted


def _look(request: Request, name: str, wanted: WorkerRequest) -> dict[str, Any] | Failed | Making:
    service: Service = request.app.state.service
    key = StudyKey(service.manifest.sha256, name, wanted.as_of, wanted.known_by)
    return service.studies.look(key)


def _headers(request: Request, wanted: WorkerRequest) -> dict[str, str]:
    return {
        "ETag": tag_of(request.app.state.service, wanted),
        "Vary": "Accept, Accept-Encoding",
        "Cache-Control": "no-cache",
    }


def _listed(request: Request, wanted: WorkerRequest, found: dict[str, Any]) -> list[dict[str, str]]:
    """Return the pictures of a study for programs: what they show, and where they are."""
    base, frame = str(request.base_url).removesuffix("/"), _frame(request, wanted)
    return [
        {
            "name": each["name"],
            "title": each["title"],
            "description": each["description"],
            "url": base + frame.link(f"{request.url.path}/{each['name']}.svg"),
        }
        for each in found["pictures"]["drawn"]
    ]


def _not_there(
    request: Request, wanted: WorkerRequest, name: str, found: Failed | Making
) -> Response:
    """Say why a study could not be made, or how far it is."""
    if isinstance(found, Making):
        return _making(request, wanted, name, found)
    details = {"message": found.message, "fields": found.fields}
    return for_reader(request, problem_from_worker(found.error, details))


def _making(request: Request, wanted: WorkerRequest, name: str, making: Making) -> Response:
    headers = {"Cache-Control": "no-store", "Retry-After": str(_AGAIN)}
    if wanted.formats[0] == "html":
        headers["Refresh"] = str(
            _AGAIN
        )  # the page says so, and has a link for those who turn it off
        shown = StudyPage(name, _TITLES[name], None, making, _AGAIN, _STUDIES)
        return _page(request, wanted, shown, 202, headers)
    told = {
        "status": "being made" if making.has_started else "waiting",
        "seconds": making.seconds,
        "done": making.done,
        "of": making.of,
    }
    content = json.dumps(told).encode()
    return Response(content, 202, media_type=FORMATS["data"].content_type, headers=headers)


def _page(
    request: Request,
    wanted: WorkerRequest,
    shown: StudyPage,
    status: int,
    headers: dict[str, str],
) -> Response:
    frame = _frame(request, wanted)
    content = page(f"study-{shown.name}" if shown.study else "study-making", shown, frame)
    return Response(content, status, media_type=FORMATS["html"].content_type, headers=headers)


def _frame(request: Request, wanted: WorkerRequest) -> Frame:
    return Frame(
        path=request.url.path,
        as_of=wanted.as_of or "",
        known_by=wanted.known_by or "",
        today=request.app.state.service.manifest.date,
        formats=("data",),
        usual=f"Shown as of {request.app.state.service.manifest.date}, the day of the release",
        has_certain=False,
    )


_STUDIES: Final = tuple(_TITLES.items())
_TOLD: Final = {
    "blocs": "Which states are together in accords and bodies, year by year, how firmly many runs "
    "agree on it, and what chance gives.",
    "bridges": "Through whom the shortest ways between groups lead, and by which claims.",
    "forecast": "Which states sign the Artemis Accords next, with reasons, and how such forecasts "
    "did in past years.",
}
