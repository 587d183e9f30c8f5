"""Publishing videos: in one piece, with their words before them, or in pieces with pauses."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from controlroom.exercise.faces.files import file_of
from controlroom.exercise.faces.youtube.calls import Call, Question, Reply, decoded
from controlroom.exercise.faces.youtube.kept import Kept
from controlroom.exercise.faces.youtube.problems import Refusal, forbidden, invalid, missing
from controlroom.exercise.faces.youtube.text import parts_of, text_of
from controlroom.exercise.faces.youtube.view import View
from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from controlroom.exercise.world.post import SimPost

Json = dict[str, Any]
_VIDEOS = "/youtube/v3/videos"
_PATHS = (f"/upload{_VIDEOS}", f"/resumable/upload{_VIDEOS}")
_RANGE = re.compile(r"bytes (?:(\d+)-(\d+)|\*)/(\d+|\*)")
_BOUNDARY = re.compile(r'boundary="?([^";,]+)')
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_PRIVACY = ("public", "private", "unlisted")
_SIZE = (1280, 720)
_GOES_ON = 308


@dataclass(slots=True)
class Session:
    """A video that comes in pieces."""

    owner: int
    told: Json
    parts: frozenset[str]
    content: bytearray = field(default_factory=bytearray)


@dataclass(slots=True)
class Uploads:
    """Answers whoever publishes, changes or deletes videos."""

    _sessions: dict[str, Session] = field(default_factory=dict)

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        begun = [Call("POST", path, self.insert, "upload", signed=True) for path in _PATHS]
        # Pieces belong to an upload that was counted when it began.
        gone_on = [Call("PUT", path, self.go_on, "piece", signed=True) for path in _PATHS]
        return [
            *begun,
            *gone_on,
            Call("POST", "/upload/youtube/v3/captions", caption, "captions", signed=True),
            Call("PUT", _VIDEOS, update, "write", signed=True),
            Call("DELETE", _VIDEOS, delete, "write", signed=True),
            Call("POST", f"{_VIDEOS}/rate", rate, "write", signed=True),
        ]

    async def insert(self, question: Question) -> Reply:
        """Takes a video, or only its words if the rest is to come in pieces."""
        match question.query.get("uploadType", "media"):
            case "multipart":
                told, content = await _in_two_parts(question.request)
            case "resumable":
                return await self._begin(question)
            case _:
                told, content = {}, await question.request.read()
        return _inserted(question, told, question.parts, content)

    async def go_on(self, question: Question) -> Reply:
        """Takes a piece, or says how much has come."""
        name = question.query.get("upload_id", "")
        session = self._sessions.get(name)
        if session is None or session.owner != question.caller.number:
            raise Refusal(404, "notFound", "Upload not found", "global")
        piece = await question.request.read()
        told = _RANGE.fullmatch(question.request.headers.get("Content-Range", ""))
        if told is None:
            session.content[:] = piece
        elif told[1] is not None:
            if int(told[1]) != len(session.content):
                return _waits(session)
            session.content += piece
        if told is not None and (told[3] == "*" or len(session.content) < int(told[3])):
            return _waits(session)
        del self._sessions[name]
        return _inserted(question, session.told, session.parts, bytes(session.content))

    async def _begin(self, question: Question) -> Reply:
        request = question.request
        told, parts = decoded(await request.read() or b"{}"), question.parts
        _said(question, told, None)
        name = secrets.token_urlsafe(24)
        self._sessions[name] = Session(question.caller.number, told, parts)
        address = f"{request.scheme}://{request.host}{request.path}?uploadType=resumable"
        headers = {"Location": f"{address}&upload_id={name}", "X-GUploader-UploadID": name}
        return Reply(None, 200, headers)


async def caption(question: Question) -> Reply:
    """Puts subtitles to a video of the caller's."""
    told, content = await _in_two_parts(question.request)
    snippet = _part(told, "snippet")
    post = _own(question, str(snippet.get("videoId", "")))
    if not content.startswith(b"WEBVTT"):
        raise invalid("contentRequired", "The request does not include the captions' content.")
    language = str(snippet.get("language", ""))
    question.world.notes[post.number, "captions"] = language
    key = f"captions-{secrets.token_hex(8)}"
    question.world.media[key] = content
    return Reply({"kind": "youtube#caption", "id": key, "snippet": snippet})


async def update(question: Question) -> Reply:
    """Changes the words of a video, or who sees it."""
    body, parts = await question.body(), question.parts
    post = _own(question, str(body.get("id", "")))
    if "snippet" in parts:
        question.world.edit(post.number, _said(question, body, post.said))
        _file_category(question.kept, post.number, body)
    if "status" in parts:
        _file_privacy(question.kept, post.number, body)
    return Reply(question.view.video(question.world.post(post.number)))


async def delete(question: Question) -> Reply:
    """Deletes a video."""
    post = _own(question, question.needed("id"))
    question.world.delete(post.number)
    return Reply(None, 204)


async def rate(question: Question) -> Reply:
    """Likes a video once, or no longer."""
    post = _seen(question, question.needed("id"))
    pair, rated = (question.caller.number, post.number), question.kept.rated
    wanted = question.needed("rating") == "like"
    if wanted != (pair in rated):
        question.world.like(post.number, 1 if wanted else -1)
    if wanted:
        rated.add(pair)
    else:
        rated.discard(pair)
    return Reply(None, 204)


def _inserted(question: Question, told: Json, parts: frozenset[str], content: bytes) -> Reply:
    found = file_of(content)
    if found is None or not found.content_type.startswith("video/"):
        text = "The request does not include the video content."
        raise Refusal(400, "mediaBodyRequired", text)
    said = _said(question, told, None)
    key = f"upload-{secrets.token_hex(8)}"
    width, height = _SIZE
    media = Media(key, MediaKind.VIDEO, "", width, height, found.duration_ms)
    question.world.media[key] = content
    number = len(question.world.columns) + 1
    # Before anybody hears of it: who sees it has to be known by then.
    _file_privacy(question.kept, number, told)
    whole = Said(said.text, said.language, (media,))
    made = question.world.publish(question.caller.number, whole, kind=PostKind.VIDEO)
    _file_category(question.kept, made, told)
    view = View(question.kept, question.caller.number, parts)
    return Reply(view.video(question.world.post(made)))


async def _in_two_parts(request: web.Request) -> tuple[Json, bytes]:
    """Returns words and content of what was sent as `multipart/related`. Raises `Refusal`."""
    boundary = _BOUNDARY.search(request.headers.get("Content-Type", ""))
    parts = (await request.read()).split(f"--{boundary[1]}".encode()) if boundary else []
    if len(parts) != 4:
        raise Refusal(400, "parseError", "Parse Error", "global")
    return decoded(_inside(parts[1])), _inside(parts[2])


def _inside(part: bytes) -> bytes:
    """Returns what stands between the headers of a part and the line that ends it."""
    found = _HEADERS_END.search(part)
    inside = part[found.end() :] if found else b""
    return inside.removesuffix(b"\n").removesuffix(b"\r")


def _waits(session: Session) -> Reply:
    came = len(session.content)
    return Reply(None, _GOES_ON, {"Range": f"bytes=0-{came - 1}"} if came else {})


def _said(question: Question, told: Json, before: Said | None) -> Said:
    """Returns the words of a video. Raises `Refusal`."""
    snippet, limits = _part(told, "snippet"), question.site.limits
    old_title, old_description = parts_of(before.text) if before else ("unknown", "")
    title = str(snippet.get("title", "" if before else old_title))
    description = str(snippet.get("description", old_description if before else ""))
    if not title.strip() or len(title) > limits.title_length or set(title) & set("<>\n"):
        raise invalid(
            "invalidTitle", "The video title is empty or not valid.", "body.snippet.title"
        )
    if len(description) > limits.description_length or set(description) & set("<>"):
        text = "The video description is not valid."
        raise invalid("invalidDescription", text, "body.snippet.description")
    language = snippet.get("defaultLanguage") or (before or Said("", "en")).language
    media = before.media if before else ()
    return Said(text_of(title.strip(), description), str(language), media)


def _file_privacy(kept: Kept, number: int, told: Json) -> None:
    """Notes who sees a video. Raises `Refusal`."""
    status = _part(told, "status")
    privacy = str(status.get("privacyStatus", "public"))
    if privacy not in _PRIVACY:
        raise invalid("invalidVideoMetadata", "The privacy status is not valid.", "body.status")
    public_ms = _publish_ms(kept, str(status.get("publishAt") or ""), privacy)
    if privacy == "public":
        kept.privacy.pop(number, None)
    else:
        kept.privacy[number] = privacy, public_ms


def _publish_ms(kept: Kept, told: str, privacy: str) -> int:
    if not told:
        return 0
    try:
        moment = round(datetime.fromisoformat(told).timestamp() * 1000)
    except ValueError:
        moment = 0
    if privacy != "private" or moment <= kept.world.clock.now_ms():
        text = "The scheduled publishing time is not valid."
        raise invalid("invalidPublishAt", text, "body.status.publishAt")
    return moment


def _file_category(kept: Kept, number: int, told: Json) -> None:
    if category := _part(told, "snippet").get("categoryId"):
        kept.categories[number] = str(category)


def _part(told: Mapping[str, Any], name: str) -> Json:
    part = told.get(name)
    return part if isinstance(part, dict) else {}


def _own(question: Question, told: str) -> SimPost:
    post = _seen(question, told)
    if post.author != question.caller.number:
        raise forbidden()
    return post


def _seen(question: Question, told: str) -> SimPost:
    post = question.kept.video(told, question.caller.number)
    if post is None:
        raise missing("videoNotFound", "video")
    return post
