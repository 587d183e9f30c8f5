"""The desk's window: frame, pages, layers and commands put together."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.settings import Settings, SettingsFile, SettingsNotSaved
from controlroom.ui.commands.registry import Commands
from controlroom.ui.commands.table import TABLE
from controlroom.ui.controls.draw import fill
from controlroom.ui.frame.banners import Banners
from controlroom.ui.frame.breadth import breadth_of
from controlroom.ui.frame.pages import Pages
from controlroom.ui.frame.place import LEAST, place_of, put_back
from controlroom.ui.frame.rail import Rail
from controlroom.ui.frame.status_bar import StatusBar
from controlroom.ui.frame.tabs import BoardTabs
from controlroom.ui.frame.top_bar import TopBar
from controlroom.ui.language import announcement, counted, speak, told
from controlroom.ui.layers.stack import Layers
from controlroom.ui.sections import BY_ID
from controlroom.ui.theme.icons import keep_ready, make_ready
from controlroom.ui.theme.ready_icons import BOARD_FILE
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    import logging

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from controlroom.model.board import Column
    from controlroom.ui.alerts.alerts import Alerts
    from controlroom.ui.commands.board_actions import BoardActions
    from controlroom.ui.commands.shown import OfReview, OfShown
    from controlroom.ui.compose.near import Near
    from controlroom.ui.exercise.line import ExerciseLine
    from controlroom.ui.frame.regions import Regions
    from controlroom.ui.holding.holding import Holding
    from controlroom.ui.incidents.keeping import Incidents
    from controlroom.ui.layers.layer import Panel
    from controlroom.ui.line import EngineLine
    from controlroom.ui.officers.office import WindowOffice
    from controlroom.ui.planner.keeping import SeriesKeeper
    from controlroom.ui.record.book import RecordBook
    from controlroom.ui.sending.sending import Sending

translate = QCoreApplication.translate


class DeskWindow(QWidget):
    """The window. It is the `Desk` that commands act on.

    Signals:
        first_painted: the whole frame has been drawn for the first time.
        section_shown: a section is shown, by its id.
        closed: the window has been closed.
        house_opened: the databases are open; carries the house with `desk` and `cache`.
        house_closed: they are closed again; nothing may be read from the house any more.
        changed: the engine has written posts; carries the `Changes`.
        trouble: somebody met a `WorldError` in the house that its page cannot mend.
    """

    first_painted = Signal()
    _drawing = Signal()
    section_shown = Signal(str)
    closed = Signal()
    house_opened = Signal(object)
    house_closed = Signal()
    changed = Signal(object)
    trouble = Signal(object)

    def __init__(self, file: SettingsFile) -> None:
        super().__init__()
        self.house: Any = None
        self._line: EngineLine | None = None
        self._record: RecordBook | None = None
        self._office: WindowOffice | None = None
        self.exercise: ExerciseLine | None = None
        self.alerts: Alerts | None = None
        self.holding: Holding | None = None
        self.incidents: Incidents | None = None
        self.sending: Sending | None = None
        self.series: SeriesKeeper | None = None
        self.composer: QWidget | None = None
        self.near: Near | None = None
        self._file = file
        self._painted = False
        self._regions: Regions | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(QSize(*LEAST))
        theme().apply(file.now)
        speak(file.now.language)
        make_ready(file.path.parent)
        self.commands = Commands(self, self, TABLE)
        self.layers = Layers(self)
        self._build()
        self._show_settings()
        self._tell_problems()
        theme().changed.connect(self._fit)
        announcement.changed.connect(self._speak_anew)
        self.commands.refused.connect(self._tell_refusal)
        # Behind the painting of all that lies on the window.
        self._drawing.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        put_back(self, file.now.window)
        self.go(file.now.section if file.now.section in BY_ID else "board")

    @property
    def line(self) -> "EngineLine":
        """The line to the engine, laid when somebody first needs it."""
        if self._line is None:
            from controlroom.ui.line import EngineLine

            self._line = EngineLine(self)
        return self._line

    @property
    def record(self) -> "RecordBook":
        """The record of the open house, followed from `watch` on."""
        if self._record is None:
            from controlroom.ui.record.book import RecordBook

            self._record = RecordBook(self)
            self._record.begun.connect(self.commands.changed)
        return self._record

    @property
    def office(self) -> "WindowOffice":
        """Officers and rights of the record, kept from `watch` on."""
        if self._office is None:
            from controlroom.ui.officers.office import WindowOffice

            self._office = WindowOffice(self)
        return self._office

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self._file.now

    def show_house(self, house: Any) -> None:
        """Tells every page that the databases are open, or with None that they are closed."""
        self.house = house
        if house is None:
            self.house_closed.emit()
        else:
            self.house_opened.emit(house)
            if self.alerts is not None:
                self.alerts.open(house)

    def watch(self) -> None:
        """Watches what comes in, for alerts and first boards, and the record.

        All that waits until the board is filled, if there is one.
        """
        from controlroom.ui.alerts.alerts import Alerts
        from controlroom.ui.alerts.assigned import Assigned
        from controlroom.ui.approvals.counting import ApprovalsCount
        from controlroom.ui.board.joining import work_together
        from controlroom.ui.first_boards import FirstBoards
        from controlroom.ui.holding.holding import Holding
        from controlroom.ui.incidents.keeping import Incidents
        from controlroom.ui.officers.following import follow_officers
        from controlroom.ui.planner.keeping import SeriesKeeper
        from controlroom.ui.record.following import follow_record
        from controlroom.ui.reply.answers import answer_posts
        from controlroom.ui.sending.sending import Sending

        self.alerts = Alerts(self)
        follow_record(self)
        Assigned(self, self.record, self.alerts)
        FirstBoards(self)
        work_together(self, answer_posts)
        follow_officers(self)
        self.holding = Holding(self)
        self.incidents = Incidents(self)
        self.sending = Sending(self)
        self.series = SeriesKeeper(self)
        ApprovalsCount(self)
        if self.house is not None:
            self.alerts.open(self.house)

    def keep_icons(self) -> None:
        """Leaves the icons of the board that has just been painted for the next start."""
        keep_ready(self._file.path.parent, BOARD_FILE)

    def stand_in(self, page: QWidget | None) -> None:
        """Shows a page in place of every section that needs the databases; None ends it."""
        self.pages.stand_in(page)
        self._show_tabs()

    def open(self) -> None:
        """Shows the window as it was left."""
        place = self._file.now.window
        if place is not None and place.maximised:
            self.showMaximized()
        else:
            self.show()

    def change(self, **values: object) -> None:
        """Changes settings, shows them at once and saves them."""
        try:
            self._file.change(**values)
        except SettingsNotSaved as error:
            _log().warning("%s", error.told())
            self.status.set_notice(translate("Window", "Settings not saved"), told(error))
        theme().apply(self._file.now)
        speak(self._file.now.language)
        self._show_settings()

    def go(self, section: str) -> None:
        """Shows a section; an open layer closes."""
        self.layers.close_all()
        self.pages.show_section(section)
        self._show_tabs()
        self.rail.mark(section)
        focused = self.focusWidget()
        if focused is None or self.rail.isAncestorOf(focused):
            self.rail.items[section].setFocus(Qt.FocusReason.OtherFocusReason)
        self.banners.set_section(section)
        self._say_title()
        self.section_shown.emit(section)

    def show_task(self, page: QWidget) -> None:
        """Shows a task over the section; the section comes back when the task ends."""
        self.layers.close_all()
        self.pages.show_task(page)
        self._show_tabs()
        self.banners.set_section("compose")
        self.commands.changed.emit()

    def end_task(self) -> None:
        """Shows the section again over which a task was opened."""
        if self.pages.in_task():
            self.go(self.pages.section)
            self.commands.changed.emit()

    def why_not_compose(self) -> str:
        """Returns why nothing can be composed now, marked for translation; "" if it can."""
        from controlroom.ui.commands.once_read import NOT_READ

        is_read = self._record is not None and self._record.state is not None
        return "" if is_read and self.house is not None else NOT_READ

    def compose(self) -> None:
        """Opens the composer, or goes back to it."""
        from controlroom.ui.compose.build import compose

        compose(self)

    def open_palette(self) -> None:
        """Opens the command palette, or closes it if it is open."""
        from controlroom.ui.commands.palette import Palette

        if isinstance(self.layers.top(), Palette):
            self.layers.close_top()
            return
        self.open_layer(Palette(self.commands))

    def open_shortcuts(self) -> None:
        """Opens the sheet of shortcuts, or closes it if it is open."""
        from controlroom.ui.commands.sheet import Shortcuts

        if isinstance(self.layers.top(), Shortcuts):
            self.layers.close_top()
            return
        self.open_layer(Shortcuts(self.commands))

    def new_stream(self) -> None:
        """Asks what a new stream is to read."""
        from controlroom.ui.streams.open import open_new_stream

        open_new_stream(self)

    def open_notices(self) -> None:
        """Opens the list of alerts."""
        if self.alerts is not None:
            self.alerts.open_bell()

    def open_at_desk(self) -> None:
        """Shows who works at this desk, and who may take over."""
        from controlroom.ui.officers.following import open_at_desk

        open_at_desk(self)

    def alert_me(self, column: "Column | None") -> None:
        """Asks what new posts are to raise an alert; those of a column, if it is given."""
        if self.alerts is not None:
            self.alerts.ask_rule(column)

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over everything below the banners."""
        self._fit()
        self.layers.open(panel)

    def close_layer(self) -> None:
        """Closes the top layer that may be waved away; without one, what stands in the page."""
        if self.layers.top() is not None:
            self.layers.dismiss_top()
        else:
            self.pages.close_beside()

    def tell(self, heading: str, text: str) -> None:
        """Shows a message until it is read; the same one is not shown twice."""
        from controlroom.ui.layers.message import Message

        top = self.layers.top()
        if isinstance(top, Message) and top.accessibleDescription() == text:
            return
        self.open_layer(Message(heading, text))

    def cycle_regions(self, step: int) -> None:
        """Moves the focus to the next (1) or the previous (-1) region."""
        if self._regions is not None and self.layers.top() is None:
            self._regions.cycle(step)

    def filter_here(self) -> None:
        """Moves the focus to the filter of the page shown."""
        field = self.pages.filter_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_filter(self) -> bool:
        """Returns whether the page shown has a filter."""
        return self.pages.filter_field() is not None

    def cycle_boards(self, step: int) -> None:
        """Shows the next (1) or the previous (-1) board."""
        self.go("board")
        self.tabs.cycle(step)

    def board_count(self) -> int:
        """Returns the number of boards."""
        return len(self.tabs.tabs)

    def board(self) -> "BoardActions | None":
        """Returns the board while it is shown, else None."""
        page = self.pages.page("board")
        shown = self.pages.section == "board" and not self.pages.in_task()
        return cast("BoardActions", page) if page is not None and shown else None

    def review(self) -> "OfReview | None":
        """Returns Review while it is shown, else None."""
        page = self.pages.page("review")
        shown = self.pages.section == "review" and not self._is_covered()
        return cast("OfReview", page) if page is not None and shown else None

    def shown(self) -> "OfShown | None":
        """Returns what acts on the post that is looked at, None while no posts are shown."""
        board = self.board()
        return board.posts if board is not None else cast("OfShown | None", self.review())

    def verify_record(self) -> None:
        """Shows the record and checks all of it."""
        page = self._record_page()
        if page is not None:
            page.verify()

    def export_record(self) -> None:
        """Shows the record and asks as what it is to be exported."""
        page = self._record_page()
        if page is not None:
            page.export()

    def toggle_full_screen(self) -> None:
        """Fills the screen, or gives it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Closes the desk."""
        self.close()

    def paintEvent(self, event: "QPaintEvent") -> None:
        fill(QPainter(self), event.rect(), theme().palette.bg1)
        if not self._painted:
            self._painted = True
            self._drawing.emit()

    def resizeEvent(self, event: "QResizeEvent") -> None:
        self._fit()

    def closeEvent(self, event: "QCloseEvent") -> None:
        try:
            self._file.change(window=place_of(self), section=self.pages.section)
        except SettingsNotSaved as error:
            _log().warning("%s", error.told())
        super().closeEvent(event)
        self.closed.emit()

    def _build(self) -> None:
        self.top = TopBar(self.commands, self)
        self.banners = Banners(self.commands, self)
        self.rail = Rail(self.commands, self)
        # Before the tabs, which ask the board what they may do.
        self.pages = Pages(self, self)
        self.tabs = BoardTabs(self.commands, self)
        self.status = StatusBar(self.commands, self)
        stage = QVBoxLayout()
        middle = QHBoxLayout()
        whole = QVBoxLayout(self)
        for layout in (stage, middle, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        stage.addWidget(self.tabs)
        stage.addWidget(self.pages, 1)
        middle.addWidget(self.rail)
        middle.addLayout(stage, 1)
        whole.addWidget(self.top)
        whole.addWidget(self.banners)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)
        self.banners.resized.connect(self._fit)

    def _record_page(self) -> Any:
        """Goes to the record; returns its page, None while the databases are closed."""
        self.go("record")
        return None if self.pages.stood_in() else self.pages.page("record")

    def _begin(self) -> None:
        self.first_painted.emit()
        self._furnish()

    def _furnish(self) -> None:
        """Adds what the first painting can do without: keys, the focus ring, the page itself."""
        from controlroom.ui.controls.focus_ring import FocusRing
        from controlroom.ui.frame.regions import Regions

        theme().dress_qt()
        parts = (self.top, self.banners, self.rail, self.tabs, self.pages, self.status)
        self._regions = Regions(self, parts)
        self._ring = FocusRing(self)
        self.rail.rove(self.pages.section)
        keep_ready(self._file.path.parent)
        make_ready(self._file.path.parent, BOARD_FILE)
        self.commands.listen()
        self.pages.settle()

    def _speak_anew(self) -> None:
        self._show_settings()
        self._say_title()

    def _show_settings(self) -> None:
        self.top.show_names(self.settings)
        self.status.show_settings(self.settings)
        self.commands.mind_single_keys()
        self._fit()

    def _say_title(self) -> None:
        section = BY_ID[self.pages.section].name() if self.pages.section else ""
        self.setWindowTitle(f"{section} – Control Room" if section else "Control Room")

    def _tell_problems(self) -> None:
        problems = self._file.problems
        if problems:
            _log().warning("settings: %s", "; ".join(problems))
            text = counted(
                len(problems),
                translate("Window", "{n} setting could not be read"),
                translate("Window", "{n} settings could not be read"),
            )
            self.status.set_notice(text, "\n".join(problems))

    def _is_covered(self) -> bool:
        """Returns whether something else is shown in place of the section."""
        return self.pages.stood_in() or self.pages.in_task()

    def _show_tabs(self) -> None:
        self.tabs.setVisible(self.pages.section == "board" and not self._is_covered())

    def _tell_refusal(self, words: str, reason: str) -> None:
        self.status.say_shortly(f"{words}: {reason}")

    def _fit(self) -> None:
        breadth = breadth_of(self.width(), theme().metrics)
        for part in (self.top, self.rail, self.tabs, self.status):
            part.fit(breadth)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        top = theme().metrics.height.top_bar
        top += len(self.banners.rows) * theme().metrics.height.banner
        self.layers.place(QRect(QPoint(0, top), QSize(self.width(), self.height() - top)))


def _log() -> "logging.Logger":
    import logging

    return logging.getLogger(__name__)
