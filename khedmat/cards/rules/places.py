"""Places that a text names, and how far an agency reaches by its name."""

import re
from functools import lru_cache

from khedmat.cards.rules.reading import plain
from khedmat.organizations import directory
from khedmat.organizations.looking import kept

_NAMED = re.compile(r"\b(?:شهرستان|شهر|روستای|شهرداری|فرمانداری|دهیاری|بندر|منطقه ازاد) (?!های?\b|و\b|ها\b)(\w{2,})")
_NO_NAMES = "مربوط مربوطه محل مورد خود دیگر تابعه کشور مقصد مبدا سکونت متقاضی و در از به با بر تا یا را که این هر است"
_UNNAMED = frozenset(_NO_NAMES.split())
_AMBIGUOUS = frozenset({"مرکزی", "فارس", "البرز"})  # also "central", the gulf, and a mountain
_NATIONAL = re.compile(r"\bکل کشور\b|\bکشور$|^وزارت |^سازمان ملی |^شرکت ملی |جمهوری اسلامی ایران$")


@lru_cache(maxsize=4096)
def province_in(text: str) -> str | None:
    """The province that a text names. «مرکزی» counts only after «استان»."""
    line = f" {plain(text)} "
    return next((name for name in directory.provinces().values() if _names(line, name)), None)


def _names(line: str, province: str) -> bool:
    sign = f" استان {plain(province)} " if province in _AMBIGUOUS else f" {plain(province)} "
    return sign in line


@lru_cache(maxsize=4096)
def place_in(text: str) -> str | None:
    """A province, city, county or village that a text names; «استان» alone is no place."""
    towns = (found.group() for found in _NAMED.finditer(plain(text)) if found[1] not in _UNNAMED)
    return province_in(text) or next(towns, None)


@kept(maxsize=4096)
def is_national(agency: str) -> bool:
    """Whether an agency acts for the whole country, by the register or by its own name."""
    if known := directory.find(agency):
        return known.scope == "national"
    return all((_NATIONAL.search(plain(agency)), not province_in(agency)))


@kept(maxsize=4096)
def is_provincial(agency: str) -> bool:
    """Whether an agency is tied to one province, by the register or by its name."""
    if known := directory.find(agency):
        return known.scope in ("provincial", "county")
    return all((province_in(agency), " استان " in f" {plain(agency)} "))
