import hashlib
import json
import resource
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity import pipeline, resources
from comity.claims.moments import quads_of_moment
from comity.errors import NotConforming, TableFaults, WriteFailed
from comity.inference import derive, read_rules
from comity.knowledge import KnowledgeGraph
from comity.rdf import terms
from comity.rdf.dates import Moment, PartialDate
from comity.rdf.namespaces import PREFIXES, identifier
from comity.rdf.vocabulary import Comity
from comity.store import open_snapshot
from tests.release import released
from tests.world import build_world, toy_rows, write_rows

ONTOLOGY = resources.ontology_folder()
IDS = "https://w3id.org/comity/id/"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    tables = build_world(tmp_path / "tables")
    for name in ("one", "two"):
        pipeline.build(tables, ONTOLOGY, tmp_path / name)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_the_hash_seed_does_not_matter(tmp_path: Path) -> None:
    tables = build_world(tmp_path / "tables")
    manifests = set()
    for seed in ("1", "2"):
        out = tmp_path / seed
        command = [sys.executable, "-m", "comity.cli.main", "build", "--tables", str(tables)]
        env = {"PYTHONHASHSEED": seed, "PATH": ""}
        subprocess.run([*command, "-o", str(out)], check=True, capture_output=True, env=env)
        manifests.add((out / "manifest.json").read_text(encoding="utf-8"))
    assert len(manifests) == 1


def test_the_shipped_snapshot_matches_its_manifest() -> None:
    snapshot = open_snapshot(resources.snapshot_folder())
    content = snapshot.read()
    assert hashlib.sha256(content).hexdigest() == snapshot.manifest.sha256
    assert content.count(b"\n") == snapshot.manifest.counts["quads"]


def test_every_claim_of_the_release_has_an_attestation_with_a_source(kg: KnowledgeGraph) -> None:
    without = kg.query(
        """SELECT ?claim WHERE { ?claim a comity:Claim
           MINUS { ?claim comity:attestation/prov:wasDerivedFrom ?s . ?s a comity:Source } }"""
    )
    assert without.empty


def test_every_id_of_the_release_resolves(kg: KnowledgeGraph) -> None:
    known = {quad.subject for quad in kg.store.quads_for_pattern(None, terms.TYPE, None)}
    used = {
        term
        for quad in kg.store.quads_for_pattern(None, None, None)
        for term in (quad.subject, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(IDS)
    }
    redirected = {q.subject for q in kg.store.quads_for_pattern(None, terms.REPLACED_BY, None)}
    assert used - known - redirected == set()


def test_the_release_has_no_blank_nodes_and_every_id_is_well_formed() -> None:
    snapshot = open_snapshot(resources.snapshot_folder())
    for quad in ox.parse(snapshot.read(), format=ox.RdfFormat.N_QUADS):
        for term in (quad.subject, quad.object):
            assert not isinstance(term, ox.BlankNode)
            if isinstance(term, ox.NamedNode) and term.value.startswith(IDS):
                assert identifier(term) is not None, term


def test_a_fault_in_the_tables_leaves_the_snapshot_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "out"
    pipeline.build(build_world(tmp_path / "tables"), ONTOLOGY, out)
    before = files_of(out)
    rows = toy_rows()
    rows["memberships.csv"][0]["start"] = "1958-02-30"
    with pytest.raises(TableFaults, match=r"memberships.csv:2 start: '1958-02-30'"):
        pipeline.build(write_rows(tmp_path / "broken", rows), ONTOLOGY, out)
    assert files_of(out) == before


def test_what_breaks_a_check_is_not_written(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["agencies.csv"][0]["nation"] = "agency/bosa"  # passes the tables, not the shapes
    with pytest.raises(NotConforming, match=r"agency/arsa: .*agency/bosa"):
        pipeline.build(write_rows(tmp_path / "tables", rows), ONTOLOGY, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_the_snapshot_as_it_was(tmp_path: Path) -> None:
    tables = build_world(tmp_path / "tables")
    out = tmp_path / "out"
    pipeline.build(tables, ONTOLOGY, out)
    before = files_of(out)
    rows = toy_rows()
    rows["nations.csv"][1]["label"] = "New Borduria"
    write_rows(tables, rows)

    def small_files() -> None:  # the system's own limit on the size of written files
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    command = [sys.executable, "-B", "-m", "comity.cli.main", "build", "--tables", str(tables)]
    done = subprocess.run(
        [*command, "-o", str(out)], capture_output=True, text=True, check=False,
        preexec_fn=small_files,
    )  # fmt: skip
    assert done.returncode == 3
    assert "could not be written: File too large" in done.stderr
    assert files_of(out) == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteFailed, match="file"):
        pipeline.build(build_world(tmp_path / "t"), ONTOLOGY, tmp_path / "file" / "out")


def test_a_build_is_up_to_date_until_an_input_changes(tmp_path: Path) -> None:
    tables = build_world(tmp_path / "tables")
    out = tmp_path / "out"
    assert not pipeline.is_up_to_date(tables, ONTOLOGY, out)
    pipeline.build(tables, ONTOLOGY, out)
    assert pipeline.is_up_to_date(tables, ONTOLOGY, out)
    with (tables / "sources.csv").open("a") as stream:
        stream.write("z,Z,,,,,news\n")
    assert not pipeline.is_up_to_date(tables, ONTOLOGY, out)


def test_a_build_for_another_day_is_not_taken_for_the_release(tmp_path: Path) -> None:
    tables = build_world(tmp_path / "tables")
    pipeline.build(tables, ONTOLOGY, tmp_path / "out", as_of=date(2020, 1, 1))
    assert not pipeline.is_up_to_date(tables, ONTOLOGY, tmp_path / "out")


def test_a_damaged_manifest_does_not_keep_one_from_building(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{")
    assert not pipeline.is_up_to_date(resources.tables_folder(), ONTOLOGY, tmp_path)


def test_a_new_snapshot_replaces_the_file_of_the_old_one(tmp_path: Path) -> None:
    tables = build_world(tmp_path / "tables")
    for day in (date(2020, 1, 1), date(2024, 1, 1)):
        pipeline.build(tables, ONTOLOGY, tmp_path / "out", as_of=day)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert names == sorted(["manifest.json", manifest["quads"]])
    assert manifest["date"] == "2024-01-01"


def test_rules_give_nothing_new_when_run_again(toy: KnowledgeGraph) -> None:
    dataset = ox.Store()
    dataset.bulk_extend(toy.store.quads_for_pattern(None, None, None))
    before = {quad.triple for quad in toy.store.quads_for_pattern(None, None, None)}
    derived = derive(dataset, read_rules(ONTOLOGY / "rules"), toy.day)
    assert {quad.triple for quad in derived} <= before


def test_every_derived_triple_names_its_rule(toy: KnowledgeGraph) -> None:
    unexplained = toy.query(
        """SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o }
           FILTER (STRSTARTS(STR(?g), STR(graph:)) && ?g NOT IN
                   (graph:things, graph:claims, graph:documents, graph:ontology, graph:release))
           FILTER NOT EXISTS { ?g rdfs:label ?title ; rdfs:comment ?explanation } }"""
    )
    assert unexplained.empty


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(min_value=date(1957, 1, 1), max_value=date(2027, 1, 1)))
def test_a_day_shows_neither_what_ended_before_nor_what_began_later(day: date) -> None:
    shown = list(quads_of_moment(released(), Moment(as_of=day)))
    for quad in shown:
        if quad.predicate == Comity.earliestStart:
            assert quad.object.value <= day.isoformat()
        if quad.predicate == Comity.latestEnd:
            assert quad.object.value >= day.isoformat()


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(min_value=date(1957, 1, 1), max_value=date(2027, 1, 1)))
def test_what_is_certain_of_a_day_is_possible_on_it(day: date) -> None:
    quads = released()
    certain = set(quads_of_moment(quads, Moment(as_of=day, certain=True)))
    assert certain <= set(quads_of_moment(quads, Moment(as_of=day)))


@pytest.mark.parametrize("certain", [False, True])
def test_no_moment_hides_a_thing_or_a_term(certain: bool) -> None:
    quads = released()
    moment = Moment(as_of=date(1970, 1, 1), known_by=date(1970, 1, 1), certain=certain)
    shown = {quad.subject for quad in quads_of_moment(quads, moment)}
    records = {
        *(Comity.Claim, Comity.Attestation, Comity.Source),
        *(Comity.Prohibition, Comity.Precedent),
    }
    recorded = {q.subject for q in quads if q.predicate == terms.TYPE and q.object in records}
    asserted = {pipeline.THINGS, pipeline.ONTOLOGY}
    assert {q.subject for q in quads if q.graph_name in asserted} - recorded <= shown


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(min_value=date(1957, 1, 1), max_value=date(2027, 1, 1)))
def test_nothing_that_was_published_later_is_known_by_a_day(day: date) -> None:
    quads = released()
    shown = set(quads_of_moment(quads, Moment(known_by=day)))
    subjects = {quad.subject for quad in shown}
    records = {Comity.Claim, Comity.Attestation, Comity.Source}
    published = {q.subject: q.object for q in quads if q.predicate == terms.ISSUED}
    known = {q.subject for q in shown if q.predicate == Comity.knownFrom}
    for quad in shown:
        if quad.predicate == Comity.knownFrom:
            assert quad.object.value <= day.isoformat()
        if quad.predicate == terms.TYPE and quad.object in records:
            assert quad.subject in known
        if quad.predicate in {terms.DERIVED_FROM, Comity.attestation}:
            assert quad.object in subjects
    for source in subjects & published.keys():
        assert PartialDate.parse(published[source].value).last_day <= day


def test_direct_triples_of_a_day_are_those_of_its_accepted_claims(toy: KnowledgeGraph) -> None:
    on_day = toy.as_of("2021-01-01")
    direct = {
        (identifier(q.subject), q.predicate.value.partition("#")[2], identifier(q.object))
        for q in on_day.store.quads_for_pattern(
            None, None, None, ox.NamedNode(PREFIXES["graph"] + "current")
        )
    }
    assert ("nation/arc", "signatoryOf", "accord/moon-pact") in direct
    assert not any(subject == "nation/bor" and "signatory" in p for subject, p, _ in direct)
    assert not any(subject == "nation/dor" for subject, _, _ in direct)
