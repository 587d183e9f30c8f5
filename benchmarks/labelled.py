"""The labelled drafts: how they are kept, and how others' are brought in.

    python -m benchmarks.labelled FROM.json tests/outbound/checks/labelled/NAME.tsv

turns drafts that somebody else has written into a file of the set. Each has `text`, `expect`
("block", "ask" or "pass"), `rule` (what it is about, "" if nothing), `protected`, `orders` (what
stands on the case lists for it), `incident` (whether one is open), and may have `kind`.
"""

import argparse
from pathlib import Path

import msgspec

from controlroom.model.frozen import dataclass

DRAFTS = Path(__file__).parent.parent / "tests" / "outbound" / "checks" / "labelled"
LOOKED_AT = (
    "looked_at",
    "held_out",
    "afterwards",
    "by_others",
    "by_others_too",
    "by_still_others",
    "by_yet_others",
    "by_others_again",
    "by_further_others",
    "by_further_others_too",
    "by_others_once_more",
    "on_phones",
    "press_desk",
    "told_in_passing",
    "told_roundabout",
    "beats_and_schools",
    "five_hands",
    "three_more_hands",
    "sentences",
    "contrasts",
    "beat_and_desk",
    "appeal_team",
    "night_shift",
    "news_copy",
    "schools_desk",
    "local_command",
    "four_in_turn",
    "court_desk",
    "in_the_car",
)
"""Parts whose failures have been looked at."""
UNSEEN = (
    "unseen",
    "five_hands_unseen",
    "roads_and_rumours",
    "witness_care",
    "vulnerability_desk",
    "day_desk",
    "another_desk",
    "late_turn",
)
"""Parts that are measured and never looked at, where they are there."""
CLEAN = "clean"
ASKS, BLOCKS = "ask:", "block:"
_HEAD = "# expected\tkind\ttext\tprotected\torders\tincident\n"
_EXPECTED = {"block": BLOCKS, "ask": ASKS}
_BETWEEN = "; "
_OPEN, _QUIET = "incident", "none"


@dataclass(frozen=True, slots=True)
class Draft:
    """A labelled draft.

    Attributes:
        expected: `CLEAN`; the rule that has to block it; "block:…" where any rule has to; "ask:…"
            where any has to say something, blocking or not.
        is_own: whether it has case lists of its own: `protected` names and `orders`.
        incident: whether an incident is open.
    """

    expected: str
    kind: str
    text: str
    is_own: bool = False
    protected: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    incident: bool = False

    @property
    def has_to_be_blocked(self) -> bool:
        """Whether it must not leave."""
        return self.expected != CLEAN and not self.expected.startswith(ASKS)


class _Written(msgspec.Struct):
    text: str
    expect: str
    rule: str = ""
    protected: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    incident: bool = False
    kind: str = ""
    note: str = ""


def parts() -> tuple[str, ...]:
    """Returns the names of the parts that are there."""
    return tuple(name for name in (*LOOKED_AT, *UNSEEN) if (DRAFTS / f"{name}.tsv").exists())


def drafts(part: str) -> list[Draft]:
    """Returns the drafts of a part."""
    lines = (DRAFTS / f"{part}.tsv").read_text(encoding="utf-8").split("\n")
    return [_draft(line.split("\t")) for line in lines if line and not line.startswith("#")]


def brought(raw: bytes) -> str:
    """Returns drafts of others, given as JSON, as a file of the set."""
    written = msgspec.json.decode(raw, type=list[_Written])
    return _HEAD + "".join(f"{_row(one)}\n" for one in written)


def _draft(row: list[str]) -> Draft:
    expected, kind, text = row[:3]
    text = text.replace("\\n", "\n")
    if len(row) == 3:
        return Draft(expected, kind, text)
    protected, orders = (tuple(one.split(_BETWEEN)) if one else () for one in row[3:5])
    return Draft(expected, kind, text, True, protected, orders, row[5] == _OPEN)


def _row(one: _Written) -> str:
    expected = f"{_EXPECTED[one.expect]}{one.rule or 'any'}" if one.expect != "pass" else CLEAN
    text = one.text.replace("\n", "\\n").replace("\t", " ")
    lists = [_BETWEEN.join(words) for words in (one.protected, one.orders)]
    return "\t".join([expected, _kind(one), text, *lists, _OPEN if one.incident else _QUIET])


def _kind(one: _Written) -> str:
    """Returns the kind of draft, "missing" for what its writer calls an appeal for somebody."""
    told = one.note.lower()
    is_missing = one.expect == "pass" and "missing" in told and "appeal" in told
    return one.kind or ("missing" if is_missing else "")


def main() -> None:
    """Writes the file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("source", type=Path)
    arguments.add_argument("target", type=Path)
    told = arguments.parse_args()
    told.target.write_text(brought(told.source.read_bytes()), encoding="utf-8")


if __name__ == "__main__":
    main()
