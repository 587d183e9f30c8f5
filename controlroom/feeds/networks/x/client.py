"""The questions put to X.

tweepy builds them: paths, parameters, bodies. They go out through `Wire` at the one place where
tweepy would send them itself, since it reads answers unbounded, knows one host only, and writes
every request with its token and every answer into the log of whoever asks for details.
"""

import json as json_of
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

import requests
import tweepy

from controlroom.feeds import addresses
from controlroom.feeds.base import Seat
from controlroom.feeds.errors import NetworkDown, TokenExpired
from controlroom.feeds.networks.x.errors import QuestionRefused
from controlroom.feeds.networks.x.names import AGES, ASKING, OF_ME, Names
from controlroom.feeds.networks.x.problems import HEADERS, budgets_at, refused_at
from controlroom.feeds.networks.x.tokens import HOST, token_server
from controlroom.feeds.renewal import Renewal
from controlroom.feeds.wire import Answer, Send, Wire

Asking = Callable[[str, str, Mapping[str, Any], Mapping[str, Any] | None], Answer]
"""From a method, path, query and JSON body to the answer."""


class _Questions(tweepy.Client):  # type: ignore[misc]
    """tweepy without its network."""

    def __init__(self, ask: Asking, account: str) -> None:
        super().__init__(return_type=requests.Response)
        self._ask = ask
        self._account = account

    def request(
        self,
        method: str,
        route: str,
        params: Mapping[str, Any] | None = None,
        json: Mapping[str, Any] | None = None,
        user_auth: bool = False,
    ) -> Answer:
        return self._ask(method, route, params or {}, json)

    def _get_authenticating_user_id(self, *, oauth_1: bool = False) -> str:
        """tweepy would ask X, which costs a read, and remember the token."""
        return self._account


class Client:
    """Asks as one profile. Used by one thread, except for `close`."""

    def __init__(self, seat: Seat) -> None:
        profile = seat.profile
        self._sign_in = seat.sign_in
        self._now = seat.now
        self._account = quote(profile.remote_id if profile else "", safe="")
        base = seat.server(HOST)
        self.host = addresses.shown(base)
        self._renewal = Renewal(seat, token_server(seat.server, seat.now))
        self._wire = Wire(
            base,
            lambda: self._token,
            seat.now,
            budget_headers=HEADERS,
            budgets=budgets_at(seat.now),
            refused=refused_at(seat.now),
        )
        self._token = ""
        self._names: Names = AGES[0]
        self._questions = _Questions(self._send, self._account)

    def home(self, **more: Any) -> Answer:
        """Asks for what those write whom the profile follows."""
        return self._posts(self._questions.get_home_timeline, user_auth=False, **more)

    def mentions(self, **more: Any) -> Answer:
        return self._posts(self._questions.get_users_mentions, self._account, **more)

    def posts_by(self, account: str, **more: Any) -> Answer:
        """Asks for what somebody published, by id; "" for the profile itself."""
        of = quote(account, safe="") or self._account
        return self._posts(self._questions.get_users_tweets, of, **more)

    def in_list(self, list_id: str, **more: Any) -> Answer:
        return self._posts(self._questions.get_list_tweets, quote(list_id, safe=""), **more)

    def found(self, words: str, **more: Any) -> Answer:
        """Asks for the last week's posts with these words, in X's query language."""
        return self._posts(self._questions.search_recent_tweets, words, **more)

    def by_id(self, ids: Sequence[str]) -> Answer:
        return self._posts(self._questions.get_tweets, list(ids))

    def messages(self, **more: Any) -> Answer:
        """Asks for the messages of all the profile's dialogues."""
        question = self._questions.get_direct_message_events
        kinds = ["MessageCreate"]
        return self._in_its_age(
            lambda names: question(user_auth=False, event_types=kinds, **names.of_events(), **more)
        )

    def message(self, remote_id: str) -> Answer:
        """Asks for one message."""
        return self._send("GET", f"/2/dm_events/{quote(remote_id, safe='')}", {}, None)

    def close(self) -> None:
        """Lets go of connections; a question under way ends with `HungUp`."""
        self._renewal.close()
        self._wire.close()

    def _posts(self, question: Callable[..., Answer], *args: Any, **more: Any) -> Answer:
        return self._in_its_age(lambda names: question(*args, **names.of_posts(), **more))

    def _in_its_age(self, ask: Callable[[Names], Answer]) -> Answer:
        """Asks by the names X took last, then by those of the other age."""
        try:
            return ask(self._names)
        except QuestionRefused as error:
            if not error.parameters & ASKING:
                raise
        self._names = next(names for names in AGES if names is not self._names)
        return ask(self._names)

    def _send(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any],
        body: Mapping[str, Any] | None,
    ) -> Answer:
        self._token = self._access()
        try:
            return send(self._wire, method, path, self._names.renamed(query), body)
        except TokenExpired:
            if not self._renewal.refused(self._token):
                raise
        self._token = self._renewal.access()
        return send(self._wire, method, path, self._names.renamed(query), body)

    def _access(self) -> str:
        """Returns a good token; while nobody gives a new one, the old one as long as it lasts."""
        try:
            return self._renewal.access()
        except NetworkDown:
            standing = self._sign_in.credential()
            if standing.expires_at is None or standing.expires_at <= self._now():
                raise
            return standing.access


def send(
    wire: Wire, method: str, path: str, query: Mapping[str, str], body: Mapping[str, Any] | None
) -> Answer:
    """Sends one question. Raises `ReadError`."""
    if method == "GET":
        return wire.get(path, query)
    return wire.post(path, Send(body=json_of.dumps(body).encode()), query)


def who_is(wire: Wire) -> Answer:
    """Asks whose token the wire sends along."""

    def ask(
        method: str, path: str, query: Mapping[str, Any], _: Mapping[str, Any] | None
    ) -> Answer:
        return send(wire, method, path, {name: str(value) for name, value in query.items()}, None)

    answer: Answer = _Questions(ask, "").get_me(user_auth=False, **OF_ME)
    return answer
