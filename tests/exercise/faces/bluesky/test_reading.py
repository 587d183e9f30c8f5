"""Our own feed reads the simulated Bluesky; only where the hosts are differs."""

from datetime import date, timedelta

import pytest

from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.timelines import EVERYTHING
from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from controlroom.feeds.base import Per
from controlroom.feeds.errors import BudgetUsed, NotFound, PermissionMissing, ReadError
from controlroom.feeds.rules import Allowance, Rules
from controlroom.model.credential import Credential
from controlroom.model.post import MediaKind as Shown
from controlroom.model.post import PostKind as Kind
from controlroom.model.post import SpanKind
from controlroom.model.stream import SourceKind
from tests.exercise.faces.bluesky.town import Desk, desk, read_all, source, texts

POLICE = "@police.westmarch.example"


def test_a_post_arrives_whole(bluesky: Desk) -> None:
    town = bluesky.town
    picture = Media("road-5", MediaKind.IMAGE, "Smoke over a road", 1200, 800)
    first = bluesky.says(town.press, "The M97 is closed")
    text = f"Fire 🔥 on the #M97 {POLICE} https://fen.example/a."
    number = bluesky.says(
        town.ida, Said(text, "en", (picture,), warning="graphic-media"), quote=first
    )
    bluesky.server.do(bluesky.town.world.like, number, 3)
    (post,) = read_all(bluesky.feed(town.police), source(SourceKind.POSTS, town.ida.handle))
    assert (post.text, post.language, post.kind) == (text, "en", Kind.STATUS)
    assert (post.author.handle, post.author.name) == (town.ida.handle, "Ida Quill")
    assert post.created_at == town.now()
    assert post.warning == "graphic-media"
    marked = [(span.kind, text[span.start : span.end], span.target) for span in post.spans]
    assert marked == [
        (SpanKind.HASHTAG, "#M97", "M97"),
        (SpanKind.MENTION, POLICE, town.police.handle),
        (SpanKind.LINK, "https://fen.example/a", "https://fen.example/a"),
    ]
    (medium,) = post.media
    assert (medium.kind, medium.alt, medium.width) == (Shown.IMAGE, "Smoke over a road", 1200)
    assert medium.url.startswith("https://cdn.bsky.app/media/road-5")
    assert post.quote is not None
    assert (post.quote.author, post.quote.text) == (town.press.handle, "The M97 is closed")
    assert (post.metrics.likes or 0) >= 3


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        (SourceKind.HOME, ""),
        (SourceKind.POSTS, ""),
        (SourceKind.MENTIONS, ""),
        (SourceKind.SEARCH, "weir"),
        (SourceKind.HASHTAG, "M97"),
        (SourceKind.LIST, f"at://{did_of(1)}/app.bsky.graph.list/force"),
        (SourceKind.FEED, f"at://{did_of(3)}/app.bsky.feed.generator/{EVERYTHING}"),
        (SourceKind.MESSAGES, ""),
    ],
)
def test_every_source_is_read_to_its_end_without_loss(
    bluesky: Desk, kind: SourceKind, term: str
) -> None:
    town = bluesky.town
    for at in range(130):
        # Ours are read in three of the sources, everybody's in the others.
        who = town.ida if kind is SourceKind.MENTIONS else town.police
        if kind is SourceKind.MESSAGES:
            sender = town.ida if at % 2 else town.tom
            bluesky.server.do(town.messages, sender, town.police, f"{at}")
        else:
            bluesky.says(who, f"{POLICE} weir #M97 {at}", after_s=0.001 * (at % 2))
    posts = read_all(bluesky.feed(town.police), source(kind, term))
    numbers = [int(text.rpartition(" ")[2]) for text in texts(posts)]
    assert sorted(numbers) == list(range(130))
    assert len({post.remote_id for post in posts}) == 130
    if kind is not SourceKind.MESSAGES:
        assert numbers == list(reversed(range(130)))


def test_everybody_reads_what_is_public_without_a_sign_in(bluesky: Desk) -> None:
    bluesky.says(bluesky.town.ida, "Hello")
    feed = bluesky.feed(None)
    assert texts(read_all(feed, source(SourceKind.POSTS, bluesky.town.ida.handle))) == ["Hello"]


def test_mentions_answers_and_quotes_call_and_likes_and_own_posts_do_not(bluesky: Desk) -> None:
    town = bluesky.town
    ours = bluesky.says(town.police, "Statement")
    answer = bluesky.says(town.ida, "Really?", reply_to=ours)
    bluesky.says(town.tom, "Yes, really", reply_to=answer)
    bluesky.says(town.tom, "Look at this", quote=ours)
    bluesky.says(town.press, Said("", ""), kind=PostKind.REPOST, quote=ours)
    bluesky.says(town.tom, f"And you, {POLICE}?")
    bluesky.says(town.police, f"Note to myself {POLICE}")
    called = read_all(bluesky.feed(town.police), source(SourceKind.MENTIONS))
    assert texts(called) == [f"And you, {POLICE}?", "Look at this", "Yes, really", "Really?"]


def test_a_repost_stands_in_the_feed_of_who_passed_it_on(bluesky: Desk) -> None:
    town = bluesky.town
    first = bluesky.says(town.press, "Read this")
    bluesky.says(town.ida, Said("", ""), kind=PostKind.REPOST, quote=first)
    (post,) = read_all(bluesky.feed(town.police), source(SourceKind.POSTS, town.ida.handle))
    assert (post.kind, post.text, post.author.handle) == (Kind.REPOST, "Read this", town.ida.handle)
    assert post.quote is not None
    assert post.quote.author == town.press.handle
    assert "/app.bsky.feed.repost/" in post.remote_id


def test_a_conversation_is_read_from_its_root_however_deep(bluesky: Desk) -> None:
    town = bluesky.town
    above = root = bluesky.says(town.police, "Root")
    for at in range(240):
        above = bluesky.says(town.ida if at % 2 else town.tom, f"Level {at}", reply_to=above)
    bluesky.says(town.tom, "Beside", reply_to=root)
    kept = bluesky.face._site.kept
    deep = str(kept.uri(above - 200))
    page = bluesky.feed(town.police).page(source(SourceKind.CONVERSATION, deep))
    assert {"Root", "Level 0", "Level 39", "Beside"} <= set(texts(list(page.posts)))
    answer = next(post for post in page.posts if post.text == "Level 1")
    assert answer.root == str(kept.uri(root))
    assert answer.reply_to == str(kept.uri(root + 1))


def test_what_was_deleted_is_seen_to_be_gone_and_what_changed_has_changed(bluesky: Desk) -> None:
    town = bluesky.town
    stays, goes = (bluesky.says(town.ida, text) for text in ("Stays", "Goes"))
    feed = bluesky.feed(town.police)
    ids = [post.remote_id for post in read_all(feed, source(SourceKind.POSTS, town.ida.handle))]
    bluesky.server.do(town.world.delete, goes)
    bluesky.server.do(town.world.edit, stays, Said("Stayed"))
    looked = feed.look(ids)
    assert texts(list(looked.posts)) == ["Stayed"]
    assert looked.gone == (ids[0],)
    left = texts(read_all(feed, source(SourceKind.POSTS, town.ida.handle)))
    assert left == ["Stayed"]


def test_a_message_that_was_taken_back_is_noticed_by_what_was_known(bluesky: Desk) -> None:
    town = bluesky.town
    bluesky.server.do(town.messages, town.ida, town.police, "It was Dane")
    taken = bluesky.server.do(town.messages, town.ida, town.police, "No, forget it")
    feed = bluesky.feed(town.police)
    before = feed.page(source(SourceKind.MESSAGES))
    assert texts(list(before.posts)) == ["No, forget it", "It was Dane"]
    again = feed.page(source(SourceKind.MESSAGES), known=before.mark)
    assert again.reached_known
    assert not again.posts

    def take_back() -> None:
        town.world.clock.jump(timedelta(minutes=1))
        town.world.delete(taken)

    bluesky.server.do(take_back)
    after = feed.page(source(SourceKind.MESSAGES), known=before.mark)
    assert after.gone == (before.posts[0].remote_id,)


def test_reading_on_stops_at_what_is_known(bluesky: Desk) -> None:
    town = bluesky.town
    bluesky.says(town.ida, f"{POLICE} one")
    feed = bluesky.feed(town.police)
    mark = feed.page(source(SourceKind.MENTIONS)).mark
    bluesky.says(town.ida, f"{POLICE} two")
    page = feed.page(source(SourceKind.MENTIONS), known=mark)
    assert page.reached_known
    assert texts(list(page.posts))[0] == f"{POLICE} two"


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("weir", ["The WEIR, he said", "at the weir"]),
        ('"the weir"', ["The WEIR, he said", "at the weir"]),
        ("weir -said", ["at the weir"]),
        ("from:idaquill.fensky.example", ["żółty #M97", "at the weir"]),
        ("zolty", ["żółty #M97"]),
        ("lang:pl", ["żółty #M97"]),
        ("#m97", ["żółty #M97"]),
        ("weir since:2026-05-14T09:00:02Z", ["The WEIR, he said"]),
        ("weir until:2026-05-14T09:00:02Z", ["at the weir"]),
        ("from:nobody.example", []),
    ],
)
def test_searching_knows_words_and_operators(bluesky: Desk, term: str, found: list[str]) -> None:
    bluesky.says(bluesky.town.ida, "at the weir")
    bluesky.says(bluesky.town.tom, "The WEIR, he said")
    bluesky.says(bluesky.town.ida, Said("żółty #M97", "pl"))
    feed = bluesky.feed(bluesky.town.police)
    assert texts(read_all(feed, source(SourceKind.SEARCH, term))) == found


def test_what_is_not_there_is_said_to_be_absent(bluesky: Desk) -> None:
    feed = bluesky.feed(bluesky.town.police)
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.POSTS, "nobody.example"))
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.LIST, f"at://{did_of(1)}/app.bsky.graph.list/none"))
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.FEED, f"at://{did_of(1)}/app.bsky.feed.generator/none"))
    with pytest.raises(NotFound):
        feed.page(source(SourceKind.CONVERSATION, f"at://{did_of(4)}/app.bsky.feed.post/3l"))


def test_limits_bite_and_are_told() -> None:
    few = Allowance("reads", Per.HOST, 3, 300)
    with desk(rules=Rules("bluesky", "", date(2026, 1, 1), (few,))) as bluesky:
        feed = bluesky.feed(bluesky.town.police)
        (told,) = feed.page(source(SourceKind.HOME)).budgets
        assert (told.limit, told.remaining) == (3, 2)
        feed.page(source(SourceKind.HOME))
        feed.page(source(SourceKind.HOME))
        with pytest.raises(BudgetUsed):
            feed.page(source(SourceKind.HOME))
        refused = bluesky.ask("app.bsky.feed.getTimeline", bluesky.town.police)
        assert refused.json() == {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}
        assert refused.headers["RateLimit-Policy"] == "3;w=300"
        bluesky.server.do(bluesky.town.world.clock.jump, timedelta(minutes=6))
        feed.page(source(SourceKind.HOME))


def test_an_app_password_without_messages_reads_none(bluesky: Desk) -> None:
    session = bluesky.tell(
        "com.atproto.server.createSession",
        identifier=bluesky.town.police.handle,
        password="post-abcd-efgh-ijkl",
    )
    assert session.status_code == 200, session.text
    narrow = Credential(session.json()["accessJwt"], account=session.json()["did"])
    feed = bluesky.feed(bluesky.town.police, narrow)
    feed.page(source(SourceKind.HOME))
    with pytest.raises(PermissionMissing):
        feed.page(source(SourceKind.MESSAGES))


def test_a_session_that_was_ended_is_renewed_no_more(bluesky: Desk) -> None:
    feed = bluesky.feed(bluesky.town.police)
    feed.page(source(SourceKind.HOME))
    bluesky.server.do(bluesky.town.world.tokens.end, bluesky.town.police.number)
    with pytest.raises(ReadError):
        feed.page(source(SourceKind.HOME))
