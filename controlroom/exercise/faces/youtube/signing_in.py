"""OAuth 2 of Google: the page where a person agrees, and where tokens are given."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from aiohttp import BasicAuth, web

from controlroom.exercise.faces.oauth import Refused, Turns, challenge_of
from controlroom.exercise.faces.youtube.calls import Site, answered
from controlroom.exercise.faces.youtube.doors import NETWORK, Grant

Json = dict[str, Any]
_HERE = ("127.0.0.1", "localhost", "::1")
_SORRY = "<!doctype html><title>Sign in</title><p>Access blocked: this request is invalid."
_ASKED = ("client_id", "redirect_uri", "scope")


@dataclass(frozen=True, slots=True)
class _Code:
    """A code that waits to be exchanged."""

    grant: Grant
    redirect: str
    challenge: str
    offline: bool


@dataclass(slots=True)
class SigningIn:
    """Lets people in at once: each sign-in is that of the next channel of the force."""

    site: Site
    _codes: dict[str, _Code] = field(default_factory=dict)
    _turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self._turns = Turns(self.site.world, NETWORK)

    def pages(self) -> list[web.RouteDef]:
        """Returns the routes of what people see."""
        paths = ("/o/oauth2/v2/auth", "/o/oauth2/auth")
        return [web.get(path, self.authorise) for path in paths]

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes of what programs ask."""
        return [web.post("/token", self.token), web.post("/revoke", self.revoke)]

    async def authorise(self, request: web.Request) -> web.Response:
        """Agrees, and sends the browser back with a code."""
        asked = request.query
        redirect = urlsplit(asked.get("redirect_uri", ""))
        whole = all(asked.get(name) for name in _ASKED) and asked.get("response_type") == "code"
        account = self._turns.next(asked.get("as", ""))
        if not whole or redirect.hostname not in _HERE or not account:
            return web.Response(text=_SORRY, content_type="text/html", status=400)
        ends = self.site.world.clock.now_ms() + self.site.limits.code_s * 1000
        grant = Grant(account, asked["client_id"], asked["scope"], ends)
        code = f"4/0A{secrets.token_urlsafe(48)}"
        offline = asked.get("access_type") == "offline"
        self._codes[code] = _Code(
            grant, asked["redirect_uri"], asked.get("code_challenge", ""), offline
        )
        told = {"code": code, "scope": asked["scope"]}
        told |= {"state": asked["state"]} if "state" in asked else {}
        mark = "&" if redirect.query else "?"
        raise web.HTTPFound(f"{asked['redirect_uri']}{mark}{urlencode(told)}")

    async def token(self, request: web.Request) -> web.Response:
        """Gives a token for a code, or a new one for a refresh token."""
        clock = self.site.world.clock
        form = {name: str(value) for name, value in (await request.post()).items()}
        try:
            told = self._given(form, self._app(request, form))
        except Refused as refused:
            return answered(refused.body, refused.status, {}, clock)
        return answered(told, 200, {"Cache-Control": "no-store"}, clock)

    async def revoke(self, request: web.Request) -> web.Response:
        """Ends a token."""
        form = await request.post()
        token = str(form.get("token", "") or request.query.get("token", ""))
        clock = self.site.world.clock
        if self.site.doors.revoke(token):
            return answered({}, 200, {}, clock)
        told = {"error": "invalid_token", "error_description": "Token expired or revoked"}
        return answered(told, 400, {}, clock)

    def _given(self, form: Mapping[str, str], app: str) -> Json:
        doors, more = self.site.doors, {}
        match form.get("grant_type"):
            case "authorization_code":
                code = self._for_code(form, app)
                grant = code.grant
                more = {"refresh_token": doors.refresh_token(grant)} if code.offline else {}
            case "refresh_token":
                known = doors.refreshed(form.get("refresh_token", ""))
                if known is None or known.project != app:
                    raise Refused(400, "invalid_grant", "Token has been expired or revoked.")
                grant = known
            case _:
                raise Refused(400, "unsupported_grant_type", "Invalid grant_type")
        length = self.site.limits.access_s
        fresh = replace(grant, ends_ms=self.site.world.clock.now_ms() + length * 1000)
        told = {"access_token": doors.issue(fresh), "expires_in": length, "token_type": "Bearer"}
        return told | {"scope": grant.scope} | more

    def _for_code(self, form: Mapping[str, str], app: str) -> _Code:
        code = self._codes.pop(form.get("code", ""), None)
        if code is None or code.grant.ends_ms <= self.site.world.clock.now_ms():
            raise Refused(400, "invalid_grant", "Malformed auth code.")
        if code.grant.project != app or code.redirect != form.get("redirect_uri"):
            raise Refused(400, "redirect_uri_mismatch", "Bad Request")
        if code.challenge not in ("", challenge_of(form.get("code_verifier", ""))):
            raise Refused(400, "invalid_grant", "Invalid code verifier.")
        return code

    def _app(self, request: web.Request, form: Mapping[str, str]) -> str:
        """Returns which application asks. Raises `Refused` if it does not prove itself."""
        app, secret = form.get("client_id", ""), form.get("client_secret", "")
        header = request.headers.get("Authorization", "")
        if header.casefold().startswith("basic "):
            basic = BasicAuth.decode(header)
            app, secret = basic.login, basic.password
        if not self.site.doors.is_app(app, secret):
            raise Refused(401, "invalid_client", "The OAuth client was not found.")
        return app
