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

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_key
from controlroom.model.query.fold import fold
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.officers.pane import free
from controlroom.ui.officers.view import OfficersView
from controlroom.ui.plain import set_tip
from controlroom.ui.profiles.budgets import BudgetView
from controlroom.ui.profiles.details import Details
from controlroom.ui.profiles.pickers import Picker
from controlroom.ui.profiles.register import Register
from controlroom.ui.profiles.rows import Wanted
from controlroom.ui.profiles.standing import Standing
from controlroom.ui.profiles.summary import Summary
from controlroom.ui.profiles.table import Table
from controlroom.ui.profiles.wall import Wall
from controlroom.ui.record.door import why_not
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.profiles.around import ProfilesWindow
    from controlroom.ui.profiles.tasks import Tasks

translate = QCoreApplication.translate
ROOM_FOR_ALL, ROOM_FOR_WORDS = 1250, 1050
"""Widths of the page in pixels at 100 % from which its head has room for more."""
HEALTH, OFFICERS, BUDGETS = "health", "officers", "budgets"


class ProfilesPage(Styled, QWidget):
    """Head, figures, wall and table, and one profile at the right."""

    def __init__(self, window: "ProfilesWindow", register: Register, tasks: "Tasks") -> None:
        super().__init__()
        self.register, self._tasks, self._window = register, tasks, window
        self._wanted = Wanted()
        self._current, self._view, self._is_open = 0, HEALTH, False
        self.heading = Prose(Type.HEADING, 600, "text1")
        self.under = Prose(Type.SMALL, 400, "text2", self)
        self.view = Choice((HEALTH, OFFICERS, BUDGETS), self)
        self.check = Button(Kind.PLAIN, self)
        self.import_button = Button(Kind.PLAIN, self)
        self.add = Button(Kind.PLAIN, self)
        self.summary, self.wall, self.table = Summary(self), Wall(), Table(self)
        self.budgets, self.details = BudgetView(self), Details(window.office, self)
        self.officers = OfficersView(window.office, self)
        self._find = QLineEdit(self)
        self.order, self.network, self.group = Picker(self), Picker(self), Picker(self)
        self.count = Prose(Type.SMALL, 400, "text2", self)
        self.empty = Prose(Type.BODY, 400, "text2", self)
        self._build()
        self._wire()
        self.details.hide()
        self.follow()
        self._show_view(HEALTH)

    @property
    def filter_field(self) -> QLineEdit:
        """The filter of what is shown."""
        return self.officers.filter_field if self._view == OFFICERS else self._find

    def show_profile(self, profile: int) -> None:
        """Shows one profile in wall, table and pane."""
        one = self._standing(profile)
        if one is None:
            return
        self._current = profile
        self.wall.set_current(profile)
        self.table.set_current(profile)
        self.details.show_standing(one)
        self._is_open = True
        self.details.setVisible(self._view != OFFICERS)
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
            self._is_open = False
            self.details.hide()
        self._mind_rights()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(24), px(8), px(14), px(8))
        self._head.setSpacing(px(8))
        self._bar.setContentsMargins(px(14), px(6), px(14), px(6))
        self._bar.setSpacing(px(8))
        self._find.setFixedHeight(theme().metrics.height.field)
        self._find.setMinimumWidth(px(70))
        self._find.setMaximumWidth(px(220))
        self._find.setFont(theme().fonts.font(Type.SMALL))
        self.heading.fix_width(px(90))
        self.under.fix_width(px(320))
        self.empty.fix_width(px(460))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Profiles", "Profiles"))
        self._say_under()
        self.setAccessibleName(self.heading.text())
        views = (
            translate("Profiles", "Health"),
            translate("Profiles", "Officers and rights"),
            translate("Profiles", "Rate budgets"),
        )
        self.view.name_answers(translate("Profiles", "View"), views)
        self._name_buttons()
        find = translate("Profiles", "Find a profile or group")
        self._find.setPlaceholderText(find)
        self._find.setAccessibleName(find)
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

    def _name_buttons(self) -> None:
        """Shows only icons for what is used least, where there is no room for more."""
        room = theme().metrics.at_full_size(self.width())
        self.under.setVisible(room > ROOM_FOR_ALL)
        for button, text, icon, least in (
            (self.check, translate("Profiles", "Check all now"), "sync", ROOM_FOR_WORDS),
            (self.import_button, translate("Profiles", "Import…"), "export", ROOM_FOR_WORDS),
            (self.add, translate("Profiles", "Add profile"), "plus", 0),
        ):
            button.set_face(text if room > least else "", icon)
            button.setAccessibleName(text)
            if not button.text():
                set_tip(button, text)

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
        for body in (self._health_body, self._nothing_body, self.officers, self.budgets):
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
        self._bar.addWidget(self._find, 100)
        for part in (self.order, self.network, self.group):
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
        for told in (self.table.chosen, self.table.opened):
            told.connect(lambda one: self.show_profile(one.profile.id))
        self.details.closed.connect(self._close_details)
        self.details.reconnect.connect(self._reconnect)
        self.details.column.connect(self._tasks.open_column)
        self.details.removed.connect(self._remove)
        self.check.clicked.connect(self._tasks.check_all)
        self.import_button.clicked.connect(self._tasks.import_file)
        self.add.clicked.connect(lambda: self._tasks.connect_profile())
        self._find.textChanged.connect(self._filter)
        self.order.picked.connect(self._filter)
        self.network.picked.connect(self._filter)
        self.group.picked.connect(self._filter)
        self.order.choose("trouble")
        office = self._window.office
        office.changed.connect(self._mind_rights)
        office.profile_wanted.connect(self._show_locked)
        office.officers_wanted.connect(self._show_officer)
        office.rights_wanted.connect(self._show_rights)

    def resizeEvent(self, event: object) -> None:
        self._share_out()
        self._name_buttons()

    def _share_out(self) -> None:
        """Gives the wall the room it needs, but never more than half."""
        whole = self._split.height()
        wall = min(self.wall.height(), whole * 11 // 20)
        self._split.setSizes([wall, whole - wall])

    def _show_view(self, view: str) -> None:
        self._view = view
        self.view.show_value(view)
        self._say_under()
        self._show_body()

    def _say_under(self) -> None:
        """Says below the heading what the view shows."""
        words = {
            HEALTH: translate("Profiles", "Health of every account the force answers for"),
            OFFICERS: translate("Profiles", "Who may do what on which account, and why"),
            BUDGETS: translate("Profiles", "What each network still allows to be read"),
        }
        self.under.set_text(words[self._view])

    def _show_body(self) -> None:
        self.summary.setVisible(self.register.loaded)
        nothing = self.register.loaded and not self.register.standings
        health = self._nothing_body if nothing else self._health_body
        bodies: dict[str, QWidget] = {HEALTH: health, OFFICERS: self.officers, BUDGETS: health}
        if not nothing:
            bodies[BUDGETS] = self.budgets
        shown = bodies[self._view]
        self._body.setCurrentWidget(shown)
        self.details.setVisible(self._view != OFFICERS and self._is_open)

    def _mind_rights(self) -> None:
        """Profiles are connected and removed by whoever manages the force."""
        why = why_not(self._window, Right.MANAGE)
        for button in (self.add, self.import_button):
            free(button, why)
        one = self._standing(self._current)
        if one is not None and self._is_open:
            self.details.show_standing(one)

    def _show_locked(self, key: str) -> None:
        found = (one.profile for one in self.register.standings if profile_key(one.profile) == key)
        profile = next(found, None)
        if profile is not None:
            self._show_view(HEALTH)
            self.show_profile(profile.id)
        else:
            self._show_rights(key)

    def _show_officer(self, number: str) -> None:
        self._show_view(OFFICERS)
        if number:
            self.officers.show_officer(number)

    def _show_rights(self, key: str) -> None:
        self._show_view(OFFICERS)
        self.officers.show_profile(key)

    def _filter(self, *_how: object) -> None:
        words = tuple(fold(self._find.text()).split())
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
        self._is_open = False
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
