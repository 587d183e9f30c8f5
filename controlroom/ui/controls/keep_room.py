"""Keeps the room of what is hidden, so that what stands around it stays where it is."""

from PySide6.QtWidgets import QWidget


def keep_room(widget: QWidget) -> None:
    """A list without rows is hidden: the sentence in its place stands at its top."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
