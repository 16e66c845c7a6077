"""Sample forms taken the whole way: imported, sent, approved and published by the sample people."""

import json
import secrets
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.cards.actions import approve, publish, submit
from khedmat.cards.enums import Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.postgres import Failed
from khedmat.importing.actions import IMPORTER, apply, importer
from khedmat.importing.enums import What
from khedmat.importing.plan import plan
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization
from khedmat.site.samples.people import PEOPLE, Person

HERE = Path(__file__).parent
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another


class Form(NamedTuple):
    """One line of the list of sample forms."""

    file: str
    service: str | None
    agency: str
    stage: str
    order: int


class SignIn(NamedTuple):
    """What a newcomer types to be one of the sample people."""

    role: str
    label: str
    username: str
    password: str


def load() -> str:
    """What is printed for the newcomer; nothing is loaded beside real people. May be run again after a stop."""
    names = [person.username for person in PEOPLE]
    if User.objects.exclude(username__in=[*names, IMPORTER]).exists():
        return ""
    at, password = timezone.now(), "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    for person in PEOPLE:
        _enrol(person, password, at)
    return _welcome(sign_ins(password), take_in(at))


def sign_ins(password: str) -> list[SignIn]:
    return [SignIn(person.role, person.label, person.username, password) for person in PEOPLE]


def forms() -> list[Form]:
    listed = json.loads((HERE / "samples.json").read_text("utf-8"))["forms"]
    return sorted((Form(**one) for one in listed), key=lambda form: form.order)


def take_in(at: datetime) -> dict[str, Service]:
    """Every form in order; a later one of a service is said to be about it, whatever its title became."""
    services: dict[str, Service] = {}
    for form in forms():
        version = _imported(form, services.get(form.service or ""), at)
        if version and form.service:
            services[form.service] = version.service
        if version and form.stage == Stage.PUBLISHED:
            _publish(version, at)
    return services


def _imported(form: Form, service: Service | None, at: datetime) -> ServiceVersion | None:
    agency = Organization.objects.get(code=form.agency)
    author = _person(Role.AUTHOR, agency) if form.service else None
    file, on = HERE / "forms" / form.file, timezone.localdate(at)
    planned = plan([file], on=on, agency=agency, service=service, author=author)
    (result,) = apply(planned, by=author or importer(), at=at)
    if result.row.what == What.REFUSE:
        raise Failed(f"فرم نمونهٔ {form.file} پذیرفته نشد: {result.row.reason}")
    if result.row.kind != "service_card":
        return None
    known = ServiceVersion.objects.filter(service=result.row.service, sha256=result.row.digest)
    return result.version or known.select_related("service").latest("number")


def _publish(version: ServiceVersion, at: datetime) -> None:
    """From wherever a stopped load left it."""
    agency, centre = version.service.owner, Organization.objects.get(is_centre=True)
    if version.stage == Stage.DRAFT:
        version = submit(version, by=_person(Role.AUTHOR, agency), at=at)
    if version.stage == Stage.SUBMITTED:
        version = approve(version, by=_person(Role.APPROVER, agency), at=at)
    if version.stage == Stage.APPROVED:
        publish(version, by=_person(Role.PUBLISHER, centre), at=at)


def _person(role: str, agency: Organization) -> User:
    names = [person.username for person in PEOPLE]
    return User.objects.get(username__in=names, memberships__role=role, memberships__organization=agency)


def _enrol(person: Person, password: str, at: datetime) -> None:
    user, _ = User.objects.get_or_create(username=person.username, defaults={"full_name": person.full_name})
    user.set_password(password)
    user.save(update_fields=["password"])
    for code in person.agencies:
        Membership.objects.get_or_create(
            user=user,
            organization=Organization.objects.get(code=code),
            role=person.role,
            defaults={"starts_on": timezone.localdate(at)},
        )


def _welcome(people: list[SignIn], services: dict[str, Service]) -> str:
    """Addresses are those of this installation."""
    tadbir, consortia = services["tadbir"], services["consortia"]
    lines = ["ورود در /account/login/ با گذرواژهٔ نمونه:", ""]
    lines += [f"  {one.username:<22} {one.password}   {one.label}" for one in people]
    lines += ["", "برای دیدن:", ""]
    lines += [f"  {_page(tadbir):<22} تدوین سند تدبیر توسعهٔ استان، در یک نگاه"]
    lines += [f"  {_page(consortia):<22} کنسرسیوم‌های صادراتی؛ هزینهٔ آن در فرم نیامده است و رایگان نشان داده نمی‌شود"]
    lines += [f"  {reverse('web:desk'):<22} میز کار نویسنده: همان دو فرم چنان‌که پر شده بودند، با یافته‌ها"]
    return "\n".join([*lines, ""])


def _page(service: Service) -> str:
    return reverse("web:service", args=[service.pk])
