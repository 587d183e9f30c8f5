"""A row that is ticked is seen to be, in either theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem
from pytestqt.qtbot import QtBot

from controlroom.ui.controls.row_list import RowList
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.theme.theme import theme


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_ticked_row_is_filled_and_an_empty_one_is_not(
    desk: DeskWindow, qtbot: QtBot, name: str
) -> None:
    desk.change(theme=name)
    rows = RowList()
    qtbot.addWidget(rows)
    made = []
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        row = QStandardItem("Fenmarsh")
        row.setCheckable(True)
        row.setCheckState(state)
        made.append(row)
    rows.show_rows(made)
    rows.restyle()
    rows.resize(200, 120)
    picture = rows.grab().toImage()
    ratio = picture.devicePixelRatio()
    filled = theme().palette.accent_fill.rgb()

    def count(row: int) -> int:
        area = rows.visualRect(rows.rows.index(row, 0)).translated(1, 1)
        left, right = int(area.left() * ratio), int((area.left() + 40) * ratio)
        top, bottom = int(area.top() * ratio), int(area.bottom() * ratio)
        points = ((x, y) for x in range(left, right) for y in range(top, bottom))
        return sum(picture.pixel(x, y) == filled for x, y in points)

    assert count(0) > 60
    assert count(1) == 0
