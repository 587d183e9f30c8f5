"""A real engine sends to an exercise's networks what the record lets leave, and takes it back."""

from contextlib import closing
from pathlib import Path

from controlroom.model import clock
from controlroom.model.journal_kinds import ProfilePlaced, proposal_of
from controlroom.model.journal_outgoing import DraftSubmitted, DraftWithdrawn
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.model.outgoing.delivery import Delivery, DeliveryState
from controlroom.model.outgoing.route import Route
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.sources import SourceList
from controlroom.store.database import Database
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.file import JournalFile
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing.routes import defined
from controlroom.team.roles import founding
from tests.engine.mastodon_server import wait_until
from tests.exercise.led import Led, led, small

NETWORKS = "x,mastodon,bluesky"
DRAFT = "ab" * 16
ME = "4711"
PATIENCE_S = 90.0


def profiles_of(one: Led) -> dict[str, str]:
    """Returns a profile of each network, by its key."""
    database = Database.open(one.folder, CACHE, one.key, write=False)
    with closing(database):
        return {each.network: profile_key(each) for each in SourceList(database).profiles()}


def stand(journal: JournalFile) -> list[Delivery]:
    fold = Fold()
    fold.take(all_entries(journal))
    return list(views.deliveries(fold.state, DRAFT, clock.now()))


def test_what_is_submitted_in_an_exercise_leaves_and_is_taken_back(
    short_path: Path, tmp_path: Path
) -> None:
    with led(tmp_path / "data", small(short_path), NETWORKS) as one:
        targets = tuple(sorted(profiles_of(one).values()))
        with closing(JournalFile.open(one.folder, one.key, ME)) as journal:

            def says(*decisions: object) -> None:
                for each in decisions:
                    journal.append(proposal_of(each), journal.head().seq)  # type: ignore[arg-type]

            content = Content(Act.POST, targets, (Piece("Weir Street is open again."),))
            says(founding(ME, "Asha Venn", alone=True), defined((Route("free", ()),)))
            says(*(ProfilePlaced(each) for each in targets))
            says(DraftSubmitted(DRAFT, written(content)))

            def all_sent(count: int) -> bool:
                states = [each.state for each in stand(journal)]
                return states == [DeliveryState.SENT] * count

            wait_until(lambda: all_sent(len(targets)), PATIENCE_S)
            assert all(each.remote_id for each in stand(journal))
            assert len(targets) == len(NETWORKS.split(","))

            says(DraftWithdrawn(DRAFT))
            wait_until(
                lambda: sum(each.seen_gone for each in stand(journal)) == len(targets), PATIENCE_S
            )
            assert all_sent(2 * len(targets))
        assert not one.errors()
