"""How sure a claim is, by `ontology/decisions/0005`.

In: a judged claim, its evidence and the day. Out: `high`, `medium` or `low`. What does not belong
here: the verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from datetime import date

    from comity.claims.model import Claim
    from comity.verdicts.evidence import Side

_WORDS: Final = ("low", "medium", "high")
_STALE_AFTER: Final = 10  # years


def confidence_of(claim: Claim, for_: Side, against: Side, today: date) -> str:
    """Return how sure a claim is.

    The rank of the best source that affirms it sets the level: high from reference works upwards,
    medium for media. A second independent voice raises it by one. It is no higher than the surest
    reading of a source. It is one lower when a source denies or qualifies the claim, and one lower
    when the claim is about a standing that goes on and the newest source is older than ten years.
    Without evidence, and for what is contradicted or disputed, it is low.
    """
    if not for_ or claim.verdict in {"contradicted", "disputed"}:
        return "low"
    level = (2 if for_.rank > 1 else 1) + (for_.voices > 1)
    level = min(level, for_.surest + (for_.voices > 1), 2)
    level -= bool(against)
    newest = max((said.known for said in for_.said if said.known), default=None)
    goes_on = claim.period.end is None and "affiliated_with" in _supers(claim)
    if goes_on and newest and today.year - newest.year > _STALE_AFTER:
        level -= 1
    return _WORDS[max(level, 0)]


def _supers(claim: Claim) -> tuple[str, ...]:
    relation = RELATIONS.get(claim.predicate)
    return relation.supers if relation else ()
