"""Our own feed reads every kind of source from the simulated X, with only the hosts differing."""

from datetime import timedelta

import pytest

from controlroom.exercise.faces.x.ages import BOTH
from controlroom.exercise.faces.x.ids import media_id
from controlroom.exercise.faces.x.timelines import list_id
from controlroom.exercise.faults import FaultKind
from controlroom.exercise.world import Media, MediaKind, PostKind, Said
from controlroom.exercise.world.post import Poll
from controlroom.feeds.base import Page
from controlroom.feeds.errors import BudgetUsed, NetworkDown, TokenExpired
from controlroom.feeds.networks.x.feed import XFeed
from controlroom.model import post as model
from controlroom.model.stream import Source, SourceKind
from tests.exercise.faces.x.town import Desk, desk


def source(kind: SourceKind, term: str = "") -> Source:
    return Source("x", kind, 1, term)


def texts(page: Page) -> list[str]:
    assert page.set_aside == ()
    return [post.text for post in page.posts]


def all_pages(feed: XFeed, what: Source) -> list[str]:
    """Reads to the end and returns the ids, newest first."""
    ids: list[str] = []
    older = ""
    while True:
        page = feed.page(what, older=older)
        ids += [post.remote_id for post in page.posts]
        if not page.older:
            return ids
        older = page.older


def test_home_has_what_those_write_whom_a_profile_follows(x: Desk) -> None:
    x.says(x.town.ida, "Not of our list")
    x.says(x.town.press, "Road closed at Fenny Bridge")
    x.says(x.town.police, "We are on our way")
    page = x.feed(x.town.police).page(source(SourceKind.HOME))
    assert texts(page) == ["We are on our way", "Road closed at Fenny Bridge"]
    assert page.posts[1].author.handle == "FenTimes"
    assert page.posts[0].author.verified


def test_mentions_are_read_as_people_wrote_them(x: Desk) -> None:
    number = x.says(
        x.town.ida, "@WestmarchPolice is the <weir> shut & where? #M97 https://fen.example/a"
    )
    page = x.feed(x.town.police).page(source(SourceKind.MENTIONS))
    (post,) = page.posts
    assert post.text == "@WestmarchPolice is the <weir> shut & where? #M97 fen.example/a"
    kinds = {post.text[span.start : span.end]: span.target for span in post.spans}
    assert kinds == {
        "@WestmarchPolice": "WestmarchPolice",
        "#M97": "M97",
        "fen.example/a": "https://fen.example/a",
    }
    assert post.author.name == "Ida Quill"
    assert post.author.followers == 120
    assert post.created_at == x.town.now()
    assert post.url == f"https://x.com/idaquill/status/{post.remote_id}"
    assert number == 1


def test_posts_answers_quotes_and_reposts_of_a_profile(x: Desk) -> None:
    town = x.town
    first = x.says(town.ida, "Smoke over the quay")
    x.says(town.police, "Thank you, crews are there", reply_to=first)
    x.says(town.police, "Please keep away", quote=first)
    x.says(town.police, "", kind=PostKind.REPOST, quote=first)
    repost, quote, answer = x.feed(town.police).page(source(SourceKind.POSTS)).posts
    assert (repost.kind, repost.text) == (model.PostKind.REPOST, "Smoke over the quay")
    assert quote.quote is not None
    assert (quote.text, quote.quote.text) == ("Please keep away", "Smoke over the quay")
    assert quote.quote.author == "idaquill"
    assert answer.text == "@idaquill Thank you, crews are there"
    assert answer.reply_to == answer.root == quote.quote.remote_id


def test_pictures_clips_and_polls_come_with_their_posts(x: Desk) -> None:
    still = Media("fire-1", alt="Smoke over a road", width=1600, height=900)
    clip = Media("clip-1", MediaKind.VIDEO, duration_ms=12_000)
    closes = x.town.world.clock.now_ms() + 3_600_000
    poll = Poll(("By the quay", "Over the bridge"), (4, 9), closes)
    says = x.town.says
    with_still = Said("Look @WestmarchPolice", media=(still, clip))
    asking = Said("Which way? @WestmarchPolice", poll=poll)
    x.server.do(lambda: says(x.town.ida, with_still))
    x.server.do(lambda: says(x.town.ida, asking))
    asked, shown = x.feed(x.town.police).page(source(SourceKind.MENTIONS)).posts
    assert shown.text == "Look @WestmarchPolice"
    first, second = shown.media
    assert (first.kind, first.alt, first.width) == (model.MediaKind.IMAGE, still.alt, 1600)
    assert first.url.startswith("https://pbs.twimg.com/media/fire-1")
    assert (second.kind, second.duration_ms) == (model.MediaKind.VIDEO, 12_000)
    assert second.url.startswith("https://video.twimg.com/media/clip-1")
    assert asked.poll is not None
    assert [(o.text, o.votes) for o in asked.poll.options] == [
        ("By the quay", 4),
        ("Over the bridge", 9),
    ]
    assert media_id("fire-1") != media_id("clip-1")


def test_a_long_post_is_read_whole(x: Desk) -> None:
    words = " ".join(f"Sentence {n} of our statement." for n in range(40))
    x.says(x.town.police, f"{words} #Brackenford")
    (post,) = x.feed(x.town.police).page(source(SourceKind.POSTS)).posts
    assert post.text == f"{words} #Brackenford"
    assert [span.target for span in post.spans] == ["Brackenford"]


def test_searches_hashtags_lists_and_conversations(x: Desk) -> None:
    town = x.town
    fire = x.says(town.ida, "Fire on the #M97 near the weir")
    x.says(town.tom, "What weir?", reply_to=fire)
    x.says(town.press, "The #M97 is closed")
    feed = x.feed(town.police)
    found = feed.page(source(SourceKind.SEARCH, "(weir OR quay) -is:reply"))
    assert texts(found) == ["Fire on the #M97 near the weir"]
    tagged = feed.page(source(SourceKind.HASHTAG, "m97"))
    assert texts(tagged) == ["The #M97 is closed", "Fire on the #M97 near the weir"]
    listed = feed.page(source(SourceKind.LIST, list_id("press")))
    assert texts(listed) == ["The #M97 is closed"]
    thread = feed.page(source(SourceKind.CONVERSATION, found.posts[0].remote_id))
    assert texts(thread) == ["@idaquill What weir?", "Fire on the #M97 near the weir"]


def test_messages_of_all_dialogues(x: Desk) -> None:
    town = x.town
    x.server.do(lambda: town.messages(town.ida, town.police, "It was the man from the shop"))
    x.server.do(lambda: town.messages(town.police, town.ida, "Thank you"))
    x.server.do(lambda: town.messages(town.tom, town.roads, "Not for you"))
    page = x.feed(town.police).page(source(SourceKind.MESSAGES))
    assert texts(page) == ["Thank you", "It was the man from the shop"]
    mine, theirs = page.posts
    assert theirs.author.handle == "idaquill"
    assert mine.root == theirs.root
    people = sorted((x.face.remote_id(town.ida), x.face.remote_id(town.police)), key=int)
    assert mine.root == "-".join(people)


@pytest.mark.parametrize(
    "kind",
    [SourceKind.MENTIONS, SourceKind.POSTS, SourceKind.SEARCH, SourceKind.LIST, SourceKind.HOME],
)
def test_pages_are_followed_to_the_end_without_loss(x: Desk, kind: SourceKind) -> None:
    town = x.town

    def many() -> list[int]:
        return [town.says(town.press, f"@WestmarchPolice weir {n}", 0.001) for n in range(257)]

    numbers = x.server.do(many)
    terms = {
        SourceKind.SEARCH: "weir",
        SourceKind.LIST: list_id("press"),
        SourceKind.POSTS: x.face.remote_id(town.press),
    }
    ids = all_pages(x.feed(town.police), source(kind, terms.get(kind, "")))
    assert len(ids) == len(set(ids)) == len(numbers)
    assert ids == sorted(ids, key=int, reverse=True)


def test_messages_are_followed_to_the_end_without_loss(x: Desk) -> None:
    town = x.town
    x.server.do(lambda: [town.messages(town.ida, town.police, f"tip {n}") for n in range(205)])
    ids = all_pages(x.feed(town.police), source(SourceKind.MESSAGES))
    assert len(set(ids)) == 205


def test_the_next_read_gives_what_came_since(x: Desk) -> None:
    town, what = x.town, source(SourceKind.MENTIONS)
    for n in range(30):
        x.says(town.ida, f"@WestmarchPolice {n}")
    feed = x.feed(town.police)
    first = feed.page(what)
    x.says(town.tom, "@WestmarchPolice and now?")
    second = feed.page(what, known=first.mark)
    assert second.reached_known
    assert texts(second)[0] == "@WestmarchPolice and now?"
    assert len(second.posts) <= 5


def test_a_search_whose_mark_is_older_than_a_week_begins_anew(x: Desk) -> None:
    what = source(SourceKind.SEARCH, "weir")
    x.says(x.town.ida, "The weir is old")
    feed = x.feed(x.town.police)
    mark = feed.page(what).mark
    x.says(x.town.ida, "The weir is new", after_s=8 * 86_400)
    assert texts(feed.page(what, known=mark)) == ["The weir is new"]


def test_edits_and_deletions_are_noticed_by_a_second_look(x: Desk) -> None:
    town, world = x.town, x.town.world
    edited, deleted, kept = (x.says(town.ida, f"@WestmarchPolice {n}") for n in range(3))
    feed = x.feed(town.police)
    ids = [p.remote_id for p in feed.page(source(SourceKind.MENTIONS)).posts]

    def change() -> None:
        world.clock.jump(timedelta(minutes=1))
        world.edit(edited, Said("@WestmarchPolice corrected"))
        world.clock.jump(timedelta(minutes=1))
        world.edit(edited, Said("@WestmarchPolice corrected again"))
        world.delete(deleted)

    x.server.do(change)
    looked = feed.look(ids)
    told = {post.remote_id: post for post in looked.posts}
    assert looked.gone == (ids[1],)
    assert told[ids[0]].text == "@WestmarchPolice 2"
    assert told[ids[2]].text == "@WestmarchPolice corrected again"
    assert told[ids[2]].edited_at == town.now()
    assert kept == 3
    page = feed.page(source(SourceKind.MENTIONS))
    assert [(p.remote_id, p.text) for p in page.posts] == [
        (ids[0], "@WestmarchPolice 2"),
        (ids[2], "@WestmarchPolice corrected again"),
    ]


def test_rate_limits_bite_are_told_and_end_by_the_exercises_clock(x: Desk) -> None:
    feed, what = x.feed(x.town.police), source(SourceKind.MESSAGES)
    left = [feed.page(what).budgets[0].remaining for _ in range(15)]
    assert left == list(range(14, -1, -1))
    with pytest.raises(BudgetUsed) as caught:
        feed.page(what)
    assert caught.value.resets_at == x.town.now() + timedelta(minutes=15)
    x.server.do(lambda: x.town.world.clock.jump(timedelta(minutes=15)))
    assert feed.page(what).budgets[0].remaining == 14
    assert x.feed(x.town.roads).page(what).budgets[0].limit == 15


def test_a_token_that_has_ended_is_refused(x: Desk) -> None:
    feed = x.feed(x.town.police)
    x.server.do(lambda: x.town.world.tokens.end(x.town.police.number))
    with pytest.raises(TokenExpired):
        feed.page(source(SourceKind.HOME))


def test_a_network_that_is_down_is_down(x: Desk) -> None:
    x.server.do(lambda: x.server.faults.set("x", FaultKind.DOWN))
    with pytest.raises(NetworkDown):
        x.feed(x.town.police).page(source(SourceKind.HOME))


@pytest.mark.parametrize("age", [0, 1])
def test_a_feed_finds_the_names_of_an_x_that_knows_one_age_only(age: int) -> None:
    with desk(ages=(BOTH[age],)) as x:
        first = x.says(x.town.ida, "@WestmarchPolice hello")
        x.says(x.town.tom, "@WestmarchPolice too", reply_to=first)
        x.server.do(lambda: x.town.messages(x.town.ida, x.town.police, "and this"))
        feed = x.feed(x.town.police)
        answer, hello = feed.page(source(SourceKind.MENTIONS)).posts
        assert (answer.reply_to, hello.author.handle) == (hello.remote_id, "idaquill")
        (message,) = feed.page(source(SourceKind.MESSAGES)).posts
        assert message.author.handle == "idaquill"
