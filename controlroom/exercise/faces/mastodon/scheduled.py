"""Posts that wait for their time, by the exercise's clock."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply, Site
from controlroom.exercise.faces.mastodon.drafts import Draft
from controlroom.exercise.faces.mastodon.moments import day, read_ms, written_ms
from controlroom.exercise.faces.mastodon.problems import invalid, not_found
from controlroom.exercise.faces.mastodon.view import status_id

Json = dict[str, Any]
Publish = Callable[[Site, int, Draft], int]
_PATH = "/api/v1/scheduled_statuses"
_LOOKS_EVERY_S = 0.2


@dataclass(slots=True)
class Waiting:
    """A post that waits."""

    id: str
    owner: int
    draft: Draft
    at_ms: int
    told: Json


@dataclass(slots=True)
class Scheduled:
    """All that wait."""

    _waiting: dict[str, Waiting] = field(default_factory=dict)
    _made: int = 0

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        one = f"{_PATH}/{{id}}"
        return [
            Call("GET", _PATH, self.all, "read:statuses"),
            Call("GET", one, self.show, "read:statuses"),
            Call("PUT", one, self.move, "write:statuses"),
            Call("DELETE", one, self.cancel, "write:statuses"),
        ]

    def add(self, question: Question, draft: Draft, at_ms: int) -> Json:
        """Lets a post wait, and returns how it is told. Raises `Refusal`."""
        self._hold_against(question, at_ms)
        self._made += 1
        told = {"params": _parameters(question, draft)}
        media = question.view.attachments(draft.said)
        waiting = Waiting(
            str(self._made), question.caller.number, draft, at_ms,
            told | {"media_attachments": media},
        )  # fmt: skip
        self._waiting[waiting.id] = waiting
        return _shown(waiting)

    async def all(self, question: Question) -> Reply:
        """The caller's, those that were made last first."""
        own = [one for one in self._waiting.values() if one.owner == question.caller.number]
        return Reply([_shown(one) for one in reversed(own)])

    async def show(self, question: Question) -> Reply:
        """One of them."""
        return Reply(_shown(self._own(question)))

    async def move(self, question: Question) -> Reply:
        """Gives one another time."""
        waiting = self._own(question)
        at_ms = read_ms(question.sent.text("scheduled_at")) or 0
        self._hold_against(question, at_ms, besides=waiting)
        waiting.at_ms = at_ms
        return Reply(_shown(waiting))

    async def cancel(self, question: Question) -> Reply:
        """Forgets one."""
        del self._waiting[self._own(question).id]
        return Reply({})

    def publish_due(self, site: Site, publish: Publish) -> None:
        """Publishes those whose time has come."""
        now = site.world.clock.now_ms()
        due = [one for one in self._waiting.values() if one.at_ms <= now]
        for one in sorted(due, key=lambda waiting: waiting.at_ms):
            del self._waiting[one.id]
            publish(site, one.owner, one.draft)

    def looking(self, site: Site, publish: Publish) -> Callable[[web.Application], Any]:
        """Returns what looks for them as long as an application runs."""

        async def look(_: web.Application) -> AsyncIterator[None]:
            task = asyncio.create_task(self._look(site, publish))
            yield
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

        return look

    async def _look(self, site: Site, publish: Publish) -> None:
        while True:
            await asyncio.sleep(_LOOKS_EVERY_S)
            self.publish_due(site, publish)

    def _own(self, question: Question) -> Waiting:
        waiting = self._waiting.get(question.request.match_info["id"])
        if waiting is None or waiting.owner != question.caller.number:
            raise not_found()
        return waiting

    def _hold_against(self, question: Question, at_ms: int, besides: Waiting | None = None) -> None:
        limits, now = question.site.limits, question.world.clock.now_ms()
        own = [one for one in self._waiting.values() if one.owner == question.caller.number]
        others = [one for one in own if one is not besides]
        if at_ms < now + limits.scheduled_least_s * 1000:
            raise invalid("Scheduled at The scheduled date must be in the future")
        if len(others) >= limits.scheduled_total:
            most = limits.scheduled_total
            raise invalid(f"You have exceeded the limit of {most} scheduled posts")
        if sum(day(one.at_ms) == day(at_ms) for one in others) >= limits.scheduled_day:
            most = limits.scheduled_day
            raise invalid(f"You have exceeded the limit of {most} scheduled posts for today")


def _shown(waiting: Waiting) -> Json:
    return {"id": waiting.id, "scheduled_at": written_ms(waiting.at_ms)} | waiting.told


def _parameters(question: Question, draft: Draft) -> Json:
    sent, said = question.sent, draft.said
    answered = question.world.post(draft.reply_to) if draft.reply_to else None
    poll = sent.inner("poll")
    return {
        "text": said.text, "language": said.language, "visibility": draft.visibility,
        "sensitive": draft.sensitive, "spoiler_text": said.warning or None,
        "media_ids": [str(one) for one in sent.listed("media_ids")] or None,
        "poll": poll.values if poll else None, "scheduled_at": None, "with_rate_limit": False,
        "in_reply_to_id": status_id(answered) if answered else None,
        "idempotency": question.request.headers.get("Idempotency-Key"),
        "application_id": question.grant.app if question.grant else 0,
        "quoted_status_id": sent.text("quoted_status_id") or None,
    }  # fmt: skip
