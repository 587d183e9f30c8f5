"""A station on duty takes on what the team lets leave, under its own login."""

from contextlib import closing
from pathlib import Path

from benchmarks.postgres import Cluster
from benchmarks.publishing.records import in_postgres
from controlroom.engine.sign_ins import SignIns
from controlroom.engine.station.seat import Seat
from controlroom.engine.station.sending import sending_of
from controlroom.engine.station.spooling import SpoolingWriter
from controlroom.intake.purses import Purses
from controlroom.model.journal_kinds import ProfilePlaced, StationTookOver, proposal_of
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.model.outgoing.delivery import DeliveryKey
from controlroom.model.outgoing.route import Route
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.publishing.routes import defined
from tests.engine.station.conftest import wait_for
from tests.engine.station.machines import KEY, KEY_OF_PROFILE, PROFILE, SIGNER

DRAFT = "ab" * 16
SUBJECT = f"delivery/{DeliveryKey(DRAFT, '0', KEY_OF_PROFILE)}"


def test_a_station_claims_and_tells_what_came_of_it(cluster: Cluster, tmp_path: Path) -> None:
    with (
        in_postgres(tmp_path, cluster) as lies,
        closing(TeamJournal(lies.officer)) as officer,
        closing(TeamJournal(lies.station)) as station,
        closing(SpoolingWriter.open(tmp_path, KEY)) as cache,
    ):
        cache.save_profile(PROFILE)
        station.append(proposal_of(StationTookOver("north")), officer.head().seq)
        content = written(Content(Act.POST, (KEY_OF_PROFILE,), (Piece("The bridge is open."),)))
        told = (ProfilePlaced(KEY_OF_PROFILE), defined((Route("free", ()),)))
        for one in (*told, DraftSubmitted(DRAFT, content)):
            officer.append(proposal_of(one), officer.head().seq)

        networks = {"paper": "tests.engine.station.machines"}
        seat = Seat(tmp_path, KEY, lies.station, SIGNER, networks=networks)
        sending = sending_of(seat, cache, SignIns(), Purses())
        sending.begin()
        try:
            wait_for(lambda: len(officer.about(SUBJECT)) == 2)
        finally:
            sending.end()
        claimed, failed = officer.about(SUBJECT)
    assert (claimed.kind, failed.kind) == ("delivery.claimed", "delivery.failed")
    assert claimed.actor == failed.actor == "login:station_one"
    # That network can only be read, and says so.
    assert failed.body is not None
    assert '"reason":"unable"' in failed.body
