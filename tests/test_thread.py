"""The whole house at once: a feed on loopback, the engine, the encrypted cache, a painted card."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytest_httpserver import HTTPServer

from controlroom import app
from controlroom.keychain import MemoryKeychain, confirm_recovery_key, open_house_key
from controlroom.keychain.house import Created
from controlroom.model.board import Board, Column
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.sources import SourceKeeper
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.store import DeskStore
from controlroom.ui.frame.window import DeskWindow

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Dunmarsh Council</title>
<link>https://dunmarsh.example</link><description>News</description>
<item><title>Ford closed at Oldmere</title><link>https://dunmarsh.example/1</link><guid>1</guid>
<description>Use the bridge.</description><pubDate>Sun, 01 Nov 2026 12:00:00 GMT</pubDate></item>
</channel></rss>"""
PATIENCE_MS = 60_000


def house(folder: Path, feed: str) -> MemoryKeychain:
    """Makes a data folder with one stream and a board that shows it."""
    folder.mkdir()
    chain = MemoryKeychain()
    opened = open_house_key(folder, chain, [])
    assert isinstance(opened, Created)
    confirm_recovery_key(folder, opened.recovery.text())
    key = opened.key.reveal()
    writer = CacheWriter.open(folder, key)
    source = Source("rss", SourceKind.FEED, term=feed)
    stream = SourceKeeper(writer.database).save_stream(Stream(0, "Council", (source,)))
    writer.close()
    desk = DeskStore.open(folder, key)
    desk.save_board(Board(0, "Force", (Column(0, stream, "Council"),)))
    desk.close()
    return chain


def spoken(window: QWidget) -> str:
    """Returns every name that a screen reader can read in the window."""
    names, waiting = [], [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        one = waiting.pop()
        if one is not None and one.isValid():
            names.append(one.text(QAccessible.Text.Name))
            waiting += [one.child(number) for number in range(one.childCount())]
    return "\n".join(names)


def test_what_a_council_publishes_is_read_on_the_board(
    qapp: QApplication, tmp_path: Path, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/feed").respond_with_data(FEED, content_type="application/rss+xml")
    chain = house(tmp_path / "data", httpserver.url_for("/feed"))
    threads = set(threading.enumerate())
    seen: list[str] = []

    def look(window: DeskWindow, timer: QTimer) -> None:
        told = spoken(window)
        if "Ford closed at Oldmere" in told:
            seen.append(told)
            timer.stop()
            window.close()

    def painted(window: DeskWindow) -> None:
        every(window, 200, look)
        QTimer.singleShot(PATIENCE_MS, window, window.close)

    assert app.main(tmp_path / "data", first_painted=painted, keychain=chain) == 0
    assert seen, "the post was not painted in time"
    assert set(threading.enumerate()) == threads
    assert not list((tmp_path / "data").glob("*.lock.pid"))


def every(window: DeskWindow, ms: int, work: Callable[[DeskWindow, QTimer], None]) -> None:
    timer = QTimer(window)
    timer.timeout.connect(lambda: work(window, timer))
    window.closed.connect(timer.stop)
    timer.start(ms)
