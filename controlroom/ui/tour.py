"""A tour of the real window: every stop is shown and saved as a picture.

A room that gets a screen adds its stop to `STOPS`; nothing else is needed.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtWidgets import QApplication

from controlroom.bundle import bundled
from controlroom.keychain import RecoveryKey
from controlroom.keychain.errors import KeychainLocked
from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.house import Remedy, Trouble
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Content, Piece, written
from controlroom.store.errors import Damaged
from controlroom.team.publishing import views
from controlroom.team.state import State
from controlroom.ui.board.drawer.drawer import Drawer
from controlroom.ui.board.links.opening import open_address
from controlroom.ui.board.media.desk import LARGEST, Picture
from controlroom.ui.board.media.showing import Showing
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.pictures.decode import decode_whole
from controlroom.ui.board.sample import Sample, open_sample, show
from controlroom.ui.compose.build import compose
from controlroom.ui.compose.kept import new_id, new_sheet
from controlroom.ui.compose.page import ComposePage
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.chosen import Chosen
from controlroom.ui.journal.page import JournalPage
from controlroom.ui.opening.recovery import RecoveryPanel
from controlroom.ui.opening.trouble_page import trouble_page
from controlroom.ui.profiles.page import ProfilesPage
from controlroom.ui.reply.reply_box import ReplyBox
from controlroom.ui.review.page import ReviewPage
from controlroom.ui.review.sample import ReviewSample, open_review
from controlroom.ui.review.sample import show as show_review
from controlroom.ui.sections import SECTIONS
from controlroom.ui.settings.page import SettingsPage

SETTLING = 3
"""Rounds of events after which words, widths and places are all in step."""
FULL, SMALL = QSize(1920, 1080), QSize(1366, 768)


class Stop(NamedTuple):
    """A picture of the tour.

    Attributes:
        name: of the file, without ending; says what it shows.
        prepare: brings the window there.
        size: of the window.
        settings: to change first; what is not named goes back to dark, 100 %, English.
    """

    name: str
    prepare: Callable[[DeskWindow], None]
    size: QSize = FULL
    settings: tuple[tuple[str, object], ...] = ()


USUAL = {"theme": "dark", "text_size": 100, "language": "en"}
LIGHT = (("theme", "light"),)
FRENCH = (("language", "fr"),)
LARGE = (("text_size", 150),)


def _section(name: str) -> Callable[[DeskWindow], None]:
    return lambda window: window.go(name)


NOTES = (
    "Roads desk replies first to anyone stranded with a medical need.",
    "Marker 41.8 and asthma passed to dispatch, log 2231. PC Fenn, can you take it?",
)
_samples: dict[DeskWindow, Sample] = {}


def _posts(window: DeskWindow) -> None:
    """The board with invented posts, in a house of their own that goes with the window."""
    window.go("board")
    if window not in _samples:
        _samples[window] = open_sample()
        window.closed.connect(lambda: _samples.pop(window).close())
    page = window.pages.page("board")
    assert isinstance(page, BoardPage)
    show(page, _samples[window])


def _conversation(window: DeskWindow) -> None:
    """The conversation of the first post, beside the columns."""
    _posts(window)
    page = window.pages.page("board")
    assert isinstance(page, BoardPage)
    window.commands.run("open-post")
    _wait(lambda: page.desk is None or not page.desk.reading.busy())


def _together(window: DeskWindow) -> None:
    """The same conversation, taken by whoever works here, with internal notes on it."""
    _conversation(window)
    page = window.pages.page("board")
    assert isinstance(page, BoardPage)
    drawer = page.beside.drawer
    _wait(lambda: page.together and page.beside.names)
    if drawer is None or not page.beside.names:
        return
    window.commands.run("assign-me")
    for text in NOTES[len(drawer.side.notes.notes) :]:
        drawer.side.field.setPlainText(text)
        drawer.side.keep.click()
        _wait(partial(_is_noted, drawer, text))
    drawer.show_note(drawer.side.notes.notes[0].key if drawer.side.notes.notes else "")


def _is_noted(drawer: Drawer, text: str) -> bool:
    return any(one.text == text for one in drawer.side.notes.notes)


def _picture(window: DeskWindow) -> None:
    """The first picture of the board, large."""
    _posts(window)
    page, body = window.pages.page("board"), bundled("pictures", "board.png").read_bytes()
    assert isinstance(page, BoardPage)
    posts = [one for view in page.row.columns for one in view.list.posts() if one.post.media]
    Showing(window, page.media, lambda: True).media(posts[0], covered=False)
    address = posts[0].post.media[0].url
    page.media.picture.emit(Picture(address, body, decode_whole(body, LARGEST)))


def _link(window: DeskWindow) -> None:
    """A link whose words name another host than it leads to."""
    _posts(window)
    open_address(window, "https://аррӏе.com/refund", "apple.com")


_reviews: dict[DeskWindow, ReviewSample] = {}


def _review(window: DeskWindow) -> None:
    """Review with a fortnight of invented posts."""
    window.go("review")
    if window not in _reviews:
        _reviews[window] = open_review()
        window.closed.connect(lambda: _reviews.pop(window).close())
    page = window.pages.page("review")
    assert isinstance(page, ReviewPage)
    show_review(page, _reviews[window])


def _new_column(window: DeskWindow) -> None:
    _posts(window)
    window.commands.run("new-column")


def _palette(window: DeskWindow) -> None:
    window.go("board")
    window.open_palette()


def _shortcuts(window: DeskWindow) -> None:
    window.go("board")
    window.open_shortcuts()


def _one_profile(window: DeskWindow) -> None:
    """The profiles, the first in trouble chosen."""
    window.go("profiles")
    page = window.pages.page("profiles")
    assert isinstance(page, ProfilesPage)
    _wait(lambda: page.register.loaded)
    worst = min(page.register.standings, key=lambda one: one.condition, default=None)
    if worst is not None:
        page.show_profile(worst.profile.id)


def _officers(window: DeskWindow) -> None:
    """Officers and rights, the first officer chosen."""
    _one_profile(window)
    page = window.pages.page("profiles")
    assert isinstance(page, ProfilesPage)
    page.view.answers[1].click()
    page.officers.way.answers[0].click()
    _wait(lambda: page.officers.people.rows.rowCount())


def _rights(window: DeskWindow) -> None:
    """The same by profile."""
    _officers(window)
    page = window.pages.page("profiles")
    assert isinstance(page, ProfilesPage)
    page.officers.way.answers[1].click()


def _at_desk(window: DeskWindow) -> None:
    window.go("board")
    window.open_at_desk()


def _budgets(window: DeskWindow) -> None:
    _one_profile(window)
    page = window.pages.page("profiles")
    assert isinstance(page, ProfilesPage)
    page.view.answers[2].click()


def _connect(window: DeskWindow) -> None:
    _one_profile(window)
    page = window.pages.page("profiles")
    assert isinstance(page, ProfilesPage)
    page.view.answers[0].click()
    _wait(lambda: window.line.offers)
    page.add.click()


def _record(window: DeskWindow) -> None:
    """The record, once its rows have been read."""
    window.go("record")
    page = window.pages.page("record")
    assert isinstance(page, JournalPage)
    page.bar.choose(Chosen())
    _wait(lambda: page.list.shown() and not page.reading.busy())


def _entry(window: DeskWindow) -> None:
    """The record, its newest entry explained."""
    _record(window)
    page = window.pages.page("record")
    assert isinstance(page, JournalPage)
    page.list.go_to(0)
    page.show_entry(page.list.current)
    _wait(lambda: page.details.isVisible())


def _checked_record(window: DeskWindow) -> None:
    _entry(window)
    page = window.pages.page("record")
    assert isinstance(page, JournalPage)
    page.verify()
    _wait(lambda: not page.verifying.work.running)


def _whose_decisions(window: DeskWindow) -> None:
    _entry(window)
    page = window.pages.page("record")
    assert isinstance(page, JournalPage)
    page.bar.person.click()


APPEAL = (
    "Do you recognise this man? We want to speak to him about a serious assault near 14 Tannery"
    " Row, Brackenford, at 22:14 on Monday. Message us privately, or call 101. #Route61"
)
REOPENED = "Tannery Row in Brackenford is open again. Thank you for your patience."


def _compose(window: DeskWindow) -> None:
    """An appeal for every tenth profile, with what the checks say of it."""
    window.go("board")
    page = compose(window, new_sheet())
    _wait(lambda: page.force.loaded and page.who.tree.targets)
    able = [one.key for one in page.who.tree.targets if one.can]
    page.who.chosen.emit(tuple(able[::10]))
    page.route.kind.picked.emit("appeal")
    page.text.boxes[0].box.insertPlainText(APPEAL)
    _wait(lambda: page.prospect.is_checked and page.judging.findings)


def _compose_thread(window: DeskWindow) -> None:
    """The same as a thread of its own on one network, at a time."""
    _compose(window)
    page = window.composer
    assert isinstance(page, ComposePage)
    page.text.turn_by(2)
    page.text.more.click()
    page.text.boxes[1].box.insertPlainText("He walked towards the station with a red bag.")
    page.when.choice.answers[1].click()
    _wait(lambda: page.prospect.is_checked)


def _compose_previews(window: DeskWindow) -> None:
    _compose(window)
    page = window.composer
    assert isinstance(page, ComposePage)
    page.tabs[1].click()


def _saved_texts(window: DeskWindow) -> None:
    _compose(window)
    page = window.composer
    assert isinstance(page, ComposePage)
    page.text.saved.click()


def _reply(window: DeskWindow) -> None:
    """A reply that says too much, below a conversation of the exercise."""
    window.go("board")
    page = window.pages.page("board")
    assert isinstance(page, BoardPage)
    if window.house is not None:
        page.open_house(window.house)
    _wait(lambda: any(view.list.posts() for view in page.row.columns))
    posts = [one for view in page.row.columns for one in view.list.posts()]
    if not posts:
        return
    page.open_post(posts[0])
    _wait(lambda: page.beside.names)
    window.commands.run("reply")
    box = page.beside.drawer.findChild(ReplyBox) if page.beside.drawer is not None else None
    if box is not None and box.box.isEnabled() and not box.box.text():
        box.box.insertPlainText("Thank you. Leo Barnes, aged 9, is safe. PLEASE KEEP AWAY NOW.")
        _wait(lambda: box.rows)


def _put_forward(window: DeskWindow, title: str, text: str, *, by_colleague: bool) -> str:
    """Puts a draft for every tenth profile into the record; returns its id, "" for none."""
    _compose(window)
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
    _wait(lambda: book.state is not None and views.draft(book.state, draft) is not None)
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
        _wait(lambda: window.layers.top() is not None)


def _released(window: DeskWindow) -> None:
    """The question before publishing goes on."""
    _held(window)
    window.layers.close_all()
    window.commands.run("release")


def _new_stream(window: DeskWindow) -> None:
    window.go("board")
    _wait(lambda: window.line.offers)
    window.commands.run("new-stream")


def _wait(condition: Callable[[], object]) -> None:
    """Lets the desk work until something is there, for five seconds at most."""
    patience = QDeadlineTimer(5_000)
    while not condition() and not patience.hasExpired():
        QApplication.processEvents()


def _recovery_key(window: DeskWindow) -> None:
    window.go("board")
    window.open_layer(RecoveryPanel(RecoveryKey(bytes(range(20)))))


def _typing_back(window: DeskWindow) -> None:
    window.go("board")
    panel = RecoveryPanel(RecoveryKey(bytes(range(20))))
    window.open_layer(panel)
    panel.forth.click()


def _trouble(error: WorldError, *remedies: Remedy) -> Callable[[DeskWindow], None]:
    """Shows the page for an error as the desk does, with buttons that do nothing."""

    def prepare(window: DeskWindow) -> None:
        window.go("board")
        runs: dict[Remedy, Callable[[], object]] = dict.fromkeys(remedies, lambda: None)
        window.stand_in(trouble_page(Trouble(error, remedies), runs, lambda: None))

    return prepare


_locked = _trouble(KeychainLocked(), Remedy.TRY_AGAIN, Remedy.RECOVERY_KEY)
_damaged = _trouble(
    Damaged(path="/home/quill/.local/share/controlroom/desk.db"),
    Remedy.SALVAGE,
    Remedy.RESTORE,
    Remedy.TRY_AGAIN,
)


def _data(window: DeskWindow) -> None:
    window.go("settings")
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    QApplication.processEvents()
    page.show_end()


_READ = {"record": _record}
"""Sections whose picture is worth taking only once they have been read."""
STOPS: list[Stop] = [
    *(Stop(f"{one.id}-dark", _READ.get(one.id, _section(one.id))) for one in SECTIONS),
    Stop("board-light", _section("board"), settings=LIGHT),
    Stop("board-french", _section("board"), settings=FRENCH),
    Stop("board-1366x768", _section("board"), SMALL),
    Stop("board-1366x768-light-french", _section("board"), SMALL, LIGHT + FRENCH),
    Stop("board-text-150", _section("board"), settings=LARGE),
    Stop("board-1366x768-text-150-french", _section("board"), SMALL, LARGE + FRENCH),
    Stop("posts-dark", _posts),
    Stop("posts-light", _posts, settings=LIGHT),
    Stop("posts-1366x768", _posts, SMALL),
    Stop("posts-1366x768-light-french", _posts, SMALL, LIGHT + FRENCH),
    Stop("posts-text-150", _posts, settings=LARGE),
    Stop("conversation-dark", _conversation),
    Stop("conversation-1366x768-light-french", _conversation, SMALL, LIGHT + FRENCH),
    Stop("together-dark", _together),
    Stop("together-light", _together, settings=LIGHT),
    Stop("together-1366x768-light-french", _together, SMALL, LIGHT + FRENCH),
    Stop("picture-dark", _picture),
    Stop("picture-1366x768-light-french", _picture, SMALL, LIGHT + FRENCH),
    Stop("link-dark", _link),
    Stop("link-1366x768-light-french", _link, SMALL, LIGHT + FRENCH),
    Stop("new-column-dark", _new_column),
    Stop("review-posts-dark", _review),
    Stop("review-posts-1366x768-light-french", _review, SMALL, LIGHT + FRENCH),
    Stop("profile-dark", _one_profile),
    Stop("profile-1366x768-light-french", _one_profile, SMALL, LIGHT + FRENCH),
    Stop("officers-dark", _officers),
    Stop("officers-1366x768-light-french", _officers, SMALL, LIGHT + FRENCH),
    Stop("rights-dark", _rights),
    Stop("rights-1366x768-text-150", _rights, SMALL, LARGE),
    Stop("at-desk-dark", _at_desk),
    Stop("at-desk-1366x768-light-french", _at_desk, SMALL, LIGHT + FRENCH),
    Stop("budgets-dark", _budgets),
    Stop("connect-dark", _connect),
    Stop("connect-1366x768-light-french", _connect, SMALL, LIGHT + FRENCH),
    Stop("new-stream-dark", _new_stream),
    Stop("compose-dark", _compose),
    Stop("compose-light", _compose, settings=LIGHT),
    Stop("compose-thread-dark", _compose_thread),
    Stop("compose-1366x768-light-french", _compose, SMALL, LIGHT + FRENCH),
    Stop("compose-previews-1366x768", _compose_previews, SMALL),
    Stop("compose-text-150", _compose, settings=LARGE),
    Stop("saved-texts-dark", _saved_texts),
    Stop("reply-dark", _reply),
    Stop("reply-1366x768-light-french", _reply, SMALL, LIGHT + FRENCH),
    Stop("entry-dark", _entry),
    Stop("entry-1366x768-light-french", _checked_record, SMALL, LIGHT + FRENCH),
    Stop("entry-1366x768-text-150", _entry, SMALL, LARGE),
    Stop("whose-decisions-dark", _whose_decisions),
    Stop("exercise-1366x768-light-french", _section("exercise"), SMALL, LIGHT + FRENCH),
    Stop("settings-light-french", _section("settings"), settings=LIGHT + FRENCH),
    Stop("settings-1366x768-text-150", _section("settings"), SMALL, LARGE),
    Stop("settings-data-1366x768", _data, SMALL),
    Stop("settings-data-1366x768-light-french", _data, SMALL, LIGHT + FRENCH),
    Stop("recovery-key-dark", _recovery_key),
    Stop("recovery-key-1366x768-light-french", _recovery_key, SMALL, LIGHT + FRENCH),
    Stop("recovery-key-typed-back", _typing_back, SMALL),
    Stop("keychain-locked-dark", _locked),
    Stop("keychain-locked-1366x768-light-french", _locked, SMALL, LIGHT + FRENCH),
    Stop("damaged-dark", _damaged, SMALL),
    Stop("damaged-light-french", _damaged, settings=LIGHT + FRENCH),
    Stop("palette-dark", _palette),
    Stop("palette-light-french", _palette, settings=LIGHT + FRENCH),
    Stop("shortcuts-dark", _shortcuts),
    Stop("shortcuts-1366x768-light-french", _shortcuts, SMALL, LIGHT + FRENCH),
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
]


def tour(folder: Path, window: DeskWindow) -> list[Path]:
    """Walks a desk through all stops and returns the pictures made, in order.

    Args:
        folder: where the pictures go; made if it is not there.
        window: the desk to show, with its house open.

    Raises:
        OSError: the folder or a picture cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_visit(window, stop, folder) for stop in STOPS]


def _visit(window: DeskWindow, stop: Stop, folder: Path) -> Path:
    window.change(**(USUAL | dict(stop.settings)))
    window.resize(stop.size)
    stop.prepare(window)
    for _round in range(SETTLING):
        QApplication.processEvents()
    path = folder / f"{stop.name}.png"
    if not window.grab().save(str(path)):
        raise OSError(f"{path} could not be written")
    while window.layers.top() is not None:
        window.layers.close_top()
    window.stand_in(None)
    return path
