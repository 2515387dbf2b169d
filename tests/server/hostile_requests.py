"""Requests that try to wear a server out or to get at what is not theirs, as bytes.

In: nothing. Out: requests by name, and what may come back. What does not belong here: sending them.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tests.server.raw import CLOSED, head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Pieces = Callable[[], Iterable[bytes]]

MEGABYTE: Final = 1_048_576
BODY: Final = 10 * MEGABYTE
QUERY: Final = "application/sparql-query"
FORM: Final = "application/x-www-form-urlencoded"
ASK: Final = "/sparql?query=ASK%7B%7D"
TWO_LENGTHS: Final = "6\r\nContent-Length: 9"
REFUSED: Final = frozenset(range(400, 500))
REFUSED_OR_CLOSED: Final = REFUSED | {CLOSED}
HARMLESS: Final = REFUSED_OR_CLOSED | {200}


@dataclass(frozen=True, slots=True)
class Attack:
    """One request.

    Attributes:
        pieces: Gives its bytes.
        statuses: What may come back.
    """

    pieces: Pieces
    statuses: frozenset[int] = REFUSED


def get(target: str, **headers: str) -> Pieces:
    return lambda: [head(target, **headers)]


def post(body: bytes, **headers: str) -> Pieces:
    return lambda: [
        head("/sparql", "POST", Content_Length=str(len(body)), **headers),
        *(body[start : start + 65_536] for start in range(0, len(body), 65_536)),
    ]


def in_chunks(chunk: bytes, times: int, **headers: str) -> Pieces:
    def pieces() -> Iterable[bytes]:
        yield head("/sparql", "POST", Transfer_Encoding="chunked", **headers)
        for _ in range(times):
            yield f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n"
        yield b"0\r\n\r\n"

    return pieces


BOMB: Final = gzip.compress(b"ASK {}" + b" " * (64 * MEGABYTE), mtime=0)  # 64 kB
RDF_BOMB: Final = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 16) for n in range(8))
    + b']><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="x:s"><p xmlns="x:">&i;</p></rdf:Description></rdf:RDF>'
)
LEAK: Final = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
)

ATTACKS: Final[dict[str, Attack]] = {
    "a query of 10 MB": Attack(post(b"ASK {} #" + b"a" * BODY, Content_Type=QUERY)),
    "a form of 10 MB": Attack(post(b"query=ASK%7B%7D&x=" + b"a" * BODY, Content_Type=FORM)),
    "a form of a hundred thousand fields": Attack(
        post(b"query=ASK%7B%7D" + b"&a=b" * 100_000, Content_Type=FORM)
    ),
    "a body of 10 MB of no known type": Attack(post(b"a" * BODY, Content_Type="image/png")),
    "64 MB in chunks": Attack(
        in_chunks(b"a" * 65_536, 1_000, Content_Type=QUERY), REFUSED_OR_CLOSED
    ),
    "a body in pieces of one byte": Attack(
        in_chunks(b"a", 200_000, Content_Type=QUERY), REFUSED_OR_CLOSED
    ),
    "an address of 10 MB": Attack(get("/sparql?query=" + "a" * BODY), REFUSED_OR_CLOSED),
    "an address of 100 kB": Attack(get("/sparql?query=" + "a" * 100_000), REFUSED_OR_CLOSED),
    "a header of 1 MB": Attack(get(ASK, X="a" * MEGABYTE), REFUSED_OR_CLOSED),
    "ten thousand headers": Attack(
        get(ASK, **{f"X{n}": "a" * 20 for n in range(10_000)}), REFUSED_OR_CLOSED
    ),
    "a thousand parameters": Attack(get(ASK + "&a=b" * 1_000)),
    "a thousand graphs": Attack(get(ASK + "&default-graph-uri=x:g" * 1_000)),
    "broken UTF-8 in the address": Attack(get("/sparql?query=ASK%7B%7D%23%ff%fe")),
    "overlong UTF-8 in the address": Attack(get("/sparql?query=ASK%7B%7D%23%c0%af")),
    "half a surrogate pair in the address": Attack(get("/sparql?query=ASK%7B%7D%23%ed%a0%80")),
    "raw bytes in the address": Attack(get("/sparql?query=ASK{}#\xff\xfe"), HARMLESS),
    "broken UTF-8 in the body": Attack(post(b"ASK {} #\xff\xfe", Content_Type=QUERY)),
    "UTF-16": Attack(post("ASK {}".encode("utf-16"), Content_Type=QUERY)),
    "NUL in the query": Attack(get("/sparql?query=ASK%7B%7D%00")),
    "a gzip bomb": Attack(post(BOMB, Content_Type=QUERY, Content_Encoding="gzip")),
    "a bomb of RDF/XML entities": Attack(post(RDF_BOMB, Content_Type="application/rdf+xml")),
    "a local file as an XML entity": Attack(post(LEAK, Content_Type="application/rdf+xml")),
    "a form in parts": Attack(
        post(
            b'--x\r\nContent-Disposition: form-data; name="query"\r\n\r\nASK {}\r\n--x--\r\n',
            Content_Type="multipart/form-data; boundary=x",
        )
    ),
    "a negative length": Attack(
        lambda: [head("/sparql", "POST", Content_Length="-5", Content_Type=QUERY), b"ASK{}"]
    ),
    "a length that is no number": Attack(
        lambda: [head("/sparql", "POST", Content_Length="0x5", Content_Type=QUERY), b"ASK{}"]
    ),
    "a length of a thousand digits": Attack(
        lambda: [head("/sparql", "POST", Content_Length="9" * 1_000, Content_Type=QUERY), b"a"]
    ),
    "two lengths": Attack(
        lambda: [head("/sparql", "POST", Content_Type=QUERY, Content_Length=TWO_LENGTHS)]
    ),
    "a length and chunks": Attack(
        lambda: [
            head(
                "/sparql", "POST", Content_Length="6", Transfer_Encoding="chunked",
                Content_Type=QUERY,
            ),
            b"0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n",
        ]
    ),
    "a chunk of a size that is no number": Attack(
        lambda: [
            head("/sparql", "POST", Transfer_Encoding="chunked", Content_Type=QUERY),
            b"ZZ\r\nASK {}\r\n0\r\n\r\n",
        ]
    ),
    "a greeting of TLS": Attack(
        lambda: [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)) * 2],
        REFUSED_OR_CLOSED,
    ),
    "no HTTP at all": Attack(lambda: [b"hello\r\n\r\n"], REFUSED_OR_CLOSED),
    "a header that injects another": Attack(
        get(ASK, Accept="text/csv\x0bX: y"), HARMLESS
    ),
    "a method of 10 kB": Attack(lambda: [head(ASK, "A" * 10_000)], REFUSED_OR_CLOSED),
    "TRACE": Attack(lambda: [head(ASK, "TRACE")]),
    "CONNECT": Attack(lambda: [head("127.0.0.1:22", "CONNECT")], REFUSED_OR_CLOSED),
    "a proxy's request": Attack(get("http://127.0.0.1:22/no-such-page"), REFUSED_OR_CLOSED),
    "a thousand wishes": Attack(
        get(ASK, Accept=",".join(f"a/b{n};q=0.{n:03}" for n in range(1_000)))
    ),
    "wishes without sense": Attack(get(ASK, Accept="*/*;q=nan, ;;q=,/,text/csv;q=1e999"), HARMLESS),
    "an upgrade": Attack(
        get(ASK, Connection="Upgrade", Upgrade="websocket", Sec_WebSocket_Key="x",
            Sec_WebSocket_Version="13"),
        HARMLESS,
    ),
    "a range": Attack(get(ASK, Range="bytes=0-0," + ",".join(["5-6"] * 1_000)), HARMLESS),
    "a file by its path": Attack(get("/../../../../etc/passwd")),
}  # fmt: skip

PATHS: Final = (
    "../../../../../../etc/passwd",
    "..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "..%252f..%252f..%252fetc%252fpasswd",
    "..\\..\\..\\..\\etc\\passwd",
    "....//....//etc/passwd",
    "/etc/passwd",
    "%00",
    "%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
    "a" * 5_000,
)
ROUTES: Final = (
    "/", "/sparql/", "/graph-store/", "/queries/", "/id/", "/id/nation/", "/claims/", "/sources/",
    "/graph/", "/ns/", "/static/", "/.well-known/",
)  # fmt: skip
PAYLOADS: Final = {
    "SQL": "' OR 1=1; DROP TABLE claims; --",
    "HTML": '"><script>alert(1)</script><img src=x onerror=alert(1)>',
    "SPARQL": '" } UNION { ?s ?p ?o } #',
    "IRI": "> . } INSERT DATA { <x:a> <x:b> <x:c> } #",
    "header": "a\r\nSet-Cookie: x=y\r\n\r\n<html>",
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f\x85\u2028",
    "NUL": "a\x00b",
    "bidi": "\u202egnp.exe\u202c",
    "beyond the BMP": "\U0001f680\ufffe\uffff",
    "template": "{{7*7}}${7*7}%s%n{0}",
    "path": "../../../../etc/passwd",
    "file": "file:///etc/passwd",
    "long": "a" * 20_000,
    "empty": "",
    "blank": " \t ",
    "number": "99999999999999999999999999",
    "negative": "-1",
    "day": "2024-13-45",
    "huge day": "999999999-01-01",
}
PARAMETERS: Final = {
    "/sparql?query=ASK%7B%7D": ("format", "as-of", "known-by", "certain", "default-graph-uri",
                                "named-graph-uri", "x"),
    "/sparql?": ("query",),
    "/graph-store?": ("graph",),
    "/queries/artemis-signatories?": ("format", "as-of", "accord", "x"),
    "/queries/members?": ("body", "relation"),
    "/search?": ("q", "prefix", "kind", "limit"),
    "/search?q=moon": ("kind", "limit"),
    "/claims?": ("subject", "predicate", "object", "source", "verdict", "limit"),
    "/id/nation/chn?": ("format", "as-of"),
}  # fmt: skip


def with_parameter(route: str, name: str, value: str) -> str:
    """Return a target with one more parameter."""
    return f"{route}&{name}={quote(value, safe='')}".replace("?&", "?")
