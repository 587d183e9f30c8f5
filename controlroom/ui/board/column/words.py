"""A column in words: as a screen reader says it, and its pace."""

from PySide6.QtCore import QCoreApplication

from controlroom.ui.board.column.hour import Hour
from controlroom.ui.board.state import Standing
from controlroom.ui.language import counted, language

translate = QCoreApplication.translate


def list_name(title: str, unread: int, standing: Standing, hour: Hour) -> str:
    """Returns "Mentions, 38 unread posts, live, 264 profiles, 42 a minute"."""
    number = counted(
        unread, translate("Column", "{n} unread post"), translate("Column", "{n} unread posts")
    )
    pace = ""
    if standing.is_live and hour.a_minute >= 1:
        pace = translate("Column", "{n} a minute").format(n=language().figure(round(hour.a_minute)))
    parts = (title, number if unread else "", standing.word.lower(), standing.detail, pace)
    return ", ".join(part for part in parts if part)


def rate_words(hour: Hour, standing: Standing) -> str:
    """Returns "42/min", or with fewer "3 in the last hour", "" where the stream is not live."""
    if not standing.is_live:
        return ""
    if hour.a_minute >= 1:
        rate = language().figure(round(hour.a_minute))
        return translate("Column", "{n}/min").format(n=rate)
    return translate("Column", "{n}/h").format(n=language().figure(sum(hour.bars)))
