"""Where X gives tokens, and to whom.

A profile's access token lasts two hours, and what it is renewed with is good for one time only.

X gives an application two pairs of keys: the client id and its secret, under which people sign in,
and the API key and its secret, with which it asks in its own name. Both fit where a network has one
pair: the second word behind the first. With one word it serves for both.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from controlroom.feeds.renewal import Granted, TokenServer
from controlroom.model.credential import AppKey

HOST = "api.x.com"
_PATH = "/2/oauth2/token"


def token_server(server: Callable[[str], str], now: Callable[[], datetime]) -> TokenServer:
    """Returns what gives X's tokens to profiles."""
    return _Tokens(server(HOST), _PATH, now, by_header=True)


def for_people(app: AppKey) -> AppKey:
    """Returns the pair under which people sign in."""
    return AppKey(*(next(iter(told.split()), "") for told in (app.id, app.secret)))


def for_itself(app: AppKey) -> AppKey:
    """Returns the pair with which the application asks in its own name."""
    return AppKey(*(next(reversed(told.split()), "") for told in (app.id, app.secret)))


class _Tokens(TokenServer):
    def exchange(self, form: Mapping[str, str], app: AppKey) -> Granted:
        return super().exchange(form, for_people(app))
