"""What is saved of what was spent: never too little, and soon not too much either."""

import threading
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from controlroom.intake.savings import AHEAD, Savings, Spent

LIMIT = 300


class Book:
    """A keeper that counts its transactions."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, int], int] = {}
        self.written = 0
        self.broken = False

    def spent(self) -> dict[str, list[tuple[int, int]]]:
        return {}

    def spend(self, slots: Iterable[tuple[str, int, int]]) -> None:
        if self.broken:
            raise OSError("no space")
        self.written += 1
        self.held.update({(purse, slot): units for purse, slot, units in slots})


def spent(slot: int, units: int, purse: str = "p", limit: int = LIMIT) -> list[Spent]:
    return [Spent(purse, slot, units, limit)]


def test_a_burst_is_saved_in_a_few_transactions() -> None:
    book = Book()
    savings = Savings(book)
    for units in range(1, 26):
        savings.save(spent(7, units))
        assert units <= book.held["p", 7] <= units + LIMIT // AHEAD
    assert book.written <= 3


def test_a_small_allowance_is_saved_to_the_unit() -> None:
    book = Book()
    savings = Savings(book)
    for units in range(1, 12):
        savings.save(spent(7, units, limit=15))
        assert book.held["p", 7] == units


def test_what_was_saved_too_much_is_put_right_when_the_next_slot_begins() -> None:
    book = Book()
    savings = Savings(book)
    for units in range(1, 6):
        savings.save(spent(7, units))
    assert book.held["p", 7] > 5
    savings.save(spent(8, 1))
    assert book.held["p", 7] == 5
    assert book.held["p", 8] >= 1


def test_what_could_not_be_saved_is_saved_with_the_next() -> None:
    book = Book()
    savings = Savings(book)
    savings.save(spent(7, 20))
    for slot, units in ((7, 21), (8, 1)):
        book.broken = True
        try:
            savings.save(spent(slot, units))
        except OSError:
            book.broken = False
        savings.save(spent(slot, units + 1))
        assert book.held["p", slot] >= units + 1


@given(
    st.lists(st.tuples(st.sampled_from("pq"), st.integers(0, 3), st.integers(1, 5)), max_size=60)
)
def test_in_whatever_order_threads_come_never_too_little_is_saved(
    steps: list[tuple[str, int, int]],
) -> None:
    book, held = Book(), dict[tuple[str, int], int]()
    savings = Savings(book)
    slots = {"p": 0, "q": 0}
    for purse, later, units in steps:
        slots[purse] = slots[purse] + (later == 3)
        key = purse, slots[purse]
        held[key] = held.get(key, 0) + units
        savings.save([Spent(*key, held[key], LIMIT)])
        assert all(book.held[one] >= least for one, least in held.items())
    latest = set(slots.items())
    assert all(book.held[one] == least for one, least in held.items() if one not in latest)


def test_threads_that_save_at_once_save_enough() -> None:
    book = Book()
    savings, counted, lock = Savings(book), [0], threading.Lock()

    def work() -> None:
        for _ in range(100):
            with lock:
                counted[0] += 1
                one = spent(7, counted[0])
            savings.save(one)
            assert book.held["p", 7] >= one[0].units

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 600 <= book.held["p", 7] <= 600 + LIMIT // AHEAD
