"""Audit the pages of the service and the atlas with Lighthouse: accessibility and best practices.

    python scripts/audit_pages.py                  # all pages; some minutes
    python scripts/audit_pages.py /map /matrix     # these alone
    python scripts/audit_pages.py --form phone     # phone or desktop alone

It serves the built snapshot and both atlases on free ports of the loopback, opens each page as a
phone in dark colours and as a desktop in light ones, and prints a table of scores. Below 100 it
names what fails, and where. Exit code 1 if any page is below 100, or could not be audited.

It needs what the tests of pages need: Chromium, Node, and the npm package, which it fetches once.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]  # for what the tests share: node, browser, server

from tests.browser import find_chromium  # noqa: E402
from tests.node import fetch_packages, find_node  # noqa: E402
from tests.server.serving import serving  # noqa: E402

import comity  # noqa: E402  (after the path)

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE: Final = "lighthouse@12.2.3"
CATEGORIES: Final = ("accessibility", "best-practices")
STUDY: Final = "/networks/bridges"
PAGES: Final = (
    "/",
    "/id/nation/chn",
    "/id/mission/change-6",
    "/id/accord/unga-res-77-41",
    "/id/restriction/wolf-amendment",
    "/id/claim/tur-member-of-ilrs",
    "/things",
    "/things/accord",
    "/board",
    "/matrix",
    "/map",
    "/compare?one=nation/bhr&other=nation/tur",
    "/compare?one=2024-01-01&other=2024-03-01",
    "/stories",
    "/stories/five-texts",
    "/networks",
    STUDY,
    "/path?one=agency/nasa&other=agency/cnsa",
    "/queries",
    "/queries/accords-by-provision",
    "/sparql",
    "/sparql?query=SELECT+*+%7B+%3Fn+a+comity%3AAccord+%7D+LIMIT+30",
    "/search?q=moon",
    "/claims?subject=nation/bhr",
    "/sources",
    "/id/source/nasa-50",
    "/ns",
)
ATLASES: Final = ("/atlas.html", "/atlas-full.html")
FORMS: Final = ("phone", "desktop")
PATIENCE: Final = 600  # seconds for a study
_DRIVER: Final = """
import { readFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const { chromium, forms, categories } = JSON.parse(readFileSync(0, "utf8"));
for (const [form, pages] of forms) {
  const isPhone = form === "phone";
  const chrome = await launch({
    chromePath: chromium,
    chromeFlags: [
      "--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
      `--blink-settings=preferredColorScheme=${isPhone ? 0 : 1}`,
    ],
  });
  try {
    for (const page of pages) {
      const flags = {
        port: chrome.port, onlyCategories: categories, logLevel: "error",
        throttlingMethod: "provided", disableFullPageScreenshot: true,
      };
      const result = await lighthouse(page, flags, isPhone ? undefined : desktopConfig);
      console.log(JSON.stringify({ form, page, report: result.lhr }));
    }
  } finally {
    await chrome.kill();
  }
}
"""


def main(words: list[str]) -> int:
    """Audit pages, print scores and what keeps them below 100, and return the exit code."""
    choices = argparse.ArgumentParser(description="audits pages with Lighthouse")
    choices.add_argument("pages", nargs="*", default=[*PAGES, *ATLASES])
    choices.add_argument("--form", choices=FORMS)
    asked = choices.parse_args(words)
    forms = [asked.form] if asked.form else list(FORMS)
    with tempfile.TemporaryDirectory() as name, _served(Path(name), asked.pages) as addresses:
        reports = list(_audited(Path(name), [(form, addresses) for form in forms]))
    faults = [fault for each in reports for fault in told(each)]
    missing = len(forms) * len(addresses) - len(reports)
    print("\n".join(faults) or "nothing below 100" if not missing else f"{missing} not audited")
    return 1 if faults or missing else 0


def told(audited: dict[str, Any]) -> list[str]:
    """Return a line for each audit that keeps a page below 100.

    >>> audit = {"score": 0, "title": "Links have names", "details": {"items": [{"node":
    ...     {"snippet": "<a>"}}]}}
    >>> category = {"auditRefs": [{"id": "link-name", "weight": 7}], "score": 0.9}
    >>> told({"page": "/", "form": "phone", "report": {"categories": {"accessibility": category},
    ...     "audits": {"link-name": audit}}})
    ['/ (phone): link-name: Links have names: <a>']
    """
    report, place = audited["report"], f"{audited['page']} ({audited['form']})"
    if report.get("runtimeError"):
        return [f"{place}: {report['runtimeError']['message']}"]
    lines = []
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            # null: the audit does not apply, or is one for people to do
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                items = (audit.get("details") or {}).get("items", [])
                where = [str(item.get("node", {}).get("snippet") or item) for item in items[:5]]
                words = f"{place}: {reference['id']}: {audit['title']}: {' '.join(where)}"
                lines.append(words[:500])
    return lines


def _audited(folder: Path, forms: list[tuple[str, list[str]]]) -> Iterator[dict[str, Any]]:
    """Run Lighthouse over pages; print the scores of each as it comes."""
    node, chromium = find_node(), find_chromium()
    if node is None or chromium is None:
        raise SystemExit("error: Node or Chromium is missing; CONTRIBUTING.md says what is needed")
    driver = fetch_packages(node, "lighthouse", PACKAGE) / "audit.mjs"
    driver.write_text(_DRIVER, encoding="utf-8")
    (folder / "asked").write_text(
        json.dumps({"chromium": chromium, "forms": forms, "categories": CATEGORIES})
    )
    print(f"{'accessibility':>13} {'best practices':>15}  page")
    with (folder / "asked").open() as asked:
        run = subprocess.Popen(  # noqa: S603  (our own words)
            [node.program, str(driver)],
            stdin=asked,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "TMPDIR": str(folder)},
        )
        for line in run.stdout or ():
            audited = json.loads(line)
            scores = [audited["report"]["categories"][name]["score"] for name in CATEGORIES]
            shown = ["–" if score is None else f"{score * 100:.0f}" for score in scores]
            path = "/" + audited["page"].split("/", 3)[3]
            print(f"{shown[0]:>13} {shown[1]:>15}  {path} ({audited['form']})", flush=True)
            yield {**audited, "page": path}
        run.wait()


@contextmanager
def _served(folder: Path, pages: list[str]) -> Iterator[list[str]]:
    """Serve pages, and give their addresses."""
    with serving(folder) as server, _files(folder / "files", pages) as files:
        if STUDY in pages:
            _await_study(server.url + STUDY)
        yield [(files if page in ATLASES else server.url) + page for page in pages]


@contextmanager
def _files(folder: Path, pages: list[str]) -> Iterator[str]:
    """Serve those atlases that are asked for from a folder, as any web host would."""
    folder.mkdir()
    for name in pages:
        if name in ATLASES:
            comity.load().atlas(full=name == ATLASES[1]).save(folder / name[1:])
    handler = functools.partial(_Quiet, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    """Gives files without a log, and no icon rather than an error where a browser asks for one."""

    def do_GET(self) -> None:
        """Answer a request."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
            return
        super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _await_study(address: str) -> None:
    """Have a study made; its page before is another."""
    until = time.monotonic() + PATIENCE
    while httpx.get(address, headers={"Accept": "application/json"}).status_code == 202:
        if time.monotonic() > until:
            raise SystemExit(f"error: {address} was not made in {PATIENCE} s")
        time.sleep(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
