"""How kinds of source are called."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from controlroom.model.stream import SourceKind
from controlroom.ui.language import counted
from controlroom.ui.streams.cost import Cost

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


def cost_told(name: str, kind: SourceKind, cost: Cost, checked: date) -> str:
    """Returns what a stream costs on a network, and what that was reckoned from.

    Args:
        checked: of which day prices and assumptions are.
    """
    if not cost.sources:
        return translate("Streams", "{name}: read already, so that it costs nothing more.").format(
            name=name
        )
    parts = [_sum(name, kind, cost), _basis(cost, checked)]
    if cost.read:
        parts.append(
            counted(
                cost.read,
                translate("Streams", "{n} of its sources is read already and costs nothing more."),
                translate("Streams", "{n} of its sources are read already and cost nothing more."),
            )
        )
    return " ".join(parts)


def _sum(name: str, kind: SourceKind, cost: Cost) -> str:
    if kind is SourceKind.MESSAGES:
        template = translate(
            "Streams",
            "{name}: about {day} {currency} a day, for {items} messages at {each} and {people}"
            " people at {person}.",
        )
    else:
        template = translate(
            "Streams",
            "{name}: about {day} {currency} a day, for {items} posts at {each} and {people}"
            " people at {person}, each on {days} days as they are looked at again.",
        )
    return template.format(
        name=name, day=cost.day, currency=cost.currency, items=cost.items, each=cost.each,
        people=cost.people, person=cost.person, days=cost.days,
    )  # fmt: skip


def _basis(cost: Cost, checked: date) -> str:
    if cost.seen:
        template = translate("Streams", "Reckoned from what was read before; prices of {date}.")
    else:
        template = translate(
            "Streams", "Assumed, as nothing like it was read before; prices of {date}."
        )
    return template.format(date=checked.isoformat())


def term_asked(kind: SourceKind) -> str:
    """Returns what has to be typed for a kind, "" if nothing has."""
    return {
        SourceKind.SEARCH: translate("Streams", "Words to search for, as the network takes them"),
        SourceKind.HASHTAG: translate("Streams", "Hashtag"),
        SourceKind.LIST: translate("Streams", "Id of the list, as the network gives it"),
        SourceKind.CONVERSATION: translate("Streams", "Id of the first post"),
        SourceKind.FEED: translate("Streams", "Address of the feed"),
    }.get(kind, "")
