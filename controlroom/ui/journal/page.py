"""The page of the Record section."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_rights import Right
from controlroom.store.journal.listing import Line, Stretch
from controlroom.store.journal.wanted import Wanted, fits
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.esc import takes_esc
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal.chosen import WITHOUT_EFFECT, Chosen, wanted
from controlroom.ui.journal.details import Details
from controlroom.ui.journal.entry_list import EntryList
from controlroom.ui.journal.filter_bar import FilterBar
from controlroom.ui.journal.list_head import ListHead
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.outlet import Outlet
from controlroom.ui.journal.reading import Reading
from controlroom.ui.journal.row_paint import Row
from controlroom.ui.journal.rows import row_of
from controlroom.ui.journal.sentences import plain, sentence
from controlroom.ui.journal.verifying import Verifying
from controlroom.ui.journal.waiting_strip import WaitingStrip
from controlroom.ui.journal.work_strip import WorkStrip
from controlroom.ui.language import counted, language, told
from controlroom.ui.plain import set_tip
from controlroom.ui.record.door import why_not
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.journal.around import House, JournalWindow

translate = QCoreApplication.translate
REST_MS = 120
"""An entry is looked into once the keyboard rests on it this long."""


class JournalPage(Styled, QWidget):
    """Head, filters, what waits, the list, and one entry at the right."""

    def __init__(self, window: "JournalWindow") -> None:
        super().__init__()
        self._window, self._book = window, window.record
        self._wanted, self._house, self._sought = Wanted(), False, 0
        self.reading = Reading(self)
        self.top, self.middle = QWidget(self), QWidget(self)
        self.heading, self.under = Prose(Type.HEADING, 600, "text1"), Prose(Type.SMALL)
        self.sent_button, self.verify_button, self.export_button = (
            Button(Kind.PLAIN) for _ in range(3)
        )
        self.bar = FilterBar(window, self)
        self.waiting = WaitingStrip(self._told, self, lambda one: self.names.person(one))
        self.trouble, self.check_strip = WorkStrip("warn", self), WorkStrip("shield", self)
        self.export_strip = WorkStrip("export", self)
        self.list = EntryList(self._row_of, self)
        self.head = ListHead(theme().metrics.width.scroll_gutter, self)
        self.details = Details(self._row_of, self)
        self.verifying = Verifying(self.check_strip, self)
        self.outlet = Outlet(window, self.export_strip, self._row_of, self)
        self.filter_field = self.bar.field
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._build()
        self._wire()
        self.details.hide()
        self._learn()
        self.follow()

    @property
    def names(self) -> Names:
        """What things are called now."""
        return self.bar.names

    def open_house(self, house: "House") -> None:
        """Lists the record of an open house."""
        self.close_house()
        self._house = True
        self.reading.open(house, self._book.officer)
        self._learn()
        self._show_waiting()
        self._stand(self._book.trouble)
        self.search()

    def close_house(self) -> None:
        """Leaves the house; nothing is read from it any more."""
        self._house = False
        self._rest.stop()
        self.verifying.work.close()
        self.outlet.close()
        self.reading.close()
        self.list.begin(0, whole=True)
        self.details.hide()
        for strip in (self.trouble, self.check_strip, self.export_strip, self.waiting):
            strip.hide()

    def search(self) -> None:
        """Lists anew what is chosen."""
        self._wanted = wanted(self.bar.chosen, self.names)
        self.list.say_nothing(translate("Record", "The record is being read."))
        self.reading.begin()

    def verify(self) -> None:
        """Checks the whole record, aside."""
        house, state = self._window.house, self._book.state
        if house is not None and self._house:
            self.verifying.begin(house, self._book.officer, state.seq if state else 1)

    def export(self) -> None:
        """Asks as what and where, and exports what is listed."""
        self.bar.hurry()
        self.outlet.ask(self.export_button, self.bar.chosen, self.names)

    def show_entry(self, number: int) -> None:
        """Shows an entry by its number, in the whole record if it is not listed."""
        if self.list.stock.row(number) < 0:
            self.bar.choose(Chosen())
            self._sought = number
        self.list.choose(number)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """Returns head, filters, list and pane."""
        return [self.top, self.bar, self.middle, self.details]

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(24), px(8), px(14), px(8))
        self._head.setSpacing(px(8))
        self.heading.fix_width(px(90))
        self.under.fix_width(px(380))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Sections", "Record"))
        self.under.set_text(
            translate("Record", "Every decision in its order; none is ever taken out")
        )
        self.setAccessibleName(self.heading.text())
        check, out = translate("Record", "Verify the record"), translate("Record", "Export…")
        self.verify_button.set_face(check, "shield")
        self.verify_button.setAccessibleName(check)
        self.export_button.set_face(out, "export")
        sent = translate("Commands", "Everything that was sent")
        self.sent_button.set_face(sent, "send")
        self.sent_button.setAccessibleName(sent)
        self._mind_rights()
        self._show_waiting()
        self._say_count()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        for part in (self.top, self.bar):
            painter.fillRect(0, part.geometry().bottom(), self.width(), 1, colours.line1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.under.setVisible(self.width() > theme().metrics.px(1_100))
        self.details.restyle()

    def event(self, event: QEvent) -> bool:
        """Esc leads back to the list, then closes what stands beside it."""
        return takes_esc(event, self._escape) or super().event(event)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head = QHBoxLayout(self.top)
        for prose in (self.heading, self.under):
            self._head.addWidget(prose)
        self._head.addStretch(1)
        for button in (self.sent_button, self.verify_button, self.export_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._head.addWidget(button)
        for part in (self.top, self.waiting, self.trouble, self.bar):
            outer.addWidget(part)
        for strip in (self.check_strip, self.export_strip):
            outer.addWidget(strip)
        across = QHBoxLayout()
        across.setSpacing(0)
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        across.addWidget(self.middle, 1)
        across.addWidget(self.details)
        outer.addLayout(across, 1)

    def _wire(self) -> None:
        reading, book = self.reading, self._book
        reading.began.connect(self._begin)
        reading.found.connect(self._take_found)
        reading.came.connect(self.list.take_lines)
        reading.explained.connect(self.details.show_around)
        reading.failed.connect(self._stand)
        self.bar.changed.connect(self.search)
        self.bar.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.sent_button.clicked.connect(lambda: self._window.commands.run("sent-record"))
        self.verify_button.clicked.connect(self.verify)
        self.export_button.clicked.connect(self.export)
        self.check_strip.more.connect(self._show_break)
        self.list.lines_wanted.connect(reading.fetch)
        self.list.more_wanted.connect(self._look_on)
        self.list.moved.connect(self._show)
        self.list.opened.connect(self._enter_details)
        self.list.unseen.connect(lambda new: self.head.pill.say(new, outline=False))
        self.head.pill.clicked.connect(self.list.show_newest)
        self._rest.timeout.connect(self._look_into)
        self._wire_details()
        for signal in (book.begun, book.acts, self._window.office.known.changed):
            signal.connect(self._learn)
        book.begun.connect(self._narrow_anew)
        book.changed.connect(self._take_new)
        book.stood.connect(self._stand)
        book.waiting.connect(self._show_waiting)
        self.waiting.confirmed.connect(book.confirm)
        self.waiting.dropped.connect(book.drop)

    def _wire_details(self) -> None:
        details = self.details
        details.closed.connect(self._close_details)
        details.stepped.connect(self.list.step)
        details.entry_wanted.connect(self.show_entry)
        details.subject_wanted.connect(lambda one: self.bar.choose(Chosen(subject=one)))

    def _learn(self, _why: object = None) -> None:
        """Takes what things are called now, and what whoever works here may do."""
        profiles = self._window.office.profiles
        self.bar.know(Names(self._book.state, profiles, self._book.officer))
        self.list.forget_words()
        self._mind_rights()
        if self.details.entry is not None and self.details.isVisible():
            self.details.show_entry(self.details.entry, self.names)

    def _narrow_anew(self) -> None:
        """Names and what has no effect are known now, which the filters go by."""
        if self._house and not self.bar.chosen.everything:
            self.search()

    def _mind_rights(self) -> None:
        reason = why_not(self._window, Right.EXPORT)
        self.export_button.setEnabled(not reason)
        name = self.export_button.text()
        self.export_button.setAccessibleName(f"{name} {reason}" if reason else name)
        set_tip(self.export_button, reason)

    def _row_of(self, line: Line) -> Row:
        return row_of(line, self.names)

    def _told(self, entry: Entry) -> str:
        return plain(sentence(entry, self.names))

    def _begin(self, head: int) -> None:
        newest = max(head, self._book.state.seq if self._book.state else 0)
        self.list.begin(newest, whole=self._wanted.everything)
        self._say_count()
        if self._sought:
            sought, self._sought = self._sought, 0
            self.list.choose(sought)

    def _look_on(self) -> None:
        self.reading.look(self._wanted, self.list.stock.reached)

    def _take_found(self, _before: int, stretch: Stretch) -> None:
        self.list.take_found(stretch.lines, stretch.reached)
        self._say_count()

    def _take_new(self, entries: Sequence[Entry]) -> None:
        if self.bar.chosen.kind == WITHOUT_EFFECT and self._book.state is not None:
            self._wanted = replace(self._wanted, only=frozenset(self._book.state.refused))
        self.list.take_new([one for one in entries if fits(one, self._wanted)])
        self.list.forget_words()
        self._say_count()
        shown = self.details.entry
        if shown is not None and any(one.subject == shown.subject for one in entries):
            self._rest.start()

    def _say_count(self) -> None:
        stock, count = self.list.stock, self.list.stock.count()
        told = counted(count, translate("Record", "{n} entry"), translate("Record", "{n} entries"))
        if not stock.whole:
            template = translate("Record", "{entries} so far, looked back to entry {n}")
            told = template.format(entries=told, n=language().figure(stock.reached))
        elif not count:
            nothing = translate("Record", "The record has no entry yet.")
            unfit = translate("Record", "No entry fits these filters.")
            self.list.say_nothing(nothing if self._wanted.everything else unfit)
        self.head.say(told)

    def _show(self, entry: Entry) -> None:
        self.details.show_entry(entry, self.names)
        self.details.show()
        self._rest.start()

    def _look_into(self) -> None:
        if self.details.entry is not None:
            self.reading.explain(self.details.entry)

    def _show_break(self) -> None:
        verdict = self.verifying.verdict
        if verdict is not None and verdict.broken is not None:
            self.show_entry(verdict.broken.seq)

    def _show_waiting(self) -> None:
        self.waiting.show_undecided(self._book.undecided, self._book.officer)

    def _stand(self, error: WorldError | None) -> None:
        if error is None:
            self.trouble.hide()
        elif self._house:
            self.trouble.end(partial(told, error), failed=True)

    def _enter_details(self) -> None:
        if isinstance(self.list.line(), Entry):
            self.details.show()
            self.details.down.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_details(self) -> None:
        self.details.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        if self.list.hasFocus() and self.details.isVisible():
            self._close_details()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
