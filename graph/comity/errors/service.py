"""The service cannot answer, or not now."""

from __future__ import annotations

from comity.errors.roots import CannotRun


class ServiceTrouble(CannotRun):
    """The service cannot answer, or not now."""


class ServerBusy(ServiceTrouble):
    """Too many requests wait, or too many long queries run; the same request may be sent again."""

    retry_after = 5  # seconds

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the service is busy: {reason}; try again in {self.retry_after} s")


class ServiceStopped(ServiceTrouble):
    """The service starts or stops."""

    retry_after = 10  # seconds

    def __init__(self) -> None:
        super().__init__(f"no snapshot is served now; try again in {self.retry_after} s")


class TooMuchTime(ServiceTrouble):
    """A query ran longer than is allowed and was ended."""

    def __init__(self, limit: float) -> None:
        self.limit = limit
        super().__init__(f"the query was ended after {limit:g} s; make it more exact, or add LIMIT")


class TooMuchMemory(ServiceTrouble):
    """A query took more memory than is allowed and was ended."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        size = f"{limit // 1_048_576:,} MiB"
        super().__init__(f"the query took more than {size} and was ended; make it more exact")


class WorkerDied(ServiceTrouble):
    """The process that worked on a request ended for a reason of its own."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        how = "" if code is None else f" ({f'signal {-code}' if code < 0 else f'code {code}'})"
        super().__init__(f"the process that worked on the request ended{how}; others go on")


class AddressInUse(ServiceTrouble):
    """The service cannot listen at an address."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"cannot listen at {address}: {reason}; choose another with --port")
