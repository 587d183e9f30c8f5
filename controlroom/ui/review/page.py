"""The page of the Review section."""

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.cached import CachedPost
from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import LONGEST, parse
from controlroom.model.query.printer import print_query
from controlroom.model.query.tree import Everything, Node
from controlroom.store.cache.pictures import PictureList
from controlroom.store.desk.notes import SavedSearch
from controlroom.ui.board.media.desk import MediaDesk
from controlroom.ui.board.media.showing import Showing
from controlroom.ui.board.pictures.gallery import Gallery
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.esc import takes_esc
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import told
from controlroom.ui.review.asking import Asking
from controlroom.ui.review.details import Details
from controlroom.ui.review.export_strip import ExportStrip
from controlroom.ui.review.extent import Extent
from controlroom.ui.review.facet_pane import FacetPane
from controlroom.ui.review.found import Known, OverTime, Spread
from controlroom.ui.review.histogram import HistogramView
from controlroom.ui.review.history import history, raw_text
from controlroom.ui.review.hit_head import HitHead
from controlroom.ui.review.hit_list import HitList
from controlroom.ui.review.narrowing import Narrowing, Press, narrowed, taken_apart
from controlroom.ui.review.outlet import Outlet
from controlroom.ui.review.saving import Saving
from controlroom.ui.review.search_bar import SearchBar
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.review.around import House, ReviewWindow

translate = QCoreApplication.translate
GALLERY_BYTES = 24 * 1024 * 1024
REST_MS = 120
"""A hit is looked into once the keyboard rests on it this long."""


class ReviewPage(Styled, QWidget):
    """Facets at the left, search, histogram and hits in the middle, one hit at the right."""

    def __init__(self, window: "ReviewWindow") -> None:
        super().__init__()
        self._window = window
        self.narrowing = Narrowing()
        self.asking = Asking(self)
        self.saving = Saving(window, self.asking, self)
        self._began = time.monotonic()
        self._total = 0
        self.heading, self.under = Prose(Type.HEADING, 600, "text1"), Prose(Type.SMALL)
        self.extent, self.saved = Extent(self), Button(Kind.PLAIN, self)
        self.bar, self.facets = SearchBar(self), FacetPane(self)
        self.histogram, self.hits = HistogramView(self), HitList(self)
        self.head = HitHead(self)
        self.details, self.strip = Details(self), ExportStrip(self)
        self.outlet = Outlet(window, self.asking, self.strip, self)
        self.gallery, self.media = Gallery(self, GALLERY_BYTES), MediaDesk(self)
        self.showing = Showing(window, self.media, lambda: window.line.reads)
        self.filter_field = self.bar.field
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._build()
        self._wire()
        self._wire_pictures()
        self.details.hide()
        self.follow()

    def open_house(self, house: "House") -> None:
        """Follows an open house; without a cache there is nothing to search yet."""
        self.close_house()
        if house.cache is None:
            return
        self.asking.open(house)
        self.gallery.open(PictureList(house.cache.database))
        self.media.open(house.cache.database)
        self.saving.load()
        self.search()

    def close_house(self) -> None:
        """Leaves the house; nothing is read from it any more."""
        self._rest.stop()
        self.outlet.close()
        self.asking.close()
        self.gallery.close()
        self.media.close()
        self.saving.forget()
        self.hits.forget()
        self.details.hide()

    def node(self) -> Node:
        """Returns the whole search: words and all that narrows them."""
        return narrowed(self.bar.node, self.narrowing)

    def query(self) -> str:
        """Returns the whole search in the query language."""
        return print_query(self.node())

    def search(self) -> None:
        """Searches anew; an older search is forgotten."""
        self._began = time.monotonic()
        self.bar.show_narrowing(self.narrowing)
        self.bar.tally.show_total(-1, 0.0)
        self.hits.begin(self.node(), self.asking.known.ours)
        self.asking.search(self.bar.node, self.narrowing)

    def narrow(self, narrowing: Narrowing) -> None:
        """Narrows the search otherwise."""
        if narrowing != self.narrowing:
            self.narrowing = narrowing
            self.search()

    def open_search(self, saved: SavedSearch) -> None:
        """Searches for what was saved; what can be pressed of it is pressed."""
        try:
            node = parse(saved.query)
        except QueryError as error:
            self._window.tell(translate("Review", "The search cannot be opened"), told(error))
            return
        words, self.narrowing = taken_apart(node)
        self.bar.set_text(print_query(words), words)
        self.search()
        self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def group(self) -> None:
        """Groups the hits by conversation, or no longer."""
        self.head.group.toggle()

    def save(self) -> None:
        """Asks for a name and saves the search."""
        self.bar.hurry()
        if self._is_sayable():
            self.saving.save(self.query())

    def show_as_column(self) -> None:
        """Goes to the board with a column of this search."""
        self.bar.hurry()
        query = self.query()
        if not self._is_sayable():
            return
        self._window.go("board")
        board = self._window.board()
        if board is not None:
            board.columns.add_search(query)

    def export(self) -> None:
        """Asks for a form and a place, and exports the chosen hits, or all if none is chosen."""
        self.bar.hurry()
        chosen = sorted(self.hits.choice.ids, reverse=True)
        grouped = self.asking.grouped
        self.outlet.ask(self.bar.export, self.node(), self._total, chosen, grouped=grouped)

    def open_media(self) -> None:
        """Shows what hangs on the current hit, large."""
        self._show_media(0)

    def open_link(self) -> None:
        """Opens a link of the current hit."""
        post = self.hits.post()
        if post is not None:
            self.showing.links(post, self.hits)

    def open_original(self) -> None:
        """Opens the current hit on its network."""
        post = self.hits.post()
        if post is not None:
            self.showing.original(post)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(24), px(8), px(14), px(8))
        self._head.setSpacing(px(10))
        self.heading.fix_width(px(90))
        self.under.fix_width(px(250))

    def retranslate(self) -> None:
        self.heading.set_text(translate("Sections", "Review"))
        self.under.set_text(translate("Review", "Everything kept here, without a network too"))
        self.setAccessibleName(self.heading.text())
        self._say_saved()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        line = theme().metrics.height.page_head - 1
        painter.fillRect(0, line, self.width(), 1, colours.line1)
        side = self.facets.geometry().right() + 1
        painter.fillRect(side, line, 1, self.height() - line, colours.line1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        roomy = self.width() > theme().metrics.px(1400)
        self.bar.fit(roomy=roomy)
        self.under.setVisible(roomy)
        self.details.restyle()

    def event(self, event: QEvent) -> bool:
        """Esc leads back to the hits; a layer over the page has its own keyboard."""
        return takes_esc(event, self._escape) or super().event(event)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addWidget(self.under)
        self._head.addStretch(1)
        self._head.addWidget(self.extent)
        self._head.addWidget(self.saved)
        outer.addLayout(self._head)
        across = QHBoxLayout()
        across.setSpacing(0)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.bar)
        middle.addWidget(self.histogram)
        middle.addWidget(self.strip)
        middle.addWidget(self.head)
        middle.addWidget(self.hits, 1)
        across.addWidget(self.facets)
        across.addSpacing(1)
        across.addLayout(middle, 1)
        across.addWidget(self.details)
        outer.addLayout(across, 1)
        self.saved.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The field comes before the facets for whoever moves by Tab.
        self.setTabOrder(self.bar.field, self.bar.save)

    def _wire(self) -> None:
        asking, window = self.asking, self._window
        asking.learned.connect(self._learn)
        asking.paged.connect(self.hits.take)
        asking.paged.connect(self._show_choice)
        asking.counted.connect(self._take_times)
        asking.spread.connect(self._take_spread)
        asking.failed.connect(window.trouble)
        self.bar.searched.connect(self.search)
        self.bar.narrowed.connect(self.narrow)
        self.bar.left.connect(lambda: self.hits.setFocus(Qt.FocusReason.OtherFocusReason))
        self.bar.save.clicked.connect(self.save)
        self.bar.column.clicked.connect(self.show_as_column)
        self.bar.export.clicked.connect(self.export)
        self.saved.clicked.connect(self.saving.show_all)
        self.saving.changed.connect(self._say_saved)
        self.saving.opened.connect(self.open_search)
        self.facets.pressed.connect(self._press)
        self.histogram.ranged.connect(self._range)
        self.hits.wanted.connect(lambda before: asking.more(before, self.hits.talks.turned))
        self.hits.moved.connect(self._show)
        self.hits.opened.connect(self._enter_details)
        self.hits.choice.changed.connect(self._show_choice)
        self.head.all_wanted.connect(self.hits.choose_all)
        self.head.none_wanted.connect(self.hits.choice.let_go)
        self.head.export_wanted.connect(self.export)
        self.head.grouped.connect(self._group)
        self.details.closed.connect(self._close_details)
        self.details.stepped.connect(self.hits.step)
        self.details.raw_wanted.connect(self._ask_raw)
        self._rest.timeout.connect(self._look_into)
        window.line.state.connect(self.extent.hear)
        window.line.running.connect(self.extent.engine_runs)
        for told_of_source in window.line.states.values():
            self.extent.hear(told_of_source)

    def _wire_pictures(self) -> None:
        gallery, line = self.gallery, self._window.line
        gallery.wished.connect(lambda addresses: line.say(pictures=addresses))
        line.pictures.connect(gallery.there)
        line.running.connect(gallery.engine_runs)
        self.media.follow(line)
        for part in (self.hits, self.details.face, self.details.media):
            part.picture_of = gallery.picture
        gallery.come.connect(self._draw_anew)
        self.hits.media_pressed.connect(self._show_media)
        self.hits.link_pressed.connect(self.showing.link)
        self.details.standing.said.link_pressed.connect(self.showing.link)
        self.details.media.pressed.connect(self._show_media)

    def _draw_anew(self, _address: str) -> None:
        for part in (self.hits.viewport(), self.details.face, self.details.media):
            part.update()

    def _show_media(self, place: int) -> None:
        post = self.hits.post()
        if post is not None:
            self.showing.media(post, place)

    def _learn(self, known: Known) -> None:
        self.extent.show_known(known)
        self.bar.field.known = known.words
        others = known.ours != self.hits.ours
        self.hits.learn(known.ours)
        if others and self.details.post is not None and self.details.isVisible():
            self._show(self.details.post)

    def _take_times(self, found: OverTime) -> None:
        self._total = found.total
        self.histogram.show_found(found.whole, self.narrowing.since, self.narrowing.until)
        self.bar.tally.show_total(found.total, time.monotonic() - self._began)

    def _take_spread(self, spread: Spread) -> None:
        self.facets.show_facets(spread, self.narrowing, self.asking.known)

    def _press(self, press: Press) -> None:
        self.narrow(self.narrowing.toggled(press))

    def _range(self, since: object, until: object) -> None:
        self.narrow(self.narrowing.within(since, until))  # type: ignore[arg-type]

    def _group(self, on: bool) -> None:
        self.hits.begin(self.node(), self.asking.known.ours)
        self.asking.group(on)

    def _show(self, post: CachedPost) -> None:
        self.details.show_post(post, self.asking.known.ours)
        self.details.show()
        self._rest.start()

    def _look_into(self) -> None:
        post, node = self.details.post, self.hits.node
        if post is not None:
            self.asking.of_post(lambda cache: history(cache, post, node), self.details.show_history)

    def _ask_raw(self, post: int) -> None:
        ask = partial(raw_text, post=post)
        self.asking.of_post(ask, partial(self.details.show_raw, post))

    def _enter_details(self) -> None:
        if self.hits.post() is not None:
            self.details.show()
            self.details.down.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_details(self) -> None:
        self.details.hide()
        self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choice(self) -> None:
        choice = self.hits.choice
        self.head.show_choice(len(choice.ids), choice.tick_of_all(self.hits.stock.ids()))

    def _escape(self) -> None:
        """Lets go of what is chosen, leads back to the hits, then closes what stands beside."""
        if self.hits.hasFocus() and self.hits.choice.let_go():
            return
        if self.hits.hasFocus() and self.details.isVisible():
            self._close_details()
        else:
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_sayable(self) -> bool:
        """Only a search that can be read again is kept or shown elsewhere."""
        if len(self.query()) <= LONGEST and not isinstance(self.node(), Everything):
            return True
        heading = translate("Review", "This search cannot be kept")
        text = translate("Review", "Give it a word or a filter, and no more than {n} characters.")
        self._window.tell(heading, text.format(n=LONGEST))
        return False

    def _say_saved(self) -> None:
        number = len(self.saving.searches)
        text = translate("Review", "Saved searches: {n}").format(n=number)
        self.saved.set_face(text, "star")
        self.saved.setAccessibleName(text)
