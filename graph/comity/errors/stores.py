"""A store elsewhere cannot be asked, or not this."""

from __future__ import annotations

from comity.errors.roots import BadInput, CannotRun


class BadAddress(BadInput):
    """A text is not the address of a SPARQL endpoint, or holds a secret that does not belong there.

    The address is given without what stands before an @ in it.
    """

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: {reason}")


class NeedsSnapshot(BadInput):
    """A question cannot be put to a store elsewhere; the snapshot can answer it."""

    def __init__(self, what: str, instead: str = "") -> None:
        self.what = what
        self.instead = instead
        other = f"{instead}, or " if instead else ""
        super().__init__(
            f"{what} cannot be asked of a store elsewhere; {other}ask the snapshot "
            "(without --store; in Python comity.load())"
        )


class QueryTooBroad(BadInput):
    """A query can touch more statements of a store elsewhere than are fetched to evaluate it."""

    def __init__(self, address: str, limit: int) -> None:
        self.address = address
        self.limit = limit
        super().__init__(
            f"query too broad: it touches more than {limit:,} statements of {address}, too many to "
            "evaluate it here; name the relation or the thing in each of its patterns"
        )


class EndpointUnreachable(CannotRun):
    """A store elsewhere does not answer at all, or not in time."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: does not answer: {reason}")


class EndpointFailed(CannotRun):
    """A store elsewhere answers with an error; its own first words are given."""

    def __init__(self, address: str, status: int, line: str) -> None:
        self.address = address
        self.status = status
        self.line = line
        hint = (
            "; set COMITY_STORE_USER and COMITY_STORE_PASSWORD, or COMITY_STORE_TOKEN"
            if status in {401, 403}
            else ""
        )
        said = f": {line}" if line else ""
        super().__init__(f"{address}: answers with status {status}{said}{hint}")


class EndpointAnswerUnusable(CannotRun):
    """A store elsewhere answers, and the answer is no result of a query, or too large."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: its answer cannot be used: {reason}")


class EndpointCut(CannotRun):
    """A store elsewhere gives no more than some number of rows, and there are more."""

    def __init__(self, address: str, rows: str) -> None:
        self.address = address
        self.rows = rows
        super().__init__(
            f"{address}: cuts its answer off after {rows} rows; ask for fewer with LIMIT and "
            "OFFSET, leave out ORDER BY, or raise the limit there (ResultSetMaxRows in "
            "virtuoso.ini)"
        )


class NotAComityStore(CannotRun):
    """A store that answers SPARQL holds no release of Comity, or only part of one."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(
            f"{address}: no release of Comity is published here; "
            f"`comity publish --to {address}` puts one there"
        )


class ReleaseNotUnderstood(CannotRun):
    """A store describes its release in a way that this version does not understand."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(
            f"{address}: its release is not understood: {reason}; "
            "publish it anew, or use the version of Comity that published it"
        )


class ReleaseReplaced(CannotRun):
    """The release of a store went away, or another one came, while the store was asked."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"{address}: its release was replaced while it was asked; ask again")


class PublishingFailed(CannotRun):
    """A store does not hold what was put into it."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: not published: {reason}; publish it again")
