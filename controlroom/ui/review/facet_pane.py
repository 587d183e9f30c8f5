"""The facets of a search at the left, in groups; a press narrows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from controlroom.model.found import Count
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.roving import Roving
from controlroom.ui.controls.styled import Styled
from controlroom.ui.review.facet_row import FacetRow
from controlroom.ui.review.found import Facet, Known
from controlroom.ui.review.narrowing import Group, Narrowing, Press
from controlroom.ui.review.words import group_told, value_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, CAPTION = 224, 30
SHORT = 8
"""Rows of a group that are shown at once; those pressed always are."""


class Caption(Styled, QWidget):
    """The name of a group."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self.follow()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(CAPTION))

    def retranslate(self) -> None:
        self.setAccessibleName(group_told(self._group))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().metrics.px
        place = QRect(px(14), px(8), self.width() - px(20), px(20))
        text = group_told(self._group).upper()
        words(QPainter(self), place, text, theme().palette.text3, Type.CAPTION, 600)


class FacetPane(Styled, QScrollArea):
    """All groups; one tab stop, arrows move.

    Signals:
        pressed: a facet was pressed; carries it.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[Press, FacetRow] = {}
        self._known = Known()
        self._facets: Mapping[Group, Sequence[Facet]] = {}
        self._narrowing = Narrowing()
        self._captions = {group: Caption(group) for group in Group}
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 4, 0, 12)
        self._column.setSpacing(0)
        self._roving: Roving | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.follow()

    def show_facets(
        self, facets: Mapping[Group, Sequence[Facet]], narrowing: Narrowing, known: Known
    ) -> None:
        """Shows counts; a row that has the keyboard keeps it while its value is there."""
        self._facets, self._narrowing, self._known = facets, narrowing, known
        self._arrange()

    def restyle(self) -> None:
        self.setFixedWidth(theme().metrics.px(WIDTH))
        self.setStyleSheet(sheet(theme()))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Review", "Narrow the search"))
        self._arrange()

    def _arrange(self) -> None:
        while self._column.count():
            self._column.takeAt(0)
        before, self.rows = self.rows, {}
        for group in Group:
            self._arrange_group(group, before)
        self._column.addStretch(1)
        for gone in before.values():
            gone.hide()
            gone.deleteLater()
        self._rove()

    def _arrange_group(self, group: Group, before: dict[Press, FacetRow]) -> None:
        shown = self._shown(group)
        caption = self._captions[group]
        caption.setVisible(bool(shown))
        self._column.addWidget(caption)
        most = max((one.count.number for one in shown), default=1)
        for one in shown:
            row = before.pop(one.press, None) or self._make(one.press)
            pressed = one.press in self._narrowing.pressed
            row.show_count(self._called(one.press), one.count, most, pressed=pressed)
            self.rows[one.press] = row
            self._column.addWidget(row)
            row.show()

    def _shown(self, group: Group) -> list[Facet]:
        """What is pressed stays in view to be let go, also where it has no hit any more."""
        there = list(self._facets.get(group, ()))
        pressed = [(group, value) for value in self._narrowing.values(group)]
        head = there[:SHORT]
        held = {one.press for one in head}
        rest = {one.press: one for one in there[SHORT:]}
        none = Count(0, False)
        return head + [rest.get(one, Facet(one, none)) for one in pressed if one not in held]

    def _called(self, press: Press) -> str:
        group, value = press
        return self._known.called(value) if group is Group.THROUGH else value_told(group, value)

    def _make(self, press: Press) -> FacetRow:
        row = FacetRow(press, self._holder)
        row.toggled_by_person.connect(self.pressed)
        return row

    def _rove(self) -> None:
        if self._roving is not None:
            self._roving.deleteLater()
        rows = list(self.rows.values())
        self._roving = Roving(self, rows)
        focused = self.focusWidget()
        if isinstance(focused, FacetRow) and focused in rows:
            self._roving.make_current(focused)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self.viewport()), theme().palette
        painter.fillRect(self.viewport().rect(), colours.bg1)
