"""Turns the bytes of a stranger's picture into pixels: just those that are to be seen."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from controlroom.model.pictures import kind_of

MOST_PIXELS = 100_000_000
MOST_MIB = 128
"""What one picture may take while it is decoded."""
_BLOCK = 8
Cut = Callable[[QSize], tuple[QRect, QSize]]
"""From the size of a picture to the part that is read and the size it is scaled to."""


class Whole(NamedTuple):
    """A whole picture; `full` is its size before it was scaled down."""

    image: QImage
    full: QSize


def decode(body: bytes, size: QSize) -> QImage | None:
    """Returns the middle of a picture, scaled to fill `size`; None if it cannot be read.

    Only JPEG, PNG, GIF and WebP are read, by how they begin and never by what else they may be. May
    be called on any thread.
    """
    return None if size.isEmpty() else _read(body, lambda whole: _filled(whole, size))[0]


def decode_whole(body: bytes, most: QSize) -> Whole | None:
    """Returns a whole picture, scaled down if it is larger than `most`; None if it is none.

    As `decode`; a picture that cannot be had in full may still be had smaller.
    """
    image, full = _read(body, lambda whole: _fitted(whole, most))
    if image is None:
        smaller = QSize(most.width() // 3, most.height() // 3)
        image, full = _read(body, lambda whole: _fitted(whole, smaller))
    return None if image is None else Whole(image, full)


def _read(body: bytes, cut: Cut) -> tuple[QImage | None, QSize]:
    kind = kind_of(body)
    if not kind:
        return None, QSize()
    QImageReader.setAllocationLimit(MOST_MIB)
    data, buffer = QByteArray(body), QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isEmpty() or whole.width() * whole.height() > MOST_PIXELS:
        return None, whole
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    part, box = cut(whole.transposed() if turned else whole)
    if turned:
        part, box = _turned(part), box.transposed()
    reader.setClipRect(part)
    reader.setScaledSize(box)
    image = reader.read()
    full = whole.transposed() if turned else whole
    return (None if image.isNull() else image.convertToFormat(_FORMAT)), full


def _turned(part: QRect) -> QRect:
    return QRect(part.y(), part.x(), part.height(), part.width())


def _filled(whole: QSize, size: QSize) -> tuple[QRect, QSize]:
    return middle_of(whole, size), size


def _fitted(whole: QSize, most: QSize) -> tuple[QRect, QSize]:
    fits = whole.width() <= most.width() and whole.height() <= most.height()
    box = whole if fits else whole.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(QPoint(0, 0), whole), box.expandedTo(QSize(1, 1))


_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def middle_of(whole: QSize, box: QSize) -> QRect:
    """Returns the largest part of a picture that has the shape of a box, around its middle."""
    part = box.scaled(whole, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    # JPEG is cut quickest between blocks.
    left = (whole.width() - part.width()) // 2 // _BLOCK * _BLOCK
    top = (whole.height() - part.height()) // 2 // _BLOCK * _BLOCK
    return QRect(left, top, part.width(), part.height())
