"""RDF: namespaces, vocabulary, partial dates, literals, the bridge to rdflib, deterministic text.

In and out: pyoxigraph terms, which are the working terms of the whole package. What does not belong
here: anything that knows a table or a claim.
"""
