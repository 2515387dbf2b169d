"""The explorer as static files, for any web host or none.

In: a knowledge graph. Out: a folder of pages that need no server. What does not belong here: what a
page shows; the pages are those of `comity.server`, made by the same code.
"""

from comity.site.crews import processes_at_hand
from comity.site.making import SiteMade, make_site

__all__ = ["SiteMade", "make_site", "processes_at_hand"]
