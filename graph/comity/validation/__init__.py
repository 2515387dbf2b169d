"""Validation: whether a dataset keeps to the shapes and checks of the ontology.

In: a dataset. Out: findings in plain words, none when it conforms. What does not belong here:
faults of single rows, which are found while the tables are read.
"""

from comity.validation.checks import run_checks
from comity.validation.shapes import run_shapes

__all__ = ["run_checks", "run_shapes"]
