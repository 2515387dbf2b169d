"""Verdicts by what was public on a day.

In: the quads that a moment leaves, those of sources included. Out: the same quads with verdicts
that rest on nothing published later. What does not belong here: which quads a moment leaves
(`comity.claims.moments`), and verdicts by all that is known (`judging`).

Sources are weighed again, without those that were not public. What follows from plans, counts and
the like is taken from the verdict for the time of publication. Reasons that name sources are
written anew, so that none names what was not public.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from comity.claims.attesting import plain_name
from comity.claims.model import Attestation, Judgement
from comity.rdf import literals, terms
from comity.rdf.dates import PartialDate
from comity.rdf.namespaces import identifier, iri
from comity.rdf.vocabulary import CONCEPTS, Comity
from comity.verdicts.evidence import qualifying, side
from comity.verdicts.ties import between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_JUDGED: Final = frozenset(
    {
        Comity.verdict,
        Comity.verdictRule,
        Comity.verdictReason,
        Comity.verdictBasis,
        Comity.verdictWhenPublished,
        Comity.verdictReasonWhenPublished,
    }
)
WEIGHED: Final = frozenset({"weighing", "detail", "complete_list", "recollection", "document_only"})
"""Words of the rules that rest on the weight of sources."""
_RULES: Final = {concept: word for word, concept in CONCEPTS["RuleScheme"].items()}
_VERDICTS: Final = {concept: word for word, concept in CONCEPTS["VerdictScheme"].items()}
_CLASSES: Final = {concept: word for word, concept in CONCEPTS["SourceClassScheme"].items()}
_STANCES: Final = {concept: word for word, concept in CONCEPTS["StanceScheme"].items()}
_SURENESS: Final = {concept: word for word, concept in CONCEPTS["ConfidenceScheme"].items()}

_Facts = dict[NamedNode, list[object]]


def judged_by_the_known(quads: Sequence[Quad]) -> Iterator[Quad]:
    """Yield quads with the verdicts of claims and passages by what is left of the evidence."""
    facts: dict[object, _Facts] = defaultdict(lambda: defaultdict(list))
    homes: dict[object, Quad] = {}
    for quad in quads:
        facts[quad.subject][quad.predicate].append(quad.object)
        if quad.predicate == Comity.verdict:
            homes[quad.subject] = quad
        if quad.predicate not in _JUDGED:
            yield quad
    for node, quad in homes.items():
        for predicate, value in _as_facts(_judgement(facts[node], facts)):
            yield Quad(quad.subject, predicate, value, quad.graph_name)


def judge_by_the_known(
    said: Sequence[Attestation], *, verdict: str, rule: str, then: str
) -> Judgement:
    """Return the judgement of a claim by those of its attestations that are left.

    Args:
        said: What is left of its attestations.
        verdict: Its verdict by all that is known.
        rule: Word of the rule that reached it.
        then: Its verdict for the time of its publication.
    """
    if rule not in WEIGHED:
        return Judgement(then, rule, "Judged for the time of its publication.")
    found = between(
        side(each for each in said if each.stance == "affirms"),
        side(each for each in said if each.stance == "denies"),
        qualifying(said),
    )
    if found:
        return found
    if not said and verdict == "supported":
        words = "An act done in public; the sources on record were published later."
        return Judgement("supported", "weighing", words)
    return Judgement(
        "unverified", "recollection", "No source that was public by then, and seen, says so."
    )


def _judgement(claim: _Facts, facts: Mapping[object, _Facts]) -> Judgement:
    verdict = claim[Comity.verdict]
    then = claim[Comity.verdictWhenPublished] or verdict
    return judge_by_the_known(
        [_attestation(node, facts) for node in claim[Comity.attestation]],
        verdict=_VERDICTS[verdict[0]],  # type: ignore[index]  # a concept
        rule=_RULES[claim[Comity.verdictRule][0]],  # type: ignore[index]  # a concept
        then=_VERDICTS[then[0]],  # type: ignore[index]  # a concept
    )


def _attestation(node: object, facts: Mapping[object, _Facts]) -> Attestation:
    told = facts[node]
    source = facts[told[terms.DERIVED_FROM][0]]
    published = source[terms.ISSUED]
    slug = (identifier(told[terms.DERIVED_FROM][0]) or "").partition("/")[2]
    return Attestation(
        id=(identifier(node) or "").partition("/")[2],
        source=slug,
        stance=_STANCES[told[Comity.stance][0]],  # type: ignore[index]  # a concept
        seen=told[Comity.verification] == [Comity.Seen],
        verified="",
        confidence=_SURENESS[told[Comity.confidence][0]],  # type: ignore[index]  # a concept
        known=None,
        source_class=_CLASSES[source[Comity.sourceClass][0]],  # type: ignore[index]  # a concept
        group=_group(told[terms.DERIVED_FROM][0], facts),
        published=PartialDate.parse(published[0].value) if published else None,  # type: ignore[attr-defined]
    )


def _group(source: object, facts: Mapping[object, _Facts]) -> str:
    """Return what sources share that are one voice, as `comity.claims.attesting` has it."""
    seen = {source}
    while (texts := facts[source][Comity.reprintOf]) and texts[0] not in seen:
        source = texts[0]
        seen.add(source)
    publisher = facts[source][terms.PUBLISHER]
    name = plain_name(publisher[0].value) if publisher else ""  # type: ignore[attr-defined]
    return name or (identifier(source) or "").partition("/")[2]


def _as_facts(found: Judgement) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield Comity.verdict, CONCEPTS["VerdictScheme"][found.verdict]
    yield Comity.verdictRule, CONCEPTS["RuleScheme"][found.rule]
    yield Comity.verdictReason, literals.english(found.reason)
    for id_ in dict.fromkeys(found.basis):
        yield Comity.verdictBasis, iri(id_)
