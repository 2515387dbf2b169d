"""Pictures for papers: one module a picture, each with title, date, sources and licence in it.

In: studies that the layers below have worked out, and what the frame says. Out: `Picture` values.
What does not belong here: asking the record (`comity.knowledge`), numbers that no study gives, and
pages to click on (`comity.views`).
"""
