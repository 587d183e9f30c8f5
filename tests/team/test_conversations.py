"""Under which keys a stored post's conversation can be found."""

from datetime import UTC, datetime

from controlroom.model.cached import CachedPost
from controlroom.model.post import Author, Post
from controlroom.team.conversations import HIGHEST, MOST_NAMES, names_of, roots_of

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROFILES = {1: "mastodon/fenmast.example/2", 2: "mastodon/fenmast.example/1"}


def post(remote: str, to: str = "", root: str = "", profiles: tuple[int, ...] = (1,)) -> CachedPost:
    made = Post("mastodon", remote, Author("a", "a"), "text", AT, reply_to=to, root=root)
    return CachedPost(len(remote), made, profiles, AT)


def test_where_the_network_names_the_root_there_is_one_key_for_each_profile() -> None:
    found = names_of(post("9", "8", "1", (1, 2)), PROFILES)
    assert found == ("mastodon/fenmast.example/1/1", "mastodon/fenmast.example/2/1")


def test_without_a_root_the_way_up_is_followed_as_far_as_it_is_held() -> None:
    thread = [post("9", "8"), post("8", "7"), post("7", "6")]
    assert roots_of(thread[0], thread) == ("6", "7", "8", "9")
    assert roots_of(thread[0]) == ("8", "9")
    assert roots_of(post("5")) == ("5",)


def test_the_names_before_more_of_a_thread_came_are_among_those_after() -> None:
    thread = [post("9", "8"), post("8", "7"), post("7")]
    before, after = names_of(thread[0], PROFILES), names_of(thread[0], PROFILES, thread)
    assert set(before) <= set(after)
    assert after[0] == names_of(thread[2], PROFILES)[0]


def test_a_root_named_higher_up_is_the_root() -> None:
    thread = [post("9", "8"), post("8", "7", "1")]
    assert roots_of(thread[0], thread)[0] == "1"


def test_rings_and_very_long_threads_end() -> None:
    ring = [post("a", "b"), post("b", "a")]
    assert set(roots_of(ring[0], ring)) == {"a", "b"}
    long = [post(f"p{n}", f"p{n - 1}") for n in range(1, 3 * HIGHEST)]
    assert len(roots_of(long[-1], long)) == HIGHEST
    assert len(names_of(long[-1], PROFILES, long)) == MOST_NAMES


def test_what_came_through_no_profile_is_of_the_whole_force() -> None:
    assert names_of(post("9", profiles=()), PROFILES) == ("mastodon/9",)
    assert names_of(post("9", profiles=(77,)), PROFILES) == ("mastodon/9",)
