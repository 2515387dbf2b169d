"""Pages that set much side by side: the board, the matrix, the map, comparisons, stories, studies.

In: requests. Out: pages, and the same as data. What does not belong here: pages of single things,
lists and questions (`comity.server`).
"""
