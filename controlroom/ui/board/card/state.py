"""How a card stands in its column."""

from typing import NamedTuple


class CardState(NamedTuple):
    """What changes about a card while its post stays the same.

    Attributes:
        focused: the keyboard is on it.
        chosen: it is one of several that are to be acted on together.
        opened: what was covered has been asked for.
        age: as it is shown.
    """

    read: bool = False
    focused: bool = False
    opened: bool = False
    age: str = ""
    chosen: bool = False
