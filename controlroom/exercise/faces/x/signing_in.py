"""OAuth 2 of X: the page where a person agrees, and where tokens are given."""

import base64
import binascii
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlencode, urlsplit

from aiohttp import web

from controlroom.exercise.faces.oauth import Refused, Turns, challenge_of
from controlroom.exercise.faces.x.calls import Site, answered
from controlroom.exercise.faces.x.doors import SCOPES, Grant
from controlroom.exercise.faces.x.view import NETWORK

_Answer = Callable[[Mapping[str, str], str], Awaitable[dict[str, object]]]
_Handler = Callable[[web.Request], Awaitable[web.Response]]
_HERE = ("127.0.0.1", "localhost", "::1")
_SORRY = (
    "<!doctype html><title>X</title><p>Something went wrong. You cannot give access to the app."
)
_ASKED = ("client_id", "redirect_uri", "state", "code_challenge")


@dataclass(frozen=True, slots=True)
class _Code:
    """A code that waits to be exchanged."""

    grant: Grant
    redirect: str
    challenge: str
    plain: bool


@dataclass(slots=True)
class SigningIn:
    """Lets people in at once: each sign-in is that of the next profile of the force."""

    site: Site
    _codes: dict[str, _Code] = field(default_factory=dict)
    _turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self._turns = Turns(self.site.world, NETWORK)

    def pages(self) -> list[web.RouteDef]:
        """Returns the routes of what people see."""
        return [web.get("/i/oauth2/authorize", self.authorise)]

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes of what programs ask."""
        return [
            web.get("/2/oauth2/authorize", self.authorise),
            web.post("/2/oauth2/token", self._told(self.token)),
            web.post("/2/oauth2/revoke", self._told(self.revoke)),
            web.post("/oauth2/token", self.app_token),
        ]

    async def authorise(self, request: web.Request) -> web.Response:
        """Agrees, and sends the browser back with a code."""
        asked = request.query
        redirect = urlsplit(asked.get("redirect_uri", ""))
        whole = all(asked.get(name) for name in _ASKED) and asked.get("response_type") == "code"
        account = self._turns.next(asked.get("as", ""))
        if not whole or redirect.hostname not in _HERE or not account:
            return web.Response(text=_SORRY, content_type="text/html", status=400)
        scopes = frozenset(asked.get("scope", "").split()) & frozenset(SCOPES)
        grant = Grant(account, asked["client_id"], scopes, self._ends(self.site.limits.code_s))
        code = secrets.token_urlsafe(48)
        plain = asked.get("code_challenge_method", "plain") != "S256"
        self._codes[code] = _Code(grant, asked["redirect_uri"], asked["code_challenge"], plain)
        told = urlencode({"state": asked["state"], "code": code})
        mark = "&" if redirect.query else "?"
        raise web.HTTPFound(f"{asked['redirect_uri']}{mark}{told}")

    async def token(self, form: Mapping[str, str], app: str) -> dict[str, object]:
        """Gives a token for a code, or a new one for an old one."""
        match form.get("grant_type"):
            case "authorization_code":
                grant = self._for_code(form, app)
            case "refresh_token":
                grant = self._for_refresh(form, app)
            case _:
                raise Refused(400, "unsupported_grant_type", "Value passed for the grant type")
        return self._given(grant)

    async def revoke(self, form: Mapping[str, str], _: str) -> dict[str, object]:
        """Ends a token."""
        self.site.doors.revoke(form.get("token", ""))
        return {"revoked": True}

    async def app_token(self, request: web.Request) -> web.Response:
        """Gives an application its own token."""
        app, secret = _basic(request)
        form = await request.post()
        clock = self.site.world.clock
        good = form.get("grant_type") == "client_credentials"
        if not good or not secret or not self.site.doors.is_app(app, secret):
            error = {"code": 99, "message": "Unable to verify your credentials"}
            told = {"errors": [error | {"label": "authenticity_token_error"}]}
            return answered(told, 403, {}, clock)
        token = self.site.doors.app_token(app)
        return answered({"token_type": "bearer", "access_token": token}, 200, {}, clock)

    def _told(self, answer: _Answer) -> _Handler:
        async def handle(request: web.Request) -> web.Response:
            clock = self.site.world.clock
            form = {name: str(value) for name, value in (await request.post()).items()}
            try:
                return answered(await answer(form, self._app(request, form)), 200, {}, clock)
            except Refused as refused:
                return answered(refused.body, refused.status, {}, clock)

        return handle

    def _app(self, request: web.Request, form: Mapping[str, str]) -> str:
        """Returns which application asks, which proves itself if it has a secret."""
        app, secret = _basic(request)
        app = app or form.get("client_id", "")
        if not app:
            raise Refused(400, "invalid_request", "Missing required parameter [client_id].")
        if not self.site.doors.is_app(app, secret):
            raise Refused(401, "unauthorized_client", "Missing valid authorization header")
        return app

    def _for_code(self, form: Mapping[str, str], app: str) -> Grant:
        code = self._codes.pop(form.get("code", ""), None)
        if code is None or code.grant.app != app or self._is_over(code.grant):
            raise _wrong("authorization code was invalid")
        if code.redirect != form.get("redirect_uri"):
            raise _wrong("redirect uri did not match the uri of the authorization code")
        verifier = form.get("code_verifier", "")
        if (verifier if code.plain else challenge_of(verifier)) != code.challenge:
            raise _wrong("code verifier did not match the code challenge")
        return code.grant

    def _for_refresh(self, form: Mapping[str, str], app: str) -> Grant:
        grant = self.site.doors.used(form.get("refresh_token", ""))
        if grant is None or grant.app != app:
            raise _wrong("token was invalid")
        return grant

    def _given(self, grant: Grant) -> dict[str, object]:
        limits = self.site.limits
        fresh = replace(grant, ends_ms=self._ends(limits.access_s))
        access, refresh = self.site.doors.issue(fresh)
        told: dict[str, object] = {
            "token_type": "bearer",
            "expires_in": limits.access_s,
            "access_token": access,
            "scope": " ".join(sorted(grant.scopes)),
        }
        return told | ({"refresh_token": refresh} if refresh else {})

    def _ends(self, seconds: int) -> int:
        return self.site.world.clock.now_ms() + seconds * 1000

    def _is_over(self, grant: Grant) -> bool:
        return grant.ends_ms <= self.site.world.clock.now_ms()


def _wrong(what: str) -> Refused:
    return Refused(400, "invalid_request", f"Value passed for the {what}.")


def _basic(request: web.Request) -> tuple[str, str]:
    """Returns the name and secret of a header, both "" if there is none."""
    scheme, _, told = request.headers.get("Authorization", "").partition(" ")
    if scheme.casefold() != "basic":
        return "", ""
    try:
        name, _, secret = base64.b64decode(told, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return unquote(name), unquote(secret)
