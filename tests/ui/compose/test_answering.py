"""A reply that a network takes for a while only: told beforehand, and not sent when it is late."""

from dataclasses import fields, replace
from datetime import timedelta

from controlroom.model import clock
from controlroom.model.changes import Sighting
from controlroom.model.journal_kinds import ProfilePlaced
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.content import About, Act, Content, Piece, written
from controlroom.model.post import PostKind
from controlroom.model.profile import Profile
from controlroom.store.cache.writer import CacheWriter
from controlroom.team.publishing import views
from controlroom.ui.approvals.words import goes_told
from controlroom.ui.compose.build import compose
from controlroom.ui.compose.kept import new_sheet
from controlroom.ui.reply.answering import heard_last
from controlroom.ui.reply.replying import Replying
from tests.store.cache.sample import author, post
from tests.ui.compose.conftest import Room

HOUR = timedelta(hours=1)
PAGE = Profile(0, "facebook", "900", "Fenmarsh Police")


def write(room: Room, *messages: tuple[str, str, timedelta], comment: bool = False) -> None:
    """Writes what somebody, or the page, has said to the other, so long ago each."""
    house, kind = room.desk.house, PostKind.COMMENT if comment else PostKind.MESSAGE
    writer = CacheWriter.open(house.folder, house.key.reveal())
    (page,) = writer.add_profiles([PAGE], ["Fenmarsh"])
    said = [
        post(name, name, network="facebook", kind=kind, author=author(who),
             created_at=clock.now() - ago, root="" if comment else "t_1")
        for name, who, ago in messages
    ]  # fmt: skip
    writer.ingest([Sighting(one, clock.now(), (page,), (1,)) for one in said])
    writer.close()
    room.desk.record.decide(ProfilePlaced(profile_key(PAGE), "Fenmarsh"))
    room.wait(lambda: profile_key(PAGE) in room.state.profiles)
    board = room.board
    board.session._ask_facts()
    room.wait(lambda: any(one.network == "facebook" for one in board.desk.facts.profiles))


def opened(room: Room, name: str) -> Replying:
    replying = room.open(name)
    room.wait(lambda: replying.writing.content.targets)
    return replying


def test_it_is_told_how_long_is_left_and_the_reply_leaves(room: Room) -> None:
    write(room, ("asked", "71", 23 * HOUR))
    replying = opened(room, "asked")
    box = replying.box
    room.wait(lambda: box.window_.isVisible())
    assert box.window_.text().startswith("Facebook takes an answer until ")
    assert "59 min left" in box.window_.text()
    box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: box.send.isEnabled())
    about = replying.writing.content.about
    assert about is not None
    assert about.heard is not None


def test_after_the_day_it_is_told_why_not_and_what_to_do_instead(room: Room) -> None:
    write(room, ("asked", "71", 25 * HOUR), ("we", "900", 2 * HOUR))
    replying = opened(room, "asked")
    box = replying.box
    box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: box.rows and replying.prospect.is_checked)
    assert [row.finding.rule for row in box.rows] == ["answer_late"]
    assert not box.send.isEnabled()
    assert "24 hours" in box.window_.text()
    assert "inbox" in box.window_.text()


def test_what_becomes_too_late_while_it_lies_open_is_judged_anew(room: Room) -> None:
    write(room, ("asked", "71", 23 * HOUR))
    replying = opened(room, "asked")
    replying.box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: replying.box.send.isEnabled())
    assert replying.time.is_running
    about = replying.writing.content.about
    assert about is not None
    assert about.heard is not None
    replying._put(about=replace(about, heard=about.heard - 2 * HOUR))
    replying.tell_time()
    room.wait(lambda: not replying.box.send.isEnabled() and replying.box.rows)


def test_another_message_of_the_person_opens_the_time_anew(room: Room) -> None:
    write(room, ("asked", "71", 25 * HOUR))
    replying = opened(room, "asked")
    replying.box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: replying.box.rows)
    write(room, ("again", "71", HOUR))
    room.board.beside.drawer.refresh()
    room.wait(lambda: replying.box.send.isEnabled())
    assert "takes an answer until" in replying.box.window_.text()


def test_a_comment_is_answered_in_public_without_any_end(room: Room) -> None:
    write(room, ("asked", "71", 9 * 24 * HOUR), comment=True)
    replying = opened(room, "asked")
    assert not replying.box.window_.isVisible()
    replying.begin(Act.MESSAGE)
    room.wait(lambda: "seven days" in replying.box.window_.text())


def test_only_what_others_have_said_counts(room: Room) -> None:
    write(room, ("asked", "71", 25 * HOUR), ("we", "900", HOUR))
    asked, ours = room.post("asked"), room.post("we")
    profiles = room.board.desk.facts.profiles
    assert heard_last(ours, [asked], profiles) == asked.post.created_at
    assert heard_last(ours, [], profiles) is None


def test_a_time_that_is_too_late_is_named_where_it_is_chosen(room: Room) -> None:
    about = About("t_1", person="71", heard=clock.now() - 20 * HOUR)
    content = Content(Act.MESSAGE, ("facebook//900",), (Piece("At noon."),), about=about)
    page = compose(room.desk, new_sheet(content))
    room.wait(lambda: page.force.loaded and page.isVisible())
    room.wait(lambda: page.when.note.text().startswith("Facebook takes an answer until "))
    page.writing.put(replace(content, at=clock.now() + 6 * HOUR, zone="UTC"))
    room.wait(lambda: page.when.note.text().startswith("It has to leave by "))
    assert "24 hours" in page.when.note.text()
    room.judged()
    assert "answer_late" in {one.rule for one in page.judging.findings}


def test_whoever_approves_is_told_by_when_it_has_to_leave(room: Room) -> None:
    about = About("t_1", person="71", heard=clock.now() - 20 * HOUR)
    content = Content(Act.MESSAGE, ("facebook//900",), (Piece("At noon."),), about=about)
    view = views.DraftView
    made = {one.name: None for one in fields(view)}
    draft = view(
        **{**made, "act": Act.MESSAGE, "targets": content.targets, "text": written(content)}
    )
    assert "has to leave by " in goes_told(draft)
    late = replace(draft, when=clock.now() + 6 * HOUR)
    assert "too late: it had to leave by " in goes_told(late, "Flood")
    assert goes_told(late, "Flood").endswith(" · Flood")
    forever = replace(content, targets=("mastodon//1",))
    assert "leave by" not in goes_told(replace(draft, text=written(forever)))
