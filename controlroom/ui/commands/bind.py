"""Gives a control its command: words, key, tooltip, names for screen readers, and the press."""

from functools import partial

from PySide6.QtWidgets import QAbstractButton, QWidget

from controlroom.ui.commands.command import Command
from controlroom.ui.commands.keys import caption, spoken
from controlroom.ui.commands.registry import Commands
from controlroom.ui.plain import set_tip


def bind(button: QAbstractButton, commands: Commands, name: str) -> None:
    """Makes a button run a command. Call `describe` for its words and whenever they may change."""
    button.clicked.connect(partial(_run, commands, name))


def _run(commands: Commands, name: str, *_checked: bool) -> None:
    commands.run(name)


def describe(widget: QWidget, commands: Commands, name: str) -> Command:
    """Brings tooltip, names and the enabled state of a control up to date; returns its command."""
    command = commands.named(name)
    reason = commands.why_not(command)
    keys = command.keys[0] if command.keys else ""
    widget.setEnabled(not reason)
    widget.setAccessibleName(named_with_key(command.words(), keys))
    widget.setAccessibleDescription(reason or command.detail_words())
    set_tip(widget, tip(command.words(), keys, reason))
    return command


def named_with_key(words: str, keys: str) -> str:
    """Returns the name for screen readers: "Filter, slash"."""
    return f"{words}, {spoken(keys)}" if keys else words


def tip(words: str, keys: str, reason: str) -> str:
    """Returns a tooltip: the words, the key, and why not."""
    first = f"{words}  ·  {caption(keys)}" if keys else words
    return f"{first}\n{reason}" if reason else first
