"""Connecting a channel: Google's sign-in in the browser, or a token somebody pasted.

Comments are only given to who may also change them (scope `youtube.force-ssl`); there is no
narrower one.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from controlroom.feeds.base import Seat
from controlroom.feeds.errors import NonsenseReceived, PermissionMissing, SignInRefused
from controlroom.feeds.networks.youtube import shape
from controlroom.feeds.networks.youtube.client import TOKEN_HOST, TOKEN_PATH, Client
from controlroom.feeds.reading import read_all
from controlroom.feeds.renewal import Granted, TokenServer, challenge, with_grant
from controlroom.feeds.signing_in import Begun, Entrance, Offer, Way, Ways
from controlroom.model.credential import AppKey, Credential
from controlroom.model.decoding import decoder
from controlroom.model.errors import OurError

SIGN_IN_HOST = "accounts.google.com"
_SIGN_IN_PATH = "/o/oauth2/v2/auth"
SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
_REFRESH = "1//"
"""How a refresh token begins."""
WAYS = Ways((Way.BROWSER, Way.TOKEN), needs_app=True, scopes=(SCOPE,))
_channel = decoder(shape.Channel).decode


def make_connector(entrance: Entrance) -> "YouTubeConnector":
    """Returns what signs channels in. Raises `AddressRefused`."""
    return YouTubeConnector(entrance)


class YouTubeConnector:
    """Signs in to YouTube. Used by one thread, except for `close`."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        self._tokens = TokenServer(entrance.server(TOKEN_HOST), TOKEN_PATH, entrance.now)
        self._client: Client | None = None

    def begin(self, app: AppKey, redirect: str) -> Begun:
        state, secret = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
        asked = {
            "client_id": app.id,
            "redirect_uri": redirect,
            "response_type": "code",
            "scope": SCOPE,
            "state": state,
            "code_challenge": challenge(secret),
            "code_challenge_method": "S256",
            # Only with both does a refresh token come, also the second time somebody signs in.
            "access_type": "offline",
            "prompt": "consent",
        }
        base = self._entrance.server(SIGN_IN_HOST)
        return Begun(f"{base}{_SIGN_IN_PATH}?{urlencode(asked)}", state, redirect, secret, app)

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> tuple[Offer, ...]:
        if not hmac.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise NonsenseReceived(host=SIGN_IN_HOST, reason="the answer to another sign-in")
        if "code" not in answer:
            raise SignInRefused(host=SIGN_IN_HOST, reason=answer.get("error", "no code")[:60])
        form = {
            "grant_type": "authorization_code",
            "code": answer["code"],
            "redirect_uri": begun.redirect,
            "code_verifier": begun.secret,
        }
        return self._offers(self._granted(self._tokens.exchange(form, begun.app), begun.app))

    def with_token(self, app: AppKey, token: str) -> tuple[Offer, ...]:
        pasted = token.strip()
        if pasted.startswith(_REFRESH):
            standing = Credential(refresh=pasted, app=app)
            return self._offers(self._tokens.renewed(standing))
        return self._offers(Credential(pasted, app=app))

    def with_password(self, handle: str, password: str) -> tuple[Offer, ...]:
        raise OurError("YouTube knows no passwords for programs")

    def close(self) -> None:
        self._tokens.close()
        if self._client:
            self._client.close()

    def _granted(self, granted: Granted, app: AppKey) -> Credential:
        """A person may take the tick away from what was asked for."""
        if granted.scope and SCOPE not in granted.scope.split():
            raise PermissionMissing(host=SIGN_IN_HOST)
        return with_grant(Credential(app=app), granted, self._entrance.now())

    def _offers(self, credential: Credential) -> tuple[Offer, ...]:
        entrance = self._entrance
        seat = Seat(None, _Held(credential), entrance.now, entrance.server)
        self._client = Client(seat)
        channels, _ = read_all(self._client.own_channels().items, _channel)
        return tuple(_offer(channel, credential) for channel in channels)


class _Held:
    """A sign-in that is not anybody's yet."""

    def __init__(self, credential: Credential) -> None:
        self._held = credential

    def credential(self) -> Credential:
        return self._held

    def renewed(self, credential: Credential) -> None:
        self._held = credential


def _offer(channel: shape.Channel, credential: Credential) -> Offer:
    snippet = channel.snippet or shape.ChannelSnippet()
    handle = (snippet.custom_url or "").removeprefix("@") or snippet.title or channel.id
    own = replace(credential, account=channel.id)
    return Offer("youtube", channel.id, handle, snippet.title or handle, own)
