"""The badges of a card: facts about a post, in words with an icon."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from controlroom.model.cached import CachedPost
from controlroom.ui.language import language

translate = QCoreApplication.translate
NAMES = {"en": "English", "es": "español"}
"""Where Qt would name one country's variety."""


class Badge(NamedTuple):
    """One badge; dashed where it says that something is no longer as it was, or not yet.

    Attributes:
        mine: it says that whoever works here deals with it.
    """

    icon: str
    text: str
    dashed: bool = False
    mine: bool = False


def badges_of(cached: CachedPost) -> tuple[Badge, ...]:
    """Returns the badges of a post in the language in force."""
    found = (_gone(cached), _edited(cached), _sensitive(cached), _language(cached))
    return tuple(badge for badge in found if badge)


def _gone(cached: CachedPost) -> Badge | None:
    if cached.gone_at is None:
        return None
    at = language().time_in_table(cached.gone_at.astimezone())
    return Badge("trash", translate("Card", "Deleted, seen {time}").format(time=at), dashed=True)


def _edited(cached: CachedPost) -> Badge | None:
    if cached.post.edited_at is None and cached.versions < 2:
        return None
    return Badge("compose", translate("Card", "Edited"), dashed=True)


def _sensitive(cached: CachedPost) -> Badge | None:
    if not any(one.sensitive for one in cached.post.media):
        return None
    return Badge("eye", translate("Card", "Sensitive"))


def _language(cached: CachedPost) -> Badge | None:
    tag = cached.post.language.partition("-")[0].lower()
    if not tag or tag == language().code or not tag.isalpha() or len(tag) > 3:
        return None
    known = QLocale(tag).name() != "C"
    name = NAMES.get(tag) or (QLocale(tag).nativeLanguageName() if known else tag)
    return Badge("lang", name or tag)
