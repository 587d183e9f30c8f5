"""A damaged inner page of a table, made anew in a working copy.

An inner page only says where the pages below it are, so its loss would cost all their rows. If it
is the one damaged page of the file, the pages that no other page names are those it named: not
free, not a root, sorted by their rows (file format: sqlite.org/fileformat2.html, read November
2026). With two damaged pages nobody could tell whose they are, and nothing is done.
"""

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from controlroom.store.pages import PAGE, SALT, sound_pages
from controlroom.store.rescue.cipher import USABLE, Page, opened, sealed
from controlroom.store.rescue.source import Source

_INNER, _LEAF, _INNER_INDEX = 5, 13, 2
_FIRST_FREE = 32
_INNER_HEAD = 12

Pages = dict[int, bytearray]


def mend_inner_page(copy: Path, key: bytes) -> None:
    """Makes the one damaged page of a working copy anew if it is an inner page of a table."""
    broken = [number for number, sound in enumerate(sound_pages(copy, key), 1) if not sound]
    if len(broken) != 1 or broken == [1]:
        return
    tree = _table_pages(copy, key, broken[0])
    lost = _unnamed(copy, key, tree, broken[0])
    made = _inner_page(tree, lost) if lost else None
    if made is None:
        return
    with copy.open("r+b") as file:
        salt = file.read(SALT)
        file.seek((broken[0] - 1) * PAGE)
        file.write(sealed(made, broken[0], key, salt))


def _table_pages(copy: Path, key: bytes, broken: int) -> Pages:
    """Returns the pages that name or may be named: those of trees, and the list of free ones."""
    pages: Pages = {}
    for number, page in _raw(copy):
        if number != broken:
            plain = opened(page, number, key)
            if number == 1 or plain[0] in (_INNER, _LEAF, _INNER_INDEX, 0):
                pages[number] = plain
    return pages


def _raw(copy: Path) -> Iterator[tuple[int, bytes]]:
    with copy.open("rb") as file:
        number = 1
        while len(page := file.read(PAGE)) == PAGE:
            yield number, page
            number += 1


def _unnamed(copy: Path, key: bytes, pages: Pages, broken: int) -> list[int]:
    free = _free(pages, broken)
    if free is None:
        return []
    with closing(Source(copy, key)) as source:
        found = source.all("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")
    if found is None:
        return []
    named = {root for (root,) in found} | free | {1}
    for number, page in pages.items():
        if page[_head(number)] in (_INNER, _INNER_INDEX):
            named.update(_children(page, _head(number)))
    return [n for n, page in pages.items() if page[0] in (_INNER, _LEAF) and n not in named]


def _free(pages: Pages, broken: int) -> set[int] | None:
    """Returns the pages not in use, which may still show old rows; None if they are unknown."""
    free: set[int] = set()
    trunk = _number(pages[1], _FIRST_FREE)
    while trunk:
        if trunk == broken or trunk not in pages or trunk in free:
            return None
        page = pages[trunk]
        count = min(_number(page, 4), USABLE // 4 - 2)
        free |= {trunk, *(_number(page, 8 + 4 * at) for at in range(count))}
        trunk = _number(page, 0)
    return free


def _inner_page(pages: Pages, lost: list[int]) -> bytearray | None:
    """Returns an inner page that names the lost pages; None if they do not fit together."""
    spans = sorted((*_span(pages, number), number) for number in lost)
    if len({pages[number][0] for number in lost}) > 1 or _overlap(spans):
        return None
    page = bytearray(USABLE)
    at = USABLE
    for place, (_, last, number) in enumerate(spans[:-1]):
        cell = number.to_bytes(4, "big") + _varint(last)
        at -= len(cell)
        slot = _INNER_HEAD + 2 * place
        if at < slot + 2:
            return None
        page[at : at + len(cell)] = cell
        page[slot : slot + 2] = at.to_bytes(2, "big")
    page[0] = _INNER
    page[3:5] = (len(spans) - 1).to_bytes(2, "big")
    page[5:7] = at.to_bytes(2, "big")
    page[8:12] = spans[-1][2].to_bytes(4, "big")
    return page


def _overlap(spans: list[tuple[int, int, int]]) -> bool:
    return any(later[0] <= earlier[1] for earlier, later in pairwise(spans))


def _span(pages: Pages, number: int) -> tuple[int, int]:
    """Returns the lowest and the highest row number below a page."""
    low = high = number
    while pages[low][0] == _INNER:
        low = _children(pages[low], 0)[0]
    while pages[high][0] == _INNER:
        high = _children(pages[high], 0)[-1]
    return _row_number(pages[low], 0), _row_number(pages[high], -1)


def _children(page: Page, head: int) -> list[int]:
    cells = [_number(page, at) for at in _cells(page, head, _INNER_HEAD)]
    return [*cells, _number(page, head + 8)]


def _row_number(leaf: Page, which: int) -> int:
    at = _cells(leaf, 0, 8)[which]
    _, at = _varint_at(leaf, at)
    number, _ = _varint_at(leaf, at)
    return number - (1 << 64) if number >> 63 else number


def _cells(page: Page, head: int, length: int) -> list[int]:
    count = int.from_bytes(page[head + 3 : head + 5], "big")
    start = head + length
    return [int.from_bytes(page[a : a + 2], "big") for a in range(start, start + 2 * count, 2)]


def _head(number: int) -> int:
    return 100 if number == 1 else 0


def _number(page: Page, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")


def _varint_at(page: Page, at: int) -> tuple[int, int]:
    value = 0
    for length in range(8):
        byte = page[at + length]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + length + 1
    return value << 8 | page[at + 8], at + 9


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    if value >> 56:
        head, value = bytes([value & 0xFF]), value >> 8
        return bytes(0x80 | value >> 7 * place & 0x7F for place in range(7, -1, -1)) + head
    places = max(1, -(-value.bit_length() // 7))
    return bytes(
        (0x80 if place else 0) | value >> 7 * place & 0x7F for place in range(places - 1, -1, -1)
    )
