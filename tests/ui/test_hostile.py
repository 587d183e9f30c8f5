"""Everything strangers may write, wherever the window shows it besides cards.

Nothing is opened, nobody is asked, nothing breaks: in the drawer, in tooltips, toasts and dialogs.
How long each takes is for `benchmarks.hostile`.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from controlroom.bundle import bundled
from controlroom.model.alert import KeptAlert, Level
from controlroom.model.cached import CachedPost
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.toast import HIGHEST, Toast
from controlroom.ui.board.card.content import Ours, content_of
from controlroom.ui.board.drawer.contact import contact_of
from controlroom.ui.board.drawer.contact_pane import ContactPane
from controlroom.ui.board.drawer.thread_view import ThreadView
from controlroom.ui.board.drawer.tree import tree_of
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.layers.message import Message
from controlroom.ui.layers.question import Question
from controlroom.ui.plain import set_tip
from tests.ui.board.hostile import BASES, hostile_post, hostile_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WATCHED = ("open", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname")
ICONS = str(bundled("icons"))
Show = Callable[[CachedPost], object]
_heard: list[str] | None = None


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    # Our own icons are loaded when they are first needed.
    if _heard is not None and event in WATCHED and not str(arguments[0]).startswith(ICONS):
        _heard.append(f"{event} {arguments[0]!r}"[:200])


sys.addaudithook(_listen)


@pytest.fixture
def through(qtbot: QtBot) -> Iterator[Callable[[Show], int]]:
    """Passes every text through something and returns how many there were."""

    def run(show: Show) -> int:
        global _heard
        # A script seen for the first time has its font loaded, once.
        for base in BASES:
            show(hostile_post(0, base))
        number, _heard = 0, []
        for number, text in enumerate(hostile_texts(), 1):
            show(hostile_post(number, text))
        heard, _heard = _heard, None
        assert heard == []
        return number

    yield run
    globals()["_heard"] = None


def painted(widget: QWidget) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert not widget.grab().isNull()


def test_the_drawer(desk: DeskWindow, qtbot: QtBot, through: Callable[[Show], int]) -> None:
    talk, pane = ThreadView(), ContactPane()
    for part in (talk, pane):
        qtbot.addWidget(part)
        part.resize(480, 700)

    def show(post: CachedPost) -> None:
        answer = replace(post, id=post.id + 1, post=replace(post.post, reply_to=post.post.url))
        talk.show_places(tree_of([post, answer]), post.id, Ours())
        contact = contact_of("x", post.post.author, None, Ours())
        pane.say(contact, content_of(post, Ours()))
        painted(talk)
        painted(pane)

    assert through(show) > 500


def test_tooltips(desk: DeskWindow, through: Callable[[Show], int]) -> None:
    place = desk.mapToGlobal(QPoint(10, 10))

    def show(post: CachedPost) -> None:
        set_tip(desk.top, post.post.text)
        QApplication.sendEvent(desk.top, QHelpEvent(QEvent.Type.ToolTip, QPoint(10, 10), place))
        assert len(desk.top.toolTip()) < 8_000
        shown = [one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")]
        for label in shown:
            painted(label)

    assert through(show) > 500
    desk.top.setToolTip("")
    QToolTip.hideText()


def test_toasts(desk: DeskWindow, through: Callable[[Show], int]) -> None:
    def told(post: CachedPost) -> Told:
        return Told(KeptAlert(1, 1, "Fire", Level.CRITICAL, post.id, NOW), post)

    toast = Toast(told(hostile_post(1, "x")), desk)

    def show(post: CachedPost) -> None:
        toast.tell(told(post))
        assert toast.height_wanted() <= HIGHEST
        toast.resize(360, toast.height_wanted())
        painted(toast)

    assert through(show) > 500
    toast.hide()
    toast.deleteLater()


def test_dialogs(desk: DeskWindow, through: Callable[[Show], int]) -> None:
    def show(post: CachedPost) -> None:
        text = post.post.text
        head, question = text[:200], post.id % 2
        panel = Question(head, text, text[:40]) if question else Message(head, text)
        desk.open_layer(panel)
        painted(panel)
        desk.layers.close_all()

    assert through(show) > 500
    assert desk.layers.top() is None
