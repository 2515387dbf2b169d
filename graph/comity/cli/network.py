"""`comity network`: the table of its commands.

In: arguments. Out: nothing of its own. What does not belong here: what a command does.
"""

from __future__ import annotations

from typing import Final

import click

from comity.cli.groups import LazyGroup

_COMMANDS: Final = {
    "blocs": ("networks_blocs", "Find blocs, year by year, and say how sure they are."),
    "bridges": ("networks_bridges", "Say who stands between blocs or the coalitions."),
    "signed": ("networks_signed", "Set cooperation beside opposition: balance and camps."),
}


@click.group(cls=LazyGroup, table=_COMMANDS)
def network() -> None:
    """Measure networks of actors, and say what may come."""
