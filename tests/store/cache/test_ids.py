"""Ids that grow with time."""

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from controlroom.store.cache.ids import PostIds, first_id_at, second_of

MOMENTS = st.integers(0, 4_000_000_000_000)


@given(st.lists(MOMENTS, max_size=40), st.lists(MOMENTS, max_size=40))
def test_ids_are_never_given_twice_and_follow_time(first: list[int], second: list[int]) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE post (id INTEGER PRIMARY KEY)")
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


@given(MOMENTS, MOMENTS)
def test_a_later_moment_never_has_a_smaller_first_id(one: int, other: int) -> None:
    earlier, later = sorted((one, other))
    assert first_id_at(earlier) <= first_id_at(later)


def test_a_full_second_spills_into_the_next() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE post (id INTEGER PRIMARY KEY)")
        moment = 1_800_000_000_000
        ids = PostIds(connection).take(connection, [moment] * 20_000)
    engine.dispose()
    assert len(set(ids)) == 20_000
    assert ids == sorted(ids)
    assert second_of(ids[-1]) == 1_800_000_001
