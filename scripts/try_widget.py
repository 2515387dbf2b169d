"""Try the widget in a real JupyterLab, as a reader would: by mouse, by keyboard, and from Python.

    python scripts/try_widget.py             # with the JupyterLab of this environment
    python scripts/try_widget.py VENV        # with that of another, which has anywidget as well

It needs the built snapshot and front end, Chromium (`COMITY_CHROMIUM`, or one on PATH) and, as the
tests do, playwright. The tests themselves open the widget in a page that imitates Jupyter, which is
quicker, but does not take keys for commands. It says what it saw, and ends with 1 if that is wrong.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

import comity
from chromium import chromium_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

CELLS = (
    "import comity\ne = comity.load().explore('mission/change-6', depth=2)\ne",
    "print(e.as_of, e.selection, len(e.claims))",
    "e.as_of = '2024-06-25'; e.selection = ['agency/cnes']",
    "e",
)
PATIENCE = 90
PAPER = """() => {
  const host = document.querySelector("[data-lm-suppress-shortcuts]");
  return getComputedStyle(host.shadowRoot.querySelector(".widget")).backgroundColor;
}"""


def main(lab: str) -> int:
    """Return 0 if the widget did all that it should."""
    browser_path = chromium_path()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        (Path(folder) / "try.ipynb").write_text(json.dumps(notebook()), encoding="utf-8")
        with running(lab, Path(folder)) as address:
            browser = playwright.chromium.launch(
                executable_path=browser_path, args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            wrong: list[str] = []
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.add_locator_handler(page.locator(".jp-Dialog"), agree)
            page.goto(f"{address}lab/tree/try.ipynb")
            for words, is_right in tried(page):
                print(f"{'ok   ' if is_right else 'WRONG'} {words}")
                if not is_right:
                    wrong.append(words)
            browser.close()
    return 1 if wrong else 0


def tried(page: Page) -> Iterator[tuple[str, bool]]:
    """Yield what was done and seen, and whether it is as it should be."""
    run(page, 0)
    widget = cell(page, 0)
    widget.locator("svg.picture").wait_for()
    status = widget.locator(".status")
    yield f"drawn: {status.inner_text()}", "of all times; 0 chosen" in status.inner_text()
    widget.locator("input[type=range]").focus()
    page.keyboard.press("ArrowLeft")
    yield f"slider by key: {status.inner_text()}", "as of" in status.inner_text()
    widget.locator("input.day").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("2023-10-02")
    page.keyboard.press("Enter")
    yield f"day typed: {status.inner_text()}", "as of 2023-10-02" in status.inner_text()
    widget.locator("g.thing.centre .mark").click()
    said = run(page, 1)
    yield f"Python sees: {said}", said.startswith("2023-10-02 ['mission/change-6'] ")
    run(page, 2)
    right = "as of 2024-06-25; 1 chosen" in status.inner_text()
    yield f"set in Python: {status.inner_text()}", right
    run(page, 3)
    other = cell(page, 3)
    other.locator("svg.picture").wait_for()
    other.get_by_role("button", name="All times").click()
    both = [status.inner_text(), other.locator(".status").inner_text()]
    yield f"two views of one widget: {both}", both[0] == both[1] and "all times" in both[0]
    light = page.evaluate(PAPER)
    menu(page, "Settings", "Theme", "JupyterLab Dark")
    page.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
    page.wait_for_timeout(500)
    dark = page.evaluate(PAPER)
    yield f"schemes: {light}, {dark}", light != dark
    menu(page, "Kernel", "Restart Kernel…")
    page.wait_for_timeout(500)
    cell(page, 0).click(trial=True)  # once the question has been answered
    page.wait_for_timeout(2_000)
    run(page, 0)
    widget.locator("svg.picture").wait_for()
    said = run(page, 1)
    yield f"after the kernel's restart: {said}", said == "[] 0"


def agree(dialog: Locator) -> None:
    """Agree to what JupyterLab asks, such as which kernel a notebook takes."""
    print(f"      JupyterLab asks: {' '.join(dialog.inner_text().split())}")
    dialog.locator(".jp-mod-accept").click()


def cell(page: Page, at: int) -> Locator:
    """Return a cell of the notebook."""
    return page.locator(".jp-Notebook .jp-Cell").nth(at)


def run(page: Page, at: int) -> str:
    """Run a cell and return what it prints; Jupyter loses what is run while a kernel starts."""
    prompt = cell(page, at).locator(".jp-InputPrompt").first
    prompt.wait_for()
    before, end = prompt.inner_text(), time.monotonic() + PATIENCE
    while "*" in (now := prompt.inner_text()) or now == before or not now.strip("[]: "):
        if time.monotonic() > end:
            sys.exit(f"error: cell {at} did not run")
        if "*" not in now:
            cell(page, at).locator(".cm-content").first.click()
            page.keyboard.press("Control+Enter")
            page.wait_for_timeout(1_500)
        page.wait_for_timeout(100)
    return (
        cell(page, at).locator(".jp-OutputArea-output").first.inner_text().strip()
        if at == 1
        else ""
    )


def menu(page: Page, *names: str) -> None:
    """Choose an item of a menu."""
    page.locator(".lm-MenuBar-itemLabel", has_text=names[0]).first.click()
    for name in names[1:]:
        item = page.locator(".lm-Menu-itemLabel", has_text=name).first
        item.hover()
        page.wait_for_timeout(400)
    item.click()


@contextmanager
def running(lab: str, folder: Path) -> Iterator[str]:
    """Give the address of a JupyterLab on loopback that keeps its files in a folder."""
    own = {f"JUPYTER_{name}_DIR": str(folder / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    graph = str(Path(comity.__file__).resolve().parents[1])
    environment = {**os.environ, **own, "IPYTHONDIR": str(folder / "IPYTHON"), "PYTHONPATH": graph}
    process = subprocess.Popen(  # noqa: S603  (the developer names it)
        [lab, "--allow-root", "--no-browser", "--ip=127.0.0.1", "--port=0",
         "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield _address(folder / "RUNTIME", process)
    finally:
        process.terminate()
        process.wait()


def _address(folder: Path, process: subprocess.Popen[bytes]) -> str:
    """Return the address that the server writes down, when it answers there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        for path in folder.glob("jpserver-*.json"):
            try:
                url: str = json.loads(path.read_text(encoding="utf-8"))["url"]
                urlopen(f"{url}api").close()  # noqa: S310  (on loopback)
            except (OSError, ValueError):
                continue
            return url
        time.sleep(0.1)
    sys.exit("error: JupyterLab did not start")


def notebook() -> dict[str, object]:
    """Return the notebook that is tried."""
    return {
        "cells": [
            {"cell_type": "code", "id": f"cell-{at}", "source": source, "metadata": {},
             "outputs": [], "execution_count": None}
            for at, source in enumerate(CELLS)
        ],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }  # fmt: skip


if __name__ == "__main__":
    name = str(Path(sys.argv[1]) / "bin/jupyter-lab") if len(sys.argv) > 1 else "jupyter-lab"
    found = shutil.which(name)
    if found is None:
        sys.exit(f"error: {name} is missing: pip install jupyterlab anywidget")
    sys.exit(main(found))
