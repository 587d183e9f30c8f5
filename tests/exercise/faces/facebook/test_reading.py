"""Our own feed reads the simulated Facebook as it reads the real one."""

from dataclasses import replace

import pytest
import requests

from controlroom.exercise.faces.facebook.book import Live
from controlroom.exercise.world import Account, Said
from controlroom.exercise.world import MediaKind as SimKind
from controlroom.exercise.world import PostKind as SimPostKind
from controlroom.feeds.errors import BudgetUsed, NotFound, TokenExpired
from controlroom.feeds.networks.facebook.feed import FacebookFeed
from controlroom.model.post import MediaKind, PostKind, SpanKind
from controlroom.model.stream import SourceKind
from tests.exercise.faces.facebook.town import (
    FILM,
    PICTURE,
    STARTS,
    Town,
    at,
    read_all,
    reading,
    source,
)
from tests.exercise.serving import Served


def test_a_page_reads_its_posts_with_all_that_hangs_on_them(town: Town, feed: FacebookFeed) -> None:
    one = town.post("M97 shut at J4, @WestmarchCouncil is with us 🚨 #M97")
    town.comment(one, "Thank you")
    town.post("The bridge", media=(PICTURE, replace(PICTURE, key="b2", alt="")))
    town.post("CCTV", media=(FILM,))
    town.post("Read https://westmarch.example/travel before you leave.")
    link, film, album, plain = read_all(feed, source(SourceKind.POSTS))[0]
    assert plain.text == "M97 shut at J4, Westmarch Council is with us 🚨 #M97"
    assert [(span.kind, span.target) for span in plain.spans] == [
        (SpanKind.MENTION, "Westmarch Council"),
        (SpanKind.HASHTAG, "M97"),
    ]
    assert (plain.author.name, plain.metrics.replies) == ("Westmarch Police", 1)
    assert plain.author.remote_id == town.face.remote_id(town.page)
    assert [medium.alt for medium in album.media] == ["The bridge, shut", ""]
    assert (film.media[0].kind, film.media[0].duration_ms) == (MediaKind.VIDEO, 12_000)
    assert film.metrics.views is not None
    assert link.media[0].url == "https://westmarch.example/travel"
    assert plain.created_at > STARTS


def test_pages_are_followed_to_the_end_without_loss(town: Town, feed: FacebookFeed) -> None:
    texts = [f"Update {number}" for number in range(90)]
    for text in texts:
        town.post(text)
    posts, first = read_all(feed, source(SourceKind.POSTS))
    assert [post.text for post in reversed(posts)] == texts
    town.post("One more")
    read = feed.page(source(SourceKind.POSTS), known=first.mark)
    assert read.reached_known
    assert read.posts[0].text == "One more"


def test_home_brings_visitors_and_mentions_bring_who_tags_the_page(
    town: Town, feed: FacebookFeed
) -> None:
    town.post("Ours")
    town.visit("Someone is dazzling drivers", town.ida)
    town.post("@WestmarchPolice thank you", by=town.council)
    town.post("Nothing to do with it", by=town.council)
    home, _ = read_all(feed, source(SourceKind.HOME))
    tagged, _ = read_all(feed, source(SourceKind.MENTIONS))
    assert [post.text for post in home] == ["Someone is dazzling drivers", "Ours"]
    assert home[0].author.name == "Ida Quill"
    assert [post.text for post in tagged] == ["Westmarch Police thank you"]


def test_comments_come_from_every_depth_of_every_post(town: Town, feed: FacebookFeed) -> None:
    roots = [town.post(f"Post {number}") for number in range(60)]
    first = town.comment(roots[0], "Is it shut?")
    below = town.comment(first, "Yes", town.tom)
    for number in range(130):
        town.comment(roots[number % 60], f"Comment {number}")
    posts, page = read_all(feed, source(SourceKind.COMMENTS))
    assert len({post.remote_id for post in posts}) == 132
    answer = next(post for post in posts if post.text == "Yes")
    question = next(post for post in posts if post.text == "Is it shut?")
    assert answer.reply_to == question.remote_id
    assert answer.root == question.root == question.reply_to
    assert answer.author.name == "Tom Ashdown"
    town.later(60)
    town.comment(below, "Still")
    newer, _ = read_all(feed, source(SourceKind.COMMENTS), page.mark)
    assert "Still" in [post.text for post in newer]
    assert len(newer) < 132


def test_a_conversation_is_the_post_and_all_below_it(town: Town, feed: FacebookFeed) -> None:
    root = town.post("Appeal")
    first = town.comment(root, "I saw him")
    town.comment(first, "Where?", town.page)
    (appeal,) = read_all(feed, source(SourceKind.POSTS))[0]
    posts, _ = read_all(feed, source(SourceKind.CONVERSATION, appeal.remote_id))
    assert [post.text for post in posts] == ["Appeal", "Where?", "I saw him"]
    below, _ = read_all(feed, source(SourceKind.CONVERSATION, posts[2].remote_id))
    assert [post.text for post in below] == ["I saw him", "Where?"]
    assert below[1].root == appeal.remote_id


def test_dialogues_bring_their_messages(town: Town, feed: FacebookFeed) -> None:
    for number in range(15):
        town.message(f"Tip {number}", town.ida, town.page)
    town.message("His name is Carl Venn", town.tom, town.page, (PICTURE,))
    town.message("Thank you", town.page, town.tom)
    town.message("For somebody else", town.ida, town.other)
    posts, first = read_all(feed, source(SourceKind.MESSAGES))
    texts = [post.text for post in posts]
    assert texts[:2] == ["Thank you", "His name is Carl Venn"]
    assert texts[2:] == [f"Tip {number}" for number in range(14, -1, -1)]
    assert {post.kind for post in posts} == {PostKind.MESSAGE}
    assert posts[1].media[0].kind is MediaKind.IMAGE
    town.later(10)
    town.message("One more", town.ida, town.page)
    newer, _ = read_all(feed, source(SourceKind.MESSAGES), first.mark)
    assert newer[0].text == "One more"
    assert newer[0].root == posts[-1].root


def test_of_older_messages_facebook_gives_no_details(town: Town, feed: FacebookFeed) -> None:
    for number in range(45):
        town.message(f"Tip {number}", town.ida, town.page)
    read = feed.page(source(SourceKind.MESSAGES))
    assert len(read.posts) == 20
    onward = feed.page(source(SourceKind.MESSAGES), older=read.older)
    assert onward.posts == ()
    assert len(onward.set_aside) == 20


def test_a_second_look_sees_edits_and_deletions(town: Town, feed: FacebookFeed) -> None:
    root = town.post("Shut until noon")
    kept, dropped = town.comment(root, "First"), town.comment(root, "Second")
    below = town.comment(dropped, "Below")
    ids = {post.text: post.remote_id for post in read_all(feed, source(SourceKind.COMMENTS))[0]}
    ids["post"] = read_all(feed, source(SourceKind.POSTS))[0][0].remote_id
    town.world.edit(root, Said("Shut until three"))
    town.world.edit(kept, Said("First, edited"))
    town.world.delete(dropped)
    looked = feed.look(list(ids.values()))
    assert {post.text for post in looked.posts} == {"Shut until three", "First, edited"}
    assert set(looked.gone) == {ids["Second"], ids["Below"]}
    assert not town.world.is_gone(below)


def test_live_comments_are_read_while_it_lasts(town: Town, feed: FacebookFeed) -> None:
    book = town.face.book
    view = source(SourceKind.LIVE)
    assert feed.page(view).posts == ()
    live = Live(1, town.page.number, "Live", "We are live", "UNPUBLISHED", 1)
    book.lives.append(live)
    book.begin_live(live)
    town.comment(live.post, "Good morning")
    (read,) = feed.page(view).posts
    (film,) = read_all(feed, source(SourceKind.POSTS))[0]
    assert (read.text, read.root) == ("Good morning", film.remote_id)
    live.status = "VOD"
    assert feed.page(view).posts == ()


def test_a_hidden_comment_says_so_to_its_page(town: Town, feed: FacebookFeed) -> None:
    root = town.post("Post")
    town.world.hide(town.comment(root, "Rude"))
    (post,) = read_all(feed, source(SourceKind.COMMENTS))[0]
    assert b'"is_hidden":true' in post.raw


def test_a_hidden_comment_is_not_there_for_others(town: Town, server: Served) -> None:
    root = town.post("Post")
    town.comment(root, "Polite")
    town.world.hide(town.comment(root, "Rude"))
    with reading(town, server) as ours, reading(town, server, town.other) as theirs:
        own = read_all(ours, source(SourceKind.COMMENTS))[0]
        seen = read_all(theirs, source(SourceKind.COMMENTS, own[0].root))[0]
    assert [post.text for post in own] == ["Rude", "Polite"]
    assert [post.text for post in seen] == ["Polite"]


def test_the_token_of_another_network_is_none(town: Town, server: Served) -> None:
    stranger = town.world.add_account(Account(0, "x", "WestmarchPolice", "", ours=True))
    with reading(town, server) as feed:
        feed.page(source(SourceKind.POSTS))
    told = requests.get(
        at(server, "me"),
        {"access_token": town.world.tokens.usual("x", stranger.number)},
        timeout=5,
    )
    assert told.json()["error"]["code"] == 190


def test_people_are_named_to_the_page_they_write_to_and_nobody_else(
    town: Town, server: Served
) -> None:
    root = town.post("Post")
    town.comment(root, "Hello")
    with reading(town, server) as ours, reading(town, server, town.other) as theirs:
        (own,) = read_all(ours, source(SourceKind.COMMENTS))[0]
        term = own.root
        (seen,) = read_all(theirs, source(SourceKind.COMMENTS, term))[0]
    assert own.author.name == "Ida Quill"
    assert (seen.author.unseen, seen.text) == (True, "Hello")


def test_a_share_quotes_what_it_shares(town: Town, feed: FacebookFeed) -> None:
    shared = town.post("Smoke over the mill", by=town.council)
    town.world.publish(town.page.number, Said(""), kind=SimPostKind.REPOST, quote=shared)
    (post,) = read_all(feed, source(SourceKind.POSTS))[0]
    assert post.kind is PostKind.REPOST
    assert post.quote is not None
    assert (post.quote.author, post.quote.text) == ("Westmarch Council", "Smoke over the mill")


def test_a_gif_is_one(town: Town, feed: FacebookFeed) -> None:
    town.post("Look", media=(replace(PICTURE, kind=SimKind.GIF),))
    (post,) = read_all(feed, source(SourceKind.POSTS))[0]
    assert post.media[0].kind is MediaKind.GIF


def test_an_ended_token_signs_the_page_out(town: Town, feed: FacebookFeed) -> None:
    town.world.tokens.end(town.page.number)
    with pytest.raises(TokenExpired):
        feed.page(source(SourceKind.POSTS))


def test_what_is_not_there_is_not_found(town: Town, feed: FacebookFeed) -> None:
    assert town.page.ours
    for term in ("1_2", "1600000000000009", "t_10000000100000009", "nobody.of.the.name"):
        with pytest.raises(NotFound):
            feed.page(source(SourceKind.COMMENTS, term))


def test_budgets_are_told_in_percent_and_bite(town: Town, server: Served) -> None:
    town.post("Post", by=town.other)
    meter, whose = town.face.book.usage.meter, str(town.other.number)
    with reading(town, server, town.other) as feed:
        server.do(meter.spend, "pages", whose, 4_800, 86_400, 2_400)
        read = feed.page(source(SourceKind.POSTS))
        (budget,) = read.budgets
        assert (budget.name, budget.limit, budget.remaining) == ("pages", 100, 50)
        assert feed.look([read.posts[0].remote_id] * 2).posts
        server.do(meter.spend, "pages", whose, 4_800, 86_400, 2_398)
        with pytest.raises(BudgetUsed) as caught:
            feed.page(source(SourceKind.POSTS))
        assert caught.value.resets_at > town.world.clock.now()
        assert not feed.page(source(SourceKind.MESSAGES)).posts
        town.later(24 * 60)
        assert feed.page(source(SourceKind.POSTS)).posts
