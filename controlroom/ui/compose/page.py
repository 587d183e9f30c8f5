"""The composer: who, what, checks with time and route, previews; below what will happen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from controlroom.model.errors import WorldError
from controlroom.model.outgoing.checked import Finding
from controlroom.model.outgoing.content import Attachment
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.drawer.pane_tab import PaneTab
from controlroom.ui.compose import editing
from controlroom.ui.compose.anew import Anew
from controlroom.ui.compose.attaching import Attaching
from controlroom.ui.compose.checks_pane import ChecksPane
from controlroom.ui.compose.completing import Completing
from controlroom.ui.compose.draft_desk import DraftDesk
from controlroom.ui.compose.files_box import FilesBox
from controlroom.ui.compose.foot import Foot
from controlroom.ui.compose.force import Force
from controlroom.ui.compose.head import ComposeHead
from controlroom.ui.compose.judging import Judging
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.preview_pane import PreviewPane
from controlroom.ui.compose.prospect import Prospect, prospect
from controlroom.ui.compose.route_pane import RoutePane
from controlroom.ui.compose.surrounding import Surrounding
from controlroom.ui.compose.text_box import TextBox
from controlroom.ui.compose.text_pane import TextPane
from controlroom.ui.compose.when_pane import WhenPane
from controlroom.ui.compose.who_pane import WhoPane
from controlroom.ui.compose.writing import Writing
from controlroom.ui.controls.page_keys import PageKeys
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import told
from controlroom.ui.theme.metrics import WIDE
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.outbound.media.edit import Edit
    from controlroom.ui.compose.around import ComposeHouse, ComposeWindow
    from controlroom.ui.compose.media.editor import MediaEditor
    from controlroom.ui.layers.layer import Panel

translate = QCoreApplication.translate
WHO, JUDGE, SEEN = 292, 424, 404
SETTLE_MS = 40
"""Several changes at once are shown once."""
BESIDE, TIGHT = 380, 1000
"""How wide the last columns are as tabs; pixels below which the profiles are one too."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComposePage(Styled, PageKeys):
    """Everything a draft needs, side by side; below 1500 pixels the last two columns are tabs.

    Where that leaves too little room for the text, the profiles are a tab before them.
    """

    def __init__(self, window: "ComposeWindow") -> None:
        super().__init__()
        self.window_ = window
        self.work = Workshop(self)
        self.writing, self.force = Writing(self), Force(window, self.work, self)
        self.desk = DraftDesk(self, self)
        self.files = FilesBox()
        self.attaching = Attaching(self, lambda: self.force.servers)
        self.around = Surrounding(window, self.force, lambda: self.writing.sheet.id)
        self.judging = Judging(self.work, self.around.of, self)
        self.anew = Anew(window.record, window.line, self.judging, self)
        self.lengths = Lengths()
        self.head, self.who, self.text = ComposeHead(self), WhoPane(self), TextPane(self.writing)
        self.checks, self.route = ChecksPane(), RoutePane()
        self.when = WhenPane(self.writing, lambda: window.series)
        self.previews, self.foot = PreviewPane(self), Foot(self)
        self.tabs = (PaneTab(self), PaneTab(self))
        self.who_tab = PaneTab(self)
        self.prospect = Prospect("", "")
        self.filter_field = self.who.field
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._narrow, self._is_tight = False, False
        self._build()
        self._wire()
        self.follow()

    def open_house(self, house: "ComposeHouse") -> None:
        """Keeps drafts in the file of an open house, and offers its profiles."""
        self.writing.open(house.desk)
        self.desk.open(house.desk)
        self.attaching.open(house)
        self.force.look()

    def close_house(self) -> None:
        """Keeps what is not kept yet, and lets go of the house."""
        self.writing.close()
        self.desk.close()
        self.attaching.close()
        self.judging.stop()
        self.anew.stop()
        self._soon.stop()

    def end(self) -> None:
        """Ends for good, with the window."""
        self.close_house()
        self.writing.end()
        self.work.close()

    @property
    def is_aside(self) -> bool:
        """Whether it stands in a window of its own."""
        return self.window() not in (self, self.window_)

    def first_focus(self) -> QWidget:
        """Returns what gets the keyboard when the composer opens."""
        if self.writing.content.targets:
            return self.text.first_focus()
        if self._is_tight:
            self.who_tab.setChecked(True)
        return self.who.field

    def show_now(self) -> None:
        """Shows the draft as it is, at once."""
        self._soon.stop()
        content = self.writing.content
        self.head.show_title(content.title)
        self.head.show_tongue(content.language)
        self.who.show_targets(content.targets)
        self.text.show_content()
        self.files.show_files(content.files, self.text.pieces()[self.text.focused].files)
        self.judging.ask(editing.tidied(content))
        self._show_judged()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self.who.setFixedWidth(px(WHO))
        self._fit()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Compose", "Compose"))
        self.tabs[0].say(translate("Compose", "Checks and time"))
        self.tabs[1].say(translate("Compose", "Previews"))
        self.who_tab.say(translate("Compose", "Profiles"))
        self._show_judged()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        for part in (self.who, self.text, self._judge):
            right = part.mapTo(self, part.rect().topRight())
            painter.fillRect(right.x() + 1, right.y(), 1, part.height(), colours.line1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def regions(self) -> list[QWidget]:
        """Returns where F6 goes."""
        shown = (self.who, self.text, self._judge, self.previews, self.foot)
        return [part for part in shown if part.isVisible()]

    def action_of(self, event: QKeyEvent) -> Any:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape and not held:
            return self.leave
        if held == control and key == Qt.Key.Key_S:
            return self.keep
        if held == control and key in ENTER:
            return self.submit
        if held == control and key == Qt.Key.Key_Semicolon:
            return self.next_check
        if held == alt and Qt.Key.Key_1 <= key <= Qt.Key.Key_6:
            return lambda: self.text.turn_by(key - Qt.Key.Key_0)
        return None

    def leave(self) -> None:
        """Closes the composer; the draft is kept."""
        self.writing.keep()
        if self.is_aside:
            self.window().close()
        else:
            self.window_.end_task()

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the composer, in whichever window it stands."""
        top = self.window() if self.is_aside else self.window_
        cast("ComposeWindow", top).open_layer(panel)

    def turn_screen(self) -> None:
        """Takes the composer to a second screen, or back."""
        from controlroom.ui.compose.side_window import ComposeAside

        desk: Any = self.window_
        if self.is_aside:
            self.window().close()
            desk.show_task(self)
        else:
            desk.pages.removeWidget(self)
            desk.end_task()
            ComposeAside(desk, self, self.writing.keep).show()
        self.show_now()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keeps the draft at once, and says so."""
        self.writing.keep()
        self.foot.say_saved(self.writing.saved_at)

    def submit(self) -> None:
        """Puts the draft forward, if nothing keeps it from that."""
        # What was typed a moment ago may not have been looked at yet.
        self.show_now()
        if not self.prospect.why_not:
            from controlroom.ui.compose.submitting import submit

            submit(self)

    def next_check(self) -> None:
        """Goes to the words of the next finding."""
        found = self.checks.next()
        if found is not None:
            self._go_to(found)

    def unfit(self) -> Sequence[str]:
        """Returns the networks that would not take what is said there."""
        content = self.writing.content
        keys = dict.fromkeys(key.partition("/")[0] for key in content.targets)
        own = [key for key in content.targets if key in content.variants]
        wrong = [one for one in (*keys, *own) if not self.lengths.takes(one, content)]
        return list(dict.fromkeys(look_of(one.partition("/")[0]).name for one in wrong))

    def _build(self) -> None:
        whole, self._across = QVBoxLayout(self), QHBoxLayout()
        side, heads = QVBoxLayout(), QHBoxLayout()
        for layout in (whole, self._across, side, heads):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._judge = self._scrolled(self.checks, self.when, self.route)
        self._side, self._heads = QWidget(self), QWidget(self)
        self._heads.setLayout(heads)
        self._side.setLayout(side)
        for tab in (self.who_tab, *self.tabs):
            heads.addWidget(tab)
            tab.toggled.connect(self._turn)
        heads.addStretch(1)
        side.addWidget(self._heads)
        self._both = QHBoxLayout()
        self._both.setSpacing(1)
        self._both.addWidget(self._judge)
        self._both.addWidget(self.previews)
        side.addLayout(self._both, 1)
        self._across.addWidget(self.who)
        self._across.addSpacing(1)
        self._across.addWidget(self.text, 1)
        self._across.addSpacing(1)
        self._across.addWidget(self._side)
        whole.addWidget(self.head)
        whole.addLayout(self._across, 1)
        whole.addWidget(self.foot)
        self.tabs[0].setChecked(True)

    def _scrolled(self, *parts: QWidget) -> QScrollArea:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _wire(self) -> None:
        self.writing.changed.connect(self._soon.start)
        self.writing.turned.connect(self.show_now)
        self.text.made.connect(self._complete)
        for box in self.text.boxes:
            self._complete(box.box)
        self.writing.saved.connect(self.foot.say_saved)
        self.writing.failed.connect(self._tell_unkept)
        self._soon.timeout.connect(self.show_now)
        self.force.changed.connect(self._learn)
        self.judging.judged.connect(self._show_judged)
        self.who.chosen.connect(self._choose)
        self.head.titled.connect(lambda text: self._put(title=text))
        self.head.tongue.picked.connect(lambda code: self._put(language=code))
        self.head.close_.clicked.connect(self.leave)
        self.text.texts_wanted.connect(self._show_texts)
        self.head.aside.clicked.connect(self.turn_screen)
        self._wire_files()
        self.route.kind.picked.connect(lambda kind: self._put(kind=kind))
        self.route.incident.picked.connect(lambda incident: self._put(incident=incident))
        self.when.repeated.connect(self._ask_rule)
        self.foot.keep.clicked.connect(self.keep)
        self.foot.send.clicked.connect(self.submit)
        self.checks.shown.connect(self._go_to)
        self.checks.repaired.connect(self._repair)
        self.checks.answered.connect(self._answer)
        book = self.window_.record
        self.desk.wire()
        for signal in (book.begun, book.acts):
            signal.connect(self._learn)
        book.changed.connect(self._show_judged)
        self.anew.changed.connect(self._show_all)

    def _wire_files(self) -> None:
        self.text.add_below(self.files)
        self.text.files.connect(self.attaching.take_pasted)
        self.text.turned.connect(self._soon.start)
        self.files.wanted.connect(self.attaching.take)
        self.files.changed.connect(self._change_file)
        self.files.removed.connect(self._remove_file)
        self.files.edited.connect(self._edit_file)
        self.attaching.edited.connect(self._open_editor)
        self.attaching.working.connect(self.files.show_working)
        self.attaching.attached.connect(self._attach)
        self.attaching.failed.connect(self._tell_unattached)

    def _complete(self, box: TextBox) -> None:
        Completing(box, self.work, self._database)

    def _database(self) -> Any:
        house = self.window_.house
        return house.cache.database if house is not None and house.cache is not None else None

    def _edit_file(self, number: int) -> None:
        self.attaching.edit(self.writing.content.files[number])

    def _open_editor(self, editor: "MediaEditor") -> None:
        editor.taken.connect(self._take_edit)
        self.open_layer(editor)

    def _take_edit(self, file: Attachment, edit: "Edit") -> None:
        """Takes over what the editor made, wherever the file stands in the draft by now."""
        self.attaching.keep_edit(file.original, edit)
        for number, one in enumerate(self.writing.content.files):
            if one.original == file.original:
                made = replace(one, renditions=file.renditions, done=file.done)
                self._change_file(number, made)

    def _attach(self, file: Attachment) -> None:
        at = self.text.variant, self.text.focused
        self.writing.put(editing.with_file(self.writing.content, file, *at))

    def _change_file(self, number: int, file: Attachment) -> None:
        self.writing.put(editing.with_changed_file(self.writing.content, number, file))

    def _remove_file(self, number: int) -> None:
        self.writing.put(editing.without_file(self.writing.content, number))

    def _tell_unattached(self, error: WorldError) -> None:
        self.window_.tell(translate("Files", "The file was not attached"), told(error))

    def _ask_rule(self) -> None:
        repeats, writing = self.window_.series, self.writing
        panel = repeats.ask(writing.content, writing.set_rule) if repeats is not None else None
        if panel is not None:
            self.open_layer(panel)

    def _put(self, **values: Any) -> None:
        self.writing.put(replace(self.writing.content, **values))

    def _choose(self, targets: Sequence[str]) -> None:
        self.writing.put(editing.with_targets(self.writing.content, tuple(targets)))
        self.who.show_targets(self.writing.content.targets)

    def _learn(self) -> None:
        self.lengths = self.text.lengths = Lengths(self.around.limits())
        self.judging.ask_anew()
        self._show_all()

    def _show_all(self) -> None:
        """Shows the draft, and through which profiles it may leave."""
        self.who.show_tree(self.force.tree(self.writing.content.act))
        self.show_now()

    def _show_judged(self, _why: object = None) -> None:
        if not self.isVisible():
            return
        findings = self._findings()
        self.text.show_findings(findings)
        self._show_checks(findings)
        self.previews.show_content(
            self.writing.content, findings, self.force.profiles, self.lengths
        )
        self._show_prospect()

    def _findings(self) -> Sequence[Finding]:
        """Returns what was found, without words that are not there any more."""
        content = self.writing.content
        if self.judging.is_of(editing.tidied(content)):
            return self.judging.findings
        return [one for one in self.judging.findings if _still_says(content, one)]

    def _show_checks(self, findings: Sequence[Finding]) -> None:
        from controlroom.outbound.checks.rulebook import rules

        trouble = told(self.judging.trouble) if self.judging.trouble is not None else ""
        confirmed = self.writing.sheet.confirmed
        self.checks.show_findings(findings, confirmed, len(rules()), trouble)

    def _show_prospect(self) -> None:
        sheet_ = self.writing.sheet
        self.prospect = prospect(
            self.window_.record, sheet_, self.judging.findings,
            is_checked=self.judging.is_of(editing.tidied(sheet_.content)), unfit=self.unfit(),
        )  # fmt: skip
        self.foot.show_prospect(self.prospect)
        self._show_route()

    def _show_route(self) -> None:
        from controlroom.ui.compose import route_told as route

        sheet_, book, steps = self.writing.sheet, self.window_.record, self.prospect.steps
        content = sheet_.content
        self.when.show_content(has_steps=bool(steps))
        self.route.show_steps(
            route.steps_told(book, content, steps), route.note_told(book, sheet_, steps)
        )
        self.route.kind.offer(route.kinds_told(book, content.kind), content.kind)
        incidents = route.incidents_told(book, content.incident)
        self.route.incident.offer(incidents, content.incident)
        self.route.incident.setVisible(bool(incidents))

    def _show_texts(self) -> None:
        from controlroom.ui.compose.texts_panel import open_texts

        begun = self.text.pieces()[self.text.focused].text
        code = self.writing.content.language
        open_texts(self.window_, self.text.insert, begun, code, self)

    def _go_to(self, finding: Finding) -> None:
        row = self.files.rows.get(finding.file)
        if row is not None:
            row.alt.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.text.go_to(finding.variant, finding.piece, finding.start, finding.end)

    def _repair(self, finding: Finding) -> None:
        """Puts the repair in place of the words, if they still stand where they were found."""
        content, repair = self.writing.content, finding.repair
        if repair is None or repair.text is None or not _still_says(content, finding):
            return
        text = editing.pieces_of(content, finding.variant)[finding.piece].text
        mended = text[: finding.start] + repair.text + text[finding.end :]
        self.writing.set_text(finding.variant, finding.piece, mended)
        self.text.turn_to(finding.variant)

    def _answer(self, rule: str, yes: bool) -> None:
        self.writing.confirm(rule, yes=yes)

    def _tell_unkept(self, error: object) -> None:
        self.foot.say_saved(None, failed=True)
        self.window_.trouble.emit(error)

    def _turn(self, _on: bool) -> None:
        if self._narrow:
            self._judge.setVisible(self.tabs[0].isChecked())
            self.previews.setVisible(self.tabs[1].isChecked())
            self.who.setVisible(self.who_tab.isChecked() or not self._is_tight)

    def _fit(self) -> None:
        px = theme().metrics.px
        room = theme().metrics.at_full_size(self.window().width())
        self._narrow = room < WIDE
        self._set_tight(self._narrow and room - theme().metrics.width.rail_compact < TIGHT)
        self._heads.setVisible(self._narrow)
        self._judge.setFixedWidth(px(JUDGE if not self._narrow else BESIDE))
        self.previews.setFixedWidth(px(SEEN if not self._narrow else BESIDE))
        self.who.setFixedWidth(self._who_width())
        self.head.set_roomy(not self._narrow)
        self.foot.set_roomy(not self._narrow)
        for part in (self._judge, self.previews, self.who):
            part.setVisible(True)
        self._turn(True)

    def _who_width(self) -> int:
        wide = BESIDE if self._is_tight else 252 if self._narrow else WHO
        return theme().metrics.px(wide)

    def _set_tight(self, tight: bool) -> None:
        """Puts the profiles among the tabs, or back before the text."""
        self.who_tab.setVisible(tight)
        if tight == self._is_tight:
            return
        self._is_tight = tight
        if tight:
            self._both.insertWidget(0, self.who)
            self.who_tab.setChecked(not self.writing.content.targets)
        else:
            self._across.insertWidget(0, self.who)
            if self.who_tab.isChecked():
                self.tabs[0].setChecked(True)


def _still_says(content: Any, finding: Finding) -> bool:
    """Returns whether the words of a finding stand where they were found."""
    variants: Mapping[str, Any] = content.variants
    if finding.variant and finding.variant not in variants:
        return False
    pieces = editing.pieces_of(content, finding.variant)
    if finding.piece >= len(pieces):
        return False
    return pieces[finding.piece].text[finding.start : finding.end] == finding.words
