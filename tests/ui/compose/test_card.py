"""The card of a link: written by hand, seen before it leaves, judged like every word."""

from controlroom.model.outgoing.content import Act, Card, Content, Piece, read_content, written
from controlroom.outbound.checks.look import look
from controlroom.outbound.checks.surroundings import Surroundings
from controlroom.ui.approvals.parts import text_of
from controlroom.ui.compose.page import ComposePage
from tests.ui.compose.conftest import FEN, FENBLUE, Room

LINK = "https://westmarch.example/weir"
CARD = Card(LINK, "Weir Road", "Shut until noon")


def turn_to_bluesky(room: Room, page: ComposePage) -> None:
    room.wait(lambda: "bluesky" in [tab.key for tab in page.text.tabs])
    page.text.turn_to("bluesky")


def test_only_who_gets_it_on_a_network_with_cards_is_offered_one(room: Room) -> None:
    page = room.compose()
    page.who.list.pressed_box.emit(FEN)
    page.who.list.pressed_box.emit(FENBLUE)
    turn_to_bluesky(room, page)
    room.wait(lambda: not page.text.link.isHidden())
    page.text.turn_to("")
    room.wait(page.text.link.isHidden)


def test_a_card_begins_with_the_link_of_the_text_and_leaves_as_it_was_written(room: Room) -> None:
    page = room.compose()
    page.who.list.pressed_box.emit(FENBLUE)
    turn_to_bluesky(room, page)
    page.text.boxes[0].box.insertPlainText(f"The weir is shut: {LINK}")
    page.text.link.click()
    box = page.text.card
    assert not box.isHidden()
    assert box.url.text() == LINK
    assert "needs an address" in box.note.text()
    for field, text in ((box.title, CARD.title), (box.description, CARD.description)):
        field.setText(text)
        field.textEdited.emit(text)
    assert "picture" in box.note.text()
    assert page.writing.content.pieces_for(FENBLUE)[0].card == CARD
    draft = room.send()
    content = read_content(room.state.publishing.drafts[draft].text)
    assert content.pieces_for(FENBLUE)[0].card == CARD


def test_a_card_is_taken_away_again(room: Room) -> None:
    page = room.compose()
    page.who.list.pressed_box.emit(FENBLUE)
    turn_to_bluesky(room, page)
    page.text.link.click()
    page.text.card.gone.click()
    assert page.text.card.isHidden()
    assert page.writing.content.pieces_for(FENBLUE)[0].card is None


def test_its_words_are_judged_and_approved_with_the_text() -> None:
    content = Content(Act.POST, (FENBLUE,), (Piece("News", card=CARD),))
    assert read_content(written(content)) == content
    said = [one.text for one in look(content, Surroundings()).said()]
    assert "News" in said
    every = [one.text for one in look(content, Surroundings()).texts]
    assert {CARD.title, CARD.description} <= set(every)
    assert text_of(content, "") == f"News\n[Weir Road]\nShut until noon\n{LINK}"
