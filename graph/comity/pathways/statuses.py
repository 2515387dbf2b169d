"""What rules do to many pairs at once.

In: prohibitions, and what a dealing is about. Out: the status of any pair of actors, in each
setting. It agrees with `rule_on` for each pair, and gives no reasons. What does not belong here:
derivations (`rulings`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.pathways.model import STATUSES
from comity.pathways.reach import all_bound, all_toward
from comity.pathways.rulings import effect_on, given_for, window_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.pathways.model import Dealing, Prohibition, Setting, Status
    from comity.pathways.standing import Standing

BySetting = dict["Setting", "Status"]


@dataclass(frozen=True, slots=True)
class _Active:
    """A rule that is law on the day and covers the activity, with all whom it reaches."""

    rule: Prohibition
    status: Status
    bound: frozenset[str]
    toward: frozenset[str]


class Statuses:
    """What rules do to a dealing between any two actors."""

    def __init__(self, rules: Iterable[Prohibition], dealing: Dealing, standing: Standing) -> None:
        """Find whom each rule reaches.

        Args:
            rules: The prohibitions that count.
            dealing: What it is about; its two actors and its setting do not matter.
            standing: Who belongs to whom on the day.

        Raises:
            UnknownName: A rule names a class of parties, or a reach, that is not known.
        """
        self._standing = standing
        self._activity = dealing.activity
        self._found: dict[tuple[str, str], BySetting] = {}
        self._active = [
            _Active(
                rule,
                effect_on(rule),
                all_bound(rule, dealing, standing),
                all_toward(rule, standing),
            )
            for rule in rules
            if dealing.activity in rule.activities
            and rule.holds_on(dealing.on)
            and rule.binds_in_law
            and not given_for(rule, dealing.given, standing)
        ]
        self.concerned = frozenset(actor for each in self._active for actor in each.toward)

    def of(self, one: str, other: str) -> BySetting:
        """Return the status of a pair in each setting."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._found:
            self._found[pair] = self._look(*pair)
        return self._found[pair]

    def _look(self, one: str, other: str) -> BySetting:
        found: BySetting = {"bilateral": "allowed", "multilateral": "allowed"}
        if one not in self.concerned and other not in self.concerned:
            return found
        if self._standing.share_nation(one, other):
            return found
        for each in self._active:
            for binds, against in ((one, other), (other, one)):
                if against not in each.toward or binds not in each.bound:
                    continue
                if window_for(each.rule, binds, self._activity, self._standing):
                    continue
                found["bilateral"] = _worse(found["bilateral"], each.status)
                if each.rule.setting != "bilateral":
                    found["multilateral"] = _worse(found["multilateral"], each.status)
        return found


def _worse(one: Status, other: Status) -> Status:
    return max(one, other, key=STATUSES.index)
