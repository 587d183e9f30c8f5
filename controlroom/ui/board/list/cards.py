"""The list of cards of a column: what Qt sends to it, turned into what it does."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.board.links.hover import Hover
from controlroom.ui.board.list.body import CardBody
from controlroom.ui.board.list.gutter import scroll_in_gutter
from controlroom.ui.board.list.paint import paint_list
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.plain import show_tip

WHEEL = 0.9
"""Pixels for each eighth of a degree a wheel is turned."""


class CardList(CardBody):
    """Cards one below the other, moved and pressed.

    Signals:
        entered: the column has been chosen by keyboard or mouse.
        pressed: a card was pressed; carries its post, and the place on the card.
        menu_wanted: a menu about the current post is asked for; carries a place on the screen.
    """

    entered = Signal()
    pressed = Signal(object, object)
    menu_wanted = Signal(QPoint)

    def __init__(self, pixmaps: Pixmaps, parent: QWidget | None = None) -> None:
        super().__init__(pixmaps, parent)
        self._set_up()
        self.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            paint_list(self, painter, event.rect())
        finally:
            # A fault that keeps the painter alive would end the program with the next frame.
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.hold()
        self.places.height = self.viewport().height()
        self.shelf.width = self.viewport().width()
        self.verticalScrollBar().setPageStep(max(1, self.viewport().height()))
        self.settled(by_hand=event.size().width() != event.oldSize().width())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self.follower.busy:
            self.follower.went(dy)
            self.scroll_by(dy)

    def event(self, event: QEvent) -> bool:
        """Esc lets go of what is chosen, or closes what lies beside; else it is the window's."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.key() != Qt.Key.Key_Escape or not self._escape():
            return super().event(event)
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            return
        if _asks_for_menu(event):
            self.open_menu()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._keys.get(Qt.Key(event.key())) if plain else None
        if action is None:
            event.ignore()
            return
        action()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        post, row = self.post_at(place), self.row_at(place)
        self.entered.emit()
        if post is None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if row is not None and row.can_press:
                self.row_pressed.emit(row.number)
            return
        # Before the card is brought into view, which may move it from below the pointer.
        on_card = place - self.rect_of(post.id).topLeft()
        self.caret.put(post.id)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        offer = self.foot.at(post, on_card)
        if offer is not None:
            self.foot.wanted.emit(offer.name)
        elif self.shelf.is_cover(post, on_card):
            self.open_cover()
        else:
            self.pressed.emit(post, on_card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        post, row = self.post_at(place), self.row_at(place)
        if post is None:
            self.foot.leave()
            self.hover.over(0, None, acts=row is not None and row.can_press)
            return
        card, on_card = self.shelf.layout(post), place - self.rect_of(post.id).topLeft()
        acts = self.foot.over_card(post, on_card)
        acts = acts or any(one.rect.contains(on_card) for one in card.media)
        found = None
        if card.text is not None and post.post.spans:
            from controlroom.ui.board.links.spans import found_at

            found = found_at(post.post, card.text.layout, on_card - card.body.topLeft())
        self.hover.over(post.id, found, acts=acts or self.shelf.is_cover(post, on_card))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        post = self.post_at(event.position().toPoint())
        if post is not None:
            self.opened.emit(post.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt sends one for the right button and for the menu key."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.open_menu()
            return
        post = self.post_at(event.pos())
        if post is not None:
            self.caret.put(post.id)
            self.menu_wanted.emit(event.globalPos())

    def focused_rect(self) -> QRect:
        """Returns where the card that has the keyboard is in the list."""
        return self.rect_of(self.caret.post)

    def open_menu(self) -> None:
        """Asks for a menu about the current post, below the foot of its card."""
        at = self.caret.index()
        if at is not None:
            place = self.foot.menu_place(self.posts()[at])
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.foot.leave()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tell_action(event)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        self.scroll_by(event.pixelDelta().y() or round(event.angleDelta().y() * WHEEL))
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        # Focus that came by itself (a column closed, Tab) shows a place but reads nothing.
        self.caret.settle_without_reading()
        self.foot.look()
        self.viewport().update(self.rect_of(self.caret.post))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.foot.look()
        self.viewport().update(self.rect_of(self.caret.post))

    def _tell_action(self, event: QHelpEvent) -> bool:
        """What an action does and by which key, or why it cannot be done now."""
        post = self.post_at(event.pos())
        card = self.rect_of(post.id) if post is not None else None
        if post is None or card is None:
            return False
        self.foot.look()
        offer = self.foot.at(post, event.pos() - card.topLeft())
        show_tip(event.globalPos(), offer.tip if offer is not None else "", self.viewport())
        return True

    def _escape(self) -> bool:
        if self.caret.chosen:
            self.caret.let_go()
            return True
        return self.on_escape()

    def _set_up(self) -> None:
        # One of Python's own: to find out of which class one of Qt's own is, every class of widget
        # there is would be loaded, which takes longer than a column with its posts.
        self.setViewport(QWidget())
        self.hover = Hover(self.viewport())
        scroll_in_gutter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for attribute in (
            Qt.WidgetAttribute.WA_OpaquePaintEvent,
            Qt.WidgetAttribute.WA_NoSystemBackground,
        ):
            self.viewport().setAttribute(attribute)
        caret = self.caret
        self._keys = {
            Qt.Key.Key_Down: lambda: caret.move(1),
            Qt.Key.Key_Up: lambda: caret.move(-1),
            Qt.Key.Key_PageDown: lambda: caret.page(1),
            Qt.Key.Key_PageUp: lambda: caret.page(-1),
            Qt.Key.Key_Home: lambda: caret.go_to_end(newest=True),
            Qt.Key.Key_End: lambda: caret.go_to_end(newest=False),
            Qt.Key.Key_Return: lambda: self.opened.emit(caret.post),
            Qt.Key.Key_Enter: lambda: self.opened.emit(caret.post),
        }


def _asks_for_menu(event: QKeyEvent) -> bool:
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (shifted and event.key() == Qt.Key.Key_F10)
