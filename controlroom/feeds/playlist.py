"""Lists of the pieces a clip is cut into (HTTP Live Streaming, RFC 8216), as far as it plays whole.

Pure: nothing is asked of any network. What a list names is a stranger's word and is judged by
whoever fetches it.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urljoin

MARK = b"#EXTM3U"
MOST_PIECES, LONGEST = 1_000, 262_144
"""Pieces of one clip, bytes of a list."""
ENOUGH_BITS = 2_500_000
"""Bits a second above which a picture gets no better on a desk; the best one below is taken."""
_VALUE = re.compile(r'([A-Z0-9-]+)=("[^"]*"|[^",]*)')
_UNPLAYABLE = ("#EXT-X-BYTERANGE", "#EXT-X-I-FRAMES-ONLY", "#EXT-X-PART", "#EXT-X-SKIP")


class NotWhole(Exception):
    """The list is none of a whole clip; the text says why, in plain English."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A clip in its order.

    Attributes:
        addresses: of its pieces, the head of all others first where there is one.
        headed: whether there is one.
    """

    addresses: tuple[str, ...]
    headed: bool


def read_playlist(body: bytes, base: str) -> str | Pieces:
    """Returns the pieces a list names, or where the list of one of several versions lies.

    Args:
        base: address the list came from.

    Raises:
        NotWhole: it cannot be played as one file.
    """
    try:
        lines = [line.strip() for line in body.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError:
        raise NotWhole("it is no list") from None
    lines = [line for line in lines if line]
    if any(line.startswith("#EXT-X-STREAM-INF:") for line in lines):
        return urljoin(base, _version(lines))
    return _pieces(lines, base)


def _version(lines: list[str]) -> str:
    """Returns the best version that is not better than it can be seen, else the leanest."""
    apart = {
        values.get("GROUP-ID")
        for line in lines
        if line.startswith("#EXT-X-MEDIA:")
        and (values := _values(line)).get("TYPE") == "AUDIO"
        and values.get("URI")
    }
    found: list[tuple[int, str]] = []
    for line, address in pairwise(lines):
        if line.startswith("#EXT-X-STREAM-INF:") and not address.startswith("#"):
            values = _values(line)
            if "AUDIO" not in values or values["AUDIO"] not in apart:
                told = values.get("BANDWIDTH", "")
                found.append((int(told) if told.isdecimal() else 0, address))
    if not found:
        raise NotWhole("sound and pictures lie apart")
    fitting = [one for one in found if one[0] <= ENOUGH_BITS]
    return max(fitting)[1] if fitting else min(found)[1]


def _pieces(lines: list[str], base: str) -> Pieces:
    if "#EXT-X-ENDLIST" not in lines:
        raise NotWhole("it goes on without an end")
    if any(line.startswith(_UNPLAYABLE) for line in lines):
        raise NotWhole("its pieces are parts of files")
    heads = []
    for line in lines:
        if line.startswith("#EXT-X-KEY:") and _values(line).get("METHOD") != "NONE":
            raise NotWhole("it is locked")
        if line.startswith("#EXT-X-MAP:"):
            heads.append(_head(_values(line)))
    if len(set(heads)) > 1:
        raise NotWhole("it is several clips")
    named = [*heads[:1], *(line for line in lines if not line.startswith("#"))]
    if not len(heads[:1]) < len(named) <= MOST_PIECES:
        raise NotWhole("it has no pieces, or far too many")
    return Pieces(tuple(urljoin(base, one) for one in named), bool(heads))


def _head(values: dict[str, str]) -> str:
    if "BYTERANGE" in values or not values.get("URI"):
        raise NotWhole("its pieces are parts of files")
    return values["URI"]


def _values(line: str) -> dict[str, str]:
    return {key: value.strip('"') for key, value in _VALUE.findall(line.partition(":")[2])}
