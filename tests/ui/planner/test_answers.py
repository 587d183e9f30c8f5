"""Answers that have not left stand in the plan, with the time by which they have to."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model import clock
from controlroom.model.journal_kinds import OfficerAdded, ProfilePlaced, RoleGranted
from controlroom.model.journal_outgoing import DraftSubmitted, DraftWithdrawn, HoldPlaced
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.content import About, Act, Content, Piece, written
from controlroom.model.profile import Profile
from controlroom.outbound.schedule.zones import wall
from controlroom.ui.planner.plan import PlanState
from controlroom.ui.planner.spans import View, day_of
from controlroom.ui.planner.words import day_told, to_briefly, to_told, when_told
from tests.ui.compose.conftest import CHIEF, FEN, SHAH, Room, room
from tests.ui.planner.test_planner import HOUR, Desk

__all__ = ["room"]
QUILL = "4004"
PAGE = profile_key(Profile(0, "facebook", "900", "Fenmarsh Police"))


@pytest.fixture
def desk(room: Room) -> Desk:
    """The planner on today, with nothing leaving."""
    desk = Desk(room)
    desk.page.go(day_of(clock.now(), desk.page.zone), View.DAY)
    analyst = OfficerAdded(QUILL, "PC Quill"), RoleGranted(QUILL, "analyst", "force")
    desk.says(CHIEF, HoldPlaced("force"), ProfilePlaced(PAGE, "Fenmarsh"), *analyst)
    return desk


def answers(
    desk: Desk,
    key: str,
    heard: datetime | None = None,
    act: Act = Act.REPLY,
    target: str = FEN,
    at: datetime | None = None,
) -> None:
    about = About("t_1", author="ann", person="71", heard=heard)
    said = Content(act, (target,), (Piece("It opens at noon."),), about=about, at=at, kind="reply")
    desk.says(CHIEF, DraftSubmitted(key * 32, written(said)))


def test_an_answer_stands_at_its_time_while_it_waits_and_no_longer(desk: Desk) -> None:
    answers(desk, "a")
    item = desk.item("a")
    assert (item.state, item.is_answer, item.answer_by) == (PlanState.HELD, True, None)
    desk.page.grid.look_at(item)
    assert desk.page.pane.title.text() == "Answer to ann"
    assert "1 profile" in desk.page.pane.second.text()
    desk.says(CHIEF, DraftWithdrawn("a" * 32, "answered by telephone"))
    assert desk.page.items == []


def test_a_private_answer_says_by_when_it_has_to_leave(desk: Desk) -> None:
    heard = clock.now()
    answers(desk, "a", heard, Act.MESSAGE, PAGE)
    item, zone = desk.item("a"), desk.page.zone
    by = heard + timedelta(days=1)
    assert item.answer_by == by
    assert to_told(item, zone) == f"answer by {when_told(by, zone)}"
    assert to_briefly(item, zone) == f"by {day_told(wall(by, zone).date())}"
    desk.page.grid.look_at(item)
    assert f"answer by {when_told(by, zone)}" in desk.page.pane.second.text()
    assert f"answer by {when_told(by, zone)}" in desk.page.grid.accessibleDescription()
    assert not desk.page.grab().isNull()


def test_one_that_is_too_late_says_since_when(desk: Desk) -> None:
    heard = clock.now() - timedelta(days=1, minutes=1)
    answers(desk, "a", heard, Act.MESSAGE, PAGE)
    told = to_told(desk.item("a"), desk.page.zone)
    assert told.startswith("too late since ")
    assert to_briefly(desk.item("a"), desk.page.zone) == "too late"


def test_messages_are_for_those_who_may_read_them_and_for_who_wrote_them(desk: Desk) -> None:
    answers(desk, "a", clock.now(), Act.MESSAGE, FEN)
    answers(desk, "b")
    seen = {}
    for officer in (CHIEF, SHAH, QUILL):
        desk.room.desk.record.act_as(officer)
        desk.page.show_now()
        seen[officer] = "".join(sorted(one.key[0] for one in desk.page.items))
    assert seen == {CHIEF: "ab", SHAH: "ab", QUILL: "b"}


def test_it_is_moved_to_no_time_at_which_nobody_takes_it(desk: Desk) -> None:
    heard, now = clock.now(), clock.now()
    answers(desk, "a", heard, Act.MESSAGE, PAGE, at=now + HOUR)
    desk.page.go(day_of(now + HOUR, desk.page.zone))
    item = desk.item("a")
    desk.page.acts.shift(desk.item("a"), now + timedelta(days=2))
    assert "An answer has to leave by" in desk.room.desk.status.notice.text()
    assert desk.item("a").at == item.at
    desk.page.acts.shift(desk.item("a"), now + 3 * HOUR)
    desk.wait(lambda: desk.recorded("a").when == now + 3 * HOUR)


def test_no_calendar_takes_an_answer_and_nothing_of_it_comes_again(
    desk: Desk, tmp_path: Path
) -> None:
    answers(desk, "a")
    desk.page.grid.look_at(desk.item("a"))
    hidden = {key for key, one in desk.page.pane.buttons.items() if one.isHidden()}
    assert hidden == {"copy", "again"}
    path = tmp_path / "plan.csv"
    desk.page.export(path)
    desk.wait(path.exists)
    desk.wait(lambda: "when,text" in path.read_text("utf-8-sig"))
    assert "noon" not in path.read_text("utf-8-sig")
