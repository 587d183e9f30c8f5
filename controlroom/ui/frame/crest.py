"""The crest at the top left: a shield with a W."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from controlroom.ui.theme.theme import theme

GRID = 24


def draw_crest(painter: QPainter, area: QRectF) -> None:
    """Draws the crest into a square."""
    colours = theme().palette
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / GRID, area.height() / GRID)
    painter.setPen(QPen(colours.accent, 1.5))
    painter.setBrush(colours.accent_tint)
    painter.drawPath(_shield())
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colours.text1, 1.7, Qt.PenStyle.SolidLine, cap, join))
    corners = ((6.5, 8), (8.7, 15), (12, 9.5), (15.3, 15), (17.5, 8))
    painter.drawPolyline([QPointF(x, y) for x, y in corners])
    painter.restore()


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(12, 1.5))
    path.lineTo(21, 4.6)
    path.lineTo(21, 11.8)
    path.cubicTo(21, 17.3, 17.2, 20.5, 12, 22.5)
    path.cubicTo(6.8, 20.5, 3, 17.3, 3, 11.8)
    path.lineTo(3, 4.6)
    path.closeSubpath()
    return path
