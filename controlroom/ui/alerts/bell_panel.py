"""The list behind the bell: every alert that is kept, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.words import COLOURS, ICONS, line_told, missed_told, spoken_in_list
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, HEIGHT = 760, 460


class BellPanel(Panel):
    """The alerts with their buttons.

    Signals:
        opened: the post of an alert is to be shown; carries the `Told`.
        all_read: everything is to be marked as read.
        rules_wanted: the rules are to be shown.
    """

    opened = Signal(object)
    all_read = Signal()
    rules_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.empty = Prose(Type.HEADING, 600, "text1"), Prose()
        self.missed = Prose(Type.SMALL, 500, "amber")
        self.list = RowList(self)
        self.show_post, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self.read_all, self.rules = Button(Kind.PLAIN), Button(Kind.PLAIN)
        self._told: Sequence[Told] = ()
        self._build()
        self._wire()
        self.missed.hide()
        self.follow()

    def show_alerts(self, told: Sequence[Told], missed: int = 0) -> None:
        """Shows alerts, and how many posts were never looked at."""
        self._told = told
        self.list.show_rows([_item(one) for one in told])
        self.list.setVisible(bool(told))
        self.empty.setVisible(not told)
        self.show_post.setEnabled(bool(told))
        self.read_all.setEnabled(any(not one.alert.is_read for one in told))
        self.missed.setVisible(bool(missed))
        self.missed.set_text(missed_told(missed) if missed else "")

    def first_focus(self) -> QWidget:
        return self.list if self._told else self.leave

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(px(WIDTH), px(HEIGHT)).boundedTo(room)

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(12))
        self.list.restyle()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Alerts", "Notices"))
        self.setAccessibleName(self.heading.text())
        self.list.setAccessibleName(self.heading.text())
        self.empty.set_text(
            translate("Alerts", "Nothing was raised yet. “Rules…” says what is to be told of.")
        )
        for button, text, key in (
            (self.show_post, translate("Alerts", "Show"), "Enter"),
            (self.read_all, translate("Alerts", "Mark all read"), ""),
            (self.rules, translate("Alerts", "Rules…"), ""),
            (self.leave, translate("Alerts", "Close"), "Esc"),
        ):
            button.set_face(text, "", key)
            button.setAccessibleName(f"{text}, {key}" if key else text)

    def _build(self) -> None:
        for part in (self.heading, self.empty, self.missed):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.read_all)
        row.addWidget(self.rules)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.show_post)
        for button in (self.read_all, self.rules, self.leave, self.show_post):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addStretch(0)
        self.body.addLayout(row)

    def _wire(self) -> None:
        self.leave.clicked.connect(self.finished)
        self.read_all.clicked.connect(self.all_read)
        self.rules.clicked.connect(self.finished)
        self.rules.clicked.connect(self.rules_wanted)
        self.show_post.clicked.connect(self._open)
        self.list.opened.connect(self._open)

    def _open(self) -> None:
        one = self.list.current(Told)
        if one is not None:
            self.finished.emit()
            self.opened.emit(one)


def _item(told: Told) -> QStandardItem:
    colours, level, is_read = theme().palette, told.alert.level, told.alert.is_read
    item = QStandardItem(line_told(told))
    font = theme().fonts.font(Type.BODY, 400 if is_read else 600)
    item.setFont(font)
    item.setForeground(QBrush(colours.text2 if is_read else colours.text1))
    colour = colours.text3 if is_read else getattr(colours, COLOURS[level])
    item.setIcon(menu_icon(ICONS[level], theme().metrics.px(15), colour))
    item.setData(told, WHAT)
    item.setData(spoken_in_list(told), SPOKEN)
    return item
