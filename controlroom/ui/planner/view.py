"""What every view of the plan shares: its items, the one that is looked at, keys and moves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from controlroom.outbound.schedule.zones import moved
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.styled import Styled
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.words import spoken, when_told
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

STEP_MIN = 15
_FAR = 6
"""Pixels the pointer has to go before a press becomes a drag."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanArea(Styled, QAbstractScrollArea):
    """A view that is painted; one tab stop.

    Signals:
        chosen: another item is looked at; carries it, or None.
        opened: an item is wanted; carries it.
        moved: an item is to leave at another time; carries it and the moment.
        asked: an item's menu is wanted; carries it and a place on the screen.
        began: something new is to leave then; carries the moment.
    """

    chosen = Signal(object)
    opened = Signal(object)
    moved = Signal(object, object)
    asked = Signal(object, object)
    began = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[PlanItem] = []
        self.zone = ZoneInfo("UTC")
        self.key = ""
        self.places: list[tuple[QRect, PlanItem]] = []
        self._pressed: tuple[QPoint, PlanItem] | None = None
        self._drag: tuple[PlanItem, datetime, QPoint] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.follow()

    @property
    def current(self) -> PlanItem | None:
        """The item that is looked at."""
        return next((one for one in self.items if one.key == self.key), None)

    def show_items(self, items: Sequence[PlanItem]) -> None:
        """Shows items; the one that is looked at stays, if it is still there."""
        before = self.current
        self.items = list(items)
        self.lay_out()
        if self.current is None and before is not None:
            self.key = ""
            self.chosen.emit(None)
        elif self.current != before:
            self.chosen.emit(self.current)
        self._say()
        self.viewport().update()

    def look_at(self, item: PlanItem | None) -> None:
        """Makes an item the one that is looked at, and sees to it that it can be seen."""
        self.key = item.key if item is not None else ""
        if item is not None:
            self.reveal(item)
            announce(self, spoken(item, self.zone))
        self._say()
        self.chosen.emit(item)
        self.viewport().update()

    def lay_out(self) -> None:
        """Works out where items stand, in the coordinates of what is scrolled."""

    def reveal(self, item: PlanItem) -> None:
        """Scrolls so that an item can be seen."""

    def moment_under(self, place: QPoint) -> datetime | None:
        """Returns the moment a place of the viewport stands for, None for none."""
        return None

    def place_of(self, rect: QRect) -> QRect:
        """Returns where something stands in the viewport."""
        return rect.translated(0, -self.verticalScrollBar().value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drop()
        elif held == Qt.KeyboardModifier.AltModifier:
            if not self._shift(event.key()):
                super().keyPressEvent(event)
        elif not held and self._walk(event.key()):
            event.accept()
        elif not held and event.key() in _ENTER and self.current is not None:
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Menu and self.current is not None:
            self._ask_menu(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self._item_at(event.position().toPoint())
        self.look_at(item)
        if event.button() == Qt.MouseButton.RightButton and item is not None:
            self.asked.emit(item, event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton and item is not None:
            self._pressed = (event.position().toPoint(), item)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        pressed = self._pressed
        if pressed is None or not pressed[1].may_move():
            return
        if self._drag is None and (place - pressed[0]).manhattanLength() < _FAR:
            return
        at = self.moment_under(place - pressed[0] + self._top_of(pressed[1]))
        if at is not None:
            self._drag = (pressed[1], at, place)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag = self._drag
        self._drop()
        if drag is not None and drag[1] != drag[0].at:
            self.moved.emit(drag[0], drag[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        item = self._item_at(place)
        at = self.moment_under(place)
        if item is not None:
            self.opened.emit(item)
        elif at is not None:
            self.began.emit(at)

    def paint_drag(self, painter: QPainter) -> None:
        """Draws where an item would go, and says it in words beside the pointer."""
        if self._drag is None:
            return
        from controlroom.ui.controls.boxes import box
        from controlroom.ui.controls.draw import width_of, words
        from controlroom.ui.theme.fonts import Type

        px, colours = theme().metrics.px, theme().palette
        _item, at, place = self._drag
        text = when_told(at, self.zone)
        area = QRect(place.x() + px(12), place.y() + px(8), 0, px(24))
        area.setWidth(width_of(text, Type.SMALL, 600) + px(16))
        box(painter, area, theme().metrics.radius.button_small, colours.accent_fill)
        words(painter, area.adjusted(px(8), 0, 0, 0), text, colours.on_accent, Type.SMALL, 600)

    def focusInEvent(self, event: object) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        self.viewport().update()

    def resizeEvent(self, event: object) -> None:
        self.lay_out()

    def restyle(self) -> None:
        self.setStyleSheet(sheet(theme()))
        self.lay_out()
        self.viewport().update()

    def _item_at(self, place: QPoint) -> PlanItem | None:
        found = (item for rect, item in self.places if self.place_of(rect).contains(place))
        return next(found, None)

    def _top_of(self, item: PlanItem) -> QPoint:
        rect = next((rect for rect, one in self.places if one.key == item.key), QRect())
        return self.place_of(rect).topLeft()

    def _drop(self) -> None:
        self._pressed = self._drag = None
        self.viewport().update()

    def _walk(self, key: int) -> bool:
        """Goes to the next or previous item by time, or to a neighbouring day's."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        days = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if not self.items or key not in {**steps, **days}:
            return False
        here = self.current
        if here is None:
            self.look_at(self.items[0])
        elif key in steps:
            at = self.items.index(here) + steps[Qt.Key(key)]
            if 0 <= at < len(self.items):
                self.look_at(self.items[at])
        else:
            self.look_at(self._neighbour(here, days[Qt.Key(key)]))
        return True

    def _neighbour(self, here: PlanItem, way: int) -> PlanItem:
        """Returns the item of another day that is nearest to the same hour."""
        wanted = moved(here.at, self.zone, days=way).at
        beyond = [
            one
            for one in self.items
            if (one.at - here.at) * way > timedelta(hours=6) and one is not here
        ]
        return min(beyond, key=lambda one: abs(one.at - wanted), default=here)

    def _shift(self, key: int) -> bool:
        """Moves the item that is looked at, by a quarter of an hour or by a day."""
        steps = {
            Qt.Key.Key_Down: (0, STEP_MIN),
            Qt.Key.Key_Up: (0, -STEP_MIN),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Left: (-1, 0),
        }
        item = self.current
        if key not in steps:
            return False
        if item is not None and item.may_move():
            days, minutes = steps[Qt.Key(key)]
            self.moved.emit(item, moved(item.at, self.zone, days=days, minutes=minutes).at)
        return True

    def _ask_menu(self, item: PlanItem) -> None:
        self.asked.emit(item, self.viewport().mapToGlobal(self._top_of(item)))

    def _say(self) -> None:
        item = self.current
        self.setAccessibleDescription(spoken(item, self.zone) if item is not None else "")
