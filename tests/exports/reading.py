"""Reading exports back."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib

from comity.exports import ExportChoices, format_for
from comity.rdf.bridge import from_rdflib

if TYPE_CHECKING:
    import pytest

    from comity.knowledge import KnowledgeGraph

READERS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "ntriples": "nt",
    "nquads": "nquads",
    "rdfxml": "xml",
    "jsonld": "json-ld",
}


def exported(kg: KnowledgeGraph, form: str, **choices: object) -> bytes:
    """Return a one-file export."""
    wanted = ExportChoices(**choices)  # type: ignore[arg-type]  # by name
    return kg.edition(format_for(form, ""), wanted).files[""]


def read_back(content: bytes, form: str) -> set[ox.Quad]:
    """Return the quads of an RDF export."""
    return set(ox.parse(content, format=READERS[form]))


def read_by_rdflib(content: bytes, form: str, monkeypatch: pytest.MonkeyPatch) -> set[ox.Quad]:
    """Return the quads of an RDF export as rdflib reads them, its literals as they are written."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib calls parts of its own
        dataset.parse(data=content, format=RDFLIB[form])
        return set(from_rdflib(dataset))
