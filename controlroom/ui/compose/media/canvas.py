"""The picture that is edited, with its regions: drawn, moved and resized by mouse and keys."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from controlroom.outbound.media.edit import WHOLE, Box, Edit, Over
from controlroom.ui.compose.media.regions import between, bounded
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
GRIP, STEP = 12, 100
CROP = -1
"""The number by which the crop is chosen."""


class Tool(Enum):
    """What the pointer draws."""

    BLUR = auto()
    BLOCK = auto()
    CROP = auto()


class EditCanvas(Styled, QWidget):
    """One picture.

    Signals:
        drawn: a region was drawn; carries the tool and the `Box`.
        moved: a region is elsewhere; carries its number and the `Box`.
        chosen: another region is chosen; carries its number, None for none.
        removed: a region is not wanted; carries its number.
    """

    drawn = Signal(object, object)
    moved = Signal(int, object)
    chosen = Signal(object)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image, self.edit, self.at_ms = QImage(), Edit(), 0
        self.tool = Tool.BLUR
        self.number: int | None = None
        self._pressed: QPoint | None = None
        self._now: QPoint | None = None
        self._held: Box | None = None
        self._resizes = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 220)
        self.follow()

    def show_image(self, image: QImage) -> None:
        """Shows the picture of a moment."""
        self.image = image
        self.update()

    def show_edit(self, edit: Edit, at_ms: int) -> None:
        """Shows the regions as they are at a moment."""
        self.edit, self.at_ms = edit, at_ms
        if self.number is not None and self._box(self.number) is None:
            self.choose(None)
        self._say()
        self.update()

    def area(self) -> QRect:
        """Returns where the picture stands."""
        if self.image.isNull():
            return self.rect()
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        return QRect(left, top, size.width(), size.height())

    def place(self, region: Box) -> QRect:
        """Returns where a region stands."""
        area = self.area()
        left = area.left() + region.left * area.width() // WHOLE
        top = area.top() + region.top * area.height() // WHOLE
        width, height = region.width * area.width() // WHOLE, region.height * area.height() // WHOLE
        return QRect(left, top, width, height)

    def spot(self, place: QPoint) -> tuple[int, int]:
        """Returns what a place of the widget is in the picture."""
        area = self.area()
        x = (place.x() - area.left()) * WHOLE // max(1, area.width())
        y = (place.y() - area.top()) * WHOLE // max(1, area.height())
        return min(max(x, 0), WHOLE), min(max(y, 0), WHOLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._pressed = self._now = place
        number = self._under(place)
        self.choose(number)
        self._held = self._box(number) if number is not None else None
        if self._held is not None:
            corner = self.place(self._held).bottomRight()
            grip = theme().metrics.px(GRIP)
            self._resizes = (corner - place).manhattanLength() <= 2 * grip

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._now = event.position().toPoint()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, held = self._pressed, self._held
        if pressed is None:
            return
        now = event.position().toPoint()
        far = (now - pressed).manhattanLength() > 4
        region = self._dragged(pressed, now)
        self._pressed = self._now = self._held = None
        self._resizes = False
        if far and held is not None and self.number is not None:
            self.moved.emit(self.number, region)
        elif far and held is None:
            self.drawn.emit(self.tool, region)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen region, with Shift they resize it; N goes to the next one."""
        steps = {
            Qt.Key.Key_Left: (-STEP, 0),
            Qt.Key.Key_Right: (STEP, 0),
            Qt.Key.Key_Up: (0, -STEP),
            Qt.Key.Key_Down: (0, STEP),
        }
        key, region = Qt.Key(event.key()), self._chosen_box()
        if key in steps and region is not None and self.number is not None:
            x, y = steps[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                told = Box(region.left, region.top, region.width + x, region.height + y)
            else:
                told = Box(region.left + x, region.top + y, region.width, region.height)
            self.moved.emit(self.number, bounded(told))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.number is not None:
            self.removed.emit(self.number)
        elif key == Qt.Key.Key_N:
            self._step()
        elif key == Qt.Key.Key_Insert:
            self.drawn.emit(self.tool, Box(WHOLE * 2 // 5, WHOLE * 2 // 5, WHOLE // 5, WHOLE // 5))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg0)
        if self.image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.area(), self.image)
        for number in range(len(self.edit.covers)):
            region = self._box(number)
            if region is not None:
                self._paint_cover(painter, number, region)
        crop = self._box(CROP)
        if crop is not None:
            self._paint_crop(painter, crop)
        if self._pressed is not None and self._now is not None and self._held is None:
            painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.place(self._dragged(self._pressed, self._now)))
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_cover(self, painter: QPainter, number: int, region: Box) -> None:
        px, colours, rect = theme().metrics.px, theme().palette, self.place(region)
        over = self.edit.covers[number].over
        ground = QColor(8, 11, 16, 255 if over is Over.BLOCK else 150)
        painter.fillRect(rect, ground)
        chosen = number == self.number
        painter.setPen(QPen(colours.accent if chosen else QColor(255, 255, 255), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        told = self._name(number)
        tag = QRect(rect.left(), rect.top() - px(19), 0, px(18))
        tag.setWidth(width_of(told, Type.CAPTION, 500) + px(10))
        box(painter, tag, px(3), QColor(8, 11, 15, 230))
        words(painter, tag.adjusted(px(5), 0, 0, 0), told, QColor(231, 236, 242), Type.CAPTION, 500)
        if chosen:
            grip = QRect(0, 0, px(GRIP), px(GRIP))
            grip.moveCenter(rect.bottomRight())
            painter.fillRect(grip, colours.accent)

    def _paint_crop(self, painter: QPainter, region: Box) -> None:
        area, rect = self.area(), self.place(region)
        shade = QColor(4, 7, 11, 170)
        for part in (
            QRect(area.left(), area.top(), area.width(), rect.top() - area.top()),
            QRect(area.left(), rect.bottom(), area.width(), area.bottom() - rect.bottom()),
            QRect(area.left(), rect.top(), rect.left() - area.left(), rect.height()),
            QRect(rect.right(), rect.top(), area.right() - rect.right(), rect.height()),
        ):
            painter.fillRect(part, shade)
        painter.setPen(QPen(theme().palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _dragged(self, pressed: QPoint, now: QPoint) -> Box:
        """Returns the region as it would be if the pointer was let go now."""
        (x0, y0), (x1, y1) = self.spot(pressed), self.spot(now)
        held = self._held
        if held is None:
            return between((x0, y0), (x1, y1))
        x, y = x1 - x0, y1 - y0
        if self._resizes:
            return bounded(Box(held.left, held.top, held.width + x, held.height + y))
        return bounded(Box(held.left + x, held.top + y, held.width, held.height))

    def _box(self, number: int) -> Box | None:
        if number == CROP:
            return self.edit.crop
        if number >= len(self.edit.covers):
            return None
        if number == self.number and self._held is not None and self._pressed and self._now:
            return self._dragged(self._pressed, self._now)
        return self.edit.covers[number].box_at(self.at_ms)

    def _chosen_box(self) -> Box | None:
        return self._box(self.number) if self.number is not None else None

    def _under(self, place: QPoint) -> int | None:
        """Returns the region at a place: the smallest one, since a larger can lie around it."""
        found = []
        for number in range(len(self.edit.covers)):
            region = self._box(number)
            if region is not None and self.place(region).adjusted(-6, -6, 6, 6).contains(place):
                found.append((region.width * region.height, number))
        if found:
            return min(found)[1]
        crop = self._box(CROP)
        if crop is not None and self.tool is Tool.CROP and self.place(crop).contains(place):
            return CROP
        return None

    def _step(self) -> None:
        shown = [n for n in range(len(self.edit.covers)) if self._box(n) is not None]
        if shown:
            at = shown.index(self.number) + 1 if self.number in shown else 0
            self.choose(shown[at % len(shown)])

    def choose(self, number: int | None) -> None:
        """Makes a region the chosen one; None for none."""
        if number != self.number:
            self.number = number
            self.chosen.emit(number)
            self._say()
            self.update()

    def _name(self, number: int) -> str:
        over = self.edit.covers[number].over
        told = {
            Over.BLUR: translate("Editor", "Blurred {n}"),
            Over.BLOCK: translate("Editor", "Covered {n}"),
        }[over]
        return told.format(n=number + 1)

    def _say(self) -> None:
        self.setAccessibleName(translate("Editor", "Picture"))
        region = self._chosen_box()
        if region is None or self.number is None:
            told = translate("Editor", "{n} regions. Insert adds one, N goes to the next.")
            self.setAccessibleDescription(told.format(n=len(self.edit.covers)))
            return
        name = self._name(self.number) if self.number != CROP else translate("Editor", "Crop")
        told = translate("Editor", "{name}: {x} % from the left, {y} % from the top")
        x, y = region.left * 100 // WHOLE, region.top * 100 // WHOLE
        self.setAccessibleDescription(told.format(name=name, x=x, y=y))
