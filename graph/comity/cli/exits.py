"""Exit codes of the command line.

In: an error. Out: 0 ok, 1 findings, 2 usage, 3 could not run, 130 ended by Ctrl-C. What
does not belong here: messages.
"""

from typing import Final

from comity.errors import BadInput, CannotRun, ComityError, Findings

OK: Final = 0
FINDINGS: Final = 1
USAGE: Final = 2
CANNOT_RUN: Final = 3
INTERRUPTED: Final = 130  # as shells say it of a program that Ctrl-C ends

_CODES: Final[dict[type[ComityError], int]] = {
    Findings: FINDINGS,
    BadInput: USAGE,
    CannotRun: CANNOT_RUN,
}


def exit_code(error: ComityError) -> int:
    """Return the exit code of an error."""
    return next(code for branch, code in _CODES.items() if isinstance(error, branch))
