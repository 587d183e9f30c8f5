"""A video on its way to YouTube: in pieces, private at first, with its subtitles."""

import secrets
from typing import Any, BinaryIO

import msgspec

from controlroom.feeds.addresses import same_server
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.body import of_bytes, opened
from controlroom.feeds.outgoing.outlet import Reply, Request
from controlroom.feeds.outgoing.writer import NetworkWriter
from controlroom.feeds.writing import Carried, NotSent, Outgoing
from controlroom.model.outgoing.delivery import Unsent

Json = dict[str, Any]
VIDEOS = "/youtube/v3/videos"
_UPLOAD = "/upload/youtube/v3/"
_PIECE = 8 * 1024 * 1024
"""Bytes; a multiple of 256 KiB, as YouTube asks."""
_GOES_ON = 308
_CATEGORY = "25"
"""News and politics, where the force's videos stand."""
LONGEST_TITLE = 100


def video_up(writer: NetworkWriter, base: str, outgoing: Outgoing) -> str:
    """Uploads a video that nobody else sees yet and returns its id. Raises `NotSent`."""
    (clip,) = outgoing.files
    place = _begun(writer, base, outgoing, clip)
    with opened(clip, writer.host) as source:
        told = _sent(writer, place, source, clip)
    number = outcome.text(told.get("id"))
    if not number:
        raise writer.later("it took the video and gave it no name")
    return number


def subtitled(writer: NetworkWriter, video: str, captions: bytes, language: str) -> bool:
    """Adds subtitles; False if YouTube does not take them. Raises `NotSent` if it is not there."""
    lang = language or "en"
    snippet = {"snippet": {"videoId": video, "language": lang, "name": ""}}
    mark = f"----{secrets.token_hex(16)}"
    head = (
        f"--{mark}\r\nContent-Type: application/json\r\n\r\n"
        f"{msgspec.json.encode(snippet).decode()}\r\n--{mark}\r\nContent-Type: text/vtt\r\n\r\n"
    )
    content = head.encode() + captions + f"\r\n--{mark}--\r\n".encode()
    body = of_bytes(content, f"multipart/related; boundary={mark}")
    query = {"uploadType": "multipart", "part": "snippet"}
    return writer.outlet.prepare(Request("POST", f"{_UPLOAD}captions", query=query, body=body)).good


def described(outgoing: Outgoing) -> Json:
    """Returns title, description and language; without a title the first line is one."""
    first = outgoing.text.strip().partition("\n")[0]
    title = " ".join((outgoing.title or first).split())
    snippet: Json = {
        "title": title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…",
        "description": outgoing.text,
        "categoryId": _CATEGORY,
    }
    if outgoing.language:
        snippet |= {"defaultLanguage": outgoing.language, "defaultAudioLanguage": outgoing.language}
    return snippet


def _begun(writer: NetworkWriter, base: str, outgoing: Outgoing, clip: Carried) -> str:
    """Returns where the pieces go: on the same server, since the token goes there, too."""
    status = {"privacyStatus": "private", "selfDeclaredMadeForKids": False}
    told = {"snippet": described(outgoing), "status": status}
    size, mime = str(clip.rendition.size), clip.rendition.mime
    headers = {"X-Upload-Content-Length": size, "X-Upload-Content-Type": mime}
    query = {"uploadType": "resumable", "part": "snippet,status"}
    json = msgspec.json.encode(told)
    request = Request("POST", f"{_UPLOAD}videos", query=query, headers=headers, json=json)
    place = writer.prepared(request).headers.get("Location", "")
    if not place or not same_server(base, place):
        raise writer.later("it does not say where the video is to go")
    return place


def _sent(writer: NetworkWriter, place: str, source: BinaryIO, clip: Carried) -> Json:
    size, at = clip.rendition.size, 0
    while at < size:
        piece = _read(writer, source, min(_PIECE, size - at))
        reply = writer.outlet.prepare(_piece(place, piece, at, clip))
        at += len(piece)
        if reply.status != _GOES_ON:
            return _taken(writer, reply)
        if reply.headers.get("Range", "") != f"bytes=0-{at - 1}":
            raise writer.later("it lost a piece of the video")
    raise writer.later("it waits for more of the video than there is")


def _piece(place: str, piece: bytes, at: int, clip: Carried) -> Request:
    stretch = f"bytes {at}-{at + len(piece) - 1}/{clip.rendition.size}"
    body = of_bytes(piece, clip.rendition.mime)
    return Request("PUT", place, headers={"Content-Range": stretch}, body=body)


def _read(writer: NetworkWriter, source: BinaryIO, most: int) -> bytes:
    try:
        piece = source.read(most)
    except OSError:
        piece = b""
    if len(piece) != most:
        said = "the file cannot be read to its end"
        raise NotSent(host=writer.host, reason=Unsent.NO_FILE, said=said)
    return piece


def _taken(writer: NetworkWriter, reply: Reply) -> Json:
    if reply.good:
        return outcome.fields(reply.body)
    error = writer.judged(reply)
    raise error if isinstance(error, NotSent) else writer.later(f"answer {reply.status}")
