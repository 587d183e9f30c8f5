"""Making a clip: MP4 with H.264 and AAC, edited frame by frame, and nothing besides.

Only pictures and sound are read, and a new file is written from them: other tracks, chapters,
covers, places and times of the old one stay behind.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, BinaryIO

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.video.frame import VideoFrame
from PIL import Image

from controlroom.outbound.media.edit import Edit
from controlroom.outbound.media.errors import (
    DoesNotFit,
    NotMedia,
    TooLong,
    TooManyPixels,
    TooShort,
)
from controlroom.outbound.media.made import Made
from controlroom.outbound.media.needs import MP4, ClipNeed, told_s
from controlroom.outbound.media.photo import cover

Progress = Callable[[float], None]
MOST_PIXELS = 3840 * 2160
"""Of a frame; what a body camera or CCTV of 2026 gives."""
_SOUND_RATE, _SOUND_BITS = 48_000, 128_000
_LEAST_BITS = 200_000
WHOLE_CLIP = Edit()
_HELD_MS = 100
"""So long a last picture may stand for one that a clip says it has, or for what was rounded off."""
_BASE = Fraction(1, 1000)
"""Pictures are timed in milliseconds."""


def opened(source: BinaryIO) -> Any:
    """Returns a container with a picture track. Raises `NotMedia`, `TooManyPixels`."""
    try:
        container = av.open(source, metadata_errors="replace")
        video = container.streams.video[0]
    except (av.FFmpegError, IndexError, ValueError, OSError) as error:
        raise NotMedia from error
    if video.width * video.height > MOST_PIXELS or not video.width:
        most = MOST_PIXELS // 1_000_000
        raise TooManyPixels(width=video.width, height=video.height, most=most)
    video.thread_type = "AUTO"
    return container


def length_ms(container: Any) -> int:
    """Returns how long a container lasts, as it says itself; 0 if it does not."""
    video = container.streams.video[0]
    if video.duration and video.time_base:
        return int(video.duration * video.time_base * 1000)
    return int(container.duration // 1000) if container.duration else 0


def frames(container: Any, edit: Edit) -> Iterator[tuple[int, VideoFrame]]:
    """Yields what is left of a clip: milliseconds since its new beginning, and an upright frame."""
    video = container.streams.video[0]
    if edit.begin_ms:
        container.seek(int(edit.begin_ms / 1000 / video.time_base), stream=video)
    for frame in container.decode(video):
        at = round(float(frame.pts * video.time_base) * 1000) if frame.pts is not None else 0
        if edit.end_ms and at > edit.end_ms:
            return
        if at >= edit.begin_ms:
            yield at - edit.begin_ms, frame


def picture(frame: VideoFrame) -> Image.Image:
    """Returns a frame as people see it."""
    image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    turned = round(getattr(frame, "rotation", 0)) % 360
    return image.rotate(turned, expand=True) if turned else image


def edited(image: Image.Image, edit: Edit, at_ms: int) -> Image.Image:
    """Returns the upright picture of a moment with everything done to it."""
    for over, box in edit.boxes_at(at_ms):
        cover(image, over, box)
    if edit.crop is not None:
        image = image.crop(edit.crop.pixels(*image.size))
    return image.rotate(-edit.turn, expand=True) if edit.turn else image


def make_clip(
    source: BinaryIO, edit: Edit, need: ClipNeed, into: BinaryIO, progress: Progress
) -> Made:
    """Writes a clip as a network takes it. Raises `MediaError`."""
    with opened(source) as container:
        asked = (edit.end_ms or length_ms(container)) - edit.begin_ms
        _refuse_length(asked, need)
        writer = _Writer(into, need, asked, sound=not edit.mute and bool(container.streams.audio))
        try:
            ends = _write_pictures(writer, container, edit, lambda at: progress(at / max(1, asked)))
            lasts = asked if 0 < asked <= ends + _HELD_MS else ends
            if writer.sound is not None:
                _write_sound(writer, source, edit, lasts)
            writer.end(lasts)
        except (av.FFmpegError, ValueError) as error:
            raise NotMedia from error
    size = into.seek(0, 2)
    _refuse_length(lasts, need)
    if size > need.bytes:
        raise DoesNotFit(most=need.bytes >> 20)
    return Made(MP4, size, *writer.size, lasts)


class _Writer:
    """An MP4 file that is being written; the picture's size is known with its first frame."""

    def __init__(self, into: BinaryIO, need: ClipNeed, asked_ms: int, *, sound: bool) -> None:
        self._out = av.open(into, "w", format="mp4", options={"fflags": "+bitexact"})
        self._need, self._bits = need, _bits(need, asked_ms)
        self._video: Any = None
        self.sound = self._out.add_stream("aac", rate=_SOUND_RATE) if sound else None
        if self.sound is not None:
            self.sound.bit_rate = _SOUND_BITS
            self.sound.codec_context.flags |= _BITEXACT
        self.size, self._due = (0, 0), 0.0

    def picture(self, image: Image.Image, at_ms: int) -> None:
        """Writes a picture; those beyond the rate the network takes are left out."""
        if at_ms < self._due:
            return
        self._due = max(self._due + 1000 / self._need.fps, at_ms) if self._video else 0.0
        image = image.convert("RGB")
        if self._video is None:
            self._begin(image.size)
        if image.size != self.size:
            image = image.resize(self.size, Image.Resampling.BICUBIC)
        frame = VideoFrame.from_ndarray(np.asarray(image), format="rgb24")
        frame.pts, frame.time_base = at_ms, _BASE
        self._out.mux(self._video.encode(frame))

    def hear(self, frame: AudioFrame) -> None:
        """Writes some sound."""
        assert self.sound is not None
        self._out.mux(self.sound.encode(frame))

    def end(self, lasts_ms: int) -> None:
        """Writes what is left; the last picture stands until then."""
        if self._video is None:
            raise NotMedia
        packets = self._video.encode()
        if packets:
            # A picture is known by its beginning; without this the last has no length.
            packets[-1].duration = max(1, lasts_ms - packets[-1].pts)
        self._out.mux(packets)
        if self.sound is not None:
            self._out.mux(self.sound.encode())
        self._out.close()

    def _begin(self, size: tuple[int, int]) -> None:
        share = min(1.0, self._need.side / max(size))
        self.size = (max(2, int(size[0] * share) & ~1), max(2, int(size[1] * share) & ~1))
        self._video = self._out.add_stream("libx264", rate=self._need.fps)
        self._video.width, self._video.height = self.size
        self._video.pix_fmt = "yuv420p"
        self._video.codec_context.time_base = _BASE
        self._video.codec_context.flags |= _BITEXACT
        most = {"maxrate": str(self._bits), "bufsize": str(self._bits)}
        # Written in the order in which they are shown, so that the last can be given its length.
        in_order = {"bf": "0"}
        self._video.options = {"crf": "21", "preset": "veryfast", **most, **in_order}


_BITEXACT = int(av.codec.context.Flags.bitexact)


def _bits(need: ClipNeed, asked_ms: int) -> int:
    """Returns the bits a second with which a clip fits; a tenth is kept for what surrounds it."""
    whole = need.bytes * 8 * 0.9 / max(1.0, asked_ms / 1000)
    return int(max(_LEAST_BITS, min(whole - _SOUND_BITS, 12_000_000)))


def _refuse_length(lasts_ms: int, need: ClipNeed) -> None:
    if need.most_ms and lasts_ms > need.most_ms:
        raise TooLong(seconds=told_s(lasts_ms), most=told_s(need.most_ms))
    if lasts_ms < need.least_ms:
        raise TooShort(seconds=told_s(lasts_ms), least=told_s(need.least_ms))


def _write_pictures(
    writer: _Writer, container: Any, edit: Edit, progress: Callable[[int], None]
) -> int:
    """Returns when the last picture ends, in milliseconds since the new beginning."""
    over = 0
    for at, ends, frame in _shown(container, edit):
        writer.picture(edited(picture(frame), edit, at + edit.begin_ms), at)
        progress(at)
        over = ends
    return over


def _shown(container: Any, edit: Edit) -> Iterator[tuple[int, int, VideoFrame]]:
    """Yields what is to be seen of a clip, also of a picture that began before: from when to when.

    A picture that begins where the clip ends is none of it.
    """
    video = container.streams.video[0]
    if edit.begin_ms:
        container.seek(int(edit.begin_ms / 1000 / video.time_base), stream=video)
    usual = float(1 / video.average_rate) if video.average_rate else 0.0
    for frame in container.decode(video):
        at_s = float(frame.pts * video.time_base) if frame.pts is not None else 0.0
        lasts_s = float(frame.duration * video.time_base) if frame.duration else usual
        at, ends = round(at_s * 1000), round((at_s + lasts_s) * 1000)
        if edit.end_ms and at >= edit.end_ms:
            return
        if ends > edit.begin_ms:
            yield max(0, at - edit.begin_ms), ends - edit.begin_ms, frame


def _write_sound(writer: _Writer, source: BinaryIO, edit: Edit, lasts_ms: int) -> None:
    """Writes the sound of what is left; it is read in a round of its own."""
    source.seek(0)
    resampler = AudioResampler(format="fltp", layout="stereo", rate=_SOUND_RATE)
    written, most = 0, lasts_ms * _SOUND_RATE // 1000
    heard: Any = av.open(source, metadata_errors="replace")
    with heard:
        audio = heard.streams.audio[0]
        for frame in heard.decode(audio):
            at = round(float(frame.pts * audio.time_base) * 1000) if frame.pts is not None else 0
            if written >= most:
                break
            if at >= edit.begin_ms:
                for part in resampler.resample(frame):
                    kept = _first(part, most - written)
                    kept.pts, kept.time_base = written, Fraction(1, _SOUND_RATE)
                    written += kept.samples
                    writer.hear(kept)


def _first(part: AudioFrame, samples: int) -> AudioFrame:
    """Returns as much of the sound as is wanted."""
    if part.samples <= samples:
        return part
    wave = np.ascontiguousarray(part.to_ndarray()[:, : max(1, samples)], np.float32)
    kept = AudioFrame.from_ndarray(wave, "fltp", "stereo")
    kept.sample_rate = _SOUND_RATE
    return kept
