"""The network's own addresses ("at://…") and where a browser finds the same."""

from urllib.parse import quote

POST = "app.bsky.feed.post"
_WEB = "https://bsky.app"
_PLACES = {
    POST: "profile/{who}/post/{key}",
    "app.bsky.feed.generator": "profile/{who}/feed/{key}",
    "app.bsky.graph.list": "profile/{who}/lists/{key}",
    "app.bsky.graph.starterpack": "starter-pack/{who}/{key}",
    "app.bsky.labeler.service": "profile/{who}",
}


def parts_of_uri(uri: str) -> tuple[str, str, str]:
    """Returns who owns a record, its collection and its key; "" for what is not there."""
    if not uri.startswith("at://"):
        return "", "", ""
    who, _, rest = uri.removeprefix("at://").partition("/")
    collection, _, key = rest.partition("/")
    return who, collection, key


def is_post(uri: str) -> bool:
    """Whether a remote id names a post, and not a repost or a message."""
    return parts_of_uri(uri)[1] == POST


def web_address(uri: str) -> str:
    """Returns where a browser shows a record, "" for what no page shows."""
    who, collection, key = parts_of_uri(uri)
    place = _PLACES.get(collection)
    if not place or not who:
        return ""
    return f"{_WEB}/{place.format(who=quote(who, safe=':.'), key=quote(key, safe=''))}"
