"""The page of the Profiles section."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from controlroom.model.query.fold import fold
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.profiles.budgets import BudgetView
from controlroom.ui.profiles.details import Details
from controlroom.ui.profiles.pickers import Picker
from controlroom.ui.profiles.register import Register
from controlroom.ui.profiles.rows import Wanted
from controlroom.ui.profiles.standing import Standing
from controlroom.ui.profiles.summary import Summary
from controlroom.ui.profiles.table import Table
from controlroom.ui.profiles.wall import Wall
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.profiles.around import ProfilesWindow
    from controlroom.ui.profiles.tasks import Tasks

translate = QCoreApplication.translate
HEALTH, BUDGETS = "health", "budgets"


class ProfilesPage(Styled, QWidget):
    """Head, figures, wall and table, and one profile at the right."""

    def __init__(self, window: "ProfilesWindow", register: Register, tasks: "Tasks") -> None:
        super().__init__()
        self.register, self._tasks, self._window = register, tasks, window
        self._wanted = Wanted()
        self._current, self._view = 0, HEALTH
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.under = Prose(Type.SMALL, 400, "text2", self)
        self.view = Choice((HEALTH, BUDGETS), self)
        self.check = Button(Kind.PLAIN, self)
        self.import_button = Button(Kind.PLAIN, self)
        self.add = Button(Kind.PLAIN, self)
        self.summary, self.wall, self.table = Summary(self), Wall(), Table(self)
        self.budgets, self.details = BudgetView(self), Details(self)
        self.filter_field = QLineEdit(self)
        self.order, self.network, self.group = Picker(self), Picker(self), Picker(self)
        self.count = Prose(Type.SMALL, 400, "text2", self)
        self.empty = Prose(Type.BODY, 400, "text2", self)
        self._build()
        self._wire()
        self.details.hide()
        self.follow()
        self._show_view(HEALTH)

    def show_profile(self, profile: int) -> None:
        """Shows one profile in wall, table and pane."""
        one = self._standing(profile)
        if one is None:
            return
        self._current = profile
        self.wall.set_current(profile)
        self.table.set_current(profile)
        self.details.show_standing(one)
        self.details.show()
        cell = self.wall.cell_of(profile)
        self._wall_scroll.ensureVisible(cell.center().x(), cell.center().y(), 0, 40)

    def refresh(self) -> None:
        """Shows the register as it stands."""
        standings = self.register.standings
        self.summary.show_standings(standings)
        self.wall.show_standings(standings)
        self.budgets.show_standings(standings)
        self.network.set_values(_networks(standings))
        groups = sorted({one.group for one in standings if one.group})
        self.group.set_values([(name, name) for name in groups])
        self._fill_table()
        self._share_out()
        self._show_body()
        one = self._standing(self._current)
        if one is not None:
            self.details.show_standing(one)
        else:
            self.details.hide()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(24), px(8), px(14), px(8))
        self._head.setSpacing(px(8))
        self._bar.setContentsMargins(px(14), px(6), px(14), px(6))
        self._bar.setSpacing(px(8))
        self.filter_field.setFixedSize(px(220), theme().metrics.height.field)
        self.filter_field.setFont(theme().fonts.font(Type.SMALL))
        self.heading.fix_width(px(90))
        self.under.fix_width(px(320))
        self.empty.fix_width(px(460))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Profiles", "Profiles"))
        self.under.set_text(translate("Profiles", "Health of every account the force answers for"))
        self.setAccessibleName(self.heading.text())
        views = (translate("Profiles", "Health"), translate("Profiles", "Rate budgets"))
        self.view.name_answers(translate("Profiles", "View"), views)
        for button, text, icon in (
            (self.check, translate("Profiles", "Check all now"), "sync"),
            (self.import_button, translate("Profiles", "Import…"), "export"),
            (self.add, translate("Profiles", "Add profile"), "plus"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        find = translate("Profiles", "Find a profile or group")
        self.filter_field.setPlaceholderText(find)
        self.filter_field.setAccessibleName(find)
        orders = [
            ("", translate("Profiles", "By name")),
            ("trouble", translate("Profiles", "Needs attention first")),
        ]
        self.order.set_words(translate("Profiles", "Order"), "")
        self.order.set_values(orders)
        everything = translate("Profiles", "All")
        self.network.set_words(translate("Profiles", "Network"), everything)
        self.group.set_words(translate("Profiles", "Group"), everything)
        self.empty.set_text(
            translate(
                "Profiles",
                "No profile is connected yet. “Add profile” signs in one or several; “Import…”"
                " takes hundreds from a file.",
            )
        )
        self._say_count(self.table.rows.rowCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        line = theme().metrics.height.page_head - 1
        painter.fillRect(0, line, self.width(), 1, colours.line1)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head, self._bar = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addWidget(self.under)
        self._head.addStretch(1)
        for part in (self.view, self.check, self.import_button, self.add):
            self._head.addWidget(part)
        outer.addLayout(self._head)
        across = QHBoxLayout()
        across.setSpacing(0)
        self._body = QStackedWidget(self)
        self._health_body, self._nothing_body = self._health(), self._nothing()
        for body in (self._health_body, self._nothing_body, self.budgets):
            self._body.addWidget(body)
        across.addWidget(self._body, 1)
        across.addWidget(self.details)
        outer.addLayout(across, 1)
        for button in (self.check, self.import_button, self.add):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _health(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._wall_scroll = QScrollArea()
        self._wall_scroll.setWidget(self.wall)
        self._wall_scroll.setWidgetResizable(True)
        self._wall_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        for part in (self.filter_field, self.order, self.network, self.group):
            self._bar.addWidget(part)
        self._bar.addStretch(1)
        self._bar.addWidget(self.count)
        under.addLayout(self._bar)
        under.addWidget(self.table, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self._wall_scroll)
        self._split.addWidget(below)
        self._split.setChildrenCollapsible(False)
        column.addWidget(self.summary)
        column.addWidget(self._split, 1)
        return holder

    def _nothing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addStretch(1)
        self.empty.centred = True
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        return holder

    def _wire(self) -> None:
        self.register.changed.connect(self.refresh)
        self._window.line.state.connect(self.budgets.hear)
        self.view.chosen.connect(self._show_view)
        self.wall.chosen.connect(self.show_profile)
        self.table.chosen.connect(self.show_profile)
        self.table.opened.connect(self.show_profile)
        self.details.closed.connect(self._close_details)
        self.details.reconnect.connect(self._reconnect)
        self.details.column.connect(self._tasks.open_column)
        self.details.removed.connect(self._remove)
        self.check.clicked.connect(self._tasks.check_all)
        self.import_button.clicked.connect(self._tasks.import_file)
        self.add.clicked.connect(lambda: self._tasks.connect_profile())
        self.filter_field.textChanged.connect(self._filter)
        self.order.picked.connect(self._filter)
        self.network.picked.connect(self._filter)
        self.group.picked.connect(self._filter)
        self.order.choose("trouble")

    def resizeEvent(self, event: object) -> None:
        self._share_out()

    def _share_out(self) -> None:
        """Gives the wall the room it needs, but never more than half."""
        whole = self._split.height()
        wall = min(self.wall.height(), whole * 11 // 20)
        self._split.setSizes([wall, whole - wall])

    def _show_view(self, view: str) -> None:
        self._view = view
        self.view.show_value(view)
        self._show_body()

    def _show_body(self) -> None:
        self.summary.setVisible(self.register.loaded)
        nothing = self.register.loaded and not self.register.standings
        shown = self.budgets if self._view == BUDGETS else self._health_body
        self._body.setCurrentWidget(self._nothing_body if nothing else shown)

    def _filter(self, *_how: object) -> None:
        words = tuple(fold(self.filter_field.text()).split())
        by_trouble = self.order.value == "trouble"
        self._wanted = Wanted(words, self.network.value, self.group.value, by_trouble)
        self._fill_table()

    def _fill_table(self) -> None:
        rows = self._wanted.shown(self.register.standings)
        self.table.show_rows(rows)
        self._say_count(len(rows))

    def _say_count(self, rows: int) -> None:
        self.count.set_text(
            counted(rows, translate("Profiles", "{n} row"), translate("Profiles", "{n} rows"))
        )
        self.count.fix_width(theme().metrics.px(80))

    def _standing(self, profile: int) -> Standing | None:
        found = (one for one in self.register.standings if one.profile.id == profile)
        return next(found, None)

    def _close_details(self) -> None:
        self.details.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reconnect(self, profile: int) -> None:
        one = self._standing(profile)
        if one is not None:
            self._tasks.connect_profile(one.profile)

    def _remove(self, profile: int) -> None:
        one = self._standing(profile)
        if one is not None:
            self._tasks.remove(one.profile)


def _networks(standings: Sequence[Standing]) -> list[tuple[str, str]]:
    from controlroom.ui.board.card.networks import look_of

    return [(key, look_of(key).name) for key in sorted({one.profile.network for one in standings})]
