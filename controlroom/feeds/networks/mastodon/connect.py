"""Connecting an account: the server's own sign-in in the browser, or a token somebody pasted.

Servers are many, so none knows our application: it is registered at each as somebody signs in. PKCE
is used unless a server says that it does not know it; the old ones pass it over.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

import msgspec

from controlroom.feeds.base import Seat
from controlroom.feeds.errors import (
    NonsenseReceived,
    NotFound,
    PermissionMissing,
    SignInRefused,
)
from controlroom.feeds.networks.mastodon import shape
from controlroom.feeds.networks.mastodon.client import TOKEN_PATH, Client, decoded
from controlroom.feeds.renewal import TokenServer, challenge, with_grant
from controlroom.feeds.signing_in import Begun, Entrance, Offer, Way, Ways
from controlroom.feeds.wire import Send, Wire
from controlroom.model.credential import AppKey, Credential
from controlroom.model.errors import OurError

SCOPES = ("read", "write")
WAYS = Ways((Way.BROWSER, Way.TOKEN), needs_host=True, scopes=SCOPES)
_APP_NAME = "Control Room"
_METADATA = "/.well-known/oauth-authorization-server"


class _Own(msgspec.Struct):
    """Who signed in."""

    id: shape.Id
    acct: str
    username: str = ""
    display_name: str | None = None


def make_connector(entrance: Entrance) -> "MastodonConnector":
    """Returns what signs in at the server of `entrance`. Raises `AddressRefused`."""
    return MastodonConnector(entrance)


class MastodonConnector:
    """Signs in at one server. Used by one thread, except for `close`."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        self._base = entrance.server(entrance.host)
        self._wire = Wire(self._base, lambda: "", entrance.now)
        self._tokens = TokenServer(self._base, TOKEN_PATH, entrance.now)
        self._client: Client | None = None

    def begin(self, app: AppKey, redirect: str) -> Begun:
        own = app if app.id else self._registered(redirect)
        state = secrets.token_urlsafe(24)
        secret = secrets.token_urlsafe(48) if self._knows_pkce() else ""
        asked = {
            "client_id": own.id,
            "redirect_uri": redirect,
            "response_type": "code",
            "scope": " ".join(SCOPES),
            "state": state,
        }
        if secret:
            asked |= {"code_challenge": challenge(secret), "code_challenge_method": "S256"}
        address = f"{self._base}/oauth/authorize?{urlencode(asked)}"
        return Begun(address, state, redirect, secret, own)

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> tuple[Offer, ...]:
        host = self._entrance.host
        if not hmac.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise NonsenseReceived(host=host, reason="the answer to another sign-in")
        if "code" not in answer:
            raise SignInRefused(host=host, reason=answer.get("error", "no code")[:60])
        form = {
            "grant_type": "authorization_code",
            "code": answer["code"],
            "redirect_uri": begun.redirect,
            "scope": " ".join(SCOPES),
        } | ({"code_verifier": begun.secret} if begun.secret else {})
        granted = self._tokens.exchange(form, begun.app)
        return self._offers(with_grant(Credential(app=begun.app), granted, self._entrance.now()))

    def with_token(self, app: AppKey, token: str) -> tuple[Offer, ...]:
        return self._offers(Credential(token.strip(), app=app))

    def with_password(self, handle: str, password: str) -> tuple[Offer, ...]:
        raise OurError("Mastodon takes no passwords from programs")

    def close(self) -> None:
        self._wire.close()
        self._tokens.close()
        if self._client:
            self._client.close()

    def _registered(self, redirect: str) -> AppKey:
        form = {
            "client_name": _APP_NAME,
            "redirect_uris": redirect,
            "scopes": " ".join(SCOPES),
        }
        answer = self._wire.post("/api/v1/apps", Send(form))
        app = decoded(answer.body, shape.App, self._entrance.host)
        return AppKey(app.client_id, app.client_secret)

    def _knows_pkce(self) -> bool:
        """Servers that say nothing may know it, and if not they pass it over."""
        try:
            answer = self._wire.get(_METADATA)
            told = decoded(answer.body, shape.Metadata, self._entrance.host)
        except (NotFound, PermissionMissing, NonsenseReceived):
            return True
        return "S256" in (told.code_challenge_methods_supported or ())

    def _offers(self, credential: Credential) -> tuple[Offer, ...]:
        entrance = self._entrance
        seat = Seat(None, _Held(credential), entrance.now, entrance.server)
        self._client = Client(seat, entrance.host)
        host = self._client.host
        answer = self._client.get("/api/v1/accounts/verify_credentials")
        account = decoded(answer.body, _Own, host)
        name = account.acct if "@" in account.acct else f"{account.acct}@{host}"
        held = seat.sign_in.credential()
        return (
            Offer(
                network="mastodon",
                remote_id=f"{host}/{account.id}",
                handle=name,
                name=account.display_name or account.username or account.acct,
                credential=replace(held, account=str(account.id), server=entrance.host),
                host=entrance.host,
            ),
        )


class _Held:
    """A sign-in that is not anybody's yet."""

    def __init__(self, credential: Credential) -> None:
        self._held = credential

    def credential(self) -> Credential:
        return self._held

    def renewed(self, credential: Credential) -> None:
        self._held = credential
