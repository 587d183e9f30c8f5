"""A draft that is to come again before it is put forward, and the series it becomes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.team.publishing import views
from controlroom.ui.compose.kept import COMPOSE, load, new_sheet, save
from controlroom.ui.compose.page import ComposePage
from controlroom.ui.compose.repeating import rule_for
from controlroom.ui.compose.when_pane import AGAIN, AT, NOW, ONCE
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.series_forms import Repeat
from tests.ui.compose.conftest import FEN, Room
from tests.ui.planner.test_planner import Desk, tomorrow

DAY = timedelta(days=1)


def timed(room: Room) -> ComposePage:
    """Returns the composer with a draft that leaves tomorrow at nine."""
    page = room.compose()
    page.text.boxes[0].box.insertPlainText("Roads today: all open.")
    page.who.chosen.emit((FEN,))
    page.writing.put(replace(page.writing.content, at=tomorrow(9), zone="UTC", kind="news"))
    room.wait(page.when.again.isVisible)
    return page


def repeated(room: Room) -> ComposePage:
    page = timed(room)
    page.when.again.picked.emit(AGAIN)
    form = room.desk.layers.top()
    assert isinstance(form, Repeat)
    form.yes.click()
    room.wait(lambda: page.writing.sheet.rule)
    return page


def test_putting_a_draft_forward_that_repeats_makes_the_series(room: Room) -> None:
    page = repeated(room)
    room.wait(lambda: "once it is put forward" in page.when.note.text())
    assert page.when.note.text().count("Next: ") == 1
    draft = room.send()
    room.wait(lambda: room.state.publishing.series)
    ((key, series),) = room.state.publishing.series.items()
    assert series.rule.startswith("FREQ=WEEKLY;BYDAY=")
    room.wait(lambda: len(views.drafts(room.state)) == 5)
    first = views.draft(room.state, draft)
    assert first is not None
    assert first.series == key
    room.wait(lambda: not room.desk.series._asked)  # type: ignore[union-attr]


def test_it_is_kept_with_the_draft_follows_its_day_and_ends_with_its_time(room: Room) -> None:
    page = repeated(room)
    rule, sheet = page.writing.sheet.rule, page.writing.sheet
    page.writing.keep()
    page.writing.settle()
    found = load(room.desk.house.desk, f"{COMPOSE}{sheet.id}")
    assert found is not None
    assert found.sheet.rule == rule
    at = sheet.content.at
    assert at is not None
    page.writing.put(replace(sheet.content, at=at + DAY))
    assert page.writing.sheet.rule not in ("", rule)
    room.wait(lambda: page.when.again.value == page.writing.sheet.rule)
    page.when.choice.chosen.emit(NOW)
    assert not page.writing.sheet.rule
    page.when.choice.chosen.emit(AT)
    room.wait(lambda: page.when.again.value == ONCE and page.when.again.isVisible())


def test_what_was_to_repeat_can_be_meant_once_again(room: Room) -> None:
    page = repeated(room)
    page.when.again.picked.emit(ONCE)
    assert not page.writing.sheet.rule
    draft = room.send()
    found = views.draft(room.state, draft)
    assert found is not None
    assert not found.series
    assert not room.state.publishing.series


def test_what_was_recorded_after_the_desk_was_closed_becomes_a_series_all_the_same(
    room: Room,
) -> None:
    said = Content(Act.POST, (FEN,), (Piece("Roads"),), at=tomorrow(9), zone="UTC", kind="news")
    text, sheet = written(said), new_sheet(said)
    waiting = replace(sheet, submitted=hash_of(text), rule="FREQ=DAILY;COUNT=3")
    save(room.desk.house.desk, f"{COMPOSE}{sheet.id}", waiting)
    room.desk.record.decide(DraftSubmitted(sheet.id, text))
    room.wait(lambda: sheet.id in room.state.publishing.drafts)
    assert not room.state.publishing.series
    room.desk.record.begun.emit()
    room.wait(lambda: room.state.publishing.series)
    room.wait(lambda: len(views.drafts(room.state)) == 3)
    room.desk.record.begun.emit()
    room.wait(lambda: not room.desk.series._asked)  # type: ignore[union-attr]
    assert len(room.state.publishing.series) == 1


def item_of(desk: Desk, draft: str) -> PlanItem:
    return next(one for one in desk.page.items if one.key == draft)


def test_the_planner_lets_a_draft_of_this_workstation_repeat(room: Room) -> None:
    desk = Desk(room)
    said = Content(Act.POST, (FEN,), (Piece("Only here"),), at=tomorrow(11), zone="UTC")
    sheet = new_sheet(said)
    name = f"{COMPOSE}{sheet.id}"
    save(room.desk.house.desk, name, sheet)
    desk.page.look()
    room.wait(lambda: desk.page.items)
    desk.page.grid.look_at(item_of(desk, sheet.id))
    assert desk.page.pane.buttons["again"].isEnabled()
    desk.page.act("again")
    form = room.desk.layers.top()
    assert isinstance(form, Repeat)
    form.yes.click()
    room.wait(lambda: "once it is put forward" in desk.page.pane.series.text())
    kept = load(room.desk.house.desk, name)
    assert kept is not None
    rule = kept.sheet.rule
    desk.page.acts.moving.move(item_of(desk, sheet.id), tomorrow(11, days=2), desk.page.zone)
    room.wait(lambda: not desk.page.items)
    kept = load(room.desk.house.desk, name)
    assert kept is not None
    assert kept.sheet.rule not in ("", rule)
    assert kept.sheet.content.at == tomorrow(11, days=2)


def test_what_the_composer_has_open_is_changed_there(room: Room) -> None:
    page = timed(room)
    page.writing.keep()
    page.writing.settle()
    sheet = page.writing.sheet
    desk = Desk(room)
    room.wait(lambda: [one for one in desk.page.items if one.key == sheet.id])
    kept = item_of(desk, sheet.id).kept
    assert kept is not None
    desk.page.acts.moving.repeat(kept, "FREQ=DAILY")
    assert page.writing.sheet.rule == "FREQ=DAILY"
    room.wait(
        lambda: "once it is put forward" in desk.page.acts.series.told(item_of(desk, sheet.id))
    )


@pytest.mark.parametrize(
    ("rule", "then"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;BYDAY=MO,WE", ""),
        ("FREQ=MONTHLY;BYMONTHDAY=23", "FREQ=MONTHLY;BYMONTHDAY=24"),
        ("", ""),
    ],
)
def test_a_rule_follows_the_day_of_the_draft_or_is_let_go(rule: str, then: str) -> None:
    monday = datetime(2026, 11, 23, 9, tzinfo=UTC)
    before = Content(Act.POST, (FEN,), at=monday, zone="UTC")
    assert rule_for(rule, before, replace(before, at=monday + DAY)) == then
    assert rule_for(rule, before, replace(before, title="Roads")) == rule
    assert rule_for(rule, before, replace(before, at=None)) == ""
