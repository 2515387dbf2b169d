"""Panels say what the links say; codebooks name every column; what was worked out is kept."""

import json
from pathlib import Path

import pandas as pd
import pytest

from comity.errors import BadNumber, UnknownName
from comity.knowledge import KnowledgeGraph
from comity.networks.cache import Cache
from comity.networks.links import Link, graph_of
from comity.networks.panel_table import DIRECTED, EVENTS, PANELS, STANDING, codebook, word


@pytest.fixture(scope="module")
def dyads(kg: KnowledgeGraph) -> pd.DataFrame:
    return kg.panel("dyad-year", years=(1974, 1979))


def between_nations(links: list[Link]) -> list[Link]:
    return [
        link
        for link in links
        if link.first.startswith("nation/") and link.second.startswith("nation/")
    ]


@pytest.mark.parametrize("name", EVENTS)
def test_events_sum_to_the_links_that_begin_in_the_year(
    name: str, dyads: pd.DataFrame, kg: KnowledgeGraph
) -> None:
    unique = {
        (link.through, link.first, link.second): link
        for link in between_nations(kg.links(name))
        if link.start is not None and 1974 <= link.start.year <= 1979
    }
    sums = name in {"launches", "builds", "joint"}
    expected = sum(link.weight if sums else 1 for link in unique.values())
    ends = (f"{word(name)}_12", f"{word(name)}_21") if name in DIRECTED else (word(name),)
    assert sum(dyads[end].sum() for end in ends) == expected


@pytest.mark.parametrize("name", STANDING)
def test_standings_sum_to_the_network_of_the_year(
    name: str, dyads: pd.DataFrame, kg: KnowledgeGraph
) -> None:
    links = between_nations(kg.links(name, year=1977))
    graph = graph_of(links, directed=name in DIRECTED)
    expected = sum(edge["count"] for *_, edge in graph.edges(data=True))
    ends = (f"{word(name)}_12", f"{word(name)}_21") if name in DIRECTED else (word(name),)
    year = dyads[dyads["year"] == 1977]
    assert sum(year[end].sum() for end in ends) == expected


def test_known_rows(dyads: pd.DataFrame) -> None:
    """In 1978 a Czechoslovak, a Pole and a German of the GDR each flew with Soviet cosmonauts."""
    crews = dyads[(dyads["year"] == 1978) & (dyads["crews"] > 0)]
    assert sorted(zip(crews["iso1"], crews["iso2"], crews["crews"], strict=True)) == [
        ("CSK", "SUN", 1),
        ("DDR", "SUN", 1),
        ("POL", "SUN", 1),
    ]
    assert set(dyads["artemis1"]) == {0}


def test_each_state_of_a_pair_has_it_in_the_panel_of_states(
    dyads: pd.DataFrame, kg: KnowledgeGraph
) -> None:
    states = kg.panel("state-year", years=1978).set_index("nation")
    year = dyads[dyads["year"] == 1978]
    soviet = year[(year["nation1"] == "nation/sun") | (year["nation2"] == "nation/sun")]
    assert states.loc["nation/sun", "crews"] == soviet["crews"].sum() == 3
    assert states.loc["nation/sun", "crews_partners"] == 3


def test_states_are_there_in_their_own_time(kg: KnowledgeGraph) -> None:
    states = kg.panel("state-year", years=(1990, 1994))
    by_year = {year: set(rows["nation"]) for year, rows in states.groupby("year")}
    assert "nation/ddr" in by_year[1990]
    assert "nation/ddr" not in by_year[1991]
    assert {"nation/sun", "nation/rus"} <= by_year[1991]
    assert "nation/sun" not in by_year[1992]
    assert "nation/cze" not in by_year[1992]


def test_zero_rows_are_there_on_request_and_add_nothing(kg: KnowledgeGraph) -> None:
    some, every = (
        kg.panel("dyad-year", years=(1960, 1960), zeros=zeros) for zeros in (False, True)
    )
    assert len(some) < len(every)
    there = every["nation1"].nunique() + 1
    assert len(every) == there * (there - 1) / 2
    counts = [word(name) for name in (*STANDING, *EVENTS) if name not in DIRECTED]
    assert some[counts].sum().equals(every[counts].sum())


@pytest.mark.parametrize("name", PANELS)
def test_a_codebook_names_every_column(name: str, kg: KnowledgeGraph) -> None:
    frame = kg.panel(name, years=(2020, 2020))
    assert list(frame.columns) == [each.name for each in PANELS[name]]
    assert all(f"| `{column}` |" in codebook(name) for column in frame.columns)
    may_miss = {each.name for each in PANELS[name] if each.missing != "never"}
    assert set(frame.columns[frame.isna().any()]) <= may_miss


def test_an_unknown_panel_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="choose one of dyad-year, state-year"):
        kg.panel("dyads")


def test_a_panel_has_no_years_to_come(kg: KnowledgeGraph) -> None:
    year = kg.today.year
    with pytest.raises(BadNumber, match=f"last year {year + 1} is out of range; it is {year} or e"):
        kg.panel("state-year", years=(year, year + 1))


def test_values_are_kept_and_a_damaged_file_is_made_anew(cache: Path) -> None:
    calls: list[int] = []

    def make() -> dict[str, object]:
        calls.append(1)
        return {"pair": (1, 2.5)}

    kept = Cache("test-of-cache")
    assert kept.value("x", {"year": 1}, make) == {"pair": [1, 2.5]}
    assert kept.value("x", {"year": 1}, make) == {"pair": [1, 2.5]}
    assert len(calls) == 1
    kept.value("x", {"year": 2}, make)
    Cache("test-of-cache", "as-of-2020-01-01").value("x", {"year": 1}, make)
    assert len(calls) == 3
    files = sorted((cache / "test-of-cache" / "networks").glob("x-*.json"))
    assert len(files) == 3
    for file in files:
        json.loads(file.read_bytes())
        file.write_bytes(b"{")
    assert kept.value("x", {"year": 1}, make) == {"pair": [1, 2.5]}
    assert len(calls) == 4
