"""The media editor: a picture or clip, its regions, its cut, and what comes of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSlider, QWidget

from controlroom.model.errors import WorldError
from controlroom.model.outgoing.content import Attachment, FileKind
from controlroom.outbound.media.edit import Box, Edit, Mark, Over
from controlroom.outbound.media.room import Job, MediaRoom, Renditions
from controlroom.ui.board.card.media import length as told_length
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose.media import regions
from controlroom.ui.compose.media.canvas import CROP, EditCanvas, Tool
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.language import told
from controlroom.ui.layers.layer import Panel
from controlroom.ui.review.said import grow_down
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.outbound.media.made import Followed

translate = QCoreApplication.translate
SIDE, REST_MS = 1_280, 150
TOOLS = {"blur": Tool.BLUR, "block": Tool.BLOCK, "crop": Tool.CROP}


class MediaEditor(Panel):
    """Edits one file; nothing leaves before it is taken over.

    Signals:
        taken: the file as it is to leave; carries the `Attachment` and the `Edit`.
    """

    taken = Signal(object, object)
    _here = Signal(object)
    firm = True
    top_share = 0.03

    def __init__(self, room: MediaRoom, file: Attachment, edit: Edit, length_ms: int) -> None:
        super().__init__()
        self._room, self._file, self.edit = room, file, edit
        self.length_ms, self._undo = length_ms, [edit]
        self._jobs: list[Job[Any]] = []
        self._over = False
        self.heading, self.note = Prose(Type.HEADING, 600, "text1"), Prose(Type.SMALL)
        self.canvas, self.tools = EditCanvas(), Choice(tuple(TOOLS))
        self.turn, self.whole, self.undo = (Button(Kind.SMALL) for _ in range(3))
        self.mute, self.follow_it, self.remove = (Button(Kind.SMALL) for _ in range(3))
        self.begin, self.end = Button(Kind.SMALL), Button(Kind.SMALL)
        self.place, self.time = QSlider(Qt.Orientation.Horizontal), Prose(Type.SMALL)
        self.bar = QProgressBar()
        self.take, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._build()
        self._wire()
        self.follow()
        self.canvas.show_edit(edit, 0)
        self._look()

    @property
    def at_ms(self) -> int:
        """The moment that is looked at; 0 for a photo."""
        return self.place.value() if self._is_clip else 0

    @property
    def _is_clip(self) -> bool:
        return self._file.kind is FileKind.CLIP

    def first_focus(self) -> QWidget:
        return self.canvas

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(min(px(1_200), room.width()), min(px(860), room.height()))

    def change(self, edit: Edit) -> None:
        """Takes over another edit; it can be undone."""
        if edit != self.edit:
            self._undo.append(edit)
            self._show(edit)

    def step_back(self) -> None:
        """Undoes the last change."""
        if len(self._undo) > 1:
            self._undo.pop()
            self._show(self._undo[-1])

    def finish(self) -> None:
        """Makes what leaves of it, for every network."""
        self._set_busy(True)
        self._own(
            self._room.make(
                self._file.original,
                self._file.kind,
                self.edit,
                list(self._room.needs()),
                self._post(self._made),
                self._post(self._fail),
                self._post(self._tell_share),
            )
        )

    def cancel(self) -> None:
        """Ends everything under way and goes."""
        self.stop()
        self.finished.emit()

    def stop(self) -> None:
        """Ends everything under way."""
        self._over = True
        self._rest.stop()
        for job in self._jobs:
            job.cancel()

    def closeEvent(self, event: object) -> None:
        self.stop()

    def hideEvent(self, event: object) -> None:
        self.stop()

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        self.time.fix_width(px(120))
        self.bar.setFixedHeight(px(8))
        self.bar.setTextVisible(False)

    def retranslate(self) -> None:
        names = [
            translate("Editor", "Blur"),
            translate("Editor", "Cover"),
            translate("Editor", "Crop"),
        ]
        self.tools.name_answers(translate("Editor", "Tool"), names)
        clip, photo = translate("Editor", "Edit the clip"), translate("Editor", "Edit the photo")
        self.heading.set_text(clip if self._is_clip else photo)
        self.setAccessibleName(self.heading.text())
        for button, text, icon in (
            (self.turn, translate("Editor", "Turn"), "sync"),
            (self.whole, translate("Editor", "Whole picture"), "full"),
            (self.undo, translate("Editor", "Undo"), "undo"),
            (self.follow_it, translate("Editor", "Follow through the clip"), "track"),
            (self.remove, translate("Editor", "Remove region"), "trash"),
            (self.begin, translate("Editor", "Begin here"), "right"),
            (self.end, translate("Editor", "End here"), "cleft"),
            (self.leave, translate("Editor", "Cancel"), ""),
            (self.take, translate("Editor", "Take over"), "check"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self.place.setAccessibleName(translate("Editor", "Place in the clip"))
        self._say()

    def _build(self) -> None:
        grow_down(self.note)
        above, below, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part in (self.tools, self.turn, self.whole, self.remove, self.follow_it, self.undo):
            above.addWidget(part)
        above.addStretch(1)
        of_clip: tuple[QWidget, ...] = (
            self.begin, self.place, self.end, self.time, self.mute, self.follow_it,
        )  # fmt: skip
        for one in of_clip[:-1]:
            below.addWidget(one, 1 if one is self.place else 0)
        last.addWidget(self.bar, 1)
        for button in (self.leave, self.take):
            last.addWidget(button)
        self.body.addWidget(self.heading)
        self.body.addLayout(above)
        self.body.addWidget(self.canvas, 1)
        self.body.addLayout(below)
        self.body.addWidget(self.note)
        self.body.addLayout(last)
        self.place.setRange(0, max(0, self.length_ms - 1))
        self.bar.setRange(0, 1_000)
        self.bar.hide()
        for one in of_clip:
            one.setVisible(self._is_clip)
        self.tools.show_value("blur")
        for button in self.findChildren(Button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wire(self) -> None:
        self._here.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self.canvas.drawn.connect(self._draw)
        self.canvas.moved.connect(self._move)
        self.canvas.removed.connect(self._remove)
        self.canvas.chosen.connect(lambda _number: self._say())
        self.tools.chosen.connect(self._choose_tool)
        self.turn.clicked.connect(lambda: self.change(regions.turned(self.edit)))
        self.whole.clicked.connect(lambda: self.change(regions.cropped(self.edit, None)))
        self.undo.clicked.connect(self.step_back)
        self.mute.clicked.connect(lambda: self.change(replace(self.edit, mute=not self.edit.mute)))
        self.remove.clicked.connect(lambda: self._remove(self.canvas.number))
        self.follow_it.clicked.connect(self._follow_region)
        self.begin.clicked.connect(lambda: self._trim(begin=self.at_ms))
        self.end.clicked.connect(lambda: self._trim(end=self.at_ms))
        self.place.valueChanged.connect(self._seek)
        self._rest.timeout.connect(self._look)
        self.take.clicked.connect(self.finish)
        self.leave.clicked.connect(self.cancel)

    def _show(self, edit: Edit) -> None:
        self.edit = edit
        self.canvas.show_edit(edit, self.at_ms)
        self._say()

    def _draw(self, tool: Tool, region: Box) -> None:
        if tool is Tool.CROP:
            self.change(regions.cropped(self.edit, region))
            return
        over = Over.BLUR if tool is Tool.BLUR else Over.BLOCK
        self.change(regions.covered(self.edit, over, region, self.at_ms))
        self.canvas.choose(len(self.edit.covers) - 1)

    def _move(self, number: int, region: Box) -> None:
        if number == CROP:
            self.change(regions.cropped(self.edit, region))
        else:
            self.change(regions.moved(self.edit, number, region, self.at_ms))

    def _remove(self, number: int | None) -> None:
        if number is None:
            return
        self.canvas.choose(None)
        if number == CROP:
            self.change(regions.cropped(self.edit, None))
        else:
            self.change(regions.uncovered(self.edit, number))

    def _trim(self, begin: int | None = None, end: int | None = None) -> None:
        edit = self.edit
        first = edit.begin_ms if begin is None else begin
        last = (edit.end_ms or self.length_ms) if end is None else end
        self.change(regions.trimmed(edit, first, max(last, first + 1), self.length_ms))

    def _choose_tool(self, value: str) -> None:
        self.canvas.tool = TOOLS[value]

    def _seek(self, _at: int) -> None:
        self.canvas.show_edit(self.edit, self.at_ms)
        self._say()
        self._rest.start()

    def _look(self) -> None:
        """Asks for the picture of the moment that is looked at."""
        self._own(
            self._room.stills(
                self._file.original,
                (self.at_ms,),
                SIDE,
                self._post(self._show_still),
                self._post(self._fail),
            )
        )

    def _show_still(self, stills: list[bytes]) -> None:
        if stills and stills[0]:
            self.canvas.show_image(QImage.fromData(stills[0]))

    def _follow_region(self) -> None:
        number = self.canvas.number
        if number is None or number == CROP:
            return
        region = self.edit.covers[number].box_at(self.at_ms)
        if region is None:
            return
        self._set_busy(True)
        self._own(
            self._room.follow(
                self._file.original,
                Mark(self.at_ms, region),
                self.edit.end_ms,
                self._post(partial(self._followed, number)),
                self._post(self._fail),
                self._post(self._tell_share),
            )
        )

    def _followed(self, number: int, found: "Followed") -> None:
        self._set_busy(False)
        if number < len(self.edit.covers):
            self.change(regions.followed(self.edit, number, found.marks, found.lost_ms))
        if found.lost_ms:
            self.place.setValue(found.lost_ms)
            text = translate(
                "Editor",
                "Lost at {at}: look there, and cover it anew from that moment on if it is still to"
                " be seen.",
            )
            self.note.set_text(text.format(at=told_length(found.lost_ms)))

    def _made(self, made: Renditions) -> None:
        self._set_busy(False)
        if not made.made:
            errors = list(made.refused.values())
            self.note.set_text(told(errors[0]) if errors else "")
            return
        file = replace(self._file, renditions=dict(made.made), done=self.edit.done())
        self.finished.emit()
        self.taken.emit(file, self.edit)

    def _fail(self, error: WorldError) -> None:
        self._set_busy(False)
        self.note.set_text(told(error))

    def _tell_share(self, share: float) -> None:
        self.bar.setValue(round(share * 1_000))

    def _set_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.bar.setValue(0)
        for part in (self.take, self.canvas, self.tools, self.follow_it, self.turn, self.remove):
            part.setEnabled(not busy)
        if not busy:
            self._say()

    def _say(self) -> None:
        edit, number = self.edit, self.canvas.number
        chosen = number is not None
        self.remove.setEnabled(chosen)
        self.follow_it.setEnabled(chosen and number != CROP)
        self.whole.setEnabled(edit.crop is not None)
        self.undo.setEnabled(len(self._undo) > 1)
        on, off = translate("Editor", "Sound off"), translate("Editor", "Sound on")
        self.mute.set_face(on if edit.mute else off, "mute" if edit.mute else "sound")
        self.mute.setAccessibleName(self.mute.text())
        begin, end = edit.begin_ms, edit.end_ms or self.length_ms
        self.time.set_text(f"{told_length(self.at_ms)}  ·  {told_length(end - begin)}")
        self.note.set_text(self._note())

    def _note(self) -> str:
        parts = [translate("Editor", "The original stays sealed; only the copy is changed.")]
        if not self.edit.covers:
            parts.append(translate("Editor", "Draw over faces and plates that nobody may see."))
        short = [
            look_of(name).name
            for name, one in self._room.needs().items()
            if self._is_clip and one.clip is not None and self._is_too_long(one.clip.most_ms)
        ]
        if short:
            text = translate("Editor", "Too long for {networks}: a still and a link go there.")
            parts.append(text.format(networks=", ".join(short)))
        return " ".join(parts)

    def _is_too_long(self, most_ms: int) -> bool:
        lasts = (self.edit.end_ms or self.length_ms) - self.edit.begin_ms
        return bool(most_ms) and lasts > most_ms

    def _own(self, job: Job[Any]) -> None:
        self._jobs = [*self._jobs[-4:], job]

    def _post(self, call: Callable[[Any], object]) -> Callable[[Any], None]:
        """Returns what calls something in the window's thread, from any thread."""
        return lambda value: self._here.emit(partial(call, value))

    def _run(self, call: Callable[[], object]) -> None:
        if not self._over:
            call()
