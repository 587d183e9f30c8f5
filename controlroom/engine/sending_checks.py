"""The checks once more, right before a delivery is taken on: rules may have come since it was
written, and a draft may come from a desk that knew fewer of them.

What only a desk knows, its key of the case lists for one, is asked anew each time: what was found
once is forgotten as soon as that is other than before, and nothing is remembered of an answer that
may become too late.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import Content
from controlroom.outbound.checks import Surroundings, check
from controlroom.outbound.checks.answering import answerable
from controlroom.outbound.sending.jobs import Job

_REMEMBERED = 64
_NOTHING = Surroundings()


class BlockingRules:
    """Tells which rule blocks a job, and by what figure. Safe in several threads.

    A draft for many profiles is looked at once.

    Args:
        beside: returns what is known beside a draft, the same object until that has changed.
    """

    def __init__(self, beside: Callable[[], Surroundings] = lambda: _NOTHING) -> None:
        self._lock = Lock()
        self._beside, self._about = beside, _NOTHING
        self._known: OrderedDict[str, dict[str, str]] = OrderedDict()

    def __call__(self, job: Job) -> str:
        """Returns what blocks a job, "" if nothing does; taking back is never blocked."""
        if job.key.withdraws or not job.content.pieces_for(job.key.profile):
            return ""
        with self._lock:
            self._look_around()
            found = self._known.get(job.hash) if answerable(job.content) is None else None
            if found is None:
                found = self._known[job.hash] = blocked(job.content, self._about)
                if len(self._known) > _REMEMBERED:
                    self._known.popitem(last=False)
        return found.get(job.key.profile, "")

    def _look_around(self) -> None:
        about = self._beside()
        if about is not self._about:
            self._about = about
            self._known.clear()


def blocked(content: Content, about: Surroundings = _NOTHING) -> dict[str, str]:
    """Returns by profile the first rule that blocks a content, as `stopped_by` says it."""
    rules: dict[str, str] = {}
    for one in check(content, about):
        if one.verdict is Verdict.BLOCKS:
            for profile in one.profiles or content.targets:
                rules.setdefault(profile, stopped_by(one))
    return rules


def stopped_by(one: Finding) -> str:
    """Returns a rule as the record holds it: "too_long", or "too_long 412/280" with its limit."""
    if not one.limit:
        return one.rule
    return f"{one.rule} {one.figure}/{one.limit}"
