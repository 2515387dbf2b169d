"""What must hold for any rules: more rules never help, fewer never harm, and the like."""

from __future__ import annotations

from itertools import combinations, islice

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from tests.pathways.conftest import DAY, HOMES, bond, dealing, grounds, rule

from comity.pathways.costs import costs_of
from comity.pathways.model import STATUSES, Prohibition
from comity.pathways.routes import all_ways
from comity.pathways.rulings import rule_on
from comity.pathways.standing import Standing
from comity.pathways.statuses import Statuses
from comity.pathways.ties import Ties, is_stop

ACTORS = sorted(HOMES)
ACTIVITIES = ("bilateral_cooperation", "technology_export", "funding")
parties = st.lists(
    st.sampled_from([*ACTORS, "all_states", "foreign_applicants"]), min_size=1, max_size=2
)


@st.composite
def some_rules(draw: st.DrawFn) -> list[Prohibition]:
    return [
        rule(
            f"r{number}",
            bound=tuple(draw(parties)),
            bound_reach=draw(st.sampled_from(["itself", "parts", "nationals", "funded", "items"])),
            toward=tuple(draw(parties)),
            toward_reach=draw(st.sampled_from(["itself", "parts", "owned"])),
            activities=tuple(draw(st.lists(st.sampled_from(ACTIVITIES), min_size=1))),
            setting=draw(st.sampled_from(["bilateral", "any"])),
            effect=draw(st.sampled_from(["prohibits", "needs-licence"])),
            exemption=draw(st.sampled_from(["none", "certification", "licence"])),
            force=draw(st.sampled_from(["in-force", "bill"])),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


some_dealings = st.builds(
    lambda pair, activity, setting, funded, parts, in_hand: dealing(
        *pair, activity=activity, setting=setting, funded_by=funded, parts_from=parts, given=in_hand
    ),
    st.sampled_from(list(combinations(ACTORS, 2))),
    st.sampled_from(ACTIVITIES),
    st.sampled_from(["bilateral", "multilateral"]),
    st.sampled_from([(), ("agency/arsa",)]),
    st.sampled_from([(), ("nation/arc",)]),
    st.sampled_from([(), ("certification",)]),
)
STANDING = Standing(grounds(), DAY)


@given(some_dealings, some_rules())
def test_taking_a_rule_away_never_harms_and_adding_one_never_helps(asked, rules) -> None:  # type: ignore[no-untyped-def]
    whole = STATUSES.index(rule_on(asked, rules, STANDING).status)
    for number in range(len(rules)):
        fewer = rule_on(asked, [*rules[:number], *rules[number + 1 :]], STANDING)
        assert STATUSES.index(fewer.status) <= whole


@given(some_dealings, some_rules())
def test_rulings_do_not_depend_on_order(asked, rules) -> None:  # type: ignore[no-untyped-def]
    turned = dealing(
        asked.other,
        asked.one,
        activity=asked.activity,
        setting=asked.setting,
        funded_by=asked.funded_by,
        parts_from=asked.parts_from,
        given=asked.given,
    )
    one = rule_on(asked, rules, STANDING)
    assert one.findings == rule_on(turned, list(reversed(rules)), STANDING).findings


@given(some_dealings, some_rules())
def test_the_fast_way_to_statuses_agrees_with_rulings(asked, rules) -> None:  # type: ignore[no-untyped-def]
    fast = Statuses(rules, asked, STANDING).of(asked.one, asked.other)
    assert fast[asked.setting] == rule_on(asked, rules, STANDING).status


@given(
    st.sets(st.sampled_from(list(combinations(ACTORS, 2))), max_size=22),
    some_rules(),
    st.sampled_from(list(combinations(ACTORS, 2))),
)
def test_ways_are_simple_distinct_sorted_and_those_of_networkx(pairs, rules, ends) -> None:  # type: ignore[no-untyped-def]
    links = tuple(bond(*pair, "statements") for pair in sorted(pairs))
    world = grounds(rules, belongings=(), parts=(), links=links)
    standing = Standing(world, DAY)
    statuses = Statuses(rules, dealing(*ends), standing)
    costs = costs_of(Ties(standing), statuses, "bilateral_cooperation")
    found = list(islice(all_ways(costs, *ends), 12))
    graph: nx.Graph[str] = nx.Graph()
    between = costs.between(*ends) if all(end in costs.place for end in ends) else None
    for node, among in enumerate(costs.neighbours):
        for to, cost in among:
            weight = between.step(node, to, cost) if between else cost
            graph.add_edge(costs.actors[node], costs.actors[to], weight=weight)
    graph.remove_nodes_from([each for each in graph if each not in ends and not is_stop(each)])
    if not (graph.has_node(ends[0]) and graph.has_node(ends[1])):
        assert not found
        return
    every = list(nx.all_simple_paths(graph, *ends))
    best = sorted((nx.path_weight(graph, way, "weight"), tuple(way)) for way in every)
    assert found == [way for _, way in best[:12]]
