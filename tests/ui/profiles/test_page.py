"""The Profiles section at real size: the wall, the table, the pane, and the ways around them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from controlroom.ui.called import called
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.layers.question import Question
from controlroom.ui.profiles.page import BUDGETS, ProfilesPage
from controlroom.ui.profiles.rows import Column
from controlroom.ui.profiles.standing import Condition
from tests.ui.profiles.force import Engine


@pytest.fixture
def count() -> int:
    return 264


def first(page: ProfilesPage) -> str:
    return str(page.table.rows.index(0, Column.PROFILE).data())


def test_every_profile_has_a_cell_and_a_row_worst_first(page: ProfilesPage) -> None:
    assert page.table.rows.rowCount() == 264
    cells = [page.wall.cell_of(one.profile.id) for one in page.register.standings]
    assert all(not cell.isEmpty() for cell in cells)
    assert len({(cell.x(), cell.y()) for cell in cells}) == 264
    conditions = [page.table.rows.row(row).condition for row in range(264)]
    assert conditions == sorted(conditions)
    assert conditions[0] is Condition.CUT_OFF


def test_the_rows_are_a_sound_model(page: ProfilesPage) -> None:
    tester = QAbstractItemModelTester(
        page.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.filter_field.setText("westmarch00")
    page.filter_field.clear()
    assert tester.model() is page.table.rows


def test_words_network_and_group_narrow_the_table(page: ProfilesPage) -> None:
    page.filter_field.setText("WESTMARCH00 oldmere")
    assert 0 < page.table.rows.rowCount() < 10
    page.filter_field.clear()
    page.network.choose("x")
    by_network = page.table.rows.rowCount()
    assert by_network == sum(one.profile.network == "x" for one in page.register.standings)
    page.group.choose("Force accounts")
    assert 0 < page.table.rows.rowCount() < by_network


def test_a_press_on_the_wall_shows_the_profile_everywhere(page: ProfilesPage, qtbot: QtBot) -> None:
    one = page.register.standings[40]
    centre = page.wall.cell_of(one.profile.id).center()
    qtbot.mouseClick(page.wall, Qt.MouseButton.LeftButton, pos=centre)
    assert page.details.isVisible()
    assert called(one.profile) in page.details.accessibleName()
    row = page.table.rows.row(page.table.currentIndex().row())
    assert row is not None
    assert row.profile == one.profile


def test_arrows_walk_the_wall_and_stop_at_its_ends(page: ProfilesPage, qtbot: QtBot) -> None:
    seen: list[int] = []
    page.wall.chosen.connect(seen.append)
    page.wall.setFocus()
    qtbot.keyClick(page.wall, Qt.Key.Key_Home)
    qtbot.keyClick(page.wall, Qt.Key.Key_Left)
    qtbot.keyClick(page.wall, Qt.Key.Key_Right)
    qtbot.keyClick(page.wall, Qt.Key.Key_Down)
    qtbot.keyClick(page.wall, Qt.Key.Key_Up)
    qtbot.keyClick(page.wall, Qt.Key.Key_End)
    qtbot.keyClick(page.wall, Qt.Key.Key_Right)
    home, right = seen[-7], seen[-5]
    assert seen[-6] == home
    assert page.wall.cell_of(right).x() > page.wall.cell_of(home).x()
    assert page.wall.cell_of(seen[-4]).y() > page.wall.cell_of(right).y()
    assert seen[-3] == right
    assert seen[-1] == seen[-2]


def test_a_wall_that_becomes_narrow_keeps_every_cell_in_sight(page: ProfilesPage) -> None:
    page.window().resize(1366, 768)
    page.show_profile(page.register.standings[3].profile.id)
    for one in page.register.standings:
        cell = page.wall.cell_of(one.profile.id)
        assert page.wall.rect().contains(cell)


def test_what_the_engine_tells_of_budgets_is_shown(
    page: ProfilesPage, desk: DeskWindow, qtbot: QtBot
) -> None:
    one = next(one for one in page.register.standings if one.condition is Condition.WELL)
    told = {"name": "mentions", "per": "profile", "limit": 300, "remaining": 3,
            "resets_at": "2026-11-22T13:00:00Z"}  # fmt: skip
    network = one.profile.network
    desk.line.state.emit({"profile": one.profile.id, "network": network, "budgets": [told]})

    def cares() -> bool:
        now = {s.profile.id: s for s in page.register.standings}[one.profile.id]
        return now.condition is Condition.CARE and now.left == 0.01

    qtbot.waitUntil(cares)
    page._show_view(BUDGETS)
    spoken = [w.accessibleDescription() for w in page.budgets._blocks]
    assert any("mentions: 3 of 300" in text for text in spoken)


def test_checking_all_is_one_order(page: ProfilesPage, engine: Engine) -> None:
    page.check.click()
    assert engine.said("check_all") == [True]


def test_a_profile_is_removed_only_after_a_question(
    page: ProfilesPage, desk: DeskWindow, engine: Engine
) -> None:
    one = page.register.standings[0]
    page.show_profile(one.profile.id)
    page.details.remove.click()
    question = desk.layers.top()
    assert isinstance(question, Question)
    assert engine.said("remove_profiles") == []
    question.yes.click()
    assert engine.said("remove_profiles") == [[one.profile.id]]
    assert not engine.kept[one.profile.id]


def test_screen_readers_find_names_for_every_part(page: ProfilesPage) -> None:
    page.show_profile(page.register.standings[0].profile.id)
    for part in (page.wall, page.table, page.summary, page.filter_field, page.details):
        assert part.accessibleName()
    index = page.table.rows.index(0, Column.LAST_READ)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Last read: ")


def test_a_tooltip_shows_markup_as_text(page: ProfilesPage) -> None:
    at = page.wall.cell_of(page.register.standings[0].profile.id).center()
    assert page.wall._at(at) is not None
    assert page.wall._at(QPoint(-5, -5)) is None
