"""Connecting a profile of X: in the browser (OAuth 2 with PKCE), or with a pasted token."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from controlroom.feeds import addresses
from controlroom.feeds.errors import NonsenseReceived, SignInRefused
from controlroom.feeds.networks.x import shape
from controlroom.feeds.networks.x.client import who_is
from controlroom.feeds.networks.x.envelope import open_envelope
from controlroom.feeds.networks.x.problems import HEADERS, refused_at
from controlroom.feeds.networks.x.tokens import HOST, token_server
from controlroom.feeds.renewal import challenge, with_grant
from controlroom.feeds.signing_in import Begun, Entrance, Offer, Way, Ways
from controlroom.feeds.wire import Wire
from controlroom.model.credential import AppKey, Credential
from controlroom.model.decoding import decoder
from controlroom.model.errors import OurError

SITE = "x.com"
"""Where a person agrees; what is asked in between programs goes to another server."""
SCOPES = (
    *("tweet.read", "users.read", "list.read", "dm.read", "offline.access"),
    *("tweet.write", "tweet.moderate.write", "like.write", "media.write", "dm.write"),
)
WAYS = Ways(ways=(Way.BROWSER, Way.TOKEN), needs_app=True, own_key=True, scopes=SCOPES)

_user = decoder(shape.User).decode


def make_connector(entrance: Entrance) -> "XConnector":
    """Returns what signs in to X."""
    return XConnector(entrance)


class XConnector:
    """Signs in to X."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        base = entrance.server(HOST)
        self._host = addresses.shown(base)
        self._access = ""
        self._tokens = token_server(entrance.server, entrance.now)
        self._wire = Wire(
            base,
            lambda: self._access,
            entrance.now,
            budget_headers=HEADERS,
            refused=refused_at(entrance.now),
        )

    def begin(self, app: AppKey, redirect: str) -> Begun:
        """Begins a sign-in in the browser."""
        state, secret = secrets.token_urlsafe(32), secrets.token_urlsafe(64)
        query = {
            "response_type": "code",
            "client_id": app.id,
            "redirect_uri": redirect,
            "scope": " ".join(SCOPES),
            "state": state,
            "code_challenge": challenge(secret),
            "code_challenge_method": "S256",
        }
        address = f"{self._entrance.server(SITE)}/i/oauth2/authorize?{urlencode(query)}"
        return Begun(address, state, redirect, secret, app)

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> tuple[Offer, ...]:
        """Ends it. Raises `ReadError`, and `SignInRefused` if the person or X said no."""
        if not secrets.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise SignInRefused(host=self._host, reason="another sign-in came back")
        if not answer.get("code"):
            raise SignInRefused(host=self._host, reason=_word(answer.get("error", "")))
        form = {
            "grant_type": "authorization_code",
            "code": answer["code"],
            "redirect_uri": begun.redirect,
            "code_verifier": begun.secret,
        }
        granted = self._tokens.exchange(form, begun.app)
        before = Credential(app=begun.app, scopes=SCOPES)
        return self._offered(with_grant(before, granted, self._entrance.now()))

    def with_token(self, app: AppKey, token: str) -> tuple[Offer, ...]:
        """Connects with a token, after asking X whose it is."""
        return self._offered(Credential(access=token.strip(), app=app))

    def with_password(self, handle: str, password: str) -> tuple[Offer, ...]:
        """X has no passwords for programs."""
        raise OurError("X does not let programs sign in with a password")

    def close(self) -> None:
        """Hangs up."""
        self._tokens.close()
        self._wire.close()

    def _offered(self, credential: Credential) -> tuple[Offer, ...]:
        self._access = credential.access
        envelope = open_envelope(who_is(self._wire).body, self._host)
        user = self._user(envelope.items)
        remote_id = str(user.id)
        return (
            Offer(
                network="x",
                remote_id=remote_id,
                handle=user.username,
                name=user.name or user.username,
                credential=replace(credential, account=remote_id),
            ),
        )

    def _user(self, items: tuple[bytes, ...]) -> shape.User:
        try:
            (item,) = items
            return _user(item)
        except (ValueError, RecursionError):
            raise NonsenseReceived(host=self._host, reason="no account") from None


def _word(error: str) -> str:
    """Returns a word of the protocol, and nothing else that somebody put in its place."""
    plain = error.replace("_", "")
    return error if plain.isascii() and plain.isalnum() and len(error) <= 40 else "no answer"
