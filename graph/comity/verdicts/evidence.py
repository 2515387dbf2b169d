"""Evidence: the attestations on each side of a claim, weighed by the class of their sources.

In: attestations. Out: a `Side`, which knows how strong it is and names itself in words. What does
not belong here: which attestations speak against a claim (`record`).

A depositary weighs 3, official, academic, reference and dataset sources 2, news, state media and
think-tanks 1; how surely a source was read adds up to 2. Texts under examination and recollections
are no evidence. Sources that reprint one text, or come from one publisher, are one voice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.claims.model import Attestation

RANKS: Final = {
    "depositary": 3,
    "official": 2,
    "academic": 2,
    "reference": 2,
    "dataset": 2,
    "news": 1,
    "state_medium": 1,
    "think_tank": 1,
}
_CONFIDENCE: Final = {"high": 2, "medium": 1, "low": 0}
_NAMED: Final = 3
_DECISIVE: Final = 2
_MANY: Final = 3


@dataclass(frozen=True, slots=True)
class Side:
    """What speaks for a claim, or against it.

    Attributes:
        said: The attestations, the strongest first.
        weight: Weight of the weightiest source; 0 when there is none.
        rank: The part of it that its class gives: 3, 2 or 1.
        surest: How surely the surest one was read: 2, 1 or 0.
        voices: Number of independent sources.
    """

    said: tuple[Attestation, ...] = ()
    weight: int = 0
    rank: int = 0
    surest: int = 0
    voices: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything speaks on this side."""
        return bool(self.said)

    @property
    def strength(self) -> tuple[int, int]:
        """What rival claims are compared by: weight, then independent voices."""
        return self.weight, self.voices

    def outweighs(self, other: Side) -> bool:
        """Tell whether this side decides against another: by a difference of two in weight."""
        return self.weight - other.weight >= _DECISIVE

    def outvoices(self, other: Side) -> bool:
        """Tell whether three or more voices stand against a single one that weighs less."""
        return self.weight > other.weight and self.voices >= _MANY and other.voices == 1

    @property
    def basis(self) -> tuple[str, ...]:
        """Ids of the attestations."""
        return tuple(f"attestation/{said.id}" for said in self.said)

    def __str__(self) -> str:
        """Name the strongest sources with their class, and count the rest."""
        named = [f"{said.source} ({_words(said)})" for said in self.said[:_NAMED]]
        rest = len(self.said) - _NAMED
        return _joined([*named, *([f"{rest} more"] if rest > 0 else [])])


NOBODY: Final = Side()
"""The side that nothing speaks on."""


def side(attestations: Iterable[Attestation]) -> Side:
    """Return the side that some attestations make; those that are no evidence are left out."""
    said = sorted((each for each in attestations if each.is_evidence), key=_order)
    if not said:
        return Side()
    voices = len({_voice(each) for each in said})
    return Side(
        said=tuple(said),
        weight=max(_weight(each) for each in said),
        rank=max(RANKS[each.source_class] for each in said),
        voices=voices,
        surest=max(_CONFIDENCE[each.confidence] for each in said),
    )


def qualifying(attestations: Iterable[Attestation]) -> Side:
    """Return the side of those that confirm a claim in part and restrict it in part.

    A voice that also affirms the claim is not independent of those that do, and is left out.
    """
    said = list(attestations)
    affirming = {_voice(each) for each in side(_of_stance(said, "affirms")).said}
    others = (each for each in _of_stance(said, "qualifies") if _voice(each) not in affirming)
    return side(others)


def _of_stance(said: Iterable[Attestation], stance: str) -> list[Attestation]:
    return [each for each in said if each.stance == stance]


def _voice(said: Attestation) -> str:
    return said.group or said.source


def _weight(said: Attestation) -> int:
    return RANKS[said.source_class] + _CONFIDENCE[said.confidence]


def _order(said: Attestation) -> tuple[int, str]:
    return -_weight(said), said.source


def _words(said: Attestation) -> str:
    class_ = said.source_class.replace("_", " ")
    return f"{class_}, {said.published}" if said.published else class_


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
