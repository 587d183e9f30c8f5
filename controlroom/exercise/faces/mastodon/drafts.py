"""What somebody wants to publish, read from what was sent and held against the server's rules."""

import re
from dataclasses import dataclass, replace

from controlroom.exercise.faces.mastodon.calls import Question
from controlroom.exercise.faces.mastodon.limits import Limits
from controlroom.exercise.faces.mastodon.markup import mentioned
from controlroom.exercise.faces.mastodon.parameters import Parameters
from controlroom.exercise.faces.mastodon.problems import Refusal, invalid
from controlroom.exercise.faces.mastodon.uploads import Uploads
from controlroom.exercise.faces.mastodon.view import post_of
from controlroom.exercise.world import MediaKind, PostKind, Said
from controlroom.exercise.world.post import Poll

_VISIBILITIES = ("public", "unlisted", "private", "direct")
_LINK = re.compile(r"https?://[^\s<>\"]+")
_SERVER = re.compile(r"(@[\w.\-]+)@[\w.\-]+\w")


@dataclass(frozen=True, slots=True)
class Draft:
    """A post that is to be published.

    Attributes:
        poll_s: how long a poll is to last, from the moment it is published; 0 for no poll.
        reply_to, quote: numbers of posts.
        to: account a direct message is for.
    """

    said: Said
    visibility: str = "public"
    sensitive: bool = False
    reply_to: int = 0
    quote: int = 0
    to: int = 0
    poll_s: int = 0

    def said_at(self, ms: int) -> Said:
        """Returns the words as published at a moment."""
        poll = self.said.poll
        if poll is None:
            return self.said
        return replace(self.said, poll=replace(poll, closes_ms=ms + self.poll_s * 1000))


def draft_of(question: Question, uploads: Uploads) -> Draft:
    """Returns what was sent, held against the rules. Raises `Refusal`."""
    sent, limits = question.sent, question.site.limits
    said, poll_s = said_of(question, uploads, Said("", question.caller.language))
    visibility = sent.text("visibility") or "public"
    if visibility not in _VISIBILITIES:
        raise invalid("Visibility is not included in the list")
    draft = Draft(
        said, visibility, sent.flag("sensitive"), _referred(question, "in_reply_to_id"),
        _referred(question, "quoted_status_id"), poll_s=poll_s,
    )  # fmt: skip
    _hold_against(limits, said)
    return replace(draft, to=_addressee(question, draft)) if visibility == "direct" else draft


def said_of(question: Question, uploads: Uploads, before: Said) -> tuple[Said, int]:
    """Returns the words, and how long a poll is to last. Raises `Refusal`.

    Args:
        before: what stands where nothing was sent.
    """
    sent, limits = question.sent, question.site.limits
    ids = [str(told) for told in sent.listed("media_ids")]
    if len(ids) > limits.attachments:
        raise invalid(f"Cannot attach more than {limits.attachments} files")
    media = uploads.taken(ids, question.caller.number, before.media)
    if len(media) > 1 and any(one.kind is not MediaKind.IMAGE for one in media):
        raise invalid("Cannot attach a video to a post that already contains images")
    asked = sent.inner("poll")
    if asked and media:
        raise invalid("Cannot attach files and a poll")
    poll, poll_s = _poll(asked, limits) if asked else (None, 0)
    said = Said(
        sent.text("status", before.text), sent.text("language") or before.language,
        media, poll, sent.text("spoiler_text", before.warning),
    )  # fmt: skip
    if not said.text.strip() and not media:
        raise invalid("Text can't be blank")
    return said, poll_s


def edited(question: Question, uploads: Uploads, before: Said) -> Said:
    """Returns the words a post is to have from now on. Raises `Refusal`."""
    said, poll_s = said_of(question, uploads, before)
    _hold_against(question.site.limits, said)
    if said.poll is None:
        return said
    closes = question.world.clock.now_ms() + poll_s * 1000
    if before.poll and before.poll.options == said.poll.options:
        return replace(said, poll=replace(before.poll, closes_ms=closes))
    return replace(said, poll=replace(said.poll, closes_ms=closes))


def counted(text: str, per_link: int) -> int:
    """Returns the characters of a text as Mastodon counts them."""
    return len(_SERVER.sub(r"\1", _LINK.sub("x" * per_link, text)))


def _hold_against(limits: Limits, said: Said) -> None:
    if counted(said.text, limits.per_link) + len(said.warning) > limits.characters:
        raise invalid(f"Text character limit of {limits.characters} exceeded")


def _referred(question: Question, name: str) -> int:
    told = question.sent.text(name)
    if not told:
        return 0
    post = post_of(question.kept, told)
    if post is None or not question.view.is_shown(post):
        what = "reply to" if name.startswith("in_reply") else "quote"
        raise Refusal(404, f"The post you are trying to {what} does not appear to exist.")
    return post.quote if post.kind is PostKind.REPOST else post.number


def _addressee(question: Question, draft: Draft) -> int:
    """Returns whom a direct message is for: who is named first, or who is answered."""
    for handle in mentioned(draft.said.text):
        found = question.kept.account(handle)
        if found is not None and found.number != question.viewer:
            return found.number
    if draft.reply_to:
        answered = question.world.post(draft.reply_to)
        return answered.to if answered.author == question.viewer else answered.author
    return question.viewer


def _poll(asked: Parameters, limits: Limits) -> tuple[Poll, int]:
    options = [str(one) for one in asked.listed("options") if str(one).strip()]
    seconds = asked.whole("expires_in")
    if not 2 <= len(options) <= limits.poll_options:
        raise invalid(f"Options must be 2 to {limits.poll_options} items")
    if any(len(one) > limits.poll_characters for one in options):
        raise invalid(f"Options can't be longer than {limits.poll_characters} characters each")
    if len(set(options)) < len(options):
        raise invalid("Options contain duplicates")
    if not limits.poll_least_s <= seconds <= limits.poll_most_s:
        raise invalid("Expires at is out of bounds")
    return Poll(tuple(options), (0,) * len(options), 0), seconds
