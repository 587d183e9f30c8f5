"""Two windows of two officers on one real database keep the same series ahead."""

from datetime import UTC, datetime, timedelta

from controlroom.model.journal_kinds import ProfilePlaced
from controlroom.model.journal_outgoing import SeriesDefined, SeriesSkipped
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.team.publishing import views
from controlroom.ui.planner.keeping import SeriesKeeper
from tests.ui.board.seats import Seat
from tests.ui.board.test_together_in_a_team import PAIR, pair

__all__ = ["pair"]
X = "x//97"


def series(key: str, text: str, from_day: str = "") -> SeriesDefined:
    at = (datetime.now(UTC) + timedelta(days=2)).replace(second=0, microsecond=0)
    said = Content(Act.POST, (X,), (Piece(text),), at=at, zone="UTC", kind="appeal")
    begins = f"{at:%Y-%m-%dT%H:%M}"
    return SeriesDefined(key * 32, written(said), "FREQ=WEEKLY", begins, from_day=from_day)


def said(seat: Seat) -> list[str]:
    found = views.drafts(seat.book.state)
    return [one.content.pieces[0].text for one in found if one.content is not None]


def begin(pair: PAIR) -> list[SeriesKeeper]:
    """Returns the keepers of both windows, with a profile to speak on."""
    keepers = [SeriesKeeper(seat.window) for seat in pair]
    pair[0].book.decide(ProfilePlaced(X))
    for seat in pair:
        seat.until(lambda seat=seat: X in seat.book.state.profiles)
    return keepers


def test_both_top_it_up_at_once_and_each_day_is_there_once(pair: PAIR) -> None:
    thorne, shah = pair
    keepers = begin(pair)
    for number, key in enumerate("abcdef", 1):
        thorne.book.decide(series(key, f"Words {key}"))
        for seat in pair:
            seat.until(lambda seat=seat, key=key: key * 32 in seat.book.state.publishing.series)
        for one in keepers:
            one.top_up()
        for seat in pair:
            seat.until(lambda seat=seat, number=number: len(said(seat)) == 5 * number)
    shah.until(lambda: not any(one._asked for one in keepers))
    assert shah.book.state.refused == {}
    assert thorne.window.layers.top() is shah.window.layers.top() is None
    authors = {one.author for one in views.drafts(shah.book.state)}
    assert authors == {thorne.book.officer}


def test_what_one_changes_the_other_sees_gone_and_made_anew(pair: PAIR) -> None:
    thorne, shah = pair
    keepers = begin(pair)
    thorne.book.decide(series("a", "First words"))
    shah.until(lambda: said(shah) == ["First words"] * 5)
    days = [one.day for one in views.drafts(shah.book.state)]
    shah.book.decide(SeriesSkipped("a" * 32, days[1]))
    for seat in pair:
        seat.until(lambda seat=seat: len(said(seat)) == 4)
    thorne.until(lambda: not any(one._asked for one in keepers))
    shah.book.decide(series("a", "Other words", days[0]))
    for seat in pair:
        seat.until(lambda seat=seat: said(seat) == ["Other words"] * 5)
    assert thorne.book.state.refused == {}
    found = views.drafts(thorne.book.state)
    assert {one.authors for one in found} == {(thorne.book.officer, shah.book.officer)}
