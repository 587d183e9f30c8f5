"""From the first letter to the record."""

from controlroom.model.outgoing.content import read_content
from tests.ui.compose.conftest import FEN, FENBLUE, ROADSX, Room


def test_what_is_composed_is_put_forward_for_whoever_was_chosen(room: Room) -> None:
    page = room.compose()
    page.who.list.pressed_box.emit(FEN)
    page.who.list.pressed_box.emit(FENBLUE)
    page.text.boxes[0].box.insertPlainText("Road closed at Fenmarsh bridge until noon.")
    draft = room.send()
    found = room.state.publishing.drafts[draft]
    content = read_content(found.text)
    assert content.targets == (FEN, FENBLUE)
    assert content.pieces[0].text == "Road closed at Fenmarsh bridge until noon."
    room.wait(lambda: not page.isVisible())
    assert page.writing.sheet.id != draft
    assert ROADSX not in content.targets
