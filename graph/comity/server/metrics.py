"""What the service counts, for Prometheus.

In: finished requests, and the state of the pool. Out: the text that Prometheus reads. What does not
belong here: logs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

if TYPE_CHECKING:
    from comity.server.service import Service

_SECONDS: Final = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60)


class Metrics:
    """Counts of one service."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "comity_requests",
            "Requests by route, method and status.",
            ("route", "method", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "comity_request_seconds",
            "Time from a request's head to the end of its answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._pool = Gauge(
            "comity_workers",
            "Workers that are idle, running or long, and requests that wait for one.",
            ("state",),
            registry=self._registry,
        )
        self._claims = Gauge(
            "comity_snapshot_claims",
            "Claims of the snapshot that is served.",
            ("release", "date"),
            registry=self._registry,
        )

        self._kept: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a finished request."""
        key = (route, method, status)  # of few values: routes are patterns, not paths
        if key not in self._kept:
            requests = self._requests.labels(route, method, str(status))
            self._kept[key] = (requests, self._seconds.labels(route))
        requests, taken = self._kept[key]
        requests.inc()
        taken.observe(seconds)

    def text(self, service: Service) -> bytes:
        """Return all counts in the text format of Prometheus."""
        for state, count in service.counts.items():
            self._pool.labels(state).set(count)
        self._claims.clear()
        if service.is_ready:
            manifest = service.manifest
            claims = manifest.counts["claims"]
            self._claims.labels(manifest.sha256[:16], manifest.date).set(claims)
        return generate_latest(self._registry)
