"""Photos and clips as cameras and programs write them, with everything they tell besides."""

import io

import av
import numpy as np
from PIL import ExifTags, Image, ImageDraw, PngImagePlugin

SECRETS = (b"Acme", b"SN-00981", b"Quill", b"cam4", b"2026:05:11", b"darkroom", b"51.5")
_BASE = ExifTags.Base


def picture(size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Returns a picture with detail everywhere, and a white square at its left upper corner."""
    noise = np.random.default_rng(7).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
    image = Image.fromarray(noise)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 10, size[1] // 10), fill=(255, 255, 255))
    return image


def camera_jpeg(image: Image.Image | None = None, orientation: int = 1) -> bytes:
    """Returns a JPEG with place, device, time, author, maker's notes, thumbnail and XMP."""
    image = image or picture()
    exif = Image.Exif()
    exif[_BASE.Make], exif[_BASE.Model] = "Acme", "Pocket 9"
    exif[_BASE.Artist], exif[_BASE.Software] = "PC Quill", "darkroom 3"
    exif[_BASE.Orientation] = orientation
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[_BASE.BodySerialNumber] = "SN-00981"
    inner[_BASE.DateTimeOriginal] = "2026:05:11 22:14:07"
    inner[_BASE.MakerNote] = b"Acme\0secret notes of the maker"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitude], place[ExifTags.GPS.GPSLatitudeRef] = (51.0, 30.0, 0.0), "N"
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>made in the darkroom by Quill</x:xmpmeta>"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=95, exif=exif, xmp=xmp, comment=b"cam4 22:14")
    return buffer.getvalue() + b"behind the end: cam4"


def noted_png() -> bytes:
    """Returns a PNG with text, time and a transparent corner."""
    image = picture((120, 90)).convert("RGBA")
    image.putpixel((0, 0), (0, 0, 0, 0))
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "PC Quill")
    notes.add_itxt("XML:com.adobe.xmp", "<x>darkroom</x>")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=notes)
    return buffer.getvalue()


def camera_clip(
    seconds: float = 2.0,
    size: tuple[int, int] = (320, 240),
    *,
    fps: int = 10,
    sound: bool = True,
    square: int = 40,
) -> bytes:
    """Returns a clip with sound in which a patterned square goes from left to right."""
    buffer = io.BytesIO()
    out = av.open(buffer, "w", format="mp4", options={"movflags": "use_metadata_tags"})
    out.metadata.update(
        {
            "location": "+51.5000-000.1200/",
            "com.apple.quicktime.make": "Acme",
            "creation_time": "2026-05-11T22:14:07Z",
            "comment": "cam4 SN-00981",
            "artist": "PC Quill",
        }
    )
    video = out.add_stream("libx264", rate=fps, options={"preset": "ultrafast", "crf": "12"})
    video.width, video.height, video.pix_fmt = *size, "yuv420p"
    heard = out.add_stream("aac", rate=44_100) if sound else None
    pattern = np.random.default_rng(3).integers(0, 255, (5, 5, 3), dtype=np.uint8)
    patch = np.kron(pattern, np.ones((square // 5, square // 5, 1), np.uint8))
    count = round(seconds * fps)
    for number in range(count):
        frame = np.full((size[1], size[0], 3), 90, np.uint8)
        left = left_of(number / count, size, square)
        top = (size[1] - square) // 2
        frame[top : top + square, left : left + square] = patch
        for packet in video.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")):
            out.mux(packet)
    out.mux(video.encode())
    if heard is not None:
        _hum(out, heard, seconds)
    out.close()
    return buffer.getvalue()


def left_of(share: float, size: tuple[int, int], square: int) -> int:
    """Returns where the square is after a share of the clip."""
    return round(share * (size[0] - square))


def _hum(out: object, heard: object, seconds: float) -> None:
    wave = np.sin(np.arange(int(44_100 * seconds)) * 440 * 2 * np.pi / 44_100).astype(np.float32)
    for start in range(0, len(wave) - 1024, 1024):
        part = np.stack([wave[start : start + 1024]] * 2)
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = 44_100, start
        out.mux(heard.encode(frame))  # type: ignore[attr-defined]
    out.mux(heard.encode())  # type: ignore[attr-defined]


def shown(content: bytes, at_ms: int = 0) -> np.ndarray:
    """Returns the picture of a photo, or of a clip at a moment."""
    if content.startswith((b"\xff\xd8", b"\x89PNG")):
        return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"), np.int32)
    with av.open(io.BytesIO(content)) as container:
        video = container.streams.video[0]
        frames = list(container.decode(video))
    due = [frame for frame in frames if frame.pts * video.time_base * 1000 <= at_ms + 1]
    return np.asarray((due or frames)[-1].to_image(), np.int32)
