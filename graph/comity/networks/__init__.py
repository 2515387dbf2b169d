"""Networks of actors: what joins them, who stands where, which blocs there are, and what may come.

In: a store, or graphs made from it. Out: NetworkX graphs of actors, and DataFrames and values that
say what was measured. What does not belong here: networks of things as they are claimed
(`comity.analysis.networks`), pictures (`comity.views`).

::

    store → links → graph of a window → measures, blocs, bridges → findings, forecasts
"""
