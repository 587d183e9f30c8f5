"""Writing to the simulated X, over loopback."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from controlroom.exercise.mishaps import Mishap, Plan
from controlroom.exercise.world import PostKind, SimPost
from controlroom.feeds.networks.x.write import XWriter
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.credential import Credential
from controlroom.model.outgoing.content import Act, Audience, Poll
from controlroom.model.outgoing.delivery import Unsent
from tests.engine.mastodon_server import wait_until
from tests.exercise.faces.x.town import Desk, desk
from tests.feeds.outgoing.pieces import Asked, about, clip, photo, piece

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWater\n"


@pytest.fixture(scope="module")
def ex() -> Iterator[Desk]:
    with desk() as one:
        yield one


@pytest.fixture(scope="module")
def writer(ex: Desk) -> Iterator[XWriter]:
    one = make_writer("x", ex.seat(ex.town.police))
    assert isinstance(one, XWriter)
    yield one
    one.close()


def out(ex: Desk, text: str, act: Act = Act.POST, **more: Any) -> Outgoing:
    return piece(text, ex.server.do(ex.town.now), act, **more)


def sent(writer: XWriter, outgoing: Outgoing) -> SentAs:
    asked = Asked()
    made = writer.send(outgoing, asked)
    assert asked.times == 1
    return made


def post_of(ex: Desk, made: SentAs) -> SimPost:
    return ex.server.do(lambda: ex.town.world.post(ex.face.post_number(made.remote_id)))


def remote_id(ex: Desk, number: int) -> str:
    author = ex.server.do(lambda: ex.town.world.post(number).author)
    account = ex.face.remote_id(ex.town.world.accounts[author])
    told = ex.ask("GET", f"/2/users/{account}/tweets", ex.town.roads, params={"max_results": 5})
    return str(told.json()["data"][0]["id"])


def test_a_post_stands_there_as_it_was_written(ex: Desk, writer: XWriter) -> None:
    text = "Weir Road is shut & wet <now>\n\nDétour: https://westmarch.example/a #Weir"
    made = sent(writer, out(ex, text))
    assert post_of(ex, made).said.text == text
    assert made.url.endswith(made.remote_id)


def test_what_is_left_of_an_allowance_is_told(ex: Desk, writer: XWriter) -> None:
    made = sent(writer, out(ex, "One of a hundred"))
    (left,) = made.budgets
    assert (left.name, left.limit, left.remaining < 100) == ("publish", 100, True)
    gone = sent(writer, out(ex, "", Act.DELETE, about=about(made.remote_id)))
    assert [(one.name, one.limit) for one in gone.budgets] == [("delete", 50)]


def test_photos_and_clips_arrive_with_what_describes_them(
    ex: Desk, writer: XWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (photo("A bridge", sensitive=True), photo("The same bridge"))
    post = post_of(ex, sent(writer, out(ex, "Look", files=files)))
    assert [one.alt for one in post.said.media] == ["A bridge", "The same bridge"]
    waited = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        ex.server.do(ex.town.world.clock.jump, timedelta(seconds=seconds))

    monkeypatch.setattr(writer, "wait", wait)
    film = clip("Water rises", captions=CAPTIONS)
    post = post_of(ex, sent(writer, out(ex, "A film", files=(film,), language="pl")))
    assert [one.alt for one in post.said.media] == ["Water rises"]
    assert waited


def test_polls_threads_and_who_may_reply(ex: Desk, writer: XWriter) -> None:
    poll = Poll(("Yes", "No"), 60)
    post = post_of(ex, sent(writer, out(ex, "Open?", poll=poll)))
    assert post.said.poll is not None
    assert post.said.poll.options == ("Yes", "No")
    first = sent(writer, out(ex, "1/2", audience=Audience.MENTIONED))
    number = ex.face.post_number(first.remote_id)
    assert ex.town.world.notes[number, "reply_settings"] == "mentionedUsers"
    again = about(first.remote_id)
    second = sent(writer, out(ex, "2/2", about=again, audience=Audience.MENTIONED))
    assert post_of(ex, second).reply_to == number


def test_answers_messages_reposts_and_likes(ex: Desk, writer: XWriter) -> None:
    number = ex.says(ex.town.ida, "@WestmarchPolice is it shut?")
    it = about(remote_id(ex, number))
    assert post_of(ex, sent(writer, out(ex, "It is", Act.REPLY, about=it))).reply_to == number
    to = about("", person=ex.face.remote_id(ex.town.ida))
    message = sent(writer, out(ex, "Call us", Act.MESSAGE, about=to, files=(photo(),)))
    assert post_of(ex, message).kind is PostKind.MESSAGE
    shared = post_of(ex, sent(writer, out(ex, "", Act.REPOST, about=it)))
    assert (shared.kind, shared.quote) == (PostKind.REPOST, number)
    likes = ex.server.do(lambda: ex.town.world.post(number).likes)
    assert sent(writer, out(ex, "", Act.LIKE, about=it)).remote_id == ""
    assert ex.server.do(lambda: ex.town.world.post(number).likes) == likes + 1


def test_messages_are_found_answered_and_taken_back(ex: Desk, writer: XWriter) -> None:
    ids = sorted((ex.face.remote_id(ex.town.ida), ex.face.remote_id(ex.town.police)), key=int)
    dialogue = "-".join(ids)
    outgoing = out(ex, "Where did you see him?", Act.MESSAGE, about=about(dialogue))
    made = sent(writer, outgoing)
    found = [one for one in writer.look_back(outgoing).seen if one.sent.remote_id == made.remote_id]
    assert [one.text for one in found] == [outgoing.text]
    assert not writer.is_gone(made.remote_id)
    back = about(made.remote_id, root=dialogue)
    sent(writer, out(ex, "", Act.DELETE, about=back))
    assert writer.is_gone(made.remote_id)


def test_answers_are_hidden_and_shown(ex: Desk, writer: XWriter) -> None:
    made = sent(writer, out(ex, "Ask us"))
    rude = ex.says(ex.town.tom, "Useless!", reply_to=ex.face.post_number(made.remote_id))
    it = about(remote_id(ex, rude))
    sent(writer, out(ex, "", Act.HIDE, about=it))
    assert ex.server.do(lambda: ex.town.world.post(rude).hidden)
    sent(writer, out(ex, "", Act.SHOW, about=it))
    assert not ex.server.do(lambda: ex.town.world.post(rude).hidden)


def test_an_edit_is_another_version_of_the_last(ex: Desk, writer: XWriter) -> None:
    made = sent(writer, out(ex, "Have you sen him?"))
    for text in ("Have you seen him?", "Have you seen him today?"):
        edit = out(ex, text, Act.EDIT, about=about(made.remote_id))
        edited = sent(writer, edit)
        assert edited.remote_id == made.remote_id
        assert post_of(ex, made).said.text == text
        assert [one.text for one in writer.look_back(edit).seen] == [text]


def test_what_is_deleted_is_seen_gone(ex: Desk, writer: XWriter) -> None:
    made = sent(writer, out(ex, "A mistake"))
    assert not writer.is_gone(made.remote_id)
    delete = out(ex, "", Act.DELETE, about=about(made.remote_id))
    sent(writer, delete)
    assert writer.is_gone(made.remote_id)
    assert sent(writer, delete).said == "it was gone already"


def test_looking_back_finds_the_text_with_its_links_and_files(ex: Desk, writer: XWriter) -> None:
    text = "See https://westmarch.example/a/very/long/way?to=go @idaquill #Weir & <more>"
    outgoing = out(ex, text, files=(photo(),))
    made = sent(writer, outgoing)
    back = writer.look_back(outgoing)
    found = next(one for one in back.seen if one.sent.remote_id == made.remote_id)
    assert (found.text, found.files, back.certain) == (text, 1, False)
    assert back.since <= outgoing.since


def test_looking_back_goes_on_until_before_the_attempt(ex: Desk, writer: XWriter) -> None:
    first = out(ex, "The first of many")
    made = sent(writer, first)
    for number in range(30):
        ex.server.do(ex.town.says, ex.town.police, f"Later {number}")
    back = writer.look_back(first)
    assert made.remote_id in [one.sent.remote_id for one in back.seen]
    assert back.looked > 25


def test_what_was_just_said_may_be_there_already(ex: Desk, writer: XWriter) -> None:
    outgoing = out(ex, "Said just now")
    made = sent(writer, outgoing)
    with pytest.raises(PerhapsSent) as caught:
        writer.send(outgoing, Asked())
    assert "duplicate" in caught.value.said
    assert made.remote_id in [one.sent.remote_id for one in writer.look_back(outgoing).seen]


@pytest.mark.parametrize("mishap", [Mishap.BROKEN, Mishap.CUT, Mishap.LATE, Mishap.LOST])
def test_nobody_knows_what_became_of_it(ex: Desk, writer: XWriter, mishap: Mishap) -> None:
    ex.server.do(ex.server.faults.mishaps.set, "x", Plan({mishap: 1.0}, late_s=0.1))
    try:
        outgoing = out(ex, f"This is {mishap}")
        with pytest.raises(PerhapsSent):
            writer.send(outgoing, Asked())
    finally:
        ex.server.do(ex.server.faults.mishaps.lift, "x")

    def is_there() -> bool:
        return outgoing.text in [one.text for one in writer.look_back(outgoing).seen]

    if mishap is Mishap.LOST:
        assert not is_there()
    else:
        wait_until(is_there)


def refusal(writer: XWriter, outgoing: Outgoing) -> NotSent:
    with pytest.raises(NotSent) as caught:
        writer.send(outgoing, Asked())
    return caught.value


def test_refusals_say_why(ex: Desk, writer: XWriter) -> None:
    gone = about("1234567890123456789")
    assert refusal(writer, out(ex, "x", Act.REPLY, about=gone)).reason is Unsent.GONE
    theirs = about(remote_id(ex, ex.says(ex.town.ida, "Mine")))
    denied = refusal(writer, out(ex, "", Act.DELETE, about=theirs))
    assert (denied.reason, "not authorized" in denied.said) == (Unsent.PERMISSION, True)
    assert refusal(writer, out(ex, "x", audience=Audience.NOBODY)).reason is Unsent.UNABLE
    assert refusal(writer, out(ex, "x", Act.MESSAGE)).reason is Unsent.UNABLE
    assert refusal(writer, out(ex, "a" * 25_001)).reason is Unsent.REFUSED
    many = Poll(("a", "b"), 60, multiple=True)
    assert refusal(writer, out(ex, "x", poll=many)).reason is Unsent.UNABLE


def test_a_sign_in_that_has_ended_is_said_to_have(ex: Desk) -> None:
    one = make_writer("x", ex.seat(ex.town.police, Credential("no such token")))
    with pytest.raises(NotSent) as caught:
        one.send(out(ex, "x"), Asked())
    one.close()
    assert caught.value.reason is Unsent.SIGN_IN
    assert "no such token" not in str(caught.value)
