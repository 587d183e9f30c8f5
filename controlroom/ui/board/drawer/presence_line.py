"""The line of colleagues: who reads this conversation, in amber who types, and what is offline."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model.presence import Present
from controlroom.ui.board.drawer.said import Press, Said
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.ui.board.drawer.collision import Collision
    from controlroom.ui.together.together import Together

translate = QCoreApplication.translate
HEIGHT, ICON = 36, 14


class PresenceLine(Styled, QWidget):
    """Its place is kept where there can be colleagues, so that nothing moves when one comes.

    Signals:
        pressed: something is to be done about it; carries a `Press`.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._together: Together | None = None
        self._names: tuple[str, ...] = ()
        self._collision: Collision | None = None
        self.said = Said("", "", "")
        self.buttons = {press: Button(Kind.SMALL, self) for press in Press}
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for press, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.pressed.emit, press))
            button.hide()
            self._row.addWidget(button)
        self.hide()
        self.follow()

    def tell(
        self, together: "Together", names: tuple[str, ...], collision: "Collision | None" = None
    ) -> None:
        """Shows who else is in a conversation; somebody who begins to type is announced."""
        self._together, self._names, self._collision = together, names, collision
        before = self.said
        self.retranslate()
        self.setVisible(together.company.is_team or together.book.trouble is not None)
        if self.said.collides and (self.said.about, True) != (before.about, before.collides):
            announce(self, f"{self.said.name} {self.said.rest}")

    def retranslate(self) -> None:
        if self._together is not None:
            written = self._collision.said() if self._collision is not None else None
            self.said = said_of(self._together, self._names, written)
            self.setAccessibleName(f"{self.said.name} {self.said.rest}".strip())
            set_tip(self, self.accessibleName() if self.said.brief else "")
            self._show_buttons()
            self._fit()
            self.update()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(0, 0, px(14), 0)
        self._row.setSpacing(px(6))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

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
        first = QRect(self._begin(), 0, self._name_width(), self.height())
        words(painter, first, self.said.name, colours.text1, Type.SMALL, 600)
        rest = QRect(self._rest_begins(), 0, self.room_for_words(), self.height())
        colour = colours.text1 if amber else colours.text2
        words(painter, rest, self.shown_words(), colour, Type.SMALL)

    def shown_words(self) -> str:
        """Returns what stands behind the name: in brief where there is no room for more."""
        whole, brief = self.said.rest, self.said.brief
        return brief if brief and width_of(whole, Type.SMALL) > self.room_for_words() else whole

    def room_for_words(self) -> int:
        """Returns how wide that may be."""
        return self._end() - self._rest_begins()

    def _fit(self) -> None:
        """Where not even the words in brief have room, the keys on the buttons give way."""
        needed = width_of(self.said.brief or self.said.rest, Type.SMALL)
        for button in self.buttons.values():
            button.set_roomy(True)
        roomy = needed <= self.room_for_words()
        for button in self.buttons.values():
            button.set_roomy(roomy)

    def _begin(self) -> int:
        return theme().metrics.px(14 + ICON + 8)

    def _name_width(self) -> int:
        return min(width_of(self.said.name, Type.SMALL, 600), self.width() // 2)

    def _rest_begins(self) -> int:
        gap = theme().metrics.px(4) if self.said.name else 0
        return self._begin() + self._name_width() + gap

    def _end(self) -> int:
        """Returns where the words end, left of the buttons."""
        px = theme().metrics.px
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        taken = sum(button.sizeHint().width() + px(6) for button in shown)
        return self.width() - px(14) - taken - (px(4) if shown else 0)

    def _show_buttons(self) -> None:
        """Whoever has the keyboard on a button that goes keeps it on the one in its place."""
        presses = dict(self.said.presses)
        had = any(button.hasFocus() for button in self.buttons.values())
        for press, button in self.buttons.items():
            why = presses.get(press)
            text, icon, key = face_of(press)
            button.set_face(text, icon, key)
            button.setAccessibleName(f"{text}, {key}" if key else text)
            button.setAccessibleDescription(why or "")
            set_tip(button, why or text)
            button.setEnabled(why == "")
            button.setVisible(why is not None)
        left = [button for press, button in self.buttons.items() if presses.get(press) == ""]
        if had and left and not any(button.hasFocus() for button in left):
            left[0].setFocus()


def face_of(press: Press) -> tuple[str, str, str]:
    """Returns words, icon and key of a button."""
    return {
        Press.WATCH: (translate("Drawer", "Watch draft"), "eye", ""),
        Press.UNWATCH: (translate("Drawer", "Stop watching"), "eye", ""),
        Press.ASK: (translate("Drawer", "Ask to take over"), "swap", ""),
        Press.UNASK: (translate("Drawer", "Ask no more"), "x", ""),
        Press.TAKE: (translate("Drawer", "Take over"), "swap", ""),
        Press.KEEP: (translate("Drawer", "Keep writing"), "compose", "Alt K"),
        Press.GIVE: (translate("Drawer", "Hand over now"), "swap", "Alt H"),
    }[press]


def said_of(together: "Together", names: tuple[str, ...], written: Said | None = None) -> Said:
    """Returns what is to be said of a conversation, the weightiest.

    Args:
        written: what is to be said of who writes the answer.
    """
    if together.book.trouble is not None:
        text = translate("Drawer", "The record cannot be reached: what you decide here waits")
        if not together.company.is_team:
            text = translate("Drawer", "The record cannot be reached: nothing can be decided here")
        return Said("offline", "", text)
    pens = together.company.pens
    if written is not None:
        return written
    typing = together.company.typing(*names)
    if typing is not None and not pens.is_mine(*names):
        return Said("warn", _name(together, typing), _typing(typing), collides=True)
    reading = together.company.reading(*names)
    if reading:
        return Said("eye", _name(together, reading[0]), _reading(len(reading) - 1))
    return Said("eye", "", translate("Drawer", "Nobody else has this conversation open"))


def _name(together: "Together", one: Present) -> str:
    return officer_name(together.book.state, one.officer)


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
