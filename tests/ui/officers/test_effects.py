"""Rights take effect in what is there: messages, exports, a leaver's desk, a locked profile."""

from types import SimpleNamespace
from typing import Any

from pytestqt.qtbot import QtBot

from controlroom.model.alert import Level
from controlroom.model.journal_kinds import (
    OfficerLeft,
    ProfileLocked,
    ProfileLockExplained,
    RoleGranted,
    read,
)
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE, profile_scope
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.veil import OPEN, Veil
from controlroom.ui.board.column.standing import veiled
from controlroom.ui.board.drawer.answers import read_author, read_thread
from controlroom.ui.board.state import Standing
from controlroom.ui.layers.message import Message
from controlroom.ui.officers.profile_forms import Unlock, WhyLocked
from controlroom.ui.profiles.page import HEALTH
from controlroom.ui.profiles.rows import Column
from controlroom.ui.profiles.standing import Condition, Reason
from controlroom.ui.record.door import why_none_of, why_not
from tests.ui.officers.conftest import CHIEF, FEN_KEY, NOBODY, ROADS_KEY, SHAH, WELLS, Force


def texts(force: Force) -> set[str]:
    cache = force.desk.house.cache
    return {one.post.text for one in cache.posts(range_of(cache))}


def range_of(cache: Any) -> list[int]:
    with cache.database.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT id FROM post")]


def test_private_messages_are_shown_only_with_the_right_to_them(force: Force) -> None:
    assert texts(force) == {"open words", "private to fen", "private to roads"}
    force.become(SHAH)
    assert texts(force) == {"open words", "private to fen"}
    force.become(NOBODY)
    assert texts(force) == {"open words"}
    force.elsewhere(CHIEF, RoleGranted(NOBODY, "commander", FORCE))
    assert len(texts(force)) == 3
    assert force.desk.house.cache.veil is OPEN


def test_review_finds_no_message_without_the_right(force: Force, qtbot: QtBot) -> None:
    force.desk.go("review")
    force.desk.pages.settle()
    page: Any = force.desk.pages.page("review")
    force.wait(lambda: page.hits.post() is not None and page._total == 3)
    force.become(NOBODY)
    force.wait(lambda: page._total == 1)


def test_the_drawer_shows_no_message_without_the_right(force: Force) -> None:
    cache = force.desk.house.cache
    desk: Any = SimpleNamespace(cache=cache, lines={})
    (post,) = (one for one in cache.posts(range_of(cache)) if one.post.text == "private to fen")
    assert [one.post.text for one in read_thread(desk, post).posts] == ["private to fen"]
    assert "private to fen" in {one.post.text for one in read_author(desk, post).newest}
    force.become(NOBODY)
    assert read_thread(desk, post).posts == []
    assert {one.post.text for one in read_author(desk, post).newest} == {"open words"}


def test_a_column_of_messages_says_that_it_is_private() -> None:
    live = Standing("dot", "Live")
    messages = Source("x", SourceKind.MESSAGES, 1)
    stream = Stream(1, "Messages", (messages, Source("x", SourceKind.MESSAGES, 2)))
    assert veiled(live, stream, OPEN) is live
    assert veiled(live, stream, Veil(frozenset({1, 2}))) is live
    private = veiled(live, stream, Veil(frozenset()))
    assert (private.icon, private.word) == ("lock", "Private")
    assert private.note is not None
    assert "2 profiles" in private.note.text
    partly = veiled(live, stream, Veil(frozenset({1})))
    assert partly.word == "Live"
    assert partly.note is not None
    assert "1 profile " in partly.note.text
    other = Stream(2, "Mentions", (Source("x", SourceKind.MENTIONS, 2),))
    assert veiled(live, other, Veil(frozenset())) is live


def test_the_door_gives_its_reason_in_words(force: Force) -> None:
    window = force.desk
    assert why_not(window, Right.MANAGE) == ""
    force.become(SHAH)
    assert why_not(window, Right.REPLY, profile_scope(FEN_KEY)) == ""
    told = "None of your roles has the right to manage here."
    assert why_not(window, Right.MANAGE, profile_scope(FEN_KEY)) == told
    assert why_none_of(window, FORCE, Right.MANAGE, Right.EXPORT) == told
    assert why_none_of(window, profile_scope(FEN_KEY), Right.MANAGE, Right.HOLD) == ""
    force.become("9009")
    assert why_not(window, Right.READ) == "The record does not know who works at this desk."
    force.office.book.state = None
    assert why_not(window, Right.MANAGE) == ""


def test_a_locked_profile_stops_writing_and_is_said_everywhere(force: Force) -> None:
    page = force.page
    page._show_view(HEALTH)
    one = next(s for s in page.register.standings if s.profile.handle == "FenPolice")
    page.show_profile(one.profile.id)
    assert page.details.lock.warns
    page.details.lock.click()
    force.wait(lambda: FEN_KEY in force.state.locked)
    form = force.desk.layers.top()
    assert isinstance(form, WhyLocked)
    locked = page.register.standings[0]
    assert (locked.condition, locked.reason, locked.locked) == (
        Condition.CUT_OFF, Reason.LOCKED, True,
    )  # fmt: skip
    assert str(page.table.rows.index(0, Column.ACCESS).data()) == "locked, misuse?"
    assert page.details.matter.sentence.text() == "Locked: somebody suspects misuse."
    force.wait(lambda: "Locked by Insp Asha Venn" in page.details.matter.remedy.text())
    assert not page.details.matter.button.isVisible()
    told = why_not(force.desk, Right.REPLY, profile_scope(FEN_KEY))
    assert told == "The profile is locked: somebody suspects misuse."
    form.reason.setText("Odd posts at night")
    form.press()
    force.wait(lambda: len(force.said) == 2)
    seq = force.state.seq
    force.office.entries.get(seq)
    force.wait(lambda: force.office.entries.get(seq))
    entry = force.office.entries.get(seq)
    assert entry is not None
    assert read(entry) == ProfileLockExplained(FEN_KEY, "Odd posts at night")


def test_a_lock_raises_the_gravest_alert_on_every_desk(force: Force) -> None:
    alerts = force.desk.alerts
    assert alerts is not None
    force.elsewhere(SHAH, ProfileLocked(FEN_KEY))
    force.wait(lambda: alerts.toasts.standing)
    toast = alerts.toasts.standing[0]
    assert toast.told.alert.level is Level.CRITICAL
    assert "Critical: @FenPolice locked, misuse?" in toast.accessibleName()
    assert "PC Imran Shah" in toast.accessibleName()
    page = force.page
    toast.pressed.emit()
    assert not alerts.toasts.standing
    assert page.details.isVisible()
    assert "FenPolice" in page.details.accessibleName()


def test_a_profile_is_unlocked_by_who_may_and_for_a_reason(force: Force) -> None:
    force.decide(ProfileLocked(FEN_KEY))
    page = force.page
    one = next(s for s in page.register.standings if s.profile.handle == "FenPolice")
    page.show_profile(one.profile.id)
    force.become(SHAH)
    assert not page.details.lock.isEnabled()
    assert "no right" in page.details.lock.accessibleDescription()
    force.become(CHIEF)
    page.details.lock.click()
    form = force.desk.layers.top()
    assert isinstance(form, Unlock)
    assert not form.yes.isEnabled()
    form.reason.setText("It was the night shift")
    form.press()
    force.wait(lambda: not force.state.locked)


def test_connecting_and_removing_want_the_right_to_manage(force: Force) -> None:
    page = force.page
    page.show_profile(page.register.standings[0].profile.id)
    assert page.add.isEnabled()
    assert page.details.remove.isEnabled()
    force.become(SHAH)
    for button in (page.add, page.import_button, page.details.remove):
        assert not button.isEnabled()
        assert "right to manage" in button.accessibleDescription()


def test_an_export_wants_the_right_to_it(force: Force) -> None:
    force.desk.go("review")
    force.desk.pages.settle()
    page: Any = force.desk.pages.page("review")
    force.become(SHAH)
    page.export()
    message = force.desk.layers.top()
    assert isinstance(message, Message)
    assert "right to export" in message.accessibleDescription()


def test_what_is_too_old_is_removed_only_by_who_manages(force: Force) -> None:
    days = {**force.desk.settings.retention_days, "posts": 1, "messages": 1}
    force.desk.change(retention_days=days)
    attendant = force.behind.attendants[0]
    force.desk.go("settings")
    group = attendant.group
    assert group is not None
    group.retention.preview.click()
    force.wait(lambda: group.retention.remove.isEnabled())
    force.become(SHAH)
    assert not group.retention.remove.isEnabled()
    assert "right to manage" in group.retention.remove.accessibleDescription()
    force.become(CHIEF)
    assert group.retention.remove.isEnabled()


def test_a_leaver_s_desk_can_do_nothing_and_says_so_at_once(force: Force) -> None:
    page = force.page
    force.become(SHAH)
    force.elsewhere(CHIEF, OfficerLeft(SHAH))
    force.wait(lambda: force.desk.layers.top())
    message = force.desk.layers.top()
    assert isinstance(message, Message)
    assert message.accessibleName() == "PC Imran Shah has left"
    assert "left" in force.desk.status.notice.standing()
    assert "has left" in why_not(force.desk, Right.READ)
    assert texts(force) == {"open words"}
    for button in (page.add, page.officers.add, page.officers.roles):
        page._show_view("officers")
        assert not button.isEnabled()
    force.desk.layers.close_top()
    force.become(CHIEF)
    assert "left" not in force.desk.status.notice.standing()


def test_the_pane_lists_who_has_a_place_and_who_is_away(force: Force) -> None:
    from datetime import UTC, datetime

    from controlroom.model.journal_kinds import CoverGiven

    force.decide(CoverGiven(WELLS, NOBODY, datetime(2099, 6, 1, 12, tzinfo=UTC)))
    page = force.page
    one = next(s for s in page.register.standings if s.profile.handle == "FenPolice")
    page.show_profile(one.profile.id)
    pane = page.details.officers
    assert pane.caption.text() == "OFFICERS   1 of 10 places"
    told = pane.places.accessibleName()
    assert told == "PC Rhys Wells, publish, away to 1 Jun 2099: DC Bea Tolley"
    assert pane.add.isEnabled()
    pane.all.click()
    assert page.officers.profile.key == FEN_KEY
    assert page.officers.isVisible()
    assert ROADS_KEY in force.state.profiles
