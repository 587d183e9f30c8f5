"""A card as a screen reader says it."""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from controlroom.model.post import MediaKind
from controlroom.ui.board.card.age import age_in_words
from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.state import CardState
from controlroom.ui.language import counted

translate = QCoreApplication.translate


def spoken(content: CardContent, state: CardState, now: datetime) -> str:
    """Returns everything a card shows, in the order in which it matters."""
    covered = bool(content.warning) and not state.opened
    parts = [
        translate("Spoken", "Chosen.") if state.chosen else "",
        "" if state.read else translate("Spoken", "Unread."),
        translate("Spoken", "Ours.") if content.ours else "",
        _who(content, now),
        translate("Spoken", "Covered: {warning}.").format(warning=content.warning)
        if covered
        else content.text,
        "" if covered or not content.quote else content.quote,
        *_media(content),
        *(f"{badge.text}." for badge in content.badges),
        _figures(content),
    ]
    return " ".join(part for part in parts if part)


def _who(content: CardContent, now: datetime) -> str:
    when = age_in_words(content.created_at, now)
    if content.through:
        sentence = translate("Spoken", "{name} on {network}, through {profile}, {when}:")
    else:
        sentence = translate("Spoken", "{name} on {network}, {when}:")
    return sentence.format(
        name=content.name, network=content.look.name, profile=content.through, when=when
    )


def _media(content: CardContent) -> list[str]:
    kinds = Counter(one.kind for one in content.media)
    said = [_number_of(kind, number) for kind, number in kinds.items()]
    described = [one.alt for one in content.media if one.alt]
    if not content.media:
        return []
    tail = " ".join(described) if described else translate("Spoken", "no description")
    return [f"{', '.join(said)}, {tail}."]


def _number_of(kind: MediaKind, number: int) -> str:
    if kind is MediaKind.IMAGE:
        return counted(number, translate("Spoken", "{n} photo"), translate("Spoken", "{n} photos"))
    if kind in (MediaKind.VIDEO, MediaKind.GIF):
        return counted(number, translate("Spoken", "{n} video"), translate("Spoken", "{n} videos"))
    return counted(
        number, translate("Spoken", "{n} attachment"), translate("Spoken", "{n} attachments")
    )


def _figures(content: CardContent) -> str:
    if content.private:
        return translate("Spoken", "Private.")
    words = {
        "reply": (translate("Spoken", "{n} reply"), translate("Spoken", "{n} replies")),
        "repost": (translate("Spoken", "{n} repost"), translate("Spoken", "{n} reposts")),
        "like": (translate("Spoken", "{n} like"), translate("Spoken", "{n} likes")),
        "eye": (translate("Spoken", "{n} view"), translate("Spoken", "{n} views")),
    }
    said = ", ".join(counted(number, *words[icon]) for icon, number in content.figures)
    return f"{said}." if said else ""
