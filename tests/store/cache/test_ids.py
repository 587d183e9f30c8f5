"""Ids that grow with time."""

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from controlroom.store.cache.ids import PostIds, first_id_at, remember_removed, second_of

TABLES = (
    "CREATE TABLE post (id INTEGER PRIMARY KEY)",
    "CREATE TABLE removed_id (second INTEGER PRIMARY KEY, next_id INTEGER NOT NULL)",
)
MOMENTS = st.integers(0, 4_000_000_000_000)


@given(st.lists(MOMENTS, max_size=40), st.lists(MOMENTS, max_size=40))
def test_ids_are_never_given_twice_and_follow_time(first: list[int], second: list[int]) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        for table in TABLES:
            connection.exec_driver_sql(table)
        ids = PostIds(connection)
        given_out = ids.take(connection, first)
        for number in given_out:
            connection.exec_driver_sql("INSERT INTO post VALUES (?)", (number,))
        # A restarted writer remembers nothing but what is stored.
        given_out += PostIds(connection).take(connection, second)
    engine.dispose()
    assert len(set(given_out)) == len(given_out)
    told = zip(first + second, given_out, strict=True)
    assert all(second_of(number) == max(946_684_800, ms // 1000) for ms, number in told)


@given(st.data())
def test_the_id_of_a_removed_post_is_never_given_again(data: st.DataObject) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        for table in TABLES:
            connection.exec_driver_sql(table)
        given_out: list[int] = []
        for _ in range(data.draw(st.integers(2, 6), "rounds")):
            batch = data.draw(st.lists(st.integers(0, 3), max_size=3), "seconds")
            many = data.draw(st.sampled_from((1, 1, 200, 9_000)), "posts a second")
            moments = [1_800_000_000_000 + 1_000 * second for second in batch for _ in range(many)]
            new = PostIds(connection).take(connection, moments)
            given_out += new
            if new:
                connection.exec_driver_sql("INSERT INTO post VALUES (?)", [(i,) for i in new])
            stored = connection.exec_driver_sql("SELECT id FROM post ORDER BY id").scalars().all()
            gone = stored[data.draw(st.integers(0, len(stored)), "kept") :]
            if gone:
                connection.exec_driver_sql("DELETE FROM post WHERE id = ?", [(i,) for i in gone])
                remember_removed(connection, gone)
    engine.dispose()
    assert len(set(given_out)) == len(given_out)


def test_few_rows_remember_what_was_removed() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        for table in TABLES:
            connection.exec_driver_sql(table)
        for second in range(0, 50_000, 100):
            moments = [1_800_000_000_000 + 1_000 * (second + n) for n in range(100)]
            remember_removed(connection, PostIds(connection).take(connection, moments))
        count = connection.exec_driver_sql("SELECT count(*) FROM removed_id").scalar_one()
    engine.dispose()
    assert count == 1


@given(MOMENTS, MOMENTS)
def test_a_later_moment_never_has_a_smaller_first_id(one: int, other: int) -> None:
    earlier, later = sorted((one, other))
    assert first_id_at(earlier) <= first_id_at(later)


def test_a_full_second_spills_into_the_next() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        for table in TABLES:
            connection.exec_driver_sql(table)
        moment = 1_800_000_000_000
        ids = PostIds(connection).take(connection, [moment] * 20_000)
    engine.dispose()
    assert len(set(ids)) == 20_000
    assert ids == sorted(ids)
    assert second_of(ids[-1]) == 1_800_000_001
