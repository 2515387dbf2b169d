"""The page of the atlas: one file that opens anywhere and asks nothing of the network.

In: what the page carries, packed. Out: the text of the page. What does not belong here: the front
end, which is built from `graph/explorer` into `comity/views/assets`, and what it is given
(`payload`).

The content security policy names script and style by their hashes and allows nothing else, so
nothing that a source wrote can ever run or fetch.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any, Final

from markupsafe import escape

from comity.errors import MissingPart
from comity.views.assets import content_hash
from comity.views.atlas.payload import packed
from comity.views.atlas.record import packed_bytes, packed_record
from comity.views.wording import readable

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENDS_ELEMENT: Final = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)

_PAGE: Final = Template("""\
<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Comity $version">
<title>$title</title>
<link rel="icon" href="data:,">
<style>$style</style>
</head>
<body>
<div id="loading" role="status"><p>$loading</p><div class="skeleton"></div></div>
<noscript><p>$noScript</p></noscript>
<div id="app" hidden>
<header id="top"><a class="skip" href="#panel">$skip</a></header>
<main id="main"><div id="picture" role="application" tabindex="0"></div>
<div id="table" hidden></div><div id="said" role="status"></div></main>
<aside id="side" aria-label="$details"><div id="tabs" role="tablist" aria-label="$panels"></div>
<div id="panel" role="tabpanel" tabindex="0"></div></aside>
<section id="time" aria-label="$time"></section>
</div>
<script type="application/octet-stream" id="payload">$payload</script>$parts
<script>$script</script>
</body>
</html>
""")


def atlas_page(payload: Mapping[str, Any], title: str, record: bytes | None = None) -> str:
    """Return the page of an atlas.

    Args:
        payload: What `atlas_payload` returns.
        title: What the browser's tab says.
        record: N-Quads that the page answers SPARQL queries from, with an engine inside; None for
            an atlas without. `payload` then has what `asking_payload` returns as `asking`.

    Raises:
        MissingPart: The front end is not built.
    """
    script, style = (built_part(name) for name in _parts(full=record is not None))
    scripts, more, parts = content_hash(script), "", ""
    if record is not None:
        # WebAssembly may be compiled, and the engine's worker comes from the page itself
        scripts, more = f"{scripts} 'wasm-unsafe-eval'", "worker-src blob:; "
        parts = "".join(
            f'\n<script type="application/octet-stream" id="{id_}">{content}</script>'
            for id_, content in (
                ("engine", packed_bytes(built_bytes("oxigraph.wasm"))),
                ("worker", packed_bytes(built_part("engine.js").encode())),
                ("record", packed_record(record)),
            )
        )
    policy = (
        f"default-src 'none'; script-src {scripts}; {more}style-src {content_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    return _PAGE.substitute(
        policy=escape(policy),
        version=escape(payload["version"]),
        title=escape(readable(title)),
        style=style,
        payload=packed(payload),
        parts=parts,
        script=script,
        **_shell(),
    )


def expect_front_end(*, full: bool) -> None:
    """Return when the front end of an atlas is there, with an engine inside or without.

    Raises:
        MissingPart: The front end is not built.
    """
    for name in _parts(full=full):
        built_part(name)


def _parts(*, full: bool) -> tuple[str, str]:
    name = "explorer-full" if full else "explorer"
    return f"{name}.js", f"{name}.css"


@cache
def _shell() -> dict[str, str]:
    """Return what the page says before its script runs, from the front end's file of strings."""
    words: dict[str, str] = json.loads(built_bytes("shell.json"))
    return {name: str(escape(text)) for name, text in words.items()}


@cache
def built_part(name: str, purpose: str = "the atlas") -> str:
    """Return a text of the built front end, if it can stand inside a page.

    Args:
        name: Name of a file in `comity/views/assets`.
        purpose: What needs it, for the error.

    Raises:
        MissingPart: The front end is not built, or the text would end its element.
    """
    text = built_bytes(name, purpose).decode().replace("\r\n", "\n").strip()
    if _ENDS_ELEMENT.search(text):
        raise MissingPart(purpose, "a front end that can stand inside a page")
    return text


@cache
def built_bytes(name: str, purpose: str = "the atlas") -> bytes:
    """Return what a file of the built front end holds.

    Args:
        name: Name of a file in `comity/views/assets`.
        purpose: What needs it, for the error.

    Raises:
        MissingPart: The front end is not built.
    """
    path = files("comity.views") / "assets" / name
    if not path.is_file():
        raise MissingPart(purpose, "the front end: run `python scripts/build_explorer.py`")
    return path.read_bytes()
