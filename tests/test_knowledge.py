import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

import comity
from comity.analysis.profiles import read_facts
from comity.analysis.ties import finer_relations, read_ties
from comity.errors import BadDate, BadIdentifier, BadNumber, UnknownName
from comity.knowledge import KnowledgeGraph
from comity.rdf.namespaces import graph_name


def test_importing_comity_imports_nothing_heavy() -> None:
    code = "import comity, sys; print(sorted({m.split('.')[0] for m in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for heavy in ("pandas", "networkx", "rdflib", "pyvis", "rich"):
        assert f"'{heavy}'" not in done.stdout


def test_an_unknown_attribute_of_the_package_is_named() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        comity.lode  # noqa: B018  (reading it is the test)


def test_as_of_takes_days_and_their_texts(toy: KnowledgeGraph) -> None:
    text = "SELECT ?n WHERE { ?n comity:signatoryOf accord:moon-pact }"
    assert len(toy.query(text)) == 2
    assert len(toy.as_of("2021-01-01").query(text)) == 1
    assert len(toy.query(text, as_of=toy.as_of("2021-01-01").day)) == 1
    assert toy.as_of("2021-01-01").as_of(None).day == toy.day


NOON = pd.Timestamp("2021-01-01T12:00")


@pytest.mark.parametrize("day", [NOON, NOON.to_pydatetime()])
def test_a_moment_means_its_day(day: datetime, toy: KnowledgeGraph) -> None:
    assert toy.as_of(day).day == date(2021, 1, 1)
    assert len(toy.as_of(day).query("SELECT * { ?n comity:signatoryOf accord:moon-pact }")) == 1


@pytest.mark.parametrize(
    "text", ["nation:arc", "https://w3id.org/comity/id/nation/arc", "nation/arc"]
)
def test_an_id_may_be_written_in_three_ways(text: str, toy: KnowledgeGraph) -> None:
    assert toy.resolve(text) == "nation/arc"


def test_only_things_can_be_drawn(toy: KnowledgeGraph) -> None:
    for text in ("claim/arsa-cooperates-with-bosa", "source/atlas"):
        with pytest.raises(UnknownName, match="is none: "):
            toy.view(text)


def test_numbers_out_of_range_are_refused(toy: KnowledgeGraph) -> None:
    for options in ({"depth": -1}, {"limit": 0}, {"limit": 301}):
        with pytest.raises(BadNumber, match="is out of range"):
            toy.view("mission/probe", **options)  # type: ignore[arg-type]


def test_a_month_is_no_day_to_look_at(toy: KnowledgeGraph) -> None:
    with pytest.raises(BadDate):
        toy.as_of("2021-01")


def test_an_act_done_in_public_is_known_before_the_list_that_tells_it(toy: KnowledgeGraph) -> None:
    text = "ASK { nation:arc comity:signatoryOf accord:moon-pact }"
    assert toy.known_by("2020-10-13").query(text)["answer"][0]
    assert not toy.known_by("2020-10-12").query(text)["answer"][0]
    listed = toy.known_by("2020-10-13").claims(subject="nation/arc", ids=True)
    assert list(listed["claim"]) == ["claim/arc-signatory-of-moon-pact"]
    assert list(listed["sources"]) == [0]


def test_a_standing_is_unknown_before_its_first_source(toy: KnowledgeGraph) -> None:
    text = "ASK { nation:arc comity:memberOf organisation:star-club }"
    assert not toy.known_by("2023-12-31").query(text)["answer"][0]
    assert toy.known_by("2024-01-01").query(text)["answer"][0]


def test_what_held_and_what_was_known_combine(toy: KnowledgeGraph) -> None:
    both = toy.as_of("2019-01-01").known_by("2024-01-01")
    assert both.query("ASK { nation:arc comity:memberOf organisation:star-club }")["answer"][0]
    assert not both.query("ASK { nation:arc comity:signatoryOf accord:moon-pact }")["answer"][0]
    assert "as of 2019-01-01, known by 2024-01-01" in repr(both)


def test_a_partly_known_date_is_certain_from_its_last_day(toy: KnowledgeGraph) -> None:
    text = "ASK { nation:bor comity:signatoryOf accord:moon-pact }"
    assert not toy.as_of("2022-06-29", certain=True).query(text)["answer"][0]
    assert toy.as_of("2022-06-30", certain=True).query(text)["answer"][0]


def test_an_undated_standing_is_certain_from_its_first_source(toy: KnowledgeGraph) -> None:
    text = "SELECT ?c { ?c rdf:subject nation:dor ; rdf:predicate comity:memberOf }"
    assert len(toy.as_of("1990-01-01").query(text)) == 1
    assert toy.as_of("1990-01-01", certain=True).query(text).empty


def test_a_partly_known_date_shows_from_its_first_day(toy: KnowledgeGraph) -> None:
    text = "ASK { nation:bor comity:signatoryOf accord:moon-pact }"
    assert not toy.query(text, as_of="2022-05-31")["answer"][0]
    assert toy.query(text, as_of="2022-06-01")["answer"][0]


def test_what_ended_is_still_a_claim_but_no_direct_triple(toy: KnowledgeGraph) -> None:
    direct = "ASK { agency:arsa comity:cooperatesWith agency:bosa }"
    claim = "ASK { claim:arsa-cooperates-with-bosa a comity:Claim }"
    assert not toy.query(direct)["answer"][0]
    assert toy.query(claim)["answer"][0]
    assert toy.query(direct, as_of="2010-12-31")["answer"][0]
    assert not toy.query(claim, as_of="2011-01-01")["answer"][0]


def test_a_symmetric_relation_holds_both_ways(toy: KnowledgeGraph) -> None:
    both = "ASK { agency:bosa comity:cooperatesWith agency:arsa }"
    assert toy.query(both, as_of="2006-01-01")["answer"][0]


def test_the_nation_behind_a_provider_is_inferred(toy: KnowledgeGraph) -> None:
    rule = """SELECT ?title WHERE { GRAPH ?g { instrument:spec comity:providedBy nation:arc }
              ?g rdfs:label ?title }"""
    assert toy.query(rule)["title"].tolist() == ["Nation behind a provider"]


def test_an_unknown_thing_offers_the_nearest(toy: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean accord/moon-pact"):
        toy.resolve("accord/moon-pakt")
    with pytest.raises(UnknownName, match="did you mean nation/arc"):
        toy.resolve("agency/arc")


def test_a_merged_id_leads_to_the_living_one(toy: KnowledgeGraph) -> None:
    assert toy.resolve("nation/arcadia") == "nation/arc"


def test_a_view_is_a_page_that_can_be_saved_and_shown(toy: KnowledgeGraph, tmp_path: Path) -> None:
    view = toy.view("mission/probe", depth=2)
    assert repr(view) == "View(title='Probe')"
    path = view.save(tmp_path / "probe.html")
    assert path.read_text(encoding="utf-8") == view.page
    assert view._repr_html_().startswith('<iframe srcdoc="&lt;!DOCTYPE html')


def test_a_view_of_nothing_is_refused(toy: KnowledgeGraph) -> None:
    with pytest.raises(BadIdentifier):
        toy.view()


def test_rdflib_gets_the_same_statements(toy: KnowledgeGraph) -> None:
    dataset = toy.to_rdflib()
    about = len(list(toy.store.quads_for_pattern(None, None, None, graph_name("release"))))
    assert len(dataset) == toy.snapshot.manifest.counts["quads"] + about


def test_it_says_what_it_is(toy: KnowledgeGraph) -> None:
    assert repr(toy) == "<KnowledgeGraph of 2026-01-01: 12 things, 18 claims>"
    assert "as of 2021-01-01, from the snapshot of 2026-01-01" in repr(toy.as_of("2021-01-01"))


def claimed(toy: KnowledgeGraph, **filters: str) -> list[str]:
    return toy.claims(ids=True, **filters)["claim"].tolist()  # type: ignore[arg-type]


def test_claims_are_filtered(toy: KnowledgeGraph) -> None:
    assert len(claimed(toy)) == 15
    assert len(toy.claims(votes=True)) == 18
    assert claimed(toy, subject="nation:arc", predicate="affiliated_with") == [
        "claim/arc-member-of-star-club",
        "claim/arc-signatory-of-moon-pact",
    ]
    assert claimed(toy, verdict="contradicted") == ["claim/cor-signatory-of-moon-pact"]
    assert claimed(toy, source="paper") == [
        "claim/bor-signatory-of-moon-pact",
        "claim/cor-signatory-of-moon-pact",
    ]
    assert claimed(toy, object="accord/moon-pact", as_of="2021-01-01") == [
        "claim/arc-signatory-of-moon-pact",
        "claim/cor-signatory-of-moon-pact",
    ]


def test_the_sources_of_a_claim_are_counted(toy: KnowledgeGraph) -> None:
    found = toy.claims(subject="nation/bor", object="accord/moon-pact")
    assert found["sources"].tolist() == [2]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"predicate": "member"}, "did you mean member_of"),
        ({"verdict": "refuted"}, "choose one of contradicted, disputed"),
        ({"source": "papers"}, "did you mean paper"),
        ({"subject": "nation/arq"}, "did you mean nation/arc"),
    ],
)
def test_a_filter_that_fits_nothing_is_explained(
    filters: dict[str, str], message: str, toy: KnowledgeGraph
) -> None:
    with pytest.raises(UnknownName, match=message):
        claimed(toy, **filters)


def test_the_profile_of_a_thing_with_thousands_of_ties_is_made(kg: KnowledgeGraph) -> None:
    profile = kg.profile("nation/usa")
    assert len(profile.ties) > 2_000
    assert profile.labels["nation/usa"] == "United States of America"


@pytest.mark.parametrize("certain", [False, True])
def test_a_profile_of_a_day_is_that_of_the_store_of_the_day(
    short: KnowledgeGraph, *, certain: bool
) -> None:
    day = short.as_of("2023-10-02", certain=certain)
    things = ("nation/sau", "agency/esa", "accord/artemis-accords")
    profiles = {thing: day.profile(thing) for thing in things}
    assert day._store is None  # no store of the day was made
    for thing, profile in profiles.items():
        held = {tie.claim for tie in read_ties(day.store, finer_relations("tied_to"), about=thing)}
        shown = {tie.claim for tie in profile.ties}
        assert shown <= held
        assert len(held) == len(shown) + profile.votes
        values = {value.claim for value in profile.facts.values}
        assert values == {value.claim for value in read_facts(day.store, thing).values}


def test_networks_and_views_take_both_days(toy: KnowledgeGraph) -> None:
    then = toy.network("membership", as_of="2022-12-31", known_by="2021-01-01")
    assert ("nation/arc", "accord/moon-pact") in then.edges()
    assert ("nation/bor", "accord/moon-pact") not in then.edges()
    assert (then.graph["as_of"], then.graph["known_by"]) == ("2022-12-31", "2021-01-01")
    page = toy.view("accord/moon-pact", known_by="2021-01-01").page
    assert "only what was public by 2021-01-01" in page


def test_an_export_looks_from_the_days_asked_for(toy: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "x.nq"
    text = "claim/bor-signatory-of-moon-pact"
    for options, is_there in (
        ({}, True),
        ({"as_of": "2022-06-15"}, True),
        ({"as_of": "2022-06-15", "certain": True}, False),
        ({"known_by": "2021-01-01"}, False),
    ):
        written = toy.export(path, **options)
        assert (text in path.read_text(encoding="utf-8")) is is_there
        assert written.size == path.stat().st_size


@pytest.mark.parametrize(
    ("thing", "elsewhere"),
    [
        (
            "agency/nasa",
            ("https://ror.org/027ka1x80", "http://www.wikidata.org/entity/Q23548"),
        ),
        (
            "mission/bepicolombo",
            ("international designator 2018-080A", "http://www.wikidata.org/entity/Q113169"),
        ),
        ("accord/moon-agreement", ("UN Treaty Series number 23002",)),
    ],
)
def test_a_thing_is_found_in_other_lists(
    kg: KnowledgeGraph, thing: str, elsewhere: tuple[str, ...]
) -> None:
    assert read_facts(kg.store, thing).identifiers == elsewhere
