"""The error tree.

    ControlRoomError
    ├── WorldError    the world's fault: disk, keychain, network, a bad file. Has a sentence for
    │                 the operator and never a traceback on screen.
    └── OurError      a mistake in this program: logged whole, shown as such.

A `WorldError` carries its sentence as a template, so that the window can translate it before the
values go in. Values come from outside and are shown as plain text only.
"""

from typing import ClassVar


class ControlRoomError(Exception):
    """Root of everything this program raises on purpose."""


class WorldError(ControlRoomError):
    """Something outside this program is not as it should be.

    Attributes:
        sentence: what is wrong, for an operator; `{name}` marks a value.
        remedy: what to do about it, one sentence, same marks.
        values: the values for the marks.
    """

    sentence: ClassVar[str] = "Something outside the program went wrong."
    remedy: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.told())

    def told(self) -> str:
        """Returns sentence and remedy in English, values filled in."""
        return f"{self.sentence} {self.remedy}".strip().format(**self.values)


class OurError(ControlRoomError):
    """A promise inside this program was broken."""
