"""The planned injects as a table."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.table import Column, Look, Table
from controlroom.ui.exercise.words import HELD, SENT, SKIPPED, after, state_told

translate = QCoreApplication.translate
Inject = dict[str, Any]
LONGEST = 300
"""Letters of an inject's words that a cell shows at most."""


def columns() -> tuple[Column, ...]:
    """Returns the columns: when, how it stands, what it is, by whom, in which words."""
    return (
        Column(
            lambda: translate("Exercise", "At"),
            110,
            lambda one: after(float(one.get("at_s", 0))),
            lambda one: _look(one, 600),
        ),
        Column(
            lambda: translate("Exercise", "State"),
            90,
            lambda one: state_told(str(one.get("state", ""))),
            _look,
        ),
        Column(
            lambda: translate("Exercise", "What"), 130, lambda one: str(one.get("kind", "")), _look
        ),
        Column(
            lambda: translate("Exercise", "By"), 180, lambda one: str(one.get("by", "")), _by_look
        ),
        Column(
            lambda: translate("Exercise", "Words"),
            460,
            lambda one: " ".join(str(one.get("text", "")).split())[:LONGEST],
            _look,
            lambda one: str(one.get("text", "")),
        ),
    )


def _look(one: Inject, weight: int = 400) -> Look:
    state = one.get("state")
    ink = "text3" if state in (SENT, SKIPPED) else "amber" if state == HELD else "text1"
    return Look(ink, weight)


def _by_look(one: Inject) -> Look:
    return _look(one)._replace(icon=look_of(str(one.get("network", ""))).glyph)


class InjectTable(Table):
    """The injects, in the order in which they are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(columns(), lambda one: one.get("id"), parent)

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(translate("Exercise", "Planned injects"))
