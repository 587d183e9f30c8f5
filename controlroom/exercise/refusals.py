"""How each network words what it refuses while a fault holds; see `resources/simulated`."""

from collections.abc import Mapping
from datetime import date
from email.utils import formatdate
from functools import cache
from string import Template

import msgspec

from controlroom.bundle import bundled
from controlroom.exercise.clock import moment_of
from controlroom.model.decoding import from_toml


class Worded(msgspec.Struct, frozen=True):
    """One network's answer to one fault; `$` marks what is filled in.

    Attributes:
        fault: as in `faults.FaultKind`.
    """

    network: str
    fault: str
    status: int
    body: str
    type: str = "application/json"
    headers: dict[str, str] = {}


class Wording(msgspec.Struct, frozen=True):
    """All answers.

    Attributes:
        open: by network, beginnings of paths that are asked without the token of a profile.
    """

    source: str
    checked: date
    open: dict[str, tuple[str, ...]]
    answers: tuple[Worded, ...]


@cache
def wording() -> Wording:
    """Returns the answers that come with the program."""
    return from_toml(bundled("simulated", "faults.toml").read_bytes(), Wording)


@cache
def worded(network: str, fault: str) -> Worded | None:
    """Returns a network's answer, None if such a fault is not answered at all."""
    answers = wording().answers
    return next((one for one in answers if (one.network, one.fault) == (network, fault)), None)


def filled(told: Worded, now_ms: int, ends_ms: int) -> tuple[str, Mapping[str, str]]:
    """Returns body and headers, in the exercise's time.

    Args:
        ends_ms: from when on the network wants to be asked again.
    """
    ends = moment_of(ends_ms)
    values = {
        "wait_s": str(max(1, -(-(ends_ms - now_ms) // 1000))),
        "ends_s": str(-(-ends_ms // 1000)),
        "ends_iso": f"{ends:%Y-%m-%dT%H:%M:%S.%f}Z",
        "wait_min": str(max(1, -(-(ends_ms - now_ms) // 60_000))),
    }
    headers = {name: Template(text).substitute(values) for name, text in told.headers.items()}
    headers["Date"] = formatdate(now_ms // 1000, usegmt=True)
    return Template(told.body).safe_substitute(values), headers
