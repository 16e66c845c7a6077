"""Agencies by name, other name or code."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import key
from khedmat.organizations.at_hand import REGISTER
from khedmat.organizations.models import Organization
from khedmat.web.desk.search.asked import Asked
from khedmat.web.desk.search.finder import Finder, Hit

IN_NAME, IN_OTHER = _("در نام"), _("در نام دیگر یا شناسهٔ دستگاه")


class Known(NamedTuple):
    """An agency with the folded words that it is found by."""

    agency: Organization
    words: str


def holding(asked: Asked) -> dict[str, set[int]]:
    """Agencies that hold each word in their name, other names or code; kept folded in the process, looked up once."""
    if "agencies" not in asked.known:
        known = asked.known["known"] = REGISTER.get("known", _known)
        asked.known["agencies"] = {word: {one.agency.pk for one in known if word in one.words} for word in asked.words}
    found: dict[str, set[int]] = asked.known["agencies"]
    return found


def _known() -> list[Known]:
    """By title; what a hit shows, and nothing else of them."""
    rows = Organization.objects.only("name", "aliases", "code", "kind").order_by("sort_key", "pk")
    return [Known(one, key(" ".join((one.name, *one.aliases, one.code)))) for one in rows]


def _rows(asked: Asked, user: User, on: date) -> list[Organization]:
    """At hand since the cards asked for them: no question of their own."""
    found = set.intersection(*holding(asked).values()) if asked.words else set()
    return [one.agency for one in asked.known.get("known", []) if one.agency.pk in found]


def _hit(agency: Organization, asked: Asked) -> Hit:
    why = IN_NAME if asked.said_in(agency.name) else IN_OTHER
    return Hit(agency.name, agency.get_kind_display(), why, reverse("web:agency", args=[agency.code]))


AGENCIES = Finder("agencies", _("دستگاه‌ها"), _rows, _hit)
