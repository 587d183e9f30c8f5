"""Where a conversation is answered: as whom, publicly or not, the words, what the checks say."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import Act
from controlroom.outbound.counting.measure import Count
from controlroom.ui.compose.check_row import CheckRow
from controlroom.ui.compose.counter import Counter
from controlroom.ui.compose.note import Note
from controlroom.ui.compose.pick import Pick
from controlroom.ui.compose.text_box import TextBox, Underline
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.draw import width_of
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import bounded, set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ROWS, MOST_ROWS, LONGEST_NAME = 2, 3, 26
LOW = 600
"""Pixels of a window at 100 % below which findings are shown one after the other."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReplyBox(Styled, QWidget):
    """The foot of the drawer.

    Signals:
        left: the keyboard is to go back to the thread; what stands here stays.
        sent: what stands here is to leave.
        answered: a rule's question was answered, or that is taken back.
        repaired, shown: the repair of a finding, or its words, are wanted.
    """

    left = Signal()
    sent = Signal()
    answered = Signal(str, bool)
    repaired = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.profile, self.act = Pick(self), Choice((Act.REPLY, Act.MESSAGE), self)
        self.box, self.counter = TextBox(ROWS, self), Counter(self)
        self.rows: list[CheckRow] = []
        self.state, self.send = Note(Type.CAPTION, 500, "text2", self), Button(Kind.MAIN, self)
        self.window_ = Note(Type.CAPTION, 500, "text2", self)
        self.saved = Button(Kind.GHOST, self)
        self._as, self._to, self._reason = "", "", ""
        self._still, self._most = False, MOST_ROWS
        self._findings: tuple[tuple[Finding, bool], ...] = ()
        self._build()
        self.follow()

    def show_text(self, text: str) -> None:
        """Shows what was begun."""
        self.box.fill(text)

    def show_profile(self, offered: Sequence[tuple[str, str]], key: str) -> None:
        """Shows as whom it is answered."""
        self._as = dict(offered).get(key, "")
        self.profile.offer(offered, key)
        self.retranslate()

    def show_acts(self, act: Act, possible: Sequence[Act]) -> None:
        """Shows whether it is public, and what of that is possible."""
        self.act.show_value(act)
        for answer in self.act.answers:
            answer.setEnabled(answer.value in possible)

    def show_target(self, name: str) -> None:
        """Shows whom it answers."""
        self._to = name
        self.retranslate()

    def show_count(self, count: Count | None) -> None:
        """Shows how long it is, and what of it is too much."""
        self.counter.say(count)

    def show_window(self, told: str, colour: str) -> None:
        """Shows how long whoever is answered can be, "" where nobody asks."""
        self.window_.set_colour(colour)
        self.window_.set_text(told)
        self.window_.setVisible(bool(told))

    def show_findings(self, findings: Sequence[Finding], confirmed: Sequence[str]) -> None:
        """Shows what the checks found, and underlines the words."""
        shown = tuple((one, one.rule in confirmed) for one in findings)
        if shown != self._findings:
            self._findings = shown
            self._show_rows()
        text, count = self.box.text(), self.counter.count
        marks = [Underline(one.start, one.end, one.verdict is Verdict.BLOCKS) for one in findings]
        if count is not None and count.over_from < len(text):
            marks.append(Underline(count.over_from, len(text), over=True))
        self.box.mark(marks)

    def hold_still(self, still: bool) -> None:
        """Lets what stands here be read and copied only, or written on again."""
        self._still = still
        self.box.setReadOnly(still)

    def allow(self, reason: str, locked: str, then: str) -> None:
        """Lets somebody write and send, or says why not.

        Args:
            reason: why nobody may write here at all, "" if they may.
            locked: why it cannot leave now.
            then: what happens when it leaves.
        """
        self._reason = reason
        self.box.setEnabled(not reason)
        for part in (self.profile, self.act, self.saved):
            part.setEnabled(not reason and not self._still)
        self.send.setEnabled(not reason and not locked)
        self.state.set_text(reason or locked.strip() or then)
        self.state.setVisible(bool(self.state.text()))
        set_tip(self.send, locked.strip() or f"{self.send.text()} · {self._as}")
        self.send.setAccessibleDescription(reason or locked)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(6))
        self._top.setSpacing(px(6))
        self._foot.setSpacing(px(8))
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_rows()

    def retranslate(self) -> None:
        text = translate("Reply", "Reply as")
        self.profile.name(text)
        self._label.set_text(text)
        self._label.fix_width(width_of(text, Type.SMALL) + 2)
        names = [translate("Reply", "Public"), translate("Reply", "Message")]
        self.act.name_answers(translate("Reply", "Who can read it"), names)
        hint = translate("Reply", "Reply to {name} · R")
        self.box.setPlaceholderText(self._reason or hint.format(name=self._to))
        self.box.setAccessibleName(hint.format(name=self._to))
        self.box.setAccessibleDescription(self._reason)
        message = self.act.answers[1].isChecked()
        text = translate("Reply", "Message as {profile}") if message else translate(
            "Reply", "Reply as {profile}"
        )  # fmt: skip
        text = text.format(profile=bounded(self._as, LONGEST_NAME))
        self.send.set_face(text, "send", "Ctrl ↵")
        self.send.setAccessibleName(f"{text}, Ctrl Enter")
        text = translate("Reply", "Saved texts")
        self.saved.set_face("", "note")
        self.saved.setAccessibleName(text)
        set_tip(self.saved, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() in ENTER:
            if self.send.isEnabled():
                self.sent.emit()
        elif control and event.key() == Qt.Key.Key_Semicolon:
            self._next()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.fillRect(0, 0, self.width(), 1, colours.line2)

    def _build(self) -> None:
        self._column, self._top, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._label = Prose(Type.SMALL, parent=self)
        self._top.addWidget(self._label)
        self._top.addWidget(self.profile)
        self._top.addWidget(self.act)
        self._top.addStretch(1)
        self._top.addWidget(self.saved)
        self._found = QVBoxLayout()
        self._column.addLayout(self._top)
        self._column.addWidget(self.box)
        self._column.addWidget(self.window_)
        self._column.addLayout(self._found)
        self._column.addLayout(self._foot)
        self._column.addWidget(self.state)
        self._foot.addStretch(1)
        self._foot.addWidget(self.counter)
        self._foot.addWidget(self.send)
        for button in (self.send, self.saved):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.send.clicked.connect(self.sent)

    def _show_rows(self) -> None:
        for row in self.rows:
            self._found.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._most = self._most_rows()
        self.rows = [CheckRow(one, confirmed=yes) for one, yes in self._findings[: self._most]]
        for row in self.rows:
            self._found.addWidget(row)
            finding = row.finding
            row.answered.connect(lambda yes, rule=finding.rule: self.answered.emit(rule, yes))
            row.repaired.connect(lambda one=finding: self.repaired.emit(one))
            row.shown.connect(lambda one=finding: self.box.go_to(one.start, one.end))

    def _most_rows(self) -> int:
        return MOST_ROWS if theme().metrics.at_full_size(self.window().height()) >= LOW else 1

    def _fit_rows(self) -> None:
        if self._most != self._most_rows():
            self._show_rows()

    def _next(self) -> None:
        """Goes to the words of the first finding behind the cursor."""
        found = [one for one, _yes in self._findings if one.end > one.start]
        caret = self.box.caret()
        behind = [one for one in found if one.start >= caret] or found
        if behind:
            self.box.go_to(behind[0].start, behind[0].end)
