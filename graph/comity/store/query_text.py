"""The parts of a SPARQL query, and other queries made from them.

In: a text that the engine's parser has accepted. Out: its form, and SELECT queries that give what
it asks for, or a slice of it. What does not belong here: requests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.errors import NeedsSnapshot
from comity.rdf.query_words import QUOTED, placed_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_MODIFIERS: Final = frozenset({"FROM", "ORDER", "LIMIT", "OFFSET"})
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_QUOTED: Final = re.compile(QUOTED, re.DOTALL)
_ANNOTATION: Final = re.compile(r"\{\||<<|~|\b(?:TRIPLE|isTRIPLE)\s*\(", re.IGNORECASE)
_REIFIES: Final = re.compile(r"\brdf:reifies\b|22-rdf-syntax-ns#reifies\b")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a query.

    Attributes:
        text: All of it.
        prologue: Its PREFIX and BASE lines.
        form: SELECT, ASK, CONSTRUCT or DESCRIBE.
        head: What stands between the form and what is selected from: variables, or things.
        template: The template of a CONSTRUCT, without braces.
        rest: FROM, WHERE and all that follows.
        modifiers: Which of FROM, ORDER, LIMIT and OFFSET stand in it outermost.
    """

    text: str
    prologue: str
    form: str
    head: str
    template: str
    rest: str
    modifiers: frozenset[str]


def declared(text: str, prefixes: Mapping[str, str]) -> str:
    """Return a text with the prefixes that occur in it declared before it."""
    used = {word.group().partition(":")[0] for word in placed_words(text) if ":" in word.group()}
    lines = (f"PREFIX {name}: <{start}>\n" for name, start in prefixes.items() if name in used)
    return "".join((*lines, text))


def refuse_annotations(text: str) -> None:
    """Return when a text is without triples of RDF 1.2, which no published store holds.

    Raises:
        NeedsSnapshot: It has them; the answer elsewhere would be empty, not wrong in any other way.
    """
    bare = _QUOTED.sub(" ", text)
    if _ANNOTATION.search(bare) or _REIFIES.search(text):
        raise NeedsSnapshot(
            "annotations of RDF 1.2", "match the claim's rdf:subject, rdf:predicate and rdf:object"
        )


def parts_of(text: str) -> Parts:
    """Return the parts of a query that the parser has accepted."""
    form, form_end, form_start = "", 0, 0
    template = ""
    rest_start: int | None = None
    template_start: int | None = None
    depth = 0
    modifiers = set()
    for word in placed_words(text):
        found = word.group()
        upper = found.upper()
        if not form:
            if upper in _FORMS:
                form, form_start, form_end = upper, word.start(), word.end()
            continue
        if depth == 0 and upper in _MODIFIERS:
            modifiers.add(upper)
        if depth == 0 and rest_start is None:
            if form == "CONSTRUCT" and found == "{" and template_start is None:
                template_start = word.end()
            elif upper in {"FROM", "WHERE"} or found == "{":
                rest_start = word.start()
        depth += (found in _OPENING) - (found in _CLOSING)
        if template_start is not None and not template and depth == 0 and found == "}":
            template = text[template_start : word.start()]
            form_end = word.end()
    rest = text[rest_start:] if rest_start is not None else ""
    if form == "CONSTRUCT" and template_start is None:  # CONSTRUCT WHERE { … }
        template = rest[rest.index("{") + 1 : rest.rindex("}")]
    head = text[form_end : rest_start if rest_start is not None else len(text)]
    prologue = text[:form_start]
    return Parts(text, prologue, form, head, template, rest, frozenset(modifiers))


def variables_in(text: str) -> list[str]:
    """Return the names of the variables of a text, each once, in order.

    >>> variables_in("?a a $b . ?a ?c 'what?'")
    ['a', 'b', 'c']
    """
    words = (word.group() for word in placed_words(text))
    return list(dict.fromkeys(word[1:] for word in words if word[0] in "?$"))


def solutions_of_construct(parts: Parts) -> str:
    """Return the SELECT query whose solutions a CONSTRUCT puts into its template."""
    names = variables_in(parts.template)
    chosen = " ".join(f"?{name}" for name in names) or "*"
    return f"{parts.prologue}SELECT {chosen}\n{parts.rest}"


def slices(parts: Parts, names: Sequence[str], starts: Iterable[str]) -> list[str]:
    """Return queries that together give each solution of a SELECT once, in any order.

    A solution belongs to the slice with which the MD5 of its values begins, so that the slices are
    the same however often and in whatever order the store finds the solutions.

    Args:
        parts: A SELECT without FROM, ORDER, LIMIT and OFFSET.
        names: The variables that it selects.
        starts: Hexadecimal digits, one text for each slice.
    """
    values = ', " ", '.join(f'COALESCE(STR(?{name}), "")' for name in names)
    digest = f"MD5(CONCAT({values}))" if len(names) > 1 else f"MD5({values})"
    inner = f"SELECT {parts.head}\n{parts.rest}"
    chosen = " ".join(f"?{name}" for name in names)
    return [
        f"{parts.prologue}SELECT {chosen} WHERE {{ {{ {inner}\n}} "
        f'FILTER (STRSTARTS({digest}, "{start}")) }}'
        for start in starts
    ]
