"""Requests to a store behind an address.

In: an address, credentials if wanted, and what to send. Out: the answer, or an error that says what
went wrong. What does not belong here: SPARQL (`endpoint`, `publishing`).

Redirects are followed on the same host alone, answers are read up to a size, and nothing that is
secret stands in an address, a message or a `repr`. httpx is imported for the first request.
"""

from __future__ import annotations

import re
import weakref
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from comity.errors import (
    BadAddress,
    EndpointAnswerUnusable,
    EndpointFailed,
    EndpointUnreachable,
)
from comity.resources import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx

    Form = Mapping[str, str | Sequence[str]]

MAX_BYTES: Final = 512 * 1024 * 1024
TIMEOUT: Final = 300.0  # seconds; a store may think long about one question
_CONNECT_TIMEOUT: Final = 10.0
_MAX_HOPS: Final = 3
_MAX_LINE: Final = 300
_SAME_METHOD: Final = frozenset({301, 302, 307, 308})
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks: a user with a password, or a token, or nobody in particular."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Credentials:
        """Return what COMITY_STORE_USER, COMITY_STORE_PASSWORD and COMITY_STORE_TOKEN say."""
        words = ("USER", "PASSWORD", "TOKEN")
        return cls(*(environment.get(f"COMITY_STORE_{word}", "") for word in words))


ANYBODY: Final = Credentials()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a store answered: the kind of its content, its headers in small letters, the content."""

    media_type: str
    headers: Mapping[str, str]
    content: bytes = field(repr=False)


def is_address(text: str) -> bool:
    """Tell whether a text means an address, not a folder.

    >>> is_address("http://localhost:7878/query"), is_address("snapshots/old")
    (True, False)
    """
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def checked_address(text: str) -> str:
    """Return the address of an endpoint, without a fragment.

    Raises:
        BadAddress: It is not of http or https, names no host, or holds a user or password.
    """
    parts = _split(text)
    shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise BadAddress(shown, "an address begins with http:// or https:// and a host")
    if "@" in parts.netloc:
        words = (
            "user and password do not belong in an address; "
            "set COMITY_STORE_USER and COMITY_STORE_PASSWORD"
        )
        raise BadAddress(shown, words)
    return urlunsplit(parts._replace(fragment=""))


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port  # a port that is none is found out when it is looked at
    except ValueError as problem:
        raise BadAddress(text.rpartition("@")[2], str(problem)) from problem
    return parts


def _host(address: str) -> tuple[str | None, int | None]:
    parts = urlsplit(address)
    return parts.hostname, parts.port or _DEFAULT_PORTS.get(parts.scheme)


class Connection:
    """Requests to one host, by which a store is asked or filled."""

    def __init__(
        self,
        credentials: Credentials = ANYBODY,
        *,
        timeout: float = TIMEOUT,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._credentials = credentials
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._opened: httpx.Client | None = None

    def send(
        self,
        method: str,
        address: str,
        *,
        accept: str = "*/*",
        parameters: Form | None = None,
        form: Form | None = None,
        content: bytes | None = None,
        media_type: str | None = None,
    ) -> Answer:
        """Send a request and return the answer to it.

        Args:
            method: GET, POST and so on.
            address: Where to, without credentials.
            accept: Media types that are understood.
            parameters: What to add to the address.
            form: Fields to send in the body.
            content: Body to send, if no fields.
            media_type: What the body is.

        Raises:
            EndpointUnreachable: Nobody answers, or not in time.
            EndpointFailed: The answer is an error.
            EndpointAnswerUnusable: The answer is too large, or leads to another host.
        """
        import httpx  # noqa: PLC0415  (slow to import, and seldom needed)

        headers = {"Accept": accept, "User-Agent": f"comity/{VERSION}"}
        if media_type:
            headers["Content-Type"] = media_type
        request = self._client.build_request(
            method, address, params=parameters, data=form, content=content, headers=headers
        )
        try:
            for _ in range(_MAX_HOPS + 1):
                response = self._client.send(request, stream=True)
                try:
                    target = self._redirected(address, response)
                    if target is None:
                        return self._read(address, response)
                finally:
                    response.close()
                request = self._client.build_request(
                    method, target, data=form, content=content, headers=headers
                )
        except httpx.TimeoutException as problem:
            words = f"nothing came within {self._timeout:g} seconds"
            raise EndpointUnreachable(address, words) from problem
        except httpx.HTTPError as problem:
            reason = str(problem) or type(problem).__name__
            raise EndpointUnreachable(address, reason) from problem
        except (httpx.InvalidURL, UnicodeError) as problem:
            raise BadAddress(address, str(problem)) from problem
        raise EndpointAnswerUnusable(address, f"it leads elsewhere more than {_MAX_HOPS} times")

    @property
    def _client(self) -> httpx.Client:
        if self._opened is None:
            import httpx  # noqa: PLC0415

            from comity.store.authentication import authentication  # noqa: PLC0415

            limits = httpx.Timeout(self._timeout, connect=min(self._timeout, _CONNECT_TIMEOUT))
            self._opened = httpx.Client(
                timeout=limits, auth=authentication(self._credentials), follow_redirects=False
            )
            weakref.finalize(self, self._opened.close)
        return self._opened

    def _redirected(self, address: str, response: httpx.Response) -> str | None:
        """Return where an answer leads, if it leads elsewhere on the same host."""
        if response.status_code not in _SAME_METHOD | {303}:
            return None
        target: str = urljoin(str(response.url), response.headers.get("location", ""))
        downgraded = response.url.scheme == "https" and urlsplit(target).scheme != "https"
        if _host(target) != _host(str(response.url)) or downgraded or "@" in target:
            raise EndpointAnswerUnusable(address, "it leads to another host, which is not followed")
        if response.status_code == 303:
            raise EndpointAnswerUnusable(address, "it leads to a page that does not take queries")
        return target

    def _read(self, address: str, response: httpx.Response) -> Answer:
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > self._max_bytes:
                raise EndpointAnswerUnusable(address, f"it is longer than {self._max_bytes} bytes")
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if response.status_code >= 300:
            raise EndpointFailed(address, response.status_code, _first_line(bytes(content)))
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(kind, headers, bytes(content))


def _first_line(content: bytes) -> str:
    """Return the first words of an error page, without tags and within reason."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", content.decode("utf-8", "replace"))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return next((line for line in lines if line), "")[:_MAX_LINE]
