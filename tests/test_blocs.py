"""Blocs, bridges and signed networks of the curated record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from comity.errors import BadNumber, UnknownName
from comity.networks import bloc_study, bridge_study, signed_study

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

FEW = {"seeds": 10, "nulls": 9}


def test_members_years_and_events_tell_one_study(kg: KnowledgeGraph) -> None:
    members = kg.blocs((2022, 2024), **FEW)
    years = kg.bloc_years((2022, 2024), **FEW)
    events = kg.bloc_events((2022, 2024), **FEW)
    assert list(years["year"]) == [2022, 2023, 2024]
    counted = members.groupby("year")["bloc"].nunique()
    assert list(counted) == list(years["blocs"])
    assert list(members.groupby("year")["actor"].nunique()) == list(years["actors"])
    assert (years["p"] == 0.1).all()  # the least that nine null graphs can give
    assert (years["model"] == "affiliations").all()
    assert set(events["what"]) <= {"born", "continued", "merged", "split", "ended", "went over"}
    went = events[events["what"] == "went over"]
    for row in went.to_dict("records"):
        now = members[(members["year"] == row["year"]) & (members["actor"] == row["actor"])]
        then = members[(members["year"] == row["year"] - 1) & (members["actor"] == row["actor"])]
        assert list(now["bloc"]) == [row["bloc"]]
        assert list(then["bloc"]) == [row["other"]]


def test_european_members_are_a_bloc(kg: KnowledgeGraph) -> None:
    found = kg.blocs(2024, **FEW)
    france = found[found["actor"] == "nation/fra"]["bloc"].iloc[0]
    members = set(found[found["bloc"] == france]["actor"])
    assert {"nation/deu", "nation/ita", "nation/bel", "nation/nld", "nation/esp"} <= members
    assert "nation/chn" not in members


def test_a_study_is_kept(kg: KnowledgeGraph) -> None:
    told: list[int] = []
    first = kg.bloc_study(2001, **FEW, tell=told.append)
    assert kg.bloc_study(2001, **FEW, tell=told.append) == first
    assert told == [2001]
    kg.bloc_study(2001, **{**FEW, "seeds": 9}, tell=told.append)
    assert told == [2001, 2001]


def test_studies_are_the_same_as_what_is_kept_of_them(kg: KnowledgeGraph) -> None:
    blocs = kg.bloc_study((2023, 2024), **FEW)
    assert bloc_study.from_value(bloc_study.to_value(blocs)) == blocs
    bridges = kg.bridge_study(2024, seeds=5)
    assert bridge_study.from_value(bridge_study.to_value(bridges)) == bridges
    signed = kg.signed_study((2023, 2024), nulls=3)
    assert signed_study.from_value(signed_study.to_value(signed)) == signed


def test_votes_are_no_projection(kg: KnowledgeGraph) -> None:
    found = kg.bloc_years(2024, "votes", seeds=3, nulls=3)
    assert list(found["model"]) == ["edges"]


def test_thailand_is_the_first_tied_to_both_coalitions(kg: KnowledgeGraph) -> None:
    first = kg.tied_to_both().iloc[0]
    assert (first["nation"], str(first["since"])) == ("nation/tha", "2024-12-16")
    words = kg.claim_words(first["claims"])
    assert words == {
        "claim/tha-member-of-ilrs": (
            "Thailand is a member of International Lunar Research Station, 2024-04-05"
        ),
        "claim/tha-signatory-of-artemis-accords": (
            "Thailand is a signatory of Artemis Accords, 2024-12-16"
        ),
    }


@pytest.mark.parametrize("between", ["blocs", "coalitions"])
def test_the_first_bridges_are_explained_by_claims(kg: KnowledgeGraph, between: str) -> None:
    found = kg.bridges(2024, between=between, seeds=10)
    first = found.head(10)
    assert (first["betweenness"] > 0).all()
    assert first["betweenness"].is_monotonic_decreasing
    assert (found["lowest_sources"] <= found["highest_sources"]).all()
    assert found["lowest"].notna().all() == (between == "blocs")
    for row in first.to_dict("records"):
        assert row["through"]
        assert len(kg.claim_words(row["claims"])) == len(row["claims"]) > 0


def test_bridges_between_coalitions_are_led_by_china_and_argentina(kg: KnowledgeGraph) -> None:
    found = kg.bridges(2024, between="coalitions")
    assert list(found.head(2)["label"]) == ["China", "Argentina"]
    assert "claim/arg-signatory-of-argentina-china-deep-space-station-2014" in found["claims"][1]
    thailand = found[found["actor"] == "nation/tha"].iloc[0]
    assert thailand["coalition"] == "both"
    assert thailand["group"] == ""  # in neither group, being in both coalitions


def test_signed_years_stand_beside_chance(kg: KnowledgeGraph) -> None:
    found = kg.signed((2023, 2024), nulls=9)
    assert list(found["year"]) == [2023, 2024]
    assert (found["balanced"] > found["chance"]).all()
    assert (found["frustration_least"] <= found["frustration_found"]).all()
    members = kg.signed_blocs(2024, nulls=9)
    assert len(members) == found["actors"].iloc[1]
    assert members["bloc"].nunique() == found["blocs"].iloc[1]
    camps = members.set_index("actor")["camp"]
    assert camps["nation/usa"] != camps["nation/rus"]


def test_a_time_without_ties_gives_empty_frames(kg: KnowledgeGraph) -> None:
    assert kg.blocs(1900, **FEW).empty
    years = kg.bloc_years(1900, **FEW)
    assert years["blocs"].tolist() == [0]
    assert years["p"].isna().all()
    assert kg.bridges(1900).empty
    assert pd.isna(kg.signed(1900)["balanced"].iloc[0])


def test_what_cannot_be_studied_is_refused(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="that joins"):
        kg.blocs(2024, "restriction")
    with pytest.raises(UnknownName, match="no projection"):
        kg.blocs(2024, "friendship")
    with pytest.raises(BadNumber):
        kg.blocs((2024, 2020))
    with pytest.raises(BadNumber):
        kg.blocs(2024, seeds=0)
    with pytest.raises(BadNumber):
        kg.signed(2024, nulls=-1)
    with pytest.raises(UnknownName, match="sets apart"):
        kg.signed(2024, negative=["crews"])
    with pytest.raises(UnknownName, match="kind of groups"):
        kg.bridges(2024, between="friends")
