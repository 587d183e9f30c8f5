"""Every list model keeps to what Qt asks of one, whatever is put into it and taken out."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from controlroom.model.profile import Profile
from controlroom.ui.commands import palette_rows
from controlroom.ui.exercise.injects import InjectRows
from controlroom.ui.profiles import rows as profiles
from controlroom.ui.profiles.standing import Condition, Reason, Standing

Fill = Callable[[Any, list[int]], None]


def standing(number: int) -> Standing:
    profile = Profile(number, "mastodon", f"r{number}", f"Unit{number}")
    return Standing(
        profile, "Units", Condition.WELL, Reason.NONE, signed_in=True, ends_at=None,
        last_post=None, last_read=None, trouble=None, gaps=(), budgets=(),
    )  # fmt: skip


def inject(number: int) -> dict[str, Any]:
    return {"id": f"i{number}", "at_s": 60.0 * number, "state": "waiting", "kind": "rumour",
            "network": "x", "by": "Gaz", "text": f"Something {number}"}  # fmt: skip


def command(number: int) -> palette_rows.Row:
    run = (lambda: None) if number % 3 else None
    return palette_rows.Row(f"Row {number}", run=run)


MODELS: dict[str, tuple[Callable[[], QAbstractItemModel], Fill]] = {
    "profiles": (
        profiles.Rows,
        lambda model, numbers: model.show_rows([standing(one) for one in numbers]),
    ),
    "injects": (
        InjectRows,
        lambda model, numbers: model.show_rows([inject(one) for one in numbers]),
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
        "ui/commands/palette_rows.py", "ui/exercise/injects.py", "ui/profiles/rows.py",
    ]  # fmt: skip
