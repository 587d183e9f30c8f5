"""Writing as a channel of the simulated YouTube, over loopback."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from controlroom.exercise.mishaps import Mishap, Plan
from controlroom.exercise.world import SimPost
from controlroom.feeds.base import Seat
from controlroom.feeds.networks.youtube.write import YouTubeWriter
from controlroom.feeds.networks.youtube.write_video import described
from controlroom.feeds.registry import make_writer
from controlroom.feeds.writing import Carried, NotSent, Outgoing, PerhapsSent, SentAs
from controlroom.model.credential import Credential
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import Unsent
from controlroom.model.profile import Profile
from tests.engine.mastodon_server import wait_until
from tests.exercise.faces.x.files import mp4
from tests.exercise.faces.youtube.city import City, city
from tests.feeds.outgoing.pieces import Asked, about, carried, clip, photo, piece
from tests.feeds.seats import SignedIn

CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:01.000\nWater\n"


@pytest.fixture(scope="module")
def fen() -> Iterator[City]:
    with city() as one:
        yield one


def seat(fen: City, credential: Credential | None = None) -> Seat:
    force = fen.force
    profile = Profile(1, "youtube", fen.face.remote_id(force), force.handle, force.name)
    sign_in = SignedIn(credential or fen.face.credential(force))
    return Seat(profile, sign_in, fen.world.clock.now, fen.servers)


@pytest.fixture(scope="module")
def writer(fen: City) -> Iterator[YouTubeWriter]:
    one = make_writer("youtube", seat(fen))
    assert isinstance(one, YouTubeWriter)
    yield one
    one.close()


def out(fen: City, text: str, act: Act = Act.POST, **more: Any) -> Outgoing:
    return piece(text, fen.world.clock.now(), act, **more)


def sent(writer: YouTubeWriter, outgoing: Outgoing) -> SentAs:
    asked = Asked()
    made = writer.send(outgoing, asked)
    assert asked.times == 1
    return made


def post_of(fen: City, made: SentAs) -> SimPost:
    return fen.server.do(lambda: fen.world.post(fen.face.post_number(made.remote_id)))


def video(fen: City, remote_id: str, client: Any) -> dict[str, Any]:
    """Returns a video as Google's own client shows it to somebody."""
    told = client.videos().list(part="snippet,status", id=remote_id).execute()
    items: list[dict[str, Any]] = told["items"]
    return items[0] if items else {}


def test_a_video_is_published_with_its_words_and_subtitles(
    fen: City, writer: YouTubeWriter
) -> None:
    film = clip(captions=CAPTIONS)
    text = "Have you seen him?\n\nhttps://westmarch.example/appeal #Weir"
    outgoing = out(fen, text, title="Appeal: Weir Road", files=(film,), language="en")
    made = sent(writer, outgoing)
    shown = video(fen, made.remote_id, fen.client(fen.ida))
    assert shown["snippet"]["title"] == "Appeal: Weir Road"
    assert shown["snippet"]["description"] == text
    assert shown["status"]["privacyStatus"] == "public"
    number = fen.face.post_number(made.remote_id)
    assert fen.world.notes[number, "captions"] == "en"
    assert fen.world.media[post_of(fen, made).said.media[0].key] == mp4()
    assert made.said == ""
    back = writer.look_back(outgoing)
    found = [one for one in back.seen if one.sent.remote_id == made.remote_id]
    assert [(one.text, one.files) for one in found] == [(text, 1)]


def test_a_video_of_several_pieces_arrives_whole(
    fen: City, writer: YouTubeWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("controlroom.feeds.networks.youtube.write_video._PIECE", 262_144)
    content = mp4() + bytes(range(256)) * 3000
    film = carried(content, "video/mp4", "", width=1280, height=720, duration_ms=4000)
    made = sent(writer, out(fen, "In pieces", files=(film,)))
    assert fen.world.media[post_of(fen, made).said.media[0].key] == content


def test_nobody_sees_a_video_that_was_held_at_the_last_moment(
    fen: City, writer: YouTubeWriter
) -> None:
    outgoing = out(fen, "Held", files=(clip(),))
    with pytest.raises(KeyError):
        writer.send(outgoing, Asked(KeyError("held")))
    assert "Held" not in [one.text for one in writer.look_back(outgoing).seen]


def test_comments_and_answers(fen: City, writer: YouTubeWriter) -> None:
    film = sent(writer, out(fen, "A film", files=(clip(),)))
    number = fen.face.post_number(film.remote_id)
    below = out(fen, "More: https://westmarch.example/a & so on", about=about(film.remote_id))
    comment = sent(writer, below)
    assert post_of(fen, comment).reply_to == number
    found = [one.sent.remote_id for one in writer.look_back(below).seen if one.text == below.text]
    assert found == [comment.remote_id]
    theirs = fen.say(fen.ida, "Where is that?", number)
    told = fen.client(fen.force).commentThreads().list(part="snippet", videoId=film.remote_id)
    thread = next(
        one
        for one in told.execute()["items"]
        if one["snippet"]["topLevelComment"]["snippet"]["textDisplay"] == "Where is that?"
    )
    answer = out(fen, "On Hob Lane", Act.REPLY, about=about(thread["id"], root=film.remote_id))
    made = sent(writer, answer)
    assert post_of(fen, made).reply_to == theirs
    found = [one.sent.remote_id for one in writer.look_back(answer).seen if one.text == answer.text]
    assert found == [made.remote_id]
    it = about(thread["id"])
    sent(writer, out(fen, "", Act.HIDE, about=it))
    assert fen.server.do(lambda: fen.world.post(theirs).hidden)
    sent(writer, out(fen, "", Act.SHOW, about=it))
    assert not fen.server.do(lambda: fen.world.post(theirs).hidden)
    edit = out(fen, "On Weir Lane", Act.EDIT, about=about(made.remote_id))
    sent(writer, edit)
    assert [one.text for one in writer.look_back(edit).seen] == ["On Weir Lane"]
    delete = out(fen, "", Act.DELETE, about=about(made.remote_id))
    sent(writer, delete)
    assert writer.is_gone(made.remote_id)
    assert sent(writer, delete).said == "it was gone already"


def test_looking_back_finds_an_answer_among_many(fen: City, writer: YouTubeWriter) -> None:
    """With a comment come its latest five answers only."""
    film = sent(writer, out(fen, "Another film", files=(clip(),)))
    comment = sent(writer, out(fen, "Ask us", about=about(film.remote_id)))
    answer = out(fen, "The first answer", Act.REPLY, about=about(comment.remote_id))
    made = sent(writer, answer)
    parent = fen.face.post_number(comment.remote_id)
    for number in range(12):
        fen.say(fen.ida, f"Later {number}", parent)
    back = writer.look_back(answer)
    found = [one.sent.remote_id for one in back.seen if one.text == answer.text]
    assert found == [made.remote_id]
    assert back.looked >= 13


def test_a_video_is_changed_liked_and_deleted(fen: City, writer: YouTubeWriter) -> None:
    made = sent(writer, out(fen, "Have you sen him?", title="Appeal", files=(clip(),)))
    edit = out(fen, "He was found", Act.EDIT, about=about(made.remote_id))
    sent(writer, edit)
    shown = video(fen, made.remote_id, fen.client(fen.ida))["snippet"]
    assert (shown["title"], shown["description"]) == ("Appeal", "He was found")
    assert [one.text for one in writer.look_back(edit).seen] == ["He was found"]
    like = out(fen, "", Act.LIKE, about=about(made.remote_id))
    assert sent(writer, like).remote_id == ""
    assert not writer.is_gone(made.remote_id)
    sent(writer, out(fen, "", Act.DELETE, about=about(made.remote_id)))
    assert writer.is_gone(made.remote_id)


@pytest.mark.parametrize("mishap", [Mishap.BROKEN, Mishap.CUT, Mishap.LATE, Mishap.LOST])
def test_nobody_knows_what_became_of_it(fen: City, writer: YouTubeWriter, mishap: Mishap) -> None:
    fen.server.do(fen.server.faults.mishaps.set, "youtube", Plan({mishap: 1.0}, late_s=0.1))
    try:
        outgoing = out(fen, f"This is {mishap}", files=(clip(),))
        with pytest.raises(PerhapsSent):
            writer.send(outgoing, Asked())
    finally:
        fen.server.do(fen.server.faults.mishaps.lift, "youtube")

    def is_there() -> bool:
        return outgoing.text in [one.text for one in writer.look_back(outgoing).seen]

    if mishap is Mishap.LOST:
        assert not is_there()
    else:
        wait_until(is_there)


def refusal(writer: YouTubeWriter, outgoing: Outgoing) -> NotSent:
    with pytest.raises(NotSent) as caught:
        writer.send(outgoing, Asked())
    return caught.value


def test_refusals_say_why(fen: City, writer: YouTubeWriter) -> None:
    assert refusal(writer, out(fen, "Words alone")).reason is Unsent.UNABLE
    assert refusal(writer, out(fen, "x", files=(photo(),))).reason is Unsent.UNABLE
    odd = refusal(writer, out(fen, "a < b", files=(clip(),)))
    assert (odd.reason, "not valid" in odd.said) == (Unsent.REFUSED, True)
    gone = about("UgxNoSuchComment00000000")
    assert refusal(writer, out(fen, "x", Act.REPLY, about=gone)).reason is Unsent.GONE
    assert refusal(writer, out(fen, "x", Act.LIKE, about=gone)).reason is Unsent.UNABLE
    whole = clip()
    short = replace(whole.rendition, size=whole.rendition.size + 1)
    lacks = Carried(short, "", lambda: BytesIO(mp4()))
    assert refusal(writer, out(fen, "x", files=(lacks,))).reason is Unsent.NO_FILE


def test_a_sign_in_that_has_ended_is_said_to_have(fen: City) -> None:
    one = make_writer("youtube", seat(fen, Credential("ya29.no-such-token")))
    with pytest.raises(NotSent) as caught:
        one.send(out(fen, "x", Act.REPLY, about=about("dQw4w9WgXcQ")), Asked())
    one.close()
    assert caught.value.reason is Unsent.SIGN_IN
    assert "ya29" not in str(caught.value)


def test_without_a_title_the_first_line_is_one(fen: City) -> None:
    assert described(out(fen, "First line\nSecond"))["title"] == "First line"
    assert len(described(out(fen, "a" * 300))["title"]) == 100
    assert described(out(fen, "a", title="A title"))["title"] == "A title"
