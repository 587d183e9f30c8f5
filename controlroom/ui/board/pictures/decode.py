"""Turns the bytes of a stranger's picture into pixels of exactly the size of its box."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from controlroom.model.pictures import kind_of

MOST_PIXELS = 100_000_000
MOST_MIB = 128
"""What one picture may take while it is decoded."""
_BLOCK = 8


def decode(body: bytes, size: QSize) -> QImage | None:
    """Returns the middle of a picture, scaled to fill `size`; None if it cannot be read.

    Only JPEG, PNG, GIF and WebP are read, by how they begin and never by what else they may be. May
    be called on any thread.
    """
    kind = kind_of(body)
    if not kind or size.isEmpty():
        return None
    QImageReader.setAllocationLimit(MOST_MIB)
    data, buffer = QByteArray(body), QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isEmpty() or whole.width() * whole.height() > MOST_PIXELS:
        return None
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    box = size.transposed() if turned else size
    reader.setClipRect(middle_of(whole, box))
    reader.setScaledSize(box)
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(_FORMAT)


_FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def middle_of(whole: QSize, box: QSize) -> QRect:
    """Returns the largest part of a picture that has the shape of a box, around its middle."""
    part = box.scaled(whole, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    # JPEG is cut quickest between blocks.
    left = (whole.width() - part.width()) // 2 // _BLOCK * _BLOCK
    top = (whole.height() - part.height()) // 2 // _BLOCK * _BLOCK
    return QRect(left, top, part.width(), part.height())
