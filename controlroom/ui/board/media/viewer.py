"""The viewer: a layer over the window with one picture, film or sound of a post."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from controlroom.model.fetching import FetchNews, FetchStage
from controlroom.model.post import Media, MediaKind
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.media.clip_stage import ClipStage
from controlroom.ui.board.media.desk import Clip, MediaDesk, Picture
from controlroom.ui.board.media.picture_stage import PictureStage
from controlroom.ui.board.media.player import NoPlayer
from controlroom.ui.board.media.said import Said
from controlroom.ui.board.media.viewer_head import ViewerHead
from controlroom.ui.board.media.words import (
    cannot_play,
    kind_words,
    news_words,
    not_here,
    unreadable,
)
from controlroom.ui.board.pictures.shown import address_of
from controlroom.ui.controls.prose import Prose
from controlroom.ui.layers.layer import Panel
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
CLIPS = (MediaKind.VIDEO, MediaKind.GIF, MediaKind.AUDIO)
LONGEST_ALT = 500


class Shown(NamedTuple):
    """What of a post the viewer shows.

    Attributes:
        whose: name and handle of the author.
        post: id of the stored post, for the name of a saved file.
        url: where the post stands on its network, "" if nobody said.
        covered: what is sensitive is shown only when it is asked for.
    """

    media: tuple[Media, ...]
    whose: str
    post: int
    url: str = ""
    covered: bool = True


class MediaViewer(Panel):
    """One of the media at a time.

    Signals:
        browsed: the post is to be opened in the browser; carries its address.
        saved: a copy is wanted; carries the bytes as they were fetched.
    """

    browsed = Signal(str)
    saved = Signal(object)
    top_share = 0.0

    def __init__(self, shown: Shown, place: int, desk: MediaDesk, *, reads: bool) -> None:
        super().__init__()
        self._shown, self._desk, self._reads = shown, desk, reads
        self.place, self.body_kept = place, b""
        self._uncovered: set[int] = set() if shown.covered else set(range(len(shown.media)))
        self.head, self.picture, self.said = ViewerHead(self), PictureStage(self), Said(self)
        self.clip: ClipStage | None = None
        self.alt = Prose(Type.BODY, 400, "text1", self)
        self.stage, self._foot = QStackedWidget(self), QVBoxLayout()
        self._build()
        self._wire()
        self.follow()
        self.show_place(place)

    def first_focus(self) -> QWidget:
        return self

    def wanted_size(self, room: QSize) -> QSize:
        return room

    def media(self) -> Media:
        """Returns what is shown."""
        return self._shown.media[self.place]

    def show_place(self, place: int) -> None:
        """Shows one of the media by its number, from 0."""
        self._end_clip()
        self.place, self.body_kept = place, b""
        self._desk.forget()
        self.picture.show_picture(None)
        self._say()
        if self.media().sensitive and place not in self._uncovered:
            self._tell(
                translate("Media", "Covered as sensitive by its author or the network."),
                translate("Media", "Show it"),
            )
        else:
            self._bring()

    def step(self, way: int) -> None:
        """Shows the next (1) or previous (-1) of the media."""
        place = self.place + way
        if 0 <= place < len(self._shown.media):
            self.show_place(place)

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Media", "Pictures and clips of the post"))
        self._say()

    def restyle(self) -> None:
        super().restyle()
        self._place_alt()

    def resizeEvent(self, event: object) -> None:
        self._place_alt()

    def hideEvent(self, event: QHideEvent) -> None:
        self._end_clip()
        self._desk.forget()

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if self._act(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, control = Qt.Key(event.key()), Qt.KeyboardModifier.ControlModifier
        if event.modifiers() & control:
            return self._save if key is Qt.Key.Key_S else None
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return None
        plays = self.stage.currentWidget() is self.clip and self.clip is not None
        more = _clip_keys(self.clip) if plays and self.clip is not None else self._picture_keys()
        return (more | self._keys()).get(key)

    def _keys(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_PageUp: partial(self.step, -1),
            Qt.Key.Key_PageDown: partial(self.step, 1),
            Qt.Key.Key_K: partial(self.step, -1),
            Qt.Key.Key_J: partial(self.step, 1),
            Qt.Key.Key_Return: self._answer,
            Qt.Key.Key_Enter: self._answer,
        }

    def _picture_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        stage = self.picture
        moves: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Left: partial(self.step, -1),
            Qt.Key.Key_Right: partial(self.step, 1),
        }
        if stage.can_move():
            moves = {
                Qt.Key.Key_Left: partial(stage.move_by, -1, 0),
                Qt.Key.Key_Right: partial(stage.move_by, 1, 0),
                Qt.Key.Key_Up: partial(stage.move_by, 0, -1),
                Qt.Key.Key_Down: partial(stage.move_by, 0, 1),
            }
        return moves | {
            Qt.Key.Key_Plus: partial(stage.zoom_by, 1),
            Qt.Key.Key_Equal: partial(stage.zoom_by, 1),
            Qt.Key.Key_Minus: partial(stage.zoom_by, -1),
            Qt.Key.Key_0: stage.fit,
            Qt.Key.Key_1: partial(stage.zoom_to, 1.0),
        }

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stage.addWidget(self.said)
        self.stage.addWidget(self.picture)
        self.body.addWidget(self.head)
        self.body.addWidget(self.stage, 1)
        self._foot.addWidget(self.alt)
        self.body.addLayout(self._foot)

    def _wire(self) -> None:
        head, stage, desk = self.head, self.picture, self._desk
        head.before.clicked.connect(partial(self.step, -1))
        head.after.clicked.connect(partial(self.step, 1))
        head.smaller.clicked.connect(partial(stage.zoom_by, -1))
        head.larger.clicked.connect(partial(stage.zoom_by, 1))
        head.fit.clicked.connect(stage.fit)
        head.full.clicked.connect(partial(stage.zoom_to, 1.0))
        head.save.clicked.connect(self._save)
        head.browse.clicked.connect(self._browse)
        head.close_.clicked.connect(self.finished)
        stage.zoomed.connect(self._say_zoom)
        self.said.button.clicked.connect(self._answer)
        desk.picture.connect(self._take_picture)
        desk.clip.connect(self._take_clip)
        desk.news.connect(self._take_news)

    def _bring(self) -> None:
        media = self.media()
        waits = FetchNews("", FetchStage.FETCHING)
        self._tell(news_words(waits) if self._reads else not_here())
        if media.kind in CLIPS and media.url:
            self._desk.ask_clip(media.url)
        elif address := address_of(media) or media.url:
            self._desk.ask_picture(address)
        else:
            self._tell(news_words(FetchNews("", FetchStage.NO_MEDIA)))

    def _take_picture(self, found: Picture) -> None:
        self.body_kept = found.body
        if found.whole is None:
            self._tell(unreadable())
            self._say()
            return
        self.picture.show_picture(found.whole)
        self.stage.setCurrentWidget(self.picture)
        self._say()

    def _take_clip(self, found: Clip) -> None:
        self.body_kept = found.body
        try:
            stage = self.clip or ClipStage(self)
        except NoPlayer as error:
            self._tell(cannot_play(str(error)))
            self._say()
            return
        if self.clip is None:
            self.clip = stage
            stage.failed.connect(lambda reason: self._tell(cannot_play(clean_line(reason, 120))))
            self.stage.addWidget(stage)
        self.stage.setCurrentWidget(stage)
        stage.show_clip(found.body)
        self._say()

    def _take_news(self, news: FetchNews) -> None:
        media = self.media()
        if news.stage is FetchStage.NO_MEDIA and media.kind is MediaKind.GIF:
            # Some networks give these as films, some as pictures.
            self._desk.ask_picture(media.url)
            return
        if news.stage is FetchStage.NO_MEDIA and media.kind not in CLIPS:
            self._tell(unreadable())
            return
        again = news.stage is FetchStage.NO_ANSWER
        self._tell(news_words(news), translate("Media", "Try again") if again else "")

    def _tell(self, text: str, answer: str = "") -> None:
        self.said.say(text, answer)
        self.stage.setCurrentWidget(self.said)
        self.setAccessibleDescription(text)

    def _answer(self) -> None:
        """Takes the cover off, or tries again."""
        if self.stage.currentWidget() is self.said and self.said.asks:
            self._uncovered.add(self.place)
            self.show_place(self.place)

    def _say(self) -> None:
        media, many = self.media(), len(self._shown.media)
        place = translate("Media", "{n} of {all}").format(n=self.place + 1, all=many)
        parts = [kind_words(media.kind), place if many > 1 else "", self._size()]
        self.head.say(self._shown.whose, " · ".join(part for part in parts if part))
        alt = clean_line(media.alt, LONGEST_ALT)
        none = translate("Media", "Its author has not described it.")
        self.alt.set_text(alt or none)
        self.head.offer(
            several=many > 1,
            zooms=self.stage.currentWidget() is self.picture,
            saves=bool(self.body_kept),
            browses=bool(self._shown.url),
        )
        self._place_alt()

    def _size(self) -> str:
        full, media = self.picture.full, self.media()
        size = full if not full.isEmpty() else QSize(media.width, media.height)
        return f"{size.width()} × {size.height()}" if not size.isEmpty() else ""

    def _say_zoom(self) -> None:
        self.head.say_zoom(self.picture.zoom())

    def _place_alt(self) -> None:
        px = theme().metrics.px
        self._foot.setContentsMargins(px(16), px(8), px(16), px(10))
        self.alt.fix_width(max(px(200), self.width() - 2 * px(16) - 2))

    def _save(self) -> None:
        if self.body_kept:
            self.saved.emit(self.body_kept)

    def _browse(self) -> None:
        self.browsed.emit(self._shown.url)

    def _end_clip(self) -> None:
        if self.clip is not None:
            self.clip.end()


def _clip_keys(clip: ClipStage) -> dict[Qt.Key, Callable[[], object]]:
    return {
        Qt.Key.Key_Space: clip.player.turn,
        Qt.Key.Key_Left: partial(clip.seek, -1),
        Qt.Key.Key_Right: partial(clip.seek, 1),
        Qt.Key.Key_Up: partial(clip.louder, 1),
        Qt.Key.Key_Down: partial(clip.louder, -1),
        Qt.Key.Key_M: clip.mute,
    }
