"""The right of Approvals: checks, route, what was looked at, remarks, and the decision."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from controlroom.ui.approvals.looked_list import LookedList, Part
from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.compose.checks_pane import ChecksPane
from controlroom.ui.compose.route_pane import Step, StepList
from controlroom.ui.compose.wrap import Wrap
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.marked import QT_TRANSLATE_NOOP
from controlroom.ui.review.said import grow_down
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
LONGEST_REMARK = 2_000
SUGGESTED = (
    QT_TRANSLATE_NOOP("Approvals", "Cover a face"),
    QT_TRANSLATE_NOOP("Approvals", "Cut the clip"),
    QT_TRANSLATE_NOOP("Approvals", "Wrong profiles"),
    QT_TRANSLATE_NOOP("Approvals", "Wait for the family"),
)


class DecidePane(Styled, QWidget):
    """Decides on one draft.

    Signals:
        approved, returned, passed: a button was pressed.
        wanted: a part is to be shown; carries its key.
    """

    approved = Signal()
    returned = Signal()
    passed = Signal()
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks, self.steps, self.looked = ChecksPane(asks=False), StepList(), LookedList()
        self.route_head, self.looked_head = (Prose(Type.CAPTION, 600, "text2") for _ in range(2))
        self.unlocks, self.remark_head = Prose(Type.SMALL), Prose(Type.CAPTION, 600, "text2")
        self.remark, self.about = QPlainTextEdit(), Prose(Type.SMALL)
        self.suggested = [Button(Kind.SMALL) for _ in SUGGESTED]
        self.why = Prose(Type.SMALL, 500, "text2")
        self.approve, self.back = Button(Kind.MAIN), Button(Kind.PLAIN)
        self.pass_on = Button(Kind.PLAIN)
        for prose in (self.unlocks, self.why, self.about):
            grow_down(prose)
        self._build()
        self.follow()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Shows the route."""
        self.steps.show_steps(steps)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Shows what was looked at, and what is still to be opened."""
        self.looked.show_parts(parts)
        missing = sum(not part.is_opened for part in parts)
        told = translate("Approvals", "Approve unlocks when everything here has been opened.")
        self.unlocks.set_text(told if missing else "")
        self.unlocks.setVisible(bool(missing))

    def show_doors(self, approve: str, why_not: str, why_not_back: str, why_not_pass: str) -> None:
        """Shows what may be pressed.

        Args:
            approve: the words of the main button.
        """
        self.approve.set_face(approve, "check" if not why_not else "lock", _ENTER)
        self.approve.setEnabled(not why_not)
        self.approve.setAccessibleName(approve)
        self.approve.setAccessibleDescription(why_not)
        self.back.setEnabled(not why_not_back)
        self.back.setAccessibleDescription(why_not_back)
        self.pass_on.setEnabled(not why_not_pass)
        self.pass_on.setAccessibleDescription(why_not_pass)
        self.why.set_text(why_not)
        self.why.setVisible(bool(why_not))

    def show_words(self, words: str) -> None:
        """Shows which words of the text the remark is about."""
        if words:
            told = translate("Approvals", "About: “{words}”").format(words=words[:120])
        else:
            told = translate("Approvals", "Choose words in the text to say what it is about.")
        self.about.set_text(told)

    def retranslate(self) -> None:
        self.route_head.set_text(translate("Approvals", "ROUTE"))
        self.looked_head.set_text(translate("Approvals", "I HAVE LOOKED AT"))
        self.remark_head.set_text(translate("Approvals", "REMARK TO THE AUTHOR"))
        self.remark.setPlaceholderText(translate("Approvals", "Needed to return it"))
        self.remark.setAccessibleName(translate("Approvals", "Remark to the author"))
        for button, text in zip(self.suggested, SUGGESTED, strict=True):
            button.set_face(translate("Approvals", text))
            button.setAccessibleName(translate("Approvals", text))
        self.back.set_face(translate("Approvals", "Return"), "reply", "Shift R")
        self.back.setAccessibleName(translate("Approvals", "Return to the author"))
        self.pass_on.set_face(translate("Approvals", "Ask a colleague…"), "assign")
        self.pass_on.setAccessibleName(translate("Approvals", "Ask a colleague…"))

    def restyle(self) -> None:
        px, colours = theme().metrics.px, theme().palette
        self._column.setContentsMargins(px(14), px(10), px(14), px(14))
        self._column.setSpacing(px(8))
        self._foot.setContentsMargins(px(14), px(10), px(14), px(12))
        self._foot.setSpacing(px(8))
        self.remark.setFixedHeight(px(72))
        self.remark.setFont(theme().fonts.font(Type.BODY))
        self.remark.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.field.name()}; color: {colours.text1.name()};"
            f" border: 1px solid {colours.line3.name()};"
            f" border-radius: {theme().metrics.radius.button}px; }}"
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line1)

    def _build(self) -> None:
        holder = QWidget()
        inside, self._column = QVBoxLayout(holder), QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        # The checks bring margins of their own.
        inside.addWidget(self.checks)
        inside.addLayout(self._column, 1)
        row = Wrap(6)
        for button in self.suggested:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on=False, one=button: self._suggest(one.text()))
            row.addWidget(button)
        for part in (
            self.route_head, self.steps, self.looked_head, self.looked, self.unlocks,
            self.remark_head, self.about, self.remark,
        ):  # fmt: skip
            self._column.addWidget(part)
        self._column.addLayout(row)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBar(Gutter())
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot, buttons = QVBoxLayout(), Wrap(6)
        for button in (self.back, self.pass_on):
            buttons.addWidget(button)
        self._foot.addWidget(self.why)
        self._foot.addLayout(buttons)
        self._foot.addWidget(self.approve)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._foot)
        self.remark.setTabChangesFocus(True)
        for button, signal in (
            (self.approve, self.approved),
            (self.back, self.returned),
            (self.pass_on, self.passed),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(signal)
        wide, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.approve.setSizePolicy(wide, fixed)
        self.looked.wanted.connect(self.wanted)

    def _suggest(self, text: str) -> None:
        before = self.remark.toPlainText().strip()
        self.remark.setPlainText(f"{before} {text}.".strip())
        self.remark.setFocus()


_ENTER = "Ctrl ↵"
