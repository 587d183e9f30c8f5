"""Officers and rights, readable both ways: by officer, and by profile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from controlroom.model.journal_kinds import OfficerAdded, RoleDefined
from controlroom.model.query.fold import fold
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.table import Table
from controlroom.ui.language import counted, told
from controlroom.ui.officers import people, places
from controlroom.ui.officers.forms import AddOfficer
from controlroom.ui.officers.officer_pane import OfficerPane
from controlroom.ui.officers.outcome import Outcome
from controlroom.ui.officers.pane import free
from controlroom.ui.officers.profile_pane import ProfilePane
from controlroom.ui.officers.role_form import Roles
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate
BY_OFFICER, BY_PROFILE = "officer", "profile"


class OfficersView(Styled, QWidget):
    """A list at the left, one of it at the right, and what came of the last decision below."""

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._way = office, BY_OFFICER
        self.way = Choice((BY_OFFICER, BY_PROFILE), self)
        self.filter_field = QLineEdit(self)
        self.count = Prose(Type.SMALL, 400, "text2", self)
        self.roles, self.add = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self.people = Table(people.columns(), lambda one: one.number, self)
        self.places = Table(places.columns(), lambda one: one.key, self)
        self.officer, self.profile = OfficerPane(office, self), ProfilePane(office, self)
        self.empty = Prose(Type.BODY, 400, "text2", self)
        self.outcome = Outcome(office.acts, self)
        self._lists, self._panes = QStackedWidget(self), QStackedWidget(self)
        self._body = QStackedWidget(self)
        self._build()
        self._wire()
        self.follow()
        self._show_way(BY_OFFICER)

    def refresh(self) -> None:
        """Shows the record as it stands; while nobody looks, nothing is done."""
        if not self.isVisible():
            return
        state = self._office.state
        free(self.add, self._why_not_add())
        free(self.roles, self._why_not_define())
        self._body.setCurrentIndex(0 if state is not None else 1)
        self.empty.set_text(self._waiting())
        self._fill()
        self._show_current()

    def show_officer(self, number: str) -> None:
        """Shows an officer."""
        self._show_way(BY_OFFICER)
        self.filter_field.clear()
        self.people.set_current(number)
        self._show_current()

    def show_profile(self, key: str) -> None:
        """Shows a profile of the record."""
        self._show_way(BY_PROFILE)
        self.filter_field.clear()
        self.places.set_current(key)
        self._show_current()

    def showEvent(self, event: object) -> None:
        self.refresh()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._bar.setContentsMargins(px(14), px(8), px(14), px(8))
        self._bar.setSpacing(px(8))
        self.filter_field.setFixedSize(px(220), theme().metrics.height.field)
        self.filter_field.setFont(theme().fonts.font(Type.SMALL))
        self.empty.fix_width(px(460))
        self.count.fix_width(px(110))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Rights", "Officers and rights"))
        ways = (translate("Rights", "By officer"), translate("Rights", "By profile"))
        self.way.name_answers(translate("Rights", "Order"), ways)
        for button, text, icon in (
            (self.add, translate("Rights", "Add officer…"), "plus"),
            (self.roles, translate("Rights", "Rights of roles…"), "shield"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        find = translate("Rights", "Find an officer, a role or a group")
        if self._way == BY_PROFILE:
            find = translate("Rights", "Find a profile or group")
        self.filter_field.setPlaceholderText(find)
        self.filter_field.setAccessibleName(find)
        self.people.setAccessibleName(translate("Rights", "Officers"))
        self.places.setAccessibleName(translate("Rights", "Profiles"))
        self.refresh()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._bar = QHBoxLayout()
        for part in (self.way, self.filter_field):
            self._bar.addWidget(part)
        self._bar.addWidget(self.count)
        self._bar.addStretch(1)
        for button in (self.roles, self.add):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._bar.addWidget(button)
        self.way.setSizePolicy(self.add.sizePolicy())
        outer.addLayout(self._bar)
        for table in (self.people, self.places):
            self._lists.addWidget(table)
        for pane in (self.officer, self.profile):
            self._panes.addWidget(_Scrolled(pane))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._lists)
        split.addWidget(self._panes)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 11)
        split.setStretchFactor(1, 13)
        split.setSizes([1100, 1300])
        waiting = QWidget(self)
        column = QVBoxLayout(waiting)
        column.addStretch(1)
        self.empty.centred = True
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self._body.addWidget(split)
        self._body.addWidget(waiting)
        outer.addWidget(self._body, 1)
        outer.addWidget(self.outcome)

    def _wire(self) -> None:
        office, window = self._office, self._office.window
        office.changed.connect(self.refresh)
        office.book.stood.connect(lambda _error: self.refresh())
        self.way.chosen.connect(self._show_way)
        self.filter_field.textChanged.connect(self._fill)
        self.people.chosen.connect(self._show_current)
        self.places.chosen.connect(self._show_current)
        self.people.opened.connect(lambda _row: self.officer.grants.setFocus())
        self.places.opened.connect(lambda _row: self.profile.may.setFocus())
        self.officer.may.opened.connect(lambda row: self.show_profile(row.key))
        self.profile.may.opened.connect(lambda row: self.show_officer(row.key))
        self.add.clicked.connect(lambda: window.open_layer(AddOfficer(office, self.show_officer)))
        self.roles.clicked.connect(lambda: window.open_layer(Roles(office)))

    def _show_way(self, way: str) -> None:
        self._way = way
        self.way.show_value(way)
        place = 0 if way == BY_OFFICER else 1
        self._lists.setCurrentIndex(place)
        self._panes.setCurrentIndex(place)
        self.retranslate()

    def _fill(self, *_text: str) -> None:
        words = fold(self.filter_field.text()).split()
        if self._way == BY_OFFICER:
            found = [one for one in people.people_of(self._office) if people.fits(one, words)]
            self.people.show_rows(found)
            said = counted(
                len(found), translate("Rights", "{n} officer"), translate("Rights", "{n} officers")
            )
        else:
            rows = [one for one in places.places_of(self._office) if places.fits(one, words)]
            self.places.show_rows(rows)
            said = counted(
                len(rows), translate("Rights", "{n} profile"), translate("Rights", "{n} profiles")
            )
        self.count.set_text(said)
        self._choose_first()

    def _choose_first(self) -> None:
        table = self.people if self._way == BY_OFFICER else self.places
        first = table.rows.row(0)
        if table.current() is None and first is not None:
            table.set_current(table.rows.key_of(first))
            self._show_current()

    def _show_current(self, _row: object = None) -> None:
        table = self.people if self._way == BY_OFFICER else self.places
        row = table.current()
        self._panes.setVisible(row is not None)
        if row is None:
            return
        if self._way == BY_OFFICER:
            self.officer.show_officer(row.number)
        else:
            self.profile.show_profile(row.key)

    def _waiting(self) -> str:
        trouble = self._office.book.trouble
        if trouble is not None:
            return told(trouble)
        return translate("Rights", "The record is being read. Officers and rights follow from it.")

    def _why_not_add(self) -> str:
        return self._office.acts.why_not(OfficerAdded("0000000000000000000X", "?"))

    def _why_not_define(self) -> str:
        return self._office.acts.why_not(RoleDefined("\u2013", ()))


class _Scrolled(QScrollArea):
    """A pane that is scrolled where the window is too low for all of it, and never sideways."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__()
        self._pane = pane
        self.setWidget(pane)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        gutter = theme().metrics.width.scroll_gutter
        return QSize(self._pane.minimumSizeHint().width() + gutter, 120)
