"""How states stand to accords and bodies on a day: as party, member, observer, and so on.

In: a store and the moment. Out: for each state and each accord or body, its weightiest standing.
What does not belong here: which of them are shown, and how.

Where the record holds several claims of one state and one body, the weightiest that the day shows
counts, in the order of `STATUSES`: a party has signed too, and a member was once an observer. A
claim that is contradicted gives no standing; a disputed one is shown as disputed, never as held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.queries.evaluation import evaluate
from comity.queries.moments import at_moment
from comity.rdf.namespaces import identifier
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from comity.rdf.dates import Moment
    from comity.rdf.engine import Engine

DISPUTED: Final = "disputed"
STATUSES: Final[Mapping[str, tuple[str, ...]]] = {
    "party": ("party_to",),
    "member": ("member_of",),
    "signed": ("signatory_of",),
    "committed": ("committed_to",),
    "participant": ("participates_in",),
    "associate": ("associate_member_of", "cooperating_state_of", "adheres_to"),
    "observer": ("observer_of",),
    "institution": ("has_institution_in",),
    "suspended": ("suspended",),
    "withdrawn": ("withdrew_from",),
    "interested": ("expressed_interest_in", "consulted_on"),
    "declined": ("declined_to_join",),
}
"""Statuses with their relations, the weightiest first."""
HELD: Final = ("party", "member", "signed", "committed", "participant")
"""Statuses that make a state one of those that an accord or body has."""
_BY_IRI: Final = {
    RELATIONS[name].iri.value: status
    for status, names in STATUSES.items()
    for name in names
    if name in RELATIONS
}
_RANKS: Final = {status: rank for rank, status in enumerate((*STATUSES, DISPUTED))}
_REFUTED: Final = "contradicted"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a state stands to an accord or a body.

    Attributes:
        state: Id of the state.
        body: Id of the accord or body.
        status: One of `STATUSES`, or `DISPUTED`.
        since: Since when, as stated, or empty.
        claim: Id of the claim that says so.
        verdict: Its verdict.
    """

    state: str
    body: str
    status: str
    since: str
    claim: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Named:
    """A state, an accord or a body.

    Attributes:
        id: Its id.
        name: Its label.
        short: A short name for the head of a column.
        description: What the record says of it, or empty.
    """

    id: str
    name: str
    short: str
    description: str


def read_standings(store: Engine, moment: Moment, today: date) -> list[Standing]:
    """Return the weightiest standing of each state to each accord and body, by their ids.

    Args:
        store: A store in which texts with marks are asked.
        moment: The moment from which it is looked.
        today: The day that is meant when the moment has none.
    """
    best: dict[tuple[str, str], Standing] = {}
    text = at_moment(_STANDINGS, moment, today)
    for row in evaluate(store, text):  # type: ignore[union-attr]  # a SELECT gives solutions
        found = _standing(row)
        key = (found.state, found.body)
        if found.verdict != _REFUTED and (key not in best or _rank(found) < _rank(best[key])):
            best[key] = found
    return [best[key] for key in sorted(best)]


def _standing(row: Any) -> Standing:
    verdict = row["verdict"].value
    return Standing(
        state=_text(row["state"]),
        body=_text(row["body"]),
        status=DISPUTED if verdict == DISPUTED else _BY_IRI[row["property"].value],
        since=_text(row["since"]),
        claim=_text(row["claim"]),
        verdict=verdict,
    )


def _rank(standing: Standing) -> tuple[int, str, str]:
    return _RANKS[standing.status], standing.since or "9", standing.claim


def read_named(store: Engine, ids: frozenset[str]) -> dict[str, Named]:
    """Return the names of some states, accords and bodies, by their ids."""
    found: dict[str, Named] = {}
    for row in evaluate(store, _NAMES):  # type: ignore[union-attr]  # a SELECT gives solutions
        id_ = _text(row["thing"])
        if id_ in ids:
            name = row["name"].value
            short = _text(row["short"])
            known = found.get(id_)
            if known is None or (short and len(short) < len(known.short)):
                found[id_] = Named(id_, name, short or name, _text(row["description"]))
    return found


def _text(term: Any) -> str:
    return "" if term is None else identifier(term) or str(term.value)


_STANDINGS: Final = f"""
SELECT ?state ?body ?property ?since ?claim ?verdict
WHERE {{
  VALUES ?property {{ {" ".join(f"<{iri}>" for iri in _BY_IRI)} }}
  ?claim rdf:predicate ?property ; a comity:Claim ; rdf:subject ?state ; rdf:object ?body ;
         comity:verdict/skos:notation ?verdict .
  ?claim comity:at $today .
  ?state a comity:Nation .
  OPTIONAL {{ ?claim comity:validFrom ?since }}
}}"""
_NAMES: Final = """
SELECT ?thing ?name ?short ?description
WHERE {
  VALUES ?kind { comity:Nation comity:Accord comity:Organisation comity:Agency comity:Programme }
  ?thing a ?kind ; rdfs:label ?name .
  OPTIONAL { ?thing skos:altLabel ?short FILTER (REGEX(STR(?short), "^[A-Z][A-Za-z0-9-]{1,9}$")) }
  OPTIONAL { ?thing dcterms:description ?description }
}"""
