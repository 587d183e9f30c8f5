"""Tokens: exchanging a code, making one last, asking what one allows and until when.

What is secret goes into forms and headers. Facebook documents these questions as GET with secrets
in the address; they are posted instead, as OAuth has it, and what is only ever got says so in its
form. Where that is not taken, a token's end stays unknown, and nothing else is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import msgspec

from controlroom.feeds.errors import (
    AppRefused,
    BudgetUsed,
    HungUp,
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    ReadError,
    SignInRefused,
    TokenExpired,
)
from controlroom.feeds.graph.client import Graph
from controlroom.feeds.graph.faults import AppNotAccepted, TooMuchAsked
from controlroom.model.credential import AppKey, Credential
from controlroom.model.decoding import from_json

_LATEST = 2**33

_T = TypeVar("_T")


class _Token(msgspec.Struct):
    access_token: str
    expires_in: float | None = None


class _Terms(msgspec.Struct):
    """What a token allows and until when; 0 for "for ever"."""

    expires_at: int | None = None
    data_access_expires_at: int | None = None
    scopes: list[str] = []


class _Debugged(msgspec.Struct):
    data: _Terms


class Tokens:
    """Holds the credential in hand and asks in its name.

    Attributes:
        now_using: with this everything is asked.
        graph: what is asked.
    """

    def __init__(self, base: str, now: Callable[[], datetime]) -> None:
        self.now_using = Credential()
        self.graph = Graph(base, lambda: self.now_using, now)
        self._now = now

    def exchanged(self, app: AppKey, asked: Mapping[str, str]) -> Credential:
        """Returns a token for what proves a sign-in; nobody is signed in while it is asked for.

        Raises:
            AppRefused: the id or the secret of the application is wrong.
            SignInRefused: the proof is not accepted.
            ReadError: for everything else.
        """
        self.now_using = Credential()
        form = {"client_id": app.id, **({"client_secret": app.secret} if app.secret else {})}
        try:
            answer = self.graph.post("oauth/access_token", {**form, **asked})
        except AppNotAccepted:
            raise AppRefused(host=self.graph.host) from None
        except (NotFound, TokenExpired, PermissionMissing):
            raise SignInRefused(host=self.graph.host, reason="token exchange") from None
        except TooMuchAsked:
            raise SignInRefused(host=self.graph.host, reason="no reason given") from None
        told = self._decoded(answer.body, _Token)
        return Credential(told.access_token, expires_at=self._after(told.expires_in), app=app)

    def prolonged(self, given: Credential) -> Credential:
        """Exchanges a token of hours for one of about 60 days, if the application has a secret.

        Raises as `exchanged`.
        """
        if not given.app.secret:
            return given
        asked = {"grant_type": "fb_exchange_token", "fb_exchange_token": given.access}
        return self.exchanged(given.app, asked)

    def with_terms(self, given: Credential) -> Credential:
        """Adds what Facebook knows of a token, if it tells. Raises `BudgetUsed`, `HungUp`."""
        form = {"input_token": given.access, "method": "get"}
        try:
            terms = self._decoded(self.graph.post("debug_token", form).body, _Debugged).data
        except (BudgetUsed, HungUp):
            raise
        except ReadError:
            return given
        return replace(
            given,
            expires_at=_moment(terms.expires_at) or given.expires_at,
            ends_at=_moment(terms.data_access_expires_at),
            scopes=tuple(terms.scopes),
        )

    def nonsense(self) -> NonsenseReceived:
        """Returns the error for an answer nobody can read."""
        return NonsenseReceived(host=self.graph.host, reason="not what signing in brings")

    def _decoded(self, body: bytes, kind: type[_T]) -> _T:
        try:
            return from_json(body, kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise self.nonsense() from None

    def _after(self, seconds: float | None) -> datetime | None:
        return self._now() + timedelta(seconds=seconds) if seconds and 0 < seconds < 1e9 else None


def _moment(seconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds and 0 < seconds < _LATEST else None
