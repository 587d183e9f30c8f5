"""What a file is, by its first bytes. Pure."""

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"WEBVTT", "text/vtt"),
)
UNKNOWN = "application/octet-stream"


def type_of(content: bytes, told: str = "") -> str:
    """Returns the type of a file; `told` where its bytes do not show it."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp":
        return "video/quicktime" if content[8:10] == b"qt" else "video/mp4"
    found = (kind for beginning, kind in _BEGINNINGS if content.startswith(beginning))
    return next(found, told if told and "*" not in told else UNKNOWN)
