"""Who writes the answer, through the functions of a real database, and past them."""

import json
from collections.abc import Iterator

import psycopg
import pytest

from benchmarks.postgres import Cluster
from controlroom.model.pen import Ended, Pen, Said
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.postgres.pen_link import PenLink
from controlroom.store.journal.postgres.pens import FREE_S, LOST_S
from controlroom.store.journal.postgres.presence import PresenceLink
from controlroom.store.journal.postgres.setup import update
from controlroom.store.journal.postgres.team import TeamJournal
from tests.store.journal.conftest import Team

TALK = ("x//1/2", "x//9/2")
SAME, OTHER = ("x//9/2",), ("x//1/77",)
THORNE, SHAH, BARRO = ("4711", "Desk 3"), ("22", "Desk 7"), ("33", "Desk 9")
HOLD = "SELECT controlroom.hold_pen({}, false, 'mine', 'd')"
FORGED = (
    (
        "INSERT INTO controlroom.pen (names, private, actor, desk, text, since, seen_at)"
        " VALUES ('{x/1}', false, '22', 'd', '', now(), now())"
    ),
    "UPDATE controlroom.pen SET actor = '66'",
    "DELETE FROM controlroom.pen",
    "SELECT text FROM controlroom.pen",
    "SELECT controlroom.pen_of('{x//1/2}', 'd')",
    "SELECT controlroom.may_read_pen(null)",
    "SELECT controlroom.pens_of('{x//1/2}')",
    "SELECT controlroom.judge_answer('draft/1', '{}', 0)",
    "SELECT controlroom.begin_answer('draft.submitted', '{}')",
    "SELECT controlroom.is_allowed('moderate', 'x//1/2')",
    "SELECT controlroom.set_allowed(1, 9, '{66}', '{moderate}', '{\"\"}', '{NULL}')",
    "INSERT INTO controlroom.allowed VALUES ('66', 'moderate', '', NULL)",
    "SELECT controlroom.hold_pen('{}', false, '', 'd')",
    "SELECT controlroom.hold_pen(NULL, false, '', 'd')",
    "SELECT controlroom.hold_pen('{x/1}', NULL, '', 'd')",
    "SELECT controlroom.hold_pen('{x/1}', false, '', '')",
    "SELECT controlroom.hold_pen('{x}', false, '', 'd')",
    "SELECT controlroom.hold_pen('{x/1}', false, repeat('x', 65537), 'd')",
    HOLD.format("ARRAY[repeat('x/', 200)]"),
    HOLD.format("ARRAY[E'x/\\n']"),
    HOLD.format("array_fill('x/1'::text, ARRAY[61])"),
    "SELECT controlroom.end_pen('{x/1}', 'won', 'd')",
)


class Desks:
    """Desks of one team, closed at the end."""

    def __init__(self, team: Team) -> None:
        self.team, self._made = team, list[PresenceLink]()

    def at(self, number: str, desk: str) -> PenLink:
        self._made.append(PresenceLink(self.team.officer(number), desk))
        return self._made[-1].pens

    def close(self) -> None:
        for one in self._made:
            one.close()

    def later(self, seconds: float, column: str = "seen_at") -> None:
        """Has so much time gone by for every pen."""
        change = f"UPDATE controlroom.pen SET {column} = {column} - interval '{seconds} seconds'"
        self.team.cluster.run(change, self.team.name)

    def read_by(self, number: str, profile: str = "") -> None:
        """Lets an officer read what is public and reply to it, or read a profile's messages too."""
        text = f"INSERT INTO controlroom.reader VALUES ('{number}', '{profile}', NULL)"
        self.team.cluster.run(text, self.team.name)
        if not profile:
            self.allow(number, "reply")

    def allow(self, number: str, what: str, profile: str = "", until: str = "NULL") -> None:
        """Lets an officer do something, over the force or through a profile."""
        text = (
            f"INSERT INTO controlroom.allowed VALUES ('{number}', '{what}', '{profile}', {until})"
        )
        self.team.cluster.run(text, self.team.name)

    def recorded(self) -> list[tuple[str, str, dict[str, object]]]:
        """Returns who took what over, and how, as the record has it."""
        journal = TeamJournal(self.team.officer("22"))
        found = [
            (one.actor, one.subject, json.loads(one.body or "{}"))
            for one in all_entries(journal)
            if one.kind == "answer.taken_over"
        ]
        journal.close()
        return found


@pytest.fixture
def desks(team: Team) -> Iterator[Desks]:
    made = Desks(team)
    yield made
    made.close()


def told(pens: tuple[Pen, ...]) -> list[tuple[str, str]]:
    return [(one.officer, one.desk) for one in pens if not one.ended]


def one(pens: tuple[Pen, ...]) -> Pen:
    [found] = [pen for pen in pens if not pen.ended]
    return found


def test_the_first_letter_takes_the_pen_and_the_second_desk_gets_none(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    assert one(shah.hold(TALK, "Thank you", private=False)).is_mine
    seen = one(thorne.hold(SAME, "Hello", private=False))
    assert (seen.officer, seen.desk, seen.is_mine) == (*SHAH, False)
    assert told(thorne.hold(OTHER, "Hello", private=False)) == [SHAH, THORNE]
    assert told(shah.end(TALK, Ended.SENT)) == [THORNE]
    assert [pen.ended for pen in thorne.look() if pen.officer == "22"] == ["sent"]
    assert one(thorne.hold(SAME, "Hello", private=False)).is_mine


def test_a_desk_writes_one_answer_at_a_time(desks: Desks) -> None:
    shah = desks.at(*SHAH)
    shah.hold(TALK, "Thank you", private=False)
    assert one(shah.hold(OTHER, "Hello", private=False)).names == OTHER


def test_what_is_written_is_read_by_whoever_may_read_the_post(desks: Desks) -> None:
    thorne, shah, barro = desks.at(*THORNE), desks.at(*SHAH), desks.at(*BARRO)
    shah.hold(TALK, "Thank you", private=False)
    assert shah.read(TALK) == "Thank you"
    assert thorne.read(SAME) is None
    desks.read_by("4711")
    desks.read_by("33")
    assert (thorne.read(SAME), barro.read(SAME), barro.read(OTHER)) == ("Thank you",) * 2 + (None,)
    shah.hold(TALK, "Come to the station", private=True)
    assert (thorne.read(SAME), barro.read(SAME)) == (None, None)
    desks.read_by("33", "x//9")
    assert barro.read(TALK) == "Come to the station"
    shah.end(TALK, Ended.SENT)
    assert (shah.read(TALK), barro.read(TALK)) == (None, None)
    with psycopg.connect(desks.team.admin) as session:
        texts = session.execute("SELECT text FROM controlroom.pen").fetchall()
    assert texts == [("",)]


def test_a_yes_hands_over_the_text_as_it_stood_and_the_record_has_only_that(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.read_by("4711")
    shah.hold(TALK, "Thank you for the marker", private=False)
    asked = one(thorne.ask(SAME))
    assert asked.asked_here
    assert 0 < asked.left_s <= 20
    assert one(thorne.take(asked, at_once=False)).officer == "22"
    assert one(shah.answer(TALK, gives=True)).said is Said.GIVEN
    taken = one(thorne.take(asked, at_once=False))
    assert (taken.is_mine, taken.former, taken.asker) == (True, "22", "")
    assert thorne.read(SAME) == "Thank you for the marker"
    lost = one(shah.hold(TALK, "Thank you for the marker, and", private=False))
    assert (lost.officer, lost.lost_here) == ("4711", True)
    assert thorne.read(SAME) == "Thank you for the marker"
    body = {"v": 1, "officer": "22", "how": "given"}
    assert desks.recorded() == [("4711", "answer/x//1/2", body)]


def test_a_no_within_the_time_keeps_it_and_the_asker_sees_it(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.read_by("4711")
    shah.hold(TALK, "Thank you", private=False)
    thorne.ask(TALK)
    assert one(shah.answer(TALK, gives=False)).said is Said.KEPT
    desks.later(21, "asked_at")
    kept = one(thorne.look())
    assert kept.said is Said.KEPT
    assert one(thorne.take(kept, at_once=False)).officer == "22"
    assert one(thorne.ask(TALK)).said is Said.NOTHING
    assert desks.recorded() == []


def test_no_answer_is_a_yes_after_twenty_seconds_and_a_no_comes_too_late(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.read_by("4711")
    shah.hold(TALK, "Thank you", private=False)
    thorne.ask(TALK)
    desks.later(19, "asked_at")
    assert one(thorne.take(one(thorne.look()), at_once=False)).officer == "22"
    desks.later(2, "asked_at")
    assert one(shah.answer(TALK, gives=False)).said is Said.NOTHING
    assert one(thorne.take(one(thorne.look()), at_once=False)).is_mine
    assert desks.recorded()[0][2]["how"] == "unanswered"


def test_of_two_who_ask_one_is_first_and_the_other_sees_who(desks: Desks) -> None:
    thorne, shah, barro = desks.at(*THORNE), desks.at(*SHAH), desks.at(*BARRO)
    shah.hold(TALK, "Thank you", private=False)
    assert one(thorne.ask(TALK)).asked_here
    second = one(barro.ask(TALK))
    assert (second.asker, second.asked_here) == ("4711", False)
    assert one(barro.ask(TALK, asks=False)).asker == "4711"
    assert one(thorne.ask(TALK, asks=False)).asker == ""
    assert one(barro.ask(TALK)).asked_here
    desks.later(31, "asked_at")
    assert one(shah.look()).asker == ""
    assert one(thorne.ask(TALK)).asked_here


def test_who_writes_cannot_ask_and_nobody_can_ask_for_nothing(desks: Desks) -> None:
    shah = desks.at(*SHAH)
    assert shah.ask(TALK) == ()
    shah.hold(TALK, "Thank you", private=False)
    assert one(shah.ask(TALK)).asker == ""


def test_of_two_supervisors_who_take_at_once_one_takes(desks: Desks) -> None:
    thorne, shah, barro = desks.at(*THORNE), desks.at(*SHAH), desks.at(*BARRO)
    desks.read_by("4711")
    desks.read_by("33")
    desks.allow("4711", "moderate")
    desks.allow("33", "moderate")
    seen = one(shah.hold(TALK, "Thank you", private=False))
    assert one(thorne.take(seen, at_once=True)).is_mine
    assert one(barro.take(seen, at_once=True)).officer == "4711"
    assert [entry[0] for entry in desks.recorded()] == ["4711"]
    assert desks.recorded()[0][2]["how"] == "at_once"


def test_the_pen_of_a_silent_desk_is_taken_with_the_last_text_seen(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.read_by("4711")
    shah.hold(TALK, "Thank you", private=False)
    desks.later(31)
    seen = one(thorne.look())
    assert seen.is_silent
    assert one(thorne.take(seen, at_once=False)).is_mine
    assert thorne.read(TALK) == "Thank you"
    assert desks.recorded()[0][2]["how"] == "silent"


def test_the_pen_of_a_desk_that_is_gone_is_free_after_a_minute_and_forgotten_after_ten(
    desks: Desks,
) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    shah.hold(TALK, "Thank you", private=False)
    desks.later(FREE_S - 10)
    assert one(thorne.hold(SAME, "Hello", private=False)).officer == "22"
    desks.later(11)
    [gone] = thorne.look()
    assert (gone.ended, gone.officer) == (Ended.GONE, "22")
    assert thorne.read(SAME) is None
    desks.later(LOST_S)
    assert thorne.look() == ()
    assert one(thorne.hold(TALK, "Hello", private=False)).is_mine


def test_a_desk_that_says_it_is_there_keeps_its_pen_for_as_long_as_it_does(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    for _beat in range(3):
        shah.hold(TALK, "Thank you", private=False)
        desks.later(FREE_S - 1)
        assert one(thorne.hold(SAME, "Hello", private=False)).officer == "22"


def test_whoever_comes_back_too_late_is_told_who_began_in_their_place(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    shah.hold(TALK, "Thank you", private=False)
    desks.later(FREE_S + 1)
    assert one(thorne.hold(SAME, "Hello", private=False)).is_mine
    lost = one(shah.hold(TALK, "Thank you for", private=False))
    assert (lost.officer, lost.lost_here) == ("4711", True)
    thorne.end(SAME, Ended.SENT)
    [ended] = shah.look()
    assert (ended.ended, ended.lost_here) == (Ended.SENT, True)
    assert desks.recorded() == []


def test_whoever_comes_back_in_time_goes_on(desks: Desks) -> None:
    shah = desks.at(*SHAH)
    shah.hold(TALK, "Thank you", private=False)
    desks.later(FREE_S + 1)
    assert one(shah.hold(TALK, "Thank you for", private=False)).is_mine


@pytest.mark.parametrize(
    "rights",
    [
        (),
        (("4711", "reply", "", "NULL"),),
        (("4711", "moderate", "", "NULL"),),
        (("4711", "reply", "", "NULL"), ("4711", "moderate", "x//2", "NULL")),
        (("4711", "reply", "", "NULL"), ("4711", "moderate", "", "now()")),
        (("4711", "reply", "", "NULL"), ("4711", "moderate", "", "NULL"), ("", "", "x//1", "NULL")),
    ],
    ids=["none", "no moderating", "no replying", "elsewhere", "lent till now", "profile locked"],
)
def test_the_database_lets_nobody_take_at_once_without_the_right(
    desks: Desks, rights: tuple[tuple[str, str, str, str], ...]
) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.team.cluster.run(
        "INSERT INTO controlroom.reader VALUES ('4711', '', NULL)", desks.team.name
    )
    for right in rights:
        desks.allow(*right)
    seen = one(shah.hold(TALK, "Thank you", private=False))
    assert one(thorne.take(seen, at_once=True)).officer == "22"
    assert desks.recorded() == []


def test_who_may_not_reply_takes_nothing_even_of_a_silent_desk(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.team.cluster.run(
        "INSERT INTO controlroom.reader VALUES ('4711', '', NULL)", desks.team.name
    )
    shah.hold(TALK, "Thank you", private=False)
    desks.later(31)
    assert one(thorne.take(one(thorne.look()), at_once=False)).officer == "22"


def test_nobody_says_in_the_record_that_they_took_over_but_the_database(desks: Desks) -> None:
    statement = "SELECT controlroom.append('answer.taken_over', 'answer/x//1/2', '{}', 1)"
    with (
        psycopg.connect(desks.team.officer("66"), autocommit=True) as session,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        session.execute(statement)
    assert desks.recorded() == []


def test_what_is_private_is_not_taken_by_who_may_not_read_it(desks: Desks) -> None:
    thorne, shah = desks.at(*THORNE), desks.at(*SHAH)
    desks.read_by("4711")
    desks.allow("4711", "moderate", "x//1")
    seen = one(shah.hold(TALK, "Come to the station", private=True))
    assert one(thorne.take(seen, at_once=True)).officer == "22"
    assert thorne.read(TALK) is None
    desks.read_by("4711", "x//1")
    assert one(thorne.take(seen, at_once=True)).is_mine
    assert thorne.read(TALK) == "Come to the station"


def test_the_same_person_takes_from_another_desk_of_theirs(desks: Desks) -> None:
    here, there = desks.at("22", "Desk 7"), desks.at("22", "Desk 8")
    desks.allow("22", "reply", "x//1")
    seen = one(here.hold(TALK, "Thank you", private=True))
    assert one(there.take(seen, at_once=False)).is_mine
    assert there.read(TALK) == "Thank you"
    assert desks.recorded()[0][2]["how"] == "own"


@pytest.mark.parametrize("statement", FORGED, ids=lambda text: text[:60])
def test_nobody_forges_who_writes(desks: Desks, statement: str) -> None:
    shah = desks.at(*SHAH)
    shah.hold(TALK, "Thank you", private=False)
    with psycopg.connect(desks.team.officer("66"), autocommit=True) as session:
        with pytest.raises(psycopg.Error) as refused:
            session.execute(statement.encode())
        assert refused.value.sqlstate in ("42501", "CR400")
    assert told(shah.look()) == [SHAH]


def test_nobody_answers_or_ends_for_somebody_else(desks: Desks) -> None:
    thorne, shah, barro = desks.at(*THORNE), desks.at(*SHAH), desks.at(*BARRO)
    shah.hold(TALK, "Thank you", private=False)
    thorne.ask(TALK)
    assert one(barro.answer(TALK, gives=True)).said is Said.NOTHING
    assert one(barro.end(TALK, Ended.LEFT)).officer == "22"


def test_a_database_from_before_learns_of_pens(cluster: Cluster) -> None:
    team = Team(cluster)
    cluster.run("DROP TABLE controlroom.pen CASCADE", team.name)
    cluster.run("DROP TYPE controlroom.shown_pen CASCADE", team.name)
    cluster.run("DROP TABLE controlroom.allowed CASCADE", team.name)
    with psycopg.connect(team.admin) as session:
        left = session.execute(
            "SELECT oid::regprocedure::text FROM pg_proc"
            " WHERE pronamespace = 'controlroom'::regnamespace AND proname LIKE '%pen%'"
        ).fetchall()
    for (name,) in left:
        if not name.startswith("controlroom.append"):
            cluster.run(f"DROP FUNCTION {name}", team.name)
    update(team.admin)
    desk = PresenceLink(team.officer("22"), "Desk 7")
    assert one(desk.pens.hold(TALK, "Thank you", private=False)).is_mine
    desk.close()
