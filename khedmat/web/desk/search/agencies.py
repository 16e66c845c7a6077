"""Agencies by name, other name or code."""

from datetime import date

from django.db.models import F, Func, QuerySet, TextField, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.organizations.models import Organization
from khedmat.web.desk.search.asked import Asked, holds
from khedmat.web.desk.search.finder import Finder, Hit

ALIASES = Func(F("aliases"), Value(" "), function="ARRAY_TO_STRING", output_field=TextField())
IN_NAME, IN_OTHER = _("در نام"), _("در نام دیگر یا شناسهٔ دستگاه")


def named(*words: str) -> QuerySet[Organization]:
    """Those whose name, other names and code hold all of these words."""
    said = holds("name", ALIASES, "code", words=words)
    return Organization.objects.alias(folded=said["folded"]).filter(said["found"])


def _rows(asked: Asked, user: User, on: date) -> QuerySet[Organization]:
    return named(*asked.words).order_by("sort_key", "pk")


def _hit(agency: Organization, asked: Asked) -> Hit:
    why = IN_NAME if asked.said_in(agency.name) else IN_OTHER
    return Hit(agency.name, agency.get_kind_display(), why, reverse("web:agency", args=[agency.code]))


AGENCIES = Finder("agencies", _("دستگاه‌ها"), _rows, _hit)
