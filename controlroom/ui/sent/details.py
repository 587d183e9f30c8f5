"""One delivery: its text as that profile got it, and everything known of it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.esc import takes_esc
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal.facts import Facts
from controlroom.ui.journal.names import Names
from controlroom.ui.plain import set_tip
from controlroom.ui.review.said import grow_down
from controlroom.ui.sent.sought import Sent
from controlroom.ui.sent.words import facts_of, said_short, spoken, state_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
TEXT_HEIGHT = 110


class SentDetails(Styled, QWidget):
    """The pane.

    Signals:
        closed: it is to go.
        entry_wanted: an entry of the record is to be shown, by its number.
        draft_wanted: a draft is to be shown profile by profile, by its id.
    """

    closed = Signal()
    entry_wanted = Signal(object)
    draft_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sent: Sent | None = None
        self.names = Names(None, {})
        self.head, self.state = Prose(Type.LEAD, 600, "text1"), Prose(Type.SMALL, 500, "text1")
        self.leave = Button(Kind.GHOST)
        self.text, self.facts = QPlainTextEdit(), Facts()
        self.open, self.copy, self.entry, self.each = (Button(Kind.SMALL) for _ in range(4))
        self._build()
        self._wire()
        self.follow()

    def show_sent(self, sent: Sent, names: Names) -> None:
        """Shows a row."""
        if self.sent is None or self.sent.row.seq != sent.row.seq:
            self._scroll.verticalScrollBar().setValue(0)
        self.sent, self.names = sent, names
        self._say()

    def restyle(self) -> None:
        px, colours = theme().metrics.px, theme().palette
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(12), px(8), px(8), px(8))
        self._column.setContentsMargins(px(12), 0, px(12), px(8))
        self._column.setSpacing(px(8))
        self.text.setFixedHeight(px(TEXT_HEIGHT))
        self.text.setFont(theme().fonts.font(Type.BODY))
        self.text.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.field.name()};"
            f" color: {colours.text1.name()}; border: 1px solid {colours.line2.name()}; }}"
        )

    def retranslate(self) -> None:
        self.leave.set_face("", "x")
        self.leave.setAccessibleName(translate("Record", "Close the pane"))
        self.text.setAccessibleName(translate("Sent", "The text as this profile got it"))
        for button, text, icon in (
            (self.open, translate("Sending", "Open on the network"), "globe"),
            (self.copy, translate("Sending", "Copy the text"), "save"),
            (self.entry, translate("Sent", "Show the entry in the record"), "list"),
            (self.each, translate("Sending", "Show each profile"), "send"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line2)

    def event(self, event: QEvent) -> bool:
        """Esc leads back to the list before it closes the panel."""
        return takes_esc(event, self.closed.emit) or super().event(event)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.addWidget(self.head, 1, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._head)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        for prose in (self.head, self.state):
            grow_down(prose)
        for part in (self.state, self.text, self.facts):
            self._column.addWidget(part)
        for button in (self.open, self.copy, self.entry, self.each, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if button is not self.leave:
                self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll, 1)

    def _wire(self) -> None:
        self.leave.clicked.connect(self.closed)
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.entry.clicked.connect(self._want_entry)
        self.each.clicked.connect(self._want_draft)

    def _say(self) -> None:
        sent = self.sent
        if sent is None:
            return
        self.head.set_text(said_short(sent)[:120])
        self.setAccessibleName(spoken(sent, self.names))
        self.state.set_text(state_told(sent))
        if self.text.toPlainText() != sent.row.text:
            self.text.setPlainText(sent.row.text)
        self.text.setVisible(bool(sent.row.text))
        self.copy.setEnabled(bool(sent.row.text))
        self.facts.show_facts(facts_of(sent, self.names))
        web = sent.row.url.startswith("https://")
        self.open.setEnabled(web)
        set_tip(self.open, sent.row.url if web else "")

    def _open(self) -> None:
        if self.sent is not None and self.sent.row.url.startswith("https://"):
            QDesktopServices.openUrl(QUrl(self.sent.row.url))

    def _copy(self) -> None:
        if self.sent is not None:
            QGuiApplication.clipboard().setText(self.sent.row.text)

    def _want_entry(self) -> None:
        if self.sent is not None:
            self.entry_wanted.emit(self.sent.row.seq)

    def _want_draft(self) -> None:
        if self.sent is not None:
            self.draft_wanted.emit(self.sent.row.key.draft)
