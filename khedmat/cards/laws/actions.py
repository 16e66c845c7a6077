"""Keeping the register of laws: a law that ends sends the cards that rest on it into review."""

import hashlib
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.laws.binding import look_anew, rebind
from khedmat.cards.laws.findings import dated
from khedmat.cards.laws.where import resting_on
from khedmat.cards.models import CitedLaw, ServiceVersion
from khedmat.cards.tasks import recheck_soon
from khedmat.core.refusals import refusing_in_words
from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import ANSWERING
from khedmat.organizations.models import Membership
from khedmat.registers import writing
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import LawState, Register, RegisterStep
from khedmat.registers.models import LegalSource
from khedmat.registers.perms import demand_keeper

BOOK = BOOKS[Register.LAWS]
WORK_LIST = "/desk/ended-laws/"
HAS_ENDED = _("«%(law)s» پیش از این جایگزین یا نسخ شده است؛ صفحهٔ آن را ببینید.")
NOT_ITSELF = _("قانون جایگزین خودش نیست؛ قانون دیگری برگزینید.")
SUCCESSOR_ENDED = _("«%(law)s» خود معتبر نیست؛ قانونی را برگزینید که اکنون معتبر است.")
NOT_AS_SEEN = _(
    "پس از آن که پیش‌نمایش را دیدید، شناسنامه‌ها یا این دو قانون تغییر کرده‌اند؛ چیزی ثبت نشد. "
    "متولی قوانین پیش‌نمایش تازه را در همین صفحه ببیند و دوباره تأیید کند."
)


class Preview(NamedTuple):
    """The law that ends, what comes after it if anything, the published cards that rest on it, and their print."""

    law: LegalSource
    replaced_by: LegalSource | None
    versions: list[ServiceVersion]
    seen: str


@refusing_in_words()
@transaction.atomic
def add(law: LegalSource, *, by: User, at: datetime) -> LegalSource:
    writing.add(law, by=by, at=at)
    return _reached(law, at=at)


@refusing_in_words()
@transaction.atomic
def change(law: LegalSource, *, seen: int, by: User, at: datetime) -> LegalSource:
    writing.change(law, seen=seen, by=by, at=at)
    return _reached(law, at=at)


def preview(law: LegalSource, replaced_by: LegalSource | None) -> Preview:
    """ValidationError in words where the law cannot end so."""
    if not law.holds:
        raise ValidationError(HAS_ENDED, params={"law": law.title})
    if replaced_by and replaced_by.pk == law.pk:
        raise ValidationError(NOT_ITSELF)
    if replaced_by and not replaced_by.holds:
        raise ValidationError(SUCCESSOR_ENDED, params={"law": replaced_by.title})
    versions = list(resting_on(law))
    said = [law.pk, law.revision, replaced_by and replaced_by.pk, *(version.pk for version in versions)]
    return Preview(law, replaced_by, versions, hashlib.sha256(repr(said).encode()).hexdigest())


@refusing_in_words()
@transaction.atomic
def end(law: LegalSource, replaced_by: LegalSource | None, *, seen: str, by: User, at: datetime) -> Preview:
    """Replaced, or repealed where nothing comes after it: its published cards are looked at anew, owners are told."""
    demand_keeper(by, BOOK, localdate(at))
    writing.lock(BOOK)
    law = LegalSource.objects.get(pk=law.pk)
    shown = preview(law, replaced_by and LegalSource.objects.get(pk=replaced_by.pk))
    if shown.seen != seen:
        raise ValidationError(NOT_AS_SEEN, code="conflict")
    before = writing.plain(law)
    law.state = LawState.REPLACED if replaced_by else LawState.REPEALED
    law.replaced_by, law.revision = shown.replaced_by, law.revision + 1
    law.save(update_fields=["state", "replaced_by", "revision"])
    writing.log(law, RegisterStep.CHANGED, writing.differing(before, writing.plain(law)), by=by, at=at)
    citations = CitedLaw.objects.filter(law=law)
    look_anew(ServiceVersion.objects.filter(pk__in=citations.values("version")))
    recheck_soon(at=at)
    _tell(shown, at=at)
    return shown


def _reached(law: LegalSource, *, at: datetime) -> LegalSource:
    if rebind(law):
        recheck_soon(at=at)
    return law


def _tell(shown: Preview, *, at: datetime) -> None:
    """Those of each owner who answer for its cards, once."""
    owners = {version.service.owner_id for version in shown.versions}
    rows = Membership.objects.in_force(localdate(at)).filter(organization__in=owners, role__in=ANSWERING)
    people = User.objects.filter(pk__in=rows.values("user")).order_by("pk")
    context = {"law": dated(shown.law), "replaced_by": dated(shown.replaced_by) if shown.replaced_by else ""}
    about = f"law {shown.law.pk}"
    notify(people, NoticeKind.LAW_ENDED, context=context, link=WORK_LIST, about=about, dedupe=about, at=at)
