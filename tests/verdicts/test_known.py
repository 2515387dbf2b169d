"""What was known by a day is judged by what was known."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import comity
from comity import pipeline, resources
from comity.claims.moments import quads_of_moment
from comity.rdf.dates import Moment
from comity.rdf.namespaces import iri
from comity.rdf.vocabulary import Comity
from comity.verdicts.evidence import RANKS
from comity.verdicts.known import judged_by_the_known
from tests.release import released
from tests.world import toy_rows, write_rows

if TYPE_CHECKING:
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph

CLASSES = "|".join(word.replace("_", " ") for word in RANKS)
NAMED = re.compile(rf"([a-z0-9]+(?:-[a-z0-9]+)*) \((?:{CLASSES})[,)]")


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(min_value=date(1970, 1, 1), max_value=date(2027, 1, 1)))
def test_no_verdict_rests_on_or_names_what_was_published_later(day: date) -> None:
    left = list(quads_of_moment(released(), Moment(known_by=day)))
    subjects = {quad.subject for quad in left}
    judged = set()
    for quad in judged_by_the_known(left):
        if quad.predicate == Comity.verdict:
            judged.add(quad.subject)
        elif quad.predicate == Comity.verdictBasis:
            assert quad.object in subjects
        elif quad.predicate == Comity.verdictReason:
            for slug in NAMED.findall(quad.object.value):
                assert iri(f"source/{slug}") in subjects
    assert judged == {quad.subject for quad in left if quad.predicate == Comity.verdict}


def test_who_was_refuted_later_is_not_refuted_yet(toy: KnowledgeGraph) -> None:
    text = """SELECT ?verdict { claim:cor-signatory-of-moon-pact comity:verdict ?judged .
              ?judged skos:notation ?verdict }"""
    assert toy.query(text)["verdict"].tolist() == ["contradicted"]
    # the paper is of July 2022, the Atlas, which denies it, of January 2024
    assert toy.known_by("2023-01-01").query(text)["verdict"].tolist() == ["supported"]
    assert toy.known_by("2024-01-01").query(text)["verdict"].tolist() == ["contradicted"]


def test_who_qualified_later_does_not_qualify_yet(tmp_path: Path) -> None:
    rows = toy_rows()
    (said,) = (row for row in rows["attestations.csv"] if row["stance"] == "denies")
    said["stance"] = "qualifies"
    folder = tmp_path / "snapshot"
    pipeline.build(write_rows(tmp_path / "t", rows), resources.ontology_folder(), folder)
    graph = comity.load(folder)
    text = """SELECT ?verdict { claim:cor-signatory-of-moon-pact comity:verdict ?judged .
              ?judged skos:notation ?verdict }"""
    assert graph.query(text)["verdict"].tolist() == ["disputed"]
    assert graph.known_by("2023-01-01").query(text)["verdict"].tolist() == ["supported"]
    assert graph.known_by("2024-01-01").query(text)["verdict"].tolist() == ["disputed"]


def test_a_reprint_is_no_second_voice_then_either(tmp_path: Path) -> None:
    rows = {**toy_rows(), "assertions.csv": []}
    (paper,) = (row for row in rows["sources.csv"] if row["id"] == "paper")
    rows["sources.csv"].append(
        {**paper, "id": "mirror", "title": "A mirror", "publisher": "Mirror", "origin": "paper"}
    )
    (denial,) = (row for row in rows["attestations.csv"] if row["stance"] == "denies")
    denial |= {"source": "mirror", "stance": "affirms"}
    folder = tmp_path / "snapshot"
    pipeline.build(write_rows(tmp_path / "t", rows), resources.ontology_folder(), folder)
    graph = comity.load(folder)
    text = "SELECT ?why { claim:cor-signatory-of-moon-pact comity:verdictReason ?why }"
    (reason,) = graph.query(text)["why"]
    assert "independent" not in reason
    assert graph.known_by("2024-01-01").query(text)["why"].tolist() == [reason]
