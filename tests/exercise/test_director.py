"""The director: injects at their time, by hand, held and skipped; what the team did."""

from datetime import timedelta
from pathlib import Path

import pytest

from controlroom.exercise.director import Director, UnknownInject
from controlroom.exercise.faults import FaultKind, Faults
from controlroom.exercise.planned import InjectState
from controlroom.exercise.record import DeedKind
from controlroom.exercise.scenario import load
from controlroom.exercise.scenario.plan import Inject
from controlroom.exercise.world import PostKind, Said, SimPost, World


@pytest.fixture
def director(short_path: Path, world: World) -> Director:
    one = Director(load(short_path), world, Faults(world.clock))
    one.begin()
    return one


def go(director: Director, minutes: float) -> None:
    director.jump(timedelta(minutes=minutes))
    while director.advance():
        pass


def state(director: Director, inject: str) -> InjectState:
    return next(one.state for one in director.injects() if one.inject.id == inject)


def posts_of(director: Director, inject: str) -> list[SimPost]:
    planned = next(one for one in director.injects() if one.inject.id == inject)
    return [director.world.post(number) for number in planned.posts]


def test_an_exercise_begins_with_posts_from_before(director: Director) -> None:
    assert len(director.world.columns) > 500
    assert director.world.profiles("x")[0].handle == "Police"
    assert director.injects()[0].state is InjectState.WAITING


def test_injects_come_at_their_time(director: Director) -> None:
    go(director, 4.9)
    assert state(director, "first") is InjectState.WAITING
    go(director, 0.2)
    (post,) = posts_of(director, "first")
    assert post.said.text == "CHLORINE? @Police"
    assert post.created_ms == round((director.clock.starts.timestamp() + 300) * 1000)
    assert director.planted[post.number].inject.marks == ("rumour",)


def test_the_force_and_many_people_speak_in_one_inject(director: Director) -> None:
    go(director, 12)
    appeal = posts_of(director, "appeal")
    assert {director.world.account(post.author).handle for post in appeal} == {"Police", "Roads"}
    assert len(appeal) == 4
    assert len({post.said.media[0].key for post in appeal}) == 1
    tips = posts_of(director, "tips")
    assert len(tips) == 5
    assert {post.reply_to for post in tips} <= {post.number for post in appeal}
    private = posts_of(director, "private")
    police = director.stage.profiles["x", "Police"].number
    assert [(post.kind, post.to) for post in private] == [(PostKind.MESSAGE, police)] * 3


def test_a_fault_holds_for_its_time(director: Director) -> None:
    go(director, 15.5)
    assert director.faults.of("x") is FaultKind.DOWN
    go(director, 2)
    assert director.faults.of("x") is None


def test_what_is_held_waits_and_comes_when_released(director: Director) -> None:
    go(director, 17)
    assert state(director, "later") is InjectState.HELD
    director.release("later")
    assert state(director, "later") is InjectState.SENT
    assert [post.said.text for post in posts_of(director, "later")] == ["Late"]


def test_what_is_held_early_and_released_early_comes_at_its_time(director: Director) -> None:
    director.hold("first")
    director.release("first")
    assert state(director, "first") is InjectState.WAITING
    go(director, 6)
    assert state(director, "first") is InjectState.SENT


def test_what_is_skipped_never_comes(director: Director) -> None:
    director.skip("first")
    director.release("first")
    go(director, 20)
    assert posts_of(director, "first") == []
    assert not any("CHLORINE in" in text for text in texts(director))


def texts(director: Director) -> list[str]:
    world = director.world
    return [world.post(number).said.text for number in range(1, len(world.columns) + 1)]


def test_what_is_sent_at_once_is_not_sent_again(director: Director) -> None:
    director.send_now("first")
    director.send_now("first")
    go(director, 10)
    assert len(posts_of(director, "first")) == 1


def test_themes_that_follow_an_inject_wait_for_it(director: Director) -> None:
    director.hold("first")
    go(director, 10)
    assert not any(
        "in oldmere" in text.lower() and "chlor" in text.lower() for text in texts(director)
    )
    director.send_now("first")
    go(director, 5)
    assert sum("chlor" in text.lower() for text in texts(director)) > 100


def test_one_added_by_hand_comes_like_the_others(director: Director) -> None:
    go(director, 2)
    late = Inject("mine", timedelta(minutes=1), "By hand", by="gaz", networks=("x",), text="Hello")
    planned = director.add(late)
    assert planned.at == director.clock.now()
    go(director, 0.1)
    assert [post.said.text for post in posts_of(director, "mine")] == ["Hello"]
    with pytest.raises(ValueError, match="already"):
        director.add(late)
    with pytest.raises(UnknownInject):
        director.hold("nobody's")


def test_much_at_once_is_done_in_slices(director: Director) -> None:
    director.jump(timedelta(minutes=10))
    slices = 1
    while director.advance(100):
        slices += 1
    assert slices > 10


def test_time_is_up_at_the_end(director: Director) -> None:
    assert not director.is_over()
    director.jump(timedelta(minutes=30))
    assert director.is_over()


def test_what_the_team_does_is_recorded_and_nothing_else(director: Director) -> None:
    go(director, 9.5)
    assert director.record.deeds == []
    world, police = director.world, director.stage.profiles["x", "Police"].number
    gaz = posts_of(director, "first")[0]
    statement = world.publish(police, Said("The road is closed"))
    answer = world.publish(police, Said("There is no chlorine."), reply_to=gaz.number)
    private = posts_of(director, "private")[0]
    world.publish(police, Said("Thank you"), kind=PostKind.MESSAGE, to=private.author)
    world.hide(gaz.number)
    world.delete(statement)
    deeds = director.record.deeds
    assert [deed.kind for deed in deeds] == [
        DeedKind.STATEMENT, DeedKind.ANSWER, DeedKind.MESSAGE, DeedKind.HIDE, DeedKind.WITHDRAW,
    ]  # fmt: skip
    assert deeds[1].rumours == ("Chlorine",)
    assert (deeds[1].number, deeds[1].about, deeds[1].to) == (answer, gaz.number, gaz.author)
    assert deeds[2].to == private.author


def test_a_rumour_dies_down_once_it_is_answered(short_path: Path) -> None:
    def rumours(answered: bool) -> int:
        from controlroom.exercise.clock import Clock

        scenario = load(short_path)
        world = World(Clock(scenario.starts, real=lambda: 0.0), seed=7)
        director = Director(scenario, world, Faults(world.clock))
        director.begin()
        go(director, 6)
        if answered:
            police = director.stage.profiles["x", "Police"].number
            world.publish(police, Said("There is NO chlorine."))
        go(director, 18)
        return sum("chlorine in" in text.lower() for text in texts(director))

    unanswered, answered = rumours(answered=False), rumours(answered=True)
    assert answered < unanswered * 0.5
    assert answered > 50


def reactions(director: Director) -> list[SimPost]:
    world = director.world
    posts = (world.post(number) for number in range(1, len(world.columns) + 1))
    ours = {deed.number for deed in director.record.deeds}
    return [p for p in posts if p.reply_to in ours or p.quote in ours]


def test_people_react_to_what_the_desk_publishes(director: Director) -> None:
    go(director, 1)
    police = director.stage.profiles["x", "Police"].number
    number = director.world.publish(police, Said("The road is closed. Please avoid."))
    go(director, 15)
    found = reactions(director)
    replies = [post for post in found if post.reply_to == number]
    assert replies
    assert all("@Police" in post.said.text for post in replies)
    assert all(post.created_ms > director.world.post(number).created_ms for post in found)
    assert any(post.kind is PostKind.REPOST for post in found)
    assert director.world.post(number).likes > 0


def test_the_larger_the_profile_the_more_react(short_path: Path, world: World) -> None:
    director = Director(load(short_path), world, Faults(world.clock))
    director.begin()
    counts = []
    for handle in ("Roads", "Police"):
        account = director.stage.profiles["x", handle].number
        number = director.world.publish(account, Said("The road is closed."))
        go(director, 12)
        counts.append(sum(post.reply_to == number for post in reactions(director)))
    assert counts[0] < counts[1]


def test_whoever_is_answered_by_message_may_write_back(director: Director) -> None:
    go(director, 10)
    police = director.stage.profiles["x", "Police"].number
    people = [post.author for post in posts_of(director, "private")]
    before = {who: director.world.lists.count(("x", "messages", who)) for who in people}
    for who in people:
        director.world.publish(police, Said(f"Thank you, {who}"), kind=PostKind.MESSAGE, to=who)
    go(director, 15)
    after = {who: director.world.lists.count(("x", "messages", who)) for who in people}
    assert sum(after.values()) > sum(before.values()) + len(people)


def test_nobody_reacts_to_what_was_withdrawn(director: Director) -> None:
    police = director.stage.profiles["x", "Police"].number
    number = director.world.publish(police, Said("The road is closed."))
    director.world.delete(number)
    go(director, 15)
    assert [post for post in reactions(director) if post.number > number] == []
