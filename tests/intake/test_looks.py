"""Which posts are looked at again, and when."""

from datetime import UTC, datetime, timedelta

from controlroom.intake.looks import due, looks
from controlroom.store.cache.looking import Seen

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
M = timedelta(minutes=1)


def seen(
    number: int,
    *,
    ago: timedelta,
    age: timedelta = timedelta(hours=2),
    kept: bool = False,
    network: str = "x",
    profile: int = 1,
) -> Seen:
    return Seen(number, network, f"r{number}", (profile,), NOW - age, NOW - ago, kept)


def numbers(posts: list[Seen]) -> list[int]:
    return [post.id for post in posts]


def test_what_people_see_is_looked_at_sooner_than_what_is_kept_and_that_than_the_rest() -> None:
    posts = [seen(1, ago=11 * M), seen(2, ago=11 * M), seen(3, ago=61 * M, kept=True)]
    assert numbers(due(posts, {1}, {}, NOW)) == [1, 3]
    posts = [seen(1, ago=121 * M), seen(2, ago=119 * M)]
    assert numbers(due(posts, (), {}, NOW)) == [1]


def test_young_posts_are_looked_at_more_often_than_old_ones() -> None:
    fresh, older = seen(1, ago=3 * M, age=30 * M), seen(2, ago=3 * M)
    old = seen(3, ago=120 * M, age=timedelta(days=3))
    assert numbers(due([fresh, older, old], {1, 2, 3}, {}, NOW)) == [1]


def test_what_was_asked_for_without_an_answer_is_not_asked_for_at_once_again() -> None:
    post = seen(1, ago=30 * M)
    assert due([post], {1}, {1: NOW - 5 * M}, NOW) == []
    assert due([post], {1}, {1: NOW - 11 * M}, NOW) == [post]


def test_the_latest_come_first_and_each_once() -> None:
    posts = [seen(1, ago=12 * M), seen(2, ago=50 * M), seen(1, ago=12 * M)]
    assert numbers(due(posts, {1, 2}, {}, NOW)) == [2, 1]


def test_posts_of_one_network_and_profile_go_together_as_many_as_it_takes() -> None:
    posts = [seen(n, ago=M, profile=n % 2, network="x") for n in range(1, 8)]
    posts += [seen(9, ago=M, network="rss")]
    found = looks(posts, {"x": 3, "rss": 0})
    assert [(one.profile, numbers(list(one.posts))) for one in found] == [
        (1, [1, 3, 5]),
        (0, [2, 4, 6]),
        (1, [7]),
    ]
