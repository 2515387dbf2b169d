"""The page of `comity network blocs`.

In: a study of blocs. Out: the parts of a page, in plain sentences. What does not belong here: how
blocs are found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.cli.pages import SHOWN, heading, indented, plain, ruled, title
from comity.networks.projection_table import PROJECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

    from comity.networks.bloc_series import BlocYear
    from comity.networks.bloc_study import BlocStudy

_FIRM: Final = 0.9
_LOOSE: Final = 0.7
_UNLIKELY: Final = 0.05
MODELS: Final = {
    "affiliations": "who takes part in what is shuffled; all keep their numbers",
    "edges": "edges are swapped and weights dealt anew; all keep their numbers of edges",
    "signs": "signs are dealt anew; ties and the number of negative ones stay",
}


def blocs_page(
    study: BlocStudy, projection: str, labels: Mapping[str, str], *, everything: bool
) -> Iterator[RenderableType]:
    """Yield the parts of the page.

    Args:
        study: The blocs of some years.
        projection: The name of what joins two actors.
        labels: Labels of actors.
        everything: Whether long lists are shown whole.
    """
    last = study.years[-1]
    first = f"{study.years[0].year}–" if len(study.years) > 1 else ""
    yield title(f"Blocs by {projection}, {first}{last.year}")
    yield plain(f"A tie: {PROJECTIONS[projection].edge}.")
    yield plain(
        f"Blocs are what {last.found.runs} runs of the Leiden method agree on. They are found, not"
        " declared, and say nothing of why their members are together."
    )
    if len(study.years) > 1:
        yield heading("Year by year")
        yield indented(ruled(_HEADS, [_line(each) for each in study.years]))
        yield indented(
            plain(
                "Modularity: how far ties lie within blocs. Runs: how alike they are (adjusted"
                " Rand index). Chance: the mean modularity of null graphs, and the share of them"
                " with as high a one.",
                "dim",
            )
        )
    yield heading(f"{last.year}")
    yield indented(plain(sentence(last)))
    threads = study.evolution.threads[last.year]
    for thread, members in zip(threads, last.found.members, strict=True):
        yield from _bloc(study, last, thread, members, labels, everything=everything)
    yield from _history(study, labels, everything=everything)


_HEADS: Final = ("year", "actors", "ties", "blocs", "modularity", "runs", "chance", "p")


def _line(each: BlocYear) -> tuple[object, ...]:
    chance = each.chance
    return (
        str(each.year),
        each.actors,
        each.ties,
        len(each.found.members),
        f"{each.found.modularity:.3f}",
        f"{each.found.ari:.2f}",
        f"{chance.mean:.3f}" if chance else "–",
        f"{chance.p:.3f}" if chance else "–",
    )


def sentence(each: BlocYear) -> str:
    """Return what was found in a year, how sure it is, and what chance gives, in sentences."""
    found, chance = each.found, each.chance
    if not found.members:
        return "No actors are tied, so there are no blocs."
    count = len(found.members)
    blocs = f"{count} bloc{'' if count == 1 else 's'} (modularity {found.modularity:.3f})"
    words = [f"{each.actors:,} actors with {each.ties:,} ties fall into {blocs}."]
    if found.ari >= _FIRM:
        agree = "agree closely"
    elif found.ari >= _LOOSE:
        agree = "agree in the main"
    else:
        agree = "differ much, so these blocs are a compromise"
    words.append(f"The runs {agree} (adjusted Rand index {found.ari:.2f}).")
    if chance is not None:
        more = (
            "more than chance gives"
            if chance.p <= _UNLIKELY
            else "no more than chance may give: these blocs should not be relied on"
        )
        far = "" if chance.z is None else f", {chance.z:.1f} standard deviations below"
        words.append(
            f"That is {more}: {chance.nulls} null graphs have {chance.mean:.3f} on average{far}"
            f" (p = {chance.p:.3f}; {MODELS[chance.model]})."
        )
    return " ".join(words)


def _bloc(
    study: BlocStudy,
    year: BlocYear,
    thread: int,
    members: tuple[str, ...],
    labels: Mapping[str, str],
    *,
    everything: bool,
) -> Iterator[RenderableType]:
    ranked = sorted(members, key=lambda name: (-year.within[name], labels.get(name, name)))
    shown = ranked if everything else ranked[:SHOWN]
    more = f" and {len(ranked) - len(shown)} more" if len(shown) < len(ranked) else ""
    names = ", ".join(labels.get(name, name) for name in shown) + more
    count = f"{len(members)} member{'' if len(members) == 1 else 's'}"
    yield indented(heading(f"Bloc {thread}  {count}{_coalition(study, year, members)}"))
    yield indented(plain(names), by=4)
    loose = sorted(
        (name for name in members if year.found.support[name] < _LOOSE),
        key=lambda name: (year.found.support[name], name),
    )
    if loose:
        words = ", ".join(
            f"{labels.get(name, name)} ({year.found.support[name]:.0%})" for name in loose[:6]
        )
        yield indented(plain(f"Here in part of the runs only: {words}", "dim"), by=4)


def _coalition(study: BlocStudy, year: BlocYear, members: tuple[str, ...]) -> str:
    tied = study.coalitions[year.year]
    counts = {
        name: sum(tied.get(actor) in {name, "both"} for actor in members)
        for name in ("Artemis", "ILRS")
    }
    words = [f"{count} with {name}" for name, count in counts.items() if count]
    return f"; {', '.join(words)}" if words else ""


def _history(
    study: BlocStudy, labels: Mapping[str, str], *, everything: bool
) -> Iterator[RenderableType]:
    before = dict(zip(study.of_years[1:], study.of_years, strict=False))
    told = []
    for each in study.evolution.events:
        if each.happening == "continued":
            continue
        year = before[each.year] if each.happening == "ended" else each.year
        name = study.names[year, each.thread]
        other = "" if each.other is None else study.names[before[each.year], each.other]
        words = {
            "born": f"bloc {each.thread} ({name}) came up",
            "ended": f"bloc {each.thread} ({name}) came to its end",
            "merged": f"bloc {each.other} ({other}) merged into bloc {each.thread} ({name})",
            "split": f"bloc {each.thread} ({name}) split from bloc {each.other} ({other})",
        }[each.happening]
        told.append((each.year, words))
    went: dict[tuple[int, int, int], list[str]] = {}
    for switch in study.evolution.switches:
        key = (switch.year, switch.before, switch.after)
        went.setdefault(key, []).append(labels.get(switch.actor, switch.actor))
    for (year, old, new), names in went.items():
        told.append((year, f"from bloc {old} to bloc {new} went {', '.join(sorted(names))}"))
    if not told:
        return
    told.sort(key=lambda each: each[0], reverse=True)
    yield heading("What changed", len(told))
    shown = told if everything else told[:SHOWN]
    for year, words in shown:
        yield indented(plain(f"{year}  {words}"))
    if len(shown) < len(told):
        yield indented(plain(f"… and {len(told) - len(shown)} more; --all shows them", "dim"))
