"""An incident from its opening to its end, with the real record, its rules and a real sender."""

import secrets
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.journal_incident import IncidentClosed, IncidentOpened
from controlroom.model.journal_kinds import (
    GroupPlaced,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_outgoing import (
    DraftSubmitted,
    HoldPlaced,
    HoldReleased,
    PublishersLimited,
)
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.store.journal.file import JournalFile
from controlroom.team.publishing import views
from tests.engine.sending_desk import KEY, ME, START, A, B, C, Desk, desk

SENT, HELD = DeliveryState.SENT, DeliveryState.HELD
FIRE, OAKE = "1" * 32, "5555"


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as made:
        made.says(GroupPlaced("Fenmarsh"), ProfilePlaced(A, "Fenmarsh"), ProfilePlaced(B))
        made.says(OfficerAdded(OAKE, "Ben Oake"), RoleGranted(OAKE, "media_officer", "force"))
        yield made


def colleague_plans(one: Desk, text: str, at: datetime) -> str:
    """Puts a draft forward as a colleague who may publish; returns its id."""
    draft = secrets.token_hex(16)
    told = DraftSubmitted(draft, written(Content(Act.POST, (A,), (Piece(text),), at=at)))
    with closing(JournalFile.open(one.folder, KEY, OAKE)) as journal:
        journal.append(proposal_of(told), journal.head().seq)
    one.wake()
    return draft


def test_while_all_but_an_incident_is_held_only_its_drafts_leave(one: Desk) -> None:
    one.says(IncidentOpened(FIRE, "Fire on the M97", ("force",)), HoldPlaced("force", FIRE))
    one.start()
    others = one.submit("A quiet morning", A, B)
    of_incident = one.submit("The M97 is closed", A, B, incident=FIRE)
    for profile in (A, B):
        one.wait_for(of_incident, SENT, profile)
        assert one.delivery(others, profile).state is HELD
    one.rest()
    assert one.network.texts(A) == one.network.texts(B) == ["The M97 is closed"]


def test_a_hold_on_all_but_an_incident_stops_it_where_it_concerns_nobody(one: Desk) -> None:
    one.says(
        IncidentOpened(FIRE, "Fire on the M97", ("group/Fenmarsh",)), HoldPlaced("force", FIRE)
    )
    one.start()
    draft = one.submit("The M97 is closed", A, C, incident=FIRE)
    one.wait_for(draft, SENT, A)
    one.rest()
    assert one.delivery(draft, C).state is HELD
    assert one.network.texts(C) == []


def test_once_the_incident_is_closed_the_hold_stops_its_drafts_too(one: Desk) -> None:
    one.says(IncidentOpened(FIRE, "Fire on the M97", ("force",)), HoldPlaced("force", FIRE))
    one.start()
    one.wait_for(one.submit("The M97 is closed", incident=FIRE), SENT)
    one.says(IncidentClosed(FIRE, "out"))
    late = one.submit("The M97 is open", incident=FIRE)
    one.rest()
    assert one.delivery(late).state is HELD
    assert one.network.texts(A) == ["The M97 is closed"]
    one.says(HoldReleased("force"))
    assert one.delivery(late).state is DeliveryState.LATE


def test_who_may_publish_is_limited_until_the_incident_is_closed(one: Desk) -> None:
    one.start()
    theirs = colleague_plans(one, "Traffic is moving", START + timedelta(minutes=5))
    one.says(
        IncidentOpened(FIRE, "Fire on the M97", ("force",)),
        PublishersLimited("force", (ME,), FIRE),
    )
    one.pass_by(5 * 60 + 1)
    one.wait_for(one.submit("The M97 is closed", incident=FIRE), SENT)
    one.rest()
    assert one.delivery(theirs).state is HELD
    assert one.network.texts(A) == ["The M97 is closed"]
    one.says(IncidentClosed(FIRE))
    assert views.limits(one.fold().state) == {}
    one.wait_for(theirs, SENT)
    assert one.network.texts(A) == ["The M97 is closed", "Traffic is moving"]
