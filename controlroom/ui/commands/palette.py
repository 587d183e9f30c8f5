"""The command palette: type some letters, choose, do it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.ui.commands.palette_list import PaletteList
from controlroom.ui.commands.palette_rows import Source, command_rows
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.draw import CLEAR, key_colours, keycap, keycap_width, width_of, words
from controlroom.ui.controls.focus_ring import OWN_RING
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Palette(Panel):
    """The palette as a layer."""

    def __init__(
        self, commands: Commands, sources: Sequence[Source] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._commands, self._sources = commands, sources
        self.field = QLineEdit(self)
        self.field.setObjectName("bare")
        self.field.setProperty(OWN_RING, True)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.list = PaletteList(self)
        self.list.ran.connect(self.finished)
        self._none = Prose(colour="text2", parent=self)
        self._build()
        self.follow()
        self._search("")

    def first_focus(self) -> QWidget:
        return self.field

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        rows = max(self.list.content_height(), px(60)) + px(14)
        return QSize(px(800), min(px(52) + rows + px(36), px(480), room.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return False

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.field.setFont(theme().fonts.font(Type.HEADING))
        self._head.setFixedHeight(px(52))
        self._head_row.setContentsMargins(px(44), 1, px(16), 1)
        self._rest.setContentsMargins(0, px(6), 0, px(6))
        self._none.setContentsMargins(px(14), 0, px(14), 0)

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Palette", "Commands"))
        self.field.setPlaceholderText(translate("Palette", "Type a command or a section"))
        self.field.setAccessibleName(translate("Palette", "Find a command or section"))
        self.list.setAccessibleName(translate("Palette", "Commands found"))
        self._none.set_text(translate("Palette", "No command has this name."))

    def _build(self) -> None:
        self._head = PaletteHead(self)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(self.field)
        self._head_row.addSpacing(theme().metrics.px(48))
        rest = QWidget(self)
        self._rest = QHBoxLayout(rest)
        self._rest.addWidget(self.list)
        self._rest.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._head)
        self.body.addWidget(rest, 1)
        self.body.addWidget(PaletteFoot(self))

    def _search(self, typed: str) -> None:
        rows = command_rows(self._commands, typed)
        if not typed.startswith(">"):
            rows += [row for source in self._sources for row in source(typed)]
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.list.show_rows(rows)
        self._tell_current()

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.run_current()
            return True
        if key not in STEPS:
            return False
        self.list.step(STEPS[key])
        self._tell_current()
        return True

    def _tell_current(self) -> None:
        index = self.list.currentIndex()
        text = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        self.field.setAccessibleDescription(text or self._none.text())


class PaletteHead(Styled, QWidget):
    """The glass at the left of the field and the way out at its right."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        middle = self.height() // 2
        draw_icon(painter, "search", px(16), middle - px(9), px(18), colours.text2)
        out = translate("Keys", "Esc")
        keycap(painter, self.width() - px(16) - keycap_width(out), middle, out, key_colours())
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line2)


class PaletteFoot(Styled, QWidget):
    """What the keys do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: list[tuple[tuple[str, ...], str]] = []
        self.follow()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(36))

    def retranslate(self) -> None:
        self._hints = [
            (("↑", "↓"), translate("Palette", "choose")),
            (("↵",), translate("Palette", "do it")),
            ((">",), translate("Palette", "commands only")),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(0, 0, self.width(), 1, colours.line1)
        x = px(14)
        for caps, text in self._hints:
            for cap in caps:
                keycap(painter, x, self.height() // 2, cap, (CLEAR, colours.line2, colours.text2))
                x += keycap_width(cap) + px(4)
            width = width_of(text, Type.SMALL)
            words(painter, QRect(x, 0, width, self.height()), text, colours.text2, Type.SMALL)
            x += width + px(16)
