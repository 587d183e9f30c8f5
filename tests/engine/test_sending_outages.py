"""The record goes away while something is sent: the outcome is kept, and told when it is back."""

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import postgres
from benchmarks.publishing.records import in_postgres
from controlroom.engine.sending import ENGINE, make_sender
from controlroom.model import clock
from controlroom.model.journal import Entry, Proposal
from controlroom.model.journal_kinds import ProfilePlaced, proposal_of
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.model.outgoing.delivery import DeliveryKey, DeliveryState, Unsent
from controlroom.model.outgoing.route import Route
from controlroom.outbound.sending.pace import Pace
from controlroom.store.journal.base import PAGE, all_entries
from controlroom.store.journal.errors import DatabaseAway
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.outcomes import OutcomeShelf
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing.routes import defined
from tests.engine.mastodon_server import wait_until
from tests.engine.sending_desk import KEY, A, B, NoFiles, desk
from tests.outbound.sending.network import SmallNetwork

PATIENCE_S = 120.0
FAILED = "delivery.failed"


@pytest.fixture(scope="module")
def own_cluster() -> Iterator[postgres.Cluster]:
    """A server that may be ended: nobody else's."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster(durable=True) as one:
        yield one


class Station:
    """A sender on a team's record."""

    def __init__(self, url: str, folder: Path, network: SmallNetwork) -> None:
        self.journal = TeamJournal(url)
        self.outcomes = OutcomeShelf.open(folder, KEY)
        self.sender = make_sender(
            self.journal, Fold(), self.outcomes, network, NoFiles(),
            checks=lambda _: "", pace=Pace(rest_s=0.1),
        )  # fmt: skip
        self.sender.begin()

    def end(self) -> None:
        self.sender.end()
        self.journal.close()
        self.outcomes.close()


def test_a_database_that_restarts_while_something_is_sent_hears_what_became_of_it(
    own_cluster: postgres.Cluster, tmp_path: Path
) -> None:
    network = SmallNetwork(clock.now)
    sent, go_on = threading.Event(), threading.Event()

    def wait(_: SmallNetwork, profile: str, outgoing: object) -> object:
        made = network.publish(profile, outgoing)  # type: ignore[arg-type]
        sent.set()
        assert go_on.wait(PATIENCE_S)
        return made

    network.faults[A].append(wait)  # type: ignore[arg-type]
    with (
        in_postgres(tmp_path, own_cluster) as lies,
        closing(TeamJournal(lies.officer)) as officer,
    ):
        draft = _submitted(officer)
        station = Station(lies.station, tmp_path, network)
        assert sent.wait(PATIENCE_S)
        own_cluster.stop()
        go_on.set()
        wait_until(lambda: station.outcomes.all(), PATIENCE_S)
        station.end()

        # Whoever starts then finds the outcome, and takes nothing for lost.
        again = Station(lies.station, tmp_path, network)
        own_cluster.start()
        wait_until(lambda: _stand(officer, draft) == [DeliveryState.SENT] * 2, PATIENCE_S)
        wait_until(lambda: not again.outcomes.all(), PATIENCE_S)
        again.end()
        kinds = [one.kind for one in officer.about(f"delivery/{DeliveryKey(draft, '0', A)}")]
    assert kinds == ["delivery.claimed", "delivery.sent"]
    assert network.texts(A) == network.texts(B) == ["Weir Street is closed"]


def _submitted(officer: TeamJournal) -> str:
    draft = "5" * 32
    content = written(Content(Act.POST, (A, B), (Piece("Weir Street is closed"),)))
    told = (ProfilePlaced(A), ProfilePlaced(B), defined((Route("free", ()),)))
    for one in (*told, DraftSubmitted(draft, content)):
        officer.append(proposal_of(one), officer.head().seq)
    return draft


def _stand(officer: TeamJournal, draft: str) -> list[DeliveryState]:
    fold = Fold()
    try:
        fold.take(all_entries(officer))
    except DatabaseAway:
        return []
    return [one.state for one in views.deliveries(fold.state, draft, clock.now())]


class Forgetful(JournalFile):
    """A record that goes away right after a claim."""

    gone = 0

    def entries(self, after: int = 0, limit: int = PAGE) -> list[Entry]:
        if self.gone:
            self.gone -= 1
            raise DatabaseAway
        return super().entries(after, limit)

    def append(self, proposal: Proposal, seen: int) -> Entry:
        entry = super().append(proposal, seen)
        if proposal.kind == "delivery.claimed" and entry.seq < 8:
            self.gone = 1
        return entry


def test_a_claim_on_which_nothing_was_sent_is_given_back(tmp_path: Path) -> None:
    with desk(tmp_path) as one:
        journal = Forgetful.open(tmp_path, KEY, ENGINE)
        outcomes = OutcomeShelf.open(tmp_path, KEY)
        sender = make_sender(
            journal, Fold(), outcomes, one.network, NoFiles(), checks=lambda _: "",
            pace=Pace(rest_s=0.05),
        )  # fmt: skip
        one.senders.append((sender, journal, outcomes))
        sender.begin()
        draft = one.submit("Weir Street is closed")
        one.wait_for(draft, DeliveryState.SENT)
        # It is tried again at once, so only the record can say that the first claim was given back.
        assert one.kinds(draft) == ["claimed", "failed", "claimed", "sent"]
        given_back = next(told for told in all_entries(one.journal) if told.kind == FAILED)
        assert given_back.body is not None
        assert json.loads(given_back.body)["reason"] == Unsent.SLEPT
        assert one.network.texts(A) == ["Weir Street is closed"]
        assert len(one.network.requests) == 1
