"""Incidents in the window: opened, changed, closed, and acted upon from their page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controlroom.model.alert import Level
from controlroom.model.journal_incident import IncidentClosed, IncidentOpened
from controlroom.model.journal_outgoing import DraftSubmitted, HoldPlaced, PublishersLimited
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.team.incidents import open_incidents
from controlroom.team.publishing.routes import defined
from controlroom.team.publishing.usual import usual
from controlroom.ui.controls.banner import BannerKind
from controlroom.ui.controls.draw import width_of
from controlroom.ui.controls.row_list import RowList
from controlroom.ui.controls.table import PAD
from controlroom.ui.holding.forms import HoldSome
from controlroom.ui.holding.publishers import Publishers
from controlroom.ui.incidents.forms import CloseIncident, TellIncident
from controlroom.ui.incidents.page import IncidentsPage
from controlroom.ui.theme.fonts import Type
from tests.ui.officers.conftest import CHIEF, FEN_KEY, ROADS_KEY, SHAH, Force, force

__all__ = ["force"]
FIRE, FLOOD = "1" * 32, "2" * 32


@pytest.fixture
def page(force: Force) -> IncidentsPage:
    force.desk.show()
    force.desk.go("incidents")
    force.desk.pages.settle()
    made = force.desk.pages.page("incidents")
    assert isinstance(made, IncidentsPage)
    return made


def opened(force: Force, incident: str = FIRE, *scopes: str) -> None:
    title = "Fire on the M97" if incident == FIRE else "Flood at Fenmarsh"
    force.elsewhere(CHIEF, IncidentOpened(incident, title, scopes or ("force",)))


def draft(force: Force, incident: str) -> None:
    content = Content(
        Act.POST, (FEN_KEY, ROADS_KEY), (Piece("The M97 is closed."),), incident=incident
    )
    force.elsewhere(CHIEF, DraftSubmitted("a" * 32, written(content)))


def tick(rows: RowList, *names: str) -> None:
    for number in range(rows.rows.rowCount()):
        row = rows.rows.item(number)
        wanted = row.text() in names
        row.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def titles(page: IncidentsPage) -> list[str]:
    rows = page.open_ones.rows
    return [rows.row(number).title for number in range(rows.rowCount())]


def test_an_incident_is_opened_from_its_page(force: Force, page: IncidentsPage) -> None:
    assert page.count.text() == "0 open incidents"
    assert page.empty.isVisible()
    page.new.click()
    form = force.desk.layers.top()
    assert isinstance(form, TellIncident)
    assert form.error.text() == "A title is needed."
    form.title.setText(" Fire on the M97 ")
    assert form.error.text() == "Tick at least one that it concerns."
    tick(form.scopes, "Fenmarsh", "Traffic")
    form.yes.click()
    force.wait(lambda: titles(page) == ["Fire on the M97"])
    (found,) = open_incidents(force.state).values()
    assert (found.by, found.scopes) == (CHIEF, ("group/Fenmarsh", "group/Traffic"))
    row = page.open_ones.rows.row(0)
    assert (row.concerns, row.drafts, row.force) == ("Fenmarsh, Traffic", 0, "")
    assert row.opened.startswith("Insp Asha Venn (1001), ")
    assert page.count.text() == "1 open incident"


def test_the_force_holds_whatever_else_is_ticked(force: Force, page: IncidentsPage) -> None:
    page.new.click()
    form = force.desk.layers.top()
    assert isinstance(form, TellIncident)
    tick(form.scopes, "the whole force", "Fenmarsh")
    assert form.chosen() == ("force",)


def test_the_keys_show_incidents_from_any_section(force: Force, page: IncidentsPage) -> None:
    force.desk.go("settings")
    command = force.desk.commands.named("incident-mode")
    assert command.keys == ("F8",)
    force.desk.commands.run("incident-mode")
    assert force.desk.pages.section == "incidents"


def test_its_row_says_what_belongs_to_it_and_what_stands_on_it(
    force: Force, page: IncidentsPage
) -> None:
    force.elsewhere(CHIEF, defined(usual().routes))
    opened(force)
    draft(force, FIRE)
    force.elsewhere(CHIEF, HoldPlaced("force", FIRE))
    force.elsewhere(CHIEF, PublishersLimited("force", (CHIEF,), FIRE))
    force.wait(lambda: page.open_ones.rows.row(0).drafts == 1)
    told = "all but this is held, publishers are limited"
    force.wait(lambda: page.open_ones.rows.row(0).force == told)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_who_opened_and_closed_it_and_when_is_read_whole_on_a_small_screen(
    force: Force, page: IncidentsPage, language: str
) -> None:
    force.desk.resize(1366, 768)
    force.desk.change(language=language)
    opened(force)
    opened(force, FLOOD)
    force.elsewhere(CHIEF, IncidentClosed(FLOOD, "It has gone down"))
    force.wait(lambda: page.closed_ones.rows.rowCount() and titles(page) == ["Fire on the M97"])
    QApplication.processEvents()
    for table in (page.open_ones, page.closed_ones):
        for number, column in enumerate(table.rows.columns):
            needed = width_of(column.text(table.rows.row(0)), Type.SMALL) + 2 * PAD
            assert not table.isColumnHidden(number)
            assert needed <= table.columnWidth(number), column.heading()


def test_it_is_called_otherwise_and_concerns_others(force: Force, page: IncidentsPage) -> None:
    opened(force)
    force.wait(lambda: titles(page))
    page.buttons["change-incident"].click()
    form = force.desk.layers.top()
    assert isinstance(form, TellIncident)
    assert (form.title.text(), form.chosen()) == ("Fire on the M97", ("force",))
    form.title.setText("Fire at junction 4")
    tick(form.scopes, "Traffic")
    form.yes.click()
    force.wait(lambda: titles(page) == ["Fire at junction 4"])
    assert open_incidents(force.state)[FIRE].scopes == ("group/Traffic",)


def test_closing_says_what_ends_with_it(force: Force, page: IncidentsPage) -> None:
    opened(force)
    draft(force, FIRE)
    force.elsewhere(CHIEF, HoldPlaced("force", FIRE))
    force.elsewhere(CHIEF, PublishersLimited("group/Fenmarsh", (CHIEF,), FIRE))
    force.wait(lambda: titles(page))
    page.buttons["close-incident"].click()
    form = force.desk.layers.top()
    assert isinstance(form, CloseIncident)
    told = [form.body.itemAt(n).widget().accessibleName() for n in range(1, 5)]
    assert told[0] == "“Fire on the M97” ends for everybody and cannot be reopened."
    assert told[1] == "The list of publishers for Fenmarsh ends with it."
    assert told[2].startswith("The hold for the whole force lets nothing through any more")
    assert told[3].startswith("1 draft that belongs to it is still to leave")
    form.reason.setText("The road is open")
    form.yes.click()
    force.wait(lambda: not titles(page))
    row = page.closed_ones.rows.row(0)
    assert (row.title, row.why) == ("Fire on the M97", "The road is open")
    assert row.closed.startswith("Insp Asha Venn (1001), ")
    assert force.state.publishing.limits == {}


def test_the_buttons_lead_to_the_panels_with_the_chosen_incident(
    force: Force, page: IncidentsPage
) -> None:
    opened(force)
    opened(force, FLOOD)
    force.wait(lambda: titles(page) == ["Flood at Fenmarsh", "Fire on the M97"])
    page.open_ones.setCurrentIndex(page.open_ones.rows.index(1, 0))
    page.buttons["hold-others"].click()
    hold = force.desk.layers.top()
    assert isinstance(hold, HoldSome)
    assert hold.incident.value() == FIRE
    force.desk.layers.close_top()
    page.open_ones.setCurrentIndex(page.open_ones.rows.index(0, 0))
    page.buttons["limit-to-incident"].click()
    limit = force.desk.layers.top()
    assert isinstance(limit, Publishers)
    assert limit.incident.value() == FLOOD


def test_who_may_not_release_opens_and_closes_nothing(force: Force, page: IncidentsPage) -> None:
    opened(force)
    force.wait(lambda: titles(page))
    force.become(SHAH)
    force.wait(lambda: force.office.book.officer == SHAH)
    force.wait(lambda: not page.new.isEnabled())
    assert "supervisor or a commander" in page.new.accessibleDescription()
    assert not page.buttons["close-incident"].isEnabled()


def test_an_open_incident_stands_across_the_window(force: Force) -> None:
    opened(force)
    force.wait(lambda: force.desk.banners.rows)
    (row,) = force.desk.banners.rows
    assert row.banner.kind is BannerKind.INCIDENT
    assert row.banner.text == "Fire on the M97"
    assert row.banner.details[0] == "the whole force"
    opened(force, FLOOD, "group/Fenmarsh")
    force.wait(lambda: force.desk.banners.rows[0].banner.text == "Flood at Fenmarsh")
    assert force.desk.banners.rows[0].banner.details[-1] == "1 more is open"
    for incident in (FIRE, FLOOD):
        force.elsewhere(CHIEF, IncidentClosed(incident))
    force.wait(lambda: not force.desk.banners.rows)


def test_one_that_a_colleague_opens_is_an_alert_that_stays(force: Force) -> None:
    force.become(SHAH)
    force.wait(lambda: force.office.book.officer == SHAH)
    opened(force)
    alerts = force.desk.alerts
    assert alerts is not None
    force.wait(lambda: alerts.toasts.gravest() is Level.CRITICAL)
