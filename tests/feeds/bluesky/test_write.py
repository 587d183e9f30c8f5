"""Writing to the simulated Bluesky, over loopback."""

from collections.abc import Iterator
from typing import Any

import pytest

from controlroom.exercise.mishaps import Mishap, Plan
from controlroom.exercise.world import Account, PostKind, SimPost
from controlroom.feeds.networks.bluesky.write import BlueskyWriter
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import Keyed, NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.credential import Credential
from controlroom.model.outgoing.content import Act, Audience, Card, Poll
from controlroom.model.outgoing.delivery import Unsent
from tests.engine.mastodon_server import wait_until
from tests.exercise.faces.bluesky.town import Desk, desk
from tests.exercise.faces.x.files import png
from tests.feeds.outgoing.pieces import Asked, about, carried, clip, photo, piece

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWater\n"


@pytest.fixture(scope="module")
def sky() -> Iterator[Desk]:
    with desk() as one:
        yield one


@pytest.fixture(scope="module")
def writer(sky: Desk) -> Iterator[BlueskyWriter]:
    one = make_writer("bluesky", sky.seat(sky.town.police))
    assert isinstance(one, BlueskyWriter)
    yield one
    one.close()


def out(sky: Desk, writer: BlueskyWriter, text: str, act: Act = Act.POST, **more: Any) -> Outgoing:
    more.setdefault("key", writer.new_key())
    return piece(text, sky.server.do(sky.town.now), act, **more)


def sent(writer: BlueskyWriter, outgoing: Outgoing) -> SentAs:
    asked = Asked()
    made = writer.send(outgoing, asked)
    assert asked.times == 1
    return made


def post_of(sky: Desk, made: SentAs) -> SimPost:
    return sky.server.do(lambda: sky.town.world.post(sky.face.post_number(made.remote_id)))


def record(sky: Desk, uri: str) -> dict[str, Any]:
    repo, collection, rkey = uri.removeprefix("at://").split("/")
    told = sky.ask("com.atproto.repo.getRecord", repo=repo, collection=collection, rkey=rkey).json()
    value: dict[str, Any] = told["value"]
    return value


def newest_of(sky: Desk, who: Account) -> str:
    """Returns the address of somebody's latest post."""
    did = sky.did(who)
    told = sky.ask("app.bsky.feed.getAuthorFeed", sky.town.police, actor=did).json()
    return str(told["feed"][0]["post"]["uri"])


def test_a_post_lies_under_the_name_that_was_minted(sky: Desk, writer: BlueskyWriter) -> None:
    text = "Weir Road 🚧 is shut: https://westmarch.example/a #Weir @idaquill.fensky.example"
    outgoing = out(sky, writer, text, language="en")
    made = sent(writer, outgoing)
    assert made.remote_id == f"at://{sky.did(sky.town.police)}/app.bsky.feed.post/{outgoing.key}"
    assert made.url.startswith("https://bsky.app/profile/")
    assert made.version
    assert {one.name for one in made.budgets} <= {"writes", "writes a day", "reads"}
    told = record(sky, made.remote_id)
    assert (told["text"], told["langs"]) == (text, ["en"])
    kinds = [one["features"][0]["$type"].rpartition("#")[2] for one in told["facets"]]
    assert kinds == ["link", "tag", "mention"]
    assert told["facets"][2]["features"][0]["did"] == sky.did(sky.town.ida)


def test_photos_and_clips_arrive_with_what_describes_them(sky: Desk, writer: BlueskyWriter) -> None:
    files = (photo("A bridge", sensitive=True), photo("The same bridge"))
    post = post_of(sky, sent(writer, out(sky, writer, "Look", files=files)))
    assert [(one.alt, one.width) for one in post.said.media] == [
        ("A bridge", 3), ("The same bridge", 3),
    ]  # fmt: skip
    assert post.said.warning == "graphic-media"
    film = clip("Water rises", captions=CAPTIONS)
    made = sent(writer, out(sky, writer, "A film", files=(film,), language="pl"))
    embed = record(sky, made.remote_id)["embed"]
    assert (embed["$type"], embed["alt"]) == ("app.bsky.embed.video", "Water rises")
    assert embed["captions"][0]["lang"] == "pl"
    kept = sky.server.do(sky.town.world.media.get, embed["captions"][0]["file"]["ref"]["$link"])
    assert kept == CAPTIONS


def test_a_name_that_is_taken_is_not_written_twice(sky: Desk, writer: BlueskyWriter) -> None:
    outgoing = out(sky, writer, "Once only")
    made = sent(writer, outgoing)
    with pytest.raises(PerhapsSent):
        writer.send(outgoing, Asked())
    back = writer.look_back(outgoing)
    assert back.certain
    assert [(one.sent.remote_id, one.text) for one in back.seen] == [(made.remote_id, "Once only")]
    assert back.seen[0].sent.version == made.version
    nothing = writer.look_back(out(sky, writer, "Never sent"))
    assert (nothing.seen, nothing.certain) == ((), True)


def test_a_thread_and_an_answer_name_root_and_parent(sky: Desk, writer: BlueskyWriter) -> None:
    first = sent(writer, out(sky, writer, "1/3"))
    second = sent(writer, out(sky, writer, "2/3", about=about(first.remote_id)))
    third = sent(writer, out(sky, writer, "3/3", about=about(second.remote_id)))
    reply = record(sky, third.remote_id)["reply"]
    assert (reply["root"]["uri"], reply["parent"]["uri"]) == (first.remote_id, second.remote_id)
    assert reply["parent"]["cid"] == second.version
    sky.says(sky.town.ida, "Is it shut?")
    question = newest_of(sky, sky.town.ida)
    answer = sent(writer, out(sky, writer, "It is", Act.REPLY, about=about(question)))
    back = writer.look_back(out(sky, writer, "It is", key=answer.remote_id.rpartition("/")[2]))
    assert back.seen[0].answers == question


def test_who_may_answer_comes_with_the_post_itself(sky: Desk, writer: BlueskyWriter) -> None:
    for audience, allowed in (
        (Audience.NOBODY, []),
        (Audience.FOLLOWING, ["app.bsky.feed.threadgate#followingRule"]),
        (Audience.MENTIONED, ["app.bsky.feed.threadgate#mentionRule"]),
    ):
        made = sent(writer, out(sky, writer, "Quiet", audience=audience))
        gate = record(sky, made.remote_id.replace("feed.post", "feed.threadgate"))
        assert [one["$type"] for one in gate["allow"]] == allowed
        assert gate["post"] == made.remote_id


def test_who_may_answer_can_be_changed_and_answers_hidden_and_shown(
    sky: Desk, writer: BlueskyWriter
) -> None:
    made = sent(writer, out(sky, writer, "Ask us"))
    number = sky.face.post_number(made.remote_id)
    rude = sky.says(sky.town.tom, "Useless!", reply_to=number)
    it = about(newest_of(sky, sky.town.tom), root=made.remote_id)
    gate = made.remote_id.replace("feed.post", "feed.threadgate")
    sent(writer, out(sky, writer, "", Act.HIDE, about=it))
    assert sky.server.do(lambda: sky.town.world.post(rude).hidden)
    assert "allow" not in record(sky, gate)
    rule = out(sky, writer, "", Act.REPLY_RULE, about=about(made.remote_id),
               audience=Audience.NOBODY)  # fmt: skip
    sent(writer, rule)
    assert record(sky, gate)["allow"] == []
    assert record(sky, gate)["hiddenReplies"] == [it.remote_id]
    sent(writer, out(sky, writer, "", Act.SHOW, about=about(it.remote_id)))
    assert not sky.server.do(lambda: sky.town.world.post(rude).hidden)
    assert record(sky, gate)["allow"] == []


def test_reposts_and_likes_lie_under_names_too(sky: Desk, writer: BlueskyWriter) -> None:
    number = sky.says(sky.town.press, "Flood news")
    uri = newest_of(sky, sky.town.press)
    shared, liked = (out(sky, writer, "", act, about=about(uri)) for act in (Act.REPOST, Act.LIKE))
    assert post_of(sky, sent(writer, shared)).kind is PostKind.REPOST
    likes = sky.server.do(lambda: sky.town.world.post(number).likes)
    made = sent(writer, liked)
    assert sky.server.do(lambda: sky.town.world.post(number).likes) == likes + 1
    for one in (shared, liked):
        back = writer.look_back(one)
        assert (back.certain, [seen.answers for seen in back.seen]) == (True, [uri])
    sent(writer, out(sky, writer, "", Act.DELETE, about=about(made.remote_id)))
    assert writer.is_gone(made.remote_id)


def test_messages_go_into_the_dialogue_and_are_found_again(
    sky: Desk, writer: BlueskyWriter
) -> None:
    to = about("", author="idaquill.fensky.example")
    outgoing = out(sky, writer, "Please call 0300 https://westmarch.example", Act.MESSAGE, about=to)
    made = sent(writer, outgoing)
    dialogue = made.remote_id.partition("/")[0]
    again = out(sky, writer, "At once", Act.MESSAGE, about=about(dialogue))
    assert sent(writer, again).remote_id.startswith(f"{dialogue}/")
    found = {one.sent.remote_id: one.text for one in writer.look_back(outgoing).seen}
    assert found[made.remote_id] == outgoing.text
    assert not writer.look_back(outgoing).certain
    assert writer.ways[Act.MESSAGE].keyed is Keyed.NONE


def test_what_is_deleted_is_seen_gone(sky: Desk, writer: BlueskyWriter) -> None:
    made = sent(writer, out(sky, writer, "A mistake"))
    assert not writer.is_gone(made.remote_id)
    delete = out(sky, writer, "", Act.DELETE, about=about(made.remote_id))
    sent(writer, delete)
    assert writer.is_gone(made.remote_id)
    sent(writer, delete)


@pytest.mark.parametrize("mishap", [Mishap.BROKEN, Mishap.CUT, Mishap.LATE, Mishap.LOST])
def test_after_a_mishap_the_name_says_what_became_of_it(
    sky: Desk, writer: BlueskyWriter, mishap: Mishap
) -> None:
    sky.server.do(sky.server.faults.mishaps.set, "bluesky", Plan({mishap: 1.0}, late_s=0.1))
    outgoing = out(sky, writer, f"This is {mishap}")
    try:
        with pytest.raises(PerhapsSent):
            writer.send(outgoing, Asked())
    finally:
        sky.server.do(sky.server.faults.mishaps.lift, "bluesky")
    if mishap is Mishap.LOST:
        assert writer.look_back(outgoing).seen == ()
        sent(writer, outgoing)
    wait_until(lambda: writer.look_back(outgoing).seen)
    with pytest.raises(PerhapsSent):
        writer.send(outgoing, Asked())
    assert [one.text for one in writer.look_back(outgoing).seen] == [outgoing.text]


def refusal(writer: BlueskyWriter, outgoing: Outgoing) -> NotSent:
    with pytest.raises(NotSent) as caught:
        writer.send(outgoing, Asked())
    return caught.value


def test_refusals_say_why(sky: Desk, writer: BlueskyWriter) -> None:
    long = refusal(writer, out(sky, writer, "a" * 301))
    assert (long.reason, "300 graphemes" in long.said) == (Unsent.REFUSED, True)
    gone = f"at://{sky.did(sky.town.ida)}/app.bsky.feed.post/3aaaaaaaaaaaa"
    lost = refusal(writer, out(sky, writer, "x", Act.REPLY, about=about(gone)))
    assert lost.reason is Unsent.GONE
    poll = refusal(writer, out(sky, writer, "x", poll=Poll(("a", "b"), 60)))
    assert poll.reason is Unsent.UNABLE
    theirs = refusal(writer, out(sky, writer, "", Act.DELETE, about=about(gone)))
    assert theirs.reason is Unsent.UNABLE
    assert refusal(writer, out(sky, writer, "x", Act.EDIT, about=about(gone))).reason is (
        Unsent.UNABLE
    )
    assert refusal(writer, out(sky, writer, "", Act.HIDE, about=about(gone))).reason is Unsent.GONE


def test_a_sign_in_that_has_ended_is_said_to_have(sky: Desk) -> None:
    held = sky.face.credential(sky.town.police)
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl"
    seat = sky.seat(sky.town.police, Credential(token, account=held.account, server=held.server))
    one = make_writer("bluesky", seat)
    with pytest.raises(NotSent) as caught:
        one.send(piece("x", sky.town.now(), key=one.new_key()), Asked())
    one.close()
    assert caught.value.reason is Unsent.SIGN_IN
    assert token not in str(caught.value)


CARD = Card("https://westmarch.example/weir", "Weir Road", "Shut until noon")


def test_a_card_for_a_link_says_what_was_written_and_shows_the_photo(
    sky: Desk, writer: BlueskyWriter
) -> None:
    outgoing = out(sky, writer, "News of the weir", card=CARD, files=(photo("A weir"),))
    made = sent(writer, outgoing)
    external = record(sky, made.remote_id)["embed"]["external"]
    assert (external["uri"], external["title"]) == (CARD.url, "Weir Road")
    assert external["description"] == "Shut until noon"
    assert external["thumb"]["mimeType"] == "image/png"
    assert post_of(sky, made).said.media == ()
    seen = writer.look_back(outgoing).seen
    assert [one.sent.remote_id for one in seen] == [made.remote_id]
    bare = sent(writer, out(sky, writer, "More of it", card=CARD))
    assert "thumb" not in record(sky, bare.remote_id)["embed"]["external"]


def test_a_card_that_cannot_be_is_refused_before_anything_leaves(
    sky: Desk, writer: BlueskyWriter
) -> None:
    huge = carried(png() + b"0" * 1_000_000, "image/png", "A weir")
    for card, files, said in (
        (Card("westmarch.example", "Weir"), (), "an address"),
        (Card(CARD.url, " "), (), "a title"),
        (CARD, (clip(),), "no film"),
        (CARD, (photo(), photo()), "one photo"),
        (CARD, (huge,), "1,000,000 bytes"),
    ):
        error = refusal(writer, out(sky, writer, "x", card=card, files=files))
        assert error.reason is Unsent.UNABLE
        assert said in error.said
