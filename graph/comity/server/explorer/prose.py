"""Markdown of our own stories as HTML.

In: Markdown, and how an address in it becomes one of a page. Out: HTML. HTML in the text is shown
as text, images are left out, and links lead to pages of this server alone. What does not belong
here: texts of others, which are never Markdown.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

from comity.rdf.namespaces import ID
from comity.server.links import path_of

if TYPE_CHECKING:
    from collections.abc import Callable


def to_html(text: str, turn: Callable[[str], str]) -> Markup:
    r"""Return Markdown as HTML.

    Args:
        text: The Markdown.
        turn: Returns the address for a path of this server, such as `/id/nation/chn`.

    Raises:
        ValueError: A link leads to another place than a page of this server.

    >>> to_html("See [it](claim/a) <b>", str)
    Markup('<p>See <a href="/id/claim/a">it</a> &lt;b&gt;</p>\n')
    """
    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type == "th_open":
            token.attrs["scope"] = "col"
        for child in token.children or ():
            if child.type == "link_open":
                child.attrs["href"] = turn(_path(str(child.attrs["href"])))
    # a wide table scrolls in a box of its own, which the keyboard reaches
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704  (the parser escapes)


def _path(target: str) -> str:
    if target.startswith("/") and not target.startswith("//"):
        return target
    path = path_of(ID + target)
    if not path:
        raise ValueError(f"a link of a story leads to {target!r}, which is no page here")
    return path


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    return parser


def _table_open(renderer: object, *_: object) -> str:  # noqa: ARG001  (markdown-it's signature)
    return '<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>\n'


def _table_close(renderer: object, *_: object) -> str:  # noqa: ARG001
    return "</table></div>\n"
