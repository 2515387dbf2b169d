"""The table of measures: what each says, in a sentence, by which formula, and what it does not say.

In: nothing. Out: `MEASURES`. What does not belong here: how they are worked out (`measures`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Measure:
    """What a measure is.

    Attributes:
        of: Whether it is of a node, or of the graph as a whole.
        sentence: What it says, for a reader who does not know its name.
        formula: How it is worked out.
        caveat: What it does not say.
        reference: Who proposed it, or where its form is from.
    """

    of: Literal["node", "graph"]
    sentence: str
    formula: str
    caveat: str
    reference: str


_FREEMAN: Final = "L. C. Freeman (1978), Social Networks 1(3), 215–239"
_BURT: Final = "R. S. Burt (1992), Structural Holes, Harvard University Press"
_WATTS: Final = "D. J. Watts and S. H. Strogatz (1998), Nature 393, 440–442"
_MIXING: Final = "M. E. J. Newman (2003), Physical Review E 67, 026126"

MEASURES: Final[Mapping[str, Measure]] = {
    "degree": Measure(
        "node",
        "With how many others it is joined.",
        "number of neighbours",
        "In a network through large bodies nearly everybody is joined with everybody.",
        _FREEMAN,
    ),
    "strength": Measure(
        "node",
        "How much joins it with others, all together.",
        "sum of the weights of its edges",
        "What one unit of weight is differs between projections.",
        "A. Barrat et al. (2004), PNAS 101(11), 3747–3752",
    ),
    "betweenness": Measure(
        "node",
        "How often it lies on the shortest ways between two others.",
        "Σ σ(s,t|v)/σ(s,t) over pairs s,t, divided by (n−1)(n−2)/2; ways are counted in steps",
        "It ignores weights, and ways that are one step longer.",
        "L. C. Freeman (1977), Sociometry 40(1), 35–41; U. Brandes (2001), Journal of Mathematical"
        " Sociology 25(2), 163–177",
    ),
    "closeness": Measure(
        "node",
        "How near it is to all that it reaches.",
        "(r−1)/Σd · (r−1)/(n−1), r being those it reaches with itself; a step is 1/weight long",
        "Lengths have the unit of 1/weight; compare within one network only.",
        "S. Wasserman and K. Faust (1994), Social Network Analysis, Cambridge, 201; M. E. J. Newman"
        " (2001), Physical Review E 64, 016132",
    ),
    "eigenvector": Measure(
        "node",
        "How much it is joined with those who are themselves much joined.",
        "entry of the leading eigenvector of the weights, of length 1",
        "Where a network has several components, all but the strongest get nothing.",
        "P. Bonacich (1987), American Journal of Sociology 92(5), 1170–1182",
    ),
    "pagerank": Measure(
        "node",
        "How often somebody who follows the edges at random comes by.",
        "stationary share of a walk along weights that starts anew with probability 0.15",
        "Without directions it is close to strength.",
        "S. Brin and L. Page (1998), Computer Networks 30, 107–117",
    ),
    "constraint": Measure(
        "node",
        "How far its neighbours are joined with each other, so that it has no room between them.",
        "Σ over neighbours v of (p_uv + Σ_w p_uw p_wv)², p being shares of its weight",
        "High for those with few neighbours; none for those without any.",
        _BURT,
    ),
    "effective_size": Measure(
        "node",
        "How many of its neighbours are not reached through its other neighbours.",
        "d − 2t/d, d being its neighbours and t the edges among them; ignores weights",
        "It grows with degree.",
        f"{_BURT}; S. P. Borgatti (1997), Connections 20(1), 35–38",
    ),
    "core": Measure(
        "node",
        "How deep it lies in the network: the k up to which it has k neighbours that have k.",
        "largest k such that it is in a subgraph in which all have k neighbours or more",
        "It ignores weights; in dense networks nearly all have the same.",
        "S. B. Seidman (1983), Social Networks 5(3), 269–287",
    ),
    "clustering": Measure(
        "node",
        "Which part of its pairs of neighbours are joined with each other.",
        "2t/(d(d−1)), d being its neighbours and t the edges among them; 0 for fewer than two",
        "A projection through bodies makes triangles by its making.",
        _WATTS,
    ),
    "density": Measure(
        "graph",
        "Which part of all pairs is joined.",
        "2m/(n(n−1))",
        "Those who are joined with nobody are not in the network, and do not lower it.",
        _FREEMAN,
    ),
    "components": Measure(
        "graph",
        "Into how many parts it falls that nothing joins.",
        "number of connected components",
        "One weak edge joins two parts as well as many do.",
        _FREEMAN,
    ),
    "largest_component": Measure(
        "graph",
        "Which part of all nodes is in the largest of these.",
        "nodes of the largest connected component, divided by n",
        "It says nothing of how strongly they are joined.",
        _FREEMAN,
    ),
    "coalition_assortativity": Measure(
        "graph",
        "Whether edges join those of one coalition more often than chance would.",
        "(Σ e_ii − Σ a_i²)/(1 − Σ a_i²) over Artemis, ILRS, both and neither; ignores weights",
        "`Neither` is a group too; not defined where all are of one group.",
        _MIXING,
    ),
    "degree_assortativity": Measure(
        "graph",
        "Whether those with many neighbours are joined with those with many.",
        "correlation of the degrees at the two ends of edges",
        "Large bodies make it high by their making; not defined where all degrees are equal.",
        _MIXING,
    ),
    "average_clustering": Measure(
        "graph",
        "Which part of an actor's pairs of neighbours are joined, on average.",
        "mean of `clustering` over all nodes",
        "Those with few neighbours count as much as those with many.",
        _WATTS,
    ),
    "transitivity": Measure(
        "graph",
        "Which part of all chains of three is closed.",
        "3 · triangles / chains of two edges",
        "Those with many neighbours count most.",
        "R. D. Luce and A. D. Perry (1949), Psychometrika 14(2), 95–116",
    ),
}
NODE_MEASURES: Final = tuple(name for name, each in MEASURES.items() if each.of == "node")
GRAPH_MEASURES: Final = tuple(name for name, each in MEASURES.items() if each.of == "graph")
