"""What a process of its own makes, and answers for those who ask before it is there.

In: requests, and what the keeper of studies has. Out: how a thing is asked for, and the answer that
says how far it is or why it could not be made. What does not belong here: making (`study_keeper`),
and what is shown once it is made (`networks`, `atlas`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from comity.errors import WrongParameter
from comity.server.answers import tag_of
from comity.server.asking import asked, parameters_of
from comity.server.browsing import expect_known
from comity.server.explorer.study_keeper import Making, StudyKey
from comity.server.formats import FORMATS
from comity.server.mistakes import for_reader
from comity.server.problems import problem_from_worker
from comity.server.rendering import Frame, page
from comity.server.surroundings import POLICY
from comity.views.assets import content_hash

if TYPE_CHECKING:
    from starlette.requests import Request

    from comity.server.explorer.study_keeper import Failed
    from comity.server.messages import Request as WorkerRequest
    from comity.server.service import Service

_AGAIN: Final = 5  # seconds after which it is worth looking again


@dataclass(frozen=True, slots=True)
class Awaited:
    """What is asked for.

    Attributes:
        name: What the keeper calls it.
        title: Title of its page.
        again: After how many seconds it is worth looking again.
        is_atlas: Whether it is an atlas, whose address has a fragment. A Refresh to an address
            with a fragment only scrolls, so a script looks again; an atlas needs scripts anyway.
        studies: Names and titles of all studies, if it is one of them.
    """

    name: str
    title: str
    again: int = _AGAIN
    is_atlas: bool = False
    studies: tuple[tuple[str, str], ...] = ()

    @property
    def script(self) -> str:
        """The script that looks again, or none."""
        return f"setTimeout(() => location.reload(), {self.again}000)" if self.is_atlas else ""


@dataclass(frozen=True, slots=True)
class MakingPage:
    """What is shown while something is being made: what it is, and how far it is."""

    awaited: Awaited
    making: Making


def wanted_of(
    request: Request,
    arguments: dict[str, str],
    formats: tuple[str, ...],
    known: tuple[str, ...] = (),
) -> WorkerRequest:
    """Return what is asked for.

    Args:
        request: The request.
        arguments: What tells it from others that are made so.
        formats: Names of the formats in which it can be had.
        known: Names of its own parameters.

    Raises:
        WrongParameter: A parameter is unknown, or only what is certain is asked for.
    """
    parameters = parameters_of(request)
    expect_known(parameters, known)
    wanted = asked("study", arguments, formats, request, parameters)
    if wanted.certain:
        raise WrongParameter("certain", "this reads all that may have held; leave it out")
    return wanted


def look(request: Request, name: str, wanted: WorkerRequest) -> dict[str, Any] | Failed | Making:
    """Return what was made, why it failed, or how far it is; the first to ask has it begun."""
    service: Service = request.app.state.service
    key = StudyKey(service.manifest.sha256, name, wanted.as_of, wanted.known_by)
    return service.studies.look(key)


def headers_of(request: Request, wanted: WorkerRequest) -> dict[str, str]:
    """Return the headers of what was made."""
    return {
        "ETag": tag_of(request.app.state.service, wanted),
        "Vary": "Accept, Accept-Encoding",
        "Cache-Control": "no-cache",
    }


def unchanged(request: Request, headers: dict[str, str]) -> Response | None:
    """Return the answer to a client that has it already, or None."""
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return None


def not_there(
    request: Request, wanted: WorkerRequest, awaited: Awaited, found: Failed | Making
) -> Response:
    """Say why something could not be made, or how far it is."""
    if isinstance(found, Making):
        return _making(request, wanted, awaited, found)
    details = {"message": found.message, "fields": found.fields}
    return for_reader(request, problem_from_worker(found.error, details))


def frame_for(request: Request, wanted: WorkerRequest, formats: tuple[str, ...] = ()) -> Frame:
    """Return the frame of a page that shows the day of the release unless another is asked for."""
    today = request.app.state.service.manifest.date
    return Frame(
        path=request.url.path,
        as_of=wanted.as_of or "",
        known_by=wanted.known_by or "",
        today=today,
        formats=formats,
        usual=f"Shown as of {today}, the day of the release",
        has_certain=False,
    )


def _making(request: Request, wanted: WorkerRequest, awaited: Awaited, making: Making) -> Response:
    headers = {"Cache-Control": "no-store", "Retry-After": str(awaited.again)}
    if wanted.formats[0] == "html":
        # the page says so, and has a link for those who turn it off
        if awaited.is_atlas:
            policy = f"{POLICY}; script-src {content_hash(awaited.script)}"
            headers["Content-Security-Policy"] = policy
        else:
            headers["Refresh"] = str(awaited.again)
        # the atlas shows all times, and has a slider of its own
        frame = replace(frame_for(request, wanted), has_moment=not awaited.is_atlas)
        content = page("making", MakingPage(awaited, making), frame)
        return Response(content, 202, media_type=FORMATS["html"].content_type, headers=headers)
    told = {
        "status": "being made" if making.has_started else "waiting",
        "seconds": making.seconds,
        "done": making.done,
        "of": making.of,
    }
    content = json.dumps(told).encode()
    return Response(content, 202, media_type=FORMATS["data"].content_type, headers=headers)
