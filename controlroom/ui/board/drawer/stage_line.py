"""The line under the drawer's head: whether the conversation is whole, and if not, why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model.completing import Completing, Stage
from controlroom.model.reading import GapCause
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from datetime import datetime

translate = QCoreApplication.translate
HEIGHT = 28


class StageLine(Styled, QWidget):
    """Icon, words, and a way to have it read again. Its place is kept, so that nothing moves.

    Signals:
        again: the conversation is to be read again.
    """

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told, self._network = Completing(0, Stage.READING), ""
        self.button = Button(Kind.GHOST, self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.again)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.button)
        self.follow()

    def say(self, told: Completing, network: str) -> None:
        """Shows how far the conversation has been read."""
        self._told, self._network = told, network
        self.retranslate()

    def words(self) -> str:
        """Returns what is said now."""
        return stage_words(self._told, self._network)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(0, 0, px(10), 0)

    def retranslate(self) -> None:
        text = translate("Drawer", "Read again")
        self.button.set_face(text, "sync")
        self.button.setAccessibleName(f"{text}, F5")
        self.button.setVisible(self._told.stage is Stage.FAILED)
        self.setAccessibleName(self.words())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        size = px(13)
        top = (self.height() - size) // 2
        draw_icon(painter, _icon(self._told), px(14), top, size, colours.text3)
        left = px(14) + size + px(8)
        end = self.button.x() - px(8) if self.button.isVisible() else self.width() - px(14)
        area = QRect(left, 0, end - left, self.height())
        words(painter, area, self.words(), colours.text2, Type.SMALL)


def stage_words(told: Completing, network: str) -> str:
    """Returns how far a conversation has been read, in a sentence."""
    if told.stage is Stage.FAILED:
        return _failed(told.cause, told.until, network)
    text = {
        Stage.READING: translate("Drawer", "Reading the conversation on {network}…"),
        Stage.WHOLE: translate("Drawer", "Complete: all that {network} gives has been read"),
        Stage.PARTLY: translate("Drawer", "{network} has more of it than is read at once"),
        Stage.NOT_OFFERED: translate("Drawer", "{network} gives no conversations; this is saved"),
        Stage.NO_PROFILE: translate("Drawer", "No profile of ours can ask {network} for it"),
    }[told.stage]
    return text.format(network=network)


def _failed(cause: GapCause | None, until: "datetime | None", network: str) -> str:
    if cause is GapCause.BUDGET_USED and until is not None:
        text = translate("Drawer", "The reads {network} allows are used up until {time}")
        return text.format(network=network, time=language().time_in_prose(until.astimezone()))
    said = {
        GapCause.NETWORK_DOWN: translate("Drawer", "{network} does not answer; this is saved"),
        GapCause.TOKEN_EXPIRED: translate(
            "Drawer", "The sign-in on {network} has ended; connect the profile again"
        ),
        GapCause.PERMISSION_MISSING: translate(
            "Drawer", "{network} does not let this profile read it"
        ),
        GapCause.NOT_FOUND: translate("Drawer", "{network} does not know this post any more"),
        GapCause.BUDGET_USED: translate("Drawer", "The reads {network} allows are used up"),
        GapCause.NONSENSE: translate("Drawer", "{network} sent something that cannot be read"),
    }.get(cause or GapCause.NOT_READING)
    offline = translate("Drawer", "The networks are not being read; this is what is saved")
    return said.format(network=network) if said else offline


def _icon(told: Completing) -> str:
    if told.stage is Stage.FAILED:
        offline = told.cause in (GapCause.NETWORK_DOWN, GapCause.NOT_READING)
        return "offline" if offline else "gauge" if told.cause is GapCause.BUDGET_USED else "info"
    return {Stage.READING: "sync", Stage.WHOLE: "okc"}.get(told.stage, "info")
