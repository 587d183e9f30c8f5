"""The team's posts in PostgreSQL: what a station writes, an officer reads as it was."""

from datetime import timedelta

import psycopg
import pytest

from controlroom.model.changes import Disappearance
from controlroom.model.post import Post
from controlroom.store.archive.duty import Duty
from controlroom.store.archive.errors import ArchiveNewer, ArchiveOlder, NotOnDuty, PostUnfit
from controlroom.store.archive.parcel import Missed, Parcel, Seen, parcel
from controlroom.store.archive.reading import ArchiveReader, Standing
from controlroom.store.archive.writing import Keep, Readable
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.postgres.setup import update
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.verify import verify
from tests.engine.mastodon_server import wait_until
from tests.store.archive.conftest import Archive
from tests.store.archive.samples import (
    FENMARSH,
    MENTIONS,
    MESSAGES,
    NAMES,
    NOW,
    WESTMARCH,
    all_of,
    here,
    parcel_of,
    post,
    seen,
    texts,
)
from tests.store.journal.conftest import Team


def rows(archive: Archive, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(archive.team.admin) as connection:
        return connection.execute(query.encode()).fetchall()


def test_a_post_comes_back_as_it_was_read(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    one = post("1")
    archive.writer.take_in(parcel_of(seen(one)))
    (found,) = all_of(archive.reader("22"))
    assert (found.post, found.seen_at, found.gone_at) == (one, NOW, None)
    assert found.profiles == (FENMARSH,)
    assert [NAMES.source(name) for name in found.sources] == [MENTIONS]


def test_the_same_twice_is_there_once_and_wakes_nobody(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    last = archive.writer.take_in(parcel_of(seen(post("1")), seen(post("2"))))
    again = parcel_of(seen(post("2"), after_s=9), seen(post("1")))
    assert archive.writer.take_in(again) == last
    assert sorted(texts(archive.reader("22"))) == ["1", "2"]


def test_a_change_is_told_again_and_an_older_look_changes_nothing(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    reader = archive.reader("22")
    first = archive.writer.take_in(parcel_of(seen(post("1", "old")), seen(post("2"))))
    second = archive.writer.take_in(parcel_of(seen(post("1", "new"), after_s=5)))
    assert second > first
    assert archive.writer.take_in(parcel_of(seen(post("1", "old"), after_s=2))) == second
    (found,) = all_of(reader, first)
    assert (found.post.text, found.seq) == ("new", second)


def test_profiles_and_sources_add_up(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    archive.writer.take_in(parcel_of(seen(post("1"), after_s=5)))
    archive.writer.take_in(parcel_of(seen(post("1"), profiles=(2, 9), sources=())))
    (found,) = all_of(archive.reader("22"))
    assert found.profiles == (FENMARSH, WESTMARCH)
    assert found.seen_at == NOW + timedelta(seconds=5)


def test_within_a_parcel_the_latest_look_counts_and_places_add_up() -> None:
    made = parcel_of(
        seen(post("1", "new"), after_s=5),
        seen(post("1", "old"), profiles=(2,), sources=(MESSAGES,)),
    )
    (one,) = made.seen
    assert (one.profiles, one.private, one.seen_at) == (
        [FENMARSH, WESTMARCH], True, NOW + timedelta(seconds=5),
    )  # fmt: skip


def test_what_is_gone_is_told_and_what_is_seen_again_stands(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    last = archive.writer.take_in(parcel_of(seen(post("1")), seen(post("2", days=40))))
    gone = [Disappearance("mastodon", one, NOW + timedelta(seconds=9)) for one in ("2", "none")]
    told = archive.writer.take_in(parcel([seen(post("3"))], gone, NAMES))
    reader = archive.reader("22")
    behind = {one.post.remote_id: one.gone_at for one in all_of(reader, last)}
    assert behind == {"2": NOW + timedelta(seconds=9), "3": None}
    archive.writer.take_in(parcel_of(seen(post("2", days=40), after_s=20)))
    (back,) = all_of(reader, told)
    assert back.gone_at is None


def test_a_look_and_a_loss_of_the_same_post_come_in_one_parcel(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    gone = Disappearance("mastodon", "1", NOW + timedelta(seconds=3))
    archive.writer.take_in(parcel([seen(post("1"))], [gone], NAMES))
    assert [one.gone_at for one in all_of(archive.reader("22"))] == [gone.seen_at]


def test_messages_are_for_who_may_read_them(archive: Archive) -> None:
    rights = [*here("22", "33"), Readable("22", FENMARSH), Readable("33", WESTMARCH)]
    archive.writer.set_readers(rights, 1)
    archive.writer.take_in(
        parcel_of(
            seen(post("open")),
            seen(post("dm", private=True)),
            seen(post("read as one"), sources=(MESSAGES,)),
            seen(post("both", private=True), profiles=(1, 2)),
        )
    )
    assert texts(archive.reader("22")) == ["open", "dm", "read as one", "both"]
    assert texts(archive.reader("33")) == ["open", "both"]
    assert texts(archive.reader("44")) == []


def test_a_leaver_sees_nothing_from_the_same_moment(archive: Archive) -> None:
    archive.writer.take_in(parcel_of(seen(post("open")), seen(post("dm", private=True))))
    archive.writer.set_readers([*here("22"), Readable("22", FENMARSH)], 1)
    reader = archive.reader("22")
    assert len(all_of(reader)) == 2
    assert reader.standing() == Standing(True, (FENMARSH,), 0, 2)
    assert archive.writer.set_readers([], 5)
    assert all_of(reader) == []
    assert reader.standing() == Standing(False, (), 0, 0)
    assert not archive.writer.set_readers(here("22"), 4)
    assert not reader.standing().is_here


def test_a_lent_right_ends_by_the_clock_of_the_database(archive: Archive) -> None:
    archive.writer.take_in(parcel_of(seen(post("dm", private=True))))
    over = Readable("22", FENMARSH, NOW - timedelta(minutes=5))
    archive.writer.set_readers([*here("22", "33"), over, over._replace(officer="33")], 1)
    lent = over._replace(officer="33", until=NOW + timedelta(hours=1))
    archive.writer.set_readers([*here("22", "33"), over, lent], 1)
    assert (texts(archive.reader("22")), texts(archive.reader("33"))) == ([], ["dm"])


def test_messages_of_before_are_given_to_who_may_read_them_now(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    sightings = [seen(post(f"d{n}", private=True, days=n)) for n in range(4)]
    upto = archive.writer.take_in(parcel_of(*sightings, seen(post("open"))))
    archive.writer.set_readers([*here("22"), Readable("22", FENMARSH)], 2)
    page = archive.reader("22").messages([FENMARSH], 0, upto)
    assert ([one.post.remote_id for one in page.posts], page.upto) == (
        ["d0", "d1", "d2", "d3"],
        upto,
    )


def test_a_station_that_was_put_out_of_duty_is_refused(archive: Archive) -> None:
    archive.duty.leave(archive.fence)
    other = archive.team.station("south")
    duty = Duty(other)
    fence = duty.take("south.example")
    duty.close()
    assert fence > archive.fence
    for attempt in (
        lambda: archive.writer.take_in(parcel_of(seen(post("late")))),
        lambda: archive.writer.set_readers(here("22"), 99),
        lambda: archive.writer.set_listing("{}"),
        lambda: archive.writer.set_reading({}, whole=True),
        lambda: archive.writer.remove_old(Keep(NOW.date(), NOW.date())),
        lambda: archive.writer.make_days(),
        lambda: archive.duty.keep(archive.fence),
        lambda: archive.written(archive.station, fence).make_days(),
    ):
        with pytest.raises(NotOnDuty):
            attempt()
    assert rows(archive, "SELECT FROM controlroom.post") == []
    archive.written(other, fence).take_in(parcel_of(seen(post("1"))))


def test_while_one_is_on_duty_nobody_takes_over_and_the_record_tells_who_was(
    archive: Archive,
) -> None:
    duty = Duty(archive.team.station("south"))
    archive.duty.keep(archive.fence)
    assert duty.take("south.example") == 0
    archive.duty.close()
    archive.writer.close()
    fence = 0
    while not fence:
        fence = duty.take("south.example")
    duty.close()
    journal = TeamJournal(archive.team.officer("22"))
    entries = list(all_entries(journal))
    journal.close()
    told = [(e.seq, e.actor) for e in entries if e.kind == "station.took_over"]
    assert told == [(archive.fence, "login:station_north"), (fence, "login:station_south")]
    assert verify(entries).broken is None


def test_days_to_come_are_ready_and_a_day_far_away_has_its_place_too(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    assert (archive.writer.make_days(), archive.writer.make_days()) == (8, 0)
    archive.writer.take_in(parcel_of(*(seen(post(str(n), days=n)) for n in (-400, 0, 30, 9000))))
    assert texts(archive.reader("22")) == ["-400", "0", "30", "9000"]
    odd = rows(archive, "SELECT remote_id FROM controlroom.post_odd ORDER BY remote_id")
    assert odd == [("-400",), ("9000",)]


def test_what_lay_among_the_odd_moves_to_its_day(archive: Archive) -> None:
    """A reader who does not end keeps a day from being made, and nobody from reading on."""
    archive.writer.set_readers(here("22"), 1)
    with psycopg.connect(archive.team.officer("66")) as sleeper:
        sleeper.execute("SELECT count(*) FROM controlroom.post")
        archive.writer.take_in(parcel_of(seen(post("1")), seen(post("2"))))
        sleeper.rollback()
    assert len(rows(archive, "SELECT FROM controlroom.post_odd")) == 2
    assert archive.writer.make_days() == 8
    assert rows(archive, "SELECT FROM controlroom.post_odd") == []
    archive.writer.take_in(parcel_of(seen(post("2"), after_s=3), seen(post("3"))))
    assert texts(archive.reader("22")) == ["1", "2", "3"]


def test_an_officers_reading_that_is_held_open_is_ended_and_an_administrators_is_not(
    archive: Archive,
) -> None:
    station = TeamJournal(archive.station)
    with psycopg.connect(archive.team.admin) as copying:
        copying.execute("SELECT count(*) FROM controlroom.post")
        sleeper = psycopg.connect(archive.team.officer("66"))
        sleeper.execute("SELECT count(*) FROM controlroom.post")
        assert station.end_stuck(3600) == 0
        wait_until(lambda: station.end_stuck(0.2) == 1, 30)
        with pytest.raises(psycopg.OperationalError):
            sleeper.execute("SELECT 1")
        sleeper.close()
        assert copying.execute("SELECT 1").fetchone() == (1,)
    station.close()


def test_old_days_go_as_a_whole_and_old_messages_before_them(archive: Archive) -> None:
    archive.writer.set_readers([*here("22"), Readable("22", FENMARSH)], 1)
    archive.writer.take_in(
        parcel_of(
            *(seen(post(f"p{n}", days=n)) for n in (0, 5, 50, 500)),
            *(seen(post(f"m{n}", days=n, private=True), after_s=-n) for n in (0, 5, 50)),
        )
    )
    rule = Keep(NOW.date() - timedelta(days=20), NOW.date() - timedelta(days=3))
    assert archive.writer.remove_old(rule) == 2
    assert archive.writer.remove_old(rule) == 0
    assert sorted(texts(archive.reader("22"))) == ["m0", "p0", "p5", "p500"]
    assert rows(archive, "SELECT to_regclass('controlroom.post_20000101')") == [(None,)]


def test_text_that_no_database_holds_does_not_stop_the_others(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    strange = post("half \ud800", "half \ud800 and none \0")
    long = post("x" * 9_000)
    archive.writer.take_in(parcel_of(seen(strange), seen(long), seen(post("nul\0"))))
    found = all_of(archive.reader("22"))
    assert [one.post.remote_id for one in found] == ["half \ufffd", "x" * 9_000, "nul\0"]


def test_a_post_the_database_does_not_take_is_told(archive: Archive) -> None:
    good = parcel_of(seen(post("1"))).seen[0]
    bad = Seen(good.day, "a\0b", "1", False, [], [], NOW, b"", b"")
    with pytest.raises(PostUnfit):
        archive.writer.take_in(Parcel([good, bad], [Missed("x", "1", NOW)]))
    assert rows(archive, "SELECT FROM controlroom.post") == []


def test_a_post_that_cannot_be_read_keeps_no_other_from_being_seen(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    archive.writer.take_in(parcel_of(seen(post("1")), seen(post("2"))))
    archive.cluster.run(
        "UPDATE controlroom.post SET body = '\\x01ff' WHERE remote_id = '1'", archive.team.name
    )
    assert texts(archive.reader("22")) == ["2"]


def test_an_archive_says_which_it_is_and_in_which_form(archive: Archive) -> None:
    reader = archive.reader("22")
    about = reader.about()
    assert about.id == reader.about().id
    assert abs(about.ahead) < timedelta(minutes=1)
    archive.cluster.run("UPDATE controlroom.archive SET format = 99", archive.team.name)
    with pytest.raises(ArchiveNewer, match="99"):
        reader.about()


def test_a_database_from_before_the_posts_is_told_and_brought_up_to_date(team: Team) -> None:
    tables = "post, batch, reader, listing, reading, duty, archive"
    team.cluster.run(
        f"DROP TABLE {tables.replace(', ', ', controlroom.')}".replace(
            "TABLE post", "TABLE controlroom.post"
        )
        + " CASCADE",
        team.name,
    )
    functions = "SELECT 'DROP FUNCTION ' || p.oid::regprocedure || ' CASCADE' FROM pg_proc p"
    functions += " JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'controlroom'"
    functions += " AND proname NOT IN ('actor', 'chain', 'append', 'erase', 'end_stuck', 'refuse')"
    with psycopg.connect(team.admin) as connection:
        for (statement,) in connection.execute(functions.encode()).fetchall():
            connection.execute(statement)
    reader = ArchiveReader(team.officer("22"))
    with pytest.raises(ArchiveOlder):
        reader.about()
    update(team.admin)
    assert reader.about().tells_reading
    reader.close()


def test_a_database_from_before_learns_how_sources_stand(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    reader, base = archive.reader("22"), archive.team.name
    archive.cluster.run("DROP FUNCTION controlroom.set_reading", base)
    archive.cluster.run("DROP TABLE controlroom.reading", base)
    assert not reader.about().tells_reading
    with pytest.raises(ArchiveOlder):
        archive.writer.set_reading({"one": "a"}, whole=True)
    update(archive.team.admin)
    assert reader.about().tells_reading
    archive.writer.set_reading({"one": "a"}, whole=True)
    assert reader.reading(0) == (1, ["a"])


def test_only_what_changed_of_the_sources_is_told_again(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    reader, longest = archive.reader("22"), "x search - " + "é" * 4_000
    archive.writer.set_reading({"one": "a", longest: "b"}, whole=True)
    seen_upto, told = reader.reading(0)
    assert sorted(told) == ["a", "b"]
    archive.writer.set_reading({"one": "a"}, whole=False)
    assert reader.reading(seen_upto) == (seen_upto, [])
    archive.writer.set_reading({"one": "c"}, whole=False)
    later, told = reader.reading(seen_upto)
    assert told == ["c"]
    archive.writer.set_reading({"one": "c"}, whole=True)
    assert reader.reading(later)[1] == [""]


def test_a_listing_has_a_new_version_only_when_it_changed(archive: Archive) -> None:
    archive.writer.set_readers(here("22"), 1)
    reader = archive.reader("22")
    archive.writer.set_listing('{"profiles":[]}')
    archive.writer.set_listing('{"profiles":[]}')
    assert reader.listing() == (1, '{"profiles":[]}')


def test_a_reader_is_woken_by_a_new_post(archive: Archive) -> None:
    reader = archive.reader("22")
    assert reader.wait(0)  # it may have come before anybody listened
    assert not reader.wait(0.01)
    archive.writer.take_in(parcel_of(seen(post("1"))))
    assert reader.wait(60)


def test_equal_posts_have_equal_bytes() -> None:
    one, other = (parcel_of(seen(Post(**vars_of(post("1"))))).seen[0] for _ in range(2))
    assert one == other


def vars_of(one: Post) -> dict[str, object]:
    return {name: getattr(one, name) for name in Post.__slots__}
