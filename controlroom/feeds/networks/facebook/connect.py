"""Connecting pages: see `feeds.graph.connecting`."""

import msgspec

from controlroom.feeds.graph.connecting import Account, Kind, PageConnector
from controlroom.feeds.networks.facebook.parse import NETWORK
from controlroom.feeds.signing_in import Entrance, Way, Ways
from controlroom.model.decoding import decoder

SCOPES = (
    "pages_show_list",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_messaging",
    "pages_manage_posts",
    "pages_manage_engagement",
)
WAYS = Ways((Way.BROWSER, Way.TOKEN), needs_app=True, scopes=SCOPES)


class _Page(msgspec.Struct):
    id: str
    name: str | None = None
    username: str | None = None
    access_token: str | None = None


_page = decoder(_Page).decode


def make_connector(entrance: Entrance) -> PageConnector:
    """Returns what connects pages."""
    return PageConnector(Kind(NETWORK, SCOPES, "id,name,username", _account), entrance)


def _account(raw: bytes) -> Account:
    page = _page(raw)
    return Account(page.id, page.name or "", page.username or "", page.access_token or "")
