"""The case lists as this desk may keep them: read aside, changed through the record."""

import logging
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import CaseListMarked, CaseListRemoved
from controlroom.model.journal_rights import Right
from controlroom.outbound.case_lists import (
    CaseKeys,
    Item,
    changed,
    is_behind,
    keys_of,
    marked,
    read,
)
from controlroom.outbound.case_lists.items import ItemUnreadable
from controlroom.outbound.case_lists.keys import ReadingKey, read_key, written
from controlroom.outbound.checks.surroundings import ListKind
from controlroom.ui.language import told
from controlroom.ui.officers.reasons import failure_told
from controlroom.ui.record.door import why_not
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.keychain.case_lists import CaseKeyKeeper
    from controlroom.team.state import State
    from controlroom.ui.officers.around import Office

log = logging.getLogger(__name__)
translate = QCoreApplication.translate


class KeyElsewhere(WorldError):
    sentence = "The case lists were begun at another desk, and this one has no key to read them."
    remedy = "Let whoever keeps them hand on the key that reads, and enter it here."


class Row(NamedTuple):
    """An item as this desk knows it; `item` is None where its key is not here."""

    id: str
    item: Item | None
    until: str


class CaseBook(QObject):
    """The lists and this desk's keys.

    Signals:
        changed: items or keys may be others.
        failed: something did not work; carries a sentence.

    Attributes:
        keys: what this desk has; nothing before `look` has ended.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, office: "Office", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._work = Workshop(self)
        self.keys = CaseKeys(None)
        self._marked: set[tuple[str, int]] = set()
        office.changed.connect(self.changed)
        self.changed.connect(self._mark_anew)
        office.window.house_opened.connect(self.look)
        office.window.closed.connect(self._work.close)

    @property
    def state(self) -> "State | None":
        """The record as it was folded, None while there is none."""
        return self._office.state

    def look(self, _house: object = None) -> None:
        """Reads the keys anew."""
        house = self._office.window.house
        if house is not None:
            self._work.do(lambda: keys_of(house.case_keys()), self._take, self._fail)

    def why_not_keep(self) -> str:
        """Returns why whoever works here may not keep the lists, "" if they may."""
        return why_not(self._office.window, Right.CASES)

    def rows(self) -> list[Row]:
        """Returns the items, those that can be read by their words."""
        state, key = self._office.state, self.keys.reading
        if state is None or self.why_not_keep():
            return []
        items = state.publishing.case_list.items()
        found = [Row(name, _read(name, kept.sealed, key), kept.until) for name, kept in items]
        return sorted(found, key=lambda row: row.item.words.lower() if row.item else "")

    def count(self) -> int:
        """Returns how many items there are, read or not."""
        state = self._office.state
        return len(state.publishing.case_list) if state is not None else 0

    def add(self, kind: ListKind, words: str, reference: str, until: date | None) -> None:
        """Puts words on the lists; the key is made with the first."""
        item = Item(secrets.token_hex(16), kind, words.strip(), reference.strip(), until=until)
        house, begun = self._office.window.house, self.count() > 0

        def sealed() -> Any:
            key = _key_of(house.case_keys(), begun=begun)
            return key, changed(item, key)

        self._work.do(sealed, self._decide, self._fail)

    def remove(self, item: str) -> None:
        """Takes an item off the lists."""
        self._office.book.decide(CaseListRemoved(item), failed=self._fail_to_decide)

    def handed_on(self, *, reading: bool) -> str:
        """Returns a key to be entered at another desk, "" if it is not here."""
        if self.why_not_keep():
            return ""
        key = self.keys.reading if reading else self.keys.match
        return written(key) if key is not None else ""

    def take_key(self, text: str) -> None:
        """Keeps a key that was handed on; a mistyped one is told."""
        house = self._office.window.house

        def kept() -> CaseKeys:
            key, keeper = read_key(text), house.case_keys()
            keep = keeper.keep_reading if isinstance(key, ReadingKey) else keeper.keep_match
            keep(key.reveal())
            return keys_of(keeper)

        self._work.do(kept, self._take, self._fail)

    def _mark_anew(self) -> None:
        """Has items found in every way of this version that were entered in an earlier one."""
        key, state = self.keys.reading, self._office.state
        if key is None or state is None or self._office.book.trouble is not None:
            return
        if self.why_not_keep():
            return
        behind = [
            (name, kept.sealed, kept.seq)
            for name, kept in state.publishing.case_list.items()
            if is_behind(kept.made) and (name, kept.seq) not in self._marked
        ]
        if behind:
            self._marked |= {(name, seq) for name, _sealed, seq in behind}
            seen = state.seq
            self._work.do(
                lambda: _all_marked(behind, key),
                lambda decisions: self._record(decisions, seen),
                self._fail,
            )

    def _record(self, decisions: list[CaseListMarked], seen: int) -> None:
        """Nobody is troubled where another desk was first: the item is found all the same."""
        for decision in decisions:
            self._office.book.decide(decision, failed=_log, seen=seen)

    def _decide(self, made: Any) -> None:
        key, decision = made
        self._hold(CaseKeys.of(key))
        self._office.book.decide(decision, lambda _: self.changed.emit(), self._fail_to_decide)

    def _take(self, keys: CaseKeys) -> None:
        self._hold(keys)
        self.changed.emit()

    def _hold(self, keys: CaseKeys) -> None:
        """The engine looks for what stands on the lists before anything leaves."""
        is_other = keys.match != self.keys.match
        self.keys = keys
        if is_other:
            self._office.window.line.guard()

    def _fail(self, error: WorldError) -> None:
        self.failed.emit(told(error))

    def _fail_to_decide(self, error: WorldError) -> None:
        self.failed.emit(failure_told(self._office, error))


def _key_of(keeper: "CaseKeyKeeper", *, begun: bool) -> ReadingKey:
    """Returns the key that reads, made now for the first item. Raises `KeyElsewhere`."""
    known = keeper.reading_key()
    if known is None and begun:
        raise KeyElsewhere
    return ReadingKey(known if known is not None else keeper.made())


def _all_marked(behind: Iterable[tuple[str, str, int]], key: ReadingKey) -> list[CaseListMarked]:
    """What was sealed with another key stays as it is."""
    found = []
    for name, sealed, _seq in behind:
        with suppress(ItemUnreadable):
            found.append(marked(name, sealed, key))
    return found


def _log(error: WorldError) -> None:
    log.info("an item of the case lists was not marked anew: %s", error.told())


def _read(name: str, sealed: str, key: ReadingKey | None) -> Item | None:
    try:
        return read(name, sealed, key) if key is not None else None
    except ItemUnreadable:
        return None
