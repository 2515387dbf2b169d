"""The checks find what they are for; they group first, so each kind of fault is named once."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from comity import pipeline, resources
from comity.claims import assemble, claim_quads, thing_quads
from comity.rdf import terms
from comity.rdf.namespaces import NS, iri
from comity.tables import read_tables
from comity.validation import run_checks

CHECKS = resources.ontology_folder() / "checks"
CLAIM = iri("claim/arc-member-of-star-club")


@pytest.fixture
def dataset(world: Path) -> ox.Store:
    tables = read_tables(world)
    store = ox.Store()
    store.extend(
        [
            *thing_quads(tables),
            *claim_quads(assemble(tables)),
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
