"""Drafts from a table: read, counted and checked aside, and taken over only as a whole."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from controlroom.model import clock
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Verdict
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.model.profile import Profile
from controlroom.model.query.fold import fold
from controlroom.outbound.checks.surroundings import Surroundings
from controlroom.outbound.schedule.bring import Around, Brought, Line, Order, bring
from controlroom.outbound.schedule.table import read_table
from controlroom.store.durable import disk_told
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.compose.lengths import Lengths


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a line that can be read cannot be taken over.

    Attributes:
        network: the name of the one that does not take so long a text, "" where a check blocks it.
        rule: the key of that check, "" for none.
    """

    line: int
    network: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A table as it would be taken over."""

    path: Path
    brought: Brought
    drafts: tuple[tuple[Line, Content], ...]
    troubles: tuple[Trouble, ...]
    guessed: bool

    @property
    def is_right(self) -> bool:
        """Whether all of it can be taken over."""
        ready = self.drafts and not self.brought.faults and not self.troubles
        return bool(ready) and not self.brought.unsure


def named(profiles: Mapping[str, Profile]) -> dict[str, tuple[str, ...]]:
    """Returns profile keys by every name a table may call them by."""
    found: dict[str, list[str]] = {}
    for key, one in profiles.items():
        network = look_of(one.network).name
        names = {one.handle, one.name, f"{one.handle} {network}", f"{one.name} {network}", key}
        for name in filter(None, map(_folded, names)):
            found.setdefault(name, []).append(key)
    return {name: tuple(keys) for name, keys in found.items()}


def preview(
    path: Path,
    zone: ZoneInfo,
    profiles: Mapping[str, Profile],
    targets: Sequence[str],
    order: Order | None,
    about: Callable[[Content], Surroundings],
) -> Preview:
    """Returns what a file would bring; for a thread that may wait.

    Raises `TableUnreadable`, `TableTooLarge`, and what reading raises.
    """
    with disk_told(path):
        raw = path.read_bytes()
    table = read_table(raw)
    around = Around(zone, clock.now(), named(profiles), tuple(targets), order=order)
    brought = bring(table, around)
    drafts = tuple((line, _content(line, zone)) for line in brought.lines)
    troubles = [one for line, said in drafts for one in _troubles(line, said, about)]
    return Preview(path, brought, drafts, tuple(troubles), table.guessed)


def _content(line: Line, zone: ZoneInfo) -> Content:
    return Content(
        Act.POST,
        line.targets,
        (Piece(line.text),),
        at=line.at,
        zone=zone.key,
        title=line.title,
        kind=line.kind,
    )


def _troubles(
    line: Line, content: Content, about: Callable[[Content], Surroundings]
) -> list[Trouble]:
    from controlroom.outbound.checks.check import check

    known = about(content)
    own = {key: one.limits for key, one in known.profiles.items() if one.limits is not None}
    lengths, found = Lengths(own), []
    for network in dict.fromkeys(key.partition("/")[0] for key in content.targets):
        count = lengths.count(network, content, content.pieces[0])
        if count is not None and not count.fits:
            found.append(Trouble(line.line, network=look_of(network).name))
    blocks = (one.rule for one in check(content, known) if one.verdict is Verdict.BLOCKS)
    # How long it is was just told, network by network.
    rules = [one for one in dict.fromkeys(blocks) if not found or one != "too_long"]
    return found + [Trouble(line.line, rule=one) for one in rules]


def _folded(name: str) -> str:
    return fold(name).strip()
