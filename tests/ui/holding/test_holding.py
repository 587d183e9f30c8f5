"""Stopping takes one press; it shows everywhere, and letting go again is deliberate."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QTimer

from controlroom.model.alert import Level
from controlroom.model.journal_incident import IncidentClosed, IncidentOpened
from controlroom.model.journal_kinds import Decision, OfficerAdded, RoleGranted
from controlroom.model.journal_outgoing import (
    DraftSubmitted,
    HoldPlaced,
    HoldReleased,
)
from controlroom.model.journal_subject import FORCE, group_scope
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.team.publishing import views
from controlroom.team.publishing.routes import defined
from controlroom.team.publishing.usual import usual
from controlroom.ui.controls.banner import BannerKind
from controlroom.ui.holding.forms import HoldSome, Release, WhyHeld
from controlroom.ui.holding.holding import Holding
from controlroom.ui.holding.publishers import Publishers
from tests.ui.officers.conftest import CHIEF, FEN_KEY, ROADS_KEY, SHAH, Force, force

__all__ = ["force"]
FIRE = "1" * 32
LATER = datetime(2099, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def holding(force: Force) -> Holding:
    made = force.desk.holding
    assert made is not None
    force.elsewhere(CHIEF, defined(usual().routes))
    return made


def planned(draft: str, *targets: str, incident: str = "") -> Decision:
    content = Content(
        Act.POST,
        targets,
        (Piece("The M97 is closed."),),
        at=LATER,
        title=f"Update {draft[0]}",
        incident=incident,
    )
    return DraftSubmitted(draft, written(content))


def holds(force: Force) -> list[str]:
    return [one.scope for one in views.holds(force.state)]


def test_one_press_holds_everything_and_asks_why_only_afterwards(
    force: Force, holding: Holding
) -> None:
    switch = force.desk.top.hold
    assert switch.isEnabled()
    assert switch.text() == "Hold all publishing"
    switch.click()
    force.wait(lambda: holds(force) == ["force"])
    assert switch.text().startswith("Publishing held")
    force.wait(lambda: isinstance(force.desk.layers.top(), WhyHeld))
    form = force.desk.layers.top()
    assert isinstance(form, WhyHeld)
    assert not form.yes.isEnabled()
    form.reason.setText("M97: nothing may contradict the closure")
    form.yes.click()
    force.wait(lambda: views.holds(force.state)[0].reason.startswith("M97"))
    assert views.holds(force.state)[0].officer == CHIEF


def test_the_keys_hold_from_any_section(force: Force, holding: Holding) -> None:
    force.desk.commands.listen()
    force.desk.go("settings")
    force.desk.commands.run("hold")
    force.wait(lambda: holds(force) == ["force"])


def test_the_switch_works_as_soon_as_a_role_is_granted(force: Force, holding: Holding) -> None:
    switch = force.desk.top.hold
    force.elsewhere(CHIEF, OfficerAdded("2200", "PC Ben Oake"))
    force.become("2200")
    force.wait(lambda: not switch.isEnabled())
    force.wait(lambda: not any(one.isActive() for one in holding.findChildren(QTimer)))
    force.elsewhere(CHIEF, RoleGranted("2200", "operator", FORCE))
    force.wait(switch.isEnabled)


def test_what_is_held_is_counted_and_said_where_one_plans(force: Force, holding: Holding) -> None:
    force.elsewhere(CHIEF, planned("a" * 32, FEN_KEY, ROADS_KEY))
    force.elsewhere(CHIEF, planned("b" * 32, ROADS_KEY))
    force.elsewhere(SHAH, planned("c" * 32, FEN_KEY))
    holding.place(HoldPlaced("force"))
    force.wait(lambda: force.desk.top.hold.text() == "Publishing held · 3")
    force.desk.layers.close_top()
    assert force.desk.banners.rows == []
    force.desk.go("planner")
    (row,) = force.desk.banners.rows
    assert row.banner.kind is BannerKind.HOLD
    assert row.banner.text.startswith("by Insp Asha Venn (1001) at ")
    assert row.banner.details[-1] == "3 posts will not leave"


def test_releasing_shows_what_was_held_and_says_why_now(force: Force, holding: Holding) -> None:
    force.elsewhere(CHIEF, planned("a" * 32, FEN_KEY))
    force.elsewhere(CHIEF, HoldPlaced("force"))
    force.desk.top.hold.click()
    form = force.desk.layers.top()
    assert isinstance(form, Release)
    assert form.list.rows.rowCount() == 1
    assert form.list.rows.item(0).text().startswith("Update a · ")
    form.reason.setText("Road open again")
    form.yes.click()
    force.wait(lambda: holds(force) == [])
    assert force.desk.top.hold.text() == "Hold all publishing"
    assert force.desk.banners.rows == []


def test_who_may_hold_may_not_release_without_that_right(force: Force, holding: Holding) -> None:
    force.elsewhere(CHIEF, HoldPlaced("force"))
    force.become(SHAH)
    force.wait(lambda: force.office.book.officer == SHAH)
    assert not force.desk.top.hold.isEnabled()
    assert "supervisor" in force.desk.top.hold.toolTip()
    holding.press()
    form = force.desk.layers.top()
    assert isinstance(form, Release)
    assert form.error.text().startswith("Not possible: ")
    assert not form.yes.isEnabled()


def test_a_hold_of_a_colleague_is_an_alert_that_stays(force: Force, holding: Holding) -> None:
    force.elsewhere(SHAH, HoldPlaced(group_scope("Fenmarsh")))
    force.wait(lambda: force.desk.top.hold.text().startswith("Publishing held"))
    alerts = force.desk.alerts
    assert alerts is not None
    assert alerts.toasts.gravest() is Level.CRITICAL
    force.elsewhere(CHIEF, HoldReleased(group_scope("Fenmarsh")))
    force.wait(lambda: holds(force) == [])


def test_a_group_is_held_alone_and_an_incident_let_through(force: Force, holding: Holding) -> None:
    force.elsewhere(CHIEF, IncidentOpened(FIRE, "Fire on the M97", ("force",)))
    holding.hold_some()
    form = force.desk.layers.top()
    assert isinstance(form, HoldSome)
    assert [title for _key, title in form.incident.pick.values] == [
        "No incident",
        "Fire on the M97",
    ]
    names = [form.scopes.rows.item(row).text() for row in range(form.scopes.rows.rowCount())]
    assert names == ["the whole force", "Fenmarsh", "Traffic"]
    form.scopes.setCurrentIndex(form.scopes.rows.index(1, 0))
    form.incident.choose(FIRE)
    form.yes.click()
    force.wait(lambda: holds(force) == ["group/Fenmarsh"])
    (hold,) = views.holds(force.state)
    assert hold.but_incident == FIRE
    assert views.hold(force.state, ROADS_KEY) is None
    force.desk.layers.close_all()
    force.desk.go("planner")
    force.wait(lambda: len(force.desk.banners.rows) == 2)
    details = force.desk.banners.rows[0].banner.details
    assert details[0] == "only for Fenmarsh, but for “Fire on the M97”"
    force.elsewhere(CHIEF, IncidentClosed(FIRE))
    force.wait(lambda: len(force.desk.banners.rows) == 1)
    details = force.desk.banners.rows[0].banner.details
    assert details[0] == "only for Fenmarsh, “Fire on the M97” is closed: it is held too"


def test_without_an_open_incident_none_is_offered(force: Force, holding: Holding) -> None:
    holding.hold_some()
    form = force.desk.layers.top()
    assert isinstance(form, HoldSome)
    assert not form.incident.pick.isVisible()
    assert form.incident.none.text() == "No incident is open."
    assert form.incident.value() == ""


def test_two_who_press_at_once_both_get_what_they_wanted(force: Force, holding: Holding) -> None:
    seen = force.state.seq
    force.elsewhere(SHAH, HoldPlaced(group_scope("Traffic")))
    force.office.book.decide(HoldPlaced("force"), seen=seen)
    force.wait(lambda: "force" in holds(force))
    assert force.desk.top.hold.text().startswith("Publishing held")


def test_before_the_record_is_read_the_switch_says_so(force: Force, holding: Holding) -> None:
    force.desk.record.close()
    force.desk.commands.changed.emit()
    assert holding.why_not_press().startswith("Not possible yet")


def test_a_list_of_publishers_is_put_into_force_and_taken_back(
    force: Force, holding: Holding
) -> None:
    force.elsewhere(CHIEF, IncidentOpened(FIRE, "Fire on the M97", ("force",)))
    force.desk.commands.run("publishers")
    form = force.desk.layers.top()
    assert isinstance(form, Publishers)
    assert form.error.text() == "Tick at least one officer."
    rows = form.officers.rows
    names = [rows.item(n).text() for n in range(rows.rowCount())]
    assert "Insp Asha Venn (1001)" in names
    rows.item(names.index("Insp Asha Venn (1001)")).setCheckState(Qt.CheckState.Checked)
    form.incident.choose(FIRE)
    form.yes.click()
    force.wait(lambda: views.limits(force.state))
    assert views.limits(force.state)["force"].officers == {CHIEF}
    assert views.limits(force.state)["force"].incident == FIRE
    force.desk.commands.run("publishers")
    again = force.desk.layers.top()
    assert isinstance(again, Publishers)
    assert again.chosen() == (CHIEF,)
    assert again.scopes.rows.item(0).text() == (
        "the whole force (a list is in force during “Fire on the M97”)"
    )
    rows = again.officers.rows
    for number in range(rows.rowCount()):
        rows.item(number).setCheckState(Qt.CheckState.Unchecked)
    again.yes.click()
    force.wait(lambda: not views.limits(force.state))
