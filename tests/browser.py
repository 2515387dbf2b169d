"""Chromium for the tests that open a page: where it is, how it is started.

In: the environment. Out: the path of a browser, and a browser that makes no requests of its own.
What does not belong here: what a page should do.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.programs import need_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

OPTION = "--without-browser"
PACKAGES = ("chromium", "fonts-dejavu-core")
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# WebGL by the processor, the same on every machine; it takes three times as long as to do without
WEBGL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
NO_WEBGL = ("--disable-gpu",)


def find_chromium() -> str | None:
    """Return the path of a Chromium: `COMITY_CHROMIUM` if it is set, else one from PATH."""
    named = os.environ.get("COMITY_CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None)


def need_chromium(config: pytest.Config) -> str:
    """Return the path of a Chromium; skip when browsers are left out, fail when there is none."""
    if config.getoption(OPTION, default=False):
        pytest.skip(f"{OPTION}: tests that open a page are left out")
    return need_program(
        find_chromium,
        PACKAGES,
        missing="Chromium is missing: install it or name it in COMITY_CHROMIUM, "
        f"or leave these tests out with `pytest {OPTION}`",
        may_install=not os.environ.get("COMITY_CHROMIUM"),
    )


@contextmanager
def open_chromium(config: pytest.Config, *, webgl: bool = True) -> Iterator[Browser]:
    """Give a running browser, and close it at the end.

    Args:
        config: Says whether browsers are left out.
        webgl: Whether pages draw by WebGL, as the atlas and the widget do.
    """
    path = need_chromium(config)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (not needed without a browser)

    with sync_playwright() as playwright:
        arguments = [*ARGUMENTS, *(WEBGL if webgl else NO_WEBGL)]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        try:
            yield browser
        finally:
            browser.close()
