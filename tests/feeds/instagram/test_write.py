"""Writing as an account of the simulated Instagram, through the Graph, over loopback."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from controlroom.exercise.faces.facebook.ids import Stretch, gram_thread_id, id_of
from controlroom.exercise.world import PostKind, Said, SimPost
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.instagram.write import InstagramWriter
from controlroom.feeds.registry import make_writer
from controlroom.feeds.servers import Servers
from controlroom.feeds.writing import NotSent, Outgoing, SentAs
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.profile import Profile
from tests.exercise.faces.instagram.test_instagram import Gallery
from tests.exercise.serving import Served, serving
from tests.feeds.outgoing.pieces import Asked, about, clip, photo, piece
from tests.feeds.seats import SignedIn


@pytest.fixture(scope="module")
def town() -> Gallery:
    return Gallery()


@pytest.fixture(scope="module")
def server(town: Gallery) -> Iterator[Served]:
    with serving(town.world, [town.face, town.gram]) as one:
        yield one


@pytest.fixture(scope="module")
def writer(town: Gallery, server: Served) -> Iterator[InstagramWriter]:
    ours = town.ours
    profile = Profile(1, "instagram", town.gram.remote_id(ours), ours.handle, ours.name)
    sign_in = SignedIn(town.gram.credential(ours))
    seat = Seat(profile, sign_in, town.world.clock.now, Servers(server.led, sealed=True))
    one = make_writer("instagram", seat)
    assert isinstance(one, InstagramWriter)
    yield one
    one.close()


def out(town: Gallery, text: str, act: Act = Act.POST, **more: Any) -> Outgoing:
    return piece(text, town.world.clock.now(), act, **more)


def sent(writer: InstagramWriter, outgoing: Outgoing) -> SentAs:
    asked = Asked()
    made = writer.send(outgoing, asked)
    assert asked.times == 1
    return made


def post_of(town: Gallery, server: Served, made: SentAs) -> SimPost:
    return server.do(lambda: town.world.post(town.gram.post_number(made.remote_id)))


def test_a_photo_is_put_up_fetched_and_published(
    town: Gallery, server: Served, writer: InstagramWriter
) -> None:
    outgoing = out(town, "Weir Road is shut #Weir", files=(photo("A bridge"),))
    made = sent(writer, outgoing)
    post = post_of(town, server, made)
    assert (post.said.text, post.author) == (outgoing.text, town.ours.number)
    assert [one.alt for one in post.said.media] == ["A bridge"]
    found = [one for one in writer.look_back(outgoing).seen if one.text == outgoing.text]
    assert [(one.sent.remote_id, one.files) for one in found] == [(made.remote_id, 1)]
    assert not writer.is_gone(made.remote_id)


def test_several_are_an_album_and_a_film_is_a_film(
    town: Gallery, server: Served, writer: InstagramWriter
) -> None:
    album = out(town, "Two bridges", files=(photo("A bridge"), photo("Another")))
    assert [one.alt for one in post_of(town, server, sent(writer, album)).said.media] == [
        "A bridge", "Another",
    ]  # fmt: skip
    back = writer.look_back(album)
    assert [one.files for one in back.seen if one.text == "Two bridges"] == [2]
    film = out(town, "A film", files=(clip(),))
    media = post_of(town, server, sent(writer, film)).said.media
    assert [one.kind.value for one in media] == ["video"]


def test_comments_are_answered_hidden_and_taken_down(
    town: Gallery, server: Served, writer: InstagramWriter
) -> None:
    root = server.do(lambda: town.world.publish(town.ours.number, Said("Ours")))
    number = server.do(town.remark, root, "Where is that?")
    media, comment = id_of(Stretch.GRAM_POST, root), id_of(Stretch.GRAM_COMMENT, number)
    it = about(comment, root=media)
    answer = out(town, "On Hob Lane", Act.REPLY, about=it)
    made = sent(writer, answer)
    post = post_of(town, server, made)
    assert (post.kind, post.reply_to) == (PostKind.COMMENT, number)
    found = [one.sent.remote_id for one in writer.look_back(answer).seen if one.text == answer.text]
    assert found == [made.remote_id]
    below = sent(writer, out(town, "More below", Act.REPLY, about=about(media)))
    assert post_of(town, server, below).reply_to == root
    sent(writer, out(town, "", Act.HIDE, about=it))
    assert server.do(lambda: town.world.post(number).hidden)
    sent(writer, out(town, "", Act.SHOW, about=it))
    assert not server.do(lambda: town.world.post(number).hidden)
    sent(writer, out(town, "", Act.DELETE, about=about(made.remote_id)))
    assert writer.is_gone(made.remote_id)


def written_to_us(town: Gallery, server: Served, text: str) -> None:
    server.do(lambda: town.message(text, town.mo, town.ours))


def test_whoever_has_written_is_answered_and_the_answer_is_found(
    town: Gallery, server: Served, writer: InstagramWriter
) -> None:
    written_to_us(town, server, "Is the bridge open?")
    person = id_of(Stretch.GRAM_USER, town.mo.number)
    answer = out(town, "It is", Act.MESSAGE, about=about("", person=person))
    made = sent(writer, answer)
    post = post_of(town, server, made)
    assert (post.kind, post.to, post.said.text) == (PostKind.MESSAGE, town.mo.number, "It is")
    found = [one.sent.remote_id for one in writer.look_back(answer).seen if one.text == "It is"]
    assert found == [made.remote_id]
    dialogue = gram_thread_id(town.ours.number, town.mo.number)
    named = out(town, "It is", Act.MESSAGE, about=about(dialogue, person=person))
    assert [one.sent.remote_id for one in writer.look_back(named).seen] == [made.remote_id]
    assert not writer.is_gone(made.remote_id)


def test_a_comment_is_answered_in_private_once(
    town: Gallery, server: Served, writer: InstagramWriter
) -> None:
    root = server.do(lambda: town.world.publish(town.ours.number, Said("An appeal")))
    number = server.do(town.remark, root, "I know him")
    comment = id_of(Stretch.GRAM_COMMENT, number)
    it = about("", person=id_of(Stretch.GRAM_USER, town.mo.number), comment=comment)
    answer = out(town, "Please ring 101", Act.MESSAGE, about=it)
    made = sent(writer, answer)
    assert post_of(town, server, made).to == town.mo.number
    assert made.remote_id in [one.sent.remote_id for one in writer.look_back(answer).seen]
    with pytest.raises(NotSent) as caught:
        writer.send(answer, Asked())
    assert "already replied" in caught.value.said


def test_nobody_is_written_to_outside_the_window(
    town: Gallery, server: Served, writer: InstagramWriter
) -> None:
    written_to_us(town, server, "Hello")
    person = id_of(Stretch.GRAM_USER, town.mo.number)
    answer = out(town, "Good morning", Act.MESSAGE, about=about("", person=person))
    server.do(town.world.clock.jump, timedelta(hours=25))
    with pytest.raises(NotSent) as caught:
        writer.send(answer, Asked())
    assert "outside of allowed window" in caught.value.said
    written_to_us(town, server, "Hello again")
    too_long = out(town, "é" * 501, Act.MESSAGE, about=about("", person=person))
    with pytest.raises(NotSent) as caught:
        writer.send(too_long, Asked())
    assert caught.value.reason is Unsent.REFUSED
    with pytest.raises(NotSent) as caught:
        writer.send(out(town, "x", Act.MESSAGE, about=about("")), Asked())
    assert caught.value.reason is Unsent.UNABLE


def test_what_instagram_does_not_take_is_refused(
    town: Gallery, server: Served, writer: InstagramWriter
) -> None:
    root = server.do(lambda: town.world.publish(town.ours.number, Said("Ours, too")))
    ours = about(id_of(Stretch.GRAM_POST, root))
    for outgoing, reason in (
        (out(town, "Words alone"), Unsent.UNABLE),
        (out(town, "x", Act.LIKE, about=ours), Unsent.UNABLE),
        (out(town, "x", Act.EDIT, about=ours), Unsent.UNABLE),
        (out(town, "a" * 2_201, files=(photo(),)), Unsent.REFUSED),
    ):
        with pytest.raises(NotSent) as caught:
            writer.send(outgoing, Asked())
        assert caught.value.reason is reason
    with pytest.raises(NotSent):
        writer.send(out(town, "", Act.DELETE, about=ours), Asked())
    assert not writer.is_gone(ours.remote_id)
