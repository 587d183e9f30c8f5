"""From an alert to its posts: the column they stand in, or else a search for them."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from controlroom.model.alert import KeptAlert
from controlroom.model.board import Board, Column
from controlroom.store.desk.notes import SavedSearch
from controlroom.ui.alerts.look import Told

translate = QCoreApplication.translate


def go_to(window: Any, told: Told) -> None:
    """Shows the column with the conversation of the post, or else searches for what fits."""
    if not told.alert.rule:
        _show_post(window, told)
    elif not _show_column(window, told):
        _search(window, told.alert)


def _show_post(window: Any, told: Told) -> None:
    """What no rule raised may be about a post that stands in no column."""
    page = window.pages.page("board")
    if told.post is not None and page is not None:
        window.go("board")
        page.open_post(told.post)


def _show_column(window: Any, told: Told) -> bool:
    page = window.pages.page("board")
    if page is None or told.post is None or page.desk is None:
        return False
    found = _column(page.session.book.boards, told.alert)
    if found is None:
        return False
    board, column = found
    window.go("board")
    window.tabs.choose(board.id)
    view = next((one for one in page.row.columns if one.model.id == column.id), None)
    if view is not None:
        page.stand.enter(view)
    page.open_post(told.post)
    return True


def _column(boards: list[Board], alert: KeptAlert) -> tuple[Board, Column] | None:
    """Returns the column that asks the same, or one that shows the whole stream."""
    asking = [
        (board, column) for board in boards for column in board.columns
        if column.stream == alert.stream and column.filter in (alert.query, "")
        and (column.stream or column.filter)
    ]  # fmt: skip
    return max(asking, key=lambda one: one[1].filter == alert.query, default=None)


def _search(window: Any, alert: KeptAlert) -> None:
    window.go("review")
    page = window.pages.page("review")
    if page is not None:
        page.open_search(SavedSearch(alert.name, query_of(alert)))


def query_of(alert: KeptAlert) -> str:
    """Returns the search that finds what an alert stands for."""
    if not alert.stream:
        return alert.query
    stream = f"stream:{alert.stream}"
    return f"({alert.query}) {stream}" if alert.query else stream
