"""The page of the record: listed, moved in, followed, explained."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controlroom.model import clock
from controlroom.model.journal_kinds import (
    GroupPlaced,
    OfficerAdded,
    OfficerLeft,
    ProfileLocked,
)
from controlroom.store.journal.checkpoints import Checkpointer
from controlroom.store.journal.signing import Signer
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.chosen import WITHOUT_EFFECT, Chosen
from controlroom.ui.journal.page import JournalPage
from controlroom.ui.journal.pick_panel import PickPanel
from controlroom.ui.journal.sentences import plain
from controlroom.ui.journal.time_panel import TimePanel, read_moment
from tests.ui.journal.conftest import BEGINNING, LONG_MS, Home, Opener, X, heard, settle

COUNT = len(BEGINNING) + 1


def sentences(page: JournalPage) -> list[str]:
    return [plain(row.sentence) for row in page.list.shown()]


def choose(page: JournalPage, qtbot: QtBot, chosen: Chosen) -> list[str]:
    page.bar.choose(chosen)
    settle(page, qtbot)
    qtbot.waitUntil(lambda: page.list.stock.whole and not page.reading.busy(), timeout=LONG_MS)
    return sentences(page)


def groups(count: int) -> list[GroupPlaced]:
    return [GroupPlaced(f"Group {number}") for number in range(count)]


def test_the_record_is_listed_newest_first(page: JournalPage) -> None:
    told = sentences(page)
    assert len(told) == COUNT
    assert told[0] == "Asha Venn gave Sgt Mabli Thorne the role Analyst for Fenmarsh."
    assert told[-1] == "Asha Venn (1) began this record."
    assert page.head.told == f"{COUNT} entries"
    assert not page.trouble.isVisible()


def test_the_section_has_its_key_and_its_place(desk: DeskWindow, page: JournalPage) -> None:
    assert desk.commands.named("go-record").keys == ("G, R",)
    bottom = [one.section.id for one in desk.rail.items.values() if one.section.at_bottom]
    assert bottom == ["record", "exercise", "settings"]
    assert page.accessibleName() == "Record"


def test_the_keyboard_goes_through_the_list_and_into_the_pane(
    page: JournalPage, qtbot: QtBot
) -> None:
    page.list.setFocus()
    assert page.list.current == COUNT
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K, Qt.Key.Key_J):
        qtbot.keyClick(page.list, key)
    assert page.list.current == COUNT - 2
    assert page.details.entry is not None
    assert page.details.entry.seq == COUNT - 2
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.current == 1
    assert page.list.accessibleDescription().endswith("Asha Venn (1) began this record.")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.details.down.hasFocus()
    qtbot.keyClick(page.details.down, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.details.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    assert page.list.current == COUNT


def test_slash_finds_the_field_and_enter_leads_to_the_list(
    desk: DeskWindow, page: JournalPage, qtbot: QtBot
) -> None:
    desk.filter_here()
    assert page.bar.field.hasFocus()
    qtbot.keyClicks(page.bar.field, "fenn")
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    settle(page, qtbot)
    assert sentences(page) == [
        "Asha Venn gave PC Tariq Fenn the role Operator for the whole force.",
        "Asha Venn added PC Tariq Fenn (2) to the officers.",
    ]


def test_regions_go_round_the_page(desk: DeskWindow, page: JournalPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    page.list.go_to(2)
    seen = set[QWidget]()
    for _ in range(12):
        desk.cycle_regions(1)
        focused = QApplication.focusWidget()
        seen |= {part for part in page.regions() if focused and part.isAncestorOf(focused)}
    assert seen == set(page.regions())


TOMORROW = clock.now() + timedelta(days=1)


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        (Chosen(subject="officer"), 5),
        (Chosen(subject="officer/2"), 2),
        (Chosen(subject="profile"), 2),
        (Chosen(actor="1"), COUNT),
        (Chosen(actor="2"), 0),
        (Chosen(kind="role.granted"), 2),
        (Chosen(kind="role.granted", subject="officer/3"), 1),
        (Chosen(text="fenmarsh"), 3),
        (Chosen(text="fenmarsh", kind="profile.placed"), 1),
        (Chosen(since=TOMORROW), 0),
        (Chosen(until=TOMORROW), COUNT),
    ],
    ids=[
        "officers", "one officer", "profiles", "by somebody", "by nobody", "a kind",
        "a kind about one", "words", "words of a kind", "from tomorrow", "until tomorrow",
    ],
)  # fmt: skip
def test_filters_narrow_and_go_together(
    page: JournalPage, qtbot: QtBot, chosen: Chosen, count: int
) -> None:
    assert len(choose(page, qtbot, chosen)) == count
    assert page.bar.clear.isVisible()
    page.bar.clear.click()
    settle(page, qtbot)
    assert len(sentences(page)) == COUNT


def test_what_has_no_effect_is_a_filter_too(page: JournalPage, home: Home, qtbot: QtBot) -> None:
    assert choose(page, qtbot, Chosen(kind=WITHOUT_EFFECT)) == []
    assert page.list.message == "No entry fits these filters."
    home.says("2", OfficerAdded("9", "Nobody"))
    heard(page, home, qtbot)
    rows = page.list.shown()
    assert [row.why for row in rows] == ["who decided it had no right to it"]
    page.bar.choose(Chosen())
    settle(page, qtbot)
    page.list.go_to(0)
    assert page.details.effect.isVisible()
    assert page.details.effect.text() == "Without effect: who decided it had no right to it."


def test_a_person_is_picked_by_typing(desk: DeskWindow, page: JournalPage, qtbot: QtBot) -> None:
    home = page._window.house
    home.says("3", OfficerLeft("3"))
    heard(page, home, qtbot)
    page.bar.person.click()
    panel = desk.layers.top()
    assert isinstance(panel, PickPanel)
    qtbot.keyClicks(panel.chooser.field, "mabli")
    qtbot.keyClick(panel.chooser.field, Qt.Key.Key_Return)
    assert page.bar.chosen.actor == "3"
    settle(page, qtbot)
    assert len(sentences(page)) == 1
    page.bar.person.click()
    panel = desk.layers.top()
    assert isinstance(panel, PickPanel)
    panel.any.click()
    assert page.bar.chosen.everything


def test_a_stretch_of_time_is_typed(desk: DeskWindow, page: JournalPage, qtbot: QtBot) -> None:
    page.bar._ask_range()
    panel = desk.layers.top()
    assert isinstance(panel, TimePanel)
    panel.fields[0].setText("tomorrow")
    panel.take.click()
    assert panel.wrong.isVisible()
    panel.fields[0].setText("2026-11-23")
    panel.fields[1].setText("2026-11-22 10:00")
    panel.take.click()
    assert panel.wrong.text() == "The end has to be behind the beginning."
    panel.fields[1].setText("")
    panel.fields[0].setText("2999-01-01 10:00")
    panel.take.click()
    settle(page, qtbot)
    assert sentences(page) == []
    assert page.bar.time.chosen == "since 1 Jan 2999 10:00"


@pytest.mark.parametrize("text", ["", " ", "2026-11-22", "2026-11-22 18:30", "2026-11-22T18:30:01"])
def test_a_moment_reads_as_it_is_written(text: str) -> None:
    found = read_moment(text)
    assert (found is None) == (not text.strip())


@pytest.mark.parametrize("text", ["22.11.2026", "0000-01-01", "2026-02-30", "18:30", "0001-01-01"])
def test_what_is_no_moment_is_refused_or_kept_in_bounds(text: str) -> None:
    try:
        found = read_moment(text)
    except ValueError:
        return
    assert found is not None


def test_new_entries_come_in_at_the_top_while_nobody_reads(
    page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    page.bar.field.setFocus()
    home.says("1", *groups(2))
    heard(page, home, qtbot)
    assert sentences(page)[0].startswith("Asha Venn placed the group Group 1")
    assert page.list.new == 0
    assert page.head.told == f"{COUNT + 2} entries"


def test_what_is_read_does_not_move(page: JournalPage, home: Home, qtbot: QtBot) -> None:
    home.says("1", *groups(80))
    heard(page, home, qtbot)
    page.list.setFocus()
    page.list.go_to(3)
    before = sentences(page)
    current = page.list.current
    home.says("1", *(GroupPlaced(f"Later {number}") for number in range(3)))
    heard(page, home, qtbot)
    assert sentences(page)[: len(before) - 1] == before[: len(before) - 1]
    assert page.list.current == current
    assert page.head.pill.isVisible()
    assert page.head.pill.count == 3
    qtbot.keyClick(page.list, Qt.Key.Key_Period)
    assert sentences(page)[0].startswith("Asha Venn placed the group Later 2")
    assert not page.head.pill.isVisible()


def test_only_what_fits_comes_into_a_filtered_list(
    page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    choose(page, qtbot, Chosen(subject=f"profile/{X}"))
    home.says("1", GroupPlaced("Elsewhere"), ProfileLocked(X))
    heard(page, home, qtbot)
    assert [told.partition(" ")[2] for told in sentences(page)] == [
        "Venn locked x//97.",
        "Venn placed x//97 in the whole force, with room for any number of officers.",
    ]


def test_the_pane_tells_everything_about_an_entry(
    page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    page.show_entry(COUNT - 1)
    qtbot.waitUntil(lambda: len(page.details.lines.buttons) == 2, timeout=LONG_MS)
    entry = home.entries()[COUNT - 2]
    facts = dict(page.details.facts.facts)
    assert facts["Who"] == "Asha Venn (1)"
    assert facts["About"] == "PC Tariq Fenn (2)"
    assert dict(page.details.fields.facts) == {"Role": "Operator", "For": "the whole force"}
    proof = dict(page.details.proof.facts)
    assert proof["Hash"] == entry.hash.hex()
    assert proof["Checkpoint"] == "Not covered by a checkpoint yet."
    page.details.copy.click()
    assert entry.hash.hex() in QApplication.clipboard().text()
    page.details.lines.buttons[1].click()
    settle(page, qtbot)
    assert page.details.told.text() == "Asha Venn added PC Tariq Fenn (2) to the officers."
    qtbot.waitUntil(lambda: page.details.all.isVisible(), timeout=LONG_MS)
    page.details.all.click()
    settle(page, qtbot)
    assert len(sentences(page)) == 2
    assert page.bar.subject.chosen == "PC Tariq Fenn (2)"


def test_a_signed_entry_says_by_which_checkpoint(
    page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    record = home.record("1")
    made = Checkpointer(record, Signer.fresh()).sign(clock.now())
    record.close()
    assert made is not None
    heard(page, home, qtbot)
    page.show_entry(3)
    starts = f"Covered by the one over {COUNT} entries, signed "
    qtbot.waitUntil(
        lambda: dict(page.details.proof.facts).get("Checkpoint", "").startswith(starts),
        timeout=LONG_MS,
    )


def test_an_entry_that_is_not_listed_is_shown_in_the_whole_record(
    page: JournalPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, Chosen(kind="role.granted"))
    page.show_entry(1)
    settle(page, qtbot)
    assert page.bar.chosen.everything
    assert page.list.current == 1


def test_a_list_of_thousands_reads_what_is_looked_at(
    page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    home.says("1", *groups(400))
    heard(page, home, qtbot)
    page.list.setFocus()
    for row in (200, 390, 20):
        page.list.go_to(row)
        settle(page, qtbot)
        number = page.list.stock.number(row)
        assert page.list.line() is not None
        assert page.list.current == number > 0
    found = choose(page, qtbot, Chosen(text="group 388 below", kind="group.placed"))
    assert found[0] == "Asha Venn placed the group Group 388 right below the force."
    page.bar.choose(Chosen(kind="group.placed"))
    settle(page, qtbot)
    while not page.list.stock.whole:
        page.list.go_to(page.list.stock.count() - 1)
        settle(page, qtbot)
    assert page.list.stock.count() == 402


def test_a_record_that_cannot_be_read_says_where(
    page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    with home.record("1").database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_is_fixed")
        connection.exec_driver_sql("UPDATE entry SET at = 'noon' WHERE seq = 4")
    page.search()
    settle(page, qtbot)
    assert f"Entry {4} cannot be read: it is not written as entries are." in sentences(page)


def test_a_chain_that_breaks_while_it_is_followed_is_told(
    page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    with home.record("1").database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO entry SELECT seq + 1, at, actor, kind, subject, body, body_hash,"
            " zeroblob(32), hash FROM entry ORDER BY seq DESC LIMIT 1"
        )
    qtbot.waitUntil(page.trouble.isVisible, timeout=LONG_MS)
    assert page.trouble.text.startswith(f"Entry {COUNT + 1} of the record does not follow")
    assert page.trouble.failed


def test_words_follow_the_language_and_sizes_the_text(
    desk: DeskWindow, page: JournalPage, qtbot: QtBot
) -> None:
    page.list.go_to(0)
    page.verify()
    qtbot.waitUntil(lambda: not page.verifying.work.running, timeout=LONG_MS)
    for values in ({"language": "fr"}, {"theme": "light"}, {"text_size": 150}, {"text_size": 90}):
        desk.change(**values)
        QApplication.processEvents()
        assert len(sentences(page)) > 5
    assert "Asha Venn a donné à Sgt Mabli Thorne" in page.details.told.text()
    assert page.check_strip.text.startswith("Intact")
    height = page.list.row_height()
    desk.change(text_size=150)
    assert page.list.row_height() > height


def test_everything_pressed_has_a_name(page: JournalPage, qtbot: QtBot) -> None:
    page.show_entry(COUNT - 1)
    qtbot.waitUntil(lambda: bool(page.details.lines.buttons), timeout=LONG_MS)
    reachable = [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    assert len(reachable) > 10
    assert [one for one in reachable if not one.accessibleName()] == []


def test_a_house_that_closes_leaves_an_empty_page(page: JournalPage) -> None:
    page.close_house()
    assert page.list.stock.count() == 0
    assert not page.reading.busy()
    page.verify()
    assert not page.verifying.work.running


def test_somebody_without_rights_reads_and_sees_why_not(opened: Opener) -> None:
    page = opened("4")
    assert len(sentences(page)) == COUNT
    assert not page.export_button.isEnabled()
    assert "None of your roles has the right to export" in page.export_button.accessibleName()
    assert page.verify_button.isEnabled()
