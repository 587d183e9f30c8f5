"""The group of settings about the case lists: what stands on them, and the keys."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.outbound.checks.surroundings import ListKind
from controlroom.ui.controls.button import Button
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.record.station import lacking_told
from controlroom.ui.settings.case_book import CaseBook, Row
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
WIDTH, ROWS = 560, 160


class CaseListsGroup(Styled, QWidget):
    """What must not be published, for whoever may keep it; for everybody, this desk's key."""

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = CaseBook(office, self)
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.about, self.trouble = Prose(parent=self), Prose(parent=self)
        self.station = Prose(colour="amber", parent=self)
        self.rows = RowList(self)
        self.kind = Choice([str(kind) for kind in ListKind], self)
        self.words, self.reference, self.until, self.key = (QLineEdit(self) for _ in range(4))
        self.add, self.remove, self.hand_on, self.hand_reading, self.take = (
            Button(parent=self) for _ in range(5)
        )
        self._value = str(ListKind.NAME)
        self._fill()
        self._wire()
        self.follow()
        self.book.look()

    def show_lists(self) -> None:
        """Shows what there is, and what may be done."""
        why = self.book.why_not_keep()
        may, rows = not why, self.book.rows()
        self.rows.show_rows([_row(row) for row in rows])
        self.about.set_text(why or self._standing())
        lacking = lacking_told(self.book.state)
        self.station.set_text(lacking)
        self.station.setVisible(bool(lacking))
        keeping = (self.rows, self.kind, self.words, self.reference, self.until, self.add)
        for part in (*keeping, self.remove):
            part.setVisible(may)
        self.hand_on.setVisible(may and self.book.keys.match is not None)
        self.hand_reading.setVisible(may and self.book.keys.reading is not None)
        self.remove.setEnabled(bool(rows))
        self.updateGeometry()

    def restyle(self) -> None:
        px = theme().metrics.px
        for prose in (self.heading, self.about, self.station, self.trouble):
            prose.fix_width(px(WIDTH))
        for field in (self.words, self.reference, self.until, self.key):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedHeight(theme().metrics.height.field)
            field.setMaximumWidth(px(WIDTH))
        self.rows.restyle()
        self.rows.setFixedSize(px(WIDTH), px(ROWS))

    def retranslate(self) -> None:
        title = translate("Cases", "Case lists")
        self.heading.set_text(title)
        self.setAccessibleName(title)
        self.rows.setAccessibleName(title)
        kinds = (translate("Cases", "Protected name"), translate("Cases", "Court order"))
        self.kind.name_answers(translate("Cases", "What it is"), kinds)
        for field, words in (
            (self.words, translate("Cases", "Name, or the words that are forbidden")),
            (self.reference, translate("Cases", "Number of the order or case")),
            (self.until, translate("Cases", "Holds until (2027-01-31), empty for ever")),
            (self.key, translate("Cases", "Key that was handed on to this desk")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        for button, text in (
            (self.add, translate("Cases", "Add")),
            (self.remove, translate("Cases", "Remove")),
            (self.hand_on, translate("Cases", "Copy the key for desks that draft")),
            (self.hand_reading, translate("Cases", "Copy the key that reads")),
            (self.take, translate("Cases", "Enter the key")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self.show_lists()

    def _standing(self) -> str:
        many = self.book.count()
        if not many:
            return translate("Cases", "Nothing stands on the lists. Names are kept sealed.")
        one = translate("Cases", "{n} item stands on the lists.")
        told = counted(many, one, translate("Cases", "{n} items stand on the lists."))
        if self.book.keys.match is None:
            told += " " + translate("Cases", "This desk has no key: nothing of them is checked.")
        return told

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.px(6))
        parts = (self.heading, self.about, self.station, self.rows, self.kind, self.words)
        for part in (*parts, self.reference, self.until, self.trouble):
            column.addWidget(part)
        for buttons in ((self.add, self.remove), (self.hand_on, self.hand_reading)):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.key)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def _wire(self) -> None:
        self.book.changed.connect(self.show_lists)
        self.book.failed.connect(self.trouble.set_text)
        self.kind.chosen.connect(self._take_kind)
        self.kind.show_value(self._value)
        self.rows.removed.connect(self._remove)
        for button, act in (
            (self.add, self._add),
            (self.remove, self._remove),
            (self.hand_on, lambda: self._copy(reading=False)),
            (self.hand_reading, lambda: self._copy(reading=True)),
            (self.take, self._take_key),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(act)

    def _take_kind(self, value: str) -> None:
        self._value = value

    def _add(self) -> None:
        typed = self.until.text().strip()
        try:
            until = date.fromisoformat(typed) if typed else None
        except ValueError:
            until = date.min
        if until is not None and until < clock.now().date():
            self.trouble.set_text(translate("Cases", "Enter a day to come as 2027-01-31."))
            return
        self.trouble.set_text("")
        self.book.add(ListKind(self._value), self.words.text(), self.reference.text(), until)
        for field in (self.words, self.reference, self.until):
            field.clear()

    def _remove(self) -> None:
        row = self.rows.current(Row)
        if row is not None:
            self.book.remove(row.id)

    def _copy(self, *, reading: bool) -> None:
        QGuiApplication.clipboard().setText(self.book.handed_on(reading=reading))

    def _take_key(self) -> None:
        self.trouble.set_text("")
        self.book.take_key(self.key.text())
        self.key.clear()


def _row(row: Row) -> QStandardItem:
    item = QStandardItem(_told(row))
    item.setData(row, WHAT)
    item.setData(_told(row), SPOKEN)
    return item


def _told(row: Row) -> str:
    if row.item is None:
        return translate("Cases", "Cannot be read with this desk’s key")
    order = translate("Cases", "court order")
    parts = [row.item.words, order if row.item.kind is ListKind.ORDER else "", row.item.reference]
    if row.until:
        day = date.fromisoformat(row.until)
        ended = day < clock.now().date()
        until, over = translate("Cases", "until {day}"), translate("Cases", "ended on {day}")
        shown = language().date(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        parts.append((over if ended else until).format(day=shown))
    return " · ".join(part for part in parts if part)
