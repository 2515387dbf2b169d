from collections.abc import Callable
from pathlib import Path

import pytest
from tests.world import Rows, toy_rows, write_rows

from comity import resources
from comity.claims.attesting import plain_name
from comity.errors import TableFaults, Unreadable
from comity.tables import format_tables, read_tables, unformatted_tables
from comity.tables.rows import TABLES

Change = Callable[[Rows], object]


def faults_of(folder: Path, rows: Rows) -> list[str]:
    with pytest.raises(TableFaults) as caught:
        read_tables(write_rows(folder, rows))
    return [str(fault) for fault in caught.value.faults]


def test_the_toy_world_has_no_faults(world: Path) -> None:
    tables = read_tables(world)
    assert len(tables.entities) == 12
    assert len(tables.claims) == 11


def test_every_curated_row_is_read() -> None:
    tables = read_tables(resources.tables_folder())
    assert len(tables.entities) > 1300
    assert len(tables.votes) == 15_668


def test_the_curated_tables_are_in_canonical_form() -> None:
    assert unformatted_tables(resources.tables_folder()) == []


def test_each_publisher_has_one_spelling() -> None:
    spellings: dict[str, set[str]] = {}
    for row in read_tables(resources.tables_folder()).sources:
        if row.publisher:
            spellings.setdefault(plain_name(row.publisher), set()).add(row.publisher)
    assert [names for names in spellings.values() if len(names) > 1] == []


def test_a_source_says_where_its_words_were_seen(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["sources.csv"][3].update(publisher="Reuters", via="The Straits Times (copy at Daily8)")
    paper = read_tables(write_rows(tmp_path, rows)).sources[3]
    assert (paper.publisher, paper.via) == ("Reuters", "The Straits Times (copy at Daily8)")


SEEN = {"source": "atlas", "verified": "https://example.org/"}
RULE = {"accord": "accord/moon-pact", "concerns": "entry", "article": "9", "act": "deposit"} | SEEN
SUCCESSION = {
    "predecessor": "nation/dor",
    "successor": "nation/cor",
    "kind": "continuation",
    "seat": "passes",
    "date": "1993-01-01",
    "confidence": "high",
} | SEEN
TOTAL = {
    "id": "two",
    "question": "count signatory_of accord/moon-pact",
    "value": "3",
    "tolerance": "0",
} | SEEN

LONG = " ".join(["word"] * 25)
CODE = {"entity": "nation/arc", "scheme": "wikidata", "value": "Q1"} | SEEN
TWIN = {"id": "nation/eor", "label": "Eor", "wikidata": "Q1"} | SEEN
BROKEN: dict[str, tuple[Change, str]] = {
    "bad date": (
        lambda rows: rows["memberships.csv"][0].update(end="2020-13-45"),
        "memberships.csv:2 end: '2020-13-45' is not a date (YYYY, YYYY-MM or YYYY-MM-DD)",
    ),
    "end before start": (
        lambda rows: rows["memberships.csv"][0].update(end="1950"),
        "memberships.csv:2 end: '1950' lies before the start 1958",
    ),
    "unknown subject": (
        lambda rows: rows["cooperation.csv"][0].update(subject="agency/none"),
        "cooperation.csv:2 subject: 'agency/none' is not in any table of entities",
    ),
    "not an identifier": (
        lambda rows: rows["cooperation.csv"][0].update(subject="Agency None"),
        "cooperation.csv:2 subject: 'Agency None' is not an identifier",
    ),
    "unknown source": (
        lambda rows: rows["missions.csv"][0].update(source="nowhere"),
        "missions.csv:2 source: 'nowhere' is not in sources.csv",
    ),
    "missing source": (
        lambda rows: rows["missions.csv"][0].update(source=""),
        "missions.csv:2 source: '' must not be empty",
    ),
    "provision of something else": (
        lambda rows: rows["provisions.csv"][0].update(accord="restriction/rule"),
        "provisions.csv:2 accord: 'restriction/rule' is not of the kind accord",
    ),
    "provision of an unknown accord": (
        lambda rows: rows["provisions.csv"][0].update(accord="accord/none"),
        "provisions.csv:2 accord: 'accord/none' is not in any table of entities",
    ),
    "provision from an unknown source": (
        lambda rows: rows["provisions.csv"][0].update(source="nowhere"),
        "provisions.csv:2 source: 'nowhere' is not in sources.csv",
    ),
    "unknown kind of provision": (
        lambda rows: rows["provisions.csv"][0].update(provision="lunar-gateways"),
        "provisions.csv:2 provision: 'lunar-gateways' is not one of anti-satellite-test-ban",
    ),
    "provision nowhere in the text": (
        lambda rows: rows["provisions.csv"][0].update(where=""),
        "provisions.csv:2 where: '' must name the place in the text",
    ),
    "provision both absent and present": (
        lambda rows: rows["provisions.csv"][1].update(provision="safety-zones"),
        "provisions.csv:3 provision: 'safety-zones' stands already at provisions.csv:2",
    ),
    "absence in a place": (
        lambda rows: rows["provisions.csv"][1].update(where="Article 9"),
        "provisions.csv:3 where: 'Article 9' is not wanted for what is absent",
    ),
    "absence from memory": (
        lambda rows: rows["provisions.csv"][1].update(verified="recalled", confidence="low"),
        "provisions.csv:3 verified: 'recalled' is not enough: absence is coded only from a text",
    ),
    "provision recalled surely": (
        lambda rows: rows["provisions.csv"][0].update(verified="recalled"),
        "provisions.csv:2 confidence: 'high' is too much for a recalled row",
    ),
    "provision among the values": (
        lambda rows: rows["values.csv"][0].update(predicate="provides_for", value="safety-zones"),
        "values.csv:2 predicate: 'provides_for' belongs in provisions.csv",
    ),
    "passage that qualifies": (
        lambda rows: rows["attestations.csv"][1].update(stance="qualifies"),
        "attestations.csv:3 stance: 'qualifies' is not wanted for a passage of a document",
    ),
    "publisher with the site that reprints": (
        lambda rows: rows["sources.csv"][3].update(publisher="Reuters via The Straits Times"),
        "sources.csv:5 publisher: 'Reuters via The Straits Times' has “via” in it",
    ),
    "publisher that is quoted": (
        lambda rows: rows["sources.csv"][3].update(publisher="Rambler quoting TASS"),
        "sources.csv:5 publisher: 'Rambler quoting TASS' has “quoting” in it",
    ),
    "publisher and another": (
        lambda rows: rows["sources.csv"][3].update(publisher="Xinhua / People's Daily"),
        'sources.csv:5 publisher: "Xinhua / People\'s Daily" has “/” in it',
    ),
    "publisher with a copy": (
        lambda rows: rows["sources.csv"][3].update(publisher="Reuters (copy, Rush Hour Daily)"),
        "sources.csv:5 publisher: 'Reuters (copy, Rush Hour Daily)' has “(copy” in it",
    ),
    "duplicate id": (
        lambda rows: rows["agencies.csv"].append(rows["agencies.csv"][0]),
        "agencies.csv:4 id: 'agency/arsa' stands already at agencies.csv:2",
    ),
    "wrong kind": (
        lambda rows: rows.update({"samples.csv": [rows["missions.csv"].pop()]}),
        "samples.csv:2 id: 'mission/probe' is not of the kind sample",
    ),
    "unknown relation": (
        lambda rows: rows["payloads.csv"][0].update(predicate="caries_payload"),
        "payloads.csv:2 predicate: 'caries_payload' is not a relation of the ontology",
    ),
    "relation of another table": (
        lambda rows: rows["payloads.csv"][1].update(predicate="operates"),
        "payloads.csv:3 predicate: 'operates' belongs in operations.csv",
    ),
    "relation between wrong kinds": (
        lambda rows: rows["payloads.csv"][0].update(subject="nation/arc"),
        "payloads.csv:2 subject: 'nation/arc' cannot be the subject of carries_payload",
    ),
    "unknown qualifier": (
        lambda rows: rows["treaty_actions.csv"][0].update(qualifiers="colour=red"),
        "treaty_actions.csv:2 qualifiers: 'colour' is not a qualifier of the ontology",
    ),
    "qualifier of the wrong type": (
        lambda rows: rows["payloads.csv"][0].update(qualifiers="mass_kg=heavy"),
        "payloads.csv:2 qualifiers: 'mass_kg=heavy' is not of the type decimal",
    ),
    "recalled yet certain": (
        lambda rows: rows["payloads.csv"][1].update(confidence="high"),
        "payloads.csv:3 confidence: 'high' is too much for a recalled row",
    ),
    "totals differ from the votes": (
        lambda rows: rows["resolutions.csv"][0].update(yes="3"),
        "resolutions.csv:2 yes: '3' differs from the 2 in votes.csv",
    ),
    "redirect of a living id": (
        lambda rows: rows["redirects.csv"][0].update({"from": "nation/bor"}),
        "redirects.csv:2 from: 'nation/bor' still stands in a table of its own",
    ),
    "redirect to nothing": (
        lambda rows: rows["redirects.csv"][0].update(to="nation/atlantis"),
        "redirects.csv:2 to: 'nation/atlantis' is not in any table",
    ),
    "total that cannot be": (
        lambda rows: rows["assertions.csv"][0].update(min="3"),
        "assertions.csv:2 max: '2' is less than the minimum 3",
    ),
    "total of no relation": (
        lambda rows: rows["assertions.csv"][0].update(predicate="likes"),
        "assertions.csv:2 predicate: 'likes' is not a relation of the ontology",
    ),
    "value of no attribute": (
        lambda rows: rows["values.csv"][0].update(predicate="weight_of"),
        "values.csv:2 predicate: 'weight_of' is not an attribute of the ontology",
    ),
    "value of the wrong type": (
        lambda rows: rows["values.csv"][0].update(value="many"),
        "values.csv:2 value: 'many' is not of the type integer",
    ),
    "quote without offsets": (
        lambda rows: rows["attestations.csv"][0].update(quote="has signed"),
        "attestations.csv:2 quote: 'has signed' needs both offsets, and offsets need words",
    ),
    "offsets that do not fit the quote": (
        lambda rows: rows["attestations.csv"][0].update(
            quote="has signed", char_start="5", char_end="9"
        ),
        "attestations.csv:2 char_end: '9' has 10 characters, not the 4 of its offsets",
    ),
    "quote that is too long": (
        lambda rows: rows["attestations.csv"][0].update(quote=LONG),
        f"attestations.csv:2 quote: {LONG!r} is too long for a quotation; keep it under 25 words",
    ),
    "reprint of nothing": (
        lambda rows: rows["sources.csv"][0].update(origin="nowhere"),
        "sources.csv:2 origin: 'nowhere' is not in sources.csv",
    ),
    "relation that no table of claims holds": (
        lambda rows: rows["memberships.csv"][0].update(predicate="took_seat_of"),
        "memberships.csv:2 predicate: 'took_seat_of' belongs in another table",
    ),
    "terms of an unknown accord": (
        lambda rows: rows.update(
            {"accord_terms.csv": [{"accord": "accord/x", "strength": "treaty"} | SEEN]}
        ),
        "accord_terms.csv:2 accord: 'accord/x' is not in any table of entities",
    ),
    "rule with a span in words": (
        lambda rows: rows.update({"treaty_rules.csv": [RULE | {"delay": "thirty days"}]}),
        "treaty_rules.csv:2 delay: 'thirty days' is not a span (such as 30 days or 1 year)",
    ),
    "two rules for one entry": (
        lambda rows: rows.update({"treaty_rules.csv": [RULE, RULE]}),
        "treaty_rules.csv:3 concerns: 'accord/moon-pact entry' stands already at",
    ),
    "succession recalled with high confidence": (
        lambda rows: rows.update({"successions.csv": [SUCCESSION | {"verified": "recalled"}]}),
        "successions.csv:2 confidence: 'high' is too much for a recalled row",
    ),
    "tolerance without a definition": (
        lambda rows: rows.update({"published_totals.csv": [TOTAL | {"tolerance": "1"}]}),
        "published_totals.csv:2 tolerance: '1' needs a definition that explains it",
    ),
    "identifier that is not written as its scheme is": (
        lambda rows: rows.update({"identifiers.csv": [CODE | {"value": "http://Q1"}]}),
        "identifiers.csv:2 value: 'http://Q1' is not written as wikidata is",
    ),
    "two identifiers of one scheme": (
        lambda rows: rows.update({"identifiers.csv": [CODE, CODE | {"value": "Q2"}]}),
        "identifiers.csv:3 scheme: 'wikidata of nation/arc' stands already at",
    ),
    "identifier of two things": (
        lambda rows: rows.update(
            {"identifiers.csv": [CODE], "nations.csv": [*rows["nations.csv"], TWIN]}
        ),
        "identifiers.csv:2 value: 'wikidata Q1' stands already at nations.csv:6",
    ),
    "attestation of no claim": (
        lambda rows: rows["attestations.csv"][0].update(claim="nobody-said"),
        "attestations.csv:2 claim: 'nobody-said' is not a claim of any table",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_named_with_file_line_column_and_value(name: str, tmp_path: Path) -> None:
    change, expected = BROKEN[name]
    rows = toy_rows()
    change(rows)
    found = faults_of(tmp_path, rows)
    assert any(fault.startswith(expected) for fault in found), found


def test_all_faults_are_collected_and_a_lost_row_gives_no_second_fault(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["nations.csv"][0]["wikidata"] = "148"
    rows["sources.csv"][0]["published"] = "soon"
    found = faults_of(tmp_path, rows)
    assert len(found) == 2, found


def test_a_row_with_too_many_cells_is_not_cut_in_silence(world: Path, tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    path = folder / "nations.csv"
    path.write_text(path.read_text(encoding="utf-8") + "nation/x,X,,,,,d,atlas,v,extra\n")
    with pytest.raises(TableFaults, match=r"nations.csv:6 row: .* has 10 cells instead of 9"):
        read_tables(folder)


def test_another_header_is_refused(tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    (folder / "samples.csv").write_text("id,name\n")
    with pytest.raises(TableFaults, match=r"samples.csv:1 header: .* has the unknown name"):
        read_tables(folder)


def test_an_unknown_file_is_not_passed_over(tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    (folder / "nation.csv").write_text("id\n")
    with pytest.raises(TableFaults, match=r"nation.csv: is not a table of Comity"):
        read_tables(folder)


def test_a_missing_table_cannot_be_read(tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    (folder / "votes.csv").unlink()
    with pytest.raises(Unreadable, match=r"votes.csv: cannot be read: No such file"):
        read_tables(folder)


def test_bytes_that_are_not_utf8_are_named_with_their_line(tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    path = folder / "nations.csv"
    path.write_bytes(path.read_bytes() + b"\xff\n")
    with pytest.raises(Unreadable, match=r"nations.csv:6: cannot be read: not UTF-8"):
        read_tables(folder)


def test_formatting_sorts_and_trims_and_is_stable(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["nations.csv"].reverse()
    rows["nations.csv"][0]["description"] = "  a state "
    folder = write_rows(tmp_path, rows)
    assert "nations.csv" in unformatted_tables(folder)
    format_tables(folder)
    assert unformatted_tables(folder) == []
    assert read_tables(folder).entities[0].id == "nation/arc"


def test_formatting_changes_nothing_when_a_row_is_broken(tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    path = folder / "nations.csv"
    path.write_text(path.read_text(encoding="utf-8") + "nation/x,X\n")
    before = path.read_bytes()
    with pytest.raises(TableFaults, match=r"nations.csv:6"):
        format_tables(folder)
    assert path.read_bytes() == before


def test_every_relation_has_one_table() -> None:
    tables = [table.predicates for table in TABLES.values()]
    names = [name for predicates in tables for name in predicates]
    assert len(names) == len(set(names))


def test_a_byte_order_mark_is_called_by_its_name(tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    path = folder / "nations.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    with pytest.raises(TableFaults, match="begins with a byte order mark"):
        read_tables(folder)


def test_a_lost_table_does_not_bury_its_cause(tmp_path: Path) -> None:
    folder = write_rows(tmp_path, toy_rows())
    (folder / "nations.csv").write_text("")
    with pytest.raises(TableFaults) as caught:
        read_tables(folder)
    assert [fault.file for fault in caught.value.faults] == ["nations.csv"]


def test_an_unreadable_table_does_not_hide_faults_of_others(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["cooperation.csv"][0]["end"] = "2020-13-45"
    folder = write_rows(tmp_path, rows)
    (folder / "nations.csv").write_bytes(b"\xff")
    with pytest.raises(TableFaults) as caught:
        read_tables(folder)
    shown = str(caught.value)
    assert "not UTF-8" in shown
    assert "cooperation.csv:2 end: '2020-13-45' is not a date" in shown
