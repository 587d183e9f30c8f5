"""Addresses: whose they are, and those that only look as if they were ours."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.checks.rulebook import rule
from controlroom.outbound.counting import Link, links_in

_UNKNOWN, _FALSE = "unknown_link", "false_link"
_LOOKS = str.maketrans("015384аеорсухіѕɡӏ", "olsebaaeopcyxisgl")
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))


def about_links(seen: Look) -> Iterator[Finding]:
    """Yields addresses that are not the force's, nor of those it trusts."""
    for text in seen.said():
        for link in links_in(text.text):
            yield from _about(link, text, seen.about.domains)


def _about(link: Link, text: Text, domains: tuple[str, ...]) -> Iterator[Finding]:
    host = _plain(link.host)
    front = link.text.partition("//")[2].partition("/")[0]
    known = (*domains, *rule(_UNKNOWN).words["trusted"])
    if _belongs(host, known) and "@" not in front:
        return
    ours = _meant(host, link, domains)
    if ours:
        repair = Repair("use_own_link", f"https://{ours}")
        yield finding(_FALSE, text, link.start, link.end, repair=repair, figure=ours)
    else:
        short = _belongs(host, rule(_UNKNOWN).words["shorteners"])
        label = "write_out_link" if short else "look_at_link"
        yield finding(_UNKNOWN, text, link.start, link.end, repair=Repair(label), figure=host)


def _plain(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("www.")


def _belongs(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in domains)


def _meant(host: str, link: Link, domains: tuple[str, ...]) -> str:
    """Returns the host of ours that an address pretends to be, "" if none."""
    front = link.text.lower().partition("//")[2].partition("/")[0]
    for own in (*domains, *rule(_FALSE).words["guarded"]):
        if front.partition("@")[0] == own and "@" in front:
            return own
        if host.startswith(f"{own}.") or f".{own}." in host or own.replace(".", "-") in host:
            return own
        if _looks_like(host, own):
            return own
    return ""


@lru_cache(maxsize=4096)
def _looks_like(host: str, own: str) -> bool:
    """Returns whether a host is one of ours, or a part of it, with letters that look alike."""
    tail = ".".join(host.split(".")[-len(own.split(".")) :])
    if tail == own or len(own) < rule(_FALSE).numbers["least_letters"]:
        return False
    if _skeleton(tail) == _skeleton(own):
        return True
    name, _, ending = tail.partition(".")
    return ending == own.partition(".")[2] and _one_letter_off(name, own.partition(".")[0])


def _skeleton(host: str) -> str:
    shown = ".".join(_unwritten(label) for label in host.split("."))
    plain = unicodedata.normalize("NFKD", shown).translate(_LOOKS).replace("-", "")
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    for pair, one in _PAIRS:
        plain = plain.replace(pair, one)
    return plain


def _unwritten(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode().decode("punycode")
    except UnicodeError:
        return label


def _one_letter_off(one: str, other: str) -> bool:
    """Returns whether two names are alike but for one letter, or two that have changed places."""
    if len(one) == len(other):
        differ = [at for at in range(len(one)) if one[at] != other[at]]
        if len(differ) == 2 and differ[1] == differ[0] + 1:
            first, second = differ
            return one[first] == other[second] and one[second] == other[first]
        return len(differ) == 1
    long, short = sorted((one, other), key=len, reverse=True)
    return len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )
