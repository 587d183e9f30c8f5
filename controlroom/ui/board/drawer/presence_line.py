"""The line of colleagues: who reads this conversation, in amber who types, and what is offline."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controlroom.model.presence import Present
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.model.pen import Pen
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
HEIGHT, ICON = 32, 14


class Said(NamedTuple):
    """What the line says: whose name first, heavier, then the rest.

    Attributes:
        collides: somebody types.
        brief: what stands there where the rest has no room.
    """

    icon: str
    name: str
    rest: str
    collides: bool = False
    brief: str = ""


class PresenceLine(Styled, QWidget):
    """Its place is kept where there can be colleagues, so that nothing moves when one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._together: Together | None = None
        self._names: tuple[str, ...] = ()
        self.said = Said("", "", "")
        self.hide()
        self.follow()

    def tell(self, together: "Together", names: tuple[str, ...]) -> None:
        """Shows who else is in a conversation; somebody who begins to type is announced."""
        self._together, self._names = together, names
        before = self.said
        self.retranslate()
        self.setVisible(together.company.is_team or together.book.trouble is not None)
        if self.said.collides and not before.collides:
            announce(self, f"{self.said.name} {self.said.rest}")

    def retranslate(self) -> None:
        if self._together is not None:
            self.said = said_of(self._together, self._names)
            self.setAccessibleName(f"{self.said.name} {self.said.rest}".strip())
            self.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        amber = self.said.collides
        painter.fillRect(self.rect(), colours.amber_tint if amber else colours.bg1)
        line = colours.amber_line if amber else colours.line1
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        size = px(ICON)
        top = (self.height() - size) // 2
        icon = colours.amber if amber else colours.text3
        draw_icon(painter, self.said.icon, px(14), top, size, icon)
        left = px(14) + size + px(8)
        name = min(width_of(self.said.name, Type.SMALL, 600), self.width() // 2)
        first = QRect(left, 0, name, self.height())
        words(painter, first, self.said.name, colours.text1, Type.SMALL, 600)
        if self.said.name:
            left = first.right() + 1 + px(4)
        rest = QRect(left, 0, self.width() - left - px(14), self.height())
        text = self.said.rest
        if self.said.brief and width_of(text, Type.SMALL) > rest.width():
            text = self.said.brief
        words(painter, rest, text, colours.text1 if amber else colours.text2, Type.SMALL)


def said_of(together: "Together", names: tuple[str, ...]) -> Said:
    """Returns what is to be said of a conversation, the weightiest."""
    if together.book.trouble is not None:
        text = translate("Drawer", "The record cannot be reached: what you decide here waits")
        if not together.company.is_team:
            text = translate("Drawer", "The record cannot be reached: nothing can be decided here")
        return Said("offline", "", text)
    pens = together.company.pens
    pen = pens.others(*names)
    if pen is not None:
        return _replying(officer_name(together.book.state, pen.officer), pen)
    typing = together.company.typing(*names)
    if typing is not None and not pens.is_mine(*names):
        return Said("warn", _name(together, typing), _typing(typing), collides=True)
    reading = together.company.reading(*names)
    if reading:
        return Said("eye", _name(together, reading[0]), _reading(len(reading) - 1))
    return Said("eye", "", translate("Drawer", "Nobody else has this conversation open"))


def _name(together: "Together", one: Present) -> str:
    return officer_name(together.book.state, one.officer)


def _replying(name: str, pen: "Pen") -> Said:
    since = language().clock(pen.since.astimezone())
    brief = translate("Drawer", "is replying since {time}, {desk}.")
    brief = brief.format(time=since, desk=pen.desk)
    then = translate("Drawer", "You can read, note and draft; only one reply can be sent.")
    return Said("warn", name, f"{brief} {then}", collides=True, brief=brief)


def _typing(one: Present) -> str:
    text = translate("Drawer", "is typing since {time}, {desk}. You can read and note.")
    return text.format(time=language().clock(one.since.astimezone()), desk=one.desk)


def _reading(more: int) -> str:
    if not more:
        return translate("Drawer", "is reading this")
    return counted(
        more,
        translate("Drawer", "and {n} other are reading this"),
        translate("Drawer", "and {n} others are reading this"),
    )
