"""Scripts and styles of the page: ours from the template folder, vis-network's from pyvis.

In: nothing. Out: texts ready to stand inside `<script>` and `<style>`, and the hashes by which the
page's content security policy names them. What does not belong here: data of a graph.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Final

from comity.errors import MissingPart

SCRIPTS: Final = ("state", "dom", "labels", "picture", "panel", "search", "main")
"""Our scripts, in the order in which they are joined; they share one scope."""

_SOURCE_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_ENDS_ELEMENT: Final = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)


@cache
def vis_network() -> str:
    """Return the text of vis-network as pyvis ships it, without its pointer to a source map.

    Raises:
        MissingPart: The installed pyvis has no vis-network that can stand inside a page.
    """
    folder = files("pyvis") / "templates" / "lib"
    found = sorted(place.name for place in folder.iterdir() if place.name.startswith("vis-9"))
    if not found:
        raise MissingPart("the picture of a neighbourhood", "pyvis 0.3.2 or later")
    text = (folder / found[-1] / "vis-network.min.js").read_text(encoding="utf-8")
    return _embeddable(_SOURCE_MAP.sub("", text))


@cache
def page_script() -> str:
    """Return our scripts, joined in one function so that they leave one name behind.

    Raises:
        MissingPart: A script would end its element early.
    """
    folder = files("comity.views") / "template"
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8").strip() for name in SCRIPTS]
    return _embeddable('(() => {\n"use strict";\n' + "\n\n".join(parts) + "\n})();")


@cache
def palette() -> str:
    """Return the style sheet of paper, ink and type that all pages share.

    Raises:
        MissingPart: The sheet would end its element early.
    """
    path = files("comity.views") / "template" / "palette.css"
    return _embeddable(path.read_text(encoding="utf-8").strip())


@cache
def page_style() -> str:
    """Return our style sheet, the shared palette before it.

    Raises:
        MissingPart: A sheet would end its element early.
    """
    path = files("comity.views") / "template" / "neighbourhood.css"
    return f"{palette()}\n\n{_embeddable(path.read_text(encoding='utf-8').strip())}"


def content_hash(text: str) -> str:
    """Return the source expression by which a content security policy allows a text.

    Args:
        text: Exactly what stands between the tags.

    Examples:
        >>> content_hash("")
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def content_policy() -> str:
    """Return the content security policy of the page: nothing but its own scripts and style.

    Raises:
        MissingPart: A script or the style sheet cannot stand inside a page.
    """
    scripts = f"{content_hash(vis_network())} {content_hash(page_script())}"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {content_hash(page_style())}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _embeddable(text: str) -> str:
    """Return the text with the line ends that a browser hashes, if it can stand in an element."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ENDS_ELEMENT.search(text):
        raise MissingPart(
            "the picture of a neighbourhood", "a version of pyvis that can be inlined"
        )
    return text
