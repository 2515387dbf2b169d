"""Take the picture of the atlas that README opens with, `docs/atlas.png`.

    python scripts/picture_atlas.py

It needs Chromium (`COMITY_CHROMIUM`, or one on PATH) and, as the tests do, playwright. The picture
is of the built snapshot: build the graph and the explorer before. WebGL is drawn by the processor,
so that the picture does not depend on a graphics card.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import comity
from chromium import chromium_path

TARGET = Path(__file__).resolve().parent.parent / "docs/atlas.png"
VIEW = "thing=accord/artemis-accords&panel=profile&day=2023-10-02"
WIDTH, HEIGHT = 1280, 800
MOST = 300_000


def take(target: Path) -> int:
    """Write the picture and return how many bytes it has."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (a developers' tool)

    browser_path = chromium_path()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_path = comity.load().atlas().save(Path(folder) / "atlas.html")
        browser = playwright.chromium.launch(
            executable_path=browser_path,
            args=["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce"
        )
        page.goto(f"{page_path.as_uri()}#{VIEW}")
        end = time.monotonic() + 60
        while not page.evaluate("window.comityAtlas ? comityAtlas.drawn()?.times > 0 : false"):
            if time.monotonic() > end:
                sys.exit("error: the atlas was not drawn")
            page.wait_for_timeout(50)
        page.wait_for_timeout(500)
        page.screenshot(path=target)
        browser.close()
    return _smaller(target)


def _smaller(path: Path) -> int:
    """Reduce the picture to 256 colours and return how many bytes it has."""
    from PIL import Image  # noqa: PLC0415  (comes with matplotlib, among the developers' tools)

    with Image.open(path) as picture:
        reduced = picture.convert("RGB").quantize(
            colors=256, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
        )
    reduced.save(path, optimize=True)
    return path.stat().st_size


if __name__ == "__main__":
    size = take(TARGET)
    print(f"{TARGET.name}: {size:,} bytes")
    if size > MOST:
        sys.exit(f"error: the picture has more than {MOST:,} bytes")
