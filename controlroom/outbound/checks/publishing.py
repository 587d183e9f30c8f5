"""What it means that many profiles say it: the same text, what it costs, whom and what it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from controlroom.feeds.rules import rules_of
from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.model.outgoing.content import Act
from controlroom.outbound.checks.likeness import shared, words_in, words_of
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.rulebook import rule
from controlroom.outbound.counting import links_in
from controlroom.outbound.counting.emoji import emoji_in

_SAME, _COST, _HANDLE, _TAGS = "identical_posts", "link_cost", "unknown_handle", "hashtags"
COMPARED = frozenset({Act.POST, Act.REPLY})
"""What everybody can read."""
_MENTION = re.compile(r"(?<![\w/.@])@([\w]+(?:[\w.-]*\w)?(?:@[\w.-]+\w)?)")
_TAG = re.compile(r"(?<![\w&/])#(?!\d+\b)\w+")


def about_publishing(seen: Look) -> Iterator[Finding]:
    """Yields what a text means on the profiles that say it."""
    same = list(_same(seen)) if seen.content.act is Act.POST else []
    yield from same
    # One answer settles the rule: it is asked about once.
    if seen.content.act in COMPARED and not same:
        yield from _alike_elsewhere(seen)
    yield from _cost(seen)
    for text in seen.said():
        yield from _handles(seen, text)
        yield from _tags(text)


def _same(seen: Look) -> Iterator[Finding]:
    """Yields the text that most profiles of one network say alike, if they are many."""
    told = rule(_SAME)
    for network in told.words["networks"]:
        sayers: dict[str, list[str]] = {}
        first: dict[str, Text] = {}
        for text in seen.said():
            if text.piece:
                continue
            key = " ".join(words_of(text.text))
            first.setdefault(key, text)
            sayers.setdefault(key, []).extend(_on(network, seen, text))
        key = max(sayers, key=lambda one: len(sayers[one]), default="")
        profiles = sayers.get(key, ())
        if len(profiles) > told.numbers["most"]:
            found = finding(_SAME, first[key], figure=str(len(profiles)))
            yield replace(found, profiles=tuple(profiles), repair=Repair("post_once"))


def _alike_elsewhere(seen: Look) -> Iterator[Finding]:
    """Yields a text that another draft near in time says almost alike."""
    told = rule(_SAME)
    share = told.numbers["alike_percent"] / 100
    for other in seen.about.nearby:
        networks = other.networks.intersection(told.words["networks"])
        for text in seen.said():
            on = [one for network in networks for one in _on(network, seen, text)]
            if on and any(_alike(text.text, one) >= share for one in other.texts):
                found = finding(_SAME, text, figure=str(len(on)))
                yield replace(found, profiles=tuple(on), repair=Repair("say_otherwise"))
                return


def _alike(one: str, other: str) -> float:
    """Returns how much of their words two texts share, from 0 to 1."""
    mine, theirs = words_in(one), words_in(other)
    if min(len(mine), len(theirs)) < rule(_SAME).numbers["least_words"]:
        return 0.0
    return shared(mine, theirs)


def _on(network: str, seen: Look, text: Text) -> Iterable[str]:
    mark = f"{network}/"
    return (one for one in text.profiles or seen.content.targets if one.startswith(mark))


def _cost(seen: Look) -> Iterator[Finding]:
    """Yields what the posts with a link cost together, on networks that charge for them."""
    for network in rule(_COST).words["networks"]:
        price = rules_of(network).price("post with link")
        if price is None or seen.content.act not in (Act.POST, Act.REPLY):
            continue
        posts = [
            (text, profile)
            for text in seen.said()
            if links_in(text.text)
            for profile in _on(network, seen, text)
        ]
        total = price.amount * Decimal(len(posts))
        if total >= Decimal(rule(_COST).numbers["from_cents"]) / 100:
            link = links_in(posts[0][0].text)[0]
            figure = f"{price.currency} {total:.2f}"
            found = finding(_COST, posts[0][0], link.start, link.end, figure=figure)
            yield replace(
                found,
                profiles=tuple(dict.fromkeys(profile for _, profile in posts)),
                repair=Repair("post_once"),
            )


def _handles(seen: Look, text: Text) -> Iterator[Finding]:
    """Yields names of accounts that the force does not know."""
    if not seen.about.handles:
        return
    answered = seen.content.about.author.lower() if seen.content.about else ""
    own = {profile.handle.lower().lstrip("@") for profile in seen.about.profiles.values()}
    for match in _MENTION.finditer(text.text):
        handle = match[1].lower()
        if handle not in seen.about.handles and handle not in own and handle != answered:
            yield finding(_HANDLE, text, *match.span(), repair=Repair("look_at_account"))


def _tags(text: Text) -> Iterator[Finding]:
    """Yields too many hashtags, and those that people who listen cannot make out."""
    told = rule(_TAGS)
    tags = list(_TAG.finditer(text.text))
    if len(tags) > told.numbers["most"]:
        start, end = tags[told.numbers["most"]].start(), tags[-1].end()
        yield finding(_TAGS, text, start, end, figure=str(len(tags)), repair=Repair("fewer_tags"))
    for tag in tags:
        if emoji_in(tag.group()):
            yield finding(_TAGS, text, *tag.span(), repair=Repair("fewer_tags"))
