"""Stops at the board: posts, conversations, pictures and links."""

from functools import partial

from controlroom.bundle import bundled
from controlroom.ui.board.drawer.drawer import Drawer
from controlroom.ui.board.links.opening import open_address
from controlroom.ui.board.media.desk import LARGEST, Picture
from controlroom.ui.board.media.showing import Showing
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.pictures.decode import decode_whole
from controlroom.ui.board.sample import Sample, open_sample, show
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.tour.stop import FRENCH, LARGE, LIGHT, SMALL, Stop, page_of, section, wait

NOTES = (
    "Roads desk replies first to anyone stranded with a medical need.",
    "Marker 41.8 and asthma passed to dispatch, log 2231. PC Fenn, can you take it?",
)
_samples: dict[DeskWindow, Sample] = {}


def _posts(window: DeskWindow) -> None:
    """The board with invented posts, in a house of their own that goes with the window."""
    window.go("board")
    if window not in _samples:
        _samples[window] = open_sample()
        window.closed.connect(lambda: _samples.pop(window).close())
    page = page_of(window, "board", BoardPage)
    show(page, _samples[window])


def _conversation(window: DeskWindow) -> None:
    """The conversation of the first post, beside the columns."""
    _posts(window)
    page = page_of(window, "board", BoardPage)
    window.commands.run("open-post")
    wait(lambda: page.desk is None or not page.desk.reading.busy())


def _together(window: DeskWindow) -> None:
    """The same conversation, taken by whoever works here, with internal notes on it."""
    _conversation(window)
    page = page_of(window, "board", BoardPage)
    drawer = page.beside.drawer
    wait(lambda: page.together and page.beside.names)
    if drawer is None or not page.beside.names:
        return
    window.commands.run("assign-me")
    for text in NOTES[len(drawer.side.notes.notes) :]:
        drawer.side.field.setPlainText(text)
        drawer.side.keep.click()
        wait(partial(_is_noted, drawer, text))
    drawer.show_note(drawer.side.notes.notes[0].key if drawer.side.notes.notes else "")


def _is_noted(drawer: Drawer, text: str) -> bool:
    return any(one.text == text for one in drawer.side.notes.notes)


def _picture(window: DeskWindow) -> None:
    """The first picture of the board, large."""
    _posts(window)
    page, body = page_of(window, "board", BoardPage), bundled("pictures", "board.png").read_bytes()
    posts = [one for view in page.row.columns for one in view.list.posts() if one.post.media]
    Showing(window, page.media, lambda: True).media(posts[0], covered=False)
    address = posts[0].post.media[0].url
    page.media.picture.emit(Picture(address, body, decode_whole(body, LARGEST)))


def _media(window: DeskWindow) -> None:
    """What hangs on a conversation, in the pane beside it."""
    _posts(window)
    page = page_of(window, "board", BoardPage)
    hangs = (
        (view, one) for view in page.row.columns for one in view.list.posts() if one.post.media
    )
    view, post = next(hangs)
    view.list.caret.put(post.id)
    view.list.setFocus()
    window.commands.run("open-post")
    wait(lambda: page.desk is None or not page.desk.reading.busy())
    if page.beside.drawer is not None:
        page.beside.drawer.show_media()


def _link(window: DeskWindow) -> None:
    """A link whose words name another host than it leads to."""
    _posts(window)
    open_address(window, "https://аррӏе.com/refund", "apple.com")


def _new_column(window: DeskWindow) -> None:
    _posts(window)
    window.commands.run("new-column")


STOPS = (
    Stop("board-light", section("board"), settings=LIGHT),
    Stop("board-french", section("board"), settings=FRENCH),
    Stop("board-1366x768", section("board"), SMALL),
    Stop("board-1366x768-light-french", section("board"), SMALL, LIGHT + FRENCH),
    Stop("board-text-150", section("board"), settings=LARGE),
    Stop("board-1366x768-text-150-french", section("board"), SMALL, LARGE + FRENCH),
    Stop("posts-dark", _posts),
    Stop("posts-light", _posts, settings=LIGHT),
    Stop("posts-1366x768", _posts, SMALL),
    Stop("posts-1366x768-light-french", _posts, SMALL, LIGHT + FRENCH),
    Stop("posts-text-150", _posts, settings=LARGE),
    Stop("conversation-dark", _conversation),
    Stop("conversation-1366x768-light-french", _conversation, SMALL, LIGHT + FRENCH),
    Stop("together-dark", _together),
    Stop("together-light", _together, settings=LIGHT),
    Stop("together-1366x768-light-french", _together, SMALL, LIGHT + FRENCH),
    Stop("picture-dark", _picture),
    Stop("picture-1366x768-light-french", _picture, SMALL, LIGHT + FRENCH),
    Stop("media-dark", _media),
    Stop("media-1366x768-light-french", _media, SMALL, LIGHT + FRENCH),
    Stop("link-dark", _link),
    Stop("link-1366x768-light-french", _link, SMALL, LIGHT + FRENCH),
    Stop("new-column-dark", _new_column),
)
