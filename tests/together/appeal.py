"""An officer's desk on an appeal with a clip to 58 profiles, as a process of its own.

    python -m tests.together.appeal FOLDER URL PASSWORD READY

READY is a file with what the exercise said when its networks ran. Each line on standard input is an
act; see `tests.together.desk`.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from controlroom.exercise.opening import decode
from controlroom.model import clock
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.delivery import Delivery, DeliveryState
from controlroom.store.cache.sources import SourceList
from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView
from controlroom.team.state import State
from controlroom.ui.approvals.file_stage import FileStage
from controlroom.ui.approvals.page import ApprovalsPage
from controlroom.ui.board.page import BoardPage
from controlroom.ui.compose.build import compose
from controlroom.ui.compose.kept import Sheet
from controlroom.ui.compose.page import ComposePage
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.holding.forms import Release, WhyHeld
from controlroom.ui.journal.exporting import PACKAGE
from controlroom.ui.journal.page import JournalPage
from controlroom.ui.sending.forms import Withdraw
from controlroom.ui.sending.panel import DeliveriesPanel
from controlroom.ui.sending.tally import NEEDS_PERSON
from tests.outbound.media.samples import camera_clip
from tests.together.desk import ACTS, Script, run
from tests.together.led_desk import ROOT

PATIENCE_S = 120.0
PICTURES = ROOT / "build" / "appeal"
"""Where the pictures are left that show how it went."""
SHARES = {"x": 1, "mastodon": 6, "bluesky": 12, "facebook": 39}
"""How many profiles of each network; the first ones leave first, six a minute."""
SPREAD_MIN = 10
TEXT = "Do you know this man? He was on the Route 61 bus in Brackenford on Tuesday. Ring 101."
EDITED = "Do you know this man? He was on the Route 61 bus in Brackenford on Monday. Ring 101."


class NotInTime(AssertionError):
    """What was waited for did not come."""


class Officer:
    """What somebody does at a window about a draft, as scripts."""

    def __init__(self, window: DeskWindow, draft: str = "") -> None:
        self.window, self.book, self.draft = window, window.record, draft

    def write(self, clip: str) -> Script:
        """Writes the appeal and puts it forward; returns the draft."""
        yield from self._until("the record", lambda: self.book.state is not None)
        yield from self._until("the profiles", self._have_come)
        page = compose(self.window)
        enough = sum(SHARES.values())
        yield from self._until("enough profiles", lambda: len(self._chosen(page)) == enough)
        page.who.chosen.emit(self._chosen(page))
        page.head.titled.emit("Route 61")
        page.route.kind.picked.emit("appeal")
        page.when.spread.picked.emit(str(SPREAD_MIN))
        page.text.boxes[0].box.insertPlainText(TEXT)
        Path(clip).write_bytes(camera_clip(1.6))
        page.attaching.take([Path(clip)])
        yield from self._until("the clip", lambda: page.writing.content.files)
        file = page.writing.content.files[0]
        page.files.changed.emit(0, replace(file, alt="A man in a dark coat gets off a bus."))
        self.draft = page.writing.sheet.id
        yield from self._submit(page)
        found = self._drafted()
        return {"draft": found.id, "targets": len(found.targets), "steps": len(found.steps)}

    def edit(self) -> Script:
        """Changes a word of what the first has agreed to; returns who agrees before and after."""
        before = self._drafted()
        assert before.content is not None
        page = compose(self.window, Sheet(before.id, before.content, before.confirmed, before.hash))
        page.text.boxes[0].box.setPlainText(EDITED)
        yield from self._submit(page)
        return [len(before.approvals), len(self._drafted().approvals)]

    def approve(self, seq: int) -> Script:
        """Looks at everything and agrees; returns whether there was no agreeing before that."""
        yield from self._until("the draft", lambda: self._seq == seq)
        self.window.go("approvals")
        page = self.window.pages.page("approvals")
        assert isinstance(page, ApprovalsPage)
        step = self._drafted().step
        yield from self._until("the draft in the list", lambda: self._is_shown(page, step))
        locked = not page.decide.approve.isEnabled()
        yield from self._until("the clip", lambda: _shows_clip(page.draft.stage))
        yield from self._until("its end", lambda: _plays_on(page))
        page.decide.approve.click()
        yield from self._until("the approval", lambda: self._drafted().step == step + 1)
        return locked

    def look_at_the_board(self) -> Script:
        """Waits until a network shows the appeal."""
        self.window.go("board")
        page = self.window.pages.page("board")
        assert isinstance(page, BoardPage)

        def told() -> bool:
            posts = (one.post for view in page.row.columns for one in view.list.posts())
            return any(EDITED in one.text for one in posts)

        yield from self._until("it on the board", told)
        return None

    def hold(self) -> Script:
        """Presses Hold and says why; returns the entry once nothing is under way."""
        self.window.top.hold.click()
        yield from self._until("the question why", lambda: isinstance(self._top(), WhyHeld))
        form = self._top()
        form.reason.setText("The family has not been told")
        form.press()
        yield from self._until("nothing under way", lambda: not self._in(DeliveryState.SENDING))
        return None

    def release(self) -> Script:
        """Lets everything go on; what got late waits for a person."""
        self.window.top.hold.click()
        yield from self._until("the question", lambda: isinstance(self._top(), Release))
        self._top().reason.setText("They have been told")
        self._top().press()
        yield from self._until("what got late", lambda: self._in(DeliveryState.LATE))
        return None

    def panel(self) -> Script:
        """Shows how it leaves, profile by profile; returns what is read there."""
        panel = self._panel()
        yield
        panel.show_now()
        return [panel.tally.text(), *_rows_told(panel)]

    def send_again(self) -> Script:
        """Lets go, with one button, what waits for a person; returns when nothing does."""
        panel = self._panel()
        panel.show_now()
        if panel.all_again.isVisible():
            panel.all_again.click()
        else:
            panel.acts.let_go(self._in(*NEEDS_PERSON))
        yield from self._until("them to leave", lambda: not self._in(*NEEDS_PERSON))
        return None

    def withdraw(self) -> Script:
        """Takes it back everywhere; returns when all is deleted."""
        panel = self._panel()
        panel.show_now()
        panel.back.click()
        yield from self._until("the question", lambda: isinstance(self._top(), Withdraw))
        self._top().reason.setText("He has come forward")
        self._top().press()
        yield from self._until("all taken back", lambda: len(self._gone()) == len(self._posts()))
        return None

    def export(self, path: str) -> Script:
        """Exports the record as a signed package."""
        self.window.layers.close_all()
        self.window.go("record")
        page = self.window.pages.page("record")
        assert isinstance(page, JournalPage)
        page.outlet.begin(PACKAGE, Path(path), page.bar.chosen, page.names)
        yield from self._until("the package", Path(path).exists)
        return None

    def stands(self) -> dict[str, Any]:
        """Returns how everything stands, as this window knows it."""
        if self.book.state is None or views.draft(self.book.state, self.draft) is None:
            return {}
        now, waiting = clock.now(), self._in(DeliveryState.HELD)
        going = self._in(DeliveryState.SCHEDULED, DeliveryState.SENDING)
        return {
            "seq": self._seq,
            "held": bool(views.holds(self._state)),
            "states": Counter(str(one.state) for one in self._posts()),
            "not_sent": [one.key.profile for one in self._in(DeliveryState.FAILED)],
            "due": sum(_is_due(one, now) for one in going),
            "overdue": sum(_is_due(one, now) for one in waiting),
            "ids": len({(one.key.network, one.remote_id) for one in self._posts()}),
            "gone": sum(one.seen_gone for one in self._gone()),
        }

    def targets(self) -> list[str]:
        """Returns the profiles it goes to, in order."""
        return list(self._drafted().targets)

    def _submit(self, page: ComposePage) -> Script:
        page.show_now()
        yield from self._until("the checks", lambda: page.prospect.is_checked)
        for rule in {one.rule for one in page.judging.findings}:
            page.checks.answered.emit(rule, True)
        before = self._seq
        page.show_now()
        yield from self._until("a way out", lambda: not page.prospect.why_not)
        page.submit()
        yield from self._until("the draft in the record", lambda: self._seq > before)
        return None

    def _have_come(self) -> bool:
        """Whether this desk has every profile the record places."""
        house = self.window.house
        if house is None or house.cache is None:
            return False
        here = {profile_key(one) for one in SourceList(house.cache.database).profiles()}
        return bool(here) and here >= set(self._state.profiles)

    def _chosen(self, page: ComposePage) -> tuple[str, ...]:
        able = [one for one in page.who.tree.targets if one.can] if page.force.loaded else []
        chosen: list[str] = []
        for network, share in SHARES.items():
            chosen += [one.key for one in able if one.profile.network == network][:share]
        return tuple(chosen)

    def _until(self, what: str, holds: Callable[[], object]) -> Script:
        """Waits, with the window alive, until something holds."""
        end = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > end:
                self.window.grab().save(str(PICTURES / "not-in-time.png"))
                raise NotInTime(f"{what}: {self.stands()}")
            yield
        return None

    @property
    def _state(self) -> State:
        assert self.book.state is not None
        return self.book.state

    @property
    def _seq(self) -> int:
        found = views.draft(self._state, self.draft)
        return found.seq if found is not None else 0

    def _drafted(self) -> DraftView:
        found = views.draft(self._state, self.draft)
        assert found is not None
        return found

    def _is_shown(self, page: ApprovalsPage, step: int) -> bool:
        row = page.list.current
        if row is None or row.draft.id != self.draft:
            return False
        return (row.draft.seq, row.draft.step) == (self._seq, step) and bool(page.draft.tabs)

    def _top(self) -> Any:
        return self.window.layers.top()

    def _panel(self) -> DeliveriesPanel:
        if not isinstance(self._top(), DeliveriesPanel):
            assert self.window.sending is not None
            self.window.layers.close_all()
            self.window.sending.show_draft(self.draft)
        panel = self._top()
        assert isinstance(panel, DeliveriesPanel)
        return panel

    def _all(self) -> tuple[Delivery, ...]:
        return views.deliveries(self._state, self.draft, clock.now())

    def _posts(self) -> list[Delivery]:
        return [one for one in self._all() if not one.key.withdraws]

    def _gone(self) -> list[Delivery]:
        back = (one for one in self._all() if one.key.withdraws)
        return [one for one in back if one.state is DeliveryState.SENT]

    def _in(self, *states: DeliveryState) -> list[Delivery]:
        return [one for one in self._posts() if one.state in states]


def _is_due(one: Delivery, now: datetime) -> bool:
    return one.due is None or one.due <= now


def _rows_told(panel: DeliveriesPanel) -> list[str]:
    """Returns the rows of the table as they are shown."""
    rows = panel.table.rows
    places = range(rows.columnCount())
    return [
        " · ".join(str(rows.data(rows.index(number, place))) for place in places)
        for number in range(rows.rowCount())
    ]


def _shows_clip(stage: FileStage) -> bool:
    return stage.clip is not None and stage.currentWidget() is stage.clip


def _plays_on(page: ApprovalsPage) -> bool:
    """Plays the clip; returns whether it has been seen to its end."""
    clip = page.draft.stage.clip
    if clip is not None and not clip.player.plays:
        page.draft.stage.play()
    return page.decide.approve.isEnabled()


def _go_by(lead: clock.Lead) -> Callable[..., None]:
    """Returns what has this desk and its engine go by a clock as it runs now."""

    def follow(window: DeskWindow, at: str, since: float, speed: float) -> None:
        pace = clock.Pace(datetime.fromisoformat(at), since, speed)
        lead.follow(pace)
        window.line.say(clock=pace)

    return follow


def _acts(lead: clock.Lead) -> Mapping[str, Callable[..., object]]:
    return ACTS | {
        "clock": _go_by(lead),
        "write": lambda window, clip: Officer(window).write(clip),
        "edit": lambda window, draft: Officer(window, draft).edit(),
        "approve": lambda window, draft, seq: Officer(window, draft).approve(seq),
        "board": lambda window: Officer(window).look_at_the_board(),
        "hold": lambda window, draft: Officer(window, draft).hold(),
        "release": lambda window, draft: Officer(window, draft).release(),
        "panel": lambda window, draft: Officer(window, draft).panel(),
        "send": lambda window, draft: Officer(window, draft).send_again(),
        "withdraw": lambda window, draft: Officer(window, draft).withdraw(),
        "export": lambda window, path: Officer(window).export(path),
        "stands": lambda window, draft: Officer(window, draft).stands(),
        "targets": lambda window, draft: Officer(window, draft).targets(),
        "close": lambda window: window.layers.close_all(),
    }


def main(folder: Path, url: str, password: str, ready: Path) -> int:
    """Runs the desk until it is told to close."""
    told = decode(ready.read_bytes())
    lead = clock.begin_exercise(told.clock)
    return run(folder, url, password, _acts(lead), told.led)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])))
