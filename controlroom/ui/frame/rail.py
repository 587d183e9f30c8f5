"""The rail: the sections at the left, the current one marked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.bar import Bar, Edge
from controlroom.ui.controls.count import draw_count
from controlroom.ui.controls.draw import CENTRE, fill, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.language import language
from controlroom.ui.sections import SECTIONS, Section
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.controls.roving import Roving

translate = QCoreApplication.translate
ICON, COMPACT_HEIGHT, LEAST = 20, 44, 30


class RailItem(Styled, QAbstractButton):
    """A section on the rail."""

    def __init__(self, section: Section, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section, self.current = section, False
        self._commands = commands
        self._count, self._breadth = 0, Breadth.WIDE
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        bind(self, commands, f"go-{section.id}")
        self.follow()

    def show_count(self, count: int) -> None:
        """Shows how much waits in the section; nothing for 0."""
        self._count = count
        self.update()

    def fit(self, breadth: Breadth) -> None:
        """Leaves out the word where there is no room; the tooltip has it."""
        self._breadth = breadth
        self.updateGeometry()

    def mark(self, current: bool) -> None:
        """Marks the item as the one whose section is shown, or not."""
        self.current = current
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        self.setText(self.section.name())
        describe(self, self._commands, f"go-{self.section.id}")
        if self.current:
            self.setAccessibleDescription(translate("Rail", "Shown now"))

    def sizeHint(self) -> QSize:
        measures = theme().metrics
        if self._breadth is Breadth.WIDE:
            return QSize(measures.width.rail - 1, measures.height.rail_item)
        return QSize(measures.width.rail_compact - 1, measures.px(COMPACT_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), theme().metrics.px(LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        on = self.current
        if on or self.underMouse():
            fill(painter, self.rect(), colours.bg3)
        if on:
            fill(painter, QRect(0, 0, 3, self.height()), colours.accent)
        line = px(13) if self._breadth is Breadth.WIDE else 0
        gap = px(4) if line else 0
        size = px(ICON)
        top = (self.height() - size - gap - line) // 2
        left = (self.width() - size) // 2
        tint = colours.accent if on else colours.text2
        draw_icon(painter, self.section.icon, left, top, size, tint)
        if line:
            area = QRect(0, top + size + gap, self.width(), line)
            colour, weight = (colours.text1, 600) if on else (colours.text2, 500)
            words(painter, area, self.text(), colour, Type.CAPTION, weight, CENTRE)
        if self._count:
            place = 39 if line else 30
            draw_count(painter, px(place), px(4), language().figure(self._count))


class Rail(Bar):
    """The sections; one tab stop, arrows move, Enter or Space goes there."""

    edge = Edge.RIGHT

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = {one.id: RailItem(one, commands, self) for one in SECTIONS}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._roving: Roving | None = None
        self._fill()
        self.follow()

    def mark(self, section: str) -> None:
        """Marks the section that is shown."""
        for item in self.items.values():
            item.mark(item.section.id == section)
        if self._roving is not None:
            self._roving.make_current(self.items[section])

    def rove(self, section: str) -> None:
        """Lets arrows move from section to section, beginning at one."""
        from controlroom.ui.controls.roving import Roving

        self._roving = Roving(self, list(self.items.values()))
        self._roving.make_current(self.items[section])

    def fit(self, breadth: Breadth) -> None:
        """Shows words where there is room, else icons alone."""
        for item in self.items.values():
            item.fit(breadth)
        width = theme().metrics.width
        self.setFixedWidth(width.rail if breadth is Breadth.WIDE else width.rail_compact)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(0, px(6), 1, px(4))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Rail", "Sections"))

    def _fill(self) -> None:
        items = self.items.values()
        for item in (one for one in items if not one.section.at_bottom):
            self._column.addWidget(item)
        self._column.addStretch(1)
        for item in (one for one in items if one.section.at_bottom):
            self._column.addWidget(item)
