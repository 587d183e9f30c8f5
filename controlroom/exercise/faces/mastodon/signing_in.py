"""OAuth 2 as Mastodon has it: applications register, people agree, tokens are given."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from aiohttp import BasicAuth, web

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply, Site, answered
from controlroom.exercise.faces.mastodon.doors import KNOWN_SCOPES, App, Grant, admitted
from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.parameters import sent
from controlroom.exercise.faces.mastodon.problems import Refusal, invalid, unauthorized
from controlroom.exercise.faces.oauth import Refused, Turns, challenge_of

Json = dict[str, Any]
_SHOWN = "urn:ietf:wg:oauth:2.0:oob"
_PAGE = "<!doctype html><title>Fenmast</title><p>"
_WRONG_GRANT = (
    "The provided authorization grant is invalid, expired, revoked, does not match the redirection "
    "URI used in the authorization request, or was issued to another client."
)


@dataclass(frozen=True, slots=True)
class _Code:
    """A code that waits to be exchanged."""

    grant: Grant
    redirect: str
    challenge: str
    ends_ms: int


@dataclass(slots=True)
class SigningIn:
    """Lets people in at once: each sign-in is that of the next profile of the force."""

    site: Site
    _codes: dict[str, _Code] = field(default_factory=dict)
    _turns: Turns = field(init=False)

    def __post_init__(self) -> None:
        self._turns = Turns(self.site.world, NETWORK)

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        return [
            Call("POST", "/api/v1/apps", self.register),
            Call("GET", "/api/v1/apps/verify_credentials", self.verify),
        ]

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes that are no part of the API."""
        return [
            web.get("/.well-known/oauth-authorization-server", self.metadata),
            web.get("/oauth/authorize", self.authorise),
            web.post("/oauth/token", self.token),
            web.post("/oauth/revoke", self.revoke),
        ]

    async def register(self, question: Question) -> Reply:
        """Registers an application."""
        given = question.sent
        redirects = [one for told in given.listed("redirect_uris") for one in str(told).split()]
        scopes = tuple(given.text("scopes", "read").split())
        if not given.text("client_name"):
            raise invalid("Application name can't be blank")
        if not redirects:
            raise invalid("Redirect URI must be an absolute URI.")
        if not all(_is_scope(one) for one in scopes):
            raise invalid("Scopes doesn't match configured on the server.")
        app = self.site.doors.register(
            given.text("client_name"), tuple(redirects), scopes, given.text("website")
        )
        secret = {"client_id": app.id, "client_secret": app.secret, "client_secret_expires_at": 0}
        return Reply(_app(app) | secret)

    async def verify(self, question: Question) -> Reply:
        """Which application a token was given to."""
        if question.grant is None:
            raise unauthorized()
        admitted(question.grant, "")
        apps = self.site.doors.apps.values()
        found = next((one for one in apps if one.number == question.grant.app), None)
        return Reply(_app(found or App(0, "Control Room", "", "")))

    async def metadata(self, request: web.Request) -> web.Response:
        """What the sign-in can do."""
        base = f"{request.scheme}://{request.host}"
        told = {
            "issuer": f"{base}/", "service_documentation": "https://docs.joinmastodon.org/",
            "authorization_endpoint": f"{base}/oauth/authorize",
            "token_endpoint": f"{base}/oauth/token",
            "revocation_endpoint": f"{base}/oauth/revoke",
            "app_registration_endpoint": f"{base}/api/v1/apps",
            "scopes_supported": sorted(KNOWN_SCOPES), "response_types_supported": ["code"],
            "response_modes_supported": ["query", "fragment", "form_post"],
            "grant_types_supported": ["authorization_code", "client_credentials"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
        }  # fmt: skip
        return answered(told, 200, {}, self.site.world.clock)

    async def authorise(self, request: web.Request) -> web.Response:
        """Agrees, and sends the browser back with a code, or shows it."""
        asked = request.query
        app = self.site.doors.apps.get(asked.get("client_id", ""))
        redirect = asked.get("redirect_uri", "")
        account = self._turns.next(asked.get("as", ""))
        scopes = tuple(asked.get("scope", "read").split())
        problem = _problem(app, asked, redirect, scopes)
        if app is None or problem or not account:
            text = f"{_PAGE}{problem or 'Nobody can sign in here.'}"
            return web.Response(text=text, content_type="text/html", status=400)
        code = secrets.token_urlsafe(32)
        ends = self.site.world.clock.now_ms() + self.site.limits.code_s * 1000
        grant = Grant(account, scopes, app.number)
        self._codes[code] = _Code(grant, redirect, asked.get("code_challenge", ""), ends)
        if redirect == _SHOWN:
            return web.Response(text=f"{_PAGE}<code>{code}</code>", content_type="text/html")
        told = {"code": code} | ({"state": asked["state"]} if "state" in asked else {})
        mark = "&" if "?" in redirect else "?"
        raise web.HTTPFound(f"{redirect}{mark}{urlencode(told)}")

    async def token(self, request: web.Request) -> web.Response:
        """Gives a token for a code, or an application its own."""
        clock = self.site.world.clock
        try:
            given = (await sent(request)).values
            grant = self._granted(given, self._app(request, given))
        except Refused as told:
            return answered(told.body, told.status, {}, clock)
        except Refusal as refusal:
            return answered(refusal.body, refusal.status, {}, clock)
        answer = {"access_token": self.site.doors.issue(grant), "token_type": "Bearer"}
        made = {"scope": " ".join(grant.scopes), "created_at": clock.now_ms() // 1000}
        return answered(answer | made, 200, {"Cache-Control": "no-store"}, clock)

    async def revoke(self, request: web.Request) -> web.Response:
        """Ends a token."""
        clock = self.site.world.clock
        try:
            given = (await sent(request)).values
            self._app(request, given)
        except Refused:
            error = "unauthorized_client"
            told = {"error": error, "error_description": "You are not authorized to revoke this"}
            return answered(told, 403, {}, clock)
        self.site.doors.revoke(str(given.get("token", "")))
        return answered({}, 200, {}, clock)

    def _granted(self, given: Mapping[str, Any], app: App) -> Grant:
        match given.get("grant_type"):
            case "authorization_code":
                return self._for_code(given, app)
            case "client_credentials":
                return Grant(0, tuple(str(given.get("scope", "read")).split()), app.number)
        raise Refused(400, "unsupported_grant_type", "The grant type is not supported.")

    def _for_code(self, given: Mapping[str, Any], app: App) -> Grant:
        code = self._codes.pop(str(given.get("code", "")), None)
        now = self.site.world.clock.now_ms()
        good = (
            code is not None
            and code.grant.app == app.number
            and code.redirect == given.get("redirect_uri")
            and code.ends_ms > now
            and code.challenge in ("", challenge_of(str(given.get("code_verifier", ""))))
        )
        if code is None or not good:
            raise Refused(400, "invalid_grant", _WRONG_GRANT)
        return code.grant

    def _app(self, request: web.Request, given: Mapping[str, Any]) -> App:
        """Returns the application that proves itself. Raises `Refused`."""
        name, secret = str(given.get("client_id", "")), str(given.get("client_secret", ""))
        header = request.headers.get("Authorization", "")
        if header.casefold().startswith("basic "):
            basic = BasicAuth.decode(header)
            name, secret = basic.login, basic.password
        app = self.site.doors.apps.get(name)
        if app is None or not secrets.compare_digest(app.secret, secret):
            raise Refused(401, "invalid_client", "Client authentication failed.")
        return app


def _problem(
    app: App | None, asked: Mapping[str, str], redirect: str, scopes: tuple[str, ...]
) -> str:
    """Returns what is wrong with a question for a code, "" for nothing."""
    if app is None:
        return "Client authentication failed due to unknown client."
    if redirect not in app.redirects:
        return "The redirect uri included is not valid."
    if asked.get("response_type") != "code":
        return "The authorization server does not support this response type."
    if not set(scopes) <= {*app.scopes} and not all(Grant(1, app.scopes).allows(s) for s in scopes):
        return "The requested scope is invalid, unknown, or malformed."
    if asked.get("code_challenge") and asked.get("code_challenge_method") != "S256":
        return "The code challenge method must be S256."
    return ""


def _app(app: App) -> Json:
    return {
        "id": str(app.number), "name": app.name, "website": app.website or None,
        "scopes": list(app.scopes), "redirect_uris": list(app.redirects),
        "redirect_uri": "\n".join(app.redirects), "vapid_key": "",
    }  # fmt: skip


def _is_scope(told: str) -> bool:
    return told.partition(":")[0] in KNOWN_SCOPES or told.startswith("admin:")
