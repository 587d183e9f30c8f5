"""Records that clients send: whether they are as the lexicon has it, and what they say."""

import re
from dataclasses import dataclass
from typing import Any

from controlroom.exercise.faces.bluesky.cids import record_cid
from controlroom.exercise.faces.bluesky.graphemes import graphemes
from controlroom.exercise.faces.bluesky.ids import account_of
from controlroom.exercise.faces.bluesky.kept import LIKE, POST, REPOST, Json, Kept
from controlroom.exercise.faces.bluesky.limits import Limits
from controlroom.exercise.faces.bluesky.moments import read_ms
from controlroom.exercise.faces.bluesky.problems import Refusal, invalid
from controlroom.exercise.world import Media, MediaKind, Said, World

_NSID = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)+\.[a-zA-Z][a-zA-Z0-9]*")
_KEY = re.compile(r"[A-Za-z0-9_~.:-]{1,512}")
_KNOWN = "app.bsky."
_IMAGES, _VIDEO = "app.bsky.embed.images", "app.bsky.embed.video"
_CARD = "app.bsky.embed.external"
_RECORD, _BOTH = "app.bsky.embed.record", "app.bsky.embed.recordWithMedia"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a post's record comes to."""

    said: Said
    reply_to: int
    quote: int
    about: tuple[int, ...]


def check_place(collection: str, key: str | None) -> None:
    """Checks where a record is to lie. Raises `Refusal`."""
    if not _NSID.fullmatch(collection):
        raise invalid("Error: collection must be a valid nsid")
    if key is not None and (not _KEY.fullmatch(key) or key in (".", "..")):
        raise invalid("Error: rkey must be a valid Record Key")


def checked(record: Any, collection: str, limits: Limits, world: World) -> Json:
    """Returns a record that can be kept, with its type. Raises `Refusal`."""
    if not isinstance(record, dict):
        raise invalid('Error: Input must have the property "record"')
    told = {"$type": collection} | record
    if told["$type"] != collection:
        raise invalid(f"Invalid $type: expected {collection}, got {told['$type']}")
    try:
        record_cid(told)
    except ValueError:
        raise invalid("Record could not be encoded") from None
    if collection == POST:
        _check_post(told, limits, world)
    elif collection in (LIKE, REPOST):
        _need_uri(told, collection, "subject")
    return told


def status_of(collection: str) -> str:
    """Returns whether the server knows what such records have to be like."""
    return "valid" if collection.startswith(_KNOWN) else "unknown"


def draft_of(record: Json, kept: Kept) -> Draft:
    """Returns what a post's checked record says."""
    language = next(iter(record.get("langs") or ()), "en")
    embed, warning = record.get("embed") or {}, _warning(record)
    said = Said(record["text"], language.partition("-")[0], _media(embed), warning=warning)
    reply = record.get("reply") or {}
    reply_to = _number(kept, (reply.get("parent") or {}).get("uri"))
    return Draft(said, reply_to, _number(kept, _quoted(embed)), _named(record))


def _check_post(record: Json, limits: Limits, world: World) -> None:
    text = record.get("text")
    if not isinstance(text, str):
        raise _wrong('Record must have the property "text"')
    if len(text.encode()) > limits.text_bytes:
        raise _wrong(f"Record/text must not be longer than {limits.text_bytes} bytes")
    if graphemes(text) > limits.graphemes:
        raise _wrong(f"Record/text must not be longer than {limits.graphemes} graphemes")
    if read_ms(str(record.get("createdAt", ""))) is None:
        raise _wrong("Record/createdAt must be an valid atproto datetime")
    langs = record.get("langs") or []
    if not isinstance(langs, list) or len(langs) > 3:
        raise _wrong("Record/langs must not have more than 3 elements")
    if reply := record.get("reply"):
        _need_uri(reply, POST, "root")
        _need_uri(reply, POST, "parent")
    _check_facets(record.get("facets") or [])
    _check_embed(record.get("embed") or {}, limits, world)


def _check_facets(facets: Any) -> None:
    try:
        for facet in facets:
            index = facet["index"]
            if index["byteStart"] < 0 or index["byteEnd"] < 0:
                raise _wrong("Record/facets/0/index/byteStart can not be less than 0")
            if not isinstance(facet["features"], list):
                raise _wrong("Record/facets/0/features must be an array")
    except (KeyError, TypeError):
        raise _wrong("Record/facets/0 must be an object") from None


def _check_embed(embed: Json, limits: Limits, world: World) -> None:
    media = embed.get("media") or {} if embed.get("$type") == _BOTH else embed
    if media.get("$type") == _IMAGES:
        images = media.get("images")
        if not isinstance(images, list) or len(images) > limits.images:
            raise _wrong(f"Record/embed/images must not have more than {limits.images} elements")
        for at, image in enumerate(images):
            if not isinstance(image.get("alt"), str):
                raise _wrong(f'Record/embed/images/{at} must have the property "alt"')
            _check_blob(image.get("image"), limits.image_bytes, world)
    elif media.get("$type") == _VIDEO:
        _check_blob(media.get("video"), limits.video_bytes, world)
    elif media.get("$type") == _CARD:
        _check_card(media.get("external"), limits, world)


def _check_card(card: Any, limits: Limits, world: World) -> None:
    for name in ("uri", "title", "description"):
        if not isinstance(card, dict) or not isinstance(card.get(name), str):
            raise _wrong(f'Record/embed/external must have the property "{name}"')
    if "thumb" in card:
        _check_blob(card["thumb"], limits.thumb_bytes, world)


def _check_blob(blob: Any, most: int, world: World) -> None:
    cid = _cid(blob)
    content = world.media.get(cid)
    if content is None:
        raise invalid(f"Could not find blob: {cid}", "BlobNotFound")
    if len(content) > most:
        told = f"This file is too large. It is {len(content)} but the maximum size is {most}."
        raise invalid(told, "BlobTooLarge")


def _need_uri(record: Json, collection: str, name: str) -> None:
    told = record.get(name)
    if not isinstance(told, dict) or not str(told.get("uri", "")).startswith("at://"):
        raise invalid(
            f"Invalid {collection} record: Record/{name} must have the property \"uri\""
        )  # fmt: skip


def _wrong(what: str) -> Refusal:
    return invalid(f"Invalid {POST} record: {what}")


def _media(embed: Json) -> tuple[Media, ...]:
    told = embed.get("media") or {} if embed.get("$type") == _BOTH else embed
    if told.get("$type") == _IMAGES:
        return tuple(_medium(one, one["image"], MediaKind.IMAGE) for one in told["images"])
    if told.get("$type") == _VIDEO:
        kind = MediaKind.GIF if told.get("presentation") == "gif" else MediaKind.VIDEO
        return (_medium(told, told["video"], kind),)
    return ()


def _medium(told: Json, blob: Json, kind: MediaKind) -> Media:
    ratio = told.get("aspectRatio") or {}
    width, height = int(ratio.get("width", 0)), int(ratio.get("height", 0))
    return Media(_cid(blob), kind, told.get("alt") or "", width, height)


def _cid(blob: Any) -> str:
    try:
        return str(blob["ref"]["$link"])
    except (KeyError, TypeError):
        raise _wrong("Record/embed must hold a blob") from None


def _quoted(embed: Json) -> str:
    record = embed.get("record") or {}
    if embed.get("$type") == _BOTH:
        record = record.get("record") or {}
    return str(record.get("uri", "")) if embed.get("$type") in (_RECORD, _BOTH) else ""


def _warning(record: Json) -> str:
    values = (record.get("labels") or {}).get("values") or []
    return next((str(one.get("val", "")) for one in values if isinstance(one, dict)), "")


def _named(record: Json) -> tuple[int, ...]:
    features = (one for facet in record.get("facets") or [] for one in facet["features"])
    found = (account_of(str(one.get("did", ""))) for one in features)
    return tuple(dict.fromkeys(one for one in found if one))


def _number(kept: Kept, uri: str | None) -> int:
    return kept.live(kept.read_uri(uri)) if uri else 0
