"""`--plot`, the same way for every command that has a picture.

In: the name of a file. Out: the picture in it, and a note on stderr. What does not belong here:
which picture a command draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from comity.errors import UnknownEnding
from comity.pictures.picture import expect_ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from comity.pictures.picture import Picture


class PictureFile(click.ParamType[str]):
    """A file for a picture, whose ending says its form."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name of the file, or fail as a usage error before anything is worked out."""
        try:
            expect_ending(str(value))
        except UnknownEnding as problem:
            self.fail(str(problem), param, ctx)
        return str(value)


def plot_option(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add `--plot FILE`, which draws something instead of showing the result.

    Args:
        what: What is drawn, in words.
    """
    return click.option(
        "--plot",
        type=PictureFile(),
        metavar="FILE",
        help=f"Draw {what}, as FILE.svg or FILE.png, instead of showing the result.",
    )


def expect_alone(plot: str | None, form: str | None, out: str = "-") -> None:
    """Return when a picture is asked for alone, or none is.

    Raises:
        UsageError: A form or a file for the result was given beside.
    """
    if plot is not None and (form is not None or out != "-"):
        raise click.UsageError("--plot draws a picture; leave --format and -o out")


def save_picture(picture: Picture, path: str) -> None:
    """Write a picture and say so.

    Raises:
        WriteFailed: The file could not be written; one that was there before is unchanged.
    """
    click.echo(f"{picture.save(path)}: {picture.title}", err=True)
