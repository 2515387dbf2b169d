from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.cli.main import main
from comity.errors import BadParameter, QuerySyntax
from comity.knowledge import KnowledgeGraph
from comity.queries.evaluation import evaluate
from comity.queries.frames import to_frame
from comity.queries.moments import MARKS, at_moment, has_marks
from comity.queries.named import NamedQuery, Parameter, named_queries, named_query
from comity.rdf.dates import Moment
from comity.rdf.vocabulary import Comity

NAMES = sorted(named_queries())
TOY = {  # questions about the toy world
    "actors-bound": {"restriction": "restriction/rule"},
    "agreements-between": {"one": "nation/arc", "other": "nation/bor"},
    "changes-between": {"from": "2020-01-01", "to": "2023-01-01"},
    "claims-about": {"thing": "accord/moon-pact"},
    "dyads-by-year": {"first": "2000", "last": "2022"},
    "first-shared-missions": {},
    "foreign-instruments": {"mission": "mission/probe"},
    "instrument-roles": {"mission": "mission/probe"},
    "is-it-true": {"actor": "nation/cor", "body": "accord/moon-pact"},
    "instrument-providers": {"instrument": "instrument/spec"},
    "members": {"body": "organisation/star-club"},
    "members-by-year": {"body": "accord/moon-pact", "relation": "signatory_of"},
    "next-to-join": {"body": "accord/moon-pact", "year": "2022"},
    "one-voice": {"thing": "accord/moon-pact"},
    "precedents-of": {"restriction": "restriction/rule"},
    "roll-call": {"resolution": "accord/res-1"},
    "roll-call-totals": {"resolution": "accord/res-1"},
    "rules-between": {"actor": "agency/arsa", "target": "agency/bosa"},
    "rules-toward": {"actor": "nation/arc", "target": "nation/bor"},
    "signatories-on": {"accord": "accord/moon-pact"},
    "signatures-by-year": {"accord": "accord/moon-pact"},
    "sources-of": {"thing": "accord/moon-pact"},
    "treaty-parties": {"accord": "accord/moon-pact"},
    "why-connected": {"one": "nation/arc", "other": "mission/probe"},
    "who-says-so": {"subject": "nation/bor", "object": "accord/moon-pact"},
}
days = st.dates(date(1955, 1, 1), date(2027, 12, 31))
moments = st.builds(Moment, st.none() | days, st.none() | days, st.booleans())


@pytest.mark.parametrize("name", NAMES)
def test_every_named_query_carries_its_moment(name: str) -> None:
    assert named_query(name).carries_moment


def rows(graph: KnowledgeGraph, text: str) -> list[list[str]]:
    found = to_frame(evaluate(graph.store, text)).astype("str").fillna("")
    return sorted(found.to_numpy().tolist())


def rows_on_the_store_of(moment: Moment, graph: KnowledgeGraph, name: str) -> list[list[str]]:
    """Return the answer of a store that holds only what the moment shows; no day is in the text."""
    today = moment.as_of or graph.day
    text = named_query(name).sparql(TOY.get(name, {}), Moment(), today)
    return rows(graph.at(moment), text)


@settings(max_examples=10)
@given(moments)
def test_the_answer_is_that_of_the_store_of_the_moment(toy: KnowledgeGraph, moment: Moment) -> None:
    for name, values in TOY.items():
        answering, text = toy.at(moment).question(name, values)
        assert (answering._moment == Moment()) == (moment.known_by is None)
        assert rows(answering, text) == rows_on_the_store_of(moment, toy, name), name


@pytest.mark.parametrize(
    "moment",
    [
        Moment(date(2023, 10, 2)),
        Moment(date(1992, 2, 1), certain=True),
        Moment(date(2022, 1, 1), date(2024, 6, 30)),
        Moment(None, date(2021, 7, 1)),
    ],
    ids=str,
)
def test_so_is_the_answer_about_the_release(short: KnowledgeGraph, moment: Moment) -> None:
    today = moment.as_of or short.day
    for name in NAMES:
        answering, text = short.at(moment).question(name, {})
        query = named_query(name)
        asks_day = query.about_things and any(each.name == "day" for each in query.parameters)
        values = {"day": str(today)} if moment.as_of and asks_day else {}
        alone = query.sparql(values, Moment(), today)
        assert rows(answering, text) == rows(short.at(moment), alone), name


def test_direct_triples_of_the_day_agree(short: KnowledgeGraph) -> None:
    direct = "SELECT DISTINCT ?n { ?n comity:partyTo accord:outer-space-treaty }"
    for day in ("1991-12-24", "2023-10-02"):
        parties = short.ask("treaty-parties", as_of=day)["party"]
        assert set(parties) == set(short.query(direct, as_of=day)["n"])


def test_a_text_of_the_users_own_may_carry_the_moment(toy: KnowledgeGraph) -> None:
    text = """SELECT ?n { ?claim rdf:object accord:moon-pact ; rdf:subject ?n .
              ?claim comity:at $moment . }"""
    assert len(toy.query(text)) == 3
    assert len(toy.query(text, as_of="2021-01-01")) == 2
    on_the_day = toy.as_of("2021-01-01")
    assert len(on_the_day.query(text)) == 2
    assert on_the_day._store is None  # no store was made for the day


def test_the_command_line_makes_no_store_of_the_day(
    toy: KnowledgeGraph, cache: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = ["--snapshot", str(toy.snapshot.folder)]
    words = ["query", "--name", "signatories-on", "accord=accord/moon-pact"]
    main([*words, "--as-of", "2021-03-04", "--ids", "--format", "csv", *folder])
    shown = capfdbinary.readouterr().out
    assert shown.splitlines()[1:] == [b"nation/arc,Arcadia,2020-10-13,signed,1"]
    text = "ASK { ?c rdf:subject nation:bor . ?c comity:at $moment . }"
    main(["query", text, "--as-of", "2021-03-04", *folder])
    assert b"false" in capfdbinary.readouterr().out  # it signed in 2022
    assert not list(cache.glob("*/*2021-03-04*"))


def test_a_mark_asks_once_a_row_inside_optional_and_exists() -> None:
    for word in ("OPTIONAL", "FILTER NOT EXISTS"):
        text = f"{{ ?a a ?b . {word} {{ ?c rdf:subject ?a . ?c comity:at $moment . }} }}"
        assert "MINUS" not in at_moment(text, Moment(date(2021, 1, 1)))


def test_a_text_does_not_say_again_what_its_store_shows(toy: KnowledgeGraph) -> None:
    known = toy.known_by("2023-01-01")
    for graph in (known, known.as_of("2021-01-01")):
        for name in ("signatories-on", "who-says-so"):
            answering, text = graph.question(name, TOY[name])
            assert answering is graph
            assert "knownFrom" not in text
            assert ("earliestStart ?began" in text) == (
                graph is known and "$today" in named_query(name).text
            )


def test_a_parameter_day_is_the_day_of_the_moment() -> None:
    query = NamedQuery(
        "on-a-day",
        "On a day",
        "Which?",
        (Parameter("day", "date", None, "the day"),),
        "SELECT * { ?c a comity:Claim . ?c comity:at $moment . }",
    )
    asked = query.sparql({"day": "2021-01-01"})
    assert asked == query.sparql({}, Moment(date(2021, 1, 1)))
    assert '"2021-01-01"^^' in asked
    assert "MINUS" not in query.sparql()
    with pytest.raises(BadParameter, match="is 2021-01-01, but the question is asked as of 2022"):
        query.sparql({"day": "2021-01-01"}, Moment(date(2022, 1, 1)))
    with pytest.raises(BadParameter, match="is not a"):
        query.sparql({"day": "2021"})


def test_what_is_known_is_asked_of_attestations_too() -> None:
    text = "{ ?c comity:attestation ?a . ?a comity:publicAt $moment . ?c comity:at $today . }"
    known = at_moment(text, Moment(known_by=date(2021, 1, 1)), date(2026, 6, 30))
    assert known.count("comity:knownFrom") == 2
    assert known.count("MINUS") == 2
    assert "$" not in known


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?c a comity:Claim } # ?c comity:at $moment .",
        'ASK { ?c skos:note "?c comity:at $moment ." }',
        "ASK { ?c comity:at ?moment . }",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert not has_marks(text)
    assert at_moment(text, Moment(date(2021, 1, 1))) == text


def test_no_term_of_the_ontology_looks_like_a_mark() -> None:
    assert not [name for name in MARKS if hasattr(Comity, name)]


def test_a_mark_before_its_claim_is_refused() -> None:
    text = "SELECT ?c {\n  ?c comity:at $moment .\n  ?c a comity:Claim }"
    with pytest.raises(QuerySyntax, match="line 2, column 3: the mark comity:at stands before"):
        at_moment(text, Moment(date(2021, 1, 1)))
