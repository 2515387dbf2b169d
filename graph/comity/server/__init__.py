"""The SPARQL service and HTTP API: `comity serve`.

In: HTTP requests. Out: answers of a snapshot, computed in worker processes that can be killed. What
does not belong here: what a question means (`comity.knowledge`).

::

    client → app (Starlette) → pool → worker (forked by the nursery) → KnowledgeGraph
"""
