"""Who asks: tokens of channels, and keys of projects that read what everybody may."""

import hashlib
import secrets
from dataclasses import dataclass, field

from aiohttp import web

from controlroom.exercise.faces.youtube.ids import channel_id
from controlroom.exercise.faces.youtube.problems import no_key, unauthorized
from controlroom.exercise.world import Account, World
from controlroom.model.credential import AppKey, Credential

NETWORK = "youtube"
SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl"
APP = AppKey("westmarch-desk.apps.googleusercontent.com", "westmarch-desk-secret")


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token allows.

    Attributes:
        account: on whose behalf, 0 for a project's key.
        project: whose quota it draws on.
        ends_ms: when it runs out, 0 for never.
    """

    account: int
    project: str
    scope: str = SCOPE
    ends_ms: int = 0


@dataclass(slots=True)
class Doors:
    """Knows every token. Those of the force's channels hold from the beginning."""

    world: World
    secrets: dict[str, str] = field(default_factory=dict)
    _grants: dict[str, Grant] = field(default_factory=dict)
    _refreshing: dict[str, Grant] = field(default_factory=dict)
    _known: int = 0

    def __post_init__(self) -> None:
        self.secrets[APP.id] = APP.secret

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        access, refresh = self._usual(account)
        return Credential(
            access, refresh, app=APP, account=channel_id(account.number), scopes=(SCOPE,)
        )

    def caller(self, request: web.Request) -> Grant:
        """Returns what the token or key of a request allows. Raises `Refusal`."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.casefold() == "bearer":
            grant = self._grant(token.strip())
            if grant is None:
                raise unauthorized()
            return grant
        key = request.query.get("key") or request.headers.get("X-Goog-Api-Key", "")
        if not key:
            raise no_key()
        return Grant(0, key)

    def is_app(self, app: str, secret: str) -> bool:
        """Whether an application proves itself; one that is new here is believed."""
        return self.secrets.setdefault(app, secret) == secret if app else False

    def issue(self, grant: Grant) -> str:
        """Returns a new token."""
        token = f"ya29.{self.world.tokens.issue(grant.account)}"
        self._grants[token] = grant
        return token

    def refresh_token(self, grant: Grant) -> str:
        """Returns what is exchanged for new tokens, again and again."""
        token = f"1//{secrets.token_urlsafe(32)}"
        self._refreshing[token] = grant
        return token

    def refreshed(self, token: str) -> Grant | None:
        """Returns what a refresh token stands for, None if it does not hold."""
        self._know()
        grant = self._refreshing.get(token)
        return grant if grant is not None and self._holds(grant.account) else None

    def revoke(self, token: str) -> bool:
        """Ends a token of either kind; returns whether there was one."""
        self._know()
        found = self._grants.pop(token, None) or self._refreshing.pop(token, None)
        return found is not None

    def _grant(self, token: str) -> Grant | None:
        self._know()
        grant = self._grants.get(token)
        if grant is None or not self._holds(grant.account):
            return None
        over = grant.ends_ms and grant.ends_ms <= self.world.clock.now_ms()
        return None if over else grant

    def _holds(self, account: int) -> bool:
        """Whether nobody ended an account's tokens, as the director can."""
        usual = self.world.tokens.usual(NETWORK, account)
        return usual not in self.world.tokens.ended

    def _know(self) -> None:
        if self._known != len(self.world.accounts):
            self._known = len(self.world.accounts)
            for one in self.world.profiles(NETWORK):
                self._usual(one)

    def _usual(self, account: Account) -> tuple[str, str]:
        access = self.world.tokens.usual(NETWORK, account.number)
        digest = hashlib.sha256(f"{access}/refresh".encode()).hexdigest()
        refresh, grant = f"1//{digest}", Grant(account.number, APP.id)
        self._grants.setdefault(access, grant)
        self._refreshing.setdefault(refresh, grant)
        return access, refresh
