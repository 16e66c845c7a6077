"""Agencies by name, other name or code."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import key
from khedmat.organizations.at_hand import REGISTER
from khedmat.organizations.models import Organization
from khedmat.web.desk.search.asked import Asked
from khedmat.web.desk.search.finder import Finder, Hit

IN_NAME, IN_OTHER = _("در نام"), _("در نام دیگر یا شناسهٔ دستگاه")


def holding(asked: Asked) -> dict[str, set[int]]:
    """Agencies that hold each word in their name, other names or code; kept folded in the process, looked up once."""
    if "agencies" not in asked.known:
        folded = REGISTER.get("folded", _folded)
        asked.known["agencies"] = {word: {pk for pk, text in folded.items() if word in text} for word in asked.words}
    found: dict[str, set[int]] = asked.known["agencies"]
    return found


def _folded() -> dict[int, str]:
    rows = Organization.objects.values_list("pk", "name", "aliases", "code")
    return {pk: key(" ".join((name, *aliases, code))) for pk, name, aliases, code in rows}


def _rows(asked: Asked, user: User, on: date) -> QuerySet[Organization]:
    found = set.intersection(*holding(asked).values()) if asked.words else set()
    return Organization.objects.filter(pk__in=found).order_by("sort_key", "pk")


def _hit(agency: Organization, asked: Asked) -> Hit:
    why = IN_NAME if asked.said_in(agency.name) else IN_OTHER
    return Hit(agency.name, agency.get_kind_display(), why, reverse("web:agency", args=[agency.code]))


AGENCIES = Finder("agencies", _("دستگاه‌ها"), _rows, _hit)
