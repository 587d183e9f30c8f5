"""Tokens: whom they stand for, what they allow, until when; codes and what they are changed for."""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from controlroom.exercise.faces.facebook import problems
from controlroom.exercise.world import World
from controlroom.model.credential import AppKey

NETWORK = "facebook"
NETWORKS = (NETWORK, "instagram")
EVERYTHING = (
    "pages_show_list", "pages_read_engagement", "pages_read_user_content", "pages_manage_posts",
    "pages_manage_engagement", "pages_messaging", "pages_manage_metadata", "read_insights",
    "instagram_basic", "instagram_manage_comments", "instagram_content_publish",
    "instagram_manage_messages", "public_profile",
)  # fmt: skip
SHORT_S, LONG_S, CONSENT_S = 5_400, 5_184_000, 7_776_000
"""How long a sign-in holds, one that was prolonged, and the consent to reading."""
_CODE_S = 600


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a token stands for.

    Attributes:
        page: number of the account, 0 for a person who looks after all pages.
        issued_s, expires_s: seconds since 1970; 0 for never.
    """

    token: str
    page: int
    app: AppKey
    scopes: frozenset[str]
    issued_s: int
    expires_s: int = 0

    @property
    def is_page(self) -> bool:
        """Whether it stands for a page itself."""
        return self.page > 0


@dataclass(frozen=True, slots=True)
class _Code:
    app_id: str
    redirect: str
    scopes: frozenset[str]
    expires_s: int


@dataclass(slots=True)
class Holders:
    """Every token there is. Tokens of the beginning are the world's."""

    world: World
    _given: dict[str, Holder] = field(default_factory=dict)
    _pages: dict[tuple[str, int], str] = field(default_factory=dict)
    _codes: dict[str, _Code] = field(default_factory=dict)
    _secrets: dict[str, str] = field(default_factory=dict)

    @property
    def app(self) -> AppKey:
        """The exercise's own application."""
        digest = hashlib.sha256(f"{self.world.seed}/app".encode()).hexdigest()
        return AppKey(str(10**15 + int(digest[:10], 16)), digest[:32])

    def now_s(self) -> int:
        """Returns the exercise's time, seconds since 1970."""
        return self.world.clock.now_ms() // 1000

    def person(self) -> str:
        """Returns the lasting token of somebody who looks after every page."""
        token = f"EAAG{hashlib.sha256(f'{self.world.seed}/person'.encode()).hexdigest()}"
        begins = round(self.world.clock.starts.timestamp())
        self._given.setdefault(token, Holder(token, 0, self.app, frozenset(EVERYTHING), begins))
        return token

    def holder(self, token: str) -> Holder:
        """Returns whom a token stands for. Raises `Problem`."""
        account = self._account(token)
        if token in self.world.tokens.ended:
            raise problems.ended_token()
        given = self._given.get(token)
        if given is None and account:
            begins = round(self.world.clock.starts.timestamp())
            return Holder(token, account, self.app, frozenset(EVERYTHING), begins)
        if given is None:
            raise problems.bad_token()
        if given.expires_s and self.now_s() >= given.expires_s:
            raise problems.expired_token()
        return given

    def _account(self, token: str) -> int:
        """Returns whom a token of the world's stands for, 0 for nobody of Facebook's."""
        account = self.world.accounts.get(self.world.tokens.account(token))
        return account.number if account and account.network in NETWORKS else 0

    def page_token(self, holder: Holder, page: int) -> str:
        """Returns a page's token as a person gets it, the same until it is ended."""
        if holder.page == page:
            return holder.token
        held = self._pages.get((holder.token, page), "")
        if not self.world.tokens.account(held):
            held = self._pages[holder.token, page] = self.world.tokens.issue(page)
            # Of a sign-in that was prolonged they do not run out.
            lasting = holder.expires_s - holder.issued_s != SHORT_S
            ends = 0 if lasting else holder.expires_s
            self._given[held] = replace(holder, token=held, page=page, expires_s=ends)
        return held

    def code(self, app_id: str, redirect: str, scopes: Collection[str]) -> str:
        """Returns the code of a sign-in, good for once and ten minutes."""
        code = f"AQ{secrets.token_urlsafe(60)}"
        self._codes[code] = _Code(app_id, redirect, frozenset(scopes), self.now_s() + _CODE_S)
        return code

    def for_code(self, app: AppKey, redirect: str, code: str) -> Holder:
        """Changes a code for a token. Raises `Problem`."""
        found = self._codes.pop(code, None)
        if found is None:
            raise problems.Problem(100, "This authorization code has been used.", subcode=36009)
        if self.now_s() >= found.expires_s:
            raise problems.Problem(100, "This authorization code has expired.", subcode=36007)
        if (found.app_id, found.redirect) != (app.id, redirect):
            raise problems.Problem(
                100,
                "Error validating verification code. Please make sure your redirect_uri is "
                "identical to the one you used in the OAuth dialog request",
                subcode=36008,
            )
        return self._new(self._known(app), found.scopes, SHORT_S)

    def prolonged(self, app: AppKey, token: str) -> Holder:
        """Changes a person's token for one of sixty days. Raises `Problem`."""
        held = self.holder(token)
        if held.is_page or self._known(app).id != held.app.id:
            raise problems.bad_token()
        if not app.secret:
            raise problems.Problem(101, "Missing client_secret parameter.")
        return self._new(held.app, held.scopes, LONG_S)

    def prove(self, holder: Holder, proof: str) -> None:
        """Holds a proof of the application's secret against it. Raises `Problem`."""
        key = self._secrets.get(holder.app.id, holder.app.secret).encode()
        right = hmac.new(key, holder.token.encode(), hashlib.sha256).hexdigest()
        if not hmac.compare_digest(proof.encode(), right.encode()):
            raise problems.Problem(100, "Invalid appsecret_proof provided in the API argument",
                                   kind="GraphMethodException")  # fmt: skip

    def _new(self, app: AppKey, scopes: frozenset[str], lasts_s: int) -> Holder:
        token = f"EAAG{secrets.token_hex(48)}"
        now = self.now_s()
        self._given[token] = Holder(token, 0, app, scopes, now, now + lasts_s)
        return self._given[token]

    def _known(self, app: AppKey) -> AppKey:
        """The secret an application comes with first is its own; the exercise's is known."""
        if not app.id.isdigit():
            raise problems.Problem(101, "Error validating application. Invalid application ID.")
        secret = app.secret or self._secrets.get(app.id, "")
        right = self._secrets.setdefault(app.id, secret) if app.id != self.app.id else (
            self.app.secret
        )  # fmt: skip
        if app.secret and app.secret != right:
            raise problems.Problem(1, "Error validating client secret.")
        return AppKey(app.id, right)
