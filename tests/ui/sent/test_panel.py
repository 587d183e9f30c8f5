"""Everything that was sent: listed newest first, searched, looked into, and veiled."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controlroom.model import clock
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliverySent,
    DeliveryUnknown,
    DraftWithdrawn,
)
from controlroom.model.outgoing.content import hash_of, written
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.page import JournalPage
from controlroom.ui.language import speak
from controlroom.ui.planner.page import PlannerPage
from controlroom.ui.sending.outbox_panel import OutboxPanel
from controlroom.ui.sent.panel import SentPanel
from controlroom.ui.sent.sought import Became, Sought
from controlroom.ui.sent.words import moment_in_full
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme
from tests.ui.compose.conftest import Room, room
from tests.ui.journal.conftest import Home, X, Y
from tests.ui.sent.conftest import Opener, settle
from tests.ui.sent.record import APPEAL, LOST, ROAD, ROADS, SENDER, Sender

__all__ = ["room"]


READ = "The profile’s own posts are read to see whether it is there."
REFUSED = "Not sent. The network refused it."
LOOKED = "Unknown. Looked for 1 time, not found."


def listed(panel: SentPanel) -> list[tuple[str, ...]]:
    rows = panel.table.rows
    return [tuple(c.text(rows.row(n)) for c in rows.columns[1:]) for n in range(rows.rowCount())]


def seek(panel: SentPanel, qtbot: QtBot, **sought: object) -> list[str]:
    panel.filters.choose(Sought(**sought))  # type: ignore[arg-type]
    settle(panel, qtbot)
    return [f"{one[0]}: {one[1]}" for one in listed(panel)]


def test_each_delivery_is_a_row_with_its_text_and_what_became_of_it(
    sender: Sender, opens: Opener
) -> None:
    sender.sends_roads()
    sender.sends_appeal()
    panel = opens("1")
    assert listed(panel) == [
        (X, "Rowan · Have you seen Rowan?", "PC Tariq Fenn", "Sent"),
        (Y, "M97 · =The M97 is closed.", "Asha Venn", "Sent, found by reading back"),
        (X, "M97 · =The M97 is closed.", "Asha Venn", "Sent"),
    ]
    assert panel.count.text() == "3 deliveries"
    beside, said = panel.leave.geometry(), panel.count.geometry()
    assert said.height() == theme().fonts.line(Type.SMALL)
    assert abs(said.center().y() - beside.center().y()) <= 1
    first = panel.rows[0].row.told
    assert panel.table.rows.columns[0].text(panel.rows[0]) == moment_in_full(first)


def test_what_was_taken_back_is_one_row_that_says_so(sender: Sender, opens: Opener) -> None:
    sender.sends_appeal()
    sender.withdraws_appeal()
    panel = opens("1")
    assert [one[-1] for one in listed(panel)] == ["Taken back, seen gone"]
    panel._look_at(panel.rows[0])
    facts = dict(panel.details.facts.facts)
    assert facts["Withdrawn by"] == "Asha Venn (1)"
    assert facts["Because"] == "found safe"
    assert "Seen gone" in facts


def test_the_pane_tells_who_what_when_and_what_the_network_said(
    sender: Sender, opens: Opener
) -> None:
    sender.sends_roads()
    sender.sends_appeal()
    panel = opens("1")
    panel._look_at(panel.rows[0])
    facts = dict(panel.details.facts.facts)
    assert panel.details.text.toPlainText() == "Have you seen Rowan?"
    assert facts["Written by"] == "PC Tariq Fenn (2)"
    assert facts["Agreed"].startswith("Asha Venn (1) · ")
    assert facts["Files"] == f"image/png · {'2' * 16}… · A closed road."
    assert facts["Sending began"]
    panel._look_at(panel.rows[2])
    facts = dict(panel.details.facts.facts)
    assert (facts["It answered"], facts["Address"]) == ("Created", "https://x.example/900")
    assert facts["Agreed"] == "nobody had to"
    assert panel.details.open.isEnabled()
    assert len(facts["Entries"].split(", ")) == 3


def test_it_is_found_by_words_profile_network_officer_and_state(
    sender: Sender, opens: Opener, qtbot: QtBot
) -> None:
    sender.sends_roads()
    sender.sends_appeal()
    sender.withdraws_appeal()
    panel = opens("1")
    rowan = [f"{X}: Rowan · Have you seen Rowan?"]
    assert seek(panel, qtbot, text="seen ROWAN") == rowan
    assert seek(panel, qtbot, text="closed road.") == rowan
    assert seek(panel, qtbot, officer="2") == rowan
    assert seek(panel, qtbot, became=Became.GONE.value) == rowan
    assert seek(panel, qtbot, network="mastodon") == [f"{Y}: M97 · =The M97 is closed."]
    assert seek(panel, qtbot, profile=Y) == [f"{Y}: M97 · =The M97 is closed."]
    assert seek(panel, qtbot, text="created") == [f"{X}: M97 · =The M97 is closed."]
    assert seek(panel, qtbot, text="nowhere") == []
    assert panel.count.text() == "Nothing that was sent fits these filters."


def test_it_is_found_by_a_hash_and_by_time(sender: Sender, opens: Opener, qtbot: QtBot) -> None:
    sender.sends_roads()
    panel = opens("1")
    assert len(seek(panel, qtbot, text=panel.rows[0].basis[-1].hash.hex()[:12])) == 1
    now = clock.now()
    assert len(seek(panel, qtbot, since=now - timedelta(hours=1))) == 2
    assert seek(panel, qtbot, until=now - timedelta(hours=1)) == []
    panel.filters.choose_span("hour")
    settle(panel, qtbot)
    assert (panel.filters.time.chosen, len(panel.rows)) == ("The last hour", 2)


def test_typing_narrows_after_a_pause_and_enter_leads_to_the_list(
    sender: Sender, opens: Opener, qtbot: QtBot
) -> None:
    sender.sends_roads()
    sender.sends_appeal()
    panel = opens("1")
    assert panel.filters.field.hasFocus()
    qtbot.keyClicks(panel.filters.field, "rowan")
    qtbot.keyClick(panel.filters.field, Qt.Key.Key_Return)
    settle(panel, qtbot)
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    assert panel.table.hasFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.details.isVisible()
    assert panel.details.accessibleName().endswith("PC Tariq Fenn. Sent")
    qtbot.keyClick(panel.details.leave, Qt.Key.Key_Escape)
    assert panel.table.hasFocus()
    assert not panel.details.isVisible()


def test_a_long_list_comes_page_by_page(sender: Sender, opens: Opener, qtbot: QtBot) -> None:
    sender.sends_many(220)
    panel = opens("1")
    qtbot.waitUntil(lambda: len(panel.rows) >= 100)
    settle(panel, qtbot)
    assert len(panel.rows) < 220
    assert "so far, looked back to entry" in panel.count.text()
    panel.table.set_current(panel.rows[5].row.seq)
    before = panel.table.current()
    bar = panel.table.verticalScrollBar()

    def at_the_end() -> bool:
        bar.setValue(bar.maximum())
        return panel.whole

    qtbot.waitUntil(at_the_end)
    assert len({one.row.key for one in panel.rows}) == 220
    assert [one.row.text for one in panel.rows[:2]] == ["Notice 219", "Notice 218"]
    assert panel.table.current().row.seq == before.row.seq


def test_what_comes_meanwhile_is_offered_not_thrust_in(
    sender: Sender, opens: Opener, qtbot: QtBot
) -> None:
    sender.sends_roads()
    panel = opens("1")
    assert panel.fresh.isHidden()
    sender.sends_appeal()
    qtbot.waitUntil(panel.fresh.isVisible)
    assert len(panel.rows) == 2
    last = sender.home.entries()[-1].seq
    qtbot.waitUntil(lambda: panel._book.state.seq >= last)
    panel.fresh.click()
    settle(panel, qtbot)
    assert len(panel.rows) == 3
    assert panel.fresh.isHidden()


def test_a_private_message_is_veiled_for_who_may_not_read_it(
    sender: Sender, opens: Opener, qtbot: QtBot
) -> None:
    sender.sends_private()
    panel = opens("4")
    assert listed(panel)[0][1] == "A private message that is not for you"
    assert seek(panel, qtbot, text="bridge") == []
    assert seek(panel, qtbot, text="@fen") == []
    assert len(seek(panel, qtbot)) == 1
    panel._look_at(panel.rows[0])
    told = panel.details.text.toPlainText() + str(panel.details.facts.facts)
    assert "bridge" not in told
    assert "@fen" not in told
    assert not panel.details.copy.isEnabled()


def test_who_may_read_messages_reads_them_here(sender: Sender, opens: Opener) -> None:
    sender.sends_private()
    panel = opens("2")
    assert listed(panel)[0][1] == "Private message: Ring me about the bridge"


def test_what_was_sent_by_hand_is_told_apart_and_what_is_unknown_is_counted(
    sender: Sender, opens: Opener
) -> None:
    made = sender.submits(ROAD, replace(ROADS, targets=(X,)))
    key = f"{ROAD}/0/{X}"
    sender.says("1", DeliveryClaimed(key, made, SENDER), DeliveryUnknown(key, SENDER))
    made = sender.submits(APPEAL, replace(ROADS, targets=(Y,)))
    key = f"{APPEAL}/0/{Y}"
    sender.says("1", DeliveryClaimed(key, made, SENDER), DeliveryUnknown(key, SENDER))
    sender.marks(ROAD, X)
    panel = opens("1")
    assert [one[-1] for one in listed(panel)] == [
        "Sent by hand elsewhere",
        f"Unknown. {READ}",
    ]
    assert panel.count.text() == "2 deliveries. Unknown so far, see the outbox: 1"
    assert panel.asked().unknown == (f"{APPEAL}/0/{Y}",)


def test_what_failed_and_what_is_unknown_are_rows_that_say_so(
    sender: Sender, opens: Opener, qtbot: QtBot
) -> None:
    sender.sends_appeal()
    sender.sends_in_vain()
    panel = opens("1")
    assert [one[-1] for one in listed(panel)] == [LOOKED, REFUSED, "Sent"]
    assert [one[0] for one in listed(panel)] == [Y, X, X]
    panel._look_at(panel.rows[0])
    facts = dict(panel.details.facts.facts)
    assert panel.details.state.text() == LOOKED
    assert facts["It answered"] == "504 Gateway Time-out"
    assert ": not among 40 posts back to " in facts["Looked for"]
    assert panel.details.accessibleName().endswith(LOOKED)
    panel._look_at(panel.rows[1])
    assert dict(panel.details.facts.facts)["It answered"] == "Too long by 3"
    tip = panel.table.rows.columns[-1].tip(panel.rows[1])
    assert tip == f"{REFUSED}\nToo long by 3"


def test_what_did_not_leave_is_found_by_state_and_by_what_the_network_said(
    sender: Sender, opens: Opener, qtbot: QtBot
) -> None:
    sender.sends_appeal()
    sender.sends_in_vain()
    panel = opens("1")
    seek(panel, qtbot, became=Became.FAILED.value)
    assert [one[-1] for one in listed(panel)] == [REFUSED]
    seek(panel, qtbot, became=Became.UNKNOWN.value)
    assert [one[-1] for one in listed(panel)] == [LOOKED]
    seek(panel, qtbot, became=Became.STANDS.value)
    assert [one[-1] for one in listed(panel)] == ["Sent"]
    assert len(seek(panel, qtbot, text="gateway")) == 1
    assert len(seek(panel, qtbot, text="too long")) == 1


def test_what_was_unknown_and_is_found_is_one_row(
    sender: Sender, opens: Opener, qtbot: QtBot
) -> None:
    sender.sends_in_vain()
    found = DeliverySent(f"{ROAD}/0/{Y}", SENDER, "m-1", found=True)
    sender.says("1", found)
    panel = opens("1")
    assert [one[-1] for one in listed(panel)] == ["Sent, found by reading back", REFUSED]
    assert seek(panel, qtbot, became=Became.UNKNOWN.value) == []


def test_what_failed_and_was_withdrawn_has_never_left(sender: Sender, opens: Opener) -> None:
    sender.sends_in_vain()
    sender.says("1", DraftWithdrawn(ROAD, "opened again"))
    panel = opens("1")
    assert [one[-1] for one in listed(panel)] == [LOOKED, "Withdrawn, never sent"]
    panel._look_at(panel.rows[1])
    assert dict(panel.details.facts.facts)["Because"] == "opened again"


def test_a_withdrawal_that_went_wrong_says_what_the_network_said(
    sender: Sender, opens: Opener
) -> None:
    sender.sends_appeal()
    sender.says("1", DraftWithdrawn(APPEAL, "found safe"))
    back = f"{APPEAL}/w0/{X}"
    claim = DeliveryClaimed(back, hash_of(written(LOST)), SENDER)
    sender.says("1", claim, DeliveryFailed(back, SENDER, "refused", "Locked post"))
    panel = opens("1")
    assert [one[-1] for one in listed(panel)] == ["Not taken back: still there?"]
    panel._look_at(panel.rows[0])
    assert dict(panel.details.facts.facts)["Not taken back"] == "Locked post"


def test_what_the_network_does_not_have_any_more_counts_as_seen_gone(
    sender: Sender, opens: Opener
) -> None:
    sender.sends_appeal()
    sender.says("1", DraftWithdrawn(APPEAL, "found safe"))
    back = f"{APPEAL}/w0/{X}"
    claim = DeliveryClaimed(back, hash_of(written(LOST)), SENDER)
    sender.says("1", claim, DeliveryFailed(back, SENDER, "gone", "404 Not Found"))
    assert [one[-1] for one in listed(opens("1"))] == ["Taken back, seen gone"]


@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080)])
def test_in_a_narrow_window_the_pane_stands_in_place_of_the_list(
    sender: Sender, opens: Opener, desk: DeskWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    sender.sends_roads()
    desk.resize(*size)
    panel = opens("1")
    panel._look_at(panel.rows[0])
    wide = panel._is_wide()
    assert panel.details.isVisible() is wide
    panel._open(panel.rows[0])
    assert panel.details.isVisible()
    assert panel.table.isVisible() is wide
    assert panel.details.width() <= panel.width()
    panel.details.leave.click()
    assert panel.table.hasFocus()
    assert not panel.details.isVisible()


def test_a_house_that_closes_takes_the_panel_with_it(
    sender: Sender, opens: Opener, desk: DeskWindow
) -> None:
    sender.sends_roads()
    panel = opens("1")
    reading = panel.reading
    desk.house_closed.emit()
    assert desk.layers.top() is None
    assert not reading.busy


def test_an_entry_is_shown_in_the_record(
    sender: Sender, opens: Opener, desk: DeskWindow, home: Home, qtbot: QtBot
) -> None:
    sender.sends_roads()
    panel = opens("1")
    panel._look_at(panel.rows[0])
    number = panel.rows[0].row.seq
    panel.details.entry.click()
    page = desk.pages.page("record")
    assert isinstance(page, JournalPage)
    page.open_house(home)
    page.show_entry(number)
    qtbot.waitUntil(lambda: page.list.current == number)
    page.close_house()
    assert desk.layers.top() is None


def test_it_is_said_in_french(sender: Sender, opens: Opener) -> None:
    sender.sends_roads()
    panel = opens("1")
    speak("fr")
    assert panel.heading.text() == "Tout ce qui a été envoyé"
    assert listed(panel)[1][-1] == "Envoyé"


def test_the_record_section_leads_to_it(room: Room) -> None:
    desk = room.desk
    desk.go("record")
    desk.pages.settle()
    page = desk.pages.page("record")
    assert isinstance(page, JournalPage)
    assert page.sent_button.accessibleName() == "Everything that was sent"
    page.sent_button.setFocus()
    QTest.keyClick(page.sent_button, Qt.Key.Key_Space)
    panel = desk.layers.top()
    assert isinstance(panel, SentPanel)
    room.wait(lambda: not panel.reading.busy)


def test_it_opens_by_its_command_and_from_the_outbox_and_the_planner(room: Room) -> None:
    desk = room.desk
    desk.commands.run("sent-record")
    panel = desk.layers.top()
    assert isinstance(panel, SentPanel)
    room.wait(lambda: not panel.reading.busy)
    assert panel.count.text() == "Nothing has been sent yet."
    panel.leave.click()
    assert desk.sending is not None
    desk.sending.open_outbox()
    outbox = desk.layers.top()
    assert isinstance(outbox, OutboxPanel)
    outbox.sent.click()
    assert isinstance(desk.layers.top(), SentPanel)
    desk.layers.close_all()
    desk.go("planner")
    desk.pages.settle()
    page = desk.pages.page("planner")
    assert isinstance(page, PlannerPage)
    page.head.left.click()
    assert isinstance(desk.layers.top(), SentPanel)
