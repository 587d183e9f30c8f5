"""A station reads once for everybody; when it dies or hangs, another one takes over."""

import os
import random
import signal
from contextlib import closing

import psycopg
import pytest

from controlroom.engine.station.standing import ToldState, decode
from controlroom.model.journal import stamp
from controlroom.model.journal_kinds import (
    Decision,
    OfficerAdded,
    OfficerLeft,
    RoleDefined,
    RoleGranted,
    proposal_of,
)
from controlroom.model.stream import Source, SourceKind
from controlroom.store.archive.names import Names
from controlroom.store.archive.reading import ArchiveReader
from controlroom.store.journal.checkpoints import checkpoints_of
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.verify import verify
from controlroom.team.snapshot import restored
from tests.engine.station.conftest import Town, wait_for
from tests.engine.station.machines import PAUSE, PROFILE, SIGNER


def decided(town: Town, *decisions: Decision) -> None:
    """Appends decisions, one after the other."""
    with closing(TeamJournal(town.officer)) as journal:
        for one in decisions:
            journal.append(proposal_of(one), journal.head().seq)


def decided_at_once(town: Town, *decisions: Decision) -> None:
    """Appends decisions about different subjects, which takes less time."""
    query = "SELECT controlroom.append(k, s, b, (SELECT max(seq) FROM controlroom.entry))"
    query += " FROM unnest(%s::text[], %s::text[], %s::text[]) AS u (k, s, b)"
    made = [proposal_of(one) for one in decisions]
    columns = [m.kind for m in made], [m.subject for m in made], [m.body for m in made]
    with psycopg.connect(town.officer) as connection:
        connection.execute(query.encode(), columns)


def test_what_a_station_reads_every_officer_sees(town: Town) -> None:
    town.publish("Fair on Saturday", "@a message")
    station = town.start("north")
    wait_for(lambda: town.lines() == ["Fair on Saturday"])
    town.publish("Péniche aground")
    wait_for(lambda: town.lines() == ["Fair on Saturday", "Péniche aground"])
    station.terminate()
    assert station.wait(60) == 0
    assert "off duty; 3 posts were copied" in town.log("north")
    assert "Traceback" not in town.log("north")


def test_how_a_station_reads_its_sources_every_officer_is_told(town: Town) -> None:
    town.publish("Fair on Saturday")
    town.start("north")
    with closing(ArchiveReader(town.officer)) as reader:

        def told() -> list[ToldState]:
            return [decode(body) for body in reader.reading(0)[1] if body]

        wait_for(lambda: [one for one in told() if one.complete_to and one.pace])
        (first,) = told()
        assert first.source == Names({1: PROFILE}).of_source(
            Source("paper", SourceKind.FEED, 1, str(town.paper))
        )
        assert (first.trouble, first.gaps, first.pace) == (None, (), PAUSE.total_seconds())
        wait_for(lambda: told()[0].complete_to != first.complete_to)
        assert [one.post.text for one in town.posts()] == ["Fair on Saturday"]


def test_the_record_says_who_may_read_messages_and_a_leaver_sees_nothing(town: Town) -> None:
    town.publish("open", "@for who may")
    town.start("north")
    wait_for(lambda: town.lines() == ["open"])
    decided(
        town,
        OfficerAdded("22", "Ben Okoro"),
        RoleDefined("inbox", ("read", "read_messages")),
        RoleGranted("22", "inbox", "force"),
    )
    asha, town.officer = town.officer, town.team.officer("22")
    wait_for(lambda: town.lines() == ["@for who may", "open"])
    ben, town.officer = town.officer, asha
    answering = "SELECT what FROM controlroom.allowed WHERE officer = '22' AND profile = ''"
    decided(town, RoleDefined("desk", ("read", "reply")), RoleGranted("22", "desk", "force"))
    wait_for(lambda: town.asked(answering) == [("reply",)])
    decided(town, OfficerLeft("22"))
    town.officer = ben
    wait_for(lambda: town.lines() == [])
    assert town.asked("SELECT FROM controlroom.reader WHERE officer = '22'") == []
    wait_for(lambda: town.asked(answering) == [])


def test_another_takes_over_from_a_station_that_hangs_and_the_first_is_refused_and_waits(
    town: Town,
) -> None:
    first = town.start("north")
    town.on_duty("north")
    town.start("south")
    wait_for(lambda: "this one waits" in town.log("south"))
    town.publish("while both think it is their turn")
    first.send_signal(signal.SIGSTOP)
    town.on_duty("south")
    first.send_signal(signal.SIGCONT)
    wait_for(lambda: "this one waits" in town.log("north"))
    assert "Another station is on duty" in town.log("north")
    assert town.duties() == ["login:station_north", "login:station_south"]
    town.stations["south"].kill()
    wait_for(lambda: town.duties()[2:] == ["login:station_north"])
    town.publish("back")
    wait_for(lambda: town.lines() == ["back", "while both think it is their turn"])
    assert verify(town.record()).broken is None


def test_a_database_that_restarts_loses_nothing_and_doubles_nothing(town: Town) -> None:
    """It is stopped as by a crash, in the middle of copying."""
    server = town.team.cluster
    town.start("north")
    town.on_duty("north")
    for round_ in range(3):
        town.publish(*(f"{round_} {n}" for n in range(1_500)))
        server.stop()
        server.start()
    lines = [one.post.text for one in town.posts_in_full()]
    assert len(set(lines)) == len(lines) == town.written
    assert verify(town.record()).broken is None


def killed(town: Town, kills: int) -> None:
    """Kills the station on duty again and again while the paper goes on."""
    chance = random.Random(kills)
    for number in range(kills):
        name = ("north", "south")[number % 2]
        station = town.start(name)
        duties = len(town.duties())
        wait_for(lambda duties=duties: len(town.duties()) > duties)
        for part in range(chance.randrange(1, 6)):
            before = town.count()
            town.publish(*(f"{number} {part} {n}" for n in range(300)))
            if chance.random() < 0.7:
                wait_for(lambda before=before: town.count() != before)
        os.kill(station.pid, signal.SIGKILL)
        station.wait(30)


@pytest.mark.parametrize("kills", [2, pytest.param(40, marks=pytest.mark.long)])
def test_kills_lose_no_post_and_double_none(town: Town, kills: int) -> None:
    town.publish("first")
    killed(town, kills)
    town.start("last")
    posts = town.posts_in_full()
    lines = sorted(one.post.text for one in posts)
    assert len(set(lines)) == len(lines) == town.written
    assert sorted(town.paper.read_text().splitlines()) == lines
    seqs = [one.seq for one in posts]
    assert seqs == sorted(set(seqs))


def test_a_station_signs_checkpoints(town: Town) -> None:
    """By number: fifteen minutes are the other reason, and tested where no time has to pass."""
    many = [OfficerAdded(f"N{n}", "Somebody") for n in range(500)]
    decided_at_once(town, *many)
    town.start("north")
    custody = town.place / "north" / "checkpoints.jsonl"
    wait_for(custody.exists)
    wait_for(lambda: custody.read_text().endswith("\n"))
    found = verify(town.record(), checkpoints_of(custody), frozenset({SIGNER.public}))
    assert (found.broken, found.exported) == (None, 1)
    assert stamp(town.record()[-1].at)


def test_a_station_keeps_what_it_has_folded_for_new_workstations(town: Town) -> None:
    decided_at_once(town, *(OfficerAdded(f"N{n}", "Somebody") for n in range(2_000)))
    station = town.start("north")
    journal = TeamJournal(town.officer)
    wait_for(lambda: journal.kept() is not None)
    kept = journal.kept()
    assert kept is not None
    assert restored(kept.state).officers.keys() >= {"4711", "N0", "N1999"}
    station.kill()
    station.wait(30)
    decided(town, OfficerAdded("22", "Ben Okoro"))
    town.publish("open")
    town.officer = town.team.officer("22")
    town.start("north")
    wait_for(lambda: town.lines() == ["open"])
    journal.close()


def test_a_record_that_is_not_what_it_was_ends_the_station(town: Town) -> None:
    station = town.start("north")
    town.on_duty("north")
    station.send_signal(signal.SIGSTOP)
    decided(town, OfficerAdded("22", "Ben Okoro"))
    town.team.cluster.run(
        "SET session_replication_role = replica;"
        " UPDATE controlroom.entry SET body = '{}' WHERE kind = 'officer.added'",
        town.team.name,
    )
    station.send_signal(signal.SIGCONT)
    assert station.wait(60) == 1
    assert "does not follow" in town.log("north")
