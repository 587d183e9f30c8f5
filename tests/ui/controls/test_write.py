"""One line of text stands at the same place of its rectangle, wherever that is."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from controlroom.ui.controls.write import write
from controlroom.ui.theme.fonts import Type


@pytest.mark.parametrize("height", [16, 17, 18, 19])
@pytest.mark.parametrize("step", [Type.CAPTION, Type.SMALL, Type.BODY])
def test_a_line_stands_alike_in_every_row(qapp: QApplication, height: int, step: Type) -> None:
    tops = {_first_row(QRect(0, top, 60, height), step) - top for top in range(4)}
    assert len(tops) == 1


def _first_row(rect: QRect, step: Type) -> int:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    write(painter, rect, "H", QColor("black"), step)
    painter.end()
    white = QColor("white").rgb()
    rows = (y for y in range(40) if any(image.pixel(x, y) != white for x in range(60)))
    return next(rows)
