"""The roots of the tree: what kind of trouble an error is."""

from __future__ import annotations


class ComityError(Exception):
    """Root of all errors that Comity raises on purpose."""


class BadInput(ComityError):
    """What was asked cannot be meant: a usage error of the caller."""


class Findings(ComityError):
    """The data was read, and faults were found in it."""


class CannotRun(ComityError):
    """The surroundings do not allow it: a file, a disk, a missing part."""
