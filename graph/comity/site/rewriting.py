"""From a page of the service to a page of a site.

In: the text of a page, and where its links lead. Out: the same page, whose links lead to files.
What does not belong here: which files there are (`places`).

The patterns hold for our own pages alone: whatever comes from the data is escaped there, so that no
text of theirs has a quotation mark or an angle bracket of its own.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINK: Final = re.compile(r'(?P<before><a\b[^>]*?\shref=")(?P<to>/[^"]*)(?P<after>"[^>]*>)')
_WHOLE: Final = re.compile(r'<a\b[^>]*?\shref="(?P<to>/[^"]*)"[^>]*>(?P<inside>.*?)</a>', re.DOTALL)
_PART: Final = re.compile(r'(<(?:link|img)\b[^>]*?\s(?:href|src)=")(/[^"]*)(")')
_SCRIPT: Final = re.compile(r'(<script\b[^>]*?\ssrc=")(/[^"]*)(")')
_FORM: Final = re.compile(r"<form\b.*?</form>\s*", re.DOTALL)
_OF_FORMATS: Final = re.compile(r'<link rel="alternate"[^>]*>\s*')
_HEAD: Final = '<meta charset="utf-8">'
_POLICY: Final = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'\">"
)


def links_of(text: str) -> Iterator[str]:
    """Yield the addresses of the service to which a page leads, without their fragments."""
    for found in _LINK.finditer(text):
        yield unescape(found["to"]).partition("#")[0]


def parts_of(text: str) -> Iterator[str]:
    """Yield the addresses of style sheets and images that a page shows."""
    for found in _PART.finditer(_OF_FORMATS.sub("", text)):
        yield unescape(found[2])


def rewritten(text: str, lead: Callable[[str], str | None]) -> str:
    """Return a page for a site.

    Forms are left out, and so are links that lead to no file; their words stay.

    Args:
        text: A page of the service.
        lead: Returns the link to a file for an address of the service, or None if it has none.
    """
    text = _FORM.sub("", _OF_FORMATS.sub("", text))
    text = text.replace(_HEAD, _HEAD + "\n" + _POLICY, 1)
    text = _WHOLE.sub(
        lambda found: found[0] if lead(unescape(found["to"])) else found["inside"], text
    )
    text = _LINK.sub(lambda found: found["before"] + _led(found["to"], lead) + found["after"], text)
    for of_part in (_PART, _SCRIPT):
        text = of_part.sub(lambda found: found[1] + _led(found[2], lead) + found[3], text)
    return text


def _led(address: str, lead: Callable[[str], str | None]) -> str:
    return escape(lead(unescape(address)) or "")
