"""What YouTube keeps besides the world: who sees a video, what became of a comment, broadcasts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from controlroom.exercise.faces.youtube.doors import NETWORK
from controlroom.exercise.faces.youtube.ids import (
    comment_id,
    number_of_channel,
    number_of_video,
    path_of_comment,
)
from controlroom.exercise.world import Account, Denied, PostKind, World
from controlroom.exercise.world.post import SimPost


class Moderation(StrEnum):
    """How a comment stands."""

    PUBLISHED = "published"
    HELD = "heldForReview"
    REJECTED = "rejected"


class Stage(StrEnum):
    """How far a broadcast is."""

    CREATED = "created"
    TESTING = "testing"
    LIVE = "live"
    COMPLETE = "complete"


@dataclass(slots=True)
class Broadcast:
    """A live broadcast; its video is a post of the world.

    Attributes:
        gone: messages that were deleted from its chat, in that order.
    """

    stage: Stage = Stage.CREATED
    scheduled_ms: int = 0
    began_ms: int = 0
    ended_ms: int = 0
    gone: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Kept:
    """Only what was done through the API; nothing per post of the crowd.

    Attributes:
        privacy: of videos that are not public, with when they become so (0 for never).
        rejected: comments that were hidden for good; others that are hidden wait for a decision.
        rated: which channel likes which post.
    """

    world: World
    privacy: dict[int, tuple[str, int]] = field(default_factory=dict)
    rejected: set[int] = field(default_factory=set)
    rated: set[tuple[int, int]] = field(default_factory=set)
    broadcasts: dict[int, Broadcast] = field(default_factory=dict)
    categories: dict[int, str] = field(default_factory=dict)

    def privacy_of(self, video: SimPost) -> str:
        """Returns who sees a video, in YouTube's words."""
        told, public_ms = self.privacy.get(video.number, ("public", 0))
        return "public" if public_ms and public_ms <= self.world.clock.now_ms() else told

    def account(self, told: str) -> Account | None:
        """Returns the account of a channel's id, None if it is nobody's."""
        found = self.world.accounts.get(number_of_channel(told))
        return found if found is not None and found.network == NETWORK else None

    def video(self, told: str, viewer: int) -> SimPost | None:
        """Returns a video as far as somebody may see it."""
        post = self._post(number_of_video(told))
        if post is None or post.kind is not PostKind.VIDEO or post.deleted_ms:
            return None
        return post if self.sees(viewer, post) else None

    def sees(self, viewer: int, video: SimPost) -> bool:
        """Whether somebody may see a video."""
        return video.author == viewer or self.privacy_of(video) != "private"

    def comment(self, told: str, viewer: int) -> SimPost | None:
        """Returns a comment or an answer by its id as far as somebody may see it."""
        post = self.any_comment(told)
        return post if post is not None and self.is_shown(viewer, post) else None

    def any_comment(self, told: str) -> SimPost | None:
        """Returns a comment or an answer that was not deleted, rejected ones as well."""
        path = path_of_comment(told)
        post = self._post(path[-1]) if path else None
        if post is None or post.kind is not PostKind.COMMENT or post.deleted_ms:
            return None
        return post if self.id_of(post) == told else None

    def is_shown(self, viewer: int, comment: SimPost) -> bool:
        """Whether somebody sees a comment: its author and the video's owner, also if it waits."""
        if comment.deleted_ms or comment.number in self.rejected or not comment.root:
            return False
        video = self.world.post(comment.root)
        if video.deleted_ms or not self.sees(viewer, video):
            return False
        return not comment.hidden or viewer in (comment.author, video.author)

    def moderation_of(self, comment: SimPost) -> Moderation:
        """Returns how a comment stands."""
        if not comment.hidden:
            return Moderation.PUBLISHED
        rejected = comment.number in self.rejected
        return Moderation.REJECTED if rejected else Moderation.HELD

    def id_of(self, comment: SimPost) -> str:
        """Returns the id of a comment; all answers below one stand beside each other."""
        top = self.top_of(comment.number)
        return comment_id((top,) if top == comment.number else (top, comment.number))

    def top_of(self, number: int) -> int:
        """Returns the comment on a video below which a comment stands; it may be that itself."""
        columns = self.world.columns
        row = columns.row(number)
        while row.reply_to and row.reply_to != row.root:
            number = row.reply_to
            row = columns.row(number)
        return number

    def answers(self, top: int) -> list[int]:
        """Returns the answers below a comment at all depths, oldest first, without what is gone."""
        world, found, waiting = self.world, [], [top]
        while waiting:
            number = waiting.pop()
            if world.columns.replies(number):
                below = world.lists.numbers((NETWORK, "replies", number))
                waiting += below
                found += [one for one in below if not world.is_gone(one)]
        return sorted(found)

    def videos(self, before: int = 0) -> Iterator[SimPost]:
        """Yields all videos, newest first."""
        for number in self.world.lists.newest_first((NETWORK, "public", ""), before):
            if self.world.kind(number) is PostKind.VIDEO and not self.world.is_gone(number):
                yield self.world.post(number)

    def uploads(self, account: int, before: int = 0) -> Iterator[SimPost]:
        """Yields what a channel uploaded, newest first."""
        for number in self.world.lists.newest_first((NETWORK, "posts", account), before):
            if self.world.kind(number) is PostKind.VIDEO and not self.world.is_gone(number):
                yield self.world.post(number)

    def _post(self, number: int) -> SimPost | None:
        try:
            post = self.world.post(number)
        except Denied:
            return None
        return post if post.network == NETWORK else None
