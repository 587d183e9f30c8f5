"""Opens the panel for a new stream and has the engine save what it makes."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from controlroom.model.stream import Stream
from controlroom.store.cache.sources import SourceList
from controlroom.ui.streams.outlook import outlook_of
from controlroom.ui.streams.panel import NewStream

translate = QCoreApplication.translate


def open_new_stream(window: Any) -> NewStream | None:
    """Opens the panel over a window; None, with a word in the status bar, before that can be."""
    house, line = window.house, window.line
    if house is None or house.cache is None or not line.offers:
        line.ask_networks()
        window.status.say_shortly(
            translate("Streams", "The engine is starting. Try again in a moment.")
        )
        return None
    lists = SourceList(house.cache.database)
    profiles = lists.profiles()
    outlook = outlook_of(house.cache, profiles, lists.streams())
    panel = NewStream(list(line.offers.values()), profiles, lists.groups(), outlook)
    panel.made.connect(lambda stream: _save(window, stream))
    window.open_layer(panel)
    return panel


def _save(window: Any, stream: Stream) -> None:
    window.line.say(save_stream=stream)
    template = translate("Streams", "Switched on: {name}")
    window.status.say_shortly(template.format(name=stream.name))
