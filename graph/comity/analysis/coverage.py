"""What is missing from the record.

In: a store with all times. Out: sections of rows: what is only recalled, undated, on one source
alone or without an identifier, by kind, relation, year, decade and region; and how old the lists
of members are. What does not belong here: whether what is there is right (`comity.validation`).

Votes are left out: whole roll calls come from one record each. A claim is recalled when none of its
attestations was seen in its source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.regions import REGIONS, region_of, subregion_of
from comity.analysis.ties import VOTED, finer_relations
from comity.queries.evaluation import evaluate
from comity.rdf.namespaces import ENTITY_KINDS, identifier
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pyoxigraph import QuerySolution

    from comity.rdf.engine import Engine

Cell = str | int
_STANDINGS: Final = finer_relations("affiliated_with")
_BY_IRI: Final = {
    relation.iri.value: relation.name
    for relation in RELATIONS.values()
    if relation.name not in finer_relations(VOTED)
}
_UNDATED: Final = "undated"
_FEWEST: Final = 3  # claims that make a list; a bilateral agreement is none


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the report.

    Attributes:
        title: What it shows, as a heading.
        columns: Names of its columns.
        rows: Its rows, in a fixed order.
        is_list: Whether each row is one thing or claim, not a count of them.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class _Thing:
    id: str
    label: str
    start: str
    description: str
    nation: str
    recalled: bool
    identified: bool

    @property
    def kind(self) -> str:
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class _Claim:
    id: str
    subject: str
    relation: str
    object: str
    start: str
    recalled: bool
    sources: int
    newest: str

    @property
    def year(self) -> str:
        return self.start[:4] or _UNDATED

    @property
    def decade(self) -> str:
        return f"{self.start[:3]}0s" if self.start else _UNDATED


def coverage(store: Engine) -> dict[str, Section]:
    """Return the sections of the report, by name."""
    rows = _things(store)
    things = {thing.id: thing for thing in rows if thing.kind in ENTITY_KINDS}
    rules = [thing for thing in rows if thing.kind not in ENTITY_KINDS]
    claims = _claims(store)
    tied = {end for claim in claims for end in (claim.subject, claim.object)}
    return {
        "totals": _totals(things, rules, claims, tied),
        "kinds": _kinds(things, tied),
        "relations": _counted("Claims by relation", "relation", claims, lambda c: c.relation),
        "decades": _decades(claims),
        "years": _counted("Claims by the year they begin", "year", claims, lambda c: c.year),
        "regions": _regions(things, claims, tied),
        "lists": _lists(things, claims),
        "untied": _untied(things, tied),
        "recalled": _recalled(things, rules, claims),
        "undated": _listed("Claims without any date", things, claims, lambda c: not c.start),
        "one-source": _listed("Claims on one source", things, claims, lambda c: c.sources == 1),
        "no-wikidata": Section(
            "Things without a Wikidata identifier",
            ("id", "name"),
            tuple((t.id, t.label) for t in things.values() if not t.identified),
            is_list=True,
        ),
    }


def _totals(
    things: Mapping[str, _Thing],
    rules: Sequence[_Thing],
    claims: Sequence[_Claim],
    tied: Iterable[str],
) -> Section:
    nations = [thing for thing in things.values() if thing.kind == "nation"]
    counts = (
        ("things only recalled", sum(t.recalled for t in things.values()), len(things)),
        ("things without a beginning", sum(not t.start for t in things.values()), len(things)),
        ("things without Wikidata", sum(not t.identified for t in things.values()), len(things)),
        ("rules and precedents only recalled", sum(r.recalled for r in rules), len(rules)),
        ("claims only recalled", sum(c.recalled for c in claims), len(claims)),
        ("claims without any date", sum(not c.start for c in claims), len(claims)),
        ("claims on one source", sum(c.sources == 1 for c in claims), len(claims)),
        ("nations without any tie", sum(n.id not in set(tied) for n in nations), len(nations)),
    )
    rows = tuple(
        (what, count, of, round(100 * count / of) if of else 0) for what, count, of in counts
    )
    return Section("What is missing", ("what", "count", "of", "percent"), rows)


def _kinds(things: Mapping[str, _Thing], tied: set[str]) -> Section:
    by_kind: dict[str, list[_Thing]] = defaultdict(list)
    for thing in things.values():
        by_kind[thing.kind].append(thing)
    rows = tuple(
        (
            kind,
            len(among),
            sum(t.recalled for t in among),
            sum(not t.start for t in among),
            sum(not t.identified for t in among),
            sum(t.id not in tied for t in among),
        )
        for kind, among in sorted(by_kind.items())
    )
    columns = ("kind", "things", "recalled", "undated", "no_wikidata", "untied")
    return Section("Things by kind", columns, rows)


def _counted(
    title: str, column: str, claims: Iterable[_Claim], key: Callable[[_Claim], str]
) -> Section:
    groups: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        groups[key(claim)].append(claim)
    rows = tuple((name, *_counts(among)) for name, among in sorted(groups.items()))
    return Section(title, (column, "claims", "recalled", "undated", "one_source"), rows)


def _counts(claims: Sequence[_Claim]) -> tuple[int, int, int, int]:
    return (
        len(claims),
        sum(claim.recalled for claim in claims),
        sum(not claim.start for claim in claims),
        sum(claim.sources == 1 for claim in claims),
    )


def _decades(claims: Sequence[_Claim]) -> Section:
    decades = sorted({claim.decade for claim in claims})
    counted = Counter((claim.relation, claim.decade) for claim in claims)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (relation, *(counted[relation, decade] for decade in decades))
        for relation in sorted({claim.relation for claim in claims})
    )
    return Section("Claims by relation and decade", ("relation", *decades), rows)


def _regions(things: Mapping[str, _Thing], claims: Sequence[_Claim], tied: set[str]) -> Section:
    region = {t.id: region_of(t.description) for t in things.values() if t.kind == "nation"}
    home = {t.id: t.id if t.id in region else t.nation for t in things.values()}
    about: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        ends = {region.get(home.get(end, ""), "") for end in (claim.subject, claim.object)}
        for name in ends - {""}:
            about[name].append(claim)
    rows = []
    for name in REGIONS:
        nations = [id_ for id_, where in region.items() if where == name]
        if nations:
            untied = sum(id_ not in tied for id_ in nations)
            rows.append((name, len(nations), untied, *_counts(about[name])))
    columns = ("region", "nations", "untied", "claims", "recalled", "undated", "one_source")
    return Section("Nations, and claims about them and what is theirs", columns, tuple(rows))


def _lists(things: Mapping[str, _Thing], claims: Sequence[_Claim]) -> Section:
    standings: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation in _STANDINGS:
            standings[claim.object].append(claim)
    rows = []
    for body, among in standings.items():
        if len(among) < _FEWEST:
            continue
        unverified = sorted(claim.start or _UNDATED for claim in among if claim.recalled)
        newest = max(claim.newest for claim in among)
        oldest = unverified[0] if unverified else ""
        rows.append((body, _name(body, things), len(among), newest, len(unverified), oldest))
    columns = ("body", "name", "claims", "newest_source", "unverified", "oldest_unverified")
    return Section(
        "How old the lists of members, parties and signatories are",
        columns,
        tuple(sorted(rows, key=lambda row: (str(row[3]), str(row[0])))),
    )


def _untied(things: Mapping[str, _Thing], tied: set[str]) -> Section:
    rows = [
        (region_of(t.description), subregion_of(t.description), t.label, t.id)
        for t in things.values()
        if t.kind == "nation" and t.id not in tied
    ]
    title = "Nations without any tie but votes"
    return Section(title, ("region", "subregion", "name", "id"), tuple(sorted(rows)), is_list=True)


def _recalled(
    things: Mapping[str, _Thing], rules: Sequence[_Thing], claims: Sequence[_Claim]
) -> Section:
    rows = [(t.id, t.kind, t.label, t.start) for t in (*things.values(), *rules) if t.recalled]
    rows += [(c.id, c.relation, _words(c, things), c.start) for c in claims if c.recalled]
    title = "Rows that are only recalled"
    return Section(title, ("id", "what", "words", "start"), tuple(sorted(rows)), is_list=True)


def _listed(
    title: str,
    things: Mapping[str, _Thing],
    claims: Sequence[_Claim],
    wanted: Callable[[_Claim], bool],
) -> Section:
    rows = [(c.id, c.relation, _words(c, things), c.start) for c in claims if wanted(c)]
    return Section(title, ("id", "what", "words", "start"), tuple(sorted(rows)), is_list=True)


def _words(claim: _Claim, things: Mapping[str, _Thing]) -> str:
    phrase = RELATIONS[claim.relation].phrase
    return f"{_name(claim.subject, things)} {phrase} {_name(claim.object, things)}"


def _name(id_: str, things: Mapping[str, _Thing]) -> str:
    return things[id_].label if id_ in things else id_


def _things(store: Engine) -> list[_Thing]:
    rows = _rows(
        store,
        """
        SELECT ?thing ?label ?start ?description ?nation ?verification (COUNT(?other) AS ?others)
        WHERE {
          GRAPH graph:things {
            ?thing rdfs:label ?label ; comity:verification ?verification .
            OPTIONAL { ?thing comity:startDate ?start }
            OPTIONAL { ?thing dcterms:description ?description }
            OPTIONAL { ?thing comity:nation ?nation }
            OPTIONAL { ?thing skos:exactMatch|owl:sameAs ?other
                       FILTER (CONTAINS(STR(?other), "wikidata.org/")) }
          }
        } GROUP BY ?thing ?label ?start ?description ?nation ?verification""",
    )
    things = [
        _Thing(
            id=_text(row["thing"]),
            label=_text(row["label"]),
            start=_text(row["start"]),
            description=_text(row["description"]),
            nation=_text(row["nation"]),
            recalled=_text(row["verification"]) == "comity:Recalled",
            identified=row["others"].value != "0",
        )
        for row in rows
    ]
    return sorted(things, key=lambda thing: thing.id)


def _claims(store: Engine) -> list[_Claim]:
    wanted = " ".join(f"<{name}>" for name in _BY_IRI)
    rows = _rows(
        store,
        f"""
        SELECT ?claim ?subject ?property ?object ?start (COUNT(DISTINCT ?source) AS ?sources)
               (SUM(IF(?verification = comity:Seen, 1, 0)) AS ?seen)
               (MAX(STR(COALESCE(?issued, ?accessed, ""))) AS ?newest)
        WHERE {{
          VALUES ?property {{ {wanted} }}
          GRAPH graph:claims {{
            ?claim rdf:predicate ?property ; rdf:subject ?subject ; rdf:object ?object ;
                   comity:attestation ?said .
          }}
          ?said comity:verification ?verification ; prov:wasDerivedFrom ?source .
          OPTIONAL {{ ?claim comity:validFrom ?start }}
          OPTIONAL {{ ?source dcterms:issued ?issued }}
          OPTIONAL {{ ?source comity:accessed ?accessed }}
        }} GROUP BY ?claim ?subject ?property ?object ?start""",
    )
    claims = [
        _Claim(
            id=_text(row["claim"]),
            subject=_text(row["subject"]),
            relation=_BY_IRI[row["property"].value],
            object=_text(row["object"]),
            start=_text(row["start"]),
            recalled=row["seen"].value == "0",
            sources=int(row["sources"].value),
            newest=_text(row["newest"]),
        )
        for row in rows
    ]
    return sorted(claims, key=lambda claim: claim.id)


def _rows(store: Engine, text: str) -> list[QuerySolution]:
    return list(evaluate(store, text))  # type: ignore[arg-type]  # a SELECT gives solutions


def _text(term: object) -> str:
    return "" if term is None else identifier(term) or str(getattr(term, "value", term))
