"""`comity network`: the table of its commands.

In: arguments. Out: nothing of its own. What does not belong here: what a command does.
"""

from __future__ import annotations

from typing import Final

import click

from comity.cli.groups import LazyGroup

_COMMANDS: Final = {
    "projections": ("networks_measures", "List the networks, and what joins two actors in each."),
    "measures": ("networks_measures", "Measure a network: its actors, and as a whole."),
    "panel": ("networks_panel", "Write a table of pairs of nations, or nations, by year."),
    "memberships": (
        "networks_memberships",
        "List how states stand to accords and bodies on a day.",
    ),
    "blocs": ("networks_blocs", "Find blocs, year by year, and say how sure they are."),
    "bridges": ("networks_bridges", "Say who stands between blocs or the coalitions."),
    "signed": ("networks_signed", "Set cooperation beside opposition: balance and camps."),
    "forecast": ("networks_forecast", "Say which states join an accord next."),
    "hypotheses": ("networks_hypotheses", "Test what scholars say of blocs, breaks and votes."),
}


@click.group(cls=LazyGroup, table=_COMMANDS)
def network() -> None:
    """Measure networks of actors, and say what may come."""
