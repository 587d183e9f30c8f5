"""Signing in, staying signed in and leaving; what the server says of itself."""

from dataclasses import dataclass

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply, Site
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import Json
from controlroom.exercise.faces.bluesky.limits import SIGN_INS
from controlroom.exercise.faces.bluesky.people import document_of
from controlroom.exercise.faces.bluesky.problems import Refusal, invalid
from controlroom.exercise.faces.bluesky.tokens import SERVER, Session
from controlroom.exercise.world import Account


@dataclass(frozen=True, slots=True)
class Sessions:
    """The doors of the server."""

    site: Site

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        server = "com.atproto.server."
        return [
            Call("GET", f"{server}describeServer", self.describe, "nobody"),
            Call("POST", f"{server}createSession", self.create, "nobody"),
            Call("POST", f"{server}refreshSession", self.refresh, "nobody"),
            Call("POST", f"{server}deleteSession", self.delete, "nobody"),
            Call("GET", f"{server}getSession", self.tell),
            Call("GET", f"{server}getServiceAuth", self.vouch),
            Call("GET", "_health", self.health, "nobody"),
        ]

    async def describe(self, question: Question) -> Reply:
        """What the server offers."""
        return {
            "did": SERVER, "availableUserDomains": [".bsky.social"], "inviteCodeRequired": False,
            "phoneVerificationRequired": True, "links": {}, "contact": {},
        }  # fmt: skip

    async def health(self, question: Question) -> Reply:
        """That the server is there."""
        return {"version": "0.4.200"}

    async def create(self, question: Question) -> Reply:
        """Signs in with a handle or DID and an app password. Raises `Refusal`."""
        body = question.body()
        who, password = body.get("identifier"), body.get("password")
        for name, told in (("identifier", who), ("password", password)):
            if not isinstance(told, str):
                raise invalid(f'Error: Input must have the property "{name}"')
        question.headers |= self.site.till.spend(SIGN_INS, str(who).casefold())
        account = self.site.kept.account(str(who).strip().removeprefix("@"))
        session = self.site.tokens.signed_in(account.number, str(password)) if account else None
        if account is None or session is None:
            raise Refusal(401, "AuthenticationRequired", "Invalid identifier or password")
        mail = {"email": f"{account.number}@mail.example", "emailConfirmed": True}
        return _told(question, account, session) | mail | {"emailAuthFactor": False}

    async def refresh(self, question: Question) -> Reply:
        """Gives a new session for the refresh token of the old one. Raises `Refusal`."""
        header = question.request.headers.get("Authorization", "")
        account, session = self.site.tokens.renewed(header)
        return _told(question, question.world.account(account), session)

    async def delete(self, question: Question) -> Reply:
        """Ends a session. Raises `Refusal`."""
        self.site.tokens.leave(question.request.headers.get("Authorization", ""))
        return None

    async def tell(self, question: Question) -> Reply:
        """Whose session it is."""
        return _who(question, question.world.account(question.caller))

    async def vouch(self, question: Question) -> Reply:
        """Gives a token for another server. Raises `Refusal`."""
        audience, method = question.text("aud", None), question.text("lxm")
        return {"token": self.site.tokens.for_service(question.caller, audience, method)}


def _told(question: Question, account: Account, session: Session) -> Json:
    return _who(question, account) | {"accessJwt": session.access, "refreshJwt": session.refresh}


def _who(question: Question, account: Account) -> Json:
    return {
        "handle": account.handle,
        "did": did_of(account.number),
        "didDoc": document_of(account, question.home),
        "active": True,
    }
