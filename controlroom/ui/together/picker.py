"""Asks whom a conversation is given to."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from controlroom.ui.layers.officer_picker import Asked, Offer, OfficerPicker

translate = QCoreApplication.translate


def whom_to_give(officers: Sequence[tuple[str, str]], dealing: str, me: str) -> OfficerPicker:
    """Returns what asks who of those that may read there deals with a conversation.

    Args:
        officers: number and name of each.
        dealing: who deals with it now, "" for nobody.
    """
    return OfficerPicker(partial(_asked, officers, dealing, me))


def _asked(officers: Sequence[tuple[str, str]], dealing: str, me: str) -> Asked:
    return Asked(
        translate("Together", "Who deals with this conversation?"),
        translate("Together", "Officers who may read here"),
        translate("Together", "Nobody of this name may read here."),
        translate("Together", "Assign"),
        _offers(officers, dealing, me),
    )


def _offers(officers: Sequence[tuple[str, str]], dealing: str, me: str) -> Iterator[Offer]:
    """Yields everybody; nobody comes last."""
    for number, name in officers:
        parts = [name, number]
        if number == me:
            parts.append(translate("Together", "you"))
        if number == dealing:
            parts.append(translate("Together", "deals with it now"))
        yield Offer(number, "  ·  ".join(filter(None, parts)), f"{name} {number}")
    if dealing:
        yield Offer("", translate("Together", "Nobody: give it back"), "", "x")
