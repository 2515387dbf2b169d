"""Log lines, for people and for programs.

In: records of the package's loggers. Out: lines on stderr. What does not belong here: what is
logged. The text of a query is not: it may tell what somebody is after.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """Writes each record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_fields(record),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


class TextLines(logging.Formatter):
    """Writes each record as a line for people; control characters are shown, not sent."""

    def __init__(self) -> None:
        super().__init__()
        self._second = 0
        self._time = ""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        if int(record.created) != self._second:  # many lines are of the same second
            self._second = int(record.created)
            self._time = datetime.fromtimestamp(self._second).astimezone().strftime("%H:%M:%S")
        fields = _fields(record)
        took = f"  {fields['ms']:g} ms" if "ms" in fields else ""
        message = record.getMessage().encode("unicode_escape").decode("ascii")
        error = f"\n{self.formatException(record.exc_info)}" if record.exc_info else ""
        return f"{self._time} {message}{took}{error}"


def _fields(record: logging.LogRecord) -> dict[str, object]:
    """Return what a line of a request tells beside its message."""
    return record.args if isinstance(record.args, dict) else {}


def set_up_logs(form: str) -> None:
    """Send log lines to stderr, as `text` or as `json`."""
    # no line tells from which thread, process and line of code it comes, so nobody looks
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None  # as the documentation of logging says under "Optimization"
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    for name in ("comity", "uvicorn"):
        log = logging.getLogger(name)
        log.handlers[:] = [handler]
        log.propagate = False
    logging.getLogger("comity").setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
