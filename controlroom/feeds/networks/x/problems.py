"""What X's refusals mean, and what its headers tell of its allowances.

X counts each kind of question by itself, for each profile; what is asked in the application's own
name is counted for the application.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from controlroom.feeds import clock
from controlroom.feeds.base import Budget, Per
from controlroom.feeds.errors import BudgetUsed, ReadError
from controlroom.feeds.networks.x import shape
from controlroom.feeds.networks.x.errors import QuestionRefused, ReadsUsedUp
from controlroom.feeds.wire import Budgets, Refusal, Refused
from controlroom.model.decoding import decoder

HEADERS = "x-rate-limit"
_ALLOWANCES: tuple[tuple[re.Pattern[str], str, Per], ...] = (
    (re.compile(r"/2/users/[^/]+/timelines/reverse_chronological"), "home", Per.PROFILE),
    (re.compile(r"/2/users/[^/]+/mentions"), "mentions", Per.PROFILE),
    (re.compile(r"/2/users/[^/]+/tweets"), "posts", Per.PROFILE),
    (re.compile(r"/2/lists/[^/]+/tweets"), "list", Per.PROFILE),
    (re.compile(r"/2/dm_events"), "messages", Per.PROFILE),
    (re.compile(r"/2/tweets/search/recent"), "search", Per.PROFILE),
    (re.compile(r"/2/tweets/search/stream/rules"), "rules", Per.APP),
    (re.compile(r"/2/tweets/search/stream"), "stream", Per.APP),
    (re.compile(r"/2/tweets"), "lookup", Per.PROFILE),
    (re.compile(r"/2/users/me"), "me", Per.PROFILE),
)

_PLACE_TAKEN = timedelta(seconds=15)
_USED_UP = ("usage-capped", "credits")
_refused = decoder(shape.Refused).decode


def budgets_at(now: Callable[[], datetime]) -> Budgets:
    """Returns what reads the budget headers of an answer."""

    def budgets(path: str, headers: Mapping[str, str]) -> tuple[Budget, ...]:
        name, per = allowance(path)
        told = clock.budget_of(headers, HEADERS, now()) if name else None
        return (replace(told, name=name, per=per),) if told else ()

    return budgets


def refused_at(now: Callable[[], datetime]) -> Refused:
    """Returns what tells the meaning of a refusal."""

    def refused(refusal: Refusal) -> ReadError | None:
        told = _read(refusal.body)
        if refusal.status == 402 or told.kind() in _USED_UP:
            return ReadsUsedUp(host=refusal.host, resets_at=now() + clock.LONGEST_WAIT)
        if refusal.status == 429:
            return _too_many(refusal, told, now())
        if refusal.status == 400:
            return QuestionRefused(host=refusal.host, parameters=parameters_of(told))
        return None

    return refused


def parameters_of(told: shape.Refused) -> frozenset[str]:
    """Returns which parts of a question X complains of."""
    named = [told.parameter, *(told.parameters or ())]
    for problem in told.errors or ():
        named += [problem.parameter, *(problem.parameters or ())]
    return frozenset(name for name in named if name)


def _too_many(refusal: Refusal, told: shape.Refused, now: datetime) -> BudgetUsed:
    if told.connection_issue:
        # The place is taken by a connection that broke and that X still holds for alive.
        until = now + _PLACE_TAKEN
    else:
        until = clock.whole_again(refusal.headers, HEADERS, now)
    name, _ = allowance(refusal.asked)
    return BudgetUsed(host=refusal.host, resets_at=until, allowance=name)


def allowance(path: str) -> tuple[str, Per]:
    """Returns the name of what a question draws on, "" if it has none, and who shares it."""
    known = ((name, per) for form, name, per in _ALLOWANCES if form.fullmatch(path))
    return next(known, ("", Per.PROFILE))


def _read(body: bytes) -> shape.Refused:
    """Returns a refusal; nothing in particular if it is none of X's."""
    try:
        return _refused(body)
    except (ValueError, RecursionError):
        return shape.Refused()
