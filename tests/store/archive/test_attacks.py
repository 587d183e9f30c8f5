"""A tampered workstation against the team's posts: it reads and changes nothing that is not its."""

from collections.abc import Iterator
from contextlib import ExitStack

import psycopg
import pytest

from benchmarks.postgres import Cluster
from controlroom.store.archive.writing import Readable
from tests.store.archive.attacks import DUTY, FOR_ALL, PEEKS
from tests.store.archive.conftest import Archive
from tests.store.archive.samples import FENMARSH, WESTMARCH, here, parcel_of, post, seen
from tests.store.journal.conftest import Team

REFUSED = ("42501", "CR423")
OTHERWISE = {"COPY controlroom.post FROM STDIN": ("42501", "0A000"), "mine AFTER": ("42501",)}
SECRETS = ("dm-of-fenmarsh", "tip-of-fenmarsh")


class Besieged:
    """An archive with messages, an officer and a station who may not read them."""

    def __init__(self, cluster: Cluster, stack: ExitStack) -> None:
        self.archive = Archive(Team(cluster), stack)
        team = self.archive.team
        self.names = {"officer": "officer_66", "station": "station_bent"}
        urls = {"officer": team.officer("66"), "station": team.station("bent")}
        team.officer("22")
        self.sessions = {
            who: stack.enter_context(psycopg.connect(url, autocommit=True))
            for who, url in urls.items()
        }
        self.admin = stack.enter_context(psycopg.connect(team.admin, autocommit=True))
        self.fill()

    def fill(self) -> None:
        rights = [*here("22", "66"), Readable("22", FENMARSH), Readable("66", WESTMARCH)]
        writer = self.archive.writer
        writer.set_readers(rights, 1)
        hidden = [post(name, "secret " + name, private=True, days=n * 600)
                  for n, name in enumerate(SECRETS)]  # fmt: skip
        writer.take_in(parcel_of(seen(post("open")), *(seen(one) for one in hidden)))
        writer.take_in(parcel_of(seen(post("dm-of-westmarch", private=True), profiles=(2,))))
        writer.set_reading({"mastodon mentions - ": "{}"}, whole=True)
        self.admin.execute("ANALYZE")

    def state(self) -> list[object]:
        """Everything but the heartbeat."""
        tables = "post", "batch", "reader", "listing", "reading", "archive", "entry"
        found: list[object] = [
            self.admin.execute(f"SELECT * FROM controlroom.{one} ORDER BY 1".encode()).fetchall()
            for one in tables
        ]
        duty = "SELECT fence, login, last_seq, folded FROM controlroom.duty"
        rules = "SELECT polname, pg_get_expr(polqual, polrelid), polroles FROM pg_policy ORDER BY 1"
        forced = "SELECT relname, relforcerowsecurity, relacl::text FROM pg_class ORDER BY oid"
        return [*found, *(self.admin.execute(one).fetchall() for one in (duty, rules, forced))]

    def attempt(self, who: str, statement: str) -> psycopg.Error:
        """Returns how it was refused."""
        made = statement.format(me=self.names[who], fence=self.archive.fence)
        session = self.sessions[who]
        with pytest.raises(psycopg.Error) as refused:
            session.execute(made.encode())
        session.rollback()
        return refused.value


@pytest.fixture(scope="module")
def besieged(cluster: Cluster) -> Iterator[Besieged]:
    with ExitStack() as stack:
        yield Besieged(cluster, stack)


@pytest.mark.parametrize("who", ["officer", "station"])
@pytest.mark.parametrize("statement", FOR_ALL, ids=lambda one: one[:60])
def test_it_is_refused_and_nothing_changes(besieged: Besieged, who: str, statement: str) -> None:
    before = besieged.state()
    error = besieged.attempt(who, statement)
    wanted = next((codes for part, codes in OTHERWISE.items() if part in statement), REFUSED)
    assert error.sqlstate in wanted, f"{error.sqlstate}: {error}"
    assert besieged.state() == before


@pytest.mark.parametrize(("who", "code"), [("officer", "42501"), ("station", "CR423")])
@pytest.mark.parametrize("statement", DUTY, ids=lambda one: one[:60])
def test_only_the_station_on_duty_writes(
    besieged: Besieged, who: str, code: str, statement: str
) -> None:
    before = besieged.state()
    assert besieged.attempt(who, statement).sqlstate == code
    assert besieged.state() == before


def test_no_officer_takes_duty(besieged: Besieged) -> None:
    assert besieged.attempt("officer", "SELECT controlroom.take_duty('{{}}')").sqlstate == "42501"
    bent = besieged.sessions["station"]
    before = besieged.state()
    besieged.archive.duty.keep(besieged.archive.fence)
    assert bent.execute("SELECT controlroom.take_duty('{}')").fetchone() == (0,)
    assert besieged.state() == before


@pytest.mark.parametrize("query", PEEKS, ids=lambda one: one[:60])
def test_what_is_not_for_an_officer_is_in_no_answer(besieged: Besieged, query: str) -> None:
    answers = []
    with psycopg.connect(besieged.archive.team.officer("66"), autocommit=True) as session:
        cursor = session.execute(query.encode())
        while True:
            answers += cursor.fetchall() if cursor.description else []
            if not cursor.nextset():
                break
    told = str(answers)
    assert not [word for word in (*SECRETS, "secret") if word in told]
    if "pg_stats" not in query and "ONLY" not in query:
        assert "fenmarsh" not in told
        assert "open" in told or "mastodon/fenmast" in query


def test_row_security_cannot_be_switched_off(besieged: Besieged) -> None:
    with psycopg.connect(besieged.archive.team.officer("66"), autocommit=True) as session:
        session.execute("SET row_security = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
            session.execute("SELECT * FROM controlroom.post")


def test_a_copy_of_the_table_holds_only_what_one_may_see(besieged: Besieged) -> None:
    query = "COPY (SELECT * FROM controlroom.post) TO STDOUT"
    with (
        psycopg.connect(besieged.archive.team.officer("66"), autocommit=True) as session,
        session.cursor().copy(query) as copy,
    ):
        copied = b"".join(bytes(part) for part in copy).decode()
    assert "open" in copied
    assert "dm-of-westmarch" in copied
    assert not any(secret in copied for secret in SECRETS)


def test_a_station_reads_no_posts_at_all(besieged: Besieged) -> None:
    assert besieged.attempt("station", "TABLE controlroom.post").sqlstate == "42501"
    assert besieged.attempt("station", "TABLE controlroom.batch").sqlstate == "42501"
    assert besieged.attempt("station", "TABLE controlroom.reading").sqlstate == "42501"


def test_an_estimate_tells_no_more_than_the_rows(besieged: Besieged) -> None:
    with psycopg.connect(besieged.archive.team.officer("66"), autocommit=True) as session:
        query = "EXPLAIN (ANALYZE, COSTS off, TIMING off) SELECT remote_id FROM controlroom.post"
        told = str(session.execute(query.encode()).fetchall())
    assert not any(secret in told for secret in SECRETS)


def test_who_is_nobody_here_sees_nothing_at_all(besieged: Besieged) -> None:
    with psycopg.connect(besieged.archive.team.officer("99"), autocommit=True) as session:
        for table in ("post", "batch", "listing", "reading"):
            assert session.execute(f"TABLE controlroom.{table}".encode()).fetchall() == []


def test_there_are_enough_attempts() -> None:
    assert len({*FOR_ALL, *DUTY, *PEEKS}) == len(FOR_ALL) + len(DUTY) + len(PEEKS) > 95
