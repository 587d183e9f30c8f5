"""Tells whoever works here of a conversation that a colleague has given them."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import ConversationAssigned, read
from controlroom.model.journal_subject import profile_of_conversation
from controlroom.ui.together.names import officer_name

if TYPE_CHECKING:
    from controlroom.model.cached import CachedPost
    from controlroom.store.cache.reader import CacheReader
    from controlroom.ui.alerts.alerts import Alerts
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate


class Assigned(QObject):
    """Hears the record of one window."""

    def __init__(self, window: Any, book: "RecordBook", alerts: "Alerts") -> None:
        super().__init__(window)
        self._book, self._alerts = book, alerts
        book.changed.connect(self._hear)

    def _hear(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if entry.kind == ConversationAssigned.kind and entry.actor != self._book.officer:
                self._judge(entry)

    def _judge(self, entry: Entry) -> None:
        """What was given to somebody else since, or had no effect, is not told of."""
        state, told, mine = self._book.state, read(entry), self._book.officer
        if state is None or not mine or not isinstance(told, ConversationAssigned):
            return
        if told.officer != mine or state.dealing(told.conversation) != mine:
            return
        who = officer_name(state, entry.actor)
        self._alerts.notice(
            translate("Alerts", "Assigned to you"),
            translate("Alerts", "{name} gave you a conversation.").format(name=who),
            find=partial(newest_of, conversation=told.conversation),
        )


def newest_of(cache: "CacheReader", conversation: str) -> "CachedPost | None":
    """Returns the newest post held of a conversation, None if none is; off the window's thread.

    Args:
        conversation: its key in the record.
    """
    network = unquote(conversation.partition("/")[0])
    root = unquote(conversation.removeprefix(profile_of_conversation(conversation) + "/"))
    held = cache.conversation(network, root)
    return held[-1] if held else None
