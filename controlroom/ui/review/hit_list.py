"""The list of hits: what Qt sends to it, turned into what it does."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from controlroom.ui.board.links.spans import Found, found_at
from controlroom.ui.review.hit_body import HitBody
from controlroom.ui.review.row import CHECK, LEFT, TALK, HitRow
from controlroom.ui.theme.theme import theme

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_O)
SCREENS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
FOLDING = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
OWN_KEYS = (*STEPS, *OPENING, *SCREENS, *ENDS, *FOLDING, Qt.Key.Key_Space)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CHOOSING = {(Qt.Key.Key_Space, CTRL), (Qt.Key.Key_A, CTRL), *((key, SHIFT) for key in STEPS)}


class HitList(HitBody):
    """Hits moved through, chosen, folded and pressed."""

    def event(self, event: QEvent) -> bool:
        """Keys that also are commands of the board belong to the list while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            key = Qt.Key(event.key())
            if (not held and key in OWN_KEYS) or (key, held) in CHOOSING:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = not held
        if (key, held) in CHOOSING:
            self._choose(key)
        elif plain and key in STEPS:
            self.step(STEPS[key])
        elif plain and key in SCREENS:
            self._screen(SCREENS[key])
        elif key is Qt.Key.Key_Space:
            self._screen(-1 if event.modifiers() else 1)
        elif plain and key in ENDS:
            self._go_to(0 if key is Qt.Key.Key_Home else self.stock.count() - 1)
        elif plain and key in OPENING:
            self.opened.emit()
        elif plain and key in FOLDING:
            self.fold(FOLDING[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        y = round(event.position().y()) + self.verticalScrollBar().value()
        number = self.stock.number_at(y)
        if number < 0:
            return
        if self._press_head(number, y):
            return
        before, held = self.current, event.modifiers()
        self._go_to(number)
        if held & SHIFT and before >= 0:
            self.choice.add(self._ids_between(before, number))
        elif held & CTRL or event.position().x() < theme().metrics.px(LEFT + CHECK - 4):
            self.choice.toggle(self.stock.id_of(number))
        elif event.button() is Qt.MouseButton.LeftButton:
            self._press(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event.position().toPoint())
        if over is None:
            self.hover.leave()
            return
        number, row, inside = over
        acts = inside.y() < row.top or any(one.rect.contains(inside) for one in row.media)
        self.hover.over(row.content.id, self._link(number, row, inside), acts=acts)

    def _press_head(self, number: int, y: int) -> bool:
        """Folds or unfolds the conversation whose head is pressed; returns whether one is."""
        talk = self.talks.above(self.stock.id_of(number))
        if talk is None or y >= self.stock.top_of(number)[0] + theme().metrics.px(TALK):
            return False
        self._turn(talk)
        return True

    def _press(self, at: QPoint) -> None:
        """Opens the medium or the link at a place of the view."""
        over = self._under(at)
        if over is None:
            return
        number, row, inside = over
        link = self._link(number, row, inside)
        for place, one in enumerate(row.media):
            if one.rect.contains(inside):
                self.media_pressed.emit(place)
        if link is not None:
            self.link_pressed.emit(link.link)

    def _under(self, at: QPoint) -> tuple[int, HitRow, QPoint] | None:
        """Returns the hit at a place of the view with its number, and the place in its row."""
        y = at.y() + self.verticalScrollBar().value()
        wanted = self.stock.number_at(y)
        for number, top, row in self._rows_between(y, y):
            if number == wanted:
                return number, row, QPoint(at.x(), y - top)
        return None

    def _link(self, number: int, row: HitRow, inside: QPoint) -> "Found | None":
        """Returns the link at a place of a row; a warning or a quote in its place has none."""
        post = self.stock.post(number)
        if post is None or row.text is None or row.content.warning or not row.content.text:
            return None
        return found_at(post.post, row.text.layout, inside - row.body.topLeft())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < theme().metrics.px(LEFT + CHECK - 4):
            self.mousePressEvent(event)
        else:
            self.opened.emit()

    def _choose(self, key: Qt.Key) -> None:
        """Chooses by keys: the current hit, the next ones with it, or all."""
        if key is Qt.Key.Key_A:
            self.choose_all()
            return
        if self.current < 0:
            self._go_to(0)
        if key is Qt.Key.Key_Space and self.current >= 0:
            self.choice.toggle(self.stock.id_of(self.current))
        elif self.current >= 0:
            before = self.current
            self.step(STEPS[key])
            self.choice.add(self._ids_between(before, self.current))

    def _ids_between(self, one: int, other: int) -> list[int]:
        first, last = sorted((one, other))
        return [self.stock.id_of(number) for number in range(first, last + 1)]

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.current < 0 and self.stock.count():
            self._go_to(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def _screen(self, step: int) -> None:
        """Moves a screen down or up; the hit at the same height becomes current."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self.stock.top_of(max(0, self.current))[0]
        bar.setValue(bar.value() + step * height)
        number = self.stock.number_at(max(0, top + step * height))
        self._go_to(number if number >= 0 else (self.stock.count() - 1 if step > 0 else 0))
