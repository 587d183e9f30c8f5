"""The roles a force begins with: data in `resources/roles`, written into the record's first entry.

What counts from then on is the record: a later version of these files changes nobody's rights.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml
from controlroom.model.errors import OurError
from controlroom.model.journal_kinds import JournalFounded
from controlroom.model.journal_rights import Right

Form = TypeVar("Form")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it comes with the program.

    Attributes:
        key: names it in the record.
        name: by language, "en" always there.
        purpose: one sentence for whoever grants it, by language.
        first: whether the officer who founds a record has it.
    """

    key: str
    name: Mapping[str, str]
    purpose: Mapping[str, str]
    rights: tuple[Right, ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """`most_officers` is how many may have a role on one profile of a borough."""

    most_officers: int


def roles() -> list[Role]:
    """Returns the roles that come with the program, in the order of their keys."""
    paths = sorted(bundled("roles").glob("*.toml"))
    return [_read(path.name, Role) for path in paths if path.name != "limits.toml"]


def limits() -> Limits:
    """Returns how many officers a profile usually has at most."""
    return _read("limits.toml", Limits)


def founding(officer: str, name: str, *, alone: bool = False) -> JournalFounded:
    """Returns the first entry of a record.

    Args:
        alone: a workstation of one: this officer has every role there is.
    """
    known = roles()
    rights = {role.key: tuple(str(right) for right in role.rights) for role in known}
    granted = tuple(role.key for role in known if alone or role.first)
    return JournalFounded(officer, name, rights, granted)


def _read(name: str, form: type[Form]) -> Form:
    try:
        return from_toml(bundled("roles", name).read_bytes(), form)
    except msgspec.ValidationError as error:
        raise OurError(f"{name}: {error}") from None
