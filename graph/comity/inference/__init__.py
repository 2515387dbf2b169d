"""Inference: what follows from the claims on a given day, by rules written in SPARQL.

In: a dataset of things, claims and ontology, the rules, and a day. Out: direct triples and inferred
triples, each rule's in a named graph of its own with its explanation. What does not belong here:
verdicts, which need the sources.
"""

from comity.inference.rules import Rule, derive, read_rules

__all__ = ["Rule", "derive", "read_rules"]
