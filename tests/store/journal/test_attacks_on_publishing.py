"""A tampered workstation that wants something to leave: in a real PostgreSQL, folded by anybody."""

from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import (
    Decision,
    OfficerAdded,
    ProfilePlaced,
    RoleDefined,
    RoleGranted,
    StationTookOver,
    proposal_of,
)
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliverySent,
    DraftApproved,
    DraftSubmitted,
    HoldPlaced,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import Conflict, NotAllowed
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.publishing.views import Stage
from controlroom.team.state import State
from tests.store.journal.conftest import Team

X, DRAFT, SENDER = "x//97", "a" * 32, "5" * 32
RIGHTS = {
    "operator": ("read", "draft", "hold"),
    "supervisor": ("read", "draft", "publish", "approve", "release"),
}
SAID = written(Content(Act.POST, (X,), (Piece("The M97 is closed."),)))
OTHERWISE = written(Content(Act.POST, (X,), (Piece("The M97 is open."),)))
CLAIM = DeliveryClaimed(f"{DRAFT}/0/{X}", hash_of(SAID), SENDER)


class Force:
    """A chief, an operator (22), two supervisors (33, 34) and a station, each with a login."""

    def __init__(self, team: Team, stack: ExitStack) -> None:
        self.team = team
        urls = {one: team.officer(one) for one in ("4711", "22", "33", "34")}
        urls["station"] = team.station()
        self.journals = {who: TeamJournal(url) for who, url in urls.items()}
        self.urls = urls
        for one in self.journals.values():
            stack.callback(one.close)
        roles = [RoleDefined(name, rights) for name, rights in RIGHTS.items()]
        officers = {"22": "operator", "33": "supervisor", "34": "supervisor"}
        self.say("4711", *roles, ProfilePlaced(X), *(OfficerAdded(one, one) for one in officers))
        for number, role in officers.items():
            self.say("4711", RoleGranted(number, role, "force"))

    def say(self, who: str, *decisions: Decision) -> Entry:
        """Appends as the program does; returns the last entry."""
        for one in decisions:
            journal = self.journals[who]
            entry = journal.append(proposal_of(one), journal.head().seq)
        return entry

    def state(self) -> State:
        fold = Fold()
        fold.take(all_entries(self.journals["22"]))
        return fold.state

    def why(self, entry: Entry) -> Refusal | None:
        """Returns why an entry has no effect, None if it has one."""
        return self.state().refused.get(entry.seq)


@pytest.fixture
def force(team: Team) -> Iterator[Force]:
    with ExitStack() as stack:
        yield Force(team, stack)


def approval(text: str = SAID) -> DraftApproved:
    return DraftApproved(DRAFT, hash_of(text), 0, ("",))


def test_nobody_approves_their_own_by_a_login_of_theirs(force: Force) -> None:
    force.say("33", DraftSubmitted(DRAFT, SAID))
    assert force.why(force.say("33", approval())) is Refusal.OWN_WORK
    assert force.why(force.say("34", approval())) is None


def test_an_edit_after_the_approval_sends_nothing(force: Force) -> None:
    force.say("22", DraftSubmitted(DRAFT, SAID))
    force.say("33", approval())
    force.say("22", DraftSubmitted(DRAFT, OTHERWISE))
    for text in (SAID, OTHERWISE):
        claim = DeliveryClaimed(f"{DRAFT}/0/{X}", hash_of(text), SENDER)
        refused = force.why(force.say("station", claim))
        assert refused in (Refusal.NOT_APPROVED, Refusal.OTHER_VERSION)
    assert force.why(force.say("33", approval())) is Refusal.OTHER_VERSION


def test_no_officers_login_claims_or_says_that_something_was_sent(force: Force) -> None:
    force.say("22", DraftSubmitted(DRAFT, SAID))
    force.say("33", approval())
    for decision in (CLAIM, DeliverySent(CLAIM.delivery, SENDER, "900")):
        with pytest.raises(NotAllowed):
            force.say("33", decision)
        with psycopg.connect(force.urls["33"], autocommit=True) as connection:
            proposal = proposal_of(decision)
            values = (proposal.kind, proposal.subject, proposal.body, 0)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT controlroom.append(%s, %s, %s, %s)", values)
    assert len(views.due(force.state(), force.journals["22"].entries()[-1].at)) == 1


def test_where_a_database_has_not_learned_the_kinds_the_fold_refuses_all_the_same(
    force: Force,
) -> None:
    force.team.cluster.run(
        "DELETE FROM controlroom.kind WHERE kind LIKE 'delivery.%'", force.team.name
    )
    force.say("station", StationTookOver("NORTH-7"))
    force.say("22", DraftSubmitted(DRAFT, SAID))
    force.say("33", approval())
    assert force.why(force.say("33", CLAIM)) is Refusal.NO_SENDER
    sent = DeliverySent(CLAIM.delivery, SENDER, "900")
    assert force.why(force.say("33", sent)) is Refusal.NO_SENDER
    assert force.why(force.say("station", CLAIM)) is None


def test_of_two_claims_one_is_there_first(force: Force) -> None:
    force.say("22", DraftSubmitted(DRAFT, SAID))
    force.say("33", approval())
    station, seen = force.journals["station"], force.journals["22"].head().seq
    station.append(proposal_of(CLAIM), seen)
    rival = DeliveryClaimed(CLAIM.delivery, CLAIM.hash, "6" * 32)
    with pytest.raises(Conflict):
        station.append(proposal_of(rival), seen)
    assert force.why(force.say("station", rival)) is Refusal.CLAIMED


def test_a_hold_that_is_there_before_a_claim_refuses_it(force: Force) -> None:
    force.say("22", DraftSubmitted(DRAFT, SAID))
    force.say("33", approval())
    seen = force.journals["station"].head().seq
    force.say("22", HoldPlaced("force"))
    late = force.journals["station"].append(proposal_of(CLAIM), seen)
    assert force.why(late) is Refusal.HELD


def test_a_stranger_with_a_login_puts_nothing_forward(force: Force) -> None:
    url = force.team.officer("66")
    with psycopg.connect(url, autocommit=True) as connection:
        proposal = proposal_of(DraftSubmitted(DRAFT, SAID))
        values = (proposal.kind, proposal.subject, proposal.body, 0)
        connection.execute("SELECT controlroom.append(%s, %s, %s, %s)", values)
    state = force.state()
    assert list(state.refused.values()) == [Refusal.NOT_AN_OFFICER]
    assert views.draft(state, DRAFT) is None


def test_what_is_approved_is_what_the_station_sends(force: Force) -> None:
    force.say("22", DraftSubmitted(DRAFT, SAID))
    force.say("33", approval())
    force.say("station", CLAIM, DeliverySent(CLAIM.delivery, SENDER, "900"))
    state = force.state()
    found = views.draft(state, DRAFT)
    assert found is not None
    assert (found.stage, state.refused) == (Stage.ENDED, {})
