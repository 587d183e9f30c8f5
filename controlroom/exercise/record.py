"""What the team did: every answer, statement, message, hiding and withdrawal, with its time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from controlroom.exercise.clock import moment_of
from controlroom.exercise.scenario.plan import Rumour
from controlroom.exercise.world import Event, EventKind, PostKind, SimPost, World
from controlroom.model.query.fold import fold


class DeedKind(StrEnum):
    """What somebody at the desk did."""

    STATEMENT = "statement"
    ANSWER = "answer"
    MESSAGE = "message"
    SHARE = "share"
    EDIT = "edit"
    HIDE = "hide"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing the desk did.

    Attributes:
        number: of the post it published or changed.
        about: number of the post it answered or hid, 0 for none.
        to: account of whom it wrote to, 0 for none.
        rumours: names of rumours it answers.
    """

    kind: DeedKind
    at: datetime
    number: int
    network: str
    account: int
    about: int = 0
    to: int = 0
    rumours: tuple[str, ...] = ()


@dataclass(slots=True)
class Record:
    """Listens to a world for what the desk does.

    Attributes:
        simulated: returns whether what happens now is the simulation's own doing.
        told: called with every deed.
    """

    world: World
    rumours: Sequence[Rumour]
    simulated: Callable[[], bool]
    told: Callable[[Deed], None]
    deeds: list[Deed] = field(default_factory=list)

    def heed(self, event: Event) -> None:
        """Notes an event if it is the desk's doing."""
        if self.simulated():
            return
        post = self.world.post(event.number)
        deed = self._deed(event, post)
        if deed is not None:
            self.deeds.append(deed)
            self.told(deed)

    def _deed(self, event: Event, post: SimPost) -> Deed | None:
        ours = self.world.account(post.author).ours
        at_ms = {
            EventKind.CREATED: post.created_ms,
            EventKind.EDITED: post.edited_ms,
            EventKind.DELETED: post.deleted_ms,
        }.get(event.kind, self.world.clock.now_ms())
        made = moment_of(at_ms), post.number, event.network, post.author
        match event.kind:
            case EventKind.HIDDEN:
                return Deed(DeedKind.HIDE, *made, post.number) if post.hidden else None
            case EventKind.DELETED:
                return Deed(DeedKind.WITHDRAW if ours else DeedKind.HIDE, *made, post.number)
            case EventKind.EDITED if ours:
                return Deed(DeedKind.EDIT, *made, post.number, 0, self._answered(post))
            case EventKind.CREATED if ours:
                return Deed(
                    _kind(post), *made, post.reply_to or post.quote, self._to(post),
                    self._answered(post),
                )  # fmt: skip
        return None

    def _to(self, post: SimPost) -> int:
        if post.to or not post.reply_to:
            return post.to
        return self.world.columns.row(post.reply_to).author

    def _answered(self, post: SimPost) -> tuple[str, ...]:
        """Which rumours a post has something to say to."""
        if post.kind is PostKind.MESSAGE:
            return ()
        text = f" {fold(post.said.text)}"
        return tuple(
            one.name for one in self.rumours if any(f" {fold(word)}" in text for word in one.words)
        )


def _kind(post: SimPost) -> DeedKind:
    if post.kind is PostKind.MESSAGE:
        return DeedKind.MESSAGE
    if post.kind is PostKind.REPOST:
        return DeedKind.SHARE
    return DeedKind.ANSWER if post.reply_to else DeedKind.STATEMENT
