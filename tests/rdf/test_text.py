from pyoxigraph import Literal, NamedNode, Quad

from comity.rdf.text import canonical_nquads

A, P, G = (NamedNode(f"https://example.org/{name}") for name in "apg")


def test_order_and_repetition_of_quads_do_not_matter() -> None:
    quads = [Quad(A, P, Literal(f"{n}\n{n}"), G) for n in range(5)]
    assert canonical_nquads(quads) == canonical_nquads([*reversed(quads), quads[0]])


def test_each_quad_is_one_line() -> None:
    quads = [Quad(A, P, Literal("a\r\nb\u2028c\x85"), G), Quad(A, P, A, G)]
    assert canonical_nquads(quads).count(b"\n") == 2
