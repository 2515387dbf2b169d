"""What takes long, told while it lasts.

In: what is being done, in words. Out: a line on stderr, on a terminal alone. What does not belong
here: progress of work whose steps are known (`study_options`, `site`).
"""

import logging
from typing import Final

_LOG: Final = logging.getLogger("comity")  # `comity.cli.main` says who hears it


def tell_wait(what: str) -> None:
    """Tell that something takes some seconds."""
    _LOG.info("%s; this takes some seconds", what)
