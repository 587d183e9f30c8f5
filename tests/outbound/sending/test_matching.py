"""Whether what was read back is what was sent."""

from datetime import UTC, datetime, timedelta

import pytest

from controlroom.feeds.writing import LookedBack, Outgoing, Seen, SentAs
from controlroom.model.outgoing.content import About, Act
from controlroom.outbound.sending.matching import Window, found, is_clean, normalised

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
WINDOW = Window(AT - timedelta(minutes=2), AT + timedelta(minutes=4))
SENT = Outgoing(Act.POST, "Road closed: https://fen.example/a", "", AT)


def seen(number: int, text: str = SENT.text, **others: object) -> Seen:
    at = others.pop("at", AT + timedelta(seconds=number))
    return Seen(SentAs(f"p{number}", "", at), text, **others)  # type: ignore[arg-type]


def looked(*posts: Seen, certain: bool = False) -> LookedBack:
    return LookedBack(posts, len(posts), AT - timedelta(hours=1), certain=certain)


def nobody(_: str) -> bool:
    return False


def test_blanks_links_and_forms_of_letters_do_not_matter() -> None:
    text = "Cafe\u0301  closed\n\n https://fen.example/a/ \u200b"
    assert normalised(text) == normalised("Café closed https://fen.example/a")
    assert normalised("Closed a") != normalised("closed a")


def test_the_oldest_free_post_that_fits_is_it() -> None:
    one = found(SENT, looked(seen(3), seen(2), seen(1)), WINDOW, lambda i: i == "p1")
    assert one is not None
    assert one.sent.remote_id == "p2"


@pytest.mark.parametrize(
    "other",
    [
        seen(1, "Road open"),
        seen(1, files=1),
        seen(1, answers="p9"),
        seen(1, at=AT - timedelta(minutes=3)),
        seen(1, at=AT + timedelta(minutes=5)),
    ],
)
def test_another_post_is_not_it(other: Seen) -> None:
    assert found(SENT, looked(other), WINDOW, nobody) is None


def test_two_equal_posts_are_two() -> None:
    both = looked(seen(2), seen(1))
    bound = set[str]()
    for expected in ("p1", "p2"):
        one = found(SENT, both, WINDOW, bound.__contains__)
        assert one is not None
        assert one.sent.remote_id == expected
        bound.add(expected)
    assert found(SENT, both, WINDOW, bound.__contains__) is None


def test_a_comment_fits_where_the_network_does_not_tell_what_it_answers() -> None:
    answer = Outgoing(Act.REPLY, "Thanks", "", AT, about=About("q1"))
    assert found(answer, looked(seen(1, "Thanks")), WINDOW, nobody)
    assert found(answer, looked(seen(1, "Thanks", answers="q1")), WINDOW, nobody)
    assert not found(answer, looked(seen(1, "Thanks", answers="q2")), WINDOW, nobody)


def test_by_its_key_it_is_it_whatever_it_says() -> None:
    one = found(SENT, looked(seen(1, "changed"), certain=True), WINDOW, nobody)
    assert one is not None
    assert found(SENT, looked(certain=True), WINDOW, nobody) is None


def test_a_look_that_does_not_reach_back_says_nothing() -> None:
    assert is_clean(looked(), AT)
    assert not is_clean(LookedBack((), 40, AT + timedelta(seconds=1)), AT)
    assert is_clean(LookedBack((), 0, AT + timedelta(seconds=1), certain=True), AT)
