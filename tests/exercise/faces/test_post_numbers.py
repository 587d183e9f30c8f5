"""What a desk calls a post is known again as the post of the world."""

import pytest

from controlroom.exercise.world import Account, PostKind, Said
from controlroom.model.stream import Source, SourceKind
from tests.exercise.reader import Reader, reading

KINDS = {
    "x": PostKind.STATUS,
    "facebook": PostKind.STATUS,
    "mastodon": PostKind.STATUS,
    "bluesky": PostKind.STATUS,
    "youtube": PostKind.VIDEO,
    "rss": PostKind.ARTICLE,
}


def says(one: Reader, who: Account, kind: PostKind, text: str, **more: int) -> int:
    world = one.server.world
    return one.server.do(lambda: world.publish(who.number, Said(text), kind=kind, **more))


def read(one: Reader, kind: SourceKind) -> set[int]:
    source = one.source
    wanted = source if kind in (SourceKind.POSTS, SourceKind.FEED) else None
    asked = wanted or Source(source.network, kind, source.profile)
    posts = one.feed.page(asked).posts
    return {one.server.do(one.face.post_number, post.remote_id) for post in posts}


@pytest.mark.parametrize("network", KINDS)
def test_a_post_that_was_read_is_known_again(network: str) -> None:
    with reading(network) as one:
        numbers = {says(one, one.account, KINDS[network], f"Number {n} of us") for n in range(3)}
        assert read(one, one.source.kind) == numbers


@pytest.mark.parametrize("network", ["facebook", "youtube"])
def test_a_comment_is_known_again(network: str) -> None:
    with reading(network) as one:
        post = says(one, one.account, KINDS[network], "Have you seen him?")
        comment = says(one, one.other, PostKind.COMMENT, "It is Dane", reply_to=post)
        answer = says(one, one.other, PostKind.COMMENT, "No it is not", reply_to=comment)
        assert {comment, answer} <= read(one, SourceKind.COMMENTS)


@pytest.mark.parametrize("network", ["x", "facebook", "mastodon", "bluesky"])
def test_a_message_is_known_again(network: str) -> None:
    with reading(network) as one:
        message = says(one, one.other, PostKind.MESSAGE, "It is Dane", to=one.account.number)
        assert message in read(one, SourceKind.MESSAGES)


@pytest.mark.parametrize("network", KINDS)
@pytest.mark.parametrize("told", ["", "nobody's", "at://x/y/z", "m_AAAA", "1/2_x"])
def test_what_means_nothing_is_no_post(network: str, told: str) -> None:
    with reading(network) as one:
        assert one.server.do(one.face.post_number, told) == 0
