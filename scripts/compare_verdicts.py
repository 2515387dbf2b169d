#!/usr/bin/env python3
"""Compare the verdicts that the rules reach with verdicts that readers reached.

In: the curated tables, and a file of judged passages (statement, source, char_start, verdict,
reason). Out: the share on which both agree, by verdict, and every passage on which they do not.
The file is a yardstick: no build reads it. Exits with 1 when agreement falls below --least.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from comity import pipeline, resources
from comity.claims import assemble
from comity.errors import ComityError
from comity.tables import read_tables
from comity.tables.release import release_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.claims.model import Attestation, Claim

YARDSTICK: Final = (
    Path(__file__).resolve().parent.parent / "tests" / "verdicts" / "data" / "yardstick.csv"
)
CONTESTED: Final = frozenset({"contradicted", "outdated", "disputed"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A passage with both verdicts.

    Attributes:
        statement: Its name in the yardstick.
        wanted: The verdict of a reader.
        why: The reader's reason.
        claim: The claim that the passage makes or denies.
        said: The passage, with its verdicts by the rules.
    """

    statement: str
    wanted: str
    why: str
    claim: Claim
    said: Attestation

    @property
    def found(self) -> str:
        """The verdict by the rules."""
        return self.said.judgement.verdict if self.said.judgement else ""

    @property
    def agrees(self) -> bool:
        """Whether both are the same."""
        return self.found == self.wanted


def compare(yardstick: Path = YARDSTICK) -> list[Comparison]:
    """Return all passages of a yardstick with both verdicts, in the order of the file.

    Raises:
        KeyError: A passage of the yardstick stands in no table.
    """
    folder = resources.tables_folder()
    tables = read_tables(folder)
    claims = pipeline.judged(tables, assemble(tables), release_day(folder))
    passages = dict(_passages(claims))
    with yardstick.open(encoding="utf-8", newline="") as stream:
        return [
            Comparison(
                row["statement"],
                row["verdict"],
                row["reason"],
                *passages[row["source"], int(row["char_start"])],
            )
            for row in csv.DictReader(stream)
        ]


def share(compared: Iterable[Comparison]) -> float:
    """Return the share of passages on which both verdicts agree."""
    outcomes = [each.agrees for each in compared]
    return sum(outcomes) / len(outcomes)


def _passages(
    claims: Iterable[Claim],
) -> Iterator[tuple[tuple[str, int], tuple[Claim, Attestation]]]:
    for claim in claims:
        for said in claim.attestations:
            if said.offsets:
                yield (said.source, said.offsets[0]), (claim, said)


def report(compared: list[Comparison]) -> Iterator[str]:
    """Yield the lines of the report."""
    contested = [each for each in compared if each.wanted in CONTESTED]
    for words, part in (
        ("agreement", compared),
        (f"of those judged {', '.join(sorted(CONTESTED))}", contested),
    ):
        agreed = sum(each.agrees for each in part)
        yield f"{words}: {agreed} of {len(part)} passages, {share(part):.3f}"
    yield ""
    yield f"{'judged':<13} {'by rules':<13} passages"
    pairs = Counter((each.wanted, each.found) for each in compared)
    for (wanted, found), count in sorted(pairs.items(), key=lambda item: (item[0][0], -item[1])):
        yield f"{wanted:<13} {found:<13} {count:>8}"
    for each in compared:
        if not each.agrees:
            yield ""
            yield f"{each.statement}: judged {each.wanted}, by rules {each.found}"
            yield f"  “{each.said.quote}”"
            yield f"  claim/{each.claim.id}, which it {each.said.stance} ({each.said.modality})"
            yield f"  reader: {each.why}"
            if each.said.judgement:
                yield f"  rule {each.said.judgement.rule}: {each.said.judgement.reason}"


def main() -> int:
    """Print the report and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--yardstick", type=Path, default=YARDSTICK, help="file of judged passages")
    parser.add_argument("--least", type=float, default=0.0, help="share below which it fails")
    options = parser.parse_args()
    try:
        compared = compare(options.yardstick)
    except (ComityError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 3
    try:
        print("\n".join(report(compared)), flush=True)
    except BrokenPipeError:
        # the reader has left; at the exit, nothing more can be written to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1 if share(compared) < options.least else 0


if __name__ == "__main__":
    sys.exit(main())
