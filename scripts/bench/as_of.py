#!/usr/bin/env python
"""Time named queries as of a day on many claims, against rivals that filter the same rows.

In: the number of claims (100,000 unless given). Out: a table on stdout: seconds, the median of
five, in memory and on disk, and for the members of a body the ratio of rdflib and of pandas, which
filter the same claims. The claims are made up; the same number gives the same claims.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

import pandas as pd
from pyoxigraph import Store

from comity import resources
from comity.claims import Attestation, Claim, claim_quads
from comity.claims.model import Bounds, Judgement
from comity.pipeline import ONTOLOGY, THINGS, ontology_quads
from comity.queries.evaluation import evaluate
from comity.queries.named import named_query
from comity.rdf import terms
from comity.rdf.bridge import to_rdflib
from comity.rdf.dates import Moment, PartialDate, Period
from comity.rdf.literals import english
from comity.rdf.namespaces import PREFIXES, iri
from comity.rdf.vocabulary import CLASS_OF_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Quad, QuerySolution, QuerySolutions

TARGET = 0.25
DAY = date(2010, 6, 30)
BODIES, NATIONS = 400, 250
BODY = "accord/body-7"
QUESTIONS = {
    "treaty-parties": {"accord": BODY},
    "members": {"body": BODY},
    "members-by-year": {"body": BODY, "relation": "party_to"},
    "claims-about": {"thing": BODY},
    "agreements-between": {"one": "nation/n-1", "other": "nation/n-2"},
}
VERDICTS = ("supported", "supported", "unverified", "disputed")
SAID = Attestation("list.atlas", "atlas", "affirms", seen=True, verified="", confidence="high",
                   known=date(2020, 1, 1))  # fmt: skip


def made_up(count: int) -> Iterator[Claim]:
    """Yield claims of nations that joined and left bodies, on days drawn with a fixed seed."""
    chance = random.Random(1)  # noqa: S311  (a benchmark needs no secrets)
    for number in range(count):
        start = date(1950, 1, 1) + timedelta(days=chance.randrange(27_000))
        end = start + timedelta(days=chance.randrange(20_000)) if chance.random() < 0.4 else None
        yield Claim(
            id=f"c-{number}",
            subject=f"nation/n-{chance.randrange(NATIONS)}",
            predicate=chance.choice(["party_to", "signatory_of", "observer_of"]),
            object=f"accord/body-{chance.randrange(BODIES)}",
            period=Period(
                PartialDate.parse(str(start)), PartialDate.parse(str(end)) if end else None
            ),
            bounds=Bounds(start, start, end, end),
            qualifiers=(),
            legal_status=None,
            confidence="high",
            known=start,
            attestations=(SAID,),
            judgement=Judgement(chance.choice(VERDICTS), "weighing", "Drawn by lot."),
        )


def things() -> Iterator[Quad]:
    """Yield the names and classes of the nations and bodies."""
    from pyoxigraph import Quad  # noqa: PLC0415  (the type alone is needed above)

    for kind, name, count in (("nation", "n", NATIONS), ("accord", "body", BODIES)):
        for number in range(count):
            node = iri(f"{kind}/{name}-{number}")
            yield Quad(node, terms.TYPE, CLASS_OF_KIND[kind], THINGS)
            yield Quad(node, terms.LABEL, english(f"{kind} {number}"), THINGS)


def seconds(action: Callable[[], object], times: int = 5) -> float:
    """Return the median time of an action in seconds."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        action()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def answers(store: Store, text: str) -> list[QuerySolution]:
    """Return the solutions of a SELECT query."""
    return list(cast("QuerySolutions", evaluate(store, text)))


def asked(store: Store, text: str) -> float:
    """Return the seconds that a query takes on a store, its results read."""
    return seconds(lambda: answers(store, text))


def parties(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what `treaty-parties` returns, by masks over all claims."""
    day = pd.Timestamp(DAY)
    kept = frame[
        (frame["object"] == BODY)
        & (frame["predicate"] == "party_to")
        & frame["verdict"].isin(["supported", "unverified"])
        & ~(frame["start"] > day)
        & ~(frame["end"] < day)
    ]
    return kept.sort_values("start")


def main() -> None:
    """Make the claims, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", nargs="?", type=int, default=100_000)
    claims = list(made_up(parser.parse_args().count))
    quads = [*things(), *claim_quads(claims), *ontology_quads(resources.ontology_folder())]
    print(f"{len(claims):,} claims, {len(quads):,} statements, as of {DAY}")
    memory = Store()
    memory.bulk_extend(quads)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        store.bulk_extend(quads)
        store.flush()
        del store
        disk = Store.read_only(folder)
        print(f"\n{'query':<20}{'memory s':>10}{'disk s':>10}{'rows':>8}  under {TARGET} s")
        for name, values in QUESTIONS.items():
            text = named_query(name).sparql(values, Moment(DAY), DAY)
            ours, there = asked(memory, text), asked(disk, text)
            found = len(answers(memory, text))
            verdict = "yes" if max(ours, there) < TARGET else "no"
            print(f"{name:<20}{ours:>10.3f}{there:>10.3f}{found:>8}  {verdict}")
        compare(claims, quads, memory)


def compare(claims: list[Claim], quads: list[Quad], memory: Store) -> None:
    """Ask for the parties of a body in pandas and in rdflib too."""
    text = named_query("treaty-parties").sparql({"accord": BODY}, Moment(DAY), DAY)
    ours = asked(memory, text)
    frame = pd.DataFrame(
        {
            "subject": [claim.subject for claim in claims],
            "object": [claim.object for claim in claims],
            "predicate": [claim.predicate for claim in claims],
            "verdict": [claim.verdict for claim in claims],
            "start": pd.to_datetime(pd.Series([claim.bounds.earliest_start for claim in claims])),
            "end": pd.to_datetime(pd.Series([claim.bounds.latest_end for claim in claims])),
        }
    )
    expected = len(answers(memory, text))
    if len(parties(frame)) != expected:
        raise SystemExit("pandas finds other rows")
    masks = seconds(lambda: parties(frame))
    print(f"\ntreaty-parties, {expected} rows: this {ours:.3f} s")
    print(f"  pandas, masks over all claims    {masks:.3f} s  {masks / ours:.2f} times")
    begin = time.perf_counter()
    dataset = to_rdflib(quad for quad in quads if quad.graph_name != ONTOLOGY)
    dataset.default_union = True
    dataset.parse(resources.ontology_folder() / "comity.ttl")
    print(f"  (rdflib takes {time.perf_counter() - begin:.0f} s to fill)")
    begin = time.perf_counter()
    rows = list(dataset.query(text, initNs=PREFIXES))
    theirs = time.perf_counter() - begin
    if len(rows) != expected:
        raise SystemExit("rdflib finds other rows")
    print(f"  rdflib, the same text            {theirs:.3f} s  {theirs / ours:.0f} times")


if __name__ == "__main__":
    main()
