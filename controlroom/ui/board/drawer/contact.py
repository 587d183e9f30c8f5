"""What is held of an author, in words. Pure apart from the language in force."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from controlroom.model.post import Author
from controlroom.ui.board.card.badges import NAMES
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.card.person import handle_of, name_of
from controlroom.ui.language import counted, language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from controlroom.model.cached import CachedPost
    from controlroom.store.cache.thread import Known
    from controlroom.ui.board.card.content import Ours

translate = QCoreApplication.translate
MOST_NAMES = 3
LONGEST_LINE = 90


@dataclass(frozen=True, slots=True)
class Earlier:
    """One of the author's posts in a line."""

    post_id: int
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Everything the pane shows; `facts` are pairs of a caption and a value."""

    name: str
    second: str
    glyph: str
    facts: tuple[tuple[str, str], ...] = ()
    earlier: tuple[Earlier, ...] = ()


def contact_of(network: str, author: Author, known: "Known | None", ours: "Ours") -> Contact:
    """Returns an author in words; `known` is None until it has been read."""
    look = look_of(network)
    name, handle = name_of(author), handle_of(network, author)
    parts = [handle, _followers(author), look.name]
    second = " · ".join(part for part in parts if part)
    if known is None:
        return Contact(name, second, look.glyph)
    facts = tuple((caption, value) for caption, value in _facts(author, known, ours) if value)
    return Contact(name, second, look.glyph, facts, _earlier(known.newest))


def _followers(author: Author) -> str:
    if author.followers is None:
        return ""
    return counted(
        author.followers,
        translate("Contact", "{n} follower"),
        translate("Contact", "{n} followers"),
    )


def _facts(author: Author, known: "Known", ours: "Ours") -> "Sequence[tuple[str, str]]":
    return (
        (translate("Contact", "Known to us"), _posts(known)),
        (translate("Contact", "Conversations"), _conversations(known)),
        (translate("Contact", "Wrote to"), _profiles(known, ours)),
        (translate("Contact", "Languages"), _languages(known)),
        (translate("Contact", "Last post"), _date(known.last)),
        (translate("Contact", "Account"), _account(author)),
        (translate("Contact", "Network’s number"), clean_line(author.remote_id, 60)),
    )


def _posts(known: "Known") -> str:
    number = counted(
        known.posts, translate("Contact", "{n} post"), translate("Contact", "{n} posts")
    )
    number = number.replace(" ", "+ ", 1) if known.more else number
    if known.first is None:
        return number
    since = translate("Contact", "{posts} since {date}")
    return since.format(posts=number, date=_date(known.first))


def _conversations(known: "Known") -> str:
    return language().figure(known.conversations) if known.conversations else ""


def _profiles(known: "Known", ours: "Ours") -> str:
    names = [ours.handles[one] for one in known.profiles if one in ours.handles]
    shown = ", ".join(clean_line(one, 40) for one in names[:MOST_NAMES])
    return f"{shown} +{len(names) - MOST_NAMES}" if len(names) > MOST_NAMES else shown


def _languages(known: "Known") -> str:
    return ", ".join(_language(tag) for tag in known.languages[:MOST_NAMES])


def _language(tag: str) -> str:
    short = tag.partition("-")[0].lower()
    locale = QLocale(short)
    known = NAMES.get(short) or ("" if locale.name() == "C" else locale.nativeLanguageName())
    return known or clean_line(tag, 20)


def _account(author: Author) -> str:
    parts = [
        translate("Contact", "verified by the network") if author.verified else "",
        translate("Contact", "says it is a machine") if author.automated else "",
    ]
    return ", ".join(part for part in parts if part)


def _date(moment: "datetime | None") -> str:
    return language().date(moment.astimezone()) if moment else ""


def _earlier(posts: "Sequence[CachedPost]") -> tuple[Earlier, ...]:
    return tuple(
        Earlier(
            one.id,
            language().short_date(one.post.created_at.astimezone()),
            clean_line(one.post.text, LONGEST_LINE),
        )
        for one in posts
    )
