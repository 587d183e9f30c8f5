"""Writing to the simulated Mastodon server, over loopback."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer

from controlroom.exercise.faces.mastodon.view import status_id
from controlroom.exercise.world import PostKind, Said
from controlroom.exercise.world.post import SimPost
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.mastodon.write import MastodonWriter
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.credential import Credential
from controlroom.model.outgoing.content import Act, Audience, Poll
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.profile import Profile
from tests.exercise.faces.mastodon.city import HOST, City, city, own_id
from tests.feeds.outgoing.pieces import Asked, about, clip, photo, piece
from tests.feeds.seats import SignedIn


@pytest.fixture(scope="module")
def fen() -> Iterator[City]:
    with city() as one:
        yield one


def seat(fen: City, credential: Credential | None = None) -> Seat:
    force = fen.force
    profile = Profile(1, "mastodon", fen.face.remote_id(force), force.handle, force.name, HOST)
    sign_in = SignedIn(credential or fen.face.credential(force))
    return Seat(profile, sign_in, fen.world.clock.now, fen.servers)


@pytest.fixture(scope="module")
def writer(fen: City) -> Iterator[MastodonWriter]:
    one = make_writer("mastodon", seat(fen))
    assert isinstance(one, MastodonWriter)
    yield one
    one.close()


def sent(writer: MastodonWriter, outgoing: Outgoing) -> SentAs:
    asked = Asked()
    made = writer.send(outgoing, asked)
    assert asked.times == 1
    return made


def post_of(fen: City, made: SentAs) -> SimPost:
    return fen.server.do(lambda: fen.world.post(fen.face.post_number(made.remote_id)))


def test_a_post_stands_there_as_it_was_written(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    made = sent(writer, piece("Weir Road is shut\n\nDétour: https://westmarch.example/a", now))
    post = post_of(fen, made)
    assert post.said.text == "Weir Road is shut\n\nDétour: https://westmarch.example/a"
    assert (post.author, made.at, made.url != "") == (fen.force.number, now, True)


def test_what_is_left_of_an_allowance_is_told(fen: City, writer: MastodonWriter) -> None:
    made = sent(writer, piece("One of many", fen.world.clock.now()))
    assert [one.name for one in made.budgets] == ["reads"]
    delete = piece("", fen.world.clock.now(), Act.DELETE, about=about(made.remote_id))
    assert [(one.name, one.limit) for one in sent(writer, delete).budgets] == [("deletes", 30)]


def test_what_goes_with_a_post_arrives_with_it(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    files = (photo("A bridge", sensitive=True), photo("The same bridge"))
    made = sent(writer, piece("Look", now, files=files, language="pl-PL"))
    post = post_of(fen, made)
    assert [one.alt for one in post.said.media] == ["A bridge", "The same bridge"]
    assert post.said.language == "pl"
    assert fen.client(fen.force).status(own_id(made.remote_id)).sensitive


def test_a_clip_is_waited_for_until_the_server_is_done_with_it(
    fen: City, writer: MastodonWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        fen.server.do(fen.world.clock.jump, timedelta(seconds=seconds))

    monkeypatch.setattr(writer, "wait", wait)
    post = post_of(fen, sent(writer, piece("A film", fen.world.clock.now(), files=(clip(),))))
    assert [one.duration_ms for one in post.said.media] == [4000]
    assert waited


def test_a_poll_is_a_poll(fen: City, writer: MastodonWriter) -> None:
    poll = Poll(("Yes", "No"), 60)
    post = post_of(fen, sent(writer, piece("Open?", fen.world.clock.now(), poll=poll)))
    assert post.said.poll is not None
    assert post.said.poll.options == ("Yes", "No")


def test_the_same_key_gives_the_same_post(fen: City, writer: MastodonWriter) -> None:
    one = piece("Once only", fen.world.clock.now(), key=writer.new_key())
    assert sent(writer, one).remote_id == sent(writer, one).remote_id
    other = piece("Once only", fen.world.clock.now(), key=writer.new_key())
    assert sent(writer, other).remote_id != sent(writer, one).remote_id


def test_a_thread_hangs_together(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    first = sent(writer, piece("1/2", now))
    second = sent(writer, piece("2/2", now, about=about(first.remote_id)))
    assert post_of(fen, second).reply_to == post_of(fen, first).number


def test_a_reply_a_message_a_repost_and_a_like(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    number = fen.server.do(fen.world.publish, fen.ida.number, Said("@WestmarchPolice is it shut?"))
    asked = f"{HOST}/{status(fen, number)}"
    reply = post_of(fen, sent(writer, piece("It is", now, Act.REPLY, about=about(asked))))
    assert reply.reply_to == number
    to = about("", author="ida.brook")
    message = post_of(fen, sent(writer, piece("Thank you", now, Act.MESSAGE, about=to)))
    assert (message.kind, message.to) == (PostKind.MESSAGE, fen.ida.number)
    shared = post_of(fen, sent(writer, piece("", now, Act.REPOST, about=about(asked))))
    assert (shared.kind, shared.quote) == (PostKind.REPOST, number)
    likes = fen.server.do(lambda: fen.world.post(number).likes)
    sent(writer, piece("", now, Act.LIKE, about=about(asked)))
    assert fen.server.do(lambda: fen.world.post(number).likes) == likes + 1


def status(fen: City, number: int) -> str:
    return status_id(fen.server.do(lambda: fen.world.post(number)))


def test_a_message_stays_in_its_dialogue(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    said, to = Said("@WestmarchPolice I saw him"), fen.force.number
    number = fen.server.do(
        lambda: fen.world.publish(fen.ida.number, said, kind=PostKind.MESSAGE, to=to)
    )
    dialogue = next(
        one.id
        for one in fen.client(fen.force).conversations()
        if str(one.last_status.id) == status(fen, number)
    )
    to_her = about(f"{HOST}/{dialogue}", author="ida.brook")
    answer = post_of(fen, sent(writer, piece("Where?", now, Act.MESSAGE, about=to_her)))
    assert answer.reply_to == number


def test_an_edit_is_the_whole_post_anew(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    first = sent(writer, piece("Have you seen him?", now, files=(photo(),)))
    edited = sent(writer, piece("He was found", now, Act.EDIT, about=about(first.remote_id)))
    post = post_of(fen, edited)
    assert (edited.remote_id, post.said.text) == (first.remote_id, "He was found")
    assert not post.said.media


def test_what_is_deleted_is_seen_gone(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    first = sent(writer, piece("A mistake", now))
    assert not writer.is_gone(first.remote_id)
    delete = piece("", now, Act.DELETE, about=about(first.remote_id))
    assert sent(writer, delete).remote_id == first.remote_id
    assert writer.is_gone(first.remote_id)
    assert sent(writer, delete).said == "it was gone already"


def test_looking_back_finds_the_text_with_its_links_and_files(
    fen: City, writer: MastodonWriter
) -> None:
    text = "See https://westmarch.example/a/very/long/way?to=go @ida.brook #Weir"
    outgoing = piece(text, fen.world.clock.now(), files=(photo(),))
    made = sent(writer, outgoing)
    back = writer.look_back(outgoing)
    found = next(one for one in back.seen if one.sent.remote_id == made.remote_id)
    assert (found.text, found.files, back.certain) == (text, 1, False)
    assert back.looked >= len(back.seen)
    assert back.since <= outgoing.since


def test_looking_back_finds_messages_and_reposts(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    message = piece("@ida.brook Call us", now, Act.MESSAGE)
    made = sent(writer, message)
    assert made.remote_id in [one.sent.remote_id for one in writer.look_back(message).seen]
    number = fen.server.do(fen.world.publish, fen.ida.number, Said("Nice day"))
    shared = piece("", now, Act.REPOST, about=about(f"{HOST}/{status(fen, number)}"))
    made = sent(writer, shared)
    found = {one.sent.remote_id: one.answers for one in writer.look_back(shared).seen}
    assert found[made.remote_id] == f"{HOST}/{status(fen, number)}"


@pytest.mark.parametrize("author", ["ida.brook", f"ida.brook@{HOST}"])
def test_whom_it_is_for_is_named_and_the_words_found_without_the_name(
    fen: City, writer: MastodonWriter, author: str
) -> None:
    now = fen.world.clock.now()
    number = fen.server.do(fen.world.publish, fen.ida.number, Said("Is it shut?"))
    asked = about(f"{HOST}/{status(fen, number)}", author=author)
    for outgoing in (
        piece(f"It is, {len(author)}", now, Act.REPLY, about=asked),
        piece(f"Call us, {len(author)}", now, Act.MESSAGE, about=about("", author=author)),
    ):
        made = sent(writer, outgoing)
        assert post_of(fen, made).said.text == f"@{author} {outgoing.text}"
        found = {one.sent.remote_id: one.text for one in writer.look_back(outgoing).seen}
        assert found[made.remote_id] == outgoing.text


def test_who_is_named_already_is_not_named_again(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    number = fen.server.do(fen.world.publish, fen.ida.number, Said("And now?"))
    asked = about(f"{HOST}/{status(fen, number)}", author=f"ida.brook@{HOST}")
    outgoing = piece("Dear @ida.brook, it is open", now, Act.REPLY, about=asked)
    made = sent(writer, outgoing)
    assert post_of(fen, made).said.text == outgoing.text
    found = {one.sent.remote_id: one.text for one in writer.look_back(outgoing).seen}
    assert found[made.remote_id] == outgoing.text


def test_looking_back_finds_a_message_that_was_answered_at_once(
    fen: City, writer: MastodonWriter
) -> None:
    """A server lists a dialogue with its latest message only."""
    outgoing = piece("@ida.brook Where was that?", fen.world.clock.now(), Act.MESSAGE)
    made = sent(writer, outgoing)
    number, to = fen.face.post_number(made.remote_id), fen.force.number
    said = Said("@WestmarchPolice on Hob Lane")
    fen.server.do(
        lambda: fen.world.publish(
            fen.ida.number, said, kind=PostKind.MESSAGE, to=to, reply_to=number
        )
    )
    found = {one.sent.remote_id: one.text for one in writer.look_back(outgoing).seen}
    assert found[made.remote_id] == outgoing.text


def test_a_limit_on_replies_is_not_passed_over_in_silence(
    fen: City, writer: MastodonWriter
) -> None:
    outgoing = piece("Quiet", fen.world.clock.now(), audience=Audience.NOBODY)
    assert "anybody may reply" in sent(writer, outgoing).said


def refusal(writer: MastodonWriter, outgoing: Outgoing) -> NotSent:
    with pytest.raises(NotSent) as caught:
        writer.send(outgoing, Asked())
    return caught.value


def test_refusals_say_why(fen: City, writer: MastodonWriter) -> None:
    now = fen.world.clock.now()
    long = refusal(writer, piece("a" * 501, now))
    assert (long.reason, "limit of 500" in long.said) == (Unsent.REFUSED, True)
    lost = refusal(writer, piece("x", now, Act.REPLY, about=about(f"{HOST}/99")))
    assert lost.reason is Unsent.GONE
    assert refusal(writer, piece("x", now, Act.HIDE, about=about("1"))).reason is Unsent.UNABLE
    assert refusal(writer, piece("x", now, Act.REPLY)).reason is Unsent.UNABLE


def test_a_sign_in_that_has_ended_is_said_to_have(fen: City) -> None:
    one = make_writer("mastodon", seat(fen, Credential("no such token")))
    with pytest.raises(NotSent) as caught:
        one.send(piece("x", fen.world.clock.now()), Asked())
    one.close()
    assert caught.value.reason is Unsent.SIGN_IN
    assert "no such token" not in str(caught.value)


def test_what_the_sender_raises_at_the_last_moment_stops_it(
    fen: City, writer: MastodonWriter
) -> None:
    before = fen.server.do(lambda: len(fen.world.columns))
    outgoing = piece("Held", fen.world.clock.now(), files=(photo(),))
    with pytest.raises(PerhapsSent):
        writer.send(outgoing, Asked(PerhapsSent(host="x", said="y")))
    with pytest.raises(KeyError):
        writer.send(outgoing, Asked(KeyError("held")))
    assert fen.server.do(lambda: len(fen.world.columns)) == before


@pytest.mark.parametrize("told", [{"version": "0.17.3"}, None])
def test_a_server_that_is_not_mastodon_gets_no_key(
    fen: City, httpserver: HTTPServer, told: dict[str, str] | None
) -> None:
    """Then nothing is ever sent a second time by itself."""
    if told is not None:
        httpserver.expect_request("/api/v2/instance").respond_with_json(told)
    at = replace(seat(fen), server=lambda _: httpserver.url_for("").rstrip("/"))
    one = make_writer("mastodon", at)
    assert one.new_key() == ""
    one.close()
