"""Finds what of a page stands out of its place: cut at the side, or too narrow for its words."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollArea, QWidget

from controlroom.ui.controls.draw import width_of
from controlroom.ui.controls.prose import Prose


def cut_of(page: QWidget) -> list[str]:
    """Returns what is cut on a page as it stands laid out now, in words, none for nothing.

    A visible child may not extend past the widget it stands in. Where that can be scrolled, it may
    in the direction of the scrolling. A button must be as wide as its words need, and running text
    as wide as its longest word.
    """
    return [f"{_path(one, page)}: {why}" for one in _shown(page) for why in _faults(one)]


def _shown(page: QWidget) -> Iterator[QWidget]:
    for child in page.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            if not _paints_itself(child):
                yield from _shown(child)


def _paints_itself(widget: QWidget) -> bool:
    """A list or a text scrolls what it paints; what Qt puts inside is its own affair."""
    return isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QScrollArea)


def _faults(one: QWidget) -> Iterator[str]:
    place, room = one.geometry(), _room(one)
    if place.left() < room.left() or place.right() > room.right():
        yield f"from {place.left()} to {place.right()} of {room.left()} to {room.right()} across"
    if place.top() < room.top() or place.bottom() > room.bottom():
        yield f"from {place.top()} to {place.bottom()} of {room.top()} to {room.bottom()} down"
    if isinstance(one, Prose) and one.text() and one.width() < _longest_word(one):
        yield f"{one.width()} wide where a word of “{one.text()[:40]}” needs more"
    if isinstance(one, QAbstractButton) and one.width() < one.minimumSizeHint().width():
        yield f"{one.width()} wide where it needs {one.minimumSizeHint().width()}"


def _longest_word(prose: Prose) -> int:
    return max(width_of(word, prose._step, prose._weight) for word in prose.text().split())


def _room(one: QWidget) -> QRect:
    """Returns where a widget may stand, in the pixels of the one around it."""
    around = one.parentWidget()
    above = around.parentWidget() if around is not None else None
    area = above if isinstance(above, QScrollArea) else None
    if around is None or area is None or around is not area.viewport():
        return around.rect() if around is not None else QRect()
    # What scrolls is as high as it likes, and as wide only where there is a bar for it.
    across = area.horizontalScrollBar()
    wide = one.width() if across.isVisible() else around.width()
    left = one.x() if across.isVisible() else 0
    return QRect(QPoint(left, one.y()), one.size()).intersected(
        QRect(left, one.y(), wide, one.height())
    )


def _path(one: QWidget, page: QWidget) -> str:
    names = []
    at: QWidget | None = one
    while at is not None and at is not page:
        said = at.accessibleName() or (at.text() if isinstance(at, QAbstractButton) else "")
        names.append(type(at).__name__ + (f" “{said[:40]}”" if said else ""))
        at = at.parentWidget()
    return " in ".join(names[:4])
