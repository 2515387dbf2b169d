"""Questions: SPARQL texts, named queries with parameters, and results.

In: a store and a question. Out: results as DataFrames or written in a format. What does not belong
here: where the store comes from.
"""

from comity.queries.evaluation import evaluate
from comity.queries.named import NamedQuery, Parameter, named_queries, named_query

__all__ = ["NamedQuery", "Parameter", "evaluate", "named_queries", "named_query"]
