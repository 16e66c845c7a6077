"""Sample forms taken the whole way: imported, sent, approved and published by the sample people."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.cards.actions import accept, approve, give_id, publish, submit
from khedmat.cards.enums import Stage
from khedmat.cards.functions import suggested
from khedmat.cards.models import GivenId, Service, ServiceVersion
from khedmat.core.failed import Failed
from khedmat.importing.actions import Result, apply, importer
from khedmat.importing.plan import plan
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.site.samples import attachments
from khedmat.site.samples.beside import say_beside
from khedmat.site.samples.changes import merge_two
from khedmat.site.samples.copies import copy_in_provinces
from khedmat.site.samples.duty import open_first_round
from khedmat.site.samples.enrolment import enrol_all, only_samples_are_here, person, sign_ins
from khedmat.site.samples.feedback import hear_readers
from khedmat.site.samples.freshness import let_time_pass
from khedmat.site.samples.governing import govern
from khedmat.site.samples.popular import call_by_popular_names
from khedmat.site.samples.welcome import welcome

HERE = Path(__file__).parent
A_YEAR = timedelta(days=365)


class Form(NamedTuple):
    """One line of the list of sample forms."""

    file: str
    service: str | None
    agency: str
    stage: str
    order: int
    days_ago: int = 0

    @property
    def about(self) -> str:
        """What later forms of the same service say too."""
        return self.service or self.file


def load() -> str:
    """What is printed for the newcomer; nothing is loaded beside real people. May be run again after a stop."""
    if not only_samples_are_here():
        return ""
    at = timezone.now()
    password = enrol_all(at - A_YEAR)
    open_first_round(at)
    merge_two(at)
    services = take_in(at)
    let_time_pass(services["well-renewal"], at)
    govern(at)
    copy_in_provinces(services["national-card"], at)
    call_by_popular_names(services["national-card"], at)
    hear_readers(services["national-card"], at)
    say_beside(services["national-card"], at)
    return welcome(sign_ins(password), services)


def forms() -> list[Form]:
    listed = json.loads((HERE / "samples.json").read_text("utf-8"))["forms"]
    return sorted((Form(**one) for one in listed), key=lambda form: form.order)


def take_in(at: datetime) -> dict[str, Service]:
    """Every form in order; a later one of a service is said to be about it, whatever its title became."""
    services: dict[str, Service] = {}
    for form in forms():
        then = at - timedelta(days=form.days_ago)
        if version := _imported(form, services.get(form.about), then):
            services[form.about] = version.service
            _attach(version, form, then)
            _advance(version, form.stage, then)
    return services


def _imported(form: Form, service: Service | None, at: datetime) -> ServiceVersion | None:
    agency = Organization.objects.get(code=form.agency)
    author = person(Role.AUTHOR, agency) if form.service else None
    file, on = HERE / "forms" / form.file, timezone.localdate(at)
    planned = plan([file], on=on, agency=agency, service=service, author=author)
    (result,) = apply(planned, by=author or importer(), at=at)
    if result.row.is_refused:
        raise Failed(f"فرم نمونهٔ {form.file} پذیرفته نشد: {result.row.reason}")
    return _version_of(result)


def _version_of(result: Result) -> ServiceVersion | None:
    """What was made of a card, now or before a stop; None of a list of permits."""
    if result.row.kind != "service_card":
        return None
    known = ServiceVersion.objects.filter(service=result.row.service, sha256=result.row.digest)
    return result.version or known.select_related("service").latest("number")


def _attach(version: ServiceVersion, form: Form, at: datetime) -> None:
    if form.service == attachments.SERVICE and version.stage == Stage.DRAFT:
        attachments.attach_model(version, by=person(Role.AUTHOR, version.service.owner), at=at)


def _advance(version: ServiceVersion, stage: str, at: datetime) -> None:
    if stage == Stage.PUBLISHED:
        _publish(version, at)


def _publish(version: ServiceVersion, at: datetime) -> None:
    """From wherever a stopped load left it."""
    agency, centre = version.service.owner, Organization.objects.get(is_centre=True)
    if version.stage == Stage.DRAFT:
        version = submit(version, by=person(Role.AUTHOR, agency), at=at)
    if version.stage == Stage.SUBMITTED:
        version = approve(version, by=person(Role.APPROVER, agency), at=at)
    if version.stage == Stage.APPROVED:
        version = accept(version, by=person(Role.REVIEWER, centre), at=at)
    if version.stage == Stage.ACCEPTED:
        _identify(version, by=person(Role.REVIEWER, centre), at=at)
        publish(version, by=person(Role.PUBLISHER, centre), at=at)


def _identify(version: ServiceVersion, *, by: User, at: datetime) -> None:
    """What the centre does between approval and publication, where the form bears no ID."""
    if not (version.service.code or version.stated_id):
        hints = suggested(version.title, GivenId.objects.count_by_function(version.service.owner))
        function, why = (hints[0].function.code, " ".join(hints[0].reasons)) if hints else ("1003", "نمونه")
        give_id(version.service, function=function, why=why, by=by, at=at)
