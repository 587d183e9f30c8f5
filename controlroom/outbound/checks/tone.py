"""How a text sounds: humour while an incident is open, capitals, marks that cannot be seen."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.rulebook import expression, rule
from controlroom.outbound.counting.emoji import emoji_in

_TONE, _CAPITALS, _UNSEEN = "tone", "capitals", "unseen_marks"
_WORD = re.compile(r"(?<![#@\w])[^\W\d_]{2,}(?:'[^\W\d_]+)?")
_LONGEST_HEADLINE = 100
_MARK = re.compile(
    r"(?<=[A-Za-z0-9])[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]+(?=[A-Za-z0-9])"
    r"|[\u202a-\u202e\u2066-\u2069]+"
)


def about_tone(seen: Look) -> Iterator[Finding]:
    """Yields what sounds wrong."""
    for text in seen.said():
        if seen.about.incident or seen.content.incident:
            yield from _light(text)
        yield from _loud(text)
        yield from _unseen(text)


def _light(text: Text) -> Iterator[Finding]:
    """Yields emoji, exclamation marks and humour."""
    plain = rule(_TONE).words["plain_emoji"]
    for start, end in emoji_in(text.text):
        if text.text[start:end].rstrip("\ufe0f") not in plain:
            yield finding(_TONE, text, start, end, repair=Repair("remove_words", ""))
    whole = folded(text.text)
    for match in expression(rule(_TONE).words["light"][0]).finditer(whole.text):
        start, end = whole.span(*match.span())
        mark = set(match.group()) == {"!"}
        yield finding(_TONE, text, start, end, repair=Repair("calm", ".") if mark else None)


def _loud(text: Text) -> Iterator[Finding]:
    """Yields the longest run of words in capitals, where it is long enough."""
    told = rule(_CAPITALS)
    words = list(_WORD.finditer(text.text, _below_headline(text.text)))
    runs: list[list[re.Match[str]]] = [[]]
    for word in words:
        if word.group().isupper():
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    run = max(runs, key=len)
    loud = [word for word in run if _is_loud(word.group(), told.words["acronyms"])]
    if _is_long(len(run), len(loud), told.numbers):
        start, end = loud[0].start(), loud[-1].end()
        calm = text.text[start:end].capitalize()
        yield finding(_CAPITALS, text, start, end, repair=Repair("small_letters", calm))


def _below_headline(text: str) -> int:
    """Returns where the text begins below a short first line that is its headline, 0 without one.

    Press offices write headlines in capitals; what follows is read aloud as it should be.
    """
    line, _, rest = text.partition("\n")
    quiet = [word for word in _WORD.findall(rest) if not word.isupper()]
    is_headline = len(line) <= _LONGEST_HEADLINE and len(quiet) > len(_WORD.findall(line))
    return len(line) if is_headline else 0


def _is_long(run: int, loud: int, numbers: Mapping[str, int]) -> bool:
    """Returns whether words in capitals are many, short ones ("DO NOT GO") among them."""
    many = run >= numbers["least_run"] and loud >= numbers["least_loud"]
    return many or loud >= numbers["least_words"]


def _is_loud(word: str, acronyms: tuple[str, ...]) -> bool:
    return len(word) > 3 and unicodedata.normalize("NFC", word) not in acronyms


def _unseen(text: Text) -> Iterator[Finding]:
    for match in _MARK.finditer(text.text):
        yield finding(_UNSEEN, text, *match.span(), repair=Repair("remove_marks", ""))
