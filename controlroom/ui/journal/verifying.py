"""Checks the record from its first entry to its last, and says in words what was found."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.model.journal import Entry
from controlroom.store.journal.base import PAGE
from controlroom.store.journal.checkpoints import checkpoints_of
from controlroom.store.journal.draft import Going, Stopped
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.verify import Fault, Verdict, verify
from controlroom.team.sealing import custody
from controlroom.ui.journal.long_work import LongWork
from controlroom.ui.language import counted, language, told
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.model.errors import WorldError
    from controlroom.model.journal_checkpoint import Checkpoint
    from controlroom.store.journal.followed import Followed
    from controlroom.ui.journal.around import House
    from controlroom.ui.journal.work_strip import WorkStrip

translate = QCoreApplication.translate
FAULTS = {
    Fault.UNREADABLE: QT_TRANSLATE_NOOP("Record", "it cannot be read"),
    Fault.OUT_OF_PLACE: QT_TRANSLATE_NOOP("Record", "it is not in its place"),
    Fault.UNCHAINED: QT_TRANSLATE_NOOP("Record", "it does not follow from the one before it"),
    Fault.BODY_CHANGED: QT_TRANSLATE_NOOP("Record", "what it says was changed"),
    Fault.CHANGED: QT_TRANSLATE_NOOP("Record", "it was changed"),
    Fault.BODY_GONE: QT_TRANSLATE_NOOP("Record", "what it said is gone, and nobody erased it"),
    Fault.CHECKPOINT_FALSE: QT_TRANSLATE_NOOP(
        "Record", "it is a checkpoint that does not fit the entries before it"
    ),
    Fault.CHECKPOINT_FOREIGN: QT_TRANSLATE_NOOP(
        "Record", "it is a checkpoint signed with another key"
    ),
    Fault.ROOT_DIFFERS: QT_TRANSLATE_NOOP(
        "Record", "up to here it is not what a checkpoint kept elsewhere was signed over"
    ),
    Fault.CUT_OFF: QT_TRANSLATE_NOOP(
        "Record", "from here on it is missing, though a checkpoint kept elsewhere covers more"
    ),
    Fault.EXPORT_FALSE: QT_TRANSLATE_NOOP(
        "Record", "a checkpoint kept elsewhere covers it, and its signature is false"
    ),
}


class Verifying(QObject):
    """One check at a time, shown in a strip.

    Attributes:
        verdict: of the last check that came to its end.
    """

    def __init__(self, strip: "WorkStrip", parent: QObject) -> None:
        super().__init__(parent)
        self._strip, self._total = strip, 0
        self.verdict: Verdict | None = None
        self.work = LongWork(self)
        self.work.went_on.connect(self._go_on)
        self.work.ended.connect(self._end)
        self.work.failed.connect(self._fail)
        strip.stopped.connect(self.work.stop)

    def begin(self, house: "House", officer: str, entries: int) -> None:
        """Checks the record of a house, which has about so many entries."""
        self._total = max(1, entries)
        if self.work.begin(house, officer, verified):
            self._go_on(0)

    def _go_on(self, looked: int) -> None:
        if self.work.running:
            self._strip.go_on(partial(_under_way, looked, self._total), looked / self._total)

    def _end(self, verdict: Verdict | None) -> None:
        if verdict is None:
            self._strip.end(_stopped)
            return
        self.verdict = verdict
        words = partial(verdict_told, verdict)
        if verdict.broken is None:
            self._strip.end(words, detail=verdict.head.hex())
        else:
            self._strip.end(words, failed=True, more=_show)

    def _fail(self, error: "WorldError") -> None:
        self._strip.end(partial(told, error), failed=True)


def verified(record: "Followed", going: Going) -> Verdict:
    """Returns what a check of a record finds. Raises `Stopped`, and what reading raises."""
    return verify(_entries(record, going), kept_elsewhere(record))


def kept_elsewhere(record: "Followed") -> "list[Checkpoint]":
    """Returns the copies of a workstation's own checkpoints, beside its backups."""
    if not isinstance(record, JournalFile):
        return []
    path = custody(record)
    return checkpoints_of(path) if path.exists() else []


def verdict_told(verdict: Verdict) -> str:
    """Returns the result in one sentence or two."""
    if verdict.broken is not None:
        template = translate("Record", "The record is broken at entry {n}: {fault}.")
        fault = translate("Record", FAULTS[verdict.broken.fault])
        return template.format(n=language().figure(verdict.broken.seq), fault=fault)
    return f"{_sound(verdict)} {_signed(verdict)}"


def _under_way(looked: int, total: int) -> str:
    template = translate("Record", "Checking the record: {done} of {total} entries")
    figures = language().figure(looked), language().figure(max(looked, total))
    return template.format(done=figures[0], total=figures[1])


def _stopped() -> str:
    return translate("Record", "The check was stopped before its end.")


def _show() -> str:
    return translate("Record", "Show the entry")


def _sound(verdict: Verdict) -> str:
    return counted(
        verdict.entries,
        translate("Record", "Sound: {n} entry, as it was made."),
        translate("Record", "Sound: all {n} entries follow from one another."),
    )


def _signed(verdict: Verdict) -> str:
    if not verdict.checkpoints and not verdict.exported:
        return translate("Record", "No checkpoint has been signed yet.")
    found = counted(
        verdict.checkpoints,
        translate("Record", "{n} checkpoint in it holds"),
        translate("Record", "{n} checkpoints in it hold"),
    )
    if not verdict.exported:
        return f"{found}."
    template = translate("Record", "{found}; the copies beside the backups reach to entry {n}.")
    return template.format(found=found, n=language().figure(verdict.covered))


def _entries(record: "Followed", going: Going) -> Iterator[Entry]:
    after = 0
    while page := record.entries(after, PAGE):
        yield from page
        after = page[-1].seq
        if not going(after):
            raise Stopped
