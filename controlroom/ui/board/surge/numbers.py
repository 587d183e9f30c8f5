"""Many whole numbers in little room: in order, each once, eight bytes apiece."""

from array import array
from bisect import bisect_left


def no_numbers() -> "array[int]":
    """Returns a place for numbers of 64 bits with their sign."""
    return array("q")


def put(numbers: "array[int]", number: int) -> bool:
    """Puts a number among the others; returns whether it was not there before."""
    place = bisect_left(numbers, number)
    if place < len(numbers) and numbers[place] == number:
        return False
    numbers.insert(place, number)
    return True
