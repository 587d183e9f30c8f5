"""The frame: bars, rail, tabs, status, and how they follow width, theme, size and language."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board
from controlroom.settings import SettingsFile
from controlroom.ui.frame.placeholder import Placeholder
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.sections import SECTIONS
from controlroom.ui.theme.theme import theme

BOARDS = [Board(1, "Force"), Board(2, "Brackenford"), Board(3, "Derby Saturday")]


def settle() -> None:
    for _round in range(3):
        QApplication.processEvents()


def test_the_bars_have_the_heights_of_the_design(desk: DeskWindow) -> None:
    heights = [bar.height() for bar in (desk.top, desk.tabs, desk.status)]
    assert heights == [44, 36, 26]
    assert desk.rail.width() == 72
    assert {item.height() for item in desk.rail.items.values()} == {54}


def test_a_narrow_window_has_a_narrow_rail_and_a_shorter_search(desk: DeskWindow) -> None:
    assert desk.top.search.width() == 430
    desk.resize(1366, 768)
    settle()
    assert desk.rail.width() == 56
    assert desk.top.search.width() == 270
    assert desk.top.width() == 1366


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("percent", [90, 100, 125, 150])
def test_nothing_in_the_bars_is_cut_off(desk: DeskWindow, language: str, percent: int) -> None:
    desk.resize(1366, 768)
    desk.change(language=language, text_size=percent)
    settle()
    assert desk.width() == 1366
    for bar in (desk.top, desk.status):
        for part in bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if part.isVisible() and part is not desk.top.search:
                assert part.width() >= part.sizeHint().width(), part.accessibleName()
            assert not part.isVisible() or part.geometry().right() < desk.width()


def test_each_section_has_a_page_made_at_its_first_visit(desk: DeskWindow) -> None:
    assert desk.pages.made() == ("board",)
    for section in SECTIONS:
        desk.rail.items[section.id].click()
        assert desk.pages.section == section.id
        assert [one.section.id for one in desk.rail.items.values() if one.current] == [section.id]
    assert len(desk.pages.made()) == len(SECTIONS)


def test_a_section_not_built_yet_says_what_it_will_hold(desk: DeskWindow) -> None:
    desk.go("appeals")
    page = desk.pages.currentWidget()
    assert isinstance(page, Placeholder)
    assert page.accessibleName() == "Appeals"
    assert "the tips they bring" in page.accessibleDescription()
    assert "Not part of this version yet" in page.accessibleDescription()


def test_what_cannot_work_yet_is_disabled_with_a_reason(desk: DeskWindow) -> None:
    for control in (desk.top.compose, desk.top.hold, desk.top.person):
        assert not control.isEnabled()
        assert control.accessibleDescription()
        assert control.accessibleDescription() in control.toolTip()


def test_the_theme_changes_at_once_and_is_remembered(
    desk: DeskWindow, settings_file: SettingsFile
) -> None:
    dark = desk.grab().toImage().pixelColor(300, 400)
    desk.status.look.click()
    settle()
    light = desk.grab().toImage().pixelColor(300, 400)
    assert (dark, light) == (_page_colour("dark"), _page_colour("light"))
    assert SettingsFile(settings_file.path.parent).now.theme == "light"


def test_the_language_changes_at_once_and_back(desk: DeskWindow) -> None:
    desk.status.tongue.click()
    settle()
    assert desk.rail.items["inbox"].text() == "À traiter"
    assert desk.top.hold.text() == "Suspendre toute publication"
    assert desk.windowTitle().startswith("Tableau")
    desk.status.tongue.click()
    settle()
    assert desk.rail.items["inbox"].text() == "Inbox"


def test_the_text_size_scales_type_and_rows(desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert desk.settings.text_size == 110
    assert desk.top.height() == round(44 * 1.1)
    qtbot.keyClick(desk, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (desk.settings.text_size, desk.top.height()) == (100, 44)


def test_boards_are_shown_chosen_and_cycled(desk: DeskWindow, qtbot: QtBot) -> None:
    desk.tabs.set_boards(BOARDS)
    assert desk.tabs.current() == 1
    with qtbot.waitSignal(desk.tabs.chosen) as chosen:
        desk.tabs.tabs[1].click()
    assert chosen.args == [2]
    desk.commands.run("next-board")
    desk.commands.run("next-board")
    assert desk.tabs.current() == 1
    desk.commands.run("previous-board")
    desk.tabs.set_boards(BOARDS[1:])
    assert desk.tabs.current() == 3


def test_a_narrow_window_gives_up_the_words_of_a_board_but_none_of_its_buttons(
    desk: DeskWindow,
) -> None:
    desk.go("board")
    desk.tabs.set_boards(BOARDS)
    settle()
    buttons = [desk.tabs._actions[name] for name in ("pause-all", "second-screen", "new-column")]
    assert all(one.text() for one in buttons)
    desk.resize(1366, 768)
    settle()
    assert all(one.isVisible() and not one.text() for one in buttons)
    assert all(one.accessibleName() and one.toolTip() for one in buttons)
    desk.resize(1920, 1080)
    settle()
    assert all(one.text() for one in buttons)


def test_without_boards_the_tabs_say_how_one_is_added(desk: DeskWindow) -> None:
    assert "+" in desk.tabs.accessibleDescription()
    assert desk.commands.why_not(desk.commands.named("next-board"))


def test_the_cache_is_shown_once_it_is_known(desk: DeskWindow) -> None:
    assert not desk.status.cache.isVisible()
    desk.status.set_cache(1204, 3_200_000)
    assert desk.status.cache.isVisible()
    assert desk.status.cache.text() == "Cache 1,204 posts · 3.20\u202fMB"
    desk.resize(1000, 600)
    settle()
    assert not desk.status.cache.isVisible()


def test_the_window_comes_back_where_it_was(qtbot: QtBot, settings_file: SettingsFile) -> None:
    first = DeskWindow(settings_file)
    qtbot.addWidget(first)
    first.setGeometry(40, 30, 1000, 600)
    first.open()
    first.go("review")
    first.close()
    again = DeskWindow(SettingsFile(settings_file.path.parent))
    qtbot.addWidget(again)
    assert again.pages.section == "review"
    place = again.settings.window
    assert place is not None
    assert (place.width, place.height) == (1000, 600)
    assert again.geometry().intersects(again.screen().availableGeometry())


def test_broken_settings_are_told_in_the_status_bar(qtbot: QtBot, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "settings.json").write_text('{"theme": "pink", "language": "en"}')
    window = DeskWindow(SettingsFile(tmp_path))
    qtbot.addWidget(window)
    window.show()
    assert window.status.notice.text() == "1 setting could not be read"
    assert "pink" in window.status.notice.toolTip()
    window.close()


def test_the_clock_repaints_nothing_but_itself(desk: DeskWindow, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent, QObject

    class Count(QObject):
        painted = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.painted += event.type() == QEvent.Type.Paint
            return False

    settle()
    count = Count()
    for part in (desk.rail, desk.pages, desk.status):
        part.installEventFilter(count)
    qtbot.wait(1200)
    assert count.painted == 0


def test_the_focus_ring_goes_round_what_has_the_focus(desk: DeskWindow) -> None:
    desk.top.search.setFocus()
    settle()
    corner = desk.top.search.mapTo(desk, QPoint(0, 0))
    image = desk.grab().toImage()
    middle = corner.y() + desk.top.search.height() // 2
    assert image.pixelColor(corner.x() - 2, middle) == theme().palette.accent


def _page_colour(name: str) -> object:
    from controlroom.ui.theme.palette import palette_named

    return palette_named(name).bg1


def test_a_clock_that_is_off_says_by_how_much_and_why(desk: DeskWindow) -> None:
    clock = desk.top.clock
    wide = clock.sizeHint().width()
    clock.show_lead(1.9)
    assert clock.sizeHint().width() == wide
    assert not clock.accessibleDescription()
    for seconds in (4.2, -4.2):
        clock.show_lead(seconds)
        assert clock.sizeHint().width() != wide
        assert "database" in clock.accessibleDescription()
        clock.grab()
    clock.show_lead(0.0)
    assert clock.sizeHint().width() == wide
