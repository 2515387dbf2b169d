"""What of the record a moment shows.

In: the quads of a snapshot, and a moment. Out: those asserted quads that the moment leaves. What
does not belong here: direct and inferred triples, which the rules make anew for each moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.claims.quads import CLAIMS, DOCUMENTS
from comity.claims.things import THINGS
from comity.rdf import terms
from comity.rdf.namespaces import graph_name
from comity.rdf.vocabulary import Comity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from pyoxigraph import NamedNode, Quad

    from comity.rdf.dates import Moment

_ASSERTED: Final = frozenset({THINGS, CLAIMS, DOCUMENTS, graph_name("ontology")})
_DATED: Final = frozenset({Comity.Claim, Comity.Prohibition, Comity.Precedent})
_PUBLISHED: Final = _DATED | {Comity.Attestation, Comity.Source}


def quads_of_moment(quads: Sequence[Quad], moment: Moment) -> Iterator[Quad]:
    """Yield what was asserted, without what a moment leaves out.

    As of a day, these are the claims that the record excludes for it; for a moment that is
    certain, those that it does not assure. Known by a day, these are the claims, attestations and
    sources that were not certainly public by then. An attestation goes with the last of its claims.
    Derived statements are left out: they hold for another moment.
    """
    hidden = _claims_excluded(quads, moment) if moment.as_of else set()
    if moment.known_by:
        hidden |= _unknown(quads, moment.known_by)
    said = [quad for quad in quads if quad.predicate == Comity.attestation]
    silenced = {quad.object for quad in said if quad.subject in hidden}
    silenced -= {quad.object for quad in said if quad.subject not in hidden}
    hidden |= silenced
    for quad in quads:
        if quad.graph_name in _ASSERTED and not (quad.subject in hidden or quad.object in hidden):
            yield quad


def _claims_excluded(quads: Sequence[Quad], moment: Moment) -> set[object]:
    day = str(moment.as_of)  # ISO days sort as texts
    begin, finish = (
        (Comity.latestStart, Comity.earliestEnd)
        if moment.certain
        else (Comity.earliestStart, Comity.latestEnd)
    )
    excluded: set[object] = set()
    begun: set[object] = set()
    for quad in quads:
        if quad.predicate == begin:
            (excluded if quad.object.value > day else begun).add(quad.subject)  # type: ignore[union-attr]
        elif quad.predicate == finish and quad.object.value < day:  # type: ignore[union-attr]
            excluded.add(quad.subject)
    if moment.certain:
        excluded |= _of_classes(quads, _DATED) - begun
    return excluded


def _unknown(quads: Sequence[Quad], day: date) -> set[object]:
    text = day.isoformat()
    known: set[object] = {
        quad.subject
        for quad in quads
        if quad.predicate == Comity.knownFrom and quad.object.value <= text  # type: ignore[union-attr]
    }
    return _of_classes(quads, _PUBLISHED) - known


def _of_classes(quads: Iterable[Quad], classes: Collection[NamedNode]) -> set[object]:
    return {q.subject for q in quads if q.predicate == terms.TYPE and q.object in classes}
