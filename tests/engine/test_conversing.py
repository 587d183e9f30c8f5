"""A conversation somebody opens is read from its network, and told how far that went."""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

import pytest

from controlroom.engine.conversing import FRESH, MOST_PAGES, Conversations
from controlroom.engine.orders import Converse
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Capabilities, Page, Reading
from controlroom.feeds.errors import BudgetUsed, NetworkDown, NotFound, PermissionMissing
from controlroom.feeds.registry import UnknownNetwork
from controlroom.intake.purses import Purses
from controlroom.intake.till import Till
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.completing import Completing, Stage
from controlroom.model.credential import Credential
from controlroom.model.post import Author, Post
from controlroom.model.profile import Profile
from controlroom.model.reading import GapCause
from controlroom.model.stream import Source, SourceKind
from tests.engine.desk import Desk, desk
from tests.engine.mastodon_server import MastodonServer
from tests.engine.test_real_server import SIGN_INS, connect, watch

if TYPE_CHECKING:
    from controlroom.engine.machinery import Machinery

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
READING = Reading(10, draws=MappingProxyType({}))
OFFERS = Capabilities("talky", "Talky", MappingProxyType({SourceKind.CONVERSATION: READING}))
DUMB = Capabilities("dumb", "Dumb", MappingProxyType({SourceKind.FEED: READING}))
OURS = (Profile(1, "talky", "a", "a"), Profile(2, "talky", "b", "b"), Profile(3, "dumb", "c", "c"))


class Talk:
    """A feed with what it is to answer, by term and cursor."""

    capabilities = OFFERS

    def __init__(self, answers: dict[tuple[str, str], Page | Exception]) -> None:
        self.answers, self.asked = answers, list[tuple[str, str]]()
        self.open = 0

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        self.asked.append((source.term, older))
        answer = self.answers.get((source.term, older), Page(()))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        self.open -= 1


class Stand:
    """What `Conversations` needs of the machinery: feeds, purses, and where posts go."""

    def __init__(self, feed: Talk) -> None:
        self.feed, self.feeds = feed, self
        self.purses, self.till, self.gatherer = Purses(), Till(), self
        self.taken: list[Sighting] = []
        self.through: list[int] = []

    def capabilities(self, network: str) -> Capabilities:
        if network not in ("talky", "dumb"):
            raise UnknownNetwork(network)
        return OFFERS if network == "talky" else DUMB

    def new(self, wanted: Wanted) -> Talk:
        self.through.append(wanted.source.profile)
        self.feed.open += 1
        return self.feed

    def put(
        self, sightings: Sequence[Sighting], missed: Sequence[Disappearance] = ()
    ) -> "Future[None]":
        self.taken += sightings
        done: Future[None] = Future()
        done.set_result(None)
        return done


class Room:
    """Conversations over a stand, with everything that is told."""

    def __init__(self) -> None:
        self.feed = Talk({})
        self.stand = Stand(self.feed)
        self.told: list[Completing] = []
        self.now = NOW
        self.sign_ins = SignIns({2: Credential(access="SENTINEL-TOKEN-2")})
        self.conversations = Conversations(
            cast("Machinery", self.stand),
            self.sign_ins,
            lambda: OURS,
            self.told.append,
            lambda: self.now,
        )

    def read(self, post: str = "p", root: str = "", **values: Any) -> Completing:
        """Has a conversation read and returns what was told last."""
        asked = Converse(5, values.pop("network", "talky"), post, root, **values)
        asyncio.run(self.conversations.read(asked))
        return self.told[-1]


@pytest.fixture
def room() -> Iterator[Room]:
    one = Room()
    yield one
    one.conversations.close()
    assert one.feed.open == 0


def post(number: str) -> Post:
    return Post("talky", number, Author("1", "jo"), f"Post {number}", NOW)


def test_the_thread_is_read_from_its_root_and_marked_with_the_profile(room: Room) -> None:
    room.feed.answers = {
        ("r", ""): Page((post("r"), post("q")), older="2"),
        ("r", "2"): Page((post("p"),)),
    }
    assert room.read("p", "r", profiles=[2]) == Completing(5, Stage.WHOLE)
    assert room.told[0] == Completing(5, Stage.READING)
    assert room.feed.asked == [("r", ""), ("r", "2")]
    assert [one.post.remote_id for one in room.stand.taken] == ["r", "q", "p"]
    assert all(one.profiles == (2,) and one.streams == () for one in room.stand.taken)


def test_a_post_that_its_root_does_not_show_is_asked_for_itself(room: Room) -> None:
    room.feed.answers = {("r", ""): Page((post("r"),)), ("p", ""): Page((post("p"),))}
    assert room.read("p", "r").stage is Stage.WHOLE
    assert room.feed.asked == [("r", ""), ("p", "")]


def test_answers_are_read_though_the_beginning_is_gone(room: Room) -> None:
    room.feed.answers = {("r", ""): NotFound(host="talky"), ("p", ""): Page((post("p"),))}
    assert room.read("p", "r").stage is Stage.WHOLE
    room.feed.answers[("p", "")] = NotFound(host="talky")
    room.now += FRESH
    assert room.read("p", "r") == Completing(5, Stage.FAILED, GapCause.NOT_FOUND)


def test_only_so_many_pages_are_read(room: Room) -> None:
    room.feed.answers = {
        ("p", "" if n == 0 else str(n)): Page((post(f"{n}"),), older=str(n + 1)) for n in range(99)
    }
    assert room.read().stage is Stage.PARTLY
    assert len(room.feed.asked) == MOST_PAGES


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (NetworkDown(host="talky", reason="no answer"), GapCause.NETWORK_DOWN),
        (PermissionMissing(host="talky"), GapCause.PERMISSION_MISSING),
    ],
)
def test_what_failed_is_told_by_its_cause(room: Room, error: Exception, cause: GapCause) -> None:
    room.feed.answers = {("p", ""): error}
    assert room.read() == Completing(5, Stage.FAILED, cause)


def test_a_budget_that_is_used_up_says_until_when_and_is_not_asked_again(room: Room) -> None:
    whole = NOW + timedelta(minutes=7)
    room.feed.answers = {("p", ""): BudgetUsed(host="talky", resets_at=whole)}
    assert room.read() == Completing(5, Stage.FAILED, GapCause.BUDGET_USED, whole)
    again = room.read("q")
    assert again.cause is GapCause.BUDGET_USED
    assert again.until is not None
    assert room.feed.asked == [("p", "")]


def test_what_was_read_whole_is_not_asked_for_again_at_once(room: Room) -> None:
    room.feed.answers = {("p", ""): Page((post("p"),))}
    room.read()
    assert room.read().stage is Stage.WHOLE
    assert len(room.feed.asked) == 1
    room.now += FRESH
    room.read()
    assert len(room.feed.asked) == 2


def test_a_profile_that_got_the_post_asks_and_best_one_signed_in(room: Room) -> None:
    room.read("a", profiles=[1, 2])
    room.read("b", profiles=[1])
    room.read("c")
    room.read("d", profiles=[99])
    assert room.stand.through == [2, 1, 2, 2]


def test_nobody_else_asks_for_a_private_dialogue(room: Room) -> None:
    assert room.read("a", private=True).stage is Stage.NO_PROFILE
    assert room.stand.through == []


def test_networks_without_conversations_say_so(room: Room) -> None:
    assert room.read(network="dumb").stage is Stage.NOT_OFFERED
    assert room.read(network="unheard-of").stage is Stage.NOT_OFFERED


def order(one: Desk, ticket: int) -> None:
    """Asks for the conversation around the newest post that is kept."""
    newest = next(each for each in one.posts() if "reply two" in each.post.text)
    one.say(
        converse={
            "ticket": ticket,
            "network": "mastodon",
            "post": newest.post.remote_id,
            "root": newest.post.root,
            "profiles": list(newest.profiles),
        }
    )


def ended(one: Desk, ticket: int) -> dict[str, Any]:
    told: dict[str, Any] = one.hears(
        "completing", lambda t: t["ticket"] == ticket and t["stage"] != "reading"
    )
    return told


def test_a_real_engine_completes_a_thread_of_a_real_server(
    server: MastodonServer, tmp_path: Path
) -> None:
    ida, roads = server.client("ida"), server.client("fenbridge")
    root = roads.status_post("The M97 is closed")
    first = ida.status_post("reply one", in_reply_to_id=root)
    second = ida.status_post("@westmarch reply two", in_reply_to_id=first)
    ida.status_post("what came after", in_reply_to_id=second)
    with desk(tmp_path / "data", sign_ins=SIGN_INS) as one:
        connect(one, server, "westmarch", 1)
        watch(one, ("mentions", 1, ""))
        assert one.texts() == ["@westmarch reply two"]
        order(one, 7)
        assert ended(one, 7)["stage"] == "whole"
        texts = {"The M97 is closed", "reply one", "@westmarch reply two", "what came after"}
        assert set(one.texts()) == texts
        server.stop()
        one.say(converse={"ticket": 8, "network": "mastodon", "post": "x/1"})
        assert ended(one, 8)["cause"] == "network_down"
        assert one.close() == 0
