"""What the page carries: the record in columns, small enough for one file.

In: a panorama and the places of its things. Out: a dictionary of texts, numbers and lists that
`graph/explorer/src/data/payload.ts` describes, and its packed form. What does not belong here:
where the things stand (`layout`) and the page (`page`).

Votes are by far the most claims, and alike: those of a roll call are one text, with a sign for each
state that ever voted. The page makes claims of them again.

All texts are cleaned by `comity.views.wording`. Columns of numbers point into lists; days are
numbers since 1970-01-01, bounds that exclude nothing are null.
"""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from comity.analysis.networks import NETWORKS
from comity.analysis.panorama import LAYERS, Panorama
from comity.analysis.roll_calls import BALLOTS
from comity.networks.coalitions import COALITIONS, STANDINGS
from comity.rdf.dates import PartialDate
from comity.rdf.vocabulary import RELATIONS
from comity.views.palette import KINDS, OTHER, OUTLINES, VERDICTS
from comity.views.wording import readable, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.analysis.roll_calls import RollCall

FORM: Final = 2
"""Number of the layout of the data; the front end refuses others."""

_EPOCH: Final = date(1970, 1, 1)
_STANCES: Final = ("affirms", "denies", "qualifies")
_NO_VOTE: Final = "."


@dataclass(frozen=True, slots=True)
class AtlasFacts:
    """What an atlas says about itself.

    Attributes:
        version: Version of the package.
        release: Day of the release.
        snapshot: SHA-256 of the snapshot.
        as_of: Day to which the record was restricted, or None.
        known_by: Day by which all of it was public, or None.
        pages: Address of the page of a thing, claim or source, with `$id` in place of its id;
            empty where there are no such pages.
    """

    version: str
    release: str
    snapshot: str
    as_of: str | None = None
    known_by: str | None = None
    pages: str = ""


class _Pool:
    """Texts by number, in the order in which they are first met."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.texts = [*texts]
        self._places = {text: place for place, text in enumerate(self.texts)}

    def place(self, text: str) -> int:
        if text not in self._places:
            self._places[text] = len(self.texts)
            self.texts.append(text)
        return self._places[text]


def atlas_payload(
    panorama: Panorama, places: Mapping[str, tuple[float, float]], facts: AtlasFacts
) -> dict[str, Any]:
    """Return what the page carries.

    Args:
        panorama: The record.
        places: Place of each thing.
        facts: What the atlas says about itself.
    """
    kinds = [kind for kind in KINDS if any(n.kind == kind for n in panorama.things.values())]
    others = sorted({node.kind for node in panorama.things.values()} - KINDS.keys())
    pools = {name: _Pool() for name in ("relation", "status", "reason")}
    verdicts, classes = _Pool(VERDICTS), _Pool()
    at = {name: place for place, name in enumerate(panorama.things)}
    documents = {name: place for place, name in enumerate(panorama.documents)}
    claims = {
        "id": [readable(tie.claim) for tie in panorama.ties],
        "subject": [at[tie.subject] for tie in panorama.ties],
        "relation": [pools["relation"].place(tie.relation) for tie in panorama.ties],
        "object": [at[tie.object] for tie in panorama.ties],
        "start": [readable(tie.start) for tie in panorama.ties],
        "end": [readable(tie.end) for tie in panorama.ties],
        "from": [_day(tie.earliest) for tie in panorama.ties],
        "until": [_day(tie.latest) for tie in panorama.ties],
        "verdict": [verdicts.place(readable(tie.verdict)) for tie in panorama.ties],
        "status": [
            pools["status"].place(readable(tie.legal_status)) if tie.legal_status else -1
            for tie in panorama.ties
        ],
        "reason": [
            pools["reason"].place(readable(panorama.reasons.get(tie.claim, "")))
            for tie in panorama.ties
        ],
        "note": [readable(tie.note) for tie in panorama.ties],
        "inferred": [int(tie.claim in panorama.inferred) for tie in panorama.ties],
        "reversed": [int(tie.arrow[0] != tie.subject) for tie in panorama.ties],
    }
    ballots = [pools["relation"].place(name) for name in BALLOTS] if panorama.rolls else []
    voters = sorted({tie.subject for roll in panorama.rolls for tie in roll.votes})
    rolls = _rolls(panorama, voters, at, verdicts, pools)
    return {
        "form": FORM,
        "version": facts.version,
        "release": facts.release,
        "snapshot": facts.snapshot,
        "asOf": facts.as_of,
        "knownBy": facts.known_by,
        "pages": facts.pages,
        "today": _day(facts.as_of or facts.release),
        "kinds": [_look(name) for name in (*kinds, *others)],
        "relations": [
            {"name": name, "phrase": RELATIONS[name].phrase, "group": RELATIONS[name].label}
            for name in pools["relation"].texts
        ],
        "verdicts": [{"name": name, "words": VERDICTS.get(name, name)} for name in verdicts.texts],
        "statuses": pools["status"].texts,
        "reasons": pools["reason"].texts,
        "stances": [*_STANCES],
        "layers": [
            {"name": name, "words": words, "phrase": NETWORKS[name].phrase}
            for name, words in LAYERS.items()
        ],
        "coalitions": [
            {"name": name, "words": name, "body": body} for name, body in COALITIONS.items()
        ],
        "standings": [*STANDINGS],
        "things": _things(panorama, places, [*kinds, *others]),
        "claims": claims,
        "attestations": _attestations(panorama, documents),
        "sources": {
            "id": [readable(each.id) for each in panorama.documents.values()],
            "title": [readable(each.title) for each in panorama.documents.values()],
            "publisher": [readable(each.publisher) for each in panorama.documents.values()],
            "via": [readable(each.via) for each in panorama.documents.values()],
            "url": [web_address(each.url) for each in panorama.documents.values()],
            "published": [readable(each.published) for each in panorama.documents.values()],
            "class": [
                classes.place(readable(each.of_class)) for each in panorama.documents.values()
            ],
        },
        "classes": classes.texts,
        "ballots": ballots,
        "voters": [at[name] for name in voters],
        "rolls": rolls,
        "rollSayings": _roll_sayings(panorama, documents),
        "sums": {
            "layer": [[*LAYERS].index(each.layer) for each in panorama.sums],  # type: ignore[arg-type]
            "subject": [at[each.first] for each in panorama.sums],
            "object": [at[each.second] for each in panorama.sums],
            "year": [each.year for each in panorama.sums],
            "count": [each.count for each in panorama.sums],
        },
    }


def packed(payload: Mapping[str, Any]) -> str:
    """Return a payload as base64 of gzip of JSON; the same payload gives the same text.

    Args:
        payload: What `atlas_payload` returns.
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()


def _things(
    panorama: Panorama, places: Mapping[str, tuple[float, float]], kinds: Sequence[str]
) -> dict[str, list[Any]]:
    nodes = panorama.things.values()
    return {
        "id": [readable(node.id) for node in nodes],
        "kind": [kinds.index(node.kind) for node in nodes],
        "label": [readable(node.label) or readable(node.id) for node in nodes],
        "description": [readable(node.description) for node in nodes],
        "start": [readable(node.start) for node in nodes],
        "end": [readable(node.end) for node in nodes],
        "from": [_day(node.start and PartialDate.parse(node.start).first_day) for node in nodes],
        "until": [_day(node.end and PartialDate.parse(node.end).last_day) for node in nodes],
        "names": [
            "\n".join(readable(name) for name in panorama.names.get(node.id, ())) for node in nodes
        ],
        "x": [round(places[node.id][0], 1) for node in nodes],
        "y": [round(places[node.id][1], 1) for node in nodes],
    }


def _attestations(panorama: Panorama, documents: Mapping[str, int]) -> dict[str, list[Any]]:
    claims = {tie.claim: place for place, tie in enumerate(panorama.ties)}
    sayings = sorted(panorama.sayings, key=lambda said: claims[said.claim])
    urls = {name: each.url for name, each in panorama.documents.items()}
    return {
        "claim": [claims[said.claim] for said in sayings],
        "source": [documents[said.source] for said in sayings],
        "stance": [_STANCES.index(said.stance) for said in sayings],
        "voice": [readable(said.voice) for said in sayings],
        "quote": [readable(said.quote) for said in sayings],
        # most are seen at the source's own address, which need not be said twice
        "seen": [
            "" if said.seen == urls[said.source] else web_address(said.seen) for said in sayings
        ],
    }


def _rolls(
    panorama: Panorama,
    voters: Sequence[str],
    at: Mapping[str, int],
    verdicts: _Pool,
    pools: Mapping[str, _Pool],
) -> dict[str, list[Any]]:
    """Return a row for each roll call; `votes` has the place of each voter's vote in `BALLOTS`."""
    shared = [(roll.votes[0], roll) for roll in panorama.rolls]
    return {
        "object": [at[tie.object] for tie, _ in shared],
        "start": [readable(tie.start) for tie, _ in shared],
        "end": [readable(tie.end) for tie, _ in shared],
        "from": [_day(tie.earliest) for tie, _ in shared],
        "until": [_day(tie.latest) for tie, _ in shared],
        "verdict": [verdicts.place(readable(tie.verdict)) for tie, _ in shared],
        "status": [
            pools["status"].place(readable(tie.legal_status)) if tie.legal_status else -1
            for tie, _ in shared
        ],
        "reason": [pools["reason"].place(readable(roll.reason)) for _, roll in shared],
        "note": [readable(tie.note) for tie, _ in shared],
        "votes": [_signs(roll, voters) for _, roll in shared],
        # ids follow from resolution and voter; those that do not are given by the voter's place
        "ids": [
            {
                str(voters.index(tie.subject)): readable(tie.claim)
                for tie in roll.votes
                if tie.claim != f"claim/vote-{_slug(tie.object)}-{_slug(tie.subject)}"
            }
            for _, roll in shared
        ],
    }


def _signs(roll: RollCall, voters: Sequence[str]) -> str:
    cast = {tie.subject: str(BALLOTS.index(tie.relation)) for tie in roll.votes}
    return "".join(cast.get(name, _NO_VOTE) for name in voters).rstrip(_NO_VOTE)


def _slug(id_: str) -> str:
    return id_.partition("/")[2]


def _roll_sayings(panorama: Panorama, documents: Mapping[str, int]) -> dict[str, list[Any]]:
    said = [(place, word) for place, roll in enumerate(panorama.rolls) for word in roll.sayings]
    return {
        "roll": [place for place, _ in said],
        "source": [documents[word.source] for _, word in said],
        "stance": [_STANCES.index(word.stance) for _, word in said],
        "voice": [readable(word.voice) for _, word in said],
        "quote": [readable(word.quote) for _, word in said],
        "seen": [web_address(word.seen) for _, word in said],
    }


def _look(kind: str) -> dict[str, str]:
    look = KINDS.get(kind, OTHER)
    return {
        "name": kind,
        "one": look.one if kind in KINDS else kind,
        "many": look.many if kind in KINDS else kind,
        "fill": look.fill,
        "shape": look.shape.value,
        "outline": OUTLINES[look.shape],
    }


def _day(text: str | date | None) -> int | None:
    """Return the number of a day since 1970-01-01."""
    if not text:
        return None
    day = text if isinstance(text, date) else date.fromisoformat(text)
    return (day - _EPOCH).days
