"""Routes, saved texts, case lists and series: who may change them, and which route holds."""

import json

import pytest

from controlroom.model.journal_kinds import (
    OfficerAdded,
    OfficerLeft,
    RoleDefined,
    RoleGranted,
    StationEquipped,
    StationTookOver,
)
from controlroom.model.journal_outgoing import (
    CaseListChanged,
    CaseListMarked,
    CaseListRemoved,
    RoutesDefined,
    SeriesDefined,
    SeriesEnded,
    TextRemoved,
    TextSaved,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import About, Act, Content, written
from controlroom.model.outgoing.route import Route, RouteStep
from controlroom.team.publishing.routes import MOST_ROUTES, STRICT, defined, route_of
from controlroom.team.publishing.usual import missing_routes, usual
from controlroom.team.publishing_state import Equipment
from controlroom.team.roles import roles
from controlroom.team.snapshot import restored, snapshot
from tests.team.publishing.desk import (
    BEAT,
    BOSS,
    CASE,
    CHIEF,
    MEDIA,
    STATION,
    TEXT,
    WRITER,
    Desk,
    M,
    X,
    post,
)
from tests.team.publishing.test_approving import PHOTO
from tests.team.record import Record

ID = "c" * 32
STEP = (RouteStep("approver"),)
ABOUT = About("7")


def takes(content: Content) -> str:
    return route_of(Desk().state, content).key


def test_every_kind_of_draft_takes_the_route_that_is_for_it() -> None:
    assert takes(post(kind="suspect_image")) == "suspect_image"
    assert takes(post(kind="missing_person")) == "missing_person"
    assert takes(post(kind="missing_person", files=(PHOTO,))) == "missing_person_image"
    assert takes(post(kind="appeal")) == "appeal"
    assert takes(post(kind="statement")) == "statement"
    assert takes(post(kind="statement", incident="i1")) == "incident_statement"
    assert takes(post(kind="news")) == "news"
    assert takes(post(kind="news", files=(PHOTO,))) == "news_with_files"
    assert takes(post(kind="")) == "other"
    assert takes(Content(Act.REPLY, (X,), TEXT, about=ABOUT, incident="i1")) == "answers"
    assert takes(Content(Act.EDIT, (X,), TEXT, about=ABOUT, kind="news")) == "edit"
    assert takes(Content(Act.HIDE, (X,), about=ABOUT)) == "moderation"


def test_the_images_of_a_case_are_agreed_to_by_its_officer_first() -> None:
    for content in (post(kind="suspect_image"), post(kind="missing_person", files=(PHOTO,))):
        steps = route_of(Desk().state, content).steps
        assert [one.role for one in steps] == ["case_officer", ""]


def test_the_first_route_that_fits_holds() -> None:
    desk = Desk(routes=False)
    routes = (
        Route("borough", STEP, scopes=("group/Boroughs",)),
        Route("profile", (), scopes=(f"profile/{X}",), kinds=("news",)),
    )
    assert desk.says(CHIEF, defined(routes)) == []
    assert route_of(desk.state, post(M)).key == "borough"
    assert route_of(desk.state, post(X, M)).key == "borough"
    assert route_of(desk.state, post(X)).key == "profile"
    assert route_of(desk.state, post(X, kind="appeal")) is STRICT


def test_what_waits_goes_on_as_it_was_put_forward() -> None:
    desk = Desk()
    desk.submits(post(kind="appeal"))
    assert desk.says(CHIEF, defined((Route("open", ()),))) == []
    assert len(desk.draft().steps) == 2
    desk.submits(post(kind="appeal"), MEDIA)
    assert desk.due()


def test_only_who_manages_the_force_defines_routes() -> None:
    desk = Desk()
    assert desk.refused(BOSS, defined((Route("open", ()),))) is Refusal.NO_RIGHT


@pytest.mark.parametrize(
    ("routes", "why"),
    [
        (RoutesDefined("["), Refusal.MALFORMED),
        (RoutesDefined("{}"), Refusal.MALFORMED),
        (RoutesDefined("[" * 60_000), Refusal.MALFORMED),
        (defined((Route("", ()),)), Refusal.MALFORMED),
        (defined((Route("a", ()), Route("a", ()))), Refusal.MALFORMED),
        (defined((Route("a", STEP * 11),)), Refusal.MALFORMED),
        (
            defined(tuple(Route(f"{n}", ()) for n in range(MOST_ROUTES + 1))),
            Refusal.MALFORMED,
        ),
        (defined((Route("a", (RouteStep("b", "nobody"),)),)), Refusal.UNKNOWN_ROLE),
        (defined((Route("a", (), scopes=("group/Nowhere",)),)), Refusal.UNKNOWN_SCOPE),
    ],
)
def test_routes_that_cannot_be_taken_are_refused(routes: RoutesDefined, why: Refusal) -> None:
    desk = Desk()
    assert desk.refused(CHIEF, routes) is why
    assert desk.state.publishing.routes == usual().routes


def test_routes_that_come_with_the_program_name_roles_that_do() -> None:
    named = {step.role for route in usual().routes for step in route.steps} - {""}
    assert named <= {role.key for role in roles()}
    steps = {word.key for word in usual().steps}
    assert {step.name for route in usual().routes for step in route.steps} <= steps
    kinds = {word.key for word in usual().kinds}
    assert {kind for route in usual().routes for kind in route.kinds} <= kinds
    assert all(word.told("fr") != word.told("de") for word in (*usual().kinds, *usual().steps))


def test_a_force_without_routes_gets_those_that_come_with_the_program() -> None:
    desk = Desk(routes=False)
    assert missing_routes(desk.state) == [defined(usual().routes)]
    assert desk.says(CHIEF, *missing_routes(desk.state)) == []
    assert missing_routes(desk.state) == []


def test_a_force_gets_the_roles_its_routes_name() -> None:
    desk = Desk(routes=False)
    del desk.state.roles["case_officer"]
    first, second = missing_routes(desk.state)
    assert first == RoleDefined("case_officer", ("read", "cases"))
    assert desk.says(CHIEF, first, second) == []


def test_one_officer_alone_asks_nobody_until_there_is_another() -> None:
    record = Record(alone=True)
    assert record.says(CHIEF, *missing_routes(record.fold.state)) == []
    assert record.fold.state.publishing.routes == usual().alone
    assert missing_routes(record.fold.state) == []
    record.says(CHIEF, OfficerAdded("22", "Somebody"))
    assert missing_routes(record.fold.state) == []
    record.says(CHIEF, RoleGranted("22", "supervisor", "force"))
    assert record.says(CHIEF, *missing_routes(record.fold.state)) == []
    assert record.fold.state.publishing.routes == usual().routes
    record.says("22", OfficerLeft("22"))
    assert missing_routes(record.fold.state) == []


def test_a_force_keeps_the_routes_it_has_written() -> None:
    desk = Desk(routes=False)
    desk.says(CHIEF, defined((Route("own", STEP),)))
    assert missing_routes(desk.state) == []


def test_texts_for_everybody_are_saved_by_who_drafts_for_the_force() -> None:
    desk = Desk()
    saved = TextSaved(ID, "Road closed", {"en": "{road} is closed."}, "statement")
    assert desk.refused(BEAT, saved) is Refusal.NO_RIGHT
    assert desk.says(WRITER, saved, TextRemoved(ID)) == []
    assert desk.refused(WRITER, TextSaved(ID, " ", {"en": "a"})) is Refusal.MALFORMED
    assert desk.refused(WRITER, TextSaved("1", "a", {"en": "a"})) is Refusal.MALFORMED
    assert desk.refused(BEAT, TextRemoved(ID)) is Refusal.NO_RIGHT


def test_a_text_whose_body_is_erased_changes_nothing() -> None:
    assert TextSaved.erasable
    assert not CaseListChanged.erasable


def test_case_lists_are_kept_by_who_has_the_right_to_them() -> None:
    desk = Desk()
    item = CaseListChanged(ID, ("f00d", "beef"), "c2VhbGVk", "2027-01-31")
    assert desk.refused(BOSS, item) is Refusal.NO_RIGHT
    assert desk.says(CASE, item) == []
    found = desk.state.publishing.case_list[ID]
    assert (found.marks, found.sealed) == (("f00d", "beef"), "c2VhbGVk")
    assert found.until == "2027-01-31"
    assert desk.refused(BOSS, CaseListRemoved(ID)) is Refusal.NO_RIGHT
    assert desk.is_whole()
    assert desk.says(CASE, CaseListRemoved(ID)) == []
    assert desk.refused(CASE, CaseListRemoved(ID)) is Refusal.NOT_THERE
    assert desk.refused(CASE, CaseListChanged(ID, (), "")) is Refusal.MALFORMED
    item = CaseListChanged(ID, (), "c2VhbGVk", "tomorrow")
    assert desk.refused(CASE, item) is Refusal.MALFORMED


def test_an_item_is_marked_anew_once_and_keeps_what_it_says() -> None:
    desk = Desk()
    assert desk.says(CASE, CaseListChanged(ID, ("f00d",), "c2VhbGVk", "2027-01-31")) == []
    assert desk.state.publishing.case_list[ID].made == 0
    more = CaseListMarked(ID, ("f00d", "beef"), 1)
    assert desk.refused(BOSS, more) is Refusal.NO_RIGHT
    assert desk.refused(CASE, CaseListMarked(ID, (), 1)) is Refusal.MALFORMED
    assert desk.refused(CASE, CaseListMarked("d" * 32, ("f00d",), 1)) is Refusal.NOT_THERE
    assert desk.says(CASE, more) == []
    found = desk.state.publishing.case_list[ID]
    assert (found.marks, found.sealed, found.until) == (more.marks, "c2VhbGVk", "2027-01-31")
    assert (found.made, found.seq) == (1, desk.state.seq)
    assert desk.refused(CASE, CaseListMarked(ID, ("f00d",), 1)) is Refusal.OTHER_VERSION
    assert desk.state.publishing.case_list[ID] == found
    assert desk.is_whole()


def test_a_series_is_defined_and_ended_by_who_may_draft_there() -> None:
    desk = Desk()
    begin = written(post(at=desk.now))
    told = SeriesDefined(ID, begin, "FREQ=WEEKLY;BYDAY=SA")
    assert desk.refused(BEAT, told) is Refusal.NO_RIGHT
    assert desk.says(WRITER, told) == []
    found = desk.state.publishing.series[ID]
    assert (found.author, found.rule) == (WRITER, "FREQ=WEEKLY;BYDAY=SA")
    own = SeriesDefined(ID, written(post(M, at=desk.now)), "FREQ=DAILY")
    assert desk.refused(BEAT, own) is Refusal.NO_RIGHT
    assert desk.is_whole()
    assert desk.refused(BEAT, SeriesEnded(ID)) is Refusal.NO_RIGHT
    assert desk.says(MEDIA, SeriesEnded(ID)) == []
    assert desk.refused(MEDIA, SeriesEnded(ID)) is Refusal.NOT_THERE


def test_a_series_begins_at_a_time_and_follows_a_rule() -> None:
    desk = Desk()
    assert desk.refused(WRITER, SeriesDefined(ID, written(post()), "FREQ=DAILY")) is (
        Refusal.MALFORMED
    )
    told = SeriesDefined(ID, written(post(at=desk.now)), "")
    assert desk.refused(WRITER, told) is Refusal.MALFORMED


def test_what_a_station_lacks_stands_until_it_has_it_or_another_takes_over() -> None:
    desk = Desk()
    assert desk.says(STATION, StationTookOver("NORTH-7")) == []
    assert desk.state.publishing.equipment is None
    lacks = StationEquipped("NORTH-7", case_key=False, sites=True)
    assert desk.says(STATION, lacks) == []
    assert desk.state.publishing.equipment == Equipment("NORTH-7", case_key=False, sites=True)
    assert restored(snapshot(desk.state)).publishing == desk.state.publishing
    desk.says(STATION, StationTookOver("SOUTH-1"))
    assert desk.state.publishing.equipment is None


def test_only_a_station_says_what_it_lacks() -> None:
    desk = Desk()
    said = StationEquipped("NORTH-7", case_key=True, sites=True)
    assert desk.refused(CHIEF, said) is Refusal.NO_SENDER
    assert desk.state.publishing.equipment is None


def test_a_state_put_away_before_stations_said_what_they_lack_is_still_one() -> None:
    desk = Desk()
    old = json.loads(snapshot(desk.state))
    del old["publishing"]["equipment"]
    assert restored(json.dumps(old).encode()).publishing == desk.state.publishing
