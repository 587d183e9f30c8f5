"""Lets the people at one window work together with others, from when the board is there."""

from functools import partial
from typing import TYPE_CHECKING, Any

from controlroom.model.journal_subject import profile_key
from controlroom.ui.board.acts.together import TogetherActs
from controlroom.ui.board.card.badges import Badge
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.sharing.sharing import Sharing
from controlroom.ui.together.here_segment import HereSegment
from controlroom.ui.together.names import officer_name, short_name
from controlroom.ui.together.together import Together

if TYPE_CHECKING:
    from collections.abc import Callable

    from controlroom.model.cached import CachedPost
    from controlroom.ui.board.column.column import ColumnView
    from controlroom.ui.together.answers import Answers


def work_together(window: Any, answer: "Callable[[Together], Answers] | None" = None) -> None:
    """Joins the board of a window to its record; presence begins with the house's team.

    Args:
        answer: makes what lets a conversation be answered.
    """
    window.pages.settle()
    together = Together(window, window.record)
    together.answers = answer(together) if answer is not None else None
    _join_when_made(window, together)
    window.status.add(HereSegment(together, window.status))
    window.house_opened.connect(together.open)
    window.house_closed.connect(together.close)
    window.closed.connect(together.end)
    if window.house is not None:
        together.open(window.house)


def _join(page: BoardPage, together: Together) -> None:
    """Shows on cards and in the drawer what is done together, and lets commands act on it."""
    session, window = page.session, together.window
    page.together = TogetherActs(together, window, page.beside, lambda: page.posts, page.open_post)
    page.publishing = together.answers.on_page(page) if together.answers else None
    page.beside.join(together)
    session.sharing = Sharing(session, window)
    together.assigning.done.connect(partial(_offer_undo, page, together))
    session.learned.connect(partial(_learn, page, together))
    session.views.made.connect(partial(_take_column, together))
    for view in session.views.all.values():
        _take_column(together, view)
    together.changed.connect(partial(_show_people, page))
    together.changed.connect(window.commands.changed)
    _learn(page, together)


def _join_when_made(window: Any, together: Together) -> None:
    """A desk that was left in another section makes its board when somebody goes there."""
    joined: list[BoardPage] = []

    def join(_section: str = "") -> None:
        page = window.pages.page("board")
        if isinstance(page, BoardPage) and not joined:
            joined.append(page)
            _join(page, together)

    window.section_shown.connect(join)
    join()


def _offer_undo(page: BoardPage, together: Together, text: str, undo: object) -> None:
    if undo is not None:
        page.session.undo.offer(text, together.assigning.undo, tell=False)


def _learn(page: BoardPage, together: Together) -> None:
    if page.desk is not None:
        keys = {one.id: profile_key(one) for one in page.desk.facts.profiles}
        together.learn(keys, page.desk.facts.ours.handles)


def _take_column(together: Together, view: "ColumnView") -> None:
    view.list.shelf.person = partial(_badge, together)
    view.list.show_people()


def _show_people(page: BoardPage) -> None:
    for view in page.session.views.all.values():
        view.list.show_people()


def _badge(together: Together, post: "CachedPost") -> Badge | None:
    under_way: Badge | None = together.answers.badge(post) if together.answers else None
    if under_way is not None:
        return under_way
    dealt = together.talks.dealing_with(post)
    if not dealt.officer:
        return None
    name = short_name(officer_name(together.book.state, dealt.officer))
    mine = dealt.officer == together.book.officer
    return Badge("person", name, dashed=dealt.waits is not None, mine=mine)
