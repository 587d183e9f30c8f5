"""Approvals: the list, the draft that is looked at, and the decision on it."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_decision import Decision
from controlroom.model.journal_outgoing import DraftApproved, DraftPassedOn, DraftReturned, Remark
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import Content, ContentUnreadable, read_content
from controlroom.store.desk.looked import Looked
from controlroom.team.publishing import views
from controlroom.ui.approvals.decide_pane import DecidePane
from controlroom.ui.approvals.draft_view import DraftPane
from controlroom.ui.approvals.looked_list import Part
from controlroom.ui.approvals.parts import file_told, files, texts, variant_told
from controlroom.ui.approvals.queue import Waiting, for_you, queue
from controlroom.ui.approvals.queue_list import QueueList
from controlroom.ui.approvals.route import steps_of
from controlroom.ui.approvals.words import title_told
from controlroom.ui.compose.anew import Anew
from controlroom.ui.compose.force import Force
from controlroom.ui.compose.judging import Judging
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.surrounding import Surrounding
from controlroom.ui.compose.when_told import moment_told
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import width_of
from controlroom.ui.controls.page_keys import PageKeys
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.incident_names import incident_told
from controlroom.ui.language import counted, told
from controlroom.ui.officers.reasons import failure_told, refusal_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.metrics import WIDE
from controlroom.ui.theme.theme import theme
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.team.state import State

translate = QCoreApplication.translate
LIST, DECIDE, NARROW_LIST, NARROW_DECIDE = 300, 424, 232, 336
TICK_MS, SETTLE_MS = 1_000, 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ApprovalsPage(Styled, PageKeys):
    """The page; it follows the record, and remembers what was looked at."""

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        self.work = Workshop(self)
        self.force = Force(window, self.work, self)
        self.around = Surrounding(window, self.force, lambda: self._shown[0])
        self.judging = Judging(self.work, self.around.of, self)
        self.anew = Anew(window.record, window.line, self.judging, self)
        self.head, self.second = Prose(Type.HEADING, 600, "text1"), Prose(Type.BODY)
        self.list, self.draft, self.decide = QueueList(), DraftPane(self.work), DecidePane()
        self.empty, self.together = Prose(Type.BODY), Button(Kind.SMALL)
        self._rows: list[Waiting] = []
        self._shown: tuple[str, int, str] = ("", 0, "")
        self._looked: dict[str, Looked] = {}
        self._opening = ("", "")
        self._before: Looked | None = None
        self._opened: set[str] = set()
        self._blocked: set[str] = set()
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._tick = QTimer(self, interval=TICK_MS)
        self._build()
        self._wire()
        self.follow()

    def open_house(self, house: Any) -> None:
        """Reads what was looked at before, and the profiles."""
        self.draft.stage.open_house(house)
        self.work.do(house.desk.looked, self._remember, self._window.trouble.emit)
        self.force.look()

    def close_house(self) -> None:
        """Lets go of the house."""
        self.draft.stage.open_house(None)
        self.judging.stop()
        self.anew.stop()
        self._soon.stop()
        self._tick.stop()

    def end(self) -> None:
        """Ends for good, with the window."""
        self.close_house()
        self.work.close()

    def show_now(self) -> None:
        """Shows the list and the draft as the record has them now."""
        self._soon.stop()
        state = self._state
        if state is None:
            return
        self._rows = queue(state, self._officer, clock.now())
        self.list.show_rows(state, self._rows)
        self._say_head()
        self._show_current(self.list.current)

    def first_focus(self) -> QWidget:
        """Returns what gets the keyboard when the section is shown."""
        return self.list

    def approve(self) -> None:
        """Agrees to the draft that is looked at."""
        row = self.list.current
        if row is None or self._why_not_approve(row):
            return
        content = row.draft.content
        opened = tuple(sorted(self._opened & row.draft.to_open)) if content is not None else ()
        told = DraftApproved(row.draft.id, row.draft.hash, row.draft.step, opened)
        self._decide(told, translate("Approvals", "Approved: {title}"), row)

    def approve_seen(self) -> None:
        """Agrees to every draft that waits for who works here and was opened whole."""
        for row in self._seen():
            opened = tuple(sorted(row.draft.to_open))
            told = DraftApproved(row.draft.id, row.draft.hash, row.draft.step, opened)
            self._decide(told, translate("Approvals", "Approved: {title}"), row)

    def give_back(self) -> None:
        """Returns it to its author with what is written; without words they are asked for."""
        row = self.list.current
        if row is None or self._why_not_return(row):
            return
        text = self.decide.remark.toPlainText().strip()
        if not text:
            self.decide.remark.setFocus()
            return
        start, end = self.draft.text.chosen()
        remark = Remark(text, self.draft.key, 0, start, end)
        told = DraftReturned(row.draft.id, row.draft.hash, (remark,))
        self.decide.remark.clear()
        self._decide(told, translate("Approvals", "Returned: {title}"), row)

    def pass_on(self) -> None:
        """Asks which colleague is to decide."""
        from controlroom.ui.approvals.colleagues import whom_to_ask

        row, state = self.list.current, self._state
        if row is None or state is None:
            return
        panel = whom_to_ask(state, row.draft, self._officer)
        panel.chosen.connect(partial(self._pass_to, row))
        self._window.open_layer(panel)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._head.setContentsMargins(px(16), px(8), px(16), px(8))
        self._head.setSpacing(px(12))
        self.head.fix_width(width_of(self.head.text(), Type.HEADING, 600) + 2)
        self._fit()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Approvals", "Approvals"))
        self.head.set_text(translate("Approvals", "Approvals"))
        self.head.fix_width(width_of(self.head.text(), Type.HEADING, 600) + 2)
        self.list.setAccessibleName(translate("Approvals", "Drafts that want a decision"))
        self.empty.set_text(
            translate("Approvals", "Nothing waits for a decision. New drafts appear here.")
        )
        self._show_if_seen()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        right = self.list.geometry().right() + 1
        painter.fillRect(right, self.list.y(), 1, self.list.height(), colours.line1)
        painter.fillRect(0, self.list.y() - 1, self.width(), 1, colours.line1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, event: object) -> None:
        self._tick.start()
        self.show_now()

    def hideEvent(self, event: object) -> None:
        self._tick.stop()

    def action_of(self, event: QKeyEvent) -> Any:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if key in _ENTER and held == control:
            return self.approve
        if self.decide.remark.hasFocus():
            return None
        if key == Qt.Key.Key_R and held == shift:
            return self.give_back
        if held:
            return None
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return partial(self.draft.step_text, key - Qt.Key.Key_1)
        actions: dict[int, Any] = {
            Qt.Key.Key_J: partial(self.list.step, 1),
            Qt.Key.Key_K: partial(self.list.step, -1),
            Qt.Key.Key_Space: self.draft.stage.play,
        }
        return actions.get(key)

    @property
    def _state(self) -> "State | None":
        state: State | None = self._window.record.state
        return state

    @property
    def _officer(self) -> str:
        return str(self._window.record.officer)

    def _build(self) -> None:
        self._head, row = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.head)
        self._head.addWidget(self.second, 1)
        self._head.addWidget(self.together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for part in (self.list, self.draft, self.decide):
            row.addWidget(part, 1 if part is self.draft else 0)
        row.addWidget(self.empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addLayout(self._head)
        whole.addLayout(row, 1)

    def _wire(self) -> None:
        book = self._window.record
        for signal in (book.begun, book.changed, book.acts, self.force.changed):
            signal.connect(self._settle)
        self.force.changed.connect(self._learn)
        self.anew.changed.connect(self._settle)
        self._soon.timeout.connect(self.show_now)
        self._tick.timeout.connect(self.show_now)
        self.list.moved.connect(self._show_current)
        self.draft.opened.connect(self._open)
        self.draft.text.selectionChanged.connect(self._say_words)
        self.judging.judged.connect(self._show_checks)
        self.decide.wanted.connect(self.draft.show_part)
        self.decide.checks.shown.connect(lambda found: self.draft.show_part(found.variant))
        self.decide.approved.connect(self.approve)
        self.decide.returned.connect(self.give_back)
        self.decide.passed.connect(self.pass_on)
        self.together.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.together.clicked.connect(self.approve_seen)

    def _show_if_seen(self) -> None:
        """What nobody sees has not been looked at."""
        if self.isVisible():
            self.show_now()

    def _settle(self, *_why: object) -> None:
        if self.isVisible():
            self._soon.start()

    def _fit(self) -> None:
        measures = theme().metrics
        px, narrow = measures.px, measures.at_full_size(self.width()) < WIDE
        self.list.setFixedWidth(px(NARROW_LIST if narrow else LIST))
        self.decide.setFixedWidth(px(NARROW_DECIDE if narrow else DECIDE))

    def _say_head(self) -> None:
        mine = len(for_you(self._rows))
        self.second.set_text(
            counted(
                mine,
                translate("Approvals", "{n} for you, soonest first"),
                translate("Approvals", "{n} for you, soonest first"),
            )
        )
        seen = len(self._seen())
        told_seen = translate("Approvals", "Approve {n} that were opened")
        self.together.set_face(told_seen.format(n=seen), "approvals")
        self.together.setAccessibleName(self.together.text())
        self.together.setVisible(seen > 1)
        any_row = bool(self._rows)
        for part in (self.list, self.draft, self.decide):
            part.setVisible(any_row)
        self.empty.setVisible(not any_row)

    def _seen(self) -> list[Waiting]:
        """Returns what was opened whole, in the version that waits now, and blocked by nothing."""
        found = []
        for row in for_you(self._rows):
            looked = self._looked.get(self._mine(row))
            whole = looked is not None and looked.content == row.draft.text
            if whole and looked is not None and row.draft.to_open <= looked.opened:
                found += [row] if not row.has_expired and row.draft.id not in self._blocked else []
        return found

    def _show_current(self, row: Waiting | None) -> None:
        if row is None or self._state is None:
            return
        version = (row.draft.id, row.draft.seq, self._officer)
        if version != self._shown:
            self._shown = version
            self._begin(row)
        self._show_doors(row)

    def _learn(self) -> None:
        """A server may take less than when the draft was shown."""
        self.draft.lengths = Lengths(self.around.limits())
        self.judging.ask_anew()

    def _mine(self, row: Waiting) -> str:
        """Returns under what a draft is remembered: nobody has opened it for somebody else."""
        return f"{self._officer}/{row.draft.id}"

    def _begin(self, row: Waiting) -> None:
        """Shows another draft, or another version of it; what is opened counts from now on."""
        content = row.draft.content
        if content is None:
            return
        mine = self._mine(row)
        looked, opening = self._looked.get(mine), (mine, row.draft.text)
        if opening != self._opening:
            self._opening, self._before = opening, looked
        self._opened = set(looked.opened) if looked and looked.content == row.draft.text else set()
        earlier = _read(self._before.content) if self._before is not None else None
        profiles = self.force.profiles
        incident = ""
        if self._state is not None and row.draft.incident:
            incident = incident_told(self._state, row.draft.incident)
        self.draft.lengths = Lengths(self.around.limits())
        self.draft.show_draft(row.draft, content, earlier, profiles, incident)
        self.decide.remark.clear()
        self.judging.ask(content)

    def _show_doors(self, row: Waiting) -> None:
        state, content = self._state, row.draft.content
        if state is None or content is None:
            return
        self.decide.show_steps(steps_of(state, row.draft, self._officer))
        self.decide.show_parts(self._parts(content))
        when = row.draft.when
        words = (
            translate("Approvals", "Approve for {when}").format(when=moment_told(when))
            if when is not None
            else translate("Approvals", "Approve")
        )
        self.decide.show_doors(
            words,
            self._why_not_approve(row),
            self._why_not_return(row),
            self._refused(views.why_not_approve(state, self._officer, row.draft.id, clock.now())),
        )
        self._say_words()

    def _parts(self, content: Content) -> list[Part]:
        found = [Part(key, variant_told(key), key in self._opened) for key in texts(content)]
        named = ((one.sha256, file_told(one)) for one in files(content))
        return found + [Part(key, name, key in self._opened) for key, name in named]

    def _why_not_approve(self, row: Waiting) -> str:
        state, content = self._state, row.draft.content
        if state is None or content is None:
            return translate("Approvals", "There is nothing to decide.")
        refusal = views.why_not_approve(state, self._officer, row.draft.id, clock.now())
        if refusal is not None:
            return self._refused(refusal)
        if not row.draft.to_open <= self._opened:
            return translate("Approvals", "Not everything has been opened yet.")
        if row.has_expired:
            return translate(
                "Approvals", "Its time has passed. Its author has to put it forward with another."
            )
        if not self.judging.is_of(content):
            return translate("Approvals", "The checks are still running.")
        if any(one.verdict is Verdict.BLOCKS for one in self.judging.findings):
            return translate("Approvals", "A check blocks this. Return it to its author.")
        return ""

    def _why_not_return(self, row: Waiting) -> str:
        state = self._state
        if state is None:
            return translate("Approvals", "There is nothing to decide.")
        return self._refused(views.why_not_return(state, self._officer, row.draft.id, clock.now()))

    def _refused(self, refusal: Refusal | None) -> str:
        if refusal is None:
            return ""
        return translate("Approvals", "Not possible: {why}").format(why=refusal_told(refusal))

    def _open(self, key: str) -> None:
        """Something was looked at: written down, so that it need not be opened again."""
        row, house = self.list.current, self._window.house
        if row is None or not row.draft.text or key in self._opened:
            return
        self._opened.add(key)
        looked = Looked(self._mine(row), row.draft.text, frozenset(self._opened))
        if row.draft.to_open <= self._opened:
            self._looked[looked.draft] = looked
        if house is not None:
            self.work.do(partial(house.desk.save_looked, looked), failed=self._window.trouble.emit)
        self._show_doors(row)

    def _remember(self, looked: dict[str, Looked]) -> None:
        # What is open by now was opened before this was known; that it is open is no earlier look.
        self._before = looked.get(self._opening[0])
        self._looked, self._shown = looked | self._looked, ("", 0, "")
        self._show_if_seen()

    def _show_checks(self) -> None:
        row = self.list.current
        if row is not None and row.draft.content is not None:
            self._mind_blocks(row)
            from controlroom.outbound.checks.rulebook import rules

            trouble = told(self.judging.trouble) if self.judging.trouble is not None else ""
            confirmed = row.draft.confirmed
            self.decide.checks.show_findings(
                self.judging.findings, confirmed, len(rules()), trouble
            )
            self._show_doors(row)

    def _mind_blocks(self, row: Waiting) -> None:
        if any(one.verdict is Verdict.BLOCKS for one in self.judging.findings):
            self._blocked.add(row.draft.id)
        else:
            self._blocked.discard(row.draft.id)

    def _say_words(self) -> None:
        start, end = self.draft.text.chosen()
        self.decide.show_words(self.draft.text.words(start, end))

    def _pass_to(self, row: Waiting, officer: str) -> None:
        told = DraftPassedOn(row.draft.id, officer)
        self._decide(told, translate("Approvals", "A colleague was asked: {title}"), row)

    def _decide(self, decision: Decision, done: str, row: Waiting) -> None:
        """Decides in knowledge of this very version: what came since is a conflict."""
        said = done.format(title=title_told(row.draft))
        self._window.record.decide(
            decision, lambda _entry: self._window.status.say_shortly(said), self._tell_failure
        )

    def _tell_failure(self, error: WorldError) -> None:
        self._window.status.say_shortly(failure_told(self._window.office, error))
        self.show_now()


def _read(text: str) -> Content | None:
    try:
        return read_content(text)
    except ContentUnreadable:
        return None
