"""Following a region through a clip, so that what is covered stays covered.

Each look compares the region's picture with what surrounds its last place (normalised correlation),
at three sizes. Where it is not found any more the following ends: a person goes on from there.
"""

from collections.abc import Iterator
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from controlroom.outbound.media.clip import Progress, frames, length_ms, opened, picture
from controlroom.outbound.media.edit import WHOLE, Box, Edit, Mark
from controlroom.outbound.media.made import Followed

Grey = NDArray[np.float32]
_SIDE = 480
"""Pixels of the longer side in which it is looked for."""
_PAUSE_MS = 80
_SIZES = (1.0, 0.94, 1.06)
_REACH = 0.75
"""How far around the region it is looked, in its own sizes."""
_FOUND = 0.55
_LEARN = 0.15
"""How much of what was found becomes what is looked for: light and poses change slowly."""


def follow(source: BinaryIO, begin: Mark, end_ms: int, progress: Progress) -> Followed:
    """Follows a region from a moment on, to `end_ms` or the end. Raises `MediaError`."""
    with opened(source) as container:
        whole = max(1, (end_ms or length_ms(container)) - begin.at_ms)
        marks, seen = [begin], None
        for at, picture_then in _looks(container, begin.at_ms, end_ms):
            if seen is None:
                seen = _Seen(picture_then, begin.box)
                continue
            box = seen.find(picture_then)
            if box is None:
                return Followed(_thinned(marks), at)
            marks.append(Mark(at, box))
            progress((at - begin.at_ms) / whole)
    return Followed(_thinned(marks))


def _looks(container: object, begin_ms: int, end_ms: int) -> Iterator[tuple[int, Grey]]:
    due = 0
    for at, frame in frames(container, Edit(begin_ms=begin_ms, end_ms=end_ms)):
        if at >= due:
            image = picture(frame).convert("L")
            image.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX)
            yield at + begin_ms, np.asarray(image, np.float32)
            due = at + _PAUSE_MS


class _Seen:
    """What is looked for, and where it was last."""

    def __init__(self, grey: Grey, box: Box) -> None:
        self._box = _floats(box, grey.shape)
        self._sample = _part(grey, self._box)

    def find(self, grey: Grey) -> Box | None:
        """Returns where it is in the next picture, None if it is not to be found."""
        left, top, width, height = self._box
        reach = (width * _REACH, height * _REACH)
        place = (left - reach[0], top - reach[1], width + 2 * reach[0], height + 2 * reach[1])
        around, corner = _cut(grey, place)
        best = max(
            (_best(around, _resized(self._sample, size)) for size in _SIZES), key=lambda one: one[0]
        )
        score, x, y, shape = best
        if score < _FOUND:
            return None
        self._box = (corner[0] + x, corner[1] + y, float(shape[1]), float(shape[0]))
        now = _resized_to(_part(grey, self._box), self._sample.shape)
        self._sample = (1 - _LEARN) * self._sample + _LEARN * now
        return _whole(self._box, grey.shape)


def _best(around: Grey, sample: Grey) -> tuple[float, float, float, tuple[int, int]]:
    """Returns the best score of normalised correlation, and where it is."""
    rows, columns = sample.shape
    if rows >= around.shape[0] or columns >= around.shape[1] or rows < 3 or columns < 3:
        return -1.0, 0.0, 0.0, (rows, columns)
    flat = sample - sample.mean()
    size = (around.shape[0] + rows, around.shape[1] + columns)
    spectrum = np.fft.rfft2(around, size) * np.conj(np.fft.rfft2(flat, size))
    height, width = around.shape[0] - rows + 1, around.shape[1] - columns + 1
    product = np.fft.irfft2(spectrum, size)[:height, :width]
    spread = _sums(around * around, rows, columns) - _sums(around, rows, columns) ** 2 / flat.size
    norm = np.sqrt(np.maximum(spread, 1.0)) * max(float(np.sqrt((flat * flat).sum())), 1.0)
    scores = product / norm
    y, x = np.unravel_index(int(scores.argmax()), scores.shape)
    return float(scores[y, x]), float(x), float(y), (rows, columns)


def _sums(values: Grey, rows: int, columns: int) -> NDArray[np.float64]:
    """Returns the sum of the values in a window at each of its places."""
    total = np.zeros((values.shape[0] + 1, values.shape[1] + 1), np.float64)
    total[1:, 1:] = values.astype(np.float64).cumsum(0).cumsum(1)
    below, right = total[rows:], total[:-rows]
    return below[:, columns:] - below[:, :-columns] - right[:, columns:] + right[:, :-columns]


def _resized(sample: Grey, size: float) -> Grey:
    shape = (max(3, round(sample.shape[0] * size)), max(3, round(sample.shape[1] * size)))
    return sample if shape == sample.shape else _resized_to(sample, shape)


def _resized_to(sample: Grey, shape: tuple[int, ...]) -> Grey:
    image = Image.fromarray(sample).resize((shape[1], shape[0]), Image.Resampling.BILINEAR)
    return np.asarray(image, np.float32)


def _part(grey: Grey, box: tuple[float, float, float, float]) -> Grey:
    return _cut(grey, box)[0]


def _cut(grey: Grey, box: tuple[float, float, float, float]) -> tuple[Grey, tuple[int, int]]:
    left, top = max(0, round(box[0])), max(0, round(box[1]))
    right = max(left + 1, min(grey.shape[1], round(box[0] + box[2])))
    bottom = max(top + 1, min(grey.shape[0], round(box[1] + box[3])))
    return grey[top:bottom, left:right], (left, top)


def _floats(box: Box, shape: tuple[int, ...]) -> tuple[float, float, float, float]:
    high, wide = shape[0] / WHOLE, shape[1] / WHOLE
    return box.left * wide, box.top * high, box.width * wide, box.height * high


def _whole(box: tuple[float, float, float, float], shape: tuple[int, ...]) -> Box:
    high, wide = WHOLE / shape[0], WHOLE / shape[1]
    left, top, width, height = box
    return Box(round(left * wide), round(top * high), round(width * wide), round(height * high))


def _thinned(marks: list[Mark]) -> tuple[Mark, ...]:
    """Leaves out marks that lie on the way between their neighbours."""
    kept = marks[:1]
    for before, mark, after in zip(marks, marks[1:], marks[2:], strict=False):
        del before
        if not _on_the_way(kept[-1], mark, after):
            kept.append(mark)
    return (*kept, *marks[1:][-1:])


_SLACK = 40


def _on_the_way(one: Mark, mark: Mark, two: Mark) -> bool:
    share = (mark.at_ms - one.at_ms) / max(1, two.at_ms - one.at_ms)
    pairs = zip(_edges(one.box), _edges(mark.box), _edges(two.box), strict=True)
    return all(abs(a + (b - a) * share - now) <= _SLACK for a, now, b in pairs)


def _edges(box: Box) -> tuple[int, int, int, int]:
    return box.left, box.top, box.width, box.height
