"""The shortcut sheet: every command that has a key, by group, with a filter."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.keys import caps, spoken
from controlroom.ui.commands.match import score
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import key_colours, keycap, keycap_width, words
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
COLUMNS = 2


class Shortcuts(Panel):
    """The sheet as a layer."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._heading = Prose(Type.HEADING, 600, "text1")
        self.field = QLineEdit(self)
        self.field.textChanged.connect(self._show)
        self._close = Button(Kind.GHOST)
        self._close.set_face("", "x")
        self._close.clicked.connect(self.finished)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self.follow()

    def first_focus(self) -> QWidget:
        return self.field

    def wanted_size(self, room: QSize) -> QSize:
        return QSize(theme().metrics.px(860), min(theme().metrics.px(620), room.height()))

    def shown(self) -> list[str]:
        """Returns the words of the commands on the sheet, in reading order."""
        return [row.accessibleName() for row in self._scroll.findChildren(ShortcutRow)]

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.field.setFont(theme().fonts.font(Type.BODY))
        self.field.setFixedSize(px(240), theme().metrics.height.field)
        self._head.setContentsMargins(px(16), px(10), px(10), px(10))

    def retranslate(self) -> None:
        title = translate("Shortcuts", "Keyboard shortcuts")
        self.setAccessibleName(title)
        self._heading.set_text(title)
        self._scroll.setAccessibleName(title)
        self.field.setPlaceholderText(translate("Shortcuts", "Filter"))
        self.field.setAccessibleName(translate("Shortcuts", "Filter the shortcuts"))
        self._close.setAccessibleName(translate("Shortcuts", "Close, Esc"))
        self._show(self.field.text())

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading)
        self._head.addWidget(self.field)
        self._head.addWidget(self._close)
        self.body.addLayout(self._head)
        self.body.addWidget(self._scroll, 1)

    def _show(self, query: str) -> None:
        page = QWidget()
        grid = QGridLayout(page)
        px = theme().metrics.px
        grid.setContentsMargins(px(16), px(4), px(16), px(16))
        grid.setHorizontalSpacing(px(32))
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        for place, column in enumerate(columns):
            column.setSpacing(0)
            grid.addLayout(column, 0, place)
            grid.setColumnStretch(place, 1)
        self._fill(columns, query.strip())
        for column in columns:
            column.addStretch(1)
        self._scroll.setWidget(page)

    def _fill(self, columns: list[QVBoxLayout], query: str) -> None:
        for group in Group:
            fitting = [one for one in self._commands.of(group) if _fits(one, query)]
            if not fitting:
                continue
            column = min(columns, key=lambda one: one.count())
            column.addWidget(GroupCaption(group.words()))
            for command in fitting:
                column.addWidget(ShortcutRow(command, self._commands.why_not(command)))


class GroupCaption(QWidget):
    """A group's name in small capitals."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setAccessibleName(text)
        self.setFixedHeight(theme().metrics.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.rect().adjusted(0, theme().metrics.px(12), 0, 0)
        text, colour = self.accessibleName().upper(), theme().palette.text3
        words(QPainter(self), area, text, colour, Type.CAPTION, 600)


class ShortcutRow(Styled, QWidget):
    """A command's words and its keys."""

    def __init__(self, command: Command, reason: str) -> None:
        super().__init__()
        self._command, self._locked = command, bool(reason)
        self.setAccessibleName(f"{command.words()}: {spoken(command.keys[0])}")
        self.setAccessibleDescription(reason)
        self.setFixedHeight(theme().metrics.height.list_row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, px = QPainter(self), theme().palette, theme().metrics.px
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        right, middle = self.width(), self.height() // 2
        for cap in reversed(caps(self._command.keys[0])):
            right -= keycap_width(cap)
            keycap(painter, right, middle, cap, key_colours())
            right -= px(4)
        colour = colours.text_disabled if self._locked else colours.text1
        area = QRect(0, 0, right - px(8), self.height())
        words(painter, area, self._command.words(), colour)


def _fits(command: Command, query: str) -> bool:
    if not command.keys:
        return False
    text = f"{command.words()} {' '.join(caps(command.keys[0]))}"
    return not query or score(query, text) is not None
