"""What a file is, by its first bytes: pictures, clips, and the subtitles that X takes as well."""

from controlroom.exercise.faces import files
from controlroom.exercise.faces.files import File


def file_of(content: bytes) -> File | None:
    """Returns what a file is, None for what X does not take."""
    found = files.file_of(content)
    if found is not None:
        return found
    if content.lstrip(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        return File("text/vtt")
    return File("text/srt") if b" --> " in content[:500] else None


def duration_ms(content: bytes) -> int:
    """Returns how long a clip lasts, 0 if nobody can tell."""
    found = files.file_of(content)
    return found.duration_ms if found else 0
