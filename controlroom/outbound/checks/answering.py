"""Answers that a network takes for a while only after somebody has spoken."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from controlroom.feeds.outgoing.ways import AnswerWindow, writing_of
from controlroom.model import clock
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Finding
from controlroom.model.outgoing.content import Content, Target
from controlroom.outbound.checks.look import Look, finding

_KEY = "answer_late"


@dataclass(frozen=True, slots=True)
class Answerable:
    """Until when a draft answers somebody.

    Attributes:
        network: its key.
        until: when it has to have left, aware.
        window: what the network says about that.
    """

    network: str
    until: datetime
    window: AnswerWindow

    def is_over(self, at: datetime) -> bool:
        """Returns whether what leaves at a moment is too late."""
        return at > self.until


def answerable(content: Content) -> Answerable | None:
    """Returns until when a draft answers somebody, None where that is for good or not known."""
    about = content.about
    if about is None or about.heard is None or not content.targets:
        return None
    network = content.targets[0].partition("/")[0]
    way = writing_of(network).acts.get(content.act)
    window = way.answers.get(Target.COMMENT if about.comment else Target.MESSAGE) if way else None
    if window is None:
        return None
    return Answerable(network, about.heard + timedelta(seconds=window.within_s), window)


def about_answering(seen: Look) -> Iterator[Finding]:
    """Yields that an answer would leave too late, now or at its time."""
    content, now = seen.content, clock.now()
    known = answerable(content)
    if known is not None and known.is_over(max(content.at or now, now)):
        for text in seen.said():
            found = finding(_KEY, text)
            yield replace(found, verdict=known.window.verdict, profiles=content.targets)
            return
