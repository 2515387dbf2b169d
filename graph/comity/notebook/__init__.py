"""Comity in notebooks: the magics `%sparql`, `%%sparql` and `%comity`, and tables with links.

In: an IPython shell. Out: the shell, extended; `%load_ext comity` does it. What does not belong
here: questions themselves, which go to the `KnowledgeGraph`.
"""

from comity.notebook.extension import load, unload

__all__ = ["load", "unload"]
