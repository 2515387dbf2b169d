r"""Calls of other servers: SERVICE in the text of a query.

In: the text of a query, and the addresses that may be called. Out: a text of the same meaning that
can call nobody else, or a refusal. What does not belong here: the answers of those servers.

The engine makes HTTP requests for SERVICE and has no switch against it. What its parser takes for a
call cannot be told from words alone: `1SERVICE` and `SERVICE:x` are calls, and where a comment or a
quoted text ends depends on what stands before it. So nothing here rests on a reading of the whole
text. Wherever the word stands so that a call could begin, one of three things is done:

- in a name of its own, such as `?service` or `comity:SERVICE`, it is left: no parser cuts a name;
- in what seems to be a quoted text, an IRI or a comment, its last letter is written as `\u0045`:
  there it means the same, and to a parser that reads otherwise it is no longer a word;
- elsewhere it is a call, refused unless the address behind it is allowed letter by letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from comity.errors import QueryRefused
from comity.rdf.query_words import QUOTED

if TYPE_CHECKING:
    from collections.abc import Collection

_WORD: Final = r"(?i:servic)(?P<{}>[eE])(?=\s*(?:[<?$#:A-Za-z]|[^\x00-\x7f]))"
_HIDDEN: Final = re.compile(_WORD.format("end"))
_ESCAPES: Final = {"E": r"\u0045", "e": r"\u0065"}
_PIECE: Final = re.compile(
    rf"(?P<quoted>{QUOTED})|[?$]\w+|:[\w:][\w:-]*|(?P<call>{_WORD.format('last')})", re.DOTALL
)
_TARGET: Final = re.compile(r"(?i:service\s*(?:silent\s*)?)<([^<>\"{}|^`\\\s]*)>")


def only_allowed(text: str, allowed: Collection[str] = ()) -> str:
    r"""Return a text of the same meaning that calls allowed addresses at most.

    Raises:
        QueryRefused: It would call another server, or one that only its evaluation names.

    >>> only_allowed("ASK { ?service ?p 'Service A' }")
    "ASK { ?service ?p 'Servic\\u0065 A' }"
    >>> only_allowed("ASK { SERVICE <http://a/> {} }", {"http://a/"})
    'ASK { SERVICE <http://a/> {} }'
    """
    addresses = {allowed} if isinstance(allowed, str) else allowed  # a text is no list of letters
    pieces, place = [], 0
    while match := _PIECE.search(text, place):
        pieces.append(text[place : match.start()])
        end = match.end()
        if match["quoted"]:
            pieces.append(_HIDDEN.sub(_escaped, match[0]))
        else:
            if match["call"]:
                end = _end_of_call(text, match.start(), addresses)
            pieces.append(text[match.start() : end])
        place = end
    return "".join([*pieces, text[place:]])


def calls_another(text: str) -> bool:
    """Tell whether a text may have a call, allowed or not.

    >>> calls_another("ASK { SERVICE <http://a/> {} }"), calls_another("ASK {} # SERVICE <x>")
    (True, False)
    """
    return any(match["call"] for match in _PIECE.finditer(text))


def column_before(text: str, column: int) -> int:
    r"""Return where a column of a line of the result stood in the text that was given.

    >>> column_before(r"'Servic\u0065 A' nonsense", 18)
    13
    """
    return column - 5 * len(re.findall(r"(?i:servic)\\u00[46]5", text[: column - 1]))


def _escaped(match: re.Match[str]) -> str:
    return match[0][:-1] + _ESCAPES[match["end"]]


def _end_of_call(text: str, start: int, allowed: Collection[str]) -> int:
    """Return where the address of a call ends.

    Raises:
        QueryRefused: It is not allowed.
    """
    how = "--allow-service ADDRESS, in Python allow_service"
    if not allowed:
        raise QueryRefused(f"SERVICE would ask another server, which is switched off ({how})")
    target = _TARGET.match(text, start)
    if target is None:
        words = "SERVICE needs the whole address, in <> and right behind the word, to be allowed"
        raise QueryRefused(words)
    if target[1] not in allowed:
        raise QueryRefused(f"SERVICE <{target[1]}> is none of the addresses allowed ({how})")
    return target.end()
