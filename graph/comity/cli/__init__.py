"""The command line.

In: arguments. Out: results on stdout, notes and progress on stderr, an exit code. What does not
belong here: anything that Python users need too; that is in `comity.knowledge`.
"""
