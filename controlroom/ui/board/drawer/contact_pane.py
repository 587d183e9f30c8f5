"""The pane beside a thread: what is held of its author."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.card.avatar import paint_person
from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.drawer.contact import Contact
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.pictures.shown import Find

translate = QCoreApplication.translate
AVATAR, PAD, CAPTION, ROW, FACT = 44, 12, 110, 26, 20


class ContactPane(Styled, QWidget):
    """Name, facts and the author's other posts; those can be opened.

    Attributes:
        picture_of: gives the pictures that are there.

    Signals:
        opened: one of the posts was chosen; carries its id.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contact = Contact("", "", "globe")
        self.row = 0
        self._content: CardContent | None = None
        self.picture_of: Find | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.follow()

    def say(self, contact: Contact, content: CardContent) -> None:
        """Shows an author; `content` is a card of theirs, for the avatar."""
        self.contact, self._content = contact, content
        self.row = 0
        said = [f"{caption}: {value}" for caption, value in contact.facts]
        self.setAccessibleName(", ".join([contact.name, contact.second, *said]))
        self._say_row()
        self.update()

    def retranslate(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.px(348), 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), look_now()
        painter.fillRect(self.rect(), look.palette.bg1)
        painter.fillRect(0, 0, 1, self.height(), look.palette.line1)
        if self._content is None:
            return
        top = self._paint_name(painter, self._content)
        top = self._paint_facts(painter, top)
        self._paint_earlier(painter, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self.contact.earlier:
            self.row = max(0, min(len(self.contact.earlier) - 1, self.row + steps[key]))
            self._say_row()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.contact.earlier:
            self.opened.emit(self.contact.earlier[self.row].post_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = (round(event.position().y()) - self._earlier_top()) // theme().metrics.px(ROW)
        if 0 <= place < len(self.contact.earlier):
            self.row = place
            self.opened.emit(self.contact.earlier[place].post_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _say_row(self) -> None:
        if self.contact.earlier:
            one = self.contact.earlier[self.row]
            self.setAccessibleDescription(f"{one.when}: {one.text}")

    def _paint_name(self, painter: QPainter, content: CardContent) -> int:
        px, colours, top = theme().metrics.px, theme().palette, theme().metrics.px(PAD)
        avatar = QRect(px(PAD), top, px(AVATAR), px(AVATAR))
        paint_person(painter, avatar, content, look_now(), self.picture_of)
        left = avatar.right() + px(10)
        area = QRect(left, top + px(3), self.width() - left - px(PAD), px(20))
        words(painter, area, self.contact.name, colours.text1, Type.LEAD, 600)
        draw_icon(painter, self.contact.glyph, left, top + px(26), px(13), colours.text3)
        second = QRect(left + px(17), top + px(24), area.width() - px(17), px(17))
        words(painter, second, self.contact.second, colours.text3, Type.SMALL)
        return avatar.bottom() + px(12)

    def _paint_facts(self, painter: QPainter, top: int) -> int:
        px, colours = theme().metrics.px, theme().palette
        for caption, value in self.contact.facts:
            first = QRect(px(PAD), top, px(CAPTION), px(FACT))
            words(painter, first, caption, colours.text3, Type.SMALL)
            left = first.right() + px(6)
            rest = QRect(left, top, self.width() - left - px(PAD), px(FACT))
            words(painter, rest, value, colours.text1, Type.SMALL)
            top += px(FACT)
        painter.fillRect(0, top + px(8), self.width(), 1, colours.line1)
        return top + px(8)

    def _paint_earlier(self, painter: QPainter, top: int) -> None:
        px, colours = theme().metrics.px, theme().palette
        if not self.contact.earlier:
            return
        heading = QRect(px(PAD), top + px(8), self.width() - 2 * px(PAD), px(18))
        text = translate("Contact", "What else they wrote").upper()
        words(painter, heading, text, colours.text3, Type.CAPTION, 600)
        top = self._earlier_top()
        for place, one in enumerate(self.contact.earlier):
            area = QRect(0, top + place * px(ROW), self.width(), px(ROW))
            if place == self.row and self.hasFocus():
                painter.fillRect(area, colours.bg3)
                painter.fillRect(0, area.y(), 3, area.height(), colours.accent)
            when = QRect(px(PAD), area.y(), px(84), area.height())
            words(painter, when, one.when, colours.text3, Type.SMALL)
            rest = QRect(when.right() + 1, area.y(), self.width() - when.right() - px(PAD), px(ROW))
            words(painter, rest, one.text, colours.text1, Type.SMALL)

    def _earlier_top(self) -> int:
        px = theme().metrics.px
        return px(PAD + AVATAR + 12 + 8 + 26 + 2) + len(self.contact.facts) * px(FACT)
