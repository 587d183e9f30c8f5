"""Connecting pages and what belongs to them: Facebook Login in the browser, or a pasted token.

Somebody signs in, and every page they look after comes with a token of its own. Given with a
long-lived sign-in, which takes the secret of the force's application, a page's token does not run
out; a person has to sign in again only when their consent to reading ends.

Facebook sends a browser back to this computer only while the application is in development; one
that is live needs an https address, and there a system user's token is pasted.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from controlroom.feeds.errors import NoAccountFound, SignInRefused
from controlroom.feeds.graph.answers import leads_to, listing_of
from controlroom.feeds.graph.faults import UnknownField
from controlroom.feeds.graph.tokens import Tokens
from controlroom.feeds.graph.version import api
from controlroom.feeds.reading import UNREADABLE
from controlroom.feeds.signing_in import Begun, Entrance, Offer
from controlroom.model.credential import AppKey, Credential
from controlroom.model.errors import OurError

_AT_ONCE = "100"
_MOST = 20


@dataclass(frozen=True, slots=True)
class Account:
    """What can be connected.

    Attributes:
        token: of the page it belongs to, "" where the token in hand is the page's own.
    """

    id: str
    name: str
    handle: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a network connects of a page.

    Attributes:
        scopes: what is asked of a person.
        fields: of a page, without its token.
        account: from a page's bytes to what is connected, None where it has no such thing. Raises
            `ValueError` for what is no page.
    """

    network: str
    scopes: tuple[str, ...]
    fields: str
    account: Callable[[bytes], Account | None]


class PageConnector:
    """Signs in. Used by one thread at a time, except for `close`."""

    def __init__(self, kind: Kind, entrance: Entrance) -> None:
        self._kind = kind
        self._server = entrance.server
        self._tokens = Tokens(entrance.server(api().host), entrance.now)
        self._graph = self._tokens.graph

    def begin(self, app: AppKey, redirect: str) -> Begun:
        state = secrets.token_urlsafe(32)
        query = {
            "client_id": app.id,
            "redirect_uri": redirect,
            "state": state,
            "response_type": "code",
            "scope": ",".join(self._kind.scopes),
        }
        dialog = self._server(api().dialog)
        address = f"{dialog}/{api().version}/dialog/oauth?{urlencode(query)}"
        return Begun(address, state, redirect, app=app)

    def finish(self, begun: Begun, answer: Mapping[str, str]) -> tuple[Offer, ...]:
        if not hmac.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise SignInRefused(host=self._graph.host, reason="state")
        if not answer.get("code"):
            raise SignInRefused(host=self._graph.host, reason=_word(answer.get("error", "")))
        asked = {"redirect_uri": begun.redirect, "code": answer["code"]}
        short = self._tokens.exchanged(begun.app, asked)
        return self._of_person(self._tokens.prolonged(short), lasting=bool(begun.app.secret))

    def with_token(self, app: AppKey, token: str) -> tuple[Offer, ...]:
        """Takes the token of a person or system user, which brings all pages, or that of one page.

        One that cannot be made to last is taken as it is: those of system users last anyway.
        """
        given = Credential(token.strip(), app=app)
        try:
            offers = self._of_person(given, lasting=False)
        except UnknownField:
            return self._of_page(given)
        if not app.secret:
            return offers
        try:
            longer = self._tokens.prolonged(given)
        except SignInRefused:
            return offers
        return self._of_person(longer, lasting=True)

    def with_password(self, handle: str, password: str) -> tuple[Offer, ...]:
        raise OurError("pages are not connected with a password")

    def close(self) -> None:
        self._graph.close()

    def _of_person(self, given: Credential, *, lasting: bool) -> tuple[Offer, ...]:
        """Returns the pages of who signed in. Raises `UnknownField` for the token of a page.

        Args:
            lasting: the tokens of the pages do not run out when this one does.
        """
        self._tokens.now_using = given
        accounts = self._accounts()
        if not accounts:
            raise NoAccountFound(host=self._graph.host)
        known = self._tokens.with_terms(given)
        if lasting:
            known = replace(known, expires_at=None)
        return tuple(self._offer(one, replace(known, access=one.token)) for one in accounts)

    def _of_page(self, given: Credential) -> tuple[Offer, ...]:
        self._tokens.now_using = given
        body = self._graph.get("me", {"fields": self._kind.fields}).body
        try:
            page = self._kind.account(body)
        except UNREADABLE:
            raise self._tokens.nonsense() from None
        if page is None:
            raise NoAccountFound(host=self._graph.host)
        return (self._offer(page, self._tokens.with_terms(given)),)

    def _accounts(self) -> list[Account]:
        accounts: dict[str, Account] = {}
        cursor = ""
        for _ in range(_MOST):
            fields = f"{self._kind.fields},access_token"
            query = {"fields": fields, "limit": _AT_ONCE, **leads_to(cursor)}
            listing = listing_of(self._graph.get("me/accounts", query).body, self._graph.host)
            read = [self._account(raw) for raw in listing.items]
            accounts |= {one.id: one for one in read if one and one.token}
            if not listing.older or listing.older == cursor:
                break
            cursor = listing.older
        return list(accounts.values())

    def _account(self, raw: bytes) -> Account | None:
        """One page nobody can read does not keep the others from being connected."""
        try:
            return self._kind.account(raw)
        except UNREADABLE:
            return None

    def _offer(self, account: Account, credential: Credential) -> Offer:
        return Offer(
            network=self._kind.network,
            remote_id=account.id,
            handle=account.handle,
            name=account.name or account.id,
            credential=replace(credential, account=account.id),
        )


def _word(told: str) -> str:
    """Returns a word of the protocol; anything else from outside stays there."""
    return told if told.replace("_", "").isalpha() and told.isascii() and len(told) < 40 else "?"
