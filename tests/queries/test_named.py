import re
from pathlib import Path

import pytest

from comity import resources
from comity.errors import BadParameter, UnknownName, Unreadable
from comity.knowledge import KnowledgeGraph
from comity.queries.named import named_queries, named_query
from comity.rdf.query_files import read_query_file

NAMES = sorted(named_queries())


def test_there_are_at_least_ten() -> None:
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_every_query_answers_with_its_defaults(name: str, kg: KnowledgeGraph) -> None:
    assert not kg.ask(name).empty


@pytest.mark.parametrize("name", NAMES)
def test_every_query_says_what_it_asks(name: str) -> None:
    query = named_query(name)
    assert query.question.endswith("?")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)


def test_the_nearest_names_are_offered() -> None:
    with pytest.raises(UnknownName, match="did you mean artemis-signatories"):
        named_query("artemis-signatores")


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("treaty-parties", {"acord": "accord/moon-agreement"}, "is unknown .parameters: accord"),
        ("treaty-parties", {"accord": "Moon Agreement"}, "is not an identifier"),
        ("members-by-year", {"relation": "member"}, "did you mean member_of"),
        ("accords-by-provision", {"provision": "safety-zone"}, "no provision .*safety-zones"),
    ],
)
def test_a_wrong_parameter_is_explained(name: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(BadParameter, match=message):
        named_query(name).sparql(values)


def test_an_optional_parameter_that_is_not_given_stays_a_variable() -> None:
    query = named_query("accords-by-provision")
    assert [query.needs(parameter) for parameter in query.parameters] == [False, False]
    text = query.sparql({"provision": "safety-zones"})
    assert "rdf:object <https://w3id.org/comity/ns#SafetyZones>" in text
    assert "rdf:subject $accord" in text


def test_a_thing_that_does_not_exist_is_not_an_empty_answer(kg: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean accord/moon-agreement"):
        kg.ask("treaty-parties", accord="accord/moon-agreemnt")


def test_a_merged_id_still_answers(kg: KnowledgeGraph) -> None:
    merged = kg.ask("members", body="programme/international-space-station")
    assert merged.equals(kg.ask("members", body="programme/iss"))


def test_a_value_cannot_break_out_of_its_term() -> None:
    query = named_query("who-says-so")
    with pytest.raises(BadParameter):
        query.sparql({"subject": "nation/egy> } #", "object": "nation/egy"})


def test_a_header_that_is_not_understood_is_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.rq"
    path.write_text("# title: A\n# title: B\nASK {}\n")
    with pytest.raises(Unreadable, match="one line `# title: …`"):
        read_query_file(path).word("title")


def test_where_a_query_is_evaluated_is_said_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert named_query("standings").evaluate_here_on == {"Virtuoso": "it leaves some rows out"}
    (tmp_path / "queries").mkdir()
    text = "# title: A\n# question: B?\n# evaluate-here-on: Virtuoso\nASK {}\n"
    (tmp_path / "queries" / "odd.rq").write_text(text)
    monkeypatch.setattr(resources, "ontology_folder", lambda: tmp_path)
    with pytest.raises(Unreadable, match="`evaluate-here-on: Virtuoso` is not understood"):
        named_queries.__wrapped__()


def test_queries_ask_no_other_server() -> None:
    for path in (resources.ontology_folder() / "queries").glob("*.rq"):
        assert "SERVICE" not in path.read_text(encoding="utf-8")
