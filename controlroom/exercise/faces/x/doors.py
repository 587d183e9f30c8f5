"""Who asks: tokens of people and of applications, and what they allow."""

import hashlib
from dataclasses import dataclass, field

from aiohttp import web

from controlroom.exercise.faces.x.problems import forbidden, unauthorized, wrong_kind_of_token
from controlroom.exercise.faces.x.view import NETWORK, user_id
from controlroom.exercise.world import Account, World
from controlroom.model.credential import AppKey, Credential

PAIR = AppKey(
    "westmarch-client", "westmarch-client-secret", "westmarch-key", "westmarch-key-secret"
)
"""The two pairs of keys of the force's application: for people, and in its own name."""
SCOPES = (
    "tweet.read", "tweet.write", "tweet.moderate.write", "users.read", "follows.read",
    "offline.access", "list.read", "dm.read", "dm.write", "like.read", "like.write", "media.write",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token allows.

    Attributes:
        account: on whose behalf, 0 for the application itself.
        app: which application it was given to.
        ends_ms: when it runs out, 0 for never.
    """

    account: int
    app: str
    scopes: frozenset[str] = frozenset()
    ends_ms: int = 0


@dataclass(slots=True)
class Doors:
    """Knows every token. Those of the force's profiles hold from the beginning."""

    world: World
    secrets: dict[str, str] = field(default_factory=dict)
    _grants: dict[str, Grant] = field(default_factory=dict)
    _refreshing: dict[str, Grant] = field(default_factory=dict)
    _known: int = 0

    def __post_init__(self) -> None:
        self.secrets |= {PAIR.id: PAIR.secret, PAIR.own_id: PAIR.own_secret}

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        access, refresh = self._usual(account)
        return Credential(access, refresh, app=PAIR, account=user_id(account), scopes=SCOPES)

    def caller(self, request: web.Request) -> Grant:
        """Returns what the token of a request allows. Raises `Refusal`."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        grant = self._grant(token.strip()) if scheme.casefold() == "bearer" else None
        if grant is None:
            raise unauthorized()
        return grant

    def is_app(self, app: str, secret: str) -> bool:
        """Whether an application proves itself; one that is new here is believed."""
        return self.secrets.setdefault(app, secret) == secret if app else False

    def app_token(self, app: str) -> str:
        """Returns the one token of an application."""
        digest = hashlib.sha256(f"{self.world.seed}/x/{app}".encode()).hexdigest()
        token = f"AAAAAAAAAAAAAAAAAAAAA{digest}"
        self._grants[token] = Grant(0, app)
        return token

    def issue(self, grant: Grant) -> tuple[str, str]:
        """Returns a new access token and what it is renewed with, "" if it may not be."""
        access = self.world.tokens.issue(grant.account)
        self._grants[access] = grant
        if "offline.access" not in grant.scopes:
            return access, ""
        refresh = self.world.tokens.issue(grant.account)
        self._refreshing[refresh] = grant
        return access, refresh

    def used(self, refresh: str) -> Grant | None:
        """Takes back what a token is renewed with, which serves once; None if it does not hold."""
        if refresh not in self._refreshing:
            self._know_all()
        grant = self._refreshing.pop(refresh, None)
        holds = bool(self.world.tokens.account(refresh))
        self.world.tokens.ended.add(refresh)
        return grant if holds else None

    def revoke(self, token: str) -> None:
        """Ends a token."""
        self.world.tokens.ended.add(token)

    def _grant(self, token: str) -> Grant | None:
        if token not in self._grants:
            self._know_all()
        grant = self._grants.get(token)
        if grant is None or token in self.world.tokens.ended:
            return None
        over = grant.ends_ms and grant.ends_ms <= self.world.clock.now_ms()
        return None if over else grant

    def _know_all(self) -> None:
        """Learns the tokens of profiles that came since."""
        if self._known != len(self.world.accounts):
            self._known = len(self.world.accounts)
            for account in self.world.profiles(NETWORK):
                self._usual(account)

    def _usual(self, account: Account) -> tuple[str, str]:
        tokens = self.world.tokens
        access = tokens.usual(NETWORK, account.number)
        refresh = tokens.usual(f"{NETWORK}/refresh", account.number)
        grant = Grant(account.number, PAIR.id, frozenset(SCOPES))
        self._grants.setdefault(access, grant)
        if refresh not in tokens.ended:
            self._refreshing.setdefault(refresh, grant)
        return access, refresh


def admit(grant: Grant, scopes: frozenset[str], *, user: bool, app: bool) -> None:
    """Lets a token in, or raises `Refusal`.

    Args:
        user, app: whether people's tokens and an application's own may ask at all.
    """
    if not (app if grant.account == 0 else user):
        raise wrong_kind_of_token(app=grant.account == 0)
    if grant.account and not scopes <= grant.scopes:
        raise forbidden()
