"""Every list model keeps to what Qt asks of one, whatever is put into it and taken out."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from controlroom.ui.approvals import queue_list
from controlroom.ui.approvals.queue import Where
from controlroom.ui.commands import palette_rows
from controlroom.ui.compose import targets, who_list
from controlroom.ui.controls import table

Fill = Callable[[Any, list[int]], None]


def command(number: int) -> palette_rows.Row:
    run = (lambda: None) if number % 3 else None
    return palette_rows.Row(f"Row {number}", run=run)


MODELS: dict[str, tuple[Callable[[], QAbstractItemModel], Fill]] = {
    "tables": (
        lambda: table.Rows((table.Column(str, 90, str), table.Column(str, 90, str)), int),
        lambda model, numbers: model.show_rows(numbers),
    ),
    "profiles to publish on": (
        who_list.WhoRows,
        lambda model, numbers: model.show([targets.Row(f"x//{n}", f"@{n}", 0) for n in numbers]),
    ),
    "drafts that want a decision": (
        queue_list.Lines,
        lambda model, numbers: model.show_lines(
            [queue_list.Heading(tuple(Where)[n % 3], n) for n in numbers]
        ),
    ),
    "commands": (
        palette_rows.Rows,
        lambda model, numbers: model.show([command(one) for one in numbers]),
    ),
}
ROUNDS = ([], [1], [1, 2, 3, 4], [1, 2, 3, 4], [4, 2], [5, 6, 7, 8, 9], [])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", MODELS)
def test_a_list_model_keeps_to_the_rules(name: str, qtmodeltester: ModelTester) -> None:
    make, fill = MODELS[name]
    model = make()
    fill(model, [1, 2, 3])
    qtmodeltester.check(model)
    for numbers in ROUNDS:
        fill(model, list(numbers))
        QApplication.processEvents()
        assert model.rowCount() == len(numbers)
    model.deleteLater()


def test_no_list_model_is_left_out() -> None:
    import re
    from pathlib import Path

    import controlroom

    pattern = re.compile(r"^class \w+\((\w*Model)\)", re.MULTILINE)
    folder = Path(controlroom.__file__).parent
    found = [
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*.py")
        if pattern.search(file.read_text("utf-8"))
    ]
    assert sorted(found) == [
        "ui/approvals/queue_list.py",
        "ui/commands/palette_rows.py",
        "ui/compose/who_list.py",
        "ui/controls/table.py",
    ]
