"""Carries an inject out: who says it, in which words, on which networks, spread over how long."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from controlroom.exercise.clock import moment_of
from controlroom.exercise.faults import Faults
from controlroom.exercise.planned import InjectState, Planned
from controlroom.exercise.scenario.plan import Inject
from controlroom.exercise.talk.chance import Dice, mix, number_of, stream
from controlroom.exercise.talk.habits import worn
from controlroom.exercise.talk.voice import media_of
from controlroom.exercise.traffic.manners import manners_of
from controlroom.exercise.traffic.recent import OURS
from controlroom.exercise.traffic.traffic import Traffic
from controlroom.exercise.world import Account, Media, PostKind, Said

_MENTION = re.compile(r"@(\w+)")


@dataclass(slots=True)
class Acting:
    """Sends injects into the traffic.

    Attributes:
        heard: called with the number of each post and the inject that made it.
    """

    traffic: Traffic
    faults: Faults
    seed: int
    heard: Callable[[int, Planned], None]

    def send(self, planned: Planned, at_ms: int) -> None:
        """Sends an inject now; what it spreads over time comes in its turn."""
        inject = planned.inject
        planned.state, planned.sent_at = InjectState.SENT, moment_of(at_ms)
        if inject.fault is not None:
            fault, lasts = inject.fault, inject.fault.lasts
            until = at_ms + round(lasts.total_seconds() * 1000) if lasts else 0
            self.faults.set(fault.network, fault.kind, until)
        speakers = list(self._speakers(inject))
        step = inject.spread.total_seconds() * 1000 / max(1, len(speakers))
        chance = stream(self.seed, "inject", inject.id)
        for nth, speaker in enumerate(speakers):
            at = at_ms + int(step * (nth + chance.random())) if step else at_ms
            self._say(planned, speaker, nth, at, now=not step)
        self.traffic.wake(inject.id, at_ms)

    def _speakers(self, inject: Inject) -> Iterator[Account]:
        stage = self.traffic.stage
        if inject.by:
            for (key, network), account in stage.people.items():
                if key == inject.by and (not inject.networks or network in inject.networks):
                    yield account
        elif inject.ours is not None:
            # The largest profiles come first in the force's list; people answer what is newest.
            yield from reversed(stage.chosen(inject.ours))
        elif inject.crowd:
            yield from self._crowd(inject)

    def _crowd(self, inject: Inject) -> Iterator[Account]:
        """People of the crowd, each once."""
        chance = stream(self.seed, "crowd", inject.id)
        crowd, met = self.traffic.stage.crowd, set[int]()
        networks = [one for one in inject.networks if crowd.size(one)]
        for nth in range(inject.crowd if networks else 0):
            network = networks[nth % len(networks)]
            number = crowd.person(network, chance.randrange(crowd.size(network)))
            if number not in met:
                met.add(number)
                yield self.traffic.stage.world.accounts[number]

    def _say(self, planned: Planned, speaker: Account, nth: int, at: int, *, now: bool) -> None:
        if now:
            self._publish(planned, speaker, nth, at)
        else:
            self.traffic.later(at, lambda at_ms: self._publish(planned, speaker, nth, at_ms))

    def _publish(self, planned: Planned, speaker: Account, nth: int, at_ms: int) -> None:
        inject, network = planned.inject, speaker.network
        target = self._target(inject, network, nth)
        to = self._to(inject, network, target, nth)
        number = self.traffic.stage.world.publish(
            speaker.number,
            self._said(inject, speaker, nth),
            kind=self._kind(inject, speaker, target),
            reply_to=target,
            to=to,
            at_ms=at_ms,
        )
        self.traffic.recent.add(inject.id, network, number)
        planned.posts.append(number)
        self.heard(number, planned)

    def _target(self, inject: Inject, network: str, nth: int) -> int:
        """What it answers; where nobody publishes for themselves, a post of ours."""
        share = mix(self.seed, number_of(inject.id), nth) % 1000 / 1000
        names = inject.replies_to
        if not names and (inject.ours is not None or inject.to or manners_of(network).open):
            return 0
        if inject.kind is PostKind.MESSAGE:
            return 0
        return self.traffic.recent.newest(names or (OURS,), network, share, share)

    def _to(self, inject: Inject, network: str, target: int, nth: int) -> int:
        """Whom a message is for, or on whose page it is written."""
        if not inject.to or target:
            return 0
        found = self.traffic.stage.profile(network, inject.to)
        if found is None:
            ours = [one for one in self.traffic.stage.profiles.values() if one.network == network]
            found = ours[nth % len(ours)] if ours else None
        page = inject.kind is PostKind.MESSAGE or not manners_of(network).open
        return found.number if found is not None and page else 0

    def _kind(self, inject: Inject, speaker: Account, target: int) -> PostKind:
        manners = manners_of(speaker.network)
        if inject.kind is not None:
            return inject.kind
        if speaker.ours:
            return manners.ours
        return manners.reply if target else PostKind.STATUS

    def _said(self, inject: Inject, speaker: Account, nth: int) -> Said:
        text = inject.text or self._line(inject, speaker, nth)
        return Said(
            self._addressed(text, speaker.network), inject.language, self._media(inject, nth),
            warning=inject.warning,
        )  # fmt: skip

    def _line(self, inject: Inject, speaker: Account, nth: int) -> str:
        speech = self.traffic.stage.speech
        dice = Dice(mix(self.seed, number_of(inject.id), nth))
        topic = speech.topic(dice.below(1 << 30), {"US": "police", "THEM": "", "CLOCK": ""})
        text = speech.rule(inject.says, inject.language)(dice, topic)
        if speaker.ours:
            return text
        english = inject.language == "en"
        return worn(text.strip(), number_of(speaker.handle), dice, english=english)

    def _addressed(self, text: str, network: str) -> str:
        """Names our profiles as this network writes them."""

        def written(found: re.Match[str]) -> str:
            profile = self.traffic.stage.profile(network, found[1])
            return f"@{profile.handle}" if profile else found[0]

        return _MENTION.sub(written, text)

    def _media(self, inject: Inject, nth: int) -> tuple[Media, ...]:
        if not inject.scene:
            return ()
        grain = mix(self.seed, number_of(inject.id), nth if not inject.ours else 0) & 0x3FFFFFFF
        return (media_of(inject.scene, grain, clip=inject.clip, alt=inject.alt),)
