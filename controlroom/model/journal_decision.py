"""What every kind of decision is: a frozen class with a name, a subject and a version."""

from collections.abc import Callable
from dataclasses import fields
from typing import ClassVar, TypeVar

Kind = TypeVar("Kind", bound="type[Decision]")


class Decision:
    """What somebody decided.

    Attributes:
        kind: its name in the journal.
        about: what its subject is ("officer"); without a key the subject itself.
        named_by: the field that names the subject, "" for none: always the first.
        version: of its body.
        erasable: whether a retention rule may erase its body: never where the state stands on it.
        reserved: whether only a station, or who made the journal, may append it.
    """

    __slots__ = ()
    kind: ClassVar[str]
    about: ClassVar[str]
    named_by: ClassVar[str]
    version: ClassVar[int]
    erasable: ClassVar[bool] = False
    reserved: ClassVar[bool] = False


KINDS: dict[str, type[Decision]] = {}


def kind(
    name: str,
    about: str,
    *,
    keyed: bool = True,
    version: int = 1,
    reserved: bool = False,
    erasable: bool = False,
) -> Callable[[Kind], Kind]:
    """Names a frozen dataclass of the journal, whose first field names the subject if `keyed`."""

    def take(cls: Kind) -> Kind:
        cls.kind, cls.about, cls.erasable = name, about, erasable
        cls.named_by = fields(cls)[0].name if keyed else ""  # type: ignore[arg-type]
        cls.version, cls.reserved = version, reserved
        KINDS[name] = cls
        return cls

    return take
