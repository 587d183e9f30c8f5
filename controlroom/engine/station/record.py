"""Follows the team's record on a station: who may see what, checkpoints, sessions that are stuck.

It folds while the station waits for its turn too, so that a station that takes over knows the
rights at once.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from controlroom.engine.station.equipment import tell_equipment
from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_kinds import (
    BodyErased,
    CheckpointSigned,
    ConversationAssigned,
    ConversationNoted,
    NoteChanged,
    StationEquipped,
    StationTookOver,
)
from controlroom.store.archive.errors import ArchiveOlder, NotOnDuty
from controlroom.store.archive.writing import Allowed, ArchiveWriter, Readable
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.checkpoints import Checkpointer
from controlroom.store.journal.folded import sealed
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.signing import Signer
from controlroom.team.answerers import answerers
from controlroom.team.fold import Fold, NotTheRecord
from controlroom.team.follower import KEPT_EACH
from controlroom.team.message_readers import message_readers
from controlroom.team.publishing_state import Equipment
from controlroom.team.snapshot import restored, snapshot

log = logging.getLogger(__name__)

LOOK_S = 1.0
REST_S = 1.0
STUCK_S = 20.0
"""Longer than anybody honest holds the record or a reading of posts open."""
_CHORES_EACH_S = 5.0
_NEVER = datetime.max.replace(tzinfo=UTC)
_NO_RIGHTS = {
    kind.kind
    for kind in (
        BodyErased,
        CheckpointSigned,
        ConversationAssigned,
        ConversationNoted,
        NoteChanged,
        StationEquipped,
        StationTookOver,
    )
}
"""Kinds by which nobody may see more or less; most entries are of these."""


class RecordKeeper:
    """Works in a thread of its own from `begin` to `end`.

    Args:
        profiles: gives the keys of the profiles this station reads.
        broken: called when it cannot go on, in that thread: nothing more is folded then.
        put_out: called when another station is on duty, in that thread.
        equipment: gives what this station has for its checks.
    """

    def __init__(
        self,
        url: str,
        signer: Signer,
        custody: Path | None,
        *,
        profiles: Callable[[], Sequence[str]],
        broken: Callable[[Exception], None],
        put_out: Callable[[], None],
        equipment: Callable[[], Equipment],
    ) -> None:
        self._journal = TeamJournal(url)
        self._checkpointer = Checkpointer(self._journal, signer, custody)
        self._profiles, self._broken, self._put_out = profiles, broken, put_out
        self._signer, self._kept = signer, 0
        self._equipment = equipment
        self._fold = Fold()
        self._archive: ArchiveWriter | None = None
        self._told: list[Readable] | None = None
        self._told_allowed: list[Allowed] | None = None
        self._told_of: Sequence[str] = ()
        self._changed = True
        self._until = _NEVER
        self._chores_at = 0.0
        self._over, self._turn = threading.Event(), threading.Lock()
        self._thread = threading.Thread(target=self._work, name="record")

    def begin(self) -> None:
        """Begins to follow."""
        self._thread.start()

    def on_duty(self, archive: ArchiveWriter | None) -> None:
        """Writes through this from now on; None when the duty has ended."""
        with self._turn:
            self._archive, self._told, self._told_allowed = archive, None, None
            self._changed = True

    def end(self) -> None:
        """Ends, and hangs up."""
        self._over.set()
        self._thread.join()
        self._journal.close()

    def _work(self) -> None:
        self._begin_from_what_was_kept()
        while not self._over.is_set():
            try:
                if self._journal.wait(self._fold.state.seq, LOOK_S):
                    self._take()
                with self._turn:
                    self._serve()
            except NotTheRecord as error:
                self._broken(error)
                return
            except NotOnDuty:
                self.on_duty(None)
                self._put_out()
            except WorldError as error:
                log.warning("the record is not followed: %s", error)
                self._over.wait(REST_S)
            except Exception as error:
                log.exception("the record is not followed")
                self._broken(error)
                return

    def _begin_from_what_was_kept(self) -> None:
        """Goes on from a state under this station's own seal; any other begins at the first."""
        with suppress(WorldError):
            kept = self._journal.kept()
            if kept is not None and kept.key == self._signer.public:
                self._fold = Fold(restored(kept.state))
                self._kept = kept.seq

    def _keep(self) -> None:
        """Keeps what is folded for workstations that are new, once that saves them time."""
        state = self._fold.state
        if state.seq - self._kept >= KEPT_EACH:
            made = sealed(self._signer, state.seq, state.hash, snapshot(state))
            self._journal.keep(made)
            self._kept = state.seq

    def _take(self) -> None:
        for entry in all_entries(self._journal, self._fold.state.seq):
            self._fold.take((entry,))
            self._changed = self._changed or entry.kind not in _NO_RIGHTS

    def _serve(self) -> None:
        """Does what only the station on duty does."""
        if self._archive is None:
            return
        self._tell_readers(self._archive)
        if time.monotonic() < self._chores_at:
            return
        self._chores_at = time.monotonic() + _CHORES_EACH_S
        if ended := self._journal.end_stuck(STUCK_S):
            log.warning("%d sessions that held everybody up were ended", ended)
        tell_equipment(self._journal, self._fold.state, self._equipment())
        if self._checkpointer.sign_due(clock.now()):
            self._keep()

    def _tell_readers(self, archive: ArchiveWriter) -> None:
        """Writes the rights down when they have changed; lent ones end by the database's clock."""
        now, profiles = clock.now(), self._profiles()
        if not self._changed and profiles == self._told_of and now < self._until:
            return
        rights = message_readers(self._fold.state, now, profiles)
        if rights != self._told:
            archive.set_readers(rights, self._fold.state.seq)
        allowed = answerers(self._fold.state, now, profiles)
        self._tell_allowed(archive, allowed)
        self._told, self._told_of, self._changed = rights, profiles, False
        ends = [one.until for one in rights] + [one.until for one in allowed]
        self._until = min((one for one in ends if one), default=_NEVER)

    def _tell_allowed(self, archive: ArchiveWriter, allowed: list[Allowed]) -> None:
        if allowed == self._told_allowed:
            return
        try:
            archive.set_allowed(allowed, self._fold.state.seq)
        except ArchiveOlder as error:
            log.warning("nobody can take an answer over: %s", error.told())
        self._told_allowed = allowed
