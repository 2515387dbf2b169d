"""Pictures and pages for people: what is shown in a browser.

In: graphs that the layers below have put together. Out: texts of pages. What does not belong here:
choosing which things are near one another (`comity.knowledge`) and writing files.
"""
