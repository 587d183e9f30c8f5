"""How far reading back has come, and what it takes for what was sent."""

from datetime import datetime, timedelta
from itertools import count

import pytest

from controlroom.feeds.base import Page
from controlroom.feeds.outgoing.seen import MOST_PAGES, SKEW, look_back, written_out
from controlroom.model.post import UNSEEN, Post, PostKind, Quote, Span, SpanKind
from tests.feeds.outgoing.pieces import piece
from tests.feeds.seats import NOW

WANTED = piece("Wanted", NOW)
BEFORE = NOW - SKEW - timedelta(seconds=1)


def post(number: int, at: datetime = NOW, text: str = "x", **more: object) -> Post:
    return Post("x", str(number), UNSEEN, text, at, **more)  # type: ignore[arg-type]


def test_it_reads_on_until_before_the_attempt() -> None:
    pages = {"": Page((post(3), post(2)), "a"), "a": Page((post(1), post(0, BEFORE)), "b")}
    back = look_back(pages.__getitem__, WANTED)
    assert [one.sent.remote_id for one in back.seen] == ["3", "2", "1"]
    assert (back.looked, back.since, back.certain) == (4, NOW - SKEW, False)


def test_a_list_that_ends_has_been_read_to_its_end() -> None:
    assert look_back(lambda _: Page(()), WANTED).since == NOW - SKEW


def test_a_list_without_end_is_given_up_and_said_not_to_reach_back() -> None:
    numbers = count()
    back = look_back(lambda _: Page((post(next(numbers)),), "on"), WANTED)
    assert back.looked == MOST_PAGES
    assert back.since > NOW - SKEW


def test_lists_in_no_order_of_time_are_read_whole() -> None:
    pages = {"": Page((post(0, BEFORE),), "a"), "a": Page((post(1),))}
    assert look_back(pages.__getitem__, WANTED).seen == ()
    back = look_back(pages.__getitem__, WANTED, whole=True)
    assert [one.sent.remote_id for one in back.seen] == ["1"]


def test_several_lists_read_as_one_say_themselves_how_far_they_reach() -> None:
    """The oldest post of such a page says nothing: another list may have younger ones left."""
    pages = {
        "": Page((post(0, BEFORE),), "a", back_to=NOW),
        "a": Page((post(1),), back_to=BEFORE),
    }
    back = look_back(pages.__getitem__, WANTED)
    assert [one.sent.remote_id for one in back.seen] == ["1"]
    left = look_back(lambda _: Page((post(0, BEFORE),), back_to=NOW), WANTED)
    assert left.since > NOW - SKEW


@pytest.mark.parametrize(
    ("text", "spans", "wanted", "told"),
    [
        ("see a.example/…", [(SpanKind.LINK, 4, 15, "https://a.example/long")],
         "see https://a.example/long", "see https://a.example/long"),
        ("see https://a.example/", [(SpanKind.LINK, 4, 22, "https://a.example/")],
         "see https://a.example", "see https://a.example"),
        ("hi @ida", [(SpanKind.MENTION, 3, 7, "ida@h.example")], "hi @ida@h.example",
         "hi @ida@h.example"),
        ("hi @ida", [(SpanKind.MENTION, 3, 7, "ida@h.example")], "hi @ida", "hi @ida"),
        ("ab", [(SpanKind.LINK, 0, 2, "https://a.example"), (SpanKind.LINK, 1, 2, "https://b.ex")],
         "", "https://a.example"),
        ("#Weir", [(SpanKind.HASHTAG, 0, 5, "Weir")], "#Weir", "#Weir"),
    ],
)  # fmt: skip
def test_links_and_names_are_written_out(
    text: str, spans: list[tuple[SpanKind, int, int, str]], wanted: str, told: str
) -> None:
    made = tuple(Span(kind, start, end, target) for kind, start, end, target in spans)
    assert written_out(post(1, text=text, spans=made), wanted) == told


def test_what_was_passed_on_is_what_a_repost_answers() -> None:
    shared = post(1, kind=PostKind.REPOST, quote=Quote("77"))
    quoted = post(2, quote=Quote("77"), reply_to="66")
    back = look_back(lambda _: Page((shared, quoted)), WANTED)
    assert [one.answers for one in back.seen] == ["77", "66"]
