"""Each delivery's state in words, and what a person can do: again, elsewhere, back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.model import clock
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
    DeliveryUnknown,
    DraftSubmitted,
    HoldPlaced,
)
from controlroom.model.outgoing.content import About, Act, Content, Piece, hash_of, written
from controlroom.model.outgoing.delivery import DeliveryKey, DeliveryState
from controlroom.team.publishing import views
from controlroom.team.publishing.views import Stage
from controlroom.ui.controls.draw import width_of
from controlroom.ui.controls.table import PAD
from controlroom.ui.sending.acts import SendingActs
from controlroom.ui.sending.forms import MarkSent, Withdraw
from controlroom.ui.sending.looking import looks_told
from controlroom.ui.sending.outbox_panel import OutboxPanel
from controlroom.ui.sending.panel import DeliveriesPanel
from controlroom.ui.sending.words import blocked_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme
from tests.ui.compose.conftest import CHIEF, FEN, FENBLUE, ROADS, Room, room
from tests.ui.cut import cut_of

__all__ = ["room"]
DRAFT, SENDER = "a" * 32, "5" * 32
TARGETS = (FEN, ROADS, FENBLUE)


class Mill:
    """What the sender says, said by hand."""

    def __init__(self, room: Room, *targets: str, minutes: int = 0) -> None:
        self.room = room
        at = clock.now() + timedelta(minutes=minutes) if minutes else None
        said = Content(
            Act.POST, targets or TARGETS, (Piece("Avoid the M97"),), at=at, title="M97", kind="news"
        )
        self.hash = hash_of(written(said))
        self.says(DraftSubmitted(DRAFT, written(said)))

    def says(self, *decisions: Decision) -> None:
        record = self.room.desk.house.record(CHIEF)
        try:
            for one in decisions:
                entry = record.append(proposal_of(one), record.head().seq)
        finally:
            record.close()
        self.room.wait(lambda: self.room.state.seq >= entry.seq)
        assert not self.room.state.refused, self.room.state.refused

    def claims(self, profile: str, part: str = "0", *, keyed: bool = False) -> str:
        key = str(DeliveryKey(DRAFT, part, profile))
        self.says(DeliveryClaimed(key, self.hash, SENDER, "k" if keyed else "", keyed))
        return key

    def sends(self, profile: str, part: str = "0") -> None:
        key = self.claims(profile, part)
        url = f"https://network.example/{profile}"
        self.says(DeliverySent(key, SENDER, f"id-{profile}-{part}", url))

    def state(self, profile: str, part: str = "0") -> DeliveryState:
        found = views.delivery(self.room.state, DeliveryKey(DRAFT, part, profile), clock.now())
        assert found is not None
        return found.state


def panel_of(room: Room) -> DeliveriesPanel:
    sending = room.desk.sending
    assert sending is not None
    sending.show_draft(DRAFT)
    panel = room.desk.layers.top()
    assert isinstance(panel, DeliveriesPanel)
    return panel


def by_tab(room: Room, panel: DeliveriesPanel, wanted: QWidget) -> None:
    """Goes on with Tab until a control has the focus."""
    for _ in range(20):
        focused = QApplication.focusWidget()
        if focused is wanted:
            return
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not lead there")


def look_at(panel: DeliveriesPanel, profile: str, part: str = "0") -> None:
    panel.show_now()
    assert panel.table.set_current(str(DeliveryKey(DRAFT, part, profile)))
    panel._show_current()


def cells(panel: DeliveriesPanel) -> list[tuple[str, ...]]:
    rows = panel.table.rows
    return [tuple(c.text(rows.row(n)) for c in rows.columns) for n in range(rows.rowCount())]


def test_trouble_stands_first_with_the_networks_own_words(room: Room) -> None:
    mill = Mill(room)
    mill.sends(FEN)
    key = mill.claims(ROADS)
    mill.says(DeliveryFailed(key, SENDER, "sign_in", "401 <b>expired</b>"))
    panel = panel_of(room)
    told = cells(panel)
    assert told[0][1:] == (
        "Not sent",
        "The profile’s sign-in has expired: connect it again. It said: 401 <b>expired</b>",
    )
    assert panel.tally.text() == "1 sent · 1 scheduled · 1 not sent"
    assert told[-1][1].startswith("Sent ")


@pytest.mark.parametrize("size", [100, 150])
def test_on_a_small_screen_in_french_nothing_of_the_deliveries_is_cut(
    room: Room, size: int
) -> None:
    mill = Mill(room)
    key = mill.claims(ROADS)
    mill.says(DeliveryFailed(key, SENDER, "sign_in", "401"))
    mill.says(DeliveryUnknown(mill.claims(FENBLUE), SENDER, "reset after the bytes left"))
    mill.sends(FEN)
    room.desk.resize(1366, 768)
    room.desk.change(language="fr", text_size=size)
    panel = panel_of(room)
    QApplication.processEvents()
    assert cut_of(panel) == []
    table, px = panel.table, theme().metrics.px
    assert not any(table.isColumnHidden(n) for n in range(3))
    assert table.columnViewportPosition(2) + table.columnWidth(2) <= table.viewport().width()
    assert table.columnWidth(2) >= px(240)
    stands = ["Supprimée, pas encore vue disparue", "Demande une personne : toujours là ?"]
    stands += [row[1] for row in cells(panel)]
    room_for_words = table.columnWidth(1) - px(2 * PAD + 14 + 7)
    assert max(width_of(one, Type.SMALL, 500) for one in stands) <= room_for_words


def test_what_a_network_that_is_down_did_not_take_says_that_it_is_tried_again(room: Room) -> None:
    mill = Mill(room)
    key = mill.claims(ROADS)
    again = clock.now() + timedelta(minutes=1)
    mill.says(DeliveryFailed(key, SENDER, "unreached", "", again))
    told = {row[2] for row in cells(panel_of(room))}
    assert "The network could not be reached. It is tried again by itself." in told


def test_what_failed_is_sent_again_by_a_press(room: Room) -> None:
    mill = Mill(room)
    mill.says(DeliveryFailed(mill.claims(ROADS), SENDER, "refused", "too long"))
    panel = panel_of(room)
    look_at(panel, ROADS)
    assert panel.again.text() == "Send again"
    panel.again.click()
    room.wait(lambda: mill.state(ROADS) is DeliveryState.SCHEDULED)


def test_unknown_shows_its_read_backs_and_is_sent_again_only_after_two(room: Room) -> None:
    mill = Mill(room)
    key = mill.claims(FEN)
    mill.says(DeliveryUnknown(key, SENDER, "reset after the bytes left"))
    panel = panel_of(room)
    look_at(panel, FEN)
    assert "own posts are read" in panel.more.text()
    assert not panel.again.isEnabled()
    back = clock.now() - timedelta(hours=1)
    mill.says(DeliveryReadBack(key, 40, back), DeliveryReadBack(key, 40, back))
    look_at(panel, FEN)
    assert "Looked for 2 times, not found." in panel.more.text()
    assert panel.again.text() == "I have looked, it is not there: send it"
    panel.again.click()
    room.wait(lambda: mill.state(FEN) is DeliveryState.SCHEDULED)


def test_each_look_is_shown_with_when_what_for_and_what_was_there(room: Room) -> None:
    mill = Mill(room)
    key = mill.claims(FEN)
    mill.sends(ROADS)
    mill.says(DeliveryUnknown(key, SENDER, "reset after the bytes left"))
    panel = panel_of(room)
    look_at(panel, FEN)
    assert not panel.looks.isVisible()
    hour = timedelta(hours=1)
    far, near = clock.now() - hour, clock.now() + hour
    mill.says(DeliveryReadBack(key, 40, far), DeliveryReadBack(key, 12, near))
    room.wait(lambda: panel.looks.text().count("\n") == 2)
    first, second, third = panel.looks.text().split("\n")
    assert first == "Looked for “Avoid the M97” among the profile’s own posts:"
    assert "not among 40 posts back to " in second
    assert third.endswith(", which is not far enough to count")
    mill.says(DeliverySent(key, SENDER, "id-1", "https://x.example/1", found=True))
    room.wait(lambda: panel.looks.text().endswith("found on the profile"))
    look_at(panel, ROADS)
    assert not panel.looks.isVisible()
    panel.finished.emit()
    assert panel.looking._record is None


def test_of_a_private_message_the_words_are_not_told_with_the_looks(room: Room) -> None:
    mill = Mill(room)
    key = mill.claims(FEN)
    mill.says(DeliveryUnknown(key, SENDER), DeliveryReadBack(key, 40, clock.now()))
    panel = panel_of(room)
    look_at(panel, FEN)
    room.wait(lambda: panel.looks.isVisible())
    row = panel.looking.rows[key]
    assert "Avoid" not in looks_told(replace(row, act=Act.MESSAGE))
    assert looks_told(replace(row, act=Act.LIKE, text="")).startswith("Looked for on the profile")


def test_what_failed_is_written_anew_for_the_profiles_it_failed_on(room: Room) -> None:
    mill = Mill(room)
    mill.sends(FEN)
    mill.says(DeliveryFailed(mill.claims(ROADS), SENDER, "refused", "too long"))
    mill.says(DeliveryUnknown(mill.claims(FENBLUE), SENDER, "504"))
    panel = panel_of(room)
    look_at(panel, ROADS)
    by_tab(room, panel, panel.edit)
    assert panel.edit.text() == "Edit as a new draft"
    QTest.keyClick(panel.edit, Qt.Key.Key_Space)
    assert room.desk.layers.top() is None
    sheet = room.page.writing.sheet
    assert (sheet.content.targets, sheet.submitted) == ((ROADS,), "")
    assert sheet.content.pieces[0].text == "Avoid the M97"
    assert sheet.id != DRAFT


def test_what_has_not_begun_is_edited_itself(room: Room) -> None:
    mill = Mill(room, minutes=30)
    panel = panel_of(room)
    assert panel.edit.text() == "Edit"
    panel.edit.click()
    assert (room.page.writing.sheet.id, room.page.writing.sheet.submitted) == (DRAFT, mill.hash)


def test_what_has_left_or_may_have_is_not_written_anew(room: Room) -> None:
    mill = Mill(room)
    for profile in (FEN, ROADS):
        mill.sends(profile)
    mill.says(DeliveryUnknown(mill.claims(FENBLUE), SENDER, "504"))
    panel = panel_of(room)
    assert not panel.edit.isEnabled()
    assert "may have" in panel.edit.accessibleDescription()


def test_everything_that_can_be_done_is_reached_by_the_keyboard(room: Room) -> None:
    mill = Mill(room)
    mill.sends(FEN)
    mill.says(DeliveryFailed(mill.claims(ROADS), SENDER, "refused", "too long"))
    key = mill.claims(FENBLUE)
    back = clock.now() - timedelta(hours=1)
    mill.says(DeliveryUnknown(key, SENDER, "504"), *[DeliveryReadBack(key, 40, back)] * 2)
    panel = panel_of(room)
    assert panel.table.hasFocus()
    assert cells(panel)[1][1:] == ("Unknown", "It said: 504. Looked for 2 times, not found.")
    assert panel.current is not None
    assert panel.current.key.profile == ROADS
    by_tab(room, panel, panel.copy)
    QTest.keyClick(panel.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "Avoid the M97"
    by_tab(room, panel, panel.mark)
    QTest.keyClick(panel.mark, Qt.Key.Key_Space)
    form = room.desk.layers.top()
    assert isinstance(form, MarkSent)
    assert form.address.hasFocus()
    QTest.keyClicks(form.address, "https://m.test/1")
    QTest.keyClick(form.address, Qt.Key.Key_Return)
    room.wait(lambda: mill.state(ROADS) is DeliveryState.SENT)
    assert room.desk.layers.top() is panel
    panel.show_now()
    for _ in range(2):
        QTest.keyClick(panel.table, Qt.Key.Key_Up)
    assert panel.current.key.profile == FENBLUE
    by_tab(room, panel, panel.again)
    QTest.keyClick(panel.again, Qt.Key.Key_Space)
    room.wait(lambda: mill.state(FENBLUE) is DeliveryState.SCHEDULED)
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    assert room.desk.layers.top() is None


def test_what_is_unknown_is_not_sent_again_together_with_what_failed(room: Room) -> None:
    mill = Mill(room)
    for profile in (FEN, ROADS):
        mill.says(DeliveryFailed(mill.claims(profile), SENDER, "refused", "too long"))
    key = mill.claims(FENBLUE)
    back = clock.now() - timedelta(hours=1)
    mill.says(DeliveryUnknown(key, SENDER), *[DeliveryReadBack(key, 40, back)] * 2)
    panel = panel_of(room)
    assert panel.all_again.text() == "Send 2 again"
    panel.all_again.click()
    room.wait(lambda: mill.state(ROADS) is mill.state(FEN) is DeliveryState.SCHEDULED)
    assert mill.state(FENBLUE) is DeliveryState.UNKNOWN


def test_a_person_says_that_it_was_sent_elsewhere(room: Room) -> None:
    mill = Mill(room)
    mill.says(DeliveryUnknown(mill.claims(FEN), SENDER))
    panel = panel_of(room)
    look_at(panel, FEN)
    panel.mark.click()
    form = room.desk.layers.top()
    assert isinstance(form, MarkSent)
    form.address.setText("http://plain.example/1")
    assert not form.yes.isEnabled()
    form.address.setText("https://x.example/1")
    form.yes.click()
    room.wait(lambda: mill.state(FEN) is DeliveryState.SENT)
    room.desk.layers.close_all()
    assert cells(panel_of(room))[-1][1] == "Sent elsewhere"


def test_withdrawing_names_what_is_out_and_is_followed_until_it_is_gone(room: Room) -> None:
    mill = Mill(room)
    mill.sends(FEN)
    mill.sends(FENBLUE)
    panel = panel_of(room)
    panel.back.click()
    form = room.desk.layers.top()
    assert isinstance(form, Withdraw)
    assert not form.yes.isEnabled()
    form.reason.setText("Found safe")
    form.yes.click()
    draft: Any = lambda: views.draft(room.state, DRAFT)  # noqa: E731
    room.wait(lambda: draft().stage is Stage.WITHDRAWN)
    room.desk.layers.close_all()
    panel = panel_of(room)
    assert panel.tally.text() == "2 sent · 1 withdrawn · 0 of 2 seen gone"
    mill.sends(FEN, "w0")
    panel.show_now()
    assert "Deleted, not seen gone yet" in [row[1] for row in cells(panel)]
    mill.says(DeliverySeenGone(str(DeliveryKey(DRAFT, "w0", FEN))))
    panel.show_now()
    assert "1 of 2 seen gone" in panel.tally.text()
    assert not panel.back.isVisible()


def test_one_held_post_is_let_through_by_who_may_release(room: Room) -> None:
    mill = Mill(room, minutes=30)
    mill.says(HoldPlaced("force"))
    panel = panel_of(room)
    look_at(panel, FEN)
    assert cells(panel)[0][1] == "Held"
    assert panel.again.text() == "Let this one through the hold"
    panel.again.click()
    room.wait(lambda: mill.state(FEN) is DeliveryState.SCHEDULED)
    assert mill.state(ROADS) is DeliveryState.HELD


def test_the_status_bar_counts_and_leads_to_what_needs_a_person(room: Room) -> None:
    sending = room.desk.sending
    assert sending is not None
    assert not sending.segment.isVisible()
    mill = Mill(room, minutes=30)
    room.wait(lambda: sending.segment.text() == "Outbox 0 · 1 scheduled")
    mill.says(HoldPlaced("force"))
    room.wait(lambda: sending.segment.text() == "Outbox 0 · 1 held")
    sending.segment.click()
    panel = room.desk.layers.top()
    assert isinstance(panel, OutboxPanel)
    assert panel.table.rows.rowCount() == 1
    panel.show_.click()
    assert isinstance(room.desk.layers.top(), DeliveriesPanel)


def test_what_did_not_leave_is_told_to_its_author_and_stands_until_mended(room: Room) -> None:
    sending = room.desk.sending
    assert sending is not None
    mill = Mill(room)
    mill.says(DeliveryFailed(mill.claims(ROADS), SENDER, "refused", "no"))
    notice = room.desk.status.notice
    room.wait(lambda: "“M97” was not sent to" in notice.text())
    room.wait(lambda: "unsent" in notice.standing())


def test_an_empty_outbox_says_so(room: Room) -> None:
    sending = room.desk.sending
    assert sending is not None
    room.desk.commands.run("outbox")
    panel = room.desk.layers.top()
    assert isinstance(panel, OutboxPanel)
    assert panel.none.isVisible()
    assert not panel.show_.isEnabled()


def test_a_check_that_stopped_it_is_told_with_what_the_server_takes() -> None:
    assert blocked_told("too_long 132/280") == (
        "A check stopped it: Too long by 132: 280 characters are taken. "
        "The server may take less than when this was approved."
    )
    assert blocked_told("victim_named") == "A check stopped it: A victim’s name."
    later = blocked_told("a_rule_of_later 3/4")
    assert later.startswith("A check stopped it: A rule of later (3).")


def test_withdrawing_names_what_needs_a_person(room: Room) -> None:
    about = About("convo", author="ida.test", person="did:plc:ida")
    said = Content(Act.MESSAGE, (FENBLUE,), (Piece("At noon"),), about=about, kind="reply")
    mill = Mill(room)
    mill.hash, draft = hash_of(written(said)), "b" * 32
    mill.says(DraftSubmitted(draft, written(said)))
    key = str(DeliveryKey(draft, "0", FENBLUE))
    mill.says(DeliveryClaimed(key, mill.hash, SENDER), DeliverySent(key, SENDER, "convo/1"))
    sending = room.desk.sending
    assert sending is not None
    form = Withdraw(SendingActs(room.desk), draft)
    (told,) = form._by_hand()
    assert told.startswith("Bluesky: 1 needs a person. On Bluesky a message can be deleted")
    assert Withdraw(SendingActs(room.desk), DRAFT)._by_hand() == []
