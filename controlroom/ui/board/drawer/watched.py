"""What a colleague writes below the thread, while it is watched: amber, dashed, never published."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from controlroom.model.outgoing.content import ContentUnreadable, read_content
from controlroom.ui.board.card.clean import clean
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.initials import initials
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
AVATAR, GAP, PAD, HEAD, SIDE, LONGEST = 28, 10, 8, 16, 14, 900
"""Of a long draft the end is shown, which is where it is written."""


class WatchedDraft(Styled, QWidget):
    """Hidden while nobody watches; its name and words are there for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._told, self._silent = "", "", False
        self.text = Prose(Type.BODY, 400, "text1", self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()
        self.follow()

    def say(self, name: str, written: str | None, *, silent: bool) -> None:
        """Shows what somebody writes; None for what is not for whoever sits here."""
        self._name, self._silent = name, silent
        self._told = _words(written)
        self.retranslate()
        self.show()

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def retranslate(self) -> None:
        self.text.set_text(self._told)
        self._fit()
        name = translate("Drawer", "Draft of {name}, visible to colleagues only")
        self.setAccessibleName(name.format(name=self._name))
        self.setAccessibleDescription(self._told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        avatar = QRect(px(SIDE), px(4), px(AVATAR), px(AVATAR))
        radius = theme().metrics.radius
        box(painter, avatar, radius.thumb, colours.accent_tint, colours.accent_line)
        words(painter, avatar, initials(self._name), colours.accent, Type.CAPTION, 600, CENTRE)
        left = avatar.right() + 1 + px(GAP)
        around = QRect(left, px(4), self.width() - left - px(SIDE), self.height() - px(8))
        box(painter, around, radius.button, colours.amber_tint)
        painter.setPen(QPen(colours.amber_line, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(around).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, radius.button, radius.button)
        self._head(painter, around)

    def _fit(self) -> None:
        """Is as high as the words need at the width there is."""
        px = theme().metrics.px
        left, top = px(SIDE + AVATAR + 2 * GAP), px(PAD + HEAD + 7)
        self.text.fix_width(max(1, self.width() - left - px(SIDE + GAP)))
        self.text.move(left, top)
        self.setFixedHeight(top + self.text.height() + px(PAD + 4))

    def _head(self, painter: QPainter, around: QRect) -> None:
        px, colours = theme().metrics.px, theme().palette
        area = around.adjusted(px(GAP), px(PAD), -px(GAP), 0)
        area.setHeight(px(HEAD))
        state = translate("Drawer", "silent") if self._silent else translate("Drawer", "writing")
        last = width_of(state, Type.CAPTION, 600)
        end = QRect(area.right() + 1 - last, area.y(), last, area.height())
        words(painter, end, state, colours.amber, Type.CAPTION, 600)
        name = min(width_of(self._name, Type.BODY, 600), area.width() // 2)
        first = QRect(area.x(), area.y(), name, area.height())
        words(painter, first, self._name, colours.text1, Type.BODY, 600)
        left = first.right() + 1 + px(6)
        rest = QRect(left, area.y(), end.x() - px(8) - left, area.height())
        text = translate("Drawer", "draft, visible to colleagues only")
        words(painter, rest, text, colours.text2, Type.CAPTION)


def _words(written: str | None) -> str:
    if written is None:
        return translate("Drawer", "What is written here is not for you to read.")
    try:
        content = read_content(written)
    except ContentUnreadable:
        return translate("Drawer", "It is written with another version of this program.")
    text = clean(content.pieces[0].text if content.pieces else "", 30_000).text
    return text if len(text) <= LONGEST else f"…{text[-LONGEST:]}"
