"""The head of the planner: which stretch is shown, how, and what goes in and out."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.draw import width_of
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.planner.spans import View
from controlroom.ui.planner.words import view_name
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class PlannerHead(Styled, QWidget):
    """One row.

    Signals:
        stepped: the next (1) or previous (-1) stretch is wanted.
        today, bring, export, sent: a button was pressed.
        viewed: another view is wanted; carries it.
    """

    stepped = Signal(int)
    today = Signal()
    bring = Signal()
    export = Signal()
    sent = Signal()
    viewed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.span = Prose(Type.HEADING, 600, "text1"), Prose(Type.BODY, 600, "text1")
        self.back, self.ahead = Button(Kind.SMALL), Button(Kind.SMALL)
        self.now, self.put_in, self.take_out = (Button(Kind.SMALL) for _ in range(3))
        self.left = Button(Kind.SMALL)
        self.view = Choice(tuple(View))
        self._row = QHBoxLayout(self)
        for part in (self.name, self.back, self.span, self.ahead, self.now):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for end in (self.view, self.left, self.put_in, self.take_out):
            self._row.addWidget(end)
        for button, signal in ((self.now, self.today), (self.put_in, self.bring)):
            button.clicked.connect(signal)
        self.take_out.clicked.connect(self.export)
        self.left.clicked.connect(self.sent)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.ahead.clicked.connect(lambda: self.stepped.emit(1))
        self.view.chosen.connect(lambda value: self.viewed.emit(View(value)))
        for button in (self.back, self.ahead, self.now, self.left, self.put_in, self.take_out):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow()

    def show_span(self, told: str, view: View) -> None:
        """Shows which stretch is shown, and how."""
        self.span.fix_width(width_of(told, Type.BODY, 600) + 2)
        self.span.set_text(told)
        self.view.show_value(view)
        self._fit()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(theme().metrics.height.page_head)
        self._row.setContentsMargins(px(16), 0, px(16), 1)
        self._row.setSpacing(px(8))
        self.name.fix_width(width_of(self.name.accessibleName(), Type.HEADING, 600) + 2)

    def retranslate(self) -> None:
        self.name.set_text(translate("Planner", "Planner"))
        self.restyle()
        self.view.name_answers(translate("Planner", "View"), [view_name(one) for one in View])
        for button, text, icon, name in (
            (self.back, "", "cleft", translate("Planner", "Earlier")),
            (self.ahead, "", "cright", translate("Planner", "Later")),
            (self.now, translate("Planner", "Today"), "", ""),
            (self.left, "", "list", translate("Commands", "Everything that was sent")),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(name or text)
        set_tip(self.left, self.left.accessibleName())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Gives up the words of what goes in and out, then the name, where there is no room."""
        for brevity in range(3):
            self.name.setVisible(brevity < 2)
            for button, text, icon in (
                (self.put_in, translate("Planner", "Import…"), "down"),
                (self.take_out, translate("Planner", "Export…"), "export"),
            ):
                button.set_face("" if brevity else text, icon)
                button.setAccessibleName(text)
                set_tip(button, text if brevity else "")
            if self._row.sizeHint().width() <= self.width():
                break

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
