"""What the options of an import name: an agency, a service, a person."""

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import Service
from khedmat.importing.nearness import nearest
from khedmat.organizations.models import Organization

NO_AGENCY = _("دستگاهی با کد «%(code)s» ثبت نیست.")
NEAREST = _("نزدیک‌ترین‌ها: %(agencies)s")
NO_SERVICE = _("خدمتی با شمارهٔ «%(number)s» ثبت نیست؛ شماره در نشانی صفحهٔ خدمت است.")
NO_USER = _("کاربری با نام «%(name)s» نیست.")
G = TypeVar("G")
M = TypeVar("M", bound=Model)


class Misused(Exception):
    """What was given cannot be meant, as a Persian sentence."""


def agency(code: str | None) -> Organization | None:
    return _asked(code, Organization.objects.filter(code=code), _no_agency)


def _no_agency(code: str) -> str:
    near = "، ".join(f"{agency.code} («{agency.name}»)" for agency in nearest(code))
    return " ".join([NO_AGENCY % {"code": code}, NEAREST % {"agencies": near} if near else ""]).strip()


def service(number: int | None) -> Service | None:
    return _asked(number, Service.objects.filter(pk=number).select_related("owner"), _no_service)


def _no_service(number: int) -> str:
    return NO_SERVICE % {"number": number}


def user(name: str | None) -> User | None:
    return _asked(name, User.objects.filter(username=name, is_active=True), _no_user)


def _no_user(name: str) -> str:
    return NO_USER % {"name": name}


def _asked(given: G | None, rows: QuerySet[M], sentence: Callable[[G], str]) -> M | None:
    """The thing that an option names; nothing is looked up for an option that was not given."""
    if given is None:
        return None
    if found := rows.first():
        return found
    raise Misused(sentence(given))
