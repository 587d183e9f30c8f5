"""The group of settings about the case lists: kept by who may, found by every desk with a key."""

import pytest
from PySide6.QtGui import QGuiApplication

from controlroom.model.journal_kinds import OfficerAdded
from controlroom.model.journal_outgoing import CaseListChanged
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.case_lists import Item, ReadingKey, changed
from controlroom.outbound.case_lists.keys import written
from controlroom.outbound.case_lists.marks import MADE, mark
from controlroom.outbound.checks import ListKind, check
from controlroom.ui.compose.protected import Protected
from controlroom.ui.settings.case_lists import CaseListsGroup
from tests.ui.officers.conftest import CHIEF, SHAH, Force
from tests.ui.officers.conftest import force as force

ITEM = "a" * 32
DRAFT = Content(Act.POST, (), (Piece("Thank you, Orla Fenwick, for your courage."),))


@pytest.fixture
def group(force: Force) -> CaseListsGroup:
    group = CaseListsGroup(force.office)
    force.bot.addWidget(group)
    force.office.window.closed.connect(group.deleteLater)
    return group


def _add(force: Force, group: CaseListsGroup, words: str, until: str = "") -> None:
    before = group.book.count()
    group.words.setText(words)
    group.reference.setText("T20260045")
    group.until.setText(until)
    group.add.click()
    force.wait(lambda: group.book.count() > before and len(group.book.rows()) > before)


def _rules(force: Force) -> set[str]:
    about = Protected(force.desk).surroundings({})
    return {one.rule for one in check(DRAFT, about)}


def test_a_name_is_added_found_and_removed(force: Force, group: CaseListsGroup) -> None:
    assert _rules(force) == set()
    _add(force, group, "Orla Fenwick", "2099-01-31")
    assert group.rows.rows.item(0).text() == "Orla Fenwick · T20260045 · until 31 Jan 2099"
    assert "1 item stands on the lists" in group.about.text()
    kept = next(iter(force.state.publishing.case_list.values()))
    assert "Fenwick" not in kept.sealed
    assert kept.until == "2099-01-31"
    assert _rules(force) == {"protected_name"}
    group.rows.setCurrentIndex(group.rows.rows.index(0, 0))
    group.remove.click()
    force.wait(lambda: group.book.count() == 0)
    assert _rules(force) == set()


def test_a_day_that_is_over_or_none_is_told(group: CaseListsGroup) -> None:
    for typed in ("2020-01-01", "tomorrow"):
        group.words.setText("Orla Fenwick")
        group.until.setText(typed)
        group.add.click()
        assert "2027-01-31" in group.trouble.text()
    assert group.book.count() == 0


def test_whoever_may_not_keep_the_lists_sees_none_and_their_desk_still_finds(
    force: Force, group: CaseListsGroup
) -> None:
    _add(force, group, "Orla Fenwick")
    force.become(SHAH)
    force.wait(lambda: group.add.isHidden())
    assert group.book.rows() == []
    assert group.hand_on.isHidden()
    assert group.book.handed_on(reading=True) == ""
    assert group.about.text() != ""
    assert _rules(force) == {"protected_name"}
    force.become(CHIEF)


def test_a_desk_without_a_key_says_so_until_one_is_entered(
    force: Force, group: CaseListsGroup
) -> None:
    told: list[bool] = []
    guard = lambda: told.append(group.book.keys.match is not None)  # noqa: E731
    force.office.window.line.take(lambda **_: None, lambda **_: None, guard)
    _add(force, group, "Orla Fenwick")
    group.hand_on.click()
    key = QGuiApplication.clipboard().text()
    assert group.book.keys.match is not None
    assert key == written(group.book.keys.match)
    force.desk.house.case_keys().forget()
    group.book.look()
    force.wait(lambda: group.book.keys.match is None)
    assert "no key" in group.about.text()
    assert group.rows.rows.item(0).text() == "Cannot be read with this desk’s key"
    assert _rules(force) == {"lists_unread"}
    group.words.setText("Somebody Else")
    group.add.click()
    force.wait(lambda: "begun at another desk" in group.trouble.text())
    group.key.setText(f"{key}A")
    group.take.click()
    force.wait(lambda: "not a key" in group.trouble.text())
    group.key.setText(key)
    group.take.click()
    force.wait(lambda: group.book.keys.match is not None)
    assert group.book.keys.reading is None
    assert told == [True, False, True]
    assert _rules(force) == {"protected_name"}


def _entered_before_there_were_sounds(force: Force) -> None:
    """Has an item on the lists as an earlier version made it: found only as it is written."""
    key = ReadingKey(force.desk.house.case_keys().made())
    now = changed(Item(ITEM, ListKind.NAME, "Siobhan Carragher"), key)
    whole = mark(key.match_key(), ListKind.NAME, "siobhancarragher")
    assert whole in now.marks
    force.elsewhere(CHIEF, CaseListChanged(ITEM, (whole,), now.sealed))


def _found(force: Force, text: str) -> bool:
    draft = Content(Act.POST, (), (Piece(text),))
    about = Protected(force.desk).surroundings({})
    return "protected_name" in {one.rule for one in check(draft, about)}


def test_an_item_of_an_earlier_version_is_found_in_every_way_once_the_lists_are_opened(
    force: Force,
) -> None:
    _entered_before_there_were_sounds(force)
    assert _found(force, "Thank you, Siobhan Carragher.")
    assert not _found(force, "Thank you, Siobhan Caragher.")
    before, groups = force.state.seq, [CaseListsGroup(force.office) for _desk in range(2)]
    for group in groups:
        force.bot.addWidget(group)
        force.office.window.closed.connect(group.deleteLater)
    force.wait(lambda: force.state.publishing.case_list[ITEM].made == MADE)
    assert _found(force, "Thank you, Siobhan Carragher.")
    assert _found(force, "Thank you, Siobhan Caragher.")
    for group in groups:
        force.wait(lambda group=group: group.book.rows())
        assert group.book.rows()[0].item == Item(ITEM, ListKind.NAME, "Siobhan Carragher")
        group.book.look()
    # What the second had to say would stand before this.
    force.decide(OfficerAdded("5005", "PC Una Hale"))
    assert force.state.seq == before + 2
    assert not force.state.refused


def test_whoever_may_not_keep_the_lists_marks_nothing_anew(force: Force) -> None:
    _entered_before_there_were_sounds(force)
    force.become(SHAH)
    group = CaseListsGroup(force.office)
    force.bot.addWidget(group)
    force.wait(lambda: group.book.keys.reading is not None)
    force.elsewhere(CHIEF, CaseListChanged("e" * 32, ("f00d",), "c2VhbGVk"))
    assert force.state.publishing.case_list[ITEM].made == 0
    force.become(CHIEF)
    force.wait(lambda: force.state.publishing.case_list[ITEM].made == MADE)
    assert force.state.publishing.case_list["e" * 32].made == 0
    force.office.window.closed.connect(group.deleteLater)
