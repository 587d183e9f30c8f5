"""A column as a screen reader says it."""

from PySide6.QtCore import QCoreApplication

from controlroom.ui.board.column.standing import Standing
from controlroom.ui.language import counted

translate = QCoreApplication.translate


def list_name(title: str, unread: int, standing: Standing) -> str:
    """Returns "Mentions, 38 unread, live"."""
    number = counted(
        unread, translate("Column", "{n} unread post"), translate("Column", "{n} unread posts")
    )
    parts = (title, number if unread else "", standing.word.lower(), standing.detail)
    return ", ".join(part for part in parts if part)
