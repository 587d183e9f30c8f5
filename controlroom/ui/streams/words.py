"""How kinds of source are called."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.stream import SourceKind

translate = QCoreApplication.translate


def kind_told(kind: SourceKind) -> str:
    """Returns what a kind reads."""
    return {
        SourceKind.HOME: translate("Streams", "Home timeline"),
        SourceKind.MENTIONS: translate("Streams", "Mentions"),
        SourceKind.POSTS: translate("Streams", "Own posts"),
        SourceKind.COMMENTS: translate("Streams", "Comments"),
        SourceKind.MESSAGES: translate("Streams", "Direct messages"),
        SourceKind.SEARCH: translate("Streams", "Search"),
        SourceKind.HASHTAG: translate("Streams", "Hashtag"),
        SourceKind.LIST: translate("Streams", "List"),
        SourceKind.CONVERSATION: translate("Streams", "Conversation"),
        SourceKind.FEED: translate("Streams", "Feed"),
        SourceKind.LIVE: translate("Streams", "Live comments"),
    }[kind]


def term_asked(kind: SourceKind) -> str:
    """Returns what has to be typed for a kind, "" if nothing has."""
    return {
        SourceKind.SEARCH: translate("Streams", "Words to search for, as the network takes them"),
        SourceKind.HASHTAG: translate("Streams", "Hashtag"),
        SourceKind.LIST: translate("Streams", "Id of the list, as the network gives it"),
        SourceKind.CONVERSATION: translate("Streams", "Id of the first post"),
        SourceKind.FEED: translate("Streams", "Address of the feed"),
    }.get(kind, "")
