"""Cards: measured, painted, and not to be hurt by what stands on them."""

import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Metrics,
    Poll,
    PollOption,
    PostKind,
    Quote,
    Span,
    SpanKind,
)  # fmt: skip
from controlroom.model.query.parse import parse
from controlroom.ui.board.card.age import age
from controlroom.ui.board.card.clean import clean
from controlroom.ui.board.card.content import CardContent, Ours, content_of, initials
from controlroom.ui.board.card.geometry import lay_out
from controlroom.ui.board.card.look import look_now
from controlroom.ui.board.card.paint import paint_card
from controlroom.ui.board.card.spoken import spoken
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.card.text import reads_right_to_left
from controlroom.ui.theme.theme import theme
from tests.ui.board.cards import NOW, post
from tests.ui.board.hostile import BASES, hostile_texts

OURS = Ours({1: "WestmarchRoads", 2: "WestmarchPolice"}, frozenset({("x", "us")}))
WIDTH = 299
pytestmark = pytest.mark.usefixtures("qapp")


def painted(content: CardContent, state: CardState, *, opened: bool = False) -> QImage:
    look = look_now()
    place = lay_out(content, WIDTH, look, opened=opened)
    image = QImage(place.width, place.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_card(painter, content, place, state, look)
    painter.end()
    return image


def has(image: QImage, colour: QColor) -> bool:
    wanted = colour.rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_a_card_has_the_measures_of_the_design() -> None:
    text = "man walking a dog on the hard shoulder just north of J5. Silver hatchback abandoned."
    media = (
        Media(MediaKind.IMAGE, "https://m.example/1"),
        Media(MediaKind.VIDEO, "u", duration_ms=17_000),
    )
    content = content_of(post(text=text, media=media, language="pl"), OURS)
    place = lay_out(content, WIDTH, look_now())
    assert (place.avatar.x(), place.avatar.y(), place.avatar.width()) == (12, 9, 32)
    assert (place.name.x(), place.name.width(), place.second.y()) == (52, 239, 25)
    assert place.body.y() == 9 + 32 + 5
    lines = place.text.lines if place.text else 0
    assert lines >= 2
    top = 9 + 32 + 5 + 18 * lines + 6
    assert [one.rect.y() for one in place.media] == [top, top]
    assert place.media[0].rect.height() == 84
    assert place.media[1].rect.right() == WIDTH - 8 - 1
    assert place.badges[0].rect.height() == 18
    assert place.height == top + 84 + 6 + 18 + 3 + 24 + 7 + 1


def test_a_long_text_ends_after_eight_lines_with_more() -> None:
    place = lay_out(content_of(post(text="word " * 300), OURS), WIDTH, look_now())
    assert place.text is not None
    assert place.text.lines == 8
    assert place.more is not None
    assert lay_out(content_of(post(), OURS), WIDTH, look_now()).more is None


def test_unread_read_focused_and_ours_look_different() -> None:
    content = content_of(post(), OURS)
    ours = content_of(post(author=Author("us", "WestmarchRoads", "Roads")), OURS)
    assert ours.ours
    assert not content.ours
    images = [
        painted(content, CardState()),
        painted(content, CardState(read=True)),
        painted(content, CardState(focused=True)),
        painted(ours, CardState()),
    ]
    assert len({bytes(image.constBits()) for image in images}) == 4
    colours = theme().palette
    assert has(images[0], colours.accent)
    assert not has(images[1], colours.accent)
    assert QColor(images[2].pixel(0, 30)) == colours.accent
    assert QColor(images[3].pixel(3, 3)) == colours.bg2


def test_spans_are_in_the_accent() -> None:
    text = "😀 ask @unit now"
    span = Span(SpanKind.MENTION, text.index("@"), text.index("@") + 5, "unit")
    plain = painted(content_of(post(text=text), OURS), CardState(read=True))
    marked = painted(content_of(post(text=text, spans=(span,)), OURS), CardState(read=True))
    accent = theme().palette.accent
    assert has(marked, accent)
    assert not has(plain, accent)


def test_words_of_a_search_are_marked() -> None:
    content = content_of(post(text="smoke over the M97"), OURS, parse("smoke"))
    assert [(one.start, one.end, one.kind) for one in content.stretches] == [(0, 5, None)]


def test_right_to_left_text_stands_at_the_right() -> None:
    place = lay_out(content_of(post(text="مرحبا بكم"), OURS), WIDTH, look_now())
    assert place.text is not None
    line = place.text.layout.lineAt(0)
    assert line.naturalTextRect().left() > WIDTH / 3


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        ("@WestmarchPolice حريق كبير", True),
        ("#M97 https://e.example/a حريق", True),
        ("@WestmarchPolice smoke حريق", False),
        ("@WestmarchPolice", False),
        ("#حريق", True),
        ("1 + 1", False),
    ],
)
def test_names_before_a_text_do_not_turn_it_round(text: str, leftwards: bool) -> None:
    assert reads_right_to_left(clean(text).text) is leftwards


def test_a_hashtag_in_text_from_right_to_left_reads_from_its_sign_on() -> None:
    text = "حريق #M97"
    place = lay_out(content_of(post(text=text), OURS), WIDTH, look_now())
    assert place.text is not None
    line, start = place.text.layout.lineAt(0), clean(text).text.index("#")
    assert line.cursorToX(start)[0] < line.cursorToX(start + 3)[0]


def test_a_warning_covers_text_and_media_until_asked_for() -> None:
    media = (Media(MediaKind.IMAGE, "u", sensitive=True),)
    content = content_of(post(text="the worst", warning="Injuries", media=media), OURS)
    covered = lay_out(content, WIDTH, look_now())
    opened = lay_out(content, WIDTH, look_now(), opened=True)
    assert covered.cover is not None
    assert covered.text is None
    assert opened.cover is None
    assert opened.text is not None
    assert "the worst" not in spoken(content, CardState(), NOW)
    assert "Injuries" in spoken(content, CardState(), NOW)
    assert "the worst" in spoken(content, CardState(opened=True), NOW)


def test_edited_gone_and_foreign_posts_say_so() -> None:
    stored = post(versions=2, gone_at=NOW, language="pl")
    content = content_of(stored, OURS)
    texts = [badge.text for badge in content.badges]
    assert texts[1:] == ["Edited", "polski"]
    assert texts[0].startswith("Deleted, seen")
    assert content.gone
    assert painted(content, CardState()) != painted(replace(content, gone=False), CardState())


def test_polls_quotes_and_private_messages_have_their_room() -> None:
    poll = Poll((PollOption("Yes", 3), PollOption("No", 1)))
    quoted = Quote("9", "Roads", "M97 closed both ways between J4 and J6 until further notice")
    content = content_of(post(poll=poll, quote=quoted, kind=PostKind.MESSAGE), OURS)
    place = lay_out(content, WIDTH, look_now())
    assert [row.share for row in place.poll] == [0.75, 0.25]
    assert place.quote_text is not None
    assert place.quote_text.lines == 2
    assert content.private
    painted(content, CardState())


def test_a_poll_without_votes_has_no_shares() -> None:
    poll = Poll((PollOption("Yes"), PollOption("No")))
    place = lay_out(content_of(post(poll=poll), OURS), WIDTH, look_now())
    assert [row.share for row in place.poll] == [None, None]


def test_more_than_two_media_say_how_many() -> None:
    media = tuple(Media(MediaKind.IMAGE, f"u{number}") for number in range(4))
    place = lay_out(content_of(post(media=media), OURS), WIDTH, look_now())
    assert [one.more for one in place.media] == [0, 2]


def test_a_card_is_spoken_as_one_sentence_after_the_other() -> None:
    media = (Media(MediaKind.IMAGE, "u"),)
    content = content_of(post(media=media, metrics=Metrics(3, 12, 1)), OURS)
    said = spoken(content, CardState(), NOW + timedelta(minutes=1))
    assert said == (
        "Unread. Karen Oduya-Platt on X, through WestmarchRoads, 1 minute ago:"
        " Smoke right across the plots. 1 photo, no description. 3 replies, 12 reposts, 1 like."
    )


def test_ages_are_short() -> None:
    said = [age(NOW, NOW + timedelta(seconds=s)) for s in (3, 20, 59, 60, 150, 3599)]
    assert said == ["now", "15 s", "45 s", "1 min", "2 min", "59 min"]
    assert ":" in age(NOW, NOW + timedelta(hours=3))
    assert age(NOW, NOW + timedelta(days=400)).endswith("2026")


def test_initials_come_from_the_name() -> None:
    names = ("Karen Oduya-Platt", "gaz", "", "@ ! ?", "Łukasz Żak", "李 小龍", "PC Amar Shah", "PC")
    assert [initials(name) for name in names] == ["KO", "GA", "?", "?", "ŁŻ", "李小", "AS", "PC"]


def test_hostile_texts_neither_crash_nor_open_a_file() -> None:
    opened: list[str] = []
    watching = [False]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event in ("open", "socket.connect", "socket.getaddrinfo"):
            opened.append(f"{event} {arguments[0]}")

    # A script seen for the first time has its font loaded, once.
    for base in BASES:
        media = (Media(MediaKind.IMAGE, "u", alt="a"),)
        stored = post(
            text=base, media=media, author=Author("h", base, base), quote=Quote("q", base)
        )
        painted(content_of(stored, OURS, parse("police")), CardState(age="now"))
    sys.addaudithook(watch)
    number = 0
    for text in hostile_texts():
        number += 1
        author = Author("h", text[:500], text[:500])
        media = (Media(MediaKind.IMAGE, f"file:///{text[:50]}", alt=text[:500]),)
        spans = (Span(SpanKind.LINK, 0, len(text), text[:100]), Span(SpanKind.MENTION, 5, 3, ""))
        stored = post(
            number, text, author=author, media=media, spans=spans,
            quote=Quote("q", text[:500], text), poll=Poll((PollOption(text, 1),)),
        )  # fmt: skip
        watching[0] = True
        painted(content_of(stored, OURS, parse("police")), CardState(age="now"))
        watching[0] = False
    assert number > 500
    assert opened == []
