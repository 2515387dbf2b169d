"""What an id stands for: a thing, a claim, a source, an attestation.

In: an id and the moment. Out: what is on record about it, as a page, as RDF or as JSON. An id that
was merged leads to the one of today. What does not belong here: lists.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode

from comity.analysis.roll_calls import BALLOTS
from comity.errors import UnknownName
from comity.knowledge.grouping import dates_by_relation, dates_of, other_end, record, tie_groups
from comity.knowledge.naming import expect_source, resolve
from comity.queries.evaluation import evaluate
from comity.queries.filtering import ClaimFilter
from comity.queries.moments import at_moment
from comity.rdf import terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import identifier, iri
from comity.rdf.vocabulary import CONCEPTS, RELATIONS, Comity
from comity.server.engines import engine_of, record_of
from comity.server.facts import facts_of, label_of, text_of
from comity.server.formats import GRAPHS
from comity.server.links import cited
from comity.server.listings import claim_rows
from comity.server.messages import Reply
from comity.server.policies import rules_of
from comity.server.portraits import portrait_of_claim, portrait_of_source, portrait_of_thing
from comity.server.rendering import frame_of, page_reply
from comity.server.roll_calls import tally_on, votes_of
from comity.server.writing import write_triples
from comity.views.wording import lifespan, period

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from comity.analysis.explanations import Explanation, Said
    from comity.analysis.profiles import Provision, ValueClaim
    from comity.analysis.ties import Tie
    from comity.knowledge import KnowledgeGraph, Profile
    from comity.rdf.engine import Engine
    from comity.server.limits import Limits
    from comity.server.links import Cell
    from comity.server.messages import Request
    from comity.server.roll_calls import Votes

FORMATS: Final = ("turtle", "data", "jsonld", "ntriples", "rdfxml", "trig", "nquads", "html")
_OFFERED: Final = ("turtle", "jsonld", "ntriples", "rdfxml", "data")  # the links of a page
_RELATIONS: Final[dict[object, str]] = {each.iri: each.name for each in RELATIONS.values()}
_FIRST_CLAIMS: Final = 50  # claims on the page of a source; the list has the others


@dataclass(frozen=True, slots=True)
class Row:
    """A tie, or a value, on the page of a thing.

    Attributes:
        claim: Id of the claim.
        words: Name of the other thing, the value, or a sentence.
        other: Id of the other thing, or empty.
        dates: When it holds, in words.
        verdict: Its verdict.
        sources: How many sources it has.
        status: Its legal status in words, or empty.
        label: What the value gives, or empty.
    """

    claim: str
    words: str
    other: str
    dates: str
    verdict: str
    sources: int
    status: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class ThingPage:
    """What the page of a thing shows.

    Attributes:
        profile: The thing, its names, identifiers and sources.
        dates: Its dates in words.
        groups: Headings with ties.
        values: Claims whose object is a value.
        provisions: For "provides for" and "is silent on", claims about an accord's text.
        documents: Claims that stand in documents alone.
        rules: Of a restriction: what it forbids or limits, and cases around it, as ids and labels.
        votes: Its votes, or those on it.
    """

    profile: Profile
    dates: str
    groups: Sequence[tuple[str, Sequence[Row]]]
    values: Sequence[Row]
    provisions: Sequence[tuple[str, Sequence[Row]]]
    documents: Sequence[Row]
    rules: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    votes: Votes | None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """What the page of a claim shows.

    Attributes:
        found: The claim, its verdict and what its sources say.
        dates: When it holds, in words.
        is_object_thing: Whether its object is a thing that has a page.
        subject: Label of its subject.
        object: Label of its object, or its value.
        meaning: What its verdict means.
        reason: Why it has it, with links to sources.
        holds: Whether it holds at the moment that the page shows.
        said: For each stance that a source takes, the attestations.
        qualifiers: What else it says: names of properties, and values.
        tally: Of a vote: how many voted on the same resolution in each way, in words.
    """

    found: Explanation
    dates: str
    is_object_thing: bool
    subject: str
    object: str
    meaning: str
    reason: Sequence[Cell]
    holds: bool
    said: Sequence[tuple[str, Sequence[Said]]]
    qualifiers: Sequence[tuple[str, Sequence[Cell]]]
    tally: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What the page of a source shows.

    Attributes:
        id: Its id.
        title: Its title.
        facts: Names of properties, and values.
        claims: The first claims that it attests.
        total: How many it attests.
    """

    id: str
    title: str
    facts: Sequence[tuple[str, Sequence[Cell]]]
    claims: Sequence[dict[str, Any]]
    total: int


def thing(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Tell of a thing."""
    id_ = request.arguments["id"]
    store = record_of(graph, request)
    today = resolve(store, id_)
    if today != id_:
        return Reply(details={"moved": f"/id/{today}"})
    if request.formats[0] in GRAPHS:
        triples = portrait_of_thing(engine_of(graph, request), iri(id_))
        return write_triples(triples, request.formats[0], limits)
    profile = graph.profile(id_)
    if request.formats[0] == "data":
        return _json(record(profile))
    counts = profile.facts.source_counts
    shown = ThingPage(
        profile=profile,
        dates=lifespan(id_, profile.node.start, profile.node.end, graph.today),
        groups=[
            (heading, [_row(tie, profile, graph.today) for tie in ties])
            for heading, ties in tie_groups(profile)
        ],
        values=[
            _value(value, counts.get(value.claim, 0), graph.today)
            for value in profile.facts.values
            if not value.in_documents
        ],
        provisions=[
            (words, [_provision(each, counts.get(each.claim, 0)) for each in among])
            for words, among in groupby(profile.facts.provisions, key=lambda each: each.phrase)
        ],
        documents=[
            *(_sentence(tie, profile, graph.today) for tie in profile.documents),
            *(
                _value(value, 0, graph.today)
                for value in profile.facts.values
                if value.in_documents
            ),
        ],
        rules=rules_of(store, iri(id_)),
        votes=votes_of(graph, store, profile),
    )
    return page_reply("thing", shown, frame_of(request, graph, _OFFERED))


def claim(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Tell of a claim, its verdict, and who says so or denies it."""
    node = iri(request.arguments["id"])
    store = record_of(graph, request)
    shown_graph = graph if request.known_by else graph.at(Moment())
    found = shown_graph.explain(request.arguments["id"])
    if request.formats[0] in GRAPHS:
        return write_triples(portrait_of_claim(store, node), request.formats[0], limits)
    if request.formats[0] == "data":
        return _json(asdict(found))
    by_stance = [
        (words, [said for said in found.attestations if said.stance == stance])
        for words, stance in (
            ("Affirmed by", "affirms"),
            ("Qualified by", "qualifies"),
            ("Denied by", "denies"),
        )
    ]
    is_object_thing = "/" in found.object and _is_id(store, node)
    asked = f"ASK {{ {node} a comity:Claim . BIND ({node} AS ?claim) ?claim comity:at $moment . }}"
    subject = label_of(store, iri(found.subject)) or found.subject
    relation = _relation_of(store, node)
    object_ = (label_of(store, iri(found.object)) if is_object_thing else "") or found.object
    shown = ClaimPage(
        found=found,
        dates=dates_by_relation(relation, found.start, found.end, graph.today) or "undated",
        is_object_thing=is_object_thing,
        subject=subject,
        object=object_,
        meaning=text_of(store, CONCEPTS["VerdictScheme"][found.verdict], terms.DEFINITION),
        reason=cited(
            found.reason,
            {said.source: said.title for said in found.attestations},
            {found.subject: subject, **({found.object: object_} if is_object_thing else {})},
        ),
        holds=bool(evaluate(store, at_moment(asked, request.moment))),
        said=[(words, said) for words, said in by_stance if said],
        qualifiers=facts_of(store, node, leave_out=_SHOWN_OF_CLAIM),
        tally=tally_on(store, iri(found.object)) if relation in BALLOTS else [],
    )
    return page_reply("claim", shown, frame_of(request, graph, _OFFERED))


def source(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Tell of a source and of the claims that it attests."""
    id_ = request.arguments["id"]
    node = iri(id_)
    store = record_of(graph, request)
    expect_source(store, id_.partition("/")[2])
    if request.formats[0] in GRAPHS:
        return write_triples(portrait_of_source(store, node), request.formats[0], limits)
    wanted = ClaimFilter(source=id_.partition("/")[2], votes=True)
    count = _solutions(store, at_moment(wanted.count_sparql(), request.moment))
    first = at_moment(wanted.page_sparql(_FIRST_CLAIMS, 0), request.moment)
    claims = claim_rows(store, [row["claim"] for row in _solutions(store, first)])
    shown = SourcePage(
        id=id_,
        title=label_of(store, node) or id_,
        facts=facts_of(store, node, leave_out=frozenset({terms.LABEL, terms.TYPE})),
        claims=claims,
        total=int(count[0]["count"].value),
    )
    if request.formats[0] == "data":
        facts = {name: [each.text for each in cells] for name, cells in shown.facts}
        return _json({"id": id_, "title": shown.title, "claims": shown.total, "facts": facts})
    return page_reply("source", shown, frame_of(request, graph, _OFFERED))


def attestation(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Tell what one source says of a claim; the page is that of the claim."""
    id_ = request.arguments["id"]
    node = iri(id_)
    store = record_of(graph, request)
    claims = [
        quad.subject
        for quad in store.quads_for_pattern(None, Comity.attestation, node)
        if isinstance(quad.subject, NamedNode)
    ]
    if not claims:
        raise UnknownName("attestation", id_, (), "the page of a claim lists those of the claim")
    if request.formats[0] in GRAPHS:
        triples = (quad.triple for quad in store.quads_for_pattern(node, None, None))
        return write_triples(triples, request.formats[0], limits)
    about = min(name for claim in claims if (name := identifier(claim)))
    if request.formats[0] == "data":
        said = next(
            each for each in graph.at(Moment()).explain(about).attestations if each.id == id_
        )
        return _json({"claim": about, **asdict(said)})
    return Reply(details={"moved": f"/id/{about}#{id_.partition('/')[2]}", "see_other": True})


def _row(tie: Tie, profile: Profile, today: date) -> Row:
    other = other_end(tie, profile.node.id)
    return Row(
        claim=tie.claim,
        words=profile.labels[other],
        other=other,
        dates=dates_of(tie, today),
        verdict=tie.verdict,
        sources=profile.facts.source_counts.get(tie.claim, 0),
        status=tie.legal_status,
    )


def _provision(provision: Provision, sources: int) -> Row:
    return Row(
        claim=provision.claim,
        words=provision.label,
        other="",
        dates="",
        verdict=provision.verdict,
        sources=sources,
        status=provision.where,
    )


def _sentence(tie: Tie, profile: Profile, today: date) -> Row:
    subject, object_ = (profile.labels.get(end, end) for end in (tie.subject, tie.object))
    words = f"{subject} {tie.phrase} {object_}"
    return Row(tie.claim, words, "", period(tie.start, tie.end, today), tie.verdict, 0)


def _value(value: ValueClaim, sources: int, today: date) -> Row:
    dates = period(value.start or None, value.end or None, today)
    return Row(value.claim, value.value, "", dates, value.verdict, sources, label=value.label)


def _relation_of(store: Engine, claim_: NamedNode) -> str:
    """Return the name of a claim's relation, or an empty text for an attribute."""
    said = store.quads_for_pattern(claim_, terms.PREDICATE, None)
    return next((name for quad in said if (name := _RELATIONS.get(quad.object))), "")


def _is_id(store: Engine, claim_: NamedNode) -> bool:
    quads = store.quads_for_pattern(claim_, terms.OBJECT, None)
    return any(isinstance(quad.object, NamedNode) for quad in quads)


def _solutions(store: Engine, text: str) -> list[Any]:
    return list(evaluate(store, text))  # type: ignore[arg-type]  # a SELECT gives solutions


def _json(shown: object) -> Reply:
    return Reply("data", json.dumps(shown, ensure_ascii=False).encode())


# a page of a claim says these in its own words
_SHOWN_OF_CLAIM: Final = frozenset(
    {
        terms.TYPE,
        terms.SUBJECT,
        terms.PREDICATE,
        terms.OBJECT,
        terms.REIFIES,
        Comity.attestation,
        Comity.verdict,
        Comity.verdictBasis,
        Comity.verdictReason,
        Comity.verdictReasonWhenPublished,
        Comity.verdictRule,
        Comity.verdictWhenPublished,
        Comity.validFrom,
        Comity.validUntil,
        Comity.earliestStart,
        Comity.latestStart,
        Comity.earliestEnd,
        Comity.latestEnd,
        Comity.legalStatus,
        Comity.knownFrom,
        Comity.confidence,
        Comity.exception,
        Comity.order,
    }
)
