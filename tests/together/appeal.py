"""An appeal with a clip to 58 profiles, in one window in which three officers act in turn.

    python -m tests.together.appeal FOLDER

The desk is on an exercise of its own: the real engine sends to the simulated networks. What came of
it is one line of JSON on standard output, and the exported record lies in FOLDER.
"""

import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from controlroom import app
from controlroom.exercise_room import ExerciseRoom
from controlroom.model import clock
from controlroom.model.credential import Credential
from controlroom.model.outgoing.delivery import Delivery, DeliveryState, Unsent
from controlroom.settings import SettingsFile
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

LOOK_MS = 20
PATIENCE_S = 120.0
SCENARIO = "route-61-appeal"
AUTHOR, FIRST, SECOND = "WP0106", "WP0104", "WP0105"
SHARES = {"x": 1, "mastodon": 6, "bluesky": 12, "facebook": 39}
"""How many profiles of each network; the first ones leave first, two a minute."""
SPREAD_MIN, STEP_S, HELD_S = 29, 540.0, 900.0
TEXT = "Do you know this man? He was on the Route 61 bus in Brackenford on Tuesday. Ring 101."
EDITED = "Do you know this man? He was on the Route 61 bus in Brackenford on Monday. Ring 101."
Script = Generator[None, None, None]


class NotInTime(AssertionError):
    """What was waited for did not come."""


def until(what: str, holds: Callable[[], object], patience_s: float = PATIENCE_S) -> Script:
    """Waits, with the window alive, until something holds."""
    end = time.monotonic() + patience_s
    while not holds():
        if time.monotonic() > end:
            raise NotInTime(what)
        yield


class Appeal:
    """The script, and what it saw."""

    def __init__(self, window: DeskWindow, room: ExerciseRoom, folder: Path) -> None:
        self.window, self.room, self.folder = window, room, folder
        self.book = window.record
        self.draft = ""
        self.seen: dict[str, Any] = {}

    def play(self) -> Script:
        """Plays everything, in order."""
        yield from until("the record", lambda: self.book.state is not None)
        yield from self._compose()
        yield from self._approve(FIRST)
        yield from self._edit()
        yield from self._approve(FIRST)
        yield from self._sign_in(Credential("expired"))
        self.room.say(fault={"network": "mastodon", "kind": "down"})
        yield from self._approve(SECOND)
        yield from self._begin_to_send()
        yield from self._hold()
        yield from self._release()
        yield from self._send_the_rest()
        yield from self._withdraw()
        yield from self._export()

    def stood(self) -> list[str]:
        """Returns how many deliveries stand how, for whoever reads why it failed."""
        if not self.draft or views.draft(self._state, self.draft) is None:
            return []
        names = Counter(
            f"{one.key.network} {one.key.part} {one.state} {one.reason}" for one in self._all()
        )
        return [f"{name}: {number}" for name, number in names.items()]

    def _compose(self) -> Script:
        yield from self._become(AUTHOR)
        page = compose(self.window)
        yield from until("the profiles", lambda: page.force.loaded and page.who.tree.targets)
        page.who.chosen.emit(self._targets(page))
        page.head.titled.emit("Route 61")
        page.route.kind.picked.emit("appeal")
        page.when.spread.picked.emit(str(SPREAD_MIN))
        page.text.boxes[0].box.insertPlainText(TEXT)
        clip = self.folder / "bus.mp4"
        clip.write_bytes(camera_clip(1.6))
        page.attaching.take([clip])
        yield from until("the clip", lambda: page.writing.content.files)
        file = page.writing.content.files[0]
        page.files.changed.emit(0, replace(file, alt="A man in a dark coat gets off a bus."))
        self.draft = page.writing.sheet.id
        yield from self._submit(page)
        self.seen["targets"] = len(self._drafted().targets)
        self.seen["steps"] = len(self._drafted().steps)

    def _edit(self) -> Script:
        """The author changes a word after the first has agreed."""
        yield from self._become(AUTHOR)
        before = self._drafted()
        assert before.content is not None
        page = compose(self.window, Sheet(before.id, before.content, before.confirmed, before.hash))
        page.text.boxes[0].box.setPlainText(EDITED)
        yield from self._submit(page)
        self.seen["agreed_before_edit"] = len(before.approvals)
        self.seen["agreed_after_edit"] = len(self._drafted().approvals)

    def _submit(self, page: ComposePage) -> Script:
        page.show_now()
        yield from until("the checks", lambda: page.prospect.is_checked)
        for rule in {one.rule for one in page.judging.findings}:
            page.checks.answered.emit(rule, True)
        before = views.draft(self._state, self.draft)
        seq = before.seq if before is not None else 0
        page.show_now()
        yield from until("a way out", lambda: not page.prospect.why_not)
        page.submit()
        yield from until("the draft in the record", lambda: self._seq > seq)

    def _approve(self, officer: str) -> Script:
        """Looks at everything, and agrees; before that there is no agreeing."""
        yield from self._become(officer)
        self.window.go("approvals")
        page = self.window.pages.page("approvals")
        assert isinstance(page, ApprovalsPage)
        step = self._drafted().step
        yield from until("the draft in the list", lambda: self._is_shown(page, step))
        locked = not page.decide.approve.isEnabled()
        self.seen.setdefault("locked", []).append(locked)
        yield from until("the clip", lambda: _shows_clip(page.draft.stage))
        yield from until("its end", lambda: _plays_on(page))
        page.decide.approve.click()
        yield from until("the approval", lambda: self._drafted().step == step + 1)

    def _begin_to_send(self) -> Script:
        """One sign-in has expired and one network is down while the first ones leave."""
        yield from until("the failed one", lambda: self._of("x")[0].state is DeliveryState.FAILED)
        self.seen["expired"] = str(self._of("x")[0].reason)
        self._jump(STEP_S)
        yield from until("the first ones", lambda: len(self._in(DeliveryState.SENT)) >= 3)
        down: set[str] = set()

        def all_met_it() -> bool:
            failed = (one for one in self._of("mastodon") if one.reason is Unsent.UNREACHED)
            down.update(one.key.profile for one in failed)
            return len(down) == SHARES["mastodon"]

        yield from until("tries on what is down", all_met_it)
        self.seen["down"] = len(down)
        yield from self._look_at_the_board()

    def _look_at_the_board(self) -> Script:
        self.window.go("board")
        page = self.window.pages.page("board")
        assert isinstance(page, BoardPage)

        def told() -> bool:
            posts = (one.post for view in page.row.columns for one in view.list.posts())
            return any(EDITED in one.text for one in posts)

        yield from until("it on the board", told)

    def _hold(self) -> Script:
        """Everything stops; what falls due meanwhile waits."""
        yield from self._become(FIRST)
        self.window.commands.run("hold")
        yield from until("the question why", lambda: isinstance(self._top(), WhyHeld))
        form = self._top()
        form.reason.setText("The family has not been told")
        form.press()
        yield from until("nothing under way", lambda: not self._in(DeliveryState.SENDING))
        self._claims = self._tries()
        self._jump(HELD_S)
        yield from until("the clock", lambda: self._overdue() >= 12)
        yield from self._pause()

    def _release(self) -> Script:
        """What got late waits for a person; each is let go."""
        self.seen["left_while_held"] = self._tries() - self._claims
        self.window.commands.run("release")
        yield from until("the question", lambda: isinstance(self._top(), Release))
        self._top().reason.setText("They have been told")
        self._top().press()
        yield from until("what got late", lambda: self._in(DeliveryState.LATE))
        self.room.say(lift="mastodon")
        yield from self._sign_in(self._credential)
        assert self.window.sending is not None
        self.window.sending.show_draft(self.draft)
        panel = self._top()
        assert isinstance(panel, DeliveriesPanel)
        yield from self._pause()
        self.seen["late"] = len(self._in(DeliveryState.LATE))
        panel.show_now()
        panel.all_again.click()
        stuck = (DeliveryState.LATE, DeliveryState.FAILED)
        yield from until("them to leave", lambda: not self._in(*stuck))

    def _send_the_rest(self) -> Script:
        end = time.monotonic() + 2 * PATIENCE_S
        while len(self._in(DeliveryState.SENT)) < len(self._posts()):
            if time.monotonic() > end:
                raise NotInTime("everybody has it")
            self._jump(STEP_S)
            yield from self._pause()
            yield from until("what is due", lambda: not self._due())
            yield from self._again()
        posts = self._posts()
        self.seen["sent"] = len(posts)
        self.seen["ids"] = len({(one.key.network, one.remote_id) for one in posts})

    def _again(self) -> Script:
        """Lets go what a slow machine has made late."""
        panel = self._top()
        assert isinstance(panel, DeliveriesPanel)
        panel.acts.let_go(self._in(*NEEDS_PERSON))
        yield from self._pause()

    def _withdraw(self) -> Script:
        """Takes it back everywhere, and waits until nobody finds it any more."""
        panel = self._top()
        assert isinstance(panel, DeliveriesPanel)
        panel.show_now()
        panel.back.click()
        yield from until("the question", lambda: isinstance(self._top(), Withdraw))
        self._top().reason.setText("He has come forward")
        self._top().press()
        yield from until("all taken back", lambda: len(self._gone()) == len(self._posts()))
        end = time.monotonic() + PATIENCE_S
        while not all(one.seen_gone for one in self._gone()):
            if time.monotonic() > end:
                raise NotInTime("nobody finds it")
            self._jump(60.0)
            yield from self._pause()
        self.seen["seen_gone"] = len(self._gone())

    def _export(self) -> Script:
        self.window.layers.close_all()
        self.window.go("record")
        page = self.window.pages.page("record")
        assert isinstance(page, JournalPage)
        path = self.folder / "record.zip"
        page.outlet.begin(PACKAGE, path, page.bar.chosen, page.names)
        yield from until("the package", path.exists)

    def _become(self, officer: str) -> Script:
        self.book.act_as(officer)
        yield from until(officer, lambda: self.book.officer == officer)

    def _sign_in(self, credential: Credential) -> Script:
        """Gives the first profile of X another sign-in."""
        kept: list[object] = []
        self.window.line.keep(self._number, credential, kept.append)
        yield from until("the sign-in", lambda: kept)
        assert kept == [None]

    def _targets(self, page: ComposePage) -> tuple[str, ...]:
        able = [one for one in page.who.tree.targets if one.can]
        self._number = next(one.profile.id for one in able if one.profile.network == "x")
        self._credential = self.window.house.sign_ins.of([self._number])[self._number]
        chosen: list[str] = []
        for network, share in SHARES.items():
            chosen += [one.key for one in able if one.profile.network == network][:share]
        return tuple(chosen)

    def _jump(self, seconds: float) -> None:
        self.room.say(jump_s=seconds)

    def _pause(self) -> Script:
        """Lets the window, the engine and the exercise go on for a while."""
        end = time.monotonic() + 1.0
        while time.monotonic() < end:
            yield

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

    def _all(self) -> tuple[Delivery, ...]:
        return views.deliveries(self._state, self.draft, clock.now())

    def _posts(self) -> list[Delivery]:
        return [one for one in self._all() if not one.key.withdraws]

    def _gone(self) -> list[Delivery]:
        back = (one for one in self._all() if one.key.withdraws)
        return [one for one in back if one.state is DeliveryState.SENT]

    def _of(self, network: str) -> list[Delivery]:
        return [one for one in self._posts() if one.key.network == network]

    def _in(self, *states: DeliveryState) -> list[Delivery]:
        return [one for one in self._posts() if one.state in states]

    def _due(self) -> list[Delivery]:
        """Returns what should have left by now, or is leaving."""
        now, going = clock.now(), self._in(DeliveryState.SCHEDULED, DeliveryState.SENDING)
        return [one for one in going if one.due is None or one.due <= now]

    def _tries(self) -> int:
        return sum(one.attempts for one in self._posts())

    def _overdue(self) -> int:
        now = clock.now()
        waiting = self._in(DeliveryState.HELD)
        return sum(one.due is not None and one.due <= now for one in waiting)


def _shows_clip(stage: FileStage) -> bool:
    return stage.clip is not None and stage.currentWidget() is stage.clip


def _plays_on(page: ApprovalsPage) -> bool:
    """Plays the clip; returns whether it has been seen to its end."""
    clip = page.draft.stage.clip
    if clip is not None and not clip.player.plays:
        page.draft.stage.play()
    return page.decide.approve.isEnabled()


def main(folder: Path) -> int:
    """Plays the script; returns the exit code of the desk."""
    room = ExerciseRoom.start([SCENARIO, "--networks", ",".join(SHARES)])
    data = folder / "data"
    data.mkdir()
    room.furnish(data)
    SettingsFile(folder / "settings").change(language="en")
    try:
        return app.main(
            data,
            config_dir=folder / "settings",
            first_painted=lambda window: _lead(window, Appeal(window, room, folder)),
            keychain=room.keychain,
            exercise=room,
        )
    finally:
        room.close()


def _lead(window: DeskWindow, appeal: Appeal) -> None:
    window.resize(1920, 1080)
    script, timer = appeal.play(), QTimer(window, interval=LOOK_MS)

    def step() -> None:
        try:
            if next(script, appeal) is not appeal:
                return
        except Exception:  # noqa: BLE001 - whatever it is, the test tells it
            appeal.seen["failed"] = traceback.format_exc()
            appeal.seen["stood"] = appeal.stood()
        timer.stop()
        window.close()
        sys.stdout.write(json.dumps(appeal.seen) + "\n")

    timer.timeout.connect(step)
    timer.start()


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
