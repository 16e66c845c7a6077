"""Addresses of many rows: a route is looked up once for each kind of page, not once for each row."""

from functools import cache

from django.urls import reverse

_ANY = "1234567890"  # a number, and a code as well


def address(view: str, key: object, *parts: str) -> str:
    """Of the page of a thing with this number or code, or of one of its parts."""
    before, after = _around(view, *parts)
    return f"{before}{key}{after}"


@cache
def _around(view: str, *parts: str) -> tuple[str, str]:
    before, _key, after = reverse(view, args=[_ANY, *parts]).partition(_ANY)
    return before, after
