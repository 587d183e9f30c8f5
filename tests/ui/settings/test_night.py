"""How loud alerts are at night is set per desk, at once."""

from controlroom.settings import SettingsFile
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.settings.page import NIGHT, SettingsPage


def test_the_sound_of_the_night_is_chosen_and_kept(
    desk: DeskWindow, settings_file: SettingsFile
) -> None:
    desk.go("settings")
    desk.pages.settle()
    page = desk.pages.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.night.accessibleName() == "Sound of alerts from 22:00 to 06:00"
    assert [one.text() for one in page.night.answers] == ["Silent", "25%", "50%", "As by day"]
    assert page.night.answers[NIGHT.index(50)].isChecked()
    page.night.answers[0].click()
    assert desk.settings.night_sound == 0
    assert SettingsFile(settings_file.path.parent).now.night_sound == 0
    page.sounds.click()
    assert not page.night.isEnabled()
    page.sounds.click()
    assert page.night.isEnabled()


def test_a_loudness_that_is_none_of_the_answers_shows_the_nearest(desk: DeskWindow) -> None:
    desk.change(night_sound=40)
    desk.go("settings")
    desk.pages.settle()
    page = desk.pages.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.night.answers[NIGHT.index(50)].isChecked()
    assert desk.settings.night_sound == 40
