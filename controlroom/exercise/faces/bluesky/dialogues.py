"""Direct messages, as the chat server keeps them; asked directly, or through the account's own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply
from controlroom.exercise.faces.bluesky.graphemes import graphemes
from controlroom.exercise.faces.bluesky.ids import (
    account_of,
    dialogue_id,
    pair_of,
)
from controlroom.exercise.faces.bluesky.kept import Json
from controlroom.exercise.faces.bluesky.people import basic_of
from controlroom.exercise.faces.bluesky.problems import invalid, not_served
from controlroom.exercise.faces.bluesky.talks import DEFS, Talks, key_of
from controlroom.exercise.faces.bluesky.tokens import FULL, NETWORK, narrow
from controlroom.exercise.world import PostKind, Said, World

PROXY = "did:web:api.bsky.chat#bsky_chat"
_PREFIX = "chat.bsky.convo."
Do = Callable[[Question], Awaitable[Reply]]


@dataclass(slots=True)
class Dialogues:
    """Tells of dialogues. A dialogue is a pair of accounts, the lower number first."""

    world: World
    _talks: Talks = field(init=False)
    _read: dict[tuple[int, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._talks = Talks(self.world)

    def calls(self, *, behind: bool) -> list[Call]:
        """Returns what may be asked; `behind` an account's server only with the chat's name."""
        told = {
            "GET": {
                "listConvos": self.listed, "getConvo": self.one, "getMessages": self.messages,
                "getConvoForMembers": self.between, "getLog": self.log,
            },
            "POST": {
                "sendMessage": self.send, "deleteMessageForSelf": self.delete,
                "updateRead": self.read, "acceptConvo": self.accept,
                "sendMessageBatch": self.send_batch,
            },
        }  # fmt: skip
        return [
            Call(method, _PREFIX + name, _guarded(do, behind=behind))
            for method, calls in told.items()
            for name, do in calls.items()
        ]

    async def listed(self, question: Question) -> Reply:
        """The caller's dialogues, the one with the latest event first."""
        limit, cursor = question.whole("limit", 50, 1, 100), question.text("cursor")
        unread = question.text("readState") == "unread"
        found = self._talks.all_of(question.caller)
        views = (self._view(question, other) for rev, other in found if not cursor or rev < cursor)
        shown: list[Json] = []
        for view in views:
            if unread and not view["unreadCount"]:
                continue
            if len(shown) == limit:
                return {"convos": shown, "cursor": shown[-1]["rev"]}
            shown.append(view)
        return {"convos": shown}

    async def one(self, question: Question) -> Reply:
        """One dialogue. Raises `Refusal`."""
        return {"convo": self._view(question, self._other(question, question.text("convoId")))}

    async def between(self, question: Question) -> Reply:
        """The dialogue with somebody, begun if it is not there. Raises `Refusal`."""
        others = [one for one in question.listed("members") if account_of(one) != question.caller]
        if len(others) != 1:
            raise invalid("Error: members must be one or two accounts")
        return {"convo": self._view(question, question.account(others[0]).number)}

    async def messages(self, question: Question) -> Reply:
        """A dialogue's messages, newest first; what is gone is told as gone. Raises `Refusal`."""
        other = self._other(question, question.text("convoId", None))
        limit = question.whole("limit", 50, 1, 100)
        before = self._talks.number(question.text("cursor")) if question.text("cursor") else 0
        shown: list[int] = []
        cursor: Json = {}
        for number in self.world.lists.newest_first(key_of(question.caller, other), before):
            if len(shown) == limit:
                cursor = {"cursor": self._talks.id(shown[-1])}
                break
            shown.append(number)
        people = [basic_of(self.world.account(one)) for one in (question.caller, other)]
        told = [self._talks.message(self.world.post(one)) for one in shown]
        return cursor | {"messages": told, "relatedProfiles": people}

    async def log(self, question: Question) -> Reply:
        """What was said since a revision, at most 100 messages."""
        cursor, logs = question.text("cursor"), list[Json]()
        for number in self.world.lists.newest_first((NETWORK, "messages", question.caller)):
            if self._talks.id(number) <= cursor or len(logs) == 100:
                break
            post = self.world.post(number)
            told = self._talks.message(post)
            dialogue = dialogue_id(post.author, post.to)
            logs.append(
                {
                    "$type": f"{DEFS}logCreateMessage", "rev": told["rev"], "convoId": dialogue,
                    "message": told,
                }
            )  # fmt: skip
        return {"logs": logs[::-1], "cursor": logs[0]["rev"] if logs else cursor}

    async def send(self, question: Question) -> Reply:
        """Sends a message. Raises `Refusal`."""
        body = question.body()
        return self._sent(question, str(body.get("convoId", "")), body.get("message"))

    async def send_batch(self, question: Question) -> Reply:
        """Sends several. Raises `Refusal`; those before the one that is refused are sent."""
        items = question.body().get("items")
        if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
            raise invalid('Error: Input must have the property "items"')
        told = [self._sent(question, str(i.get("convoId", "")), i.get("message")) for i in items]
        return {"items": told}

    async def delete(self, question: Question) -> Reply:
        """Takes a message away. Raises `Refusal`."""
        body = question.body()
        other = self._other(question, str(body.get("convoId", "")))
        number = self._talks.number(str(body.get("messageId", "")))
        if not self.world.lists.holds(key_of(question.caller, other), number):
            raise invalid("Message not found")
        if not self.world.is_gone(number):
            self.world.delete(number)
        view = self._talks.message(self.world.post(number))
        return {name: value for name, value in view.items() if name != "$type"}

    async def read(self, question: Question) -> Reply:
        """Marks a dialogue as read. Raises `Refusal`."""
        dialogue = str(question.body().get("convoId", ""))
        other = self._other(question, dialogue)
        latest = next(self.world.lists.newest_first(key_of(question.caller, other)), 0)
        self._read[question.caller, dialogue] = latest
        return {"convo": self._view(question, other)}

    async def accept(self, question: Question) -> Reply:
        """Accepts a dialogue; here all are from the beginning. Raises `Refusal`."""
        self._other(question, str(question.body().get("convoId", "")))
        return {}

    def _sent(self, question: Question, dialogue: str, message: object) -> Json:
        other, limits = self._other(question, dialogue), question.site.limits
        text = message.get("text") if isinstance(message, dict) else None
        if not isinstance(text, str):
            raise invalid('Error: Input/message must have the property "text"')
        if graphemes(text) > limits.message_graphemes:
            most = limits.message_graphemes
            raise invalid(f"Error: Input/message/text must not be longer than {most} graphemes")
        number = self.world.publish(
            question.caller, Said(text), kind=PostKind.MESSAGE, to=other
        )  # fmt: skip
        view = self._talks.message(self.world.post(number))
        return {name: value for name, value in view.items() if name != "$type"}

    def _view(self, question: Question, other: int) -> Json:
        me = question.caller
        dialogue, numbers = dialogue_id(me, other), self.world.lists.numbers(key_of(me, other))
        told: Json = {
            "id": dialogue,
            "rev": self._talks.rev(me, other),
            "members": [basic_of(self.world.account(one)) for one in (me, other)],
            "muted": False,
            "status": "accepted",
            "unreadCount": self._talks.unread(me, other, self._read.get((me, dialogue), 0)),
        }
        if numbers:
            told["lastMessage"] = self._talks.message(self.world.post(numbers[-1]))
        return told

    def _other(self, question: Question, dialogue: str) -> int:
        pair = pair_of(dialogue)
        if pair is None or question.caller not in pair:
            raise invalid("Convo not found", "InvalidConvo")
        other = pair[1] if pair[0] == question.caller else pair[0]
        if other not in self.world.accounts or self.world.account(other).network != NETWORK:
            raise invalid("Convo not found", "InvalidConvo")
        return other


def _guarded(do: Do, *, behind: bool) -> Do:
    async def guarded(question: Question) -> Reply:
        if behind and question.request.headers.get("atproto-proxy") != PROXY:
            raise not_served()
        if question.scope != FULL:
            raise narrow()
        return await do(question)

    return guarded
