"""Names for communities: short, neutral, and made from who is in them.

In: members, given groups such as the signatories of an accord, and how much each member weighs.
Out: words. What does not belong here: how communities are found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_NAMED: Final = 3
_ALIKE: Final = 0.5


def bloc_name(
    members: Collection[str],
    labels: Mapping[str, str],
    weight: Mapping[str, float],
    groups: Mapping[str, Collection[str]] | None = None,
) -> str:
    """Return a name that says who is in a community, and no more.

    A name says nothing of why they are together, or who leads: those named first have the most
    ties within it.

    Args:
        members: Ids.
        labels: Their labels.
        weight: How strongly each is tied to the others.
        groups: Members of given groups by the groups' labels; one whose members are alike enough
            (a Jaccard index of a half) lends its name.

    Examples:
        >>> labels = {"a": "Angola", "b": "Brazil", "c": "Chad", "d": "Denmark"}
        >>> weight = {"a": 1.0, "b": 4.0, "c": 1.0, "d": 2.0}
        >>> bloc_name("abcd", labels, weight)
        'Brazil, Denmark, Angola and 1 more'
        >>> bloc_name("abcd", labels, weight, {"the Accords": "abc"})
        'most with the Accords: Brazil, Denmark, Angola and 1 more'
    """
    ranked = sorted(members, key=lambda name: (-weight.get(name, 0.0), labels.get(name, name)))
    names = _listed([labels.get(name, name) for name in ranked])
    present = set(members)
    likeness = {
        label: len(present & set(group)) / len(present | set(group))
        for label, group in (groups or {}).items()
        if group
    }
    best = max(sorted(likeness), key=lambda label: likeness[label], default=None)
    if best is None or likeness[best] < _ALIKE:
        return names
    return f"most with {best}: {names}"


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_NAMED])
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([*([", ".join(shown[:-1])] if shown[1:] else []), *shown[-1:]])
