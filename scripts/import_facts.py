"""Bring folders of collected facts into the curated tables.

In: folders of facts and a tables folder with `redirects.csv`. Out: the tables, and a report that
accounts for every row. Either all tables pass the checks of Comity or no file is written.

Usage::

    python scripts/import_facts.py FOLDER... -o TABLES_DIR --report REPORT.md

The fullest folder comes first. `scripts/intake/states` is a folder of the same shape with the
states that vote or provide payloads and are described in no other folder; it comes last.

Rows that stand in the tables win, so a second run changes nothing. A row that would add a claim
beside one of the tables with the same subject, relation and object, or with the same ends, a
source in common and dates that agree, is left alone and listed in the report: a curator may have
corrected or renamed that claim. Who wants the claim all the same adds it to the tables by hand.
What cannot be told from a new fact comes in again: an entity, a claim, an attestation or a vote
that a curator deleted, and a claim of which both the relation and the source, or the subject or
object, were changed. Folders that contradict a corrected vote by a relation row, or the corrected
day of a resolution, are refused with an error.

Faults of rows that came in are named by folder, file and line. A fault that shows only in the
finished tables has no folder, and its line is that of the table as it would be.

Exit codes are those of the command line: 0 done, 1 faults in the rows, 2 usage, 3 a file cannot be
read or written.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from comity.cli.exits import exit_code
from comity.errors import ComityError, Fault, TableFaults
from comity.files import write_atomically
from comity.rdf.vocabulary import QUALIFIERS
from comity.tables.columns import Misfit
from intake.account import LEFT_ALONE, Account
from intake.balance import check_balance
from intake.checks import faults_of
from intake.claims import ClaimBook
from intake.entities import merge_entities, report_similar_names
from intake.mapping import Mapper, Statement
from intake.qualifiers import parse
from intake.reading import Facts, read_folders, read_standing
from intake.redirects import Redirects
from intake.report import report
from intake.rules import RENAMED_KEYS
from intake.settling import Settler, find_addresses
from intake.sources import merge_sources
from intake.tables import (
    CLAIM_TABLES,
    TABLE_OF_KIND,
    TABLE_OF_PREDICATE,
    Cells,
    Tables,
    checked_bytes,
    write_changed,
)
from intake.votes import check_voted_rows, merge_resolutions, merge_votes

_READ_ELSEWHERE = frozenset(
    {"claim_status", "date_source", "alternative_start", "alternative_source", "vote", "mass_mg"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The tables that result, the account, and the sums in one line."""

    tables: Tables
    account: Account
    sums: str


def bring_in(facts: Facts, existing: Tables) -> Outcome:
    """Return the tables with the facts merged in.

    Raises:
        TableFaults: Rows name what is unknown, or contradict themselves.
        Unbalanced: The account does not balance.
    """
    account = Account()
    redirects = Redirects(existing["redirects"])
    sources = merge_sources(existing["sources"], facts.sources, redirects, account)
    entities = merge_entities(_entity_rows(existing), facts.entities, redirects, account)
    report_similar_names(entities, account)
    resolutions = merge_resolutions(existing["resolutions"], facts.resolutions, redirects, account)
    votes = merge_votes(existing["votes"], facts.votes, resolutions, redirects, account)
    check_voted_rows(facts, votes, redirects)
    mapper = Mapper(redirects, entities, _restricted(facts, redirects))
    statements = _statements(facts, mapper, entities, sources, account)
    claims, attestations = _claims(statements, existing, sources, account)
    tables: Tables = {
        **existing,  # tables that no folder brings in stay as they are
        **_by_kind(entities),
        **_by_predicate(claims),
        "attestations": [*existing["attestations"], *attestations],
        "votes": votes,
        "resolutions": resolutions,
        "sources": list(sources.values()),
        "redirects": redirects.rows,
    }
    return Outcome(tables, account, check_balance(facts, existing, tables, account))


def _entity_rows(existing: Tables) -> list[Cells]:
    return [{"nation": ""} | row for table in TABLE_OF_KIND.values() for row in existing[table]]


def _restricted(facts: Facts, redirects: Redirects) -> set[tuple[str, str, str]]:
    return {
        (redirects.resolve(row["subject"]), redirects.resolve(row["object"]), row["start"])
        for row in facts.relations
        if row["predicate"] == "restricted_by"
    }


def _statements(
    facts: Facts,
    mapper: Mapper,
    entities: dict[str, Cells],
    sources: dict[str, Cells],
    account: Account,
) -> list[Statement]:
    statements = []
    faults: list[Fault] = []
    for row in facts.relations:
        try:
            result = mapper.statement(row)
        except Misfit as misfit:
            faults.append(row.fault("qualifiers", str(misfit)))
            continue
        if isinstance(result, str):
            account.note_not_carried(row, result)
            continue
        faults.extend(faults_of(result, entities, sources))
        statements.append(result)
        if result.predicate != row["predicate"]:
            account.changed_predicates[row["predicate"], result.predicate] += 1
        for key in parse(row["qualifiers"]):
            if RENAMED_KEYS.get(key, key) not in QUALIFIERS.keys() | _READ_ELSEWHERE:
                account.keys_in_notes[key] += 1
    if faults:
        raise TableFaults(faults)
    return statements


def _claims(
    statements: list[Statement], existing: Tables, sources: dict[str, Cells], account: Account
) -> tuple[list[Cells], list[Cells]]:
    addresses = find_addresses(statements, sources)
    standing = [row for table in CLAIM_TABLES for row in existing[table]]
    book = ClaimBook(standing, existing["attestations"])
    book.add(statements)
    book.add_alternatives(statements, addresses, account)
    for statement, row in book.left_alone:
        _note_left_alone(statement, row, account)
    settler = Settler(sources, addresses, account)
    return settler.settle(book.claims), settler.attestations


def _note_left_alone(statement: Statement, row: Cells, account: Account) -> None:
    place = f"{statement.row.place}:{statement.row.line}"
    if statement.is_made:
        place += ", rival start"
    else:
        account.note_not_carried(statement.row, "the tables say otherwise")
    dates = f" {statement.start}/{statement.end}" if statement.start or statement.end else ""
    account.remark(
        LEFT_ALONE,
        f"`{' '.join(statement.triple)}`{dates} ({place}); the tables have `{row['id']}`",
    )


def _by_kind(entities: dict[str, Cells]) -> Tables:
    tables: Tables = {table: [] for table in TABLE_OF_KIND.values()}
    for identifier, cells in entities.items():
        kind = identifier.partition("/")[0]
        if kind not in TABLE_OF_KIND:
            problem = f"is not of a kind that has a table ({', '.join(TABLE_OF_KIND)})"
            raise TableFaults([Fault("redirects.csv", 0, "to", identifier, problem)])
        row = dict(cells)
        if kind == "nation":
            row.pop("nation")
        tables[TABLE_OF_KIND[kind]].append(row)
    return tables


def _by_predicate(claims: list[Cells]) -> Tables:
    tables: Tables = {table: [] for table in CLAIM_TABLES}
    for row in claims:
        tables[TABLE_OF_PREDICATE[row["predicate"]]].append(row)
    return tables


def main(arguments: list[str]) -> int:
    """Run the intake and return the exit code."""
    parser = argparse.ArgumentParser(description="Bring collected facts into the curated tables.")
    parser.add_argument("folders", nargs="+", type=Path, help="folders of facts, the fullest first")
    parser.add_argument("-o", "--output", required=True, type=Path, help="folder of the tables")
    parser.add_argument("--report", required=True, type=Path, help="file of the report")
    options = parser.parse_args(arguments)
    names = [folder.name for folder in options.folders]
    if len(set(names)) != len(names):
        parser.error("two folders have one name; rows are accounted for by the folder's name")
    try:
        facts = read_folders(options.folders)
        outcome = bring_in(facts, read_standing(options.output))
        contents = checked_bytes(outcome.tables)
        text = report(facts, outcome.tables, outcome.account)
        # The report goes first: after the tables are written it could not be made again.
        write_atomically(options.report, text.encode())
        changed = write_changed(options.output, contents)
    except ComityError as error:
        print(f"import_facts: {error}", file=sys.stderr)
        return exit_code(error)
    print(outcome.sums)
    print("\n".join(f"{table}: {len(rows)}" for table, rows in outcome.tables.items()))
    left_alone = len(outcome.account.remarks.get(LEFT_ALONE, ()))
    if left_alone:
        print(f"left alone because the tables say otherwise: {left_alone}, listed in the report")
    print(f"changed: {', '.join(changed) or 'nothing'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
