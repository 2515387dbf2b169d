"""The page of `comity network signed`.

In: signed networks of some years. Out: the parts of a page, in plain sentences. What does not
belong here: how balance is measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.cli.pages import SHOWN, heading, indented, plain, ruled, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

    from comity.networks.nullmodel import Chance
    from comity.networks.signed_study import SignedYear

_UNLIKELY: Final = 0.05
_HEADS: Final = ("year", "actors", "+", "−", "balanced", "chance", "p", "against", "blocs", "Q")


def signed_page(
    study: list[SignedYear],
    positive: tuple[str, ...],
    negative: tuple[str, ...],
    labels: Mapping[str, str],
    *,
    everything: bool,
) -> Iterator[RenderableType]:
    """Yield the parts of the page.

    Args:
        study: The years.
        positive: Projections that count as cooperation.
        negative: Projections that count as opposition.
        labels: Labels of actors.
        everything: Whether all members are shown.
    """
    last = study[-1]
    first = f"{study[0].year}–" if len(study) > 1 else ""
    yield title(f"Cooperation and opposition, {first}{last.year}")
    yield plain(f"Positive: {', '.join(positive)}. Negative: {', '.join(negative)}.")
    if len(study) > 1:
        yield heading("Year by year")
        yield indented(ruled(_HEADS, [_line(each) for each in study], gap=1))
        yield indented(
            plain(
                "+ and −: pairs with more of either. Balanced: the share of triangles; chance: that"
                " with signs dealt anew. Against: the share of weight that fits no division into"
                " two camps, as found. Q: signed modularity.",
                "dim",
            )
        )
    yield heading(f"{last.year}")
    for words in sentences(last):
        yield indented(plain(words))
    for number in range(max(last.communities, default=-1) + 1):
        members = sorted(
            labels.get(actor, actor)
            for actor, its in zip(last.actors, last.communities, strict=True)
            if its == number
        )
        shown = members if everything else members[:SHOWN]
        more = f" and {len(members) - len(shown)} more" if len(shown) < len(members) else ""
        yield heading(f"Bloc {number + 1}", len(members))
        yield indented(plain(", ".join(shown) + more))


def _line(each: SignedYear) -> tuple[object, ...]:
    chance = each.by_chance
    return (
        str(each.year),
        len(each.actors),
        each.positive,
        each.negative,
        _share(each.balance.balanced),
        _share(chance.mean) if chance else "–",
        f"{chance.p:.3f}" if chance else "–",
        _share(each.frustration.found / (each.frustration.total or 1)),
        len(set(each.communities)),
        f"{each.modularity:.2f}",
    )


def sentences(each: SignedYear) -> Iterator[str]:
    """Yield what was found in a year, how sure it is, and what chance gives."""
    if not each.positive + each.negative:
        yield "No actors are tied."
        return
    yield (
        f"{len(each.actors):,} actors: {each.positive:,} pairs with more cooperation than"
        f" opposition, {each.negative:,} with more opposition."
    )
    if each.balance.triangles:
        beside = _beside(each.by_chance, "of triangles balanced")
        yield (
            f"{each.balance.balanced:.1%} of {each.balance.triangles:,} triangles are balanced"
            f"{beside}."
        )
    else:
        yield "There are no triangles, so nothing can be balanced."
    frustrated = each.frustration
    total = frustrated.total or 1
    if frustrated.is_exact:
        yield (
            f"{frustrated.found / total:.1%} of the weight of ties stands against the best"
            " division into two camps; none is better."
        )
    else:
        yield (
            f"{frustrated.found / total:.1%} of the weight of ties stands against the best"
            f" division into two camps that was found; none has less than"
            f" {frustrated.least / total:.1%}."
        )
    beside = _beside(each.modularity_by_chance, "")
    count = len(set(each.communities))
    yield (
        f"Signed modularity finds {count} bloc{'' if count == 1 else 's'}"
        f" ({each.modularity:.3f}{beside})."
    )


def _beside(chance: Chance | None, words: str) -> str:
    if chance is None:
        return ""
    more = "more than" if chance.p <= _UNLIKELY else "no more than may be"
    mean = f"{chance.mean:.1%} {words}" if words else f"{chance.mean:.3f}"
    return f", {more} by chance: {mean} on average with signs dealt anew (p = {chance.p:.3f})"


def _share(value: float) -> str:
    return "–" if value != value else f"{value:.1%}"  # noqa: PLR0124  (only NaN is not itself)
