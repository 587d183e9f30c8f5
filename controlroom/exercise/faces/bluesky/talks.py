"""What dialogues and messages are: their ids, revisions and how a message is shown."""

from dataclasses import dataclass, field

from controlroom.exercise.faces.bluesky.ids import (
    candidates,
    dialogue_id,
    did_of,
    tid,
    told_by_tid,
)
from controlroom.exercise.faces.bluesky.kept import Json
from controlroom.exercise.faces.bluesky.moments import written_ms
from controlroom.exercise.faces.bluesky.problems import invalid
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.faces.bluesky.words import facets_of
from controlroom.exercise.world import Event, EventKind, PostKind, SimPost, World

DEFS = "chat.bsky.convo.defs#"


def key_of(one: int, other: int) -> tuple[str, str, str | int]:
    """Returns under which key the world lists a dialogue."""
    return NETWORK, "dialogue", f"{min(one, other)}-{max(one, other)}"


@dataclass(slots=True)
class Talks:
    """Knows every dialogue; a dialogue is a pair of accounts."""

    world: World
    _gone: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.world.hear(self._hear)

    def all_of(self, me: int) -> list[tuple[str, int]]:
        """Returns the revision of each dialogue and with whom it is, the latest first."""
        latest: dict[int, int] = {}
        for number in self.world.lists.newest_first((NETWORK, "messages", me)):
            row = self.world.columns.row(number)
            latest.setdefault(row.to if row.author == me else row.author, number)
        return sorted(((self.rev(me, other), other) for other in latest), reverse=True)

    def rev(self, me: int, other: int) -> str:
        """Returns the revision of a dialogue's latest event."""
        latest = next(self.world.lists.newest_first(key_of(me, other)), 0)
        said = self.id(latest) if latest else tid(0, 0)
        return max(said, self._gone.get(dialogue_id(me, other), ""))

    def unread(self, me: int, other: int, read: int) -> int:
        """Counts what came since the caller last read or wrote."""
        count = 0
        for number in self.world.lists.newest_first(key_of(me, other), after=read):
            if self.world.columns.row(number).author == me or count == 30:
                break
            count += 1
        return count

    def message(self, post: SimPost) -> Json:
        """Returns a message as it is shown; one that is gone, as gone."""
        sender = {"did": did_of(post.author)}
        told: Json = {
            "$type": f"{DEFS}messageView", "id": self.id(post.number),
            "rev": self.id(post.number), "sender": sender, "sentAt": written_ms(post.created_ms),
        }  # fmt: skip
        if post.deleted_ms:
            gone = {"$type": f"{DEFS}deletedMessageView", "rev": tid(post.deleted_ms, post.number)}
            return told | gone
        facets = facets_of(post.said.text, self._did)
        return told | {"text": post.said.text} | ({"facets": facets} if facets else {})

    def _did(self, handle: str) -> str:
        account = self.world.by_handle(NETWORK, handle)
        return did_of(account.number) if account else ""

    def id(self, number: int) -> str:
        """Returns a message's id."""
        return tid(self.world.columns.created_ms(number), number)

    def number(self, told: str) -> int:
        """Returns the message of an id. Raises `Refusal`."""
        number = message_number(self.world, told)
        if number:
            return number
        raise invalid("Message not found")

    def _hear(self, event: Event) -> None:
        if event.network != NETWORK or event.kind is not EventKind.DELETED:
            return
        post = self.world.post(event.number)
        if post.kind is PostKind.MESSAGE:
            self._gone[dialogue_id(post.author, post.to)] = tid(post.deleted_ms, post.number)


def message_number(world: World, told: str) -> int:
    """Returns the number of the message of an id, 0 for none; it may be gone."""
    moment, columns = told_by_tid(told), world.columns
    for number in candidates(moment[1], len(columns)) if moment else ():
        if number and moment and columns.created_ms(number) == moment[0]:
            return number
    return 0
