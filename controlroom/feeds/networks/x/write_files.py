"""Photos, clips, subtitles and descriptions on their way to X, in pieces."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec

from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.body import form_of, opened
from controlroom.feeds.outgoing.outlet import Reply, Request
from controlroom.feeds.outgoing.writer import NetworkWriter
from controlroom.feeds.writing import Carried, NotSent
from controlroom.model.outgoing.delivery import Unsent

Json = dict[str, Any]
_UPLOAD = "/2/media/upload"
_PIECE = 4_000_000
"""Bytes; X takes up to five million, in a thousand pieces."""
_LOOKS, _LEAST_S, _MOST_S = 90, 1.0, 15.0
_CATEGORIES = {"image/gif": "gif"}


def upload(
    writer: NetworkWriter, files: Sequence[Carried], language: str, place: str = "tweet"
) -> list[str]:
    """Uploads files and returns X's ids for them. Raises `NotSent`.

    Args:
        place: what they are for: "tweet" or "dm".
    """
    return [_whole(writer, one, language, place) for one in files]


def _whole(writer: NetworkWriter, one: Carried, language: str, place: str) -> str:
    mime = one.rendition.mime
    is_clip = mime.startswith("video/")
    kind = "video" if is_clip else _CATEGORIES.get(mime, "image")
    with opened(one, writer.host) as source:
        number = _sent(writer, source, one.rendition.size, mime, f"{place}_{kind}")
    _describe(writer, number, one)
    if one.captions and is_clip:
        _caption(writer, number, one.captions, language)
    return number


def _sent(writer: NetworkWriter, source: BinaryIO, size: int, mime: str, category: str) -> str:
    begun = {"media_type": mime, "media_category": category, "total_bytes": size}
    number = _id(writer, writer.prepared(_told(f"{_UPLOAD}/initialize", begun)))
    path = f"{_UPLOAD}/{quote(number, safe='')}"
    for place, piece in enumerate(_pieces(writer, source, size)):
        content = BytesIO(piece), len(piece)
        body = form_of({"segment_index": str(place)}, "media", content, "application/octet-stream")
        writer.prepared(Request("POST", f"{path}/append", body=body))
    reply = writer.prepared(Request("POST", f"{path}/finalize"))
    _until_ready(writer, number, reply)
    return number


def _pieces(writer: NetworkWriter, source: BinaryIO, size: int) -> Iterator[bytes]:
    left = size
    while left > 0:
        piece = _read(source, min(_PIECE, left))
        if not piece:
            said = "the file cannot be read to its end"
            raise NotSent(host=writer.host, reason=Unsent.NO_FILE, said=said)
        left -= len(piece)
        yield piece


def _read(source: BinaryIO, most: int) -> bytes:
    try:
        return source.read(most)
    except OSError:
        return b""


def _until_ready(writer: NetworkWriter, number: str, reply: Reply) -> None:
    """Waits until X has worked a clip over."""
    query = {"command": "STATUS", "media_id": number}
    for _ in range(_LOOKS):
        told = _data(reply).get("processing_info")
        info: Json = told if isinstance(told, dict) else {"state": "succeeded"}
        state = info.get("state")
        if state == "succeeded":
            return
        if state == "failed":
            said = outcome.plain(str(info.get("error", ""))) or "it cannot use the file"
            raise NotSent(host=writer.host, reason=Unsent.REFUSED, said=said)
        writer.wait(_pause(info))
        reply = writer.prepared(Request("GET", _UPLOAD, query=query))
    raise writer.later("it still works on the clip")


def _pause(info: Json) -> float:
    told = info.get("check_after_secs")
    seconds = float(told) if isinstance(told, int | float) else _LEAST_S
    return min(max(seconds, _LEAST_S), _MOST_S)


def _describe(writer: NetworkWriter, number: str, one: Carried) -> None:
    told: Json = {"alt_text": {"text": one.alt}} if one.alt else {}
    if one.sensitive:
        told["sensitive_media_warning"] = {"other": True}
    if told:
        writer.prepared(_told("/2/media/metadata", {"id": number, "metadata": told}))


def _caption(writer: NetworkWriter, number: str, captions: bytes, language: str) -> None:
    size = len(captions)
    track = _sent(writer, BytesIO(captions), size, "text/vtt", "subtitles")
    code = (language.partition("-")[0] or "en").upper()
    told = {"id": track, "language_code": code, "display_name": code}
    body = {"id": number, "media_category": "TweetVideo", "subtitles": told}
    writer.prepared(_told("/2/media/subtitles", body))


def _told(path: str, body: Json) -> Request:
    return Request("POST", path, json=msgspec.json.encode(body))


def _data(reply: Reply) -> Json:
    data = outcome.fields(reply.body).get("data")
    return data if isinstance(data, dict) else {}


def _id(writer: NetworkWriter, reply: Reply) -> str:
    number = outcome.text(_data(reply).get("id"))
    if not number:
        raise writer.later("it took the file and gave it no name")
    return number
