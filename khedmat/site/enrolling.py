"""`khedmat enrol`: the operator gives, extends and ends accounts and roles."""

import argparse
import getpass
import json
import os
from datetime import date, datetime
from typing import Any, NamedTuple

import django
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from khedmat.core import jalali
from khedmat.core.failed import Failed
from khedmat.site.env import Misused

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()

from khedmat.accounts import actions as accounts  # noqa: E402
from khedmat.accounts.models import User  # noqa: E402
from khedmat.importing import options  # noqa: E402
from khedmat.organizations import membership as memberships  # noqa: E402
from khedmat.organizations.enums import Role  # noqa: E402
from khedmat.organizations.models import Membership  # noqa: E402
from khedmat.site.readiness import prepared_database  # noqa: E402

GREGORIAN = 1900  # no Jalali year that an operator means is as late, no Gregorian one as early


class Done(NamedTuple):
    """What is told: a password only when it was made here, and only this once."""

    user: User
    is_new: bool
    password: str | None
    membership: Membership | None


def run(given: argparse.Namespace) -> int:
    with prepared_database():
        return carry_out(given, at=timezone.now())


def carry_out(given: argparse.Namespace, *, at: datetime) -> int:
    try:
        with transaction.atomic():
            done = _enrolled(given, at)
    except options.Misused as error:
        raise Misused(str(error)) from None
    except ValidationError as refusal:
        raise Failed("\n".join(refusal.messages)) from None
    print(json.dumps(_as_json(done), ensure_ascii=False) if given.json else _as_text(done, given.end))
    return 0


def _enrolled(given: argparse.Namespace, at: datetime) -> Done:
    if not given.new_password and not (given.office and given.role):
        raise Misused("دستگاه و نقش را بگویید: --office کد دستگاه و --role نقش؛ یا تنها گذرواژهٔ تازه: --new-password")
    user = User.objects.filter(username=given.username).first()
    if user and not user.is_active:
        raise Failed(f"حساب «{given.username}» بسته است.")
    if user is None and (given.end or given.new_password):
        raise Misused(f"کاربری با نام «{given.username}» نیست.")
    owner, password = _known(user, given) if user else _opened(given)
    return Done(owner, user is None, password, _membership(owner, given, at))


def _opened(given: argparse.Namespace) -> tuple[User, str | None]:
    if not given.name:
        raise Misused(f"کاربری با نام «{given.username}» نیست؛ برای ساختن حساب نام او را هم با --name بگویید.")
    password = _password(given)
    user = accounts.open_account(given.username, full_name=given.name, password=password)
    return user, None if given.ask_password else password


def _known(user: User, given: argparse.Namespace) -> tuple[User, str | None]:
    if given.name:
        accounts.rename(user, given.name)
    if not given.new_password:
        return user, None
    password = _password(given)
    accounts.replace_password(user, password)
    return user, None if given.ask_password else password


def _password(given: argparse.Namespace) -> str:
    if not given.ask_password:
        return accounts.made_password()
    first, again = getpass.getpass("گذرواژه: "), getpass.getpass("تکرار گذرواژه: ")
    if first != again:
        raise Failed("دو گذرواژه یکی نیستند.")
    return first


def _membership(user: User, given: argparse.Namespace, at: datetime) -> Membership | None:
    agency = options.agency(given.office)
    if agency is None or not given.role:
        return None
    if given.end:
        return memberships.end(user, agency, role=_role(given.role), by=None, at=at)
    return memberships.enrol(user, agency, role=_role(given.role), until=_day(given.until), by=None, at=at)


def _role(name: str) -> Role:
    if name not in Role.values:
        known = "، ".join(f"{role.value} ({role.label})" for role in Role)
        raise Misused(f"نقش «{name}» نیست. نقش‌ها: {known}")
    return Role(name)


def _day(text: str | None) -> date | None:
    if not text:
        return None
    day = _parsed(text)
    if day is None:
        raise Misused(f"تاریخ «{text}» خوانده نشد؛ نمونه: 1405/12/29 یا 2027-03-20")
    return day


def _parsed(text: str) -> date | None:
    if not text[:4].isdecimal() or int(text[:4]) < GREGORIAN:
        return jalali.parse(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _as_json(done: Done) -> dict[str, Any]:
    account = {"username": done.user.username, "full_name": done.user.full_name}
    return account | {"is_new": done.is_new, "password": done.password, "membership": _row(done.membership)}


def _row(membership: Membership | None) -> dict[str, Any] | None:
    if membership is None:
        return None
    days = {"starts_on": membership.starts_on.isoformat(), "ends_on": membership.ends_on and str(membership.ends_on)}
    return {"office": membership.organization.code, "role": str(membership.role), **days}


def _as_text(done: Done, is_end: bool) -> str:
    ended = "این نقش پایان یافت." if is_end else ""
    return "\n".join(filter(None, [_account_line(done), _membership_line(done.membership), ended]))


def _account_line(done: Done) -> str:
    what = "ساخته شد" if done.is_new else "از پیش بود"
    told = f" گذرواژه (تنها همین بار نشان داده می‌شود): {done.password}" if done.password else ""
    return f"حساب «{done.user.username}» ({done.user.full_name}) {what}.{told}"


def _membership_line(membership: Membership | None) -> str:
    if membership is None:
        return ""
    until = f" تا {jalali.long(membership.ends_on)}" if membership.ends_on else ""
    role = Role(membership.role).label
    return f"{role} · {membership.organization.name} · از {jalali.long(membership.starts_on)}{until}"
