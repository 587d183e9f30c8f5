"""The checks beside a text: their head keeps its words where there is little room."""

import pytest
from PySide6.QtWidgets import QApplication

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.outbound.checks.rulebook import book
from controlroom.ui.compose.checks_pane import ChecksPane
from controlroom.ui.controls.draw import width_of
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.theme.fonts import Type


def many(verdict: Verdict, number: int) -> list[Finding]:
    rules = [one.key for one in book()]
    return [Finding(rules[one], verdict, words=f"words {one}") for one in range(number)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_numbers_give_way_before_the_head_is_cut(desk: DeskWindow, language: str) -> None:
    desk.change(language=language)
    pane = ChecksPane(desk)
    pane.show_findings([*many(Verdict.BLOCKS, 12), *many(Verdict.ASKS, 14)], (), 130)
    for width in (374, 300, 900):
        pane.resize(width, 600)
        pane.show()
        QApplication.processEvents()
        words = width_of(pane.head._text, Type.BODY, 600)
        assert pane.tally.x() >= 38 + words
        assert pane.tally.accessibleName().startswith("12 b")
    assert pane.tally.told()[0] != "12"
    pane.resize(300, 600)
    QApplication.processEvents()
    assert pane.tally.told() == ["12", "14", "116"]
