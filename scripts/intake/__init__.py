"""Intake of collected facts: folders of CSV files become rows of the curated tables.

In: folders that hold `entities.csv`, `relations.csv`, `sources.csv` and, if any,
`resolutions.csv` and `votes.csv`; the tables folder with its `redirects.csv`.
Out: the tables, and an account of every row. Reading the tables back, inference and RDF do not
belong here.
"""
