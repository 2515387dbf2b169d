"""The page of `comity network bridges`.

In: a study of bridges. Out: the parts of a page, in plain sentences. What does not belong here: how
bridges are measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.cli.pages import heading, indented, plain, title
from comity.networks.coalitions import COALITIONS
from comity.networks.projection_table import PROJECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

    from comity.knowledge import KnowledgeGraph
    from comity.networks.bridge_study import BridgeStudy
    from comity.networks.bridges import Bridge, Strand

_STRANDS: Final = 2
_CLAIMS: Final = 2


def bridges_page(
    kg: KnowledgeGraph, study: BridgeStudy, projection: str, year: int, top: int
) -> Iterator[RenderableType]:
    """Yield the parts of the page.

    Args:
        kg: The graph, for labels and the words of claims.
        study: Who stands between groups.
        projection: The name of what joins two actors.
        year: The year.
        top: How many actors are shown.
    """
    labels = kg.projector.labels
    first = study.bridges[:top]
    strands = {each.actor: _foremost(study.strands[each.actor]) for each in first}
    words = kg.claim_words(
        claim for among in strands.values() for strand in among for claim in strand.claims[:_CLAIMS]
    )
    yield title(f"Who stands between groups by {projection}, {year}")
    yield plain(f"A tie: {PROJECTIONS[projection].edge}.")
    yield plain(
        "The score is the share of the shortest ways between actors of different groups that lead"
        " through an actor; a tie is the shorter, the more it weighs. It is no evidence that the"
        " actor mediates."
    )
    yield heading("Groups", len(study.groups))
    for number, (name, count) in enumerate(zip(study.groups, study.members, strict=True), start=1):
        yield indented(plain(f"{number}  {name}  ({count})"))
    if not any(each.betweenness > 0 for each in study.bridges):
        yield plain("\nNo way between the groups leads through anyone.".strip())
    else:
        yield heading("Bridges")
        for rank, each in enumerate(first, start=1):
            yield from _bridge(study, each, rank, strands[each.actor], labels, words)
        yield indented(plain(_bands(study), "dim"))
    yield from _both(kg)


def _foremost(strands: tuple[Strand, ...]) -> list[Strand]:
    """Return the weightiest strands to each group."""
    shown: dict[int, list[Strand]] = {}
    for each in strands:
        among = shown.setdefault(each.group, [])
        if len(among) < _STRANDS:
            among.append(each)
    return [each for group in sorted(shown) for each in shown[group]]


def _bridge(
    study: BridgeStudy,
    each: Bridge,
    rank: int,
    strands: list[Strand],
    labels: Mapping[str, str],
    words: Mapping[str, str],
) -> Iterator[RenderableType]:
    coalition = study.coalitions.get(each.actor, "")
    own = "in no group" if each.group is None else f"group {each.group + 1}"
    where = f"{own}; {coalition}" if coalition else own
    yield indented(plain(f"{rank}  {labels.get(each.actor, each.actor)}  ({where})", "bold"))
    yield indented(plain(f"{each.betweenness:.1%} of the ways{_band(each)}"), by=5)
    for strand in strands:
        partners = len(strand.partners)
        count = f"{partners} actor{'' if partners == 1 else 's'}"
        thing = labels.get(strand.through, strand.through)
        yield indented(plain(f"with {count} of group {strand.group + 1} by {thing}"), by=5)
        for claim in strand.claims[:_CLAIMS]:
            yield indented(plain(f"{words.get(claim, claim)}  [{claim}]", "dim"), by=7)


def _band(each: Bridge) -> str:
    parts = []
    if each.over_runs is not None:
        parts.append(f"{_range(each.over_runs)} over the runs")
    if each.over_sources is not None:
        parts.append(f"{_range(each.over_sources)} without one class of sources")
    return f" ({'; '.join(parts)})" if parts else ""


def _range(band: tuple[float, float]) -> str:
    low, high = (f"{value:.1%}" for value in band)
    return low if low == high else f"{low}–{high}"


def _bands(study: BridgeStudy) -> str:
    return (
        "In brackets: the lowest and highest score over the runs that found the groups, and when"
        f" what rests on one class of sources alone is left out ({', '.join(study.left_out)})."
    )


def _both(kg: KnowledgeGraph) -> Iterator[RenderableType]:
    """Yield who is tied to both coalitions, and by which claims, whatever the groups are."""
    found = kg.tied_to_both()
    names = " and ".join(kg.projector.labels.get(body, body) for body in COALITIONS.values())
    yield heading(f"Tied to both {names}", len(found))
    words = kg.claim_words(claim for claims in found["claims"] for claim in claims)
    for place, row in enumerate(found.to_dict("records")):
        order = "the first" if place == 0 else "then"
        yield indented(plain(f"{row['label']} since {row['since']}, {order}"))
        for claim in row["claims"]:
            yield indented(plain(f"{words.get(claim, claim)}  [{claim}]", "dim"), by=4)
