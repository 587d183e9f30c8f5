"""One line of the doctor's report."""

from dataclasses import dataclass

from controlroom.model.errors import WorldError


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found.

    Attributes:
        name: what was looked at, one or two words.
        ok: True, False, or None if this computer does not let us tell.
        told: what was found, one sentence.
        remedy: what to do about it; "" if nothing is to be done.
    """

    name: str
    ok: bool | None
    told: str
    remedy: str = ""


def ill(name: str, error: WorldError) -> Finding:
    """Returns the finding for an error of the world."""
    return Finding(
        name, False, error.sentence.format(**error.values), error.remedy.format(**error.values)
    )
