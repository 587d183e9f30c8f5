"""What a network offers, to which posts and for how long, and why not."""

from datetime import timedelta

from controlroom.model import clock
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState, Unsent
from controlroom.model.post import PostKind
from controlroom.ui.compose.ability import by_hand, can_do, is_too_late, why_lacking
from controlroom.ui.sending.words import why_told
from tests.ui.compose.conftest import Room


def test_what_can_be_done_depends_on_what_it_is_done_to() -> None:
    assert can_do("instagram", Act.DELETE, PostKind.COMMENT)
    assert not can_do("instagram", Act.DELETE, PostKind.STATUS)
    assert can_do("facebook", Act.REPOST, PostKind.STATUS)
    assert not can_do("facebook", Act.REPOST, PostKind.COMMENT)
    assert not can_do("rss", Act.LIKE, PostKind.ARTICLE)
    assert can_do("x", Act.DELETE, PostKind.MESSAGE)


def test_a_network_says_why_and_how_a_person_does_it() -> None:
    assert why_lacking("instagram", Act.LIKE) == "Instagram lets no programme like anything."
    assert by_hand("instagram", Act.LIKE)[-1] == "Tap the heart."
    assert by_hand("youtube", Act.MESSAGE) == ()
    assert why_lacking("rss", Act.LIKE) == ""


def test_an_edit_of_x_comes_too_late_after_an_hour() -> None:
    now = clock.now()
    assert not is_too_late("x", Act.EDIT, now - timedelta(minutes=59), now)
    assert is_too_late("x", Act.EDIT, now - timedelta(minutes=61), now)
    assert not is_too_late("x", Act.LIKE, now - timedelta(days=900), now)


def test_what_no_programme_takes_back_comes_with_its_steps() -> None:
    key = DeliveryKey("a" * 32, "w0", "instagram/17841400000000077")
    one = Delivery(key, Act.DELETE, DeliveryState.FAILED, reason=Unsent.UNABLE)
    told = why_told(one)
    assert "delete comments only" in told
    assert "A person can: 1. Open it in the Instagram app as this account. 2." in told


def test_the_board_says_why_a_network_does_not_offer_something(room: Room) -> None:
    room.open("502")
    acts = room.board.publishing
    assert acts is not None
    assert acts.why_not("hide") == why_lacking("mastodon", Act.HIDE)
    assert acts.why_not("like") == ""
