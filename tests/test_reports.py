"""The reports in Python."""

import pandas as pd
import pytest

from comity.errors import BadDate, UnknownName
from comity.knowledge import KnowledgeGraph


def test_diff_is_a_frame_of_texts(toy: KnowledgeGraph) -> None:
    found = toy.diff("2020-12-31", "2022-12-31")
    assert list(found.columns)[:4] == ["group", "date", "what", "words"]
    assert set(found.dtypes.astype(str)) == {"str"}
    assert "Borduria is a signatory of Moon Pact" in set(found["words"])


def test_diff_of_a_quiet_time_has_its_columns(toy: KnowledgeGraph) -> None:
    found = toy.diff("1900-01-01", "1900-01-02")
    assert found.empty
    assert "verdict" in found.columns


def test_days_may_be_dates(toy: KnowledgeGraph) -> None:
    days = (pd.Timestamp("2020-12-31"), pd.Timestamp("2022-12-31"))
    assert toy.diff(*days).equals(toy.diff("2020-12-31", "2022-12-31"))
    with pytest.raises(BadDate):
        toy.diff("2020", "2021-01-01")


def test_what_became_known(toy: KnowledgeGraph) -> None:
    found = toy.diff("2023-12-31", "2024-01-01", known=True)
    assert set(found["what"]) == {"known"}


def test_a_release_is_compared_with_itself(toy: KnowledgeGraph) -> None:
    assert toy.release_diff(toy).empty
    assert toy.release_diff(toy.snapshot.folder).empty


def test_why_and_explain(toy: KnowledgeGraph) -> None:
    assert toy.why("agency/arsa", "agency/bosa", limit=1)[0].legs[0].relation == "cooperates_with"
    assert toy.explain("arc-signatory-of-moon-pact").verdict == "supported"
    with pytest.raises(UnknownName):
        toy.why("agency/arsa", "agency/none")
