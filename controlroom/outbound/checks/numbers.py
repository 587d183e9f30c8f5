"""Telephone numbers and e-mail addresses that are not the force's own."""

import re
from collections.abc import Iterator
from functools import lru_cache

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.people import is_given
from controlroom.outbound.checks.rulebook import expression, rule

_PHONE, _MAIL = "phone", "email"
_AROUND = 44
_RUN = re.compile(r"(?<![\w/.,:-])(?:\+|\(?0|00)(?:[ ().-]{0,2}\d){7,14}(?![\w/]|[.,:-]\d)")
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} ?(?:@|[\[(](?:at|arobase)[\])]) ?[\w-]+"
    r"(?:(?:\.| ?[\[(](?:dot|point)[\])] ?)[\w-]+)+",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b[\w.+-]{2,64} at (?!(?:the|a|an|our|this|that|your|my) )[\w-]+(?: dot [\w-]+)+",
    re.IGNORECASE,
)
# A person on a network of many servers is called by name and server; everybody may see that.
_CALLED = re.compile(r"(?<![\w@])@$")
_DIGIT = r"(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|hundred)"
_READ_OUT = re.compile(
    rf"\b(?:oh|o|zero|nought|{_DIGIT}(?=(?:[ ,-]+{_DIGIT}){{6}}))"
    rf"(?:[ ,-]+(?:(?:double|treble|triple)[ -])?(?:{_DIGIT}|\d{{1,6}})\b){{5,}}",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d ?- ?(?:[01]\d|2[0-3])[0-5]\d\Z")
# Without the nought, or with the letter in its place; and a number without the code of its town.
_UNUSUAL = re.compile(
    r"(?<![\w/.,:+-])(?<!44 )(?<![)] )(?<![)])"
    r"(?:7\d{3} ?\d{3} ?\d{3}|(?=[\dO ]*O)[0O]7[\dO]{2,3}(?: ?[\dO]){6,8})"
    r"(?![\w/]|[.,:-]\d)"
)
_LOCAL = re.compile(r"(?-i:\b[A-Z][a-z]+ )(?P<words>\d{3} ?\d{3})(?![\w/]|[.,:-]\d)")
_DAY = re.compile(r"\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d\d|(?:19|20)\d\d[./ -]\d\d[./ -]\d\d")
_SIGN = re.compile(r" ?[\[(](?:at|arobase)[\])] ?| ?@ ?", re.IGNORECASE)


def about_numbers(seen: Look) -> Iterator[Finding]:
    """Yields what looks like somebody's own number or address."""
    for text in seen.texts:
        yield from _phones(text, _known(seen.about.phones))
        yield from _mails(text, seen.about.domains)


def _phones(text: Text, known: frozenset[str]) -> Iterator[Finding]:
    whole = folded(text.text)
    for match in _RUN.finditer(whole.text):
        before = whole.text[max(0, match.start() - 30) : match.start()]
        if (
            _HOURS.match(match.group())
            or _DAY.match(match.group())
            or digits(match.group()) in known
        ):
            continue
        if _is_an_office(whole.text, match):
            continue
        if not expression(rule(_PHONE).words["not_after"][0]).search(before):
            start, end = whole.span(match.start(), match.end())
            yield finding(_PHONE, text, start, end, repair=Repair("use_number", "101"))
    for match in (*_READ_OUT.finditer(whole.text), *_called(whole.text)):
        start, end = whole.span(match.start(), match.end())
        yield finding(_PHONE, text, start, end, repair=Repair("use_number", "101"))


def _called(text: str) -> Iterator[re.Match[str]]:
    """Yields numbers that are known as such only by what stands before them."""
    for match in (*_UNUSUAL.finditer(text), *_LOCAL.finditer(text)):
        if expression(rule(_PHONE).words["called"][0]).search(
            text[max(0, match.start() - 30) : match.start()]
        ):
            yield match


def _is_an_office(text: str, match: re.Match[str]) -> bool:
    """Returns whether a number is of a kind that nobody has at home, or is called an office's."""
    number = f"0{digits(match.group())}"
    words = rule(_PHONE).words
    if number.startswith(words["never_private"]):
        return True
    around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    is_on_land = number.startswith(("01", "02"))
    return is_on_land and expression(words["office_lines"][0]).search(around) is not None


def _mails(text: Text, domains: tuple[str, ...]) -> Iterator[Finding]:
    whole = folded(text.text)
    for match in _SPOKEN.finditer(whole.text):
        yield finding(_MAIL, text, *whole.span(*match.span()), repair=Repair("remove_words", ""))
    for match in _ADDRESS.finditer(whole.text):
        if _CALLED.search(whole.text, max(0, match.start() - 2), match.start()):
            continue
        box, host = _SIGN.split(match.group().lower().replace(" ", ""), maxsplit=1)
        ours = (*domains, *rule(_MAIL).words["trusted"])
        if _is_somebodys(box) or not any(host == one or host.endswith(f".{one}") for one in ours):
            start, end = whole.span(match.start(), match.end())
            yield finding(_MAIL, text, start, end, repair=Repair("remove_words", ""))


def _is_somebodys(box: str) -> bool:
    """Returns whether a mailbox is called by a person's name: "jo.pell", "j.pell2"."""
    first, _, last = box.partition(".")
    is_name = len(first) == 1 or is_given(first)
    return is_name and last.rstrip("0123456789").isalpha()


def digits(number: str) -> str:
    """Returns a number as it is compared: its digits, without a country's prefix."""
    plain = re.sub(r"\D", "", number.replace("(0)", ""))
    for prefix in ("0044", "0033"):
        plain = plain.removeprefix(prefix) if plain.startswith(prefix) else plain
    if number.strip().startswith("+"):
        plain = plain[2:]
    return plain.lstrip("0")


@lru_cache(maxsize=8)
def _known(phones: tuple[str, ...]) -> frozenset[str]:
    return frozenset(digits(one) for one in (*phones, *rule(_PHONE).words["public"]))
