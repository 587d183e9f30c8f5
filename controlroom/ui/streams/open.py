"""Opens the panel for a new stream and has the engine save what it makes."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import parse
from controlroom.model.stream import Stream
from controlroom.store.cache.sources import SourceList
from controlroom.ui.streams.draft import ASKED_FOR, Draft
from controlroom.ui.streams.panel import NewStream

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader

translate = QCoreApplication.translate
DAYS = 7


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
    panel = NewStream(
        list(line.offers.values()), lists.profiles(), lists.groups(), expecting(house.cache)
    )
    panel.made.connect(lambda stream: _save(window, stream))
    window.open_layer(panel)
    return panel


def expecting(cache: "CacheReader") -> Callable[[Draft], int | None]:
    """Returns what counts how many posts a day the cache took in that such a stream would bring."""

    def expected(draft: Draft) -> int | None:
        if draft.kind not in ASKED_FOR or len(draft.term.strip()) < 3:
            return None
        sign = "#" if draft.kind == "hashtag" and not draft.term.startswith("#") else ""
        network = f" network:{draft.network}" if draft.network else ""
        # What a network's own search understands may be no query of ours.
        with suppress(QueryError):
            asked = f"({sign}{draft.term}){network} since:{DAYS}d"
            return cache.count(parse(asked)).number // DAYS
        return None

    return expected


def _save(window: Any, stream: Stream) -> None:
    window.line.say(save_stream=stream)
    template = translate("Streams", "Switched on: {name}")
    window.status.say_shortly(template.format(name=stream.name))
