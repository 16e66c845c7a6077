"""Agencies near to what a form writes: for a person to choose from, and kin that may write each other's forms."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from khedmat.core.sequences import unique
from khedmat.organizations import directory
from khedmat.organizations.models import Organization

UNKNOWN = _("دستگاه «%(name)s» شناخته نیست؛ نام درست را در فرم بنویسید یا با --agency بگویید.")
NEAREST = _("نزدیک‌ترین‌ها: %(agencies)s.")


def are_kin(one: Organization, other: Organization) -> bool:
    """As far as the directory knows both."""
    first, second = directory.get(one.code), directory.get(other.code)
    return bool(first and second and directory.are_kin(first, second))


def nearest(name: str, url: str = "") -> list[directory.Agency]:
    """Alike in name, the national one of a provincial unit, the owner of the address."""
    guesses = [directory.national_of(name), directory.by_domain(_host(url)), *directory.candidates(name)]
    return unique(filter(None, guesses))


def _host(url: str) -> str:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""


def unknown(name: str, url: str) -> str:
    """The sentence for an agency that nobody knows."""
    near = listed(f"{agency.name} ({agency.code})" for agency in nearest(name, url))
    return " ".join([UNKNOWN % {"name": name}, NEAREST % {"agencies": near} if near else ""]).strip()


def listed(names: Iterable[str]) -> str:
    return "، ".join(map("«{}»".format, names))
