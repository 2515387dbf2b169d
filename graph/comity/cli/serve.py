"""`comity serve`."""

from __future__ import annotations

from pathlib import Path

import click

from comity import resources
from comity.cli.options import allow_service_option, snapshot_option
from comity.files import write_atomically
from comity.server.limits import MEGABYTE, Limits
from comity.store import open_snapshot

_USUAL = Limits()


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535),
    help="Port to listen at; 0 takes any that is free.",
)  # fmt: skip
@click.option(
    "--port-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the port to a file when the first question can be answered.",
)
@click.option(
    "--time-limit", default=_USUAL.time, show_default=True,
    type=click.FloatRange(0.1, 3600), metavar="SECONDS", help="How long a query may run.",
)  # fmt: skip
@click.option(
    "--memory-limit", default=_USUAL.memory // MEGABYTE, show_default=True,
    type=click.IntRange(64), metavar="MIB", help="How much memory a query may take.",
)  # fmt: skip
@click.option(
    "--rows", default=_USUAL.rows, show_default=True, type=click.IntRange(1),
    help="How many rows an answer may have.",
)  # fmt: skip
@click.option(
    "--workers", default=_USUAL.workers, show_default=True, type=click.IntRange(1, 64),
    help="How many queries run at once, long ones apart.",
)  # fmt: skip
@click.option(
    "--queue", default=_USUAL.queue, show_default=True, type=click.IntRange(0),
    help="How many requests may wait for a worker.",
)  # fmt: skip
@click.option(
    "--receive-limit", default=_USUAL.receive, show_default=True,
    type=click.FloatRange(0.1, 3600), metavar="SECONDS",
    help="How long a client may take to send a request.",
)  # fmt: skip
@click.option(
    "--log", "log_form", default="text", show_default=True, type=click.Choice(["text", "json"]),
    help="Form of the log lines on stderr.",
)  # fmt: skip
@allow_service_option
@snapshot_option
def serve(
    *,
    host: str,
    port: int,
    port_file: Path | None,
    time_limit: float,
    receive_limit: float,
    memory_limit: int,
    rows: int,
    workers: int,
    queue: int,
    log_form: str,
    allow_service: tuple[str, ...],
    snapshot: Path | None,
) -> None:
    """Serve the graph over HTTP: SPARQL, named queries, pages, data.

    Read-only, and on this machine alone unless --host says otherwise. A snapshot that is built
    while it serves is taken over without dropping a request. Ctrl-C stops it.

    \b
      comity serve
      curl 'http://127.0.0.1:8000/queries/artemis-signatories?format=csv'
    """
    from comity.server import running  # noqa: PLC0415
    from comity.server.logs import set_up_logs  # noqa: PLC0415  (slow to import)

    folder = snapshot or resources.snapshot_folder()
    manifest = open_snapshot(folder).manifest
    limits = Limits(
        time=time_limit,
        receive=receive_limit,
        memory=memory_limit * MEGABYTE,
        rows=rows,
        workers=workers,
        queue=queue,
        allow_service=allow_service,
    )
    set_up_logs(log_form)
    listening = running.listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    taken = listening.getsockname()[1]
    click.echo(f"comity: opening the snapshot of {manifest.date}; Ctrl-C stops", err=True)

    def ready() -> None:
        click.echo(f"comity: listening at http://{shown}:{taken}/", err=True)
        if port_file:
            write_atomically(port_file, f"{taken}\n".encode())

    running.serve(folder, listening, limits, ready)
