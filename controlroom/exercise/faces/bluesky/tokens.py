"""Who asks: sessions as signed tokens, as Bluesky's servers give them.

Every token names one of the world's, so that whatever ends those ends a session too. Tokens run out
by the exercise's clock or this computer's, whichever is later: clients compare with their own.
"""

import base64
import hashlib
import hmac
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import msgspec

from controlroom.exercise.faces.bluesky.ids import account_of, did_of
from controlroom.exercise.faces.bluesky.limits import Limits
from controlroom.exercise.faces.bluesky.problems import Refusal, bad_token, expired, no_token
from controlroom.exercise.world import Account, World
from controlroom.model.credential import Credential
from controlroom.model.decoding import decoder

NETWORK = "bluesky"
SERVER = "did:web:bsky.social"
FULL, NARROW = "com.atproto.appPassPrivileged", "com.atproto.appPass"
"""Scopes of app passwords, with direct messages and without."""
_REFRESH = "com.atproto.refresh"
_APP_PASSWORD = re.compile(r"[a-z2-7]{4}(-[a-z2-7]{4}){3}")
_WITHOUT_MESSAGES = "post-"
"""App passwords that begin so were made without access to direct messages."""


class Claims(msgspec.Struct, omit_defaults=True):
    """What a token says."""

    scope: str = ""
    sub: str = ""
    iss: str = ""
    aud: str = ""
    lxm: str = ""
    jti: str = ""
    iat: int = 0
    exp: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """What signing in gives."""

    access: str
    refresh: str


_claims = decoder(Claims).decode


@dataclass(slots=True)
class Tokens:
    """Gives tokens out and knows them again.

    Args:
        real: seconds since 1970 by this computer's clock.
    """

    world: World
    limits: Limits
    real: Callable[[], float] = time.time
    _secret: bytes = field(init=False)

    def __post_init__(self) -> None:
        self._secret = hashlib.sha256(f"{self.world.seed}/bluesky".encode()).digest()

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        told = self._told(account.number, "")
        refresh = self._told(account.number, "/refresh")
        session = self._session(account.number, FULL, told, refresh)
        return Credential(
            session.access, session.refresh, account=did_of(account.number), scopes=(FULL,),
            ends_at=datetime.fromtimestamp(self.now_s() + self.limits.refresh_s, UTC),
        )  # fmt: skip

    def signed_in(self, account: int, password: str) -> Session | None:
        """Returns a new session, None for a wrong password.

        Everything of an app password's form is taken for one of the account's.
        """
        if not _APP_PASSWORD.fullmatch(password):
            return None
        scope = NARROW if password.startswith(_WITHOUT_MESSAGES) else FULL
        return self._new(account, scope)

    def renewed(self, header: str) -> tuple[int, Session]:
        """Returns whose session is renewed and the new one; the old token is used up.

        Raises `Refusal`.
        """
        claims = self._valid(header, {_REFRESH})
        self.world.tokens.ended.add(claims.jti)
        account = account_of(claims.sub)
        return account, self._new(account, claims.lxm or FULL)

    def leave(self, header: str) -> None:
        """Ends the session of a refresh token. Raises `Refusal`."""
        self.world.tokens.ended.add(self._valid(header, {_REFRESH}).jti)

    def caller(self, header: str, method: str = "") -> tuple[int, str]:
        """Returns whom a token stands for and its scope. Raises `Refusal`."""
        claims = self._valid(header, {FULL, NARROW, ""})
        if not claims.scope and claims.lxm != method:
            raise bad_token("Bad token method")
        return account_of(claims.sub or claims.iss), claims.scope or FULL

    def for_service(self, account: int, audience: str, method: str) -> str:
        """Returns a token another server of the network takes for one method."""
        now = self.now_s()
        return self._signed(
            Claims(
                iss=did_of(account), aud=audience, lxm=method, iat=now,
                exp=now + self.limits.service_s, jti=self.world.tokens.issue(account),
            )
        )  # fmt: skip

    def now_s(self) -> int:
        """Returns the moment by which tokens run out, seconds since 1970."""
        return max(self.world.clock.now_ms() // 1000, int(self.real()))

    def _told(self, account: int, kind: str) -> str:
        return self.world.tokens.usual(NETWORK + kind, account)

    def _new(self, account: int, scope: str) -> Session:
        issue = self.world.tokens.issue
        return self._session(account, scope, issue(account), issue(account))

    def _session(self, account: int, scope: str, access: str, refresh: str) -> Session:
        now, did = self.now_s(), did_of(account)
        common = Claims(sub=did, aud=SERVER, iat=now)
        replace, limits = msgspec.structs.replace, self.limits
        return Session(
            self._signed(replace(common, scope=scope, jti=access, exp=now + limits.access_s)),
            # What the new session may do travels with the old one's token.
            self._signed(
                replace(common, scope=_REFRESH, lxm=scope, jti=refresh, exp=now + limits.refresh_s)
            ),
        )

    def _valid(self, header: str, scopes: set[str]) -> Claims:
        scheme, _, token = header.partition(" ")
        if scheme.casefold() != "bearer" or not token:
            raise no_token()
        claims = self._read(token.strip())
        if claims.scope not in scopes:
            raise bad_token("Bad token scope")
        if not self.world.tokens.account(claims.jti):
            raise expired("Token has been revoked")
        if claims.exp <= self.now_s():
            raise expired()
        return claims

    def _signed(self, claims: Claims) -> str:
        kind = "refresh+jwt" if claims.scope == _REFRESH else "at+jwt"
        head = msgspec.json.encode({"typ": kind, "alg": "HS256"})
        text = f"{_base64(head)}.{_base64(msgspec.json.encode(claims))}"
        return f"{text}.{_base64(self._signature(text))}"

    def _read(self, token: str) -> Claims:
        text, _, signature = token.rpartition(".")
        if not hmac.compare_digest(_base64(self._signature(text)).encode(), signature.encode()):
            raise bad_token()
        try:
            return _claims(_bytes(text.partition(".")[2]))
        except ValueError:
            raise bad_token() from None

    def _signature(self, text: str) -> bytes:
        return hmac.digest(self._secret, text.encode(), "sha256")


def narrow() -> Refusal:
    """A session without access to direct messages asks for them."""
    return bad_token("Bad token method")


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def _bytes(told: str) -> bytes:
    return base64.urlsafe_b64decode(told + "=" * (-len(told) % 4))
