"""When the board of a window is joined to its record."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from controlroom.settings import SettingsFile
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow


@pytest.mark.parametrize("section", ["board", "profiles"])
def test_a_desk_that_was_left_in_any_section_works_together(
    section: str, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    settings_file.change(section=section)
    window = DeskWindow(settings_file)
    window.show()
    qtbot.waitExposed(window)
    window.watch()
    window.go("board")
    page = window.pages.page("board")
    assert isinstance(page, BoardPage)
    assert page.together is not None
    first = page.together
    window.go("profiles")
    window.go("board")
    assert page.together is first
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
