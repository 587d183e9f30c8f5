"""Connecting business accounts, through the pages they belong to."""

import msgspec

from controlroom.feeds.graph.connecting import Account, Kind, PageConnector
from controlroom.feeds.networks.instagram.parse import NETWORK
from controlroom.feeds.signing_in import Entrance, Way, Ways
from controlroom.model.decoding import decoder

SCOPES = (
    "instagram_basic",
    "instagram_manage_comments",
    "pages_show_list",
    "pages_read_engagement",
    "instagram_content_publish",
    "instagram_manage_messages",
    "pages_manage_metadata",
    "pages_manage_posts",
)
WAYS = Ways((Way.BROWSER, Way.TOKEN), needs_app=True, scopes=SCOPES)
FIELDS = "id,instagram_business_account{id,username,name}"


class _User(msgspec.Struct):
    id: str
    username: str | None = None
    name: str | None = None


class _Page(msgspec.Struct):
    instagram_business_account: _User | None = None
    access_token: str | None = None


_page = decoder(_Page).decode


def make_connector(entrance: Entrance) -> PageConnector:
    """Returns what connects business accounts."""
    return PageConnector(Kind(NETWORK, SCOPES, FIELDS, _account), entrance)


def _account(raw: bytes) -> Account | None:
    page = _page(raw)
    user = page.instagram_business_account
    if user is None:
        return None
    handle = user.username or ""
    return Account(user.id, user.name or handle, handle, page.access_token or "")
