"""Saved texts: filled in, put where one writes, kept for everybody."""

from itertools import pairwise

from PySide6.QtWidgets import QApplication

from controlroom.ui.compose.drafts_panel import DraftsPanel
from controlroom.ui.compose.texts import Texts, fields_of, filled
from controlroom.ui.compose.texts_panel import TextsPanel
from controlroom.ui.controls.row_list import RowList
from controlroom.ui.layers.layer import Panel
from tests.ui.compose.conftest import Room

HOLDING = "We are aware of {what} in {place}. More follows at {time}."


def test_fields_are_named_once_and_filled_in_where_there_is_a_value() -> None:
    assert fields_of(HOLDING + " {place}") == ("what", "place", "time")
    assert filled("{a} and {b}", {"a": "one", "b": ""}) == "one and {b}"


def assert_nothing_spreads(panel: Panel) -> None:
    """What stands above a list stands close together, and the buttons at the foot."""
    spacing, parts = panel.body.spacing(), [panel.body.itemAt(n) for n in range(panel.body.count())]
    shown = [one for one in parts if one is not None and not one.isEmpty()]
    above = shown[: [one.widget() for one in shown].index(panel.findChild(RowList))]
    edges = [one.geometry() for one in above]
    assert [two.top() - one.bottom() - 1 for one, two in pairwise(edges)] == [spacing] * (
        len(edges) - 1
    )
    foot = shown[-1].geometry().bottom() + 1 + panel.body.contentsMargins().bottom()
    assert foot == panel.height()


def test_with_nothing_saved_the_panel_says_what_to_do_and_keeps_its_shape(room: Room) -> None:
    page = room.compose()
    page.text.saved.click()
    panel = room.desk.layers.top()
    assert isinstance(panel, TextsPanel)
    room.wait(panel.none.isVisible)
    QApplication.processEvents()
    assert panel.none.text() == (
        "No text is saved yet. Write one below, give it a name, and save it for everybody."
    )
    assert panel.tongue.text() == "English ▾"
    assert_nothing_spreads(panel)
    panel.name.setText("Holding statement")
    panel.box.insertPlainText(HOLDING)
    panel.save.click()
    room.wait(panel.list.isVisible)
    panel.field.setText("nowhere")
    QApplication.processEvents()
    assert panel.none.text() == "No saved text has these words."
    assert_nothing_spreads(panel)


def test_without_a_kept_draft_the_panel_keeps_its_shape(room: Room) -> None:
    panel = DraftsPanel([])
    room.desk.open_layer(panel)
    QApplication.processEvents()
    assert_nothing_spreads(panel)


def test_a_text_is_saved_for_everybody_in_two_languages_and_inserted(room: Room) -> None:
    page = room.compose()
    page.text.saved.click()
    panel = room.desk.layers.top()
    assert isinstance(panel, TextsPanel)
    texts = room.desk.findChild(Texts)
    assert texts is not None
    panel.name.setText("Holding statement")
    panel.box.insertPlainText(HOLDING)
    panel.save.click()
    room.wait(lambda: texts.all())
    panel.tongue._pick("fr")
    panel.box.insertPlainText("Nous savons {what}.")
    panel.save.click()
    room.wait(lambda: set(texts.all()[0].content) == {"en", "fr"})
    panel.tongue._pick("en")
    for name, value in (("what", "a fire"), ("place", "Fenmarsh"), ("time", "18:55")):
        panel.values[name].setText(value)
    panel.take.click()
    wanted = "We are aware of a fire in Fenmarsh. More follows at 18:55."
    assert page.writing.content.pieces[0].text == wanted


def test_a_removed_text_is_offered_no_longer(room: Room) -> None:
    page = room.compose()
    page.text.saved.click()
    panel = room.desk.layers.top()
    assert isinstance(panel, TextsPanel)
    texts = room.desk.findChild(Texts)
    assert texts is not None
    panel.name.setText("Once")
    panel.box.insertPlainText("Said once.")
    panel.save.click()
    room.wait(texts.all)
    room.wait(lambda: panel._now is not None)
    panel.away.click()
    room.wait(lambda: not texts.all())
