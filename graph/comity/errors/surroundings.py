"""The surroundings do not allow it: a file, a snapshot, a missing part, too little to learn."""

from __future__ import annotations

from comity.errors.roots import CannotRun


class Unreadable(CannotRun):
    """A file cannot be read."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{path}: cannot be read: {reason}")


class WriteFailed(CannotRun):
    """A file could not be written; what was there before is unchanged."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(
            f"{path}: could not be written: {reason}; what was there before is unchanged"
        )


class SnapshotMissing(CannotRun):
    """There is no snapshot where one is looked for."""

    def __init__(self, path: object) -> None:
        self.path = str(path)
        super().__init__(f"{path}: no snapshot here; run `comity build` first")


class SnapshotDamaged(CannotRun):
    """A snapshot does not match its manifest."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{path}: damaged snapshot: {reason}; run `comity build --force`")


class QueryFailed(CannotRun):
    """The engine could not evaluate a well-formed query."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the query could not be evaluated: {reason}")


class TooFewCases(CannotRun):
    """The record holds too few cases of something to learn from, or to test what was learned."""

    def __init__(self, about: str, found: int, needed: int, what: str) -> None:
        self.about = about
        self.found = found
        self.needed = needed
        self.what = what
        super().__init__(f"{about} cannot be forecast: {found} {what}; {needed} are needed")


class MissingPart(CannotRun):
    """An optional part is not installed."""

    def __init__(self, purpose: str, install: str) -> None:
        self.purpose = purpose
        self.install = install
        super().__init__(f"{purpose} needs a part that is not installed; install {install}")


class SiteFaulty(CannotRun):
    """A page of a site could not be made."""

    def __init__(self, address: str, status: int) -> None:
        self.address = address
        self.status = status
        super().__init__(f"{address}: the page could not be made (status {status})")


class SiteUnfinished(CannotRun):
    """A process that worked on a site has ended before its work."""

    def __init__(self) -> None:
        super().__init__(
            "a process that made pages was ended; if memory ran short, --processes 1 takes less"
        )
