"""What a picture is, told by how it begins: what anybody calls it may be a lie."""


def kind_of(body: bytes | bytearray) -> str:
    """Returns what a picture is by how it begins: jpeg, png, gif or webp; "" for all else."""
    if body.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if body.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if body.startswith(b"RIFF") and body[8:12] == b"WEBP" else ""
