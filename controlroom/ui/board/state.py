"""How a stream stands, as a value: an icon, a word, and a note where something is wrong."""

from enum import Enum
from typing import NamedTuple


class Level(Enum):
    """How loud a note is."""

    PLAIN = "plain"
    AMBER = "amber"
    RED = "red"


class Note(NamedTuple):
    """What stands above the cards while something is wrong.

    Attributes:
        actions: what can be done about it, by the name of the action and its words.
        small: what only support needs.
    """

    icon: str
    heading: str
    text: str
    level: Level = Level.PLAIN
    actions: tuple[tuple[str, str], ...] = ()
    small: str = ""


class Standing(NamedTuple):
    """How a stream stands.

    Attributes:
        colour: name of a colour of the palette for icon and word.
        detail: a few quieter words, "" for none.
        loading: nothing was ever read.
        ends: words for the line above the newest saved post, "" for none.
        share: how much of a first read is done, from 0 to 1; None outside of one.
    """

    icon: str
    word: str
    detail: str = ""
    colour: str = "text2"
    note: Note | None = None
    loading: bool = False
    ends: str = ""
    share: float | None = None

    @property
    def is_live(self) -> bool:
        """Whether what is shown is what there is."""
        return self.icon == "dot"
