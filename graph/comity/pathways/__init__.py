"""Rulings and pathways: which rules stand between two actors, and which ways lead around them.

In: a store, a projector of its links, and what two actors want to do. Out: a `Ruling` with its
derivation, `Route`s whose legs are ruled, and what would change without a rule or with a tie. What
does not belong here: DataFrames, pages and pictures of them.

::

    store → grounds → standing on a day → rulings → routes → answers → comparisons
"""
