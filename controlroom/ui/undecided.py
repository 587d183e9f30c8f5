"""A word in the status bar while decisions wait, wherever in the desk one is."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from controlroom.ui.frame.notice import Notice
from controlroom.ui.language import counted, told
from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
KEY = "undecided"


def tell_undecided(window: Any) -> None:
    """Shows in a window's status bar how many decisions wait; a press leads to them."""
    book: RecordBook = window.record

    def look() -> None:
        notice = Notice(lambda: _words(book), "go-record") if book.undecided else None
        window.status.notice.stand(KEY, notice)

    book.waiting.connect(look)
    window.house_closed.connect(lambda: window.status.notice.stand(KEY, None))


def _words(book: RecordBook) -> tuple[str, str]:
    moved = sum(one.moved is not None for one in book.undecided)
    if moved:
        text = counted(
            moved,
            translate("Record", "{n} decision waits for you"),
            translate("Record", "{n} decisions wait for you"),
        )
    else:
        text = counted(
            len(book.undecided),
            translate("Record", "{n} decision waits for the database"),
            translate("Record", "{n} decisions wait for the database"),
        )
    return text, told(book.trouble) if book.trouble is not None else text
