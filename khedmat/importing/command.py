"""`khedmat import`: a plan of files and folders on the screen, carried out with `--write`."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import Service
from khedmat.core.persian import persian_digits
from khedmat.importing import report
from khedmat.importing.actions import Result, apply, importer
from khedmat.importing.enums import What
from khedmat.importing.owners import nearest
from khedmat.importing.plan import Plan, plan
from khedmat.importing.progress import Progress
from khedmat.organizations.models import Organization

FOUND, MISUSED = 1, 2
NO_AGENCY = _("دستگاهی با کد «%(code)s» ثبت نیست.")
NEAREST = _("نزدیک‌ترین‌ها: %(agencies)s")
NO_SERVICE = _("خدمتی با شمارهٔ «%(number)s» ثبت نیست؛ شماره در نشانی صفحهٔ خدمت است.")
ALIEN_SERVICE = _("خدمت %(number)s از آن «%(agency)s» است، نه دستگاهی که گفته شد.")
ONE_FILE = _("با --service تنها یک پرونده می‌توان داد.")
NO_USER = _("کاربری با نام «%(name)s» نیست.")
STOPPED = _("درون‌ریزی در میانه بازایستاد: %(done)s سند نوشته شد. همین فرمان را دوباره بدهید تا بقیه نوشته شود.")


class Misused(Exception):
    """What was given cannot be meant, as a Persian sentence."""


def run(given: argparse.Namespace, *, at: datetime) -> int:
    """The exit status: 0 fine, 1 something was refused, 2 used wrongly."""
    try:
        planned = _planned(given, at)
        user = _user(given.by) or importer() if given.write else None
    except Misused as error:
        print(error, file=sys.stderr)
        return MISUSED
    results = _written(planned, user, at) if user else [Result(row) for row in planned.rows]
    for result in results:
        print(report.as_json(result) if given.json else report.line(result))
    if not given.json:
        print(report.summary(results, write=given.write))
    return FOUND if any(result.row.what == What.REFUSE for result in results) else 0


def _planned(given: argparse.Namespace, at: datetime) -> Plan:
    agency, service = _agency(given.agency), _service(given.service)
    paths = [Path(path) for path in given.paths]
    if service and (len(paths) > 1 or paths[0].is_dir()):
        raise Misused(ONE_FILE)
    if service and agency and service.owner_id != agency.pk:
        raise Misused(ALIEN_SERVICE % {"number": service.pk, "agency": service.owner.name})
    watch = Progress("خواندن").step
    return plan(paths, on=localdate(at), agency=agency, service=service, author=_user(given.by), watch=watch)


def _written(planned: Plan, user: User, at: datetime) -> list[Result]:
    """Ctrl-C ends between two documents: what is written stays, a second run takes up the rest."""
    progress, total = Progress("نوشتن"), sum(row.writes for row in planned.rows)
    written: list[Result] = []

    def watch(result: Result) -> None:
        if result.is_written:
            written.append(result)
            progress.step(len(written), total)

    try:
        return apply(planned, by=user, at=at, watch=watch)
    except KeyboardInterrupt:
        print(STOPPED % {"done": persian_digits(len(written))}, file=sys.stderr)
        raise


def _agency(code: str | None) -> Organization | None:
    if code is None:
        return None
    if found := Organization.objects.filter(code=code).first():
        return found
    near = "، ".join(f"{agency.code} («{agency.name}»)" for agency in nearest(code))
    raise Misused(" ".join([NO_AGENCY % {"code": code}, NEAREST % {"agencies": near} if near else ""]).strip())


def _service(number: int | None) -> Service | None:
    if number is None:
        return None
    if found := Service.objects.filter(pk=number).select_related("owner").first():
        return found
    raise Misused(NO_SERVICE % {"number": number})


def _user(name: str | None) -> User | None:
    if name is None:
        return None
    if found := User.objects.filter(username=name, is_active=True).first():
        return found
    raise Misused(NO_USER % {"name": name})
