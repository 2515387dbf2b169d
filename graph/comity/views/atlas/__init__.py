"""The atlas: the whole graph in one page that opens anywhere.

In: a panorama of the record. Out: the text of a page. What does not belong here: the front end
itself, which is TypeScript in `graph/explorer` and is built into `comity/views/assets`.
"""
