"""`khedmat import`: a plan of files and folders on the screen, carried out with `--write`."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models import Service
from khedmat.core.persian import persian_digits
from khedmat.core.sequences import count
from khedmat.importing import options, report
from khedmat.importing.actions import Result, apply, importer
from khedmat.importing.plan import Plan, plan
from khedmat.importing.progress import Progress
from khedmat.importing.record import as_json
from khedmat.importing.reporting import Telling, reporting
from khedmat.importing.walk import places
from khedmat.organizations.models import Organization

FOUND, MISUSED = 1, 2
ALIEN_SERVICE = _("خدمت %(number)s از آن «%(agency)s» است، نه دستگاهی که گفته شد.")
ONE_FILE = _("با --service تنها یک پرونده می‌توان داد.")
STOPPED = _("درون‌ریزی در میانه بازایستاد: %(done)s سند نوشته شد. همین فرمان را دوباره بدهید تا بقیه نوشته شود.")


@dataclass
class Tally:
    """How many documents are written so far, and a word about it now and then."""

    total: int
    telling: Telling
    done: int = 0
    progress: Progress = field(default_factory=lambda: Progress("نوشتن"))

    def watch(self, result: Result) -> None:
        self.telling.became(result)
        if result.is_written:
            self.done += 1
            self.progress.step(self.done, self.total)


def run(given: argparse.Namespace, *, at: datetime) -> int:
    """The exit status: 0 fine, 1 something was refused, 2 used wrongly."""
    try:
        with reporting(given.report) as telling:
            results = _results(given, at, telling)
    except options.Misused as error:
        print(error, file=sys.stderr)
        return MISUSED
    _show(results, given)
    return FOUND if any(map(attrgetter("row.is_refused"), results)) else 0


def _show(results: list[Result], given: argparse.Namespace) -> None:
    lines = map(as_json, results) if given.json else report.as_text(results, write=given.write)
    for line in lines:
        print(line)


def _results(given: argparse.Namespace, at: datetime, telling: Telling) -> list[Result]:
    """Planned, and carried out where that was asked for."""
    planned = _planned(given, at, telling)
    if given.write:
        return _written(planned, at, telling)
    results = list(map(Result, planned.rows))
    for result in results:
        telling.became(result)
    return results


def _planned(given: argparse.Namespace, at: datetime, telling: Telling) -> Plan:
    agency, service = options.agency(given.agency), options.service(given.service)
    paths = list(map(Path, given.paths))
    if service:
        _demand_fitting(service, agency, paths)
    author, watch = options.user(given.by), Progress("خواندن").step
    return plan(paths, on=localdate(at), agency=agency, service=service, author=author, watch=watch, look=telling.look)


def _demand_fitting(service: Service, agency: Organization | None, paths: Sequence[Path]) -> None:
    if len(paths) > 1 or paths[0].is_dir() or len(places(paths)) > 1:
        raise options.Misused(ONE_FILE)
    if agency not in (None, service.owner):
        raise options.Misused(ALIEN_SERVICE % {"number": service.pk, "agency": service.owner.name})


def _written(planned: Plan, at: datetime, telling: Telling) -> list[Result]:
    """Ctrl-C ends between two batches: what is written stays, a second run takes up the rest."""
    tally = Tally(count(attrgetter("writes"), planned.rows), telling)
    try:
        return apply(planned, by=planned.scope.author or importer(), at=at, watch=tally.watch)
    except KeyboardInterrupt:
        print(STOPPED % {"done": persian_digits(tally.done)}, file=sys.stderr)
        raise
