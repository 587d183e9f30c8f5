"""Files on their way: sent whole, described, then hung on a post."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from controlroom.exercise.faces.files import file_of
from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply
from controlroom.exercise.faces.mastodon.ids import id_at, media_id
from controlroom.exercise.faces.mastodon.problems import invalid, not_found
from controlroom.exercise.world import Media, MediaKind

_WORKED_ON_MS = 2_000
"""How long the server works on a clip, in the exercise's time."""
_CLIP_SIZE = (1280, 720)
_NOT_READY = "Cannot attach files that have not finished processing. Try again in a moment!"


@dataclass(slots=True)
class Upload:
    """A file that hangs on nothing yet."""

    owner: int
    media: Media
    ready_ms: int


@dataclass(slots=True)
class Uploads:
    """All of them; their bytes lie in the world's media under the id of the attachment."""

    _uploads: dict[str, Upload] = field(default_factory=dict)
    _made: int = 0

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        scope, one = "write:media", "/api/v1/media/{id}"
        return [
            Call("POST", "/api/v2/media", self.upload, scope, "media"),
            Call("POST", "/api/v1/media", self.upload_at_once, scope, "media"),
            Call("GET", one, self.show, scope),
            Call("PUT", one, self.describe, scope),
            Call("DELETE", one, self.delete, scope),
        ]

    async def upload(self, question: Question) -> Reply:
        """Takes a file; clips are worked on for a while."""
        upload = self._taken_in(question, _WORKED_ON_MS)
        return self._shown(question, upload, 202)

    async def upload_at_once(self, question: Question) -> Reply:
        """Takes a file as the older call does: it is ready when the answer comes."""
        return self._shown(question, self._taken_in(question, 0), 200)

    async def show(self, question: Question) -> Reply:
        """Returns a file that hangs on nothing yet; 206 while the server works on it."""
        return self._shown(question, self._own(question), 206)

    async def describe(self, question: Question) -> Reply:
        """Gives a file another description."""
        upload = self._own(question)
        upload.media = replace(upload.media, alt=_described(question, upload.media.alt))
        return self._shown(question, upload, 206)

    async def delete(self, question: Question) -> Reply:
        """Forgets a file."""
        upload = self._own(question)
        del self._uploads[upload.media.key]
        question.world.media.pop(upload.media.key, None)
        return Reply({})

    def taken(
        self, ids: Sequence[str], owner: int, before: Sequence[Media] = ()
    ) -> tuple[Media, ...]:
        """Returns files for a post, in order. Raises `Refusal`.

        Args:
            before: what hangs on it already.
        """
        held = {media_id(one.key): one for one in before}
        uploads = [self._uploads.get(one) for one in ids]
        found: list[Media] = []
        for told, upload in zip(ids, uploads, strict=True):
            if told in held:
                found.append(held[told])
            elif upload is None or upload.owner != owner:
                raise invalid("Media could not be found")
            else:
                found.append(upload.media)
        return tuple(found)

    def refuse_unready(self, ids: Sequence[str], now_ms: int) -> None:
        """Refuses clips the server still works on. Raises `Refusal`."""
        uploads = (self._uploads.get(one) for one in ids)
        if any(one is not None and one.ready_ms > now_ms for one in uploads):
            raise invalid(_NOT_READY)

    def _taken_in(self, question: Question, worked_on_ms: int) -> Upload:
        content = question.sent.files.get("file", b"")
        media = self._medium(question, content)
        now = question.world.clock.now_ms()
        is_still = media.kind is MediaKind.IMAGE
        upload = Upload(question.caller.number, media, now if is_still else now + worked_on_ms)
        self._uploads[media.key] = upload
        question.world.media[media.key] = content
        return upload

    def _medium(self, question: Question, content: bytes) -> Media:
        found, limits = file_of(content), question.site.limits
        if found is None or found.content_type not in limits.media_types:
            raise invalid("File content type is invalid")
        is_clip = found.content_type.startswith("video/")
        if len(content) > (limits.video_bytes if is_clip else limits.image_bytes):
            raise invalid("File file size must be less than the limit")
        self._made += 1
        key = id_at(question.world.clock.now_ms(), self._made)
        width, height = (found.width, found.height) if found.width else _CLIP_SIZE
        kind = MediaKind.VIDEO if is_clip else MediaKind.IMAGE
        if found.content_type == "image/gif":
            kind = MediaKind.GIF
        return Media(
            key, kind, _described(question, ""), width, height,
            found.duration_ms,
        )  # fmt: skip

    def _own(self, question: Question) -> Upload:
        upload = self._uploads.get(question.request.match_info["id"])
        if upload is None or upload.owner != question.caller.number:
            raise not_found()
        return upload

    def _shown(self, question: Question, upload: Upload, status: int) -> Reply:
        ready = question.world.clock.now_ms() >= upload.ready_ms
        told = question.view.attachment(upload.media, ready=ready)
        return Reply(told, 200 if ready else status)


def _described(question: Question, usual: str) -> str:
    told = question.sent.text("description", usual)
    most = question.site.limits.alt_characters
    if len(told) > most:
        raise invalid(f"Description is too long (maximum is {most} characters)")
    return told
