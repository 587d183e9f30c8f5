"""Everything that was sent: a list, newest first, that is searched, looked into and exported."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.store.journal.left import ENDINGS
from controlroom.team.publishing import views
from controlroom.team.rights import may
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.table import Table
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.rows import row_of
from controlroom.ui.journal.work_strip import WorkStrip
from controlroom.ui.language import counted, language, told
from controlroom.ui.layers.layer import Panel
from controlroom.ui.plain import set_tip
from controlroom.ui.record.door import why_not
from controlroom.ui.review.said import grow_down
from controlroom.ui.sent.columns import columns
from controlroom.ui.sent.details import SentDetails
from controlroom.ui.sent.filters import SentFilters
from controlroom.ui.sent.outlet import SentOutlet
from controlroom.ui.sent.reading import SentReading
from controlroom.ui.sent.searching import Asked, Found
from controlroom.ui.sent.sought import Sent
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
MOST = 20_000
"""Rows that are ever held; whoever wants to see further back narrows the search or exports."""
WIDE, PANE = 1_000, 400
TELLING = frozenset({*ENDINGS, "draft.withdrawn", "delivery.read_back", "delivery.seen_gone"})


class SentPanel(Panel):
    """Filters, the list, and one row at the right; in a narrow window in place of the list."""

    top_share = 0.04

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window, self._book = window, window.record
        self.names = Names(self._book.state, window.office.profiles, self._book.officer)
        self.rows: list[Sent] = []
        self.reached, self._begun = 1, False
        self.heading, self.count = Prose(Type.HEADING, 600, "text1"), Prose(Type.SMALL)
        self.fresh, self.out, self.leave = (Button(Kind.PLAIN) for _ in range(3))
        self.filters = SentFilters(window, self.names)
        self.trouble, self.strip = WorkStrip("warn"), WorkStrip("export")
        self.table = Table(columns(self.names), lambda one: one.row.seq)
        self.details = SentDetails()
        self.reading = SentReading(self)
        self.outlet = SentOutlet(window, self.strip, partial(row_of, names=self.names), self)
        self._build()
        self._wire()
        self.fresh.hide()
        self.details.hide()
        self.follow()
        if window.house is not None and self._book.state is not None:
            self.reading.open(window.house, self._book.officer)
        self.search()

    def search(self) -> None:
        """Lists anew what is looked for, from the newest entry on."""
        state = self._book.state
        self.reading.forget()
        self.rows = []
        self.reached = state.seq + 1 if state is not None else 1
        self.table.show_rows(self.rows)
        self.table.scrollToTop()
        self.fresh.hide()
        self.trouble.hide()
        self._show_pane(on=False)
        self._look_on()

    def asked(self) -> Asked:
        """Returns who looks for what."""
        state, officer = self._book.state, self._book.officer
        refused = state.refused if state is not None else {}

        def may_read(profile: str) -> bool:
            scope = profile_scope(profile)
            return state is not None and may(
                state, officer, Right.READ_MESSAGES, scope, clock.now()
            )

        head = state.seq if state is not None else 0
        return Asked(self.filters.chosen, refused, head, self.names, may_read, self._unknown())

    def export(self) -> None:
        """Asks as what and where, and exports what is looked for."""
        self.filters.hurry()
        self.outlet.offer(self.out, self.asked())

    @property
    def whole(self) -> bool:
        """Whether everything that is looked for is listed."""
        return self.reached <= 1

    def first_focus(self) -> QWidget:
        return self.filters.field

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(1_280), room.width()), min(px(820), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(12), px(16), px(12))
        self.body.setSpacing(px(8))
        self._share_out()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Sent", "Everything that was sent"))
        self.setAccessibleName(self.heading.text())
        self.table.setAccessibleName(translate("Sent", "What was sent, the newest first"))
        for button, text, icon in (
            (self.fresh, translate("Sent", "Show what came since"), "sync"),
            (self.out, translate("Record", "Export…"), "export"),
            (self.leave, translate("Sending", "Close"), ""),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self._mind_rights()
        self._say_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read any more once the panel is closed."""
        if not event.spontaneous():
            self.reading.close()
            self.outlet.close()

    def _build(self) -> None:
        head, across, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        grow_down(self.heading)
        head.addWidget(self.heading, 1)
        head.addWidget(self.fresh)
        across.setSpacing(0)
        across.addWidget(self.table, 1)
        across.addWidget(self.details)
        grow_down(self.count)
        last.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.out, self.leave):
            last.addWidget(button)
        for button in (self.fresh, self.out, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addLayout(head)
        for part in (self.filters, self.trouble, self.strip):
            self.body.addWidget(part)
        self.body.addLayout(across, 1)
        self.body.addLayout(last)

    def _wire(self) -> None:
        self.filters.changed.connect(self.search)
        self.filters.left.connect(self._go_to_list)
        self.reading.found.connect(self._take)
        self.reading.failed.connect(self._fail)
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(self._open)
        self.table.verticalScrollBar().valueChanged.connect(self._look_on)
        self.details.closed.connect(self._close_pane)
        self.details.entry_wanted.connect(self._show_entry)
        self.details.draft_wanted.connect(self._show_draft)
        self.fresh.clicked.connect(self.search)
        self.out.clicked.connect(self.export)
        self.leave.clicked.connect(self.finished)
        self._book.changed.connect(self._hear)
        self._book.acts.connect(self.finished)
        self._window.house_closed.connect(self._leave_house)

    def _take(self, found: Found) -> None:
        self.reached = found.reached
        self.rows = [*self.rows, *found.rows]
        if found.rows:
            bar = self.table.verticalScrollBar()
            place = bar.value()
            self.table.show_rows(self.rows)
            bar.setValue(place)
        self._say_count()
        self._look_on()

    def _look_on(self, _place: int = 0) -> None:
        """Reads the next page while the end of what is listed is near."""
        bar = self.table.verticalScrollBar()
        near = bar.value() >= bar.maximum() - 2 * self.table.viewport().height()
        if not (self.whole or self.reading.busy) and near and len(self.rows) < MOST:
            self.reading.look(self.asked(), self.reached)

    def _fail(self, error: WorldError) -> None:
        self.trouble.end(partial(told, error), failed=True)

    def _hear(self, entries: Sequence[Entry]) -> None:
        self._mind_rights()
        if any(one.kind in TELLING for one in entries):
            self.fresh.show()

    def _mind_rights(self) -> None:
        reason = why_not(self._window, Right.EXPORT)
        self.out.setEnabled(not reason)
        self.out.setAccessibleDescription(reason)
        set_tip(self.out, reason)

    def _say_count(self) -> None:
        number = len(self.rows)
        words = counted(
            number, translate("Sent", "{n} delivery"), translate("Sent", "{n} deliveries")
        )
        if self.whole and not number:
            nothing = translate("Sent", "Nothing has been sent yet.")
            unfit = translate("Sent", "Nothing that was sent fits these filters.")
            words = nothing if self.filters.chosen.everything else unfit
        elif not self.whole:
            template = translate("Sent", "{deliveries} so far, looked back to entry {n}")
            words = template.format(deliveries=words, n=language().figure(self.reached))
        if number >= MOST and not self.whole:
            words += ". " + translate("Sent", "Narrow the search to see what is older, or export.")
        if unknown := len(self._unknown()):
            more = translate("Sent", "Unknown so far, see the outbox: {n}")
            words += ". " + more.format(n=language().figure(unknown))
        self.count.set_text(words)

    def _unknown(self) -> tuple[str, ...]:
        """Returns what may have left, and nobody knows yet."""
        state = self._book.state
        found = views.unresolved(state, clock.now()) if state is not None else []
        return tuple(
            str(one.key)
            for one in found
            if one.state is DeliveryState.UNKNOWN and not one.key.withdraws
        )

    def _go_to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current() is None and self.rows:
            self.table.setCurrentIndex(self.table.rows.index(0, 0))

    def _look_at(self, one: Sent) -> None:
        self.details.show_sent(one, self.names)
        if self._is_wide():
            self._show_pane(on=True)

    def _open(self, one: Sent) -> None:
        self.details.show_sent(one, self.names)
        self._show_pane(on=True)
        self.details.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_pane(self) -> None:
        self._show_pane(on=False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        # The focus may have made the first row the current one, which shows the pane.
        self._show_pane(on=False)

    def _show_pane(self, *, on: bool) -> None:
        self.details.setVisible(on)
        self._share_out()

    def _share_out(self) -> None:
        wide = self._is_wide()
        self.table.setVisible(wide or self.details.isHidden())
        if wide:
            self.details.setFixedWidth(theme().metrics.px(PANE))
        else:
            self.details.setMinimumWidth(0)
            self.details.setMaximumWidth(self.width())

    def _is_wide(self) -> bool:
        return self.width() >= theme().metrics.px(WIDE)

    def _show_entry(self, number: int) -> None:
        window = self._window
        self.finished.emit()
        window.go("record")
        window.pages.settle()
        window.pages.page("record").show_entry(number)

    def _show_draft(self, draft: str) -> None:
        self._window.sending.show_draft(draft)

    def _leave_house(self) -> None:
        self.outlet.abandon()
        self.finished.emit()
