"""What an endpoint may answer, and what becomes of it; the store is a scripted server."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from pyoxigraph import QueryResultsFormat, Store
from tests.servers import free_port

from comity.errors import (
    BadAddress,
    ComityError,
    EndpointAnswerUnusable,
    EndpointCut,
    EndpointFailed,
    EndpointUnreachable,
    NotAComityStore,
    ReleaseReplaced,
)
from comity.queries.evaluation import evaluate
from comity.store import Manifest
from comity.store.connection import Connection, Credentials, checked_address
from comity.store.description import description
from comity.store.endpoint import EndpointEngine
from comity.store.snapshot import FORM, quads_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reply = tuple[int, dict[str, str], bytes]
    Script = Callable[[str, dict[str, str]], Reply | None]

XML = {"Content-Type": "application/sparql-results+xml"}
DIGEST = "0123456789abcdef" * 4
SMALL = Manifest(FORM, "1.0", "2026-01-01", "f" * 64, quads_file(DIGEST), DIGEST, {"quads": 9})
SECRET = "open-sesame"  # noqa: S105  (nobody's)


def release() -> Store:
    store = Store()
    store.extend(description(SMALL))
    return store


def answer_of(store: Store, text: str) -> bytes:
    """Return a store's answer; results may not outlive their thread, so none is kept."""
    results = store.query(text, use_default_graph_as_union=True)
    content = results.serialize(format=QueryResultsFormat.XML)  # type: ignore[call-overload]
    del results
    return content or b""


@contextmanager
def serving(store: Store, script: Script = lambda _text, _headers: None) -> Iterator[str]:
    """Give the address of a server that answers from a store, unless the script says otherwise."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(parse_qs(urlsplit(self.path).query))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(parse_qs(body.decode()))

        def _answer(self, fields: dict[str, list[str]]) -> None:
            text = fields.get("query", ["ASK {} # ?asked"])[0]  # a redirect may have lost it
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = script(text, headers)
            if reply is None:
                reply = (200, XML, answer_of(store, text))
            status, headers, content = reply
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/query"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def to_this(word: str, reply: Reply) -> Script:
    """Return a script that answers so to texts with a word in them, and tells the truth else."""
    return lambda text, _headers: reply if word in text else None


ASKED = "SELECT ?x WHERE { ?x comity:claimCount ?asked }"


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        ((400, {}, b"Virtuoso 37000 Error\nmore"), EndpointFailed, "status 400: Virtuoso 37000 E"),
        ((500, {}, b"<html><p>Oh <b>no</b>"), EndpointFailed, "status 500: Oh no"),
        ((401, {}, b""), EndpointFailed, "set COMITY_STORE_USER and COMITY_STORE_PASSWORD"),
        ((200, {"Content-Type": "text/html"}, b"<p>"), EndpointAnswerUnusable, "it is text/html"),
        ((200, XML, b"<sparql"), EndpointAnswerUnusable, "cannot be used"),
        ((200, XML | {"X-SQL-State": "S1TAT"}, b""), EndpointAnswerUnusable, "time of the store"),
        ((302, {"Location": "http://other.invalid/"}, b""), EndpointAnswerUnusable, "another host"),
        ((303, {"Location": "/page"}, b""), EndpointAnswerUnusable, "does not take queries"),
        ((307, {"Location": "/again"}, b""), EndpointAnswerUnusable, "more than 3 times"),
    ],
)
def test_a_failure_is_told_by_its_kind(
    reply: Reply, error: type[ComityError], message: str
) -> None:
    with serving(release(), to_this("?asked", reply)) as address:
        engine = EndpointEngine(address)
        with pytest.raises(error, match=message) as problem:
            evaluate(engine, ASKED)
        assert address in str(problem.value)


def test_an_answer_that_is_too_long_is_not_read() -> None:
    with serving(release(), to_this("?asked", (200, XML, b" " * 200_000))) as address:
        engine = EndpointEngine(address, Connection(max_bytes=100_000))
        with pytest.raises(EndpointAnswerUnusable, match="longer than 100000 bytes"):
            evaluate(engine, ASKED)


def test_nobody_answers() -> None:
    engine = EndpointEngine(f"http://127.0.0.1:{free_port()}/query")
    with pytest.raises(EndpointUnreachable, match="does not answer"):
        evaluate(engine, ASKED)


def test_a_store_that_takes_too_long_is_given_up() -> None:
    until_told = threading.Event()

    def slow(text: str, _headers: dict[str, str]) -> None:
        if "?asked" in text:
            until_told.wait(10)

    with serving(release(), slow) as address:
        engine = EndpointEngine(address, Connection(timeout=0.5))
        try:
            with pytest.raises(EndpointUnreachable, match=r"nothing came within 0\.5 seconds"):
                evaluate(engine, ASKED)
        finally:
            until_told.set()


def test_a_redirect_on_the_same_host_is_followed() -> None:
    places: Iterator[str] = iter(["/elsewhere"])

    def leads_on(text: str, _headers: dict[str, str]) -> Reply | None:
        place = next(places, None) if "?asked" in text else None
        return (307, {"Location": f"{place}?{urlencode({'query': text})}"}, b"") if place else None

    with serving(release(), leads_on) as address:
        found = evaluate(EndpointEngine(address), ASKED)
        assert [variable.value for variable in found.variables] == ["x"]  # type: ignore[union-attr]


def test_a_store_without_a_release_is_told_apart() -> None:
    with serving(Store()) as address, pytest.raises(NotAComityStore, match="comity publish --to"):
        evaluate(EndpointEngine(address), ASKED)


def test_a_release_that_goes_away_meanwhile_spoils_the_answer() -> None:
    store = release()

    def take_away(text: str, _headers: dict[str, str]) -> None:
        if "?asked" in text:
            store.clear()

    with serving(store, take_away) as address, pytest.raises(ReleaseReplaced):
        evaluate(EndpointEngine(address), ASKED)


def test_an_ordered_answer_that_is_cut_off_is_no_answer() -> None:
    cut = (200, XML | {"X-SPARQL-MaxRows": "10"}, b"")
    with (
        serving(release(), to_this("?asked", cut)) as address,
        pytest.raises(EndpointCut, match="after 10 rows"),
    ):
        evaluate(EndpointEngine(address), ASKED + " ORDER BY ?x")


def test_an_answer_that_is_cut_off_is_asked_for_in_slices() -> None:
    store = release()
    cut = (200, XML | {"X-SPARQL-MaxRows": "10"}, b"")
    text = "SELECT ?s ?asked WHERE { ?s a ?asked OPTIONAL { ?s comity:nothing ?more } }"
    whole = {str(row) for row in evaluate(store, text)}  # type: ignore[union-attr]

    def cuts(asked: str, _headers: dict[str, str]) -> Reply | None:
        return cut if "?asked" in asked and "MD5" not in asked else None

    with serving(store, cuts) as address:
        found = [str(row) for row in evaluate(EndpointEngine(address), text)]  # type: ignore[union-attr]
    assert len(found) == len(whole)
    assert set(found) == whole


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("ftp://host/x", "begins with http:// or https://"),
        ("http:///x", "begins with http:// or https://"),
        ("http://host:port/x", "[Pp]ort"),
        (f"http://me:{SECRET}@host/sparql", "do not belong in an address"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, message: str) -> None:
    with pytest.raises(BadAddress, match=message) as problem:
        checked_address(address)
    assert SECRET not in str(problem.value)


def test_a_secret_is_shown_nowhere() -> None:
    environment = {"COMITY_STORE_USER": "me", "COMITY_STORE_PASSWORD": SECRET}
    credentials = Credentials.from_environment(environment)
    assert credentials.password == SECRET
    assert SECRET not in repr(credentials)
    refused = (401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")
    with serving(release(), to_this("ASK", refused)) as address:
        engine = EndpointEngine(address, Connection(credentials))
        assert SECRET not in repr(engine)
        with pytest.raises(EndpointFailed) as problem:
            evaluate(engine, ASKED)
    assert SECRET not in str(problem.value)
    assert SECRET not in repr(problem.value)


def test_a_password_is_sent_when_it_is_asked_for_and_a_token_at_once() -> None:
    seen: list[str] = []

    def guarded(_text: str, headers: dict[str, str]) -> Reply | None:
        seen.append(headers.get("authorization", ""))
        return None if seen[-1] else (401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")

    with serving(release(), guarded) as address:
        evaluate(EndpointEngine(address, Connection(Credentials("me", SECRET))), ASKED)
        assert seen[0] == ""
        assert all(each.startswith("Basic ") for each in seen[1:])
        seen.clear()
        evaluate(EndpointEngine(address, Connection(Credentials(token=SECRET))), ASKED)
        assert set(seen) == {f"Bearer {SECRET}"}


def test_what_was_fetched_is_kept_for_a_release_and_forgotten_with_it() -> None:
    store = release()
    asked: list[str] = []

    def heard(text: str, _headers: dict[str, str]) -> None:
        asked.append(text)

    def requests(engine: EndpointEngine) -> int:
        """Return how many statements were asked for, besides whether the release is there."""
        asked.clear()
        text = "SELECT ?word { ?release a comity:Release ; dcat:keyword ?word }"
        words = {row["word"].value for row in evaluate(engine, text)}  # type: ignore[union-attr]
        assert "space policy" in words
        return sum("ASK" not in each for each in asked)

    with serving(store, heard) as address:
        engine = EndpointEngine(address).here
        assert requests(engine) > 0
        assert requests(engine) == 0
        store.clear()
        store.extend(description(replace(SMALL, sha256="f" * 64)))
        with pytest.raises(ReleaseReplaced):
            requests(engine)
        assert requests(engine) > 0
