"""How long a text is for those who get it."""

from controlroom.model.outgoing.content import (
    Act,
    Attachment,
    Content,
    FileKind,
    Piece,
    Rendition,
)
from controlroom.outbound.counting import Server, limits_of
from controlroom.ui.compose import editing
from controlroom.ui.compose.lengths import Lengths

BOTH = Content(Act.POST, ("x//1", "bluesky//2"), (Piece("a" * 290),))
LENGTHS = Lengths()


def test_the_shared_text_is_counted_by_the_strictest_of_those_who_get_it() -> None:
    count = LENGTHS.count("", BOTH, BOTH.pieces[0])
    assert count is not None
    assert (count.used, count.limit, count.fits) == (290, 280, False)
    assert not LENGTHS.takes("x", BOTH)
    assert LENGTHS.takes("bluesky", BOTH)


def test_a_network_with_its_own_text_does_not_count_for_the_shared_one() -> None:
    own = editing.with_text(BOTH, "x", 0, "short")
    count = LENGTHS.count("", own, own.pieces[0])
    assert count is not None
    assert (count.limit, count.fits) == (300, True)
    assert LENGTHS.takes("x", own)


def test_without_anybody_nothing_is_counted() -> None:
    assert LENGTHS.count("", Content(Act.POST, ()), Piece("text")) is None


def test_where_only_clips_are_published_a_post_without_one_is_not_taken() -> None:
    films = Content(Act.POST, ("youtube//1",), (Piece("What happened", "Title"),))
    assert not LENGTHS.takes("youtube", films)
    made = Rendition("d" * 64, "video/mp4", 1_000)
    clip = Attachment("c" * 64, FileKind.CLIP, {"youtube": made})
    assert LENGTHS.takes("youtube", editing.with_file(films, clip))
    unmade = Attachment("c" * 64, FileKind.CLIP, {})
    assert not LENGTHS.takes("youtube", editing.with_file(films, unmade))
    answer = Content(Act.REPLY, ("youtube//1",), (Piece("Thank you"),))
    assert LENGTHS.takes("youtube", answer)


def test_a_split_text_fits_every_network_it_is_for() -> None:
    long = Content(Act.POST, BOTH.targets, (Piece("One sentence of it. " * 40),))
    parts = LENGTHS.split("", long, long.pieces[0].text)
    assert len(parts) > 2
    assert all(LENGTHS.fits("", long, part) for part in parts)


def test_what_a_link_counts_and_costs_is_told() -> None:
    linked = Content(Act.POST, ("x//1",), (Piece("See https://westmarch.example/m97"),))
    assert LENGTHS.link_note(linked, "x").startswith("On X every link counts as 23 characters")
    assert LENGTHS.link_note(BOTH, "x") == ""


def test_the_strictest_server_of_those_who_get_it_counts() -> None:
    own = {
        "mastodon/wide.test/1": limits_of("mastodon", Server(characters=11_000, poll_options=20)),
        "mastodon/tiny.test/2": limits_of("mastodon", Server(characters=280, poll_most_min=60)),
    }
    lengths, text = Lengths(own), Piece("a" * 300)
    wide = Content(Act.POST, ("mastodon/wide.test/1",), (text,))
    both = Content(Act.POST, tuple(own), (text,))
    first, second = lengths.count("", wide, text), lengths.count("", both, text)
    assert first is not None
    assert second is not None
    assert (first.limit, first.fits, second.limit, second.fits) == (11_000, True, 280, False)
    assert (lengths.poll("", wide).options, lengths.poll("", both).options) == (20, 4)
    assert (lengths.poll("", wide).most_min, lengths.poll("", both).most_min) == (43_829, 60)
    assert lengths.takes("mastodon/wide.test/1", both)
    assert not lengths.takes("mastodon", both)
