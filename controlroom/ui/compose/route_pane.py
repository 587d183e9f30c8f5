"""Who has to agree before it leaves, in order, and what an edit does to that."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.compose.note import Note
from controlroom.ui.compose.pane_head import PaneHead
from controlroom.ui.compose.pick import Pick
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate
ROW, RING = 32, 22


class Step(NamedTuple):
    """A line of the route.

    Attributes:
        name: heavier, then `rest`.
        done: it has happened.
        tag: at the end, in a box.
    """

    name: str
    rest: str = ""
    done: bool = False
    current: bool = False
    tag: str = ""


class StepList(Styled, QWidget):
    """The lines, one below the other, numbered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: Sequence[Step] = ()
        self.follow()

    def show_steps(self, steps: "Sequence[Step]") -> None:
        """Shows other lines."""
        self.steps = steps
        told = (f"{at}. {one.name} {one.rest} {one.tag}" for at, one in enumerate(steps, 1))
        self.setAccessibleName("; ".join(told))
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(ROW) * len(self.steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), theme().metrics.px
        for number, step in enumerate(self.steps):
            area = QRect(0, number * px(ROW), self.width(), px(ROW))
            _paint_step(painter, area, number + 1, step)


def _paint_step(painter: QPainter, area: QRect, number: int, step: Step) -> None:
    colours, px = theme().palette, theme().metrics.px
    ring = QRect(area.left(), area.center().y() - px(RING) // 2, px(RING), px(RING))
    edge = colours.accent if step.current else colours.line3
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1.5) if not step.done else Qt.PenStyle.NoPen)
    painter.setBrush(colours.bg4 if step.done else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(ring).adjusted(1, 1, -1, -1))
    if step.done:
        draw_icon(painter, "check", ring.left() + px(5), ring.top() + px(5), px(12), colours.text1)
    else:
        ink = colours.accent if step.current else colours.text2
        words(painter, ring, str(number), ink, Type.CAPTION, 600, CENTRE)
    right = area.right()
    if step.tag:
        wide = width_of(step.tag, Type.CAPTION, 500) + px(12)
        badge = QRect(right - wide, area.center().y() - px(9), wide, px(18))
        box(painter, badge, theme().metrics.radius.badge, colours.bg2, colours.line2)
        words(painter, badge, step.tag, colours.text2, Type.CAPTION, 500, CENTRE)
        right = badge.left() - px(6)
    left = ring.right() + px(10)
    name = QRect(left, area.top(), min(width_of(step.name, Type.SMALL, 600), right - left), px(ROW))
    words(painter, name, step.name, colours.text1, Type.SMALL, 600)
    rest = QRect(name.right() + px(6), area.top(), right - name.right() - px(6), px(ROW))
    if rest.width() > px(16):
        words(painter, rest, step.rest, colours.text2, Type.SMALL)


class RoutePane(Styled, QWidget):
    """The kind of draft, the incident it is about, the steps, and the note below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.incident = Pick(self), Pick(self, "incident")
        self.head = PaneHead("approvals", self.incident, self.kind, parent=self)
        self.list, self.note = StepList(self), Note(Type.SMALL, parent=self)
        self._column = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._column)
        self._column.addWidget(self.list)
        self._column.addWidget(self.note)
        self.follow()

    def show_steps(self, steps: "Sequence[Step]", note: str) -> None:
        """Shows who has to agree, and what is to be known about it."""
        self.list.show_steps(steps)
        self.note.set_text(note)
        self.note.setVisible(bool(note))

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(14), px(8), px(14), px(12))
        self._column.setSpacing(px(6))

    def retranslate(self) -> None:
        self.head.say(translate("Compose", "Approval route"))
        self.kind.name(translate("Compose", "Kind of draft"))
        self.incident.name(translate("Compose", "Incident"))
