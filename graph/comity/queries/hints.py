"""Hints about a query that found nothing.

In: a store and the text of a query. Out: what in the text names nothing: terms that the ontology
does not define and ids that no table has. What does not belong here: evaluation.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from comity.errors import BadIdentifier
from comity.rdf import terms
from comity.rdf.namespaces import KINDS, NS, graph_name, identifier, iri
from comity.rdf.query_words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.rdf.engine import Engine


_ONTOLOGY: Final = graph_name("ontology")


def hints(store: Engine, text: str) -> list[str]:
    """Return a sentence for each name in a query that names nothing, each once."""
    names = (word.partition(":") for word in words_of(text) if ":" in word and word[0] != "<")
    return list(dict.fromkeys(_hints(store, ((prefix, local) for prefix, _, local in names))))


def _hints(store: Engine, names: Iterable[tuple[str, str]]) -> Iterator[str]:
    for prefix, local in names:
        if prefix == "comity" and not _has_type(store, NamedNode(NS + local)):
            known = [
                name.removeprefix("comity:")
                for quad in store.quads_for_pattern(None, terms.TYPE, None, _ONTOLOGY)
                if (name := identifier(quad.subject) or "").startswith("comity:")
            ]
            yield _sentence(f"comity:{local}", "a term of the ontology", "comity:", local, known)
        elif prefix in KINDS and local and not _exists(store, f"{prefix}/{local}"):
            known = [
                name.partition("/")[2]
                for quad in store.quads_for_pattern(None, terms.IDENTIFIER, None)
                if (name := identifier(quad.subject) or "").startswith(f"{prefix}/")
            ]
            yield _sentence(f"{prefix}:{local}", "in the graph", f"{prefix}:", local, known)


def _exists(store: Engine, id_: str) -> bool:
    try:
        return _has_type(store, iri(id_))
    except BadIdentifier:
        return False


def _has_type(store: Engine, node: NamedNode) -> bool:
    return next(store.quads_for_pattern(node, terms.TYPE, None), None) is not None


def _sentence(name: str, where: str, start: str, local: str, known: list[str]) -> str:
    folded = {each.casefold(): each for each in sorted(known, reverse=True)}
    near = difflib.get_close_matches(local.casefold(), folded, n=1, cutoff=0.75)
    return f"{name} is not {where}" + (f"; did you mean {start}{folded[near[0]]}?" if near else "")
