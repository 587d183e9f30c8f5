"""Records of ours: what lies in the profile's repository afterwards, word for word."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from controlroom.feeds.networks.bluesky.addresses import POST
from controlroom.feeds.networks.bluesky.write_files import Stored
from controlroom.feeds.writing import Outgoing
from controlroom.model.outgoing.content import Audience, Card

Json = dict[str, Any]
REPOST, LIKE = "app.bsky.feed.repost", "app.bsky.feed.like"
GATE = "app.bsky.feed.threadgate"
_SENSITIVE = "graphic-media"
_RULES: dict[Audience, list[str]] = {
    Audience.FOLLOWING: ["followingRule"],
    Audience.MENTIONED: ["mentionRule"],
    Audience.NOBODY: [],
}


def post_record(
    outgoing: Outgoing,
    facets: list[Json],
    files: Sequence[Stored],
    reply: Json | None,
    at: datetime,
) -> Json:
    """Returns the record of a post."""
    record: Json = {"$type": POST, "text": outgoing.text, "createdAt": written(at)}
    if facets:
        record["facets"] = facets
    if outgoing.language:
        record["langs"] = [outgoing.language]
    if reply:
        record["reply"] = reply
    if outgoing.card is not None:
        record["embed"] = _card(outgoing.card, files)
    elif files:
        record["embed"] = _embed(files, outgoing.language)
    if any(one.sensitive for one in outgoing.files):
        labels = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": _SENSITIVE}]}
        record["labels"] = labels
    return record


def why_no_card(outgoing: Outgoing, most: int) -> str:
    """Returns why a post cannot have the card it is to have, "" if it can or has none.

    Args:
        most: bytes its picture may have.
    """
    card, files = outgoing.card, [one.rendition for one in outgoing.files]
    if card is None:
        return ""
    if not card.url.startswith(("https://", "http://")) or not card.title.strip():
        return "a link’s card needs an address of the web and a title"
    if len(files) > 1 or any(not one.mime.startswith("image/") for one in files):
        return "a link’s card has one photo or none, and no film"
    if any(one.size > most for one in files):
        return f"the picture of a link’s card has at most {most:,} bytes"
    return ""


def subject_record(kind: str, uri: str, cid: str, at: datetime) -> Json:
    """Returns the record of a repost or like."""
    return {"$type": kind, "subject": {"uri": uri, "cid": cid}, "createdAt": written(at)}


def gate_record(uri: str, audience: Audience, at: datetime, hidden: Sequence[str] = ()) -> Json:
    """Returns the record that says who may answer a post, and which answers are hidden."""
    gate: Json = {"$type": GATE, "post": uri, "createdAt": written(at)}
    if audience is not Audience.EVERYBODY:
        gate["allow"] = [{"$type": f"{GATE}#{rule}"} for rule in _RULES[audience]]
    return gate | ({"hiddenReplies": list(hidden)} if hidden else {})


def written(at: datetime) -> str:
    """Returns a moment as the network writes it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _embed(files: Sequence[Stored], language: str) -> Json:
    clip = next((one for one in files if one.carried.rendition.mime.startswith("video/")), None)
    if clip is not None:
        return _film(clip, language)
    images = [{"image": one.blob, "alt": one.carried.alt} | _shape(one) for one in files]
    return {"$type": "app.bsky.embed.images", "images": images}


def _card(card: Card, files: Sequence[Stored]) -> Json:
    told = {"uri": card.url, "title": card.title, "description": card.description}
    thumb = {"thumb": files[0].blob} if files else {}
    return {"$type": "app.bsky.embed.external", "external": told | thumb}


def _film(one: Stored, language: str) -> Json:
    told = {"$type": "app.bsky.embed.video", "video": one.blob, "alt": one.carried.alt}
    lang = language or "en"
    captions = [{"lang": lang, "file": one.captions}] if one.captions else []
    return told | _shape(one) | ({"captions": captions} if captions else {})


def _shape(one: Stored) -> Json:
    width, height = one.carried.rendition.width, one.carried.rendition.height
    return {"aspectRatio": {"width": width, "height": height}} if width and height else {}
