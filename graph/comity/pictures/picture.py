"""A picture as a value: it shows itself in Jupyter and saves itself as SVG or PNG.

In: a figure with its frame. Out: bytes, the same for the same figure. What does not belong here:
what is drawn.

Matplotlib writes SVG without a description and with its own address; both are mended here. Words
stay words, so that a picture can be searched and read aloud; where DejaVu is not installed, letters
of the same widths (Verdana) stand in.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from comity.errors import UnknownEnding
from comity.files import write_atomically
from comity.pictures.frame import LICENCE
from comity.pictures.style import FONT, our_style
from comity.views.wording import readable

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from comity.pictures.frame import Frame

ENDINGS: Final = (".svg", ".png")
DOTS: Final = 200
"""Dots per inch of a PNG: twice those of a common screen."""
_SHOWN: Final = 96
_OPENING: Final = re.compile(r"<svg ([^>]*)>(?:\s*<title>.*?</title>)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is ready for a paper.

    Attributes:
        frame: What stands around it: title, how to read it, sources, date, licence.
        description: What it shows, in words, for those who do not see it.
        figure: Matplotlib's figure, to go on with.
    """

    frame: Frame = field(repr=False)
    description: str
    figure: Figure = field(repr=False)

    @property
    def title(self) -> str:
        """What it shows, in a line."""
        return self.frame.title

    def svg(self) -> bytes:
        """Return it as SVG, with its title and description for screen readers."""
        text = self._printed("svg", metadata={"Date": None, "Creator": None}).decode("utf-8")
        words = f"<title>{escape(readable(self.title))}</title><desc>{escape(self._spoken)}</desc>"
        text = _OPENING.sub(lambda found: f'<svg role="img" {found[1]}>{words}', text, count=1)
        return text.replace(f"'{FONT}'", f"'{FONT}', Verdana, sans-serif").encode("utf-8")

    def png(self) -> bytes:
        """Return it as PNG, with title, description and licence in its text chunks."""
        return self._printed(
            "png",
            dpi=DOTS,
            metadata={
                "Title": self.title,
                "Description": self._spoken,
                "Copyright": f"Comity, release of {self.frame.origin.release}. {LICENCE}",
                "Software": None,
            },
        )

    def save(self, path: str | Path) -> Path:
        """Write it to a file, by its ending as SVG or PNG, and return the path.

        Raises:
            UnknownEnding: The name ends neither in `.svg` nor in `.png`.
            WriteFailed: The file could not be written; one that was there before is unchanged.
        """
        target = Path(path)
        write = self._writer(target)
        write_atomically(target, write())
        return target

    def _writer(self, target: Path) -> Callable[[], bytes]:
        return self.svg if expect_ending(target) == ".svg" else self.png

    @property
    def _spoken(self) -> str:
        return readable(f"{self.description} {self.frame.reading} {self.frame.origin.credit}")

    def _printed(self, form: str, **options: Any) -> bytes:
        buffer = io.BytesIO()
        with our_style():
            self.figure.savefig(buffer, format=form, **options)
        return buffer.getvalue()

    def _repr_mimebundle_(
        self,
        include: object = None,  # noqa: ARG002  (IPython's to choose from, not ours)
        exclude: object = None,  # noqa: ARG002
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        wide = round(self.figure.get_figwidth() * _SHOWN)
        shown = {"image/png": self.png(), "text/plain": f"{self.title}. {self.description}"}
        return shown, {"image/png": {"width": wide}}


def expect_ending(path: str | PurePath) -> str:
    """Return the ending of a file, in lower case.

    Raises:
        UnknownEnding: It is neither `.svg` nor `.png`.

    Examples:
        >>> expect_ending("blocs.SVG")
        '.svg'
    """
    ending = PurePath(path).suffix.lower()
    if ending not in ENDINGS:
        raise UnknownEnding(str(path), ENDINGS)
    return ending
