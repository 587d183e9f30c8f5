"""How long a text made to hurt keeps the window busy: on a card, and in the pane of Review.

    python -m benchmarks.hostile

Each text goes through everything a post goes through on its way to the screen: cleaning, layout,
painting, words for a screen reader. What is told is time of the window's thread alone, the first
time a text is shown.
"""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import click

from benchmarks.measure import percentile, report, say

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
WIDTHS = (280, 308, 480)
SPANS, MEDIA = 500, 8


@click.command()
@click.option("--limit", default=50.0, show_default=True, help="Milliseconds a text may take.")
def main(limit: float) -> None:
    """Measures every text of the hostile corpus."""
    from controlroom.app import application

    application()
    # Fonts and icons are loaded by the first card of all.
    show("A word to begin with", WIDTHS[0])
    found = [(worst(text), text) for text in texts()]
    times = [one for one, _text in found]
    slowest = max(found, key=lambda one: one[0])
    say(f"slowest: {slowest[1][:40]!r}, {len(slowest[1])} characters")
    panes = in_panes()
    report(texts=len(times), p50_ms=percentile(times, 0.5), p95_ms=percentile(times, 0.95),
           max_ms=max(times), over=sum(1 for one in times if one > limit),
           pane_p95_ms=percentile(panes, 0.95), pane_max_ms=max(panes),
           pane_over=sum(1 for one in panes if one > limit))  # fmt: skip


def in_panes() -> list[float]:
    """Returns the milliseconds that each text takes in the pane of Review, laid out and painted."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    from controlroom.ui.board.card.content import Ours
    from controlroom.ui.review.details import Details

    pane = Details()
    pane.resize(470, 900)
    pane.show()

    def put(text: str) -> None:
        pane.show_post(hostile_post(text), Ours())
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        pane.grab()

    put("A word to begin with")
    found = [timed(partial(put, text)) for text in texts()]
    pane.close()
    return found


def texts() -> Iterator[str]:
    """Yields the corpus of the tests, and a few that are long besides."""
    from tests.ui.board.hostile import hostile_texts

    yield from hostile_texts()
    yield "@a #b https://c.example " * 20_000
    yield "".join(chr(0x0300 + number % 0x70) for number in range(1_000_000))


def worst(text: str) -> float:
    """Returns the milliseconds the slowest way to show a text takes."""
    return max(timed(lambda width=width: show(text, width)) for width in WIDTHS)


def timed(work: Callable[[], object]) -> float:
    """Returns the milliseconds of this thread's time that some work takes."""
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def show(text: str, width: int) -> None:
    """Shows a text as name, handle, body, quote, poll, warning and description of a post."""
    from PySide6.QtGui import QImage, QPainter

    from controlroom.ui.board.card.content import Ours, content_of
    from controlroom.ui.board.card.geometry import lay_out
    from controlroom.ui.board.card.look import look_now
    from controlroom.ui.board.card.paint import paint_card
    from controlroom.ui.board.card.spoken import spoken
    from controlroom.ui.board.card.state import CardState

    cached, look = hostile_post(text), look_now()
    content = content_of(cached, Ours())
    place = lay_out(content, width, look, opened=True)
    image = QImage(place.width, place.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_card(painter, content, place, CardState(opened=True), look)
    painter.end()
    spoken(content, CardState(), cached.seen_at)


def hostile_post(text: str) -> Any:
    """Returns a stored post that has the text wherever others may write."""
    from datetime import UTC, datetime

    from controlroom.model.cached import CachedPost
    from controlroom.model.post import (
        Author,
        Media,
        MediaKind,
        Poll,
        PollOption,
        Post,
        Quote,
        Span,
        SpanKind,
    )

    now = datetime.now(UTC)
    spans = tuple(Span(SpanKind.LINK, at, at + 9, text[:200]) for at in range(0, SPANS * 3, 3))
    media = tuple(Media(MediaKind.IMAGE, "https://m.example/1", alt=text) for _one in range(MEDIA))
    poll = Poll(tuple(PollOption(text, 3) for _one in range(4)))
    post = Post(
        "x", "1", Author("a", text, text), text, now, spans=spans, media=media,
        language=text[:30], quote=Quote("q", text, text), poll=poll, warning=text,
    )  # fmt: skip
    return CachedPost(1, post, (1,), now)


if __name__ == "__main__":
    main()
