"""Print the account of an intake as Markdown.

In: the account and the tables. Out: text. Deciding anything does not belong here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.account import ATTESTATION, CLAIM, Account
from intake.qualifiers import parse
from intake.rules import LEFT_APART
from intake.tables import CLAIM_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake.reading import Facts
    from intake.tables import Tables


def report(facts: Facts, tables: Tables, account: Account) -> str:
    """Return the whole report."""
    parts = [
        _head(),
        _folders(facts, account),
        _tables(tables),
        _balance(facts, account),
        _not_carried(account),
        _changed_predicates(account),
        _merged_ids(tables),
        _left_apart(),
        _qualifiers(tables, account),
        *_remarks(account),
    ]
    return "\n\n".join(parts) + "\n"


def _head() -> str:
    return (
        "# Import report\n\nWritten by `scripts/import_facts.py`. "
        "It tells what became of every row of the collected facts in one run."
    )


def _table(header: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _folders(facts: Facts, account: Account) -> str:
    folders = dict.fromkeys([*account.entity_rows, *account.source_rows])
    rows: list[tuple[object, ...]] = []
    for folder in folders:
        relations = sum(row.folder == folder for row in facts.relations)
        rows.append(
            (
                folder,
                account.entity_rows[folder],
                account.source_rows[folder],
                relations,
                sum(row.folder == folder for row in facts.resolutions),
                sum(row.folder == folder for row in facts.votes),
            )
        )
    header = ("folder", "entities", "sources", "relations", "resolutions", "votes")
    return "## Rows that came in\n\n" + _table(header, rows)


def _tables(tables: Tables) -> str:
    return "## Rows of the tables\n\n" + _table(
        ("table", "rows"), [(name, len(rows)) for name, rows in sorted(tables.items())]
    )


def _balance(facts: Facts, account: Account) -> str:
    rows: list[tuple[object, ...]] = []
    for folder in dict.fromkeys(row.folder for row in facts.relations):
        place = f"{folder}/relations.csv"
        lost = sum(len(lines) for (file, _), lines in account.not_carried.items() if file == place)
        rows.append(
            (
                folder,
                sum(row.folder == folder for row in facts.relations),
                account.outcomes[folder, CLAIM],
                account.outcomes[folder, ATTESTATION],
                lost,
            )
        )
    header = ("folder", "relation rows", "claims", "attestations", "not carried")
    made = "\n".join(f"- {what}: {count}" for what, count in sorted(account.generated.items()))
    totals = "\n".join(f"- {what}: {count}" for what, count in sorted(account.totals.items()))
    return (
        "## Balance of the relation rows\n\n"
        + _table(header, rows)
        + f"\n\nMade in addition, out of qualifiers:\n\n{made or '- nothing'}"
        + f"\n\nOther counts:\n\n{totals}"
    )


def runs_of(lines: list[int]) -> str:
    """Return line numbers as ranges.

    >>> runs_of([2, 3, 4, 9])
    '2-4, 9'
    """
    runs: list[list[int]] = []
    for line in sorted(lines):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _not_carried(account: Account) -> str:
    lines = [
        f"- {place}: {len(numbers)} rows, {reason} (lines {runs_of(numbers)})"
        for (place, reason), numbers in sorted(account.not_carried.items())
    ]
    return "## Rows not carried over as rows of their own\n\n" + "\n".join(lines or ["- none"])


def _changed_predicates(account: Account) -> str:
    rows: list[tuple[object, ...]] = [
        (old, new, count) for (old, new), count in sorted(account.changed_predicates.items())
    ]
    return "## Changed predicates\n\n" + _table(("collected as", "now", "rows"), rows)


def _merged_ids(tables: Tables) -> str:
    lines = [
        f"- `{row['from']}` into `{row['to']}`: {row['reason']}"
        for row in sorted(tables["redirects"], key=lambda row: row["from"])
    ]
    return f"## Ids merged\n\n{len(lines)} in all.\n\n" + "\n".join(lines)


def _left_apart() -> str:
    lines = [f"- `{one}` and `{other}`: {reason}" for one, other, reason in LEFT_APART]
    return "## Doubtful pairs left apart\n\n" + "\n".join(lines)


def _qualifiers(tables: Tables, account: Account) -> str:
    counts: dict[str, list[str]] = {}
    for table in CLAIM_TABLES:
        for row in tables[table]:
            for key, value in parse(row["qualifiers"]).items():
                counts.setdefault(key, []).append(value)
    rows: list[tuple[object, ...]] = [
        (key, len(values), values[0].replace("|", "\\|")) for key, values in sorted(counts.items())
    ]
    moved = ", ".join(f"{key} ({count})" for key, count in sorted(account.keys_in_notes.items()))
    return (
        "## Qualifiers\n\n"
        + _table(("key", "claims", "example"), rows)
        + f"\n\nMoved to notes, with the number of rows: {moved or 'none'}."
    )


def _remarks(account: Account) -> Iterator[str]:
    for heading, texts in sorted(account.remarks.items()):
        yield f"## {heading}\n\n{len(texts)} in all.\n\n" + "\n".join(f"- {one}" for one in texts)
