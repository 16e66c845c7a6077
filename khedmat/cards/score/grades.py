"""A score in a word, for those who look at many cards: a mean would hide the bad ones behind the good."""

from typing import NamedTuple


class Grade(NamedTuple):
    """From `least` points up; None where something blocks the card and it has no score at all."""

    code: str
    label: str
    least: int | None


GRADES = (
    Grade("good", "خوب", 85),
    Grade("fair", "پذیرفتنی", 70),
    Grade("weak", "ضعیف", 50),
    Grade("poor", "نارسا", 0),
    Grade("none", "بی‌نمره", None),
)


def grade(total: int | None) -> Grade:
    """The last of them is for who has no score."""
    scored = GRADES[:-1] if total is not None else ()
    return next((one for one in scored if (total or 0) >= (one.least or 0)), GRADES[-1])
