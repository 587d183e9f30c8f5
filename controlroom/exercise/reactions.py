"""How simulated people take what the desk publishes: thanks, questions, doubts, shares, likes.

How many follows from the profile's reach; who and what from the seed and from what was published.
"""

from random import Random

from controlroom.exercise.record import Deed, DeedKind
from controlroom.exercise.talk.chance import Dice, mix, number_of, stream
from controlroom.exercise.talk.habits import worn
from controlroom.exercise.traffic.manners import manners_of
from controlroom.exercise.traffic.traffic import Act, Traffic
from controlroom.exercise.world import Account, PostKind, Said, SimPost

_MOODS = (("thanks_us", 46), ("more_us", 32), ("doubt_us", 13), ("hostile", 9))
_ANSWERED = 0.55
"""Share of people who say something when they are answered."""
_MOST = 24
_HALF_LIFE_MS = 240_000
_LIKES = 6


class Reactions:
    """Plans what people do about each deed of the desk."""

    def __init__(self, traffic: Traffic, seed: int) -> None:
        self._traffic = traffic
        self._world = traffic.stage.world
        self._seed = seed

    def react(self, deed: Deed) -> None:
        """Plans the reactions to a deed."""
        post = self._world.post(deed.number)
        profile = self._world.account(post.author)
        text = number_of(post.said.text)
        chance = stream(self._seed, "reaction", text, profile.network, profile.handle, post.to)
        match deed.kind:
            case DeedKind.STATEMENT:
                self._public(post, profile, chance)
            case DeedKind.ANSWER | DeedKind.MESSAGE:
                self._answered(post, deed, chance)

    def _public(self, post: SimPost, profile: Account, chance: Random) -> None:
        reach = min(_MOST, 1 + round(profile.followers**0.42 / 9))
        for _ in range(reach):
            author = self._somebody(post.network, chance)
            self._later(post, author, chance, chance.random())
        if manners_of(post.network).reposts:
            for _ in range(reach // 2):
                self._share(post, self._somebody(post.network, chance), chance)
        for _ in range(_LIKES):
            by = 1 + int(reach * chance.random() * 3)
            self._at(post, chance, lambda at, by=by: self._like(post.number, by))  # type: ignore[misc]

    def _answered(self, post: SimPost, deed: Deed, chance: Random) -> None:
        """Whoever was answered says something, or likes it and is silent."""
        speaks, mood = chance.random() < _ANSWERED, chance.random()
        if not deed.to or self._world.account(deed.to).ours:
            return
        if speaks:
            self._later(post, deed.to, chance, mood)
        elif post.kind is not PostKind.MESSAGE:
            self._at(post, chance, lambda at: self._like(post.number, 1))

    def _later(self, post: SimPost, author: int, chance: Random, mood: float) -> None:
        grain = chance.getrandbits(48)
        if author:
            self._at(post, chance, lambda at: self._reply(post, author, _mood(mood), grain, at))

    def _share(self, post: SimPost, author: int, chance: Random) -> None:
        if author:
            self._at(post, chance, lambda at: self._repost(post, author, at))

    def _at(self, post: SimPost, chance: Random, act: Act) -> None:
        wait = 8_000 + int(chance.expovariate(1) * _HALF_LIFE_MS)
        self._traffic.later(post.created_ms + wait, act)

    def _somebody(self, network: str, chance: Random) -> int:
        crowd, draw = self._traffic.stage.crowd, chance.random()
        return crowd.somebody(network, draw) if crowd.size(network) else 0

    def _reply(self, post: SimPost, author: int, section: str, grain: int, at_ms: int) -> None:
        if self._world.is_gone(post.number):
            return
        person, profile = self._world.account(author), self._world.account(post.author)
        said = Said(self._words(person, profile, section, grain), person.language)
        message = post.kind is PostKind.MESSAGE
        kind = PostKind.MESSAGE if message else manners_of(post.network).reply
        self._world.publish(
            author, said, kind=kind, reply_to=0 if message else post.number,
            to=post.author if message else 0, at_ms=at_ms,
        )  # fmt: skip

    def _words(self, person: Account, profile: Account, section: str, grain: int) -> str:
        speech, dice = self._traffic.stage.speech, Dice(mix(self._seed, grain))
        spoken = {"US": f"@{profile.handle}", "THEM": profile.name, "CLOCK": ""}
        text = speech.rule(section, person.language)(dice, speech.topic(grain, spoken))
        english = person.language == "en" or not speech.has(section, person.language)
        text = worn(
            text.replace("  ", " ").strip(), number_of(person.handle), dice, english=english
        )
        named = manners_of(profile.network).names_parent and spoken["US"] not in text
        return f"{spoken['US']} {text}" if named else text

    def _repost(self, post: SimPost, author: int, at_ms: int) -> None:
        if not self._world.is_gone(post.number):
            self._world.publish(
                author, Said("", ""), kind=PostKind.REPOST, quote=post.number, at_ms=at_ms
            )

    def _like(self, number: int, by: int) -> None:
        if not self._world.is_gone(number):
            self._world.like(number, by)


def _mood(share: float) -> str:
    wanted = share * sum(weight for _, weight in _MOODS)
    for section, weight in _MOODS:
        wanted -= weight
        if wanted < 0:
            return section
    return _MOODS[0][0]
