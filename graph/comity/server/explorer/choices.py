"""What may be chosen on the explorer's pages: names of filters and of their values.

In: nothing. Out: constants that routes, pages and the OpenAPI document share. What does not belong
here: what the choices mean.
"""

from __future__ import annotations

from typing import Final

from comity.analysis.contested import CONTESTED

BOARD_FILTERS: Final = ("verdict", "kind", "predicate", "class", "q")
BOARD_VERDICTS: Final = (*CONTESTED, "unverified")
BOARD_USUAL: Final = 50  # claims on a page
SETS: Final = ("all", "accords", "bodies")
GROUPINGS: Final = ("coalition", "region")
STUDY_NAMES: Final = ("blocs", "bridges", "forecast")
