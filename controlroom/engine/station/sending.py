"""The sender of a station, for as long as its duty lasts."""

import logging
import threading
from contextlib import ExitStack, closing, suppress

from controlroom.engine.sending import LateShelf, make_sender
from controlroom.engine.sending_beside import LateGuard, ToldBy, told_by
from controlroom.engine.sending_life import Sending
from controlroom.engine.sending_networks import WritingNetworks
from controlroom.engine.sign_ins import SignIns
from controlroom.engine.station.seat import Seat
from controlroom.engine.station.spooling import SpoolingWriter
from controlroom.intake.purses import Purses
from controlroom.model.errors import WorldError
from controlroom.outbound.sending.sender import Sender
from controlroom.store.journal.outcomes import OutcomeShelf
from controlroom.store.journal.postgres.shelf import TeamShelf
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.shelf.file import ShelfFile
from controlroom.team.fold import Fold
from controlroom.team.snapshot import restored

log = logging.getLogger(__name__)


def sending_of(seat: Seat, cache: SpoolingWriter, sign_ins: SignIns, purses: Purses) -> Sending:
    """Returns what sends for a team; its allowances are those the station reads with."""
    networks = WritingNetworks(cache.profiles, sign_ins, seat.servers, seat.networks, purses)
    guard, own = LateGuard(seat.guard), ToldBy(lambda: told_by(cache))

    def made(stack: ExitStack, over: threading.Event) -> Sender:
        journal = TeamJournal(seat.url)
        stack.enter_context(closing(journal))
        outcomes = stack.enter_context(closing(OutcomeShelf.open(seat.folder, seat.key)))
        files = stack.enter_context(closing(LateShelf(lambda: _shelf(seat))))
        fold = _begun(seat, journal)
        return make_sender(
            journal, fold, outcomes, networks, files, doubt=_log_doubt, guard=guard, own=own
        )

    return Sending(made, _log)


def _shelf(seat: Seat) -> TeamShelf:
    return TeamShelf(seat.url, ShelfFile.open_in(seat.folder, seat.key))


def _begun(seat: Seat, journal: TeamJournal) -> Fold:
    """Returns a fold begun from what this station has sealed, from the first entry without that."""
    with suppress(WorldError):
        kept = journal.kept()
        if kept is not None and kept.key == seat.signer.public:
            return Fold(restored(kept.state))
    return Fold()


def _log(error: WorldError) -> None:
    log.warning("nothing is sent: %s", error)


def _log_doubt(is_in_doubt: bool) -> None:
    if is_in_doubt:
        log.warning("the clock of this computer has jumped: what was planned waits for a person")
