"""The head of the drawer: whose post it is, where to go from here, and the way out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.board.card.avatar import paint_person
from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.drawer.person_chip import PersonChip
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.pictures.shown import Find

translate = QCoreApplication.translate
HEIGHT, AVATAR = 56, 34


class DrawerHead(Styled, QWidget):
    """Name and handle, who deals with it, and buttons: contact, unread, close.

    Attributes:
        picture_of: gives the pictures that are there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: CardContent | None = None
        self._number = 0
        self.picture_of: Find | None = None
        self.side, self.unread = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.close_ = Button(Kind.GHOST, self)
        self._row = QHBoxLayout(self)
        self.person = PersonChip(self)
        self.person.setEnabled(False)
        self._row.addStretch(1)
        self._row.addWidget(self.person)
        for button in (self.side, self.unread, self.close_):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.follow()

    def say(self, content: CardContent, number: int) -> None:
        """Shows whose post it is and how many posts the conversation has."""
        self._content, self._number = content, number
        self.update()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(0, 0, px(10), 0)
        self._row.setSpacing(px(2))

    def retranslate(self) -> None:
        for button, icon, name, key in (
            (self.side, "person", translate("Drawer", "Contact, notes and media"), ""),
            (self.unread, "cdown", translate("Drawer", "Next unread post"), "Shift N"),
            (self.close_, "x", translate("Drawer", "Close the conversation"), "Esc"),
        ):
            button.set_face("", icon)
            button.setAccessibleName(f"{name}, {key}" if key else name)
            set_tip(button, f"{name}  ·  {key}" if key else name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        content = self._content
        if content is None:
            return
        avatar = QRect(px(14), (self.height() - px(AVATAR)) // 2, px(AVATAR), px(AVATAR))
        paint_person(painter, avatar, content, look_now(), self.picture_of)
        left, end = avatar.right() + px(10), self.person.x() - px(8)
        first = QRect(left, px(9), end - left, px(20))
        words(painter, first, content.name, colours.text1, Type.LEAD, 600)
        draw_icon(painter, content.look.glyph, left, px(32), px(12), colours.text3)
        second = QRect(left + px(16), px(30), end - left - px(16), px(16))
        words(painter, second, self._second(content), colours.text3, Type.SMALL)

    def _second(self, content: CardContent) -> str:
        number = counted(
            self._number,
            translate("Drawer", "{n} post saved of this conversation"),
            translate("Drawer", "{n} posts saved of this conversation"),
        )
        through = f"{content.handle} → {content.through}" if content.through else content.handle
        return f"{through} · {number}"
