"""A draft that comes again: made once for each day, changed from a day on, skipped, ended."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from controlroom.model.journal_kinds import OfficerLeft, ProfileLocked
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliverySent,
    DraftSubmitted,
    SeriesDefined,
    SeriesEnded,
    SeriesSkipped,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import Content, Piece, written
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.model.outgoing.recurring import draft_of
from controlroom.team.publishing import views
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    CHIEF,
    DRAFT,
    MEDIA,
    SECOND,
    SENDER,
    STATION,
    WRITER,
    Desk,
    X,
    one_approval,
    post,
)

ID = "c" * 32
HOUR = 7
DAYS = [f"2026-11-{day}" for day in (23, 24, 25, 26)]


def at(day: str, hour: int = HOUR) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=UTC)


def said(day: str = DAYS[0], text: str = "Good morning.", hour: int = HOUR, **more: str) -> Content:
    made = one_approval if more.get("kind", "other") == "other" else post
    return made(X, at=at(day, hour), zone="Europe/London", pieces=(Piece(text),), **more)


def daily(content: Content, *, from_day: str = "", made_of: str = "") -> SeriesDefined:
    assert content.at is not None
    begins = content.at.isoformat(timespec="minutes")[:16]
    return SeriesDefined(
        ID, written(content), "FREQ=DAILY", begins, from_day=from_day, made_of=made_of
    )


def made(day: str, content: Content | None = None) -> DraftSubmitted:
    of = content or said()
    assert of.at is not None
    told = written(replace(of, at=at(day, of.at.hour)))
    return DraftSubmitted(draft_of(ID, day), told, (), ID, day)


@pytest.fixture
def desk() -> Desk:
    """A daily series of which three drafts are made."""
    desk = Desk()
    assert desk.says(WRITER, daily(said())) == []
    assert desk.says(WRITER, *(made(day) for day in DAYS[:3])) == []
    return desk


def view(desk: Desk, day: str) -> views.DraftView:
    return desk.draft(draft_of(ID, day))


def there(desk: Desk) -> list[str]:
    return sorted(one.day for one in views.drafts(desk.state))


def test_each_day_is_a_draft_that_asks_for_itself(desk: Desk) -> None:
    assert there(desk) == DAYS[:3]
    assert desk.approves(BOSS, draft=draft_of(ID, DAYS[0])) == []
    stages = [view(desk, day).stage for day in DAYS[:3]]
    assert stages == [views.Stage.APPROVED, views.Stage.WAITING, views.Stage.WAITING]
    assert desk.is_whole()


def test_the_draft_of_a_day_is_made_once_whoever_makes_it(desk: Desk) -> None:
    assert desk.refused(BOSS, made(DAYS[0])) is Refusal.THERE_ALREADY
    assert desk.refused(WRITER, made(DAYS[0])) is Refusal.THERE_ALREADY
    assert desk.says(BOSS, made(DAYS[3])) == []
    assert view(desk, DAYS[3]).authors == (WRITER,)


def test_whose_desk_made_it_may_agree_but_not_who_wrote_the_series(desk: Desk) -> None:
    desk.says(BOSS, made(DAYS[3]))
    draft = draft_of(ID, DAYS[3])
    assert desk.refused(WRITER, desk.approval(0, draft)) is not None
    assert desk.approves(BOSS, draft=draft) == []


def test_what_is_made_says_what_the_series_says_at_its_hour(desk: Desk) -> None:
    other = made(DAYS[3], said(text="Something else."))
    assert desk.refused(BOSS, other) is Refusal.MALFORMED
    assert desk.refused(BOSS, made(DAYS[3], said(hour=23))) is Refusal.MALFORMED
    strange = DraftSubmitted(DRAFT, made(DAYS[3]).content, (), ID, DAYS[3])
    assert desk.refused(BOSS, strange) is Refusal.MALFORMED
    answered = DraftSubmitted(draft_of(ID, DAYS[3]), made(DAYS[3]).content, ("tone",), ID, DAYS[3])
    assert desk.refused(BOSS, answered) is Refusal.MALFORMED
    assert desk.refused(BEAT, made(DAYS[3])) is Refusal.NO_RIGHT


def test_days_that_are_none_of_the_series_or_past_are_not_made(desk: Desk) -> None:
    assert desk.refused(WRITER, made("2026-11-21")) is Refusal.NOT_THERE
    desk.waits(days=5)
    assert desk.refused(WRITER, made(DAYS[3])) is Refusal.IN_THE_PAST
    desk.says(WRITER, SeriesEnded(ID))
    assert desk.refused(WRITER, made("2026-12-24")) is Refusal.NOT_THERE


def test_where_the_route_asks_nobody_it_asks_nobody_only_if_both_could_send_alone() -> None:
    desk = Desk()
    news = said(kind="news")
    assert desk.says(MEDIA, daily(news)) == []
    assert desk.says(MEDIA, made(DAYS[0], news)) == []
    assert view(desk, DAYS[0]).stage is views.Stage.APPROVED
    assert desk.says(WRITER, made(DAYS[1], news)) == []
    assert view(desk, DAYS[1]).stage is views.Stage.WAITING
    assert desk.says(WRITER, daily(news, from_day=DAYS[2])) == []
    assert desk.says(MEDIA, made(DAYS[2], news)) == []
    assert view(desk, DAYS[2]).stage is views.Stage.WAITING


def test_nothing_more_is_made_in_the_name_of_who_has_left_or_for_a_locked_profile() -> None:
    desk = Desk()
    desk.says(WRITER, daily(said()))
    desk.says(CHIEF, ProfileLocked(X))
    assert desk.refused(BOSS, made(DAYS[0])) is Refusal.LOCKED
    desk = Desk()
    desk.says(WRITER, daily(said()))
    desk.says(CHIEF, OfficerLeft(WRITER))
    assert desk.refused(BOSS, made(DAYS[0])) is Refusal.AUTHOR_LEFT


def test_a_change_from_a_day_on_takes_what_has_not_left_away_at_once(desk: Desk) -> None:
    assert desk.approves(BOSS, draft=draft_of(ID, DAYS[1])) == []
    new = said(DAYS[1], "Good day.", 9)
    assert desk.says(WRITER, daily(new, from_day=DAYS[1])) == []
    assert there(desk) == DAYS[:1]
    assert desk.says(WRITER, made(DAYS[1], new), made(DAYS[2], new)) == []
    assert view(desk, DAYS[1]).stage is views.Stage.WAITING
    assert view(desk, DAYS[1]).when == at(DAYS[1], 9)
    assert "Good morning" in view(desk, DAYS[0]).text
    assert desk.is_whole()


def test_what_has_left_stays_and_its_day_is_not_made_again() -> None:
    desk = Desk()
    news = said(kind="news")
    desk.says(MEDIA, daily(news))
    desk.says(MEDIA, made(DAYS[0], news), made(DAYS[1], news))
    draft = draft_of(ID, DAYS[0])
    desk.clock = at(DAYS[0])
    claimed = views.due(desk.state, desk.now + timedelta(seconds=1))
    assert [str(one.key) for one in claimed] == [f"{draft}/0/{X}"]
    key = str(claimed[0].key)
    assert desk.says(STATION, DeliveryClaimed(key, view(desk, DAYS[0]).hash, SENDER)) == []
    assert desk.says(STATION, DeliverySent(key, SENDER, "1")) == []
    later = said(DAYS[0], "Good day.", 20, kind="news")
    assert desk.says(MEDIA, daily(later, from_day=DAYS[0])) == []
    assert desk.stands(f"0/{X}", draft) is DeliveryState.SENT
    assert desk.refused(MEDIA, made(DAYS[0], later)) is Refusal.THERE_ALREADY
    assert desk.refused(MEDIA, SeriesSkipped(ID, DAYS[0])) is Refusal.CLAIMED
    assert desk.says(MEDIA, made(DAYS[1], later)) == []


def test_what_was_changed_on_its_own_stays_as_it_is(desk: Desk) -> None:
    draft = draft_of(ID, DAYS[2])
    assert desk.submits(said(DAYS[2], "A special one."), WRITER, draft) == []
    assert (desk.draft(draft).day, desk.draft(draft).own) == (DAYS[2], True)
    new = said(DAYS[1], "Good day.")
    assert desk.says(WRITER, daily(new, from_day=DAYS[1])) == []
    assert there(desk) == [DAYS[0], DAYS[2]]
    assert desk.refused(WRITER, made(DAYS[2], new)) is Refusal.THERE_ALREADY
    assert desk.is_whole()


def test_one_that_others_are_to_follow_stands_as_it_is(desk: Desk) -> None:
    draft = draft_of(ID, DAYS[1])
    changed = said(DAYS[1], "Good day.", 9)
    assert desk.submits(changed, BOSS, draft) == []
    assert desk.approves(SECOND, draft=draft) == []
    assert desk.says(BOSS, daily(changed, from_day=DAYS[1], made_of=draft)) == []
    assert there(desk) == DAYS[:2]
    assert (desk.draft(draft).stage, desk.draft(draft).own) == (views.Stage.APPROVED, False)
    assert desk.says(SECOND, made(DAYS[2], changed)) == []
    assert view(desk, DAYS[2]).authors == (WRITER, BOSS)
    assert desk.refused(BOSS, desk.approval(0, draft_of(ID, DAYS[2]))) is Refusal.OWN_WORK


def test_a_draft_becomes_the_first_of_a_series_and_its_agreement_stays() -> None:
    desk = Desk()
    desk.submits(said())
    desk.approves()
    assert desk.says(WRITER, daily(said(), made_of=DRAFT)) == []
    found = desk.draft()
    assert (found.series, found.day, found.stage) == (ID, DAYS[0], views.Stage.APPROVED)
    assert desk.refused(WRITER, made(DAYS[0])) is Refusal.THERE_ALREADY
    assert desk.is_whole()


def test_a_day_is_skipped_and_does_not_come_back(desk: Desk) -> None:
    assert desk.refused(BEAT, SeriesSkipped(ID, DAYS[1])) is Refusal.NO_RIGHT
    assert desk.says(WRITER, SeriesSkipped(ID, DAYS[1]), SeriesSkipped(ID, DAYS[3])) == []
    assert there(desk) == [DAYS[0], DAYS[2]]
    assert desk.refused(WRITER, made(DAYS[1])) is Refusal.NOT_THERE
    assert desk.refused(WRITER, SeriesSkipped(ID, DAYS[1])) is Refusal.NOT_THERE
    assert desk.refused(WRITER, SeriesSkipped(ID, "2026-11-20")) is Refusal.NOT_THERE
    assert desk.is_whole()


def test_an_approved_one_that_is_skipped_does_not_leave() -> None:
    desk = Desk()
    news = said(kind="news")
    desk.says(MEDIA, daily(news))
    desk.says(MEDIA, made(DAYS[0], news))
    desk.clock = at(DAYS[0])
    assert views.due(desk.state, desk.now)
    assert desk.says(MEDIA, SeriesSkipped(ID, DAYS[0])) == []
    assert views.due(desk.state, desk.now) == []
    assert views.next_due(desk.state, desk.now - timedelta(days=1)) is None


def test_it_ends_with_a_day_and_what_is_before_stays(desk: Desk) -> None:
    assert desk.refused(BEAT, SeriesEnded(ID, DAYS[1])) is Refusal.NO_RIGHT
    assert desk.says(BOSS, SeriesEnded(ID, DAYS[1])) == []
    assert there(desk) == DAYS[:1]
    assert desk.state.publishing.series == {}
    assert desk.refused(BOSS, SeriesEnded(ID)) is Refusal.NOT_THERE


@pytest.mark.parametrize(
    "told",
    [
        SeriesDefined(ID, written(said()), "FREQ=SECONDLY", f"{DAYS[0]}T07:00"),
        SeriesDefined(ID, written(said()), "FREQ=DAILY", "tomorrow"),
        SeriesDefined(ID, written(said()), "FREQ=DAILY", f"{DAYS[0]}T07:00+00:00"),
        SeriesDefined(ID, written(said()), "FREQ=DAILY", f"{DAYS[2]}T07:00"),
        SeriesDefined(ID, written(post(X, at=at(DAYS[0]))), "FREQ=DAILY", f"{DAYS[0]}T07:00"),
        SeriesDefined(ID, written(said()), "FREQ=DAILY", f"{DAYS[0]}T07:00", skipped=("soon",)),
        SeriesDefined(ID, written(said()), "FREQ=DAILY", f"{DAYS[0]}T07:00", made_of="x"),
        SeriesDefined("c", written(said()), "FREQ=DAILY", f"{DAYS[0]}T07:00"),
    ],
)
def test_a_series_nobody_can_keep_is_refused(told: SeriesDefined) -> None:
    assert Desk().refused(WRITER, told) is Refusal.MALFORMED
