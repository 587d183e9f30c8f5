"""Who asks: applications, and tokens of people with what they allow."""

from dataclasses import dataclass, field

from aiohttp import web

from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.problems import outside_scopes, unauthorized
from controlroom.exercise.faces.mastodon.view import HOST, account_id
from controlroom.exercise.world import Account, World
from controlroom.model.credential import Credential

SCOPES = ("read", "write")
KNOWN_SCOPES = frozenset((*SCOPES, "follow", "push", "profile"))


@dataclass(frozen=True, slots=True)
class App:
    """An application that was registered here."""

    number: int
    name: str
    id: str
    secret: str = field(repr=False)
    redirects: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ("read",)
    website: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token allows.

    Attributes:
        account: on whose behalf, 0 for the application itself.
    """

    account: int
    scopes: tuple[str, ...] = SCOPES
    app: int = 0

    def allows(self, scope: str) -> bool:
        """Whether it allows something ("write:statuses")."""
        return any(scope in (one, f"{one}:{scope.partition(':')[2]}") for one in self._wide())

    def _wide(self) -> tuple[str, ...]:
        return (*self.scopes, *("read:follows", "write:follows") * ("follow" in self.scopes))


@dataclass(slots=True)
class Doors:
    """Knows every application and token. Those of the force's profiles hold from the beginning."""

    world: World
    apps: dict[str, App] = field(default_factory=dict)
    _grants: dict[str, Grant] = field(default_factory=dict)
    _known: int = 0

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        token = self.world.tokens.usual(NETWORK, account.number)
        return Credential(token, account=account_id(account), server=HOST, scopes=SCOPES)

    def register(
        self, name: str, redirects: tuple[str, ...], scopes: tuple[str, ...], website: str
    ) -> App:
        """Registers an application."""
        number = len(self.apps) + 1
        key = self.world.tokens.issue(0)
        app = App(number, name, key, self.world.tokens.issue(0), redirects, scopes, website)
        self.apps[app.id] = app
        return app

    def issue(self, grant: Grant) -> str:
        """Returns a new token."""
        token = self.world.tokens.issue(grant.account)
        self._grants[token] = grant
        return token

    def revoke(self, token: str) -> None:
        """Ends a token."""
        if self._grants.pop(token, None) is not None:
            self.world.tokens.ended.add(token)

    def caller(self, request: web.Request) -> Grant | None:
        """Returns what the token of a request allows, None without one. Raises `Refusal`."""
        token = token_in(request)
        if not token:
            return None
        grant = self.grant(token)
        if grant is None:
            raise unauthorized()
        return grant

    def grant(self, token: str) -> Grant | None:
        """Returns what a token allows, None if it does not hold."""
        if token in self.world.tokens.ended:
            return None
        found = self._grants.get(token)
        return found or self._usual(token)

    def _usual(self, token: str) -> Grant | None:
        profiles = self.world.profiles(NETWORK) if self._known != len(self.world.accounts) else ()
        for one in profiles:
            self.world.tokens.usual(NETWORK, one.number)
        self._known = len(self.world.accounts)
        number = self.world.tokens.account(token)
        account = self.world.accounts.get(number)
        return Grant(number) if account is not None and account.network == NETWORK else None


def admitted(grant: Grant | None, scope: str) -> None:
    """Lets a caller through who may do that. Raises `Refusal`."""
    if grant is None or (not grant.account and scope):
        raise unauthorized()
    if scope and not grant.allows(scope):
        raise outside_scopes()


def token_in(request: web.Request) -> str:
    """Returns the token of a request, "" if there is none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.casefold() == "bearer" else ""
