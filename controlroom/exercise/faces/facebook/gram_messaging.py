"""Messages on Instagram: to who has written, within the window, or once to who commented."""

from collections.abc import Mapping
from typing import Any

from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.finding import find
from controlroom.exercise.faces.facebook.gram_talks import MESSAGES, account_of, last_word
from controlroom.exercise.faces.facebook.ids import Stretch, gram_message_id, id_of, named
from controlroom.exercise.faces.facebook.problems import Problem, bad, forbidden
from controlroom.exercise.faces.facebook.rights import need
from controlroom.exercise.faces.facebook.things import GRAM, Node, Thing, View
from controlroom.exercise.world import Account, PostKind, Said

Json = dict[str, Any]
LONGEST_BYTES = 1_000
WINDOW_MS, HUMAN_AGENT_MS, PRIVATE_REPLY_MS = 86_400_000, 7 * 86_400_000, 7 * 86_400_000


def is_gram(recipient: Mapping[str, Any]) -> bool:
    """Whether a message is for somebody on Instagram."""
    told = recipient.get("comment_id") or recipient.get("id") or ""
    name = named(str(told))
    return name is not None and name.stretch in (Stretch.GRAM_USER, Stretch.GRAM_COMMENT)


def to_gram(view: View, page: Thing, recipient: Mapping[str, Any], call: Call) -> Json:
    """Sends a message in the name of a page's account. Raises `Problem`."""
    need(view, MESSAGES)
    account = account_of(view, page.number) if view.page == page.number else None
    if account is None:
        raise forbidden("Application does not have permission for this action", 10)
    if recipient.get("comment_id"):
        return _privately(view, account, str(recipient["comment_id"]), call)
    person = _person(view, str(recipient["id"]))
    longest = HUMAN_AGENT_MS if call.text("tag") == "HUMAN_AGENT" else WINDOW_MS
    written = last_word(view, account.number, person.number)
    if not written or view.book.world.clock.now_ms() - written > longest:
        said = "(#10) This message is sent outside of allowed window."
        raise Problem(10, said, subcode=2534022)
    return _send(view, account, person.number, call)


def _person(view: View, told: str) -> Account:
    name = named(told)
    person = view.book.world.accounts.get(name.number) if name else None
    if person is None or person.network != GRAM:
        raise bad("No matching user found", 2534014)
    return person


def _privately(view: View, account: Account, told: str, call: Call) -> Json:
    """Answers a comment below a post of the account by message: once, within seven days."""
    one = find(view, told, "post")
    if one.node is not Node.GRAM_COMMENT:
        raise bad("Invalid comment_id")
    world, comment = view.book.world, one.said
    if world.columns.row(comment.root).author != account.number:
        raise forbidden("Application does not have permission for this action", 10)
    if one.number in view.book.replied:
        raise Problem(10900, "(#10900) Activity already replied to")
    if comment.author == account.number or (
        world.clock.now_ms() - comment.created_ms > PRIVATE_REPLY_MS
    ):
        raise Problem(10903, "(#10903) This user cant reply to this activity")
    sent = _send(view, account, comment.author, call)
    view.book.replied.add(one.number)
    return sent


def _send(view: View, account: Account, person: int, call: Call) -> Json:
    message = call.parsed("message")
    text = message.get("text", "") if isinstance(message, dict) else ""
    if not isinstance(text, str) or not text.strip():
        raise bad("The parameter message is empty", 2018008)
    if len(text.encode()) > LONGEST_BYTES:
        raise bad(f"Message cannot exceed {LONGEST_BYTES} bytes", 2534025)
    number = view.book.world.publish(account.number, Said(text), kind=PostKind.MESSAGE, to=person)
    return {
        "recipient_id": id_of(Stretch.GRAM_USER, person), "message_id": gram_message_id(number),
    }  # fmt: skip
