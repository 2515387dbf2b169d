"""Verdicts: whether what is claimed holds, by written rules.

In: claims with their attestations, and the published totals of the tables. Out: the same claims,
each with a verdict for today and one for the day of its publication, both with reason, rule and
basis, and a confidence. The rules are those of `ontology/decisions/0005`; no verdict is entered by
hand. What does not belong here: RDF, and how claims are read.
"""

from comity.verdicts.judging import judge
from comity.verdicts.totals import broken_totals

__all__ = ["broken_totals", "judge"]
