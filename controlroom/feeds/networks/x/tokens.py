"""Where X gives tokens, and to whom.

A profile's access token lasts two hours, and what it is renewed with is good for one time only.

X gives an application two pairs of keys: the client id and its secret, under which people sign in,
and the API key and its secret, with which it asks in its own name.
"""

from collections.abc import Callable
from datetime import datetime

from controlroom.feeds.renewal import TokenServer

HOST = "api.x.com"
_PATH = "/2/oauth2/token"


def token_server(server: Callable[[str], str], now: Callable[[], datetime]) -> TokenServer:
    """Returns what gives X's tokens to profiles."""
    return TokenServer(server(HOST), _PATH, now, by_header=True)
