"""The board of claims that do not simply hold: which, by which rule, why, and who says what.

In: filters and the moment. Out: part of the list, with counts, as a page, as JSON or as CSV. What
does not belong here: which claims those are (`comity.analysis.contested`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.analysis.contested import CONTESTED, Contested, read_contested
from comity.errors import WrongParameter
from comity.queries.filtering import expect_predicate, expect_verdict
from comity.rdf.namespaces import ENTITY_KINDS
from comity.rdf.vocabulary import CONCEPTS
from comity.server.engines import record_of
from comity.server.explorer.choices import BOARD_FILTERS, BOARD_VERDICTS
from comity.server.links import cited
from comity.server.listings import Listing, csv_of, json_of, named
from comity.server.messages import Reply
from comity.server.rendering import frame_of, page_reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.links import Cell
    from comity.server.messages import Request

_COLUMNS: Final = (
    "claim", "subject", "subject_name", "kind", "predicate", "relation", "object", "object_name",
    "since", "until", "verdict", "rule", "reason", "affirmed_by", "qualified_by", "denied_by",
)  # fmt: skip
_STANCES: Final = {"affirmed_by": "affirms", "qualified_by": "qualifies", "denied_by": "denies"}


@dataclass(frozen=True, slots=True)
class BoardPage:
    """What the board shows.

    Attributes:
        listing: The claims, as part of a list.
        claims: The same claims, as values, each with its reason, where titles stand for sources.
        counts: For each verdict, how many claims fit the other filters.
    """

    listing: Listing
    claims: Sequence[tuple[Contested, Sequence[Cell]]]
    counts: Sequence[tuple[str, int]]


def board(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """List the claims that do not simply hold."""
    asked = {name: request.arguments[name] or "" for name in BOARD_FILTERS}
    _expect_known(asked)
    every = read_contested(record_of(graph, request), request.moment, BOARD_VERDICTS)
    fits = {name: _test(name, text) for name, text in asked.items()}
    chosen = sorted(
        (each for each in every if all(fits[name](each) for name in BOARD_FILTERS)),
        key=lambda each: BOARD_VERDICTS.index(each.verdict),
    )
    offset, limit = request.arguments["offset"], request.arguments["limit"]
    part = chosen[offset : offset + limit]
    listing = Listing(
        items=[_item(each) for each in part],
        total=len(chosen),
        offset=offset,
        limit=limit,
        asked=asked,
        choices={
            "kind": _choices(every, fits, "kind", lambda each: [each.kind]),
            "predicate": _choices(
                every, fits, "predicate", lambda each: [each.predicate], _relations(every)
            ),
            "class": _choices(every, fits, "class", _classes, _CLASS_WORDS),
        },
    )
    frame = frame_of(request, graph, ("data", "csv"))
    match request.formats[0]:
        case "html":
            fitting = _but(every, fits, "verdict")
            found = Counter(each.verdict for each in fitting)
            claims = [(each, _reason(each)) for each in part]
            shown = BoardPage(listing, claims, [(name, found[name]) for name in BOARD_VERDICTS])
            return page_reply("board", shown, frame)
        case "csv":
            return Reply("csv", csv_of([_row(item) for item in listing.items], _COLUMNS))
        case _:
            return Reply("data", json_of(listing, frame, request.arguments["base"]))


def _expect_known(asked: Mapping[str, str]) -> None:
    with named("verdict"):
        expect_verdict(asked["verdict"] or "disputed")
    if asked["verdict"] == "supported":
        words = f"claims that hold are not on the board; choose one of {', '.join(BOARD_VERDICTS)}"
        raise WrongParameter("verdict", words)
    with named("predicate"):
        expect_predicate(asked["predicate"] or "tied_to")
    if asked["kind"] and asked["kind"] not in ENTITY_KINDS:
        words = f"no kind {asked['kind']!r}; choose one of {', '.join(ENTITY_KINDS)}"
        raise WrongParameter("kind", words)
    classes = CONCEPTS["SourceClassScheme"]
    if asked["class"] and asked["class"] not in classes:
        words = f"no class {asked['class']!r}; choose one of {', '.join(classes)}"
        raise WrongParameter("class", words)


def _test(name: str, wanted: str) -> Callable[[Contested], bool]:
    """Return what tells whether a claim fits a filter; an empty one fits all but unverified."""
    text = wanted.casefold()
    match name:
        case "verdict":
            among = (wanted,) if wanted else CONTESTED
            return lambda each: each.verdict in among
        case "class":
            return lambda each: not wanted or wanted in _classes(each)
        case "q":
            return lambda each: all(word in _text(each) for word in text.split())
        case _:
            return lambda each: wanted in ("", getattr(each, name))


def _text(each: Contested) -> str:
    titles = " ".join(voice.title for voice in each.voices)
    words = (each.subject_name, each.relation, each.object_name, each.reason, each.claim, titles)
    return " ".join(words).casefold()


def _classes(each: Contested) -> list[str]:
    return sorted({voice.source_class for voice in each.voices if voice.source_class})


def _but(
    every: Iterable[Contested], fits: Mapping[str, Callable[[Contested], bool]], left_out: str
) -> list[Contested]:
    others = [test for name, test in fits.items() if name != left_out]
    return [each for each in every if all(test(each) for test in others)]


def _choices(
    every: Iterable[Contested],
    fits: Mapping[str, Callable[[Contested], bool]],
    name: str,
    values: Callable[[Contested], Iterable[str]],
    words: Mapping[str, str] | None = None,
) -> list[tuple[str, str]]:
    """Return the values that claims have which fit the other filters, each with its number."""
    found = Counter(value for each in _but(every, fits, name) for value in values(each) if value)
    named_ = [(value, (words or {}).get(value, value), count) for value, count in found.items()]
    return [
        (value, f"{text} ({count})")
        for value, text, count in sorted(named_, key=lambda each: each[1])
    ]


def _relations(every: Iterable[Contested]) -> dict[str, str]:
    return {each.predicate: each.relation for each in every}


def _reason(each: Contested) -> list[Cell]:
    ends = {each.subject: each.subject_name, each.object: each.object_name}
    return cited(
        each.reason,
        {voice.source: voice.title for voice in each.voices},
        {id_: name for id_, name in ends.items() if id_ != name},  # a value is its own name
    )


def _item(each: Contested) -> dict[str, Any]:
    return asdict(each)


def _row(item: Mapping[str, Any]) -> dict[str, Any]:
    said = {
        column: "|".join(voice["source"] for voice in item["voices"] if voice["stance"] == stance)
        for column, stance in _STANCES.items()
    }
    return {**item, **said}


_CLASS_WORDS: Final = {name: name.replace("_", " ") for name in CONCEPTS["SourceClassScheme"]}
