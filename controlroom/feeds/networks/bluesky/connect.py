"""Connecting a Bluesky profile: a handle and an app password, made for this program alone.

The password is used once and forgotten: what is kept is the session, which renews itself. Direct
messages need an app password that allows them; the scope of the session says whether it does.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from controlroom.feeds.errors import HungUp, ReadError, SignInRefused
from controlroom.feeds.networks.bluesky import shape
from controlroom.feeds.networks.bluesky.client import BUDGET_HEADERS, HOST
from controlroom.feeds.networks.bluesky.refusals import meaning_of, told_in
from controlroom.feeds.networks.bluesky.session import credential_of, session_of
from controlroom.feeds.signing_in import Begun, Entrance, Offer, Way, Ways
from controlroom.feeds.wire import Refusal, Send, Wire
from controlroom.model.credential import AppKey, Credential
from controlroom.model.decoding import decoder
from controlroom.model.errors import OurError

WAYS = Ways((Way.PASSWORD,))
_REASONS: Mapping[str, str] = {
    "AuthenticationRequired": "wrong handle or app password",
    "AuthFactorTokenRequired": "an app password is needed",
    "AccountTakedown": "the account was taken down",
    "takendown": "the account was taken down",
    "suspended": "the account is suspended",
    "deactivated": "the account is switched off",
}
_author = decoder(shape.Author).decode


def make_connector(entrance: Entrance) -> "BlueskyConnector":
    """Returns a connector; without a host the account is at the network's own servers."""
    return BlueskyConnector(entrance)


class BlueskyConnector:
    """Signs in to one server."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        self._base = entrance.server(entrance.host or HOST)
        self._host = urlsplit(self._base).hostname or ""
        self._told = ""
        self._access = ""
        self._wire = Wire(
            "",
            lambda: self._access,
            entrance.now,
            budget_headers=BUDGET_HEADERS,
            refused=self._refused,
        )

    def with_password(self, handle: str, password: str) -> tuple[Offer, ...]:
        """Signs in. Raises `ReadError`, and `SignInRefused` for a wrong or unfit password."""
        self._access = ""
        session = self._session(_plain(handle), password)
        if session.active is False:
            raise self._no(session.status or "deactivated")
        credential = credential_of(session, self._base, Credential())
        self._access = credential.access
        name = self._name(credential) or session.handle
        offer = Offer("bluesky", session.did, session.handle, name, credential, self._entrance.host)
        return (offer,)

    def begin(self, app: AppKey, redirect: str) -> Begun:
        raise OurError("Bluesky is not connected in the browser")

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> tuple[Offer, ...]:
        raise OurError("Bluesky is not connected in the browser")

    def with_token(self, app: AppKey, token: str) -> tuple[Offer, ...]:
        raise OurError("Bluesky has no tokens to paste")

    def close(self) -> None:
        self._wire.close()

    def _session(self, handle: str, password: str) -> shape.Session:
        asked = msgspec.json.encode({"identifier": handle, "password": password})
        self._told = ""
        try:
            path = f"{self._base}/xrpc/com.atproto.server.createSession"
            answer = self._wire.post(path, Send(body=asked))
        except ReadError:
            if self._told in _REASONS:
                raise self._no(self._told) from None
            raise
        return session_of(answer.body, self._host)

    def _name(self, credential: Credential) -> str:
        """Returns how the account calls itself; "" where nobody can say, which is no obstacle."""
        base = self._entrance.server(credential.server)
        query = {"actor": credential.account}
        try:
            answer = self._wire.get(f"{base}/xrpc/app.bsky.actor.getProfile", query)
            return _author(answer.body).display_name or ""
        except HungUp:
            raise
        except (ReadError, ValueError, RecursionError):
            return ""

    def _refused(self, refusal: Refusal) -> ReadError | None:
        told = told_in(refusal.body)
        self._told = told.error if told else ""
        return meaning_of(refusal)

    def _no(self, reason: str) -> SignInRefused:
        return SignInRefused(host=self._host, reason=_REASONS.get(reason, reason[:40]))


def _plain(handle: str) -> str:
    """Returns a handle without its sign, blanks and the marks that come with copying."""
    kept = "".join(char for char in handle if char.isprintable() and not char.isspace())
    return kept.removeprefix("@")
