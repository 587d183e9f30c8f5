"""Saved texts: filled in, put where one writes, kept for everybody."""

from controlroom.ui.compose.texts import Texts, fields_of, filled
from controlroom.ui.compose.texts_panel import TextsPanel
from tests.ui.compose.conftest import Room

HOLDING = "We are aware of {what} in {place}. More follows at {time}."


def test_fields_are_named_once_and_filled_in_where_there_is_a_value() -> None:
    assert fields_of(HOLDING + " {place}") == ("what", "place", "time")
    assert filled("{a} and {b}", {"a": "one", "b": ""}) == "one and {b}"


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
    panel.tongue.picked.emit("fr")
    panel.box.insertPlainText("Nous savons {what}.")
    panel.save.click()
    room.wait(lambda: set(texts.all()[0].content) == {"en", "fr"})
    panel.tongue.picked.emit("en")
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
