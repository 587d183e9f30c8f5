"""Stops at what leaves: approvals, the planner, deliveries, and the hold."""

from dataclasses import replace

from controlroom.model import clock
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Content, Piece, written
from controlroom.team.publishing import views
from controlroom.team.state import State
from controlroom.ui.compose.kept import new_id
from controlroom.ui.compose.page import ComposePage
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.tour.stop import FRENCH, LIGHT, SMALL, Stop, wait
from controlroom.ui.tour.writing import APPEAL, appeal_written

REOPENED = "Tannery Row in Brackenford is open again. Thank you for your patience."


def _put_forward(window: DeskWindow, title: str, text: str, *, by_colleague: bool) -> str:
    """Puts a draft for every tenth profile into the record; returns its id, "" for none."""
    appeal_written(window)
    page, book = window.composer, window.record
    if not isinstance(page, ComposePage) or book.state is None or not page.writing.content.targets:
        return ""
    known = next((one.id for one in views.drafts(book.state, ended=True) if one.title == title), "")
    if known:
        return known
    kind = "appeal" if by_colleague else "news"
    said = replace(page.writing.content, pieces=(Piece(text),), kind=kind, title=title)
    draft, me = new_id(), book.officer
    book.act_as(_author(book.state, me, said) if by_colleague else me)
    book.decide(DraftSubmitted(draft, written(said)))
    wait(lambda: book.state is not None and views.draft(book.state, draft) is not None)
    book.act_as(me)
    return draft


def _author(state: State, me: str, said: Content) -> str:
    """Returns a colleague who may put this forward."""
    able = (
        one
        for one in sorted(state.officers)
        if one != me and views.why_not_submit(state, one, new_id(), said, clock.now()) is None
    )
    return next(able, me)


def _approvals(window: DeskWindow) -> None:
    """A colleague's appeal that waits for whoever works here."""
    _put_forward(window, "Route 61 appeal", APPEAL, by_colleague=True)
    window.go("approvals")


def _planned(window: DeskWindow) -> None:
    """The same in the planner."""
    _approvals(window)
    window.go("planner")


def _deliveries(window: DeskWindow) -> None:
    """What leaves at once, profile by profile."""
    draft = _put_forward(window, "Tannery Row open again", REOPENED, by_colleague=False)
    window.go("board")
    if draft and window.sending is not None:
        window.sending.show_draft(draft)


def _held(window: DeskWindow) -> None:
    """Publishing is held, and the question why."""
    _approvals(window)
    if window.holding is not None and not window.holding.is_held:
        window.commands.run("hold")
        wait(lambda: window.layers.top() is not None)


def _released(window: DeskWindow) -> None:
    """The question before publishing goes on."""
    _held(window)
    window.layers.close_all()
    window.commands.run("release")


STOPS = (
    Stop("approvals-appeal-dark", _approvals),
    Stop("approvals-appeal-1366x768-light-french", _approvals, SMALL, LIGHT + FRENCH),
    Stop("planner-appeal-dark", _planned),
    Stop("planner-appeal-1366x768-light-french", _planned, SMALL, LIGHT + FRENCH),
    Stop("deliveries-dark", _deliveries),
    Stop("deliveries-1366x768-light-french", _deliveries, SMALL, LIGHT + FRENCH),
    # Last: publishing stays held from here on.
    Stop("held-dark", _held),
    Stop("release-dark", _released),
    Stop("release-1366x768-light-french", _released, SMALL, LIGHT + FRENCH),
)
