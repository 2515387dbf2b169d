"""Saying who asks, in the way that a server wants it.

In: credentials. Out: an httpx authentication. What does not belong here: where credentials come
from. The module imports httpx, so it is imported when the first request is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Generator

    from comity.store.connection import Credentials

    Flow = Generator[httpx.Request, httpx.Response, None]


def authentication(credentials: Credentials) -> httpx.Auth | None:
    """Return how to say who asks: by token, or by user and password, or None for nobody."""
    if credentials.token:
        return _Token(credentials.token)
    if credentials.user:
        return _WhenAsked(credentials.user, credentials.password)
    return None


class _Token(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Flow:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class _WhenAsked(httpx.Auth):
    """User and password, sent once a server asks for them: by digest, or plainly if it must be."""

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Flow:
        if self._chosen is not None:
            yield from self._chosen.auth_flow(request)
            return
        response = yield request
        if response.status_code != httpx.codes.UNAUTHORIZED:
            return
        challenges = response.headers.get_list("www-authenticate")
        wants_digest = any(each.lower().startswith("digest") for each in challenges)
        self._chosen = self._digest if wants_digest else self._basic
        yield from self._chosen.auth_flow(request)
