"""Films of a page: in one piece, or in pieces one after the other."""

import secrets
from typing import Any

from controlroom.exercise.faces.facebook import words
from controlroom.exercise.faces.facebook.book import Upload
from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faces.facebook.problems import Problem, bad
from controlroom.exercise.faces.facebook.publishing import out
from controlroom.exercise.faces.facebook.rights import POSTS, acting, as_page
from controlroom.exercise.faces.facebook.things import Thing, View
from controlroom.exercise.world import Account, Media, MediaKind, Said

Json = dict[str, Any]
LARGEST = 512 * 1024 * 1024
PIECE = 1024 * 1024
_FILM = Media("", MediaKind.VIDEO, width=1280, height=720, duration_ms=0)
_BIT_RATE = 2_000_000
"""Bits a second; from this a film's length is guessed, as nobody looks into it."""


def to_videos(view: View, page: Thing, call: Call) -> Json:
    """Puts up a film, or does one step of it. Raises `Problem`."""
    owner = as_page(view, page, POSTS)
    match call.text("upload_phase"):
        case "start":
            return _start(view, owner, call)
        case "transfer":
            return _transfer(view, owner, call)
        case "finish":
            return _finish(view, owner, call)
        case "cancel":
            view.book.sessions.pop(_session(view, owner, call)[0])
            return {"success": True}
        case "":
            return _whole(view, owner, call)
    raise bad("Param upload_phase must be one of {START, TRANSFER, FINISH, CANCEL}")


def to_captions(view: View, film: Thing, call: Call) -> Json:
    """Puts subtitles to a film of the page's. Raises `Problem`."""
    if film.post is None or acting(view, POSTS) != film.post.author:
        raise bad("Param video_id must be a video of the page")
    told = call.file().decode("utf-8", "replace")
    if " --> " not in told or told.startswith("WEBVTT"):
        raise Problem(385, "(#385) The captions file is not a valid SubRip file.")
    view.book.world.notes[film.post.number, "captions"] = told
    return {"success": True}


def _whole(view: View, owner: Account, call: Call) -> Json:
    body = call.file()
    if not body:
        raise Problem(389, "(#389) Unable to fetch video file from URL.")
    upload = view.book.add_upload(owner.number, _FILM, Stretch.LOOSE_VIDEO, body)
    _publish(view, upload, call)
    return {"id": upload.media.key}


def _start(view: View, owner: Account, call: Call) -> Json:
    size = call.whole("file_size")
    if not 0 < size <= LARGEST:
        raise Problem(6000, "There was a problem uploading your video file.", subcode=1363023)
    upload = view.book.add_upload(owner.number, _FILM, Stretch.LOOSE_VIDEO, b"")
    upload.size = size
    session = id_of(Stretch.SESSION, 1 + secrets.randbelow(10**12))
    view.book.sessions[session] = upload
    return {"video_id": upload.media.key, "upload_session_id": session, **_offsets(upload)}


def _transfer(view: View, owner: Account, call: Call) -> Json:
    _, upload = _session(view, owner, call)
    piece = call.file()
    if call.whole("start_offset") != len(upload.got):
        raise Problem(
            6001, "There was a problem uploading your video file.", subcode=1363037,
            more={"error_data": _offsets(upload)},
        )  # fmt: skip
    if not piece or len(upload.got) + len(piece) > upload.size:
        raise Problem(6001, "There was a problem uploading your video file.", subcode=1363031)
    upload.got += piece
    return _offsets(upload)


def _finish(view: View, owner: Account, call: Call) -> Json:
    session, upload = _session(view, owner, call)
    if len(upload.got) != upload.size:
        raise Problem(6001, "There was a problem uploading your video file.", subcode=1363033,
                      more={"error_data": _offsets(upload)})  # fmt: skip
    view.book.world.media[upload.media.key] = bytes(upload.got)
    view.book.sessions.pop(session)
    upload.got = bytearray()
    _publish(view, upload, call)
    return {"success": True}


def _publish(view: View, upload: Upload, call: Call) -> None:
    """A film that is not published and has no time stays put up for later."""
    later = bool(call.text("scheduled_publish_time"))
    upload.media = _measured(upload)
    if not (call.flag("published", usual=True) or later):
        return
    text = words.taken(view, call.text("description") or call.text("title"))
    out(view, upload.page, Said(text, media=(upload.media,)), call)


def _measured(upload: Upload) -> Media:
    length = max(1, upload.size * 8 * 1000 // _BIT_RATE)
    media = upload.media
    return Media(media.key, media.kind, media.alt, media.width, media.height, length)


def _session(view: View, owner: Account, call: Call) -> tuple[str, Upload]:
    name = call.text("upload_session_id")
    upload = view.book.sessions.get(name)
    if upload is None or upload.page != owner.number:
        raise Problem(6000, "There was a problem uploading your video file.", subcode=1363019)
    return name, upload


def _offsets(upload: Upload) -> dict[str, str]:
    at = len(upload.got)
    return {"start_offset": str(at), "end_offset": str(min(at + PIECE, upload.size))}
