"""Posts in columns of numbers: half a million of them in a few megabytes.

What ordinary people say is not kept: it is made again from the post's number each time it is
asked for, the same every time.
"""

from array import array
from typing import NamedTuple


class Row(NamedTuple):
    """What is kept of every post.

    Attributes:
        author: number of the account.
        created_ms: milliseconds since 1970.
        voice: number of what makes its words, 0 where the words themselves are kept.
        network: number of the network.
        kind: number of the kind.
    """

    author: int
    created_ms: int
    voice: int
    network: int
    kind: int
    reply_to: int
    root: int
    quote: int
    to: int


class Columns:
    """A growing table; rows are numbered from 1."""

    def __init__(self) -> None:
        self._small = {name: array("H") for name in ("voice", "network", "kind")}
        self._large = {name: array("I") for name in ("author", "reply_to", "root", "quote", "to")}
        self._created = array("Q")
        self._replies = array("I")

    def __len__(self) -> int:
        return len(self._created)

    def add(self, row: Row) -> int:
        """Adds a row and returns its number."""
        small, large = self._small, self._large
        small["voice"].append(row.voice)
        small["network"].append(row.network)
        small["kind"].append(row.kind)
        large["author"].append(row.author)
        large["reply_to"].append(row.reply_to)
        large["root"].append(row.root)
        large["quote"].append(row.quote)
        large["to"].append(row.to)
        self._created.append(row.created_ms)
        self._replies.append(0)
        if row.reply_to:
            self._replies[row.reply_to - 1] += 1
        return len(self._created)

    def row(self, number: int) -> Row:
        """Returns a row. Raises IndexError for a number that is none."""
        if not 1 <= number <= len(self):
            raise IndexError(number)
        at, small, large = number - 1, self._small, self._large
        return Row(
            large["author"][at], self._created[at], small["voice"][at], small["network"][at],
            small["kind"][at], large["reply_to"][at], large["root"][at], large["quote"][at],
            large["to"][at],
        )  # fmt: skip

    def created_ms(self, number: int) -> int:
        """Returns when a post was made."""
        return self._created[number - 1]

    def replies(self, number: int) -> int:
        """Returns how many posts answer it."""
        return self._replies[number - 1]
