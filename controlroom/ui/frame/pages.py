"""The page area: one page for each section, made when it is first visited."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from controlroom.ui.sections import BY_ID

if TYPE_CHECKING:
    from controlroom.ui.commands.desk import Desk

Builder = Callable[["Desk"], QWidget]


def _settings_page(desk: "Desk") -> QWidget:
    from controlroom.ui.settings.case_lists import CaseListsGroup
    from controlroom.ui.settings.page import SettingsPage
    from controlroom.ui.settings.protocol import ProtocolGroup
    from controlroom.ui.settings.roles import RolesGroup

    page = SettingsPage(desk)
    page.add_group(ProtocolGroup(desk))
    office = getattr(desk, "office", None)
    if office is not None:
        page.add_group(RolesGroup(office))
        page.add_group(CaseListsGroup(office))
    return page


def _board_page(desk: "Desk") -> QWidget:
    from controlroom.ui.board.build import board_page

    return board_page(desk)


def _profiles_page(desk: "Desk") -> QWidget:
    from controlroom.ui.profiles.build import profiles_page

    return profiles_page(desk)


def _approvals_page(desk: "Desk") -> QWidget:
    from controlroom.ui.approvals.build import approvals_page

    return approvals_page(desk)


def _planner_page(desk: "Desk") -> QWidget:
    from controlroom.ui.planner.build import planner_page

    return planner_page(desk)


def _incidents_page(desk: "Desk") -> QWidget:
    from controlroom.ui.incidents.build import incidents_page

    return incidents_page(desk)


def _review_page(desk: "Desk") -> QWidget:
    from controlroom.ui.review.build import review_page

    return review_page(desk)


def _record_page(desk: "Desk") -> QWidget:
    from controlroom.ui.journal.build import journal_page

    return journal_page(desk)


def _exercise_page(desk: "Desk") -> QWidget:
    line = getattr(desk, "exercise", None)
    if line is None:
        from controlroom.ui.frame.placeholder import Placeholder

        return Placeholder(BY_ID["exercise"])
    from controlroom.ui.exercise.page import ExercisePage

    return ExercisePage(line)


BUILDERS: dict[str, Builder] = {
    "approvals": _approvals_page,
    "board": _board_page,
    "exercise": _exercise_page,
    "incidents": _incidents_page,
    "planner": _planner_page,
    "profiles": _profiles_page,
    "record": _record_page,
    "review": _review_page,
    "settings": _settings_page,
}
"""How the page of a section is made; a section without an entry shows what it will hold."""

WITHOUT_HOUSE = ("settings",)
"""Sections of use even while the databases cannot be opened."""


class Pages(QStackedWidget):
    """The pages of the sections.

    Until `settle` every page is blank: what a page loads must not keep the frame from being seen.
    """

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made: dict[str, QWidget] = {}
        self._stand_in: QWidget | None = None
        self._blank: QWidget | None = QWidget(self)
        self.addWidget(self._blank)
        self.section = ""

    def show_section(self, section: str) -> QWidget:
        """Shows the page of a section and returns it."""
        page = self._page(section)
        self.section = section
        self.setCurrentWidget(page)
        self.setAccessibleName(BY_ID[section].name())
        return page

    def settle(self) -> None:
        """Makes the page that is due, once the frame has been painted."""
        if self._blank is None:
            return
        blank, self._blank = self._blank, None
        self.show_section(self.section)
        self.removeWidget(blank)
        blank.deleteLater()

    def stand_in(self, page: QWidget | None) -> None:
        """Shows a page in place of every section that needs the databases; None ends it."""
        before, self._stand_in = self._stand_in, page
        if page is not None:
            self.addWidget(page)
        self.show_section(self.section)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()

    def stood_in(self) -> bool:
        """Returns whether a page stands in for the sections."""
        return self._stand_in is not None

    def show_task(self, page: QWidget) -> None:
        """Shows a task over the section, until a section is shown again."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def in_task(self) -> bool:
        """Returns whether a task is shown over the section."""
        shown = self.currentWidget()
        return shown not in (self._stand_in, self._blank, *self._made.values())

    def page(self, section: str) -> QWidget | None:
        """Returns the page of a section, None if it was never visited."""
        return self._made.get(section)

    def made(self) -> tuple[str, ...]:
        """Returns the sections whose page has been made."""
        return tuple(self._made)

    def filter_field(self) -> QWidget | None:
        """Returns the filter of the page shown, None if it has none."""
        field = getattr(self.currentWidget(), "filter_field", None)
        return field if isinstance(field, QWidget) else None

    def close_beside(self) -> None:
        """Closes what stands beside the content of the page shown, if anything does."""
        close = getattr(self.currentWidget(), "close_beside", None)
        if close is not None:
            close()

    def regions(self) -> list[QWidget]:
        """Returns the regions of the page shown; none, if it is one itself."""
        parted = getattr(self.currentWidget(), "regions", None)
        return parted() if parted is not None else []

    def _page(self, section: str) -> QWidget:
        if self._stand_in is not None and section not in WITHOUT_HOUSE:
            return self._stand_in
        if self._blank is not None:
            return self._blank
        if section not in self._made:
            self._made[section] = self._make(section)
            self.addWidget(self._made[section])
        return self._made[section]

    def _make(self, section: str) -> QWidget:
        builder = BUILDERS.get(section)
        if builder is not None:
            return builder(self._desk)
        from controlroom.ui.frame.placeholder import Placeholder

        return Placeholder(BY_ID[section])
