"""Calls to the server of one account, with a sign-in that is renewed before and when it runs out.

Everything goes to the account's own server, which asks the others on its behalf; what is read for
nobody in particular is asked of the network's public server.
"""

import threading
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit

from controlroom.feeds import clock
from controlroom.feeds.base import Budget, Per, Seat
from controlroom.feeds.errors import TokenExpired
from controlroom.feeds.networks.bluesky.refusals import meaning_of
from controlroom.feeds.networks.bluesky.session import credential_of, session_of
from controlroom.feeds.wire import Answer, Query, Send, Wire
from controlroom.model.credential import Credential

HOST = "bsky.social"
"""Where an account signs in that names no other server."""
PUBLIC = "public.api.bsky.app"
"""Who answers without a sign-in what everybody may know."""
CHAT: Mapping[str, str] = {"atproto-proxy": "did:web:api.bsky.chat#bsky_chat"}
"""Asks the account's server to pass a call on to the one that keeps direct messages."""
BUDGET_HEADERS = "RateLimit"
_EARLY = timedelta(minutes=1)
_LOCKS: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
"""One for each account: two feeds of one profile must not use up one refresh token."""


class Calls:
    """What one profile asks. Used by one thread at a time, except for `close`."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._wire = Wire(
            "",
            lambda: self._credential().access,
            seat.now,
            budget_headers=BUDGET_HEADERS,
            budgets=self._budgets,
            refused=meaning_of,
        )
        self._renewal = Wire(
            "",
            lambda: self._credential().refresh,
            seat.now,
            budget_headers=BUDGET_HEADERS,
            refused=meaning_of,
        )

    @property
    def host(self) -> str:
        """The server asked, for messages."""
        return urlsplit(self._base()).hostname or ""

    def get(self, name: str, query: Query, headers: Mapping[str, str] | None = None) -> Answer:
        """Returns the answer to a question by its name in the lexicon. Raises `ReadError`."""
        used = self.fresh()
        try:
            return self._ask(name, query, headers)
        except TokenExpired:
            if not self.refused(used):
                raise
        return self._ask(name, query, headers)

    def fresh(self) -> Credential:
        """Returns a credential that is still good. Raises `ReadError`."""
        used = self._credential()
        if used.expires_at and used.refresh and used.expires_at - _EARLY <= self._seat.now():
            return self._renewed(used)
        return used

    def refused(self, used: Credential) -> bool:
        """Gets another one for one that was refused; False if there is no way to.

        Raises `ReadError`.
        """
        if not used.refresh:
            return False
        self._renewed(used)
        return True

    def address(self, name: str) -> str:
        """Returns where a call of the lexicon is answered for this account."""
        return f"{self._base()}/xrpc/{name}"

    def close(self) -> None:
        """Hangs up; a call under way in another thread ends with `HungUp`."""
        self._wire.close()
        self._renewal.close()

    def _ask(self, name: str, query: Query, headers: Mapping[str, str] | None) -> Answer:
        return self._wire.get(self.address(name), query, headers)

    def _renewed(self, used: Credential) -> Credential:
        """Returns a credential that is not the one `used`; another thread may have seen to it."""
        with _LOCKS[used.account]:
            now = self._credential()
            # Two access tokens of one second are the same; two refresh tokens never are.
            if now.refresh != used.refresh or not now.refresh:
                return now
            base = self._base()
            path = f"{base}/xrpc/com.atproto.server.refreshSession"
            answer = self._renewal.post(path, Send(content=""))
            session = session_of(answer.body, self.host)
            renewed = credential_of(session, base, now)
            self._seat.sign_in.renewed(renewed)
            return renewed

    def _base(self) -> str:
        if self._seat.profile is None:
            return self._seat.server(PUBLIC)
        return self._seat.server(self._credential().server or self._seat.profile.host or HOST)

    def _credential(self) -> Credential:
        return self._seat.sign_in.credential()

    def _budgets(self, _: str, headers: Mapping[str, str]) -> tuple[Budget, ...]:
        """The server counts by the address we come from, whoever has signed in."""
        told = clock.budget_of(headers, BUDGET_HEADERS, self._seat.now())
        return (replace(told, per=Per.HOST),) if told else ()
