"""The preview of a table that is brought in: mistakes first, each with its line."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.outbound.schedule.bring import Fault, Note, Order
from controlroom.ui.compose.check_words import rule_words
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.table import Column, Look, Table
from controlroom.ui.language import counted
from controlroom.ui.layers.layer import Panel
from controlroom.ui.planner.bringing import Preview
from controlroom.ui.planner.words import when_told
from controlroom.ui.review.said import grow_down
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class Row(NamedTuple):
    """A line of the table as it is shown."""

    line: int
    when: str
    text: str
    to: str
    note: str
    wrong: bool


class ImportPanel(Panel):
    """Nothing is taken over while anything is wrong.

    Signals:
        ordered: days are written so; carries an `Order`.
        taken: all of it is to be taken over; carries whether it is sent for approval at once.
    """

    ordered = Signal(object)
    taken = Signal(bool)
    top_share = 0.05

    def __init__(self, preview: Preview, zone: ZoneInfo) -> None:
        super().__init__()
        self.preview, self._zone = preview, zone
        self.heading, self.told = Prose(Type.HEADING, 600, "text1"), Prose()
        self.order = Choice((Order.DAY_FIRST, Order.MONTH_FIRST))
        self.table = Table(_columns(), lambda row: (row.line, row.note))
        self.send, self.keep, self.leave = Button(Kind.MAIN), Button(), Button()
        self._build()
        self.follow()

    def show_preview(self, preview: Preview) -> None:
        """Shows the table read anew."""
        self.preview = preview
        self._say()

    def first_focus(self) -> QWidget:
        return self.table

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(1_080), room.width()), min(px(720), room.height()))

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))

    def retranslate(self) -> None:
        name = self.preview.path.name
        self.heading.set_text(translate("Planner", "Bring in “{file}”").format(file=name))
        self.setAccessibleName(self.heading.text())
        self.table.setAccessibleName(translate("Planner", "Lines"))
        names = [
            translate("Planner", "Day first: 14/05/2026"),
            translate("Planner", "Month first: 05/14/2026"),
        ]
        self.order.name_answers(translate("Planner", "How days are written"), names)
        for button, text in (
            (self.send, translate("Planner", "Send all for approval")),
            (self.keep, translate("Planner", "Keep as my drafts")),
            (self.leave, translate("Planner", "Cancel")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self._say()

    def _build(self) -> None:
        grow_down(self.told)
        self.order.chosen.connect(lambda value: self.ordered.emit(Order(value)))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.keep, self.send):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        for part in (self.heading, self.told, self.order, self.table):
            self.body.addWidget(part, 1 if part is self.table else 0)
        self.body.addLayout(buttons)
        self.leave.clicked.connect(self.finished)
        self.keep.clicked.connect(lambda: self._take(False))
        self.send.clicked.connect(lambda: self._take(True))

    def _take(self, sends: bool) -> None:
        self.finished.emit()
        self.taken.emit(sends)

    def _say(self) -> None:
        found = self.preview
        self.order.show_value(found.brought.order)
        self.order.setVisible(found.brought.unsure or found.brought.order is Order.MONTH_FIRST)
        self.table.show_rows(_rows(found, self._zone))
        lines = [one.line for one in found.brought.faults]
        wrong = len({*lines, *(one.line for one in found.troubles)})
        parts = [
            counted(
                len(found.drafts),
                translate("Planner", "{n} post can be read."),
                translate("Planner", "{n} posts can be read."),
            )
        ]
        if wrong:
            parts.append(
                counted(
                    wrong,
                    translate("Planner", "{n} line has to be mended in the file first;"),
                    translate("Planner", "{n} lines have to be mended in the file first;"),
                )
            )
            parts.append(translate("Planner", "nothing is taken over before all of it is right."))
        if found.brought.unsure:
            parts.append(translate("Planner", "Say how its days are written."))
        if found.guessed:
            parts.append(
                translate("Planner", "It is not UTF-8: look whether its accents are right.")
            )
        self.told.set_text(" ".join(parts))
        for button in (self.send, self.keep):
            button.setEnabled(found.is_right)


def _columns() -> tuple[Column, ...]:
    def look(row: Row) -> Look:
        return Look("red", 500, "crit") if row.wrong else Look("text2")

    return (
        Column(lambda: translate("Planner", "Line"), 56, lambda row: str(row.line), rightward=True),
        Column(lambda: translate("Planner", "Leaves"), 150, lambda row: row.when),
        Column(lambda: translate("Planner", "Text"), 380, lambda row: row.text),
        Column(lambda: translate("Planner", "To"), 110, lambda row: row.to, spare=1),
        Column(
            lambda: translate("Planner", "Note"), 340, lambda row: row.note, look,
            tip=lambda row: row.note,
        ),
    )  # fmt: skip


def _rows(preview: Preview, zone: ZoneInfo) -> list[Row]:
    drafts = {line.line: (line, content) for line, content in preview.drafts}
    rows = []
    for fault in preview.brought.faults:
        rows.append(Row(fault.line, "", "", "", fault_told(fault.fault, fault.what), True))
    for trouble in preview.troubles:
        note = (
            translate("Planner", "Too long for {network}.").format(network=trouble.network)
            if trouble.network
            else rule_words(trouble.rule, "")
        )
        rows.append(_row(drafts, trouble.line, note, zone, wrong=True))
    bad = {row.line for row in rows}
    for number, (line, _content) in drafts.items():
        if number not in bad:
            rows.append(_row(drafts, number, note_told(line.note), zone, wrong=False))
    return sorted(rows, key=lambda row: (not row.wrong, row.line))


def _row(drafts: object, number: int, note: str, zone: ZoneInfo, *, wrong: bool) -> Row:
    line, content = drafts[number]  # type: ignore[index]
    to = counted(
        len(content.targets),
        translate("Planner", "{n} profile"),
        translate("Planner", "{n} profiles"),
    )
    return Row(number, when_told(line.at, zone), line.text, to, note, wrong)


def note_told(note: Note | None) -> str:
    """Returns what somebody should know of a line."""
    if note is Note.SKIPPED:
        return translate("Planner", "The clocks go forward then: it was moved.")
    if note is Note.AGAIN:
        return translate("Planner", "That hour is there twice: the first is taken.")
    return ""


def fault_told(fault: Fault, what: str) -> str:
    """Returns what is wrong with a line."""
    template = {
        Fault.NO_DATE: translate("Planner", "“{what}” is no day and time."),
        Fault.PAST: translate("Planner", "{what} has passed."),
        Fault.FAR: translate("Planner", "{what} is more than a year ahead."),
        Fault.NO_TEXT: translate("Planner", "There is no text."),
        Fault.UNKNOWN_PROFILE: translate("Planner", "No profile is called “{what}”."),
        Fault.NO_PROFILE: translate(
            "Planner", "It names no profile: choose a group in the planner, or name profiles."
        ),
        Fault.NO_LINK: translate("Planner", "“{what}” is no address."),
        Fault.TWICE: translate("Planner", "The same as line {what}."),
        Fault.TOO_MANY_CELLS: translate(
            "Planner", "Too many columns: a text with a comma needs quotation marks (“{what}”)."
        ),
    }[fault]
    return template.format(what=what)
