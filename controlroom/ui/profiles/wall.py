"""All profiles at a glance: one cell each, in a row for each group."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.called import called
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import RIGHT, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.profiles.looks import cell_icon, look_of_condition
from controlroom.ui.profiles.standing import Condition, Standing
from controlroom.ui.profiles.words import condition_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
CELL, GAP, PAD_X, PAD_Y, NAMES, TOTALS = 23, 3, 14, 4, 188, 112
GLYPH = 13


class Band(NamedTuple):
    """One group's row: its name, its profiles, where it lies."""

    name: str
    ones: tuple[Standing, ...]
    top: int
    height: int


class Wall(Styled, QWidget):
    """The cells; one tab stop, arrows move.

    Signals:
        chosen: a cell was pressed or moved to, by the profile's id.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standings: list[Standing] = []
        self._bands: list[Band] = []
        self._cells: list[tuple[QRect, Standing]] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow()

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Shows profiles, by group in the order in which the groups first come."""
        self._standings = list(standings)
        self._arrange()

    def set_current(self, profile: int) -> None:
        """Marks the cell of a profile."""
        if profile != self._current:
            self._current = profile
            self.update()

    def cell_of(self, profile: int) -> QRect:
        """Returns where a profile's cell lies; empty if it has none."""
        return next((rect for rect, one in self._cells if one.profile.id == profile), QRect())

    def sizeHint(self) -> QSize:
        last = self._bands[-1] if self._bands else None
        return QSize(600, last.top + last.height if last else 0)

    def restyle(self) -> None:
        self._arrange()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Profiles", "Profiles by group"))
        self._arrange()

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        shown = event.rect()
        for band in self._bands:
            if band.top <= shown.bottom() and band.top + band.height >= shown.top():
                self._paint_band(painter, band)
        for rect, one in self._cells:
            if rect.intersects(shown):
                self._paint_cell(painter, rect, one)
        if self.hasFocus() and not self._current and self._cells:
            box(painter, self._cells[0][0].adjusted(-2, -2, 2, 2), 4, colours.bg1, colours.accent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        one = self._at(event.position().toPoint())
        if one is not None:
            self._choose(one)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(event.key())
        if target is None:
            super().keyPressEvent(event)
            return
        self._choose(target)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._current and self._cells:
            self._choose(self._cells[0][1])
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            one = self._at(event.pos())
            set_tip(self, _said(one) if one else "")
        return super().event(event)

    def _choose(self, one: Standing) -> None:
        self._current = one.profile.id
        self.update()
        announce(self, _said(one))
        self.chosen.emit(one.profile.id)

    def _at(self, place: QPoint) -> Standing | None:
        return next((one for rect, one in self._cells if rect.contains(place)), None)

    def _target(self, key: int) -> Standing | None:
        order = [one for _, one in self._cells]
        if not order:
            return None
        ids = [one.profile.id for one in order]
        here = ids.index(self._current) if self._current in ids else 0
        match key:
            case Qt.Key.Key_Right:
                return order[min(here + 1, len(order) - 1)]
            case Qt.Key.Key_Left:
                return order[max(here - 1, 0)]
            case Qt.Key.Key_Home:
                return order[0]
            case Qt.Key.Key_End:
                return order[-1]
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                return self._beside(here, -1 if key == Qt.Key.Key_Up else 1)
        return None

    def _beside(self, here: int, step: int) -> Standing:
        """Returns the nearest cell one line up or down."""
        rect, one = self._cells[here]
        lines = sorted({cell.top() for cell, _ in self._cells})
        line = lines.index(rect.top()) + step
        if not 0 <= line < len(lines):
            return one
        row = [(abs(cell.left() - rect.left()), n) for n, (cell, _) in enumerate(self._cells)
               if cell.top() == lines[line]]  # fmt: skip
        return self._cells[min(row)[1]][1]

    def _arrange(self) -> None:
        px = theme().metrics.px
        by_group: dict[str, list[Standing]] = {}
        for one in self._standings:
            by_group.setdefault(one.group, []).append(one)
        for ones in by_group.values():
            ones.sort(key=lambda one: (one.profile.network, one.profile.id))
        self._bands, self._cells, top = [], [], 0
        room = max(1, self.width() - px(NAMES) - px(TOTALS) - 2 * px(PAD_X))
        step = px(CELL) + px(GAP)
        per_line = max(1, (room + px(GAP)) // step)
        left = px(PAD_X) + px(NAMES)
        for name, ones in by_group.items():
            lines = -(-len(ones) // per_line)
            height = lines * step - px(GAP) + 2 * px(PAD_Y) + 1
            for number, one in enumerate(ones):
                x = left + number % per_line * step
                y = top + px(PAD_Y) + number // per_line * step
                self._cells.append((QRect(x, y, px(CELL), px(CELL)), one))
            self._bands.append(Band(name, tuple(ones), top, height))
            top += height
        self.setFixedHeight(max(1, top))
        self.updateGeometry()
        self.update()

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        px, colours = theme().metrics.px, theme().palette
        line = QRect(px(PAD_X), band.top + px(PAD_Y), px(NAMES) - px(8), px(CELL))
        name = band.name or translate("Profiles", "Without a group")
        words(painter, line, name, colours.text1, Type.SMALL, 500)
        worst = min(one.condition for one in band.ones)
        bad = sum(one.condition == worst for one in band.ones)
        look, text = look_of_condition(worst), language().figure(len(band.ones))
        if worst in (Condition.CUT_OFF, Condition.CARE):
            text = translate("Profiles", "{n} of {all}").format(n=bad, all=text)
        else:
            look = look_of_condition(Condition.WELL)
        ink = getattr(colours, look.text)
        right = QRect(self.width() - px(PAD_X) - px(TOTALS), line.top(), px(TOTALS), px(CELL))
        words(painter, right, text, ink, Type.SMALL, 500, RIGHT)
        size = px(14)
        width = theme().fonts.measure(Type.SMALL, 500).horizontalAdvance(text)
        x = right.right() - width - size - px(5)
        draw_icon(painter, look.icon, x, right.center().y() - size // 2, size, ink)
        painter.fillRect(0, band.top + band.height - 1, self.width(), 1, colours.line1)

    def _paint_cell(self, painter: QPainter, rect: QRect, one: Standing) -> None:
        px, colours = theme().metrics.px, theme().palette
        look = look_of_condition(one.condition)
        if one.profile.id == self._current:
            box(painter, rect.adjusted(-2, -2, 2, 2), 4, colours.bg1, colours.accent)
        box(painter, rect, 3, getattr(colours, look.ground), getattr(colours, look.edge))
        size = px(GLYPH)
        icon = cell_icon(one, look_of(one.profile.network).glyph)
        place = rect.center() - QPoint(size // 2, size // 2)
        draw_icon(painter, icon, place.x(), place.y(), size, getattr(colours, look.ink))


def _said(one: Standing) -> str:
    network = look_of(one.profile.network).name
    return f"{called(one.profile)} · {network} · {condition_told(one.condition)}"
