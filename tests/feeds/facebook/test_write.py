"""Writing as a page of the simulated Facebook, over loopback."""

from collections.abc import Iterator
from typing import Any

import pytest

from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.mishaps import Mishap, Plan
from controlroom.exercise.world import PostKind, SimPost
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.facebook.write import FacebookWriter
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.credential import Credential
from controlroom.model.outgoing.content import Act, Card, Poll
from controlroom.model.outgoing.delivery import Unsent
from tests.engine.mastodon_server import wait_until
from tests.exercise.faces.facebook.town import PICTURE, Town, seat_at
from tests.exercise.serving import Served, serving
from tests.feeds.outgoing.pieces import Asked, about, clip, photo, piece
from tests.feeds.seats import SignedIn

CAPTIONS = b"""WEBVTT

NOTE made by hand

00:00.000 --> 00:01.500 align:start
<v Ida>Water
rises
"""


@pytest.fixture(scope="module")
def town() -> Town:
    return Town()


@pytest.fixture(scope="module")
def server(town: Town) -> Iterator[Served]:
    with serving(town.world, [town.face]) as one:
        yield one


@pytest.fixture(scope="module")
def writer(town: Town, server: Served) -> Iterator[FacebookWriter]:
    one = make_writer("facebook", seat_at(town, server))
    assert isinstance(one, FacebookWriter)
    yield one
    one.close()


def out(town: Town, text: str, act: Act = Act.POST, **more: Any) -> Outgoing:
    return piece(text, town.world.clock.now(), act, **more)


def sent(writer: FacebookWriter, outgoing: Outgoing) -> SentAs:
    asked = Asked()
    made = writer.send(outgoing, asked)
    assert asked.times == 1
    return made


def post_of(town: Town, server: Served, made: SentAs) -> SimPost:
    return server.do(lambda: town.world.post(town.face.post_number(made.remote_id)))


def story_id(page: str, number: int) -> str:
    return f"{page}_{id_of(Stretch.STORY, number)}"


def test_a_post_stands_there_as_it_was_written(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    text = "Weir Road is shut\n\nDétour: https://westmarch.example/a #Weir"
    outgoing = out(town, text)
    made = sent(writer, outgoing)
    post = post_of(town, server, made)
    assert (post.said.text, post.author) == (text, town.page.number)
    assert {one.name for one in made.budgets} >= {"pages"}
    assert made.remote_id.startswith(f"{town.face.remote_id(town.page)}_")
    found = [one for one in writer.look_back(outgoing).seen if one.text == text]
    assert [(one.sent.remote_id, one.files) for one in found] == [(made.remote_id, 0)]


def test_photos_arrive_with_what_describes_them(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    outgoing = out(town, "Look", files=(photo("A bridge"), photo("The same bridge")))
    made = sent(writer, outgoing)
    media = post_of(town, server, made).said.media
    assert [one.alt for one in media] == ["A bridge", "The same bridge"]
    found = next(
        one for one in writer.look_back(outgoing).seen if one.sent.remote_id == made.remote_id
    )
    assert (found.text, found.files) == ("Look", 2)


def test_a_film_comes_in_pieces_and_is_published_at_the_end(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    outgoing = out(town, "A film", files=(clip(captions=CAPTIONS),), language="en-GB")
    made = sent(writer, outgoing)
    post = post_of(town, server, made)
    assert post.said.text == "A film"
    assert len(post.said.media) == 1
    assert made.said == ""
    told = town.world.notes[post.number, "captions"]
    assert told == "1\n00:00:00,000 --> 00:00:01,500\nWater\nrises\n"
    found = [one.files for one in writer.look_back(outgoing).seen if one.text == "A film"]
    assert found == [1]


def test_a_film_that_got_no_subtitles_is_out_all_the_same(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    made = sent(writer, out(town, "A film without", files=(clip(captions=b"WEBVTT\n"),)))
    assert post_of(town, server, made).said.text == "A film without"
    assert "subtitles" in made.said


def test_comments_answer_and_later_pieces_stand_below(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    root = server.do(town.post, "Our post", town.page)
    number = server.do(town.comment, root, "Is it shut?")
    asked = f"{id_of(Stretch.STORY, root)}_{id_of(Stretch.COMMENT, number)}"
    answer = out(town, "It is", Act.REPLY, about=about(asked), files=(photo(),))
    made = sent(writer, answer)
    post = post_of(town, server, made)
    assert (post.kind, len(post.said.media)) == (PostKind.COMMENT, 1)
    found = [one.sent.remote_id for one in writer.look_back(answer).seen if one.text == "It is"]
    assert found == [made.remote_id]
    first = sent(writer, out(town, "1/2"))
    second = out(town, "2/2", about=about(first.remote_id))
    assert post_of(town, server, sent(writer, second)).reply_to == (
        post_of(town, server, first).number
    )


def test_messages_go_to_who_wrote_and_are_found_again(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    server.do(town.message, "Hello?", town.tom, town.page)
    server.do(town.message, "I saw him", town.ida, town.page)
    person = id_of(Stretch.PERSON, town.ida.number)
    outgoing = out(town, "Where?", Act.MESSAGE, about=about("", person=person))
    made = sent(writer, outgoing)
    assert post_of(town, server, made).to == town.ida.number
    back = writer.look_back(outgoing)
    assert [one.sent.remote_id for one in back.seen if one.text == "Where?"] == [made.remote_id]
    picture = out(town, "", Act.MESSAGE, about=about("", person=person), files=(photo(),))
    assert len(post_of(town, server, sent(writer, picture)).said.media) == 1


def test_a_comment_is_answered_by_message(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    root = server.do(town.post, "Our other post", town.page)
    number = server.do(town.comment, root, "My address is 1 Hob Lane")
    asked = f"{id_of(Stretch.STORY, root)}_{id_of(Stretch.COMMENT, number)}"
    person = id_of(Stretch.PERSON, town.ida.number)
    it = about("", person=person, comment=asked)
    made = sent(writer, out(town, "Please do not", Act.MESSAGE, about=it))
    assert post_of(town, server, made).kind is PostKind.MESSAGE


def test_comments_are_liked_hidden_shown_changed_and_taken_down(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    root = server.do(town.post, "Third post", town.page)
    number = server.do(town.comment, root, "Rude")
    it = about(f"{id_of(Stretch.STORY, root)}_{id_of(Stretch.COMMENT, number)}")
    sent(writer, out(town, "", Act.HIDE, about=it))
    assert server.do(lambda: town.world.post(number).hidden)
    sent(writer, out(town, "", Act.SHOW, about=it))
    assert not server.do(lambda: town.world.post(number).hidden)
    assert sent(writer, out(town, "", Act.LIKE, about=it)).remote_id == ""
    delete = out(town, "", Act.DELETE, about=it)
    sent(writer, delete)
    assert writer.is_gone(it.remote_id)
    assert sent(writer, delete).said == "it was gone already"
    ours = about(story_id(town.face.remote_id(town.page), root))
    edit = out(town, "Third post, mended", Act.EDIT, about=ours)
    sent(writer, edit)
    assert [one.text for one in writer.look_back(edit).seen] == ["Third post, mended"]
    assert not writer.is_gone(ours.remote_id)
    sent(writer, out(town, "", Act.DELETE, about=ours))
    assert writer.is_gone(ours.remote_id)


def test_a_post_is_shared_by_its_link_and_found_again(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    theirs = server.do(town.post, "The ford is shut", town.council, (PICTURE,))
    it = about(story_id(id_of(Stretch.PAGE, town.council.number), theirs))
    share = out(town, "", Act.REPOST, about=it)
    made = sent(writer, share)
    post = post_of(town, server, made)
    assert (post.kind, post.quote, post.author) == (PostKind.REPOST, theirs, town.page.number)
    found = writer.look_back(share).seen
    assert [one.sent.remote_id for one in found] == [made.remote_id]
    assert (found[0].text, found[0].files, found[0].answers) == ("", 0, it.remote_id)
    sent(writer, out(town, "", Act.DELETE, about=about(made.remote_id)))
    assert writer.is_gone(made.remote_id)
    assert writer.look_back(share).seen == ()
    assert not writer.is_gone(it.remote_id)


def test_a_page_likes_a_post_once(town: Town, server: Served, writer: FacebookWriter) -> None:
    theirs = server.do(town.post, "The ford is open", town.council)
    like = out(
        town, "", Act.LIKE, about=about(story_id(id_of(Stretch.PAGE, town.council.number), theirs))
    )
    sent(writer, like)
    sent(writer, like)
    assert server.do(lambda: town.world.post(theirs).likes) == 1


@pytest.mark.parametrize("mishap", [Mishap.BROKEN, Mishap.CUT, Mishap.LATE, Mishap.LOST])
def test_nobody_knows_what_became_of_it(
    town: Town, server: Served, writer: FacebookWriter, mishap: Mishap
) -> None:
    server.do(server.faults.mishaps.set, "facebook", Plan({mishap: 1.0}, late_s=0.1))
    try:
        outgoing = out(town, f"This is {mishap}")
        with pytest.raises(PerhapsSent):
            writer.send(outgoing, Asked())
    finally:
        server.do(server.faults.mishaps.lift, "facebook")

    def is_there() -> bool:
        return outgoing.text in [one.text for one in writer.look_back(outgoing).seen]

    if mishap is Mishap.LOST:
        assert not is_there()
    else:
        wait_until(is_there)


def test_what_was_just_said_may_be_there_already(
    town: Town, server: Served, writer: FacebookWriter
) -> None:
    outgoing = out(town, "Said just now")
    sent(writer, outgoing)
    with pytest.raises(PerhapsSent) as caught:
        writer.send(outgoing, Asked())
    assert "Duplicate" in caught.value.said


def refusal(writer: FacebookWriter, outgoing: Outgoing) -> NotSent:
    with pytest.raises(NotSent) as caught:
        writer.send(outgoing, Asked())
    return caught.value


def test_refusals_say_why(town: Town, server: Served, writer: FacebookWriter) -> None:
    gone = about("122000000009999_900000000009999")
    assert refusal(writer, out(town, "x", Act.REPLY, about=gone)).reason is Unsent.GONE
    empty = refusal(writer, out(town, ""))
    assert (empty.reason, "Missing message" in empty.said) == (Unsent.REFUSED, True)
    theirs = server.do(town.post, "Theirs", town.council)
    it = about(story_id(id_of(Stretch.PAGE, town.council.number), theirs))
    assert refusal(writer, out(town, "", Act.DELETE, about=it)).reason is Unsent.PERMISSION
    poll = Poll(("a", "b"), 60)
    assert refusal(writer, out(town, "x", poll=poll)).reason is Unsent.UNABLE
    card = Card("https://westmarch.example", "Westmarch")
    assert refusal(writer, out(town, "x", card=card)).reason is Unsent.UNABLE
    late = about("", person=id_of(Stretch.PERSON, town.council.number))
    assert refusal(writer, out(town, "x", Act.MESSAGE, about=late)).reason in (
        Unsent.PERMISSION, Unsent.REFUSED,
    )  # fmt: skip


def test_too_many_and_an_ended_sign_in_are_told(town: Town, server: Served) -> None:
    at = seat_at(town, server)
    bad = Seat(at.profile, SignedIn(Credential("EAAnosuchtoken")), at.now, at.server)
    one = make_writer("facebook", bad)
    with pytest.raises(NotSent) as caught:
        one.send(out(town, "x"), Asked())
    one.close()
    assert caught.value.reason is Unsent.SIGN_IN
    assert "nosuch" not in str(caught.value)
    server.do(server.faults.mishaps.set, "facebook", Plan({Mishap.TOO_MANY: 1.0}))
    good = make_writer("facebook", at)
    try:
        with pytest.raises(NotSent) as caught:
            good.send(out(town, "x"), Asked())
    finally:
        server.do(server.faults.mishaps.lift, "facebook")
        good.close()
    assert caught.value.reason is Unsent.TOO_MANY
    assert caught.value.again_at is not None
