"""`comity network`: the table of its commands.

In: arguments. Out: nothing of its own. What does not belong here: what a command does.
"""

from __future__ import annotations

from typing import Final

import click

from comity.cli.groups import LazyGroup

_COMMANDS: Final = {
    "forecast": ("networks_forecast", "Say which states join an accord next."),
}


@click.group(cls=LazyGroup, table=_COMMANDS)
def network() -> None:
    """Measure networks of actors, and say what may come."""
