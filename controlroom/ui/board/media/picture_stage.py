"""A picture that is looked into: fitted, zoomed, moved by hand and by keys."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtGui import QWheelEvent as Wheel
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.pictures.decode import Whole
from controlroom.ui.controls.styled import Styled

GROUND = QColor(8, 11, 15)
"""Dark in both themes: a picture is judged against it."""
LEAST, MOST, STEP = 0.05, 8.0, 1.25
MOVED = 0.15
"""How far one key moves the picture, as a share of the stage."""


class PictureStage(Styled, QWidget):
    """One picture. Zoom 1.0 is a pixel of the picture on a pixel of the screen.

    Signals:
        zoomed: it is shown at another size than before.
    """

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._full = QImage(), QSize()
        self._zoom: float | None = None
        self._centre = QPointF()
        self._grabbed: QPointF | None = None
        self.setMouseTracking(True)
        self.follow()

    def show_picture(self, whole: Whole | None) -> None:
        """Shows a picture fitted into the stage; None shows nothing."""
        self._image, self._full = (whole.image, whole.full) if whole else (QImage(), QSize())
        self.fit()

    @property
    def full(self) -> QSize:
        """Pixels of the picture as it was published."""
        return self._full

    @property
    def is_fitted(self) -> bool:
        """Whether it is as large as the stage allows, and no larger than it is."""
        return self._zoom is None

    def zoom(self) -> float:
        """Returns pixels of the screen for each pixel of the picture."""
        return self._fitting() if self._zoom is None else self._zoom

    def fit(self) -> None:
        """Shows all of it."""
        self._zoom = None
        self._centre = QPointF(self._full.width() / 2, self._full.height() / 2)
        self._changed()

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Shows it larger or smaller; what lies `around` in the stage stays there."""
        if self._image.isNull():
            return
        at = around or QPointF(self.width() / 2, self.height() / 2)
        before = self._picture_point(at)
        self._zoom = min(MOST, max(LEAST, zoom))
        self._centre += before - self._picture_point(at)
        self._bound()
        self._changed()

    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Shows it larger by so many steps, smaller below 0."""
        self.zoom_to(self.zoom() * STEP**steps, around)

    def move_by(self, across: int, down: int) -> None:
        """Moves what is seen by a share of the stage to the right and down."""
        scale = self._scale()
        self._centre += QPointF(across * self.width(), down * self.height()) * (MOVED / scale)
        self._bound()
        self.update()

    def can_move(self) -> bool:
        """Whether something of it lies outside the stage."""
        size = QSize(self._full) * self._scale()
        return size.width() > self.width() + 1 or size.height() > self.height() + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        if self._image.isNull():
            return
        scale = self._scale()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.zoom() < 2)
        size = QPointF(self._full.width() * scale, self._full.height() * scale)
        middle = QPointF(self.width() / 2, self.height() / 2) - self._centre * scale
        painter.drawImage(QRectF(middle, middle + size), self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._bound()
        self._changed()

    def wheelEvent(self, event: Wheel) -> None:
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom_by(steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.can_move():
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            shape = Qt.CursorShape.OpenHandCursor if self.can_move() else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        self._centre -= (event.position() - self._grabbed) / self._scale()
        self._grabbed = event.position()
        self._bound()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_fitted:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def place_of(self, point: QPoint) -> QPointF:
        """Returns which point of the picture is at a place of the stage."""
        return self._picture_point(QPointF(point))

    def _scale(self) -> float:
        """Returns points of the widget for each pixel of the picture."""
        return self.zoom() / self.devicePixelRatioF()

    def _fitting(self) -> float:
        if self._full.isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        across = self.width() * ratio / self._full.width()
        return min(1.0, across, self.height() * ratio / self._full.height())

    def _picture_point(self, at: QPointF) -> QPointF:
        return self._centre + (at - QPointF(self.width() / 2, self.height() / 2)) / self._scale()

    def _bound(self) -> None:
        """Keeps the picture in the stage: no more of its edge is passed than has to be."""
        scale = self._scale()
        self._centre = QPointF(
            _bounded(self._centre.x(), self._full.width(), self.width() / scale),
            _bounded(self._centre.y(), self._full.height(), self.height() / scale),
        )

    def _changed(self) -> None:
        self.update()
        self.zoomed.emit()


def _bounded(centre: float, whole: float, seen: float) -> float:
    if whole <= seen:
        return whole / 2
    return min(whole - seen / 2, max(seen / 2, centre))
