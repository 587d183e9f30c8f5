"""Where the record lies: in a file of one workstation, or in PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import postgres
from benchmarks.measure import KEY
from controlroom.engine.sending import ENGINE
from controlroom.engine.sending_record import Kept
from controlroom.model import clock
from controlroom.model.journal_kinds import proposal_of
from controlroom.store.journal.checkpoints import Checkpointer
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.folded import sealed
from controlroom.store.journal.postgres.setup import add_officer, add_station, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.signing import Signer
from controlroom.team.fold import Fold
from controlroom.team.follower import folded
from controlroom.team.roles import founding
from controlroom.team.snapshot import restored, snapshot

OFFICER = "1"
KEPT_EACH = 2_000


@dataclass(frozen=True)
class Lies:
    """Where the record is, for a process of its own.

    Attributes:
        folder: of the file, and of what waits on the disk.
        station, officer: addresses of the database, "" for a file.
    """

    folder: Path
    station: str = ""
    officer: str = ""

    def open(self) -> Kept:
        """Opens it as a sender does."""
        if self.station:
            return TeamJournal(self.station)
        return JournalFile.open(self.folder, KEY, ENGINE)

    def open_as_officer(self) -> Kept:
        """Opens it as somebody who writes and decides."""
        if self.officer:
            return TeamJournal(self.officer)
        return JournalFile.open(self.folder, KEY, OFFICER)

    def fold(self, journal: Kept) -> Fold:
        """Returns what the record comes to, begun from what was kept of it."""
        if isinstance(journal, JournalFile):
            return folded(journal)
        assert isinstance(journal, TeamJournal)
        kept = journal.kept()
        return Fold(restored(kept.state)) if kept is not None else Fold()


@contextmanager
def in_a_file(folder: Path) -> Iterator[Lies]:
    """A record in `folder`."""
    lies = Lies(folder)
    journal = lies.open_as_officer()
    journal.append(proposal_of(founding(OFFICER, "Asha Venn", alone=True)), 0)
    journal.close()
    yield lies


@contextmanager
def in_postgres(folder: Path, server: postgres.Cluster) -> Iterator[Lies]:
    """A record in a database of its own; `folder` for what waits on the disk."""
    name = server.database("dba")
    admin = server.url("dba", name)
    create(admin, proposal_of(founding(OFFICER, "Asha Venn", alone=True)))
    officer = server.url(add_officer(admin, OFFICER, "word"), name, "word")
    station = server.url(add_station(admin, "one", "word"), name, "word")
    # In a team one station sends; here many do under one login, and the killed go without a word.
    server.run("ALTER ROLE station_one CONNECTION LIMIT -1", name)
    yield Lies(folder, station, officer)


def keeper(lies: Lies) -> Callable[[Fold], None]:
    """Returns what keeps a folded state for those who start, as a station on duty does."""
    if not lies.station:
        return lambda _: None
    signer, journal, last = Signer.fresh(), TeamJournal(lies.station), [0]
    checkpointer = Checkpointer(journal, signer)

    def keep(fold: Fold) -> None:
        state = fold.state
        if state.seq - last[0] < KEPT_EACH:
            return
        checkpointer.sign(clock.now())
        journal.keep(sealed(signer, state.seq, state.hash, snapshot(state)))
        last[0] = state.seq

    return keep
