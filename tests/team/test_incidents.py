"""An incident is opened, told anew and closed; what stands on it ends with it."""

from datetime import timedelta

import pytest

from controlroom.model.journal_incident import IncidentChanged, IncidentClosed, IncidentOpened
from controlroom.model.journal_kinds import CoverGiven, Decision, RoleGranted
from controlroom.model.journal_outgoing import DeliveryLetGo, HoldPlaced, PublishersLimited
from controlroom.model.journal_rights import Refusal
from controlroom.model.journal_subject import group_scope, profile_scope
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team import incidents
from controlroom.team.publishing import views
from controlroom.team.publishing.routes import route_of
from controlroom.team.snapshot import restored, snapshot
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    COMMANDER,
    DRAFT,
    MEDIA,
    STATION,
    WRITER,
    Desk,
    M,
    X,
    post,
)
from tests.team.record import CHIEF

FLOOD, FIRE = "1" * 32, "2" * 32
FENMARSH, BOROUGHS = group_scope("Fenmarsh"), group_scope("Boroughs")
ON_X, ON_M = f"0/{X}", f"0/{M}"


def opened(*scopes: str, incident: str = FLOOD) -> IncidentOpened:
    return IncidentOpened(incident, "Flood at Fenmarsh", scopes or ("force",))


def flooded(*scopes: str) -> Desk:
    """Returns a desk with an open incident, and a draft of it that the commander agreed to."""
    desk = Desk()
    assert desk.says(COMMANDER, opened(*scopes)) == []
    assert desk.submits(post(incident=FLOOD)) == []
    desk.approves(COMMANDER)
    desk.approves(BOSS)
    return desk


def test_an_incident_is_opened_told_anew_and_closed() -> None:
    desk = Desk()
    desk.says(BOSS, opened(FENMARSH))
    found = incidents.open_incidents(desk.state)[FLOOD]
    assert (found.title, found.scopes, found.by) == ("Flood at Fenmarsh", (FENMARSH,), BOSS)
    assert desk.says(COMMANDER, IncidentChanged(FLOOD, "Flood on the Fen", ("force",))) == []
    assert incidents.title_of(desk.state, FLOOD) == "Flood on the Fen"
    assert desk.says(COMMANDER, IncidentClosed(FLOOD, "The water is gone")) == []
    assert incidents.open_incidents(desk.state) == {}
    over = incidents.closed_incidents(desk.state)[FLOOD]
    assert (over.closed_by, over.reason, over.by) == (COMMANDER, "The water is gone", BOSS)
    assert over.closed == desk.entries[-1].at


@pytest.mark.parametrize("officer", [WRITER, MEDIA, CHIEF, BEAT])
def test_only_who_may_release_publishing_has_a_say_in_it(officer: str) -> None:
    desk = Desk()
    assert desk.refused(officer, opened(FENMARSH)) is Refusal.NO_RIGHT
    desk.says(BOSS, opened(FENMARSH))
    told: tuple[Decision, ...] = (
        IncidentChanged(FLOOD, "Mine", (FENMARSH,)),
        IncidentClosed(FLOOD),
    )
    assert [desk.refused(officer, one) for one in told] == [Refusal.NO_RIGHT] * 2
    assert incidents.is_open(desk.state, FLOOD)


def test_a_supervisor_of_a_group_has_a_say_in_its_incidents_alone() -> None:
    desk = Desk()
    desk.says(CHIEF, RoleGranted(BEAT, "supervisor", FENMARSH))
    assert desk.refused(BEAT, opened("force")) is Refusal.NO_RIGHT
    assert desk.refused(BEAT, opened(FENMARSH, profile_scope(X))) is Refusal.NO_RIGHT
    assert desk.says(BEAT, opened(FENMARSH)) == []
    wider = IncidentChanged(FLOOD, "Flood", (BOROUGHS,))
    assert desk.refused(BEAT, wider) is Refusal.NO_RIGHT
    assert desk.says(BOSS, wider) == []
    assert desk.refused(BEAT, IncidentClosed(FLOOD)) is Refusal.NO_RIGHT


def test_who_covers_a_supervisor_has_a_say_as_long_as_the_cover_lasts() -> None:
    desk = Desk()
    desk.says(BOSS, CoverGiven(BOSS, WRITER, desk.now + timedelta(minutes=5)))
    assert desk.says(WRITER, opened()) == []
    desk.waits(minutes=6)
    assert desk.refused(WRITER, IncidentClosed(FLOOD)) is Refusal.NO_RIGHT


def test_a_list_of_the_whole_force_is_not_ended_by_a_supervisor_of_a_group() -> None:
    desk = Desk()
    desk.says(CHIEF, RoleGranted(BEAT, "supervisor", FENMARSH))
    desk.says(BEAT, opened(FENMARSH))
    desk.says(COMMANDER, PublishersLimited("force", (BOSS,), FLOOD))
    assert desk.refused(BEAT, IncidentClosed(FLOOD)) is Refusal.NO_RIGHT
    assert desk.says(COMMANDER, IncidentClosed(FLOOD)) == []
    assert views.limits(desk.state) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        IncidentOpened("i1", "Flood", ("force",)),
        IncidentOpened(FLOOD, " ", ("force",)),
        IncidentOpened(FLOOD, "x" * 121, ("force",)),
        IncidentOpened(FLOOD, "Flood", ("force", "force")),
    ],
)
def test_what_is_not_written_as_it_should_be_opens_nothing(wrong: IncidentOpened) -> None:
    desk = Desk()
    assert desk.refused(BOSS, wrong) is Refusal.MALFORMED
    assert desk.state.incidents == {}


def test_it_concerns_somebody_the_record_knows() -> None:
    desk = Desk()
    assert desk.refused(BOSS, IncidentOpened(FLOOD, "Flood", ())) is Refusal.UNKNOWN_SCOPE
    assert desk.refused(BOSS, opened("group/Nowhere")) is Refusal.UNKNOWN_SCOPE


def test_what_is_closed_is_neither_changed_nor_closed_nor_opened_again() -> None:
    desk = Desk()
    assert desk.refused(BOSS, IncidentClosed(FLOOD)) is Refusal.NO_INCIDENT
    desk.says(BOSS, opened(), IncidentClosed(FLOOD))
    assert desk.refused(BOSS, opened()) is Refusal.THERE_ALREADY
    changed = IncidentChanged(FLOOD, "Flood", ("force",))
    assert desk.refused(BOSS, changed) is Refusal.NO_INCIDENT
    assert desk.refused(BOSS, IncidentClosed(FLOOD)) is Refusal.NO_INCIDENT


def test_a_hold_on_all_but_an_incident_holds_everything_once_that_is_closed() -> None:
    desk = flooded()
    desk.says(WRITER, HoldPlaced("force", FLOOD))
    assert desk.due() == [ON_X, ON_M]
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    assert desk.due() == []
    assert desk.stands(ON_X) is DeliveryState.HELD
    assert desk.refused(STATION, desk.claim(ON_X)) is Refusal.HELD
    assert views.hold(desk.state, X, FLOOD) is not None


def test_what_was_let_go_while_its_incident_was_open_is_held_once_that_is_closed() -> None:
    desk = flooded()
    desk.says(WRITER, HoldPlaced("force", FLOOD))
    desk.waits(minutes=30)
    later = desk.now + timedelta(minutes=5)
    told = DeliveryLetGo(f"{DRAFT}/{ON_X}", desk.draft().hash, later)
    assert desk.says(MEDIA, told) == []
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    desk.waits(minutes=6)
    assert desk.stands(ON_X) is DeliveryState.HELD
    assert desk.refused(MEDIA, told) is Refusal.HELD
    assert desk.says(BOSS, DeliveryLetGo(f"{DRAFT}/{ON_X}", desk.draft().hash)) == []
    assert desk.due() == [ON_X]


def test_a_hold_that_comes_after_its_incident_was_closed_holds_everything() -> None:
    """Two decide at once: what was meant to stop stops, and lets nothing through."""
    desk = flooded()
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    assert desk.says(WRITER, HoldPlaced("force", FLOOD)) == []
    assert desk.due() == []


def test_a_hold_is_not_opened_for_an_incident_that_is_closed() -> None:
    desk = flooded()
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    desk.says(WRITER, HoldPlaced("force"))
    assert desk.refused(COMMANDER, HoldPlaced("force", FLOOD)) is Refusal.NO_INCIDENT
    assert views.holds(desk.state)[0].but_incident == ""


def test_a_hold_lets_an_incident_through_where_that_concerns_the_profile() -> None:
    desk = flooded(FENMARSH)
    desk.says(COMMANDER, HoldPlaced("force", FLOOD))
    assert desk.due() == [ON_M]
    assert desk.stands(ON_X) is DeliveryState.HELD
    desk.says(COMMANDER, IncidentChanged(FLOOD, "Flood", (FENMARSH, profile_scope(X))))
    assert desk.due() == [ON_X, ON_M]


def test_a_list_of_publishers_ends_with_its_incident() -> None:
    desk = flooded()
    desk.says(
        COMMANDER,
        opened(incident=FIRE),
        PublishersLimited("force", (BOSS,), FLOOD),
        PublishersLimited(FENMARSH, (BOSS,), FIRE),
        PublishersLimited(profile_scope(X), (BOSS,)),
    )
    assert incidents.lists_for(desk.state, FLOOD) == ["force"]
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    assert set(views.limits(desk.state)) == {FENMARSH, profile_scope(X)}
    late = PublishersLimited("force", (BOSS,), FLOOD)
    assert desk.refused(COMMANDER, late) is Refusal.NO_INCIDENT


def test_the_route_of_an_incident_holds_only_while_it_is_open_on_a_profile() -> None:
    desk = Desk()
    desk.says(COMMANDER, opened(FENMARSH))

    def route(*targets: str, incident: str = FLOOD) -> str:
        return route_of(desk.state, post(*targets, incident=incident)).key

    assert route(X, M) == route(M) == "incident_statement"
    assert route(X) == route(M, incident="") == route(M, incident=FIRE) == "news"
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    assert route(M) == "news"


def test_the_route_of_what_was_put_forward_stays_when_its_incident_is_closed() -> None:
    desk = Desk()
    desk.says(COMMANDER, opened())
    desk.submits(post(incident=FLOOD))
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    assert desk.draft().route == "incident_statement"
    assert desk.approves(COMMANDER) == []
    assert desk.due() == [ON_X, ON_M]


def test_the_newest_open_incident_of_a_profile_is_found() -> None:
    desk = Desk()
    assert incidents.open_on(desk.state, (X, M)) == ""
    desk.says(COMMANDER, opened())
    desk.says(COMMANDER, opened(FENMARSH, incident=FIRE))
    assert list(incidents.open_incidents(desk.state)) == [FIRE, FLOOD]
    assert incidents.open_on(desk.state, (M,)) == FIRE
    assert incidents.open_on(desk.state, (X,)) == FLOOD
    desk.says(COMMANDER, IncidentClosed(FLOOD))
    assert incidents.open_on(desk.state, (X,)) == ""


def test_a_record_without_incidents_takes_ids_as_it_did_before_there_were_any() -> None:
    desk = Desk()
    assert incidents.is_open(desk.state, "i1")
    assert not incidents.is_open(desk.state, "")
    desk.says(COMMANDER, opened())
    assert not incidents.is_open(desk.state, "i1")


def test_incidents_are_put_away_and_brought_back() -> None:
    desk = flooded(FENMARSH)
    desk.says(COMMANDER, opened(incident=FIRE), IncidentClosed(FIRE, "Out"))
    again = restored(snapshot(desk.state))
    assert again.incidents == desk.state.incidents
    assert snapshot(again) == snapshot(desk.state)
