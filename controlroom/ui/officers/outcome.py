"""What came of the last decision, and its Undo for ten seconds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model.journal_kinds import Decision
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Deciding

translate = QCoreApplication.translate
UNDO_MS = 10_000


class Outcome(Styled, QWidget):
    """A row that is there only while it has something to say; a failure stays until it is read."""

    def __init__(self, acts: "Deciding", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts, self._failed = acts, False
        self._undo: Decision | None = None
        self.text = Prose(Type.SMALL, 500, "text1", self)
        self.undo, self.close_button = Button(Kind.SMALL, self), Button(Kind.GHOST, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.undo, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self._over = QTimer(self, interval=UNDO_MS, singleShot=True)
        self._over.timeout.connect(self.leave)
        self.undo.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.leave)
        acts.done.connect(self.tell)
        acts.failed.connect(self.fail)
        self.hide()
        self.follow()

    def tell(self, text: str, undo: Decision | None) -> None:
        """Says what was done; it can be taken back where `undo` is given."""
        self._failed, self._undo = False, undo
        self._say(text)
        self._over.start()

    def fail(self, text: str) -> None:
        """Says what was not done, until somebody has read it."""
        self._failed, self._undo = True, None
        self._over.stop()
        self._say(text)

    def leave(self) -> None:
        """Goes away."""
        self._over.stop()
        self._undo = None
        self.hide()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._row.setContentsMargins(px(40), px(6), px(10), px(6))
        self._row.setSpacing(px(8))

    def retranslate(self) -> None:
        self.undo.set_face(translate("Rights", "Undo"), "undo")
        self.undo.setAccessibleName(translate("Rights", "Undo what was just decided"))
        self.close_button.set_face("", "x")
        self.close_button.setAccessibleName(translate("Rights", "Close this note"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.amber_tint if self._failed else colours.bg2)
        painter.fillRect(QRect(0, 0, self.width(), 1), colours.line2)
        icon, ink = ("warn", colours.amber) if self._failed else ("check", colours.text2)
        size = px(16)
        draw_icon(painter, icon, px(14), (self.height() - size) // 2, size, ink)

    def _say(self, text: str) -> None:
        self.text.set_text(text)
        self.undo.setVisible(self._undo is not None)
        self.show()
        self.update()
        announce(self, text)

    def _take_back(self) -> None:
        decision = self._undo
        self.leave()
        if decision is not None:
            self._acts.decide(decision)
