"""A process that makes one study and ends.

In: what is asked, as JSON in the first argument. Out: lines of JSON on stdout: how far the work is,
and at the end the study, or what went wrong. What does not belong here: who starts it
(`study_keeper`).

A study takes a minute or more, which no worker may; this process has limits of its own, and lets
all others go first.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from datetime import date
from typing import Any

from comity.errors import ComityError
from comity.knowledge import load
from comity.rdf.dates import Moment
from comity.server.explorer.studies import make_study
from comity.server.explorer.study_pictures import draw_pictures
from comity.server.lifetime import end_with

_NICE = 15


def main() -> None:
    """Make the study that the first argument asks for."""
    asked = json.loads(sys.argv[1])
    end_with(asked["parent"])
    os.nice(_NICE)
    seconds, memory = asked["time"], asked["memory"]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    if sys.platform.startswith("linux"):  # elsewhere the limit would count what is not used
        resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.RLIM_INFINITY))
    moment = Moment(_day(asked["as_of"]), _day(asked["known_by"]))
    try:
        graph = load(asked["snapshot"])
        release = graph.manifest.sha256
        seen = graph.at(moment)
        shown = make_study(asked["study"], seen, lambda done, of: _tell(done=done, of=of))
        shown["pictures"] = draw_pictures(asked["study"], seen)
    except ComityError as problem:
        fields = {name: value for name, value in vars(problem).items() if value is not None}
        _tell(error=type(problem).__name__, message=str(problem), fields=fields)
    except MemoryError:
        _tell(error="TooMuchMemory", message="the study took too much memory", fields={})
    else:
        _tell(release=release, study=shown)


def _tell(**words: Any) -> None:
    sys.stdout.write(json.dumps(words, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


if __name__ == "__main__":
    main()
