"""The icons of the frame as the last start drew them: one picture to load, not twenty drawings.

Those of the first board lie in a second file, which is loaded once the frame is seen. A file holds
a line of JSON (which icon lies where, and of which drawing it was made) and the pixels of all,
packed: to read any kind of picture file Qt would first look through its plugins, which takes longer
than the icons of the frame. It may be missing, old or broken at any time: what it does not give is
drawn.
"""

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPixmap

from controlroom import __version__
from controlroom.bundle import bundled

FILE_NAME, BOARD_FILE = "frame-icons.bin", "board-icons.bin"
LONGEST_FILE, MOST_BYTES = 1_000_000, 20_000_000
PIXELS = QImage.Format.Format_ARGB32_Premultiplied
MOST = 60


class IconKey(NamedTuple):
    """An icon as it is drawn: its name, pixels of its side, colour (#rrggbb) and pixel ratio."""

    name: str
    size: int
    colour: str
    ratio: float


def load(folder: Path, file_name: str = FILE_NAME) -> dict[IconKey, QPixmap]:
    """Returns the icons kept in a folder, none if they cannot be used."""
    try:
        with (folder / file_name).open("rb") as file:
            head, _, packed = file.read(LONGEST_FILE).partition(b"\n")
        told = json.loads(head)
        if told["version"] != __version__:
            return {}
        sheet = _unpacked(packed, *told["size"])
        return dict(_cut(sheet, IconKey(*raw), x, made) for raw, x, made in told["icons"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError, zlib.error):
        return {}


def save(folder: Path, icons: Mapping[IconKey, QPixmap], file_name: str = FILE_NAME) -> None:
    """Keeps icons for the next start; where they cannot be written, that one draws them."""
    chosen = dict(list(icons.items())[:MOST])
    sheet, places = _joined(chosen)
    pixels = sheet.toImage().convertToFormat(PIXELS)
    told = [[list(key), x, _drawn_from(key.name)] for key, x in zip(chosen, places, strict=True)]
    size = [pixels.width(), pixels.height()]
    head = json.dumps({"version": __version__, "size": size, "icons": told}).encode()
    draft = folder / f"{file_name}.new"
    with suppress(OSError):
        draft.write_bytes(head + b"\n" + zlib.compress(bytes(pixels.constBits())))
        draft.replace(folder / file_name)


def _unpacked(packed: bytes, width: int, height: int) -> QPixmap:
    unpacking = zlib.decompressobj()
    pixels = unpacking.decompress(packed, MOST_BYTES)
    if min(width, height) < 1 or len(pixels) != 4 * width * height:
        raise ValueError("cut short")
    # A copy: a picture does not keep alive what it is made over.
    return QPixmap.fromImage(QImage(pixels, width, height, 4 * width, PIXELS).copy())


def _cut(sheet: QPixmap, key: IconKey, x: int, made: list[int]) -> tuple[IconKey, QPixmap]:
    side = round(key.size * key.ratio)
    area = QRect(x, 0, side, side)
    if made != _drawn_from(key.name) or not sheet.rect().contains(area):
        raise ValueError("drawn from something else")
    icon = sheet.copy(area)
    icon.setDevicePixelRatio(key.ratio)
    return key, icon


def _joined(icons: Mapping[IconKey, QPixmap]) -> tuple[QPixmap, list[int]]:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter

    places = _places(icon.width() for icon in icons.values())
    sheet = QPixmap(places.pop(), max(icon.height() for icon in icons.values()))
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    for icon, x in zip(icons.values(), places, strict=True):
        # The whole icon, pixel by pixel, whatever ratio it has.
        painter.drawPixmap(QRect(x, 0, icon.width(), icon.height()), icon)
    painter.end()
    return sheet, places


def _places(widths: Iterable[int]) -> list[int]:
    places = [0]
    for width in widths:
        places.append(places[-1] + width)
    return places


def _drawn_from(name: str) -> list[int]:
    """Returns what changes whenever somebody changes the drawing of an icon."""
    stat = os.stat(bundled("icons", f"{name}.svg"))
    return [stat.st_size, stat.st_mtime_ns]
