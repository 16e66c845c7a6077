"""Numbers that stand where a service ID belongs: what they look like, and which known ID they may be a slip of.

An ID is AABB CCCC DDD (docs/domains/cards.md). AABB follows the functions of government: AA is 9 + division of COFOG,
BB its group (United Nations, Classifications of Expenditure According to Purpose, 2000), so not every pair exists.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from string import digits

from khedmat.core.persian import fold_line

SHAPE = re.compile(r"1\d{10}")
LONGEST_TYPED = 40
_NEAR = re.compile(r"[0-9]{10,12}")
_IDS = re.compile(r"(?<!\d)1\d{10}(?!\d)")
_GROUPS = (8, 5, 6, 9, 6, 6, 6, 6, 8, 9)  # of the divisions 01 to 10
_LOOKS = (  # the first that fits
    (re.compile(r"09\d{9}|989\d{9}"), "شمارهٔ تلفن همراه"),
    (re.compile(r"0[1-8]\d{9}"), "شمارهٔ تلفن ثابت با پیش‌شماره"),
    (re.compile(r"(?:IR)?\d{24}"), "شبای حساب"),
    (re.compile(r"\d{16}"), "شمارهٔ کارت بانکی"),
    (re.compile(r"\d{13,15}"), "شمارهٔ حساب یا شناسهٔ سامانه‌ای دیگر"),
    (re.compile(r"1\d{9}"), "شناسه‌ای که یک رقم آن افتاده است"),
    (re.compile(r"1\d{11}"), "شناسه‌ای که یک رقم زیادی دارد"),
    (re.compile(r"\d{1,7}"), "شمارهٔ محلی"),
)


def bare(text: str) -> str:
    """Digits of any script, with spaces and dashes between them, as an ID is kept."""
    return "".join(filter(str.isalnum, fold_line(text[:LONGEST_TYPED])))


def looks_like(number: str) -> str:
    """What a number that is no ID most likely is, in Persian; empty when nothing can be said."""
    return next((name for shape, name in _LOOKS if shape.fullmatch(number)), "")


def exists_as_function(service_id: str) -> bool:
    """Whether AABB names a group of COFOG. A doubt, never a refusal: one ID in use is known that does not fit."""
    division, group = int(service_id[:2]) - 9, int(service_id[2:4])
    return 1 <= division <= len(_GROUPS) and 1 <= group <= _GROUPS[division - 1]


def ids_in(text: str) -> list[str]:
    """Every eleven-digit ID in a text, such as the address of a page."""
    return _IDS.findall(text)


def meant(number: str, known: Iterable[str]) -> list[str]:
    """The known IDs of which a number is one slip away.

    Nothing is ever padded or cut: inserting one digit into ten gives ten plausible IDs, so only an ID that is known
    from elsewhere is a suggestion.
    """
    named = dict.fromkeys(known)
    near = slips(number) if named else {}
    return [one for one in named if one in near]


def slips(number: str) -> dict[str, str]:
    """Every ID that one slip would turn into a number, and what happened: to be sought among those that are known."""
    if not _NEAR.fullmatch(number):
        return {}
    made = ((one, what) for what, undone in _SLIPS.items() for one in undone(number))
    found: dict[str, str] = {}
    for one, what in made:
        if one != number and SHAPE.fullmatch(one):
            found.setdefault(one, what)
    return found


def _turned(number: str) -> Iterator[str]:
    return (f"{number[:at]}{number[at + 1]}{number[at]}{number[at + 2 :]}" for at in range(len(number) - 1))


def _with_another(number: str) -> Iterator[str]:
    return (f"{number[:at]}{digit}{number[at + 1 :]}" for at in range(len(number)) for digit in digits)


def _with_one_more(number: str) -> Iterator[str]:
    return (f"{number[:at]}{digit}{number[at:]}" for at in range(len(number) + 1) for digit in digits)


def _with_one_less(number: str) -> Iterator[str]:
    return (f"{number[:at]}{number[at + 1 :]}" for at in range(len(number)))


def _put_back(number: str) -> Iterator[str]:
    """Its three parts in every order: right-to-left editors turn «1303-1466-000» into «1466-1303-000»."""
    for order in permutations(_LENGTHS):
        parts, rest = {}, number
        for place in order:
            parts[place], rest = rest[: _LENGTHS[place]], rest[_LENGTHS[place] :]
        yield "".join(parts[place] for place in _LENGTHS)


_LENGTHS = {0: 4, 1: 4, 2: 3}  # of the parts AABB, CCCC and DDD
_SLIPS: dict[str, Callable[[str], Iterator[str]]] = {
    "دو رقم کنار هم جابه‌جا نوشته شده است": _turned,
    "سه پارهٔ شناسه جابه‌جا نوشته شده است": _put_back,
    "یک رقم آن دیگر است": _with_another,
    "یک رقم آن افتاده است": _with_one_more,
    "یک رقم زیادی دارد": _with_one_less,
}
