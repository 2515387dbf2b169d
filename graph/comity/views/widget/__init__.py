"""A neighbourhood as a widget in Jupyter: a picture, a day and a choice that Python shares.

In: a graph that the layers below have put together, and who answers for what is chosen. Out: an
anywidget. What does not belong here: choosing the things (`comity.knowledge`) and the front end,
which is built from `graph/explorer/src/widget`.
"""
