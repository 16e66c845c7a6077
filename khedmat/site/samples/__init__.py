"""Sample forms taken the whole way: imported, sent, approved and published by the sample people."""

import json
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.utils import timezone

from khedmat.cards.actions import approve, publish, submit
from khedmat.cards.enums import Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.postgres import Failed
from khedmat.importing.actions import Result, apply, importer
from khedmat.importing.plan import plan
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.site.samples.enrolment import enrol_all, only_samples_are_here, person, sign_ins
from khedmat.site.samples.welcome import welcome

HERE = Path(__file__).parent


class Form(NamedTuple):
    """One line of the list of sample forms."""

    file: str
    service: str | None
    agency: str
    stage: str
    order: int

    @property
    def about(self) -> str:
        """What later forms of the same service say too."""
        return self.service or self.file


def load() -> str:
    """What is printed for the newcomer; nothing is loaded beside real people. May be run again after a stop."""
    if not only_samples_are_here():
        return ""
    at = timezone.now()
    password = enrol_all(at)
    return welcome(sign_ins(password), take_in(at))


def forms() -> list[Form]:
    listed = json.loads((HERE / "samples.json").read_text("utf-8"))["forms"]
    return sorted((Form(**one) for one in listed), key=lambda form: form.order)


def take_in(at: datetime) -> dict[str, Service]:
    """Every form in order; a later one of a service is said to be about it, whatever its title became."""
    services: dict[str, Service] = {}
    for form in forms():
        if version := _imported(form, services.get(form.about), at):
            services[form.about] = version.service
            _advance(version, form.stage, at)
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
        publish(version, by=person(Role.PUBLISHER, centre), at=at)
