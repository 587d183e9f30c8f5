"""A draft and the incidents that are open while it is written."""

from controlroom.model.journal_incident import IncidentClosed, IncidentOpened
from controlroom.model.journal_kinds import Decision
from tests.ui.compose.conftest import FEN, ROADS, Room

FIRE, FLOOD = "1" * 32, "2" * 32
NONE = ("", "No incident")


def decide(room: Room, decision: Decision) -> None:
    seq = room.state.seq
    room.desk.record.decide(decision)
    room.wait(lambda: room.state.seq > seq)


def test_open_incidents_are_offered_by_name(room: Room) -> None:
    page = room.compose()
    assert not page.route.incident.isVisible()
    decide(room, IncidentOpened(FIRE, "Fire on the M97", ("force",)))
    page.who.chosen.emit((FEN,))
    room.wait(lambda: page.route.incident.isVisible())
    assert list(page.route.incident.values) == [NONE, (FIRE, "Fire on the M97")]
    page.route.incident.picked.emit(FIRE)
    assert page.writing.content.incident == FIRE
    decide(room, IncidentClosed(FIRE))
    page.who.chosen.emit((FEN, ROADS))
    closed = (FIRE, "Fire on the M97 (closed)")
    room.wait(lambda: list(page.route.incident.values) == [NONE, closed])
    room.wait(lambda: page.route.note.text().startswith("This incident is not open"))


def test_it_says_where_the_incident_does_not_concern_a_profile(room: Room) -> None:
    page = room.compose()
    decide(room, IncidentOpened(FLOOD, "Flood", ("group/Fenmarsh",)))
    page.who.chosen.emit((FEN,))
    page.route.incident.picked.emit(FLOOD)
    room.wait(lambda: page.writing.content.incident == FLOOD)
    page.who.chosen.emit((FEN, ROADS))
    said = "The incident does not concern every profile here"
    room.wait(lambda: page.route.note.text().startswith(said))
    page.who.chosen.emit((FEN,))
    room.wait(lambda: not page.route.note.text().startswith(said))


def test_a_light_tone_asks_where_an_incident_is_open(room: Room) -> None:
    decide(room, IncidentOpened(FLOOD, "Flood", ("group/Fenmarsh",)))
    page = room.compose()
    page.text.boxes[0].box.insertPlainText("Good morning everybody 😂")
    page.who.chosen.emit((ROADS,))
    room.judged()
    assert "tone" not in {one.rule for one in page.judging.findings}
    page.who.chosen.emit((FEN,))
    room.judged()
    assert "tone" in {one.rule for one in page.judging.findings}
    page.who.chosen.emit((ROADS,))
    room.judged()
    assert "tone" not in {one.rule for one in page.judging.findings}
