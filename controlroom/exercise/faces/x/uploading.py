"""The calls by which files come to X."""

import base64
import binascii
from typing import Annotated, Any, Literal

import msgspec
from aiohttp import web

from controlroom.exercise.faces.x.calls import Call, Question, Reply
from controlroom.exercise.faces.x.problems import invalid, invalid_body
from controlroom.exercise.faces.x.uploads import Upload, Uploads, key_of
from controlroom.exercise.world import MediaKind

Json = dict[str, Any]
_WRITE = frozenset(("media.write",))
_ID = Annotated[str, msgspec.Meta(pattern="^[0-9]{1,19}$")]
_CATEGORIES = (
    "amplify_video", "tweet_gif", "tweet_image", "tweet_video", "dm_gif", "dm_image", "dm_video",
    "subtitles",
)  # fmt: skip
_LAST_PIECE = 999


class Begun(msgspec.Struct, forbid_unknown_fields=True):
    """What X wants to know of a file beforehand."""

    media_type: str
    total_bytes: Annotated[int, msgspec.Meta(ge=0)]
    media_category: str = "tweet_image"
    additional_owners: list[_ID] = []
    shared: bool = False


class Piece(msgspec.Struct, forbid_unknown_fields=True):
    """A part of a file, in base 64."""

    media: str
    segment_index: int | str


class Whole(msgspec.Struct, forbid_unknown_fields=True):
    """A file, in base 64."""

    media: str
    media_category: str = "tweet_image"
    media_type: str = ""
    additional_owners: str = ""
    shared: bool = False


class Alt(msgspec.Struct):
    """An alternative text."""

    text: Annotated[str, msgspec.Meta(max_length=1000)]


class Metadata(msgspec.Struct):
    """What is told of a file."""

    alt_text: Alt | None = None


class Described(msgspec.Struct):
    """A file, and what is told of it."""

    id: _ID
    metadata: Metadata


class Subtitles(msgspec.Struct):
    """A file of subtitles."""

    id: _ID
    language_code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
    display_name: str = ""


class Subtitled(msgspec.Struct):
    """A clip and subtitles for it."""

    id: _ID
    media_category: Literal["AmplifyVideo", "TweetVideo"]
    subtitles: Subtitles


class Unsubtitled(msgspec.Struct):
    """A clip and a language."""

    id: _ID
    media_category: str
    language_code: str


class Uploading:
    """Answers whoever uploads."""

    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        one = "/2/media/upload/{id}"
        status = frozenset(("media_id", "command"))
        return [
            Call("POST", "/2/media/upload", "upload", self.whole, _WRITE),
            Call("GET", "/2/media/upload", "append", self.status, _WRITE, parameters=status),
            Call("POST", "/2/media/upload/initialize", "upload", self.begin, _WRITE),
            Call("POST", f"{one}/append", "append", self.append, _WRITE),
            Call("POST", f"{one}/finalize", "upload", self.end, _WRITE),
            Call("POST", "/2/media/metadata", "describe", self.describe, _WRITE),
            Call("POST", "/2/media/subtitles", "subtitles", self.subtitle, _WRITE),
            Call("DELETE", "/2/media/subtitles", "subtitles", self.unsubtitle, _WRITE),
        ]

    async def begin(self, question: Question) -> Reply:
        """Begins an upload in pieces."""
        body = await question.body(Begun)
        category = _category(body.media_category)
        upload = self._uploads.begin(question.grant.account, category, body.total_bytes)
        return Reply({"data": self._told(upload)})

    async def append(self, question: Question) -> Reply:
        """Takes one piece."""
        upload = self._own(question, question.id("id"))
        form = await _form(question, Piece)
        self._uploads.append(upload, _index(form.get("segment_index")), _bytes(form.get("media")))
        ends_s = upload.begun_ms // 1000 + self._uploads.limits.kept_s
        return Reply({"data": {"expires_at": ends_s}})

    async def end(self, question: Question) -> Reply:
        """Says that all pieces are there."""
        upload = self._own(question, question.id("id"))
        self._uploads.end(upload)
        return Reply({"data": self._told(upload)})

    async def whole(self, question: Question) -> Reply:
        """Takes a small file at once."""
        form = await _form(question, Whole)
        content = _bytes(form.get("media"))
        category = _category(str(form.get("media_category", "tweet_image")))
        upload = self._uploads.begin(question.grant.account, category, len(content))
        self._uploads.append(upload, 0, content)
        self._uploads.end(upload)
        return Reply({"data": self._told(upload)})

    async def status(self, question: Question) -> Reply:
        """Tells how far X's work on a file has come."""
        return Reply({"data": self._told(self._own(question, question.query.get("media_id", "")))})

    async def describe(self, question: Question) -> Reply:
        """Gives a file its alternative text."""
        body = await question.body(Described)
        told: Json = {}
        if body.metadata.alt_text is not None:
            alt = body.metadata.alt_text.text
            self._uploads.describe(self._own(question, body.id), alt)
            told = {"alt_text": {"text": alt}}
        return Reply({"data": {"id": body.id, "associated_metadata": told}})

    async def subtitle(self, question: Question) -> Reply:
        """Puts subtitles to a clip."""
        body = await question.body(Subtitled)
        upload, told = self._own(question, body.id), body.subtitles
        self._own(question, told.id)
        upload.subtitles[told.language_code] = told.id
        associated = {"subtitles": [msgspec.to_builtins(told)]}
        data = {"id": body.id, "media_category": body.media_category}
        return Reply({"data": data | {"associated_subtitles": associated}})

    async def unsubtitle(self, question: Question) -> Reply:
        """Takes subtitles away."""
        body = await question.body(Unsubtitled)
        there = self._own(question, body.id).subtitles.pop(body.language_code, None)
        return Reply({"data": {"deleted": there is not None}})

    def _own(self, question: Question, told: str) -> Upload:
        return self._uploads.of(told, question.grant.account)

    def _told(self, upload: Upload) -> Json:
        told: Json = {
            "id": upload.id,
            "media_key": key_of(upload),
            "expires_after_secs": self._uploads.limits.kept_s,
        }
        if not upload.ended_ms:
            return told
        told["size"] = upload.size
        return told | self._shown(upload)

    def _shown(self, upload: Upload) -> Json:
        if upload.media is None:
            return {}
        if upload.kind is MediaKind.IMAGE:
            return {"image": {"w": upload.media.width, "h": upload.media.height}}
        done = self._uploads.progress(upload)
        info: Json = {"state": "succeeded", "progress_percent": done}
        if done < 100:
            info = {"state": "in_progress", "progress_percent": done, "check_after_secs": 1}
        return {"processing_info": info}


async def _form(question: Question, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Returns what was sent as a form, or as JSON with the file in base 64. Raises `Refusal`."""
    if question.request.content_type == "application/json":
        told: Json = msgspec.structs.asdict(await question.body(kind))
        try:
            return told | {"media": base64.b64decode(told["media"], validate=True)}
        except binascii.Error:
            raise invalid_body("media is not in base 64") from None
    form = await question.request.post()
    for name in form:
        if name not in kind.__struct_fields__:
            raise invalid_body(f"Unknown field `{name}`")
    return dict(form)


def _bytes(told: object) -> bytes:
    if isinstance(told, web.FileField):
        return told.file.read()
    if isinstance(told, bytes | bytearray):
        return bytes(told)
    raise invalid_body("media is missing")


def _index(told: object) -> int:
    text = str(told)
    if not text.isdecimal() or int(text) > _LAST_PIECE:
        raise invalid("segment_index", text[:100], "segment_index must be between 0 and 999")
    return int(text)


def _category(told: str) -> str:
    if told not in _CATEGORIES:
        raise invalid("media_category", told[:100], f"media_category [{told[:100]}] is not valid")
    return told
