"""A reply from the drawer, and what is done to a post with one word."""

from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from controlroom.model import clock
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.journal_outgoing import DeliveryClaimed, DeliverySent, DraftSubmitted
from controlroom.model.outgoing.content import About, Act, Content, Piece, read_content, written
from controlroom.model.presence import Doing, Present
from controlroom.model.server import Server
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.servers import ServerKeeper
from controlroom.store.database import Database
from controlroom.ui.compose.kept import REPLY
from controlroom.ui.layers.question import Question
from controlroom.ui.reply.leaving import under_way
from controlroom.ui.reply.quick import Quick, QuickPanel
from controlroom.ui.reply.replying import Replying
from tests.ui.compose.conftest import CHIEF, FEN, ROADSX, SHAH, Room


def only(room: Room) -> Content:
    """Returns the one draft of the record."""
    room.wait(lambda: room.state.publishing.drafts)
    (found,) = room.state.publishing.drafts.values()
    return read_content(found.text)


def test_a_reply_leaves_as_the_profile_the_post_came_to(room: Room) -> None:
    replying = room.open("501")
    box = replying.box
    assert box.send.text() == "Reply as @FenPolice"
    box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: box.send.isEnabled())
    box.send.click()
    content = only(room)
    assert (content.act, content.targets) == (Act.REPLY, (FEN,))
    assert content.about is not None
    assert content.about.remote_id == "501"
    room.wait(lambda: not box.box.text())


def test_another_profile_gets_a_second_look(room: Room) -> None:
    replying = room.open("501")
    box = replying.box
    box.box.insertPlainText("It opens at noon.")
    box.profile.picked.emit(ROADSX)
    room.wait(lambda: box.send.isEnabled() and box.send.text() == "Reply as @RoadsX")
    box.send.click()
    question = room.desk.layers.top()
    assert isinstance(question, Question)
    assert not room.state.publishing.drafts
    question.yes.click()
    assert only(room).targets == (ROADSX,)


def test_a_reply_that_is_begun_is_kept_with_its_conversation(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText("Not yet rea")
    name = REPLY + replying._names[0]
    room.board.beside.close_drawer()
    assert room.desk.house.desk.draft(name) is not None
    assert room.open("502").box.box.text() == "@a1_handle "
    room.board.beside.close_drawer()
    assert room.open("501").box.box.text() == "Not yet rea"


def test_while_a_colleague_types_send_is_locked(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: replying.box.send.isEnabled())
    page = room.board
    assert page.publishing is not None
    company = page.publishing._together.company
    other = Present(SHAH, "Desk 7", Doing.TYPING, replying._names[0], clock.now())
    company.others = (other,)
    company.changed.emit()
    assert not replying.box.send.isEnabled()
    assert "PC Imran Shah" in replying.box.state.text()
    company.others = ()
    company.changed.emit()
    assert replying.box.send.isEnabled()


def test_a_private_message_goes_to_whoever_wrote(room: Room) -> None:
    replying = room.open("501")
    replying.begin(Act.MESSAGE)
    replying.box.box.insertPlainText("Please tell us where you are.")
    room.wait(lambda: replying.box.send.isEnabled())
    QTest.keyClick(replying.box.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    content = only(room)
    assert content.act is Act.MESSAGE
    assert content.about is not None
    assert (content.about.remote_id, content.about.person) == ("", "a1")


def test_what_blocks_locks_a_reply_too(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText("He lives at 14 Tannery Row, Brackenford.")
    room.wait(lambda: replying.box.rows and replying.prospect.is_checked)
    assert not replying.box.send.isEnabled()
    replying.box.rows[0].mend.click()
    room.wait(lambda: replying.box.send.isEnabled())


def test_a_post_says_that_a_reply_to_it_waits(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: replying.box.send.isEnabled())
    replying.box.send.click()
    only(room)
    assert under_way(room.state)["x", "501"].text == "Waiting to send"


def test_a_like_is_asked_about_and_put_into_the_record(room: Room) -> None:
    page = room.board
    post = room.post("501")
    assert page.publishing is not None
    able = page.publishing.profiles(post, Act.LIKE)
    Quick(room.desk, room.desk.record).ask(post, Act.LIKE, able)
    panel = room.desk.layers.top()
    assert isinstance(panel, QuickPanel)
    assert panel.first_focus() is panel.no
    assert not room.state.publishing.drafts
    panel.yes.click()
    content = only(room)
    assert (content.act, content.targets, content.pieces) == (Act.LIKE, (FEN,), ())


def test_only_our_own_posts_can_be_deleted(room: Room) -> None:
    page = room.board
    assert page.publishing is not None
    assert list(page.publishing.profiles(room.post("501"), Act.DELETE)) == []


def test_what_is_typed_before_the_conversation_is_read_is_not_lost(room: Room) -> None:
    page, post = room.board, room.post("501")
    page.open_post(post)
    replying = page.beside.replying
    assert isinstance(replying, Replying)
    replying.begin(Act.MESSAGE, post)
    replying.box.box.insertPlainText("Quick")
    room.wait(lambda: replying._loaded)
    assert replying.box.box.text() == "Quick"
    assert replying.writing.content.act is Act.MESSAGE
    assert replying.writing.content.pieces[0].text == "Quick"


def test_once_a_reply_is_sent_the_conversation_is_read_again(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: replying.box.send.isEnabled())
    asked: list[object] = []
    drawer = room.board.beside.drawer
    assert drawer is not None
    drawer.opened.connect(asked.append)
    replying.box.send.click()
    only(room)
    (draft,) = room.state.publishing.drafts
    record, delivery = room.desk.record, f"{draft}/0/{FEN}"
    hash_ = room.state.publishing.drafts[draft].hash
    sender = "a" * 32
    with closing(room.desk.house.record(CHIEF)) as journal:
        for one in (
            DeliveryClaimed(delivery, hash_, sender),
            DeliverySent(delivery, sender, "900"),
        ):
            journal.append(proposal_of(one), journal.head().seq)
    room.wait(lambda: asked)
    assert record.trouble is None


def test_where_whoever_is_answered_has_to_be_named_the_name_is_there_and_counts(
    room: Room,
) -> None:
    replying = room.open("502")
    box, name = replying.box, f"@{room.post('502').post.author.handle}"
    assert box.box.text() == f"{name} "
    room.wait(lambda: not replying._soon.isActive())
    assert not box.send.isEnabled()
    box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: box.send.isEnabled())
    assert box.counter.count.used == len(f"{name.rpartition('@')[0] or name} It opens at noon.")
    used = box.counter.count.used
    box.box.setPlainText("It opens at noon.")
    room.wait(lambda: not replying._soon.isActive())
    assert box.counter.count.used == used
    box.box.setPlainText(f"{name} It opens at noon.")
    room.wait(lambda: box.send.isEnabled())
    box.send.click()
    assert only(room).pieces[0].text == f"{name} It opens at noon."
    room.wait(lambda: box.box.text() == f"{name} ")


def test_a_reply_is_checked_with_what_the_composer_knows(room: Room) -> None:
    said = "The bridge at Fenmarsh stays closed until noon tomorrow, please use the ferry."
    about = About("900", author="somebody")
    draft = Content(Act.REPLY, (ROADSX,), (Piece(said),), about=about)
    room.desk.record.decide(DraftSubmitted("c" * 32, written(draft)))
    room.wait(lambda: "c" * 32 in room.state.publishing.drafts)
    replying = room.open("501")
    replying.box.box.insertPlainText(f"{said} @nobody_known")
    room.wait(lambda: replying.judging.is_of(replying.writing.content))
    found = {one.rule: one.words for one in replying.judging.findings}
    assert found["unknown_handle"] == "@nobody_known"
    assert "identical_posts" in found
    composed = room.compose()
    assert type(composed.around) is type(replying.around)
    assert composed.around._near is replying.around._near


def test_what_will_become_of_a_reply_follows_the_language(room: Room) -> None:
    replying = room.open("501")
    replying.box.box.insertPlainText("It opens at noon.")
    room.wait(lambda: replying.box.state.text() == "No approval: it leaves at once.")
    room.desk.change(language="fr")
    assert replying.box.state.text() == "Sans validation\u202f: elle part tout de suite."


def test_a_reply_counts_by_what_the_profiles_own_server_takes(room: Room) -> None:
    house = room.desk.house
    database = Database.open(house.folder, CACHE, house.key.reveal(), write=True)
    ServerKeeper(database).keep("mastodon", "m.test", Server(characters=280), clock.now())
    database.close()
    replying = room.open("502")
    board = room.board
    room.wait(lambda: board.desk is not None and board.desk.facts.servers)
    replying.box.box.insertPlainText("It opens at noon. " * 18)
    room.wait(lambda: replying.judging.is_of(replying.writing.content))
    (found,) = [one for one in replying.judging.findings if one.rule == "too_long"]
    assert found.limit == "280"
    assert not replying.box.send.isEnabled()
