"""Stops where something is written: the composer and the reply."""

from controlroom.ui.board.page import BoardPage
from controlroom.ui.compose.build import compose
from controlroom.ui.compose.kept import new_sheet
from controlroom.ui.compose.page import ComposePage
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.reply.replying import Replying
from controlroom.ui.tour.stop import FRENCH, LARGE, LIGHT, SMALL, Stop, page_of, wait

APPEAL = (
    "Do you recognise this man? We want to speak to him about a serious assault near 14 Tannery"
    " Row, Brackenford, at 22:14 on Monday. Message us privately, or call 101. #Route61"
)


def appeal_written(window: DeskWindow) -> None:
    """An appeal for every tenth profile, with what the checks say of it."""
    window.go("board")
    page = compose(window, new_sheet())
    wait(lambda: page.force.loaded and page.who.tree.targets)
    able = [one.key for one in page.who.tree.targets if one.can]
    page.who.chosen.emit(tuple(able[::10]))
    page.route.kind.picked.emit("appeal")
    page.text.boxes[0].box.insertPlainText(APPEAL)
    wait(lambda: page.prospect.is_checked and page.judging.findings)


def _compose_thread(window: DeskWindow) -> None:
    """The same as a thread of its own on one network, at a time."""
    appeal_written(window)
    page = window.composer
    assert isinstance(page, ComposePage)
    page.text.turn_by(2)
    page.text.more.click()
    page.text.boxes[1].box.insertPlainText("He walked towards the station with a red bag.")
    page.when.choice.answers[1].click()
    wait(lambda: page.prospect.is_checked)


def _compose_previews(window: DeskWindow) -> None:
    appeal_written(window)
    page = window.composer
    assert isinstance(page, ComposePage)
    page.tabs[1].click()


def _saved_texts(window: DeskWindow) -> None:
    appeal_written(window)
    page = window.composer
    assert isinstance(page, ComposePage)
    page.text.saved.click()


def _reply(window: DeskWindow) -> None:
    """A reply that says too much, below a conversation of the exercise."""
    window.go("board")
    page = page_of(window, "board", BoardPage)
    if window.house is not None:
        page.open_house(window.house)
    wait(lambda: any(view.list.posts() for view in page.row.columns))
    posts = [one for view in page.row.columns for one in view.list.posts()]
    if not posts:
        return
    page.open_post(posts[0])
    wait(lambda: page.beside.names)
    window.commands.run("reply")
    reply = page.beside.replying
    if not isinstance(reply, Replying):
        return
    wait(reply.is_read)
    box = reply.box
    if box.box.isEnabled():
        box.box.setPlainText("")
        box.box.insertPlainText("Thank you. Leo Barnes, aged 9, is safe. PLEASE KEEP AWAY NOW.")
        wait(lambda: box.rows)


STOPS = (
    Stop("compose-dark", appeal_written),
    Stop("compose-light", appeal_written, settings=LIGHT),
    Stop("compose-thread-dark", _compose_thread),
    Stop("compose-1366x768-light-french", appeal_written, SMALL, LIGHT + FRENCH),
    Stop("compose-previews-1366x768", _compose_previews, SMALL),
    Stop("compose-text-150", appeal_written, settings=LARGE),
    Stop("saved-texts-dark", _saved_texts),
    Stop("reply-dark", _reply),
    Stop("reply-1366x768-light-french", _reply, SMALL, LIGHT + FRENCH),
)
