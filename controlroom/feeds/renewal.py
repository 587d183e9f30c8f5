"""Access tokens that run out: a new one is fetched before that, and once after a refusal.

Many feeds may read for one profile at the same time; only one of them fetches, the others take what
it got. For servers that keep to OAuth 2 (RFC 6749) to the letter.
"""

import base64
import hashlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import quote

import msgspec

from controlroom.feeds.addresses import shown
from controlroom.feeds.base import Seat
from controlroom.feeds.errors import NonsenseReceived, ReadError, TokenExpired
from controlroom.feeds.wire import Refusal, Send, Wire
from controlroom.model.credential import AppKey, Credential
from controlroom.model.decoding import decoder

_EARLY = timedelta(minutes=2)
_LOCKS: dict[int, threading.Lock] = {}
"""One for each profile."""


class Granted(msgspec.Struct):
    """What the token server gives."""

    access_token: str
    expires_in: float | None = None
    refresh_token: str | None = None
    refresh_token_expires_in: float | None = None
    scope: str = ""

    def __repr__(self) -> str:
        return "Granted(…)"


_granted = decoder(Granted).decode


class Renewal:
    """Keeps the sign-in of one seat fresh. Used by one thread, except for `close`.

    Args:
        tokens: where new ones are given.
    """

    def __init__(self, seat: Seat, tokens: "TokenServer") -> None:
        self._sign_in = seat.sign_in
        self._now = seat.now
        self._lock = _LOCKS.setdefault(seat.profile.id if seat.profile else 0, threading.Lock())
        self._tokens = tokens

    def access(self) -> str:
        """Returns a token that is still good. Raises `ReadError`."""
        standing = self._sign_in.credential()
        if self._due(standing):
            self._renew(standing.access)
        return self._sign_in.credential().access

    def refused(self, access: str) -> bool:
        """Fetches a new token for one that was refused; False if there is no way to."""
        if not self._sign_in.credential().refresh:
            return False
        self._renew(access)
        return True

    def close(self) -> None:
        self._tokens.close()

    def _due(self, standing: Credential) -> bool:
        ends = standing.expires_at
        over = not standing.access or (ends is not None and ends - self._now() < _EARLY)
        return bool(standing.refresh) and over

    def _renew(self, access: str) -> None:
        with self._lock:
            standing = self._sign_in.credential()
            if standing.access == access:
                self._sign_in.renewed(self._tokens.renewed(standing))


class TokenServer:
    """Gives tokens.

    Args:
        base, path: its address.
        by_header: the application proves itself in a header instead of in the form.
    """

    def __init__(
        self, base: str, path: str, now: Callable[[], datetime], *, by_header: bool = False
    ) -> None:
        self._path = path
        self._now = now
        self._by_header = by_header
        self._host = shown(base)
        self._wire = Wire(base, lambda: "", now, refused=_refused)

    def renewed(self, standing: Credential) -> Credential:
        """Returns a credential with a new token. Raises `ReadError`."""
        form = {"grant_type": "refresh_token", "refresh_token": standing.refresh}
        return with_grant(standing, self.exchange(form, standing.app), self._now())

    def exchange(self, form: Mapping[str, str], app: AppKey) -> Granted:
        """Returns what it gives for a code or another token. Raises `ReadError`."""
        headers = basic(app) if app.secret and self._by_header else {}
        secret = {"client_secret": app.secret} if app.secret and not headers else {}
        send = Send({"client_id": app.id} | secret | dict(form))
        answer = self._wire.post(self._path, send, headers=headers)
        try:
            return _granted(answer.body)
        except (msgspec.DecodeError, RecursionError):
            raise NonsenseReceived(host=self._host, reason="no token") from None

    def close(self) -> None:
        self._wire.close()


def with_grant(standing: Credential, granted: Granted, now: datetime) -> Credential:
    """Returns a credential as it stands after a grant; what the grant leaves out stays."""
    return replace(
        standing,
        access=granted.access_token,
        refresh=granted.refresh_token or standing.refresh,
        expires_at=_after(granted.expires_in, now),
        ends_at=_after(granted.refresh_token_expires_in, now) or standing.ends_at,
        scopes=tuple(granted.scope.split()) or standing.scopes,
    )


def basic(app: AppKey) -> dict[str, str]:
    """Returns the header by which an application proves itself (RFC 6749, 2.3.1)."""
    told = f"{quote(app.id, safe='')}:{quote(app.secret, safe='')}"
    return {"Authorization": f"Basic {base64.b64encode(told.encode()).decode()}"}


def challenge(secret: str) -> str:
    """Returns what is shown of a secret beforehand (RFC 7636, S256)."""
    digest = hashlib.sha256(secret.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _after(seconds: float | None, now: datetime) -> datetime | None:
    if seconds is None or not 0 <= seconds < 10**9:
        return None
    return now + timedelta(seconds=seconds)


def _refused(refusal: Refusal) -> ReadError | None:
    """`invalid_grant` and its like: a person has to sign in again."""
    return TokenExpired(host=refusal.host) if refusal.status in (400, 401) else None
