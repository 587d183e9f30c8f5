"""One entry in the pane at the right: who, when, what about, what its body says, and its proof."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from controlroom.model.journal import Entry
from controlroom.store.journal.export import line_of
from controlroom.store.journal.listing import Line
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal.explained import facts_of, fields_of, proof_of
from controlroom.ui.journal.facts import Facts
from controlroom.ui.journal.line_button import LineColumn
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.reading import Around
from controlroom.ui.journal.row_paint import Row
from controlroom.ui.journal.sentences import plain
from controlroom.ui.language import counted
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, NARROW = 470, 380
LINES = 12


class Details(Styled, QWidget):
    """The pane.

    Signals:
        closed: the pane is to go.
        stepped: the next (1) or previous (-1) entry is wanted.
        subject_wanted: only what is about a subject is to be listed.
        entry_wanted: another entry is to be shown, by its number.
    """

    closed = Signal()
    stepped = Signal(int)
    subject_wanted = Signal(str)
    entry_wanted = Signal(object)

    def __init__(self, row_of: Callable[[Line], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: Entry | None = None
        self.names = Names(None, {})
        self._row_of, self._around = row_of, None
        self.told = Prose(Type.LEAD, 600, "text1")
        self.effect = Prose(Type.SMALL, 500, "text1")
        self.up, self.down = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self.close_button = Button(Kind.GHOST, self)
        self.facts, self.fields, self.proof = Facts(self), Facts(self), Facts(self)
        self.heads = tuple(Prose(Type.CAPTION, 600, "text2") for _ in range(3))
        self.lines = LineColumn(self)
        self.all, self.copy = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self._build()
        self._wire()
        self.follow()

    _around: Around | None

    def show_entry(self, entry: Entry, names: Names) -> None:
        """Shows an entry as the list has it; what is around it may follow."""
        if self.entry is None or self.entry.seq != entry.seq:
            self._around = None
            self._scroll.verticalScrollBar().setValue(0)
        self.entry, self.names = entry, names
        self._say()

    def show_around(self, found: Around) -> None:
        """Shows what is around the entry; a late answer about another one is dropped."""
        if self.entry is not None and found.entry.seq == self.entry.seq:
            self._around = found
            self._say()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedWidth(px(NARROW if self.window().width() < px(1500) else WIDTH))
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(16), px(10), px(10), px(10))
        self._head.setSpacing(px(8))
        self._column.setContentsMargins(px(16), px(12), px(12), px(16))
        self._column.setSpacing(px(8))
        self._foot.setSpacing(px(6))

    def retranslate(self) -> None:
        for button, text, icon in (
            (self.up, translate("Record", "Entry above"), "up"),
            (self.down, translate("Record", "Entry below"), "down"),
            (self.close_button, translate("Record", "Close the pane"), "x"),
        ):
            button.set_face("", icon)
            button.setAccessibleName(text)
        self.copy.set_face(translate("Record", "Copy the entry"), "save")
        self.copy.setAccessibleName(translate("Record", "Copy the entry as it is chained, as JSON"))
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.px(WIDTH), 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line2)
        line = self._scroll.y() - 1
        painter.fillRect(0, line, self.width(), 1, colours.line1)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.told, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.up, self.down, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._head)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        said, around, proof = self.heads
        for part in (self.effect, self.facts, said, self.fields, around, self.lines):
            self._column.addWidget(part)
        for button in (self.all, self.copy):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(proof)
        self._column.addWidget(self.proof)
        self._foot.addWidget(self.copy)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._scroll, 1)

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.down.clicked.connect(lambda: self.stepped.emit(1))
        self.copy.clicked.connect(self._copy)
        self.lines.pressed.connect(self.entry_wanted)
        self.all.clicked.connect(self._want_subject)

    def _want_subject(self) -> None:
        if self.entry is not None:
            self.subject_wanted.emit(self.entry.subject)

    def _copy(self) -> None:
        if self.entry is not None:
            line = line_of(self.entry).encode("utf-8", "replace").decode()
            QGuiApplication.clipboard().setText(line)

    def _say(self) -> None:
        entry = self.entry
        if entry is None:
            return
        row = self._row_of(entry)
        self.told.set_text(plain(row.sentence))
        self.setAccessibleName(self.told.text())
        self.effect.set_text(f"{row.badge}: {row.why}." if row.badge else "")
        self.effect.setVisible(bool(row.badge))
        self.facts.show_facts(facts_of(entry, self.names))
        self.fields.show_facts(fields_of(entry, self.names))
        self._say_around(entry)
        said, _around, proof = self.heads
        said.set_text(translate("Record", "What its body says").upper())
        said.setVisible(bool(self.fields.facts))
        proof.set_text(translate("Record", "Proof").upper())

    def _say_around(self, entry: Entry) -> None:
        found = self._around
        self.proof.show_facts(proof_of(entry, found.covered if found else None)[not found :])
        head = self.heads[1]
        for part in (head, self.lines, self.all):
            part.setVisible(found is not None and found.count > 1)
        if found is None:
            return
        head.set_text(
            counted(
                found.count,
                translate("Record", "{n} entry about this"),
                translate("Record", "{n} entries about this"),
            ).upper()
        )
        rows = [self._row_of(line) for line in found.about[:LINES]]
        self.lines.show_rows(rows, entry.seq)
        self.all.set_face(translate("Record", "List only these"), "filter")
        self.all.setAccessibleName(translate("Record", "List only the entries about this"))
