"""One thing the checks found: what it is about, one repair, the way to the words, and a yes."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.ui.compose.check_told import told_of
from controlroom.ui.compose.note import Note
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
EDGE, ICON = 3, 16
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckRow(Styled, QWidget):
    """A finding in its colour.

    Signals:
        repaired, shown, answered: the repair, the words, or a yes to the question is wanted.
    """

    repaired = Signal()
    shown = Signal()
    answered = Signal(bool)

    def __init__(
        self,
        finding: Finding,
        *,
        confirmed: bool,
        asks: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asks = asks
        self.finding, self.confirmed = finding, confirmed
        self.blocks = finding.verdict is Verdict.BLOCKS
        self.title, self.under = Note(Type.SMALL, 600, "text1"), Note(Type.SMALL)
        self.mend, self.look, self.yes = Button(Kind.SMALL), Button(Kind.SMALL), Button(Kind.SMALL)
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.follow()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._row.setContentsMargins(px(EDGE + 10 + ICON + 10), px(7), px(8), px(7))
        self._row.setSpacing(px(6))

    def retranslate(self) -> None:
        told = told_of(self.finding)
        self.title.set_text(told.title)
        self.under.set_text(told.under)
        self.under.setVisible(bool(told.under))
        self.setAccessibleName(f"{told.verdict}. {told.title}. {told.under}")
        self._name(self.mend, told.repair)
        self._name(self.look, translate("Compose", "Go to text"))
        yes = (
            translate("Compose", "Take back") if self.confirmed else translate("Compose", "Confirm")
        )
        self._name(self.yes, yes)
        finding = self.finding
        can_mend = self._asks and finding.repair is not None and finding.repair.text is not None
        self.mend.setVisible(can_mend and bool(told.repair))
        self.look.setVisible(self._leads() and not self.mend.isVisibleTo(self))
        self.yes.setVisible(self._asks and not self.blocks)
        set_tip(self, told.source)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._leads():
            self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() and self._leads():
            self.shown.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        quiet = self.confirmed
        tint = colours.bg2 if quiet else colours.red_tint if self.blocks else colours.amber_tint
        ink = colours.text3 if quiet else colours.red if self.blocks else colours.amber
        painter.fillRect(self.rect(), tint)
        painter.fillRect(0, 0, px(EDGE), self.height(), ink)
        icon = "okc" if quiet else "crit" if self.blocks else "warn"
        top = (self.height() - px(ICON)) // 2
        draw_icon(painter, icon, px(EDGE + 10), top, px(ICON), ink)

    def _build(self) -> None:
        self._row, said = QHBoxLayout(self), QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self.title)
        said.addWidget(self.under)
        said.addStretch(1)
        self._row.addLayout(said, 1)
        for button in (self.mend, self.look, self.yes):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.mend.clicked.connect(self.repaired)
        self.look.clicked.connect(self.shown)
        self.yes.clicked.connect(lambda: self.answered.emit(not self.confirmed))

    def _leads(self) -> bool:
        """Returns whether there are words, or a file, to go to."""
        return self.finding.end > self.finding.start or self.finding.file >= 0

    def _name(self, button: Button, text: str) -> None:
        button.set_face(text)
        button.setAccessibleName(f"{text}: {self.title.text()}")
