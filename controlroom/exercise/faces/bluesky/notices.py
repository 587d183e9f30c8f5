"""Notifications: who answered, mentioned, quoted or passed on."""

from collections.abc import Iterator
from heapq import merge

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply
from controlroom.exercise.faces.bluesky.kept import Json
from controlroom.exercise.faces.bluesky.moments import read_ms, written_ms
from controlroom.exercise.faces.bluesky.paging import page_of
from controlroom.exercise.faces.bluesky.people import view_of
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import PostKind, SimPost, World

_LEVELS = 5
"""An answer is told to those up to so many posts above it."""
_LISTS = ("mentions", "under", "quoted")


class Notices:
    """Tells of notifications, and which have been seen."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        return [
            Call("GET", "app.bsky.notification.listNotifications", self.listed),
            Call("GET", "app.bsky.notification.getUnreadCount", self.unread),
            Call("POST", "app.bsky.notification.updateSeen", self.see),
        ]

    async def listed(self, question: Question) -> Reply:
        """The caller's notifications, newest first."""
        me, world, reasons = question.caller, question.world, question.listed("reasons")

        def wanted(post: SimPost) -> bool:
            reason = reason_for(world, post, me)
            return bool(reason) and (not reasons or reason in reasons)

        found, cursor = page_of(question, lambda before: _numbers(world, me, before), wanted)
        seen = self._seen.get(me, 0)
        told = [_notice(question, post, seen) for post in found]
        return cursor | {
            "notifications": told, "priority": False, "seenAt": written_ms(seen),
        }  # fmt: skip

    async def unread(self, question: Question) -> Reply:
        """How many the caller has not seen."""
        me, world = question.caller, question.world
        seen, count = self._seen.get(me, 0), 0
        for number in _numbers(world, me, 0):
            if world.columns.created_ms(number) <= seen or count >= 100:
                break
            count += bool(reason_for(world, world.post(number), me))
        return {"count": count}

    async def see(self, question: Question) -> Reply:
        """Marks everything until a moment as seen."""
        told = read_ms(str(question.body().get("seenAt", "")))
        self._seen[question.caller] = told or question.world.clock.now_ms()
        return None


def reason_for(world: World, post: SimPost, me: int) -> str:
    """Returns why a post is told to an account, "" if it is not."""
    if post.author == me or post.kind is PostKind.MESSAGE:
        return ""
    if post.quote and world.columns.row(post.quote).author == me:
        return "repost" if post.kind is PostKind.REPOST else "quote"
    if _answers(world, post, me):
        return "reply"
    mentioned = world.lists.holds((NETWORK, "mentions", me), post.number)
    return "mention" if mentioned else ""


def _answers(world: World, post: SimPost, me: int) -> bool:
    above = post.reply_to
    for _ in range(_LEVELS):
        if not above:
            return False
        row = world.columns.row(above)
        if row.author == me:
            return True
        above = row.reply_to
    return False


def _numbers(world: World, me: int, before: int) -> Iterator[int]:
    lists = (world.lists.newest_first((NETWORK, what, me), before) for what in _LISTS)
    last = 0
    for number in merge(*lists, reverse=True):
        if number != last and not world.is_gone(number):
            yield number
        last = number


def _notice(question: Question, post: SimPost, seen_ms: int) -> Json:
    world, site = question.world, question.site
    reason = reason_for(world, post, question.caller)
    told = {
        "uri": str(site.kept.uri(post.number)),
        "cid": site.records.cid(post.number),
        "author": view_of(world.account(post.author)),
        "reason": reason,
        "record": site.records.of(post),
        "isRead": post.created_ms <= seen_ms,
        "indexedAt": written_ms(post.created_ms),
        "labels": [],
    }
    subject = {"reply": post.reply_to, "quote": post.quote, "repost": post.quote}.get(reason, 0)
    return told | ({"reasonSubject": str(site.kept.uri(subject))} if subject else {})
