"""The checks find what they are for; they group first, so each kind of fault is named once."""

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from comity import pipeline, resources
from comity.claims import assemble, claim_quads, policy_quads, thing_quads
from comity.rdf import terms
from comity.rdf.namespaces import NS, iri
from comity.rdf.vocabulary import Comity
from comity.tables import read_tables
from comity.validation import run_checks

CHECKS = resources.ontology_folder() / "checks"
CLAIM = iri("claim/arc-member-of-star-club")
RULE = iri("prohibition/rule-parts")


@pytest.fixture
def dataset(world: Path) -> ox.Store:
    tables = read_tables(world)
    store = ox.Store()
    store.extend(
        [
            *thing_quads(tables),
            *policy_quads(tables),
            *claim_quads(pipeline.judged(tables, assemble(tables), date(2026, 1, 1))),
            *pipeline.ontology_quads(resources.ontology_folder()),
        ]
    )
    return store


def replace(store: ox.Store, predicate: ox.NamedNode, value: ox.NamedNode) -> None:
    (old,) = store.quads_for_pattern(CLAIM, predicate, None)
    store.remove(old)
    store.add(ox.Quad(CLAIM, predicate, value, pipeline.CLAIMS))


def test_a_sound_dataset_has_no_findings(dataset: ox.Store) -> None:
    assert run_checks(dataset, CHECKS) == {"error": [], "warning": []}


def test_an_id_that_nothing_describes_is_found(dataset: ox.Store) -> None:
    replace(dataset, terms.OBJECT, iri("organisation/moon-club"))
    (found,) = run_checks(dataset, CHECKS)["error"]
    assert found.startswith("claim/arc-member-of-star-club: names something that no table")
    assert "organisation/moon-club" in found


def test_a_term_that_the_ontology_lacks_is_found(dataset: ox.Store) -> None:
    dataset.add(ox.Quad(CLAIM, ox.NamedNode(NS + "mood"), CLAIM, pipeline.CLAIMS))
    (found,) = run_checks(dataset, CHECKS)["error"]
    assert "uses a term that the ontology does not define" in found


def test_ends_of_the_wrong_kind_are_found(dataset: ox.Store) -> None:
    replace(dataset, terms.SUBJECT, iri("mission/probe"))
    (found,) = run_checks(dataset, CHECKS)["error"]
    assert found.startswith("claim/arc-member-of-star-club: joins things of kinds")


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (Comity.exemptionDuty, None),
        (Comity.exemptionKind, Comity.ExemptionUnknown),
        (Comity.exemptionKind, Comity.NoExemption),
    ],
)
def test_an_exemption_that_does_not_fit_is_found(
    dataset: ox.Store, predicate: ox.NamedNode, value: ox.NamedNode | None
) -> None:
    (old,) = dataset.quads_for_pattern(RULE, predicate, None)
    dataset.remove(old)
    if value:
        dataset.add(ox.Quad(RULE, predicate, value, old.graph_name))
    (found,) = run_checks(dataset, CHECKS)["error"]
    assert found.startswith("prohibition/rule-parts: has an exemption that does not fit")


def test_a_prohibition_that_rests_on_nothing_that_holds_is_warned_of(dataset: ox.Store) -> None:
    claim = iri("claim/rule-restricts-dealings-with-bor")
    (old,) = dataset.quads_for_pattern(claim, Comity.verdict, None)
    dataset.remove(old)
    dataset.add(ox.Quad(claim, Comity.verdict, Comity.Contradicted, old.graph_name))
    found = run_checks(dataset, CHECKS)
    assert found["error"] == []
    (warning,) = found["warning"]
    assert warning.startswith("prohibition/rule-parts: rests on no claim that holds")
