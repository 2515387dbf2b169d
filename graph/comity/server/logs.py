"""Log lines, for people and for programs.

In: records of the package's loggers. Out: lines on stderr. What does not belong here: what is
logged. The text of a query is not: it may tell what somebody is after.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Final

_OWN: Final = ("method", "route", "path", "status", "bytes", "ms")


class JsonLines(logging.Formatter):
    """Writes each record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **{name: vars(record)[name] for name in _OWN if name in vars(record)},
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


class TextLines(logging.Formatter):
    """Writes each record as a line for people; control characters are shown, not sent."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        time = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        took = f"  {vars(record)['ms']:g} ms" if "ms" in vars(record) else ""
        message = record.getMessage().encode("unicode_escape").decode("ascii")
        error = f"\n{self.formatException(record.exc_info)}" if record.exc_info else ""
        return f"{time} {message}{took}{error}"


def set_up_logs(form: str) -> None:
    """Send log lines to stderr, as `text` or as `json`."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    for name in ("comity", "uvicorn"):
        log = logging.getLogger(name)
        log.handlers[:] = [handler]
        log.propagate = False
    logging.getLogger("comity").setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
