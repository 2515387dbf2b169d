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
STUDY_YEARS: Final = 10  # that the study of blocs looks back
STUDY_RUNS: Final = 50  # how often blocs are found, and null graphs are made
STUDY_PICTURES: Final = {
    "blocs": ("bloc-timeline", "bloc-modularity", "memberships"),
    "bridges": ("bridge-ranking",),
    "forecast": ("calibration",),
}
