"""What pages show that takes longer than a worker may: studies of networks, and the atlas.

In: a knowledge graph and the name of a study. Out: values that JSON can hold. What does not belong
here: how a study is made (`comity.networks`), and in which process (`study_process`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from comity.server.explorer.choices import STUDY_RUNS, STUDY_YEARS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from comity.knowledge import KnowledgeGraph

    Told = Callable[[int, int], None]
    Value = dict[str, Any]

_BRIDGES: Final = 25  # for these alone the study says by which ties
_STRANDS: Final = 4
_CLAIMS: Final = 2


def make_study(name: str, graph: KnowledgeGraph, tell: Told) -> Value:
    """Return what the page of a study shows.

    Args:
        name: One of `STUDIES`.
        graph: The graph, seen from the moment that is asked for.
        tell: Called with how many parts of the work are done, and of how many.

    Raises:
        ComityError: The study cannot be made for the moment.
    """
    return STUDIES[name](graph, tell)


def _blocs(graph: KnowledgeGraph, tell: Told) -> Value:
    last = graph.day.year
    years = (max(last - STUDY_YEARS + 1, 1958), last)
    count = years[1] - years[0] + 1
    tell(0, count)
    study = graph.bloc_study(
        years,
        seeds=STUDY_RUNS,
        nulls=STUDY_RUNS,
        tell=lambda year: tell(year - years[0] + 1, count),
    )
    labels = graph.projector.labels
    shown = study.years[-1]
    tied = study.coalitions[shown.year]
    threads = study.evolution.threads[shown.year]
    return {
        "year": shown.year,
        "actors": shown.actors,
        "ties": shown.ties,
        "runs": shown.found.runs,
        "modularity": shown.found.modularity,
        "agreement": shown.found.ari,
        "items": [
            {
                "bloc": thread,
                "name": study.names[shown.year, thread],
                "members": [
                    {
                        **_actor(actor, labels, tied),
                        "support": shown.found.support[actor],
                        "within": shown.within[actor],
                    }
                    for actor in sorted(members, key=lambda each: (-shown.within[each], each))
                ],
            }
            for thread, members in zip(threads, shown.found.members, strict=True)
        ],
        "years": [
            {
                "year": each.year,
                "actors": each.actors,
                "ties": each.ties,
                "blocs": len(each.found.members),
                "modularity": each.found.modularity,
                "agreement": each.found.ari,
                "chance": each.chance.mean if each.chance else None,
                "p": each.chance.p if each.chance else None,
            }
            for each in study.years
        ],
    }


def _bridges(graph: KnowledgeGraph, tell: Told) -> Value:
    tell(0, 1)
    study = graph.bridge_study(graph.day.year, seeds=STUDY_RUNS)
    labels = graph.projector.labels
    first = study.bridges[:_BRIDGES]
    strands = {each.actor: study.strands.get(each.actor, ())[:_STRANDS] for each in first}
    named = {
        claim for among in strands.values() for each in among for claim in each.claims[:_CLAIMS]
    }
    words = graph.claim_words(named)
    tell(1, 1)
    return {
        "year": graph.day.year,
        "groups": [
            {"name": name, "members": count}
            for name, count in zip(study.groups, study.members, strict=True)
        ],
        "left_out": list(study.left_out),
        "items": [
            {
                "rank": rank,
                **_actor(each.actor, labels, study.coalitions),
                "group": None if each.group is None else each.group + 1,
                "share": each.betweenness,
                "over_runs": list(each.over_runs) if each.over_runs else None,
                "over_sources": list(each.over_sources) if each.over_sources else None,
                "strands": [
                    {
                        "group": strand.group + 1,
                        "through": strand.through,
                        "through_name": labels.get(strand.through, strand.through),
                        "partners": len(strand.partners),
                        "claims": [
                            {"claim": claim, "words": words.get(claim, claim)}
                            for claim in strand.claims[:_CLAIMS]
                        ],
                    }
                    for strand in strands[each.actor]
                ],
            }
            for rank, each in enumerate(first, start=1)
        ],
    }


def _forecast(graph: KnowledgeGraph, tell: Told) -> Value:
    tell(0, 1)
    found = graph.forecast_report()
    tell(1, 1)
    return {
        "accord": found.accord,
        "name": found.name,
        "day": found.day.isoformat(),
        "months": found.months,
        "joined": found.joined,
        "expected": found.expected,
        "trust": list(found.back_test.verdicts),
        "items": [
            {
                "rank": each.rank,
                "actor": each.state,
                "name": each.name,
                "probability": each.probability,
                "reasons": [
                    {
                        "words": reason.words,
                        "effect": reason.effect,
                        "claims": list(reason.claims[:_CLAIMS]),
                        "claim_count": reason.claim_count,
                    }
                    for reason in each.reasons
                ],
            }
            for each in found.states
        ],
    }


def _atlas(graph: KnowledgeGraph, tell: Told, *, full: bool = False) -> Value:
    tell(0, 1)
    page = graph.atlas(full=full, pages="/id/$id").page
    tell(1, 1)
    return {"page": page}


def _actor(actor: str, labels: Mapping[str, str], tied: Mapping[str, str]) -> Value:
    return {"actor": actor, "name": labels.get(actor, actor), "coalition": tied.get(actor, "")}


STUDIES: Final[Mapping[str, Callable[[KnowledgeGraph, Told], Value]]] = {
    "atlas": _atlas,
    "full-atlas": partial(_atlas, full=True),
    "blocs": _blocs,
    "bridges": _bridges,
    "forecast": _forecast,
}
