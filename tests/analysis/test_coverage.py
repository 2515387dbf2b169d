"""What is missing from the toy world, and from the curated tables."""

import pytest

from comity.analysis.coverage import Section, coverage
from comity.analysis.regions import REGIONS, UNKNOWN, region_of
from comity.cli.coverage import SECTIONS
from comity.knowledge import KnowledgeGraph


@pytest.fixture(scope="module")
def sections(toy: KnowledgeGraph) -> dict[str, Section]:
    return coverage(toy.store)


def row(section: Section, name: str) -> dict[str, object]:
    found = next(row for row in section.rows if row[0] == name)
    return dict(zip(section.columns, found, strict=True))


def test_the_command_knows_every_section(sections: dict[str, Section]) -> None:
    assert tuple(sections) == SECTIONS


def test_recalled_claims_are_counted_and_listed(sections: dict[str, Section]) -> None:
    assert row(sections["relations"], "provided_by")["recalled"] == 1
    assert [line[0] for line in sections["recalled"].rows] == ["claim/spec-provided-by-arsa"]


def test_kinds_tell_what_has_no_date_and_no_tie(sections: dict[str, Section]) -> None:
    nations = row(sections["kinds"], "nation")
    assert nations["things"] == 4
    assert nations["no_wikidata"] == 4
    assert row(sections["kinds"], "instrument")["undated"] == 1


def test_claims_are_counted_by_decade_and_year(sections: dict[str, Section]) -> None:
    assert row(sections["decades"], "signatory_of")["2020s"] == 2
    assert row(sections["years"], "2011")["claims"] == 2
    assert row(sections["years"], "undated")["claims"] == 5


def test_lists_tell_their_newest_source(sections: dict[str, Section]) -> None:
    assert row(sections["lists"], "accord/moon-pact")["newest_source"] == "2024-01-01"


def test_votes_are_no_ties(toy: KnowledgeGraph, sections: dict[str, Section]) -> None:
    assert not any("voted" in str(name) for name, *_ in sections["relations"].rows)


def test_frames_have_the_sections_and_their_columns(toy: KnowledgeGraph) -> None:
    frames = toy.coverage()
    assert list(frames) == list(SECTIONS)
    assert list(frames["untied"].columns) == ["region", "subregion", "name", "id"]


def test_every_nation_has_a_region(kg: KnowledgeGraph) -> None:
    found = kg.query("SELECT ?d { ?n a comity:Nation ; dcterms:description ?d }")["d"]
    assert {region_of(words) for words in found} == set(REGIONS) - {UNKNOWN}


def test_the_sums_agree(kg: KnowledgeGraph) -> None:
    found = coverage(kg.store)
    totals = {line[0]: line for line in found["totals"].rows}
    assert sum(int(line[1]) for line in found["kinds"].rows) == totals["things only recalled"][2]
    assert totals["things only recalled"][2] == kg.manifest.counts["entities"]
    kinds = ("things", "rules and precedents", "claims")
    recalled = sum(int(totals[f"{kind} only recalled"][1]) for kind in kinds)
    assert len(found["recalled"].rows) == recalled
