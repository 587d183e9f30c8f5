"""Remembering what was spent."""

from collections.abc import Iterable, Mapping
from typing import Protocol


class Spendings(Protocol):
    """Remembers by purse and slot of time; `store.cache.spending.SpendingKeeper` is one."""

    def spent(self) -> Mapping[str, list[tuple[int, int]]]: ...

    def spend(self, slots: Iterable[tuple[str, int, int]]) -> None: ...


class Nothing:
    """Remembers nothing: for simulations."""

    def spent(self) -> Mapping[str, list[tuple[int, int]]]:
        return {}

    def spend(self, slots: Iterable[tuple[str, int, int]]) -> None:
        return
