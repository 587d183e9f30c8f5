"""Messages of a page to people: in their window, with a tag after it, or to who commented."""

from collections.abc import Mapping
from typing import Any

from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.finding import find
from controlroom.exercise.faces.facebook.gram_messaging import is_gram, to_gram
from controlroom.exercise.faces.facebook.ids import Stretch, message_id, named
from controlroom.exercise.faces.facebook.pictures import picture_of
from controlroom.exercise.faces.facebook.problems import Problem, bad, forbidden
from controlroom.exercise.faces.facebook.rights import MESSAGING, as_page
from controlroom.exercise.faces.facebook.shown_posts import PRIVATE_REPLY_MS
from controlroom.exercise.faces.facebook.shown_talks import WINDOW_MS, last_word
from controlroom.exercise.faces.facebook.things import Node, Thing, View, wall_of
from controlroom.exercise.world import Account, Media, MediaKind, PostKind, Said

Json = dict[str, Any]
LONGEST = 2_000
HUMAN_AGENT_MS = 7 * 86_400_000
_TYPES = ("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY")
_TAGS = ("HUMAN_AGENT", "ACCOUNT_UPDATE", "CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE")
_KINDS = {"video": MediaKind.VIDEO, "audio": MediaKind.AUDIO, "file": MediaKind.AUDIO}


def to_messages(view: View, page: Thing, call: Call) -> Json:
    """Sends a message. Raises `Problem`."""
    told = call.parsed("recipient")
    if not isinstance(told, dict):
        raise bad("Param recipient must be an object")
    if is_gram(told):
        return to_gram(view, page, told, call)
    owner = as_page(view, page, MESSAGING)
    if told.get("comment_id") or told.get("post_id"):
        return _privately(view, owner, str(told.get("comment_id") or told["post_id"]), call)
    person = _person(view, str(told.get("id", "")))
    if call.text("sender_action"):
        return {"recipient_id": view.book.owner_id(person)}
    _in_window(view, owner, person, call)
    return _send(view, owner, person, call)


def _send(view: View, owner: Account, person: Account, call: Call) -> Json:
    said = _said(view, owner, call)
    number = view.book.world.publish(owner.number, said, kind=PostKind.MESSAGE, to=person.number)
    return {"recipient_id": view.book.owner_id(person), "message_id": message_id(number)}


def _person(view: View, told: str) -> Account:
    name = named(told)
    person = view.book.world.accounts.get(name.number) if name else None
    if name is None or name.stretch is not Stretch.PERSON or person is None:
        raise bad("No matching user found", 2018001)
    return person


def _in_window(view: View, owner: Account, person: Account, call: Call) -> None:
    """A page answers within a day; with a tag for people of the page within seven."""
    kind, tag = call.text("messaging_type") or "RESPONSE", call.text("tag")
    if kind not in _TYPES:
        raise bad(f"Param messaging_type must be one of {{{', '.join(_TYPES)}}}")
    if kind == "MESSAGE_TAG" and tag not in _TAGS:
        raise bad("Tag is required when the messaging type is MESSAGE_TAG", 2018199)
    written = last_word(view, owner.number, person.number)
    since = view.book.world.clock.now_ms() - written
    longest = HUMAN_AGENT_MS if kind == "MESSAGE_TAG" and tag == "HUMAN_AGENT" else WINDOW_MS
    freely = kind == "MESSAGE_TAG" and tag != "HUMAN_AGENT"
    if not written or (since > longest and not freely):
        raise Problem(
            10,
            "(#10) This message is sent outside of allowed window. Learn more about the new policy "
            "here: https://developers.facebook.com/docs/messenger-platform/policy-overview",
            subcode=2018278,
        )


def _privately(view: View, owner: Account, told: str, call: Call) -> Json:
    """Answers a comment or a visitor's post by message: once, within seven days."""
    thing = find(view, told, "post")
    if thing.node not in (Node.COMMENT, Node.POST) or not thing.number:
        raise bad("Invalid comment_id")
    world, post = view.book.world, thing.said
    if wall_of(view, post).number != owner.number:
        raise forbidden("Permissions error")
    if thing.number in view.book.replied:
        raise Problem(10900, "(#10900) Activity already replied to")
    if post.author == owner.number or world.clock.now_ms() - post.created_ms > PRIVATE_REPLY_MS:
        raise Problem(10903, "(#10903) This user cant reply to this activity")
    view.book.usage.private_reply(owner.number)
    sent = _send(view, owner, world.account(post.author), call)
    view.book.replied.add(thing.number)
    return sent


def _said(view: View, owner: Account, call: Call) -> Said:
    message = call.parsed("message")
    if not isinstance(message, dict):
        raise bad("Param message must be an object")
    text, attachment = message.get("text", ""), message.get("attachment")
    if not isinstance(text, str) or len(text) > LONGEST:
        raise bad(f"Length of param message[text] must be less than or equal to {LONGEST}", 2018109)
    media = (_attached(view, owner, attachment, call),) if isinstance(attachment, dict) else ()
    if not (text.strip() or media):
        raise bad("The parameter message is empty", 2018008)
    return Said(text, media=media)


def _attached(view: View, owner: Account, told: Mapping[str, Any], call: Call) -> Media:
    body, kind = call.file(), told.get("type")
    if not body:
        raise bad("Failed to fetch the file from the url", 2018008)
    if kind == "image":
        media, stretch = picture_of(body, ""), Stretch.LOOSE_PHOTO
    elif kind in _KINDS:
        media, stretch = Media("", _KINDS[kind], width=1280, height=720), Stretch.LOOSE_VIDEO
    else:
        raise bad("Invalid attachment type", 2018047)
    return view.book.add_upload(owner.number, media, stretch, body).media
