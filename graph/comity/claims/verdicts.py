"""The first verdicts.

In: a curator's standing and attestations. Out: a verdict, by `ontology/decisions/0003`. What does
not belong here: who attests what (`assembly`, `lists`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.claims.model import Attestation


def verdict_of(standing: str, attestations: tuple[Attestation, ...]) -> str:
    """Return the verdict by the rule of `ontology/decisions/0003`.

    A standing set by a curator wins. Otherwise a claim is supported when a source that was looked
    at affirms it, and unverified when it is only recalled or only denied.
    """
    if standing:
        return standing
    affirmed = any(said.stance == "affirms" and said.seen for said in attestations)
    return "supported" if affirmed else "unverified"
