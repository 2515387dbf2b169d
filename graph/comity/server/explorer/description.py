"""The explorer's routes in the OpenAPI document.

In: nothing. Out: paths and schemas. What does not belong here: what other routes share (`schemas`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from comity.analysis.standings import DISPUTED, STATUSES
from comity.rdf.namespaces import ENTITY_KINDS
from comity.rdf.vocabulary import CONCEPTS
from comity.server.browsing import MOST
from comity.server.explorer.choices import (
    BOARD_USUAL,
    BOARD_VERDICTS,
    GROUPINGS,
    SETS,
    STUDY_NAMES,
    STUDY_PICTURES,
)
from comity.server.explorer.story_files import all_stories
from comity.server.schemas import (
    answers,
    closed,
    enum,
    format_parameter,
    get,
    id_schema,
    listing,
    parameter,
    predicates,
    reference,
    shared,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.server.schemas import Schema

_TEXT: Final[Schema] = {"type": "string"}
_PICTURES: Final = [name for names in STUDY_PICTURES.values() for name in names]
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_WORDS: Final[Schema] = {"type": "string", "minLength": 1}


def paths() -> dict[str, Any]:
    """Return the paths of the explorer's pages."""
    lists = ("data", "csv", "html")
    classes = {"type": "string", "enum": list(CONCEPTS["SourceClassScheme"])}
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": BOARD_USUAL}
    offset = {"type": "integer", "minimum": 0, "maximum": 10_000_000, "default": 0}
    step = {"type": "integer", "minimum": 1, "maximum": MOST, "default": 1}
    return {
        "/board": _route(
            "board",
            "List claims that are contradicted, disputed or outdated, and why",
            [
                parameter("verdict", enum(BOARD_VERDICTS), "Verdict; else all but unverified."),
                parameter("kind", enum(ENTITY_KINDS), "Kind of the subject."),
                parameter("predicate", predicates(), "The relation or attribute itself."),
                parameter("class", classes, "Class of a source that speaks of the claim."),
                parameter("q", _WORDS, "Words in the claim, the reason or a title of a source."),
                parameter("limit", limit, "How many items at most."),
                parameter("offset", offset, "How many items are left out before them."),
            ],
            lists,
            reference("ContestedClaims"),
        ),
        "/matrix": _route(
            "matrix",
            "Tell how states stand to accords and bodies on a day",
            [
                parameter("set", enum(SETS), "Which columns."),
                parameter("group", enum(GROUPINGS), "By what the page groups rows."),
                parameter("bodies", _WORDS, "Ids of accords and bodies, with commas between them."),
            ],
            lists,
            reference("Matrix"),
        ),
        "/map": _route(
            "map", "Tell which coalition each state belongs to on a day", [], lists,
            reference("Coalitions"),
        ),
        "/compare": _route(
            "compare",
            "Set two things, or two days, side by side",
            [
                parameter("one", _WORDS, "Id of a thing, or a day.", required=True),
                parameter("other", _WORDS, "Id of a thing, or a day.", required=True),
            ],
            ("data", "html"),
            {"type": "object"},
        ),
        "/stories": _route(
            "stories", "List the stories", [], ("data", "html"), reference("Stories")
        ),
        "/stories/{name}": _route(
            "story",
            "Tell a story, whose figures queries give",
            [
                parameter("name", enum(list(all_stories())), "Name of the story.", place="path"),
                parameter("step", step, "Number of the step that the page shows."),
            ],
            ("data", "html"),
            reference("Story"),
        ),
        "/atlas": _route(
            "atlas",
            "Show the whole graph as one page",
            [
                parameter(
                    "full",
                    {"type": "boolean", "default": False},
                    "Whether the whole record and a SPARQL engine are inside.",
                )
            ],
            ("html",),
            _TEXT,
            {"202": _made({"text/html": {"schema": _TEXT}})},
        ),
        "/networks": _route(
            "networks", "List the studies of networks", [], ("data", "html"), reference("Studies")
        ),
        "/networks/{name}": _study(),
        "/networks/{name}/{picture}.svg": _picture(),
    }  # fmt: skip


def schemas() -> dict[str, Schema]:
    """Return the schemas that these paths refer to."""
    statuses = enum((*STATUSES, DISPUTED))
    many = {"type": "array", "items": {"type": "object"}}
    voice = closed(
        source=id_schema(["source"]),
        title=_TEXT,
        source_class={"enum": ["", *CONCEPTS["SourceClassScheme"]]},
        stance=enum(("affirms", "qualifies", "denies")),
        published=_TEXT,
    )
    standing = closed(
        body=id_schema(ENTITY_KINDS),
        status=statuses,
        since=_TEXT,
        claim=id_schema(["claim"]),
        verdict=enum(CONCEPTS["VerdictScheme"]),
    )
    state = {"state": id_schema(["nation"]), "name": _TEXT, "coalition": _TEXT}
    return {
        "ContestedClaim": closed(
            claim=id_schema(["claim"]),
            subject=id_schema(ENTITY_KINDS),
            subject_name=_TEXT,
            kind=enum(ENTITY_KINDS),
            predicate=_TEXT,
            relation=_TEXT,
            object={**_TEXT, "description": "Id of a thing, or a value."},
            object_name=_TEXT,
            since=_TEXT,
            until=_TEXT,
            verdict=enum(BOARD_VERDICTS),
            rule=_TEXT,
            reason=_TEXT,
            voices={"type": "array", "items": voice},
        ),
        "ContestedClaims": listing("ContestedClaim"),
        "Matrix": closed(
            day=_TEXT,
            columns=many,
            statuses={"type": "array", "items": statuses},
            items={
                "type": "array",
                "items": closed(
                    **state, region=_TEXT, standings={"type": "array", "items": standing}
                ),
            },
            total=_COUNT,
            next={"type": "null"},
        ),
        "Coalitions": closed(
            day=_TEXT,
            items={
                "type": "array",
                "items": closed(
                    **state,
                    artemis_standing=_TEXT,
                    artemis_since=_TEXT,
                    ilrs_standing=_TEXT,
                    ilrs_since=_TEXT,
                    claims={"type": "array", "items": id_schema(["claim"])},
                ),
            },
            total=_COUNT,
            next={"type": "null"},
        ),
        "StoryEntry": closed(name=_TEXT, title=_TEXT, summary=_TEXT, steps=_COUNT, url=_TEXT),
        "Stories": listing("StoryEntry"),
        "Story": closed(
            name=_TEXT, title=_TEXT, summary=_TEXT, figures={"type": "object"}, steps=many
        ),
        "StudyEntry": closed(name=enum(STUDY_NAMES), title=_TEXT, about=_TEXT, url=_TEXT),
        "Studies": listing("StudyEntry"),
        "Study": {
            "description": "A study; its other fields depend on which.",
            "type": "object",
            "required": ["status", "items", "pictures"],
            "properties": {
                "status": enum(("made",)),
                "items": many,
                "pictures": {
                    "type": "array",
                    "items": closed(
                        name=enum(_PICTURES), title=_TEXT, description=_TEXT, url=_TEXT
                    ),
                },
            },
        },
        "StudyInTheMaking": closed(
            status=enum(("waiting", "being made")), seconds=_COUNT, done=_COUNT, of=_COUNT
        ),
    }


def _route(
    name: str,
    summary: str,
    parameters: Sequence[Schema],
    formats: Sequence[str],
    schema: Schema,
    more: Mapping[str, Schema] | None = None,
) -> dict[str, Schema]:
    contents = {each: schema if each == "data" else _TEXT for each in formats}
    asked = [*parameters, *shared(), format_parameter(formats)]
    return get(name, summary, asked, answers(contents, summary + ".", more=more))


def _study() -> dict[str, Schema]:
    return _route(
        "network",
        "Give a study of networks: blocs, bridges, or who signs next",
        [parameter("name", enum(STUDY_NAMES), "Name of the study.", place="path")],
        ("data", "html"),
        reference("Study"),
        {"202": _made({"text/html": {"schema": _TEXT}})},
    )


def _picture() -> dict[str, Schema]:
    asked = [
        parameter("name", enum(STUDY_NAMES), "Name of the study.", place="path"),
        parameter("picture", enum(_PICTURES), "Name of a picture of it.", place="path"),
        *shared(),
        format_parameter(("svg",)),
    ]
    found = answers({"svg": _TEXT}, "The picture.", more={"202": _made({})})
    return get("networkPicture", "Give a picture of a study of networks", asked, found)


def _made(others: Schema) -> Schema:
    return {
        "description": "The study is being made; Retry-After says when to come again.",
        "content": {"application/json": {"schema": reference("StudyInTheMaking")}, **others},
    }
