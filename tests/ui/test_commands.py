"""One table of commands: keys, palette, sheet and menus are all made from it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from controlroom.model.errors import OurError
from controlroom.ui.commands.command import Command, Group
from controlroom.ui.commands.keys import caps, is_single, spoken
from controlroom.ui.commands.match import score
from controlroom.ui.commands.menus import desk_menu
from controlroom.ui.commands.palette import Palette
from controlroom.ui.commands.palette_rows import Row
from controlroom.ui.commands.sheet import Shortcuts
from controlroom.ui.commands.table import TABLE
from controlroom.ui.frame.window import DeskWindow

ICONS = Path(__file__).parents[2] / "resources" / "icons"


def opened(desk: DeskWindow) -> Palette:
    desk.open_palette()
    panel = desk.layers.top()
    assert isinstance(panel, Palette)
    return panel


def chosen(palette: Palette) -> str:
    row = palette.list.current()
    return row.text if row else ""


def test_every_command_has_an_icon_and_keys_that_qt_understands() -> None:
    for command in TABLE:
        assert (ICONS / f"{command.icon}.svg").exists(), command.id
        for keys in command.keys:
            assert not QKeySequence(keys).isEmpty(), command.id


def test_two_commands_cannot_share_a_name_or_a_key(desk: DeskWindow) -> None:
    with pytest.raises(OurError, match="called"):
        desk.commands.add(desk.commands.named("compose"))
    with pytest.raises(OurError, match="keys"):
        desk.commands.add(Command("other", "Other", Group.VIEW, "x", ("C",)))


def test_a_new_entry_is_in_palette_sheet_and_menu_by_itself(desk: DeskWindow, qtbot: QtBot) -> None:
    ran: list[str] = []
    desk.commands.add(
        Command(
            "sing",
            "Sing a song",
            Group.VIEW,
            "sound",
            ("Ctrl+J",),
            action=lambda _: ran.append("!"),
        )
    )
    palette = opened(desk)
    qtbot.keyClicks(palette.field, "sing so")
    assert chosen(palette) == "Sing a song"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["!"]
    desk.open_shortcuts()
    sheet = desk.layers.top()
    assert isinstance(sheet, Shortcuts)
    assert "Sing a song: Ctrl J" in sheet.shown()
    desk.close_layer()
    menu = desk_menu(desk.commands, desk)
    texts = [one.text() for group in menu.actions() for one in group.menu().actions()]
    assert "Sing a song\tCtrl J" in texts
    menu.deleteLater()
    qtbot.keyClick(desk, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["!", "!"]


def test_g_and_a_letter_go_to_a_section(desk: DeskWindow, qtbot: QtBot) -> None:
    for letter, section in (("I", "inbox"), ("L", "planner"), ("V", "review"), ("B", "board")):
        qtbot.keyClick(desk, Qt.Key.Key_G)
        qtbot.keyClick(desk, getattr(Qt.Key, f"Key_{letter}"))
        assert desk.pages.section == section


def test_single_keys_are_letters_while_a_field_has_the_focus(
    desk: DeskWindow, qtbot: QtBot
) -> None:
    desk.go("settings")
    field = desk.pages.currentWidget().findChildren(QLineEdit)[0]
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "gb?c/")
    assert field.text() == "gb?c/"
    assert desk.pages.section == "settings"
    assert desk.layers.top() is None


def test_single_keys_can_be_switched_off(desk: DeskWindow, qtbot: QtBot) -> None:
    desk.change(single_keys=False)
    qtbot.keyClicks(desk, "gi")
    assert desk.pages.section == "board"
    desk.change(single_keys=True)
    qtbot.keyClicks(desk, "gi")
    assert desk.pages.section == "inbox"


def test_a_command_that_cannot_run_tells_why(desk: DeskWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.commands.refused) as told:
        qtbot.keyClick(desk, Qt.Key.Key_C)
    assert told.args == ["Compose", "Not possible yet: the record has not been read."]


def test_the_palette_finds_by_some_letters_and_gives_the_focus_back(
    desk: DeskWindow, qtbot: QtBot
) -> None:
    origin = desk.rail.items["appeals"]
    origin.setFocus()
    qtbot.keyClick(desk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = desk.layers.top()
    assert isinstance(palette, Palette)
    assert palette.field.hasFocus()
    qtbot.keyClicks(palette.field, "light")
    assert chosen(palette) == "Light theme"
    QTest.keyClick(desk.focusWidget(), Qt.Key.Key_Escape)
    assert desk.layers.top() is None
    assert QApplication.focusWidget() is origin


def test_arrows_move_over_the_captions_and_round(desk: DeskWindow, qtbot: QtBot) -> None:
    palette = opened(desk)
    assert chosen(palette) == "Board"
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert chosen(palette) == "Inbox"
    for _press in range(2):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert chosen(palette) == "Text at 150 percent"
    assert "Text at 150 percent" in palette.field.accessibleDescription()


def test_a_leading_sign_leaves_only_commands(desk: DeskWindow, qtbot: QtBot) -> None:
    palette = opened(desk)
    qtbot.keyClicks(palette.field, ">inbox")
    assert chosen(palette) == ""
    palette.field.clear()
    qtbot.keyClicks(palette.field, ">comp")
    assert chosen(palette) == "Compose"


def test_enter_on_what_cannot_run_leaves_the_palette_open(desk: DeskWindow, qtbot: QtBot) -> None:
    palette = opened(desk)
    qtbot.keyClicks(palette.field, "compose")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.layers.top() is palette


def test_a_press_on_a_row_runs_it_and_beside_the_palette_closes_it(
    desk: DeskWindow, qtbot: QtBot
) -> None:
    palette = opened(desk)
    index = palette.list.rows.index(2, 0)
    place = palette.list.visualRect(index).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.pages.section == "inbox"
    palette = opened(desk)
    qtbot.mouseClick(palette.parentWidget(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert desk.layers.top() is None


def test_a_later_source_adds_its_rows_to_the_palette(desk: DeskWindow, qtbot: QtBot) -> None:
    def people(typed: str) -> list[Row]:
        return [Row("People"), Row("Sgt Moira Tennant", "person", run=desk.leave)]

    palette = Palette(desk.commands, [people])
    desk.open_layer(palette)
    qtbot.keyClicks(palette.field, "zzz")
    assert chosen(palette) == "Sgt Moira Tennant"
    desk.close_layer()


def test_the_sheet_filters_by_words_and_keys(desk: DeskWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    sheet = desk.layers.top()
    assert isinstance(sheet, Shortcuts)
    assert len(sheet.shown()) == len([one for one in TABLE if one.keys])
    qtbot.keyClicks(sheet.field, "f11")
    assert sheet.shown() == ["Full screen: F11"]
    desk.close_layer()


def test_the_layer_leaves_the_top_bar_free_and_keeps_tab_inside(
    desk: DeskWindow, qtbot: QtBot
) -> None:
    desk.open_shortcuts()
    sheet = desk.layers.top()
    assert sheet is not None
    assert sheet.parentWidget().geometry().top() == desk.top.height()
    for _press in range(5):
        qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(desk.focusWidget())
    desk.close_layer()


def test_f6_goes_round_the_regions(desk: DeskWindow, qtbot: QtBot) -> None:
    regions = (desk.top, desk.rail, desk.pages, desk.status)
    desk.top.search.setFocus()
    seen = []
    for _press in range(4):
        seen.append(next(one for one in regions if one.isAncestorOf(desk.focusWidget())))
        qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_F6)
    assert tuple(seen) == regions
    assert desk.focusWidget() is desk.top.search
    qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert desk.status.isAncestorOf(desk.focusWidget())


def test_the_rail_is_one_tab_stop_and_arrows_move(desk: DeskWindow, qtbot: QtBot) -> None:
    items = list(desk.rail.items.values())
    items[0].setFocus()
    for _press in range(3):
        qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_Down)
    assert desk.focusWidget() is items[3]
    qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_End)
    assert desk.focusWidget() is items[-1]
    stops = [one for one in items if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    stops = [one for one in stops if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [items[-1]]


@pytest.mark.parametrize(
    ("keys", "shown", "single"),
    [
        ("Ctrl+Shift+H", ["Ctrl", "Shift", "H"], False),
        ("G, B", ["G", "B"], True),
        ("Ctrl++", ["Ctrl", "+"], False),
        ("Ctrl+-", ["Ctrl", "−"], False),
        ("Shift+P", ["Shift", "P"], True),
        ("F6", ["F6"], False),
        ("Esc", ["Esc"], False),
        ("/", ["/"], True),
    ],
)
def test_keys_are_shown_as_they_stand_on_the_keyboard(
    keys: str, shown: list[str], single: bool
) -> None:
    assert (caps(keys), is_single(keys)) == (shown, single)


def test_keys_are_spoken_in_words() -> None:
    assert spoken("/") == "slash"
    assert spoken("Ctrl++") == "Ctrl plus"


def test_matching_wants_the_letters_in_order_and_prefers_beginnings() -> None:
    assert score("xyz", "Light theme") is None
    assert score("theme light", "Light theme") is not None
    assert score("ete", "Été") is not None
    best, worse = score("li", "Light theme"), score("li", "Full island")
    assert best is not None
    assert worse is not None
    assert best > worse
