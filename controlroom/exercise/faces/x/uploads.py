"""Uploads: begun, sent in pieces, ended, described; then they can hang on a post for a day."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from controlroom.exercise.faces.x.ids import id_at
from controlroom.exercise.faces.x.limits import Limits
from controlroom.exercise.faces.x.pictures import duration_ms, file_of
from controlroom.exercise.faces.x.problems import Refusal, invalid, invalid_body
from controlroom.exercise.faces.x.view import media_key
from controlroom.exercise.world import Media, MediaKind, World

_KINDS = {"image": MediaKind.IMAGE, "gif": MediaKind.GIF, "video": MediaKind.VIDEO}
_WORKED_ON_MS = 2_000
"""How long X works on a clip, in the exercise's time."""
_INVALID = "Your media IDs are invalid."


@dataclass(slots=True)
class Upload:
    """One file on its way.

    Attributes:
        category: X's word for what it is for ("tweet_image").
        ended_ms: when it was whole, 0 before.
        subtitles: ids of the files, by language.
    """

    id: str
    owner: int
    category: str
    total: int
    begun_ms: int
    pieces: dict[int, bytes] = field(default_factory=dict)
    ended_ms: int = 0
    media: Media | None = None
    size: int = 0
    subtitles: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> MediaKind | None:
        """What it is; None for subtitles."""
        return _KINDS.get(self.category.rpartition("_")[2])


@dataclass(slots=True)
class Uploads:
    """All files on their way; what is whole lies in the world's media."""

    world: World
    limits: Limits
    _uploads: dict[str, Upload] = field(default_factory=dict)

    def begin(self, owner: int, category: str, total: int) -> Upload:
        """Begins an upload. Raises `Refusal` if it would be too long."""
        now = self.world.clock.now_ms()
        upload = Upload(id_at(now, len(self._uploads) + 1), owner, category, total, now)
        if total > self._most(upload):
            raise invalid("total_bytes", f"{total}", "File size exceeds the maximum allowed")
        self._uploads[upload.id] = upload
        return upload

    def append(self, upload: Upload, at: int, piece: bytes) -> None:
        """Takes a piece. Raises `Refusal`."""
        if upload.ended_ms:
            raise invalid("id", upload.id, "The upload is finalized already")
        upload.pieces[at] = piece
        held = sum(map(len, upload.pieces.values()))
        if held > self._most(upload):
            raise invalid("media", f"{held}", "File size exceeds the maximum allowed")

    def end(self, upload: Upload) -> None:
        """Puts the pieces together. Raises `Refusal` if they make no file X takes."""
        whole = b"".join(piece for _, piece in sorted(upload.pieces.items()))
        if upload.total and len(whole) != upload.total:
            text = f"Segments do not add up to the total of {upload.total} bytes"
            raise invalid("id", upload.id, text)
        upload.media = self._medium(upload, whole)
        upload.size, upload.ended_ms = len(whole), self.world.clock.now_ms()
        upload.pieces.clear()
        self.world.media[upload.id] = whole

    def of(self, media_id: str, owner: int) -> Upload:
        """Returns somebody's upload. Raises `Refusal` if there is none, or no more."""
        upload = self._uploads.get(media_id)
        kept_ms = self.limits.kept_s * 1000
        if (
            upload is None
            or upload.owner != owner
            or self.world.clock.now_ms() - upload.begun_ms > kept_ms
        ):
            raise invalid("id", media_id, _INVALID)
        return upload

    def progress(self, upload: Upload) -> int:
        """Returns how much of its work X has done, in per cent."""
        if upload.kind in (None, MediaKind.IMAGE):
            return 100
        since = self.world.clock.now_ms() - upload.ended_ms
        return min(100, since * 100 // _WORKED_ON_MS)

    def describe(self, upload: Upload, alt: str) -> None:
        """Gives a file its alternative text."""
        if upload.media is None:
            raise invalid("id", upload.id, _INVALID)
        told = upload.media
        upload.media = Media(told.key, told.kind, alt, told.width, told.height, told.duration_ms)

    def taken(self, ids: Sequence[str], owner: int) -> tuple[Media, ...]:
        """Returns the media that are to hang on a post. Raises `Refusal`."""
        taken = []
        for one in ids:
            upload = self.of(one, owner)
            if upload.media is None or self.progress(upload) < 100:
                raise invalid("media.media_ids", one, _INVALID)
            taken.append(upload.media)
        return tuple(taken)

    def _medium(self, upload: Upload, whole: bytes) -> Media | None:
        told = file_of(whole)
        if told is None or not told.content_type.startswith(_families(upload)):
            raise _unsupported()
        if upload.kind is None:
            return None
        medium = Media(upload.id, upload.kind, "", told.width or 1200, told.height or 800)
        if upload.kind is not MediaKind.VIDEO:
            return medium
        return Media(upload.id, upload.kind, "", 1280, 720, duration_ms(whole))

    def _most(self, upload: Upload) -> int:
        most = {
            MediaKind.GIF: self.limits.gif_bytes,
            MediaKind.VIDEO: self.limits.video_bytes,
        }
        return most.get(upload.kind or MediaKind.IMAGE, self.limits.image_bytes)


def key_of(upload: Upload) -> str:
    """Returns X's media key of an upload."""
    return media_key(Media(upload.id, upload.kind or MediaKind.IMAGE))


def _families(upload: Upload) -> tuple[str, ...]:
    if upload.kind is None:
        return ("text/",)
    if upload.kind is MediaKind.GIF:
        return ("image/gif", "video/")
    return ("image/",) if upload.kind is MediaKind.IMAGE else ("video/",)


def _unsupported() -> Refusal:
    return invalid_body("Media type unrecognized.")
