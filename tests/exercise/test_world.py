"""The world: who is there, what is said, and in which lists it stands."""

from datetime import UTC, datetime, timedelta

import pytest

from controlroom.exercise.clock import Clock
from controlroom.exercise.world import Account, Denied, Event, EventKind, PostKind, Said, World

START = datetime(2026, 5, 14, 16, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    one = World(Clock(START, real=lambda: 0.0), seed=7)
    one.add_account(Account(0, "x", "WestmarchPolice", "Westmarch Police", ours=True))
    one.add_account(Account(0, "x", "jo_in_oldmere", "Jo", followers=900))
    one.add_account(Account(0, "mastodon", "WestmarchPolice", "Westmarch Police", ours=True))
    return one


FORCE, JO, ELSEWHERE = 1, 2, 3


def listed(world: World, what: str, whose: str | int = "") -> list[int]:
    return [post.number for post in world.newest("x", what, whose)]


def test_what_is_said_stands_in_the_lists_it_belongs_to(world: World) -> None:
    first = world.publish(JO, Said("Smoke at #Oldmere, @westmarchpolice?"))
    reply = world.publish(FORCE, Said("We know."), reply_to=first)
    deeper = world.publish(JO, Said("Thanks"), reply_to=reply)
    assert listed(world, "public") == [deeper, reply, first]
    assert listed(world, "mentions", FORCE) == [deeper, first]
    assert listed(world, "mentions", JO) == [reply]
    assert listed(world, "tag", "oldmere") == [first]
    assert [post.number for post in world.thread(reply)] == [reply, deeper]
    assert world.post(first).replies == 1
    assert world.post(deeper).root == first
    assert list(world.newest("mastodon", "public")) == []


def test_a_page_goes_on_before_a_number_and_stops_after_one(world: World) -> None:
    numbers = [world.publish(JO, Said(f"{n}")) for n in range(10)]
    page = world.newest("x", "posts", JO, before=numbers[7], after=numbers[3])
    assert [post.number for post in page] == numbers[6:3:-1]


def test_an_edit_keeps_what_was_said_before(world: World) -> None:
    number = world.publish(JO, Said("Fire at J4"))
    world.clock.jump(timedelta(minutes=1))
    world.edit(number, Said("Fire at J5"))
    post = world.post(number)
    assert (post.said.text, [said.text for said in post.earlier]) == ("Fire at J5", ["Fire at J4"])
    assert post.edited_ms == world.clock.now_ms()


def test_a_deleted_post_is_in_no_list_and_is_not_deleted_twice(world: World) -> None:
    number = world.publish(JO, Said("@WestmarchPolice hello"))
    world.delete(number)
    assert listed(world, "mentions", FORCE) == []
    assert world.post(number).deleted_ms
    with pytest.raises(Denied):
        world.delete(number)
    with pytest.raises(Denied):
        world.post(99)


def test_the_same_key_publishes_once(world: World) -> None:
    one = world.publish(FORCE, Said("Update"), key="k1")
    assert world.publish(FORCE, Said("Update"), key="k1") == one
    assert world.publish(JO, Said("Update"), key="k1") != one


def test_messages_are_no_public_posts(world: World) -> None:
    one = world.publish(JO, Said("I know him"), kind=PostKind.MESSAGE, to=FORCE)
    answer = world.publish(FORCE, Said("Thank you"), kind=PostKind.MESSAGE, to=JO)
    assert listed(world, "messages", FORCE) == [answer, one]
    assert listed(world, "dialogue", f"{FORCE}-{JO}") == [answer, one]
    assert listed(world, "public") == []


def test_a_voices_words_are_made_when_they_are_asked_for(world: World) -> None:
    voice = world.add_voice(lambda number: Said(f"Post {number}", "pl"))
    number = world.publish(JO, None, voice=voice, about=(FORCE,))
    assert world.post(number).said == Said(f"Post {number}", "pl")
    assert listed(world, "mentions", FORCE) == [number]


def test_what_a_voice_mentions_and_tags_is_found(world: World) -> None:
    voice = world.add_voice(lambda _: Said("@westmarchpolice look #Oldmere"))
    number = world.publish(JO, None, voice=voice)
    assert listed(world, "mentions", FORCE) == [number]
    assert listed(world, "tag", "oldmere") == [number]


def test_an_edit_and_a_deletion_can_be_of_a_moment_before(world: World) -> None:
    number = world.publish(JO, Said("Fire"))
    world.clock.jump(timedelta(minutes=1))
    moment = world.clock.now_ms() - 5000
    world.edit(number, Said("Smoke"), at_ms=moment)
    world.delete(number, at_ms=moment + 1)
    post = world.post(number)
    assert (post.edited_ms, post.deleted_ms) == (moment, moment + 1)


def test_a_handle_is_found_in_any_case_on_its_own_network(world: World) -> None:
    found = world.by_handle("x", "@westmarchPOLICE")
    assert found is not None
    assert found.number == FORCE
    assert world.by_handle("bluesky", "WestmarchPolice") is None


def test_a_list_of_one_and_a_list_of_many_read_alike(world: World) -> None:
    for count in (1, 2, 3):
        newest = world.publish(JO, Said("#Fen"))
        assert world.lists.count(("x", "tag", "fen")) == count
        assert next(world.lists.newest_first(("x", "tag", "fen"))) == newest
    assert len(world.lists.numbers(("x", "tag", "fen"))) == 3
    assert list(world.lists.numbers(("x", "tag", "none"))) == []


def test_whoever_listens_hears_what_happens_until_they_stop(world: World) -> None:
    heard: list[Event] = []
    stop = world.hear(heard.append)
    number = world.publish(JO, Said("One"))
    world.edit(number, Said("Two"))
    world.delete(number)
    stop()
    world.publish(JO, Said("Three"))
    kinds = [EventKind.CREATED, EventKind.EDITED, EventKind.DELETED]
    assert heard == [Event(kind, "x", number) for kind in kinds]


def test_search_folds_case_and_accents(world: World) -> None:
    number = world.publish(JO, Said("Café on FIRE"))
    assert [post.number for post in world.search("x", ["cafe", "fire"])] == [number]
    assert list(world.search("x", ["cafe", "flood"])) == []


def test_likes_and_views_only_grow_with_time(world: World) -> None:
    number = world.publish(JO, Said("Look"))
    world.like(number)
    before = world.post(number)
    world.clock.jump(timedelta(hours=3))
    after = world.post(number)
    assert after.views > before.views
    assert after.likes >= before.likes == 1


def test_tokens_are_the_same_on_every_run_and_can_end(world: World) -> None:
    token = world.tokens.usual("x", FORCE)
    assert World(world.clock, seed=7).tokens.usual("x", FORCE) == token
    assert World(world.clock, seed=8).tokens.usual("x", FORCE) != token
    other = world.tokens.issue(FORCE)
    assert world.tokens.account(token) == world.tokens.account(other) == FORCE
    world.tokens.end(FORCE)
    assert world.tokens.account(token) == 0
