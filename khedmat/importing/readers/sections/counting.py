"""Whole numbers in what people wrote."""

from khedmat.importing.readers.values.numbers import Number, numbers


def whole_numbers(text: str) -> list[Number]:
    """Numbers of people, times and visits: a fraction counts nothing."""
    return [number for number in numbers(text) if number.whole is not None]


def whole_of(number: Number | None) -> int | None:
    """The count that a number says, if there is one."""
    return number.whole if number else None
